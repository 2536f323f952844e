//! What one person proposes and another accepts: who may, what is planned on the data of today, and two people where the network says so.

use axum::http::StatusCode;
use decapolis_actions::{Actor, Given, Request, Role};
use decapolis_register::value::Cell;
use serde_json::json;

use crate::register::files::{everything, refusal};
use crate::site::api::Program;
use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, hidden, rows_of};
use crate::support::{Register, both};

const LEADER: &str = "/en/office/organisation/accra/do/people.change-leader";

/// The fields of a form, with what its answer said beside them and this button.
fn pressed(fields: &[(&str, &str)], shown: &Answer, button: (&str, &str)) -> Vec<(String, String)> {
    let own = fields.iter().map(|(name, text)| (name.to_string(), text.to_string()));
    let hidden = ["seen", "shown"].into_iter().flat_map(|name| hidden(shown, name));
    own.chain(hidden).chain([(button.0.to_string(), button.1.to_string())]).collect()
}

/// Looks at what follows, proposes it, and gives the address of the proposal.
async fn propose(office: &Office, form: &str, fields: &[(&str, &str)], cookie: &str) -> String {
    let follows = office.post(form, fields, cookie).await;
    assert_eq!(follows.status, StatusCode::OK, "{}", text_of(&follows.body));
    assert!(follows.body.contains("name=\"propose\"") && !follows.body.contains("name=\"save\""));
    let sent = office.save(form, &pressed(fields, &follows, ("propose", "yes")), cookie).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
    let to = sent.header("location").to_string();
    let page = office.get(&to, cookie).await;
    assert!(text_of(&page.body).contains("It has been proposed"), "{}", text_of(&page.body));
    to.split('?').next().unwrap().to_string()
}

/// Opens a proposal and accepts what it shows.
async fn accept(office: &Office, proposal: &str, cookie: &str) -> Answer {
    let page = office.get(proposal, cookie).await;
    assert_eq!(page.status, StatusCode::OK, "{}", text_of(&page.body));
    office.save(proposal, &pressed(&[], &page, ("decide", "accept")), cookie).await
}

/// What the network asks two people for, as the operator sets it.
async fn ask_two_people(office: &Office, columns: &[&str]) {
    let offer = office.app.action("network.change-settings").expect("the action");
    let row = actions_row(office).await;
    let values = columns.iter().map(|name| (name.to_string(), Cell::Bool(true))).collect();
    let given = Given { row: Some(row), values, ..Given::default() };
    let done =
        offer.by_fields.unwrap().run(&office.app.register(), Request::by(Actor::Operator), given).await;
    done.expect("the setting");
}

async fn actions_row(office: &Office) -> i64 {
    let network = decapolis_register::records::of_kind(office.app.db.reader(), "network").await.unwrap();
    network.first().expect("a network").id
}

async fn last_entry(register: &Register) -> String {
    let sql = "SELECT actor || ' ' || action FROM journal ORDER BY number DESC LIMIT 1";
    rows_of(register, sql).await.remove(0)
}

async fn code_of(register: &Register, mail: &str) -> String {
    rows_of(register, &format!("SELECT code FROM accounts WHERE mail = '{mail}'")).await.remove(0)
}

async fn token_of(register: &Register, table: &str, of: &str, code: &str) -> String {
    let sql = format!(
        "SELECT CAST(t.id AS text) || '@' || CAST(t.recorded AS text) FROM {table} t JOIN records r ON r.id = t.{of} WHERE r.code = '{code}'"
    );
    rows_of(register, &sql).await.remove(0)
}

