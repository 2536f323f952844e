//! A generated register works like any other.

use std::collections::BTreeSet;

use decapolis::generate::{Amounts, generate};
use decapolis::modules;
use decapolis_base::{Day, Period};
use decapolis_figures::{Asked, Figures};
use decapolis_register::chain::Layout;
use decapolis_register::db::Db;
use decapolis_register::journal::{Heads, Write};
use decapolis_register::known::Known;
use decapolis_register::table::{Table, stored};
use decapolis_register::verify::verify;
use decapolis_words::errors::Error;
use sea_orm::{ConnectionTrait, Statement};

use crate::register::asked_again::catalog;
use crate::register::cast;
use crate::support::{Register, both};

pub const FEW: Amounts = Amounts {
    members: 300,
    people: 2_000,
    participations: 9_000,
    practices: 60,
    initiatives: 50,
    years: (2018, 2020),
    seed: 1,
};

/// The rows of a table with these columns, by id, each as one text.
async fn rows(db: &Db, table: &str, columns: &[&str]) -> Vec<String> {
    let columns: Vec<String> =
        columns.iter().map(|c| format!("coalesce(CAST(\"{c}\" AS text), '')")).collect();
    let sql = format!("SELECT {} FROM \"{table}\" ORDER BY 1", columns.join(" || '|' || "));
    let found = db.reader().query_all_raw(Statement::from_string(db.backend(), sql)).await.unwrap();
    found.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn indexes(register: &Register) -> BTreeSet<String> {
    let sql = if register.on_postgres {
        "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'index'"
    };
    let found =
        register.db.reader().query_all_raw(Statement::from_string(register.db.backend(), sql)).await.unwrap();
    found.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// What no invented register has: days of departure that are known in part, and members that follow one another.
const NOT_INVENTED: [&str; 3] = ["left-undated-members", "succeeding-members", "succeeded-members"];

#[test]
fn an_invented_register_proves_itself_and_every_figure_counts_something() {
    both(async |register| {
        let before = indexes(register).await;
        let made = generate(&register.db, decapolis::modules::tables(), FEW, Box::new(|_| ())).await.unwrap();
        assert_eq!(indexes(register).await, before, "every index is back");
        let report = verify(&register.db, modules::tables()).await.unwrap();
        assert!(report.intact(), "{:?}", report.differences);
        assert_eq!(report.versions, made.rows);
        let participations = rows(&register.db, "participations", &["id"]).await;
        assert_eq!(participations.len() as u64, FEW.participations);
        let (figures, heads) = (Figures::new(catalog()), Heads::read(register.db.reader()).await.unwrap());
        for known in [Known::Now, Known::At(made.entry)] {
            let asked = Asked::period(Period::year_to(Day::last_of_year(2020)), known);
            for figure in figures.catalog.figures() {
                let answer = figures.number(register.db.reader(), &heads, figure, &asked).await.unwrap();
                let invented = !NOT_INVENTED.contains(&figure.key.as_str());
                assert_eq!(
                    answer.counted > 0,
                    invented,
                    "{} counts {} on {}",
                    figure.key,
                    answer.counted,
                    register.database()
                );
            }
        }
        let again = generate(&register.db, decapolis::modules::tables(), FEW, Box::new(|_| ())).await;
        assert!(matches!(again, Err(Error::Refused(_))), "only an empty register is filled");
    });
}

#[test]
fn what_is_written_in_bulk_is_what_is_written_row_by_row() {
    both(async |register| {
        generate(&register.db, decapolis::modules::tables(), FEW, Box::new(|_| ())).await.unwrap();
        let plain =
            if register.on_postgres { Register::on_postgres().await } else { Register::on_sqlite().await };
        let mut entry = cast::open(&plain.db, 0).await.unwrap();
        let ids: i64 = rows(&register.db, "counter", &["row"]).await[0].parse().unwrap();
        assert_eq!(entry.new_ids(ids as usize).await.unwrap().last(), Some(ids));
        for table in modules::tables().all() {
            for (id, values) in versions(&register.db, table).await {
                entry.revise(table, vec![Write::Insert(Some(id), values)]).await.unwrap();
            }
        }
        entry.commit().await.unwrap();
        for table in modules::tables().all() {
            // salts are random, so salted digests differ
            let proof: &[&str] = if table.personal.is_empty() { &["seal"] } else { &[] };
            let columns = stored(table);
            let columns: Vec<&str> = ["id", "recorded"]
                .into_iter()
                .chain(columns.iter().map(|c| c.0.as_str()))
                .chain(proof.iter().copied())
                .collect();
            assert_eq!(
                rows(&plain.db, table.name, &columns).await,
                rows(&register.db, table.name, &columns).await,
                "{}",
                table.name
            );
        }
        let salted: Vec<&str> =
            modules::tables().all().filter(|t| !t.personal.is_empty()).map(|t| t.name).collect();
        let touched = async |db: &Db| {
            let mut all = rows(db, "touched", &["name", "rows", "ended", "digest"]).await;
            for row in
                all.iter_mut().filter(|row| salted.iter().any(|name| row.starts_with(&format!("{name}|"))))
            {
                row.truncate(row.rfind('|').unwrap());
            }
            all
        };
        assert_eq!(touched(&plain.db).await, touched(&register.db).await);
        assert_eq!(
            rows(&plain.db, "heads", &["name", "number"]).await,
            rows(&register.db, "heads", &["name", "number"]).await
        );
        assert!(verify(&plain.db, modules::tables()).await.unwrap().intact());
        plain.db.clone().close().await;
    });
}

/// The rows of a table with their values.
async fn versions(db: &Db, table: &'static Table) -> Vec<(i64, decapolis_register::value::Values)> {
    let layout = Layout::of(table);
    let columns: Vec<String> = layout.names().map(|name| format!("\"{name}\"")).collect();
    let sql = format!("SELECT id, {} FROM \"{}\" ORDER BY id", columns.join(", "), table.name);
    let found = db.reader().query_all_raw(Statement::from_string(db.backend(), sql)).await.unwrap();
    let one = |row: &sea_orm::QueryResult| {
        let cells = layout.read(row, 1).unwrap();
        (row.try_get_by_index(0).unwrap(), layout.names().map(str::to_string).zip(cells).collect())
    };
    found.iter().map(one).collect()
}

#[test]
fn the_same_amounts_make_the_same_register_on_both_databases() {
    let said = std::sync::Mutex::new(vec![]);
    both(async |register| {
        generate(&register.db, decapolis::modules::tables(), FEW, Box::new(|_| ())).await.unwrap();
        let columns = ["id", "activity", "organisation", "person", "role", "day", "day_last", "seal"];
        said.lock()
            .unwrap()
            .push(rows(&register.db, "participations", &columns).await.into_iter().collect::<BTreeSet<_>>());
    });
    let said = said.into_inner().unwrap();
    assert_eq!(said[0], said[1]);
}
