//! That something was taken off an account, as a fact of the day with its reason: what it was has no versions.

use decapolis_actions::{Context, Register};
use decapolis_register::changes::Changes;
use decapolis_register::table::Table;
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::store::row;

/// Adds to the changes that it was taken off the account today, in a table of `account`, `day` and `reason`. A second time on a day, the last
/// reason is the one that is kept.
///
/// Refused (`error-reason-missing`): no reason is given.
pub async fn taken_off(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    table: &'static Table,
    account: &str,
    reason: &str,
) -> Result<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::refused("error-reason-missing"));
    }
    let (reason, today) = (Cell::Text(reason.into()), context.day.number());
    let of_today = Query::select()
        .column("id")
        .from(table.name)
        .and_where(Expr::col("account").eq(account))
        .and_where(Expr::col("day").eq(today))
        .to_owned();
    if let Some(again) = context.tx.query_one(&of_today).await? {
        changes.change(table, again.try_get_by_index(0)?, row([("reason", reason)]));
        return Ok(());
    }
    let fact = [
        ("account", Cell::Text(account.into())),
        ("day", Cell::Int(today)),
        ("day_last", Cell::Int(today)),
        ("reason", reason),
    ];
    changes.fact(table, row(fact));
    Ok(())
}
