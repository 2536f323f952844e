//! Roles that end: with a last day, and with the mandate that they hang on.

use axum::http::StatusCode;
use decapolis::accounts::invite::{INVITE, Invite};
use decapolis::accounts::secrets;
use decapolis_actions::{self as actions, Actor, Request, Role};
use decapolis_register::records;
use decapolis_words::errors::{Error, Result};
use serde_json::json;

use crate::site::api::Program;
use crate::site::example::text_of;
use crate::site::office::{Office, PASSWORD, rows_of};
use crate::support::both;

async fn invited(office: &Office, set: impl FnOnce(&mut Invite)) -> Result<String> {
    let link = secrets::token().unwrap();
    let mut invite = Invite {
        mail: "zoe@example.org".into(),
        name: "Zoe".into(),
        role: Role::Secretariat,
        part: None,
        until: None,
        post: None,
        reason: None,
        code: None,
        link: Some(link.clone()),
        letter: None,
    };
    set(&mut invite);
    actions::run(&office.app.register(), &INVITE, Request::by(Actor::Operator), invite).await?;
    Ok(link)
}

fn refusal<T>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Refused(why)) => why.key,
        _ => "",
    }
}

/// A session and the token of a program read and write nothing any more, also if a form is sent that was open before.
async fn is_out(office: &Office, session: &str, program: &Program<'_>) {
    for place in ["/en/office", "/en/office/organisation/accra", "/en/office/me", "/en/office/named.json?q=a"]
    {
        let read = office.get(place, session).await;
        assert_eq!(read.status, StatusCode::FORBIDDEN, "{place}: {}", text_of(&read.body));
    }
    let form = "/en/office/organisation/accra/do/people.change-leader";
    let fields = [("label_en", "Nuru Kwalande"), ("from", "2021-02"), ("save", "yes")];
    assert_eq!(office.post(form, &fields, session).await.status, StatusCode::FORBIDDEN);
    for path in ["/api/v1", "/api/v1/records/organisation"] {
        assert_eq!(program.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let body = json!({"organisation": "bern", "year": 2020, "standing": "contested", "day": "2020-05-01"});
    let acted = program.act("/api/v1/actions/standings.create", "a-key", "", &body).await;
    assert_eq!(acted.status, StatusCode::FORBIDDEN, "{}", acted.body);
}

#[test]
fn a_role_ends_with_its_last_day_and_an_intern_needs_one() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let today = office.app.settings.today();
        let intern = |invite: &mut Invite| invite.role = Role::Intern;
        assert_eq!(refusal(invited(&office, intern).await), "error-role-intern");
        let over = |invite: &mut Invite| invite.until = Some(today.before());
        assert_eq!(refusal(invited(&office, over).await), "error-role-over");
        let link = invited(&office, |invite| invite.until = Some(today)).await.expect("invited");
        let session = office.join(&link).await;
        assert_eq!(
            office.get("/en/office", &session).await.status,
            StatusCode::OK,
            "the last day is one of it"
        );
        let program = Program::of(&office, &session, "yes", "").await;
        assert_eq!(program.get("/api/v1/records/organisation").await.status, StatusCode::OK);
        let until = "SELECT CAST(until AS text) FROM grants";
        assert_eq!(rows_of(register, until).await, [today.number().to_string()]);
        // midnight
        let yesterday = today.before().number();
        let midnight = format!("UPDATE grants SET until = {yesterday}, until_last = {yesterday}");
        office.app.db.run_unjournaled(&midnight).await.unwrap();
        is_out(&office, &session, &program).await;
        // given again, to a later day; then to another one, in the office
        let later = today.days_before(-30);
        office
            .app
            .db
            .run_unjournaled("UPDATE grants SET \"from\" = \"from\" - 10000, from_last = from_last - 10000")
            .await
            .unwrap();
        invited(&office, |invite| invite.until = Some(later)).await.expect("given again");
        assert_eq!(office.get("/en/office", &session).await.status, StatusCode::OK);
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let last = today.days_before(-60);
        let fields = [
            ("mail", "zoe@example.org"),
            ("role", "secretariat"),
            ("until", &last.to_string()),
            ("because", "stays longer"),
        ];
        let done = office.post("/en/office/team", &fields, &chief).await;
        assert_eq!(done.status, StatusCode::OK, "{}", text_of(&done.body));
        let open = format!("SELECT reason FROM grants WHERE until = {}", last.number());
        assert_eq!(rows_of(register, &open).await, ["stays longer"]);
        let wrong = [("mail", "ivo@example.org"), ("role", "intern"), ("until", "some day")];
        assert_eq!(office.post("/en/office/team", &wrong, &chief).await.status, StatusCode::BAD_REQUEST);
    });
}

#[test]
fn a_role_that_hangs_on_a_post_ends_with_the_mandate_of_its_holder() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let db = office.app.db.reader();
        let post = |code: &'static str| async move {
            records::by_code(db, "post", code).await.unwrap().expect(code).id
        };
        // nobody holds the second one
        let free = post("seat-accra").await;
        assert_eq!(refusal(invited(&office, |invite| invite.post = Some(free)).await), "error-role-post");
        let held = post("leader-accra").await;
        let link = invited(&office, |invite| invite.post = Some(held)).await.expect("invited");
        let session = office.join(&link).await;
        let program = Program::of(&office, &session, "yes", "").await;
        assert_eq!(office.get("/en/office/organisation/accra", &session).await.status, StatusCode::OK);
        let person =
            rows_of(register, "SELECT CAST(person AS text) FROM grants WHERE post IS NOT NULL").await;
        let holds =
            format!("SELECT CAST(id AS text) FROM mandates WHERE post = {held} AND person = {}", person[0]);
        assert!(!rows_of(register, &holds).await.is_empty());
        // the secretariat enters who follows: from that day on, the account of the one before is out, and nobody has to think of it
        let form = "/en/office/organisation/accra/do/people.change-leader";
        let today = office.app.settings.today().to_string();
        let fields = [("label_en", "Nuru Kwalande"), ("from", today.as_str()), ("way", "elected")];
        let (_, saved) = office.look_and_save(form, &fields, &chief).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        is_out(&office, &session, &program).await;
        assert_eq!(office.sign_in("zoe@example.org", PASSWORD).await.status, StatusCode::SEE_OTHER);
        // taken back, it holds again: the register of today decides
        let batch = saved.header("location").split("saved=").nth(1).unwrap().to_string();
        office.post("/en/office/batches", &[("batch", &batch)], &chief).await;
        assert_eq!(office.get("/en/office/organisation/accra", &session).await.status, StatusCode::OK);
    });
}
