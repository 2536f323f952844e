//! A change of one's mail address: it is confirmed from the address that is left and from the one that is taken. Whoever has only one of the
//! two mailboxes, or only a browser that was left open, does not take the account over.

use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use super::checked::{held, is_signed_in};
use super::invite::is_mail;
use super::secrets::{digest, token};
use super::store::{Account, by_mail, is, row, written_small};
use super::table::{ACCOUNTS, ADDRESS_CHANGES, LINKS};
use crate::app::App;
use crate::mail::letter::{About, Leads, Letter};
use crate::mail::{self, outbox};

/// How long both links can be used, in hours.
pub const LASTS: i64 = 24;

/// A change that waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    pub account: String,
    /// The address that is taken.
    pub mail: String,
    /// Whether the link was the one that the taken address got.
    pub is_taken: bool,
    /// Whether the other address has confirmed.
    pub other_has: bool,
}

/// Asks for a change from the browser with this token: both addresses get a link. An earlier change that waits is given up.
///
/// Refused: no mail is sent (`error-mail-off`), no address (`error-mail`), the account has it already (`error-address-same`), or
/// the browser was signed out meanwhile (`error-sign-in-again`). Whether somebody else has the address is not told: only who reads its mail learns it.
pub async fn ask(
    app: &App,
    language: &str,
    account: &Account,
    session: &str,
    to: &str,
    now: Timestamp,
) -> Result<()> {
    let off = || Error::refused("error-mail-off");
    let way = app.mail.as_ref().filter(|_| mail::is_on(app)).ok_or_else(off)?;
    let locale = app.locale(language).ok_or(Error::NotFound("language"))?;
    let to = written_small(to);
    if !is_mail(&to) {
        return Err(Error::refused_with("error-mail", [("text", to.into())].into()));
    }
    if to == account.mail {
        return Err(Error::refused("error-address-same"));
    }
    let (left, taken) = (token()?, token()?);
    let letter = |about: About, address: &str, token: &str| {
        let key = digest(&format!("{} {}", about.word(), digest(token)));
        let args =
            [("name", account.name(&locale).into()), ("mail", to.as_str().into()), ("hours", LASTS.into())];
        let leads = Leads { path: "/address", token };
        Letter::write(app, &locale, about, address, &key, &leads, args.into()).of_account(&account.code)
    };
    let letters =
        [letter(About::AddressLeft, &account.mail, &left), letter(About::AddressTaken, &to, &taken)];
    let change = row([
        ("account", Cell::Text(account.code.clone())),
        ("mail", Cell::Text(to.clone())),
        ("left", Cell::Text(digest(&left))),
        ("taken", Cell::Text(digest(&taken))),
        ("ends", Cell::Int(now.as_millisecond() + LASTS * 60 * 60 * 1000)),
    ]);
    let mut writes: Vec<Beside> = is_signed_in(&account.code, session).into();
    writes.push(Beside::delete(&ADDRESS_CHANGES, is("account", account.code.as_str())));
    writes.push(Beside::insert(&ADDRESS_CHANGES, change));
    for letter in &letters {
        writes.extend(outbox::queued(letter, way.host(), now)?);
    }
    unversioned::write(&app.db, writes).await
}

/// The change that a link belongs to, while it waits.
pub async fn of_link(db: &impl ConnectionTrait, token: &str, now: Timestamp) -> Result<Option<Waiting>> {
    let token = digest(token);
    let ask = Query::select()
        .columns(["account", "mail", "taken", "left_at", "taken_at"])
        .from(ADDRESS_CHANGES.name)
        .and_where(Expr::col("left").eq(token.as_str()).or(Expr::col("taken").eq(token.as_str())))
        .and_where(Expr::col("ends").gt(now.as_millisecond()))
        .to_owned();
    let Some(found) = db.query_one(&ask).await? else { return Ok(None) };
    let is_taken = found.try_get_by_index::<String>(2)? == token;
    let other: Option<i64> = found.try_get_by_index(if is_taken { 3 } else { 4 })?;
    Ok(Some(Waiting {
        account: found.try_get_by_index(0)?,
        mail: found.try_get_by_index(1)?,
        is_taken,
        other_has: other.is_some(),
    }))
}

/// Confirms a change at one of its addresses. When the other has confirmed too, the account has the new address, and links that the old one
/// got are no longer valid. Gives whether the change is done.
///
/// Refused: the link has been used or is over (`site-error-link`), or somebody else has the address (`error-address-taken`).
pub async fn confirm(app: &App, token: &str, now: Timestamp) -> Result<bool> {
    let over = || Error::refused("site-error-link");
    let waiting = of_link(app.db.reader(), token, now).await?.ok_or_else(over)?;
    let own = if waiting.is_taken { "taken" } else { "left" };
    let its = || {
        Condition::all()
            .add(Expr::col("account").eq(waiting.account.as_str()))
            .add(Expr::col(own).eq(digest(token)))
    };
    if !waiting.other_has {
        let at =
            row([(if waiting.is_taken { "taken_at" } else { "left_at" }, Cell::Int(now.as_millisecond()))]);
        let confirmed = Beside::update(&ADDRESS_CHANGES, its(), at).or_refused("site-error-link");
        unversioned::write(&app.db, [confirmed]).await?;
        return Ok(false);
    }
    if by_mail(app.db.reader(), &waiting.mail, app.settings.today()).await?.is_some() {
        return Err(Error::refused("error-address-taken"));
    }
    let address = row([("mail", Cell::Text(waiting.mail.clone()))]);
    let writes = [
        held(&waiting.account),
        Beside::delete(&ADDRESS_CHANGES, its()).or_refused("site-error-link"),
        Beside::delete(&LINKS, is("account", waiting.account.as_str())),
        // somebody may have taken it since it was asked
        Beside::update(&ACCOUNTS, is("code", waiting.account.as_str()), address)
            .or_refused("error-address-taken"),
    ];
    unversioned::write(&app.db, writes).await?;
    Ok(true)
}
