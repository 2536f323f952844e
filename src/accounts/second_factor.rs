//! The second factor of an account: set up, confirmed by a first code, asked for, taken off.

use decapolis_register::db::Db;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};

use super::store::{doors_ended, is, row};
use super::table::{HALF_SIGN_INS, RECOVERY_CODES, SECOND_FACTORS};
use super::{recovery, totp};

/// How long a new secret waits for the code that confirms it, in minutes.
const WAITS: i64 = 15;
/// After so many wrong codes in a row, no code is taken any more: whoever guesses has the password. A recovery code still opens the account.
const MOST_WRONG: i64 = 20;

/// A second factor that is in use.
#[derive(Clone, Debug, PartialEq)]
pub struct InUse {
    pub since: Timestamp,
    /// How many recovery codes are left.
    pub codes: i64,
}

/// What is kept of an account's second factor.
struct Kept {
    secret: String,
    made: i64,
    since: Option<i64>,
    wrong: i64,
}

async fn kept(db: &impl ConnectionTrait, account: &str) -> Result<Option<Kept>> {
    let ask = Query::select()
        .columns(["secret", "made", "since", "wrong"])
        .from(SECOND_FACTORS.name)
        .and_where(Expr::col("account").eq(account))
        .to_owned();
    let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
    Ok(Some(Kept {
        secret: row.try_get_by_index(0)?,
        made: row.try_get_by_index(1)?,
        since: row.try_get_by_index(2)?,
        wrong: row.try_get_by_index(3)?,
    }))
}

/// The second factor that an account uses; `None` where it has none, or none that a code has confirmed.
pub async fn in_use(db: &impl ConnectionTrait, account: &str) -> Result<Option<InUse>> {
    let Some(since) = kept(db, account).await?.and_then(|kept| kept.since) else { return Ok(None) };
    let ask = Query::select()
        .expr(Func::count(Expr::col("code")))
        .from(RECOVERY_CODES.name)
        .and_where(Expr::col("account").eq(account))
        .to_owned();
    let codes = match db.query_one(&ask).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => 0,
    };
    let since = Timestamp::from_millisecond(since).map_err(|e| Error::Broken(e.to_string()))?;
    Ok(Some(InUse { since, codes }))
}

/// Gives an account a secret that a first code has to confirm. One that waits already is replaced.
///
/// Refused (`error-has-second-factor`): one is in use.
pub async fn begin(db: &Db, account: &str, now: Timestamp) -> Result<String> {
    let secret = totp::new_secret()?;
    let waits = is("account", account).add(Expr::col("since").is_null());
    let fresh = row([
        ("account", Cell::Text(account.into())),
        ("secret", Cell::Text(secret.clone())),
        ("made", Cell::Int(now.as_millisecond())),
        ("last_step", Cell::Int(0)),
        ("wrong", Cell::Int(0)),
    ]);
    let writes = [
        Beside::delete(&SECOND_FACTORS, waits),
        Beside::insert(&SECOND_FACTORS, fresh).or_refused("error-has-second-factor"),
    ];
    unversioned::write(db, writes).await?;
    Ok(secret)
}

/// The secret that waits for its first code.
///
/// Refused (`error-second-factor-again`): none waits, or it waited too long.
pub async fn waiting(db: &impl ConnectionTrait, account: &str, now: Timestamp) -> Result<String> {
    let oldest = now.as_millisecond() - WAITS * 60 * 1000;
    match kept(db, account).await? {
        Some(kept) if kept.since.is_none() && kept.made >= oldest => Ok(kept.secret),
        _ => Err(Error::refused("error-second-factor-again")),
    }
}

/// Takes a new second factor into use with its first code, ends what else people opened the account with, and gives the recovery codes.
///
/// Refused: the code is not one of now (`error-code`), or no secret waits for it (`error-second-factor-again`).
pub async fn confirm(
    db: &Db,
    account: &str,
    session: &str,
    code: &str,
    now: Timestamp,
) -> Result<Vec<String>> {
    let secret = waiting(db.reader(), account, now).await?;
    let Some(step) = totp::step_of(&secret, &plain(code), now)? else {
        return Err(Error::refused("error-code"));
    };
    let (codes, rows) = fresh_codes(account, now)?;
    let waits = is("account", account).add(Expr::col("since").is_null()).add(Expr::col("secret").eq(secret));
    let used = row([("since", Cell::Int(now.as_millisecond())), ("last_step", Cell::Int(step))]);
    let first = [
        Beside::update(&SECOND_FACTORS, waits, used).or_refused("error-second-factor-again"),
        Beside::delete(&RECOVERY_CODES, is("account", account)),
    ];
    unversioned::write(db, first.into_iter().chain(doors_ended(account, Some(session))).chain(rows)).await?;
    Ok(codes)
}

