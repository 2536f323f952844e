//! Lists of the office: the records of a kind and the facts of a table, with columns, filters, order, and the same as a file.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{Deed, Standing, standing};
use decapolis_register::journal::RowId;
use decapolis_register::records::Record;
use decapolis_register::table::{Column as RegisterColumn, Kind, Table};
use decapolis_register::value::{Cell as Stored, Values};
use decapolis_spreadsheets::write::{ColumnKind, Sheet, SheetColumn};
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use super::act::refers_by;
use super::as_of::days;
use super::batches::{BatchAsks, just_saved};
use super::bulk::may_change;
use super::desk::{Desk, at_the_desk, desk_of};
use super::html::document;
use super::list_address::{address, facts_of, heading, path_of, query, rows_asked};
use super::list_html::{OfficeList, page};
use super::views::opened;
use crate::lookups::way::WayOfReading;
use crate::office::list::{OfficeRow, OfficeRows};
use crate::records::as_of::AsOf;
use crate::records::cells::{columns, nature};
use crate::records::eyes::Eyes;
use crate::records::file_columns::{FileColumn, NamedRecords};
use crate::records::revised::RowWords;
use crate::records::worded::label;
use crate::web::files::{AT_ONCE, Extent, File, FileKind};
use crate::web::sent::{Pairs, field};
use crate::web::table::Cell;
use crate::web::visit::Visit;

/// Rows on a page.
const ROWS: u64 = 50;
/// The most rows that are counted for a page.
const COUNTED: u64 = 10_001;

#[derive(Deserialize)]
pub struct OfficeKindPath {
    kind: String,
}

#[derive(Deserialize)]
pub struct OfficeTablePath {
    table: String,
}

#[derive(Deserialize)]
pub struct FilePath {
    table: String,
    ending: String,
}

/// The records of a kind.
pub async fn of_kind(visit: Visit<OfficeKindPath, Pairs>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asked| {
        let table = desk.site.app.all_tables().of_kind(&path.kind);
        let table = table.filter(|table| table.in_files).ok_or(Error::NotFound("kind"))?;
        show(&desk, table, &asked, None).await
    })
    .await
}

/// The facts of a table.
pub async fn of_table(visit: Visit<OfficeTablePath, Pairs>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asked| {
        let table = facts_of(&desk, &path.table)?;
        show(&desk, table, &asked, None).await
    })
    .await
}

/// The page of a list, with what was wrong with what was sent from it.
pub async fn show(
    desk: &Desk<'_>,
    table: &'static Table,
    asked: &Pairs,
    wrong: Option<[String; 2]>,
) -> Result<Response> {
    let app = &desk.site.app;
    let (db, tables) = (app.db.reader(), app.all_tables());
    let (views, asked) = opened(desk, table, asked, db).await?;
    let asked = &asked;
    let listed = rows_asked(desk, table, asked, db).await?;
    let as_of = listed.as_of;
    let total = listed.count(db, tables, COUNTED).await?;
    let mut rows = listed.rows(db, tables, ROWS + 1).await?;
    let more = rows.len() as u64 > ROWS;
    rows.truncate(ROWS as usize);
    let read = listed.read_columns();
    let named: BTreeSet<RowId> = rows.iter().flat_map(|row| refers(table, &read, row)).collect();
    let named = named.into_iter().chain(rows.iter().map(|row| row.id));
    let named = desk.records_beside(as_of.known, named).await?;
    desk.looks_up(WayOfReading::List, table, rows.iter().map(|row| row.id));
    let next = rows.last().filter(|_| more).map(|last| last.id.to_string());
    let new = app.row_action(table, Deed::Create).filter(|offer| {
        // who acts for some regions proposes what is new in the whole network
        let stands = standing(&desk.who.actor, offer);
        let is_theirs = stands.is_ok_and(|stands| desk.scope.is_none() || stands == Standing::ProposesForAll);
        is_theirs && table.kind().is_some() && as_of.known_on.is_none()
    });
    let shown = OfficeList {
        heading: heading(desk, table),
        total,
        cells: rows.iter().map(|row| cells_of(desk, &listed, &read, row, &named)).collect(),
        new: new.map(|offer| desk.reader.to(&format!("{}/do/{}", path_of(table), offer.about.name))),
        ids: rows.iter().map(|row| row.id).collect(),
        selects: as_of.known_on.is_none() && may_change(desk, table),
        just: just_saved(desk, &BatchAsks { saved: Some(field(asked, "saved").to_string()) }).await?,
        next: next.map(|place| address(desk, table, asked, Some(("after", &place)))),
        listed: &listed,
        asked,
        views,
        wrong,
    };
    let path = format!("{}?{}", path_of(table), query(asked, None));
    let status = if shown.wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let page = document(desk, &shown.heading, path.trim_end_matches('?'), &page(desk, &shown));
    Ok((status, page).into_response())
}

/// The records that a row refers to.
fn refers<'a>(
    table: &'static Table,
    read: &'a [(String, Kind)],
    row: &'a OfficeRow,
) -> impl Iterator<Item = RowId> + 'a {
    let is_reference = move |name: &str| matches!(table.column(name).map(|c| c.kind), Some(Kind::Ref(_)));
    read.iter()
        .zip(&row.cells)
        .filter(move |((name, _), _)| is_reference(name))
        .filter_map(|(_, cell)| cell.int())
}

