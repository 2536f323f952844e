//! The rules for one row by itself.

use decapolis_base::{Currency, Day, PartialDay};
use decapolis_words::message::{Args, Message};
use serde_json::{Map, Value};

use super::{AddedIn, Fault, Kinds};
use crate::journal::RowId;
use crate::table::{ANY, Column, Kind, Table};
use crate::value::{Cell, Values, instant};

/// What is wrong with one row: required columns, the domain of each column's kind, the span, and the table's own check.
///
/// `values` are all stored columns of the row as they will be; a column that is missing is empty. `kinds` knows every record that the
/// row refers to ([`references`]). `row` comes back in the faults.
pub fn of_row(table: &'static Table, row: usize, values: &Values, kinds: &Kinds) -> Vec<Fault> {
    let mut faults = vec![];
    let mut fault = |column, message| faults.push(Fault { row, column, message });
    for column in table.all_columns() {
        if let Some(message) = wrong_with(table, column, values, kinds) {
            fault(column.name, message);
        }
        // an amount without its currency would be so many cents of nothing
        if let Kind::Money(currency) = column.kind
            && values.get(column.name).is_some_and(|amount| *amount != Cell::Null)
            && values.get(currency).and_then(Cell::text).is_none_or(str::is_empty)
            && table.column(currency).is_some_and(|c| !c.required)
        {
            fault(currency, required(currency));
        }
    }
    for (column, message) in other_currencies(table, values, kinds) {
        fault(column, message);
    }
    if let Some((column, key)) = table.check.and_then(|check| check(values)) {
        // a logo is a long text
        let text = values.get(column).and_then(Cell::text).unwrap_or_default();
        let shown: String = text.chars().take(SHOWN).collect();
        fault(column, Message::with(key, [("text", shown.into())]));
    }
    if let Some((from, until)) = table.span {
        let (first, last) =
            (values.get(from).and_then(Cell::int), values.get(&format!("{until}_last")).and_then(Cell::int));
        let closed = closed_as(table, values);
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            let key = if closed.is_some() { "error-closed-before-start" } else { "error-end-before-start" };
            fault(until, Message::new(key));
        }
        if let Some(state) = closed.filter(|_| last.is_none()) {
            fault(until, Message::with("error-closed-without-end", [("text", state.into())]));
        }
    }
    faults
}

/// The state that ends this row, if it has one.
fn closed_as<'a>(table: &Table, values: &'a Values) -> Option<&'a str> {
    let closing = table.closing?;
    let text = |column: &str| values.get(column).and_then(Cell::text);
    let lasts =
        closing.of.is_none_or(|(column, kinds)| text(column).is_some_and(|kind| kinds.contains(&kind)));
    text(closing.state).filter(|state| lasts && closing.closed.contains(state))
}

