//! What an account can do, for administrators: its grants, what it reads and writes of each table, and its second factor. Everything is asked
//! of the functions that decide.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{
    self as actions, Actor, Deed, Description, Reach, Request, Within, audience_for, may, writes_within,
};
use decapolis_register::permissions::Audience;
use decapolis_register::scope::covers;
use decapolis_register::table::{REGION, Table};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use crate::accounts::free_identity::{FREE_IDENTITY, FreeIdentity};
use crate::accounts::grants::{self, GrantKept};
use crate::accounts::invite::INVITE;
use crate::accounts::provider::store::{BoundIdentity, of_account};
use crate::accounts::remove_factor::{REMOVE_FACTOR, RemoveFactor};
use crate::accounts::site::html::worded;
use crate::accounts::store::{self, Account};
use crate::records::row_actions::title;
use crate::web::sent::{Sent, field, fields};
use crate::web::table::{Cell, Column, Table as TableShown, table};
use crate::web::visit::Visit;

#[derive(Deserialize)]
pub struct AccountPath {
    code: String,
}

pub async fn show(visit: Visit<AccountPath>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        let account = account(&desk, &path.code).await?;
        Ok(page(&desk, &account, None).await?.into_response())
    })
    .await
}

/// Takes the second factor off the account, or frees it from its identity.
pub async fn send(visit: Visit<AccountPath>, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, path, ()| {
        let typed = fields(&headers, sent)?;
        let account = account(&desk, &path.code).await?;
        let reason = field(&typed, "because");
        let register = desk.site.app.register();
        let request = Request::by(desk.who.actor.clone()).because(Some(reason));
        let (mail, because) = (account.mail.clone(), reason.to_string());
        let done = match field(&typed, "do") {
            "free-identity" => {
                let free = FreeIdentity { mail, reason: because };
                actions::run(&register, &FREE_IDENTITY, request, free).await
            }
            "remove-second-factor" => {
                let removed = RemoveFactor { mail, reason: because };
                actions::run(&register, &REMOVE_FACTOR, request, removed).await
            }
            _ => Err(Error::refused("site-error-request")),
        };
        match done {
            Ok(_) => Ok(Redirect::to(&desk.reader.to(&format!("/team/{}", account.code))).into_response()),
            Err(Error::Refused(why)) => {
                let wrong = Some(worded(&desk.reader.locale, &why));
                Ok((StatusCode::BAD_REQUEST, page(&desk, &account, wrong).await?).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// The account with this code, for who says who may do what.
async fn account(desk: &Desk<'_>, code: &str) -> Result<Account> {
    may(&desk.who.actor, &INVITE.about)?;
    let found = store::by_code(desk.site.app.db.reader(), code, desk.site.app.settings.today()).await?;
    found.ok_or(Error::NotFound("account"))
}

async fn page(desk: &Desk<'_>, account: &Account, wrong: Option<[String; 2]>) -> Result<Markup> {
    let locale = &desk.reader.locale;
    let name = account.name(locale);
    let title = locale.with("can-title", &[("name", name.as_str().into())].into());
    let actor = Actor::account(account.code.clone(), account.grants.clone());
    let factor = match (account.has_second_factor, account.lacks_second_factor()) {
        (true, _) => "factor-has",
        (false, true) => "factor-lacks",
        (false, false) => "factor-has-not",
    };
    let identity = of_account(desk.site.app.db.reader(), &account.code).await?;
    let main = html! {
        nav class="trail" aria-label=(desk.say("site-trail")) { ol { li { a href=(desk.reader.to("/team")) { (desk.say("team-title")) } } } }
        h1 { (title) }
        @if let Some([what, mend]) = &wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        section class="fields" {
            dl {
                div { dt { (desk.say("sign-in-mail")) } dd { (account.mail) } }
                div { dt { (desk.say("factor-title")) } dd { (desk.say(factor)) } }
                @if let Some(identity) = &identity {
                    div { dt { (desk.say("identity-title")) } dd { (identity_in_words(desk, identity)) } }
                }
            }
        }
        h2 { (desk.say("can-grants")) }
        (grants_in_words(desk, account).await?)
        @if account.lacks_second_factor() { p class="answer" { (desk.say("can-lacks-factor")) } }
        h2 { (desk.say("can-tables")) }
        p { (desk.say(reads_in_words(&actor))) }
        (scrolled(&tables(desk, &actor)))
        h2 { (desk.say("can-actions")) }
        (own_actions(desk, &actor))
        @if account.has_second_factor { (with_reason(desk, account, "factor-lost", "factor-remove", "remove-second-factor")) }
        @if identity.is_some() { (with_reason(desk, account, "identity-other", "identity-free", "free-identity")) }
    };
    Ok(document(desk, &title, &format!("/team/{}", account.code), &main))
}

/// A table that a narrow screen moves sideways.
pub fn scrolled(it: &TableShown) -> Markup {
    html! { div class="scrolls" tabindex="0" role="region" aria-label=(it.caption) { (table(it)) } }
}

/// The grants as sentences, those that have ended last.
async fn grants_in_words(desk: &Desk<'_>, account: &Account) -> Result<Markup> {
    let (db, locale) = (desk.site.app.db.reader(), &desk.reader.locale);
    let mut all = grants::of_account(db, &account.code, desk.site.app.settings.today()).await?;
    all.sort_by_key(|grant| !grant.counts);
    let named = |grant: &GrantKept| {
        let (post, person) = grant.mandate.unzip();
        [grant.grant.part.map(|part| part.id), post, person]
    };
    let records = desk.records(all.iter().flat_map(named).flatten()).await?;
    let name = |id: Option<i64>| {
        let record = id.and_then(|id| records.get(&id));
        record.map(|record| record.label.words(locale.language).to_string()).unwrap_or_default()
    };
    let sentence = |grant: &GrantKept| {
        let role = desk.say(&format!("choice-{}", grant.grant.role.word()));
        let place = match grant.grant.part {
            Some(part) if part.kind == REGION => {
                locale.with("can-region", &[("region", name(Some(part.id)).into())].into())
            }
            Some(part) => locale.with("can-part", &[("part", name(Some(part.id)).into())].into()),
            None => desk.say("team-everywhere"),
        };
        let mut parts = vec![
            format!("{role}: {place}"),
            locale.with("can-from", &[("day", locale.numerals.partial(grant.from).into())].into()),
        ];
        if let Some(day) = grant.until {
            parts.push(locale.with("can-until", &[("day", locale.numerals.partial(day).into())].into()));
        }
        if let Some((post, person)) = grant.mandate {
            let args = [("person", name(Some(person)).into()), ("post", name(Some(post)).into())];
            parts.push(locale.with("can-while", &args.into()));
        }
        parts.join(" · ")
    };
    Ok(html! {
        @if all.is_empty() { p { (desk.say("team-no-role")) } }
        ul class="rows" {
            @for grant in &all {
                li class=[(!grant.counts).then_some("ended")] {
                    @if grant.counts { b { (sentence(grant)) } } @else { span { (sentence(grant)) " · " (desk.say("can-ended")) } }
                    @if let Some(reason) = &grant.reason { span { (locale.with("office-reason", &[("reason", reason.as_str().into())].into())) } }
                }
            }
        }
    })
}

/// What somebody reads, as a sentence.
fn reads_in_words(actor: &Actor) -> &'static str {
    match (actor.audience(), actor.reads()) {
        (Audience::Office, Reach::Everywhere) => "can-read-everything",
        (Audience::Office, _) => "can-read-regions",
        _ => "can-read-nothing",
    }
}

/// The words of how much of a table somebody reaches.
pub fn within_in_words(desk: &Desk<'_>, actor: &Actor, within: Within) -> String {
    match within {
        Within::Everything => desk.say("can-all"),
        Within::Parts => parts_in_words(desk, actor),
        Within::Nothing => desk.say("can-none"),
    }
}

/// What the parts of the network are of somebody: "of the region, of the body".
fn parts_in_words(desk: &Desk<'_>, actor: &Actor) -> String {
    let Reach::Parts(parts) = actor.reads() else { return desk.say("can-own") };
    let mut keys: Vec<&str> = parts
        .iter()
        .map(|part| match part.kind {
            "body" => "can-own-body",
            "platform" => "can-own-platform",
            _ => "can-own",
        })
        .collect();
    keys.dedup();
    keys.into_iter().map(|key| desk.say(key)).collect::<Vec<_>>().join(", ")
}

/// What somebody reads of a table: all of it, what belongs to their parts of the network, or what members or everybody read.
pub fn reads_of(desk: &Desk<'_>, actor: &Actor, of: &Table) -> String {
    let and = |key: &str| desk.reader.locale.with(key, &[("own", parts_in_words(desk, actor).into())].into());
    match (actor.reads().within(of), audience_for(of, actor.audience(), false)) {
        (Within::Everything, _) => desk.say("can-all"),
        (Within::Parts, Audience::Members) => and("can-own-and-members"),
        (Within::Parts, _) => and("can-own-and-public"),
        (Within::Nothing, Audience::Members) => desk.say("can-as-members"),
        (Within::Nothing, _) if actor.audience() == Audience::Office => desk.say("who-as-public"),
        (Within::Nothing, _) => desk.say("can-none"),
    }
}

/// Each table with what the actor reads of it, and what they do with its rows.
fn tables(desk: &Desk<'_>, actor: &Actor) -> TableShown {
    let labels = ["can-table", "can-read", "can-write"].map(|key| desk.say(key));
    let all = desk.site.app.all_tables().0.iter().filter(|of| of.in_files);
    let rows = all.map(|of| {
        let words = Cell::text(desk.say(&format!("table-{}", of.name.replace('_', "-"))));
        vec![words, Cell::text(reads_of(desk, actor, of)), Cell::text(writes_in_words(desk, actor, of))]
    });
    TableShown {
        caption: desk.say("can-tables"),
        rows: rows.collect(),
        columns: labels.map(|label| Column { label, numeric: false }).into(),
        empty: desk.say("can-none"),
    }
}

/// What the actor does with the rows of a table: "adds, corrects: of the region".
fn writes_in_words(desk: &Desk<'_>, actor: &Actor, of: &Table) -> String {
    let deeds: Vec<(Deed, Within)> = Deed::ALL
        .into_iter()
        .filter_map(|deed| Some((deed, desk.site.app.row_action(of, deed)?)))
        .map(|(deed, offer)| (deed, writes_within(actor, offer, of)))
        .collect();
    let within = |wanted: Within| {
        let same = deeds.iter().filter(|(_, within)| *within == wanted);
        let words: Vec<String> = same.map(|(deed, _)| desk.say(&format!("can-{}", deed.word()))).collect();
        (!words.is_empty()).then(|| format!("{}: {}", words.join(", "), within_in_words(desk, actor, wanted)))
    };
    let told: Vec<String> = [Within::Everything, Within::Parts].into_iter().filter_map(within).collect();
    if told.is_empty() { desk.say("can-none") } else { told.join("; ") }
}

/// What an action is called.
pub fn action_in_words(name: &str, locale: &Locale<'_>) -> String {
    title(name, locale)
        .or_else(|| locale.maybe(&format!("history-{}", name.replace('.', "-"))))
        .unwrap_or_else(|| name.into())
}

/// How far an actor writes by an action, whatever its tables.
pub fn writes_at_all(desk: &Desk<'_>, actor: &Actor, about: &Description) -> Within {
    // an action on a kind of record that belongs to none of their parts is refused for every record
    let on = about.on.and_then(|kind| desk.site.app.all_tables().of_kind(kind));
    match (may(actor, about), actor.writes(about.by)) {
        (Ok(()), Reach::Everywhere) => Within::Everything,
        (Ok(()), Reach::Parts(parts)) if on.is_none_or(|of| covers(&parts, of)) => Within::Parts,
        _ => Within::Nothing,
    }
}

/// The actions besides those that every table has, which the actor may do.
fn own_actions(desk: &Desk<'_>, actor: &Actor) -> Markup {
    let offers = desk.site.app.offers().filter(|offer| offer.on_row.is_none());
    let mine = offers.map(|offer| (offer, writes_at_all(desk, actor, offer.about)));
    let named: Vec<(String, String)> = mine
        .filter(|(_, within)| *within != Within::Nothing)
        .map(|(offer, within)| {
            let words = action_in_words(offer.about.name, &desk.reader.locale);
            (words, within_in_words(desk, actor, within))
        })
        .collect();
    html! {
        @if named.is_empty() { p { (desk.say("can-none")) } }
        @else { ul class="rows" { @for (words, within) in &named { li { b { (words) } span { (within) } } } } }
    }
}

/// An identity in words: who the provider is, and since when.
pub fn identity_in_words(desk: &Desk<'_>, identity: &BoundIdentity) -> String {
    let locale = &desk.reader.locale;
    let since = identity.since.to_zoned(desk.site.app.settings.zone.clone()).date();
    let args = [
        ("issuer", identity.issuer.trim_start_matches("https://").trim_end_matches('/').into()),
        ("subject", identity.subject.as_str().into()),
        ("day", locale.numerals.day(since.into()).into()),
    ];
    locale.with("identity-since", &args.into())
}

/// A form that takes something off the account and asks why.
fn with_reason(desk: &Desk<'_>, account: &Account, asked: &str, button: &str, what: &str) -> Markup {
    let id = format!("because-{what}");
    html! {
        details class="quiet" {
            summary { (desk.say(asked)) }
            p { (desk.say(&format!("{asked}-hint"))) }
            form class="form" method="post" action=(desk.reader.to(&format!("/team/{}", account.code))) {
                div class="field" { label for=(id) { (desk.say("do-reason")) } input id=(id) name="because" required; }
                button type="submit" name="do" value=(what) { (desk.say(button)) }
            }
        }
    }
}
