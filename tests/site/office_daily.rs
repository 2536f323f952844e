//! The short forms of what is done most days: a category, a region, a standing, a post.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::site::example::text_of;
use crate::site::office::{Office, rows_of};
use crate::support::both;

#[test]
fn a_category_a_region_and_a_standing_are_changed_with_a_few_fields_and_taken_back() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let of = |action: &str| format!("/en/office/organisation/accra/do/{action}");
        let days = async |table: &str, column: &str| {
            rows_of(
                register,
                &format!("SELECT coalesce(v.code, '') || ' ' || CAST(t.\"from\" AS text) || '..' || coalesce(CAST(t.until AS text), '') FROM {table} t JOIN records r ON r.id = t.organisation LEFT JOIN records v ON {column} WHERE r.code = 'accra' ORDER BY t.\"from\""),
            )
            .await
        };
        let page = office.get("/en/office/organisation/accra", &olga).await;
        for action in ["members.change-category", "members.change-region", "members.set-standing"] {
            assert!(page.body.contains(action), "{action}");
        }
        let batch = async |form: &str, fields: &[(&str, &str)]| {
            let (_, saved) = office.look_and_save(form, fields, &olga).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{form}: {}", text_of(&saved.body));
            saved.header("location").split("saved=").nth(1).unwrap().to_string()
        };
        // what is so already is said, and a change before its first day is none
        let form = of("members.change-category");
        let same = office.post(&form, &[("category", "full"), ("from", "2021-01-01")], &olga).await;
        assert!(text_of(&same.body).contains("Nothing would change"), "{}", text_of(&same.body));
        let early = office.post(&form, &[("category", "associate"), ("from", "2009-01-01")], &olga).await;
        assert_eq!(early.status, StatusCode::OK, "a category before the first is a row of its own");
        let changed = batch(&form, &[("category", "associate"), ("from", "2021-07-01")]).await;
        let categories = "SELECT c.category || ' ' || CAST(c.\"from\" AS text) || '..' || coalesce(CAST(c.until AS text), '') FROM categories c JOIN records r ON r.id = c.organisation WHERE r.code = 'accra' ORDER BY c.\"from\"";
        assert_eq!(rows_of(register, categories).await, ["full 20100101..20210630", "associate 20210701.."]);
        office.post("/en/office/batches", &[("batch", &changed)], &olga).await;
        assert_eq!(rows_of(register, categories).await, ["full 20100101.."]);
        // a region neither takes a member nor gives one away
        let form = of("members.change-region");
        assert_eq!(office.get(&form, &aya).await.status, StatusCode::FORBIDDEN);
        batch(&form, &[("region", "europe"), ("from", "2021-07-01")]).await;
        let places = days("placements", "v.id = t.region").await;
        assert_eq!(places, ["africa 20100101..20210630", "europe 20210701.."]);
        // the standing of a year is noted once and changed after that
        let form = of("members.set-standing");
        batch(&form, &[("year", "2021"), ("standing", "due"), ("day", "2021-03-01")]).await;
        batch(&form, &[("year", "2021"), ("standing", "settled"), ("day", "2021-05-02")]).await;
        let noted = "SELECT s.standing || ' ' || CAST(s.day AS text) FROM standings s JOIN records r ON r.id = s.organisation WHERE r.code = 'accra' AND s.year = 2021";
        assert_eq!(rows_of(register, noted).await, ["settled 20210502"]);
        let same = office.post(&form, &[("year", "2021"), ("standing", "settled")], &olga).await;
        assert!(text_of(&same.body).contains("Nothing would change"), "{}", text_of(&same.body));
    });
}

#[test]
fn somebody_is_elected_to_a_post_for_a_term_or_appointed_without_a_day() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let form = "/en/office/post/seat-accra/do/people.fill-post";
        let mandates = async || {
            rows_of(
                register,
                "SELECT p.code || ' ' || coalesce(m.way, '-') || ' ' || CAST(m.\"from\" AS text) || '/' || CAST(m.from_last AS text) || '..' || coalesce(CAST(m.until AS text), '') FROM mandates m JOIN records r ON r.id = m.post JOIN records p ON p.id = m.person WHERE r.code = 'seat-accra' ORDER BY m.id",
            )
            .await
        };
        let elected =
            [("person", "person-ama"), ("way", "elected"), ("from", "2020-02-01"), ("until", "2030-12-31")];
        let (_, saved) = office.look_and_save(form, &elected, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        assert_eq!(mandates().await, ["person-ama elected 20200201/20200201..20301231"]);
        let again = office.post(form, &[("person", "person-ama"), ("from", "2021-02-01")], &olga).await;
        assert!(text_of(&again.body).contains("It is so already"), "{}", text_of(&again.body));
        // nobody knows the day: some time after the one before began, and by today
        let appointed = [("person", "person-beat"), ("way", "appointed")];
        let (_, saved) = office.look_and_save(form, &appointed, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let today = office.app.settings.today().number();
        assert_eq!(mandates().await[1], format!("person-beat appointed 20200202/{today}.."));
        // and both are taken back, the last first
        let batch = saved.header("location").split("saved=").nth(1).unwrap().to_string();
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &olga).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        assert_eq!(mandates().await, ["person-ama elected 20200201/20200201..20301231"]);
    });
}
