//! The log of readings of personal data: what is noted, that no reading writes, and who is shown it.

use axum::http::StatusCode;
use decapolis::accounts::invite::{INVITE, Invite};
use decapolis::accounts::secrets;
use decapolis::lookups::log::{Looks, LookupLog};
use decapolis::lookups::store::{forget_old, of_people};
use decapolis::lookups::way::WayOfReading;
use decapolis_actions::{self as actions, Actor, Request, Role};
use decapolis_register::journal::{self, RowId};
use decapolis_register::records;
use decapolis_register::scope::Part;
use jiff::{SignedDuration, Timestamp};

use crate::register::files::everything;
use crate::site::api::Program;
use crate::site::example::text_of;
use crate::site::office::{Office, rows_of};
use crate::support::{Register, both};

async fn id(office: &Office, kind: &str, code: &str) -> RowId {
    records::by_code(office.app.db.reader(), kind, code).await.unwrap().expect(code).id
}

/// What the register keeps of readings of a person: mail addresses and ways.
async fn kept(register: &Register, person: &str) -> Vec<String> {
    let sql = format!(
        "SELECT a.mail || ' ' || l.role || ' ' || l.way FROM lookups l JOIN accounts a ON a.code = l.account JOIN records r ON r.id = l.person WHERE r.code = '{person}' ORDER BY 1"
    );
    rows_of(register, &sql).await
}

#[test]
fn who_reads_of_a_person_is_noted_and_no_reading_writes() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let program = Program::of(&office, &olga, "no", "").await;
        let (before, last) = (everything(register).await, journal::last(register.db.reader()).await.unwrap());
        for address in [
            "/en/office/person/person-xu",
            "/en/office/person/person-xu",
            "/en/office/person/person-ama/do/people.correct",
            "/en/office/file/people/csv",
            "/en/office/person",
            "/en/office/named.json?q=xu&kind=person",
        ] {
            assert_eq!(office.get(address, &olga).await.status, StatusCode::OK, "{address}");
        }
        assert_eq!(program.get("/api/v1/records/person/person-xu").await.status, StatusCode::OK);
        // nothing of it is in the register yet: whoever kills the program now loses these
        assert_eq!(kept(register, "person-xu").await, Vec::<String>::new());
        office.app.lookups.flush(&office.app.db).await.expect("written");
        let of_xu = ["file", "list", "name", "page", "program"]
            .map(|way| format!("olga@example.org secretariat {way}"));
        assert_eq!(kept(register, "person-xu").await, of_xu);
        // a name that everybody sees is no reading
        let of_ama = ["file", "list", "page"].map(|way| format!("olga@example.org secretariat {way}"));
        assert_eq!(kept(register, "person-ama").await, of_ama);
        // once a day is enough
        office.get("/en/office/person/person-xu", &olga).await;
        office.app.lookups.flush(&office.app.db).await.expect("written");
        assert_eq!(kept(register, "person-xu").await, of_xu);
        assert_eq!(journal::last(register.db.reader()).await.unwrap(), last, "no entry was written");
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn what_everybody_reads_of_a_person_is_not_noted() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let link = office.invite_for("eva@example.org", Role::RegionalSecretariat, Some("europe")).await;
        let eva = office.join(&link).await;
        // of Africa, and public
        let page = office.get("/en/office/person/person-ama", &eva).await;
        assert!(page.status == StatusCode::OK && !text_of(&page.body).contains("woman"), "{}", page.body);
        for address in [
            "/en/office/person/person-xu",
            "/en/office/find?q=xu",
            "/en/office/person",
            "/en/person/person-ama",
        ] {
            office.get(address, &eva).await;
        }
        office.app.lookups.flush(&office.app.db).await.expect("written");
        assert_eq!(rows_of(register, "SELECT code FROM lookups").await, Vec::<String>::new());
    });
}

