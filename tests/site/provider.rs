//! Signing in at an identity provider, with one on the loopback that the test starts and ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, OnceLock};

use axum::http::StatusCode;
use decapolis::accounts::free_identity::{FREE_IDENTITY, FreeIdentity};
use decapolis::accounts::provider::Provider;
use decapolis::accounts::withdraw::{WITHDRAW, Withdraw};
use decapolis_actions::{self as actions, Actor, Request, Role};
use decapolis_words::errors::Error;

use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, hidden, rows_of};
use crate::site::second_factor::{send_code, set_up};
use crate::support::both;

const BACK: &str = "http://localhost:8080/sign-in/back";

/// The identity provider of the tests. It ends with the process of the tests.
struct Running {
    issuer: String,
    /// Open while the tests run: when its input closes, the provider ends, and it writes notices to its output.
    _child: Child,
    _output: BufReader<ChildStdout>,
}

fn running() -> &'static Running {
    static RUNNING: OnceLock<Running> = OnceLock::new();
    RUNNING.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provider");
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("provider");
        std::fs::create_dir_all(&place).expect("a folder");
        for file in ["package.json", "package-lock.json", ".npmrc", "provider.mjs"] {
            std::fs::copy(folder.join(file), place.join(file)).expect(file);
        }
        if !place.join("node_modules/oidc-provider").is_dir() {
            let done = Command::new("npm")
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(&place)
                .status();
            assert!(done.is_ok_and(|status| status.success()), "npm ci in {}", place.display());
        }
        let mut child = Command::new("node")
            .args(["provider.mjs", BACK])
            .current_dir(&place)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node");
        let mut issuer = String::new();
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        output.read_line(&mut issuer).expect("its address");
        Running { issuer: issuer.trim().into(), _child: child, _output: output }
    })
}

/// Goes to the provider as a browser, as this person of `provider.mjs`, and gives the address to which it sends the browser back.
fn at_the_provider(who: &str, address: &str) -> String {
    let host = running().issuer.trim_start_matches("http://");
    let to: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
    let mut stream = TcpStream::connect(host).expect("the provider");
    write!(stream, "GET /as/{who}?to={to} HTTP/1.0\r\nHost: {host}\r\n\r\n").expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let back = answer.split("\r\n\r\n").nth(1).unwrap_or_default().trim().to_string();
    assert!(back.starts_with(BACK), "{answer}");
    back
}

/// The office with that provider.
async fn office_with_provider(register: &crate::support::Register) -> Office {
    let provider = Provider::new(&running().issuer, "decapolis", "a secret of the tests", Some("Cities ID"));
    let provider = Arc::new(provider.expect("a provider"));
    Office::with(register, |app| app.provider = Some(provider), "http://localhost:8080").await
}

/// Begins a sign-in: the address at the provider, and the cookie of the browser.
async fn begun(office: &Office, to: &str) -> (String, String) {
    let sent = office.post("/en/sign-in/provider", &[("to", to)], "").await;
    assert_eq!(sent.status, StatusCode::OK, "{}", text_of(&sent.body));
    assert_eq!(sent.header("cache-control"), "no-store");
    let address = sent.header("refresh").split_once("url=").expect("where it goes").1.to_string();
    let cookie = sent.header("set-cookie").split(';').next().unwrap_or_default().to_string();
    assert!(cookie.starts_with("decapolis-way=") && sent.header("set-cookie").contains("HttpOnly"));
    (address, cookie)
}

/// The browser comes back from there.
async fn come_back(office: &Office, back: &str, cookie: &str) -> Answer {
    office.get(back.trim_start_matches("http://localhost:8080"), cookie).await
}

/// The cookie of the session that an answer sets; `None` where it sets none.
fn session(answer: &Answer) -> Option<String> {
    let all = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let first = |set: &str| set.split(';').next().unwrap_or_default().to_string();
    all.map(first).find(|set| set.starts_with("decapolis=") && set.len() > "decapolis=".len())
}

/// Signs in as this person of the provider.
async fn sign_in_as(office: &Office, who: &str) -> Answer {
    let (address, cookie) = begun(office, "/en/office/batches").await;
    come_back(office, &at_the_provider(who, &address), &cookie).await
}

fn refused(answer: &Answer, why: &str) {
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", text_of(&answer.body));
    assert!(text_of(&answer.body).contains(why), "{}", text_of(&answer.body));
    assert_eq!(session(answer), None);
}

