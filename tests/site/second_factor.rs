//! The second factor: set up, asked for at sign-in, required by role, lost.

use axum::http::StatusCode;
use decapolis::accounts::remove_factor::{REMOVE_FACTOR, RemoveFactor};
use decapolis::accounts::totp;
use decapolis_actions::{self as actions, Actor, Request, Role};
use decapolis_words::errors::Error;
use jiff::{SignedDuration, Timestamp};

use crate::register::files::everything;
use crate::site::api::Program;
use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, PASSWORD, cookie, hidden, rows_of};
use crate::support::both;

const PAGE: &str = "/en/office/me/second-factor";

/// The code of some steps from now, as a telephone shows it.
pub fn code(secret: &str, steps: i64) -> String {
    let at = Timestamp::now() + SignedDuration::from_secs(30 * steps);
    totp::code_at(secret, at).expect("a code")
}

/// What stands in `<code>` on a page.
fn shown(answer: &Answer) -> Vec<String> {
    let parts = answer.body.split("<code").skip(1);
    parts.filter_map(|rest| Some(rest.split_once('>')?.1.split("</code>").next()?.to_string())).collect()
}

/// Sets up a second factor with the code of this step. Gives its secret and the recovery codes.
pub async fn set_up(office: &Office, session: &str) -> (String, Vec<String>) {
    let begun = office.post(PAGE, &[("do", "begin"), ("current", PASSWORD)], session).await;
    assert_eq!(begun.status, StatusCode::OK, "{}", text_of(&begun.body));
    assert!(begun.body.contains("<svg class=\"drawing qr\""), "a picture: {}", begun.body);
    let secret = shown(&begun)[0].replace(' ', "");
    let confirmed = office.post(PAGE, &[("do", "confirm"), ("code", &code(&secret, 0))], session).await;
    assert_eq!(confirmed.status, StatusCode::OK, "{}", text_of(&confirmed.body));
    let codes = shown(&confirmed);
    assert_eq!(codes.len(), 10, "{codes:?}");
    (secret, codes)
}

/// Sends the code that a sign-in asks for.
pub async fn send_code(office: &Office, asked: &Answer, code: &str) -> Answer {
    assert_eq!(asked.status, StatusCode::OK, "{}", text_of(&asked.body));
    let half = hidden(asked, "half").remove(0).1;
    office.post("/en/sign-in/code", &[("half", &half), ("code", code)], "").await
}

