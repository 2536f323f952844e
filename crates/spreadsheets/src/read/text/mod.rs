//! A text file as a grid. It is read in place, each time from its start.

mod decoded;
mod delimited_rows;
mod encoding;
mod separator;

use std::io::{BufReader, Read};
use std::path::Path;

use super::file_section::{AT_ONCE, FileSection};
use super::format::{Format, Quote, Separator, TextFormat};
use super::limits::Limits;
use super::notes::Note;
use super::opened_file::OpenedFile;
use super::refuse::FileName;
use super::text_hints::TextHints;
use crate::grid::{Grid, Merge, Refusal, Row};
use decoded::Decoded;
use delimited_rows::DelimitedRows;

/// Finds out how a text is written and opens it as one grid; as none if it has no row.
pub(super) fn open(
    section: FileSection,
    file_name: &FileName,
    limits: &Limits,
    how: &TextHints,
) -> Result<OpenedFile, Refusal> {
    let encoding_found = encoding::detect(&section, how.encoding, file_name)?;
    let quote = how.quote.unwrap_or(Quote::Double);
    let mut sample = Decoded::new(section.again(), encoding_found.encoding);
    let separator_found =
        separator::detect(&mut sample, quote, how.separator).map_err(|error| file_name.io(&error))?;
    let text = TextFormat { encoding: encoding_found.encoding, separator: separator_found.separator, quote };
    let grid = TextGrid {
        section,
        text,
        file_name: file_name.clone(),
        limits: limits.clone(),
        declared: separator_found.declared,
    };
    // what is wrong further on is said when it is read
    let first = grid.rows()?.next().transpose()?;
    let grids: Vec<Box<dyn Grid>> = if first.is_some() { vec![Box::new(grid)] } else { vec![] };
    let mut notes = vec![];
    if encoding_found.sure < 0.95 {
        let sure = format!("{:.0}", encoding_found.sure * 100.0);
        notes.push(Note {
            key: "note-encoding",
            args: vec![("encoding", encoding_found.encoding.name().into()), ("sure", sure)],
        });
    }
    if let Some((row, n)) = encoding_found.broken {
        notes.push(Note {
            key: "note-broken-letters",
            args: vec![("row", row.to_string()), ("n", n.to_string())],
        });
    }
    Ok(OpenedFile {
        format: Format::Text(text),
        sure: encoding_found.sure * separator_found.sure,
        grids,
        notes,
    })
}

/// The rows of comma-separated text in UTF-8 (RFC 4180), with or without a byte order mark; for files whose format is known. Rows without a
/// filled cell are skipped. `path` names the file in refusals.
///
/// Errors: a quotation mark that never closes, and what is over a limit; nothing follows it.
pub fn comma_separated<R: Read + Send + 'static>(
    text: R,
    path: &Path,
    limits: &Limits,
) -> impl Iterator<Item = Result<Row, Refusal>> + Send + use<R> {
    let decoded = BufReader::with_capacity(AT_ONCE, Decoded::new(text, encoding_rs::UTF_8));
    DelimitedRows::new(decoded, Some(b','), true, &FileName::of(path), limits)
}

struct TextGrid {
    section: FileSection,
    text: TextFormat,
    file_name: FileName,
    limits: Limits,
    /// Whether the first line is `sep=;`, which Excel reads and does not show.
    declared: bool,
}

impl Grid for TextGrid {
    fn name(&self) -> &str {
        ""
    }

    fn merges(&self) -> &[Merge] {
        &[]
    }

    fn rows(&self) -> Result<Box<dyn Iterator<Item = Result<Row, Refusal>> + Send + '_>, Refusal> {
        let decoded =
            BufReader::with_capacity(AT_ONCE, Decoded::new(self.section.again(), self.text.encoding));
        let separator =
            if self.text.separator == Separator::None { None } else { self.text.separator.byte() };
        let mut cells = DelimitedRows::new(
            decoded,
            separator,
            self.text.quote == Quote::Double,
            &self.file_name,
            &self.limits,
        );
        if self.declared {
            cells.pass_over_a_line()?;
        }
        Ok(Box::new(cells))
    }
}
