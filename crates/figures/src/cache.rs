//! Keeps answers until one of the tables they were counted from is written.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};

use decapolis_register::journal::{Heads, JournalNo, RowId};
use decapolis_register::known::Known;
use decapolis_register::table::{Kind, RECORDS, Table};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::answer::Answer;
use super::bounded::Bounded;
use super::catalog::Catalog;
use super::figure::{Figure, Part, When};
use super::listing::Asked;
use super::number::{self, Group, Tally};
use super::readings::{Readings, readings};

/// The most answers that are kept.
const KEPT: usize = 20_000;

/// What is asked of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    Number,
    By(String),
    Tally,
    LeftOut,
    Provisional,
    Readings,
}

#[derive(Clone)]
enum Kept {
    Number(Answer),
    By(Vec<Group>),
    Tally(Tally),
    LeftOut(i64),
    Provisional(bool),
    Readings(Option<Readings>),
}

type CacheKey = (String, u32, Asked, Question);

/// The catalogue with its answers. An answer is good while no table its listings read has been written, by this process or another:
/// the heads it was counted under are read with every request.
pub struct Figures {
    pub catalog: Catalog,
    kept: Bounded<CacheKey, (JournalNo, Kept)>,
    evaluations: AtomicU64,
}

impl Figures {
    /// The figures of a catalogue, without any answer yet.
    pub fn new(catalog: Catalog) -> Figures {
        Figures { catalog, kept: Bounded::new(KEPT), evaluations: AtomicU64::new(0) }
    }

    /// How many answers have been counted rather than remembered, since the start.
    pub fn evaluations(&self) -> u64 {
        self.evaluations.load(Ordering::Relaxed)
    }

    /// The tables a figure is counted from.
    pub fn tables(&self, figure: &Figure) -> Vec<&'static Table> {
        let others = |other: &&Figure| {
            Some(&other.key) == figure.stated.as_ref()
                || (figure.whole.is_some() && other.whole == figure.whole)
        };
        let beside: Vec<&Figure> = self.catalog.figures().iter().filter(others).collect();
        let all = || std::iter::once(figure).chain(beside.iter().copied());
        let parts = || all().flat_map(|figure| figure.counted.iter().chain(&figure.base));
        // a test that names records by code reads which records there are
        let names_records = |part: &Part| {
            part.of.iter().chain(&part.keep).any(|t| {
                self.catalog.of(part).about.column(&t.column).is_some_and(|c| matches!(c.kind, Kind::Ref(_)))
            })
        };
        let records = (figure.public.is_some() || parts().any(names_records)).then_some(&RECORDS);
        parts().flat_map(|part| self.catalog.of(part).about.tables.iter().copied()).chain(records).collect()
    }

    /// The distinct records that are counted; empty if the figure counts rows or words.
    pub async fn units(
        &self,
        db: &impl ConnectionTrait,
        figure: &Figure,
        asked: &Asked,
    ) -> Result<BTreeSet<RowId>> {
        number::units(db, figure, asked, &self.catalog).await
    }

    /// The number of a figure. `heads` are those of the register that `db` reads.
    pub async fn number(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        asked: &Asked,
    ) -> Result<Answer> {
        match self.ask(db, heads, figure, asked, Question::Number).await? {
            Kept::Number(answer) => Ok(answer),
            _ => unreachable!("an answer is kept under its question"),
        }
    }

    /// The number of each group of a figure by this column.
    pub async fn by(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        asked: &Asked,
        column: &str,
    ) -> Result<Vec<Group>> {
        match self.ask(db, heads, figure, asked, Question::By(column.to_string())).await? {
            Kept::By(groups) => Ok(groups),
            _ => unreachable!("an answer is kept under its question"),
        }
    }

    /// How many units are left out in every row they have.
    pub async fn left_out(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        asked: &Asked,
    ) -> Result<i64> {
        match self.ask(db, heads, figure, asked, Question::LeftOut).await? {
            Kept::LeftOut(units) => Ok(units),
            _ => unreachable!("an answer is kept under its question"),
        }
    }

    /// How many rows have which class.
    pub async fn tally(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        asked: &Asked,
    ) -> Result<Tally> {
        match self.ask(db, heads, figure, asked, Question::Tally).await? {
            Kept::Tally(tally) => Ok(tally),
            _ => unreachable!("an answer is kept under its question"),
        }
    }

    /// Whether some row of the number is provisional, as the figure's own rule says.
    pub async fn provisional(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        asked: &Asked,
    ) -> Result<bool> {
        if figure.provisional.is_none() {
            return Ok(false);
        }
        match self.ask(db, heads, figure, asked, Question::Provisional).await? {
            Kept::Provisional(provisional) => Ok(provisional),
            _ => unreachable!("an answer is kept under its question"),
        }
    }

    /// The readings that count in a number. `None` if it does not count readings, or counts none.
    pub async fn readings(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        asked: &Asked,
    ) -> Result<Option<Readings>> {
        if !figure.counted.iter().any(|part| matches!(part.when, When::Last(_))) {
            return Ok(None);
        }
        match self.ask(db, heads, figure, asked, Question::Readings).await? {
            Kept::Readings(readings) => Ok(readings),
            _ => unreachable!("an answer is kept under its question"),
        }
    }

    /// What a figure's answers are kept under: its key, or its whole text if it is not the catalogue's (the rule of an edition, a part of
    /// a figure).
    fn name_of(&self, figure: &Figure) -> String {
        match self.catalog.figure(&figure.key) {
            Some(present) if present == figure => figure.key.clone(),
            _ => format!("{figure:?}"),
        }
    }

    async fn ask(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        figure: &Figure,
        asked: &Asked,
        question: Question,
    ) -> Result<Kept> {
        // what was known at a number stays as it is
        let head = match asked.known {
            Known::Now => heads.of(&self.tables(figure)),
            // but whether a record is public is asked of today
            Known::At(number) if figure.public.is_some() => heads.of(&[&RECORDS]).max(number),
            Known::At(number) => number,
        };
        let key = (self.name_of(figure), figure.version, *asked, question);
        if let Some((at, kept)) = self.kept.get(&key)
            && at == head
        {
            return Ok(kept);
        }
        self.evaluations.fetch_add(1, Ordering::Relaxed);
        let kept = match &key.3 {
            Question::Number => Kept::Number(number::number(db, figure, asked, &self.catalog).await?),
            Question::By(column) => {
                Kept::By(number::breakdown(db, figure, asked, &self.catalog, column).await?)
            }
            Question::Provisional => {
                Kept::Provisional(number::provisional(db, figure, asked, &self.catalog).await?)
            }
            Question::Readings => Kept::Readings(readings(db, figure, asked, &self.catalog).await?),
            Question::LeftOut => Kept::LeftOut(number::left_out(db, figure, asked, &self.catalog).await?),
            Question::Tally => Kept::Tally(number::tally(db, figure, asked, &self.catalog).await?),
        };
        self.kept.insert(key, (head, kept.clone()));
        Ok(kept)
    }
}