fn cells_of(
    desk: &Desk<'_>,
    listed: &OfficeRows,
    read: &[(String, Kind)],
    row: &OfficeRow,
    named: &BTreeMap<RowId, Record>,
) -> Vec<Cell> {
    let table = listed.table;
    let values: Values = read.iter().map(|(name, _)| name.clone()).zip(row.cells.iter().cloned()).collect();
    let words = RowWords { records: named, audience: desk.reader.audience, locale: &desk.reader.locale };
    let to_record = |record: &Record| desk.reader.to(&format!("/{}/{}", record.kind, record.code));
    let to_fact = || {
        let owners = table.columns.iter().filter_map(|column| match column.kind {
            Kind::Ref(_) => named.get(&values.get(column.name)?.int()?),
            _ => None,
        });
        let owner = owners.into_iter().filter(|owner| !owner.code.is_empty()).find(|owner| {
            refers_by(desk, table, &owner.kind)
                .is_some_and(|by| values.get(by).and_then(Stored::int) == Some(owner.id))
        })?;
        let days = AsOf { on: None, ..listed.as_of }.query();
        Some(desk.reader.to(&format!("/{}/{}/{}/{}{days}", owner.kind, owner.code, table.name, row.id)))
    };
    let cell = |column: &&'static RegisterColumn| {
        let text = words.value(column, &values);
        match column.kind {
            Kind::Ref(_) => match values.get(column.name).and_then(Stored::int).and_then(|id| named.get(&id))
            {
                Some(record) if !record.code.is_empty() => Cell::link(text, to_record(record)),
                _ => Cell::text(text),
            },
            _ if column.name == "label" => match named.get(&row.id) {
                Some(record) => Cell::link(text, to_record(record)),
                None => Cell::text(text),
            },
            _ => Cell::text(text),
        }
    };
    let mut cells: Vec<Cell> = listed.shown.iter().map(cell).collect();
    if table.kind().is_none() {
        cells.push(to_fact().map_or_else(Cell::default, |to| Cell::link(desk.say("office-open"), to)));
    }
    if values.get("illustrative") == Some(&Stored::Bool(true))
        && let Some(first) = cells.first_mut()
    {
        first.tag = Some(desk.say("illustrative"));
    }
    cells
}

/// The list as a file: the same rows, columns and order.
pub async fn file(visit: Visit<FilePath, Pairs>, headers: HeaderMap, RawQuery(_): RawQuery) -> Response {
    visit
        .answer_with_file(async move |site, reader, path, asked, turn| {
            let desk = desk_of(site, reader, &headers)
                .await?
                .ok_or_else(|| Error::refused("site-error-signed-out"))?;
            let kind = FileKind::ALL.into_iter().find(|kind| kind.ending() == path.ending);
            let kind = kind.ok_or(Error::NotFound("file"))?;
            let table = facts_of(&desk, &path.table)?;
            let (tables, reader) = (site.app.all_tables(), &desk.reader);
            let db = site.app.db.snapshot().await?;
            let mut listed = rows_asked(&desk, table, &asked, &db).await?;
            let all = listed.count(&db, tables, site.most_rows + 1).await? as u64;
            let filters = listed
                .filters
                .iter()
                .map(|(column, text)| (label(table.name, column.name, &reader.locale), text.clone()));
            let filters = filters.chain(days(&reader.locale, &listed.as_of)).collect();
            let extent = Extent { all, most: site.most_rows, filters, notes: vec![] };
            let sheet = sheet_of(&desk, &listed);
            let file = File::begin(turn, reader, kind, table.name, &extent)?;
            let mut file = file.sheet(reader, &extent, sheet)?;
            let read = listed.read_columns();
            let place = |name: &str| read.iter().position(|(column, _)| column == name);
            let invented = place("illustrative");
            let mut columns: Vec<FileColumn> =
                listed.shown.iter().filter_map(|c| FileColumn::new(c.name, c.kind, place)).collect();
            let mut names = NamedRecords::default();
            let mut left = extent.most;
            while left > 0 {
                let rows = listed.rows(&db, tables, Ord::min(left, AT_ONCE)).await?;
                let Some(last) = rows.last() else { break };
                left -= rows.len() as u64;
                listed.go_on_after(last);
                let references =
                    columns.iter().flat_map(|c| rows.iter().filter_map(|row| c.record(&row.cells)));
                desk.looks_up(WayOfReading::File, table, rows.iter().map(|row| row.id));
                let eyes = Eyes { known: listed.as_of.known, ..desk.eyes() };
                names.learn_seen(&db, reader, &eyes, references).await?;
                for row in &rows {
                    let mut cells = vec![];
                    for column in &mut columns {
                        column.write(reader, &row.cells, &names, &mut cells);
                    }
                    let is_invented = invented.and_then(|at| row.cells.get(at)) == Some(&Stored::Bool(true));
                    cells.push(nature(is_invented));
                    file.row(&cells)?;
                }
            }
            db.commit().await?;
            file.send().await
        })
        .await
}

/// The sheet of a list without its rows. Whether a row is invented is always said.
fn sheet_of(desk: &Desk<'_>, listed: &OfficeRows) -> Sheet {
    let (table, reader) = (listed.table, &desk.reader);
    let words = |name: &str| label(table.name, name, &reader.locale);
    let shown = listed.shown.iter().flat_map(|c| columns(reader, words(c.name), c.kind));
    let all = shown.chain([SheetColumn::new(words("nature"), ColumnKind::Code)]);
    Sheet { name: heading(desk, table), columns: all.collect(), ..Sheet::default() }
}
