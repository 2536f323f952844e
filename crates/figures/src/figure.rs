//! A figure as data.

use serde::{Deserialize, Serialize};

use decapolis_register::permissions::Audience;
use decapolis_register::table::Kind;
use decapolis_register::value::Cell;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// The measure of what is counted.
    Total,
    /// The measure of what is counted over that of the base, in percent.
    Share,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Distinct units.
    Units,
    /// The sum of this column over the rows.
    Sum(String),
}

/// What one unit is: a column of the listing, or each row itself (`on = "row"`).
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(from = "String", into = "String")]
pub enum On {
    Row,
    Column(String),
}

impl From<String> for On {
    fn from(text: String) -> On {
        if text == "row" { On::Row } else { On::Column(text) }
    }
}

impl From<On> for String {
    fn from(on: On) -> String {
        on.name().to_string()
    }
}

impl On {
    pub fn name(&self) -> &str {
        match self {
            On::Row => "row",
            On::Column(name) => name,
        }
    }
}

/// When a row must lie to count.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// It lasts on the last day asked.
    AtEnd,
    /// It happens in the period.
    Within,
    /// It lasts on some day of the period.
    Overlapping,
    /// The last reading per this column, by the last day asked.
    Last(String),
}

/// A condition on a column.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    pub column: String,
    /// The values that pass. Without any, the column must be empty: a file cannot say that, a part of a figure can.
    pub is: Vec<Scalar>,
    /// Why a row that fails is left out: `reason-<key>` in the words.
    pub reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Scalar {
    Bool(bool),
    Int(i64),
    Text(String),
}

impl Scalar {
    pub fn cell(&self) -> Cell {
        match self {
            Scalar::Bool(b) => Cell::Bool(*b),
            Scalar::Int(n) => Cell::Int(*n),
            Scalar::Text(t) => Cell::Text(t.clone()),
        }
    }

    pub(super) fn fits(&self, kind: Kind) -> bool {
        match (self, kind) {
            // a record is named by its code
            (Scalar::Bool(_), Kind::Bool)
            | (Scalar::Int(_), Kind::Int)
            | (Scalar::Text(_), Kind::Text | Kind::Ref(_)) => true,
            (Scalar::Text(t), Kind::Choice(values)) => values.contains(&t.as_str()),
            _ => false,
        }
    }
}

/// Which rows of a listing a figure reads.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub listing: String,
    pub when: When,
    pub on: On,
    /// Which rows it is about: others are not listed at all.
    #[serde(default)]
    pub of: Vec<Test>,
    /// Which of those it keeps: the others are left out, each with the first reason that fails.
    #[serde(default)]
    pub keep: Vec<Test>,
}

/// How the number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Shown {
    /// "More than", rounded down to a multiple of this.
    pub floor: Option<i64>,
    /// The most decimals that are shown.
    #[serde(default)]
    pub decimals: u8,
}

/// How rows of a class open to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Row by row.
    List,
    /// By group, with the number of each.
    Grouped,
    /// As a number, with reasons.
    Number,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Opening {
    pub counted: Access,
    pub base: Access,
    pub left_out: Access,
}

/// Who may open which rows, where a figure says so. Where it does not, neither people nor amounts are listed
/// ([`super::Catalog::access`]). The office opens all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Opens {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public: Option<Opening>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<Opening>,
}

impl Opens {
    /// What is said for this audience. Nothing need be said for the office.
    pub fn to(&self, audience: Audience) -> Option<Opening> {
        match audience {
            Audience::Public => self.public,
            Audience::Members | Audience::Owner => self.members,
            Audience::Office => None,
        }
    }

