//! Asks the rules of rows about what an action is about to write.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{ConnectionTrait, Value};

use decapolis_register::changes::with_fact_columns;
use decapolis_register::journal::{RowId, Write};
use decapolis_register::records;
use decapolis_register::rules::{AddedIn, Fault, Kinds, of_owner, of_row, owner_columns, references};
use decapolis_register::table::{RECORDS, Table, stored};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

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
    let mut tables: BTreeMap<&str, OfTable> = BTreeMap::new();
    for (number, (table, write)) in writes.iter().enumerate() {
        let of = tables.entry(table.name).or_insert_with(|| OfTable {
            table,
            rows: vec![],
            gone: BTreeSet::new(),
        });
        of.add(db, number, write).await?;
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
    async fn add(&mut self, db: &impl ConnectionTrait, number: usize, write: &Write) -> Result<()> {
        match write {
            Write::Insert(id, values) => {
                self.rows.push(Row { number, id: *id, values: with_fact_columns(self.table, values.clone()) })
            }
            Write::Change(id, values) | Write::Correct(id, values) => {
                // a row that is revised twice is what the second revision makes of the first
                let mut all = match self.rows.iter().position(|row| row.id == Some(*id)) {
                    Some(before) => self.rows.remove(before).values,
                    None => rows::of_id(db, self.table, *id).await?.unwrap_or_default(),
                };
                all.extend(values.clone());
                self.gone.insert(*id);
                self.rows.push(Row { number, id: Some(*id), values: all });
            }
            Write::Remove(id) => drop(self.gone.insert(*id)),
        }
        Ok(())
    }

    /// The rules over several rows, by owner; where the table has none, by the natural key, so that no fact is said twice.
    async fn beside_one_another(&self, db: &impl ConnectionTrait) -> Result<Vec<Fault>> {
        if self.table.kind().is_some() {
            return Ok(vec![]);
        }
        let columns = owner_columns(self.table).unwrap_or_else(|| self.table.key.to_vec());
        let mut owners: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
        for row in &self.rows {
            let owner: Vec<&Cell> =
                columns.iter().map(|name| row.values.get(*name).unwrap_or(&Cell::Null)).collect();
            owners.entry(format!("{owner:?}")).or_default().push(row);
        }
        let mut faults = vec![];
        for rows in owners.values() {
            let there = self.of_the_same(db, &columns, &rows[0].values).await?;
            let staying =
                there.iter().filter(|(id, _)| !self.gone.contains(id)).map(|(_, values)| (None, values));
            let all: Vec<(Option<usize>, &Values)> =
                staying.chain(rows.iter().map(|row| (Some(row.number), &row.values))).collect();
            faults.extend(of_owner(self.table, &all));
        }
        Ok(faults)
    }

    /// The rows of the register with these cells in these columns; empty if a cell names a new record.
    async fn of_the_same(
        &self,
        db: &impl ConnectionTrait,
        columns: &[&'static str],
        values: &Values,
    ) -> Result<BTreeMap<RowId, Values>> {
        if references(self.table, values).any(|id| id < 0) {
            return Ok(BTreeMap::new());
        }
        let kinds = stored(self.table);
        let mut same = Condition::all();
        for name in columns {
            let kind = kinds.iter().find(|(column, ..)| column == name).map(|(_, kind, _)| *kind);
            let cell = values.get(*name).unwrap_or(&Cell::Null);
            let Some(kind) = kind else { continue };
            same = same.add(match cell {
                Cell::Null => Expr::col(*name).is_null(),
                cell => {
                    let value: Value = cell.value(kind);
                    Expr::col(*name).eq(value)
                }
            });
        }
        rows::that_meet(db, self.table, same).await
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
