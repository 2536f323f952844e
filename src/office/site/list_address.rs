//! The addresses of lists: of which table, with which parameters, and what they ask.

use decapolis_register::table::{Column, Table};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::desk::Desk;
use crate::office::list::{FILTER, OfficeRows};
use crate::records::as_of::AsOf;
use crate::web::address::encoded;
use crate::web::files::FileKind;
use crate::web::sent::{Pairs, field};

/// The table of this name, where its rows are listed. `NotFound` for others.
pub fn facts_of(desk: &Desk<'_>, name: &str) -> Result<&'static Table> {
    // what is kept for other actions has pages of its own
    let table = desk.site.app.all_tables().named(name).filter(|table| table.in_files);
    table.ok_or(Error::NotFound("table"))
}

/// The heading of a table's list.
pub fn heading(desk: &Desk<'_>, table: &Table) -> String {
    match table.kind() {
        Some(kind) => desk.say(&format!("kinds-{kind}")),
        None => desk.say(&format!("table-{}", table.name.replace('_', "-"))),
    }
}

/// The path of a table's list, within the office.
pub fn path_of(table: &Table) -> String {
    match table.kind() {
        Some(kind) => format!("/{kind}"),
        None => format!("/list/{}", table.name),
    }
}

/// What an address asks of the list of a table, for this person.
pub async fn rows_asked(
    desk: &Desk<'_>,
    table: &'static Table,
    asked: &Pairs,
    db: &impl ConnectionTrait,
) -> Result<OfficeRows> {
    let as_of = AsOf::read(db, None, Some(field(asked, "known"))).await?;
    let (audience, currency) = (desk.reader.audience, desk.site.app.settings.counts_in());
    Ok(OfficeRows::read(table, asked, audience, desk.scope.clone(), currency)?.as_known(as_of))
}

/// The parameters of an address with one of them replaced; without a value it is left out. The place in the list is kept only if it is said.
pub fn query(asked: &Pairs, with: Option<(&str, &str)>) -> String {
    let kept = asked.iter().filter(|(name, text)| {
        !["after", "saved"].contains(&name.as_str())
            && !text.trim().is_empty()
            && with.is_none_or(|(other, _)| other != name)
    });
    let kept = kept.map(|(name, text)| (name.as_str(), text.as_str()));
    let all = kept.chain(with.filter(|(_, text)| !text.is_empty()));
    all.map(|(name, text)| format!("{}={}", encoded(name), encoded(text))).collect::<Vec<_>>().join("&")
}

/// The address of the list with one parameter replaced.
pub fn address(desk: &Desk<'_>, table: &Table, asked: &Pairs, with: Option<(&str, &str)>) -> String {
    let query = query(asked, with);
    let path = desk.reader.to(&path_of(table));
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The address of the list as a file.
pub fn file_address(desk: &Desk<'_>, table: &Table, asked: &Pairs, kind: FileKind) -> String {
    let path = desk.reader.to(&format!("/file/{}/{}", table.name, kind.ending()));
    match query(asked, None) {
        query if query.is_empty() => path,
        query => format!("{path}?{query}"),
    }
}

/// A filter of the address as a parameter.
pub fn filter_name(column: &Column) -> String {
    format!("{FILTER}{}", column.name)
}
