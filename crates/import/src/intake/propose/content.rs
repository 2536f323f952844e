//! Guesses from the cells of a column which column of the register it is.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_register::table::{ANY, Kind, Table};
use decapolis_spreadsheets::{DetectedTable, Grid, Reads};
use decapolis_words::errors::{Error, Result};
use decapolis_words::finding;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::intake::countries::country;
use crate::intake::reading::as_words;
use crate::intake::vocabulary::{Vocabulary, chosen};

/// The number of rows that are looked at.
const ROWS: usize = 2_000;
/// The number of different cells of a column that are kept.
const CELLS: usize = 40;
/// The number of cells, over all columns, that are looked up in the register.
const LOOKED_UP: usize = 200;

/// Different cells of every column, and which of them are records.
pub(super) struct Samples {
    cells: Vec<Vec<String>>,
    /// By column: how many of its cells looked up are records of a kind.
    records: Vec<BTreeMap<String, usize>>,
    /// By column: how many cells were looked up.
    looked_up: Vec<usize>,
    /// By table and column of choices: which part of a column's cells they understand.
    vocabulary: Vocabulary,
}

impl Samples {
    pub(super) async fn of(
        grid: &dyn Grid,
        found: &DetectedTable,
        db: &impl ConnectionTrait,
        vocabulary: &Vocabulary,
    ) -> Result<Samples> {
        let cells = cells(grid, found)?;
        let (records, looked_up) = records(&cells, found, db).await?;
        Ok(Samples { cells, records, looked_up, vocabulary: vocabulary.clone() })
    }

    /// From 0 to 1: whether cells like these may stand in such a column, and what says so.
    pub(super) fn fits(
        &self,
        table: &Table,
        column: &str,
        kind: Kind,
        found: &DetectedTable,
        at: usize,
    ) -> (f64, Option<Message>) {
        let guess = found.columns[at].guess.reads;
        let text = matches!(guess, Reads::Text | Reads::Code | Reads::List { .. });
        let plain = |fits: f64| (fits, None);
        if self.cells[at].is_empty() {
            return plain(0.6);
        }
        match kind {
            Kind::Int => plain(match guess {
                Reads::Whole { .. } | Reads::Year => 1.0,
                Reads::Number { .. } | Reads::Code => 0.5,
                _ => 0.1,
            }),
            Kind::Number | Kind::Money(_) => plain(match guess {
                Reads::Number { .. } | Reads::Whole { .. } | Reads::Percent { .. } => 1.0,
                Reads::Degrees | Reads::Coordinates if matches!(column, "latitude" | "longitude") => 1.0,
                Reads::Year => 0.4,
                _ => 0.1,
            }),
            Kind::Day | Kind::Bound => plain(match guess {
                Reads::Day { .. } | Reads::Year => 1.0,
                // cells that are in doubt among days are asked about one by one
                _ if found.days(at).has_any() => 1.0,
                Reads::Text | Reads::Code => 0.4,
                _ => 0.1,
            }),
            // an instant is a text that no other column reads
            Kind::Instant => plain(if text { 0.4 } else { 0.1 }),
            Kind::Bool => plain(if guess == Reads::YesNo { 1.0 } else { 0.1 }),
            Kind::Choice(_) => {
                let part = self.understood(table, column, at);
                (
                    if part >= 0.5 { 1.0 } else { 0.25 + part },
                    (part > 0.0).then(|| self.choices_say(at, part)),
                )
            }
            Kind::Ref(kind) => match self.part_of_records(kind, at) {
                Some(part) if part > 0.0 => (1.0, Some(self.records_say(part))),
                _ if text => plain(0.8),
                _ => plain(0.2),
            },
            Kind::Text | Kind::Texts if column == "country" => {
                let part = self.countries(at);
                (if part >= 0.5 { 1.0 } else { 0.2 }, None)
            }
            Kind::Text | Kind::Texts => plain(if text || column == "code" { 1.0 } else { 0.7 }),
        }
    }

    /// What cells say by themselves, whatever the column is called.
    pub(super) fn speaks_for(
        &self,
        table: &Table,
        column: &str,
        kind: Kind,
        found: &DetectedTable,
        at: usize,
    ) -> Option<(f64, Message)> {
        let several = self.cells[at].len() >= 3;
        match kind {
            Kind::Number
                if found.columns[at].guess.reads == Reads::Coordinates
                    && matches!(column, "latitude" | "longitude") =>
            {
                Some((0.9, Message::new("match-coordinates")))
            }
            Kind::Text if column == "country" && several => {
                let part = self.countries(at);
                let example = self.cells[at][0].as_str().into();
                (part >= 0.85)
                    .then(|| (0.75 * part, Message::with("match-countries", [("example", example)])))
            }
            Kind::Choice(values) if values.len() > 1 && self.cells[at].len() >= 2 => {
                let part = self.understood(table, column, at);
                (part >= 0.85).then(|| (0.75 * part, self.choices_say(at, part)))
            }
            Kind::Ref(kind) if kind != ANY && several => {
                let part = self.part_of_records(kind, at)?;
                (part >= 0.6).then(|| (0.8 * part, self.records_say(part)))
            }
            _ => None,
        }
    }

    fn countries(&self, at: usize) -> f64 {
        let cells = &self.cells[at];
        cells.iter().filter(|cell| country(cell).is_some()).count() as f64 / cells.len().max(1) as f64
    }

