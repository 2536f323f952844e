//! Which of the values that everybody sees beside a row differ today from what they were at an earlier journal entry.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_figures::{About, ListingColumn};
use decapolis_register::at_once::is_one_of;
use decapolis_register::journal::{JournalNo, RowId};
use decapolis_register::known::{self, Known};
use decapolis_register::permissions::Audience;
use decapolis_register::table::{Kind, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, IntoIden, Query};

/// A column of a row with its values then and now.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedField {
    pub table: &'static str,
    pub column: &'static str,
    pub kind: Kind,
    /// The value then, under the names of the columns in the database.
    pub old: Values,
    pub new: Values,
}

/// For each of these rows of a listing, the changed columns that everybody may see beside it, if the row is there then and now.
pub async fn changed_fields(
    db: &impl ConnectionTrait,
    about: &About,
    ids: &BTreeSet<RowId>,
    then: JournalNo,
) -> Result<BTreeMap<RowId, Vec<ChangedField>>> {
    let mut changed: BTreeMap<RowId, Vec<ChangedField>> = BTreeMap::new();
    let shown: Vec<&ListingColumn> = about.shown_to(Audience::Public).chain(about.dated).collect();
    for table in about.tables {
        let mut columns: Vec<&'static str> = shown
            .iter()
            .filter_map(|c| c.read_from)
            .filter(|(name, _)| *name == table.name)
            .map(|(_, column)| column)
            .filter(|column| table.column(column).is_some())
            .collect();
        columns.sort_unstable();
        columns.dedup();
        if columns.is_empty() {
            continue;
        }
        let old = versions(db, table, &columns, ids, Known::At(then)).await?;
        let new = versions(db, table, &columns, ids, Known::Now).await?;
        for (id, old) in &old {
            let Some(new) = new.get(id) else { continue };
            for column in columns.iter().filter_map(|name| table.column(name)) {
                let of = |values: &Values| -> Values {
                    let stored = column.stored();
                    stored.iter().filter_map(|(n, _)| Some((n.clone(), values.get(n)?.clone()))).collect()
                };
                let (old, new) = (of(old), of(new));
                if old != new {
                    changed.entry(*id).or_default().push(ChangedField {
                        table: table.name,
                        column: column.name,
                        kind: column.kind,
                        old,
                        new,
                    });
                }
            }
        }
    }
    Ok(changed)
}

/// The values of these columns of these rows, in this state of the register.
async fn versions(
    db: &impl ConnectionTrait,
    table: &'static Table,
    columns: &[&'static str],
    ids: &BTreeSet<RowId>,
    known: Known,
) -> Result<BTreeMap<RowId, Values>> {
    let stored: Vec<(String, Kind)> =
        columns.iter().filter_map(|name| table.column(name)).flat_map(|c| c.stored()).collect();
    let mut ask = Query::select();
    ask.column(("t", "id"));
    for (name, _) in &stored {
        ask.column(("t".into_iden(), Alias::new(name).into_iden()));
    }
    known::from(&mut ask, table, "t", known);
    ask.and_where(is_one_of(db.get_database_backend(), Expr::col(("t", "id")), ids.iter().copied()));
    let mut found = BTreeMap::new();
    for row in db.query_all(&ask).await? {
        let values = stored
            .iter()
            .map(|(name, kind)| Ok((name.clone(), Cell::read(&row, name, *kind)?)))
            .collect::<Result<Values>>()?;
        found.insert(row.try_get("", "id")?, values);
    }
    Ok(found)
}
