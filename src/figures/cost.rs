//! `figures time` and `figures plans`: what figures cost, for `make bench-large` and `make plans`.

use crate::terminal::say;
use std::sync::Mutex;
use std::time::Instant;

use decapolis_figures::{Answer, Asked, askings, number};
use decapolis_import::transfer::lookups;
use decapolis_register::plan_of::{PlanOf, plan_of, plan_of_statement};
use decapolis_words::errors::{Error, Result};
use serde_json::json;

use crate::app::App;
use crate::modules;
use crate::plans::plans_of_pages;

/// Counts every figure `runs` times without cache, after one run to warm up, with this number of parallel readers, and prints the times.
pub async fn time(app: &App, asked: &Asked, runs: usize, readers: usize) -> Result<()> {
    let catalog = &app.figures.catalog;
    let mut walls = vec![];
    let mut took: Vec<Vec<f64>> = vec![vec![]; catalog.figures().len()];
    let mut answers = vec![Answer::default(); catalog.figures().len()];
    for run in 0..=runs {
        let next = Mutex::new(0..catalog.figures().len());
        let began = Instant::now();
        let reader = async || {
            let db = app.db.snapshot().await?;
            let mut found = vec![];
            loop {
                let taken = next.lock().expect("the queue is whole").next();
                let Some(at) = taken else { break };
                let began = Instant::now();
                let answer = number(&db, &catalog.figures()[at], asked, catalog).await?;
                found.push((at, answer, began.elapsed().as_secs_f64() * 1000.0));
            }
            db.commit().await?;
            Ok::<_, Error>(found)
        };
        let found = futures_util::future::try_join_all((0..readers.max(1)).map(|_| reader())).await?;
        let wall = began.elapsed().as_secs_f64() * 1000.0;
        for (at, answer, ms) in found.into_iter().flatten() {
            answers[at] = answer;
            if run > 0 {
                took[at].push(ms);
            }
        }
        if run > 0 {
            walls.push(wall);
        }
    }
    let figures: Vec<_> = catalog
        .figures()
        .iter()
        .zip(&answers)
        .zip(&took)
        .map(|((figure, answer), ms)| json!({ "key": figure.key, "counted": answer.counted, "base": answer.base, "ms": ms }))
        .collect();
    say!("{}", json!({ "wall": walls, "figures": figures }));
    Ok(())
}

/// Prints the query plan of every statement of these figures. Without `only`, also those of the lookups of an import, and of pages.
pub async fn plans(app: App, asked: &[Asked], only: Option<&str>) -> Result<()> {
    let db = app.db.snapshot().await?;
    for figure in app.figures.catalog.figures().iter().filter(|f| only.is_none_or(|key| f.key == key)) {
        for asked in asked {
            for asking in askings(figure, asked, &app.figures.catalog) {
                let plan = plan_of(&db, &asking.sql).await?;
                let sql = app.db.backend().build(&asking.sql).to_string();
                print(&format!("{} · {} · {:?}\n  {sql}", figure.key, asking.what, asked.known), &plan);
            }
        }
    }
    for lookup in lookups(modules::tables(), app.db.backend()).iter().filter(|_| only.is_none()) {
        print(&format!("import · {}", lookup.what), &plan_of_statement(&db, &lookup.statement).await?);
    }
    db.commit().await?;
    if let (None, Some(asked)) = (only, asked.first()) {
        for page in plans_of_pages(app, &asked.to.to_string()).await? {
            say!("{}", page.address);
            for (sql, plan) in &page.asked {
                print(&format!("  {sql}"), plan);
            }
        }
    }
    Ok(())
}

fn print(what: &str, plan: &PlanOf) {
    let scanned = plan.scanned.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    say!("{what}{}", if scanned.is_empty() { String::new() } else { format!(" · reads whole: {scanned}") });
    for line in &plan.lines {
        say!("    {line}");
    }
}
