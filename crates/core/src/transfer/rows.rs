//! What becomes of the rows of a table: read, looked up, decided and staged a chunk at a time.

use std::collections::{HashMap, HashSet};

use decapolis_base::Texts;
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

use super::cells::{self, Revision, Row, Wrong, texts_over};
use super::door::{self, SAME_AS};
use super::names;
use super::plan::{Outcome, Planner, Source, Tab};
use super::register;
use super::same;
use super::stage::{CHUNK, How, Place, Staged, bytes_of, bytes_of_cells};
use crate::errors::Result;
use crate::journal::RowId;
use crate::message::Message;
use crate::rules::{self, Kinds, owner_columns};
use crate::schema::stored;
use crate::table::{Column, Kind, RECORDS, Table};
use crate::transfer::lines::{Line, kept};
use crate::transfer::problems::{Problem, Severity};
use crate::value::{Cell, Values};

/// A line of a file, as the plan meets it.
pub(super) enum Met {
    Row(Row),
    Skipped(Place, Message),
    Refused(Place, Problem),
    /// The file cannot be read to its end.
    Broken(Problem),
}

impl Source<'_> {
    /// Goes through the lines from the first.
    pub(super) fn met(&self) -> Box<dyn Iterator<Item = Met> + Send + '_> {
        let place = |row| Place { file: self.file, row };
        match self.lines.lines() {
            Err(problem) => Box::new(std::iter::once(Met::Broken(problem))),
            Ok(lines) => Box::new(lines.map(move |line| match line {
                Ok(Line::Row { number, cells }) => match self.control_character(number, &cells) {
                    Some(problem) => Met::Refused(place(number), problem),
                    None => {
                        let cells = cells.into_iter().map(kept).collect();
                        Met::Row(Row { header: self.header.clone(), place: place(number), cells })
                    }
                },
                Ok(Line::Skipped { number, why }) => Met::Skipped(place(number), why),
                Ok(Line::Refused { number, problem }) => Met::Refused(place(number), problem),
                Err(problem) => Met::Broken(problem),
            })),
        }
    }

    /// A cell of the row that holds a character which no text may hold.
    fn control_character(&self, number: u64, cells: &[String]) -> Option<Problem> {
        let (at, character) = cells.iter().enumerate().find_map(|(at, cell)| Some((at, rules::control_character(cell)?)))?;
        let (column, meant) = self.lines.header().get(at).map(|name| self.header.named(name)).unwrap_or_default();
        Some(Problem {
            file: self.lines.file().to_string(),
            row: Some(number as usize),
            column,
            meant,
            message: rules::has_control_character(character),
            severity: Severity::Error,
        })
    }
}

/// A row as it was read, before it is held against the register.
pub(super) struct Read {
    pub(super) row: Row,
    pub(super) revision: Revision,
    pub(super) given: Values,
    /// What tells the row apart from others of its table, as a digest; none where it cannot be told.
    pub(super) key: Option<String>,
    pub(super) wrong: Wrong,
    /// What need not be mended.
    pub(super) mild: Option<Message>,
}

/// What stands in the register of the rows of a chunk.
pub(super) struct There {
    /// Of facts by the digest of their key, of records by their id.
    pub(super) by_key: HashMap<String, (RowId, Values)>,
    pub(super) by_id: HashMap<RowId, Values>,
    pub(super) records: HashMap<RowId, Values>,
    pub(super) codes: HashMap<String, (RowId, String)>,
    /// Rows of the files that had these keys before, by number.
    pub(super) taken: HashMap<String, u64>,
    /// Rows that are records under another code.
    pub(super) same: HashMap<String, RowId>,
    /// Rows that are asked about.
    pub(super) open: HashSet<String>,
    /// The kinds of the records that these rows refer to, and that those in the register do.
    pub(super) kinds: Kinds,
}

impl There {
    /// What rows of the register refer to was checked when they were written.
    fn trust_references(&mut self, table: &'static Table) {
        for column in table.columns {
            let Kind::Ref(kind) = column.kind else { continue };
            let rows = self.by_id.values().chain(self.by_key.values().map(|(_, values)| values));
            rows.filter_map(|values| values.get(column.name)?.int()).for_each(|id| self.kinds.trust(id, kind));
        }
    }

