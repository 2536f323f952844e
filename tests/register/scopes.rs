//! The rows of a scope, compared with a plain walk over all rows, for every table, region and database.

use std::collections::{BTreeMap, BTreeSet};

use decapolis::modules;
use decapolis_base::Day;
use decapolis_register::db::Db;
use decapolis_register::journal::RowId;
use decapolis_register::scope::{Part, Scope};
use decapolis_register::table::{Belongs, Kind, Table};
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ConnectionTrait, Statement};

use crate::register::files::{day, import, with_network};

/// The whole numbers of a row, by column.
pub type Row = BTreeMap<String, Option<i64>>;

/// All rows of all tables.
pub struct Walk {
    pub rows: BTreeMap<&'static str, Vec<Row>>,
    parts: Vec<Part>,
    day: Day,
}

impl Walk {
    pub async fn over(db: &Db, parts: Vec<Part>, day: Day) -> Walk {
        let mut rows = BTreeMap::new();
        for table in modules::tables().0 {
            let columns: Vec<String> = ["id".to_string()]
                .into_iter()
                .chain(
                    table
                        .columns
                        .iter()
                        .flat_map(|column| column.stored())
                        .filter(|(_, kind)| is_whole(*kind))
                        .map(|(name, _)| name),
                )
                .collect();
            let ask = Query::select().columns(columns.iter().map(Alias::new)).from(table.name).to_owned();
            let found = db.reader().query_all(&ask).await.unwrap();
            let read = |row: &sea_orm::QueryResult| {
                columns
                    .iter()
                    .enumerate()
                    .map(|(n, name)| (name.clone(), row.try_get_by_index(n).unwrap()))
                    .collect()
            };
            rows.insert(table.name, found.iter().map(read).collect());
        }
        Walk { rows, parts, day }
    }

    fn owners(&self) -> BTreeSet<RowId> {
        let lasts = |row: &&Row| {
            row["from"].unwrap() <= self.day.number()
                && row["until_last"].is_none_or(|last| last >= self.day.number())
                && self.parts.contains(&Part::region(row["region"].unwrap()))
        };
        self.rows["placements"].iter().filter(lasts).map(|row| row["organisation"].unwrap()).collect()
    }

    /// The records to which rows belong of a part of this kind.
    fn owned_by(&self, kind: &str) -> BTreeSet<RowId> {
        match kind {
            "region" => self.owners(),
            _ => self.parts.iter().filter(|part| part.kind == kind).map(|part| part.id).collect(),
        }
    }

    pub fn has(&self, table: &Table, row: &Row) -> bool {
        ["region", "body", "platform"].iter().any(|kind| self.has_by(table, row, kind))
    }

    /// Whether a row belongs to a part of this kind.
    fn has_by(&self, table: &Table, row: &Row, kind: &str) -> bool {
        let by = match (kind, table.belongs_besides) {
            ("region", _) => table.belongs,
            (kind, Some((besides, by))) if besides == kind => by,
            _ => &[],
        };
        by.iter().any(|belongs| match belongs {
            Belongs::Itself => self.owned_by(kind).contains(&row["id"].unwrap()),
            Belongs::To(column) => row[*column].is_some_and(|owner| self.owned_by(kind).contains(&owner)),
            Belongs::Through(column, of) => self.rows[of.name]
                .iter()
                .any(|other| other["id"] == row[*column] && self.has_by(of, other, kind)),
            Belongs::By(of, column) => self.rows[of.name]
                .iter()
                .any(|other| other[*column] == row["id"] && self.has_by(of, other, kind)),
        })
    }
}

fn is_whole(kind: Kind) -> bool {
    matches!(kind, Kind::Ref(_) | Kind::Day | Kind::Bound)
}

