//! `generate`: fills an empty register with invented rows, for measurements.

use crate::terminal::say;
use std::time::Instant;

use clap::Args;
use decapolis_base::Day;
use decapolis_register::db::{Db, Opening};
use decapolis_register::journal;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::DbBackend;

use crate::cli::register::database;
use crate::generate::{Amounts, generate};
use crate::terminal::Terminal;

#[derive(Args)]
pub struct Generate {
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    members: u64,
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    people: u64,
    /// Participations; there is one activity for every 250 of them.
    #[arg(long, value_name = "N", default_value_t = 5_000_000)]
    participations: u64,
    #[arg(long, value_name = "N", default_value_t = 500_000)]
    practices: u64,
    #[arg(long, value_name = "N", default_value_t = 500_000)]
    initiatives: u64,
    /// The first and the last year with events.
    #[arg(long, value_name = "YEAR-YEAR", default_value = "2011-2020", value_parser = years)]
    years: (i64, i64),
    /// The seed: another number gives another register of the same size.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

fn years(text: &str) -> std::result::Result<(i64, i64), String> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let year = |text: &str| text.parse().ok().filter(|year| (1000..=9000).contains(year));
    match (year(first), year(last)) {
        (Some(first), Some(last)) if first <= last && last - first < 100 => Ok((first, last)),
        _ => Err("write the first and the last year, like 2011-2020, at most a hundred".into()),
    }
}

pub async fn run(args: Generate) -> Result<()> {
    let (started, address, terminal) = (Instant::now(), database(), Terminal::open()?);
    let last = Day::last_of_year(args.years.1);
    if last >= Day::from(Timestamp::now().to_zoned(TimeZone::UTC).date()) {
        return Err(Error::refused_with(
            "error-recorded-in-future",
            [("day", last.to_string().into())].into(),
        ));
    }
    let db = crate::opening::open_register(&address).await?;
    let standing = journal::last(db.reader()).await;
    db.close().await;
    if standing? > 0 {
        return Err(Error::refused("error-generate-not-empty"));
    }
    let amounts = Amounts {
        members: args.members,
        people: args.people,
        participations: args.participations,
        practices: args.practices,
        initiatives: args.initiatives,
        years: args.years,
        seed: args.seed,
    };
    let bar = indicatif::ProgressBar::new_spinner();
    bar.set_style(
        indicatif::ProgressStyle::with_template("{spinner} {human_pos} {elapsed}").expect("a valid template"),
    );
    let db = Db::open(&address, &Opening { bulk: true, ..Opening::default() }).await?;
    let counting = bar.clone();
    let made =
        generate(&db, crate::modules::tables(), amounts, Box::new(move |rows| counting.set_position(rows)))
            .await;
    bar.finish_and_clear();
    let made = match made {
        // without statistics the database would choose bad query plans
        Ok(made) => db.run_unjournaled("ANALYZE").await.map(|()| made),
        Err(error) => Err(error),
    };
    let backend = db.backend();
    db.close().await;
    if backend == DbBackend::Sqlite {
        // opening it the usual way switches the write-ahead log on again
        Db::open(&address, &Opening::default()).await?.close().await;
    }
    let (made, locale) = (made?, terminal.locale());
    let args = [
        ("rows", locale.numerals.whole(made.rows as i64).into()),
        ("seconds", locale.numerals.rounded(started.elapsed().as_secs_f64(), 1).into()),
    ];
    say!("{}", locale.with("generate-done", &args.into()));
    Ok(())
}
