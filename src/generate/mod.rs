//! Generates an invented register of any size, for measurements: `decapolis generate`.
//!
//! Every row is marked illustrative, names are made of a few syllables, and the same amounts and seed always give the
//! same register. It is written through the journal as one entry, so it can be verified and undone.
//!
//! A **world** holds the amounts and the ids of records that others refer to; each file beside this one writes one part of it.

mod activities;
mod chance;
mod channels;
mod funding;
mod governance;
mod knowledge;
mod members;
mod names;
mod observatory;
mod people;
mod row;
mod writing;

use std::sync::Arc;

use decapolis_actions::{self as actions, Action, Actor, Description, Register, Request, Turn, Undo};
use decapolis_base::Day;
use decapolis_register::changes::{Changes, Staged};
use decapolis_register::db::Db;
use decapolis_register::journal::{Entry, JournalNo};
use decapolis_words::errors::{Error, Result};
use futures_util::future::BoxFuture;
use jiff::tz::TimeZone;

use crate::modules;
use chance::Chance;
use writing::{Made, Writing};

/// The size of the register.
#[derive(Clone, Copy, Debug)]
pub struct Amounts {
    pub members: u64,
    pub people: u64,
    pub participations: u64,
    pub practices: u64,
    pub initiatives: u64,
    /// The first and the last year with events.
    pub years: (i64, i64),
    pub seed: u64,
}

/// What was generated.
#[derive(Clone, Copy, Debug)]
pub struct Generated {
    pub entry: JournalNo,
    pub rows: u64,
}

/// The amounts, and the records that others refer to.
struct World {
    amounts: Amounts,
    regions: Made,
    places: Made,
    areas: Made,
    /// Members first, then the other organisations.
    organisations: Made,
    people: Made,
    assembly: Made,
    board: Made,
    committee: Made,
    themes: Made,
    activities: Made,
    platforms: Made,
}

impl World {
    fn chance(&self, sort: &str, index: u64) -> Chance {
        Chance::of(self.amounts.seed, sort, index)
    }

    /// The years, in order.
    fn years(&self) -> impl Iterator<Item = i64> + use<> {
        self.amounts.years.0..=self.amounts.years.1
    }

    fn year_count(&self) -> u64 {
        (self.amounts.years.1 - self.amounts.years.0 + 1).max(1) as u64
    }

    /// The year of item `n` of `count`. Items are spread evenly over the years, in order.
    fn year_of(&self, n: u64, count: u64) -> i64 {
        self.amounts.years.0 + (n * self.year_count() / count.max(1)) as i64
    }

    /// Whether an organisation takes part in activities this year.
    fn is_active(&self, organisation: u64, year: i64) -> bool {
        self.chance("active", organisation.wrapping_mul(10_007).wrapping_add(year as u64)).percent(60)
    }
}

/// Called now and then with the number of rows written so far.
pub type Told = Box<dyn Fn(u64) + Send + Sync>;

/// The register to generate.
pub struct WriteRegister {
    amounts: Amounts,
    told: Told,
}

/// Writes a generated register into an empty one, in one entry.
///
/// Refused if the register is not empty (`error-generate-not-empty`).
pub static WRITE_REGISTER: Action<Register, WriteRegister> = Action {
    about: Description { name: "generate.write-register", on: None, fields: &[], turn: Turn::Short, undo: Undo::Batch, in_the_demo: false },
    run: |_, input| Box::pin(async { Ok(Changes::staged(input)) }),
};

impl Staged for WriteRegister {
    fn write<'a>(&'a mut self, entry: &'a mut Entry) -> BoxFuture<'a, Result<usize>> {
        Box::pin(write(entry, self.amounts, &*self.told))
    }
}

/// Writes a generated register into an empty one, in one entry that is recorded at the end of the last year.
///
/// Errors: those of [`WRITE_REGISTER`]. After an error nothing is written.
pub async fn generate(db: &Db, amounts: Amounts, told: Told) -> Result<Generated> {
    let last = Day::last_of_year(amounts.years.1);
    let at = last.date().at(12, 0, 0, 0).to_zoned(TimeZone::UTC).map_err(|e| Error::Broken(format!("{last} has no noon: {e}")))?;
    let register = Arc::new(Register { db: db.clone(), tables: modules::tables(), zone: TimeZone::UTC });
    let request = Request::by(Actor::Operator).recorded(at.timestamp());
    let done = actions::run(&register, &WRITE_REGISTER, request, WriteRegister { amounts, told }).await?;
    Ok(Generated { entry: done.number, rows: done.rows as u64 })
}

async fn write(entry: &mut Entry, amounts: Amounts, told: &(dyn Fn(u64) + Send + Sync)) -> Result<usize> {
    if entry.number() != 1 {
        return Err(Error::refused("error-generate-not-empty"));
    }
    entry.set_indexes_aside(modules::tables()).await?;
    let mut writing = Writing::into(entry, told);
    let mut world = members::make(&mut writing, amounts).await?;
    people::make(&mut writing, &mut world).await?;
    governance::make(&mut writing, &mut world).await?;
    activities::make(&mut writing, &mut world).await?;
    funding::make(&mut writing, &world).await?;
    knowledge::make(&mut writing, &mut world).await?;
    observatory::make(&mut writing, &world).await?;
    channels::make(&mut writing, &world).await?;
    Ok(writing.end().await? as usize)
}
