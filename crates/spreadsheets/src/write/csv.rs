//! Writes a sheet as CSV: UTF-8, commas, RFC 4180.

use std::io::{self, Write};

use super::{Sheet, SheetCell, SheetWriter, WriteSummary};

/// A CSV file that is being written.
pub struct Csv<W: Write> {
    out: ::csv::Writer<W>,
    begun: bool,
    rows: u64,
}

impl<W: Write> Csv<W> {
    /// A file for programs.
    pub fn new(out: W) -> Csv<W> {
        // a note is a line of one cell
        Csv { out: ::csv::WriterBuilder::new().flexible(true).from_writer(out), begun: false, rows: 0 }
    }

    /// A file for people: it begins with the mark by which a spreadsheet knows that the letters are UTF-8.
    pub fn for_people(mut out: W) -> io::Result<Csv<W>> {
        out.write_all("\u{feff}".as_bytes())?;
        Ok(Csv::new(out))
    }
}

impl<W: Write + Send> SheetWriter for Csv<W> {
    fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            return Err(io::Error::other("a text file has one sheet"));
        }
        for note in &sheet.notes {
            self.out.write_record([super::guarded(note).as_bytes()])?;
        }
        self.out.write_record(sheet.columns.iter().map(|c| super::guarded(&c.heading).into_owned()))?;
        Ok(())
    }

    fn row(&mut self, cells: &[SheetCell]) -> io::Result<()> {
        for cell in cells {
            self.out.write_field(cell.plain().as_bytes())?;
        }
        self.out.write_record(None::<&[u8]>)?;
        self.rows += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<WriteSummary> {
        self.out.flush()?;
        Ok(WriteSummary { rows: self.rows, shortened: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::{ColumnKind, SheetColumn};

    #[test]
    fn a_text_file_holds_notes_a_heading_and_rows() {
        let mut bytes = vec![];
        let mut file = Box::new(Csv::for_people(&mut bytes).unwrap());
        let columns = vec![
            SheetColumn::new("name", ColumnKind::Words),
            SheetColumn::new("amount", ColumnKind::Number),
            SheetColumn::new("day", ColumnKind::Day),
        ];
        file.sheet(&Sheet { notes: vec!["Only the first 2, of 3".into()], columns, ..Sheet::default() })
            .unwrap();
        let day = jiff::civil::date(2020, 12, 31);
        file.row(&[
            SheetCell::text("=1+1"),
            SheetCell::Decimal { units: -5, digits: 2 },
            SheetCell::Day(day),
        ])
        .unwrap();
        file.row(&[SheetCell::text("a, \"b\"\nc"), SheetCell::Whole(-7), SheetCell::Empty]).unwrap();
        assert!(file.sheet(&Sheet::default()).is_err());
        assert_eq!(file.finish().unwrap(), WriteSummary { rows: 2, shortened: 0 });
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{feff}\"Only the first 2, of 3\"\nname,amount,day\n'=1+1,-0.05,2020-12-31\n\"a, \"\"b\"\"\nc\",-7,\n"
        );
    }
}
