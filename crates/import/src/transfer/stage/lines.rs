//! The staged rows: what becomes of each, and what would be written.

use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;
use sea_orm::Value;
use serde_json::json;

use super::{CHUNK, Stage};
use crate::transfer::outcome::Outcome;
use crate::transfer::row::FileRow;

/// What a row would do to the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Nothing = 0,
    Insert = 1,
    Change = 2,
    Correct = 3,
    Remove = 4,
}

/// A row of a file for one table.
#[derive(Clone, Debug)]
pub struct Staged {
    /// Counted over the whole import, from 1; set when it is staged.
    pub n: i64,
    pub tab: usize,
    pub place: FileRow,
    pub outcome: Outcome,
    pub how: How,
    /// The row it is, or will be: a new record has one below zero, a new fact none.
    pub id: Option<RowId>,
    /// Whether `content` is to be written, and not only what all records have.
    pub revises: bool,
    /// The values of the table; kept where they are written, or where a rule looks at several rows of an owner.
    pub content: Option<Vec<u8>>,
    /// The row of `records`, where that is written.
    pub record: Option<Vec<u8>>,
    pub owner: Option<Vec<u8>>,
    /// Names of the columns that change, parted by blanks.
    pub changed: String,
}

impl Staged {
    /// A row that nothing is written of.
    pub fn idle(tab: usize, place: FileRow, outcome: Outcome) -> Staged {
        Staged {
            n: 0,
            tab,
            place,
            outcome,
            how: How::Nothing,
            id: None,
            revises: false,
            content: None,
            record: None,
            owner: None,
            changed: String::new(),
        }
    }
}

const COLUMNS: &str = "n, tab, file, row, outcome, how, id, revises, content, record, owner, changed";

impl Stage {
    pub async fn add_lines(&self, lines: &[Staged]) -> Result<()> {
        for chunk in lines.chunks(CHUNK) {
            let sql = format!(
                "INSERT INTO lines ({COLUMNS}) VALUES {}",
                ["(?,?,?,?,?,?,?,?,?,?,?,?)"].repeat(chunk.len()).join(",")
            );
            let values = chunk.iter().flat_map(|l| {
                [
                    l.n.into(),
                    (l.tab as i64).into(),
                    (l.place.file as i64).into(),
                    (l.place.row as i64).into(),
                    (l.outcome as i64).into(),
                    (l.how as i64).into(),
                    Value::BigInt(l.id),
                    l.revises.into(),
                    Value::Bytes(l.content.clone()),
                    Value::Bytes(l.record.clone()),
                    Value::Bytes(l.owner.clone()),
                    l.changed.clone().into(),
                ]
            });
            self.run(&sql, values).await?;
        }
        Ok(())
    }

