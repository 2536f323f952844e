//! A text file as a grid: read where it lies, each time from its start.

mod cells;
mod decoded;
mod encoding;
mod separator;

use std::io::BufReader;

use super::disk::{AT_ONCE, Disk};
use super::format::{Format, Quote, Separator, Text};
use super::hinted::Hinted;
use super::limits::Limits;
use super::notes::Note;
use super::opened::Opened;
use super::refuse::Named;
use crate::grid::{Grid, Merge, Refusal, Row};
use cells::Cells;
use decoded::Decoded;

/// Sees how a text is written and gives it as one grid; none where there is no row.
pub(super) fn open(disk: Disk, named: &Named, limits: &Limits, how: &Hinted) -> Result<Opened, Refusal> {
    let heard = encoding::hear(&disk, how.encoding, named)?;
    let quote = how.quote.unwrap_or(Quote::Double);
    let mut sample = Decoded::new(disk.again(), heard.encoding);
    let seen = separator::see(&mut sample, quote, how.separator).map_err(|error| named.io(&error))?;
    let text = Text { encoding: heard.encoding, separator: seen.separator, quote };
    let grid = TextGrid { disk, text, named: named.clone(), limits: limits.clone(), said: seen.said };
    // what is wrong further on is said when it is read
    let first = grid.rows()?.next().transpose()?;
    let grids: Vec<Box<dyn Grid>> = if first.is_some() { vec![Box::new(grid)] } else { vec![] };
    let mut told = vec![];
    if heard.sure < 0.95 {
        let sure = format!("{:.0}", heard.sure * 100.0);
        told.push(Note { key: "note-encoding", args: vec![("encoding", heard.encoding.name().into()), ("sure", sure)] });
    }
    if let Some((row, n)) = heard.broken {
        told.push(Note { key: "note-broken-letters", args: vec![("row", row.to_string()), ("n", n.to_string())] });
    }
    Ok(Opened { format: Format::Text(text), sure: heard.sure * seen.sure, grids, told })
}

struct TextGrid {
    disk: Disk,
    text: Text,
    named: Named,
    limits: Limits,
    /// The first line is `sep=;`, which Excel reads and does not show.
    said: bool,
}

impl Grid for TextGrid {
    fn name(&self) -> &str {
        ""
    }

    fn merges(&self) -> &[Merge] {
        &[]
    }

    fn rows(&self) -> Result<Box<dyn Iterator<Item = Result<Row, Refusal>> + Send + '_>, Refusal> {
        let decoded = BufReader::with_capacity(AT_ONCE, Decoded::new(self.disk.again(), self.text.encoding));
        let separator = if self.text.separator == Separator::None { None } else { self.text.separator.byte() };
        let mut cells = Cells::new(decoded, separator, self.text.quote == Quote::Double, &self.named, &self.limits);
        if self.said {
            cells.pass_over_a_line()?;
        }
        Ok(Box::new(cells))
    }
}
