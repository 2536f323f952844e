//! Scope: which rows somebody may read and write who acts for parts of the network only: regions, or single records such as a body. A table
//! says once to whom its rows belong ([`Belongs`]); lists, single rows and writes ask the same condition, made from that.
//!
//! The placements of the day decide, whichever day is shown.

mod way;

use std::collections::BTreeSet;

use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Query, SelectStatement, UnionType};

use crate::at_once::is_one_of;
use crate::journal::{JournalNo, RowId};
use crate::known::{self, Known};
use crate::schema::Tables;
use crate::table::{Belongs, RECORDS, REGION, Table};

/// A part of the network: a region with the owners placed in it, or a record of another kind with what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part {
    /// The kind of the record: [`REGION`], or one that tables name in [`Table::belongs_besides`].
    pub kind: &'static str,
    pub id: RowId,
}

impl Part {
    pub fn region(id: RowId) -> Part {
        Part { kind: REGION, id }
    }
}

/// Whether rows of this table may belong to one of these parts.
pub fn covers(parts: &[Part], table: &Table) -> bool {
    parts.iter().any(|part| !table.belongs_to(part.kind).is_empty())
}

/// Some parts of the network on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    pub parts: Vec<Part>,
    pub day: Day,
}

/// What a condition of a table is asked of.
#[derive(Clone, Copy)]
enum Asked {
    /// The rows as they are.
    Now,
    /// What an entry wrote: to whom a row belonged by a row that the entry has taken away counts too.
    Written(JournalNo),
}

impl Scope {
    /// The condition that a row of this table is in scope. `None` for a table whose rows belong to the whole network: neither to an owner,
    /// nor to a part of this scope.
    pub fn of_table(&self, db: &impl ConnectionTrait, tables: Tables, table: &Table) -> Option<Condition> {
        self.condition(db, tables, table, Asked::Now)
    }

    /// Whether rows of this table may be in scope.
    pub fn covers(&self, table: &Table) -> bool {
        covers(&self.parts, table)
    }

    /// Whether the rows of this table belong to the whole network: to nobody in scope, and to no other owner.
    pub fn is_of_network(&self, table: &Table) -> bool {
        table.belongs.is_empty() && !self.covers(table)
    }

    /// The kinds of its parts, each once.
    fn kinds(&self) -> Vec<&'static str> {
        let mut kinds: Vec<&'static str> = self.parts.iter().map(|part| part.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// The records of its parts of this kind.
    fn ids_of(&self, kind: &str) -> impl Iterator<Item = RowId> {
        self.parts.iter().filter(move |part| part.kind == kind).map(|part| part.id)
    }

    /// Whether a row belongs to an owner in scope; never for a table whose rows belong to the whole network.
    pub async fn has(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &'static Table,
        id: RowId,
    ) -> Result<bool> {
        self.had(db, tables, table, id, Known::Now).await
    }

