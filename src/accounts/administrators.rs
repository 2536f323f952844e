//! Who looks after the accounts. The network always keeps an administrator who stays: one who can sign in, and whose role has no last day and
//! hangs on no post.

use decapolis_actions::Role;
use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Query};

use super::table::{ACCOUNTS, GRANTS, IDENTITIES};

/// Refused (`error-last-administrator`): without this account, no administrator would stay.
pub async fn another_stays(db: &impl ConnectionTrait, account: &str, day: Day) -> Result<()> {
    match staying(db, day).await?.iter().any(|other| other != account) {
        true => Ok(()),
        false => Err(Error::refused("error-last-administrator")),
    }
}

/// Refused (`error-last-administrator`): this account is the only administrator who stays.
pub async fn is_not_the_last(db: &impl ConnectionTrait, account: &str, day: Day) -> Result<()> {
    match staying(db, day).await?.iter().any(|one| one == account) {
        true => another_stays(db, account, day).await,
        false => Ok(()),
    }
}

/// The accounts of the administrators who stay. A password opens an account, and so does an identity: the provider has signed it in before.
async fn staying(db: &impl ConnectionTrait, day: Day) -> Result<Vec<String>> {
    let password = Expr::col(("a", "password")).is_not_null();
    let ask = Query::select()
        .distinct()
        .column(("a", "code"))
        .from_as(GRANTS.name, "g")
        .join_as(JoinType::InnerJoin, ACCOUNTS.name, "a", Expr::col(("a", "code")).equals(("g", "account")))
        .join_as(JoinType::LeftJoin, IDENTITIES.name, "i", Expr::col(("i", "account")).equals(("a", "code")))
        .and_where(Expr::col(("g", "role")).eq(Role::Administrator.word()))
        .and_where(Expr::col(("g", "region")).is_null())
        .and_where(Expr::col(("g", "from")).lte(day.number()))
        .and_where(Expr::col(("g", "until")).is_null())
        .and_where(Expr::col(("g", "post")).is_null())
        .and_where(password.or(Expr::col(("i", "identity")).is_not_null()))
        .to_owned();
    db.query_all(&ask).await?.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}
