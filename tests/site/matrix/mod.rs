//! Every address, asked as everybody, of a row of each sort: their own, a neighbour's, of nobody in the network, and a private one. What
//! comes out and what is refused is compared with what a plain walk over the rows finds.

mod addresses;
mod cast;
mod held;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use decapolis::modules;
use decapolis::web::opens::Opens;
use decapolis_actions::Role;
use serde_json::json;

use self::addresses::{Asked, of_route};
use self::cast::{Caller, Reads, cast};
use self::held::{Held, World, marked};
use crate::register::files::everything;
use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, hidden};
use crate::support::{Register, run};

/// The register, its office, and everybody who asks.
async fn office(register: &Register) -> (Office, World, Vec<(String, &'static str, Opens)>) {
    let marked = marked();
    marked.import(register).await;
    let office = Office::over(register, |_| (), "").await;
    let world = World::of(register, &marked, office.app.settings.today()).await;
    let routes = modules::routes().into_iter().map(|(_, route)| (route.path, route.methods, route.opens));
    (office, world, routes.collect())
}

async fn get(office: &Office, caller: &Caller<'_>, address: &str) -> Option<Answer> {
    match (address.starts_with("/api/v1"), &caller.program) {
        (true, Some(program)) => Some(program.get(address).await),
        // without a token a program is nobody
        (true, None) if caller.name == "visitor" => Some(office.get(address, "").await),
        (true, None) => None,
        _ => Some(office.get(address, &caller.session).await),
    }
}

/// Whether somebody asks for this: who reads everything is shown one row of each sort, and a page for everybody is the same for all.
fn is_asked(caller: &Caller<'_>, asked: &Asked, opens: Opens) -> bool {
    match (opens, caller.reads) {
        (Opens::ToEverybody, _) => ["visitor", "administrator", "aya"].contains(&caller.name),
        (_, Reads::Part(_)) if caller.name == "intern-of-region" => asked.row.is_none_or(|n| n < 3),
        (_, Reads::Everything) if caller.name == "secretary" => true,
        (_, Reads::Everything) => asked.row.is_none_or(|n| n == 1),
        (_, Reads::Public | Reads::Part(_)) => true,
    }
}

/// What is wrong with how an address opens: an address of the office opens to the roles that its route names, and to nobody else.
fn wrong_door(caller: &Caller<'_>, opens: Opens, answer: &Answer) -> Option<String> {
    let status = answer.status;
    let is_right = match (opens, caller.role) {
        (Opens::To(_), None) => status != StatusCode::OK,
        (Opens::To(roles), Some(role)) if !roles.contains(&role) => status == StatusCode::FORBIDDEN,
        (Opens::To(roles), Some(_)) if roles.len() < Role::ALL.len() => status != StatusCode::FORBIDDEN,
        (Opens::ToPrograms, None) => status.is_client_error(),
        _ => true,
    };
    (!is_right || status.is_server_error()).then(|| status.to_string())
}

/// What one caller is told.
#[derive(Default)]
struct Told {
    requests: usize,
    /// What is wrong with it.
    wrong: Vec<String>,
    seen: BTreeSet<String>,
}

impl Told {
    /// Looks at an answer: to whom it opens, what comes out, and whether it is noted of which people.
    async fn look(
        &mut self,
        office: &Office,
        world: &World,
        caller: &Caller<'_>,
        asked: (&str, Opens),
        answer: &Answer,
    ) {
        let (address, opens) = asked;
        self.requests += 1;
        if let Some(why) = wrong_door(caller, opens, answer) {
            self.wrong.push(format!("{address} for {}: {why}", caller.name));
        }
        let (may, told) = (world.may_see(caller.reads), world.told(address, answer));
        for mark in told.iter().filter(|mark| !may.contains(mark.as_str())) {
            self.wrong.push(format!("{address} tells {} {mark} ({})", caller.name, world.words(mark)));
        }
        let noted = office.app.lookups.take().await;
        for person in world.people_of(told.iter()) {
            if !noted.iter().any(|row| row.person == person && row.by.account == caller.account) {
                self.wrong.push(format!("{address} tells {} of {person}, and it is not noted", caller.name));
            }
        }
        self.seen.extend(told);
    }
}

#[test]
fn every_address_tells_everybody_what_they_may_see_and_nothing_else() {
    run(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            let (office, world, routes) = office(&register).await;
            let callers = cast(&office).await;
            // the second database answers with the same text, so every ninth address is enough
            let every = if register.on_postgres { 9 } else { 1 };
            let (mut requests, mut wrong) = (0, vec![]);
            let before = everything(&register).await;
            for caller in &callers {
                let mut told = Told::default();
                for (path, _, opens) in &routes {
                    let all = of_route(&world, path, &callers[2].account);
                    for asked in all.iter().step_by(every).filter(|asked| is_asked(caller, asked, *opens)) {
                        let Some(answer) = get(&office, caller, &asked.address).await else { continue };
                        told.look(&office, &world, caller, (&asked.address, *opens), &answer).await;
                    }
                }
                // what somebody may see does come out somewhere
                let may = world.may_see(caller.reads);
                let hidden = may.iter().filter(|mark| !told.seen.contains(**mark));
                let hidden: Vec<String> = hidden.map(|mark| world.words(mark)).collect();
                let is_asked_all = every == 1
                    && ["secretary", "aya", "pia", "officer-of-body", "editor"].contains(&caller.name);
                if is_asked_all && !hidden.is_empty() {
                    wrong.push(format!("{} never sees {hidden:?}", caller.name));
                }
                requests += told.requests;
                wrong.extend(told.wrong);
            }
            eprintln!("{requests} requests");
            assert!(wrong.is_empty(), "{} are wrong: {:#?}", wrong.len(), &wrong[..wrong.len().min(60)]);
            assert_eq!(everything(&register).await, before, "reading writes nothing");
        }
    });
}

