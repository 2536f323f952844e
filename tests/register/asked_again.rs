//! Makes random writes to every table, and asks every generic figure after each.

use std::collections::{BTreeMap, BTreeSet};

use decapolis::{assets, modules};
use decapolis_figures::{Asked, Catalog, Figures, Shape};
use decapolis_import::transfer;
use decapolis_register::journal::{Heads, JournalNo, RowId, Write};
use decapolis_register::known::Known;
use decapolis_register::table::{Holds, Table, stored};
use decapolis_register::verify::verify;
use decapolis_words::errors::{Error, Result};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sea_orm::DbBackend;

use crate::register::answers::{Said, all_rows, answer_of, ask, pages_make_the_list, periods};
use crate::register::cast::{self, Dice};
use crate::support::{Register, run};
pub fn catalog() -> Catalog {
    Catalog::read(modules::listings(), &assets::figure_files(None).expect("figure files"))
        .expect("the generic figures")
}

/// One random write: the table, the kind of write, and the seed for the rest.
type Step = (u16, u8, u64);

/// Makes the writes and returns all answers.
async fn play(register: &Register, steps: &[Step]) -> Result<Vec<String>> {
    let db = &register.db;
    let figures = Figures::new(catalog());
    let tables: Vec<&'static Table> = modules::tables().0.to_vec();
    let mut log = vec![];
    let cast = cast::make(db, &mut Dice(7)).await?;
    let mut live: BTreeMap<&str, Vec<RowId>> = BTreeMap::new();
    for table in &tables {
        live.insert(table.name, table.kind().map(|kind| cast[kind].clone()).unwrap_or_default());
    }
    // some rows in every table of facts to begin with
    let mut dice = Dice(steps.first().map_or(1, |s| s.2));
    for table in tables.iter().filter(|t| t.holds == Holds::Facts) {
        for _ in 0..4 {
            write(
                register,
                table,
                Write::Insert(None, cast::row(table, &cast, &mut dice)),
                &mut live,
                &mut log,
            )
            .await?;
        }
    }
    let mut then: Vec<(JournalNo, BTreeMap<(usize, usize), Said>)> = vec![];
    let mut last: BTreeMap<(usize, usize), Said> = BTreeMap::new();
    for (n, (which, what, seed)) in steps.iter().enumerate() {
        let table = tables[*which as usize % tables.len()];
        let mut dice = Dice(*seed);
        let row = cast::row(table, &cast, &mut dice);
        let there = &live[table.name];
        let target = (!there.is_empty()).then(|| there[dice.below(there.len())]);
        let revision = match (what % 5, target) {
            (0 | 1, Some(id)) => Write::Change(id, row),
            (2, Some(id)) => Write::Correct(id, row),
            (3, Some(id)) if table.holds == Holds::Facts => Write::Remove(id),
            (_, Some(id)) if table.holds != Holds::Facts => Write::Correct(id, row),
            _ => Write::Insert(None, row),
        };
        if !write(register, table, revision, &mut live, &mut log).await? && n > 0 {
            continue;
        }
        let heads = Heads::read(db.reader()).await?;
        let snapshot = db.snapshot().await?;
        let mut said = BTreeMap::new();
        for (f, figure) in figures.catalog.figures().iter().enumerate() {
            let touched = n == 0 || figures.tables(figure).iter().any(|t| t.name == table.name);
            for (p, period) in periods().into_iter().enumerate() {
                let asked = Asked::period(period, Known::Now);
                let now = ask(&snapshot, &heads, &figures, figure, &asked, touched).await?;
                if touched {
                    pages_make_the_list(&snapshot, figure, &asked, &figures.catalog, &now.rows).await?;
                } else {
                    let before: &Said = &last[&(f, p)];
                    assert_eq!(
                        (before.answer, &before.rows),
                        (now.answer, &now.rows),
                        "{}: a write to {} changes nothing it is counted from",
                        figure.key,
                        table.name
                    );
                }
                log.push(format!("{} {} {period:?} {now:?}", heads.last, figure.key));
                said.insert((f, p), now);
            }
        }
        snapshot.commit().await?;
        then.push((heads.last, said.clone()));
        last = said;
    }
    // asked as known at an earlier entry, everything is as it was then
    let heads = Heads::read(db.reader()).await?;
    for (number, said) in &then {
        for ((f, p), before) in said {
            let figure = &figures.catalog.figures()[*f];
            let asked = Asked::period(periods()[*p], Known::At(*number));
            let again = ask(db.reader(), &heads, &figures, figure, &asked, !before.groups.is_empty()).await?;
            assert_eq!(again, *before, "{} as known at {number}", figure.key);
        }
    }
    if let Some((number, said)) = then.first() {
        for ((f, p), before) in said {
            let asked = Asked::period(periods()[*p], Known::At(*number));
            pages_make_the_list(
                db.reader(),
                &figures.catalog.figures()[*f],
                &asked,
                &figures.catalog,
                &before.rows,
            )
            .await?;
        }
    }
    let folder = register.folder.join("export");
    transfer::export(db.reader(), modules::tables(), &folder).await?;
    for table in modules::tables().0 {
        log.push(std::fs::read_to_string(folder.join(&format!("{}.csv", table.name))).unwrap_or_default());
    }
    let report = verify(db, modules::tables()).await?;
    assert!(report.intact(), "what was written is as it was written: {:?}", report.differences);
    doubling_a_child_changes_no_count_of_parents(register, &last).await?;
    Ok(log)
}

