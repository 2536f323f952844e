//! A thing, from a row of a file or from a record, in the form in which two are compared.

use std::collections::BTreeSet;

use decapolis_base::Texts;

use super::addresses::{mail, web_address};
use super::fold::{fold, telling_words};
use super::spelling::other_names;
use crate::journal::RowId;
use crate::table::{Table, Tells};
use crate::value::{Cell, Values};

/// A thing as far as it is described.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Described {
    /// Its label in every language, folded.
    pub names: Vec<String>,
    /// Other names of it, folded.
    pub other_names: Vec<String>,
    /// Whether its label is a title.
    pub titled: bool,
    pub mails: Vec<String>,
    pub addresses: Vec<String>,
    pub place: Option<RowId>,
    /// Words that only say where it is.
    pub place_words: BTreeSet<String>,
    /// Where it is, as it was written, folded.
    pub place_name: Option<String>,
    /// Two letters. A country that is written out has many spellings and proves nothing.
    pub country: Option<String>,
    /// The first and last day that it may have begun, yyyymmdd.
    pub day: Option<(i64, i64)>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub catalogue: Option<RowId>,
    pub sort: Option<String>,
}

impl Described {
    /// From a label and the stored values of what its kind has besides.
    pub fn of(table: &Table, label: &Texts, values: &Values) -> Described {
        let mut described =
            Described { names: distinct(label.iter().map(|(_, words)| words)), ..Default::default() };
        for (name, tells) in table.known_by {
            let cell = values.get(*name).unwrap_or(&Cell::Null);
            let text = cell.text().map(str::trim).filter(|t| !t.is_empty());
            match tells {
                Tells::Title => described.titled = true,
                Tells::OtherNames => {
                    described.other_names.extend(distinct(text.into_iter().flat_map(other_names)))
                }
                Tells::Mail => described.mails.extend(text.and_then(mail)),
                Tells::Address => described.addresses.extend(text.and_then(web_address)),
                Tells::Place => described.place = cell.int(),
                Tells::PlaceName => {
                    described.place_name = text.map(fold).filter(|f| !f.is_empty());
                    described.lies_in(text.into_iter());
                }
                Tells::Country => {
                    described.country =
                        text.filter(|t| t.len() == 2 && t.is_ascii()).map(str::to_ascii_uppercase);
                    described.lies_in(text.into_iter());
                }
                Tells::Day => {
                    let last = values.get(&format!("{name}_last")).and_then(Cell::int);
                    described.day = cell.int().map(|first| (first, last.unwrap_or(first)));
                }
                Tells::Latitude => described.latitude = number(cell),
                Tells::Longitude => described.longitude = number(cell),
                Tells::Catalogue => described.catalogue = cell.int(),
                Tells::Sort => described.sort = text.map(str::to_string),
            }
        }
        described
    }

    /// Words that say where it is tell no title from another.
    pub fn lies_in<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        for folded in names.map(fold) {
            self.place_words.extend(telling_words(&folded).into_iter().map(str::to_string));
        }
    }
}

fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(n) => Some(*n),
        Cell::Int(n) => Some(*n as f64),
        _ => None,
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    for folded in names.map(fold) {
        if !folded.is_empty() && !all.contains(&folded) {
            all.push(folded);
        }
    }
    all
}
