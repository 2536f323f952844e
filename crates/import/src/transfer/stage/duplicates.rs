//! What the stage keeps of duplicates: rows that are records under another code, rows that a person must
//! decide, and decisions.

use std::collections::{HashMap, HashSet};

use decapolis_register::duplicates::decisions::Decision;
use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;
use serde_json::json;

use super::Stage;

impl Stage {
    pub async fn add_duplicates(
        &self,
        aliases: &[(String, RowId)],
        open: &[String],
        decided: &[Decision],
    ) -> Result<()> {
        if !aliases.is_empty() {
            let sql = "INSERT OR IGNORE INTO aliases SELECT value->>0, value->>1 FROM json_each(?)";
            self.run(sql, [json!(aliases).to_string().into()]).await?;
        }
        if !open.is_empty() {
            self.run(
                "INSERT OR IGNORE INTO open SELECT value FROM json_each(?)",
                [json!(open).to_string().into()],
            )
            .await?;
        }
        if !decided.is_empty() {
            let rows: Vec<_> =
                decided.iter().map(|d| json!([d.kind, d.called, d.record, i64::from(d.same)])).collect();
            let sql = "INSERT OR REPLACE INTO decided SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?)";
            self.run(sql, [json!(rows).to_string().into()]).await?;
        }
        Ok(())
    }

    /// Which of these codes are other codes of records, and which are asked about.
    pub async fn duplicates(&self, codes: &[&str]) -> Result<(HashMap<String, RowId>, HashSet<String>)> {
        let list = json!(codes).to_string();
        let (mut aliases, mut open) = (HashMap::new(), HashSet::new());
        let sql = "SELECT t.code, t.id FROM json_each(?) j CROSS JOIN aliases t ON t.code = j.value";
        for row in self.ask(sql, [list.clone().into()]).await? {
            aliases.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
        let sql = "SELECT t.code FROM json_each(?) j CROSS JOIN open t ON t.code = j.value";
        for row in self.ask(sql, [list.into()]).await? {
            open.insert(row.try_get_by_index(0)?);
        }
        Ok((aliases, open))
    }

    /// What was decided in this import, after the decision with this number, a chunk of them.
    pub async fn decisions_after(&self, after: i64, limit: usize) -> Result<Vec<(i64, Decision)>> {
        let sql = format!(
            "SELECT rowid, kind, called, record, same FROM decided WHERE rowid > ? ORDER BY rowid LIMIT {limit}"
        );
        let rows = self.ask(&sql, [after.into()]).await?;
        let read = |row: &sea_orm::QueryResult| -> Result<(i64, Decision)> {
            let decision = Decision {
                kind: row.try_get_by_index(1)?,
                called: row.try_get_by_index(2)?,
                record: row.try_get_by_index(3)?,
                same: row.try_get_by_index::<i64>(4)? == 1,
            };
            Ok((row.try_get_by_index(0)?, decision))
        };
        rows.iter().map(read).collect()
    }
}
