//! A request that may come twice is done once: the second gets the answer of the first.
//!
//! A program that does not hear the answer to what it sent cannot know whether it was done, so it sends the same again, with the same key.
//! The key is kept in the transaction of what was done: either both are there or neither.

use decapolis_register::db::Transaction;
use decapolis_register::journal::RowId;
use decapolis_register::shape::Stores;
use decapolis_register::unversioned::{Beside, Unversioned, always};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use jiff::{SignedDuration, Timestamp};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use super::run::Done;

/// How long a key is remembered.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// What was done with a key. `key` and `request` are digests that the caller makes: of who asks with which key, and of what they ask.
pub static DONE_ONCE: Unversioned = Unversioned {
    name: "done_once",
    columns: &[
        always("key", Stores::Text),
        always("request", Stores::Text),
        always("batch", Stores::Text),
        always("number", Stores::Whole),
        always("written", Stores::Whole),
        // the ids of new records, with blanks between them
        always("records", Stores::Text),
        always("made", Stores::Whole),
    ],
    unique: &[],
    indexed: &["made"],
    in_backups: false,
};

/// The key of a request, and what is asked with it.
#[derive(Clone, Debug)]
pub struct Once {
    /// A digest of who asks and of their key: nobody meets the keys of others.
    pub key: String,
    /// A digest of what is asked.
    pub request: String,
}

impl Once {
    /// What was done with this key in the last day.
    ///
    /// Refused (`error-key-used`): something else was asked with it.
    pub async fn done(&self, db: &impl ConnectionTrait) -> Result<Option<Done>> {
        let ask = Query::select()
            .columns(["request", "batch", "number", "written", "records"])
            .from(DONE_ONCE.name)
            .and_where(Expr::col("key").eq(self.key.as_str()))
            .and_where(Expr::col("made").gt((Timestamp::now() - KEPT).as_millisecond()))
            .to_owned();
        let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
        let request: String = row.try_get_by_index(0)?;
        if request != self.request {
            return Err(Error::refused("error-key-used"));
        }
        let (written, records): (i64, String) = (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
        Ok(Some(Done {
            batch: row.try_get_by_index(1)?,
            number: row.try_get_by_index(2)?,
            rows: usize::try_from(written).unwrap_or_default(),
            records: records.split_whitespace().filter_map(|id| id.parse::<RowId>().ok()).collect(),
        }))
    }

    /// Keeps what was done, in the transaction that did it, and forgets what is a day old.
    pub(super) async fn keep(&self, tx: &Transaction, done: &Done, now: Timestamp) -> Result<()> {
        let text = |text: &str| Cell::Text(text.into());
        let records: Vec<String> = done.records.iter().map(RowId::to_string).collect();
        let cells = [
            ("key", text(&self.key)),
            ("request", text(&self.request)),
            ("batch", text(&done.batch)),
            ("number", Cell::Int(done.number)),
            ("written", Cell::Int(done.rows as i64)),
            ("records", Cell::Text(records.join(" "))),
            ("made", Cell::Int(now.as_millisecond())),
        ];
        let row: Values = cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect();
        let old = Expr::col("made").lte((now - KEPT).as_millisecond());
        Beside::delete(&DONE_ONCE, Condition::all().add(old)).run(tx).await?;
        Beside::insert(&DONE_ONCE, row).run(tx).await
    }
}
