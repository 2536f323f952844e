//! The page file: sections, items, texts and pictures of a page. One file per page, beside the figures.
//!
//! A page file only names figures and message keys: the figure defines what is counted, the messages define the
//! sentences. It is checked against both before a page is made from it.

use decapolis_drawing::Fill;
use decapolis_figures::Shown;
use serde::Deserialize;

use super::number::Face;
use super::sheet::{Band, GroupsFace};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PageFile {
    pub key: String,
    /// How many calendar years the page covers: one is at `/2020`, three at `/2018-2020`.
    #[serde(default = "one")]
    pub spans: i64,
    /// Whether every section must be signed before the page is published.
    #[serde(default)]
    pub signed: bool,
    /// Whether the file extends the page with the same key that was read before, instead of replacing it.
    #[serde(default)]
    pub extends: bool,
    #[serde(default, rename = "section")]
    pub sections: Vec<SectionFile>,
    /// Items to add to sections of the extended page.
    #[serde(default, rename = "add")]
    pub additions: Vec<Addition>,
}

/// Items to add to a section of the extended page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Addition {
    /// The key of the section.
    pub section: String,
    /// The figure of the number after which they are added. `None` adds them at the end.
    pub after: Option<String>,
    pub show: Vec<Item>,
}

fn one() -> i64 {
    1
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SectionFile {
    /// The key of the section, and its fragment in the URL: `#key`.
    pub key: String,
    /// The message key of the heading.
    pub heading: String,
    pub band: Band,
    pub show: Vec<Item>,
}

/// An item of a section, in file order.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Item {
    Number(Box<NumberItem>),
    Balance(BalanceItem),
    Map(MapItem),
    Groups(GroupsItem),
    Whole(WholeItem),
    Stage(StageItem),
}

/// A figure with its sentence. All texts are message keys.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumberItem {
    pub figure: String,
    /// How large the number is shown. `None` uses the default of the section's band.
    pub face: Option<Face>,
    /// How the number is written on this page (decimals, floor). `None` uses the figure's own.
    pub shown: Option<Shown>,
    /// The noun instead of the figure's own, if something is counted.
    pub noun: Option<String>,
    /// The verb instead of the figure's own.
    pub verb: Option<Phrases>,
    /// Whether to omit the verb if nothing is counted.
    #[serde(default)]
    pub silent: bool,
    /// The text under the number.
    pub caption: Option<Phrases>,
    /// Whether the caption is the fraction of the share: "107 of 141".
    #[serde(default)]
    pub fraction: bool,
    /// The caption if nothing is counted.
    pub nothing: Option<String>,
    /// A figure whose number is printed below this one: "16 + 6".
    pub also: Option<String>,
    /// A figure that continues the sentence: "56 members
    /// in 8 learning activities".
    pub with: Option<With>,
    /// A figure whose number and noun follow this noun: "4 members · 1 partner entity".
    pub and: Option<String>,
    /// Further figures of the sentence, cited by their codes.
    #[serde(default)]
    pub within: Vec<String>,
    pub picture: Option<Picture>,
    /// Whether the picture is above the number, in a block of its own.
    #[serde(default)]
    pub over: bool,
}

/// A figure in the sentence of another, and the text that joins them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct With {
    pub figure: String,
    /// The message that takes `$what`, the number with its noun.
    pub joined: String,
}

/// One phrase or several; several are separated by a middle dot.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Phrases {
    Words(String),
    One(Phrase),
    Many(Vec<Phrase>),
}

impl Phrases {
    pub fn all(&self) -> Vec<Phrase> {
        match self {
            Phrases::Words(words) => vec![Phrase { words: words.clone(), n: None, same: None }],
            Phrases::One(one) => vec![one.clone()],
            Phrases::Many(many) => many.clone(),
        }
    }
}

/// A message that takes `$counted` and `$base` of its figure, `$year`, and `$n` if `n` is given. A phrase whose `n` is 0 is omitted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Phrase {
    pub words: String,
    pub n: Option<Count>,
    /// Another message if a second count equals `n`: of two meetings, both were online.
    pub same: Option<Same>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Same {
    pub n: Count,
    pub words: String,
}

/// The count of a figure, of some of its groups, or the number of its groups.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Count {
    pub figure: String,
    pub by: Option<String>,
    /// The values of the groups to add up. Empty counts the groups themselves.
    #[serde(default)]
    pub of: Vec<String>,
}

/// The drawing beside a number. `title` is its title for readers who do not see it.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Picture {
    /// One square for each unit of the base.
    Strip {
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
        /// The figure that counts the base, if the number has no base.
        base: Option<String>,
    },
    /// A bar divided by the values of a column.
    Bar { title: String, by: String, parts: Vec<BarPart> },
    /// A bar divided by shares, then their remainder and what is not stated.
    Shares { title: String, parts: Vec<SharePart>, rest: Option<String>, unknown: Option<String> },
    /// A mark for each unit: circles for one figure, diamonds for another.
    Dots {
        title: String,
        diamonds: String,
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
    },
    /// A ring for each group.
    Rings { title: String, by: String },
    /// A book spine for each unit, in the fill of its theme.
    Spines { title: String, by: String },
    /// A cell for each group of another figure, as long as its count.
    Cells {
        title: String,
        figure: String,
        by: String,
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
    },
    /// The number at quarter ends.
    Points { title: String },
    /// The seats of each meeting, in half circles.
    Seats { title: String, by: String },
    /// A figure of a person for each unit of this number and of another.
    People {
        title: String,
        men: String,
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarPart {
    pub of: String,
    pub words: String,
    pub fill: Fill,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharePart {
    pub figure: String,
    pub words: String,
    pub fill: Fill,
}

/// The steps between the number on the eve of the period and the number at its end. Every step is a figure that opens its rows, and a
/// page whose steps do not add up is not published. For members, the steps of `pages/annual.toml` do for every history.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BalanceItem {
    pub figure: String,
    /// The heading of the sum; takes `$year`.
    pub heading: String,
    /// The text of its first and last line; takes `$day`.
    pub on: String,
    pub steps: Vec<StepItem>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepItem {
    pub figure: String,
    pub sign: StepSign,
    /// Takes `$n`.
    pub words: String,
    /// Whether the step is omitted if it is 0.
    #[serde(default)]
    pub optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum StepSign {
    #[serde(rename = "+")]
    Plus,
    #[serde(rename = "-")]
    Minus,
}

/// The members on a map.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MapItem {
    pub figure: String,
    /// The title of the map; takes `$n`.
    pub title: String,
    /// The explanation of a ring on the map.
    pub words: Option<String>,
    /// The text of the link to the list behind the map.
    pub list: Option<String>,
}

/// A figure broken down by a column.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GroupsItem {
    pub figure: String,
    pub by: String,
    #[serde(default)]
    pub face: GroupsFace,
    pub heading: String,
    /// The line over the groups; takes `$day`, the day of the last reading.
    pub read: Option<String>,
    /// Whether a group links to the members of that region instead of to the figure by this column.
    #[serde(default)]
    pub members: bool,
}

/// Shares of one base, shown as parts of one picture.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WholeItem {
    /// The title of the picture; takes `$list`.
    pub title: String,
    pub figures: Vec<String>,
    /// The text for the remainder.
    pub rest: Option<String>,
}

/// The state of a figure's rows: the first of these values that any row has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StageItem {
    pub figure: String,
    pub by: String,
    /// Values of the column, each with its message key.
    pub stages: Vec<(String, String)>,
}