#[test]
fn the_code_is_asked_for_after_the_password_and_taken_once() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let session = office.join(&office.invite("fatima@example.org", Role::Secretariat).await).await;
        let other = cookie(&office.sign_in("fatima@example.org", PASSWORD).await);
        // a browser left open does not set one up, and a wrong first code takes nothing into use
        let guessed = office.post(PAGE, &[("do", "begin"), ("current", "not this one")], &session).await;
        assert_eq!(guessed.status, StatusCode::BAD_REQUEST);
        let begun = office.post(PAGE, &[("do", "begin"), ("current", PASSWORD)], &session).await;
        let secret = shown(&begun)[0].replace(' ', "");
        // who was not shown the secret is not shown it by a wrong code
        for sent in ["", "not the secret"] {
            let guess = [("do", "confirm"), ("code", "12"), ("secret", sent)];
            let guessed = office.post(PAGE, &guess, &other).await;
            assert!(guessed.status == StatusCode::BAD_REQUEST && !guessed.body.contains("drawing qr"));
            assert!(!guessed.body.replace(' ', "").contains(&secret), "{}", text_of(&guessed.body));
        }
        let held = hidden(&begun, "secret").remove(0).1;
        let wrong = [("do", "confirm"), ("code", "12"), ("secret", held.as_str())];
        let wrong = office.post(PAGE, &wrong, &session).await;
        assert!(wrong.status == StatusCode::BAD_REQUEST && wrong.body.contains("<svg class=\"drawing qr\""));
        assert_eq!(shown(&wrong)[0].replace(' ', ""), secret, "the picture stays the same");
        assert_eq!(office.sign_in("fatima@example.org", PASSWORD).await.status, StatusCode::SEE_OTHER);

        let (secret, codes) = set_up(&office, &session).await;
        assert_eq!(office.get("/en/office", &session).await.status, StatusCode::OK);
        assert_eq!(
            office.get("/en/office", &other).await.status,
            StatusCode::SEE_OTHER,
            "others are signed out"
        );
        // the password alone begins no session
        let asked = office.sign_in("fatima@example.org", PASSWORD).await;
        assert!(asked.header("set-cookie").is_empty() && asked.header("cache-control") == "no-store");
        let half = hidden(&asked, "half").remove(0).1;
        for made_up in [format!("decapolis={half}"), format!("__Host-decapolis={half}")] {
            assert_eq!(office.get("/en/office", &made_up).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(office.get("/en/sign-in/code", "").await.header("location"), "/en/sign-in");
        // the code that set it up was used, and so is the next one after the sign-in
        let used = send_code(&office, &asked, &code(&secret, 0)).await;
        assert_eq!(used.status, StatusCode::BAD_REQUEST, "{}", text_of(&used.body));
        let next = code(&secret, 1);
        let entered = send_code(&office, &asked, &next).await;
        assert_eq!(entered.header("location"), "/en/office");
        assert_eq!(office.get("/en/office", &cookie(&entered)).await.status, StatusCode::OK);
        let twice = send_code(&office, &asked, &codes[0]).await;
        assert!(text_of(&twice.body).contains("took too long"), "a sign-in ends once");
        let again = office.sign_in("fatima@example.org", PASSWORD).await;
        assert_eq!(send_code(&office, &again, &next).await.status, StatusCode::BAD_REQUEST);
        // a recovery code signs in once, however it is written
        let written = codes[0].to_uppercase().replace('-', " ");
        assert_eq!(send_code(&office, &again, &written).await.status, StatusCode::SEE_OTHER);
        let again = office.sign_in("fatima@example.org", PASSWORD).await;
        assert_eq!(send_code(&office, &again, &codes[0]).await.status, StatusCode::BAD_REQUEST);
        assert!(text_of(&office.get(PAGE, &session).await.body).contains("9 recovery codes are left"));
        let kept = rows_of(register, "SELECT code FROM recovery_codes").await;
        assert!(kept.iter().all(|kept| !codes.contains(kept)) && kept.len() == 9, "only digests are kept");
        let versioned = everything(register).await;
        assert!(versioned.iter().all(|row| !row.contains(&secret)), "the secret has no versions");
    });
}

#[test]
fn new_codes_replace_the_old_and_turning_off_asks_for_the_password() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let session = office.join(&office.invite("noor@example.org", Role::Secretariat).await).await;
        let (_, codes) = set_up(&office, &session).await;
        let made = office.post(PAGE, &[("do", "codes"), ("current", PASSWORD)], &session).await;
        let fresh = shown(&made);
        assert!(fresh.len() == 10 && !fresh.contains(&codes[0]));
        let asked = office.sign_in("noor@example.org", PASSWORD).await;
        assert_eq!(send_code(&office, &asked, &codes[0]).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(send_code(&office, &asked, &fresh[0]).await.status, StatusCode::SEE_OTHER);
        // a link for a forgotten password does not replace the second factor
        let link = office.invite("noor@example.org", Role::Secretariat).await;
        let asked = office.post(&format!("/en/join/{link}"), &[("password", PASSWORD)], "").await;
        assert!(asked.header("set-cookie").is_empty());
        let session = cookie(&send_code(&office, &asked, &fresh[1]).await);
        // who guesses codes has the password: after many, only a recovery code is taken
        office.app.db.run_unjournaled("UPDATE second_factors SET wrong = 20").await.unwrap();
        let asked = office.sign_in("noor@example.org", PASSWORD).await;
        let locked = send_code(&office, &asked, "000000").await;
        assert!(text_of(&locked.body).contains("too many wrong codes"), "{}", text_of(&locked.body));
        assert_eq!(send_code(&office, &asked, &fresh[2]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rows_of(register, "SELECT account FROM second_factors WHERE wrong = 0").await.len(), 1);

        let refused = office.post(PAGE, &[("do", "off"), ("current", "not this one")], &session).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        let off = office.post(PAGE, &[("do", "off"), ("current", PASSWORD)], &session).await;
        assert_eq!(off.status, StatusCode::SEE_OTHER);
        assert_eq!(office.sign_in("noor@example.org", PASSWORD).await.header("location"), "/en/office");
        assert!(rows_of(register, "SELECT code FROM recovery_codes").await.is_empty());
    });
}

