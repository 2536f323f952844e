//! The page as JSON and CSV: its head, and one line for each number.

use decapolis_base::Currency;
use decapolis_figures::Answer;
use decapolis_import::transfer::safe_from_formulas;
use decapolis_words::errors::{Error, Result};
use serde_json::{Value, json};

use super::Dress;
use crate::page::lines::{Line, lines};
use crate::page::sheet::Sheet;
use crate::records::measured::{data, text};

/// The version of the data format. Raised when a name changes its meaning or is removed.
const SHAPE: u32 = 1;

/// The page as JSON: its head, and its numbers by section.
pub fn json(sheet: &Sheet, dress: &Dress) -> Result<Vec<u8>> {
    let all = lines(sheet);
    let sections: Vec<Value> = sheet
        .sections
        .iter()
        .map(|section| {
            let numbers: Vec<Value> = all
                .iter()
                .filter(|line| line.section == section.key)
                .map(|line| number(line, sheet, dress))
                .collect();
            json!({ "key": section.key, "heading": section.heading, "numbers": numbers })
        })
        .collect();
    let data = json!({
        "shape": SHAPE,
        "network": sheet.network,
        "language": sheet.lang,
        "headline": sheet.headline,
        "year": sheet.year,
        "from": sheet.from,
        "to": sheet.to,
        "edition": sheet.edition,
        "state": sheet.state,
        "illustrative": sheet.ribbon.is_some(),
        "address": sheet.address.as_ref().map(|link| dress.whole(&link.href)),
        "notes": sheet.legend.lines,
        "methods": sheet.legend.methods.as_ref().map(|link| dress.whole(&link.href)),
        "sections": sections,
    });
    let mut text = serde_json::to_vec_pretty(&data)
        .map_err(|e| Error::Broken(format!("the data of {}: {e}", sheet.year)))?;
    text.push(b'\n');
    Ok(text)
}

/// The absolute URL that opens a number for ever. Empty if it has no code, or the page is older than such addresses.
fn permanent(line: &Line, sheet: &Sheet, dress: &Dress) -> String {
    if sheet.codes.is_empty() || line.code.is_empty() {
        return String::new();
    }
    dress.whole(&format!("{}/{}", sheet.codes, line.code))
}

fn number(line: &Line, sheet: &Sheet, dress: &Dress) -> Value {
    let mut value = json!({
        "figure": line.figure,
        "code": line.code,
        "value": line.value,
        "counted": line.counted.map(|n| measured(line, n)),
        "base": line.base.map(|n| measured(line, n)),
        "shown": line.shown,
        "words": line.words,
        "address": dress.whole(&line.address),
        "permanent": permanent(line, sheet, dress),
    });
    if let Some(exact) = line.exact {
        value["exact"] = json!(exact);
    }
    if line.unknown > 0 {
        value["unknown"] = json!(line.unknown);
    }
    if let Some(range) = line.range {
        value["range"] = json!(range);
    }
    if !line.currency.is_empty() {
        value["currency"] = json!(line.currency);
    }
    if !line.by.is_empty() {
        value["by"] = json!(line.by);
        value["is"] = json!(line.is);
    }
    value
}

/// A count, or an amount in whole units of its currency.
fn measured(line: &Line, measure: i64) -> Value {
    data(Answer::default().in_money(Currency::of(&line.currency)), measure)
}

/// The columns of a page as CSV.
const HEADER: [&str; 22] = [
    "network",
    "year",
    "from",
    "to",
    "edition",
    "section",
    "figure",
    "code",
    "by",
    "is",
    "value",
    "counted",
    "base",
    "exact",
    "unknown",
    "least",
    "most",
    "currency",
    "shown",
    "words",
    "address",
    "permanent",
];

/// The page as CSV: a header and a line for each number. Cells are protected against formulas, and a byte order mark
/// tells spreadsheets that the text is UTF-8.
pub fn csv(sheet: &Sheet, dress: &Dress) -> Result<Vec<u8>> {
    let broken = |e: &dyn std::fmt::Display| Error::Broken(format!("the table of {}: {e}", sheet.year));
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(HEADER).map_err(|e| broken(&e))?;
    let edition = sheet.edition.map(|n| n.to_string()).unwrap_or_default();
    for line in lines(sheet) {
        let whole = |n: Option<i64>| n.map(|n| text(&line.currency, n)).unwrap_or_default();
        let percent = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
        let (counted, base) = (whole(line.counted), whole(line.base));
        let permanent = permanent(&line, sheet, dress);
        let cells = [
            sheet.network.clone(),
            sheet.year.to_string(),
            sheet.from.clone(),
            sheet.to.clone(),
            edition.clone(),
            line.section,
            line.figure,
            line.code,
            line.by,
            line.is,
            line.value.map(|n| n.to_string()).unwrap_or_default(),
            counted,
            base,
            percent(line.exact),
            if line.unknown > 0 { line.unknown.to_string() } else { String::new() },
            percent(line.range.map(|range| range[0])),
            percent(line.range.map(|range| range[1])),
            line.currency,
            line.shown,
            line.words,
            dress.whole(&line.address),
            permanent,
        ];
        writer.write_record(cells.iter().map(|cell| safe_from_formulas(cell))).map_err(|e| broken(&e))?;
    }
    writer.into_inner().map_err(|e| broken(&e))
}
