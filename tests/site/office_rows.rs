//! The actions that every table has, in the office: create, correct, change from a day, end, remove, and their undo.

use axum::http::StatusCode;
use decapolis::accounts::cast;
use decapolis_actions::Role;

use crate::site::example::text_of;
use crate::site::office::{Office, cookie, hidden, rows_of};
use crate::support::{Register, both};

/// An office with a membership officer of the cast, and their cookie.
async fn at_work(register: &Register) -> (Office, String) {
    let office = Office::of(register, true).await;
    cast::invite_all(&office.app).await.expect("the cast");
    let officer = cookie(&office.post("/en/cast", &[("as", "cast-membership-officer")], "").await);
    (office, officer)
}

/// Saves a form and gives the address of the page after it.
async fn saved(office: &Office, form: &str, fields: &[(&str, &str)], officer: &str) -> String {
    let (_, answer) = office.look_and_save(form, fields, officer).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{form}: {}", text_of(&answer.body));
    answer.header("location").to_string()
}

/// The id of the newest row of a table.
async fn newest(register: &Register, table: &str) -> String {
    rows_of(register, &format!("SELECT CAST(max(id) AS text) FROM {table}")).await.remove(0)
}

/// The hidden mark of the row that a form was made from.
async fn token(office: &Office, form: &str, officer: &str) -> String {
    let page = office.get(form, officer).await;
    assert_eq!(page.status, StatusCode::OK, "{form}: {}", text_of(&page.body));
    let row = page.body.split("name=\"row\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    row.expect("the row of the form").to_string()
}

#[test]
fn a_member_is_entered_corrected_changed_ended_and_taken_back_in_the_browser() {
    both(async |register| {
        let (office, officer) = at_work(register).await;
        let new = "/en/office/organisation/do/organisations.create";
        let page = office.get(new, &officer).await;
        assert!(
            page.body.contains("name=\"label_es\"") && page.body.contains("name=\"level\""),
            "{}",
            page.body
        );
        let fields = [
            ("label_und", "Tarn Valley"),
            ("level", "municipal"),
            ("illustrative", "yes"),
            ("public", "yes"),
        ];
        let place = saved(&office, new, &fields, &officer).await;
        assert!(place.starts_with("/en/office/organisation/tarn-valley?saved="), "{place}");
        // the same name once more is asked about, and then has a code of its own
        let asks = office.post(new, &fields, &officer).await;
        assert!(
            asks.body.contains("name=\"another\"") && !asks.body.contains("name=\"save\""),
            "{}",
            asks.body
        );
        let like = hidden(&asks, "like").remove(0).1;
        let apart = [&fields[..], &[("apart", like.as_str())]].concat();
        let again = saved(&office, new, &apart, &officer).await;
        assert!(again.starts_with("/en/office/organisation/organisation-"), "{again}");
        // a fact of it
        let record = "/en/office/organisation/tarn-valley";
        let form = format!("{record}/do/memberships.create");
        let wrong = office.post(&form, &[("from", "")], &officer).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        assert!(wrong.body.contains("id=\"from-error\""), "{}", text_of(&wrong.body));
        saved(&office, &form, &[("from", "2020-02"), ("illustrative", "yes")], &officer).await;
        let membership = newest(register, "memberships").await;
        let fact = format!("{record}/memberships/{membership}");
        assert!(text_of(&office.get(&fact, &officer).await.body).contains("February 2020"));
        // two at once are refused by the rule of the table, and what was typed is kept
        let twice = office.post(&form, &[("from", "2021-07-04")], &officer).await;
        assert_eq!(twice.status, StatusCode::BAD_REQUEST);
        assert!(twice.body.contains("2021-07-04"));
        // it was never so
        let correct = format!("{record}/do/memberships.correct?row={membership}");
        let row = token(&office, &correct, &officer).await;
        let fields = [
            ("row", row.as_str()),
            ("organisation", "tarn-valley"),
            ("from", "2020-03-01"),
            ("illustrative", "yes"),
        ];
        saved(&office, &correct, &fields, &officer).await;
        assert!(text_of(&office.get(&fact, &officer).await.body).contains("1 March 2020"));
        // the form of before is out of date: nothing is written, and both versions are shown
        let late = [
            ("row", row.as_str()),
            ("organisation", "tarn-valley"),
            ("from", "2020-05-01"),
            ("illustrative", "yes"),
        ];
        let moved = office.post(&correct, &late, &officer).await;
        assert_eq!(moved.status, StatusCode::BAD_REQUEST);
        let told = text_of(&moved.body);
        assert!(told.contains("1 March 2020 → 1 May 2020"), "{told}");
        // from a day on: the category changes, and what was before stays
        saved(
            &office,
            &format!("{record}/do/categories.create"),
            &[("category", "full"), ("from", "2020-03-01")],
            &officer,
        )
        .await;
        let category = newest(register, "categories").await;
        let change = format!("{record}/do/categories.change-from?row={category}");
        let row = token(&office, &change, &officer).await;
        let early = [
            ("row", row.as_str()),
            ("organisation", "tarn-valley"),
            ("category", "associate"),
            ("from", "2019"),
        ];
        let refused = office.post(&change, &early, &officer).await;
        assert!(text_of(&refused.body).contains("Its first day is 2020-03-01"), "{}", text_of(&refused.body));
        let later = [
            ("row", row.as_str()),
            ("organisation", "tarn-valley"),
            ("category", "associate"),
            ("from", "2022-01-01"),
        ];
        saved(&office, &change, &later, &officer).await;
        let spans = rows_of(
            register,
            &format!("SELECT category || ' ' || CAST(\"from\" AS text) || ' ' || coalesce(CAST(until AS text), '') FROM categories WHERE id >= {category} ORDER BY id"),
        )
        .await;
        assert_eq!(spans, ["full 20200301 20211231", "associate 20220101 "]);
        // the end, and its undo
        let end = format!("{record}/do/memberships.end?row={membership}");
        let row = token(&office, &end, &officer).await;
        let fields = [
            ("row", row.as_str()),
            ("until", "2024-12-31"),
            ("ending", "resigned"),
            ("because", "letter of 3 May"),
        ];
        let place = saved(&office, &end, &fields, &officer).await;
        let page = text_of(&office.get(&place, &officer).await.body);
        assert!(page.contains("Saved: End: Memberships") && page.contains("letter of 3 May"), "{page}");
        let batch = place.split("saved=").nth(1).unwrap();
        let undone = office.post("/en/office/batches", &[("batch", batch)], &officer).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        let until = rows_of(
            register,
            &format!("SELECT coalesce(CAST(until AS text), '') FROM memberships WHERE id = {membership}"),
        )
        .await;
        assert_eq!(until, [""], "the membership goes on");
        // what others stand on is not removed
        let remove = format!("{record}/do/organisations.remove");
        let page = office.get(&remove, &officer).await;
        let row = token(&office, &remove, &officer).await;
        let fields = [("row", row.as_str())];
        let follows = office.post(&remove, &fields, &officer).await;
        let all: Vec<(String, String)> = [("row".to_string(), row.clone()), ("save".into(), "yes".into())]
            .into_iter()
            .chain(["seen", "shown"].into_iter().flat_map(|name| crate::site::office::hidden(&follows, name)))
            .collect();
        let refused = office.save(&remove, &all, &officer).await;
        assert_eq!(
            refused.status,
            StatusCode::CONFLICT,
            "{} {}",
            text_of(&page.body),
            text_of(&refused.body)
        );
    });
}

#[test]
fn rows_of_others_and_tables_kept_for_other_actions_are_not_there() {
    both(async |register| {
        let (office, officer) = at_work(register).await;
        let membership = rows_of(
            register,
            "SELECT CAST(m.id AS text) FROM memberships m JOIN records r ON r.id = m.organisation WHERE r.code <> 'accra' ORDER BY m.id LIMIT 1",
        )
        .await
        .remove(0);
        for address in [
            format!("/en/office/organisation/accra/memberships/{membership}"),
            format!("/en/office/organisation/accra/do/memberships.correct?row={membership}"),
            "/en/office/organisation/accra/do/memberships.correct?row=999999999".to_string(),
            "/en/office/organisation/accra/do/memberships.correct".to_string(),
            "/en/office/organisation/accra/do/organisations.create".to_string(),
            "/en/office/organisation/do/organisations.correct".to_string(),
            "/en/office/organisation/do/memberships.create".to_string(),
            "/en/office/organisation/accra/do/grants.create".to_string(),
            "/en/office/organisation/accra/do/editions.remove".to_string(),
            "/en/office/organisation/accra/people/1".to_string(),
        ] {
            let answer = office.get(&address, &officer).await;
            let closed = [StatusCode::NOT_FOUND, StatusCode::CONFLICT, StatusCode::BAD_REQUEST]
                .contains(&answer.status);
            assert!(closed, "{address}: {}", answer.status);
        }
        // a treasurer opens a fact and changes nothing
        let intern = office.join(&office.invite("ivo@example.org", Role::Treasurer).await).await;
        let own = rows_of(
            register,
            "SELECT CAST(m.id AS text) FROM memberships m JOIN records r ON r.id = m.organisation WHERE r.code = 'accra' LIMIT 1",
        )
        .await
        .remove(0);
        let page = office.get(&format!("/en/office/organisation/accra/memberships/{own}"), &intern).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.body.contains("/do/"), "{}", page.body);
        for deed in ["create", "correct", "end", "remove"] {
            let address = format!("/en/office/organisation/accra/do/memberships.{deed}?row={own}");
            assert_eq!(office.get(&address, &intern).await.status, StatusCode::FORBIDDEN, "{address}");
            assert_eq!(office.post(&address, &[], &intern).await.status, StatusCode::FORBIDDEN, "{address}");
        }
    });
}
