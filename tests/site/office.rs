//! Signing in, and writing in the office: who may, what follows, and taking it back.

// what its program sends, and how it is kept in order
#[path = "health.rs"]
mod health;
#[path = "mail.rs"]
mod mail;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request as HttpRequest, StatusCode};
use decapolis::accounts::cast;
use decapolis::accounts::invite::{INVITE, Invite};
use decapolis::accounts::secrets;
use decapolis::accounts::withdraw::{WITHDRAW, Withdraw};
use decapolis::app::App;
use decapolis::server::router;
use decapolis::web::context::Site;
use decapolis::web::reached::Reached;
use decapolis_actions::{self as actions, Actor, Request, Role};
use decapolis_register::records;
use decapolis_words::errors::Error;
use sea_orm::{ConnectionTrait, Statement};

use crate::register::files::{everything, import_network};
use crate::site::example::{Answer, text_of};
use crate::site::studio::{HERE, answer, get_with, post};
use crate::support::{Register, both};

pub const PASSWORD: &str = "nutmeg gravel violin 7";

/// The network of the tests with the office, as served on the loopback.
pub struct Office {
    pub app: Arc<App>,
    router: Router,
}

impl Office {
    pub async fn of(register: &Register, demo: bool) -> Office {
        Office::with(register, |app| app.demo = demo, "").await
    }

    /// The office of a program that is set like this, at this address.
    pub async fn with(register: &Register, set: impl FnOnce(&mut App), base: &str) -> Office {
        import_network(register).await;
        Office::over(register, set, base).await
    }

    /// The office of a program over a register as it is.
    pub async fn over(register: &Register, set: impl FnOnce(&mut App), base: &str) -> Office {
        let app = decapolis::opening::over(register.db.clone(), None).await.expect("an app");
        Office::serving(app, set, base)
    }

    /// The office of a program with the files of another network.
    pub async fn of_network(register: &Register, network: &str) -> Office {
        import_network(register).await;
        let app = decapolis::opening::over(register.db.clone(), Some(network)).await.expect("an app");
        Office::serving(app, |_| {}, "")
    }

    fn serving(mut app: App, set: impl FnOnce(&mut App), base: &str) -> Office {
        set(&mut app);
        let mut site = Site::new(app);
        if !base.is_empty() {
            site.base = base.into();
        }
        site.reached = Reached::at("127.0.0.1:8080".parse().unwrap(), &["https://net.example"], "").unwrap();
        let site = Arc::new(site);
        Office { app: site.app.clone(), router: router(site) }
    }

    /// The office of a program whose statements are counted.
    pub async fn counting(register: &Register) -> (Office, Arc<AtomicUsize>) {
        let asked = Arc::new(AtomicUsize::new(0));
        let heard = asked.clone();
        let count = move |app: &mut App| {
            app.db.on_statement(move |_| {
                heard.fetch_add(1, Ordering::Relaxed);
            });
        };
        (Office::with(register, count, "").await, asked)
    }

    /// Invites somebody for the whole network, and gives the token of the link.
    pub async fn invite(&self, mail: &str, role: Role) -> String {
        self.invite_for(mail, role, None).await
    }

    /// Invites somebody, perhaps for a region, body or platform, and gives the token of the link.
    pub async fn invite_for(&self, mail: &str, role: Role, part: Option<&str>) -> String {
        let link = secrets::token().unwrap();
        let name = mail.split('@').next().unwrap().to_string();
        let part = match part {
            Some(code) => {
                let kind = role.needs().unwrap_or("region");
                let found = records::by_code(self.app.db.reader(), kind, code).await.unwrap();
                Some(role.part(found.expect(code).id))
            }
            None => None,
        };
        let invite = Invite {
            mail: mail.into(),
            name,
            role,
            part,
            until: (role == Role::Intern).then(|| self.app.settings.today()),
            post: None,
            reason: None,
            code: None,
            link: Some(link.clone()),
            letter: None,
        };
        let request = Request::by(Actor::Operator);
        actions::run(&self.app.register(), &INVITE, request, invite).await.expect("invited");
        link
    }

    /// Takes every role away from somebody.
    pub async fn withdraw(&self, mail: &str) {
        let withdraw = Withdraw { mail: mail.into(), role: None };
        let request = Request::by(Actor::Operator);
        actions::run(&self.app.register(), &WITHDRAW, request, withdraw).await.expect("withdrawn");
    }

    /// Chooses a password by a link and gives the cookie of the session.
    pub async fn join(&self, link: &str) -> String {
        let answer = self.post(&format!("/en/join/{link}"), &[("password", PASSWORD)], "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", text_of(&answer.body));
        cookie(&answer)
    }

