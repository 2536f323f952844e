//! What an import would do, worked out on a snapshot: nothing is written here.

use std::collections::{BTreeMap, HashMap};

use decapolis_base::Texts;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Asterisk, Query};

use super::cells::{Line, Revision, label_of, texts_over};
use super::checks::Standing;
use super::fields::is_code;
use super::names::Names;
use super::sheet::{Problem, Severity, Sheet};
use crate::errors::Result;
use crate::journal::{Cell, Heads, RowId, Values, Write};
use crate::schema::{Tables, stored};
use crate::table::{Kind, RECORDS, Table};
use crate::words::Message;

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

/// Works out what these sheets would do to the register.
pub async fn plan(db: &impl ConnectionTrait, tables: Tables, sheets: &[Sheet], mut problems: Vec<Problem>) -> Result<Plan> {
    let heads = Heads::read(db).await?;
    let mut planner = Planner {
        names: Names::default(),
        problems: std::mem::take(&mut problems),
        previews: vec![],
        writes: vec![],
        new_records: 0,
        labels: HashMap::new(),
    };
    let ask = Query::select().column(Asterisk).from("records").to_owned();
    for row in db.query_all(&ask).await? {
        let (id, kind, code): (RowId, String, String) = (row.try_get("", "id")?, row.try_get("", "kind")?, row.try_get("", "code")?);
        let values = stored(&RECORDS)
            .iter()
            .map(|(name, kind, _)| Ok((name.clone(), Cell::read(&row, name, *kind)?)))
            .collect::<Result<Values>>()?;
        let label = Texts::from_json(values["label"].text().unwrap_or_default());
        planner.names.add(id, &kind, &code, &label);
        planner.labels.insert(id, values);
    }
    let mut by_table: Vec<(&'static Table, Vec<&Sheet>)> = vec![];
    for sheet in sheets {
        match tables.named(&sheet.table) {
            Some(table) if !table.in_files => {
                planner.problem(sheet, None, None, Message::with("error-table-not-in-files", [("table", table.name.into())]));
            }
            Some(table) => {
                planner.check_header(table, sheet);
                match by_table.iter_mut().find(|(t, _)| t.name == table.name) {
                    Some((_, all)) => all.push(sheet),
                    None => by_table.push((table, vec![sheet])),
                }
            }
            None => {
                let all = tables.0.iter().filter(|t| t.in_files).map(|t| t.name).collect::<Vec<_>>().join(", ");
                planner.problem(
                    sheet,
                    None,
                    None,
                    Message::with("error-unknown-table", [("file", sheet.file.as_str().into()), ("tables", all.into())]),
                );
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
    Ok(Plan {
        previews: planner.previews,
        problems: planner.problems,
        writes: planner.writes,
        new_records: planner.new_records,
        heads,
        read,
    })
}

/// The rows of a table as they stand, by id.
pub(super) async fn present(db: &impl ConnectionTrait, table: &Table) -> Result<BTreeMap<RowId, Values>> {
    let columns = stored(table);
    let ask = Query::select().column(Asterisk).from(table.name).to_owned();
    let mut rows = BTreeMap::new();
    for row in db.query_all(&ask).await? {
        let values =
            columns.iter().map(|(name, kind, _)| Ok((name.clone(), Cell::read(&row, name, *kind)?))).collect::<Result<Values>>()?;
        rows.insert(row.try_get("", "id")?, values);
    }
    Ok(rows)
}

pub(super) struct Planner {
    pub(super) names: Names,
    /// Rows of `records`, by id.
    pub(super) labels: HashMap<RowId, Values>,
    pub(super) problems: Vec<Problem>,
    pub(super) previews: Vec<Preview>,
    pub(super) writes: Vec<(&'static Table, Vec<Write>)>,
    pub(super) new_records: usize,
}

impl Planner {
    pub(super) fn problem(&mut self, sheet: &Sheet, row: Option<usize>, column: Option<&str>, message: Message) {
        self.problems.push(Problem {
            file: sheet.file.clone(),
            row,
            column: column.map(str::to_string),
            message,
            severity: Severity::Error,
        });
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
                        self.problem(
                            sheet,
                            Some(*row),
                            Some("code"),
                            Message::with("error-code-of-other-kind", [("text", code.into()), ("kind", kind.into()), ("other", of.into())]),
                        );
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
        let mut by_key: HashMap<String, RowId> = if table.kind().is_some() {
            HashMap::new()
        } else {
            there.iter().map(|(id, values)| (natural_key(table, values), *id)).collect()
        };
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
