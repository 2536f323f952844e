//! All mappings, and the one that fits a file.

use decapolis_register::schema::Tables;
use decapolis_spreadsheets::DetectedTable;

use super::mapping::Mapping;
use super::position::position;
use super::spelling::spelled;

/// All mappings by name; a later one replaces an earlier one of the same name.
#[derive(Clone, Debug, Default)]
pub struct Mappings(Vec<Mapping>);

/// The mapping that fits a file, and the number of columns by which it was recognised.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub mapping: &'a Mapping,
    pub columns: usize,
}

impl Mappings {
    /// Reads mapping files: their paths and texts, those of the network last.
    pub fn read(files: &[(String, String)], tables: Tables) -> Result<Mappings, String> {
        let mut all: Vec<Mapping> = vec![];
        for (file, text) in files {
            let mapping = Mapping::read(file, text, tables)?;
            all.retain(|m| m.name != mapping.name);
            all.push(mapping);
        }
        Ok(Mappings(all))
    }

    pub fn named(&self, name: &str) -> Option<&Mapping> {
        self.0.iter().find(|m| m.name == name)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Mapping> {
        self.0.iter()
    }

    /// Those by which a sheet might have to be read in a way of its own before its columns are seen: their names say how.
    pub fn by_file_name<'a>(&'a self, file: &'a str) -> impl Iterator<Item = &'a Mapping> {
        self.0.iter().filter(move |m| m.known_by.file.is_some() && names(m, file))
    }

    /// The mapping that this table of a file is known by: all its columns are there, and of several the one that knows most.
    pub fn knows(&self, file: &str, sheet: &str, found: &DetectedTable) -> Option<Known<'_>> {
        let all = self.0.iter().filter(|m| !m.known_by.is_nothing() && names(m, file) && of_sheet(m, sheet));
        let known = all.filter_map(|mapping| {
            let columns = mapping.known_by.columns.len();
            mapping
                .known_by
                .columns
                .iter()
                .all(|name| position(found, name).is_some())
                .then_some(Known { mapping, columns })
        });
        known.max_by_key(|k| (k.columns, k.mapping.known_by.file.is_some()))
    }
}

fn names(mapping: &Mapping, file: &str) -> bool {
    let said = spelled(file);
    mapping.known_by.file.as_ref().is_none_or(|part| said.contains(&spelled(part)))
}

fn of_sheet(mapping: &Mapping, sheet: &str) -> bool {
    mapping.file.sheet.as_ref().is_none_or(|name| sheet.is_empty() || spelled(name) == spelled(sheet))
}
