//! Every address, asked as everybody, of a row of each sort: their own, a neighbour's, of nobody in the network, and a private one. What
//! comes out and what is refused is compared with what a plain walk over the rows finds.

mod addresses;
mod cast;
mod held;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use decapolis::modules;
use decapolis::web::opens::Opens;
use decapolis_actions::{Role, WRITERS};
use serde_json::json;

use self::addresses::{Asked, of_route};
use self::cast::{Caller, Reads, cast};
use self::held::{World, marked};
use crate::register::files::everything;
use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, hidden, rows_of};
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
        (_, Reads::Region(_)) if caller.name == "intern-of-region" => asked.row.is_none_or(|n| n < 3),
        (_, Reads::Everything) if caller.name == "secretary" => true,
        (_, Reads::Everything) => asked.row.is_none_or(|n| n == 1),
        (_, Reads::Public | Reads::Region(_)) => true,
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

#[test]
fn every_address_tells_everybody_what_they_may_see_and_nothing_else() {
    run(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            let (office, world, routes) = office(&register).await;
            let callers = cast(&office).await;
            let account =
                rows_of(&register, "SELECT code FROM accounts WHERE mail = 'aya@example.org'").await;
            // the second database answers with the same text, so every ninth address is enough
            let every = if register.on_postgres { 9 } else { 1 };
            let (mut asked_at_all, mut leaks) = (0, vec![]);
            let before = everything(&register).await;
            for caller in &callers {
                let (may, mut seen) = (world.may_see(caller.reads), BTreeSet::new());
                for (path, _, opens) in &routes {
                    let all = of_route(&world, path, &account[0]);
                    for asked in all.iter().step_by(every).filter(|asked| is_asked(caller, asked, *opens)) {
                        let Some(answer) = get(&office, caller, &asked.address).await else { continue };
                        asked_at_all += 1;
                        if let Some(why) = wrong_door(caller, *opens, &answer) {
                            leaks.push(format!("{} for {}: {why}", asked.address, caller.name));
                        }
                        for mark in world.told(&asked.address, &answer) {
                            if !may.contains(mark.as_str()) {
                                let of = world.words(&mark);
                                leaks.push(format!("{} tells {} {mark} ({of})", asked.address, caller.name));
                            }
                            seen.insert(mark);
                        }
                    }
                }
                // what somebody may see does come out somewhere
                let hidden: Vec<String> =
                    may.iter().filter(|mark| !seen.contains(**mark)).map(|mark| world.words(mark)).collect();
                let sees = ["secretary", "aya", "pia"].contains(&caller.name);
                if sees && every == 1 && !hidden.is_empty() {
                    leaks.push(format!("{} never sees {hidden:?}", caller.name));
                }
            }
            eprintln!("{asked_at_all} requests");
            assert!(leaks.is_empty(), "{} leaks: {:#?}", leaks.len(), &leaks[..leaks.len().min(60)]);
            assert_eq!(everything(&register).await, before, "reading writes nothing");
        }
    });
}

#[test]
fn whoever_may_not_write_a_row_is_refused_and_nothing_changes() {
    run(async {
        let register = Register::on_sqlite().await;
        let (office, world, routes) = office(&register).await;
        let callers = cast(&office).await;
        let administrator = callers.iter().find(|caller| caller.name == "administrator").unwrap();
        let before = everything(&register).await;
        let mut refused = 0;
        for row in world.rows.iter().filter(|row| [0, 1, 2, 4].contains(&row.n)) {
            let Some((kind, code)) = &row.of else { continue };
            let action = format!("{}.remove", row.table.name);
            if office.app.action(&action).is_none() {
                continue;
            }
            // what somebody who may do it would send
            let form = format!("/en/office/{kind}/{code}/do/{action}");
            let token = format!("{}@1", row.id);
            let follows = office.post(&form, &[("row", &token)], &administrator.session).await;
            let shown = ["seen", "shown"].into_iter().flat_map(|name| hidden(&follows, name));
            let all: Vec<(String, String)> =
                [("row".to_string(), token.clone()), ("save".into(), "yes".into())]
                    .into_iter()
                    .chain(shown)
                    .collect();
            for caller in &callers {
                let is_theirs = match caller.reads {
                    Reads::Everything => caller.writes(),
                    Reads::Region(region) => caller.writes() && world.is_of(region, row.table, row.id),
                    Reads::Public => false,
                };
                if is_theirs {
                    continue;
                }
                let answer = office.save(&form, &all, &caller.session).await;
                assert!(answer.status.is_client_error(), "{form} by {}: {}", caller.name, answer.status);
                let told = world.told(&form, &answer);
                let may = world.may_see(caller.reads);
                assert!(
                    told.iter().all(|mark| may.contains(mark.as_str())),
                    "{form} tells {} {told:?}",
                    caller.name
                );
                refused += 1;
                if let Some(program) = &caller.program {
                    let path = format!("/api/v1/actions/{action}");
                    let answer = program
                        .act(&path, &format!("{action} {}", row.id), &format!("\"{token}\""), &json!({}))
                        .await;
                    assert!(answer.status.is_client_error(), "{path} by {}: {}", caller.name, answer.status);
                    assert!(
                        world.told(&path, &answer).iter().all(|mark| may.contains(mark.as_str())),
                        "{path}: {}",
                        answer.body
                    );
                }
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
            for (path, methods, opens) in &routes {
                let Opens::To(roles) = opens else { continue };
                if methods.contains("POST") && caller.role.is_none_or(|role| !roles.contains(&role)) {
                    for asked in of_route(&world, path, "nothing").iter().take(40) {
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
            }
        }
        assert_eq!(everything(&register).await, before, "nothing was written");
        // the same request by who may do it is done
        let aya = callers.iter().find(|caller| caller.name == "aya").unwrap();
        let Reads::Region(region) = aya.reads else { panic!("aya acts for a region") };
        let mut done = 0;
        for row in world
            .rows
            .iter()
            .filter(|row| row.table.kind().is_none() && world.is_of(region, row.table, row.id))
        {
            let (Some((kind, code)), Some(offer)) =
                (&row.of, office.app.action(&format!("{}.remove", row.table.name)))
            else {
                continue;
            };
            assert_eq!(offer.about.by, WRITERS);
            let form = format!("/en/office/{kind}/{code}/do/{}", offer.about.name);
            let token = format!("{}@1", row.id);
            let (_, saved) = office.look_and_save(&form, &[("row", &token)], &aya.session).await;
            done += i32::from(saved.status == StatusCode::SEE_OTHER);
            // of the last row that makes something theirs, nobody knows afterwards that it was
            let last = text_of(&saved.body).contains("does not belong to the members");
            assert!(saved.status == StatusCode::SEE_OTHER || last, "{form}: {}", text_of(&saved.body));
        }
        assert!(done > 5, "{done}");
    });
}
