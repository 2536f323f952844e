//! Tokens: how a program speaks for an account, and no further than the account and the token both reach.

use decapolis_actions::Grant;
use decapolis_register::db::Db;
use decapolis_register::journal::RowId;
use decapolis_register::scope::Part;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{ConnectionTrait, QueryResult};

use super::secrets;
use super::store::{is, row};
use super::table::API_TOKENS;

/// What a token begins with, so that a search for secrets in files finds it.
pub const BEGINS: &str = "decapolis_";
/// The most days that a token lasts.
pub const MOST_DAYS: i64 = 366;
/// The most tokens of one account.
const MOST: usize = 20;
/// The longest name.
const LONGEST: usize = 80;

/// A token as its owner sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiToken {
    /// The digest by which it is kept.
    pub digest: String,
    pub account: String,
    pub name: String,
    /// Whether it writes; it always reads.
    pub writes: bool,
    /// The region that it is narrowed to.
    pub region: Option<RowId>,
    pub made: Timestamp,
    pub ends: Timestamp,
}

impl ApiToken {
    /// What the token may do of what its account is granted: in its region only, where it has one.
    pub fn grants(&self, of_account: &[Grant]) -> Vec<Grant> {
        let Some(region) = self.region else { return of_account.to_vec() };
        let region = Part::region(region);
        let narrowed = |grant: &Grant| Grant { part: Some(region), ..*grant };
        let reaches = |grant: &&Grant| grant.part.is_none_or(|own| own == region);
        of_account.iter().filter(reaches).map(narrowed).collect()
    }
}

/// What somebody asks for a new token.
pub struct NewToken {
    pub name: String,
    pub writes: bool,
    pub region: Option<RowId>,
    pub days: i64,
}

/// Makes a token for an account and gives it: it is shown once, only its digest is kept. `checked` is written before it, or it is not made.
///
/// Refused: no name or a long one (`error-token-name`), a number of days that it cannot last (`error-token-days`), too many tokens
/// (`error-token-many`).
pub async fn make(
    db: &Db,
    account: &str,
    new: NewToken,
    now: Timestamp,
    checked: impl IntoIterator<Item = Beside>,
) -> Result<String> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(Error::refused_with("error-token-name", [("most", LONGEST.into())].into()));
    }
    if !(1..=MOST_DAYS).contains(&new.days) {
        return Err(Error::refused_with("error-token-days", [("most", MOST_DAYS.into())].into()));
    }
    if all(db.reader(), account, now).await?.len() >= MOST {
        return Err(Error::refused_with("error-token-many", [("most", MOST.into())].into()));
    }
    let token = format!("{BEGINS}{}", secrets::token()?);
    let ends = now + SignedDuration::from_hours(24 * new.days);
    let cells = row([
        ("token", Cell::Text(secrets::digest(&token))),
        ("account", Cell::Text(account.into())),
        ("name", Cell::Text(name.into())),
        ("writes", Cell::Bool(new.writes)),
        ("region", new.region.map_or(Cell::Null, Cell::Int)),
        ("made", Cell::Int(now.as_millisecond())),
        ("ends", Cell::Int(ends.as_millisecond())),
    ]);
    let made = [Beside::insert(&API_TOKENS, cells)];
    unversioned::write(db, checked.into_iter().chain(made)).await?;
    Ok(token)
}

/// Ends one token of an account.
///
/// Refused (`error-token-gone`): the account has no such token.
pub async fn end(db: &Db, account: &str, digest: &str) -> Result<()> {
    let own = is("account", account).add(Expr::col("token").eq(digest));
    unversioned::write(db, [Beside::delete(&API_TOKENS, own).or_refused("error-token-gone")]).await
}

/// The tokens of an account that have not ended, the newest first.
pub async fn all(db: &impl ConnectionTrait, account: &str, now: Timestamp) -> Result<Vec<ApiToken>> {
    let ask = asked(now).and_where(Expr::col("account").eq(account)).to_owned();
    db.query_all(&ask).await?.iter().map(read).collect()
}

/// The token, where there is one and it has not ended.
pub async fn of(db: &impl ConnectionTrait, token: &str, now: Timestamp) -> Result<Option<ApiToken>> {
    let ask = asked(now).and_where(Expr::col("token").eq(secrets::digest(token))).to_owned();
    db.query_one(&ask).await?.as_ref().map(read).transpose()
}

fn asked(now: Timestamp) -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .columns(["token", "account", "name", "writes", "region", "made", "ends"])
        .from(API_TOKENS.name)
        .and_where(Expr::col("ends").gt(now.as_millisecond()))
        .order_by("made", Order::Desc)
        .to_owned()
}

fn read(row: &QueryResult) -> Result<ApiToken> {
    let instant = |n: i64| Timestamp::from_millisecond(n).map_err(|e| Error::Broken(e.to_string()));
    Ok(ApiToken {
        digest: row.try_get_by_index(0)?,
        account: row.try_get_by_index(1)?,
        name: row.try_get_by_index(2)?,
        writes: row.try_get_by_index(3)?,
        region: row.try_get_by_index(4)?,
        made: instant(row.try_get_by_index(5)?)?,
        ends: instant(row.try_get_by_index(6)?)?,
    })
}

#[cfg(test)]
mod tests {
    use decapolis_actions::Role;

    use super::*;

    fn token(region: Option<RowId>) -> ApiToken {
        ApiToken {
            digest: "d".into(),
            account: "a-1".into(),
            name: "reports".into(),
            writes: false,
            region,
            made: Timestamp::UNIX_EPOCH,
            ends: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_token_reaches_no_further_than_its_region_and_its_account() {
        let everywhere = Grant { role: Role::Secretariat, part: None };
        let africa = Grant { role: Role::RegionalSecretariat, part: Some(Part::region(7)) };
        assert_eq!(token(None).grants(&[everywhere, africa]), [everywhere, africa]);
        assert_eq!(
            token(Some(7)).grants(&[everywhere]),
            [Grant { part: Some(Part::region(7)), ..everywhere }]
        );
        assert_eq!(token(Some(8)).grants(&[africa]), []);
    }
}
