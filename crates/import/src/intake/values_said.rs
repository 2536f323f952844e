//! What a person says a word of the file means, for this import only.

use decapolis_spreadsheets::{Reads, Value, clean};
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::{Args, Message};

use super::mapped_lines::TableInFile;
use super::mapping::Mapping;
use super::origin::CellSource;
use super::spelling::spelled;
use super::words::parts;

impl Mapping {
    /// Says what a word of the file means in a column of the register, or in a column of the file. Gives the tables and columns of which
    /// it is said.
    pub fn say_value(&mut self, column: &str, word: &str, value: &str) -> Vec<(String, String)> {
        let mut said = vec![];
        for into in &mut self.into {
            for (name, origin) in &mut into.columns {
                let read = match &origin.from {
                    CellSource::Column(heading) | CellSource::Each(heading) => {
                        name == column || spelled(heading) == spelled(column)
                    }
                    _ => false,
                };
                if read {
                    origin.then.values.retain(|other, _| other.to_lowercase() != word.to_lowercase());
                    origin.then.values.insert(word.to_string(), value.to_string());
                    said.push((into.table.clone(), name.clone()));
                }
            }
        }
        said
    }

    /// Whether a cell of the sheet from which one of these columns is read says this word, alone or among others. One pass over the rows.
    ///
    /// Errors: refused where the file cannot be read.
    pub fn has_word(&self, sheet: &TableInFile, columns: &[(String, String)], word: &str) -> Result<bool> {
        let named: Vec<String> = columns.iter().map(|(table, column)| format!("{table}.{column}")).collect();
        let found = &sheet.found;
        let read = |at: &usize| self.reading(found, *at).iter().any(|column| named.contains(column));
        let places: Vec<usize> =
            (0..found.columns.len()).filter(read).map(|at| found.columns[at].at).collect();
        let wanted = word.to_lowercase();
        let is = |text: &str| text.trim().to_lowercase() == wanted;
        let refused = |refusal: decapolis_spreadsheets::Refusal| {
            let args = refusal.args.into_iter().map(|(name, value)| (name, value.into())).collect();
            Error::Refused(Message { key: refusal.key, args: Args(args) })
        };
        for row in found.rows(&*sheet.grid).map_err(refused)? {
            let (row, kind) = row.map_err(refused)?;
            let says = |at: &usize| match row.cells.get(*at) {
                None | Some(Value::Empty) => false,
                Some(Value::Text(text)) => {
                    let text = clean(text);
                    is(&text) || parts(&text, None).any(is)
                }
                Some(value) => Reads::Code.canonical(value).is_ok_and(|text| is(&text)),
            };
            if kind.is_data() && places.iter().any(says) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
