//! A request from somebody who has signed in.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{Reach, Role, audience_for};
use decapolis_register::journal::RowId;
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;
use decapolis_register::records::Record;
use decapolis_register::scope::{Part, Scope};
use decapolis_register::table::{REGION, Table};
use decapolis_words::errors::{Error, Result};

use crate::accounts::signed_in::SignedIn;
use crate::accounts::site::not_stored;
use crate::accounts::{grants, store};
use crate::lookups::log::Looks;
use crate::lookups::way::WayOfReading;
use crate::records::eyes::{Eyes, PERSON};
use crate::web::address::encoded;
use crate::web::context::{Reader, Site};
use crate::web::visit::Visit;

/// Who asks, and what they may read.
#[derive(Clone)]
pub struct Desk<'a> {
    pub site: &'a Site,
    pub reader: Reader<'a>,
    pub who: SignedIn,
    /// What the person may do, in words.
    pub roles: String,
    /// The rows that the person may read whole, where that is not all of the register.
    pub scope: Option<Scope>,
}

impl Desk<'_> {
    /// Refused (`site-error-second-factor`): a role of the person needs a second factor, and they have none.
    fn with_second_factor(self) -> Result<Self> {
        match self.who.account.lacks_second_factor() {
            true => Err(Error::refused("site-error-second-factor")),
            false => Ok(self),
        }
    }

    pub fn say(&self, key: &str) -> String {
        self.reader.locale.say(key)
    }

    /// Whether a row is one that the person may read whole.
    pub async fn reaches(&self, table: &'static Table, row: RowId) -> Result<bool> {
        match &self.scope {
            None => Ok(true),
            Some(scope) => scope.has(self.site.app.db.reader(), self.site.app.all_tables(), table, row).await,
        }
    }

    /// Whether a row is one that the person may write by an action that these roles may do.
    pub async fn writes(&self, roles: &[Role], table: &'static Table, row: RowId) -> Result<bool> {
        Ok(self.writes_of(roles, table, [row]).await?.contains(&row))
    }

    /// Which of these rows the person may write by an action that these roles may do.
    pub async fn writes_of(
        &self,
        roles: &[Role],
        table: &'static Table,
        rows: impl IntoIterator<Item = RowId>,
    ) -> Result<BTreeSet<RowId>> {
        match self.who.actor.writes(roles) {
            Reach::Everywhere => Ok(rows.into_iter().collect()),
            Reach::Nowhere => Ok(BTreeSet::new()),
            Reach::Parts(parts) => {
                let scope = Scope { parts, day: self.site.app.settings.today() };
                scope.of_these(self.site.app.db.reader(), self.site.app.all_tables(), table, rows).await
            }
        }
    }

    /// Which of these rows the person may read whole.
    pub async fn reaches_of(
        &self,
        table: &'static Table,
        rows: impl IntoIterator<Item = RowId>,
    ) -> Result<BTreeSet<RowId>> {
        match &self.scope {
            None => Ok(rows.into_iter().collect()),
            Some(scope) => {
                scope.of_these(self.site.app.db.reader(), self.site.app.all_tables(), table, rows).await
            }
        }
    }

    /// The part of the network that a form names: `africa` is a region, `body:board` a body. `None` where it names none. Refused: there is no
    /// such record ([`grants::part`]).
    pub async fn part(&self, named: &str) -> Result<Option<Part>> {
        if named.is_empty() {
            return Ok(None);
        }
        let (kind, code) = named.split_once(':').unwrap_or((REGION, named));
        Ok(Some(grants::part(self.site.app.db.reader(), kind, code).await?))
    }

    /// What the person sees of the records that rows refer to.
    pub fn eyes(&self) -> Eyes<'_> {
        Eyes {
            audience: self.reader.audience,
            scope: self.scope.as_ref(),
            tables: self.site.app.all_tables(),
            known: Known::Now,
            named: Some(Box::new(|people| self.looks().note(WayOfReading::Name, people))),
        }
    }

    /// Who is shown something, with the log that notes it.
    fn looks(&self) -> Looks<'_> {
        let account = &self.who.account;
        // a role of the whole network reaches furthest; who has no role reads nothing in the office
        let grants = || account.grants.iter();
        let grant = grants().find(|grant| grant.part.is_none()).or_else(|| grants().next());
        let role = grant.map_or(Role::Intern, |grant| grant.role);
        Looks { log: &self.site.app.lookups, account: &account.code, role }
    }

    /// Notes that the person is shown what not everybody reads of these rows, where they are people.
    pub fn looks_up(&self, way: WayOfReading, table: &Table, rows: impl IntoIterator<Item = RowId>) {
        if table.kind() == Some(PERSON) {
            self.looks().note(way, rows);
        }
    }

    /// The records with these ids, as the person sees them.
    pub async fn records(&self, ids: impl IntoIterator<Item = RowId>) -> Result<BTreeMap<RowId, Record>> {
        self.records_beside(Known::Now, ids).await
    }

    /// The same beside rows as the register knew them.
    pub async fn records_beside(
        &self,
        known: Known,
        ids: impl IntoIterator<Item = RowId>,
    ) -> Result<BTreeMap<RowId, Record>> {
        let eyes = Eyes { known, ..self.eyes() };
        eyes.records(self.site.app.db.reader(), &self.reader.locale, ids).await
    }

    /// The reader of a record: out of scope they read what everybody reads, and of the network's own records what members read.
    pub async fn reader_of(&self, table: &'static Table, row: RowId) -> Result<Reader<'_>> {
        self.reader_of_version(table, row, Known::Now).await
    }

    /// The reader of a row as it was known. Where a row belonged to then decides, and who is placed where today.
    pub async fn reader_of_version(
        &self,
        table: &'static Table,
        row: RowId,
        known: Known,
    ) -> Result<Reader<'_>> {
        let (db, tables) = (self.site.app.db.reader(), self.site.app.all_tables());
        let is_theirs = match &self.scope {
            None => true,
            Some(scope) => scope.had(db, tables, table, row, known).await?,
        };
        let audience = audience_for(table, self.reader.audience, is_theirs);
        Ok(Reader { locale: self.reader.locale, audience, within: self.reader.within })
    }

    /// The path of a page of the public site.
    pub fn public(&self, path: &str) -> String {
        format!("/{}{path}", self.reader.lang())
    }
}

