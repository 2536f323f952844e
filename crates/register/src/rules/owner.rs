//! The rules for all rows of one owner: no two spans overlap, only one value carries the mark, and no fact is
//! there twice.

use std::collections::HashMap;

use decapolis_base::{Day, PartialDay};
use decapolis_words::message::Message;

use super::Fault;
use crate::table::{Holds, OneMarked, Table};
use crate::value::{Cell, Values};

/// What is wrong with the rows of one owner beside one another.
///
/// `rows` are all rows of the owner as they will be: with a number those that are being written, in their order, without one those that
/// are in the register and stay. Only written rows get a fault; of two that contradict each other it is the later one.
pub fn of_owner(table: &'static Table, rows: &[(Option<usize>, &Values)]) -> Vec<Fault> {
    let rows: Vec<Row<'_>> = rows.iter().map(|(number, values)| Row { number: *number, values }).collect();
    let mut faults = said_twice(table, &rows);
    if let Some(rule) = table.one_marked {
        faults.extend(marked_twice(rule, &rows));
    }
    if let Some(span) = table.span.filter(|_| table.no_overlap.is_some()) {
        faults.extend(overlapping(span, &rows));
    }
    faults
}

/// The columns that name the owner of a row; `None` for a table whose rules look at each row by itself.
pub fn owner_columns(table: &Table) -> Option<Vec<&'static str>> {
    match (table.no_overlap, table.one_marked) {
        (Some(rule), _) => Some(rule.per.to_vec()),
        (None, Some(rule)) => Some(vec![rule.per]),
        (None, None) => None,
    }
}

#[derive(Clone, Copy)]
struct Row<'a> {
    number: Option<usize>,
    values: &'a Values,
}

impl Row<'_> {
    /// Rows that stay come before all that are written.
    fn order(&self) -> usize {
        self.number.map_or(0, |number| number + 1)
    }

    fn cell(&self, column: &str) -> &Cell {
        self.values.get(column).unwrap_or(&Cell::Null)
    }
}

/// Finds facts with the same natural key; two empty cells are equal in it. Records are told apart by their code, which is in `records`.
fn said_twice(table: &'static Table, rows: &[Row<'_>]) -> Vec<Fault> {
    if table.holds != Holds::Facts {
        return vec![];
    }
    let mut sorted = rows.to_vec();
    sorted.sort_by_key(Row::order);
    let mut first: HashMap<String, Row<'_>> = HashMap::new();
    let mut faults = vec![];
    for row in sorted {
        let key = format!("{:?}", table.key.iter().map(|name| row.cell(name)).collect::<Vec<_>>());
        match (first.get(&key), row.number) {
            (Some(other), Some(number)) => {
                let message = match other.number {
                    Some(other) => Message::with("error-key-twice", [("row", other.into())]),
                    None if table.is_records() => {
                        Message::with("error-code-taken", [("text", text(row.cell("code")).into())])
                    }
                    None => Message::new("error-key-there"),
                };
                faults.push(Fault { row: number, column: table.key[0], message });
            }
            (Some(_), None) => {}
            (None, _) => drop(first.insert(key, row)),
        }
    }
    faults
}

fn text(cell: &Cell) -> &str {
    cell.text().unwrap_or_default()
}

