//! Who has read what the register has of a person: for the person concerned by role and purpose, for administrators by account.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{Role, may};
use decapolis_base::Day;
use decapolis_register::records::{self, Record};
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};

use super::account::scrolled;
use super::desk::{Desk, at_the_desk};
use super::html::document;
use super::record::OfficeRecordPath;
use crate::accounts::invite::INVITE;
use crate::accounts::{grants, store};
use crate::lookups::log::LookupRow;
use crate::lookups::store::{KEPT, of_people};
use crate::lookups::way::WayOfReading;
use crate::records::eyes::PERSON;
use crate::web::table::{Cell, Column, Table as TableShown};
use crate::web::visit::{Visit, asks};

/// The most rows that a page is made of.
const ROWS: u64 = 2_000;

asks! {
    /// For whom the page is made.
    pub struct LookupAsks {
        /// Where it is there: the person concerned, so nobody's account is named.
        to,
    }
}

/// What was read of the person to whom the account belongs.
pub async fn mine(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        let db = desk.site.app.db.reader();
        let people = grants::people_of(db, &desk.who.account.code, desk.site.app.settings.today()).await?;
        let read = of_people(db, &people, ROWS).await?;
        let title = desk.say("lookups-title");
        let main = html! {
            nav class="trail" aria-label=(desk.say("site-trail")) { ol { li { a href=(desk.reader.to("/me")) { (desk.say("me-title")) } } } }
            h1 { (title) }
            @if people.is_empty() { p { (desk.say("lookups-nobody")) } }
            @else {
                (words(&desk))
                (scrolled(&by_role(&desk, &read)))
            }
        };
        Ok(document(&desk, &title, "/me/lookups", &main).into_response())
    })
    .await
}

/// What was read of a person, for administrators: by account, or as it is given to the person concerned.
pub async fn of_person(visit: Visit<OfficeRecordPath, LookupAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        may(&desk.who.actor, &INVITE.about)?;
        let OfficeRecordPath { kind, code } = path;
        if kind != PERSON {
            return Err(Error::NotFound("page"));
        }
        let db = desk.site.app.db.reader();
        let unknown = || Error::refused_with("site-error-record", [("code", code.as_str().into())].into());
        let person = records::by_code(db, PERSON, &code).await?.ok_or_else(unknown)?;
        let read = of_people(db, &[person.id], ROWS).await?;
        let to_person = asks.to.as_deref() == Some(PERSON);
        Ok(page(&desk, &person, &read, to_person).await?.into_response())
    })
    .await
}

async fn page(desk: &Desk<'_>, person: &Record, read: &[LookupRow], to_person: bool) -> Result<Markup> {
    let title = desk.say("lookups-title");
    let base = format!("/{PERSON}/{}", person.code);
    let path = format!("{base}/lookups");
    let name = person.name(desk.reader.audience, desk.reader.lang()).unwrap_or_default();
    let shown = if to_person { by_role(desk, read) } else { by_account(desk, read).await? };
    let main = html! {
        nav class="trail" aria-label=(desk.say("site-trail")) {
            ol {
                li { a href=(desk.reader.to(&format!("/{PERSON}"))) { (desk.say("kinds-person")) } }
                li { a href=(desk.reader.to(&base)) { (name) } }
            }
        }
        h1 { (title) }
        @if to_person { p { b { (name) } } }
        (words(desk))
        (scrolled(&shown))
        p {
            @if to_person { a href=(desk.reader.to(&path)) { (desk.say("lookups-by-account")) } }
            @else { a href=(desk.reader.to(&format!("{path}?to={PERSON}"))) { (desk.say("lookups-to-person")) } }
        }
    };
    Ok(document(desk, &title, &path, &main))
}

fn words(desk: &Desk<'_>) -> Markup {
    html! { p { (desk.reader.locale.with("lookups-words", &[("days", KEPT.into())].into())) } }
}

fn day_of(desk: &Desk<'_>, row: &LookupRow) -> Day {
    row.at.to_zoned(desk.site.app.settings.zone.clone()).date().into()
}

fn in_words(desk: &Desk<'_>, ways: &BTreeSet<WayOfReading>) -> String {
    let words: Vec<String> = ways.iter().map(|way| desk.say(&format!("lookups-{}", way.word()))).collect();
    words.join(", ")
}

fn role_in_words(desk: &Desk<'_>, role: Role) -> Cell {
    Cell::text(desk.say(&format!("choice-{}", role.word())))
}

/// A row for each day and role, the newest day first. Accounts are not named: the network answers for what it reads, not one employee.
fn by_role(desk: &Desk<'_>, read: &[LookupRow]) -> TableShown {
    let mut days: BTreeMap<(std::cmp::Reverse<Day>, Role), BTreeSet<WayOfReading>> = BTreeMap::new();
    for row in read {
        let day = std::cmp::Reverse(day_of(desk, row));
        days.entry((day, row.by.role)).or_default().insert(row.way);
    }
    let rows = days.iter().map(|((day, role), ways)| {
        vec![
            Cell::text(desk.reader.locale.numerals.day(day.0)),
            role_in_words(desk, *role),
            Cell::text(desk.say(&format!("lookups-for-{}", role.word()))),
            Cell::text(in_words(desk, ways)),
        ]
    });
    table(desk, ["lookups-day", "team-role", "lookups-purpose", "lookups-way"], rows.collect())
}

/// A row for each day and account.
async fn by_account(desk: &Desk<'_>, read: &[LookupRow]) -> Result<TableShown> {
    let accounts = store::all(desk.site.app.db.reader(), desk.site.app.settings.today()).await?;
    let locale = &desk.reader.locale;
    let mut days: BTreeMap<(std::cmp::Reverse<Day>, &str, Role), BTreeSet<WayOfReading>> = BTreeMap::new();
    for row in read {
        let day = std::cmp::Reverse(day_of(desk, row));
        days.entry((day, row.by.account.as_str(), row.by.role)).or_default().insert(row.way);
    }
    let rows = days.iter().map(|((day, code, role), ways)| {
        let account = accounts.iter().find(|account| account.code == *code);
        let named = account.map(|it| Cell::link(it.name(locale), desk.reader.to(&format!("/team/{code}"))));
        vec![
            Cell::text(locale.numerals.day(day.0)),
            // an account that was erased keeps its code
            named.unwrap_or_else(|| Cell::text(*code)),
            role_in_words(desk, *role),
            Cell::text(in_words(desk, ways)),
        ]
    });
    Ok(table(desk, ["lookups-day", "who-account", "team-role", "lookups-way"], rows.collect()))
}

fn table(desk: &Desk<'_>, columns: [&str; 4], rows: Vec<Vec<Cell>>) -> TableShown {
    TableShown {
        caption: desk.say("lookups-title"),
        columns: columns.map(|key| Column { label: desk.say(key), numeric: false }).into(),
        rows,
        empty: desk.say("lookups-none"),
    }
}