#[test]
fn a_scope_has_the_rows_that_a_plain_walk_finds() {
    with_network(async |register| {
        // members that moved from one region to another, and a person who led two governments
        import(
            register,
            "moves",
            50,
            &[
                ("placements", "organisation,region,from,until,revision\ncali,americas,2012,2019-12-31,change\ncali,africa,2020-01-01,,change\n"),
                ("posts", "code,label,post,organisation,from\nleader-dakar,Mayor of Dakar,leader,dakar,2010\n"),
                ("mandates", "post,holder,person,from,until\nleader-dakar,person,person-ama,2021-01-01,\nleader-dakar,person,person-xu,2015-01-01,2020-12-31\n"),
            ],
        )
        .await
        .unwrap();
        let ids = async |table: &str| -> Vec<RowId> {
            let sql = format!("SELECT id FROM {table} ORDER BY id");
            let ask = Statement::from_string(register.db.backend(), sql);
            let rows = register.db.reader().query_all_raw(ask).await.unwrap();
            rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
        };
        let mut parts: Vec<Part> = ids("regions").await.into_iter().map(Part::region).collect();
        for (kind, table) in [("body", "bodies"), ("platform", "platforms")] {
            parts.extend(ids(table).await.into_iter().map(|id| Part { kind, id }));
        }
        let mut found_any = BTreeSet::new();
        // each by itself, none, a region with a body, and all
        let sets = parts.iter().map(|part| vec![*part]);
        let sets = sets.chain([vec![], vec![parts[0], parts[3]], parts.clone()]);
        for (parts, at) in
            sets.flat_map(|set| ["2011-06-01", "2019-06-01", "2026-01-01"].map(|at| (set.clone(), day(at))))
        {
            let walk = Walk::over(&register.db, parts.clone(), at).await;
            let scope = Scope { parts, day: at };
            for table in modules::tables().0 {
                let Some(condition) = scope.of_table(register.db.reader(), modules::tables(), table) else {
                    assert!(table.belongs.is_empty() && !scope.covers(table), "{}", table.name);
                    let owned = walk.rows[table.name].iter().find(|row| walk.has(table, row));
                    assert!(owned.is_none(), "{} for {scope:?}", table.name);
                    continue;
                };
                let ask =
                    Query::select().expr(Expr::col("id")).from(table.name).cond_where(condition).to_owned();
                let asked: BTreeSet<RowId> = register
                    .db
                    .reader()
                    .query_all(&ask)
                    .await
                    .unwrap()
                    .iter()
                    .map(|row| row.try_get_by_index(0).unwrap())
                    .collect();
                let walked: BTreeSet<RowId> = walk.rows[table.name]
                    .iter()
                    .filter(|row| walk.has(table, row))
                    .map(|row| row["id"].unwrap())
                    .collect();
                assert_eq!(asked, walked, "{} for {:?}", table.name, scope);
                for row in &walk.rows[table.name] {
                    let id = row["id"].unwrap();
                    let one = scope.has(register.db.reader(), modules::tables(), table, id).await.unwrap();
                    assert_eq!(one, walked.contains(&id), "{} {id}", table.name);
                }
                if !asked.is_empty() {
                    found_any.insert(table.name);
                }
            }
        }
        for name in [
            "organisations",
            "memberships",
            "posts",
            "mandates",
            "people",
            "participations",
            "places",
            "areas",
            "bodies",
            "meetings",
            "attendances",
            "platforms",
            "expert_profiles",
        ] {
            assert!(found_any.contains(name), "{name} was never in scope: {found_any:?}");
        }
    });
}

#[test]
fn every_table_that_refers_to_an_organisation_says_to_whom_its_rows_belong() {
    for table in modules::tables().0 {
        let refers = table
            .columns
            .iter()
            .any(|column| column.name == "organisation" && matches!(column.kind, Kind::Ref(_)));
        assert!(!refers || !table.belongs.is_empty(), "{} does not say to whom its rows belong", table.name);
        // what was decided about names in imports is the office's own
        let personal = !table.personal.is_empty() && table.name != "likenesses";
        assert!(!personal || !table.belongs.is_empty(), "{} speaks of people", table.name);
    }
}