    fn says_nothing(&self) -> bool {
        *self == Opens::default()
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Figure {
    pub key: String,
    /// Four characters without 0, O, 1 and I, printed beside the number on paper.
    pub code: String,
    /// Raised when the meaning changes; a key is never reused.
    pub version: u32,
    pub shape: Shape,
    pub measure: Measure,
    /// Of a sum: the column whose records are added once each, where the value is theirs and not the row's: `once = "place"` adds the
    /// population of a place once, however many members have their seat there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once: Option<String>,
    /// The kind of record one unit is; `row` where each row is its own; a column's name where a unit is one of its words (a country).
    pub unit: String,
    pub counted: Vec<Part>,
    pub base: Option<Part>,
    /// Columns of the main parts by which it can be broken down.
    #[serde(default)]
    pub breakdowns: Vec<String>,
    #[serde(default)]
    pub shown: Shown,
    #[serde(default, skip_serializing_if = "Opens::says_nothing")]
    pub opens: Opens,
    /// It is provisional while one of its rows has this: accounts that are not closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<Test>,
    /// The figure that counts for how many units of the base the value is stated; the others are unknown. It has the same unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<String>,
    /// The name of the whole whose parts the shares with this name are: printed, they add up to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<String>,
    /// The one group that is counted, if a reader asks for one ([`Figure::only`]). A file cannot say it.
    #[serde(skip)]
    pub group: Option<OneGroup>,
    /// The column whose records must be public, if only their rows are asked for ([`Figure::of_public_records`]).
    #[serde(skip)]
    pub public: Option<&'static str>,
}

/// One group of a breakdown.
#[derive(Clone, Debug, PartialEq)]
pub struct OneGroup {
    pub column: String,
    /// `None` for the rows without a value.
    pub value: Option<Scalar>,
}

impl Figure {
    /// The parts whose rows are units of the number: the base of a share, the counted parts of a total.
    pub fn main(&self) -> Vec<&Part> {
        self.base.iter().map(|b| vec![b]).next().unwrap_or_else(|| self.counted.iter().collect())
    }

    /// The breakdowns that say more than the figure's own condition: the groups of a column that it tests would be all or nothing of a
    /// share, and one of a total that keeps one value.
    pub fn offered(&self) -> impl Iterator<Item = &String> {
        let tests = |part: &Part, by: &str| -> Option<usize> {
            part.of.iter().chain(&part.keep).filter(|test| test.column == by).map(|test| test.is.len()).min()
        };
        self.breakdowns.iter().filter(move |by| match self.base {
            Some(_) => self.counted.iter().all(|part| tests(part, by).is_none()),
            None => self.counted.iter().any(|part| tests(part, by) != Some(1)),
        })
    }

    /// This figure counted only where a column of its main parts has this value; where it is empty if there is no value.
    pub fn only(&self, column: &str, value: Option<Scalar>) -> Figure {
        // a part is shown exactly, as in a breakdown
        Figure {
            shown: Shown { floor: None, ..self.shown },
            group: Some(OneGroup { column: column.to_string(), value: value.clone() }),
            ..self.with_test(column, value)
        }
    }

    /// This figure of those rows of its main parts alone that name a public record in this column. Whether a record is public is asked of
    /// today, whatever state of the register is asked for.
    pub fn of_public_records(&self, column: Option<&'static str>) -> Figure {
        Figure { public: column, ..self.clone() }
    }

    fn with_test(&self, column: &str, value: Option<Scalar>) -> Figure {
        let test = Test { column: column.to_string(), is: value.into_iter().collect(), reason: None };
        let mut figure = self.clone();
        match &mut figure.base {
            Some(base) => base.of.push(test),
            None => figure.counted.iter_mut().for_each(|part| part.of.push(test.clone())),
        }
        figure
    }

    /// This figure counted for the same group as another, if that one counts a group.
    pub(super) fn of_the_group_of(&self, other: &Figure) -> Figure {
        match &other.group {
            Some(group) => self.only(&group.column, group.value.clone()),
            None => self.clone(),
        }
    }

    /// Whether it speaks of a whole period rather than of one day.
    pub fn of_a_period(&self) -> bool {
        self.counted.iter().any(|p| matches!(p.when, When::Within | When::Overlapping))
    }
}

impl Figure {
    /// Whether another figure counts the same: its name, its words and who may open its rows aside.
    pub fn counts_as(&self, other: &Figure) -> bool {
        let of = |f: &Figure| {
            let sum = (f.measure.clone(), f.once.clone());
            (f.shape, sum, f.unit.clone(), f.counted.clone(), f.base.clone())
        };
        of(self) == of(other)
    }

    /// Whether another figure is the same rule; who may open its rows, and beside which others it is printed, is no part of it.
    pub fn is_the_rule(&self, other: &Figure) -> bool {
        let (stated, whole) = (other.stated.clone(), other.whole.clone());
        Figure { opens: other.opens, stated, whole, ..self.clone() } == *other
    }
}
