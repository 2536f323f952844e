//! The page as a value: its head, its sections in bands, and the legend.

use decapolis_drawing::{Drawing, Part, Sign, WorldMap};
use serde::{Deserialize, Serialize};

use super::number::{Face, Number, NumberWords};
pub use crate::web::components::Link;

/// A page in one language. Any section may be absent, and any number may be a dash.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// The language of its texts.
    pub lang: String,
    /// The name of the network.
    pub network: String,
    /// The year whose page it is.
    pub year: i64,
    /// The first day of the period, yyyy-mm-dd.
    pub from: String,
    /// The last day of the period; numbers of what lasts are of this day.
    pub to: String,
    /// The number of the edition; `None` for the live page.
    pub edition: Option<i64>,
    /// The title of the page: "#Hashtag in 2020".
    pub headline: String,
    /// The day of the data, the edition, its day: parts that are separated by dots.
    pub state: Vec<String>,
    /// The notice about illustrative data. It is in the head of the page, so that it is printed.
    pub ribbon: Option<String>,
    /// The path under which the codes of its numbers open for ever, without the language: `/n/2020/e1`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub codes: String,
    /// The short URL for print, also shown as a QR code.
    pub address: Option<Link>,
    /// Links to the page as PDF, data and picture.
    pub downloads: Vec<Link>,
    /// The texts that all numbers share.
    pub words: NumberWords,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// What the page has no data for yet. It is folded on the screen and left out of print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfilled: Option<Folded>,
    /// What the signs and codes mean, and the sources of the map.
    pub legend: Legend,
}

/// The parts of a page that have no data yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Folded {
    /// How many they are: "Seven parts of this page have no data yet".
    pub summary: String,
    /// What to do about it.
    pub hint: String,
    /// The text beside a part whose files are imported, but have no rows that count in this period.
    pub no_rows: String,
    pub parts: Vec<Unfilled>,
}

/// A part of the page without data: a section, or a big number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Unfilled {
    /// The heading of the section, or the title of the figure.
    pub words: String,
    /// The files of the register that fill it and that nobody has imported yet, in the order to fill them.
    pub files: Vec<String>,
}

impl Sheet {
    /// The page reduced to this number, for a picture of the number.
    pub fn only(&self, key: &str) -> Option<Sheet> {
        let shows = vec![Show::number(Face::Big, self.number(key)?.clone())];
        let section = Section { key: key.to_string(), band: Band::First, shows, ..Section::default() };
        Some(Sheet { sections: vec![section], downloads: vec![], ..self.clone() })
    }

    /// The number of this figure, if it is an item of the page itself.
    pub fn number(&self, key: &str) -> Option<&Number> {
        self.sections.iter().flat_map(|s| &s.shows).find_map(|show| match show {
            Show::Number { number, .. } => Some(number.as_ref()).filter(|n| n.key == key),
            Show::Whole { numbers, .. } => numbers.iter().find(|n| n.key == key),
            _ => None,
        })
    }
}

/// The part of the sheet where a section is placed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Under the head, at full width: the huge number, the map, the big numbers.
    First,
    /// The first of two columns of rows.
    #[default]
    Left,
    /// The second of two columns of rows.
    Right,
    /// Blocks beside each other, with drawings.
    Block,
    /// At the foot of the page.
    Foot,
}

/// A heading with its items.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// The key of the section, and its fragment in the URL: `#key`.
    pub key: String,
    pub heading: String,
    pub band: Band,
    pub shows: Vec<Show>,
}

impl Section {
    /// Whether the page has no data for the complete section.
    pub fn is_empty(&self) -> bool {
        self.shows.iter().all(Show::is_empty)
    }

    /// The items that are shown: in the first band, a big number without a value is not.
    pub fn filled(&self) -> impl Iterator<Item = &Show> {
        let folds = |show: &Show| matches!(show, Show::Number { face: Face::Big, .. }) && show.is_empty();
        self.shows.iter().filter(move |show| self.band != Band::First || !folds(show))
    }
}

