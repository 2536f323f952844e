//! Questions to the tables of accounts, and what is written there apart from any entry.

use decapolis_actions::Role;
use decapolis_base::Day;
use decapolis_register::db::Db;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Order, Query};

use super::cookie::LASTS;
use super::secrets::digest;
use super::table::{ACCOUNTS, GRANTS, LINKS, SESSIONS};

/// An account with the roles it has on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub code: String,
    pub name: String,
    pub mail: String,
    pub has_password: bool,
    pub roles: Vec<Role>,
}

/// A mail address as accounts are found by it.
pub fn written_small(mail: &str) -> String {
    mail.trim().to_lowercase()
}

/// The rows of an account, one for each role that it has on this day, or one without a role.
fn accounts_on(day: Day) -> sea_orm::sea_query::SelectStatement {
    let has_role = Condition::all()
        .add(Expr::col(("g", "account")).equals(("a", "code")))
        .add(Expr::col(("g", "from")).lte(day.number()))
        .add(Expr::col(("g", "until")).is_null().or(Expr::col(("g", "until_last")).gte(day.number())));
    Query::select()
        .columns([("a", "code"), ("a", "name"), ("a", "mail")])
        .expr(Expr::col(("a", "password")).is_not_null())
        .column(("g", "role"))
        .from_as(ACCOUNTS.name, "a")
        .join_as(JoinType::LeftJoin, GRANTS.name, "g", has_role)
        .order_by(("a", "name"), Order::Asc)
        .order_by(("a", "code"), Order::Asc)
        .order_by(("g", "role"), Order::Asc)
        .to_owned()
}

async fn read(db: &impl ConnectionTrait, ask: &sea_orm::sea_query::SelectStatement) -> Result<Vec<Account>> {
    let mut all: Vec<Account> = vec![];
    for row in db.query_all(ask).await? {
        let code: String = row.try_get_by_index(0)?;
        let role: Option<String> = row.try_get_by_index(4)?;
        if all.last().is_none_or(|last| last.code != code) {
            all.push(Account {
                code,
                name: row.try_get_by_index(1)?,
                mail: row.try_get_by_index(2)?,
                has_password: row.try_get_by_index(3)?,
                roles: vec![],
            });
        }
        let account = all.last_mut().expect("one was just added");
        account.roles.extend(role.as_deref().and_then(Role::read).filter(|r| !account.roles.contains(r)));
    }
    Ok(all)
}

/// All accounts by name, with the roles they have on this day.
pub async fn all(db: &impl ConnectionTrait, day: Day) -> Result<Vec<Account>> {
    read(db, &accounts_on(day)).await
}

/// The account with this mail address.
pub async fn by_mail(db: &impl ConnectionTrait, mail: &str, day: Day) -> Result<Option<Account>> {
    let ask = accounts_on(day).and_where(Expr::col(("a", "mail")).eq(written_small(mail))).to_owned();
    Ok(read(db, &ask).await?.pop())
}

/// The password that is kept of an account, and its code; nothing for an unknown address.
pub async fn password(db: &impl ConnectionTrait, mail: &str) -> Result<Option<(String, Option<String>)>> {
    let ask = Query::select()
        .columns(["code", "password"])
        .from(ACCOUNTS.name)
        .and_where(Expr::col("mail").eq(written_small(mail)))
        .to_owned();
    let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
    Ok(Some((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
}

/// The account that has signed in with this token, where the session has not ended.
pub async fn of_session(
    db: &impl ConnectionTrait,
    token: &str,
    now: Timestamp,
    day: Day,
) -> Result<Option<Account>> {
    of_token(db, SESSIONS.name, token, now, day).await
}

/// The account that this link is for, where it has not been used and not ended.
pub async fn of_link(
    db: &impl ConnectionTrait,
    token: &str,
    now: Timestamp,
    day: Day,
) -> Result<Option<Account>> {
    of_token(db, LINKS.name, token, now, day).await
}

async fn of_token(
    db: &impl ConnectionTrait,
    table: &'static str,
    token: &str,
    now: Timestamp,
    day: Day,
) -> Result<Option<Account>> {
    let ask = accounts_on(day)
        .join_as(JoinType::InnerJoin, table, "s", Expr::col(("s", "account")).equals(("a", "code")))
        .and_where(Expr::col(("s", "token")).eq(digest(token)))
        .and_where(Expr::col(("s", "ends")).gt(now.as_millisecond()))
        .to_owned();
    Ok(read(db, &ask).await?.pop())
}

/// Begins a session; sessions and links that have ended are cleared away.
pub async fn begin_session(db: &Db, account: &str, token: &str, now: Timestamp) -> Result<()> {
    let now = now.as_millisecond();
    let ended = || Condition::all().add(Expr::col("ends").lte(now));
    let session = row([
        ("token", Cell::Text(digest(token))),
        ("account", Cell::Text(account.into())),
        ("made", Cell::Int(now)),
        ("ends", Cell::Int(now + LASTS * 1000)),
    ]);
    let writes = [
        Beside::delete(&SESSIONS, ended()),
        Beside::delete(&LINKS, ended()),
        Beside::insert(&SESSIONS, session),
    ];
    unversioned::write(db, writes).await
}

/// Ends the session with this token.
pub async fn end_session(db: &Db, token: &str) -> Result<()> {
    unversioned::write(db, [Beside::delete(&SESSIONS, is("token", digest(token)))]).await
}

/// Gives an account its password by a link, which is used up, and ends its sessions.
///
/// Refused: the link has been used meanwhile (`site-error-link`).
pub async fn choose_password(db: &Db, account: &str, link: &str, password: String) -> Result<()> {
    let writes = [
        Beside::delete(&LINKS, is("token", digest(link))).or_refused("site-error-link"),
        Beside::delete(&LINKS, is("account", account)),
        Beside::delete(&SESSIONS, is("account", account)),
        Beside::update(&ACCOUNTS, is("code", account), row([("password", Cell::Text(password))])),
    ];
    unversioned::write(db, writes).await
}

/// The rows with this text in this column.
pub fn is(column: &'static str, text: impl Into<String>) -> Condition {
    Condition::all().add(Expr::col(column).eq(text.into()))
}

/// The values of a row of a table without versions.
pub fn row<const N: usize>(cells: [(&str, Cell); N]) -> Values {
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}
