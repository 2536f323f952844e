//! A leader changes, and of each office that the outgoing one has besides it is asked what becomes of it.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::site::example::text_of;
use crate::site::office::{Office, rows_of};
use crate::support::{Register, both};

const FORM: &str = "/en/office/organisation/accra/do/people.change-leader";

/// The mandates of a post, the first first: holder, person, day and way.
async fn mandates(register: &Register, post: &str) -> Vec<String> {
    rows_of(
        register,
        &format!("SELECT m.holder || ' ' || coalesce(p.code, '-') || ' ' || CAST(m.\"from\" AS text) || '..' || coalesce(CAST(m.until AS text), '') || ' ' || coalesce(m.way, '-') FROM mandates m JOIN records r ON r.id = m.post LEFT JOIN records p ON p.id = m.person WHERE r.code = '{post}' ORDER BY m.\"from\", m.id"),
    )
    .await
}

/// The network of the tests, in which the Mayor of Accra has a seat on the board and is president, and Beat is co-president.
async fn with_offices(register: &Register) -> (Office, String) {
    let office = Office::of(register, false).await;
    let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
    let save = async |form: &str, fields: &[(&str, &str)]| {
        let (_, saved) = office.look_and_save(form, fields, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{form}: {}", text_of(&saved.body));
    };
    for code in ["president", "co-president"] {
        let fields = [
            ("label_und", code),
            ("code", code),
            ("post", "presidency"),
            ("from", "2019-01-01"),
            ("public", "yes"),
            ("illustrative", "yes"),
        ];
        save("/en/office/post/do/posts.create", &fields).await;
    }
    for (post, person) in
        [("seat-accra", "person-ama"), ("president", "person-ama"), ("co-president", "person-beat")]
    {
        let fields =
            [("holder", "person"), ("person", person), ("from", "2020-01-01"), ("illustrative", "yes")];
        save(&format!("/en/office/post/{post}/do/mandates.create"), &fields).await;
    }
    (office, olga)
}

#[test]
fn each_seat_of_a_leader_who_goes_is_asked_about_and_the_presidency_does_not_pass_by_itself() {
    both(async |register| {
        let (office, olga) = with_offices(register).await;
        let fields = [("label_en", "Nuru Kwalande"), ("from", "2021-02-01")];
        let shown = office.post(FORM, &fields, &olga).await;
        let told = text_of(&shown.body);
        assert_eq!(shown.status, StatusCode::OK, "{told}");
        // what is proposed is chosen: the seat passes on, and the co-president acts
        for proposed in [
            "name=\"answer.seat-accra\" value=\"passes-on\" checked",
            "name=\"answer.president\" value=\"acting.person-beat\" checked",
        ] {
            assert!(shown.body.contains(proposed), "{proposed}: {}", shown.body);
        }
        assert!(!shown.body.contains("answer.co-president"), "{}", shown.body);
        // what nobody has answered is not saved
        let (_, refused) = office.look_and_save(FORM, &fields, &olga).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        // other answers than those that were shown are shown again first
        let proposed = [("answer.president", "acting.person-beat"), ("answer.seat-accra", "passes-on")];
        let (sent, saved) = {
            let all = [&fields[..], &proposed].concat();
            office.look_and_save(FORM, &all, &olga).await
        };
        let swapped: Vec<(String, String)> = sent
            .iter()
            .map(|(name, text)| {
                (name.clone(), if name == "answer.seat-accra" { "stays".into() } else { text.clone() })
            })
            .collect();
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        assert_eq!(mandates(register, "seat-accra").await.len(), 2);
        assert!(mandates(register, "seat-accra").await[0].ends_with("..20210131 -"));
        assert_eq!(mandates(register, "president").await[1], "person person-beat 20210201.. acting");
        assert_eq!(mandates(register, "co-president").await, ["person person-beat 20200101.. -"]);
        let leader = mandates(register, "leader-accra").await;
        let seat = mandates(register, "seat-accra").await;
        let who = |mandate: &str| mandate.split(' ').nth(1).unwrap().to_string();
        assert_eq!(who(&leader[1]), who(&seat[1]), "the new leader has the seat");
        // one batch, one undo
        let batch = saved.header("location").split("saved=").nth(1).unwrap().to_string();
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &olga).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        assert_eq!(mandates(register, "seat-accra").await, ["person person-ama 20200101.. -"]);
        let refused = office.save(FORM, &swapped, &olga).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        // its holder stays, or nobody knows yet
        let others = [("answer.president", "vacant"), ("answer.seat-accra", "to-confirm")];
        let (_, saved) = office.look_and_save(FORM, &[&fields[..], &others].concat(), &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        assert_eq!(mandates(register, "seat-accra").await[1], "unknown - 20210201.. -");
        assert_eq!(mandates(register, "president").await[1], "vacant - 20210201.. -");
        // what is not offered is refused
        let wrong = [("label_en", "Ana Ruiz"), ("from", "2022-02-01"), ("answer.seat-accra", "mine")];
        let told = text_of(&office.post(FORM, &wrong, &olga).await.body);
        assert!(!told.contains("mine"), "no office is left to be asked about: {told}");
    });
}

#[test]
fn what_is_not_known_of_the_leader_is_not_known_of_the_seat_and_a_further_term_asks_nothing() {
    both(async |register| {
        let (office, olga) = with_offices(register).await;
        let unknown = office.post(FORM, &[("holder", "unknown"), ("from", "2021-02-01")], &olga).await;
        let proposed = "name=\"answer.seat-accra\" value=\"to-confirm\" checked";
        assert!(unknown.body.contains(proposed), "{}", unknown.body);
        // the term ends, and the same person is elected again
        let leader = rows_of(
            register,
            "SELECT CAST(m.id AS text) || '@' || CAST(m.recorded AS text) FROM mandates m JOIN records r ON r.id = m.post WHERE r.code = 'leader-accra'",
        )
        .await
        .remove(0);
        let end =
            format!("/en/office/post/leader-accra/do/mandates.end?row={}", leader.split('@').next().unwrap());
        let (_, ended) =
            office.look_and_save(&end, &[("row", &leader), ("until", "2021-01-31")], &olga).await;
        assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", text_of(&ended.body));
        let again = [("person", "person-ama"), ("from", "2021-02-01")];
        let (_, saved) = office.look_and_save(FORM, &again, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        assert_eq!(mandates(register, "seat-accra").await, ["person person-ama 20200101.. -"]);
        assert_eq!(mandates(register, "president").await, ["person person-ama 20200101.. -"]);
    });
}

#[test]
fn a_leader_without_other_offices_is_changed_as_before() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let fields = [("label_en", "Nuru Kwalande"), ("from", "2021-02-01")];
        let (_, saved) = office.look_and_save(FORM, &fields, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
    });
}

