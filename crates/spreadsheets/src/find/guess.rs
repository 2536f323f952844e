//! Guesses what a column holds, from what its cells look like.

use super::class::Class;
use super::detected_table::{Guess, Mark};
use super::tally::{SEPARATORS, SHOWN, Tally, shown};
use super::words::{
    asks, speaks_of_codes, speaks_of_days, speaks_of_degrees, speaks_of_notes, speaks_of_years,
};
use crate::canonical::{DateOrder, Reads, clean};
use crate::grid::Value;

/// The most cells that are shown of those that cannot be read.
const ODD: usize = 5;

/// How one sheet writes numbers and days: a file has one decimal mark and one order of days, so its columns help each other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Conventions {
    comma: u64,
    point: u64,
    /// Columns in which all numbers from a thousand on have a comma, or a point, and no smaller one has.
    comma_groups: u64,
    point_groups: u64,
    day_first: u64,
    month_first: u64,
    /// The mark before decimals, as a person says.
    said: Option<char>,
}

/// How sure a decimal mark is from which no number of the column is in doubt. Other columns of the sheet prove nothing: they may come from
/// another program.
const PROVED: f64 = 0.9;

impl Conventions {
    pub fn of<'t>(tallies: impl Iterator<Item = &'t Tally>, said: Option<char>) -> Conventions {
        let mut conventions = Conventions { said, ..Conventions::default() };
        for tally in tallies {
            let (comma, point) = marks(tally);
            conventions.comma += comma;
            conventions.point += point;
            conventions.comma_groups += u64::from(groups_likely(tally, ','));
            conventions.point_groups += u64::from(groups_likely(tally, '.'));
            conventions.day_first += tally.count(|c| c == Class::DayFirst);
            conventions.month_first += tally.count(|c| c == Class::MonthFirst);
        }
        conventions
    }
}

/// Cells whose decimal mark surely is a comma, and surely is a point.
fn marks(tally: &Tally) -> (u64, u64) {
    let mark = |decimal: char, grouping: char| {
        let other = |how: &crate::canonical::NumberStyle| {
            how.decimal == Some(decimal) || how.decimal.is_none() && how.grouping == Some(grouping)
        };
        tally.count(|class| matches!(class, Class::Number(how) if other(&how)))
    };
    (mark(',', '.'), mark('.', ','))
}

/// Whether a mark that may be either is in numbers from a thousand on and in no smaller one: then it groups digits.
fn groups_likely(tally: &Tally, mark: char) -> bool {
    marks(tally) == (0, 0) && tally.small > 0 && tally.large == 0 && either(tally, mark) > 0
}

/// Cells like 1,234 or 1.234.
fn either(tally: &Tally, mark: char) -> u64 {
    tally.count(|class| matches!(class, Class::Number(how) if how.either == Some(mark)))
}

/// Guesses how a column is read and how sure that is. `given` is the reading that a mapping names.
pub fn guess(tally: &Tally, heading: &str, conventions: Conventions, given: Option<Reads>) -> Guess {
    let (reads, doubt) = match given {
        Some(reads) => (reads, 1.0),
        None => reading(tally, heading, conventions),
    };
    let mut read = 0;
    let mut odd = vec![];
    for (_, seen) in &tally.classes {
        let wrong: Vec<_> = seen.kept.iter().filter(|(_, value)| reads.canonical(value).is_err()).collect();
        // a class is read if most of the cells kept of it are
        if wrong.len() * 2 < seen.kept.len() {
            read += seen.count - (wrong.len() as u64).min(seen.count);
        }
        odd.extend(wrong.into_iter().map(|(row, value)| (*row, as_it_stands(value))));
    }
    odd.sort();
    odd.truncate(ODD);
    let part = if tally.filled == 0 { 0.0 } else { read as f64 / tally.filled as f64 };
    Guess {
        reads,
        sure: (part * doubt * 1000.0).round() / 1000.0,
        mark: if given.is_some() { Mark::Shown } else { mark_of(tally, conventions) },
        examples: tally.examples.clone(),
        odd,
    }
}

