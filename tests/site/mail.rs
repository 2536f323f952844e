//! Mail: letters that are sent by a real server on the loopback, what becomes of those that are not, and who decides.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use axum::http::StatusCode;
use decapolis::accounts::store::of_link;
use decapolis::app::App;
use decapolis::jobs::store::claim;
use decapolis::jobs::worker::do_next;
use decapolis::mail::bounce::{Received, receive};
use decapolis::mail::message::{Message, MessageState};
use decapolis::mail::outbox::{BODIES_LAST, MESSAGES_LAST, forget_old, messages};
use decapolis::mail::send::SEND;
use decapolis::mail::transport::Mail;
use decapolis::modules;
use decapolis_actions::Role;
use jiff::{SignedDuration, Timestamp};

use crate::site::example::text_of;
use crate::site::office::{Office, PASSWORD, rows_of};
use crate::support::{Folder, Register, both};

const FROM: &str = "Small Network <office@net.example>";

/// An SMTP server on the loopback. It ends with the test.
struct Smtp {
    server: Child,
    port: u16,
    taken: Receiver<serde_json::Value>,
}

impl Smtp {
    fn begin() -> Smtp {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/test/smtp.mjs");
        let mut server = Command::new("node")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node runs the server of the tests");
        let mut lines = BufReader::new(server.stdout.take().expect("its output")).lines();
        let port = lines.next().and_then(|line| line.ok()?.parse().ok());
        let port = port.expect("the server says its port: run `npm ci` in web");
        let (send, taken) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(|line| line.ok()) {
                let _ = send.send(serde_json::from_str(&line).expect("a message as JSON"));
            }
        });
        Smtp { server, port, taken }
    }

    fn way(&self) -> Mail {
        Mail::by(&format!("smtp://127.0.0.1:{}", self.port), FROM).expect("a way")
    }

    /// The next message that the server takes, with its lines whole.
    fn next(&self) -> (String, String) {
        let taken = self.taken.recv_timeout(Duration::from_secs(20)).expect("a message");
        let message = taken["message"].as_str().expect("a text").replace("=\r\n", "").replace("=3D", "=");
        (taken["to"][0].as_str().expect("an address").to_string(), message)
    }

    fn has_no_more(&self) -> bool {
        self.taken.recv_timeout(Duration::from_millis(300)).is_err()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

async fn office(register: &Register, mail: Mail) -> Office {
    let set = |app: &mut App| {
        app.mail = Some(mail.into());
        app.settings.address = "https://net.example".into();
    };
    Office::with(register, set, "").await
}

/// Does the jobs that are due now.
async fn work(office: &Office) {
    while do_next(&office.app, modules::jobs(), Timestamp::now()).await.expect("the register answers") {}
}

async fn all(office: &Office) -> Vec<Message> {
    messages(office.app.db.reader(), None, 100).await.expect("messages")
}

/// The one message of the outbox.
async fn only(office: &Office) -> Message {
    let mut all = all(office).await;
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// The token of the link to this page in a message.
fn token<'a>(message: &'a str, page: &str) -> &'a str {
    let after = message.split(&format!("https://net.example/en/{page}/")).nth(1).expect("a link");
    &after[..43]
}

async fn invite(office: &Office, admin: &str, mail: &str) -> String {
    let fields = [("mail", mail), ("name", "New"), ("role", "secretariat")];
    let answer = office.post("/en/office/team", &fields, admin).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", text_of(&answer.body));
    answer.body
}

async fn administrator(office: &Office) -> String {
    office.join(&office.invite("ada@example.org", Role::Administrator).await).await
}

