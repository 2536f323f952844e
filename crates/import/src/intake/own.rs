//! Sheets of workbooks that the register wrote itself, read as they were written.
//!
//! A sheet is the register's own if its name is that of a table and its first row has only names of that
//! table's columns, in one language. Then nothing is guessed: every row below is a row of the table, and
//! texts are not cleaned.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use decapolis_register::schema::Tables;
use decapolis_register::table::{Kind, Table};
use decapolis_spreadsheets::write::is_tab_of;
use decapolis_spreadsheets::{
    DateOrder, DetectedColumn, DetectedTable, Grid, Guess, Hints, Layout, Mark, Reads, Refusal, Value,
};
use decapolis_words::Words;

use super::check::column_of;
use super::mapping::{Mapping, TableMapping};
use super::propose::as_written;
use crate::transfer::{SAME_AS, column_words, headings};

/// The sheets that the register writes, in every language.
#[derive(Clone, Default)]
pub struct OwnSheets {
    all: Vec<Own>,
    /// The headings of the columns that the report of an import adds.
    reported: BTreeSet<String>,
}

/// A table as a workbook has it in one language.
#[derive(Clone)]
struct Own {
    table: &'static Table,
    name: String,
    /// By their headings, texts without the language behind them: the columns, and whether they hold texts.
    columns: HashMap<String, (&'static str, bool)>,
}

/// A sheet that the register wrote itself: its contents and how to read it.
pub struct OwnSheet {
    pub table: &'static str,
    pub found: DetectedTable,
    pub mapping: Mapping,
}

impl OwnSheets {
    pub fn of(words: &Words, tables: Tables) -> OwnSheets {
        let mut all = vec![];
        for language in words.languages() {
            for table in tables.0.iter().copied().filter(|t| t.in_files) {
                let key = format!("table-{}", table.name.replace('_', "-"));
                let said = |language| words.find(language, &key, &Default::default());
                if let Some(name) = said(language).or_else(|| said("en")) {
                    all.push(Own { table, name, columns: columns(words, language, table) });
                }
            }
        }
        OwnSheets { all, reported: headings(words) }
    }

    /// The sheet, where it is one of the register's own.
    pub fn knows(&self, grid: &dyn Grid) -> Result<Option<OwnSheet>, Refusal> {
        let Some(heading) = grid.rows()?.next().transpose()?.filter(|row| row.number == 1) else {
            return Ok(None);
        };
        let text =
            |cell: &Value| if let Value::Text(text) = cell { Some(text.trim().to_string()) } else { None };
        // a cell beyond the last heading holds nothing
        let filled =
            heading.cells.len() - heading.cells.iter().rev().take_while(|cell| cell.is_empty()).count();
        let Some(names) = heading.cells[..filled].iter().map(text).collect::<Option<Vec<_>>>() else {
            return Ok(None);
        };
        let known = self.all.iter().filter(|own| is_tab_of(grid.name(), &own.name));
        let Some((table, columns)) =
            known.filter_map(|own| Some((own.table, self.columns(own, &names)?))).next()
        else {
            return Ok(None);
        };
        let found = found(grid, table, &names, &columns)?;
        let origin =
            |(at, column): (&usize, &String)| (column.clone(), as_written(table, column, &names[*at]));
        let into = TableMapping {
            table: table.name.into(),
            columns: columns.iter().map(origin).collect(),
            ..TableMapping::default()
        };
        let mapping = Mapping { name: grid.name().to_string(), into: vec![into], ..Mapping::default() };
        Ok(Some(OwnSheet { table: table.name, found, mapping }))
    }

    /// The columns of the table by their positions. `None` if a heading is no column of the table or occurs twice, or if a column of the
    /// key is missing.
    fn columns(&self, own: &Own, names: &[String]) -> Option<BTreeMap<usize, String>> {
        let mut columns = BTreeMap::new();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !self.reported.contains(*name)) {
            let column = own.column(name)?;
            if columns.values().any(|other| *other == column) {
                return None;
            }
            columns.insert(at, column);
        }
        let has = |name: &&str| columns.values().any(|column| column == name);
        let key = if own.table.kind().is_some() { &["code"][..] } else { own.table.key };
        key.iter().all(has).then_some(columns)
    }
}