/// Answers somebody who has signed in. A visitor is asked to sign in, and comes back to this page; an account without a role is told so; one
/// that must have a second factor is led to set it up.
pub async fn at_the_desk<P, Q>(
    visit: Visit<P, Q>,
    headers: &HeaderMap,
    uri: &Uri,
    make: impl AsyncFnOnce(Desk<'_>, P, Q) -> Result<Response>,
) -> Response {
    answered(visit, headers, Asked::Page { to: path_of(uri), second_factor: true }, make).await
}

/// Answers a form of somebody who has signed in. One who has not is told that nothing was saved, on a page that leaves the form behind it:
/// going back shows what was typed.
pub async fn sent_to_the_desk<P, Q>(
    visit: Visit<P, Q>,
    headers: &HeaderMap,
    make: impl AsyncFnOnce(Desk<'_>, P, Q) -> Result<Response>,
) -> Response {
    answered(visit, headers, Asked::Form { second_factor: true }, make).await
}

/// As [`at_the_desk`], also for who must have a second factor and has none yet: for the page on which it is set up.
pub async fn before_the_second_factor<P, Q>(
    visit: Visit<P, Q>,
    headers: &HeaderMap,
    uri: &Uri,
    make: impl AsyncFnOnce(Desk<'_>, P, Q) -> Result<Response>,
) -> Response {
    answered(visit, headers, Asked::Page { to: path_of(uri), second_factor: false }, make).await
}

/// As [`sent_to_the_desk`], also for who must have a second factor and has none yet: for the form with which it is set up.
pub async fn sent_before_the_second_factor<P, Q>(
    visit: Visit<P, Q>,
    headers: &HeaderMap,
    make: impl AsyncFnOnce(Desk<'_>, P, Q) -> Result<Response>,
) -> Response {
    answered(visit, headers, Asked::Form { second_factor: false }, make).await
}

/// What is asked for, and whether only with the second factor that the person's roles need.
enum Asked {
    Page { to: String, second_factor: bool },
    Form { second_factor: bool },
}

fn path_of(uri: &Uri) -> String {
    encoded(uri.path_and_query().map_or("", |path| path.as_str()))
}

async fn answered<P, Q>(
    visit: Visit<P, Q>,
    headers: &HeaderMap,
    asked: Asked,
    make: impl AsyncFnOnce(Desk<'_>, P, Q) -> Result<Response>,
) -> Response {
    let answer = visit
        .answer(async |site, reader, path, query| {
            let go = |to: String| Ok(Redirect::to(&reader.to(&to)).into_response());
            let Some(desk) = anybodys_desk(site, reader, headers).await? else {
                return match asked {
                    Asked::Page { to, .. } => go(format!("/sign-in?to={to}")),
                    Asked::Form { .. } => Err(Error::refused("site-error-signed-out")),
                };
            };
            match asked {
                Asked::Page { second_factor: true, .. } if desk.who.account.lacks_second_factor() => {
                    go("/office/me/second-factor".into())
                }
                Asked::Form { second_factor: true } => make(desk.with_second_factor()?, path, query).await,
                _ => make(desk, path, query).await,
            }
        })
        .await;
    not_stored(answer)
}

/// The desk of somebody who has signed in; `None` for a visitor. Refused: an account without a role (`site-error-no-role`), or without the
/// second factor that its role needs (`site-error-second-factor`).
pub async fn desk_of<'a>(
    site: &'a Site,
    reader: &Reader<'a>,
    headers: &HeaderMap,
) -> Result<Option<Desk<'a>>> {
    anybodys_desk(site, reader, headers).await?.map(Desk::with_second_factor).transpose()
}

/// The desk of a program that speaks for this person. Refused: as [`desk_of`].
pub async fn desk_for<'a>(site: &'a Site, reader: &Reader<'a>, who: SignedIn) -> Result<Desk<'a>> {
    anybodys(site, reader, who).await?.with_second_factor()
}

/// The desk of somebody who has signed in, with or without the second factor that their roles need.
async fn anybodys_desk<'a>(
    site: &'a Site,
    reader: &Reader<'a>,
    headers: &HeaderMap,
) -> Result<Option<Desk<'a>>> {
    match SignedIn::of(site, headers).await? {
        Some(who) => Ok(Some(anybodys(site, reader, who).await?)),
        None => Ok(None),
    }
}

async fn anybodys<'a>(site: &'a Site, reader: &Reader<'a>, who: SignedIn) -> Result<Desk<'a>> {
    let audience = who.actor.audience();
    if audience < Audience::Office {
        return Err(Error::refused("site-error-no-role"));
    }
    let reader = Reader { locale: reader.locale, audience, within: "/office" };
    let scope = who.actor.reads().scope(site.app.settings.today());
    let parts = store::parts(site.app.db.reader(), std::slice::from_ref(&who.account)).await?;
    let roles = who.account.roles(&parts, &reader.locale);
    Ok(Desk { site, reader, who, roles, scope })
}
