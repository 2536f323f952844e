//! A proposal as a mapping, and what is missing in it.

use std::collections::BTreeMap;

use decapolis_register::schema::Tables;
use decapolis_spreadsheets::DetectedTable;
use decapolis_words::errors::{Error, Result};

use super::Proposal;
use crate::intake::mapping::{AsFile, KnownBy, Mapping, TableMapping, Years};
use crate::intake::origin::{CellSource, Origin};

impl Proposal {
    /// The mapping that does what is proposed. Where something is missing it does not read yet: a person fills it in.
    ///
    /// `file` is how the file is read.
    pub fn mapping(
        &self,
        name: &str,
        tables: Tables,
        found: &DetectedTable,
        file: AsFile,
    ) -> Result<Mapping> {
        let table =
            tables.named(self.table).ok_or_else(|| Error::Broken(format!("no table “{}”", self.table)))?;
        let mut columns: BTreeMap<String, Origin> = self
            .matched
            .iter()
            .map(|m| (m.column.clone(), m.origin.clone()))
            .chain(self.set.iter().cloned())
            .collect();
        if table.kind().is_some() && !columns.contains_key("code") {
            let from = |wanted: &str| {
                self.matched
                    .iter()
                    .find(|m| m.column == wanted || m.column.starts_with(&format!("{wanted}_")))
            };
            let named = ["country", "label"].iter().filter_map(|c| from(c)).map(|m| match &m.origin.from {
                // a name of two columns is a name with both
                CellSource::Template(words) => words.clone(),
                _ => format!("{{{}}}", found.name(m.at)),
            });
            let template = std::iter::once(table.kind().unwrap_or_default().to_string())
                .chain(named)
                .collect::<Vec<_>>()
                .join("-");
            columns.insert(
                "code".into(),
                Origin { from: CellSource::Template(template), then: Default::default() },
            );
        }
        let known_by = KnownBy { columns: found.names(), file: None };
        let into = TableMapping {
            table: self.table.into(),
            columns,
            years: self.years.then(Years::default),
            ..TableMapping::default()
        };
        Ok(Mapping { name: name.into(), file, known_by, into: vec![into], ..Mapping::default() })
    }

    /// Whether a person gave this column words.
    pub(super) fn sets(&self, name: &str) -> bool {
        self.set
            .iter()
            .any(|(column, _)| column == name || column.rsplit_once('_').is_some_and(|(of, _)| of == name))
    }

    /// Whether nothing is missing.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty()
    }
}