    /// Fills a form in, looks at what follows and saves it, as a person does. Gives the fields of the save and the answer.
    pub async fn look_and_save(
        &self,
        form: &str,
        fields: &[(&str, &str)],
        cookie: &str,
    ) -> (Vec<(String, String)>, Answer) {
        let follows = self.post(form, fields, cookie).await;
        let told = text_of(&follows.body);
        assert_eq!(follows.status, StatusCode::OK, "{told}");
        let hidden = ["seen", "shown"].map(|name| hidden(&follows, name));
        let all: Vec<(String, String)> = fields
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .chain(hidden.into_iter().flatten())
            .chain([("save".to_string(), "yes".to_string())])
            .collect();
        let saved = self.save(form, &all, cookie).await;
        (all, saved)
    }

    pub async fn save(&self, form: &str, fields: &[(String, String)], cookie: &str) -> Answer {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(form, &fields, cookie).await
    }

    pub async fn sign_in(&self, mail: &str, password: &str) -> Answer {
        self.post("/en/sign-in", &[("mail", mail), ("password", password)], "").await
    }

    pub async fn get(&self, address: &str, cookie: &str) -> Answer {
        get_with(&self.router, address, &[("cookie", cookie)]).await
    }

    pub async fn post(&self, address: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let headers = [&HERE[..], &[("cookie", cookie)]].concat();
        post(&self.router, address, &body.finish(), &headers).await
    }

    /// Sends any request.
    pub async fn send(&self, request: HttpRequest<Body>) -> Answer {
        answer(&self.router, request).await
    }
}

/// The code of what somebody of the small network has this role for, where it needs one.
pub fn part_of(role: Role) -> Option<&'static str> {
    role.needs().map(|kind| match kind {
        "body" => "board",
        "platform" => "experts",
        _ => "africa",
    })
}

/// The first column of the rows of a statement.
pub async fn rows_of(register: &Register, sql: &str) -> Vec<String> {
    let ask = Statement::from_string(register.db.backend(), sql);
    let rows = register.db.reader().query_all_raw(ask).await.expect("rows");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

/// The hidden fields of a name in the form of an answer.
pub fn hidden(answer: &Answer, name: &str) -> Vec<(String, String)> {
    let start = format!("name=\"{name}\" value=\"");
    let values = answer.body.split(&start).skip(1);
    let values = values.filter_map(|rest| rest.split('"').next());
    values.map(|value| (name.to_string(), value.to_string())).collect()
}

/// The cookie that an answer sets, as a browser sends it back.
pub fn cookie(answer: &Answer) -> String {
    let set = answer.header("set-cookie");
    assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
    set.split(';').next().unwrap_or_default().to_string()
}

#[test]
fn who_is_invited_chooses_a_password_once_and_signs_in_with_it() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let link = office.invite("Ines@Example.org", Role::Secretariat).await;
        let page = office.get(&format!("/en/join/{link}"), "").await;
        // without a referrer a browser would post with "Origin: null", and nobody could join
        assert!(page.body.contains("ines@example.org") && page.header("referrer-policy") == "same-origin");
        // opening the link uses nothing up, and a weak password is refused
        for (password, why) in
            [("short", "too short"), ("password123", "easy to guess"), ("ines@example", "easy to guess")]
        {
            let answer = office.post(&format!("/en/join/{link}"), &[("password", password)], "").await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{password}");
            assert!(text_of(&answer.body).contains(why), "{password}: {}", text_of(&answer.body));
        }
        let session = office.join(&link).await;
        assert_eq!(office.get("/en/office", &session).await.status, StatusCode::OK);
        assert_eq!(office.get(&format!("/en/join/{link}"), "").await.status, StatusCode::NOT_FOUND);
        // a known address with another password, and an unknown address, are answered alike
        let wrong = office.sign_in("ines@example.org", "another password").await;
        let unknown = office.sign_in("nobody@example.org", PASSWORD).await;
        assert_eq!((wrong.status, unknown.status), (StatusCode::BAD_REQUEST, StatusCode::BAD_REQUEST));
        let without_mail = |answer: &Answer, mail: &str| answer.body.replace(mail, "");
        assert_eq!(without_mail(&wrong, "ines@example.org"), without_mail(&unknown, "nobody@example.org"));
        let answer = office.sign_in(" INES@example.org ", PASSWORD).await;
        let again = cookie(&answer);
        assert!(answer.status == StatusCode::SEE_OTHER && again != session, "each session has its own token");
        // signing out ends one session and no other
        assert_eq!(office.post("/en/sign-out", &[], &again).await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.get("/en/office", &again).await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.get("/en/office", &session).await.status, StatusCode::OK);
        // nothing of it can be read in the register
        let all = rows_of(register, "SELECT token FROM sign_ins").await;
        assert_eq!(all.len(), 1);
        assert!(!session.contains(&all[0]), "only a digest is kept");
        let kept = rows_of(register, "SELECT password FROM accounts").await;
        assert!(kept[0].starts_with("$argon2id$"), "{kept:?}");
        let versioned = everything(register).await;
        assert!(versioned.iter().all(|row| !row.contains("ines@")), "no mail address has versions");
    });
}