    fn understood(&self, table: &Table, column: &str, at: usize) -> f64 {
        let cells = &self.cells[at];
        let Some(choices) = self.vocabulary.choices_beside(table.name, column, cells) else { return 0.0 };
        cells.iter().filter(|cell| chosen(&choices, cell).is_some()).count() as f64
            / cells.len().max(1) as f64
    }

    /// Says which words of a column have no meaning among the choices of the register's column.
    pub(super) fn words_unknown(&self, table: &Table, column: &str, at: usize) -> Message {
        let choices = self.vocabulary.choices_beside(table.name, column, &self.cells[at]).unwrap_or_default();
        let unknown = self.cells[at].iter().filter(|cell| chosen(&choices, cell).is_none());
        let words: Vec<&str> = unknown.take(5).map(String::as_str).collect();
        let first = words.first().copied().unwrap_or_default();
        Message::with(
            "match-words-unknown",
            [("words", words.join(", ").into()), ("value", format!("--value \"{column}.{first}=…\"").into())],
        )
    }

    fn part_of_records(&self, kind: &str, at: usize) -> Option<f64> {
        let all = *self.looked_up.get(at).filter(|n| **n > 0)?;
        let of = &self.records[at];
        let found = if kind == ANY {
            of.values().copied().max().unwrap_or(0)
        } else {
            of.get(kind).copied().unwrap_or(0)
        };
        Some(found as f64 / all as f64)
    }

    fn choices_say(&self, at: usize, part: f64) -> Message {
        let example = self.cells[at].first().cloned().unwrap_or_default();
        Message::with(
            "match-choices",
            [("percent", ((part * 100.0).round() as i64).into()), ("example", example.into())],
        )
    }

    fn records_say(&self, part: f64) -> Message {
        Message::with("match-records", [("percent", ((part * 100.0).round() as i64).into())])
    }
}

/// Different cells of the first rows of data, by column.
fn cells(grid: &dyn Grid, found: &DetectedTable) -> Result<Vec<Vec<String>>> {
    let broken = |refusal: decapolis_spreadsheets::Refusal| {
        let args = refusal.args.into_iter().map(|(name, value)| (name, value.into())).collect();
        Error::Refused(Message { key: refusal.key, args: decapolis_words::message::Args(args) })
    };
    let mut all: Vec<BTreeSet<String>> = vec![BTreeSet::new(); found.columns.len()];
    for row in found
        .rows(grid)
        .map_err(broken)?
        .filter(|row| row.as_ref().map_or(true, |(_, is)| is.is_data()))
        .take(ROWS)
    {
        let (row, _) = row.map_err(broken)?;
        for (column, kept) in found.columns.iter().zip(&mut all) {
            if kept.len() < CELLS
                && let Some(Ok(words)) =
                    row.cells.get(column.at).map(|value| as_words(value, column.guess.reads))
                && !words.is_empty()
            {
                kept.insert(words);
            }
        }
    }
    Ok(all.into_iter().map(|cells| cells.into_iter().collect()).collect())
}

type ByColumn = (Vec<BTreeMap<String, usize>>, Vec<usize>);

/// Which cells are codes or names of records: a few statements for all columns together.
async fn records(
    cells: &[Vec<String>],
    found: &DetectedTable,
    db: &impl ConnectionTrait,
) -> Result<ByColumn> {
    let words = |at: usize| matches!(found.columns[at].guess.reads, Reads::Text | Reads::Code);
    let columns: Vec<usize> = (0..cells.len()).filter(|at| words(*at) && !cells[*at].is_empty()).collect();
    let each = (LOOKED_UP / columns.len().max(1)).max(3);
    let mut by_code: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut by_name: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let asked: Vec<(usize, &String)> =
        columns.iter().flat_map(|at| cells[*at].iter().take(each).map(move |cell| (*at, cell))).collect();
    let asked: Vec<(usize, &String)> = asked.into_iter().take(LOOKED_UP).collect();
    let ask_for = async |column: &'static str,
                         wanted: BTreeSet<String>,
                         into: &mut BTreeMap<String, BTreeSet<String>>|
           -> Result<()> {
        let ask = Query::select()
            .distinct()
            .columns(["kind", column])
            .from("records")
            .and_where(Expr::col(column).is_in(wanted))
            .limit(2_000)
            .to_owned();
        for row in db.query_all(&ask).await? {
            into.entry(row.try_get("", column)?).or_default().insert(row.try_get("", "kind")?);
        }
        Ok(())
    };
    let folded = |cell: &str| finding(std::iter::once(cell));
    if !asked.is_empty() {
        ask_for("code", asked.iter().map(|(_, cell)| cell.to_string()).collect(), &mut by_code).await?;
        ask_for("finding", asked.iter().map(|(_, cell)| folded(cell)).collect(), &mut by_name).await?;
    }
    let mut kinds = vec![BTreeMap::new(); cells.len()];
    let mut looked_up = vec![0; cells.len()];
    for (at, cell) in asked {
        looked_up[at] += 1;
        let both = by_code
            .get(cell)
            .into_iter()
            .chain(by_name.get(&folded(cell)))
            .flatten()
            .collect::<BTreeSet<_>>();
        for kind in both {
            *kinds[at].entry(kind.clone()).or_insert(0) += 1;
        }
    }
    Ok((kinds, looked_up))
}
