//! Generates an invented register of any size, for measurements: `decapolis generate`.
//!
//! Every row is marked illustrative, names are made of a few syllables, and the same amounts and seed always give the
//! same register. It is written through the journal as one entry, so it can be verified and undone.
//!
//! A **world** holds the amounts and the ids of records that others refer to; each file beside this one writes one part of it.

mod activities;
mod chance;
mod channels;
pub mod cli;
mod funding;
mod governance;
mod knowledge;
mod members;
mod names;
mod observatory;
mod people;
mod row;
mod world;
mod writing;

pub use world::Amounts;

use std::sync::Arc;

use decapolis_actions::{self as actions, Action, Actor, Description, Offer, Register, Request, Turn, Undo};
use decapolis_base::Day;
use decapolis_register::changes::{Changes, Staged};
use decapolis_register::db::Db;
use decapolis_register::journal::{Entry, JournalNo};
use decapolis_register::schema::Tables;
use decapolis_words::errors::{Error, Result};
use futures_util::future::BoxFuture;
use jiff::tz::TimeZone;

use writing::Writing;

/// What was generated.
#[derive(Clone, Copy, Debug)]
pub struct Generated {
    pub entry: JournalNo,
    pub rows: u64,
}

/// Called now and then with the number of rows written so far.
pub type Progress = Box<dyn Fn(u64) + Send + Sync>;

/// The register to generate.
pub struct WriteRegister {
    tables: Tables,
    amounts: Amounts,
    told: Progress,
}

/// What can be done here.
pub static ACTIONS: &[Offer] = &[Offer::by_its_own(&WRITE_REGISTER.about)];

/// Writes a generated register into an empty one, in one entry.
///
/// Refused if the register is not empty (`error-generate-not-empty`).
pub static WRITE_REGISTER: Action<Register, WriteRegister> = Action {
    about: Description {
        name: "generate.write-register",
        on: None,
        fields: &[],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: &[],
        in_the_demo: false,
    },
    run: |_, input| Box::pin(async { Ok(Changes::staged(input)) }),
};

impl Staged for WriteRegister {
    fn write<'a>(&'a mut self, entry: &'a mut Entry) -> BoxFuture<'a, Result<usize>> {
        Box::pin(write(entry, self.tables, self.amounts, &*self.told))
    }
}

/// Writes a generated register into an empty one, in one entry that is recorded at the end of the last year.
///
/// Errors: those of [`WRITE_REGISTER`]. After an error nothing is written.
pub async fn generate(db: &Db, tables: Tables, amounts: Amounts, told: Progress) -> Result<Generated> {
    let last = Day::last_of_year(amounts.years.1);
    let at = last
        .date()
        .at(12, 0, 0, 0)
        .to_zoned(TimeZone::UTC)
        .map_err(|e| Error::Broken(format!("{last} has no noon: {e}")))?;
    let register = Arc::new(Register { db: db.clone(), tables, zone: TimeZone::UTC, words: None });
    let request = Request::by(Actor::Operator).recorded(at.timestamp());
    let done =
        actions::run(&register, &WRITE_REGISTER, request, WriteRegister { tables, amounts, told }).await?;
    Ok(Generated { entry: done.number, rows: done.rows as u64 })
}

async fn write(
    entry: &mut Entry,
    tables: Tables,
    amounts: Amounts,
    told: &(dyn Fn(u64) + Send + Sync),
) -> Result<usize> {
    if entry.number() != 1 {
        return Err(Error::refused("error-generate-not-empty"));
    }
    entry.set_indexes_aside(tables).await?;
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
