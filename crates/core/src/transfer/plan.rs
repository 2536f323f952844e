//! What an import would do, worked out on a snapshot: nothing is written here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use decapolis_base::Texts;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query};

use super::fields::{self, FOR_FACTS, FOR_RECORDS, is_code};
use super::sheet::{Problem, Severity, Sheet};
use crate::errors::Result;
use crate::journal::{Cell, Heads, RowId, Values, Write};
use crate::schema::{Tables, stored};
use crate::table::{ANY, Column, FACT_COLUMNS, Kind, RECORDS, Table};
use crate::words::{Args, Message};

/// What becomes of the rows of one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    pub table: &'static str,
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub removed: usize,
    pub warnings: usize,
    pub errors: usize,
}

/// What becomes of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    Changed,
    Same,
    Removed,
}

/// An import, ready to be written unless it has problems.
pub struct Plan {
    pub previews: Vec<Preview>,
    pub problems: Vec<Problem>,
    /// Revisions by table, in an order in which nothing refers to what is not there yet. New records have ids below zero.
    pub(super) writes: Vec<(&'static Table, Vec<Write>)>,
    pub(super) new_records: usize,
    /// The tables as they stood when they were read.
    pub(super) heads: Heads,
    pub(super) read: Vec<&'static Table>,
}

impl Plan {
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|p| p.severity == Severity::Error).count()
    }
    pub fn changes_nothing(&self) -> bool {
        self.writes.iter().all(|(_, w)| w.is_empty())
    }
}

/// How a row of a file revises one that is there.
#[derive(Clone, Copy, PartialEq)]
enum Revision {
    Change,
    Correction,
    Removal,
}

/// The records there are, and will be: by code, and by name within a kind.
#[derive(Default)]
struct Names {
    codes: HashMap<String, (RowId, String)>,
    names: HashMap<(String, String), Vec<RowId>>,
}

impl Names {
    fn add(&mut self, id: RowId, kind: &str, code: &str, label: &Texts) {
        self.codes.insert(code.to_string(), (id, kind.to_string()));
        let mut said = BTreeSet::new();
        for (_, words) in label.iter() {
            if said.insert(words.to_lowercase()) {
                let ids = self.names.entry((kind.to_string(), words.to_lowercase())).or_default();
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
    }

    fn find(&self, kind: &str, text: &str) -> std::result::Result<RowId, Message> {
        let said = |key, args: Args| Err(Message { key, args });
        match self.codes.get(text) {
            Some((id, of)) if kind == ANY || of == kind => return Ok(*id),
            Some((_, of)) => return said("error-code-of-other-kind", [("text", text.into()), ("kind", kind.into()), ("other", of.as_str().into())].into()),
            None => {}
        }
        match self.names.get(&(kind.to_string(), text.to_lowercase())).map(Vec::as_slice) {
            Some([id]) => Ok(*id),
            Some(_) => said("error-ambiguous-name", [("text", text.into()), ("kind", kind.into())].into()),
            None => said("error-unknown-code", [("text", text.into()), ("kind", kind.into())].into()),
        }
    }
}

/// A row of a file, with its place.
struct Line<'a> {
    sheet: &'a Sheet,
    row: usize,
    cells: &'a [String],
}

impl Line<'_> {
    fn cell(&self, name: &str) -> Option<&str> {
        self.sheet.header.iter().position(|h| h == name).map(|n| self.cells[n].as_str())
    }
}

