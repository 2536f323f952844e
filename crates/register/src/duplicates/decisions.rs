//! Decisions of people about rows that looked like records. They are facts of the register: they come and go
//! as files and are undone with their batch.

use std::collections::{BTreeSet, HashMap};

use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::journal::RowId;
use crate::table::{ANY, Kind, Table, req};
use crate::value::{Cell, Values};

/// What a file called a thing, by its code or by its folded name, and whether that is this record. A file that says it again is not asked
/// about; where it is the same, the file's code and name mean the record from then on, also where others refer to it.
pub static LIKENESSES: Table = Table::facts(
    "likenesses",
    "likenesses_history",
    &["kind", "called", "record"],
    &[
        req("kind", Kind::Text).office(),
        req("called", Kind::Text).office(),
        req("record", Kind::Ref(ANY)).office(),
        req("decision", Kind::Choice(&["same", "different"])).office(),
    ],
)
.indexed(&[&["called", "kind", "decision", "record"]])
// it may be the name of a person
.veiling(&["called"]);

/// One decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub kind: String,
    pub called: String,
    pub record: RowId,
    pub same: bool,
}

/// Kind, what is called so, and the record.
pub type Key = (String, String, RowId);

impl Decision {
    pub fn key(&self) -> Key {
        (self.kind.clone(), self.called.clone(), self.record)
    }

    /// As it is stored.
    pub fn values(&self) -> Values {
        let text = |t: &str| Cell::Text(t.to_string());
        let columns = [
            ("kind", text(&self.kind)),
            ("called", text(&self.called)),
            ("record", Cell::Int(self.record)),
            ("decision", text(if self.same { "same" } else { "different" })),
            ("source", Cell::Null),
            ("illustrative", Cell::Bool(false)),
        ];
        columns.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
    }
}

/// What was decided about things called so.
pub async fn about(db: &impl ConnectionTrait, kind: &str, called: &[&str]) -> Result<Vec<Decision>> {
    let mut all = vec![];
    for some in called.chunks(1_000) {
        let ask = Query::select()
            .columns(["called", "record", "decision"])
            .from(LIKENESSES.name)
            .and_where(Expr::col("called").is_in(some.iter().copied()))
            .and_where(Expr::col("kind").eq(kind))
            .to_owned();
        for row in db.query_all(&ask).await? {
            let decision: String = row.try_get_by_index(2)?;
            let (called, record) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            all.push(Decision { kind: kind.into(), called, record, same: decision == "same" });
        }
    }
    Ok(all)
}

/// The decisions with the keys of these that are there: the ids of their rows, and what was decided.
pub async fn ids(db: &impl ConnectionTrait, these: &[Decision]) -> Result<HashMap<Key, (RowId, bool)>> {
    let called: BTreeSet<&str> = these.iter().map(|d| d.called.as_str()).collect();
    let mut found = HashMap::new();
    for some in called.into_iter().collect::<Vec<_>>().chunks(1_000) {
        let ask = Query::select()
            .columns(["kind", "called", "record", "id", "decision"])
            .from(LIKENESSES.name)
            .and_where(Expr::col("called").is_in(some.iter().copied()))
            .to_owned();
        for row in db.query_all(&ask).await? {
            let key = (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            found.insert(key, (row.try_get_by_index(3)?, row.try_get_by_index::<String>(4)? == "same"));
        }
    }
    Ok(found)
}