#[test]
fn who_was_invited_signs_in_at_the_provider_and_belongs_to_that_identity_from_then_on() {
    both(async |register| {
        let office = office_with_provider(register).await;
        office.invite("ana@example.org", Role::Secretariat).await;
        assert!(text_of(&office.get("/en/sign-in", "").await.body).contains("Sign in with Cities ID"));
        let answer = sign_in_as(&office, "ana").await;
        assert_eq!(answer.header("location"), "/en/office/batches", "{}", text_of(&answer.body));
        let signed_in = session(&answer).expect("a session");
        assert_eq!(office.get("/en/office", &signed_in).await.status, StatusCode::OK);
        let bound = "SELECT subject FROM identities";
        assert_eq!(rows_of(register, bound).await, ["ana"]);
        // another identity that the provider knows by the same address does not take the account over
        refused(&sign_in_as(&office, "anas_namesake").await, "another identity of that mail address");
        // the address is only asked for the first time
        office.app.db.run_unjournaled("UPDATE accounts SET mail = 'ana.b@example.org'").await.unwrap();
        assert!(session(&sign_in_as(&office, "ana").await).is_some());
        // nobody has an account for being known there
        office.invite("bela@example.org", Role::Secretariat).await;
        let accounts = rows_of(register, "SELECT code FROM accounts").await;
        refused(&sign_in_as(&office, "stranger").await, "Nobody with this mail address");
        refused(&sign_in_as(&office, "bela").await, "has not verified your mail address");
        refused(&sign_in_as(&office, "nobody").await, "has not verified your mail address");
        assert_eq!(rows_of(register, "SELECT code FROM accounts").await, accounts);
        assert_eq!(rows_of(register, bound).await, ["ana"]);
        // whose role is withdrawn stays outside
        office.invite("root@example.org", Role::Administrator).await;
        let withdraw = Withdraw { mail: "ana.b@example.org".into(), role: None };
        let by = Request::by(Actor::Operator);
        actions::run(&office.app.register(), &WITHDRAW, by, withdraw).await.expect("withdrawn");
        refused(&sign_in_as(&office, "ana").await, "Nobody with this mail address");
    });
}

#[test]
fn a_sign_in_at_the_provider_comes_back_once_and_in_the_browser_that_went() {
    both(async |register| {
        let office = office_with_provider(register).await;
        office.invite("ana@example.org", Role::Secretariat).await;
        let (address, cookie) = begun(&office, "").await;
        for asked in
            ["code_challenge_method=S256", "code_challenge=", "nonce=", "state=en.", "scope=openid+email"]
        {
            assert!(address.contains(asked), "{asked}: {address}");
        }
        let back = at_the_provider("ana", &address);
        const WHY: &str = "was not begun in this browser";
        // somebody else's sign-in, planted in this browser; a state that was made up; none at all
        let (_, other) = begun(&office, "").await;
        refused(&come_back(&office, &back, &other).await, WHY);
        refused(&come_back(&office, &back, "").await, WHY);
        let made_up = back.replace("state=en.", "state=en.x");
        refused(&come_back(&office, &made_up, &cookie).await, WHY);
        refused(&come_back(&office, "/sign-in/back?code=a&state=en.a", &cookie).await, WHY);
        assert_eq!(come_back(&office, "/sign-in/back?code=a", &cookie).await.status, StatusCode::BAD_REQUEST);
        // none of these used it up
        let answer = come_back(&office, &back, &cookie).await;
        assert!(session(&answer).is_some(), "{}", text_of(&answer.body));
        assert_eq!(answer.header("location"), "/en/office");
        refused(&come_back(&office, &back, &cookie).await, WHY);
        // a code of another sign-in does not hold: its challenge is another
        let (first, _) = begun(&office, "").await;
        let stolen = at_the_provider("ana", &first);
        let (second, cookie) = begun(&office, "").await;
        let own = at_the_provider("ana", &second);
        let part = |address: &str, name: &str| {
            let query = address.split_once('?').expect("a query").1.to_string();
            let pairs: Vec<(String, String)> =
                form_urlencoded::parse(query.as_bytes()).into_owned().collect();
            pairs.into_iter().find(|(of, _)| of == name).expect(name).1
        };
        let mixed = own.replace(&part(&own, "code"), &part(&stolen, "code"));
        refused(&come_back(&office, &mixed, &cookie).await, "does not hold");
        // who declines there is told so
        let (address, cookie) = begun(&office, "").await;
        let kept = rows_of(register, "SELECT token FROM provider_sign_ins").await;
        assert!(!kept.is_empty() && kept.iter().all(|kept| !address.contains(kept)), "only digests are kept");
        let declined = format!("/sign-in/back?error=access_denied&state={}", part(&address, "state"));
        refused(&come_back(&office, &declined, &cookie).await, "did not sign you in");
    });
}