impl Own {
    fn column(&self, heading: &str) -> Option<String> {
        match self.columns.get(heading) {
            Some((name, true)) if *name != "label" => return Some(format!("{name}_und")),
            Some((name, _)) => return Some(name.to_string()),
            None => {}
        }
        let (words, tag) = heading.strip_suffix(')')?.rsplit_once(" (")?;
        let (name, texts) = self.columns.get(words)?;
        let column = format!("{name}_{tag}");
        (*texts && (tag == "original" && *name != "label" || column_of(self.table, &column).is_some()))
            .then_some(column)
    }
}

fn columns(words: &Words, language: &str, table: &'static Table) -> HashMap<String, (&'static str, bool)> {
    let records: &[(&str, bool)] = if table.kind().is_some() {
        &[("code", false), ("label", true), ("original", false), ("public", false), (SAME_AS, false)]
    } else {
        &[]
    };
    let own = table.columns.iter().map(|c| (c.name, c.kind == Kind::Texts));
    let common = ["source", "nature", "revision"].map(|name| (name, false));
    let headed = |(name, texts): (&'static str, bool)| {
        let said = |language| column_words(words, language, table.name, name);
        (said(language).or_else(|| said("en")).unwrap_or_else(|| name.to_string()), (name, texts))
    };
    let mut all = HashMap::new();
    for (heading, column) in records.iter().copied().chain(own).chain(common).map(headed) {
        all.entry(heading).or_insert(column);
    }
    all
}

/// The table as the register wrote it: the heading is in the first row, and every row below is one of its rows.
fn found(
    grid: &dyn Grid,
    table: &Table,
    names: &[String],
    columns: &BTreeMap<usize, String>,
) -> Result<DetectedTable, Refusal> {
    // somebody may have written into it in a way of their own: 1.234,5
    let hints = Hints { heading: Some(vec![1]), ..Hints::default() };
    let guessed = decapolis_spreadsheets::find(grid, &hints)?.into_iter().find(|found| found.heading == [1]);
    let guess = |at: usize, column: Option<&String>| {
        let usual = usual(column.and_then(|column| column_of(table, column)));
        let seen =
            guessed.iter().flat_map(|found| &found.columns).find(|c| c.at == at).map(|c| c.guess.clone());
        // only its marks, where they are certain, and its order are theirs: what else a column is like says nothing here
        let seen = seen.filter(|guess| {
            guess.mark != Mark::Open && std::mem::discriminant(&guess.reads) == std::mem::discriminant(&usual)
        });
        let as_we_write =
            || Guess { reads: usual, sure: 1.0, mark: Mark::Shown, examples: vec![], odd: vec![] };
        seen.unwrap_or_else(as_we_write)
    };
    let column = |(at, name): (usize, &String)| DetectedColumn {
        at,
        heading: vec![name.clone()],
        guess: guess(at, columns.get(&at)),
    };
    // what no cell proves is asked, also where a guess would be made
    let days = |at: usize| {
        let seen =
            guessed.as_ref().and_then(|found| Some((found, found.columns.iter().position(|c| c.at == at)?)));
        (at, seen.map(|(found, n)| found.days(n).of_any_year()).unwrap_or_default())
    };
    Ok(DetectedTable {
        rows: (2, guessed.as_ref().map_or(u64::MAX, |found| found.rows.1)),
        heading: vec![1],
        columns: names.iter().enumerate().map(column).collect(),
        notes: vec![],
        sure: 1.0,
        layout: Layout::of_days((0..names.len()).map(days).collect()),
    })
}

/// How a column of this kind is read where nothing says otherwise.
fn usual(kind: Option<Kind>) -> Reads {
    match kind {
        Some(Kind::Int) => Reads::Whole { grouping: None },
        Some(Kind::Number | Kind::Money(_)) => Reads::Number { decimal: '.', grouping: None },
        Some(Kind::Day | Kind::Bound) => Reads::Day { order: DateOrder::DayMonthYear },
        Some(Kind::Bool) => Reads::YesNo,
        _ => Reads::Text,
    }
}