#[test]
fn nobody_comes_in_without_a_role_or_from_elsewhere() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let visitor = office.get("/en/office/organisation", "").await;
        let to_sign_in = "/en/sign-in?to=%2Fen%2Foffice%2Forganisation";
        assert_eq!((visitor.status, visitor.header("location")), (StatusCode::SEE_OTHER, to_sign_in));
        assert_eq!(office.get("/en/office", "decapolis=made-up").await.status, StatusCode::SEE_OTHER);
        // a place to go to after the sign-in is one of the office and no other
        let session = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        for (to, place) in [
            ("/en/office/batches", "/en/office/batches"),
            ("https://evil.example/en/office", "/en/office"),
            ("//evil.example", "/en/office"),
            ("/en/office\\@evil.example", "/en/office"),
            ("/en/officeevil", "/en/office"),
        ] {
            let fields = [("mail", "ana@example.org"), ("password", PASSWORD), ("to", to)];
            let answer = office.post("/en/sign-in", &fields, "").await;
            assert_eq!(answer.header("location"), place, "{to}");
        }
        // a page of another site cannot write, sign in or sign out
        let elsewhere =
            [("host", "localhost:8080"), ("origin", "http://evil.example"), ("cookie", session.as_str())];
        for address in ["/en/sign-out", "/en/sign-in", "/en/office/batches", "/en/cast"] {
            let answer = post(&office.router, address, "", &elsewhere).await;
            assert!([StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&answer.status), "{address}");
        }
        // what is withdrawn ends at once; so does the session
        office.invite("root@example.org", Role::Administrator).await;
        let withdraw = |mail: &str| Withdraw { mail: mail.into(), role: None };
        let by = || Request::by(Actor::Operator);
        let register_of = office.app.register();
        actions::run(&register_of, &WITHDRAW, by(), withdraw("ana@example.org")).await.expect("withdrawn");
        assert_eq!(office.get("/en/office", &session).await.status, StatusCode::SEE_OTHER);
        let again = office.sign_in("ana@example.org", PASSWORD).await;
        assert_eq!(office.get("/en/office", &cookie(&again)).await.status, StatusCode::FORBIDDEN);
        let last = actions::run(&register_of, &WITHDRAW, by(), withdraw("root@example.org")).await;
        assert!(matches!(last, Err(Error::Refused(why)) if why.key == "error-last-administrator"));
        // given back, on the same day
        office.invite("ana@example.org", Role::Secretariat).await;
        assert_eq!(office.get("/en/office", &cookie(&again)).await.status, StatusCode::OK);
        // the cast is of the demo
        assert_eq!(office.get("/en/cast", "").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn somebody_of_the_cast_changes_a_leader_sees_what_follows_and_takes_it_back() {
    both(async |register| {
        let office = Office::of(register, true).await;
        cast::invite_all(&office.app).await.expect("the cast");
        cast::invite_all(&office.app).await.expect("once more changes nothing");
        let page = office.get("/en/cast", "").await;
        assert!(text_of(&page.body).contains("Secretary General"));
        let officer = cookie(&office.post("/en/cast", &[("as", "cast-membership-officer")], "").await);
        let before = everything(register).await;
        let record = office.get("/en/office/organisation/accra", &officer).await;
        assert!(record.body.contains("people.change-leader"), "{}", text_of(&record.body));
        let form = "/en/office/organisation/accra/do/people.change-leader";
        // what was typed is kept, and what is wrong is at its field
        let wrong =
            office.post(form, &[("person", "nobody-of-that-code"), ("from", "31 feb 2021")], &officer).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        assert!(
            wrong.body.contains("31 feb 2021") && wrong.body.contains("id=\"from-error\""),
            "{}",
            wrong.body
        );
        let two = [("label_en", "Nuru Kwalande"), ("holder", "vacant"), ("from", "2021-02")];
        let answer = text_of(&office.post(form, &two, &officer).await.body);
        assert!(answer.contains("Two different answers"), "{answer}");
        // what follows
        let fields = [
            ("label_en", "Nuru Kwalande"),
            ("from", "2021-02"),
            ("way", "elected"),
            ("because", "letter of 3 March"),
        ];
        let follows = office.post(form, &fields, &officer).await;
        let told = text_of(&follows.body);
        assert!(told.contains("Nuru Kwalande") && told.contains("Mandates"), "{told}");
        assert_eq!(everything(register).await, before, "nothing is written before it is saved");
        // an intern looks and does not write
        let intern = cookie(&office.post("/en/cast", &[("as", "cast-intern")], "").await);
        let (_, refused) = office.look_and_save(form, &fields, &intern).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        // a treasurer only looks
        let treasurer = office.join(&office.invite("tess@example.org", Role::Treasurer).await).await;
        let page = office.get("/en/office/organisation/accra", &treasurer).await;
        assert!(page.status == StatusCode::OK && !page.body.contains("people.change-leader"));
        assert_eq!(office.post(form, &fields, &treasurer).await.status, StatusCode::FORBIDDEN);
        // the save
        let (saves, saved) = office.look_and_save(form, &fields, &officer).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let shown = office.get(saved.header("location"), &officer).await;
        assert!(text_of(&shown.body).contains("Saved: Change the leader."), "{}", text_of(&shown.body));
        let journal = rows_of(
            register,
            "SELECT actor || ' ' || action || ' ' || reason FROM journal ORDER BY number DESC LIMIT 1",
        )
        .await;
        assert_eq!(journal, ["cast-membership-officer people.change-leader letter of 3 March"]);
        // the same form once more: what it showed has changed since; so has a form whose fields were changed after the look
        let again = office.save(form, &saves, &officer).await;
        assert!([StatusCode::CONFLICT, StatusCode::BAD_REQUEST].contains(&again.status));
        let mut other = saves.clone();
        other[1].1 = "2021-04".into();
        let again = office.save(form, &other, &officer).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "{}", text_of(&again.body));
        // a sign-in that ended while the form was filled in: nothing is saved, and it is said
        let ended = office.save(form, &saves, "").await;
        assert_eq!(ended.status, StatusCode::FORBIDDEN);
        assert!(text_of(&ended.body).contains("no longer signed in"), "{}", text_of(&ended.body));
        // the undo
        let batches = office.get("/en/office/batches", &officer).await;
        assert!(
            text_of(&batches.body).contains("Change the leader · Membership officer"),
            "{}",
            text_of(&batches.body)
        );
        let batch = saved.header("location").split("saved=").nth(1).unwrap().to_string();
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &officer).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        let mandates = "SELECT CAST(count(*) AS text) FROM mandates";
        let there = rows_of(register, mandates).await;
        let record = office.get("/en/office/organisation/accra", &officer).await;
        assert!(!text_of(&record.body).contains("Nuru Kwalande"), "{there:?}");
        let twice = office.post("/en/office/batches", &[("batch", &batch)], &officer).await;
        assert_eq!(twice.status, StatusCode::CONFLICT, "an undo is said to be impossible, not done twice");
    });
}

