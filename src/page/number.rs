//! A number of the page: what it says, its code and signs, and what opens under it.

use decapolis_drawing::{Drawing, Sign};
use serde::{Deserialize, Serialize};

use super::sheet::Link;

/// A number as it stands on the page. Everything but its code and noun may be missing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Number {
    /// The key of the figure; the number stands at `#key` on the page.
    pub key: String,
    /// The four characters it is quoted by.
    pub code: String,
    /// The page of the figure.
    pub href: String,
    /// What was counted, as it was counted.
    pub counted: Counted,
    /// The number as written; without one a dash stands in its place.
    pub shown: Option<String>,
    /// Words before the number: "More than".
    pub prefix: Option<String>,
    /// A second number under the first: "+ 6". It is that of the first figure of [`Number::within`].
    pub also: Option<String>,
    /// What is counted.
    pub noun: String,
    /// How the network was involved.
    pub verb: Option<String>,
    /// The fraction behind a share, or another line under the drawing: "107 of 141".
    pub caption: Option<String>,
    /// What kind of number it is.
    pub signs: Vec<Sign>,
    /// What has changed since the page was published: the words, and where it is told. A triangle stands at the number.
    pub corrected: Option<Link>,
    /// The drawing under the words.
    pub drawing: Option<Drawing>,
    /// Other figures that stand in the same sentence, each with its own code.
    pub within: Vec<Within>,
    /// What opens under the number.
    pub details: Details,
}

/// What was counted and of what, in units of the figure or minor units of its currency; both are 0 where nothing was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counted {
    pub counted: i64,
    /// The base of a share.
    pub base: Option<i64>,
    /// The number as it is printed, as a number: rounded to the decimals shown, or down to the floor; a share in percent.
    pub value: Option<f64>,
    /// An amount of money, which the public sees as a share only: then `counted` and `base` stay 0.
    pub withheld: bool,
}

/// A further figure in the sentence of a number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Within {
    /// The key of the figure.
    pub key: String,
    /// Its four characters.
    pub code: String,
    /// The page of the figure.
    pub href: String,
    /// What was counted, as it was counted.
    pub counted: Counted,
    /// The number as written.
    pub shown: Option<String>,
    /// What is counted.
    pub noun: String,
    /// Its number and noun: "8 activities".
    pub words: String,
    /// What kind of number it is.
    pub signs: Vec<Sign>,
    /// What has changed since the page was published.
    pub corrected: Option<Link>,
}

/// What opens under a number. A text that is missing is left out with its heading.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// What is counted.
    pub counted: Option<String>,
    /// The day or the period, and as known when.
    pub period: Option<String>,
    /// The rule in one sentence.
    pub rule: Option<String>,
    /// The base of a share: "141 members on 31 December".
    pub base: Option<String>,
    /// How many of the base nobody knows about.
    pub unknown: Option<String>,
    /// What was left out and why.
    pub left_out: Option<String>,
    /// The list, the table for spreadsheets, the data, the citation, the picture to share: in this order, those that there are.
    pub links: Vec<Link>,
}

/// The words around all numbers of a page.
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
    /// What stands in place of a number that there is none of.
    pub none: String,
    /// The heading of the other figures of the sentence.
    pub within: String,
    /// The words of the signs, in the order on the day, during the year, at least, provisional.
    pub signs: [String; 4],
}

impl NumberWords {
    /// The words of a sign.
    pub fn of(&self, it: Sign) -> &str {
        match it {
            Sign::OnTheDay => &self.signs[0],
            Sign::DuringTheYear => &self.signs[1],
            Sign::AtLeast => &self.signs[2],
            Sign::Provisional => &self.signs[3],
        }
    }
}

/// How much room a number takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Face {
    /// The one number the page begins with.
    Huge,
    /// One of the few under it.
    Big,
    /// A row: the number on the axis, its words beside it.
    #[default]
    Row,
    /// In a sentence of its own, the number first.
    Running,
}
