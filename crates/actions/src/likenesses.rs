//! New records that may be records of the register already: asked before they are written.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, Query};

use decapolis_base::Texts;
use decapolis_register::at_once::is_one_of;
use decapolis_register::duplicates::candidates::{Like, Newcomer, ask};
use decapolis_register::journal::{RowId, Write};
use decapolis_register::schema::Tables;
use decapolis_register::scope::Scope;
use decapolis_register::table::{RECORDS, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

/// A record of the register that a new one may be.
#[derive(Clone)]
pub struct Likeness {
    /// The table of the new record and of the one that is there.
    pub table: &'static Table,
    pub like: Like,
}

/// What somebody has answered to the question whether a new record is one that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Another {
    /// It is another one than these; of others it is asked.
    Than(BTreeSet<RowId>),
    /// It is another one than any.
    ThanAny,
}

impl Another {
    fn says(&self, record: RowId) -> bool {
        match self {
            Another::Than(records) => records.contains(&record),
            Another::ThanAny => true,
        }
    }
}

/// The records that the new ones among these writes may be, the likeliest first; of them only those that are public or in scope: nobody
/// learns by a name that they type whether a private record elsewhere has it.
pub async fn likenesses(
    db: &impl ConnectionTrait,
    tables: Tables,
    scope: Option<&Scope>,
    writes: &[(&'static Table, Write)],
) -> Result<Vec<Likeness>> {
    let mut all = vec![];
    for (table, id, own) in new_records(writes) {
        let Some(label) = label_of(writes, id) else { continue };
        let newcomer = Newcomer { code: "", label, values: own.clone() };
        let found = ask(db, table, &[newcomer]).await?.into_iter().flatten();
        all.extend(found.map(|like| Likeness { table, like }));
    }
    if let (Some(scope), false) = (scope, all.is_empty()) {
        let seen = seen_by(db, tables, scope, all.iter().map(|one| one.like.record)).await?;
        all.retain(|one| seen.contains(&one.like.record));
    }
    Ok(all)
}

/// Refused (`error-like-existing`) if a new record among these writes may be one that is there, and nobody has said that it is another.
pub(super) async fn are_told_apart(
    db: &impl ConnectionTrait,
    tables: Tables,
    scope: Option<&Scope>,
    writes: &[(&'static Table, Write)],
    another: &Another,
) -> Result<()> {
    if *another == Another::ThanAny {
        return Ok(());
    }
    let mut likes = likenesses(db, tables, scope, writes).await?;
    likes.retain(|one| !another.says(one.like.record));
    if likes.is_empty() {
        return Ok(());
    }
    let named = likes.iter().map(|one| format!("{} ({})", one.like.name, one.like.code));
    let names = named.collect::<Vec<String>>().join(", ");
    Err(Error::refused_with("error-like-existing", [("names", names.into())].into()))
}

/// The rows of new records in the tables of their kinds.
fn new_records<'a>(
    writes: &'a [(&'static Table, Write)],
) -> impl Iterator<Item = (&'static Table, RowId, &'a Values)> {
    writes.iter().filter_map(|(table, write)| match write {
        Write::Insert(Some(id), values) if *id < 0 && table.kind().is_some() => Some((*table, *id, values)),
        _ => None,
    })
}

fn label_of(writes: &[(&'static Table, Write)], of: RowId) -> Option<Texts> {
    writes.iter().find_map(|(table, write)| match write {
        Write::Insert(Some(id), values) if *id == of && table.name == RECORDS.name => {
            values.get("label").and_then(Cell::text).map(Texts::from_json)
        }
        _ => None,
    })
}

/// Which of these records are public or in scope.
async fn seen_by(
    db: &impl ConnectionTrait,
    tables: Tables,
    scope: &Scope,
    records: impl Iterator<Item = RowId>,
) -> Result<BTreeSet<RowId>> {
    let theirs = Condition::any()
        .add(sea_orm::sea_query::ExprTrait::eq(Expr::col("public"), true))
        .add(scope.of_records(db, tables));
    let ask = Query::select()
        .column("id")
        .from(RECORDS.name)
        .and_where(is_one_of(db.get_database_backend(), Expr::col("id"), records))
        .cond_where(theirs)
        .to_owned();
    let mut seen = BTreeSet::new();
    for row in db.query_all(&ask).await? {
        seen.insert(row.try_get_by_index::<RowId>(0)?);
    }
    Ok(seen)
}
