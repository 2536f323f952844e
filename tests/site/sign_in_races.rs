//! What was checked before somebody comes in is checked again in the write that lets them in: what came between wins. And whoever looks after
//! the accounts stays.

use axum::http::StatusCode;
use decapolis::accounts::checked::{asks_no_code, has_a_role, has_password, is_signed_in};
use decapolis::accounts::invite::{INVITE, Invite};
use decapolis::accounts::store::{begin_session, change_password, password_chosen};
use decapolis::accounts::table::ACCOUNTS;
use decapolis::accounts::withdraw::{WITHDRAW, Withdraw};
use decapolis::accounts::{second_factor, tokens};
use decapolis_actions::{self as actions, Actor, Request, Role};
use decapolis_base::Day;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use jiff::{SignedDuration, Timestamp};

use crate::site::example::text_of;
use crate::site::office::{Office, PASSWORD, cookie, hidden, rows_of};
use crate::site::second_factor::{send_code, set_up};
use crate::support::{Register, both};

fn refusal<T>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::Refused(why)) => why.key,
        _ => "",
    }
}

async fn one(register: &Register, sql: &str) -> String {
    rows_of(register, sql).await.remove(0)
}

fn token(session: &str) -> &str {
    session.split_once('=').expect("a cookie").1
}

#[test]
fn a_password_that_was_replaced_meanwhile_opens_nothing() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let session = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        let code = one(register, "SELECT code FROM accounts").await;
        let kept = one(register, "SELECT password FROM accounts").await;
        let begin = async |checked| begin_session(&register.db, &code, "t", Timestamp::now(), checked).await;
        // the old one was right, and another was chosen before the session begins
        change_password(&register.db, &code, token(&session), "another".into()).await.expect("changed");
        assert_eq!(refusal(begin(vec![has_password(&code, &kept)]).await), "error-sign-in");
        assert_eq!(rows_of(register, "SELECT token FROM sign_ins").await.len(), 1);
        begin(vec![has_password(&code, "another")]).await.expect("the new one opens it");
        // of two who use the same link, one chooses the password
        let link = office.invite("ana@example.org", Role::Secretariat).await;
        let [first, second] = ["first", "second"].map(|text| password_chosen(&code, &link, text.into()));
        unversioned::write(&register.db, first).await.expect("chosen");
        assert_eq!(refusal(begin(second).await), "site-error-link");
        assert_eq!(one(register, "SELECT password FROM accounts").await, "first");
        assert!(rows_of(register, "SELECT token FROM sign_ins").await.is_empty(), "and nobody came in by it");
    });
}

#[test]
fn whoever_was_signed_out_meanwhile_changes_nothing() {
    both(async |register| {
        let office = Office::of(register, false).await;
        office.join(&office.invite("root@example.org", Role::Administrator).await).await;
        let session = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        let code = one(register, "SELECT code FROM accounts WHERE mail = 'ana@example.org'").await;
        let (db, now) = (&register.db, Timestamp::now());
        let new = || tokens::NewToken { name: "reports".into(), writes: true, region: None, days: 9 };
        let own = token(&session);
        tokens::make(db, &code, new(), now, is_signed_in(&code, own)).await.expect("a token");
        office.withdraw("ana@example.org").await;
        let made = tokens::make(db, &code, new(), now, is_signed_in(&code, own)).await;
        assert_eq!(refusal(made), "error-sign-in-again");
        assert_eq!(refusal(second_factor::begin(db, &code, own, now).await), "error-sign-in-again");
        assert_eq!(refusal(second_factor::turn_off(db, &code, own).await), "error-sign-in-again");
        assert_eq!(refusal(change_password(db, &code, own, "other".into()).await), "error-sign-in-again");
        for table in ["api_tokens", "second_factors"] {
            assert!(rows_of(register, &format!("SELECT account FROM {table}")).await.is_empty(), "{table}");
        }
        assert!(one(register, "SELECT password FROM accounts WHERE mail LIKE 'ana%'").await.starts_with('$'));
        let day = office.app.settings.today();
        let entered = begin_session(db, &code, "t", now, vec![has_a_role(&code, day)]).await;
        assert_eq!(refusal(entered), "error-provider-unknown");
    });
}

#[test]
fn a_code_is_used_with_the_session_it_begins_or_not_at_all() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let session = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        let code = one(register, "SELECT code FROM accounts").await;
        let kept = one(register, "SELECT password FROM accounts").await;
        let (_, codes) = set_up(&office, &session).await;
        // no code was asked for, because there was no second factor yet
        let checked = vec![has_password(&code, &kept), asks_no_code(&code)];
        let entered = begin_session(&register.db, &code, "t", Timestamp::now(), checked).await;
        assert_eq!(refusal(entered), "error-sign-in-again");
        // two browsers send the same sign-in at once: one comes in, and one code is used
        let asked = office.sign_in("ana@example.org", PASSWORD).await;
        let (a, b) =
            tokio::join!(send_code(&office, &asked, &codes[0]), send_code(&office, &asked, &codes[1]));
        let mut both = [a.status, b.status];
        both.sort();
        assert_eq!(both, [StatusCode::SEE_OTHER, StatusCode::BAD_REQUEST]);
        assert_eq!(rows_of(register, "SELECT code FROM recovery_codes").await.len(), 9);
        // the account is closed while the code is typed
        let asked = office.sign_in("ana@example.org", PASSWORD).await;
        office.app.db.run_unjournaled("DELETE FROM half_sign_ins").await.unwrap();
        let closed = send_code(&office, &asked, &codes[2]).await;
        assert!(text_of(&closed.body).contains("took too long"), "{}", text_of(&closed.body));
        assert_eq!(rows_of(register, "SELECT code FROM recovery_codes").await.len(), 9, "no code is lost");
    });
}