/// The columns of amounts to be added that are in another currency than the network's; or, while no record names that, than the amounts
/// that are there already.
fn other_currencies<'a>(
    table: &'static Table,
    values: &'a Values,
    kinds: &'a Kinds,
) -> impl Iterator<Item = (&'static str, Message)> + 'a {
    let network = match &kinds.currency {
        AddedIn::Unknown => None,
        AddedIn::Named(currency) => Some((currency.as_str(), "error-other-currency")),
        AddedIn::OfAmounts(currency) => Some((currency.as_str(), "error-second-currency")),
    };
    let columns = table.one_currency.iter().flat_map(|one| one.columns.iter().copied());
    columns.filter_map(move |column| {
        let text = values.get(column)?.text()?;
        let (currency, wrong) = network.filter(|(currency, _)| *currency != text)?;
        let args = [("text", text.into()), ("currency", currency.into())];
        Some((column, Message::with(wrong, args)))
    })
}

/// The records that a row refers to, for looking up their [`Kinds`].
pub fn references<'a>(table: &'static Table, values: &'a Values) -> impl Iterator<Item = RowId> + 'a {
    table.columns.iter().filter(|c| matches!(c.kind, Kind::Ref(_))).filter_map(|c| values.get(c.name)?.int())
}

/// The first character of a text that no text may hold: control characters other than tab and line ends. PostgreSQL cannot store the
/// zero byte, and nobody can see the others.
pub fn control_character(text: &str) -> Option<char> {
    text.chars().find(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// Codes are readable and safe in an address: lowercase letters, digits, hyphens and dots, at most 80.
pub fn is_code(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.')
        && !text.starts_with(['-', '.'])
}

/// The most characters of a cell that the message of a table's own check shows.
const SHOWN: usize = 60;

/// The message for a text that is no amount of this currency: it says how many decimals the currency has. `currency` may be empty or
/// unknown, where another message says so.
pub fn not_money(text: &str, currency: &str) -> Message {
    let digits = Currency::of(&currency.trim().to_uppercase()).map(Currency::digits);
    let example = format!("1234.{}", "500".get(..digits.unwrap_or(1) as usize).unwrap_or("5000"));
    let args = [
        ("text", text.into()),
        ("currency", currency.into()),
        ("digits", digits.map_or(-1, i64::from).into()),
        ("example", example.into()),
    ];
    Message::with("error-not-money", args)
}

/// The message for a text with a control character.
pub fn has_control_character(character: char) -> Message {
    Message::with("error-control-character", [("character", format!("U+{:04X}", character as u32).into())])
}

fn wrong_with(table: &Table, column: &Column, values: &Values, kinds: &Kinds) -> Option<Message> {
    let cell = values.get(column.name).unwrap_or(&Cell::Null);
    let empty = match (column.kind, cell) {
        (_, Cell::Null) => true,
        (Kind::Text | Kind::Choice(_), Cell::Text(text)) => column.required && text.is_empty(),
        (Kind::Texts, Cell::Text(text)) => column.required && text == "{}",
        _ => false,
    };
    if empty {
        let besides = column.physical()[1..]
            .iter()
            .any(|name| values.get(name).is_some_and(|cell| *cell != Cell::Null));
        return match column.kind {
            _ if column.required => Some(required(column.name)),
            Kind::Day | Kind::Bound if besides => said("error-not-a-day", cell, Args::default()),
            Kind::Instant if besides => said("error-not-an-instant", cell, Args::default()),
            _ => None,
        };
    }
    match (column.kind, cell) {
        (Kind::Text, Cell::Text(text)) if table.is_records() && column.name == "code" && !is_code(text) => {
            said("error-bad-code", cell, Args::default())
        }
        (Kind::Text, Cell::Text(text)) => control_character(text).map(has_control_character).or_else(|| {
            let codes = column.codes.filter(|codes| !text.is_empty() && !codes.has(text))?;
            said(codes.refusal(), cell, Args::default())
        }),
        (Kind::Texts, Cell::Text(json)) => wrong_with_texts(json),
        (Kind::Choice(choices), Cell::Text(text)) if choices.contains(&text.as_str()) => None,
        (Kind::Choice(choices), _) => {
            said("error-not-a-choice", cell, [("choices", choices.join(", ").into())].into())
        }
        (Kind::Ref(kind), Cell::Int(id)) => wrong_with_reference(kind, *id, kinds),
        (Kind::Int, Cell::Int(n)) if column.least.is_some_and(|least| *n < least) => {
            said("error-below-the-least", cell, [("least", column.least.unwrap_or_default().into())].into())
        }
        (Kind::Int | Kind::Money(_) | Kind::Number, Cell::Int(_)) | (Kind::Bool, Cell::Bool(_)) => None,
        (Kind::Number, Cell::Number(n)) if n.is_finite() => None,
        (Kind::Day | Kind::Bound, Cell::Int(first)) => wrong_with_day(column, *first, values),
        (Kind::Instant, _) => {
            let day = values.get(&format!("{}_day", column.name)).and_then(Cell::int);
            let sound =
                instant(values, column.name).is_some_and(|instant| Some(instant.day().number()) == day);
            if sound { None } else { said("error-not-an-instant", cell, Args::default()) }
        }
        (Kind::Int, _) => said("error-not-a-whole-number", cell, Args::default()),
        (Kind::Number, _) => said("error-not-a-number", cell, Args::default()),
        (Kind::Bool, _) => said("error-not-yes-or-no", cell, Args::default()),
        (Kind::Money(beside), _) => {
            let currency = values.get(beside).and_then(Cell::text).unwrap_or_default();
            Some(not_money(&text_of(cell), currency))
        }
        (Kind::Day | Kind::Bound, _) => said("error-not-a-day", cell, Args::default()),
        (Kind::Ref(kind), _) => said("error-unknown-code", cell, [("kind", kind.into())].into()),
        (Kind::Text | Kind::Texts, _) => said("error-not-a-text", cell, Args::default()),
    }
}

fn required(column: &str) -> Message {
    Message::with("error-required", [("column", column.into())])
}

fn wrong_with_texts(json: &str) -> Option<Message> {
    let not_texts = || Some(Message::with("error-not-a-text", [("text", json.into())]));
    let Ok(texts) = serde_json::from_str::<Map<String, Value>>(json) else { return not_texts() };
    let tag = |language: &str| {
        !language.is_empty() && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    for (language, words) in &texts {
        match words {
            Value::String(words) if tag(language) && !words.is_empty() => {
                if let Some(character) = control_character(words) {
                    return Some(has_control_character(character));
                }
            }
            _ => return not_texts(),
        }
    }
    None
}

fn wrong_with_reference(kind: &'static str, id: RowId, kinds: &Kinds) -> Option<Message> {
    let text = id.to_string();
    match kinds.of(id) {
        None => Some(Message::with("error-unknown-code", [("text", text.into()), ("kind", kind.into())])),
        Some(of) if kind == ANY || of == kind => None,
        Some(other) => {
            let args = [("text", text.into()), ("kind", kind.into()), ("other", other.into())];
            Some(Message::with("error-code-of-other-kind", args))
        }
    }
}

fn wrong_with_day(column: &Column, first: i64, values: &Values) -> Option<Message> {
    let last = values.get(&format!("{}_last", column.name)).and_then(Cell::int);
    let day = |number: i64| Day::from_number(number);
    match day(first).zip(last.and_then(day)).map(|(first, last)| PartialDay { first, last }) {
        Some(day) if day.first > day.last => {
            Some(Message::with("error-not-a-day", [("text", day.to_string().into())]))
        }
        Some(day) if column.kind == Kind::Day && day.vaguer_than_a_year() => {
            Some(Message::with("error-day-too-vague", [("text", day.to_string().into())]))
        }
        Some(_) => None,
        None => Some(Message::with("error-not-a-day", [("text", first.to_string().into())])),
    }
}

/// A refusal of a value, with the value as it would be written in a file.
fn said(key: &'static str, cell: &Cell, more: Args) -> Option<Message> {
    let mut args: Args = [("text", text_of(cell).into())].into();
    args.0.extend(more.0);
    Some(Message { key, args })
}

fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Null => String::new(),
        Cell::Int(n) => n.to_string(),
        Cell::Number(n) => n.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Bool(yes) => if *yes { "yes" } else { "no" }.to_string(),
    }
}

#[cfg(test)]
mod tests;
