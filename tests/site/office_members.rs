//! A government is admitted and its membership ends, in the office.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::site::example::text_of;
use crate::site::office::{Office, hidden, rows_of};
use crate::support::both;

#[test]
fn a_government_is_admitted_and_leaves_with_its_category_and_its_seats() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let of = |code: &str, action: &str| format!("/en/office/organisation/{code}/do/{action}");
        // six fields, one save
        let admit = of("university", "members.admit");
        let fields = [("from", "1 March 2026"), ("category", "associate"), ("ratification", "2026-02-10")];
        let without = office.post(&admit, &fields, &olga).await;
        assert!(text_of(&without.body).contains("in no region yet"), "{}", text_of(&without.body));
        let fields = [&fields[..], &[("region", "Europe · europe")]].concat();
        let (_, saved) = office.look_and_save(&admit, &fields, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let written = rows_of(
            register,
            "SELECT c.category || ' ' || CAST(m.\"from\" AS text) || ' ' || CAST(m.ratification AS text) || ' ' || g.code FROM memberships m JOIN categories c ON c.organisation = m.organisation JOIN placements p ON p.organisation = m.organisation JOIN records g ON g.id = p.region JOIN records r ON r.id = m.organisation WHERE r.code = 'university'",
        )
        .await;
        assert_eq!(written, ["associate 20260301 20260210 europe"]);
        let again = office.post(&admit, &[("from", "2026-05"), ("category", "full")], &olga).await;
        assert!(text_of(&again.body).contains("It is a member already"), "{}", text_of(&again.body));
        // one that is in a region stays there
        let back = [("from", "2026-04-01"), ("category", "full")];
        let (_, saved) = office.look_and_save(&of("eger", "members.admit"), &back, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let places = rows_of(
            register,
            "SELECT CAST(count(*) AS text) FROM placements p JOIN records r ON r.id = p.organisation WHERE r.code = 'eger'",
        )
        .await;
        assert_eq!(places, ["1"]);
        // the end: what only a member has ends with it, and the government keeps its leader and its region
        let end = of("accra", "members.end");
        let fields = [("until", "2026-06-30"), ("ending", "succeeded")];
        let nobody = office.post(&end, &fields, &olga).await;
        assert!(text_of(&nobody.body).contains("Nobody is named"), "{}", text_of(&nobody.body));
        let itself = [&fields[..], &[("successor", "accra")]].concat();
        let wrong = office.post(&end, &itself, &olga).await;
        assert!(text_of(&wrong.body).contains("cannot be the successor"), "{}", text_of(&wrong.body));
        // of a member that is succeeded it is asked whether the seat passes on
        let succeeded = [&fields[..], &[("successor", "university")]].concat();
        let shown = office.post(&end, &succeeded, &olga).await;
        let proposed = "name=\"answer.seat-accra\" value=\"passes-on\" checked";
        assert!(shown.body.contains(proposed), "{}", text_of(&shown.body));
        let fields = [("until", "2026-06-30"), ("ending", "resigned")];
        let shown = office.post(&end, &fields, &olga).await;
        let told = text_of(&shown.body);
        assert!(
            told.contains("Memberships")
                && told.contains("Membership categories")
                && told.contains("Seat of Accra"),
            "{told}"
        );
        assert!(!hidden(&shown, "seen").is_empty());
        let (_, saved) = office.look_and_save(&end, &fields, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let ended = async |table: &str| {
            rows_of(
                register,
                &format!("SELECT coalesce(CAST(t.until AS text), 'goes on') FROM {table} t JOIN records r ON r.id = t.organisation WHERE r.code = 'accra' ORDER BY t.id"),
            )
            .await
        };
        assert_eq!(ended("memberships").await, ["20260630"]);
        assert_eq!(ended("categories").await, ["20260630"]);
        assert_eq!(ended("placements").await, ["goes on"]);
        // the post of the leader, and the seat
        assert_eq!(ended("posts").await, ["goes on", "20260630"]);
        let nothing = office.post(&end, &[("until", "2026-07-31"), ("ending", "resigned")], &olga).await;
        assert!(text_of(&nothing.body).contains("no membership that goes on"), "{}", text_of(&nothing.body));
        // and all of it is taken back
        let batch = saved.header("location").split("saved=").nth(1).unwrap().to_string();
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &olga).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        assert_eq!(ended("memberships").await, ["goes on"]);
        assert_eq!(ended("posts").await, ["goes on", "goes on"]);
    });
}