    /// What is wrong with a row as it will be.
    pub(super) fn check(&self, table: &'static Table, row: &Row, values: &Values, wrong: &mut Wrong) {
        let is_currency = |name: &str| table.columns.iter().any(|c| matches!(c.kind, Kind::Money(currency) if currency == name));
        for fault in rules::of_row(table, 0, values, &self.kinds) {
            // an amount in a file without its currency was told with the header
            if !(is_currency(fault.column) && row.cell(fault.column).is_none()) {
                wrong.push((fault.column.into(), fault.message));
            }
        }
    }
}

impl<C: ConnectionTrait> Planner<'_, C> {
    pub(super) async fn stage_table(&mut self, tab: &Tab<'_>) -> Result<()> {
        for source in &tab.sources {
            let mut met = source.met();
            loop {
                let (mut rows, mut idle, mut count) = (vec![], vec![], 0);
                for line in met.by_ref().take(CHUNK) {
                    count += 1;
                    match line {
                        Met::Row(row) => rows.push(row),
                        Met::Skipped(place, why) => {
                            self.stage.note_skipped(place.file, place.row, &why).await?;
                            idle.push(Staged::idle(tab.number, place, Outcome::Skipped));
                        }
                        Met::Refused(place, problem) => {
                            self.add(place, problem).await?;
                            idle.push(Staged::idle(tab.number, place, Outcome::Refused));
                        }
                        Met::Broken(problem) => self.block(problem),
                    }
                }
                if count == 0 {
                    break;
                }
                let mut staged = self.decide(tab, rows).await?;
                staged.extend(idle);
                for line in &mut staged {
                    self.lines += 1;
                    line.n = self.lines;
                }
                self.stage.add_lines(&staged).await?;
            }
        }
        Ok(())
    }

    async fn decide(&mut self, tab: &Tab<'_>, rows: Vec<Row>) -> Result<Vec<Staged>> {
        let table = tab.table;
        let mut references = names::references(self.db, Some(&self.stage), table, &rows.iter().collect::<Vec<_>>()).await?;
        let mut read: Vec<Read> = rows
            .into_iter()
            .map(|row| {
                let mut wrong = vec![];
                let revision = cells::revision(&row, &mut wrong);
                let given = cells::values(table, &row, &references, &mut wrong);
                let key = wrong.is_empty().then(|| match table.kind() {
                    Some(_) => digest(row.cell("code").unwrap_or_default().as_bytes()),
                    None => digest(&bytes_of_cells(key_of(table, &given).iter())),
                });
                Read { row, revision, given, key, wrong, mild: None }
            })
            .collect();
        let mut there = self.there(tab, &mut read).await?;
        there.kinds = std::mem::take(&mut references.kinds);
        there.trust_references(table);
        let mut staged = vec![];
        for read in &mut read {
            let line = decide_row(tab, read, &mut there);
            for (column, message) in std::mem::take(&mut read.wrong) {
                self.problem(&read.row.header, read.row.place, &column, message).await?;
            }
            if let Some(message) = read.mild.take() {
                self.warn(&read.row.header, read.row.place, SAME_AS, message).await?;
            }
            staged.push(line);
        }
        Ok(staged)
    }

    async fn there(&mut self, tab: &Tab<'_>, read: &mut [Read]) -> Result<There> {
        let table = tab.table;
        let mut there = There {
            by_key: HashMap::new(),
            by_id: HashMap::new(),
            records: HashMap::new(),
            codes: HashMap::new(),
            taken: HashMap::new(),
            same: HashMap::new(),
            open: HashSet::new(),
            kinds: Kinds::default(),
        };
        if table.kind().is_some() && self.door.any {
            let codes: Vec<&str> = read.iter().filter_map(|r| r.row.cell("code")).collect();
            (there.same, there.open) = self.stage.met(&codes).await?;
        }
        // the first row that is a record under another code adds what it lacks
        for read in read.iter_mut().filter(|r| r.key.is_some()) {
            if let Some(id) = there.same.get(read.row.cell("code").unwrap_or_default()) {
                read.key = Some(digest(format!("same as {id}").as_bytes()));
            }
        }
        let sound = || read.iter().filter(|r| r.key.is_some());
        if table.kind().is_some() {
            there.codes = self.stage.codes(read.iter().filter_map(|r| r.row.cell("code"))).await?;
            let ids: Vec<RowId> = there.codes.values().map(|(id, _)| *id).filter(|id| *id > 0).collect();
            there.by_id = register::by_ids(self.db, table, &ids).await?;
            there.records = register::by_ids(self.db, &RECORDS, &ids).await?;
            let own = there.same.values().filter_map(|id| there.records.get(id)).filter_map(|r| r["code"].text());
            let own: Vec<&str> = own.collect();
            if !own.is_empty() {
                let in_files = self.stage.codes(own.into_iter()).await?;
                there.codes.extend(in_files);
            }
        } else {
            let keys: Vec<Vec<Cell>> = sound().map(|r| key_of(table, &r.given)).filter(|key| could_be_there(key, table)).collect();
            for (id, values) in register::by_keys(self.db, table, &keys).await? {
                let key = digest(&bytes_of_cells(key_of(table, &values).iter()));
                there.by_key.insert(key.clone(), (id, values));
            }
        }
        let mut keys: Vec<(String, u64)> = vec![];
        for read in sound() {
            // a code that another kind has was told when the codes were collected
            let ours =
                table.kind().is_none_or(|kind| there.codes.get(read.row.cell("code").unwrap_or_default()).is_some_and(|c| c.1 == kind));
            if let Some(key) = read.key.as_ref().filter(|_| ours) {
                keys.push((key.clone(), read.row.place.row));
            }
        }
        there.taken = self.stage.take_keys(tab.number, &keys).await?;
        Ok(there)
    }
}

