//! Values as somebody types them in a form: what stands in the form of a row that is there, and how what was typed is read.

use std::collections::BTreeMap;

use decapolis_actions::Field;
use decapolis_base::{Texts, money};
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, Record};
use decapolis_register::table::Kind;
use decapolis_register::value::{self, Cell, Values};
use decapolis_words::errors::Result;

use super::desk::Desk;
use crate::web::sent::Pairs;

/// What parts the name of a record from its code, where both are typed.
const BEFORE_CODE: &str = " · ";

/// A record as a form names it: "Ana Ruiz · p-7kq2mx".
pub fn with_code(record: &Record, desk: &Desk<'_>) -> String {
    let name = record.name(desk.reader.audience, desk.reader.lang()).unwrap_or_default();
    format!("{name}{BEFORE_CODE}{}", record.code)
}

/// The code in the name of a record as a form has it, else all that was typed: a code or a name.
pub fn code_in(typed: &str) -> &str {
    typed.rsplit_once(BEFORE_CODE).map_or(typed, |(_, code)| code).trim()
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
    let referred = records::by_ids(desk.site.app.db.reader(), ids).await?;
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
