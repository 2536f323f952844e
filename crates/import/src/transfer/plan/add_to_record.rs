//! What a row adds to the record that it means, though the record has another code.

use decapolis_base::Texts;
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::table::{Kind, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::message::Message;

use super::chunk::{InRegister, Read};
use super::planner::Tab;
use crate::transfer::cells::Revision;
use crate::transfer::outcome::Outcome;
use crate::transfer::row::{Row, label_of, texts_over};
use crate::transfer::stage::{How, Staged, bytes_of};
use crate::transfer::versions::{differing, owner_of};

/// A row that is a record under another code: it adds what the record lacks and changes nothing. The record's own row knows better.
pub(super) fn add_to_record(
    tab: &Tab<'_>,
    read: &mut Read,
    there: &mut InRegister,
    id: RowId,
    key: String,
) -> Staged {
    let table = tab.table;
    let mut line = Staged::idle(tab.number, read.row.place, Outcome::Same);
    if read.revision == Revision::Removal {
        read.wrong.push(("revision".into(), Message::new("error-removal-of-unknown")));
        return Staged { outcome: Outcome::Refused, ..line };
    }
    let before = there.taken.insert(key, read.row.place.row).is_some();
    let (Some(old), Some(record)) = (there.by_id.get(&id), there.records.get(&id)) else { return line };
    let code = record["code"].text().unwrap_or_default();
    let (new, kept) = filled(table, &read.row, old, &read.given);
    if !kept.is_empty() {
        let label = Texts::from_json(record["label"].text().unwrap_or_default());
        let args =
            [("code", code.into()), ("name", label.words("und").into()), ("columns", kept.join(", ").into())];
        read.mild = Some(Message::with("warning-kept-as-it-was", args));
    }
    if before || there.codes.contains_key(code) {
        return line;
    }
    let mut changed = differing(table, old, &new);
    line.revises = !changed.is_empty();
    if line.revises {
        there.check(table, &read.row, &new, &mut read.wrong);
    }
    if !read.wrong.is_empty() {
        return Staged { outcome: Outcome::Refused, ..line };
    }
    let called = called_besides(&read.row, record);
    if called != *record {
        changed.push("label");
        line.record = Some(bytes_of(&tab.record_columns, &called));
    }
    line.owner = owner_of(table, &new);
    line.content = (line.revises || line.owner.is_some()).then(|| bytes_of(&tab.columns, &new));
    line.id = Some(id);
    if !changed.is_empty() {
        (line.outcome, line.how) = (Outcome::Changed, How::Change);
    }
    line.changed = changed.join(" ");
    line
}

/// What a row adds to a record that it is under another code, and in which columns it says otherwise.
fn filled(table: &'static Table, row: &Row, old: &Values, given: &Values) -> (Values, Vec<&'static str>) {
    let (mut new, mut kept) = (old.clone(), vec![]);
    for column in table.columns {
        let physical = column.physical();
        let cell = |of: &Values| {
            physical.iter().map(|name| of.get(name).cloned().unwrap_or(Cell::Null)).collect::<Vec<_>>()
        };
        let (stands, said) = (cell(old), cell(given));
        if column.kind == Kind::Texts {
            let there = Texts::from_json(stands[0].text().unwrap_or("{}"));
            if let Some(Cell::Text(said)) = texts_over(row, column.name, &Texts::new()) {
                let both = besides(&there, &Texts::from_json(&said));
                new.insert(column.name.into(), Cell::Text(both.to_json()));
            }
        } else if said[0] == Cell::Null || said == stands {
        } else if stands[0] == Cell::Null {
            physical.into_iter().zip(said).for_each(|(name, cell)| drop(new.insert(name, cell)));
        } else {
            kept.push(column.name);
        }
    }
    (new, kept)
}

/// The row of `records` with the names that a row adds in languages it has none in.
fn called_besides(row: &Row, record: &Values) -> Values {
    let there = Texts::from_json(record["label"].text().unwrap_or_default());
    let label = besides(&there, &label_of(row, &Texts::new()));
    let mut called = record.clone();
    if label != there {
        records::rename(&mut called, &label);
    }
    called
}

/// Adds the texts of other languages. Words without a language are left out: they would come before all others.
fn besides(there: &Texts, more: &Texts) -> Texts {
    let mut both = there.clone();
    for (language, words) in more.iter().filter(|(language, _)| *language != "und") {
        if both.get(language).is_none() && !both.is_empty() {
            both.set(language, words);
        }
    }
    if both.is_empty() { more.clone() } else { both }
}