/// How the mark before the decimals of a column is known.
fn mark_of(tally: &Tally, conventions: Conventions) -> Mark {
    let sheet = Conventions { said: None, ..conventions };
    match (decimal(tally, sheet).2 >= PROVED, conventions.said) {
        (true, _) => Mark::Shown,
        (false, Some(_)) => Mark::Said,
        (false, None) => Mark::Open,
    }
}

/// How the cells are read, and how much another reading speaks against it: 1 if none does. The first reading that fits is taken.
fn reading(tally: &Tally, heading: &str, conventions: Conventions) -> (Reads, f64) {
    place(tally, heading)
        .or_else(|| day(tally, heading, conventions))
        .or_else(|| list(tally, heading))
        .or_else(|| yes_no(tally, heading))
        .or_else(|| code_of_digits(tally, heading))
        .or_else(|| year(tally, heading))
        .or_else(|| percent(tally, conventions))
        .or_else(|| figure(tally, heading, conventions))
        .or_else(|| code_of_letters(tally, heading))
        .unwrap_or_else(|| text(tally))
}

/// Latitudes and longitudes, together or apart.
fn place(tally: &Tally, heading: &str) -> Option<(Reads, f64)> {
    if tally.is_most(tally.count(|c| c == Class::Coordinates)) {
        return Some((Reads::Coordinates, 1.0));
    }
    let degrees = tally.count(|c| c == Class::Degrees);
    let fits = tally.is_most(degrees)
        || speaks_of_degrees(heading) && tally.is_most(degrees + tally.count(Class::is_figure));
    fits.then_some((Reads::Degrees, if degrees > 0 { 1.0 } else { 0.95 }))
}

/// Days, with the numbers that spreadsheets and programs write for them.
fn day(tally: &Tally, heading: &str, conventions: Conventions) -> Option<(Reads, f64)> {
    let filled = tally.filled;
    let dated = speaks_of_days(heading);
    let days = tally.count(Class::is_day);
    let serials = if dated { tally.serials } else { 0 };
    let eight = if dated || tally.eight == filled && filled > 2 { tally.eight } else { 0 };
    let enough = days * 10 >= filled || serials + eight > 0;
    let all = days + serials + eight;
    if all == 0 || !enough || !tally.is_most(all + tally.count(Class::is_year)) {
        return None;
    }
    let (order, doubt) = order(tally, conventions);
    Some((Reads::Day { order }, doubt))
}

/// Yes and no in words, or as 1 and 0.
fn yes_no(tally: &Tally, heading: &str) -> Option<(Reads, f64)> {
    let filled = tally.filled;
    let yes = tally.count(|c| matches!(c, Class::YesNo | Class::CellBool));
    let bits = tally.count(|c| matches!(c, Class::Bit | Class::CellBit));
    if tally.is_most(yes + bits) && yes > 0 && yes * 2 >= filled {
        return Some((Reads::YesNo, 1.0));
    }
    let asked = asks(heading);
    let only_bits = bits == filled && (filled > 1 && tally.examples.len() == 2 || filled > 0 && asked);
    only_bits.then_some((Reads::YesNo, if asked { 1.0 } else { 0.6 }))
}

/// Digits that are a name: a zero before others, the same width with letters among them, or a heading that says so.
fn code_of_digits(tally: &Tally, heading: &str) -> Option<(Reads, f64)> {
    use Class::*;
    let whole = tally.count(|c| matches!(c, Whole | Year | Bit | CellWhole | CellYear | CellBit));
    let zeros = tally.count(|c| c == LeadingZero);
    let mixed = tally.count(|c| c == Mixed);
    let all = zeros + mixed + whole;
    if all * 20 < tally.filled * 19 || all == 0 {
        return None;
    }
    let even = tally.widths.is_some_and(|(least, most)| least == most && least > 2);
    if zeros > 0 && (even || zeros + whole > mixed) {
        return Some((Reads::Code, 1.0));
    }
    if mixed > 0 && (even || speaks_of_codes(heading) || mixed == all) {
        return Some((Reads::Code, 1.0));
    }
    // days and years have headings of their own
    (whole > 0 && speaks_of_codes(heading) && !speaks_of_years(heading))
        .then_some((Reads::Code, if even { 0.95 } else { 0.9 }))
}

