//! Values as somebody types them in a form: what stands in the form of a row that is there, and how what was typed is read.

use std::collections::BTreeMap;

use decapolis_actions::Field;
use decapolis_base::{PartialDay, Texts, money};
use decapolis_register::journal::RowId;
use decapolis_register::records::Record;
use decapolis_register::table::Kind;
use decapolis_register::value::{self, Cell, Values};
use decapolis_spreadsheets::{DaysOfColumn, Value};
use decapolis_words::errors::Result;

use super::desk::Desk;
use crate::web::sent::Pairs;

/// What parts the name of a record from its code, where both are typed.
const BEFORE_CODE: &str = " · ";

/// A record as a form names it: "Ana Ruiz · p-7kq2mx".
pub fn with_code(record: &Record, desk: &Desk<'_>) -> String {
    let name = record.name(desk.reader.audience, desk.reader.lang()).unwrap_or_default();
    if record.code.is_empty() { name.to_string() } else { format!("{name}{BEFORE_CODE}{}", record.code) }
}

/// The code in the name of a record as a form has it, else all that was typed: a code or a name.
pub fn code_in(typed: &str) -> &str {
    typed.rsplit_once(BEFORE_CODE).map_or(typed, |(_, code)| code).trim()
}

/// What is written before a year, a month or a day by which something was so, in the languages of the program.
const BY: [&str; 5] = ["by ", "a más tardar en ", "a más tardar el ", "au plus tard en ", "au plus tard le "];

/// A day as the register writes it, where somebody writes it otherwise: "2 Jan 2019" is 2019-01-02, and "by 2018" is ../2018. What may be two
/// days, or none, stays as it was typed: the field then asks.
pub fn day_in(typed: &str) -> String {
    let typed = typed.trim();
    let small = typed.to_lowercase();
    let by = BY.iter().find_map(|by| small.strip_prefix(by));
    // 31/12/2019 is no span of years, though it could be read as one
    let is_ours = |text: &str| {
        let year = text.trim_start_matches("..").trim_start_matches('/');
        year.len() >= 4
            && year.bytes().take(4).all(|byte| byte.is_ascii_digit())
            && text.parse::<PartialDay>().is_ok()
    };
    let read = |text: &str| match is_ours(text) {
        true => Some(text.to_string()),
        false => {
            DaysOfColumn::default().read(&Value::Text(text.into()), None).ok().filter(|day| !day.is_empty())
        }
    };
    match by {
        Some(rest) => read(rest).map(|day| format!("../{day}")),
        None => read(typed),
    }
    .unwrap_or_else(|| typed.to_string())
}

/// The values of a row as they stand in a form, by field.
pub async fn typed_of(
    desk: &Desk<'_>,
    fields: impl Iterator<Item = &'static Field>,
    values: &Values,
    record: Option<&Values>,
) -> Result<Pairs> {
    let fields: Vec<(&'static str, Kind, &Values)> = fields
        .filter_map(|field| {
            let of = if field.table.is_records() { record? } else { values };
            Some((field.name, field.column()?.kind, of))
        })
        .collect();
    let ids = fields.iter().filter(|(_, kind, _)| matches!(kind, Kind::Ref(_)));
    let ids: Vec<RowId> = ids.filter_map(|(name, _, values)| values.get(*name)?.int()).collect();
    let referred = desk.records(ids).await?;
    let mut typed = vec![];
    for (name, kind, values) in fields {
        let cell = values.get(name).unwrap_or(&Cell::Null);
        match (kind, cell) {
            (Kind::Texts, cell) => {
                let texts = Texts::from_json(cell.text().unwrap_or("{}"));
                typed.extend(
                    texts.iter().map(|(language, words)| (format!("{name}_{language}"), words.to_string())),
                );
            }
            _ => typed.push((name.to_string(), text_of(desk, name, kind, values, &referred))),
        }
    }
    Ok(typed)
}

fn text_of(
    desk: &Desk<'_>,
    name: &str,
    kind: Kind,
    values: &Values,
    referred: &BTreeMap<RowId, Record>,
) -> String {
    match (kind, values.get(name).unwrap_or(&Cell::Null)) {
        (_, Cell::Null) => String::new(),
        (Kind::Ref(_), Cell::Int(id)) => {
            referred.get(id).map(|record| with_code(record, desk)).unwrap_or_default()
        }
        (Kind::Day | Kind::Bound, _) => {
            value::day(values, name).map(|day| day.to_string()).unwrap_or_default()
        }
        (Kind::Instant, _) => value::instant(values, name).map(|at| at.to_string()).unwrap_or_default(),
        (Kind::Money(beside), Cell::Int(minor)) => {
            money::write(*minor, values.get(beside).and_then(Cell::text).unwrap_or_default())
        }
        (_, Cell::Text(text)) => text.clone(),
        (_, Cell::Int(n)) => n.to_string(),
        (_, Cell::Number(n)) => n.to_string(),
        (_, Cell::Bool(yes)) => if *yes { "yes" } else { "no" }.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for (typed, day) in [
            ("2019-01-02", "2019-01-02"),
            ("2 Jan 2019", "2019-01-02"),
            ("January 2, 2019", "2019-01-02"),
            ("2 de enero de 2019", "2019-01-02"),
            ("2 janvier 2019", "2019-01-02"),
            ("31/12/2019", "2019-12-31"),
            ("March 2019", "2019-03"),
            ("2019", "2019"),
            ("../2018", "../2018"),
            ("2015/2018", "2015/2018"),
            ("by 2018", "../2018"),
            ("By March 2018", "../2018-03"),
            ("a más tardar en 2018", "../2018"),
            ("au plus tard en 2018", "../2018"),
        ] {
            assert_eq!(day_in(typed), day, "{typed}");
        }
        // what may be two days, or none, is asked about
        // so is "until 2018", which may be a last day in that year
        for typed in
            ["until 2018", "hasta 2018", "03/04/2019", "31 February 2019", "17-Mar", "soon", "by and by", ""]
        {
            assert_eq!(day_in(typed), typed);
        }
    }

    #[test]
    fn a_record_is_read_by_its_code_where_the_field_has_both() {
        assert_eq!(code_in("Ana Ruiz · p-7kq2mx"), "p-7kq2mx");
        assert_eq!(code_in(" Ana Ruiz "), "Ana Ruiz");
    }
}
