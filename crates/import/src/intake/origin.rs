//! The origin of a cell: how a mapping says where the cell of the register comes from.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where the cells of one column of the register come from. In a mapping it is the name of a column of the file, or a table of these keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    pub from: CellSource,
    /// What is done with the words found there, in this order.
    pub then: Then,
}

#[derive(Clone, Debug, PartialEq)]
pub enum CellSource {
    /// A column of the file.
    Column(String),
    /// The first of these that is filled.
    First(Vec<Origin>),
    /// Fixed words for every row.
    Fixed(String),
    /// Words with names of columns in braces: `{Country}-{City}`. Empty where all of its columns are.
    Template(String),
    /// A column of several values in one cell: each gives a line of its own.
    Each(String),
    /// The line above that names the rows below it.
    Section,
    /// Of a table with years across: the year in the heading, or the cell under it.
    Across(Across),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Across {
    Year,
    Value,
}

/// What is done with words before they are a cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Then {
    /// Which of several values in the cell, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<usize>,
    /// The value after this label, of a cell that says "Label: value | Label: value".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labelled: Option<String>,
    /// What parts them; `;` and `|` and line ends where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parted_by: Option<String>,
    /// These words mean nothing here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nothing: Vec<String>,
    /// What words of the file are in the register.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
    /// What all other words are. Without this they stay as they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<String>,
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub read_as: Option<As>,
    /// Words around it: `../{}` is "by then".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
}

/// What words are read as, where the column of the register does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum As {
    /// Two letters, from a name or a code.
    Country,
    Latitude,
    Longitude,
    /// A code of the register, made from any words.
    Code,
    /// Several values, parted by | as the register writes them.
    List,
    /// Several values, parted by |; empty if there is only one.
    Several,
    /// The words exactly as they are, with every blank: for files that the register itself wrote.
    Exact,
}

impl Origin {
    pub fn column(name: &str) -> Origin {
        Origin { from: CellSource::Column(name.into()), then: Then::default() }
    }
    pub fn fixed(words: &str) -> Origin {
        Origin { from: CellSource::Fixed(words.into()), then: Then::default() }
    }

    /// The columns of the file it reads.
    pub fn columns(&self) -> Vec<String> {
        match &self.from {
            CellSource::Column(name) | CellSource::Each(name) => vec![name.clone()],
            CellSource::First(all) => all.iter().flat_map(Origin::columns).collect(),
            CellSource::Template(text) => {
                pieces(text).unwrap_or_default().into_iter().filter_map(|p| p.column).collect()
            }
            CellSource::Fixed(_) | CellSource::Section | CellSource::Across(_) => vec![],
        }
    }
}

/// A piece of a template: words, and the column after them.
pub(super) struct Piece {
    pub(super) words: String,
    pub(super) column: Option<String>,
}

/// The pieces of a template; `None` where a brace is left open.
pub(super) fn pieces(template: &str) -> Option<Vec<Piece>> {
    let mut all = vec![];
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let end = at + rest[at..].find('}')?;
        all.push(Piece { words: rest[..at].to_string(), column: Some(rest[at + 1..end].to_string()) });
        rest = &rest[end + 1..];
    }
    if !rest.is_empty() {
        all.push(Piece { words: rest.to_string(), column: None });
    }
    Some(all)
}

/// An origin as it is written in a mapping file.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Vec<Origin>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    template: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    each: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    across: Option<Across>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    labelled: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parted_by: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    nothing: Vec<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    values: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    otherwise: Option<String>,
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    read_as: Option<As>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written: Option<String>,
}

const ONE_OF: &str = "column, first, fixed, template, each, section = true or across";

impl TryFrom<Written> for Origin {
    type Error = String;

    fn try_from(w: Written) -> Result<Origin, String> {
        let then = Then {
            part: w.part,
            labelled: w.labelled,
            parted_by: w.parted_by,
            nothing: w.nothing,
            values: w.values,
            otherwise: w.otherwise,
            read_as: w.read_as,
            written: w.written,
        };
        let mut named = [
            w.column.map(CellSource::Column),
            w.first.map(CellSource::First),
            w.fixed.map(CellSource::Fixed),
            w.template.map(CellSource::Template),
            w.each.map(CellSource::Each),
            w.section.filter(|yes| *yes).map(|_| CellSource::Section),
            w.across.map(CellSource::Across),
        ]
        .into_iter()
        .flatten();
        let from =
            named.next().ok_or_else(|| format!("a column says where it comes from by one of {ONE_OF}"))?;
        if named.next().is_some() {
            return Err(format!("a column comes from one place: write only one of {ONE_OF}"));
        }
        if let CellSource::Template(text) = &from
            && pieces(text).is_none()
        {
            return Err(format!("the template “{text}” opens a brace and never closes it"));
        }
        if then.written.as_ref().is_some_and(|written| !written.contains("{}")) {
            return Err("`written` holds {} where the words stand".into());
        }
        if then.part == Some(0) {
            return Err("`part` counts from 1".into());
        }
        Ok(Origin { from, then })
    }
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Origin, D::Error> {
        struct NameOrTable;
        impl<'de> Visitor<'de> for NameOrTable {
            type Value = Origin;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "the name of a column of the file, or a table with one of {ONE_OF}")
            }
            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Origin, E> {
                Ok(Origin::column(name))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Origin, A::Error> {
                let written = Written::deserialize(MapAccessDeserializer::new(map))?;
                Origin::try_from(written).map_err(serde::de::Error::custom)
            }
        }
        from.deserialize_any(NameOrTable)
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if let (CellSource::Column(name), true) = (&self.from, self.then == Then::default()) {
            return to.serialize_str(name);
        }
        let then = self.then.clone();
        let mut written = Written {
            part: then.part,
            labelled: then.labelled,
            parted_by: then.parted_by,
            nothing: then.nothing,
            values: then.values,
            otherwise: then.otherwise,
            read_as: then.read_as,
            written: then.written,
            ..Written::default()
        };
        match self.from.clone() {
            CellSource::Column(name) => written.column = Some(name),
            CellSource::First(all) => written.first = Some(all),
            CellSource::Fixed(words) => written.fixed = Some(words),
            CellSource::Template(text) => written.template = Some(text),
            CellSource::Each(name) => written.each = Some(name),
            CellSource::Section => written.section = Some(true),
            CellSource::Across(across) => written.across = Some(across),
        }
        written.serialize(to)
    }
}