/// A key with a record that this import makes is of no row that is there.
fn could_be_there(key: &[Cell], table: &Table) -> bool {
    table.key.iter().zip(key).all(|(name, cell)| {
        let refers = table.column(name).is_some_and(|c| matches!(c.kind, Kind::Ref(_)));
        !refers || cell.int().is_none_or(|id| id > 0)
    })
}

fn decide_row(tab: &Tab<'_>, read: &mut Read, there: &mut There) -> Staged {
    let table = tab.table;
    let place = read.row.place;
    let mut refused = Staged::idle(tab.number, place, Outcome::Refused);
    let code = read.row.cell("code").unwrap_or_default();
    let record_id = match (table.kind(), there.codes.get(code)) {
        (None, _) => None,
        (Some(kind), Some((id, of))) if of == kind => Some(*id),
        (Some(_), _) => return refused,
    };
    // a record that is refused before it is made is missed by what refers to it
    let missed = record_id.filter(|id| !there.by_id.contains_key(id));
    let Some(key) = read.key.clone() else { return Staged { id: missed, ..refused } };
    if there.open.contains(code) {
        return Staged { id: missed, ..refused };
    }
    if let Some(id) = there.same.get(code).copied() {
        return same::same(tab, read, there, id, key);
    }
    if let Some(first) = there.taken.insert(key.clone(), place.row) {
        let message = Message::with("error-key-twice", [("row", (first as i64).into())]);
        read.wrong.push((table.key[0].into(), message));
        return refused;
    }
    let existing: Option<(RowId, &Values)> = match record_id {
        Some(id) => there.by_id.get(&id).map(|values| (id, values)),
        None => there.by_key.get(&key).map(|(id, values)| (*id, values)),
    };
    let columns = &tab.columns;
    let mut line = Staged::idle(tab.number, place, Outcome::Same);
    match (read.revision, existing) {
        (Revision::Removal, None) => read.wrong.push(("revision".into(), Message::new("error-removal-of-unknown"))),
        (Revision::Removal, Some((id, old))) => {
            line = Staged { outcome: Outcome::Removed, how: How::Remove, id: Some(id), revises: true, owner: owner_of(table, old), ..line };
        }
        (_, Some(_)) if door::says_another(&read.row) => {
            let message = Message::with("error-same-as-of-a-record", [("text", code.into())]);
            read.wrong.push((SAME_AS.into(), message));
        }
        (revision, Some((id, old))) => {
            let new = merged(table, &read.row, old, &read.given);
            let mut changed = differing(table, old, &new);
            line.revises = !changed.is_empty();
            // a row that stays as it is was checked when it was written
            if line.revises {
                there.check(table, &read.row, &new, &mut read.wrong);
            }
            if let Some(old) = table.kind().and_then(|_| there.records.get(&id)) {
                let record = cells::record(table, &read.row, Some(old), &mut read.wrong);
                if record != *old {
                    there.check(&RECORDS, &read.row, &record, &mut read.wrong);
                    changed.extend(differing(&RECORDS, old, &record));
                    line.record = Some(bytes_of(&tab.record_columns, &record));
                }
            }
            line.owner = owner_of(table, &new);
            line.content = (line.revises || line.owner.is_some()).then(|| bytes_of(columns, &new));
            line.id = Some(id);
            if line.revises || line.record.is_some() {
                line.outcome = Outcome::Changed;
                line.how = if revision == Revision::Correction { How::Correct } else { How::Change };
            }
            line.changed = changed.join(" ");
        }
        (_, None) => {
            let new = whole(table, read.given.clone());
            there.check(table, &read.row, &new, &mut read.wrong);
            if table.kind().is_some() {
                let record = cells::record(table, &read.row, None, &mut read.wrong);
                there.check(&RECORDS, &read.row, &record, &mut read.wrong);
                line.record = Some(bytes_of(&tab.record_columns, &record));
            }
            line.content = Some(bytes_of(columns, &new));
            line.owner = owner_of(table, &new);
            line = Staged { outcome: Outcome::New, how: How::Insert, id: record_id, revises: true, ..line };
        }
    }
    if read.wrong.is_empty() {
        return line;
    }
    refused.id = missed;
    refused
}

