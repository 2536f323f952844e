//! Who can see a record, for administrators: every account with what it sees of it, and why.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{Actor, Grant, Reach, audience_for, may, row_of};
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::records::{self, Record};
use decapolis_register::scope::Scope;
use decapolis_register::table::{REGION, Table};
use decapolis_words::errors::{Error, Result};
use maud::html;

use super::account::scrolled;
use super::desk::{Desk, at_the_desk};
use super::html::document;
use super::record::OfficeRecordPath;
use crate::accounts::invite::INVITE;
use crate::accounts::store::{self, Account};
use crate::records::revised::row_in_words;
use crate::web::table::{Cell, Column, Table as TableShown};
use crate::web::visit::Visit;

/// The values of a row that are named of it: enough to tell it from others.
const VALUES: usize = 4;

pub async fn show(visit: Visit<OfficeRecordPath>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        may(&desk.who.actor, &INVITE.about)?;
        let OfficeRecordPath { kind, code } = path;
        let of = desk.site.app.all_tables().of_kind(&kind).ok_or(Error::NotFound("kind"))?;
        let found = records::by_code(desk.site.app.db.reader(), &kind, &code).await?;
        let unknown = || Error::refused_with("site-error-record", [("code", code.as_str().into())].into());
        let record = found.ok_or_else(unknown)?;
        let accounts = store::all(desk.site.app.db.reader(), desk.site.app.settings.today()).await?;
        let mut rows = vec![];
        for account in &accounts {
            let (sees, why) = answer(&desk, of, &record, account).await?;
            let name = account.name(&desk.reader.locale);
            let to = desk.reader.to(&format!("/team/{}", account.code));
            rows.push(vec![Cell::link(name, to), Cell::text(sees), Cell::text(why.join(" "))]);
        }
        let column = |key: &str| Column { label: desk.say(key), numeric: false };
        let shown = TableShown {
            caption: desk.say("who-title"),
            columns: ["who-account", "who-sees", "who-why"].map(column).into(),
            rows,
            empty: desk.say("can-none"),
        };
        let name = record.name(desk.reader.audience, desk.reader.lang()).unwrap_or_default();
        let base = format!("/{kind}/{code}");
        let main = html! {
            nav class="trail" aria-label=(desk.say("site-trail")) {
                ol {
                    li { a href=(desk.reader.to(&format!("/{kind}"))) { (desk.say(&format!("kinds-{kind}"))) } }
                    li { a href=(desk.reader.to(&base)) { (name) } }
                }
            }
            h1 { (desk.say("who-title")) }
            p { (desk.say(if record.public { "who-public" } else { "who-private" })) }
            (scrolled(&shown))
        };
        Ok(document(&desk, &desk.say("who-title"), &format!("{base}/who"), &main).into_response())
    })
    .await
}

/// What an account sees of a record, and why: as its own pages would show it.
async fn answer(
    desk: &Desk<'_>,
    of: &'static Table,
    record: &Record,
    account: &Account,
) -> Result<(String, Vec<String>)> {
    let app = &desk.site.app;
    let actor = Actor::account(account.code.clone(), account.grants.clone());
    // who must set up a second factor first comes no further than the page for it
    if actor.audience() < Audience::Office || account.lacks_second_factor() {
        let why = if account.grants.is_empty() { "who-no-role" } else { "who-lacks-factor" };
        return Ok((public_or_nothing(desk, record), vec![desk.say(why)]));
    }
    let scope = actor.reads().scope(app.settings.today());
    let reaches = match &scope {
        None => true,
        Some(scope) => scope.has(app.db.reader(), app.all_tables(), of, record.id).await?,
    };
    let sees = match audience_for(of, actor.audience(), reaches) {
        audience if may_read(audience, Subject::Record { public: record.public }).is_err() => "who-nothing",
        Audience::Office => "who-whole",
        Audience::Members | Audience::Owner => "who-as-members",
        Audience::Public => "who-as-public",
    };
    let mut why = vec![];
    for grant in &account.grants {
        why.push(reason(desk, of, record, account, grant).await?);
    }
    Ok((desk.say(sees), why))
}

fn public_or_nothing(desk: &Desk<'_>, record: &Record) -> String {
    desk.say(if record.public { "who-as-public" } else { "who-nothing" })
}

/// What one grant does for this record: it reaches the whole network, or through which rows it reaches the record, or that it does not.
async fn reason(
    desk: &Desk<'_>,
    of: &'static Table,
    record: &Record,
    account: &Account,
    grant: &Grant,
) -> Result<String> {
    let app = &desk.site.app;
    let (db, locale) = (app.db.reader(), &desk.reader.locale);
    let one = Account { grants: vec![*grant], ..account.clone() };
    let role = one.roles(&store::parts(db, std::slice::from_ref(&one)).await?, locale);
    let role = || [("role", role.as_str().into())];
    let reach = Actor::account(account.code.clone(), one.grants.clone()).reads();
    let Reach::Parts(parts) = reach else { return Ok(locale.with("who-network", &role().into())) };
    let scope = Scope { parts, day: app.settings.today() };
    if scope.is_of_network(of) {
        return Ok(locale.with("who-of-the-network", &role().into()));
    }
    let elsewhere = match grant.role.needs() {
        Some(REGION) | None => "who-elsewhere",
        Some(_) => "who-elsewhere-part",
    };
    let Some(way) = scope.way(db, app.all_tables(), of, record.id).await? else {
        return Ok(locale.with(elsewhere, &role().into()));
    };
    // the record of the part itself
    if way.is_empty() {
        return Ok(locale.with("who-itself", &role().into()));
    }
    let mut rows = vec![];
    for (table, id) in way {
        let named = desk.say(&format!("table-{}", table.name.replace('_', "-")));
        let label = desk.records([id]).await?.remove(&id).filter(|_| table.kind().is_some());
        let told = match label {
            Some(record) => record.label.words(locale.language).to_string(),
            None => {
                let values = row_of(db, table, id).await?.unwrap_or_default();
                let words = row_in_words(db, table, &values, &desk.eyes(), locale).await?;
                let values: Vec<String> = words.into_iter().map(|(_, value)| value).take(VALUES).collect();
                values.join(", ")
            }
        };
        rows.push(format!("{named} ({told})"));
    }
    let [role] = role();
    Ok(locale.with("who-through", &[role, ("rows", rows.join(" → ").into())].into()))
}
