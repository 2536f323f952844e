//! Finds wide tables, which have a column for each year.

use std::collections::BTreeSet;

use super::detected_table::{DetectedColumn, DetectedTable};
use crate::canonical::{DateOrder, WrittenDay, folded, of_serial, written_day};

/// The columns of a table that say the same of different years.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsAcross {
    /// The positions of these columns in the table, with the year.
    pub columns: Vec<(usize, i32)>,
    /// The same with the day, as exact as the heading says it: 2020, 2020-03 or 2020-03-31.
    pub days: Vec<(usize, String)>,
    /// What the headings say besides the year, such as Population; empty if nothing.
    pub said: String,
    /// The positions of the other columns, which hold for all years.
    pub others: Vec<usize>,
}

/// The columns of a table whose headings are years, months or days; `None` if there are not two of them.
///
/// If several things have a column for each year, the thing with the most columns is taken.
pub fn years_across(found: &DetectedTable) -> Option<YearsAcross> {
    let dated: Vec<(usize, String, String)> = found
        .columns
        .iter()
        .enumerate()
        .filter_map(|(n, column)| dated(column).map(|(day, said)| (n, day, said)))
        .collect();
    let kinds: Vec<&String> = dated.iter().fold(vec![], |mut kinds, (_, _, said)| {
        if !kinds.contains(&said) {
            kinds.push(said);
        }
        kinds
    });
    let count = |said: &String| dated.iter().filter(|(_, _, other)| other == said).count();
    let said = kinds.iter().rev().max_by_key(|said| count(said)).map(|said| said.to_string())?;
    let days: Vec<(usize, String)> =
        dated.into_iter().filter(|(_, _, other)| *other == said).map(|(n, day, _)| (n, day)).collect();
    let different: BTreeSet<&String> = days.iter().map(|(_, day)| day).collect();
    if days.len() < 2 || different.len() < days.len() {
        return None;
    }
    let columns = days.iter().map(|(n, day)| (*n, day[..4].parse().unwrap_or(0))).collect();
    let others = (0..found.columns.len()).filter(|n| !days.iter().any(|(at, _)| at == n)).collect();
    Some(YearsAcross { columns, days, said, others })
}

/// The day a column is of, and what else its heading says.
fn dated(column: &DetectedColumn) -> Option<(String, String)> {
    let (place, day, rest) = column
        .heading
        .iter()
        .enumerate()
        .rev()
        .find_map(|(n, text)| in_heading(text).map(|(day, rest)| (n, day, rest)))?;
    let others =
        column.heading.iter().enumerate().filter(|(n, _)| *n != place).map(|(_, text)| text.as_str());
    let said = others.chain([rest.as_str()]).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    Some((day, said))
}

/// 2015, FY2015, 2015 (p), Population 2015, pop_2015, Jan 2020, 31/12/2020.
fn in_heading(text: &str) -> Option<(String, String)> {
    if let Some(day) = written_day(text) {
        return day
            .in_heading()
            .canonical(DateOrder::DayMonthYear)
            .filter(|day| likely(day))
            .map(|day| (day, String::new()));
    }
    if let Some(day) =
        text.parse().ok().filter(|serial| crate::canonical::is_likely_serial(*serial)).and_then(of_serial)
    {
        return Some((day.to_string(), String::new()));
    }
    let digits = |c: char| c.is_ascii_digit();
    let mut years =
        text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4 && run.chars().all(digits));
    let year =
        years.next().filter(|year| matches!(written_day(year), Some(WrittenDay::Year(_))) && likely(year))?;
    if years.next().is_some() || text.len() > 60 {
        return None;
    }
    let (before, after) = text.split_once(year)?;
    // marks of provisional or estimated values say nothing of what is counted
    let after = after.trim_matches(|c: char| !c.is_alphanumeric());
    let after = if after.chars().count() <= 2 { "" } else { after };
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let before = if matches!(
        folded(before).as_str(),
        "fy" | "ano" | "annee" | "year" | "ejercicio" | "exercice" | "a" | "y"
    ) {
        ""
    } else {
        before
    };
    Some((
        year.to_owned(),
        [before, after].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" "),
    ))
}

fn likely(day: &str) -> bool {
    ("1800".."2101").contains(&&day[..4])
}
