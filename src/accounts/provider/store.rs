//! Sign-ins that are at the identity provider, and which account an identity belongs to.

use decapolis_base::Day;
use decapolis_register::db::Db;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use super::{Begun, Identity};
use crate::accounts::checked::{self, has_a_role, has_address, held};
use crate::accounts::secrets::digest;
use crate::accounts::store::{self, Account, is, row};
use crate::accounts::table::{ACCOUNTS, IDENTITIES, PROVIDER_SIGN_INS};

/// How long somebody may take at the provider, in minutes.
const WAITS: i64 = 10;

/// A sign-in that came back from the provider.
pub struct CameBack {
    pub nonce: String,
    pub verifier: String,
    /// The page that the reader came from.
    pub to: String,
}

/// Keeps what a sign-in at the provider needs when it comes back, for the browser with this token.
pub async fn keep(db: &Db, begun: &Begun, browser: &str, to: &str, now: Timestamp) -> Result<()> {
    let now = now.as_millisecond();
    let text = |text: &str| Cell::Text(text.to_string());
    let kept = row([
        ("token", text(&digest(&begun.state))),
        ("browser", text(&digest(browser))),
        ("nonce", text(&begun.nonce)),
        ("verifier", text(&begun.verifier)),
        ("goes_to", text(to)),
        ("ends", Cell::Int(now + WAITS * 60 * 1000)),
    ]);
    let ended = Condition::all().add(Expr::col("ends").lte(now));
    let writes = [Beside::delete(&PROVIDER_SIGN_INS, ended), Beside::insert(&PROVIDER_SIGN_INS, kept)];
    unversioned::write(db, writes).await
}

/// What was kept of a sign-in. It is used up, whatever becomes of it.
///
/// Refused (`error-provider-state`): this browser began no such sign-in, it has come back already, or it took too long.
pub async fn came_back(db: &Db, state: &str, browser: &str, now: Timestamp) -> Result<CameBack> {
    let unknown = || Error::refused("error-provider-state");
    let of_browser = is("token", digest(state)).add(Expr::col("browser").eq(digest(browser)));
    let ask = Query::select()
        .columns(["nonce", "verifier", "goes_to"])
        .from(PROVIDER_SIGN_INS.name)
        .cond_where(of_browser.clone())
        .and_where(Expr::col("ends").gt(now.as_millisecond()))
        .to_owned();
    let row = db.reader().query_one(&ask).await?.ok_or_else(unknown)?;
    let used_up = Beside::delete(&PROVIDER_SIGN_INS, of_browser).or_refused("error-provider-state");
    unversioned::write(db, [used_up]).await?;
    Ok(CameBack {
        nonce: row.try_get_by_index(0)?,
        verifier: row.try_get_by_index(1)?,
        to: row.try_get_by_index(2)?,
    })
}

/// The account of an identity, and what has to hold still when it comes in ([`store::begin_session`]). The first time it is found by the
/// verified mail address, and belongs to this identity from then on.
///
/// Refused: no verified address (`error-provider-unverified`), nobody with it was invited, or their roles have ended
/// (`error-provider-unknown`). Refused when it comes in: the account belongs to another identity of that address (`error-provider-other`).
pub async fn account_of(
    db: &Db,
    identity: &Identity,
    now: Timestamp,
    day: Day,
) -> Result<(Account, Vec<Beside>)> {
    let Identity { issuer, subject, mail } = identity;
    let key = digest(&format!("{issuer} {subject}"));
    let ask = Query::select()
        .column("account")
        .from(IDENTITIES.name)
        .and_where(Expr::col("identity").eq(key.as_str()))
        .to_owned();
    let known: Option<String> = match db.reader().query_one(&ask).await? {
        Some(row) => Some(row.try_get_by_index(0)?),
        None => None,
    };
    let found = match (&known, mail) {
        (Some(code), _) => store::by_code(db.reader(), code, day).await?,
        (None, Some(mail)) => store::by_mail(db.reader(), mail, day).await?,
        (None, None) => return Err(Error::refused("error-provider-unverified")),
    };
    let account = found
        .filter(|account| !account.grants.is_empty())
        .ok_or_else(|| Error::refused("error-provider-unknown"))?;
    let mut checked = vec![held(&account.code), has_a_role(&account.code, day)];
    if known.is_some() {
        let same = is("identity", key).add(Expr::col("account").eq(account.code.as_str()));
        checked.push(Beside::if_there(&IDENTITIES, same).or_refused("error-provider-state"));
    } else {
        let text = |text: &str| Cell::Text(text.to_string());
        let bound = row([
            ("identity", text(&key)),
            ("account", text(&account.code)),
            ("issuer", text(issuer)),
            ("subject", text(subject)),
            ("made", Cell::Int(now.as_millisecond())),
        ]);
        checked.push(has_address(&account.code, &account.mail));
        checked.push(Beside::insert(&IDENTITIES, bound).or_refused("error-provider-other"));
    }
    Ok((account, checked))
}

/// Whom the identity provider signs in as an account.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundIdentity {
    pub issuer: String,
    pub subject: String,
    pub since: Timestamp,
}

/// The identity that an account belongs to.
pub async fn of_account(db: &impl ConnectionTrait, account: &str) -> Result<Option<BoundIdentity>> {
    let ask = Query::select()
        .columns(["issuer", "subject", "made"])
        .from(IDENTITIES.name)
        .and_where(Expr::col("account").eq(account))
        .to_owned();
    let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
    let since = Timestamp::from_millisecond(row.try_get_by_index(2)?);
    Ok(Some(BoundIdentity {
        issuer: row.try_get_by_index(0)?,
        subject: row.try_get_by_index(1)?,
        since: since.map_err(|e| Error::Broken(e.to_string()))?,
    }))
}

/// What frees an account from its identity. Refuses to be written (`error-no-identity`): it belongs to none.
pub fn freed(account: &str) -> Beside {
    Beside::delete(&IDENTITIES, is("account", account)).or_refused("error-no-identity")
}

/// Frees one's own account from its identity, from the browser with this token; its other sessions end, because the identity may have begun
/// them.
///
/// Refused: no password would open it any more (`error-identity-only-way`), it belongs to no identity (`error-no-identity`), or the browser
/// was signed out meanwhile (`error-sign-in-again`).
pub async fn free_own(db: &Db, account: &str, session: &str) -> Result<()> {
    let opens = is("code", account).add(Expr::col("password").is_not_null());
    let still = checked::is_signed_in(account, session);
    let first = [Beside::if_there(&ACCOUNTS, opens).or_refused("error-identity-only-way"), freed(account)];
    let ended = store::doors_ended(account, Some(session));
    unversioned::write(db, still.into_iter().chain(first).chain(ended)).await
}