/// Ten new recovery codes in place of those until now.
///
/// Refused (`error-no-second-factor`): the account has no second factor.
pub async fn new_codes(db: &Db, account: &str, now: Timestamp) -> Result<Vec<String>> {
    if in_use(db.reader(), account).await?.is_none() {
        return Err(Error::refused("error-no-second-factor"));
    }
    let (codes, rows) = fresh_codes(account, now)?;
    let before = Beside::delete(&RECOVERY_CODES, is("account", account));
    unversioned::write(db, std::iter::once(before).chain(rows)).await?;
    Ok(codes)
}

fn fresh_codes(account: &str, now: Timestamp) -> Result<(Vec<String>, Vec<Beside>)> {
    let codes = recovery::ten()?;
    let kept = |code: &String| {
        Beside::insert(
            &RECOVERY_CODES,
            row([
                ("code", Cell::Text(recovery::kept(account, code))),
                ("account", Cell::Text(account.into())),
                ("made", Cell::Int(now.as_millisecond())),
            ]),
        )
    };
    let rows = codes.iter().map(kept).collect();
    Ok((codes, rows))
}

/// Takes a code: one of now that was not taken before, or a recovery code, which is used up.
///
/// Refused: neither (`error-code`), or too many were wrong and only a recovery code is taken (`error-code-locked`).
pub async fn take(db: &Db, account: &str, code: &str, now: Timestamp) -> Result<()> {
    let code = plain(code);
    let Some(kept) = kept(db.reader(), account).await?.filter(|kept| kept.since.is_some()) else {
        return Err(Error::refused("error-code"));
    };
    let of_account = || is("account", account);
    let right_again = |step: Option<i64>| {
        let step = step.map(|step| ("last_step".to_string(), Cell::Int(step)));
        [("wrong".to_string(), Cell::Int(0))].into_iter().chain(step).collect()
    };
    if code.len() > 8 {
        let used = of_account().add(Expr::col("code").eq(recovery::kept(account, &code)));
        let writes = [
            Beside::delete(&RECOVERY_CODES, used).or_refused("error-code"),
            Beside::update(&SECOND_FACTORS, of_account(), right_again(None)),
        ];
        return unversioned::write(db, writes).await;
    }
    if kept.wrong >= MOST_WRONG {
        return Err(Error::refused("error-code-locked"));
    }
    // it counts as wrong from its beginning: of many at once, only one is compared
    let as_read = of_account().add(Expr::col("wrong").eq(kept.wrong));
    let counted = row([("wrong", Cell::Int(kept.wrong + 1))]);
    unversioned::write(db, [Beside::update(&SECOND_FACTORS, as_read, counted).or_refused("error-code")])
        .await?;
    let Some(step) = totp::step_of(&kept.secret, &code, now)? else {
        return Err(Error::refused("error-code"));
    };
    let not_taken = of_account().add(Expr::col("last_step").lt(step));
    let taken = Beside::update(&SECOND_FACTORS, not_taken, right_again(Some(step))).or_refused("error-code");
    unversioned::write(db, [taken]).await
}

/// What takes the second factor off an account.
pub fn removed(account: &str) -> [Beside; 3] {
    let of_account = || is("account", account);
    [
        Beside::delete(&SECOND_FACTORS, of_account()),
        Beside::delete(&RECOVERY_CODES, of_account()),
        Beside::delete(&HALF_SIGN_INS, of_account()),
    ]
}

/// Takes one's own second factor off.
pub async fn turn_off(db: &Db, account: &str) -> Result<()> {
    unversioned::write(db, removed(account)).await
}

/// A code without what people put between its signs.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect()
}
