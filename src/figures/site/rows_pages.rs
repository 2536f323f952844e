//! What every file of a figure's rows is written from.

use decapolis_figures::{Answer, EvidenceRow, RowCursor, RowsAsked, evidence};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use crate::figures::question::Question;
use crate::web::context::Site;
use crate::web::files::AT_ONCE;

/// The rows of a figure, part by part and page by page, up to the limit of a file.
pub struct RowPages<'a> {
    pub site: &'a Site,
    pub question: &'a Question<'a>,
    pub left: u64,
    pub after: Option<RowCursor>,
}

impl RowPages<'_> {
    /// The next rows of this part. `None` at the end of the part or of the file; the next call starts the next part.
    pub async fn next(&mut self, db: &impl ConnectionTrait, part: usize) -> Result<Option<Vec<EvidenceRow>>> {
        let asked =
            RowsAsked { part, class: self.question.class, after: self.after, limit: self.left.min(AT_ONCE) };
        let found = match self.left {
            0 => vec![],
            _ => {
                evidence(
                    db,
                    self.question.figure,
                    &self.question.asked,
                    &self.site.app.figures.catalog,
                    asked,
                )
                .await?
            }
        };
        self.left -= found.len() as u64;
        self.after = found.last().map(|last| RowCursor { sort: last.sort, row: last.row });
        Ok(Some(found).filter(|found| !found.is_empty()))
    }
}

/// The share of a group in percent of the total base, so that the groups add up to the number.
pub fn part_of(of_all: Answer) -> f64 {
    if of_all.base == 0 { 0.0 } else { of_all.counted as f64 * 100.0 / of_all.base as f64 }
}