/// Who has seats for a government: the person or how the seat is held, its last day, and whether the seat goes on.
async fn seats_of(register: &Register, government: &str) -> Vec<String> {
    rows_of(
        register,
        &format!("SELECT m.holder || ' ' || coalesce(p.code, '-') || ' ' || CAST(m.\"from\" AS text) || '..' || coalesce(CAST(m.until AS text), '') || ' ' || coalesce(CAST(s.until AS text), 'goes on') FROM posts s JOIN records o ON o.id = s.organisation JOIN mandates m ON m.post = s.id LEFT JOIN records p ON p.id = m.person WHERE s.post = 'seat' AND o.code = '{government}' ORDER BY s.id, m.\"from\", m.id"),
    )
    .await
}

#[test]
fn each_seat_of_a_member_that_ends_is_asked_about_and_passes_to_its_successor_for_the_rest_of_the_term() {
    both(async |register| {
        let (office, olga) = with_offices(register).await;
        // the term of the seat has a last day
        let token = rows_of(
            register,
            "SELECT CAST(m.id AS text) || '@' || CAST(m.recorded AS text) FROM mandates m JOIN records r ON r.id = m.post WHERE r.code = 'seat-accra'",
        )
        .await
        .remove(0);
        let until =
            format!("/en/office/post/seat-accra/do/mandates.end?row={}", token.split('@').next().unwrap());
        let (_, saved) =
            office.look_and_save(&until, &[("row", &token), ("until", "2030-12-31")], &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let end = "/en/office/organisation/accra/do/members.end";
        let take_back = async |saved: &crate::site::example::Answer| {
            let batch = saved.header("location").split("saved=").nth(1).unwrap().to_string();
            let undone = office.post("/en/office/batches", &[("batch", &batch)], &olga).await;
            assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        };
        let fields = [("until", "2026-06-30"), ("ending", "succeeded"), ("successor", "bern")];
        let shown = office.post(end, &fields, &olga).await;
        for proposed in [
            "name=\"answer.seat-accra\" value=\"passes-on\" checked",
            "name=\"answer.president\" value=\"acting.person-beat\" checked",
        ] {
            assert!(shown.body.contains(proposed), "{proposed}: {}", text_of(&shown.body));
        }
        // what nobody has answered is not saved
        let (_, refused) = office.look_and_save(end, &fields, &olga).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let before = "person person-ama 20200101..20301231 goes on";
        for (answer, after) in [
            // nobody knows who leads Bern
            ("passes-on", Some("unknown - 20260701..20301231 goes on")),
            ("stays", Some("person person-ama 20260701..20301231 goes on")),
            ("to-confirm", Some("unknown - 20260701..20301231 goes on")),
            ("ends", None),
        ] {
            let answers = [("answer.seat-accra", answer), ("answer.president", "stays")];
            let (_, saved) = office.look_and_save(end, &[&fields[..], &answers].concat(), &olga).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{answer}: {}", text_of(&saved.body));
            assert_eq!(seats_of(register, "accra").await, ["person person-ama 20200101..20260630 20260630"]);
            assert_eq!(seats_of(register, "bern").await, after.into_iter().collect::<Vec<_>>(), "{answer}");
            assert_eq!(mandates(register, "president").await, ["person person-ama 20200101.. -"]);
            take_back(&saved).await;
            assert_eq!(seats_of(register, "accra").await, [before], "{answer}");
        }
        // without a successor the seat ends, unless somebody says otherwise
        let fields = [("until", "2026-06-30"), ("ending", "resigned")];
        let shown = office.post(end, &fields, &olga).await;
        let proposed = "name=\"answer.seat-accra\" value=\"ends\" checked";
        assert!(shown.body.contains(proposed) && !shown.body.contains("value=\"passes-on\""));
        for (answer, after) in [
            ("ends", vec!["person person-ama 20200101..20260630 20260630"]),
            ("stays", vec![before]),
            (
                "to-confirm",
                vec!["person person-ama 20200101..20260630 goes on", "unknown - 20260701..20301231 goes on"],
            ),
        ] {
            let answers = [("answer.seat-accra", answer), ("answer.president", "vacant")];
            let (_, saved) = office.look_and_save(end, &[&fields[..], &answers].concat(), &olga).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{answer}: {}", text_of(&saved.body));
            assert_eq!(seats_of(register, "accra").await, after, "{answer}");
            assert_eq!(mandates(register, "president").await[1], "vacant - 20260701.. -");
            take_back(&saved).await;
        }
        // a change of leader keeps the last day of the term too
        let fields = [
            ("label_en", "Nuru Kwalande"),
            ("from", "2021-02-01"),
            ("answer.seat-accra", "passes-on"),
            ("answer.president", "stays"),
        ];
        let (_, saved) = office.look_and_save(FORM, &fields, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        assert!(mandates(register, "seat-accra").await[1].ends_with("20210201..20301231 -"));
    });
}

#[test]
fn who_acts_for_a_region_is_offered_of_the_presidency_only_what_can_be_saved() {
    both(async |register| {
        let (office, _) = with_offices(register).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let fields = [("label_en", "Nuru Kwalande"), ("from", "2021-02-01")];
        let shown = office.post(FORM, &fields, &aya).await;
        assert!(shown.body.contains("name=\"answer.president\" value=\"stays\" checked"), "{}", shown.body);
        assert!(!shown.body.contains("value=\"acting."), "{}", shown.body);
        let answers = [("answer.president", "stays"), ("answer.seat-accra", "passes-on")];
        let (_, saved) = office.look_and_save(FORM, &[&fields[..], &answers].concat(), &aya).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        assert_eq!(mandates(register, "president").await, ["person person-ama 20200101.. -"]);
    });
}
