//! The public records of a kind as a file.

use std::collections::HashMap;

use axum::response::Response;
use decapolis_register::at_once::{all_at_once, is_one_of};
use decapolis_register::journal::RowId;
use decapolis_register::permissions::{Subject, may_read};
use decapolis_register::table::{Column as TableColumn, Kind, Table, stored};
use decapolis_register::value::Cell as Stored;
use decapolis_spreadsheets::write::{ColumnKind, Sheet, SheetCell, SheetColumn};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, Query};

use crate::records::cells::{columns, filters, nature};
use crate::records::file_columns::{FileColumn, NamedRecords};
use crate::records::lists::{ListAsks, searched};
use crate::records::of_kind::OfKind;
use crate::records::worded::label;
use crate::web::context::{Reader, Site};
use crate::web::files::{AT_ONCE, Extent, File, FileKind, WritePermit};

/// Exports the public records of a kind, by name, with the columns of their table that this reader may see.
pub async fn send(
    site: &Site,
    reader: &Reader<'_>,
    of: &str,
    asks: &ListAsks,
    kind: FileKind,
    turn: WritePermit,
) -> Result<Response> {
    let list = OfKind::with(of, searched(&asks.q));
    let table = site.app.all_tables().of_kind(of).ok_or(Error::NotFound("kind"))?;
    let shown: Vec<&'static TableColumn> = table
        .columns
        .iter()
        .filter(|c| may_read(reader.audience, Subject::Column(c.privacy)).is_ok())
        .collect();
    let db = site.app.db.snapshot().await?;
    let all = list.count(&db).await?;
    let extent = Extent {
        all: all as u64,
        most: site.most_rows,
        filters: filters(reader, None, list.words.as_deref()),
        notes: vec![],
    };
    let file = File::begin(turn, reader, kind, of, &extent)?;
    let mut file = file.sheet(reader, &extent, sheet(reader, of, table, &shown))?;
    let read: Vec<(String, Kind)> = stored(table).into_iter().map(|(name, kind, _)| (name, kind)).collect();
    let place = |name: &str| read.iter().position(|(column, _)| column == name);
    let mut columns: Vec<FileColumn> =
        shown.iter().filter_map(|c| FileColumn::new(c.name, c.kind, place)).collect();
    let mut names = NamedRecords::default();
    let (mut after, mut left) = (None, extent.most);
    while left > 0 {
        let found = list.page(&db, reader.lang(), after.take(), std::cmp::min(left, AT_ONCE), all).await?;
        let Some(last) = found.last() else { break };
        after = Some(last.clone());
        left -= found.len() as u64;
        let ids: Vec<RowId> = found.iter().map(|(_, id)| *id).collect();
        let details = details(&db, table, &read, &ids).await?;
        let references = columns.iter().flat_map(|c| details.values().filter_map(|row| c.record(row)));
        names.learn(&db, reader, references.chain(ids.iter().copied())).await?;
        for id in &ids {
            let (Some(of), Some(values)) = (names.get(*id), details.get(id)) else { continue };
            let Some(name) = of.name(reader.audience, reader.lang()) else { continue };
            let mut row = vec![SheetCell::text(of.code.clone()), SheetCell::text(name)];
            for column in &mut columns {
                column.write(reader, values, &names, &mut row);
            }
            row.extend([SheetCell::text(of.source.clone().unwrap_or_default()), nature(of.illustrative)]);
            file.row(&row)?;
        }
    }
    db.commit().await?;
    file.send().await
}

/// The sheet with its columns: what every record has, and these columns of its table.
fn sheet(reader: &Reader<'_>, of: &str, table: &Table, shown: &[&'static TableColumn]) -> Sheet {
    let locale = &reader.locale;
    let fixed = |name: &str, holds| SheetColumn::new(label(table.name, name, locale), holds);
    let mut all = vec![fixed("code", ColumnKind::Code), fixed("label", ColumnKind::Words)];
    all.extend(shown.iter().flat_map(|c| columns(reader, label(table.name, c.name, locale), c.kind)));
    all.extend([fixed("source", ColumnKind::Words), fixed("nature", ColumnKind::Code)]);
    Sheet { name: locale.say(&format!("kinds-{of}")), columns: all, ..Sheet::default() }
}

/// The columns of the kind's own table for these records.
async fn details(
    db: &impl ConnectionTrait,
    table: &'static Table,
    read: &[(String, Kind)],
    ids: &[RowId],
) -> Result<HashMap<RowId, Vec<Stored>>> {
    let mut columns = read.to_vec();
    columns.push(("id".into(), Kind::Int));
    let ask = Query::select()
        .columns(columns.iter().map(|(name, _)| Alias::new(name)))
        .from(table.name)
        .and_where(is_one_of(db.get_database_backend(), Expr::col("id"), ids.iter().copied()))
        .to_owned();
    let rows = all_at_once(db, ask, &columns).await?.into_iter().filter_map(|mut row| {
        let id = row.pop()?.int()?;
        Some((id, row))
    });
    Ok(rows.collect())
}
