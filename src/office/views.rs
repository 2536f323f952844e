//! Saved views: the address of a list kept under a name, by one person or for the office.

use decapolis_register::db::Db;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};

use super::table::VIEWS;
use crate::accounts::secrets::token;

/// The longest name, in characters, and the longest address, in bytes.
const LONGEST_NAME: usize = 80;
const LONGEST_QUERY: usize = 4_000;
/// The most views that one person keeps of one table: more would be a list of lists.
const MOST: usize = 30;

/// A list's address under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub code: String,
    /// The account that made it.
    pub account: String,
    pub query: String,
    pub name: String,
    /// Whether everybody in the office has it above the list.
    pub shared: bool,
}

/// The views of a table that an account has: its own, and those shared with the office, by name.
pub async fn of_table(db: &impl ConnectionTrait, listed: &str, account: &str) -> Result<Vec<View>> {
    let theirs = Condition::any().add(Expr::col("shared").eq(true)).add(Expr::col("account").eq(account));
    let ask = Query::select()
        .columns(["code", "account", "query", "name", "shared"])
        .from(VIEWS.name)
        .and_where(Expr::col("listed").eq(listed))
        .cond_where(theirs)
        .order_by("name", Order::Asc)
        .order_by("code", Order::Asc)
        .to_owned();
    let mut views = vec![];
    for row in db.query_all(&ask).await? {
        views.push(View {
            code: row.try_get_by_index(0)?,
            account: row.try_get_by_index(1)?,
            query: row.try_get_by_index(2)?,
            name: row.try_get_by_index(3)?,
            shared: row.try_get_by_index(4)?,
        });
    }
    Ok(views)
}

/// Keeps an address under a name, and gives the code of the view.
///
/// Refused: no name, or one that is too long (`error-view-name`); an address that is too long or one view too many (`error-view-many`).
pub async fn save(db: &Db, account: &str, listed: &str, query: &str, named: Named<'_>) -> Result<String> {
    let of_account = of_table(db.reader(), listed, account).await?;
    let own = of_account.iter().filter(|view| view.account == account).count();
    if own >= MOST || query.len() > LONGEST_QUERY {
        return Err(Error::refused_with("error-view-many", [("most", (MOST as i64).into())].into()));
    }
    let code = token()?;
    let mut values = named.values()?;
    for (name, text) in [("code", code.as_str()), ("account", account), ("listed", listed), ("query", query)]
    {
        values.insert(name.into(), Cell::Text(text.into()));
    }
    unversioned::write(db, [Beside::insert(&VIEWS, values)]).await?;
    Ok(code)
}

/// What a view is called, and for whom.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    pub name: &'a str,
    pub shared: bool,
}

impl Named<'_> {
    /// Refused (`error-view-name`): no name, or one that is too long.
    fn values(&self) -> Result<Values> {
        let name = self.name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(Error::refused_with(
                "error-view-name",
                [("most", (LONGEST_NAME as i64).into())].into(),
            ));
        }
        let cells = [("name", Cell::Text(name.into())), ("shared", Cell::Bool(self.shared))];
        Ok(cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect())
    }
}

/// Gives a view another name, or shares it. Only its owner does, or where `by` is `None` an administrator.
///
/// Refused: there is no such view, or it is another person's (`error-view-gone`).
pub async fn rename(db: &Db, code: &str, by: Option<&str>, named: Named<'_>) -> Result<()> {
    let write = Beside::update(&VIEWS, of(code, by), named.values()?).or_refused("error-view-gone");
    unversioned::write(db, [write]).await
}

/// Deletes a view. Only its owner does, or where `by` is `None` an administrator.
///
/// Refused: there is no such view, or it is another person's (`error-view-gone`).
pub async fn delete(db: &Db, code: &str, by: Option<&str>) -> Result<()> {
    unversioned::write(db, [Beside::delete(&VIEWS, of(code, by)).or_refused("error-view-gone")]).await
}

fn of(code: &str, by: Option<&str>) -> Condition {
    let mine = match by {
        Some(account) => Condition::all().add(Expr::col("account").eq(account)),
        // an administrator minds what is shared; what somebody keeps for themselves stays theirs
        None => Condition::all().add(Expr::col("shared").eq(true)),
    };
    mine.add(Expr::col("code").eq(code))
}
