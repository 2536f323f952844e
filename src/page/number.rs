//! A number on a page: its text, code, signs and details.

use decapolis_drawing::{Drawing, Sign};
use serde::{Deserialize, Serialize};

use super::sheet::Link;

/// A number as shown on the page. Everything but its code and noun may be missing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Number {
    /// The key of the figure, and the number's fragment in the URL: `#key`.
    pub key: String,
    /// The figure's code of four characters.
    pub code: String,
    /// The URL of the figure's page.
    pub href: String,
    /// The exact counts.
    pub counted: Counted,
    /// The number as printed; `None` is printed as a dash.
    pub shown: Option<String>,
    /// The text before the number: "More than".
    pub prefix: Option<String>,
    /// A second number under the first, in the same size: "+ 6". It belongs to the first figure of [`Number::within`].
    pub also: Option<String>,
    /// The noun of what is counted.
    pub noun: String,
    /// A second number of the same rank in the sentence, shown in the same size: "7 men" of "9 women · 7 men".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pair: Option<Pair>,
    /// The verb: how the network was involved.
    pub verb: Option<String>,
    /// The fraction of a share, or another line under the drawing: "107 of 141".
    pub caption: Option<String>,
    /// The signs for the kind of number.
    pub signs: Vec<Sign>,
    /// A link to the correction, if the number has changed since publication. It is shown as a mark at the number.
    pub corrected: Option<Link>,
    /// The drawing under the text.
    pub drawing: Option<Drawing>,
    /// Other figures in the same sentence, each with its own code.
    pub within: Vec<Within>,
    /// The details that open under the number.
    pub details: Details,
}

/// A second number of a sentence. It belongs to a figure of [`Number::within`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Pair {
    /// The number as printed.
    pub shown: String,
    /// The noun of what is counted.
    pub noun: String,
}

/// The counts of a number, in units of the figure or in minor units of its currency. Both are 0 if nothing was counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counted {
    pub counted: i64,
    /// The base of a share.
    pub base: Option<i64>,
    /// The number as printed: rounded to the decimals shown, or down to the floor; a share in percent.
    pub value: Option<f64>,
    /// Whether it is an amount of money that the public sees only as a share; then `counted` and `base` are 0.
    pub withheld: bool,
    /// The share in percent before it was rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<f64>,
    /// For how many of the base the value is not stated.
    #[serde(skip_serializing_if = "is_zero")]
    pub unknown: i64,
    /// The least and the most that the share can be, in percent, if so much is unknown that it is printed as a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    /// The currency whose minor units are counted; `None` if no money is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

fn is_zero(n: &i64) -> bool {
    *n == 0
}

/// Another figure in the sentence of a number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Within {
    /// The key of the figure.
    pub key: String,
    /// The figure's code of four characters.
    pub code: String,
    /// The URL of the figure's page.
    pub href: String,
    /// The exact counts.
    pub counted: Counted,
    /// The number as printed.
    pub shown: Option<String>,
    /// The noun of what is counted.
    pub noun: String,
    /// Its number and noun: "8 activities".
    pub words: String,
    /// The signs for the kind of number.
    pub signs: Vec<Sign>,
    /// A link to the correction, if the number has changed since publication.
    pub corrected: Option<Link>,
}

/// The details that open under a number. A missing text is omitted with its heading.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// What is counted.
    pub counted: Option<String>,
    /// The day or the period, and the date of the data.
    pub period: Option<String>,
    /// The rule in one sentence.
    pub rule: Option<String>,
    /// The base of a share: "141 members on 31 December".
    pub base: Option<String>,
    /// For how many of the base the value is not known.
    pub unknown: Option<String>,
    /// What was left out and why.
    pub left_out: Option<String>,
    /// Links to the list, the spreadsheet, the data, the citation and the picture, in this order, as far as they exist.
    pub links: Vec<Link>,
}

/// The texts that all numbers of a page share.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NumberWords {
    /// The heading of [`Details::counted`].
    pub counted: String,
    /// The heading of [`Details::period`].
    pub period: String,
    /// The heading of [`Details::rule`].
    pub rule: String,
    /// The heading of [`Details::base`].
    pub base: String,
    /// The heading of [`Details::unknown`].
    pub unknown: String,
    /// The heading of [`Details::left_out`].
    pub left_out: String,
    /// The link to the page of the figure: "The figure over the years".
    pub open: String,
    /// The text for a missing number.
    pub none: String,
    /// The heading of the other figures in the sentence.
    pub within: String,
    /// The texts of the signs, in this order: on the day, during the year, at least, provisional.
    pub signs: [String; 4],
}

impl NumberWords {
    /// The text of a sign.
    pub fn of(&self, it: Sign) -> &str {
        match it {
            Sign::OnTheDay => &self.signs[0],
            Sign::DuringTheYear => &self.signs[1],
            Sign::AtLeast => &self.signs[2],
            Sign::Provisional => &self.signs[3],
        }
    }
}

/// How large a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Face {
    /// The first number of the page.
    Huge,
    /// One of the few below it.
    Big,
    /// A row: the number on the axis, its text beside it.
    #[default]
    Row,
    /// A sentence that begins with the number.
    Running,
}