#[test]
fn the_person_is_shown_role_and_purpose_and_an_administrator_who_it_was() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        // an account that hangs on the mandate of the mayor of Accra
        let link = secrets::token().unwrap();
        let invite = Invite {
            mail: "ama@example.org".into(),
            name: "Ama".into(),
            role: Role::RegionalSecretariat,
            part: Some(Part::region(id(&office, "region", "europe").await)),
            until: None,
            post: Some(id(&office, "post", "leader-accra").await),
            reason: None,
            code: None,
            link: Some(link.clone()),
            letter: None,
        };
        let by = Request::by(Actor::Operator);
        actions::run(&office.app.register(), &INVITE, by, invite).await.expect("invited");
        let ama = office.join(&link).await;
        for person in ["person-ama", "person-xu"] {
            office.get(&format!("/en/office/person/{person}"), &olga).await;
        }
        office.app.lookups.flush(&office.app.db).await.expect("written");
        // her own, without names
        let mine = text_of(&office.get("/en/office/me/lookups", &ama).await.body);
        assert!(
            mine.contains("secretariat To run the network") && mine.contains("the page of the person"),
            "{mine}"
        );
        assert!(!mine.contains("olga"), "{mine}");
        assert!(office.get("/en/office/me", &ama).await.body.contains("/en/office/me/lookups"));
        // nobody else's, not even in her own region
        for person in ["person-ama", "person-xu", "person-beat"] {
            let page = office.get(&format!("/en/office/person/{person}/lookups"), &ama).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{person}");
        }
        assert_eq!(
            office.get("/en/office/person/person-ama/lookups", &olga).await.status,
            StatusCode::FORBIDDEN
        );
        let nobody = text_of(&office.get("/en/office/me/lookups", &olga).await.body);
        assert!(
            nobody.contains("not tied to a person") && !nobody.contains("To run the network"),
            "{nobody}"
        );
        // administrators see who, and what is given to the person
        let page = office.get("/en/office/person/person-xu/lookups", &chief).await;
        assert!(
            text_of(&page.body).contains("olga") && page.body.contains("/lookups?to=person"),
            "{}",
            page.body
        );
        let given = text_of(&office.get("/en/office/person/person-xu/lookups?to=person", &chief).await.body);
        assert!(
            given.contains("Xu") && given.contains("To run the network") && !given.contains("olga"),
            "{given}"
        );
        assert_eq!(
            office.get("/en/office/organisation/accra/lookups", &chief).await.status,
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn a_log_that_is_full_counts_what_it_loses_and_the_health_page_says_so() {
    both(async |register| {
        let log = std::sync::Arc::new(LookupLog::holding(2));
        let small = log.clone();
        let office = Office::with(register, |app| app.lookups = small, "").await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let health = text_of(&office.get("/en/office/health", &chief).await.body);
        assert!(!health.contains("Readings of personal data"), "{health}");
        for _ in 0..5 {
            assert_eq!(office.get("/en/office/person/person-ama", &chief).await.status, StatusCode::OK);
        }
        let lost = log.lost();
        assert!(lost >= 3, "{lost}");
        let health = text_of(&office.get("/en/office/health", &chief).await.body);
        assert!(health.contains(&format!("were not noted: {lost}")), "{health}");
        // there is room again
        log.flush(&office.app.db).await.expect("written");
        office.get("/en/office/person/person-xu", &chief).await;
        assert!(!log.take().await.is_empty());
    });
}

#[test]
fn a_lookup_is_kept_for_a_year() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let person = id(&office, "person", "person-xu").await;
        let log = LookupLog::default();
        Looks { log: &log, account: "abc", role: Role::Intern }.note(WayOfReading::Page, [person]);
        log.flush(&register.db).await.expect("written");
        let left = async |days: i64| {
            forget_old(&register.db, Timestamp::now() + SignedDuration::from_hours(24 * days))
                .await
                .expect("removed");
            of_people(register.db.reader(), &[person], 10).await.unwrap().len()
        };
        assert_eq!((left(365).await, left(367).await), (1, 0));
    });
}
