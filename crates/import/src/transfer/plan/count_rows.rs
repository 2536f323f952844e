//! Last step of planning: counts what becomes of every row, by table and by file. The counts of a file add up to the rows read.

use decapolis_words::errors::Result;

use super::planner::Tab;
use crate::transfer::outcome::{Outcome, Preview, Rows};
use crate::transfer::stage::Stage;

/// Counts the staged lines by table and by file. The order of the previews is that of the tables.
pub(super) async fn count_rows(
    stage: &Stage,
    tabs: &[Tab<'_>],
    files: &[String],
) -> Result<(Vec<Preview>, Vec<Rows>)> {
    let mut previews: Vec<Preview> =
        tabs.iter().map(|t| Preview { table: t.table.name, ..Default::default() }).collect();
    for row in stage.ask("SELECT tab, outcome, count(*) FROM lines GROUP BY tab, outcome", []).await? {
        let (tab, outcome, count): (i64, i64, i64) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let preview = &mut previews[tab as usize];
        *match Outcome::of(outcome) {
            Outcome::New => &mut preview.new,
            Outcome::Changed => &mut preview.changed,
            Outcome::Same => &mut preview.same,
            Outcome::Removed => &mut preview.removed,
            Outcome::Skipped => &mut preview.skipped,
            Outcome::Refused => &mut preview.refused,
        } = count as usize;
    }
    // one row of a file may have given lines to several tables
    stage.run("CREATE INDEX IF NOT EXISTS lines_place ON lines (file, row, outcome)", []).await?;
    stage.run("CREATE INDEX IF NOT EXISTS problems_place ON problems (file, row)", []).await?;
    let mut rows: Vec<Rows> =
        files.iter().map(|file| Rows { file: file.clone(), ..Default::default() }).collect();
    for of in &mut rows.iter_mut().enumerate() {
        let read = "SELECT count(*) FROM (SELECT DISTINCT row FROM lines WHERE file = ?)";
        for row in stage.ask(read, [(of.0 as i64).into()]).await? {
            of.1.read = row.try_get_by_index::<i64>(0)? as usize;
        }
    }
    let worst = "SELECT file, outcome, count(*) FROM (SELECT file, row, max(outcome) AS outcome FROM lines GROUP BY file, row) \
                 GROUP BY file, outcome";
    for row in stage.ask(worst, []).await? {
        let (file, outcome, count): (i64, i64, i64) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let of = &mut rows[file as usize];
        *match Outcome::of(outcome) {
            Outcome::New => &mut of.new,
            Outcome::Changed => &mut of.changed,
            Outcome::Same => &mut of.same,
            Outcome::Removed => &mut of.removed,
            Outcome::Skipped => &mut of.skipped,
            Outcome::Refused => &mut of.refused,
        } = count as usize;
    }
    Ok((previews, rows))
}