/// What somebody who may remove this row sends: the fields of the form after they have looked at what follows.
async fn removal(office: &Office, by: &Caller<'_>, form: &str, token: &str) -> Vec<(String, String)> {
    let follows = office.post(form, &[("row", token)], &by.session).await;
    let shown = ["seen", "shown"].into_iter().flat_map(|name| hidden(&follows, name));
    let own = [("row", token), ("save", "yes")].map(|(name, text)| (name.to_string(), text.to_string()));
    own.into_iter().chain(shown).collect()
}

/// The form that removes a row, and the name of its action; `None` for tables that are kept for other actions.
fn form_of(office: &Office, row: &Held) -> Option<(String, String)> {
    let (kind, code) = row.of.as_ref()?;
    let action = office.app.action(&format!("{}.remove", row.table.name))?.about.name;
    Some((format!("/en/office/{kind}/{code}/do/{action}"), action.to_string()))
}

fn may_write(world: &World, caller: &Caller<'_>, row: &Held) -> bool {
    match caller.reads {
        Reads::Everything => caller.writes(),
        Reads::Part(part) => caller.writes() && world.is_of(part, row.table, row.id),
        Reads::Public => false,
    }
}

/// Sends what removes a row as somebody who may not, by the form and by the interface for programs. Panics where it is not refused, or the
/// refusal tells what they may not see.
async fn is_refused(
    office: &Office,
    world: &World,
    caller: &Caller<'_>,
    row: &Held,
    all: &[(String, String)],
) {
    let Some((form, action)) = form_of(office, row) else { return };
    let may = world.may_see(caller.reads);
    let tells_nothing = |address: &str, answer: &Answer| {
        assert!(answer.status.is_client_error(), "{address} by {}: {}", caller.name, answer.status);
        let told = world.told(address, answer);
        assert!(
            told.iter().all(|mark| may.contains(mark.as_str())),
            "{address} tells {} {told:?}",
            caller.name
        );
    };
    tells_nothing(&form, &office.save(&form, all, &caller.session).await);
    if let Some(program) = &caller.program {
        let (path, key) = (format!("/api/v1/actions/{action}"), format!("{action} {}", row.id));
        let sent = program.act(&path, &key, &format!("\"{}@1\"", row.id), &json!({})).await;
        tells_nothing(&path, &sent);
    }
}

#[test]
fn whoever_may_not_write_a_row_is_refused_and_nothing_changes() {
    run(async {
        let register = Register::on_sqlite().await;
        let (office, world, routes) = office(&register).await;
        let callers = cast(&office).await;
        let before = everything(&register).await;
        let mut refused = 0;
        for row in world.rows.iter().filter(|row| [0, 1, 2, 4].contains(&row.n)) {
            let Some((form, _)) = form_of(&office, row) else { continue };
            let all = removal(&office, &callers[2], &form, &format!("{}@1", row.id)).await;
            for caller in callers.iter().filter(|caller| !may_write(&world, caller, row)) {
                is_refused(&office, &world, caller, row, &all).await;
                refused += 1;
            }
        }
        assert!(refused > 500, "{refused}");
        // what others wrote is not taken back, and no form of an address that is closed to somebody does anything
        for caller in callers.iter().filter(|caller| !(caller.writes() && caller.reads == Reads::Everything))
        {
            let undone = office.post("/en/office/batches", &[("batch", "marked")], &caller.session).await;
            assert!(undone.status.is_client_error(), "{}: {}", caller.name, undone.status);
            if let Some(program) = &caller.program {
                let undone = program.act("/api/v1/batches/marked/undo", "undo", "", &json!({})).await;
                assert_eq!(undone.status, StatusCode::FORBIDDEN, "{}", caller.name);
            }
            let is_closed = |opens: &Opens| match opens {
                Opens::To(roles) => caller.role.is_none_or(|role| !roles.contains(&role)),
                Opens::ToEverybody | Opens::ToPrograms => false,
            };
            let forms =
                routes.iter().filter(|(_, methods, opens)| methods.contains("POST") && is_closed(opens));
            for asked in forms.flat_map(|(path, ..)| of_route(&world, path, "nothing").into_iter().take(40)) {
                let sent = office.post(&asked.address, &[("save", "yes")], &caller.session).await;
                assert!(
                    sent.status.is_client_error(),
                    "{} by {}: {}",
                    asked.address,
                    caller.name,
                    sent.status
                );
            }
        }
        assert_eq!(everything(&register).await, before, "nothing was written");
        who_may_does_it(&office, &world, &callers).await;
    });
}

/// The same requests by somebody who may do them are done.
async fn who_may_does_it(office: &Office, world: &World, callers: &[Caller<'_>]) {
    let aya = callers.iter().find(|caller| caller.name == "aya").expect("Aya");
    let mut done = 0;
    for row in world.rows.iter().filter(|row| row.table.kind().is_none() && may_write(world, aya, row)) {
        let Some((form, _)) = form_of(office, row) else { continue };
        let all = removal(office, aya, &form, &format!("{}@1", row.id)).await;
        let saved = office.save(&form, &all, &aya.session).await;
        done += i32::from(saved.status == StatusCode::SEE_OTHER);
        // of the last row that makes something theirs, nobody knows afterwards that it was
        let last = text_of(&saved.body).contains("does not belong to the members");
        assert!(saved.status == StatusCode::SEE_OTHER || last, "{form}: {}", text_of(&saved.body));
    }
    assert!(done > 5, "{done}");
}