/// Returns whether the row was written, or refused because the same fact exists.
async fn write(
    register: &Register,
    table: &'static Table,
    revision: Write,
    live: &mut BTreeMap<&'static str, Vec<RowId>>,
    log: &mut Vec<String>,
) -> Result<bool> {
    let mut entry = cast::open(&register.db, log.len() as i64).await?;
    match entry.revise(table, vec![revision.clone()]).await {
        Ok(ids) => {
            entry.commit().await?;
            let there = live.get_mut(table.name).expect("every table");
            match revision {
                Write::Insert(..) => there.extend(ids),
                Write::Remove(id) => there.retain(|i| *i != id),
                _ => {}
            }
            log.push(format!("{} {ids:?}", table.name, ids = live[table.name]));
            Ok(true)
        }
        Err(Error::Broken(text)) if text.to_lowercase().contains("unique") => {
            entry.give_up().await?;
            log.push("the same fact is there".into());
            Ok(false)
        }
        Err(other) => Err(other),
    }
}

/// Adds a second row to every fact that depends on what is counted. Rows that are counted themselves are not such facts.
const CHILDREN: &[&str] = &[
    "participations",
    "language_files",
    "mandates",
    "area_governments",
    "theme_marks",
    "goal_marks",
    "attendances",
    "memberships",
    "placements",
    "categories",
    "signatures",
    "partnerships",
    "mentions",
    "readings",
    "expert_profiles",
    "observations",
];

async fn doubling_a_child_changes_no_count_of_parents(
    register: &Register,
    before: &BTreeMap<(usize, usize), Said>,
) -> Result<()> {
    let db = &register.db;
    let names = |table: &Table| stored(table).iter().map(|c| format!("\"{}\"", c.0)).collect::<Vec<_>>();
    let catalog = catalog();
    let mut doubled = BTreeSet::new();
    for table in modules::tables().0.iter().filter(|t| CHILDREN.contains(&t.name)) {
        let columns = names(table).join(", ");
        db.run_unjournaled(&format!("DROP INDEX {}_key", table.name)).await?;
        db.run_unjournaled(&format!(
            "INSERT INTO {0} (id, {columns}, recorded) SELECT id + 1000000, {columns}, recorded FROM {0}",
            table.name
        ))
        .await?;
        doubled.insert(table.name);
    }
    // a second head count that is not the designated one
    let table = modules::tables().named("head_counts").expect("head counts");
    let columns = names(table);
    let other: Vec<&str> = columns
        .iter()
        .map(|c| {
            if c == "\"designated\"" {
                if db.backend() == DbBackend::Sqlite { "0" } else { "false" }
            } else {
                c.as_str()
            }
        })
        .collect();
    db.run_unjournaled("DROP INDEX head_counts_key").await?;
    db.run_unjournaled(&format!(
        "INSERT INTO head_counts (id, {}, recorded) SELECT id + 1000000, {}, recorded FROM head_counts",
        columns.join(", "),
        other.join(", ")
    ))
    .await?;
    for ((f, p), said) in before {
        let figure = &catalog.figures()[*f];
        let rows_of_children = figure.unit == "row"
            && figure
                .main()
                .iter()
                .any(|part| catalog.of(part).about.tables.first().is_some_and(|t| doubled.contains(t.name)));
        if rows_of_children {
            continue;
        }
        let rows = all_rows(db.reader(), figure, &Asked::period(periods()[*p], Known::Now), &catalog).await?;
        assert_eq!(
            answer_of(figure, &rows),
            said.answer,
            "{}: doubled children change no count of parents {rows:?}",
            figure.key
        );
        assert!(
            figure.shape == Shape::Share || said.answer.counted == said.answer.base,
            "{}: all of a total is counted",
            figure.key
        );
    }
    Ok(())
}

#[test]
fn asked_again_it_answers_the_same_and_both_databases_agree() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 4,
        ..Config::default()
    });
    let steps = proptest::collection::vec(any::<Step>(), 3..6);
    runner
        .run(&steps, |steps| {
            let alone = |register: fn() -> std::pin::Pin<Box<dyn Future<Output = Register>>>| {
                let steps = &steps;
                move || {
                    run(async {
                        let register = register().await;
                        let said = play(&register, steps)
                            .await
                            .unwrap_or_else(|e| panic!("{}: {e}", register.database()));
                        register.db.clone().close().await;
                        said
                    })
                }
            };
            let (here, there) = std::thread::scope(|scope| {
                let here = scope.spawn(alone(|| Box::pin(Register::on_sqlite())));
                let there = scope.spawn(alone(|| Box::pin(Register::on_postgres())));
                (here.join().expect("SQLite"), there.join().expect("PostgreSQL"))
            });
            for (here, there) in here.iter().zip(&there) {
                assert_eq!(here, there, "SQLite and PostgreSQL say the same");
            }
            assert_eq!(here.len(), there.len());
            Ok(())
        })
        .unwrap();
}
