//! The report of an import: the file with two more columns, which say what became of each row and how to
//! correct it.
//!
//! The report can be corrected and imported again: the import knows the two columns by their headings, in
//! every language, and skips them.

use std::collections::BTreeSet;

use decapolis_spreadsheets::{Grid, Row, Value};
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use decapolis_words::{Locale, Words};

use super::naming::{Meant, column_shown};
use super::outcome::Outcome;
use super::plan::Plan;
use super::stage::CHUNK;

/// Keys of the headings of the two columns.
const HEADINGS: [&str; 2] = ["report-became", "report-mend"];

/// The headings that a report gives its two columns, in every language.
pub fn headings(words: &Words) -> BTreeSet<String> {
    let languages = words
        .languages()
        .flat_map(|language| HEADINGS.map(|key| words.find(language, key, &Default::default())));
    languages.flatten().collect()
}

/// A file to be written back, and how.
pub struct Original<'a> {
    /// As the plan names it.
    pub file: &'a str,
    /// Its rows, unchanged.
    pub grid: &'a dyn Grid,
    /// Whether the two columns come first: in the register's own form, where a row may be longer than the header. Elsewhere they come
    /// last, since a mapping may name columns by their place.
    pub first: bool,
    /// Whether rows are numbered by their lines, so that a cell of two lines takes two.
    pub by_lines: bool,
    /// The first row of its heading, 0 if it has none. `None` if unknown: then it is the last row before those of the table.
    pub heading: Option<u64>,
}

/// What the file calls a column, and what the register calls it where that may differ.
type Named = (Option<String>, Option<Meant>);

/// How a row counts.
struct Became {
    row: u64,
    outcome: Outcome,
    /// The columns that change, as the file calls them and what is meant.
    changed: Vec<Named>,
    /// The column, and the words.
    said: Vec<(Named, Message)>,
}

/// Writes a file back, row by row. `write` takes the rows in their order; a row that the file leaves out comes empty.
///
/// Errors: what `write` answers, and `Broken` where the file cannot be read any more.
pub async fn report(
    plan: &Plan,
    of: &Original<'_>,
    known: &BTreeSet<String>,
    locale: &Locale<'_>,
    mut write: impl FnMut(&[Value]) -> Result<()>,
) -> Result<()> {
    let number = plan.files.iter().position(|f| f.file == of.file);
    let Shape { dropped, width, heading } = shape(plan, of, number, known).await?;
    let mut pages = Pages { plan, number, page: vec![].into_iter(), after: 0, ended: false, next: None };
    let mut next = 1;
    for row in rows(of)? {
        let Row { number: at, cells } = row.map_err(|e| Error::Broken(format!("{}: {e}", of.file)))?;
        while next < at {
            write(&[])?;
            next += 1;
        }
        let breaks =
            |cell: &Value| if let Value::Text(text) = cell { text.matches('\n').count() as u64 } else { 0 };
        next = at + 1 + if of.by_lines { cells.iter().map(breaks).sum() } else { 0 };
        let became = pages.of(at).await?;
        let two = match became {
            _ if Some(at) == heading => HEADINGS.map(|key| locale.say(key)),
            Some(became) => [outcome(&became, locale), mend(&became, locale)],
            None => Default::default(),
        };
        let two = two.map(|text| if text.is_empty() { Value::Empty } else { Value::Text(text) });
        let mut kept: Vec<Value> = cells
            .into_iter()
            .enumerate()
            .filter(|(n, _)| !dropped.contains(n))
            .map(|(_, cell)| cell)
            .collect();
        if of.first {
            kept.splice(0..0, two);
        } else {
            kept.resize(width, Value::Empty);
            kept.extend(two);
        }
        write(&kept)?;
    }
    Ok(())
}

fn rows<'a>(
    of: &'a Original<'_>,
) -> Result<Box<dyn Iterator<Item = std::result::Result<Row, decapolis_spreadsheets::Refusal>> + Send + 'a>> {
    of.grid.rows().map_err(|e| Error::Broken(format!("{}: {e}", of.file)))
}

/// What has to be known of a file before its first row is written back.
struct Shape {
    /// Places of columns that an earlier report added.
    dropped: BTreeSet<usize>,
    /// How many cells the longest row has without them.
    width: usize,
    /// The row of the headings; `None` if the first row holds data.
    heading: Option<u64>,
}

async fn shape(
    plan: &Plan,
    of: &Original<'_>,
    number: Option<usize>,
    known: &BTreeSet<String>,
) -> Result<Shape> {
    let first_row = "SELECT min(row) FROM lines WHERE file = ? AND outcome > 0";
    let asked = plan.stage.ask(first_row, [number.map(|n| n as i64).into()]).await?;
    let data = asked.first().map(|row| row.try_get_by_index::<Option<i64>>(0)).transpose()?.flatten();
    let data = data.map_or(u64::MAX, |row| row as u64);
    let (mut dropped, mut width, mut heading) = (BTreeSet::new(), 0, None);
    for row in rows(of)? {
        let row = row.map_err(|e| Error::Broken(format!("{}: {e}", of.file)))?;
        if row.number < data && (heading.is_none() || !of.first) {
            heading = of.heading.or(Some(row.number));
            let headed = row
                .cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| matches!(cell, Value::Text(t) if known.contains(t.trim())));
            dropped.extend(headed.map(|(n, _)| n));
        }
        width = width.max(row.cells.len());
        if of.first && heading.is_some() {
            break;
        }
    }
    width -= dropped.len().min(width);
    Ok(Shape { dropped, width, heading })
}

