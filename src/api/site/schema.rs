//! JSON Schema of what is read and sent, from the descriptions of tables and actions.

use decapolis_actions::{Deed, Offer};
use decapolis_register::table::{Column, Kind, RECORDS, Table};
use decapolis_words::Locale;
use serde_json::{Map, Value, json};

use crate::office::list::{EMPTY, is_of_records};
use crate::records::worded::label;

/// What an action asks, by the name of each field.
pub fn fields(offer: &Offer, locale: &Locale<'_>) -> Value {
    let fields = offer.about.fields.iter().filter_map(|field| {
        let mut schema = typed(field.column()?);
        schema["title"] = json!(label(field.table.name, field.name, locale));
        Some((field.name.to_string(), schema))
    });
    let fields: Map<String, Value> = fields.collect();
    // a row that is there keeps what is not sent
    let is_new = offer.on_row.is_none_or(|on| on.deed == Deed::Create);
    let required = offer.about.fields.iter().filter(|field| field.required && is_new).map(|field| field.name);
    json!({
        "type": "object",
        "properties": fields,
        "required": required.collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

/// What is sent for a field of this kind.
fn typed(column: &Column) -> Value {
    match column.kind {
        Kind::Ref(kind) => json!({
            "type": ["string", "null"],
            "description": match kind {
                "" => "The code of a record.".to_string(),
                kind => format!("The code of a record of the kind `{kind}`, or a name that only one has."),
            },
        }),
        Kind::Text => json!({ "type": ["string", "null"] }),
        Kind::Texts => json!({
            "type": ["object", "null"],
            "description": "Words by language.",
            "additionalProperties": { "type": ["string", "null"] },
        }),
        Kind::Choice(words) => {
            let words: Vec<Value> = words.iter().map(|word| json!(word)).chain([Value::Null]).collect();
            json!({ "enum": words })
        }
        Kind::Int => json!({ "type": ["integer", "null"] }),
        Kind::Number => json!({ "type": ["number", "null"] }),
        Kind::Money(beside) => json!({
            "type": ["string", "number", "null"],
            "description": format!("An amount in units of the currency in `{beside}`: \"1250.50\"."),
        }),
        Kind::Bool => json!({ "type": ["boolean", "null"] }),
        Kind::Day | Kind::Bound => json!({
            "type": ["string", "null"],
            "description": "A day, or what is known of it: 2020-12-31, 2020-12, 2020, ../2018, 2015/2018.",
        }),
        Kind::Instant => json!({
            "type": ["string", "null"],
            "description": "A moment with its zone: 2020-11-30 10:00 Europe/Madrid.",
        }),
    }
}

/// What a filter of a column takes: a value of it, or [`EMPTY`] for rows without one.
pub fn filter(column: &Column) -> Value {
    let of = |pattern: &str, description: &str| {
        let pattern = format!("^({EMPTY}|{pattern})$");
        json!({ "type": "string", "pattern": pattern, "description": description })
    };
    match column.kind {
        Kind::Choice(words) => {
            json!({ "enum": words.iter().copied().chain([EMPTY]).collect::<Vec<_>>() })
        }
        Kind::Bool => json!({ "enum": ["yes", "no", EMPTY] }),
        Kind::Day | Kind::Bound | Kind::Instant => {
            of(DAYS, "A day, or what is known of it: 2020-12-31, 2020-12, 2020, ../2018, 2015/2018.")
        }
        Kind::Int | Kind::Number | Kind::Money(_) => {
            of(RANGE, "A number, or a range of which an end may be left out: 10..50.")
        }
        Kind::Ref(_) => json!({ "type": "string", "minLength": 1, "description": "The code of a record." }),
        Kind::Texts => json!({
            "type": "string",
            "minLength": 1,
            "description": "A part of the words in any language; -fr: without words in French.",
        }),
        Kind::Text => json!({ "type": "string", "minLength": 1, "description": "A part of the text." }),
    }
}

/// A partial day as filters take it.
const DAYS: &str = r"\d{4}(-\d{2}(-\d{2})?)?|(\.\.|\d{4}(-\d{2}(-\d{2})?)?)/(\.\.|\d{4}(-\d{2}(-\d{2})?)?)";
/// A number, or a range of numbers.
const RANGE: &str = r"-?\d+(\.\d+)?|(-?\d+(\.\d+)?)?\.\.(-?\d+(\.\d+)?)?";

/// What is read of a column.
fn read(column: &Column) -> Value {
    match column.kind {
        Kind::Ref(_) => {
            json!({ "anyOf": [{ "$ref": "#/components/schemas/Reference" }, { "type": "null" }] })
        }
        Kind::Choice(_) | Kind::Text | Kind::Day | Kind::Bound | Kind::Instant | Kind::Money(_) => {
            json!({ "type": ["string", "null"] })
        }
        Kind::Texts => json!({ "type": ["object", "null"], "additionalProperties": { "type": "string" } }),
        Kind::Int => json!({ "type": ["integer", "null"] }),
        Kind::Number => json!({ "type": ["number", "null"] }),
        Kind::Bool => json!({ "type": ["boolean", "null"] }),
    }
}

/// The columns that are read of a table's rows.
pub fn columns(table: &'static Table) -> impl Iterator<Item = &'static Column> {
    let of_records = RECORDS.columns.iter().filter(move |c| table.kind().is_some() && is_of_records(c.name));
    of_records.chain(table.all_columns())
}

/// A row of a table. Which columns it has depends on what the reader may see, so none is required.
pub fn row(table: &'static Table, locale: &Locale<'_>) -> Value {
    let mut properties: Map<String, Value> = columns(table)
        .map(|column| {
            let mut schema = read(column);
            schema["title"] = json!(label(table.name, column.name, locale));
            (column.name.to_string(), schema)
        })
        .collect();
    let text = |description: &str| json!({ "type": "string", "description": description });
    if table.kind().is_some() {
        properties.insert("kind".into(), text("The kind of the record."));
        properties.insert(
            "facts".into(),
            json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        );
    }
    properties.insert("href".into(), text("Where the row is read alone."));
    json!({ "type": "object", "properties": properties })
}