#[test]
fn the_provider_does_not_replace_the_second_factor() {
    both(async |register| {
        let office = office_with_provider(register).await;
        let own = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        let (_, codes) = set_up(&office, &own).await;
        let asked = sign_in_as(&office, "ana").await;
        assert_eq!(session(&asked), None);
        assert_eq!(hidden(&asked, "to")[0].1, "/en/office/batches");
        let entered = send_code(&office, &asked, &codes[0]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", text_of(&entered.body));
    });
}

#[test]
fn an_account_is_freed_from_its_identity_and_another_takes_it() {
    both(async |register| {
        let office = office_with_provider(register).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        office.invite("ana@example.org", Role::Secretariat).await;
        let ana = session(&sign_in_as(&office, "ana").await).expect("a session");
        let own = text_of(&office.get("/en/office/me", &ana).await.body);
        assert!(own.contains("as ana, since") && own.contains("the only way into your account"), "{own}");
        // without a password she does not lock herself out
        let free = [("do", "free-identity"), ("current", "")];
        assert_eq!(office.post("/en/office/me", &free, &ana).await.status, StatusCode::BAD_REQUEST);
        let code = "SELECT code FROM accounts WHERE mail = 'ana@example.org'";
        let page = format!("/en/office/team/{}", rows_of(register, code).await.remove(0));
        let freed = [("do", "free-identity"), ("because", "a new employee number")];
        assert_eq!(office.post(&page, &freed, &ana).await.status, StatusCode::FORBIDDEN);
        assert!(text_of(&office.get(&page, &chief).await.body).contains("as ana, since"));
        let silent = office.post(&page, &[("do", "free-identity"), ("because", " ")], &chief).await;
        assert!(text_of(&silent.body).contains("A reason is missing"), "{}", text_of(&silent.body));
        assert_eq!(office.post(&page, &freed, &chief).await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.get("/en/office", &ana).await.status, StatusCode::SEE_OTHER, "signed out");
        let kept = rows_of(register, "SELECT reason FROM freed_identities").await;
        assert_eq!(kept, ["a new employee number"]);
        let again = text_of(&office.post(&page, &freed, &chief).await.body);
        assert!(again.contains("belongs to no identity"), "{again}");
        // the identity that comes next belongs to it; whoever has a password leaves it again
        let ana = session(&sign_in_as(&office, "anas_namesake").await).expect("a session");
        assert_eq!(rows_of(register, "SELECT subject FROM identities").await, ["anas_namesake"]);
        let own = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        assert_eq!(office.get("/en/office", &ana).await.status, StatusCode::SEE_OTHER);
        let wrong = [("do", "free-identity"), ("current", "not this one")];
        assert_eq!(office.post("/en/office/me", &wrong, &own).await.status, StatusCode::BAD_REQUEST);
        let other = session(&sign_in_as(&office, "anas_namesake").await).expect("a session");
        let right = [("do", "free-identity"), ("current", crate::site::office::PASSWORD)];
        assert_eq!(office.post("/en/office/me", &right, &own).await.status, StatusCode::SEE_OTHER);
        assert!(rows_of(register, "SELECT subject FROM identities").await.is_empty());
        assert_eq!(office.get("/en/office", &own).await.status, StatusCode::OK);
        assert_eq!(office.get("/en/office", &other).await.status, StatusCode::SEE_OTHER, "it began this one");
    });
}

#[test]
fn the_last_administrator_is_not_freed_from_the_only_way_in() {
    both(async |register| {
        let office = office_with_provider(register).await;
        office.invite("ana@example.org", Role::Administrator).await;
        assert!(session(&sign_in_as(&office, "ana").await).is_some());
        let free = FreeIdentity { mail: "ana@example.org".into(), reason: "tidying".into() };
        let by = Request::by(Actor::Operator);
        let refused = actions::run(&office.app.register(), &FREE_IDENTITY, by, free).await;
        assert!(matches!(refused, Err(Error::Refused(why)) if why.key == "error-last-administrator"));
        assert_eq!(rows_of(register, "SELECT subject FROM identities").await, ["ana"]);
    });
}

#[test]
fn without_a_provider_there_is_no_such_page() {
    both(async |register| {
        let plain = Office::of(register, false).await;
        assert_eq!(plain.post("/en/sign-in/provider", &[], "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(plain.get("/sign-in/back?code=a&state=b", "").await.status, StatusCode::NOT_FOUND);
        assert!(!plain.get("/en/sign-in", "").await.body.contains("/sign-in/provider"));
    });
}

#[test]
fn a_provider_is_reached_over_tls_or_on_this_machine() {
    for (issuer, is_taken) in [
        ("https://id.example.org", true),
        ("http://127.0.0.1:4000", true),
        ("http://id.example.org", false),
        ("id.example.org", false),
    ] {
        assert_eq!(Provider::new(issuer, "a", "b", None).is_ok(), is_taken, "{issuer}");
    }
}
