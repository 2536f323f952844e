//! The page itself: its head, its sections in bands, and what explains its signs.

use decapolis_drawing::{Drawing, Part, Sign, WorldMap};
use serde::{Deserialize, Serialize};

use super::number::{Face, Number, NumberWords};

/// The page in figures, in one language. Each section may be left out, and each number in it may be a dash.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// The language it is worded in.
    pub lang: String,
    /// The name of the network.
    pub network: String,
    /// The year whose page it is.
    pub year: i64,
    /// The first day of the period, yyyy-mm-dd.
    pub from: String,
    /// The last day of the period, and the day of what lasts.
    pub to: String,
    /// The number of the edition; none on the live page.
    pub edition: Option<i64>,
    /// What the page is called: "#Hashtag in 2020".
    pub headline: String,
    /// As of when, which edition, published when: parts that are set apart by dots.
    pub state: Vec<String>,
    /// The ribbon over illustrative data, in the head of the page, so that it is printed too.
    pub ribbon: Option<String>,
    /// The short address that stands on paper, and as a picture for a camera.
    pub address: Option<Link>,
    /// Links to this page as a document, as data, as a picture.
    pub downloads: Vec<Link>,
    /// The words around all numbers.
    pub words: NumberWords,
    /// What the page shows, in order.
    pub sections: Vec<Section>,
    /// What the signs and codes mean, and what the map is made of.
    pub legend: Legend,
}

impl Sheet {
    /// The same page with this number alone: what a picture of the number is made of.
    pub fn only(&self, key: &str) -> Option<Sheet> {
        let shows = vec![Show::number(Face::Big, self.number(key)?.clone())];
        let section = Section { key: key.to_string(), band: Band::First, shows, ..Section::default() };
        Some(Sheet { sections: vec![section], downloads: vec![], ..self.clone() })
    }

    /// The number of this figure, where it stands by itself on the page.
    pub fn number(&self, key: &str) -> Option<&Number> {
        self.sections.iter().flat_map(|s| &s.shows).find_map(|show| match show {
            Show::Number { number, .. } => Some(number.as_ref()).filter(|n| n.key == key),
            Show::Whole { numbers, .. } => numbers.iter().find(|n| n.key == key),
            _ => None,
        })
    }
}

/// Where on the sheet a section stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Under the head, over the whole width: the huge number, the map, the big numbers.
    First,
    /// The first of two columns of rows.
    #[default]
    Left,
    /// The second of two columns of rows.
    Right,
    /// Blocks side by side, with drawings.
    Block,
    /// At the foot.
    Foot,
}

/// A heading with what it shows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// A word for addresses: the section stands at `#key`.
    pub key: String,
    /// The heading.
    pub heading: String,
    pub band: Band,
    pub shows: Vec<Show>,
}

/// What a section shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// A number, in the room it takes.
    Number { face: Face, number: Box<Number> },
    /// How a number came about since the year before.
    Balance(Balance),
    /// Where the members are.
    Map(Map),
    /// A figure by the values of a column.
    Groups(Groups),
    /// Drawings beside each other.
    Drawings(Vec<Drawing>),
    /// A whole in parts: a ring with its key where there is room, a bar on a phone.
    Whole {
        /// What the picture says, in words.
        title: String,
        /// The parts; the words of each are its number as written.
        parts: Vec<Part>,
        /// For each part its number, which stands beside the ring.
        numbers: Vec<Number>,
    },
    /// A line of words: the stage of the accounts.
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
    /// The figure whose units they are.
    pub key: String,
    pub map: WorldMap,
    /// The list behind the map.
    pub list: Option<Link>,
    /// What a ring on the map is.
    pub words: Option<String>,
}

/// How the groups of a breakdown are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupsFace {
    /// Bars beside the map.
    #[default]
    Bars,
    /// Small bars under the last number of a column.
    SmallBars,
    /// Each with the fill of its theme, in a line.
    Themes,
}

/// A figure by the values of a column.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Groups {
    /// The key of the figure.
    pub key: String,
    /// The column it is broken down by.
    pub by: String,
    pub face: GroupsFace,
    /// What is shown; only heard where the face is bars.
    pub heading: String,
    /// A line over the groups: the day of reading.
    pub words: Option<String>,
    /// The groups in the order they are shown.
    pub groups: Vec<Group>,
}

/// One group of a breakdown.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Group {
    /// The value of the column, or the code of the record it is.
    pub is: String,
    /// Its name.
    pub words: String,
    /// Its number as written.
    pub shown: String,
    /// Its number.
    pub counted: i64,
    /// The list of it.
    pub href: String,
}

/// How a number came about: what there was, what came, what went, what there is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Balance {
    /// What the sum is about, only heard: "Members in 2020".
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
    /// What it is: "new members".
    pub words: String,
    /// The code of its figure.
    pub code: String,
    /// Where it is explained.
    pub href: String,
    /// The day it speaks of, yyyy-mm-dd.
    pub at: String,
    /// The signs of its figure.
    pub signs: Vec<Sign>,
}

/// What the signs and codes mean.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Legend {
    /// The heading, only heard.
    pub heading: String,
    /// The signs that are explained.
    pub signs: Vec<Sign>,
    /// Further lines: that every number opens its list, where the land comes from.
    pub lines: Vec<String>,
    /// The link to how everything is counted.
    pub methods: Option<Link>,
}

/// A link with its words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// The words of the link.
    pub words: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is the page one is on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub current: bool,
}

impl Link {
    /// A link to another page.
    pub fn new(words: impl Into<String>, href: impl Into<String>) -> Self {
        Link { words: words.into(), href: href.into(), current: false }
    }

    /// The link of the page one is on.
    pub fn here(words: impl Into<String>, href: impl Into<String>) -> Self {
        Link { words: words.into(), href: href.into(), current: true }
    }
}
