//! Reading the file of a mapping.

use decapolis_register::schema::Tables;

use super::check::check;
use super::mapping::Mapping;

impl Mapping {
    /// Reads a mapping and checks what can be checked without a file. `file` is its path, for mistakes.
    ///
    /// Errors: one line that names the file, the place, and what to write instead.
    pub fn read(file: &str, text: &str, tables: Tables) -> Result<Mapping, String> {
        let mut mapping: Mapping = toml::from_str(text).map_err(|error| {
            let place = error.span().map(|span| text[..span.start].lines().count().max(1));
            let line = place.map(|line| format!(":{line}")).unwrap_or_default();
            format!("{file}{line}: {}", error.message().replace('\n', "; "))
        })?;
        let stem = std::path::Path::new(file).file_stem().map(|s| s.to_string_lossy().into_owned());
        mapping.name = stem.unwrap_or_default();
        check(&mapping, tables).map_err(|mistake| format!("{file}: {mistake}"))?;
        Ok(mapping)
    }
}