/// Whose row it is, where a rule looks at all rows of an owner.
pub(super) fn owner_of(table: &Table, values: &Values) -> Option<Vec<u8>> {
    let per = owner_columns(table)?;
    Some(bytes_of_cells(per.iter().map(|name| values.get(*name).unwrap_or(&Cell::Null))))
}

/// What tells facts of a table apart.
fn key_of(table: &Table, values: &Values) -> Vec<Cell> {
    table.key.iter().map(|name| values.get(*name).cloned().unwrap_or(Cell::Null)).collect()
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..16].iter().map(|b| format!("{b:02x}")).collect()
}

/// What a row says over what is there: texts keep the languages the file does not have.
pub(super) fn merged(table: &Table, row: &Row, old: &Values, given: &Values) -> Values {
    let mut new = old.clone();
    for (name, cell) in given {
        let texts = table.column(name).is_some_and(|c| c.kind == Kind::Texts);
        let over = if texts { texts_over(row, name, &Texts::from_json(old[name].text().unwrap_or("{}"))) } else { None };
        new.insert(name.clone(), over.unwrap_or_else(|| cell.clone()));
    }
    new
}

/// A new row: every stored column has a value. A fact is real where the file does not say otherwise.
pub(super) fn whole(table: &Table, mut given: Values) -> Values {
    for (name, ..) in stored(table) {
        let empty = if name == "illustrative" { Cell::Bool(false) } else { Cell::Null };
        given.entry(name).or_insert(empty);
    }
    given
}

/// The columns of a file in which two versions of a row differ.
pub(super) fn differing(table: &Table, old: &Values, new: &Values) -> Vec<&'static str> {
    let facts: &[_] = if table.kind().is_none() && table.name != RECORDS.name { crate::table::FACT_COLUMNS } else { &[] };
    let differs = |column: &Column| column.physical().iter().any(|name| old.get(name) != new.get(name));
    let columns = table.columns.iter().chain(facts).filter(|c| differs(c));
    columns.map(|c| if c.name == "illustrative" { "nature" } else { c.name }).collect()
}