#[test]
fn a_role_that_needs_a_second_factor_reaches_nothing_before_it() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let session = office.join(&office.invite("leo@example.org", Role::Secretariat).await).await;
        let program = Program::of(&office, &session, "no", "").await;
        let rule = [("require", "yes"), ("required", "secretariat")];
        let refused = office.post("/en/office/team", &rule, &session).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "the secretariat makes no such rule");
        assert_eq!(office.post("/en/office/team", &rule, &chief).await.status, StatusCode::SEE_OTHER);
        // with effect at once, and only for that role
        assert_eq!(office.get("/en/office", &chief).await.status, StatusCode::OK);
        for place in ["/en/office", "/en/office/organisation", "/en/office/me", "/en/office/find?q=a"] {
            let led = office.get(place, &session).await;
            assert_eq!(led.header("location"), PAGE, "{place}");
        }
        for place in ["/en/office/named.json?q=a", "/en/office/file/organisations/csv"] {
            assert_ne!(office.get(place, &session).await.status, StatusCode::OK, "{place}");
        }
        assert_eq!(program.get("/api/v1/records/organisation").await.status, StatusCode::FORBIDDEN);
        let written = office.post("/en/office/batches", &[("batch", "b")], &session).await;
        assert!(text_of(&written.body).contains("needs a second factor"), "{}", text_of(&written.body));
        assert!(text_of(&office.get(PAGE, &session).await.body).contains("Your role needs a second factor"));
        set_up(&office, &session).await;
        assert_eq!(program.get("/api/v1/records/organisation").await.status, StatusCode::OK);
        assert_eq!(office.get("/en/office/organisation", &session).await.status, StatusCode::OK);
        let off = office.post(PAGE, &[("do", "off"), ("current", PASSWORD)], &session).await;
        assert!(text_of(&off.body).contains("is not turned off"), "{}", text_of(&off.body));
        // and no longer, when the rule ends
        assert_eq!(
            office
                .post("/en/office/team", &[("require", "yes"), ("seen", "secretariat")], &chief)
                .await
                .status,
            StatusCode::SEE_OTHER
        );
        let off = office.post(PAGE, &[("do", "off"), ("current", PASSWORD)], &session).await;
        assert_eq!(off.status, StatusCode::SEE_OTHER);
        assert_eq!(office.get("/en/office", &session).await.status, StatusCode::OK);
    });
}

#[test]
fn an_administrator_takes_a_lost_one_off_and_says_why() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let session = office.join(&office.invite("mia@example.org", Role::Secretariat).await).await;
        set_up(&office, &session).await;
        let code =
            rows_of(register, "SELECT code FROM accounts WHERE mail = 'mia@example.org'").await.remove(0);
        let page = format!("/en/office/team/{code}");
        assert_eq!(office.get(&page, &session).await.status, StatusCode::FORBIDDEN);
        assert_eq!(office.post(&page, &[("because", "mine")], &session).await.status, StatusCode::FORBIDDEN);
        assert!(text_of(&office.get(&page, &chief).await.body).contains("has a second factor"));
        const WHAT: (&str, &str) = ("do", "remove-second-factor");
        let silent = office.post(&page, &[WHAT, ("because", " ")], &chief).await;
        assert!(text_of(&silent.body).contains("A reason is missing"), "{}", text_of(&silent.body));
        assert_eq!(office.get("/en/office", &session).await.status, StatusCode::OK);
        let done = office.post(&page, &[WHAT, ("because", "lost on the train")], &chief).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", text_of(&done.body));
        assert_eq!(office.get("/en/office", &session).await.status, StatusCode::SEE_OTHER, "signed out");
        let kept = rows_of(register, "SELECT reason FROM removed_factors").await;
        assert_eq!(kept, ["lost on the train"]);
        assert!(text_of(&office.get("/en/office/batches", &chief).await.body).contains("lost on the train"));
        assert_eq!(office.sign_in("mia@example.org", PASSWORD).await.header("location"), "/en/office");
        // there is none any more
        let again = RemoveFactor { mail: "mia@example.org".into(), reason: "again".into() };
        let again =
            actions::run(&office.app.register(), &REMOVE_FACTOR, Request::by(Actor::Operator), again).await;
        assert!(matches!(again, Err(Error::Refused(why)) if why.key == "error-no-second-factor"));
    });
}
