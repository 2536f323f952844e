//! Drafts of forms: kept, offered again, gone on with, discarded, and seen by their owner alone.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::register::files::everything;
use crate::site::example::text_of;
use crate::site::office::{Office, hidden, rows_of};
use crate::support::both;

/// The forms with drafts: a form that was saved has a row in which nothing is typed.
const DRAFTS: &str = "SELECT form FROM drafts WHERE typed <> ''";

/// The fields with when the form was shown, which says whether it was saved since.
async fn shown_now(office: &Office, form: &str, typed: &[(&str, &str)], who: &str) -> Vec<(String, String)> {
    let page = office.get(form, who).await;
    let own = typed.iter().map(|(name, text)| (name.to_string(), text.to_string()));
    own.chain(hidden(&page, "begun")).collect()
}

#[test]
fn a_draft_that_was_on_its_way_when_the_form_was_saved_is_not_offered_again() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let form = "/en/office/organisation/accra/do/people.change-leader";
        let typed = [("label_en", "Nuru Kwalande"), ("from", "2021-02")];
        let mut late = shown_now(&office, form, &typed, &olga).await;
        late.push(("draft".into(), "keep".into()));
        assert_eq!(office.save(form, &late, &olga).await.status, StatusCode::SEE_OTHER);
        let (_, saved) = office.look_and_save(form, &typed, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        // the same once more comes after the save, with or without a page
        let refused = office.save(form, &late, &olga).await;
        assert!(
            refused.status == StatusCode::BAD_REQUEST && text_of(&refused.body).contains("has been saved"),
            "{}",
            text_of(&refused.body)
        );
        assert_eq!(rows_of(register, DRAFTS).await, [""; 0]);
        assert!(!office.get(form, &olga).await.body.contains("draft=yes"));
        // a form that was opened afterwards keeps what is typed in it, and one that was discarded does not
        let mut new = shown_now(&office, form, &typed, &olga).await;
        new.push(("draft".into(), "keep".into()));
        assert_eq!(office.save(form, &new, &olga).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rows_of(register, DRAFTS).await.len(), 1);
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        let discards = [("form", "/organisation/accra/do/people.change-leader")];
        office.post("/en/office/drafts", &discards, &olga).await;
        assert_eq!(office.save(form, &new, &olga).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(rows_of(register, DRAFTS).await, [""; 0]);
        // after a day nothing is known of it any more
        register.db.run_unjournaled("UPDATE drafts SET kept = kept - 86400001").await.unwrap();
        office
            .post("/en/office/person/do/people.create", &[("label_und", "Ada"), ("draft", "keep")], &olga)
            .await;
        assert_eq!(rows_of(register, "SELECT form FROM drafts").await, ["/person/do/people.create"]);
    });
}