#[test]
fn an_intern_proposes_and_somebody_who_may_accepts_it_and_both_are_named() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let ivo = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let eva = office.invite_for("eva@example.org", Role::RegionalSecretariat, Some("europe")).await;
        let eva = office.join(&eva).await;
        let fred = office.join(&office.invite("fred@example.org", Role::Treasurer).await).await;
        let before = everything(register).await;
        let fields =
            [("label_en", "Nuru Kwalande"), ("from", "3 Feb 2021"), ("because", "letter of 3 March")];
        // who only reads proposes nothing, and who proposes does not save
        assert_eq!(office.get(LEADER, &fred).await.status, StatusCode::FORBIDDEN);
        let follows = office.post(LEADER, &fields, &ivo).await;
        let told = text_of(&follows.body);
        assert!(told.contains("Your role proposes") && told.contains("When it is accepted"), "{told}");
        let saved = office.save(LEADER, &pressed(&fields, &follows, ("save", "yes")), &ivo).await;
        assert_eq!(saved.status, StatusCode::FORBIDDEN, "{}", text_of(&saved.body));
        // what was not shown is not proposed
        let other = [("label_en", "Somebody Else"), ("from", "2021-02-03")];
        let refused = office.save(LEADER, &pressed(&other, &follows, ("propose", "yes")), &ivo).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        let proposal = propose(&office, LEADER, &fields, &ivo).await;
        assert_eq!(everything(register).await, before, "nothing is written");
        // those who may decide are told; others do not learn that it is there
        for (who, decides) in [(&olga, true), (&aya, true), (&eva, false), (&fred, false), (&ivo, false)] {
            let start = text_of(&office.get("/en/office", who).await.body);
            assert_eq!(start.contains("One proposal waits"), decides, "{start}");
            let list = office.get("/en/office/proposals", who).await;
            assert_eq!(list.body.contains(&proposal), decides || who == &ivo);
            let page = office.get(&proposal, who).await;
            assert_eq!(page.status == StatusCode::OK, decides || who == &ivo, "{}", page.status);
            assert_eq!(page.body.contains("value=\"accept\""), decides);
        }
        for who in [&eva, &fred, &ivo] {
            let refused = office.post(&proposal, &[("decide", "accept")], who).await;
            assert!(refused.status.is_client_error(), "{}", refused.status);
            let refused = office.post(&proposal, &[("decide", "decline"), ("answer", "no")], who).await;
            assert!(refused.status.is_client_error(), "{}", refused.status);
        }
        assert_eq!(everything(register).await, before);
        let page = text_of(&office.get(&proposal, &aya).await.body);
        for told in ["Nuru Kwalande", "Proposed by ivo", "letter of 3 March", "Change the leader · Accra"] {
            assert!(page.contains(told), "{told}: {page}");
        }
        // it is accepted within the scope of who accepts, and the journal names the codes of both
        let done = accept(&office, &proposal, &aya).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", text_of(&done.body));
        let codes = (code_of(register, "aya@example.org").await, code_of(register, "ivo@example.org").await);
        assert_eq!(last_entry(register).await, format!("{}+{} people.change-leader", codes.0, codes.1));
        let shown = text_of(&office.get("/en/office/batches", &olga).await.body);
        assert!(shown.contains("Change the leader · aya, proposed by ivo"), "{shown}");
        assert!(shown.contains("letter of 3 March"), "{shown}");
        // both see it as theirs, and it is decided once
        let own = text_of(&office.get("/en/office/batches", &aya).await.body);
        assert!(own.contains("aya, proposed by ivo"), "{own}");
        let own = text_of(&office.get("/en/office/proposals", &ivo).await.body);
        assert!(own.contains("aya accepted it on"), "{own}");
        let again = office.post(&proposal, &[("decide", "accept")], &aya).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "{}", text_of(&again.body));
        // and taken back like any batch
        let batch = done.header("location").split("saved=").nth(1).unwrap().to_string();
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &aya).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
    });
}