    /// The next lines after line `after` up to line `last` for which this holds, at most a chunk of them.
    pub async fn lines(&self, after: i64, last: i64, holds: &str) -> Result<Vec<Staged>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM lines WHERE n > ? AND n <= ? AND {holds} ORDER BY n LIMIT {CHUNK}"
        );
        self.ask(&sql, [after.into(), last.into()]).await?.iter().map(read).collect()
    }

    /// The lines of the next owners of a table after this owner, for at most `owners` of them.
    pub async fn lines_of_owners(&self, tab: usize, after: &[u8], owners: usize) -> Result<Vec<Staged>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM lines WHERE tab = ?1 AND owner IN (SELECT DISTINCT owner FROM lines \
             WHERE tab = ?1 AND owner > ?2 ORDER BY owner LIMIT {owners}) ORDER BY owner, n"
        );
        self.ask(&sql, [(tab as i64).into(), after.to_vec().into()]).await?.iter().map(read).collect()
    }

    /// The lines of a table that write these records.
    pub async fn lines_of_records(&self, tab: usize, ids: &[RowId]) -> Result<Vec<Staged>> {
        // made once, and only by imports that ask
        self.run("CREATE INDEX IF NOT EXISTS lines_record ON lines (tab, id) WHERE id IS NOT NULL", [])
            .await?;
        let sql = format!(
            "SELECT {COLUMNS} FROM lines WHERE tab = ? AND id IN (SELECT value FROM json_each(?))              AND how IN (1, 2, 3) AND content IS NOT NULL"
        );
        self.ask(&sql, [(tab as i64).into(), json!(ids).to_string().into()]).await?.iter().map(read).collect()
    }

    /// These lines are refused, and nothing of them is written.
    pub async fn refuse(&self, lines: &[i64]) -> Result<()> {
        // the id stays where a record would have been made: whatever refers to it is refused too
        let sql = format!(
            "UPDATE lines SET outcome = {}, id = CASE WHEN how = 1 THEN id END, how = 0 WHERE n IN (SELECT value FROM json_each(?))",
            Outcome::Refused as i64
        );
        self.run(&sql, [json!(lines).to_string().into()]).await.map(drop)
    }

    /// The records that the import will not make because their rows are refused; `None` if there are none.
    pub async fn refused_records(&self) -> Result<Option<Gone>> {
        let mut gone = Gone::default();
        let refused = format!("outcome = {} AND id IS NOT NULL", Outcome::Refused as i64);
        // a code may stand twice, refused and not
        for (holds, is_gone) in [(refused.as_str(), true), ("how = 1 AND id IS NOT NULL", false)] {
            let mut after = 0;
            loop {
                let sql = format!("SELECT n, id FROM lines WHERE n > ? AND {holds} ORDER BY n LIMIT {CHUNK}");
                let rows = self.ask(&sql, [Value::from(after)]).await?;
                let Some(last) = rows.last() else { break };
                after = last.try_get_by_index::<i64>(0)?;
                for row in &rows {
                    gone.set(row.try_get_by_index(1)?, is_gone);
                }
            }
            if gone.new.is_empty() && gone.former.is_empty() {
                return Ok(None);
            }
        }
        Ok(Some(gone))
    }
}

fn read(row: &sea_orm::QueryResult) -> Result<Staged> {
    let number = |at: usize| row.try_get_by_index::<i64>(at);
    Ok(Staged {
        n: number(0)?,
        tab: number(1)? as usize,
        place: FileRow { file: number(2)? as usize, row: number(3)? as u64 },
        outcome: Outcome::of(number(4)?),
        how: match number(5)? {
            1 => How::Insert,
            2 => How::Change,
            3 => How::Correct,
            4 => How::Remove,
            _ => How::Nothing,
        },
        id: row.try_get_by_index(6)?,
        revises: number(7)? != 0,
        content: row.try_get_by_index(8)?,
        record: row.try_get_by_index(9)?,
        owner: row.try_get_by_index(10)?,
        changed: row.try_get_by_index(11)?,
    })
}

/// Records that this import would have made or brought back, and whose rows are refused.
#[derive(Debug, Default)]
pub struct Gone {
    /// New ones by their number below zero, a bit each.
    new: Vec<u64>,
    /// Those that were there once.
    former: std::collections::HashSet<RowId>,
}

impl Gone {
    pub fn contains(&self, id: RowId) -> bool {
        if id >= 0 {
            return self.former.contains(&id);
        }
        let at = id.unsigned_abs() as usize;
        self.new.get(at / 64).is_some_and(|bits| bits & (1 << (at % 64)) != 0)
    }

    fn set(&mut self, id: RowId, gone: bool) {
        let at = id.unsigned_abs() as usize;
        match (id >= 0, gone) {
            (true, true) => drop(self.former.insert(id)),
            (true, false) => drop(self.former.remove(&id)),
            (false, true) => {
                if self.new.len() <= at / 64 {
                    self.new.resize(at / 64 + 1, 0);
                }
                self.new[at / 64] |= 1 << (at % 64);
            }
            (false, false) => {
                if let Some(bits) = self.new.get_mut(at / 64) {
                    *bits &= !(1 << (at % 64));
                }
            }
        }
    }
}
