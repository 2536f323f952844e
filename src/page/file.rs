//! The file of a page: which sections it has, what stands in them, in which words and pictures. One per page, beside the figures.
//!
//! A page file names figures and words, and nothing else: what is counted stands in the figure, how a sentence is built stands in
//! the words of each language. It is checked against both before a page is made of it.

use decapolis_core::figures::Shown;
use decapolis_drawing::Fill;
use serde::Deserialize;

use super::number::Face;
use super::sheet::{Band, GroupsFace};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PageFile {
    pub key: String,
    /// How many calendar years one page spans: it stands at `/2020`, or at `/2018-2020`.
    #[serde(default = "one")]
    pub spans: i64,
    /// Whether every section must be signed off before the page is published.
    #[serde(default)]
    pub signed: bool,
    /// Whether it adds to the page of the same key that was read before, rather than stand over it.
    #[serde(default)]
    pub extends: bool,
    #[serde(default, rename = "section")]
    pub sections: Vec<SectionFile>,
    /// What it adds to the sections of the page it extends.
    #[serde(default, rename = "add")]
    pub additions: Vec<Addition>,
}

/// Items added to a section of the page that is extended.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Addition {
    /// The key of the section.
    pub section: String,
    /// The figure of the number after which they stand; without one at the end.
    pub after: Option<String>,
    pub show: Vec<Item>,
}

fn one() -> i64 {
    1
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SectionFile {
    /// A word for addresses: the section stands at `#key`.
    pub key: String,
    /// The words of its heading.
    pub heading: String,
    pub band: Band,
    pub show: Vec<Item>,
}

/// What a section shows, in the order of the file.
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

/// A figure with its sentence.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumberItem {
    pub figure: String,
    /// How much room it takes; without one as its band asks.
    pub face: Option<Face>,
    /// How it is written here: decimals, floor. Without it as the figure says.
    pub shown: Option<Shown>,
    /// Words in place of the figure's noun, where something is counted.
    pub noun: Option<String>,
    /// Words in place of the figure's verb.
    pub verb: Option<Phrases>,
    /// Whether no verb is shown where nothing is counted.
    #[serde(default)]
    pub silent: bool,
    /// Words under the number.
    pub caption: Option<Phrases>,
    /// Whether the fraction behind a share is its caption: "107 of 141".
    #[serde(default)]
    pub fraction: bool,
    /// The figure that counts of how many of the base it is known; the rest is "not stated".
    pub stated: Option<String>,
    /// The caption where nothing is counted.
    pub nothing: Option<String>,
    /// A figure whose number stands under this one: "16 + 6".
    pub also: Option<String>,
    /// A figure that goes on the sentence: "56 members | in 8 learning activities".
    pub with: Option<With>,
    /// A figure whose number and noun follow this noun: "4 members · 1 partner entity".
    pub and: Option<String>,
    /// Further figures of the sentence, quoted by their codes.
    #[serde(default)]
    pub within: Vec<String>,
    pub picture: Option<Picture>,
    /// Whether the picture stands over the number, in a block of its own.
    #[serde(default)]
    pub over: bool,
}

/// A figure in the sentence of another, and the words that join them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct With {
    pub figure: String,
    /// Words that are given `$what`, the number with its noun.
    pub joined: String,
}

/// One phrase or several; several are set apart by a dot.
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

/// Words that are given `$counted` and `$base` of their figure, `$year`, and `$n` where it is asked for. A phrase whose `n` is 0 is
/// left out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Phrase {
    pub words: String,
    pub n: Option<Count>,
    /// Other words where another count is the same as `n`: of two meetings both were online.
    pub same: Option<Same>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Same {
    pub n: Count,
    pub words: String,
}

/// What a figure counts, or some of its groups, or how many groups it has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Count {
    pub figure: String,
    pub by: Option<String>,
    /// The values of the groups that are added up; without them the groups themselves are counted.
    #[serde(default)]
    pub of: Vec<String>,
}

/// The drawing beside a number. `title` is what it says in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Picture {
    /// One square for each of the base.
    Strip {
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
        /// The figure that counts the base, where the number has none of its own.
        base: Option<String>,
    },
    /// A bar cut by the values of a column.
    Bar { title: String, by: String, parts: Vec<BarPart> },
    /// A bar cut by shares, with what they leave over and what is not stated.
    Shares { title: String, parts: Vec<SharePart>, rest: Option<String>, unknown: Option<String> },
    /// A mark for each: circles for one figure, diamonds for another.
    Dots {
        title: String,
        diamonds: String,
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
    },
    /// A ring for each group.
    Rings { title: String, by: String },
    /// A spine for each, in the fill of its theme.
    Spines { title: String, by: String },
    /// A cell for each group of another figure, with what it holds.
    Cells {
        title: String,
        figure: String,
        by: String,
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
    },
    /// The number at the ends of quarters.
    Points { title: String },
    /// Half a circle of seats for each meeting.
    Seats { title: String, by: String },
    /// A figure for each person, of this number and another.
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

/// How a number that lasts came about since the eve of the period.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BalanceItem {
    pub figure: String,
    /// The words over the sum, given `$year`.
    pub heading: String,
    /// The words of its first and last line, given `$day`.
    pub on: String,
    pub steps: Vec<StepItem>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepItem {
    pub figure: String,
    pub sign: StepSign,
    /// Given `$n`.
    pub words: String,
    /// Whether it is shown only where there is something.
    #[serde(default)]
    pub optional: bool,
    /// What the other steps leave over: the rows left out of this figure explain it.
    #[serde(default)]
    pub rest: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum StepSign {
    #[serde(rename = "+")]
    Plus,
    #[serde(rename = "-")]
    Minus,
}

/// The members on the map.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MapItem {
    pub figure: String,
    /// What the map says, given `$n`.
    pub title: String,
    /// What a ring is.
    pub words: Option<String>,
    /// The words of the link to the list behind the map.
    pub list: Option<String>,
}

/// A figure by a column.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GroupsItem {
    pub figure: String,
    pub by: String,
    #[serde(default)]
    pub face: GroupsFace,
    pub heading: String,
    /// Words over the groups, given `$day`, the day of the last reading.
    pub read: Option<String>,
    /// Whether a group opens the list of members of that region, rather than the figure by this column.
    #[serde(default)]
    pub members: bool,
}

/// A whole in parts: shares of one base.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WholeItem {
    /// What the picture says, given `$list`.
    pub title: String,
    pub figures: Vec<String>,
    /// The words of what they leave over.
    pub rest: Option<String>,
}

/// In which of these states the rows of a figure are: the first that there is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StageItem {
    pub figure: String,
    pub by: String,
    /// A value of the column, and its words.
    pub stages: Vec<(String, String)>,
}
