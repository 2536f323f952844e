//! Questions to the table of files.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_base::Day;
use decapolis_register::journal::{JournalNo, RowId};
use decapolis_register::permissions::Audience;
use decapolis_words::errors::Result;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};

use super::table::FILES;

/// A file of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordFile {
    pub id: RowId,
    pub name: String,
    pub media_type: String,
    pub bytes: i64,
    pub digest: String,
    /// One of [`super::table::PRIVACY`].
    pub privacy: String,
    /// The entry that recorded this version.
    pub recorded: JournalNo,
    /// The day of that entry.
    pub day: Option<Day>,
}

impl RecordFile {
    /// Whether this audience, which sees its record, may open it.
    pub fn may_be_opened(&self, audience: Audience) -> bool {
        let least = match self.privacy.as_str() {
            "public" => Audience::Public,
            "members" => Audience::Members,
            _ => Audience::Office,
        };
        audience >= least
    }
}

/// The files in `rows`: those there are, or the versions of them that were superseded.
fn files_in(rows: &'static str) -> SelectStatement {
    let columns = ["id", "name", "media_type", "bytes", "digest", "privacy", "recorded"];
    Query::select()
        .columns(columns.map(|column| ("f", column)))
        .column(("j", "day"))
        .from_as(rows, "f")
        .join_as(JoinType::LeftJoin, "journal", "j", Expr::col(("j", "number")).equals(("f", "recorded")))
        .to_owned()
}

fn files_of(record: RowId) -> SelectStatement {
    files_in(FILES.name)
        .and_where(Expr::col(("f", "record")).eq(record))
        .order_by(("f", "name"), Order::Asc)
        .to_owned()
}

fn read(row: QueryResult) -> Result<RecordFile> {
    Ok(RecordFile {
        id: row.try_get_by_index(0)?,
        name: row.try_get_by_index(1)?,
        media_type: row.try_get_by_index(2)?,
        bytes: row.try_get_by_index(3)?,
        digest: row.try_get_by_index(4)?,
        privacy: row.try_get_by_index(5)?,
        recorded: row.try_get_by_index(6)?,
        day: row.try_get_by_index::<Option<i64>>(7)?.and_then(Day::from_number),
    })
}

async fn read_all(db: &impl ConnectionTrait, ask: &SelectStatement) -> Result<Vec<RecordFile>> {
    db.query_all(ask).await?.into_iter().map(read).collect()
}

/// The files of a record that this audience may open, by name.
pub async fn of_record(
    db: &impl ConnectionTrait,
    record: RowId,
    audience: Audience,
) -> Result<Vec<RecordFile>> {
    let all = read_all(db, &files_of(record)).await?;
    Ok(all.into_iter().filter(|file| file.may_be_opened(audience)).collect())
}

/// A file of a record that this audience may open.
pub async fn of_id(
    db: &impl ConnectionTrait,
    record: RowId,
    id: RowId,
    audience: Audience,
) -> Result<Option<RecordFile>> {
    let found = read_all(db, &files_of(record).and_where(Expr::col(("f", "id")).eq(id)).to_owned()).await?;
    Ok(found.into_iter().find(|file| file.may_be_opened(audience)))
}

/// The earlier versions of these files of a record, the newest first, with other contents than the one after it. `audience` may open each:
/// who may not open a file today may not open what it was.
pub async fn earlier(
    db: &impl ConnectionTrait,
    record: RowId,
    files: &[RecordFile],
    audience: Audience,
) -> Result<Vec<RecordFile>> {
    let ask = files_in(FILES.history)
        .and_where(Expr::col(("f", "record")).eq(record))
        .and_where(Expr::col(("f", "id")).is_in(files.iter().map(|file| file.id)))
        .order_by(("f", "recorded"), Order::Desc)
        .to_owned();
    let mut after: BTreeMap<RowId, String> =
        files.iter().map(|file| (file.id, file.digest.clone())).collect();
    let mut versions = read_all(db, &ask).await?;
    versions.retain(|version| {
        after.insert(version.id, version.digest.clone()).as_ref() != Some(&version.digest)
            && version.may_be_opened(audience)
    });
    Ok(versions)
}

/// The digests of all files, also of their earlier versions and of those that were taken off: an undo brings them back.
pub async fn digests(db: &impl ConnectionTrait) -> Result<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for rows in [FILES.name, FILES.history] {
        let ask = Query::select().distinct().column("digest").from(rows).to_owned();
        for row in db.query_all(&ask).await? {
            all.insert(row.try_get_by_index(0)?);
        }
    }
    Ok(all)
}

/// Whether a record has a file with this name.
pub async fn is_there(db: &impl ConnectionTrait, record: RowId, name: &str) -> Result<bool> {
    let ask = files_of(record).and_where(Expr::col(("f", "name")).eq(name)).to_owned();
    Ok(db.query_one(&ask).await?.is_some())
}
