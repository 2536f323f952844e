//! Reads the words of one cell as stored values.

use decapolis_base::{Day, Instant, NotAnInstant, PartialDay, money};
use decapolis_spreadsheets::{DaysOfColumn, Value as FileCell};

use decapolis_register::rules::not_money;
use decapolis_register::table::{Codes, Column, Kind};
use decapolis_register::value::{self, Cell};
use decapolis_words::message::{Args, Message};

use crate::intake::countries::{country, not_a_country};
use crate::intake::currencies::currency as currency_meant;

/// The column in which a row says what it is.
pub const SAME_AS: &str = "same_as";

/// The columns every table's file may have besides its own.
pub const FOR_RECORDS: &[&str] =
    &["code", "label", "original", "public", "source", "nature", "revision", SAME_AS];
pub const FOR_FACTS: &[&str] = &["source", "nature", "revision"];

/// Reads one cell as this column's kind; references are resolved elsewhere. An empty cell is no value.
///
/// `currency` is the row's currency, for money. Errors: what is wrong, worded with what is expected.
pub fn read(column: &Column, text: &str, currency: &str) -> Result<Vec<(String, Cell)>, Message> {
    let one = |cell: Cell| Ok(vec![(column.name.to_string(), cell)]);
    let days = |days: [Day; 2]| {
        Ok(column.physical().into_iter().zip(days.map(|day| Cell::Int(day.number()))).collect())
    };
    let wrong = |key, args: Args| Err(Message { key, args });
    if text.is_empty() {
        return Ok(column.physical().into_iter().map(|name| (name, Cell::Null)).collect());
    }
    match column.kind {
        Kind::Text => match column.codes {
            Some(codes) => coded(codes, text).and_then(|code| one(Cell::Text(code))),
            None => one(Cell::Text(text.to_string())),
        },
        Kind::Choice(values) if values.contains(&text) => one(Cell::Text(text.to_string())),
        Kind::Choice(values) => {
            wrong("error-not-a-choice", [("text", text.into()), ("choices", values.join(", ").into())].into())
        }
        Kind::Int => match text.parse::<i64>() {
            Ok(n) => one(Cell::Int(n)),
            Err(_) => wrong("error-not-a-whole-number", [("text", text.into())].into()),
        },
        Kind::Number => match text.parse::<f64>() {
            // no file tells 0 from -0
            Ok(n) if n.is_finite() => one(Cell::Number(n + 0.0)),
            _ => wrong("error-not-a-number", [("text", text.into())].into()),
        },
        Kind::Money(_) => match money::read(text, &currency.trim().to_uppercase()) {
            Some(minor) => one(Cell::Int(minor)),
            None => Err(not_money(text, currency)),
        },
        Kind::Bool => match text {
            "yes" | "true" | "1" => one(Cell::Bool(true)),
            "no" | "false" | "0" => one(Cell::Bool(false)),
            _ => wrong("error-not-yes-or-no", [("text", text.into())].into()),
        },
        Kind::Day | Kind::Bound => match text.parse::<PartialDay>() {
            Ok(day) if column.kind == Kind::Day && day.vaguer_than_a_year() => {
                wrong("error-day-too-vague", [("text", text.into())].into())
            }
            Ok(day) => days([day.first, day.last]),
            Err(_) => wrong(not_a_day(text), [("text", text.into())].into()),
        },
        Kind::Instant => match text.parse::<Instant>() {
            Ok(instant) => Ok(value::of_instant(column.name, &instant)),
            Err(why) => wrong(
                match why {
                    NotAnInstant::Written => "error-not-an-instant",
                    NotAnInstant::WithoutZone => "error-instant-without-zone",
                    NotAnInstant::UnknownZone => "error-unknown-zone",
                    NotAnInstant::ClockChange => "error-instant-at-clock-change",
                    NotAnInstant::OtherOffset => "error-instant-with-other-offset",
                },
                [("text", text.into())].into(),
            ),
        },
        Kind::Texts | Kind::Ref(_) => unreachable!("texts and references are read by the plan"),
    }
}

/// Why a text is no day: it may be two, it names no year, or it is none at all.
fn not_a_day(text: &str) -> &'static str {
    match DaysOfColumn::default().read(&FileCell::Text(text.into()), None) {
        Err(why) if matches!(why.key, "error-cell-day-order" | "error-cell-day-without-year") => why.key,
        _ => "error-not-a-day",
    }
}

/// The code of a public list that a cell says. Capitals are its own matter; words are not taken for the code they seem to mean, but it is
/// offered: what the register keeps is what a person wrote.
fn coded(codes: Codes, text: &str) -> Result<String, Message> {
    let code = text.split(';').map(|part| part.trim().to_uppercase()).collect::<Vec<_>>().join(";");
    if codes.has(&code) {
        return Ok(code);
    }
    let meant = |part: &str| match codes {
        Codes::Country | Codes::Countries => country(part),
        Codes::Currency => currency_meant(part),
    };
    let offered: Option<Vec<&str>> = match codes {
        Codes::Countries => text.split(';').map(meant).collect(),
        Codes::Country | Codes::Currency => meant(text).map(|code| vec![code]),
    };
    Err(match offered {
        Some(offered) => Message::with(
            "error-written-as-a-code",
            [("text", text.into()), ("code", offered.join(";").into())],
        ),
        None if codes == Codes::Country => not_a_country(text),
        None => Message::with(codes.refusal(), [("text", text.into())]),
    })
}