#[test]
fn a_proposal_is_planned_again_on_what_has_changed_since_and_is_declined_or_withdrawn() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let ivo = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let row = token_of(register, "organisations", "id", "bern").await;
        let form = "/en/office/organisation/bern/do/organisations.correct";
        let names = [("label_en", "Bern"), ("label_fr", "Berne"), ("public", "yes"), ("illustrative", "no")];
        let typed = |level: &'static str, address: &'static str, row: &str| {
            let own = [("level", level), ("place", "place-bern"), ("address", address)];
            let all: Vec<(String, String)> =
                names.iter().chain(&own).map(|(n, t)| (n.to_string(), t.to_string())).collect();
            [all, vec![("row".to_string(), row.to_string())]].concat()
        };
        let as_pairs = |all: &[(String, String)]| -> Vec<(&'static str, String)> {
            all.iter().map(|(n, t)| (&*Box::leak(n.clone().into_boxed_str()), t.clone())).collect()
        };
        let fields = typed("metropolitan", "", &row);
        let fields = as_pairs(&fields);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, t)| (*n, t.as_str())).collect();
        let proposal = propose(&office, form, &fields, &ivo).await;
        // somebody writes another column of the same row meanwhile
        let other = typed("municipal", "https://bern.example", &row);
        let other: Vec<(&str, &str)> = other.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
        let (_, saved) = office.look_and_save(form, &other, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let page = text_of(&office.get(&proposal, &olga).await.body);
        assert!(
            page.contains("Changed since it was proposed") && page.contains("https://bern.example"),
            "{page}"
        );
        assert!(page.contains("municipal → metropolitan"), "{page}");
        let done = accept(&office, &proposal, &olga).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", text_of(&done.body));
        let now = "SELECT o.level || ' ' || o.address FROM organisations o JOIN records r ON r.id = o.id WHERE r.code = 'bern'";
        assert_eq!(
            rows_of(register, now).await,
            ["metropolitan https://bern.example"],
            "both changes are there"
        );
        // what was shown is what is accepted: a page that is out of date is not
        let fields = [("label_en", "Nuru Kwalande"), ("from", "2021-02")];
        let proposal = propose(&office, LEADER, &fields, &ivo).await;
        let old = office.get(&proposal, &olga).await;
        let (_, saved) =
            office.look_and_save(LEADER, &[("label_en", "Abena Osei"), ("from", "2020-01-10")], &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let refused = office.save(&proposal, &pressed(&[], &old, ("decide", "accept")), &olga).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        // declined with a reason, which who proposed it reads
        let refused = office.post(&proposal, &[("decide", "decline")], &olga).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let why = [("decide", "decline"), ("answer", "The letter says March")];
        assert_eq!(office.post(&proposal, &why, &olga).await.status, StatusCode::SEE_OTHER);
        let page = text_of(&office.get(&proposal, &ivo).await.body);
        assert!(page.contains("olga declined it on") && page.contains("The letter says March"), "{page}");
        // withdrawn by who proposed it, and by nobody else
        let proposal = propose(&office, LEADER, &fields, &ivo).await;
        assert_eq!(
            office.post(&proposal, &[("decide", "withdraw")], &olga).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            office.post(&proposal, &[("decide", "withdraw")], &ivo).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(!office.get("/en/office/proposals", &olga).await.body.contains(&proposal));
        let refused = office.post(&proposal, &[("decide", "accept")], &olga).await;
        assert!(refused.status.is_client_error());
    });
}

#[test]
fn a_regional_secretary_proposes_a_new_record_of_the_whole_network() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let form = "/en/office/organisation/do/organisations.create";
        let fields =
            [("label_und", "Nairobi"), ("level", "municipal"), ("public", "yes"), ("illustrative", "no")];
        let proposal = propose(&office, form, &fields, &aya).await;
        let done = accept(&office, &proposal, &olga).await;
        assert_eq!(done.header("location").split('?').next(), Some("/en/office/organisation/nairobi"));
        // a record elsewhere is not hers to propose anything for
        let bern = office.get("/en/office/organisation/bern/do/people.change-leader", &aya).await;
        assert!(bern.status.is_client_error());
    });
}