fn year(tally: &Tally, heading: &str) -> Option<(Reads, f64)> {
    let (filled, years) = (tally.filled, tally.count(Class::is_year));
    let named = speaks_of_years(heading);
    let fits = filled > 0 && years * 10 >= filled * 9 || years * 2 > filled && named;
    fits.then_some((Reads::Year, if named { 1.0 } else { 0.8 }))
}

fn percent(tally: &Tally, conventions: Conventions) -> Option<(Reads, f64)> {
    let percent = tally.count(|c| matches!(c, Class::Number(how) if how.percent));
    if !tally.is_most(percent) {
        return None;
    }
    let (decimal, _, doubt) = decimal(tally, conventions);
    Some((Reads::Percent { decimal }, if percent == tally.filled { 1.0 } else { doubt }))
}

/// Numbers and amounts.
fn figure(tally: &Tally, heading: &str, conventions: Conventions) -> Option<(Reads, f64)> {
    if !tally.is_most(tally.count(Class::is_figure)) {
        return None;
    }
    let money = tally
        .classes
        .iter()
        .filter_map(|(class, _)| if let Class::Number(how) = class { how.money } else { None });
    // Amounts in several currencies cannot be added.
    let mixed = money.clone().next().is_some_and(|first| money.clone().any(|other| other != first));
    let called =
        speaks_of_codes(heading) && tally.count(|c| matches!(c, Class::Number(_))) * 2 > tally.filled;
    Some(if mixed || called { (Reads::Text, 0.7) } else { number(tally, conventions) })
}

/// Capital letters and digits that are a name, as ES, 2A004 or NA.
fn code_of_letters(tally: &Tally, heading: &str) -> Option<(Reads, f64)> {
    use Class::*;
    let filled = tally.filled;
    let all = tally.count(|c| matches!(c, TwoLetters | Mixed | LeadingZero | MaybeNothing));
    let letters = tally.count(|c| c == TwoLetters);
    if tally.is_most(all) && (letters * 10 >= filled * 5 || speaks_of_codes(heading)) {
        return Some((Reads::Code, 1.0));
    }
    let only_maybe = tally.count(|c| c == MaybeNothing) == filled && filled > 0;
    (only_maybe && speaks_of_codes(heading)).then_some((Reads::Code, 0.7))
}

/// Anything is text; the doubt grows with the days, figures and lists in it.
fn text(tally: &Tally) -> (Reads, f64) {
    let part = |count: u64| if tally.filled == 0 { 0.0 } else { count as f64 / tally.filled as f64 };
    let others = tally.count(Class::is_day).max(tally.count(Class::is_figure));
    let lists = tally.lists.iter().map(|(cells, ..)| *cells).max().unwrap_or(0);
    let doubt = 1.0 - 0.6 * part(others).min(1.0) - 0.2 * part(lists.max(tally.slashes)).min(1.0);
    (Reads::Text, doubt)
}

/// Several values in one cell: short ones, in more than one cell.
fn list(tally: &Tally, heading: &str) -> Option<(Reads, f64)> {
    let filled = tally.filled;
    let lists = SEPARATORS.into_iter().zip(tally.lists);
    let fits = lists.filter(|&(by, (cells, parts, bytes))| {
        let short = bytes < parts * 45 && !speaks_of_notes(heading);
        match by {
            _ if cells == 0 || cells == 1 && filled > 3 => false,
            '|' => cells * 10 >= filled,
            ';' => cells * 5 >= filled && short,
            '/' => cells * 2 >= filled && short,
            _ => cells * 10 >= filled * 3 && short,
        }
    });
    let (separator, (cells, ..)) = fits.max_by_key(|(_, (cells, ..))| *cells)?;
    // A slash between blanks separates names of one thing as often as it separates things.
    let doubt = if separator == '/' { 0.6 } else { 0.7 + 0.3 * cells as f64 / filled as f64 };
    Some((Reads::List { separator }, doubt))
}

