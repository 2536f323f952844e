//! Query plans of figures and pages: no statement reads a large table completely.

use decapolis::generate::{Amounts, generate};
use decapolis::modules;
use decapolis::plans::plans_of_pages;
use decapolis_base::{Day, Period};
use decapolis_figures::{Asked, askings};
use decapolis_import::transfer::lookups;
use decapolis_register::db::{Db, Opening};
use decapolis_register::known::Known;
use decapolis_register::plan_of::{plan_of, plan_of_statement};

use crate::register::asked_again::catalog;
use crate::support::both;

/// Tables that grow with everything a network does. The other tables grow with the number of members or events.
const LARGE: &[&str] = &["participations", "people", "practices", "initiatives", "records", "name_order"];

#[test]
fn no_page_of_a_list_or_a_record_reads_a_large_table_from_end_to_end() {
    // small tables may be read completely: these are large enough for an index
    let amounts = Amounts {
        members: 100,
        people: 4_000,
        participations: 20_000,
        practices: 4_000,
        initiatives: 4_000,
        years: (2011, 2020),
        seed: 1,
    };
    both(async |register| {
        generate(&register.db, decapolis::modules::tables(), amounts, Box::new(|_| ())).await.unwrap();
        register.db.run_unjournaled("ANALYZE").await.unwrap();
        if register.on_postgres {
            // with a few thousand rows a scan is cheaper than index lookups, so scans are switched off to see the plan for large tables
            for way in ["seqscan", "hashjoin", "mergejoin"] {
                let database = register.address.rsplit('/').next().unwrap();
                register
                    .db
                    .run_unjournaled(&format!("ALTER DATABASE {database} SET enable_{way} = off"))
                    .await
                    .unwrap();
            }
        }
        let anew = Db::open(&register.address, &Opening::default()).await.unwrap();
        let pages = plans_of_pages(decapolis::opening::over(anew.clone(), None).await.unwrap(), "2020-12-31")
            .await
            .unwrap();
        assert!(pages.len() > 80, "{} pages", pages.len());
        let (mut searches, mut scans) = (0, vec![]);
        for (address, sql, plan) in
            pages.iter().flat_map(|page| page.asked.iter().map(move |(sql, plan)| (&page.address, sql, plan)))
        {
            searches += usize::from(sql.contains("name_words"));
            for table in plan
                .scanned
                .iter()
                .filter(|table| LARGE.contains(&table.as_str()) || table.starts_with("name_words"))
            {
                scans.push(format!("{address} reads all of {table}: {sql}\n  {}", plan.lines.join("\n  ")));
            }
        }
        assert!(searches > 40, "{searches} statements searched");
        assert!(scans.is_empty(), "on {}\n{}", register.database(), scans.join("\n"));
        anew.close().await;
    });
}

#[test]
fn no_figure_reads_a_large_table_from_end_to_end() {
    // large enough for an index, over ten years as in practice
    let amounts = Amounts {
        members: 100,
        people: 4_000,
        participations: 30_000,
        practices: 500,
        initiatives: 500,
        years: (2011, 2020),
        seed: 1,
    };
    both(async |register| {
        generate(&register.db, decapolis::modules::tables(), amounts, Box::new(|_| ())).await.unwrap();
        let (catalog, mut scans, mut plans) = (catalog(), vec![], 0);
        // PostgreSQL updates its statistics by itself; SQLite is tested without and with statistics
        let times = if register.on_postgres { &[true][..] } else { &[false, true] };
        for (looked_at, known) in
            times.iter().flat_map(|looked_at| [(*looked_at, Known::Now), (*looked_at, Known::At(1))])
        {
            if looked_at {
                register.db.run_unjournaled("ANALYZE").await.unwrap();
            }
            let asked = Asked::period(Period::year_to(Day::last_of_year(2020)), known);
            for figure in catalog.figures() {
                for asking in askings(figure, &asked, &catalog) {
                    // the rows left out of head counts are one in sixty, so PostgreSQL reads all of them, which is right
                    if register.on_postgres
                        && asking.what.starts_with("rows")
                        && asking.what.ends_with("left out")
                    {
                        continue;
                    }
                    let plan = plan_of(register.db.reader(), &asking.sql).await.unwrap();
                    plans += 1;
                    // nothing was revised, so the history is empty and reading it costs nothing
                    for table in plan.scanned.iter().filter(|table| LARGE.contains(&table.as_str())) {
                        scans.push(format!(
                            "{} · {} · {known:?}, analyzed {looked_at}, reads all of {table}:\n  {}",
                            figure.key,
                            asking.what,
                            plan.lines.join("\n  ")
                        ));
                    }
                }
            }
        }
        assert!(plans > 400, "{plans} statements were looked at");
        assert!(scans.is_empty(), "on {}\n{}", register.database(), scans.join("\n"));
    });
}

#[test]
fn an_import_finds_what_is_there_by_an_index_however_little_the_database_knows_of_it() {
    let amounts = Amounts {
        members: 100,
        people: 4_000,
        participations: 30_000,
        practices: 500,
        initiatives: 500,
        years: (2011, 2020),
        seed: 1,
    };
    both(async |register| {
        // statistics of empty tables are used until they are updated
        register.db.run_unjournaled("ANALYZE").await.unwrap();
        generate(&register.db, decapolis::modules::tables(), amounts, Box::new(|_| ())).await.unwrap();
        let lookups = lookups(modules::tables(), register.db.backend());
        assert!(lookups.len() > 60, "{} statements are looked at", lookups.len());
        for looked_at in [false, true] {
            if looked_at {
                register.db.run_unjournaled("ANALYZE").await.unwrap();
            }
            for lookup in &lookups {
                let plan = plan_of_statement(register.db.reader(), &lookup.statement).await.unwrap();
                let large =
                    plan.scanned.iter().any(|table| LARGE.contains(&table.as_str()) || table == "spellings");
                let what = format!("on {}, analyzed {looked_at}: {}", register.database(), lookup.what);
                assert!(
                    !large,
                    "{what} reads {:?} from end to end:\n  {}",
                    plan.scanned,
                    plan.lines.join("\n  ")
                );
            }
        }
    });
}