/// An item of a section.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// A number, and how large it is shown.
    Number { face: Face, number: Box<Number> },
    /// The steps from the number of the year before to this year's.
    Balance(Balance),
    /// The members on a map.
    Map(Map),
    /// A figure broken down by a column.
    Groups(Groups),
    /// Drawings beside each other.
    Drawings(Vec<Drawing>),
    /// Parts of one base: a ring with a legend, or a bar on a narrow screen.
    Whole {
        /// The title for readers who do not see the picture.
        title: String,
        /// The parts; the label of each is its number as printed.
        parts: Vec<Part>,
        /// The number of each part, shown beside the ring.
        numbers: Vec<Number>,
    },
    /// A line of text: the stage of the accounts.
    Words(String),
}

impl Show {
    pub fn number(face: Face, number: Number) -> Show {
        Show::Number { face, number: Box::new(number) }
    }
}

/// The members on a map.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Map {
    /// The key of the figure whose units are on the map.
    pub key: String,
    pub map: WorldMap,
    /// What its marks open, in their order. Empty on pages that were published before marks opened anything.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// The link to the list behind the map.
    pub list: Option<Link>,
    /// The explanation of a ring on the map.
    pub words: Option<String>,
}

/// How the groups of a breakdown are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupsFace {
    /// Bars beside the map.
    #[default]
    Bars,
    /// Small bars after the last number of a column.
    SmallBars,
    /// One line, each in the fill of its theme.
    Themes,
}

/// A figure broken down by a column.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Groups {
    /// The key of the figure.
    pub key: String,
    /// The column it is broken down by.
    pub by: String,
    pub face: GroupsFace,
    /// The heading. For bars it is only for screen readers.
    pub heading: String,
    /// A line over the groups: the day of the reading.
    pub words: Option<String>,
    /// The groups, in order.
    pub groups: Vec<Group>,
}

/// One group of a breakdown.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Group {
    /// The value of the column, or the code of a record.
    pub is: String,
    /// Its name.
    pub words: String,
    /// Its number as printed.
    pub shown: String,
    /// Its number.
    pub counted: i64,
    /// The code that opens its list: `M4TK/region/africa`. Empty if its record is not public.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The URL of its list.
    pub href: String,
}

/// The steps from one number to another: the number before, what was added, what was removed, the number now.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Balance {
    /// The heading of the sum, for screen readers: "Members in 2020".
    pub heading: String,
    /// The lines of the sum; the last is its result.
    pub steps: Vec<Step>,
}

/// A line of a sum.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// The key of its figure.
    pub key: String,
    /// The number with its sign: "138", "+ 6", "− 3", "= 141".
    pub shown: String,
    /// The number, without a sign.
    pub counted: i64,
    /// The label: "new members".
    pub words: String,
    /// The code of its figure, with the days or the class if they are not those of the page: `M4TK/2019`.
    pub code: String,
    /// The URL of its explanation.
    pub href: String,
    /// The day of the step, yyyy-mm-dd.
    pub at: String,
    /// The signs of its figure.
    pub signs: Vec<Sign>,
    /// What it adds to the sum: of the first and last line their number, of a step its number with its sign. `None` on pages that were
    /// published before this was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adds: Option<i64>,
}

impl Balance {
    /// What the first line and the steps make, and what the last line says. Both are 0 if a line does not say what it adds.
    pub fn sum_and_result(&self) -> (i64, i64) {
        let adds: Option<Vec<i64>> = self.steps.iter().map(|step| step.adds).collect();
        match adds.as_deref() {
            Some([steps @ .., result]) => (steps.iter().sum(), *result),
            _ => (0, 0),
        }
    }
}

/// What the signs and codes mean.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Legend {
    /// The heading, for screen readers.
    pub heading: String,
    /// The signs to explain.
    pub signs: Vec<Sign>,
    /// Further lines: that every number links to its list, and the source of the land on the map.
    pub lines: Vec<String>,
    /// The link to the page about methods.
    pub methods: Option<Link>,
}
