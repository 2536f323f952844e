//! What an undo would take back, as far as a network may want two people for it: what needed two is not taken back by one, and nobody takes
//! away alone, by an undo, what somebody else has added.

use decapolis_register::db::Transaction;
use decapolis_register::journal::JournalNo;
use decapolis_register::schema::Tables;
use decapolis_register::table::{Concern, Table, Written};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};

use super::by_fields::Deed;

/// So many rows an action writes that a table has for one row: a row that changes from a day on ends, and another begins.
const OF_ONE_ROW: i64 = 2;

/// What may need two people of taking this batch back, for this actor.
pub(super) async fn concerns_of_undo(
    tx: &Transaction,
    tables: Tables,
    batch: &str,
    actor: &str,
) -> Result<Vec<Concern>> {
    let ask = Query::select()
        .columns(["number", "action", "actor"])
        .from("journal")
        .and_where(Expr::col("batch").eq(batch))
        .to_owned();
    let mut all = vec![];
    for row in tx.query_all(&ask).await? {
        let (number, action, by): (JournalNo, String, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let touched = touched(tx, tables, number).await?;
        if action == "register.import" || is_of_many_rows(tx, &touched, &action, number).await? {
            all.push(Concern::ManyRows);
        }
        for table in touched {
            if took_away(tx, table, number).await? || by != actor && added(tx, table, number).await? {
                all.push(Concern::Removal);
            }
        }
    }
    Ok(all)
}

/// The tables that an entry wrote in, without those that are kept for their own actions.
async fn touched(tx: &Transaction, tables: Tables, number: JournalNo) -> Result<Vec<&'static Table>> {
    let ask =
        Query::select().column("name").from("touched").and_where(Expr::col("number").eq(number)).to_owned();
    let mut all = vec![];
    for row in tx.query_all(&ask).await? {
        let table = tables.named(&row.try_get_by_index::<String>(0)?);
        all.extend(table.filter(|table| table.written == Written::ByAnyAction));
    }
    Ok(all)
}

/// Whether an action that a table has for one row was done with several.
async fn is_of_many_rows(
    tx: &Transaction,
    touched: &[&'static Table],
    action: &str,
    number: JournalNo,
) -> Result<bool> {
    let is_of_a_row = Deed::ALL.iter().any(|deed| action.ends_with(&format!(".{}", deed.word())));
    let own = touched.iter().find(|table| action.starts_with(&format!("{}.", table.name.replace('_', "-"))));
    let Some(table) = own.filter(|_| is_of_a_row) else { return Ok(false) };
    let mut rows = 0;
    for (from, column) in
        [(table.name, "recorded"), (table.history, "recorded"), (table.history, "superseded")]
    {
        let ask = Query::select()
            .expr(Expr::col("id").count())
            .from(from)
            .and_where(Expr::col(column).eq(number))
            .to_owned();
        if let Some(row) = tx.query_one(&ask).await? {
            rows = Ord::max(rows, row.try_get_by_index::<i64>(0)?);
        }
    }
    Ok(rows > OF_ONE_ROW)
}

/// Whether the entry took a row away, or ended one that says how it ended.
async fn took_away(tx: &Transaction, table: &'static Table, number: JournalNo) -> Result<bool> {
    let ended = |row: &'static str| Expr::col((row, "superseded")).eq(number);
    let gone = Query::select()
        .column(("h", "id"))
        .from_as(table.history, "h")
        .and_where(ended("h"))
        .and_where(Expr::exists(version_of("h", table.name, number)).not())
        .and_where(Expr::exists(version_of("h", table.history, number)).not())
        .limit(1)
        .to_owned();
    if tx.query_one(&gone).await?.is_some() {
        return Ok(true);
    }
    let Some((_, (_, until))) = table.closing.zip(table.span) else { return Ok(false) };
    let closed = Query::select()
        .column(("h", "id"))
        .from_as(table.history, "h")
        .and_where(ended("h"))
        .and_where(Expr::col(("h", until)).is_null())
        .and_where(Expr::exists(
            version_of("h", table.name, number).and_where(Expr::col(("v", until)).is_not_null()).to_owned(),
        ))
        .limit(1)
        .to_owned();
    Ok(tx.query_one(&closed).await?.is_some())
}

/// Whether the entry added a row that is there.
async fn added(tx: &Transaction, table: &'static Table, number: JournalNo) -> Result<bool> {
    let before = Query::select()
        .column(("h", "id"))
        .from_as(table.history, "h")
        .and_where(Expr::col(("h", "id")).equals(("t", "id")))
        .and_where(Expr::col(("h", "superseded")).eq(number))
        .to_owned();
    let ask = Query::select()
        .column(("t", "id"))
        .from_as(table.name, "t")
        .and_where(Expr::col(("t", "recorded")).eq(number))
        .and_where(Expr::exists(before).not())
        .limit(1)
        .to_owned();
    Ok(tx.query_one(&ask).await?.is_some())
}

/// The version of a row `of` that an entry recorded, among these rows.
fn version_of(of: &'static str, rows: &'static str, number: JournalNo) -> SelectStatement {
    Query::select()
        .column(("v", "id"))
        .from_as(rows, "v")
        .cond_where(
            Condition::all()
                .add(Expr::col(("v", "id")).equals((of, "id")))
                .add(Expr::col(("v", "recorded")).eq(number)),
        )
        .to_owned()
}