#[test]
fn a_forgotten_password_is_replaced_by_a_new_link() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let first = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        let link = office.invite("ana@example.org", Role::Secretariat).await;
        let answer =
            office.post(&format!("/en/join/{link}"), &[("password", "harbour lantern 44 mosaic")], "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", text_of(&answer.body));
        assert_eq!(office.sign_in("ana@example.org", PASSWORD).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(
            office.sign_in("ana@example.org", "harbour lantern 44 mosaic").await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(
            office.get("/en/office", &first).await.status,
            StatusCode::SEE_OTHER,
            "older sessions end"
        );
    });
}

#[test]
fn a_change_of_leader_keeps_what_is_known_of_other_mandates() {
    both(async |register| {
        let office = Office::of(register, true).await;
        cast::invite_all(&office.app).await.expect("the cast");
        let officer = cookie(&office.post("/en/cast", &[("as", "cast-membership-officer")], "").await);
        let form = "/en/office/organisation/accra/do/people.change-leader";
        let change = async |name: &str, from: &str| {
            let fields = [("label_en", name), ("from", from)];
            let follows = office.post(form, &fields, &officer).await;
            if follows.status != StatusCode::OK {
                return text_of(&follows.body);
            }
            let (_, saved) = office.look_and_save(form, &fields, &officer).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
            String::new()
        };
        assert_eq!(change("Nuru Kwalande", "2021-02-10").await, "");
        // a later mandate of the same month takes over in that month; one before it is refused, for it would follow
        assert_eq!(change("Abena Osei", "2021-02-20").await, "");
        let refused = change("Kofi Adu", "2020").await;
        assert!(refused.contains("2021-02"), "{refused}");
        let mandates = "SELECT until FROM mandates WHERE post = (SELECT post FROM mandates ORDER BY id DESC LIMIT 1) AND until IS NOT NULL ORDER BY \"from\" DESC LIMIT 1";
        let ask = Statement::from_string(register.db.backend(), mandates);
        let row = register.db.reader().query_one_raw(ask).await.unwrap().expect("an ended mandate");
        let until: i64 = row.try_get_by_index::<i64>(0).unwrap();
        let day = "2021-02-19".parse::<decapolis_base::Day>().unwrap();
        assert_eq!(until, day.number());
    });
}
