//! The units of a number as a file: the rows that the page of the figure shows first, each unit once.

use decapolis_register::table::{ANY, Kind};
use decapolis_spreadsheets::write::{ColumnKind, SheetCell, SheetColumn};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::page::View;
use super::rows_file::Exporting;
use super::units::UnitRow;
use crate::figures::units::Place;
use crate::records::cells::{columns, nature, record};
use crate::web::files::{FileKind, SheetFile, WritePermit};

impl Exporting<'_> {
    /// Writes each unit with how many rows made it count, and the first of them in words.
    pub(super) async fn units(
        &self,
        db: &impl ConnectionTrait,
        view: &View<'_>,
        kind: FileKind,
        turn: WritePermit,
    ) -> Result<SheetFile> {
        let (_, all) = view.tabs(db).await?;
        let mut own = columns(self.reader, view.kind_of_units(), Kind::Ref(ANY));
        own.push(SheetColumn::new(self.say("export-rows"), ColumnKind::Number));
        own.push(SheetColumn::new(self.say("site-because"), ColumnKind::Words));
        own.push(SheetColumn::new(self.say("column-nature"), ColumnKind::Code));
        let mut file = self.begin(turn, kind, all as u64, own)?;
        let (mut after, mut left): (Option<Place>, u64) = (None, self.site.most_rows);
        while left > 0 {
            let (rows, last) = view.page_of_units(db, after.as_ref(), all).await?;
            for UnitRow { record: unit, rows, because } in rows.into_iter().take(left as usize) {
                left -= 1;
                let lines: Vec<String> = because.into_iter().map(|line| line.text).collect();
                let mut row = record(self.reader, Some(&unit));
                row.extend([SheetCell::Whole(rows as i64), SheetCell::text(lines.join(" | "))]);
                row.push(nature(unit.illustrative));
                file.row(&row)?;
            }
            let Some(last) = last else { break };
            after = Some(last);
        }
        Ok(file)
    }
}
