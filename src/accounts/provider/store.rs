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
use crate::accounts::secrets::digest;
use crate::accounts::store::{self, Account, is, row};
use crate::accounts::table::{IDENTITIES, PROVIDER_SIGN_INS};

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
    unversioned::write(
        db,
        [Beside::delete(&PROVIDER_SIGN_INS, ended), Beside::insert(&PROVIDER_SIGN_INS, kept)],
    )
    .await
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

/// The account of an identity. The first time it is found by the verified mail address, and belongs to this identity from then on.
///
/// Refused: no verified address (`error-provider-unverified`), nobody with it was invited, or their roles have ended
/// (`error-provider-unknown`), or the account belongs to another identity of that address (`error-provider-other`).
pub async fn account_of(db: &Db, identity: &Identity, now: Timestamp, day: Day) -> Result<Account> {
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
    if known.is_none() {
        let text = |text: &str| Cell::Text(text.to_string());
        let bound = row([
            ("identity", text(&key)),
            ("account", text(&account.code)),
            ("issuer", text(issuer)),
            ("subject", text(subject)),
            ("made", Cell::Int(now.as_millisecond())),
        ]);
        let bound = Beside::insert(&IDENTITIES, bound).or_refused("error-provider-other");
        unversioned::write(db, [bound]).await?;
    }
    Ok(account)
}