fn order(tally: &Tally, conventions: Conventions) -> (DateOrder, f64) {
    let [day, month, either, year] =
        [Class::DayFirst, Class::MonthFirst, Class::EitherFirst, Class::YearFirst]
            .map(|c| tally.count(|o| o == c));
    if day + month + either + year == 0 {
        return (DateOrder::YearMonthDay, 1.0);
    }
    match (day, month, year) {
        (0, 0, year) if year > 0 => (DateOrder::YearMonthDay, 1.0),
        (0, 0, _) => match (conventions.day_first, conventions.month_first) {
            (0, 0) => (DateOrder::DayMonthYear, 0.5),
            (day, month) if day >= month => (DateOrder::DayMonthYear, 0.8),
            _ => (DateOrder::MonthDayYear, 0.8),
        },
        (day, month, _) if day >= month => (DateOrder::DayMonthYear, 1.0),
        _ => (DateOrder::MonthDayYear, 1.0),
    }
}

fn number(tally: &Tally, conventions: Conventions) -> (Reads, f64) {
    let (decimal, grouping, doubt) = decimal(tally, conventions);
    let fraction = tally.count(|class| match class {
        Class::CellFraction => true,
        Class::Number(how) => how.decimal.is_some() || how.either == Some(decimal),
        _ => false,
    });
    if fraction > 0 {
        (Reads::Number { decimal, grouping }, doubt)
    } else {
        (Reads::Whole { grouping }, doubt)
    }
}

/// The decimal mark, what groups the digits, and how sure that is.
fn decimal(tally: &Tally, conventions: Conventions) -> (char, Option<char>, f64) {
    let (comma, point) = marks(tally);
    let [either_comma, either_point] = [',', '.'].map(|mark| either(tally, mark));
    let spaced = [' ', '\'']
        .into_iter()
        .find(|m| tally.count(|c| matches!(c, Class::Number(how) if how.grouping == Some(*m))) > 0);
    let (decimal, doubt) = match (comma, point) {
        (0, 0) if conventions.said.is_some() => (conventions.said.unwrap_or('.'), 1.0),
        (0, 0) if either_comma + either_point == 0 => {
            (if conventions.comma > conventions.point { ',' } else { '.' }, 1.0)
        }
        (0, 0) if conventions.comma != conventions.point => {
            (if conventions.comma > conventions.point { ',' } else { '.' }, 0.85)
        }
        // A blank groups the digits of other numbers, or those beyond a thousand have no mark: then the mark does not group.
        (0, 0) if spaced.is_some() => (if either_comma > either_point { ',' } else { '.' }, PROVED),
        (0, 0) if tally.large > 0 => (if either_comma > either_point { ',' } else { '.' }, 0.7),
        (0, 0) if groups_likely(tally, '.') => (',', 0.7),
        (0, 0) if groups_likely(tally, ',') => ('.', 0.7),
        (0, 0) if conventions.comma_groups != conventions.point_groups => {
            (if conventions.point_groups > conventions.comma_groups { ',' } else { '.' }, 0.65)
        }
        // 1,234 is grouped as in English, 1.234 has decimals: what most files mean
        (0, 0) => ('.', 0.5),
        (comma, point) if comma > point => (',', 1.0),
        (comma, point) if comma < point => ('.', 1.0),
        _ => (if conventions.comma > conventions.point { ',' } else { '.' }, 0.5),
    };
    let other = if decimal == ',' { '.' } else { ',' };
    let groups =
        |how: crate::canonical::NumberStyle| how.grouping == Some(other) || how.either == Some(other);
    let grouped = tally.count(|class| matches!(class, Class::Number(how) if groups(how))) > 0;
    (decimal, if grouped { Some(other) } else { spaced }, doubt)
}

fn as_it_stands(value: &Value) -> String {
    match value {
        Value::Text(text) => shown(&clean(text), SHOWN),
        Value::Number(number) => number.to_string(),
        Value::Wrong(text) => text.clone(),
        other => Reads::Text.canonical(other).unwrap_or_default(),
    }
}