#[test]
fn nobody_does_alone_what_the_network_wants_two_people_for() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let otto = office.join(&office.invite("otto@example.org", Role::Secretariat).await).await;
        // before the network asks, one person does it, and the undo is theirs
        let row = token_of(register, "categories", "organisation", "bern").await;
        let id = row.split('@').next().unwrap().to_string();
        let remove = format!("/en/office/organisation/bern/do/categories.remove?row={id}");
        let (_, alone) = office.look_and_save(&remove, &[("row", &row)], &olga).await;
        assert_eq!(alone.status, StatusCode::SEE_OTHER, "{}", text_of(&alone.body));
        let removal = alone.header("location").split("saved=").nth(1).unwrap().to_string();
        ask_two_people(&office, &["two_for_many_rows", "two_for_removals"]).await;
        let before = everything(register).await;
        // by an undo of what was removed
        let undo = [("batch", removal.as_str())];
        let refused = office.post("/en/office/batches", &undo, &olga).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(text_of(&refused.body).contains("two people"), "{}", text_of(&refused.body));
        // by the form
        let row = token_of(register, "categories", "organisation", "accra").await;
        let id = row.split('@').next().unwrap().to_string();
        let remove = format!("/en/office/organisation/accra/do/categories.remove?row={id}");
        let fields = [("row", row.as_str())];
        let follows = office.post(&remove, &fields, &olga).await;
        assert!(text_of(&follows.body).contains("asks for two people"), "{}", text_of(&follows.body));
        let refused = office.save(&remove, &pressed(&fields, &follows, ("save", "yes")), &olga).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        let end = "/en/office/organisation/accra/do/members.end";
        let ends = [("until", "2021-12-31"), ("ending", "resigned")];
        let follows = office.post(end, &ends, &olga).await;
        let refused = office.save(end, &pressed(&ends, &follows, ("save", "yes")), &olga).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        // by a program
        let program = Program::of(&office, &olga, "yes", "").await;
        let path = "/api/v1/actions/categories.remove";
        let refused = program.act(path, "one", &format!("\"{row}\""), &json!({})).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        assert_eq!(refused.json()["key"], json!("error-two-people"));
        // by many rows at once
        let bulk = "/en/office/bulk/organisations";
        let all = [
            ("of_list", "is.level=municipal"),
            ("all_rows", "yes"),
            ("set_what", "level"),
            ("level", "metropolitan"),
            ("look", "yes"),
        ];
        let shown = office.post(bulk, &all, &olga).await;
        assert!(shown.body.contains("name=\"propose\"") && !shown.body.contains("name=\"save\""));
        let own = all.iter().filter(|(name, _)| !["look", "all_rows"].contains(name));
        let own: Vec<(String, String)> = own.map(|(n, t)| (n.to_string(), t.to_string())).collect();
        let with = |button: &str| {
            let hidden = ["chosen_row", "shown", "seen"].into_iter().flat_map(|name| hidden(&shown, name));
            let button = [(button.to_string(), "yes".to_string())];
            own.iter().cloned().chain(hidden).chain(button).collect::<Vec<_>>()
        };
        assert_eq!(office.save(bulk, &with("save"), &olga).await.status, StatusCode::CONFLICT);
        // and nobody switches it off alone
        let offer = office.app.action("network.change-settings").unwrap().by_fields.unwrap();
        let off = |name: &str| Given {
            row: None,
            values: [(name.to_string(), Cell::Bool(false))].into(),
            ..Given::default()
        };
        let row_of_network = actions_row(&office).await;
        let account = decapolis::accounts::store::by_mail(
            office.app.db.reader(),
            "olga@example.org",
            office.app.settings.today(),
        )
        .await
        .unwrap()
        .unwrap();
        let actor = Actor::account(account.code, account.grants);
        let given = Given { row: Some(row_of_network), ..off("two_for_removals") };
        let refused = offer.run(&office.app.register(), Request::by(actor), given).await;
        assert_eq!(refusal(refused), "error-two-people");
        assert_eq!(everything(register).await, before, "nothing was written");
        // proposed, it is not accepted by who proposed it, and by another it is: once
        let proposal = propose(&office, &remove, &fields, &olga).await;
        let own = office.post(&proposal, &[("decide", "accept")], &olga).await;
        assert!(own.status.is_client_error(), "{}", own.status);
        assert_eq!(everything(register).await, before);
        let anna = office.join(&office.invite("anna@example.org", Role::Secretariat).await).await;
        let (one, two) =
            futures_util::future::join(accept(&office, &proposal, &otto), accept(&office, &proposal, &anna))
                .await;
        let done = [&one, &two].into_iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
        assert_eq!(done, 1, "{} {}", one.status, two.status);
        let gone = format!("SELECT CAST(count(*) AS text) FROM categories WHERE id = {id}");
        assert_eq!(rows_of(register, &gone).await, ["0"]);
        // many rows, and an undo, the same way
        let sent = office.save(bulk, &with("propose"), &olga).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text_of(&sent.body));
        let proposal = sent.header("location").split('?').next().unwrap().to_string();
        let page = office.get(&proposal, &otto).await;
        assert!(text_of(&page.body).contains("municipal → metropolitan"), "{}", text_of(&page.body));
        let done = accept(&office, &proposal, &otto).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", text_of(&done.body));
        let levels = "SELECT CAST(count(*) AS text) FROM organisations WHERE level = 'municipal'";
        assert_eq!(rows_of(register, levels).await, ["0"]);
        let undo = [("batch", removal.as_str()), ("propose", "yes")];
        let sent = office.post("/en/office/batches", &undo, &olga).await;
        let proposal = sent.header("location").split('?').next().unwrap().to_string();
        let done = accept(&office, &proposal, &otto).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", text_of(&done.body));
        let back = "SELECT CAST(count(*) AS text) FROM categories c JOIN records r ON r.id = c.organisation WHERE r.code = 'bern'";
        assert_eq!(rows_of(register, back).await, ["1"]);
        // what one person may do alone is still done with one save
        let (_, saved) =
            office.look_and_save(LEADER, &[("label_en", "Nuru Kwalande"), ("from", "2021-02")], &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
    });
}

