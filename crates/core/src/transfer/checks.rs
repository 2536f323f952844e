//! The rules of a file, of a row, and of the rows of one owner.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cells::{Line, language_column};
use super::fields::{self, FOR_FACTS, FOR_RECORDS};
use super::plan::Planner;
use super::sheet::Sheet;
use crate::journal::{Cell, RowId, Values};
use crate::table::{Kind, Table};
use crate::words::Message;

/// The rows of a table as they would stand, for the rules that look at several of them.
pub(super) struct Standing {
    pub(super) rows: BTreeMap<RowId, Values>,
    /// Where a row that is touched comes from.
    pub(super) places: HashMap<RowId, (String, usize)>,
}

impl Planner {
    pub(super) fn check_header(&mut self, table: &'static Table, sheet: &Sheet) {
        let common = if table.kind().is_some() { FOR_RECORDS } else { FOR_FACTS };
        let known = |name: &str| {
            common.contains(&name) || table.column(name).is_some_and(|c| c.kind != Kind::Texts) || language_column(table, name).is_some()
        };
        let unknown: Vec<&String> = sheet.header.iter().filter(|name| !known(name)).collect();
        let all = common.iter().copied().chain(table.columns.iter().map(|c| c.name)).collect::<Vec<_>>().join(", ");
        for name in unknown {
            self.problem(
                sheet,
                Some(1),
                Some(name),
                Message::with("error-unknown-column", [("column", name.as_str().into()), ("columns", all.clone().into())]),
            );
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

    pub(super) fn check_required(&mut self, table: &'static Table, line: &Line<'_>, values: &Values) {
        for column in table.columns.iter().filter(|c| c.required && values.get(c.name).is_none_or(|v| *v == Cell::Null)) {
            self.problem(line.sheet, Some(line.row), Some(column.name), Message::with("error-required", [("column", column.name.into())]));
        }
    }

    pub(super) fn check_label(&mut self, line: &Line<'_>, record: &Values) {
        if record["label"].text().is_none_or(|l| l == "{}") {
            self.problem(line.sheet, Some(line.row), Some("label"), Message::with("error-required", [("column", "label".into())]));
        }
    }

    /// The rules that look at whole rows, and at several of one owner, for the rows this import touches.
    pub(super) fn check_rows(&mut self, table: &'static Table, sheets: &[&Sheet], standing: &Standing) {
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
        if let Some(rule) = table.one_marked {
            let marked = |values: &Values| values.get(rule.mark) == Some(&Cell::Bool(true));
            for (id, (sheet, row)) in touched.iter().filter_map(|id| Some((*id, at(id)?))) {
                let values = &standing.rows[id];
                let others = standing.rows.values().filter(|other| marked(other) && other.get(rule.per) == values.get(rule.per));
                let other = others.filter_map(|other| other.get(rule.same)).find(|same| Some(*same) != values.get(rule.same));
                if let Some(other) = other.filter(|_| marked(values)) {
                    self.problem(
                        sheet,
                        Some(row),
                        Some(rule.mark),
                        Message::with("error-marked-twice", [("other", other.text().unwrap_or_default().into())]),
                    );
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
                    let Some(((sheet, row), with)) = at(id).map(|place| (place, b)).or_else(|| at(other).map(|place| (place, a))) else {
                        continue;
                    };
                    let column = table.column(from).expect("the span's column");
                    let written =
                        fields::write(column, &Cell::Int(day(with, from, 0)), &Cell::Int(day(with, &format!("{from}_last"), 0)), "");
                    self.problem(sheet, Some(row), Some(from), Message::with("error-overlap", [("other", written.into())]));
                }
            }
        }
    }
}