    /// Which of these rows belong to an owner in scope: one statement, however many they are.
    pub async fn of_these(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &'static Table,
        ids: impl IntoIterator<Item = RowId>,
    ) -> Result<BTreeSet<RowId>> {
        let ids: BTreeSet<RowId> = ids.into_iter().collect();
        let condition = self.of_table(db, tables, table).filter(|_| !ids.is_empty());
        let Some(condition) = condition else { return Ok(BTreeSet::new()) };
        let these = is_one_of(db.get_database_backend(), Expr::col("id"), ids);
        let ask = Query::select().column("id").from(table.name).cond_where(condition.add(these)).to_owned();
        let rows = db.query_all(&ask).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?)
    }

    /// The same of a row as it was known: its own columns of then, and the placements of the day.
    pub async fn had(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &'static Table,
        id: RowId,
        known: Known,
    ) -> Result<bool> {
        let Some(condition) = self.of_table(db, tables, table) else { return Ok(false) };
        let mut ask = Query::select();
        known::from(&mut ask, table, "t", known);
        ask.column("id").cond_where(condition.add(Expr::col("id").eq(id)));
        Ok(db.query_one(&ask).await?.is_some())
    }

    /// The condition that a row of `records` is of an owner in scope.
    pub fn of_records(&self, db: &impl ConnectionTrait, tables: Tables) -> Condition {
        let mut any = Condition::any();
        for table in tables.0 {
            if let (Some(kind), Some(own)) = (table.kind(), self.of_table(db, tables, table)) {
                let ids = Query::select().column("id").from(table.name).cond_where(own).to_owned();
                any = any.add(
                    Condition::all().add(Expr::col("kind").eq(kind)).add(Expr::col("id").in_subquery(ids)),
                );
            }
        }
        any
    }

    /// Refused (`error-not-in-scope`) if an entry has written a row, in any of these tables, that does not belong to an owner in scope.
    pub async fn holds(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        entry: JournalNo,
        touched: &[&'static Table],
    ) -> Result<()> {
        for table in touched {
            for (rows, column) in [(table.name, "recorded"), (table.history, "superseded")] {
                let all = count(db, rows, Condition::all().add(Expr::col(column).eq(entry))).await?;
                if all == 0 {
                    continue;
                }
                let mut inside = 0;
                for condition in self.of_written(db, tables, table, entry) {
                    inside += count(db, rows, condition.add(Expr::col(column).eq(entry))).await?;
                }
                if inside < all {
                    return Err(Error::refused("error-not-in-scope"));
                }
            }
        }
        self.takes_nobody_over(db, tables, entry, touched).await
    }

    /// The conditions of which one holds for each row of a table in scope. What every record has is written with its own table.
    fn of_written(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &Table,
        entry: JournalNo,
    ) -> Vec<Condition> {
        let asked = Asked::Written(entry);
        if !table.is_records() {
            return self.condition(db, tables, table, asked).into_iter().collect();
        }
        let kinds = tables.0.iter().filter_map(|table| Some((table.kind()?, *table)));
        let of_kind = kinds.filter_map(|(kind, table)| {
            let own = self.condition(db, tables, table, asked)?;
            let now = Query::select().column("id").from(table.name).cond_where(own.clone()).to_owned();
            let gone = Query::select()
                .column("id")
                .from(table.history)
                .cond_where(own)
                .and_where(Expr::col("superseded").eq(entry))
                .to_owned();
            let ids = Query::select().column("id").from_subquery(union(now, gone), "u").to_owned();
            Some(Condition::all().add(Expr::col("kind").eq(kind)).add(Expr::col("id").in_subquery(ids)))
        });
        of_kind.collect()
    }

    fn condition(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &Table,
        asked: Asked,
    ) -> Option<Condition> {
        if self.is_of_network(table) {
            return None;
        }
        // of an owner that is in no part of this scope
        let nothing = Condition::any().add(Expr::col("id").is_null());
        let own = self.kinds().into_iter().filter_map(|kind| self.by_part(db, tables, table, kind, asked));
        Some(Condition::all().add(own.fold(nothing, Condition::add)))
    }

    /// The condition that a row belongs to a part of this kind. `None` where the rows of the table belong to no such part.
    fn by_part(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        table: &Table,
        kind: &'static str,
        asked: Asked,
    ) -> Option<Condition> {
        let mut any = Condition::any();
        for belongs in table.belongs_to(kind) {
            let (column, ids) = match belongs {
                Belongs::Itself => ("id", self.owners(db, tables, kind, asked)?),
                Belongs::To(column) => (*column, self.owners(db, tables, kind, asked)?),
                Belongs::Through(column, of) => (*column, self.ids(db, tables, (of, "id"), kind, asked)?),
                Belongs::By(of, column) => ("id", self.ids(db, tables, (of, column), kind, asked)?),
            };
            any = any.add(Expr::col(column).in_subquery(ids));
        }
        (!table.belongs_to(kind).is_empty()).then(|| Condition::all().add(any))
    }

    /// What a column of the rows of a table holds that belong to a part of this kind.
    fn ids(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        (of, column): (&Table, &str),
        kind: &'static str,
        asked: Asked,
    ) -> Option<SelectStatement> {
        let own = self.by_part(db, tables, of, kind, asked)?;
        let from = |rows: &'static str| {
            Query::select()
                .expr_as(Expr::col(Alias::new(column)), "id")
                .from(rows)
                .cond_where(own.clone())
                .to_owned()
        };
        let now = from(of.name);
        Some(match asked {
            Asked::Now => now,
            Asked::Written(entry) => {
                let gone = from(of.history).and_where(Expr::col("superseded").eq(entry)).to_owned();
                Query::select().column("id").from_subquery(union(now, gone), "u").to_owned()
            }
        })
    }

    /// The owners of a part of this kind: those placed in the regions, or the records themselves. No entry brings a record there.
    fn owners(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        kind: &'static str,
        asked: Asked,
    ) -> Option<SelectStatement> {
        if kind == REGION {
            return self.owners_placed(db, tables, asked);
        }
        let is_part = is_one_of(db.get_database_backend(), Expr::col("id"), self.ids_of(kind));
        Some(Query::select().column("id").from(RECORDS.name).and_where(is_part).to_owned())
    }

    /// The owners placed in these regions on the day. For what an entry wrote, only those who were there before it too: nobody comes into
    /// scope by the entry that is judged. `None` where no table places anybody.
    fn owners_placed(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        asked: Asked,
    ) -> Option<SelectStatement> {
        let table = tables.0.iter().find(|table| table.places.is_some())?;
        let (owner, _) = table.places?;
        let now = self.placed(db, table, table.name, Condition::all())?;
        Some(match asked {
            Asked::Now => now,
            Asked::Written(entry) => {
                let kept = Condition::all().add(Expr::col("recorded").ne(entry));
                let gone = Condition::all().add(Expr::col("superseded").eq(entry));
                let before = union(
                    self.placed(db, table, table.name, kept)?,
                    self.placed(db, table, table.history, gone)?,
                );
                let before = Query::select().column(owner).from_subquery(before, "b").to_owned();
                let mut both = now;
                both.and_where(Expr::col(owner).in_subquery(before));
                both
            }
        })
    }

    /// The owners that these rows place in the regions on the day.
    fn placed(
        &self,
        db: &impl ConnectionTrait,
        table: &Table,
        rows: &'static str,
        which: Condition,
    ) -> Option<SelectStatement> {
        let (owner, region) = table.places?;
        let (from, until) = table.span?;
        let last = format!("{until}_last");
        let lasts = Expr::col(until).is_null().or(Expr::col(Alias::new(last)).gte(self.day.number()));
        let regions = self.ids_of(REGION);
        Some(
            Query::select()
                .column(owner)
                .from(rows)
                .and_where(is_one_of(db.get_database_backend(), Expr::col(region), regions))
                .and_where(Expr::col(from).lte(self.day.number()))
                .and_where(lasts)
                .cond_where(which)
                .to_owned(),
        )
    }

    /// Refused (`error-not-in-scope`) if an entry made a record of others belong to an owner in scope by naming it: a person of another
    /// region does not come into scope by a new mandate. A record that is new, or that rows of an owner in scope named before, may be named.
    async fn takes_nobody_over(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        entry: JournalNo,
        touched: &[&'static Table],
    ) -> Result<()> {
        for taken in tables.0 {
            let mut all: Vec<(&'static str, &'static Belongs)> = vec![];
            for kind in self.kinds() {
                all.extend(taken.belongs_to(kind).iter().map(|belongs| (kind, belongs)));
            }
            for (kind, belongs) in all {
                let Belongs::By(of, column) = belongs else { continue };
                if !touched.iter().any(|table| table.name == of.name) {
                    continue;
                }
                let asked = Asked::Written(entry);
                let Some(own) = self.by_part(db, tables, of, kind, asked) else { continue };
                let column = Alias::new(*column);
                let named = |rows: &'static str, which: Expr| {
                    let named = Query::select()
                        .expr_as(Expr::col(column.clone()), "id")
                        .from(rows)
                        .cond_where(own.clone())
                        .and_where(Expr::col(column.clone()).is_not_null())
                        .and_where(which)
                        .to_owned();
                    named
                };
                let before = union(
                    named(of.name, Expr::col("recorded").ne(entry)),
                    named(of.history, Expr::col("recorded").ne(entry)),
                );
                let before = Query::select().column("id").from_subquery(before, "b").to_owned();
                let ever = Query::select().column("id").from(taken.history).to_owned();
                let new = Query::select()
                    .column("id")
                    .from(taken.name)
                    .and_where(Expr::col("recorded").eq(entry))
                    .and_where(Expr::col("id").in_subquery(ever).not())
                    .to_owned();
                let others = Condition::all()
                    .add(Expr::col("recorded").eq(entry))
                    .add(Expr::col(column.clone()).is_not_null())
                    .add(Expr::col(column.clone()).in_subquery(before).not())
                    .add(Expr::col(column.clone()).in_subquery(new).not());
                if count(db, of.name, others).await? > 0 {
                    return Err(Error::refused("error-not-in-scope"));
                }
            }
        }
        Ok(())
    }
}

fn union(one: SelectStatement, other: SelectStatement) -> SelectStatement {
    let mut both = one;
    both.union(UnionType::All, other);
    both
}

async fn count(db: &impl ConnectionTrait, rows: &'static str, condition: Condition) -> Result<i64> {
    let ask = Query::select().expr(Expr::col("id").count()).from(rows).cond_where(condition).to_owned();
    let row = db.query_one(&ask).await?.ok_or_else(|| Error::Broken("a count gives no row".into()))?;
    Ok(row.try_get_by_index(0)?)
}