#[test]
fn a_role_that_ends_between_a_proposal_and_its_acceptance_counts_no_longer() {
    both(async |register| {
        let office = Office::of(register, false).await;
        office.invite("root@example.org", Role::Administrator).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let otto = office.join(&office.invite("otto@example.org", Role::Secretariat).await).await;
        let anna = office.join(&office.invite("anna@example.org", Role::Secretariat).await).await;
        ask_two_people(&office, &["two_for_removals"]).await;
        let row = token_of(register, "categories", "organisation", "accra").await;
        let remove = format!(
            "/en/office/organisation/accra/do/categories.remove?row={}",
            row.split('@').next().unwrap()
        );
        let proposal = propose(&office, &remove, &[("row", &row)], &olga).await;
        let shown = office.get(&proposal, &otto).await;
        // who would accept it has no role any more
        office.withdraw("otto@example.org").await;
        let refused = office.save(&proposal, &pressed(&[], &shown, ("decide", "accept")), &otto).await;
        assert!(refused.status != StatusCode::SEE_OTHER || refused.header("location").contains("sign-in"));
        // nor has who proposed it
        let shown = office.get(&proposal, &anna).await;
        assert!(shown.body.contains("value=\"accept\""));
        office.withdraw("olga@example.org").await;
        let refused = office.save(&proposal, &pressed(&[], &shown, ("decide", "accept")), &anna).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        assert!(text_of(&refused.body).contains("no role for it any more"), "{}", text_of(&refused.body));
        assert!(!office.get(&proposal, &anna).await.body.contains("value=\"accept\""));
        let there = "SELECT CAST(count(*) AS text) FROM categories c JOIN records r ON r.id = c.organisation WHERE r.code = 'accra'";
        assert_eq!(rows_of(register, there).await, ["1"]);
    });
}

#[test]
fn a_program_proposes_once_however_often_it_asks() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let ivo = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let program = Program::of(&office, &ivo, "yes", "").await;
        let path = "/api/v1/actions/people.change-leader";
        let fields =
            json!({ "organisation": "accra", "label": { "en": "Nuru Kwalande" }, "from": "2021-02" });
        let refused = program.act(path, "one", "", &json!({ "fields": fields })).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
        assert_eq!(refused.json()["key"], json!("error-only-proposes"));
        let body = json!({ "fields": fields, "propose": true, "because": "letter" });
        let first = program.act(path, "two", "", &body).await;
        let second = program.act(path, "two", "", &body).await;
        assert_eq!(
            (first.status, second.status),
            (StatusCode::ACCEPTED, StatusCode::ACCEPTED),
            "{}",
            first.body
        );
        assert_eq!(first.json()["proposal"], second.json()["proposal"]);
        assert_eq!(rows_of(register, "SELECT CAST(count(*) AS text) FROM proposals").await, ["1"]);
        let proposal = format!("/en/office/proposals/{}", first.json()["proposal"].as_str().unwrap());
        let done = accept(&office, &proposal, &olga).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", text_of(&done.body));
        assert!(last_entry(register).await.ends_with("people.change-leader"));
    });
}