fn marked_twice(rule: OneMarked, rows: &[Row<'_>]) -> Vec<Fault> {
    let marked: Vec<&Row<'_>> = rows.iter().filter(|row| *row.cell(rule.mark) == Cell::Bool(true)).collect();
    let faults = marked.iter().filter_map(|row| {
        let number = row.number?;
        let other = marked.iter().find(|other| other.cell(rule.same) != row.cell(rule.same))?;
        let message = Message::with("error-marked-twice", [("other", text(other.cell(rule.same)).into())]);
        Some(Fault { row: number, column: rule.mark, message })
    });
    faults.collect()
}

/// Spans surely overlap when the later sure beginning lies before the earlier sure end.
fn overlapping((from, until): (&'static str, &'static str), rows: &[Row<'_>]) -> Vec<Fault> {
    let day = |row: &Row<'_>, column: &str, open: i64| row.cell(column).int().unwrap_or(open);
    let last_from = format!("{from}_last");
    let begins = |row: &Row<'_>| day(row, &last_from, 0);
    let ends = |row: &Row<'_>| day(row, until, i64::MAX);
    let mut sure: Vec<&Row<'_>> = rows.iter().filter(|row| begins(row) <= ends(row)).collect();
    sure.sort_by_key(|row| (begins(row), row.order()));
    let mut faults = vec![];
    let mut before: Option<&Row<'_>> = None;
    for row in sure {
        let Some(other) = before.filter(|before| begins(row) <= ends(before)) else {
            before = Some(row);
            continue;
        };
        let (refused, with) = if row.order() >= other.order() { (row, other) } else { (other, row) };
        if let Some(number) = refused.number {
            let first = Day::from_number(day(with, from, 0)).zip(Day::from_number(begins(with)));
            let begun = first.map(|(first, last)| PartialDay { first, last }.to_string()).unwrap_or_default();
            let message = Message::with("error-overlap", [("other", begun.into())]);
            faults.push(Fault { row: number, column: from, message });
            before = Some(with);
        } else if ends(row) > ends(other) {
            // neither is being written
            before = Some(row);
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Kind, opt, req};

    static MEMBERSHIPS: Table = Table::facts(
        "memberships",
        "memberships_history",
        &["organisation", "body", "from"],
        &[
            req("organisation", Kind::Ref("organisation")),
            opt("body", Kind::Ref("body")),
            req("from", Kind::Bound),
            opt("until", Kind::Bound),
            opt("sort", Kind::Choice(&["full", "guest"])),
            opt("main", Kind::Bool),
        ],
    )
    .lasting("from", "until")
    .without_overlap(&["organisation"])
    .with_one_marked("organisation", "main", "sort");

    fn row(from: i64, until: Option<i64>, more: &[(&str, Cell)]) -> Values {
        let days = [("from", Some(from)), ("from_last", Some(from)), ("until", until), ("until_last", until)];
        let days = days.map(|(name, day)| (name.to_string(), day.map_or(Cell::Null, Cell::Int)));
        days.into_iter().chain(more.iter().map(|(name, cell)| (name.to_string(), cell.clone()))).collect()
    }

    fn faults(rows: &[(Option<usize>, Values)]) -> Vec<(usize, &'static str, &'static str)> {
        let rows: Vec<_> = rows.iter().map(|(number, values)| (*number, values)).collect();
        of_owner(&MEMBERSHIPS, &rows).into_iter().map(|f| (f.row, f.column, f.message.key)).collect()
    }

    #[test]
    fn of_two_spans_that_overlap_the_one_that_is_written_later_is_refused() {
        let (first, second) = (row(20100101, Some(20151231), &[]), row(20151231, None, &[]));
        assert_eq!(
            faults(&[(None, first.clone()), (Some(4), second.clone())]),
            [(4, "from", "error-overlap")]
        );
        assert_eq!(
            faults(&[(Some(9), first.clone()), (Some(4), second.clone())]),
            [(9, "from", "error-overlap")]
        );
        assert_eq!(
            faults(&[(Some(0), first.clone()), (None, second.clone())]),
            [(0, "from", "error-overlap")]
        );
        assert_eq!(faults(&[(None, first.clone()), (None, second)]), []);
        assert_eq!(faults(&[(Some(1), first), (Some(2), row(20160101, None, &[]))]), []);
    }

    #[test]
    fn the_same_fact_is_not_said_twice_and_empty_equals_empty() {
        let one = || row(20100101, Some(20100101), &[("organisation", Cell::Int(7))]);
        assert_eq!(faults(&[(None, one()), (Some(0), one())])[0], (0, "organisation", "error-key-there"));
        assert_eq!(faults(&[(Some(2), one()), (Some(3), one())])[0], (3, "organisation", "error-key-twice"));
        let other = row(20110101, None, &[("organisation", Cell::Int(7)), ("body", Cell::Null)]);
        assert_eq!(faults(&[(Some(2), one()), (Some(3), other)]), []);
    }

    #[test]
    fn one_value_alone_carries_the_mark() {
        let marked = |from, sort: &str| {
            row(from, Some(from), &[("main", Cell::Bool(true)), ("sort", Cell::Text(sort.into()))])
        };
        assert_eq!(
            faults(&[(None, marked(20100101, "full")), (Some(1), marked(20110101, "guest"))]),
            [(1, "main", "error-marked-twice")]
        );
        assert_eq!(faults(&[(None, marked(20100101, "full")), (Some(1), marked(20110101, "full"))]), []);
    }
}
