//! The texts of statements, kept from one question to the next.
//!
//! A figure's statement has the same text for every day: only the days in it differ. Building the text takes as long as a small answer.
//! So it is built once, with days that nobody asks, and these are replaced by the days that are asked.

use std::sync::Arc;

use decapolis_base::Day;
use decapolis_register::at_once::listed;
use decapolis_register::db::limits_in_text;
use decapolis_register::journal::RowId;
use decapolis_register::known::Known;
use sea_orm::sea_query::{SelectStatement, Values};
use sea_orm::{DbBackend, Statement, Value};

use super::bounded::Bounded;
use super::catalog::Catalog;
use super::figure::Figure;
use super::listing::{Asked, Listing};
use super::readings::STALE_AFTER;

/// The most texts that are kept: those of some hundred figures.
const MOST: usize = 500;

/// A figure or a listing by its key and version, what is asked of it, whether the register is asked as known earlier, and the database.
type Key = (String, u32, String, bool, bool);

/// The texts of the figures of a catalogue. A copy of the catalogue begins without any, because its figures may become others.
pub(super) struct Texts(Bounded<Key, Arc<Option<KeptText>>>);

impl Default for Texts {
    fn default() -> Texts {
        Texts(Bounded::new(MOST))
    }
}

impl Clone for Texts {
    fn clone(&self) -> Texts {
        Texts::default()
    }
}

impl Catalog {
    /// The statement that `build` builds of these days. `what` names it among the statements of the figure: two that differ in more than
    /// the days have two names.
    pub fn statement(
        &self,
        backend: DbBackend,
        figure: &Figure,
        asked: &Asked,
        what: &str,
        build: impl Fn(&Asked) -> SelectStatement,
    ) -> Statement {
        // a figure of the studio, or the rule of an edition, may have the key of another
        if self.figure(&figure.key) != Some(figure) {
            return backend.build(&build(asked));
        }
        self.kept_statement(backend, (&figure.key, figure.version, what), asked, build)
    }

    /// Like [`Catalog::statement`], of the rows or records with these ids: the text is the same for all of them.
    pub(super) fn statement_of(
        &self,
        backend: DbBackend,
        (figure, asked): (&Figure, &Asked),
        what: &str,
        ids: &[RowId],
        build: impl Fn(&Asked, &[RowId]) -> SelectStatement,
    ) -> Statement {
        let ask = self.statement(backend, figure, asked, what, |asked| build(asked, &[ANY_ROW]));
        with_ids(backend, ask, ids)
    }

    /// Like [`Catalog::statement_of`], of rows of a listing.
    pub(super) fn listed_statement(
        &self,
        backend: DbBackend,
        (listing, asked): (&Listing, &Asked),
        what: &str,
        ids: &[RowId],
        build: impl Fn(&Asked, &[RowId]) -> SelectStatement,
    ) -> Statement {
        let of = format!("listing {}", listing.about.key);
        let key = (of.as_str(), listing.about.version, what);
        with_ids(backend, self.kept_statement(backend, key, asked, |asked| build(asked, &[ANY_ROW])), ids)
    }

    fn kept_statement(
        &self,
        backend: DbBackend,
        (of, version, what): (&str, u32, &str),
        asked: &Asked,
        build: impl Fn(&Asked) -> SelectStatement,
    ) -> Statement {
        let known = matches!(asked.known, Known::At(_));
        let key = (of.to_string(), version, what.to_string(), known, backend == DbBackend::Sqlite);
        let text = self.texts().0.get(&key).unwrap_or_else(|| {
            let text = Arc::new(KeptText::of(backend, known, &build));
            self.texts().0.insert(key, text.clone());
            text
        });
        match &*text {
            Some(text) => text.asked(asked),
            None => backend.build(&build(asked)),
        }
    }
}

/// Stands for the ids while a statement is built. No row has it.
const ANY_ROW: RowId = RowId::MIN;

/// The statement with these ids in the place of [`ANY_ROW`].
fn with_ids(backend: DbBackend, mut ask: Statement, ids: &[RowId]) -> Statement {
    let any = Value::from(listed(backend, [ANY_ROW]));
    for value in ask.values.iter_mut().flat_map(|values| &mut values.0).filter(|value| **value == any) {
        *value = Value::from(listed(backend, ids.iter().copied()));
    }
    ask
}

/// A statement with gaps for the days and the state of the register.
pub struct KeptText {
    backend: DbBackend,
    sql: String,
    values: Vec<Gap>,
}

/// A value of the statement.
enum Gap {
    Same(Value),
    From,
    /// The last day before the period.
    BeforeFrom,
    To,
    /// The first number of the year in which the period begins: 20200000.
    YearOfFrom,
    /// The first day on which a reading is not stale yet.
    StaleBefore,
    Known,
}

impl Gap {
    fn number(&self, asked: &Asked) -> Option<i64> {
        Some(match (self, asked.known) {
            (Gap::From, _) => asked.from.number(),
            (Gap::BeforeFrom, _) => asked.from.before().number(),
            (Gap::To, _) => asked.to.number(),
            (Gap::YearOfFrom, _) => asked.from.number() / 10_000 * 10_000,
            (Gap::StaleBefore, _) => asked.to.days_before(STALE_AFTER).number(),
            (Gap::Known, Known::At(number)) => number,
            (Gap::Known | Gap::Same(_), _) => return None,
        })
    }
}

impl KeptText {
    /// The text of the statements that `build` builds. `None` if they differ in more than the days and the state of the register: then
    /// each must be built.
    pub fn of(
        backend: DbBackend,
        known: bool,
        build: impl Fn(&Asked) -> SelectStatement,
    ) -> Option<KeptText> {
        let asked = |from, to, number| {
            let known = if known { Known::At(number) } else { Known::Now };
            Some(Asked { from: Day::from_number(from)?, to: Day::from_number(to)?, known })
        };
        let (one, other) = (
            asked(1111_11_11, 3333_03_03, 777_777_777_777)?,
            asked(2222_02_22, 4444_04_04, 888_888_888_888)?,
        );
        let text = |asked: &Asked| limits_in_text(backend.build(&build(asked)));
        let (built, again) = (text(&one), text(&other));
        let values = |statement: Statement| statement.values.map_or(vec![], |values| values.0);
        if built.sql != again.sql {
            return None;
        }
        let sql = built.sql.clone();
        let gap = |(first, second): (Value, Value)| {
            if first == second {
                return Some(Gap::Same(first));
            }
            let is = |gap: &Gap| {
                first == Value::BigInt(gap.number(&one)) && second == Value::BigInt(gap.number(&other))
            };
            [Gap::From, Gap::BeforeFrom, Gap::To, Gap::YearOfFrom, Gap::StaleBefore, Gap::Known]
                .into_iter()
                .find(is)
        };
        let values = values(built).into_iter().zip(values(again)).map(gap).collect::<Option<_>>()?;
        Some(KeptText { backend, sql, values })
    }

    /// The statement for these days and this state of the register.
    pub fn asked(&self, asked: &Asked) -> Statement {
        let value = |gap: &Gap| match gap {
            Gap::Same(value) => value.clone(),
            gap => Value::BigInt(gap.number(asked)),
        };
        Statement {
            sql: self.sql.clone(),
            values: Some(Values(self.values.iter().map(value).collect())),
            db_backend: self.backend,
        }
    }
}