/// What became of the rows of a file, in their order.
struct Pages<'a> {
    plan: &'a Plan,
    number: Option<usize>,
    page: std::vec::IntoIter<Became>,
    after: u64,
    ended: bool,
    next: Option<Became>,
}

impl Pages<'_> {
    /// What became of this row; rows are asked in their order.
    async fn of(&mut self, row: u64) -> Result<Option<Became>> {
        loop {
            if self.next.is_none() {
                self.next = self.page.next();
            }
            match &self.next {
                Some(became) if became.row == row => return Ok(self.next.take()),
                Some(became) if became.row > row => return Ok(None),
                Some(_) => self.next = None,
                None if self.ended => return Ok(None),
                None => self.turn().await?,
            }
        }
    }

    async fn turn(&mut self) -> Result<()> {
        let (Some(number), stage) = (self.number, &self.plan.stage) else {
            self.ended = true;
            return Ok(());
        };
        let lines = format!(
            "SELECT row, max(outcome), group_concat(tab || ' ' || changed, char(10)) FROM lines WHERE file = ? AND row > ? GROUP BY row ORDER BY row LIMIT {CHUNK}"
        );
        let mut page = vec![];
        for row in stage.ask(&lines, [(number as i64).into(), (self.after as i64).into()]).await? {
            let (at, outcome): (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let changed: Option<String> = row.try_get_by_index(2)?;
            let changed = self.changed(number, &changed.unwrap_or_default());
            page.push(Became { row: at as u64, outcome: Outcome::of(outcome), changed, said: vec![] });
        }
        let Some(last) = page.last().map(|b| b.row) else {
            self.ended = true;
            return Ok(());
        };
        let problems = "SELECT row, name, meant, message, args, grave FROM problems WHERE file = ? AND row > ? AND row <= ? ORDER BY row, rowid";
        for row in stage
            .ask(problems, [(number as i64).into(), (self.after as i64).into(), (last as i64).into()])
            .await?
        {
            let (at, key, grave): (i64, i64, i64) =
                (row.try_get_by_index(0)?, row.try_get_by_index(3)?, row.try_get_by_index(5)?);
            let message = stage.message(key, &row.try_get_by_index::<String>(4)?);
            if let Ok(place) = page.binary_search_by_key(&(at as u64), |b| b.row) {
                // why a row was skipped for one table is not said of a row that another one took
                if grave > 0 || page[place].outcome == Outcome::Skipped {
                    let meant: Option<String> = row.try_get_by_index(2)?;
                    page[place]
                        .said
                        .push(((row.try_get_by_index(1)?, meant.and_then(|m| self.meant(&m))), message));
                }
            }
        }
        self.after = last;
        self.page = page.into_iter();
        Ok(())
    }

    /// The columns of a row that change: a line for each table, its number and names of columns parted by blanks.
    fn changed(&self, file: usize, lines: &str) -> Vec<Named> {
        let of_line = |line: &str| {
            let mut words = line.split_whitespace();
            let tab = words.next()?.parse::<usize>().ok()?;
            let header = self.plan.headers.get(&(file, tab))?;
            Some(words.map(|column| header.named(column)).collect::<Vec<_>>())
        };
        lines.lines().filter_map(of_line).flatten().collect()
    }

    /// What is meant, as it was staged: the table, a point, and the column.
    fn meant(&self, staged: &str) -> Option<Meant> {
        let (table, column) = staged.split_once('.')?;
        let (table, ..) = self.plan.tables.iter().find(|(t, ..)| t.name == table)?;
        Some(Meant { table: table.name, column: column.to_string() })
    }
}

fn outcome(became: &Became, locale: &Locale<'_>) -> String {
    let mut why: Vec<String> = vec![];
    for ((column, meant), message) in &became.said {
        let place = column_shown(column.as_deref(), meant.as_ref(), locale)
            .map(|c| format!("[{c}] "))
            .unwrap_or_default();
        let text = format!("{place}{}", locale.message(message));
        if !why.contains(&text) {
            why.push(text);
        }
    }
    let why = why.join(" ");
    match became.outcome {
        Outcome::New => locale.say("state-new"),
        Outcome::Same => locale.say("state-same"),
        Outcome::Removed => locale.say("state-removed"),
        Outcome::Changed => {
            let columns = became
                .changed
                .iter()
                .filter_map(|(column, meant)| column_shown(column.as_deref(), meant.as_ref(), locale));
            let columns: BTreeSet<String> = columns.collect();
            let columns = columns.into_iter().collect::<Vec<_>>().join(", ");
            locale.with("report-changed", &[("columns", columns.into())].into())
        }
        Outcome::Skipped => locale.with("report-skipped", &[("why", why.into())].into()),
        Outcome::Refused => locale.with("report-refused", &[("why", why.into())].into()),
    }
}

fn mend(became: &Became, locale: &Locale<'_>) -> String {
    if became.outcome != Outcome::Refused {
        return String::new();
    }
    let mut all: Vec<String> = vec![];
    for mend in became.said.iter().filter_map(|(_, message)| locale.mend(message)) {
        if !all.contains(&mend) {
            all.push(mend);
        }
    }
    all.join(" ")
}
