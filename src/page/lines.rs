//! The numbers of a page as lines of data: the content of the CSV and JSON files, and what tests read back.

use serde::Serialize;

use super::number::{Counted, Number};
use super::sheet::{Section, Sheet, Show};

/// One published number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The key of its section.
    pub section: String,
    /// The key of the figure.
    pub figure: String,
    /// The code that opens it: four characters, with the part that is meant.
    pub code: String,
    /// The column it is broken down by; empty for the figure itself.
    pub by: String,
    /// The value of that column, or the code of a record.
    pub is: String,
    /// The number as rounded for print; `None` if nothing is counted.
    pub value: Option<f64>,
    pub counted: Option<i64>,
    /// The base of a share.
    pub base: Option<i64>,
    /// The share in percent before it was rounded.
    pub exact: Option<f64>,
    /// For how many of the base the value is not stated.
    pub unknown: i64,
    /// The least and the most that the share can be, in percent, if it is printed as a range.
    pub range: Option<[f64; 2]>,
    /// The currency whose minor units `counted` and `base` are; empty if no money is counted.
    pub currency: String,
    /// The number as printed, in the language of the page.
    pub shown: String,
    /// The noun of what is counted.
    pub words: String,
    /// The URL of the figure's page.
    pub address: String,
}

/// The numbers of a page, in page order. A figure that is shown twice gives two lines.
pub fn lines(sheet: &Sheet) -> Vec<Line> {
    sheet.sections.iter().flat_map(|section| lines_of(section, &sheet.words.none)).collect()
}

/// The numbers of a section. `none` is printed where there is no number.
fn lines_of(section: &Section, none: &str) -> Vec<Line> {
    let mut all = vec![];
    let line =
        |figure: &str, code: &str, counted: &Counted, shown: Option<&str>, words: &str, address: &str| Line {
            section: section.key.clone(),
            figure: figure.into(),
            code: code.into(),
            by: String::new(),
            is: String::new(),
            value: counted.value,
            counted: (counted.value.is_some() && !counted.withheld).then_some(counted.counted),
            base: counted.base.filter(|_| !counted.withheld),
            exact: counted.exact,
            unknown: counted.unknown,
            range: counted.range,
            currency: counted.currency.clone().unwrap_or_default(),
            shown: shown.unwrap_or(none).into(),
            words: words.into(),
            address: address.into(),
        };
    let number = |all: &mut Vec<Line>, it: &Number| {
        // the remainder of a whole is not a figure
        if it.key.is_empty() {
            return;
        }
        all.push(line(&it.key, &it.code, &it.counted, it.shown.as_deref(), &it.noun, &it.href));
        all.extend(
            it.within.iter().map(|w| line(&w.key, &w.code, &w.counted, w.shown.as_deref(), &w.noun, &w.href)),
        );
    };
    let plain = |figure: &str, code: &str, n: i64, shown: &str, words: &str, address: &str| {
        line(
            figure,
            code,
            &Counted { counted: n, value: Some(n as f64), ..Counted::default() },
            Some(shown),
            words,
            address,
        )
    };
    for show in &section.shows {
        match show {
            Show::Number { number: it, .. } => number(&mut all, it),
            Show::Whole { numbers, .. } => numbers.iter().for_each(|it| number(&mut all, it)),
            Show::Balance(it) => {
                all.extend(
                    it.steps.iter().map(|s| plain(&s.key, &s.code, s.counted, &s.shown, &s.words, &s.href)),
                );
            }
            Show::Groups(it) => all.extend(it.groups.iter().map(|g| Line {
                by: it.by.clone(),
                is: g.is.clone(),
                ..plain(&it.key, &g.code, g.counted, &g.shown, &g.words, &g.href)
            })),
            Show::Map(_) | Show::Drawings(_) | Show::Words(_) => {}
        }
    }
    all
}
