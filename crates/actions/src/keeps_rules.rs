//! Asks the rules of rows about what an action is about to write.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{ConnectionTrait, Value};

use decapolis_register::changes::with_fact_columns;
use decapolis_register::journal::{RowId, Write};
use decapolis_register::records;
use decapolis_register::rules::{AddedIn, Fault, Kinds, of_owner, of_row, owner_columns, references};
use decapolis_register::table::{Kind, RECORDS, Table, stored};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::revisions::rows_before;
use super::rows;

/// Refused with the first rule that a row does not keep. Rows that were prepared elsewhere kept them there: an import asks when it is
/// planned, and an undo brings back what was there.
pub(super) async fn keep_rules(db: &impl ConnectionTrait, writes: &[(&'static Table, Write)]) -> Result<()> {
    match faults(db, writes).await?.into_iter().next() {
        Some(fault) => Err(Error::Refused(fault.message)),
        None => Ok(()),
    }
}

/// What is wrong with the rows, each by its place among these writes ([`decapolis_register::changes::Changes::writes`]).
pub async fn faults(db: &impl ConnectionTrait, writes: &[(&'static Table, Write)]) -> Result<Vec<Fault>> {
    let before = rows_before(db, writes).await?;
    let mut tables: BTreeMap<&str, OfTable> = BTreeMap::new();
    for (number, (table, write)) in writes.iter().enumerate() {
        let of = tables.entry(table.name).or_insert_with(|| OfTable {
            table,
            rows: vec![],
            gone: BTreeSet::new(),
        });
        of.add(before.get(table.name), number, write);
    }
    let kinds = kinds(db, &tables).await?;
    let mut faults = vec![];
    for of in tables.values() {
        faults.extend(of.rows.iter().flat_map(|row| of_row(of.table, row.number, &row.values, &kinds)));
        faults.extend(of.beside_one_another(db).await?);
    }
    faults.sort_by_key(|fault| fault.row);
    Ok(faults)
}

/// A row as the action would leave it.
struct Row {
    number: usize,
    id: Option<RowId>,
    values: Values,
}

/// What the action writes in one table.
struct OfTable {
    table: &'static Table,
    rows: Vec<Row>,
    /// Rows of the register that the action changes or removes.
    gone: BTreeSet<RowId>,
}

impl OfTable {
    /// Adds a write; `before` are the rows of the register that are changed.
    fn add(&mut self, before: Option<&BTreeMap<RowId, Values>>, number: usize, write: &Write) {
        match write {
            Write::Insert(id, values) => {
                self.rows.push(Row { number, id: *id, values: with_fact_columns(self.table, values.clone()) })
            }
            Write::Change(id, values) | Write::Correct(id, values) => {
                // a row that is revised twice is what the second revision makes of the first
                let mut all = match self.rows.iter().position(|row| row.id == Some(*id)) {
                    Some(before) => self.rows.remove(before).values,
                    None => before.and_then(|rows| rows.get(id)).cloned().unwrap_or_default(),
                };
                all.extend(values.clone());
                self.gone.insert(*id);
                self.rows.push(Row { number, id: Some(*id), values: all });
            }
            Write::Remove(id) => drop(self.gone.insert(*id)),
        }
    }

    /// The rules over several rows, by owner; where the table has none, by the natural key, so that no fact is said twice.
    async fn beside_one_another(&self, db: &impl ConnectionTrait) -> Result<Vec<Fault>> {
        if self.table.kind().is_some() {
            return Ok(vec![]);
        }
        let owner = OwnerColumns::of(self.table);
        let mut owners: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
        for row in &self.rows {
            owners.entry(owner.key(&row.values)).or_default().push(row);
        }
        let mut there = owner.rows(db, owners.values().map(|rows| &rows[0].values)).await?;
        let mut faults = vec![];
        for (key, rows) in owners {
            let there = there.remove(&key).unwrap_or_default();
            let staying =
                there.iter().filter(|(id, _)| !self.gone.contains(id)).map(|(_, values)| (None, values));
            let all: Vec<(Option<usize>, &Values)> =
                staying.chain(rows.iter().map(|row| (Some(row.number), &row.values))).collect();
            faults.extend(of_owner(self.table, &all));
        }
        Ok(faults)
    }
}

/// The owners that are asked for in one statement: SQLite refuses a condition of a thousand parts.
const OWNERS: usize = 200;

/// The columns that say to which owner a row belongs, or with which it says the same.
struct OwnerColumns {
    table: &'static Table,
    columns: Vec<(&'static str, Kind)>,
}

impl OwnerColumns {
    fn of(table: &'static Table) -> OwnerColumns {
        let kinds = stored(table);
        let kind = |name: &'static str| {
            let (_, kind, _) = kinds.iter().find(|(column, ..)| column == name)?;
            Some((name, *kind))
        };
        let names = owner_columns(table).unwrap_or_else(|| table.key.to_vec());
        OwnerColumns { table, columns: names.into_iter().filter_map(kind).collect() }
    }

    /// What rows of one owner have in common.
    fn key(&self, values: &Values) -> String {
        let cells = self.columns.iter().map(|(name, kind)| match values.get(*name) {
            None | Some(Cell::Null) => "-".to_string(),
            Some(cell) => format!("{:?}", cell.value(*kind)),
        });
        cells.collect::<Vec<_>>().join(" ")
    }

    /// The rows of the register of the same owners as these, by their keys; none where a cell names a new record.
    async fn rows(
        &self,
        db: &impl ConnectionTrait,
        owners: impl Iterator<Item = &Values>,
    ) -> Result<BTreeMap<String, BTreeMap<RowId, Values>>> {
        let known: Vec<&Values> =
            owners.filter(|values| !references(self.table, values).any(|id| id < 0)).collect();
        let mut found: BTreeMap<String, BTreeMap<RowId, Values>> = BTreeMap::new();
        for some in known.chunks(OWNERS) {
            let any = some.iter().fold(Condition::any(), |any, values| any.add(self.same(values)));
            for (id, values) in rows::that_meet(db, self.table, any).await? {
                found.entry(self.key(&values)).or_default().insert(id, values);
            }
        }
        Ok(found)
    }

    fn same(&self, values: &Values) -> Condition {
        let cells = self.columns.iter().map(|(name, kind)| match values.get(*name) {
            None | Some(Cell::Null) => Expr::col(*name).is_null(),
            Some(cell) => {
                let value: Value = cell.value(*kind);
                Expr::col(*name).eq(value)
            }
        });
        cells.fold(Condition::all(), Condition::add)
    }
}

/// The kinds of all records that the rows refer to, those too that are new.
async fn kinds(db: &impl ConnectionTrait, tables: &BTreeMap<&str, OfTable>) -> Result<Kinds> {
    let mut referred: BTreeSet<RowId> = BTreeSet::new();
    for of in tables.values() {
        for row in &of.rows {
            referred.extend(references(of.table, &row.values).filter(|id| *id > 0));
        }
    }
    let mut kinds = records::kinds(db, referred).await?;
    if let Some((of, one)) = tables.values().find_map(|of| Some((of, of.table.one_currency?))) {
        let written = tables.get(one.of.name).into_iter().flat_map(|of| &of.rows).next();
        let told = written.and_then(|row| row.values.get(one.named_in)?.text()).map(str::to_string);
        let named = match told {
            Some(told) => Some(told),
            None => records::currency(db, one).await?,
        };
        kinds.currency = match named {
            Some(named) => AddedIn::Named(named),
            None => {
                let written = || of.rows.iter().find_map(|row| row.values.get(*one.columns.first()?)?.text());
                let there = records::currency_of_amounts(db, of.table).await?;
                there.or(written().map(str::to_string)).map_or(AddedIn::Unknown, AddedIn::OfAmounts)
            }
        };
    }
    for row in tables.get(RECORDS.name).into_iter().flat_map(|of| &of.rows) {
        if let (Some(id), Some(kind)) = (row.id, row.values.get("kind").and_then(Cell::text)) {
            kinds.set(id, kind.to_string());
        }
    }
    Ok(kinds)
}
