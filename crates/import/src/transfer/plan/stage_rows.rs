//! Fourth step of planning: what becomes of the rows of a table. They are read, looked up, decided and staged a chunk at a time.

use std::collections::{HashMap, HashSet};

use decapolis_register::journal::RowId;
use decapolis_register::rules::Kinds;
use decapolis_register::table::{Kind, RECORDS, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

use super::add_to_record::add_to_record;
use super::chunk::{InRegister, Read};
use super::find_duplicates::says_another;
use super::planner::{Planner, Tab};
use super::read_lines::ReadLine;
use crate::transfer::cells::{self, Revision};
use crate::transfer::fields::SAME_AS;
use crate::transfer::outcome::Outcome;
use crate::transfer::row::Row;
use crate::transfer::stage::{CHUNK, How, Staged, bytes_of, bytes_of_cells};
use crate::transfer::versions::{differing, merged, owner_of, with_every_column};
use crate::transfer::years::LikelyYears;
use crate::transfer::{names, register};

impl<C: ConnectionTrait> Planner<'_, C> {
    pub(super) async fn stage_table(&mut self, tab: &Tab<'_>) -> Result<()> {
        self.problems.table = tab.table.name;
        for source in &tab.sources {
            let mut lines = source.read_lines();
            loop {
                let (mut rows, mut idle, mut count) = (vec![], vec![], 0);
                for line in lines.by_ref().take(CHUNK) {
                    count += 1;
                    match line {
                        ReadLine::Row(row) => rows.push(row),
                        ReadLine::Skipped(place, why) => {
                            self.stage.note_skipped(place.file, place.row, &why).await?;
                            idle.push(Staged::idle(tab.number, place, Outcome::Skipped));
                        }
                        ReadLine::Refused(place, problem) => {
                            self.add(place, problem).await?;
                            idle.push(Staged::idle(tab.number, place, Outcome::Refused));
                        }
                        ReadLine::Broken(problem) => self.block(problem),
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
        let mut references =
            names::references(self.db, Some(&self.stage), table, &rows.iter().collect::<Vec<_>>()).await?;
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
                Read { row, revision, given, key, wrong, mild: None, years_used: false }
            })
            .collect();
        let mut there = self.read_register(tab, &mut read).await?;
        there.kinds = std::mem::take(&mut references.kinds);
        there.kinds.currency.clone_from(&self.currency);
        there.trust_references(table);
        let mut staged = vec![];
        for read in &mut read {
            let line = decide_row(tab, read, &mut there, self.years);
            self.years_used |= read.years_used;
            for (column, message) in std::mem::take(&mut read.wrong) {
                self.problem(&read.row.header, read.row.place, &column, message).await?;
            }
            for (column, sign) in read.row.turned() {
                let sign = format!("U+{:04X}", u32::from(sign));
                let message = Message::with("warning-turns-the-writing", [("character", sign.into())]);
                self.warn(&read.row.header, read.row.place, &column, message).await?;
            }
            if let Some(message) = read.mild.take() {
                self.warn(&read.row.header, read.row.place, SAME_AS, message).await?;
            }
            staged.push(line);
        }
        Ok(staged)
    }

    async fn read_register(&mut self, tab: &Tab<'_>, read: &mut [Read]) -> Result<InRegister> {
        let table = tab.table;
        let mut there = InRegister {
            by_key: HashMap::new(),
            by_id: HashMap::new(),
            records: HashMap::new(),
            codes: HashMap::new(),
            taken: HashMap::new(),
            same: HashMap::new(),
            open: HashSet::new(),
            kinds: Kinds::default(),
        };
        if table.kind().is_some() && self.duplicates.any {
            let codes: Vec<&str> = read.iter().filter_map(|r| r.row.cell("code")).collect();
            (there.same, there.open) = self.stage.duplicates(&codes).await?;
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
            let own =
                there.same.values().filter_map(|id| there.records.get(id)).filter_map(|r| r["code"].text());
            let own: Vec<&str> = own.collect();
            if !own.is_empty() {
                let in_files = self.stage.codes(own.into_iter()).await?;
                there.codes.extend(in_files);
            }
        } else {
            let keys: Vec<Vec<Cell>> =
                sound().map(|r| key_of(table, &r.given)).filter(|key| could_be_there(key, table)).collect();
            for (id, values) in register::by_keys(self.db, table, &keys).await? {
                let key = digest(&bytes_of_cells(key_of(table, &values).iter()));
                there.by_key.insert(key.clone(), (id, values));
            }
        }
        let mut keys: Vec<(String, u64)> = vec![];
        for read in sound() {
            // a code that another kind has was told when the codes were collected
            let ours = table.kind().is_none_or(|kind| {
                there.codes.get(read.row.cell("code").unwrap_or_default()).is_some_and(|c| c.1 == kind)
            });
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

fn decide_row(tab: &Tab<'_>, read: &mut Read, there: &mut InRegister, years: LikelyYears) -> Staged {
    let table = tab.table;
    let place = read.row.place;
    let refused = Staged::idle(tab.number, place, Outcome::Refused);
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
        return add_to_record(tab, read, there, id, key);
    }
    if let Some(first) = there.taken.insert(key.clone(), place.row) {
        // two names may make one code: what is the same is the code, not what they name
        let made = table.kind().is_some() && read.row.header.has_own_names();
        let key = if made { "error-code-twice" } else { "error-key-twice" };
        let message = Message::with(key, [("row", (first as i64).into()), ("text", code.into())]);
        read.wrong.push((if made { "code" } else { table.key[0] }.into(), message));
        return refused;
    }
    let existing: Option<(RowId, &Values)> = match record_id {
        Some(id) => there.by_id.get(&id).map(|values| (id, values)),
        None => there.by_key.get(&key).map(|(id, values)| (*id, values)),
    };
    let line = match (read.revision, existing) {
        (Revision::Removal, None) => {
            read.wrong.push(("revision".into(), Message::new("error-removal-of-unknown")));
            return Staged { id: missed, ..refused };
        }
        (Revision::Removal, Some((id, old))) => {
            let removed = Staged::idle(tab.number, place, Outcome::Removed);
            Staged { how: How::Remove, id: Some(id), revises: true, owner: owner_of(table, old), ..removed }
        }
        (_, Some(_)) if says_another(&read.row) => {
            let message = Message::with("error-same-as-of-a-record", [("text", code.into())]);
            read.wrong.push((SAME_AS.into(), message));
            return Staged { id: missed, ..refused };
        }
        (_, Some((id, old))) => changed_line(tab, read, there, id, old, years),
        (_, None) => new_line(tab, read, there, record_id, years),
    };
    if read.wrong.is_empty() { line } else { Staged { id: missed, ..refused } }
}

/// The line of a row that the register has, if the row may be written.
fn changed_line(
    tab: &Tab<'_>,
    read: &mut Read,
    there: &InRegister,
    id: RowId,
    old: &Values,
    years: LikelyYears,
) -> Staged {
    let table = tab.table;
    let mut line = Staged::idle(tab.number, read.row.place, Outcome::Same);
    let new = merged(table, &read.row, old, &read.given);
    let mut changed = differing(table, old, &new);
    line.revises = !changed.is_empty();
    // a row that stays as it is was checked when it was written
    let said = tab.years_said(read.row.place.file);
    if line.revises {
        there.check(table, &read.row, &new, &mut read.wrong);
        let looks = |name: &str| changed.contains(&name);
        read.years_used |= years.check(table, &read.row, &new, said, looks, &mut read.wrong);
    } else {
        // what is said of its years is not said in vain
        read.years_used |= years.check(table, &read.row, &new, said, |_| true, &mut vec![]);
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
    line.content = (line.revises || line.owner.is_some()).then(|| bytes_of(&tab.columns, &new));
    line.id = Some(id);
    if line.revises || line.record.is_some() {
        line.outcome = Outcome::Changed;
        line.how = if read.revision == Revision::Correction { How::Correct } else { How::Change };
    }
    line.changed = changed.join(" ");
    line
}

/// The line of a row that the register does not have, if the row may be written. `id` is the id of a record.
fn new_line(
    tab: &Tab<'_>,
    read: &mut Read,
    there: &InRegister,
    id: Option<RowId>,
    years: LikelyYears,
) -> Staged {
    let table = tab.table;
    let new = with_every_column(table, read.given.clone());
    there.check(table, &read.row, &new, &mut read.wrong);
    let said = tab.years_said(read.row.place.file);
    read.years_used |= years.check(table, &read.row, &new, said, |_| true, &mut read.wrong);
    let record = table.kind().map(|_| {
        let record = cells::record(table, &read.row, None, &mut read.wrong);
        there.check(&RECORDS, &read.row, &record, &mut read.wrong);
        bytes_of(&tab.record_columns, &record)
    });
    Staged {
        how: How::Insert,
        id,
        revises: true,
        record,
        content: Some(bytes_of(&tab.columns, &new)),
        owner: owner_of(table, &new),
        ..Staged::idle(tab.number, read.row.place, Outcome::New)
    }
}

/// The natural key of a fact.
fn key_of(table: &Table, values: &Values) -> Vec<Cell> {
    table.key.iter().map(|name| values.get(*name).cloned().unwrap_or(Cell::Null)).collect()
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..16].iter().map(|b| format!("{b:02x}")).collect()
}