/// Works out what these sheets would do to the register.
pub async fn plan(db: &impl ConnectionTrait, tables: Tables, sheets: &[Sheet], mut problems: Vec<Problem>) -> Result<Plan> {
    let heads = Heads::read(db).await?;
    let mut planner = Planner { names: Names::default(), problems: std::mem::take(&mut problems), previews: vec![], writes: vec![], new_records: 0, labels: HashMap::new() };
    let ask = Query::select().column(Asterisk).from("records").to_owned();
    for row in db.query_all(&ask).await? {
        let (id, kind, code): (RowId, String, String) = (row.try_get("", "id")?, row.try_get("", "kind")?, row.try_get("", "code")?);
        let values = stored(&RECORDS).iter().map(|(name, kind, _)| Ok((name.clone(), Cell::read(&row, name, *kind)?))).collect::<Result<Values>>()?;
        let label = Texts::from_json(values["label"].text().unwrap_or_default());
        planner.names.add(id, &kind, &code, &label);
        planner.labels.insert(id, values);
    }
    let mut by_table: Vec<(&'static Table, Vec<&Sheet>)> = vec![];
    for sheet in sheets {
        match tables.named(&sheet.table) {
            Some(table) => {
                planner.check_header(table, sheet);
                match by_table.iter_mut().find(|(t, _)| t.name == table.name) {
                    Some((_, all)) => all.push(sheet),
                    None => by_table.push((table, vec![sheet])),
                }
            }
            None => {
                let all = tables.0.iter().map(|t| t.name).collect::<Vec<_>>().join(", ");
                planner.problem(sheet, None, None, Message::with("error-unknown-table", [("file", sheet.file.as_str().into()), ("tables", all.into())]));
            }
        }
    }
    // records before facts, each in the order of the modules
    by_table.sort_by_key(|(table, _)| (table.kind().is_none(), tables.0.iter().position(|t| t.name == table.name)));
    let mut read = vec![&RECORDS];
    // every code is known before any reference is looked up
    for (table, sheets) in by_table.iter().filter(|(t, _)| t.kind().is_some()) {
        planner.collect_codes(table, sheets);
    }
    for (table, sheets) in by_table {
        read.push(table);
        let there = present(db, table).await?;
        planner.table(table, &sheets, there);
    }
    Ok(Plan { previews: planner.previews, problems: planner.problems, writes: planner.writes, new_records: planner.new_records, heads, read })
}

/// The rows of a table as they stand, by id.
async fn present(db: &impl ConnectionTrait, table: &Table) -> Result<BTreeMap<RowId, Values>> {
    let columns = stored(table);
    let ask = Query::select().column(Asterisk).from(table.name).and_where(Expr::col("id").gt(0i64)).to_owned();
    let mut rows = BTreeMap::new();
    for row in db.query_all(&ask).await? {
        let values = columns.iter().map(|(name, kind, _)| Ok((name.clone(), Cell::read(&row, name, *kind)?))).collect::<Result<Values>>()?;
        rows.insert(row.try_get("", "id")?, values);
    }
    Ok(rows)
}

struct Planner {
    names: Names,
    /// Rows of `records`, by id.
    labels: HashMap<RowId, Values>,
    problems: Vec<Problem>,
    previews: Vec<Preview>,
    writes: Vec<(&'static Table, Vec<Write>)>,
    new_records: usize,
}

/// The rows of a table as they would stand, for the rules that look at several of them.
struct Standing {
    rows: BTreeMap<RowId, Values>,
    /// Where a row that is touched comes from.
    places: HashMap<RowId, (String, usize)>,
}

impl Planner {
    fn problem(&mut self, sheet: &Sheet, row: Option<usize>, column: Option<&str>, message: Message) {
        self.problems.push(Problem { file: sheet.file.clone(), row, column: column.map(str::to_string), message, severity: Severity::Error });
    }

    fn check_header(&mut self, table: &'static Table, sheet: &Sheet) {
        let common = if table.kind().is_some() { FOR_RECORDS } else { FOR_FACTS };
        let known = |name: &str| common.contains(&name) || table.column(name).is_some_and(|c| c.kind != Kind::Texts) || language_column(table, name).is_some();
        let unknown: Vec<&String> = sheet.header.iter().filter(|name| !known(name)).collect();
        let all = common.iter().copied().chain(table.columns.iter().map(|c| c.name)).collect::<Vec<_>>().join(", ");
        for name in unknown {
            self.problem(sheet, Some(1), Some(name), Message::with("error-unknown-column", [("column", name.as_str().into()), ("columns", all.clone().into())]));
        }
        // an amount without its currency would be read in cents of nothing
        for column in table.columns.iter().filter(|c| sheet.header.iter().any(|h| h == c.name)) {
            if let Kind::Money(currency) = column.kind
                && !sheet.header.iter().any(|h| h == currency)
            {
                self.problem(sheet, Some(1), Some(currency), Message::with("error-missing-column", [("column", currency.into())]));
            }
        }
        let needed = if table.kind().is_some() { &["code"][..] } else { table.key };
        for name in needed.iter().filter(|name| !sheet.header.iter().any(|h| h == *name) && table.column(name).is_none_or(|c| c.required)) {
            self.problem(sheet, Some(1), Some(name), Message::with("error-missing-column", [("column", (*name).into())]));
        }
    }

    fn collect_codes(&mut self, table: &'static Table, sheets: &[&Sheet]) {
        let kind = table.kind().expect("a table of records");
        for sheet in sheets {
            for (row, cells) in &sheet.rows {
                let line = Line { sheet, row: *row, cells };
                let Some(code) = line.cell("code") else { continue };
                if !is_code(code) {
                    self.problem(sheet, Some(*row), Some("code"), Message::with("error-bad-code", [("text", code.into())]));
                    continue;
                }
                let label = label_of(&line, &Texts::new());
                match self.names.codes.get(code) {
                    Some((_, of)) if of != kind => {
                        let of = of.clone();
                        self.problem(sheet, Some(*row), Some("code"), Message::with("error-code-of-other-kind", [("text", code.into()), ("kind", kind.into()), ("other", of.into())]));
                    }
                    Some((id, _)) => {
                        let id = *id;
                        self.names.add(id, kind, code, &label);
                    }
                    None => {
                        self.new_records += 1;
                        let id = -(self.new_records as RowId);
                        self.names.add(id, kind, code, &label);
                    }
                }
            }
        }
    }

    fn table(&mut self, table: &'static Table, sheets: &[&Sheet], there: BTreeMap<RowId, Values>) {
        let mut preview = Preview { table: table.name, ..Default::default() };
        let mut by_key: HashMap<String, RowId> = if table.kind().is_some() { HashMap::new() } else { there.iter().map(|(id, values)| (natural_key(table, values), *id)).collect() };
        let mut standing = Standing { rows: there, places: HashMap::new() };
        let mut seen: HashMap<String, usize> = HashMap::new();
        let (mut writes, mut record_writes) = (Sorted::default(), Sorted::default());
        let mut next_new_fact: RowId = i64::MIN / 2;
        for sheet in sheets {
            for (row, cells) in &sheet.rows {
                let line = Line { sheet, row: *row, cells };
                let problems = self.problems.len();
                let revision = self.revision(&line);
                let given = self.values(table, &line);
                if self.problems.len() > problems {
                    continue;
                }
                let (key, id) = if table.kind().is_some() {
                    let code = line.cell("code").unwrap_or_default().to_string();
                    let Some((id, _)) = self.names.codes.get(&code) else { continue };
                    (code, Some(*id))
                } else {
                    let key = natural_key(table, &given);
                    (key.clone(), by_key.get(&key).copied())
                };
                if let Some(first) = seen.insert(key.clone(), *row) {
                    self.problem(sheet, Some(*row), Some(table.key[0]), Message::with("error-key-twice", [("row", first.into())]));
                    continue;
                }
                let existing = id.filter(|id| standing.rows.contains_key(id));
                let outcome = match (revision, existing) {
                    (Revision::Removal, None) => {
                        self.problem(sheet, Some(*row), Some("revision"), Message::new("error-removal-of-unknown"));
                        continue;
                    }
                    (Revision::Removal, Some(id)) => {
                        standing.rows.remove(&id);
                        writes.removals.push(Write::Remove(id));
                        if table.kind().is_some() {
                            record_writes.removals.push(Write::Remove(id));
                        }
                        Outcome::Removed
                    }
                    (_, Some(id)) => {
                        let old = &standing.rows[&id];
                        let new = merged(table, &line, old, &given);
                        let mut changed = new != *old;
                        self.check_required(table, &line, &new);
                        if changed {
                            writes.changes.push(revised(revision, id, new.clone()));
                        }
                        if table.kind().is_some() {
                            let old = self.labels[&id].clone();
                            let record = self.record(table, &line, Some(&old));
                            self.check_label(&line, &record);
                            if record != old {
                                changed = true;
                                record_writes.changes.push(revised(revision, id, record));
                            }
                        }
                        standing.rows.insert(id, new);
                        standing.places.insert(id, (sheet.file.clone(), *row));
                        if changed { Outcome::Changed } else { Outcome::Same }
                    }
                    (_, None) => {
                        self.check_required(table, &line, &given);
                        let new = whole(table, given);
                        let id = if table.kind().is_some() {
                            let id = id.expect("codes are collected first");
                            let record = self.record(table, &line, None);
                            self.check_label(&line, &record);
                            record_writes.inserts.push(Write::Insert(Some(id), record));
                            writes.inserts.push(Write::Insert(Some(id), new.clone()));
                            id
                        } else {
                            next_new_fact += 1;
                            writes.inserts.push(Write::Insert(None, new.clone()));
                            by_key.insert(key, next_new_fact);
                            next_new_fact
                        };
                        standing.rows.insert(id, new);
                        standing.places.insert(id, (sheet.file.clone(), *row));
                        Outcome::New
                    }
                };
                match outcome {
                    Outcome::New => preview.new += 1,
                    Outcome::Changed => preview.changed += 1,
                    Outcome::Same => preview.same += 1,
                    Outcome::Removed => preview.removed += 1,
                }
            }
        }
        self.check_rows(table, sheets, &standing);
        let count = |severity| self.problems.iter().filter(|p| p.severity == severity && sheets.iter().any(|s| s.file == p.file)).count();
        (preview.errors, preview.warnings) = (count(Severity::Error), count(Severity::Warning));
        self.previews.push(preview);
        // removed: what a kind has besides, then the record; made: the record first
        self.writes.push((table, writes.removals));
        self.writes.push((&RECORDS, record_writes.removals));
        self.writes.push((&RECORDS, [record_writes.changes, record_writes.inserts].concat()));
        self.writes.push((table, [writes.changes, writes.inserts].concat()));
    }

    fn revision(&mut self, line: &Line<'_>) -> Revision {
        match line.cell("revision").unwrap_or_default() {
            "" | "change" => Revision::Change,
            "correction" => Revision::Correction,
            "removal" => Revision::Removal,
            other => {
                let message = Message::with("error-not-a-choice", [("text", other.into()), ("choices", "change, correction, removal".into())]);
                self.problem(line.sheet, Some(line.row), Some("revision"), message);
                Revision::Change
            }
        }
    }

    /// The stored values of the columns the file has.
    fn values(&mut self, table: &'static Table, line: &Line<'_>) -> Values {
        let mut values = Values::new();
        let facts: &[Column] = if table.kind().is_none() { FACT_COLUMNS } else { &[] };
        for column in table.columns.iter().chain(facts) {
            if column.kind == Kind::Texts {
                if let Some(texts) = texts_over(table, line, column.name, &Texts::new()) {
                    values.insert(column.name.to_string(), texts);
                }
                continue;
            }
            if column.name == "illustrative" && table.kind().is_none() {
                if let Some(nature) = self.nature(line) {
                    values.insert("illustrative".into(), nature);
                }
                continue;
            }
            let Some(text) = line.cell(column.name) else { continue };
            let read = match column.kind {
                Kind::Ref(_) if text.is_empty() => Ok(vec![(column.name.to_string(), Cell::Null)]),
                Kind::Ref(kind) => self.names.find(kind, text).map(|id| vec![(column.name.to_string(), Cell::Int(id))]),
                Kind::Money(currency) => fields::read(column, text, line.cell(currency).unwrap_or_default()),
                _ => fields::read(column, text, ""),
            };
            match read {
                Ok(cells) => values.extend(cells),
                Err(message) => {
                    // a mandate whose post is not there is told so in its own words
                    let message = if message.key == "error-unknown-code" && column.name == "post" { Message { key: "error-mandate-without-post", ..message } } else { message };
                    self.problem(line.sheet, Some(line.row), Some(column.name), message);
                }
            }
        }
        values
    }

    fn nature(&mut self, line: &Line<'_>) -> Option<Cell> {
        match line.cell("nature")? {
            "real" | "" => Some(Cell::Bool(false)),
            "illustrative" => Some(Cell::Bool(true)),
            other => {
                let message = Message::with("error-not-a-choice", [("text", other.into()), ("choices", "real, illustrative".into())]);
                self.problem(line.sheet, Some(line.row), Some("nature"), message);
                None
            }
        }
    }

    /// The row of `records`: what the file says over what is there.
    fn record(&mut self, table: &'static Table, line: &Line<'_>, old: Option<&Values>) -> Values {
        let mut record = old.cloned().unwrap_or_default();
        let kind = table.kind().expect("a table of records");
        let label = label_of(line, &old.map(|o| Texts::from_json(o["label"].text().unwrap_or_default())).unwrap_or_default());
        record.insert("kind".into(), Cell::Text(kind.into()));
        record.insert("code".into(), Cell::Text(line.cell("code").unwrap_or_default().into()));
        record.insert("sorting".into(), Cell::Text(crate::words::sorting(label.words("und"))));
        record.insert("label".into(), Cell::Text(label.to_json()));
        match line.cell("public") {
            Some("no") => drop(record.insert("public".into(), Cell::Bool(false))),
            Some("yes" | "") => drop(record.insert("public".into(), Cell::Bool(true))),
            Some(other) => self.problem(line.sheet, Some(line.row), Some("public"), Message::with("error-not-yes-or-no", [("text", other.into())])),
            None => drop(record.entry("public".into()).or_insert(Cell::Bool(true))),
        }
        if let Some(source) = line.cell("source") {
            record.insert("source".into(), if source.is_empty() { Cell::Null } else { Cell::Text(source.into()) });
        }
        if let Some(nature) = self.nature(line) {
            record.insert("illustrative".into(), nature);
        }
        record.entry("illustrative".into()).or_insert(Cell::Bool(false));
        record.entry("source".into()).or_insert(Cell::Null);
        record
    }

    fn check_required(&mut self, table: &'static Table, line: &Line<'_>, values: &Values) {
        for column in table.columns.iter().filter(|c| c.required && values.get(c.name).is_none_or(|v| *v == Cell::Null)) {
            self.problem(line.sheet, Some(line.row), Some(column.name), Message::with("error-required", [("column", column.name.into())]));
        }
    }

    fn check_label(&mut self, line: &Line<'_>, record: &Values) {
        if record["label"].text().is_none_or(|l| l == "{}") {
            self.problem(line.sheet, Some(line.row), Some("label"), Message::with("error-required", [("column", "label".into())]));
        }
    }

    /// The rules that look at whole rows, and at several of one owner, for the rows this import touches.
    fn check_rows(&mut self, table: &'static Table, sheets: &[&Sheet], standing: &Standing) {
        let at = |id: &RowId| standing.places.get(id).and_then(|(file, row)| sheets.iter().find(|s| s.file == *file).map(|s| (*s, *row)));
        let mut touched: Vec<&RowId> = standing.places.keys().collect();
        touched.sort_by_key(|id| standing.places[*id].clone());
        for id in &touched {
            let (values, Some((sheet, row))) = (&standing.rows[*id], at(id)) else { continue };
            if let Some((column, key)) = table.check.and_then(|check| check(values)) {
                self.problem(sheet, Some(row), Some(column), Message::new(key));
            }
            if let Some((from, until)) = table.span {
                let (first, last) = (values.get(from).and_then(Cell::int), values.get(&format!("{until}_last")).and_then(Cell::int));
                if let (Some(first), Some(last)) = (first, last)
                    && last < first
                {
                    self.problem(sheet, Some(row), Some(until), Message::new("error-end-before-start"));
                }
            }
        }
        let (Some(rule), Some((from, until))) = (table.no_overlap, table.span) else { return };
        let owner = |values: &Values| rule.per.iter().map(|c| format!("{:?}", values.get(*c))).collect::<Vec<_>>().join("|");
        let owners: BTreeSet<String> = touched.iter().map(|id| owner(&standing.rows[*id])).collect();
        let mut by_owner: BTreeMap<String, Vec<(&RowId, &Values)>> = BTreeMap::new();
        for (id, values) in &standing.rows {
            let of = owner(values);
            if owners.contains(&of) {
                by_owner.entry(of).or_default().push((id, values));
            }
        }
        let day = |values: &Values, column: &str, open: i64| values.get(column).and_then(Cell::int).unwrap_or(open);
        for rows in by_owner.values() {
            for (n, (id, a)) in rows.iter().enumerate() {
                for (other, b) in &rows[..n] {
                    // they surely overlap when the later sure beginning lies before the earlier sure end
                    let begin = Ord::max(day(a, &format!("{from}_last"), 0), day(b, &format!("{from}_last"), 0));
                    let end = Ord::min(day(a, until, i64::MAX), day(b, until, i64::MAX));
                    if begin > end {
                        continue;
                    }
                    let Some(((sheet, row), with)) = at(id).map(|place| (place, b)).or_else(|| at(other).map(|place| (place, a))) else { continue };
                    let column = table.column(from).expect("the span's column");
                    let written = fields::write(column, &Cell::Int(day(with, from, 0)), &Cell::Int(day(with, &format!("{from}_last"), 0)), "");
                    self.problem(sheet, Some(row), Some(from), Message::with("error-overlap", [("other", written.into())]));
                }
            }
        }
    }
}

/// Revisions by the order in which they may be written.
#[derive(Default)]
struct Sorted {
    removals: Vec<Write>,
    changes: Vec<Write>,
    inserts: Vec<Write>,
}

fn revised(revision: Revision, id: RowId, values: Values) -> Write {
    if revision == Revision::Correction { Write::Correct(id, values) } else { Write::Change(id, values) }
}

/// What tells facts of a table apart, as text.
fn natural_key(table: &Table, values: &Values) -> String {
    table.key.iter().map(|c| format!("{:?}", values.get(*c).unwrap_or(&Cell::Null))).collect::<Vec<_>>().join("|")
}

/// What a line says over what is there: texts keep the languages the file does not have.
fn merged(table: &Table, line: &Line<'_>, old: &Values, given: &Values) -> Values {
    let mut new = old.clone();
    for (name, cell) in given {
        let texts = table.column(name).is_some_and(|c| c.kind == Kind::Texts);
        let over = if texts { texts_over(table, line, name, &Texts::from_json(old[name].text().unwrap_or("{}"))) } else { None };
        new.insert(name.clone(), over.unwrap_or_else(|| cell.clone()));
    }
    new
}

/// A new row: every stored column has a value.
fn whole(table: &Table, mut given: Values) -> Values {
    for (name, kind, null) in stored(table) {
        given.entry(name).or_insert(if !null && kind == Kind::Bool { Cell::Bool(false) } else { Cell::Null });
    }
    given
}

/// The language of a column like `summary_es`, where the table has texts `summary` (or it is a label).
fn language_column<'a>(table: &Table, name: &'a str) -> Option<(&'a str, &'a str)> {
    let (column, language) = name.rsplit_once('_')?;
    let texts = table.column(column).is_some_and(|c| c.kind == Kind::Texts) || (column == "label" && table.kind().is_some());
    (texts && (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')).then_some((column, language))
}

/// The texts of a line's columns over those that are there: an empty cell takes its language away. `None` where the file has no column of
/// it.
fn texts_over(table: &Table, line: &Line<'_>, column: &str, old: &Texts) -> Option<Cell> {
    let mut texts = old.clone();
    let mut any = false;
    for (name, cell) in line.sheet.header.iter().zip(line.cells) {
        if let Some((of, language)) = language_column(table, name)
            && of == column
        {
            any = true;
            texts.set(language, cell);
        }
    }
    any.then(|| if texts.is_empty() { Cell::Null } else { Cell::Text(texts.to_json()) })
}

/// A record's label: what the line says over what is there, the original language first.
fn label_of(line: &Line<'_>, old: &Texts) -> Texts {
    let mut label = old.clone();
    let mut given = Texts::new();
    for (name, cell) in line.sheet.header.iter().zip(line.cells) {
        let language = if name == "label" { Some("und") } else { name.strip_prefix("label_") };
        if let Some(language) = language {
            label.set(language, cell);
            given.set(language, cell);
        }
    }
    match line.cell("original").filter(|l| !l.is_empty()) {
        Some(original) if label.get(original).is_some() => {
            let mut first = Texts::new();
            first.set(original, label.get(original).unwrap_or_default());
            for (language, words) in label.iter().filter(|(l, _)| *l != original) {
                first.set(language, words);
            }
            first
        }
        _ => label,
    }
}