#[test]
fn what_was_typed_survives_and_only_who_typed_it_sees_it() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let omar = office.join(&office.invite("omar@example.org", Role::Secretariat).await).await;
        let treasurer = office.join(&office.invite("ivo@example.org", Role::Treasurer).await).await;
        let before = everything(register).await;
        let form = "/en/office/organisation/accra/do/people.change-leader";
        let typed = [("label_en", "Nuru Kwalande"), ("from", "31 feb"), ("because", "a letter")];
        let kept = office.post(form, &[&typed[..], &[("draft", "keep")]].concat(), &olga).await;
        assert_eq!(
            (kept.status, kept.header("location")),
            (StatusCode::SEE_OTHER, &*format!("{form}?draft=yes"))
        );
        assert_eq!(everything(register).await, before, "a draft is no fact");
        // the form offers it, and shows it whole, also what cannot be read
        let offered = office.get(form, &olga).await;
        assert!(
            text_of(&offered.body).contains("not saved it") && !offered.body.contains("Nuru"),
            "{}",
            offered.body
        );
        let open = office.get(&format!("{form}?draft=yes"), &olga).await;
        for text in ["Nuru Kwalande", "31 feb", "a letter"] {
            assert!(open.body.contains(&format!("value=\"{text}\"")), "{text}: {}", open.body);
        }
        assert!(!open.body.contains("name=\"save\""), "what follows is looked at again");
        // at the start of the office, with what it is about
        let start = office.get("/en/office", &olga).await;
        assert!(text_of(&start.body).contains("Change the leader · Accra"), "{}", text_of(&start.body));
        for other in [&omar, &treasurer] {
            assert!(!office.get("/en/office", other).await.body.contains("draft=yes"));
        }
        let theirs = office.get(&format!("{form}?draft=yes"), &omar).await;
        assert!(!theirs.body.contains("Nuru") && !theirs.body.contains("a letter"), "{}", theirs.body);
        let discards = [("form", "/organisation/accra/do/people.change-leader")];
        office.post("/en/office/drafts", &discards, &omar).await;
        assert_eq!(rows_of(register, DRAFTS).await.len(), 1, "nobody discards another person's");
        // who may not do the action keeps no draft of it
        let no = office.post(form, &[&typed[..], &[("draft", "keep")]].concat(), &treasurer).await;
        assert_eq!(no.status, StatusCode::FORBIDDEN);
        // the newest replaces the one before; a save ends it
        let again = [("label_en", "Nuru Kwalande"), ("from", "2021-02"), ("draft", "keep")];
        office.post(form, &again, &olga).await;
        assert_eq!(rows_of(register, DRAFTS).await.len(), 1);
        let (_, saved) = office.look_and_save(form, &again[..2], &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        assert_eq!(rows_of(register, DRAFTS).await, [""; 0]);
        // or its owner discards it
        let again = shown_now(&office, form, &again, &olga).await;
        office.save(form, &again, &olga).await;
        let discarded = office.post("/en/office/drafts", &discards, &olga).await;
        assert_eq!(discarded.status, StatusCode::SEE_OTHER);
        assert!(!office.get(form, &olga).await.body.contains("draft=yes"));
        // after thirty days it is gone
        let again: Vec<(&str, &str)> = again
            .iter()
            .filter(|(name, _)| name != "begun")
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let again = shown_now(&office, form, &again, &olga).await;
        office.save(form, &again, &olga).await;
        register.db.run_unjournaled("UPDATE drafts SET kept = kept - 2592000001").await.unwrap();
        assert!(!office.get("/en/office", &olga).await.body.contains("draft=yes"));
        office
            .post("/en/office/person/do/people.create", &[("label_und", "Ada"), ("draft", "keep")], &olga)
            .await;
        let left = rows_of(register, DRAFTS).await;
        assert_eq!(left, ["/person/do/people.create"], "old ones go when one is kept");
    });
}

#[test]
fn a_draft_of_a_row_that_has_changed_since_shows_both_versions() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let membership = rows_of(
            register,
            "SELECT CAST(m.id AS text) FROM memberships m JOIN records r ON r.id = m.organisation WHERE r.code = 'accra'",
        )
        .await
        .remove(0);
        let address = "/en/office/organisation/accra/do/memberships.correct";
        let form = format!("{address}?row={membership}");
        let row = hidden(&office.get(&form, &olga).await, "row").remove(0).1;
        let typed = |from: &'static str, row: &str| {
            [
                ("row", row.to_string()),
                ("organisation", "accra".into()),
                ("from", from.into()),
                ("illustrative", "no".into()),
            ]
        };
        let fields = |all: &[(&'static str, String)]| {
            all.iter().map(|(name, text)| (*name, text.clone())).collect::<Vec<_>>()
        };
        let mine = fields(&typed("2011-05-01", &row));
        let as_sent = |all: &[(&'static str, String)]| -> Vec<(String, String)> {
            all.iter().map(|(name, text)| (name.to_string(), text.clone())).collect()
        };
        let mut keeps = as_sent(&mine);
        keeps.push(("draft".into(), "keep".into()));
        let kept = office.save(address, &keeps, &olga).await;
        assert_eq!(kept.header("location"), format!("{form}&draft=yes"));
        // meanwhile the row is corrected by somebody else
        let omar = office.join(&office.invite("omar@example.org", Role::Secretariat).await).await;
        let other = fields(&typed("2010-03-03", &row));
        let other: Vec<(&str, &str)> = other.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let (_, saved) = office.look_and_save(address, &other, &omar).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let open = office.get(&format!("{form}&draft=yes"), &olga).await;
        assert!(open.body.contains("value=\"2011-05-01\""), "{}", open.body);
        assert_eq!(hidden(&open, "row").remove(0).1, row, "the version for which it was typed");
        let mine: Vec<(&str, &str)> = mine.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let moved = office.post(address, &mine, &olga).await;
        assert_eq!(moved.status, StatusCode::BAD_REQUEST);
        assert!(text_of(&moved.body).contains("3 March 2010 → 1 May 2011"), "{}", text_of(&moved.body));
    });
}
