//! Who may do what: every table and action with what each role reads and writes of it, asked of the functions that decide, and every address
//! with the roles to which it opens.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{
    Actor, Deed, Description, Grant, Offer, Role, Standing, Within, may, standing, writes_within,
};
use decapolis_register::table::Table;
use maud::html;

use super::account::{action_in_words, reads_of, scrolled, within_in_words, writes_at_all};
use super::desk::{Desk, at_the_desk};
use super::html::document;
use crate::accounts::invite::INVITE;
use crate::web::opens::{Address, Opens};
use crate::web::table::{Cell, Column, Table as TableShown};
use crate::web::visit::Visit;

/// The record of the part of the network in the example of a role that is given for one. No row is asked for, so it need not be there.
const A_PART: i64 = 0;

pub async fn show(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        may(&desk.who.actor, &INVITE.about)?;
        let title = desk.say("access-title");
        let main = html! {
            nav class="trail" aria-label=(desk.say("site-trail")) { ol { li { a href=(desk.reader.to("/team")) { (desk.say("team-title")) } } } }
            h1 { (title) }
            p { (desk.say("access-words")) }
            h2 { (desk.say("can-tables")) }
            (scrolled(&tables(&desk)))
            h2 { (desk.say("can-actions")) }
            (scrolled(&own_actions(&desk)))
            h2 { (desk.say("access-addresses")) }
            p { (desk.say("access-addresses-words")) }
            (scrolled(&addresses(&desk)))
        };
        Ok(document(&desk, &title, "/access", &main).into_response())
    })
    .await
}

/// Somebody with this role and no other, for a region, body or platform where the role needs one.
pub fn with_role(role: Role) -> Actor {
    let part = role.needs().map(|_| role.part(A_PART));
    Actor::account("", vec![Grant { role, part }])
}

/// How much of a table a role writes, by any of the actions that every table has.
fn writes_of(desk: &Desk<'_>, actor: &Actor, of: &Table) -> Within {
    let all = Deed::ALL.into_iter().filter_map(|deed| desk.site.app.row_action(of, deed));
    let all: Vec<Within> = all.map(|offer| writes_within(actor, offer, of)).collect();
    let most = [Within::Everything, Within::Parts].into_iter().find(|within| all.contains(within));
    most.unwrap_or(Within::Nothing)
}

/// Whether a role proposes something of a table, by any of those actions.
fn proposes(desk: &Desk<'_>, actor: &Actor, of: &Table) -> bool {
    let mut all = Deed::ALL.into_iter().filter_map(|deed| desk.site.app.row_action(of, deed));
    all.any(|offer| standing(actor, offer).is_ok_and(Standing::only_proposes))
}

fn columns(desk: &Desk<'_>, first: &str) -> Vec<Column> {
    let roles = Role::ALL.map(|role| desk.say(&format!("choice-{}", role.word())));
    let labels = [desk.say(first)].into_iter().chain(roles);
    labels.map(|label| Column { label, numeric: false }).collect()
}

fn tables(desk: &Desk<'_>) -> TableShown {
    let locale = &desk.reader.locale;
    let cell = |role: Role, of: &Table| {
        let actor = with_role(role);
        let told = |key: &str, what: String| locale.with(key, &[("what", what.into())].into());
        let reads = told("access-reads", reads_of(desk, &actor, of));
        let writes = match writes_of(desk, &actor, of) {
            Within::Nothing if proposes(desk, &actor, of) => vec![Cell::text(desk.say("access-proposes"))],
            Within::Nothing => vec![],
            within => vec![Cell::text(told("access-writes", within_in_words(desk, &actor, within)))],
        };
        Cell { lines: writes, ..Cell::text(reads) }
    };
    let all = desk.site.app.all_tables().0.iter().filter(|of| of.in_files);
    let rows = all.map(|of| {
        let words = Cell::text(desk.say(&format!("table-{}", of.name.replace('_', "-"))));
        [words].into_iter().chain(Role::ALL.map(|role| cell(role, of))).collect()
    });
    TableShown {
        caption: desk.say("can-tables"),
        columns: columns(desk, "can-table"),
        rows: rows.collect(),
        empty: desk.say("can-none"),
    }
}

/// The actions besides those that every table has. What only the operator may do is left out.
fn own_actions(desk: &Desk<'_>) -> TableShown {
    let cell = |role: Role, offer: &Offer| {
        let actor = with_role(role);
        match standing(&actor, offer).is_ok_and(Standing::only_proposes) {
            true => Cell::text(desk.say("access-proposes")),
            false => Cell::text(within_in_words(desk, &actor, writes_at_all(desk, &actor, offer.about))),
        }
    };
    let of_somebody =
        |about: &Description| Role::ALL.iter().any(|role| may(&with_role(*role), about).is_ok());
    let offers = desk.site.app.offers().filter(|offer| offer.on_row.is_none() && of_somebody(offer.about));
    let rows = offers.map(|offer| {
        let words = Cell::text(action_in_words(offer.about.name, &desk.reader.locale));
        [words].into_iter().chain(Role::ALL.map(|role| cell(role, offer))).collect()
    });
    TableShown {
        caption: desk.say("can-actions"),
        columns: columns(desk, "access-action"),
        rows: rows.collect(),
        empty: desk.say("can-none"),
    }
}

/// The addresses that do not open to everybody, and to which roles they do.
fn addresses(desk: &Desk<'_>) -> TableShown {
    let cell = |role: Role, address: &Address| {
        Cell::text(desk.say(match address.opens {
            Opens::To(roles) if !roles.contains(&role) => "access-closed",
            Opens::ToPrograms => "access-opens-to-programs",
            Opens::To(_) | Opens::ToEverybody => "access-opens",
        }))
    };
    let closed = desk.site.app.addresses().iter().filter(|address| address.opens != Opens::ToEverybody);
    let rows = closed.map(|address| {
        let methods = Cell::text(address.methods);
        let path = Cell { lines: vec![methods], ..Cell::text(address.path.as_str()) };
        [path].into_iter().chain(Role::ALL.map(|role| cell(role, address))).collect()
    });
    TableShown {
        caption: desk.say("access-addresses"),
        columns: columns(desk, "access-address"),
        rows: rows.collect(),
        empty: desk.say("can-none"),
    }
}
