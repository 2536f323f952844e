//! A measure of a figure as data: counts as whole numbers, money in whole units of its currency, exact to the last digit.

use decapolis_base::Currency;
use decapolis_figures::Answer;
use decapolis_spreadsheets::write::SheetCell;
use serde_json::{Value, json};

/// As JSON: `141`, or `25500000.5` of 2,550,000,050 cents. The currency is beside it.
pub fn data(answer: Answer, measure: i64) -> Value {
    if answer.money.is_some() { json!(answer.in_units(measure)) } else { json!(measure) }
}

/// As a cell of a spreadsheet.
pub fn cell(money: Option<Currency>, measure: i64) -> SheetCell {
    match money {
        Some(currency) => SheetCell::Decimal { units: measure, digits: currency.digits() },
        None => SheetCell::Whole(measure),
    }
}

/// As text in a CSV file, which the import reads again: `25500000.50`.
pub fn text(currency: &str, measure: i64) -> String {
    if currency.is_empty() { measure.to_string() } else { decapolis_base::money::write(measure, currency) }
}
