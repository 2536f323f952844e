//! The second factor of an account: set up, confirmed by a first code, asked for, taken off.

use decapolis_register::db::Db;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, Query};

use super::checked::is_signed_in;
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

/// Gives an account a secret that a first code has to confirm, for the browser with this token. One that waits already is replaced.
///
/// Refused: one is in use (`error-has-second-factor`), or the browser was signed out meanwhile (`error-sign-in-again`).
pub async fn begin(db: &Db, account: &str, session: &str, now: Timestamp) -> Result<String> {
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
    unversioned::write(db, is_signed_in(account, session).into_iter().chain(writes)).await?;
    Ok(secret)
}

/// Removes the secrets that waited too long for a first code.
pub fn given_up(now: Timestamp) -> Beside {
    let too_long = Expr::col("since").is_null().and(Expr::col("made").lt(oldest(now)));
    Beside::delete(&SECOND_FACTORS, Condition::all().add(too_long))
}

/// When a secret was made that still waits for its code, at the earliest.
fn oldest(now: Timestamp) -> i64 {
    now.as_millisecond() - WAITS * 60 * 1000
}

/// The secret that waits for its first code.
///
/// Refused (`error-second-factor-again`): none waits, or it waited too long.
pub async fn waiting(db: &impl ConnectionTrait, account: &str, now: Timestamp) -> Result<String> {
    match kept(db, account).await? {
        Some(kept) if kept.since.is_none() && kept.made >= oldest(now) => Ok(kept.secret),
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
    let still = is_signed_in(account, session);
    let ended = doors_ended(account, Some(session));
    unversioned::write(db, still.into_iter().chain(first).chain(ended).chain(rows)).await?;
    Ok(codes)
}

/// Ten new recovery codes in place of those until now, for the browser with this token.
///
/// Refused: the account has no second factor (`error-no-second-factor`), or the browser was signed out meanwhile (`error-sign-in-again`).
pub async fn new_codes(db: &Db, account: &str, session: &str, now: Timestamp) -> Result<Vec<String>> {
    let in_use = is("account", account).add(Expr::col("since").is_not_null());
    let (codes, rows) = fresh_codes(account, now)?;
    let before = [
        Beside::if_there(&SECOND_FACTORS, in_use).or_refused("error-no-second-factor"),
        Beside::delete(&RECOVERY_CODES, is("account", account)),
    ];
    let still = is_signed_in(account, session);
    unversioned::write(db, still.into_iter().chain(before).chain(rows)).await?;
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

/// Compares a code: one of now that was not taken before, or a recovery code. Gives what uses it up, to be written with what it opens: it is
/// refused there (`error-code`) where another has used it.
///
/// Refused: neither (`error-code`), or too many were wrong and only a recovery code is taken (`error-code-locked`).
pub async fn used(db: &Db, account: &str, code: &str, now: Timestamp) -> Result<Vec<Beside>> {
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
        return Ok(vec![
            Beside::delete(&RECOVERY_CODES, used).or_refused("error-code"),
            Beside::update(&SECOND_FACTORS, of_account(), right_again(None)),
        ]);
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
    Ok(vec![Beside::update(&SECOND_FACTORS, not_taken, right_again(Some(step))).or_refused("error-code")])
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

/// Takes one's own second factor off, from the browser with this token.
///
/// Refused (`error-sign-in-again`): the browser was signed out meanwhile.
pub async fn turn_off(db: &Db, account: &str, session: &str) -> Result<()> {
    unversioned::write(db, is_signed_in(account, session).into_iter().chain(removed(account))).await
}

/// A code without what people put between its signs.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect()
}