#[test]
fn an_invitation_is_shown_once_and_sent_and_the_outbox_never_shows_its_link() {
    let smtp = Smtp::begin();
    both(async |register| {
        let office = office(register, smtp.way()).await;
        let admin = administrator(&office).await;
        let told = invite(&office, &admin, "new@example.org").await;
        assert!(text_of(&told).contains("also on its way by mail"));
        let waits = only(&office).await;
        assert_eq!((waits.state, waits.to.as_str()), (MessageState::Waiting, "new@example.org"));
        work(&office).await;
        let (to, message) = smtp.next();
        assert_eq!(to, "new@example.org");
        let link = token(&message, "join");
        assert!(told.contains(link), "the link that was shown is the link that was sent");
        assert!(message.contains(&format!("Message-ID: <{}>", waits.message_id)), "{message}");
        assert!(message.contains("text/plain") && message.contains("text/html"));
        // the page of the outbox shows all but the link
        let page = office.get(&format!("/en/office/mail/{}", waits.key), &admin).await;
        assert!(page.body.contains("/en/join/…") && !page.body.contains(link));
        let preview = office.get(&format!("/en/office/mail/{}/html", waits.key), &admin).await;
        assert!(preview.body.contains("/en/join/…") && !preview.body.contains(link));
        let policy = preview.header("content-security-policy");
        assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"), "{policy}");
        assert_eq!(preview.header("cache-control"), "no-store");
        let secrets = rows_of(register, "SELECT coalesce(secret, '') FROM messages").await;
        assert_eq!((only(&office).await.state, secrets), (MessageState::Sent, vec![String::new()]));
        let session = office.join(link).await;
        assert_eq!(office.get("/en/office/mail", &session).await.status, StatusCode::OK);
        work(&office).await;
        assert!(smtp.has_no_more(), "it is sent once");
    });
}

