//! The health page and `check`: the same lines, each with what to do; and settings that count at once.

use axum::http::StatusCode;
use decapolis::health::backups;
use decapolis::health::check::lines;
use decapolis::health::line::Grade;
use decapolis::jobs::kind::JobKind;
use decapolis::jobs::store::job;
use decapolis::jobs::worker::do_next;
use decapolis_actions::Role;
use decapolis_register::unversioned;
use decapolis_words::errors::Error;
use jiff::{SignedDuration, Timestamp};

use crate::site::example::text_of;
use crate::site::office::{Office, hidden, rows_of};
use crate::support::both;

/// What was found of a subject, and how much it matters.
async fn found(office: &Office, subject: &str, now: Timestamp) -> (&'static str, Grade) {
    let locale = office.app.locale("en").expect("English");
    let all = lines(&office.app, &locale, now).await.expect("lines");
    assert!(all.is_sorted_by_key(|line| std::cmp::Reverse(line.grade)), "what must be mended comes first");
    for line in &all {
        assert!(!line.words(&locale).contains('['), "{line:?}");
        assert_eq!(line.mend(&locale).is_some(), line.grade != Grade::Good, "{line:?}");
    }
    let line = all.iter().find(|line| line.subject == subject).expect("a line");
    (line.found, line.grade)
}

static NEVER: JobKind = JobKind {
    name: "mail.send-message",
    run: |_, _| Box::pin(async { Err(Error::refused("error-nothing-to-do")) }),
    gave_up: None,
    again_after: None,
};

#[test]
fn each_line_tells_what_is_the_case_and_what_to_do() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let now = Timestamp::now();
        assert_eq!(found(&office, "register", now).await, ("agrees", Grade::Good));
        assert_eq!(found(&office, "upgrade", now).await, ("none", Grade::Good));
        assert_eq!(found(&office, "clock", now).await, ("agrees", Grade::Good));
        assert_eq!(found(&office, "mail", now).await, ("off", Grade::Look));
        assert_eq!(found(&office, "address", now).await, ("none", Grade::Look));
        // backups grow old
        assert_eq!(found(&office, "backup", now).await, ("never", Grade::Mend));
        backups::note(&register.db, 1, now).await.unwrap();
        let after = |days: i64| now + SignedDuration::from_hours(days * 24);
        assert_eq!(found(&office, "backup", after(1)).await, ("new", Grade::Good));
        assert_eq!(found(&office, "backup", after(2)).await, ("old", Grade::Look));
        assert_eq!(found(&office, "backup", after(8)).await, ("old", Grade::Mend));
        // jobs that nobody takes, and jobs that were given up
        unversioned::write(&register.db, [job(&NEVER, "x", now).unwrap()]).await.unwrap();
        assert_eq!(found(&office, "jobs", now).await, ("done", Grade::Good));
        let late = now + SignedDuration::from_mins(11);
        assert_eq!(found(&office, "jobs", late).await, ("late", Grade::Mend));
        assert!(do_next(&office.app, &[&NEVER], now).await.unwrap());
        assert_eq!(found(&office, "jobs", now).await, ("dead", Grade::Mend));
        // the machine's clock has gone back
        let yesterday = now - SignedDuration::from_hours(10_000 * 24);
        register
            .db
            .run_unjournaled(&format!("UPDATE counter SET clock = {}", now.as_millisecond()))
            .await
            .unwrap();
        assert_eq!(found(&office, "clock", yesterday).await, ("behind", Grade::Mend));
        // a head that names another entry
        register
            .db
            .run_unjournaled("UPDATE heads SET number = number - 1 WHERE name = 'memberships'")
            .await
            .unwrap();
        assert_eq!(found(&office, "register", now).await, ("differs", Grade::Mend));
        register.db.run_unjournaled("UPDATE schema_stamp SET stamp = 'another'").await.unwrap();
        assert_eq!(found(&office, "upgrade", now).await, ("other", Grade::Mend));
    });
}