#[test]
fn an_address_that_somebody_takes_meanwhile_is_said_in_words() {
    both(async |register| {
        let office = Office::of(register, false).await;
        office.invite("ana@example.org", Role::Secretariat).await;
        office.invite("bela@example.org", Role::Secretariat).await;
        let ana = sea_orm::Condition::all().add(sea_orm::sea_query::Expr::cust("mail = 'ana@example.org'"));
        let taken = [("mail".to_string(), Cell::Text("bela@example.org".into()))].into();
        let change = Beside::update(&ACCOUNTS, ana, taken).or_refused("error-address-taken");
        assert_eq!(refusal(unversioned::write(&register.db, [change]).await), "error-address-taken");
        assert_eq!(rows_of(register, "SELECT mail FROM accounts ORDER BY mail").await.len(), 2);
    });
}

#[test]
fn the_network_keeps_an_administrator_who_stays() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let (register_of, by) = (office.app.register(), || Request::by(Actor::Operator));
        let withdraw = async |mail: &str| {
            let all = Withdraw { mail: mail.into(), role: None };
            refusal(actions::run(&register_of, &WITHDRAW, by(), all).await)
        };
        let until = async |mail: &str, until: Option<Day>| {
            let invite = Invite {
                mail: mail.into(),
                name: String::new(),
                role: Role::Administrator,
                part: None,
                until,
                post: None,
                reason: None,
                code: None,
                link: None,
                letter: None,
            };
            refusal(actions::run(&register_of, &INVITE, by(), invite).await)
        };
        let later = Day::last_of_year(office.app.settings.today().year() + 1);
        office.join(&office.invite("root@example.org", Role::Administrator).await).await;
        // one whose role ends does not stay, and neither does one who cannot sign in
        office.join(&office.invite("temp@example.org", Role::Secretariat).await).await;
        assert_eq!(until("temp@example.org", Some(later)).await, "");
        office.invite("silent@example.org", Role::Administrator).await;
        assert_eq!(withdraw("root@example.org").await, "error-last-administrator");
        assert_eq!(until("root@example.org", Some(later)).await, "error-last-administrator");
        assert_eq!(
            rows_of(register, "SELECT account FROM grants WHERE role = 'administrator'").await.len(),
            3
        );
        // whoever signs in at the identity provider stays, without a password
        let silent = "SELECT code FROM accounts WHERE mail = 'silent@example.org'";
        let silent = one(register, silent).await;
        let bound = format!(
            "INSERT INTO identities (identity, account, issuer, subject, made) VALUES ('i', '{silent}', 'x', 's', 1)"
        );
        office.app.db.run_unjournaled(&bound).await.unwrap();
        assert_eq!(until("root@example.org", Some(later)).await, "");
        assert_eq!(withdraw("silent@example.org").await, "error-last-administrator");
        assert_eq!(withdraw("root@example.org").await, "");
    });
}

#[test]
fn of_two_administrators_who_say_who_needs_a_code_the_second_sees_what_the_first_said() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let one = office.join(&office.invite("one@example.org", Role::Administrator).await).await;
        let other = office.join(&office.invite("two@example.org", Role::Administrator).await).await;
        const TEAM: &str = "/en/office/team";
        let first = [("require", "yes"), ("required", "treasurer")];
        assert_eq!(office.post(TEAM, &first, &one).await.status, StatusCode::SEE_OTHER);
        // the other's form was shown before
        let second = [("require", "yes"), ("required", "intern")];
        let refused = office.post(TEAM, &second, &other).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(text_of(&refused.body).contains("Somebody else has changed meanwhile"));
        let required = "SELECT role FROM required_factors ORDER BY role";
        assert_eq!(rows_of(register, required).await, ["treasurer"]);
        let seen = hidden(&refused, "seen");
        assert_eq!(seen, [("seen".to_string(), "treasurer".to_string())]);
        let again = [("require", "yes"), ("seen", "treasurer"), ("required", "intern")];
        assert_eq!(office.post(TEAM, &again, &other).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rows_of(register, required).await, ["intern"]);
    });
}

#[test]
fn what_nobody_confirmed_is_cleared_away_with_the_next_sign_in() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let ana = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        let bela = office.join(&office.invite("bela@example.org", Role::Secretariat).await).await;
        set_up(&office, &bela).await;
        let page = "/en/office/me/second-factor";
        office.post(page, &[("do", "begin"), ("current", PASSWORD)], &ana).await;
        let old = (Timestamp::now() - SignedDuration::from_mins(16)).as_millisecond();
        let over = (Timestamp::now() - SignedDuration::from_mins(1)).as_millisecond();
        let later = (Timestamp::now() + SignedDuration::from_mins(9)).as_millisecond();
        for sql in [
            format!("UPDATE second_factors SET made = {old}"),
            format!(
                "INSERT INTO address_changes (account, mail, \"left\", taken, ends) VALUES ('a', 'm', 'l', 't', {over})"
            ),
            format!(
                "INSERT INTO address_changes (account, mail, \"left\", taken, ends) VALUES ('b', 'm', 'k', 's', {later})"
            ),
        ] {
            office.app.db.run_unjournaled(&sql).await.unwrap();
        }
        let entered = office.sign_in("ana@example.org", PASSWORD).await;
        assert!(!cookie(&entered).is_empty());
        let bela = "SELECT a.mail FROM second_factors f JOIN accounts a ON a.code = f.account";
        assert_eq!(rows_of(register, bela).await, ["bela@example.org"], "one in use stays");
        assert_eq!(rows_of(register, "SELECT account FROM address_changes").await, ["b"]);
    });
}
