//! The formats of the cells of an ODS workbook: which parts of a day they show, and how many digits.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::number_format::NumberFormat;
use super::ods::{attribute, times};

/// Formats by the names of the styles of cells, as the workbook describes them before its tables.
#[derive(Default)]
pub(super) struct OdsFormats {
    /// The format being described, and its code as Excel would write it.
    open: Option<(String, String)>,
    by_name: HashMap<String, NumberFormat>,
    /// By the style of cells: the name of its format.
    styles: HashMap<String, String>,
    /// The styles of the columns of the open table, each up to before this column.
    columns: Vec<(u32, String)>,
}

impl OdsFormats {
    /// Reads the start of an element.
    pub(super) fn start(&mut self, tag: &BytesStart) {
        let name = tag.name();
        match name.as_ref() {
            "number:date-style" | "number:number-style" | "number:time-style" => {
                self.close();
                self.open = attribute(tag, "style:name").map(|name| (name, String::new()));
            }
            "number:day" => self.say(if is_long(tag) { "dd" } else { "d" }),
            "number:month" => self.say("m"),
            "number:year" => self.say("yyyy"),
            "number:era" => self.say(" "),
            "number:day-of-week" => self.say("dddd"),
            // neither shows the month: no more than the year is certain
            "number:quarter" | "number:week-of-year" => self.say(" "),
            "number:hours" => self.say("h"),
            "number:minutes" => self.say("m"),
            "number:seconds" => self.say("s"),
            "number:text" => self.say("\"-\""),
            "number:number" => {
                let digits =
                    attribute(tag, "number:min-integer-digits").and_then(|n| n.parse::<usize>().ok());
                let decimals = attribute(tag, "number:decimal-places").is_some_and(|n| n != "0");
                let grouped = attribute(tag, "number:grouping").as_deref() == Some("true");
                if !decimals && !grouped {
                    self.say(&"0".repeat(digits.unwrap_or(1).min(20)));
                } else {
                    self.say("#");
                }
            }
            "style:style" => {
                self.close();
                if let (Some(style), Some(format)) =
                    (attribute(tag, "style:name"), attribute(tag, "style:data-style-name"))
                {
                    self.styles.insert(style, format);
                }
            }
            "table:table" => {
                self.close();
                self.columns.clear();
            }
            "table:table-column" => {
                let from = self.columns.last().map_or(0, |(until, _)| *until);
                let until = from.saturating_add(times(tag, "table:number-columns-repeated"));
                self.columns
                    .push((until, attribute(tag, "table:default-cell-style-name").unwrap_or_default()));
            }
            _ => {}
        }
    }

    fn say(&mut self, code: &str) {
        if let Some((_, open)) = &mut self.open {
            open.push_str(code);
        }
    }

    fn close(&mut self) {
        if let Some((name, code)) = self.open.take() {
            self.by_name.insert(name, NumberFormat::of(&code));
        }
    }

    /// The format of a cell of this style in this column.
    pub(super) fn of(&self, style: Option<String>, column: u32) -> NumberFormat {
        let of_column =
            || self.columns.iter().find(|(until, _)| column < *until).map(|(_, style)| style.clone());
        style
            .or_else(of_column)
            .and_then(|style| self.by_name.get(self.styles.get(&style)?).cloned())
            .unwrap_or_default()
    }
}

fn is_long(tag: &BytesStart) -> bool {
    attribute(tag, "number:style").as_deref() == Some("long")
}