#[test]
fn a_forgotten_password_is_answered_alike_and_its_link_is_used_once_within_an_hour() {
    let smtp = Smtp::begin();
    both(async |register| {
        let office = office(register, smtp.way()).await;
        office.join(&office.invite("eva@example.org", Role::Secretariat).await).await;
        assert!(office.get("/en/sign-in", "").await.body.contains("href=\"/en/forgotten\""));
        let unknown = office.post("/en/forgotten", &[("mail", "nobody@example.org")], "").await;
        let known = office.post("/en/forgotten", &[("mail", " EVA@example.org")], "").await;
        assert_eq!((known.status, &known.body), (StatusCode::OK, &unknown.body));
        for _ in 0..100 {
            if !all(&office).await.is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        // asking again at once sends nothing more
        office.post("/en/forgotten", &[("mail", "eva@example.org")], "").await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        work(&office).await;
        let (to, message) = smtp.next();
        assert_eq!(to, "eva@example.org");
        assert!(smtp.has_no_more());
        let link = token(&message, "join");
        let (now, today) = (Timestamp::now(), office.app.settings.today());
        let found = async |at| of_link(office.app.db.reader(), link, at, today).await.unwrap().is_some();
        assert!(found(now + SignedDuration::from_mins(59)).await);
        assert!(!found(now + SignedDuration::from_mins(61)).await, "its hour is over");
        let other = [("password", "another violin of gravel")];
        assert_eq!(office.post(&format!("/en/join/{link}"), &other, "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.post(&format!("/en/join/{link}"), &other, "").await.status, StatusCode::NOT_FOUND);
        assert_eq!(office.sign_in("eva@example.org", PASSWORD).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(office.sign_in("eva@example.org", other[0].1).await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn what_the_server_refuses_for_ever_is_told_and_what_it_refuses_for_now_is_tried_again() {
    let smtp = Smtp::begin();
    both(async |register| {
        let office = office(register, smtp.way()).await;
        let admin = administrator(&office).await;
        invite(&office, &admin, "refused@example.org").await;
        invite(&office, &admin, "later@example.org").await;
        work(&office).await;
        let of = |all: Vec<Message>, to: &str| all.into_iter().find(|m| m.to == to).expect("a message");
        let refused = of(all(&office).await, "refused@example.org");
        assert_eq!(refused.state, MessageState::Failed);
        assert!(refused.fault.as_deref().unwrap_or_default().contains("550"), "{:?}", refused.fault);
        let list = office.get("/en/office/mail?state=failed", &admin).await;
        assert!(list.body.contains("refused@example.org") && !list.body.contains("later@example.org"));
        let waits = of(all(&office).await, "later@example.org");
        assert_eq!(waits.state, MessageState::Waiting);
        assert!(waits.fault.as_deref().unwrap_or_default().contains("451"), "{:?}", waits.fault);
        // for more than a day in vain
        let mut at = Timestamp::now();
        for _ in 0..8 {
            at += SignedDuration::from_hours(13);
            do_next(&office.app, modules::jobs(), at).await.unwrap();
        }
        assert_eq!(of(all(&office).await, "later@example.org").state, MessageState::Failed);
        assert_eq!(rows_of(register, "SELECT code FROM jobs").await.len(), 0);
        // a person has it tried again, and then withdraws it
        let page = format!("/en/office/mail/{}", waits.key);
        let again = office.post(&page, &[("deed", "again")], &admin).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert_eq!(of(all(&office).await, "later@example.org").state, MessageState::Waiting);
        assert_eq!(office.post(&page, &[("deed", "withdraw")], &admin).await.status, StatusCode::SEE_OTHER);
        let withdrawn = of(all(&office).await, "later@example.org");
        assert!(withdrawn.state == MessageState::Withdrawn && withdrawn.decided_by.is_some());
        assert_eq!(rows_of(register, "SELECT code FROM jobs").await.len(), 0, "nothing sends it any more");
        assert_eq!(office.post(&page, &[("deed", "again")], &admin).await.status, StatusCode::CONFLICT);
    });
}

#[test]
fn what_broke_off_while_it_was_sent_is_decided_by_a_person() {
    both(async |register| {
        let smtp = Smtp::begin();
        let office = office(register, smtp.way()).await;
        let admin = administrator(&office).await;
        // the program died after it had begun to send
        invite(&office, &admin, "maybe@example.org").await;
        register.db.run_unjournaled("UPDATE messages SET state = 'sending'").await.unwrap();
        work(&office).await;
        let maybe = only(&office).await;
        assert_eq!(maybe.state, MessageState::Doubtful);
        assert!(smtp.has_no_more(), "nobody knows whether it was sent, so it is not sent again");
        let page = format!("/en/office/mail/{}", maybe.key);
        assert!(text_of(&office.get(&page, &admin).await.body).contains("It was sent"));
        assert_eq!(office.post(&page, &[("deed", "sent")], &admin).await.status, StatusCode::SEE_OTHER);
        assert_eq!(only(&office).await.state, MessageState::Sent);
        // the line broke after the server had the message
        register.db.run_unjournaled("DELETE FROM messages").await.unwrap();
        invite(&office, &admin, "lost@example.org").await;
        work(&office).await;
        smtp.next();
        assert_eq!(only(&office).await.state, MessageState::Doubtful);
    });
}

#[test]
fn a_message_that_comes_back_is_marked_and_nothing_else_is() {
    both(async |register| {
        let folder = Folder::new();
        let way = format!("folder:{}", folder.join("out").display());
        let office = office(register, Mail::by(&way, FROM).unwrap()).await;
        let admin = administrator(&office).await;
        invite(&office, &admin, "gone@example.org").await;
        work(&office).await;
        let sent = only(&office).await;
        let files: Vec<_> =
            std::fs::read_dir(folder.join("out")).unwrap().map(|f| f.unwrap().path()).collect();
        assert_eq!((sent.state, files.len()), (MessageState::Sent, 1), "it is in the folder: {files:?}");
        let bounce = |action: &str, id: &str| {
            format!(
                "From: MAILER-DAEMON@other.example\r\nTo: office@net.example\r\nSubject: Undelivered\r\n\
                MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
                --b\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n\
                --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; other.example\r\n\r\n\
                Final-Recipient: rfc822; gone@example.org\r\nAction: {action}\r\nStatus: 5.1.1\r\n\
                Diagnostic-Code: smtp; 550 5.1.1 no such\r\n user\r\n\r\n\
                --b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <{id}>\r\nSubject: Hello\r\n\r\nHello\r\n--b--\r\n"
            )
        };
        let db = &office.app.db;
        let told =
            |text: String| async move { receive(db, text.as_bytes(), Timestamp::now()).await.unwrap() };
        assert_eq!(told(bounce("failed", "other@net.example")).await, Received::NotOurs);
        assert_eq!(told("From: a@b.example\r\nSubject: Hello\r\n\r\nHello".into()).await, Received::NotOurs);
        assert_eq!(told(bounce("delayed", &sent.message_id)).await, Received::Late);
        assert_eq!(only(&office).await.state, MessageState::Sent);
        let Received::Marked { to, why } = told(bounce("failed", &sent.message_id)).await else {
            panic!("it is marked");
        };
        assert_eq!((to.as_str(), why.as_str()), ("gone@example.org", "5.1.1 smtp; 550 5.1.1 no such user"));
        assert_eq!(only(&office).await.state, MessageState::Bounced);
        assert!(text_of(&office.get("/en/office/mail", &admin).await.body).contains("Came back"));
    });
}

#[test]
fn a_message_that_is_being_sent_is_not_sent_twice_by_trying_again() {
    both(async |register| {
        let folder = Folder::new();
        let way = format!("folder:{}", folder.join("out").display());
        let office = office(register, Mail::by(&way, FROM).unwrap()).await;
        let admin = administrator(&office).await;
        invite(&office, &admin, "soon@example.org").await;
        let now = Timestamp::now();
        let claimed = claim(&register.db, &[&SEND], now).await.unwrap().expect("a job is due");
        let page = format!("/en/office/mail/{}", only(&office).await.key);
        let again = async || office.post(&page, &[("deed", "again")], &admin).await;
        let refused = again().await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(text_of(&refused.body).contains("being done at this moment"), "{}", text_of(&refused.body));
        let jobs = rows_of(register, "SELECT code FROM jobs WHERE kind = 'mail.send-message'").await;
        assert_eq!(jobs, [claimed.code], "the worker still has its job");
        // a worker that is gone has nothing any more
        register.db.run_unjournaled("UPDATE jobs SET lease = 1").await.unwrap();
        assert_eq!(again().await.status, StatusCode::SEE_OTHER);
        work(&office).await;
        assert_eq!(only(&office).await.state, MessageState::Sent);
        assert_eq!(std::fs::read_dir(folder.join("out")).unwrap().count(), 1);
    });
}

#[test]
fn what_came_back_is_not_sent_again_and_keeps_no_link() {
    both(async |register| {
        let folder = Folder::new();
        let way = format!("folder:{}", folder.join("out").display());
        let office = office(register, Mail::by(&way, FROM).unwrap()).await;
        let admin = administrator(&office).await;
        invite(&office, &admin, "gone@example.org").await;
        let waiting = only(&office).await;
        let bounce = format!(
            "From: a@other.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; boundary=\"b\"\r\n\r\n\
            --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a.example\r\n\r\n\
            Action: failed\r\nStatus: 5.1.1\r\n\r\n\
            --b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <{}>\r\n\r\nHello\r\n--b--\r\n",
            waiting.message_id
        );
        // it was sent before, and a person tries it again: the first one comes back while it waits
        let received = receive(&register.db, bounce.as_bytes(), Timestamp::now()).await;
        assert!(matches!(received, Ok(Received::Marked { .. })), "{received:?}");
        work(&office).await;
        assert_eq!(only(&office).await.state, MessageState::Bounced);
        let sent = std::fs::read_dir(folder.join("out")).map_or(0, |files| files.count());
        assert_eq!(sent, 0, "it is not sent");
        let kept = rows_of(register, "SELECT key FROM messages WHERE secret IS NOT NULL").await;
        assert!(kept.is_empty(), "nothing needs its link");
    });
}

#[test]
fn an_address_changes_when_both_mailboxes_have_confirmed_it() {
    let smtp = Smtp::begin();
    both(async |register| {
        let office = office(register, smtp.way()).await;
        let eva = office.join(&office.invite("eva@example.org", Role::Secretariat).await).await;
        let ask = async |to: &str, current: &str| {
            office.post("/en/office/me/address", &[("mail", to), ("current", current)], &eva).await
        };
        assert_eq!(ask("new@example.org", "not this one").await.status, StatusCode::BAD_REQUEST);
        assert_eq!(ask("eva@example.org", PASSWORD).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(ask("new@example.org", PASSWORD).await.status, StatusCode::SEE_OTHER);
        work(&office).await;
        let mut links: Vec<(String, String)> = (0..2)
            .map(|_| smtp.next())
            .map(|(to, message)| (to, format!("/en/address/{}", token(&message, "address"))))
            .collect();
        links.sort();
        let [(left, at_left), (taken, at_taken)] = &links[..] else { panic!("two links") };
        assert_eq!((left.as_str(), taken.as_str()), ("eva@example.org", "new@example.org"));
        // opening a link does nothing, and one mailbox alone neither
        assert!(office.get(at_taken, "").await.body.contains("new@example.org"));
        for _ in 0..2 {
            assert_eq!(office.post(at_taken, &[], "").await.status, StatusCode::OK);
        }
        assert_eq!(office.sign_in("new@example.org", PASSWORD).await.status, StatusCode::BAD_REQUEST);
        let done = office.post(at_left, &[], "").await;
        assert!(text_of(&done.body).contains("The address is changed"), "{}", text_of(&done.body));
        assert_eq!(office.sign_in("new@example.org", PASSWORD).await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.sign_in("eva@example.org", PASSWORD).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(office.post(at_left, &[], "").await.status, StatusCode::NOT_FOUND, "it is used up");
    });
}

#[test]
fn without_a_way_or_an_address_nothing_is_mailed_and_the_page_says_what_to_set() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let admin = administrator(&office).await;
        let page = text_of(&office.get("/en/office/mail", &admin).await.body);
        assert!(page.contains("DECAPOLIS_MAIL_FROM") && page.contains("DECAPOLIS_ADDRESS"), "{page}");
        invite(&office, &admin, "new@example.org").await;
        assert!(all(&office).await.is_empty());
        assert!(!office.get("/en/sign-in", "").await.body.contains("/en/forgotten"));
        assert!(office.get("/en/forgotten", "").await.status.is_client_error());
        assert!(
            office.post("/en/forgotten", &[("mail", "ada@example.org")], "").await.status.is_client_error()
        );
        // the outbox is for the secretariat of the whole network
        let intern = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        let region = rows_of(register, "SELECT code FROM records WHERE kind = 'region' ORDER BY code").await;
        let link = office.invite_for("rita@example.org", Role::RegionalSecretariat, Some(&region[0])).await;
        let regional = office.join(&link).await;
        for session in [&intern, &regional] {
            for address in ["/en/office/mail", "/en/office/mail/nothing", "/en/office/mail/nothing/html"] {
                assert_eq!(office.get(address, session).await.status, StatusCode::FORBIDDEN, "{address}");
            }
            let sent = office.post("/en/office/mail/nothing", &[("deed", "again")], session).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN);
            assert!(!office.get("/en/office", session).await.body.contains("/en/office/mail"));
        }
    });
}

#[test]
fn bodies_are_forgotten_after_weeks_and_messages_after_a_year() {
    both(async |register| {
        let folder = Folder::new();
        let way = format!("folder:{}", folder.path().display());
        let office = office(register, Mail::by(&way, FROM).unwrap()).await;
        let admin = administrator(&office).await;
        invite(&office, &admin, "old@example.org").await;
        let after = |days: i64| Timestamp::now() + SignedDuration::from_hours(days * 24 + 1);
        let db = &office.app.db;
        forget_old(db, after(MESSAGES_LAST)).await.unwrap();
        assert!(only(&office).await.text.is_some(), "what waits is kept");
        work(&office).await;
        forget_old(db, after(BODIES_LAST - 1)).await.unwrap();
        assert!(only(&office).await.text.is_some());
        forget_old(db, after(BODIES_LAST)).await.unwrap();
        let bare = only(&office).await;
        assert!(bare.text.is_none() && bare.html.is_none());
        let page = office.get(&format!("/en/office/mail/{}", bare.key), &admin).await;
        assert!(text_of(&page.body).contains("was removed 30 days after"), "{}", text_of(&page.body));
        forget_old(db, after(MESSAGES_LAST)).await.unwrap();
        assert!(all(&office).await.is_empty());
        // one that nobody decided is forgotten too
        invite(&office, &admin, "maybe@example.org").await;
        register.db.run_unjournaled("UPDATE messages SET state = 'doubtful'").await.unwrap();
        forget_old(db, after(BODIES_LAST)).await.unwrap();
        let kept = "SELECT key FROM messages WHERE secret IS NOT NULL OR body IS NOT NULL";
        assert!(rows_of(register, kept).await.is_empty());
        forget_old(db, after(MESSAGES_LAST)).await.unwrap();
        assert!(all(&office).await.is_empty());
    });
}