#[test]
fn administrators_see_the_health_page_and_try_dead_work_again() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let admin = office.join(&office.invite("ada@example.org", Role::Administrator).await).await;
        let clerk = office.join(&office.invite("eva@example.org", Role::Secretariat).await).await;
        assert_eq!(office.get("/en/office/health", &clerk).await.status, StatusCode::FORBIDDEN);
        assert_eq!(office.post("/en/office/health", &[], &clerk).await.status, StatusCode::FORBIDDEN);
        unversioned::write(&register.db, [job(&NEVER, "x", Timestamp::now()).unwrap()]).await.unwrap();
        do_next(&office.app, &[&NEVER], Timestamp::now()).await.unwrap();
        let page = office.get("/en/office/health", &admin).await;
        let text = text_of(&page.body);
        assert!(
            text.contains("No backup of this register was ever written.") && text.contains("Try again"),
            "{text}"
        );
        assert_eq!(page.header("cache-control"), "no-store");
        let code = hidden(&page, "job").remove(0).1;
        let again = [("job", code.as_str()), ("deed", "again")];
        assert_eq!(office.post("/en/office/health", &again, &admin).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rows_of(register, "SELECT code FROM jobs WHERE died IS NULL").await, [code.clone()]);
        do_next(&office.app, &[&NEVER], Timestamp::now()).await.unwrap();
        let forget = [("job", code.as_str()), ("deed", "forget")];
        assert_eq!(office.post("/en/office/health", &forget, &admin).await.status, StatusCode::SEE_OTHER);
        assert!(rows_of(register, "SELECT code FROM jobs").await.is_empty());
    });
}

#[test]
fn settings_count_at_once_and_are_taken_back() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let eva = office.join(&office.invite("eva@example.org", Role::Secretariat).await).await;
        let intern = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        assert_eq!(office.get("/en/office/settings", &intern).await.status, StatusCode::FORBIDDEN);
        let to = office.get("/en/office/settings", &eva).await.header("location").to_string();
        let form = office.get(&to, &eva).await;
        assert_eq!(form.status, StatusCode::OK, "{to}");
        // the form shows what is set now
        let zone = rows_of(register, "SELECT zone FROM networks").await.remove(0);
        assert!(form.body.contains(&format!("value=\"{zone}\"")), "{}", text_of(&form.body));
        let typed = |change: &[(&str, &str)]| {
            let inputs = form.body.split("<input ").skip(1).filter_map(|input| {
                let of = |name: &str| {
                    Some(input.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.to_string())
                };
                Some((of(" name").or_else(|| of("name"))?, of("value").unwrap_or_default()))
            });
            let mut all: Vec<(String, String)> =
                inputs.filter(|(name, _)| !["q", "save", "seen", "shown"].contains(&name.as_str())).collect();
            for (name, value) in change {
                all.retain(|(other, _)| other != name);
                all.push((name.to_string(), value.to_string()));
            }
            all
        };
        let save = async |change: &[(&str, &str)]| {
            let all = typed(change);
            let fields: Vec<(&str, &str)> =
                all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            office.look_and_save(&to, &fields, &eva).await.1
        };
        // what would keep the site from opening is refused at its field
        for (name, value, why) in [
            ("zone", "Europe/Nowhere", "no time zone"),
            ("languages", "xx", "none of these languages"),
            ("address", "network", "no address of a site"),
            ("address", "http://net.example", "an address without TLS"),
        ] {
            let all = typed(&[(name, value)]);
            let fields: Vec<(&str, &str)> =
                all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let answer = office.post(&to, &fields, &eva).await;
            let text = text_of(&answer.body);
            assert!(answer.status == StatusCode::BAD_REQUEST && text.contains(why), "{name}: {text}");
        }
        let saved = save(&[("label_en", "Cities of the Coast")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let office_now = office.get("/en/office/me", &eva).await;
        assert!(office_now.body.contains("Cities of the Coast"), "at once, without a restart");
        // the journal has it, and it is undone
        let back = office.get(saved.header("location"), &eva).await;
        let batch = hidden(&back, "batch").remove(0).1;
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &eva).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        assert!(!office.get("/en/office/me", &eva).await.body.contains("Cities of the Coast"));
    });
}

#[test]
fn a_language_in_which_the_pages_lack_words_is_refused_with_these_words() {
    both(async |register| {
        let office = Office::of_network(register, "harbour-cities").await;
        let eva = office.join(&office.invite("eva@example.org", Role::Secretariat).await).await;
        register.db.run_unjournaled("UPDATE networks SET languages = 'en'").await.unwrap();
        let form = "/en/office/network/tencities/do/network.change-settings";
        let row = hidden(&office.get(form, &eva).await, "row").remove(0).1;
        let with = |languages: &'static str| {
            [
                ("label_en", "Ten Cities"),
                ("zone", "Europe/Madrid"),
                ("currency", "EUR"),
                ("languages", languages),
                ("row", row.as_str()),
            ]
        };
        let refused = office.post(form, &with("en es"), &eva).await;
        let text = text_of(&refused.body);
        assert!(text.contains("no words in “es” for"), "{text}");
        assert_eq!(rows_of(register, "SELECT languages FROM networks").await, ["en"]);
        // one in which all are there, and one of which the program has no words at all
        let (_, saved) = office.look_and_save(form, &with("en fr ca"), &eva).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        assert_eq!(rows_of(register, "SELECT languages FROM networks").await, ["en fr ca"]);
    });
}
