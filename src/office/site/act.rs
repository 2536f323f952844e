//! The form of an action: its fields, what follows from saving, and the save.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{
    self as actions, Accepting, ByFields, Deed, Description, Field, Offer, OnRow, Request, RowToken,
    Standing, standing,
};
use decapolis_register::journal::RowId;
use decapolis_register::permissions::{Subject, may_read};
use decapolis_register::records::{self, Record};
use decapolis_register::table::{Column, Kind, Table};
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use super::act_html::{ActPage, page};
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::follows::Outcome;
use super::html::document;
use super::likes::another;
use super::propose_button::of_proposal;
use super::typed::typed_of;
use crate::accounts::site::html::worded;
use crate::lookups::way::WayOfReading;
use crate::records::row_actions::{self, of_row};
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::{Visit, asks};

/// Fields of a form that are not the action's.
pub const NOT_TYPED: [&str; 10] =
    ["save", "propose", "seen", "shown", "because", "row", "begun", "another", "like", "apart"];

/// What an action is done on: a record, or nothing yet where it makes one.
#[derive(Deserialize)]
pub struct ActPath {
    pub kind: String,
    #[serde(default)]
    pub code: Option<String>,
    pub action: String,
}

asks! {
    /// Which of the record's rows is meant, and what the form begins with.
    pub struct ActAsks {
        row,
        /// Whether the form goes on with its draft.
        draft,
    }
}

/// An action on a record, and what was typed for it.
pub struct ActionForm<'a> {
    pub desk: Desk<'a>,
    pub offer: &'static Offer,
    pub by_fields: &'static dyn ByFields,
    pub kind: String,
    /// The record whose page offers it; `None` for a new record.
    pub record: Option<Record>,
    /// The field that means the record itself, which nobody types.
    pub own: Option<&'static str>,
    /// The row that it changes, as the form was made from it.
    pub row: Option<RowToken>,
    pub typed: Pairs,
    /// Whether this person does it, or may only propose it.
    pub standing: Standing,
    /// The proposal that is accepted with it.
    pub accepting: Option<Accepting>,
}

pub async fn show(visit: Visit<ActPath, ActAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        let row = asks.row.as_deref().and_then(|row| row.parse().ok());
        let mut form = ActionForm::read(desk, path, row, vec![]).await?;
        form.typed = form.as_it_is().await?;
        let mut outcome = Outcome::default();
        if form.about().fields.is_empty() {
            // nothing is typed: what follows is shown at once
            let (given, _) = form.given().await?;
            outcome = form.follows(given).await?;
        } else if let Some(draft) = form.draft().await? {
            let is_open = asks.draft.is_some();
            if is_open {
                form.go_on_with(&draft);
            }
            outcome.draft = Some((draft, is_open));
        }
        Ok(form.page(&outcome).into_response())
    })
    .await
}

pub async fn send(visit: Visit<ActPath, ActAsks>, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, path, _| {
        let typed = fields(&headers, sent)?;
        let token = field(&typed, "row").to_string();
        let row = token.split('@').next().and_then(|row| row.parse().ok());
        let mut form = ActionForm::read(desk, path, row, typed).await?;
        // the version that the form was made from; one that does not say it, or names another row, is out of date
        let now = form.row;
        form.row = now.map(|now| {
            let sent = RowToken::read(now.table, &token).filter(|sent| sent.id == now.id);
            sent.unwrap_or(RowToken { recorded: 0, ..now })
        });
        if !field(&form.typed, "draft").is_empty() {
            return form.keep_draft(&headers).await;
        }
        let (given, faults) = form.given().await?;
        if !faults.is_empty() {
            let wrong = Outcome { faults, ..Outcome::default() };
            return Ok((StatusCode::BAD_REQUEST, form.page(&wrong)).into_response());
        }
        if field(&form.typed, "save").is_empty() && field(&form.typed, "propose").is_empty() {
            let mut follows = form.follows(given.clone()).await?;
            if form.has_moved(now) {
                // both versions: what the register has now, and what was typed
                form.row = now;
                let anew = form.follows(given).await?;
                (follows.follows, follows.seen) = (anew.follows, anew.seen);
            }
            let is_wrong = follows.refused.is_some() || !follows.faults.is_empty();
            let status = if is_wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK };
            return Ok((status, form.page(&follows)).into_response());
        }
        let done = match field(&form.typed, "propose") {
            "" => match form.save(given.clone()).await {
                Ok(done) => Ok(form.address_after(&done).await?),
                Err(error) => Err(error),
            },
            _ => form.propose(given.clone()).await.map(|code| of_proposal(&form.desk, &code)),
        };
        match done {
            Ok(to) => {
                form.discard_draft().await?;
                Ok(Redirect::to(&to).into_response())
            }
            Err(Error::Refused(why)) => {
                // what follows now is shown beside the reason
                form.row = now;
                let mut outcome = form.follows(given).await?;
                // what has a field, or is asked, needs no more words
                if outcome.faults.is_empty() && outcome.likes.is_empty() {
                    outcome.refused = Some(worded(&form.desk.reader.locale, &why));
                }
                Ok((StatusCode::CONFLICT, form.page(&outcome)).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// Where the rows of a table refer to a record of this kind.
pub fn refers_by(desk: &Desk<'_>, table: &'static Table, kind: &str) -> Option<&'static str> {
    let panel = desk
        .site
        .app
        .panels(kind)
        .find(|panel| panel.table.name == table.name && panel.by != "id" && panel.through.is_none());
    let refers = |column: &&Column| matches!(column.kind, Kind::Ref(of) if of == kind);
    panel.map(|panel| panel.by).or_else(|| table.columns.iter().find(refers).map(|column| column.name))
}

impl<'a> ActionForm<'a> {
    /// `NotFound` for an action that the page does not offer, `NotAllowed` for one that this person may not do. Refused: the row is gone.
    pub async fn read(
        desk: Desk<'a>,
        path: ActPath,
        row: Option<RowId>,
        typed: Pairs,
    ) -> Result<ActionForm<'a>> {
        let unknown = || Error::NotFound("action");
        let offer = desk.site.app.action(&path.action).ok_or_else(unknown)?;
        let by_fields = offer.by_fields.ok_or_else(unknown)?;
        let standing = standing(&desk.who.actor, offer)?;
        let db = desk.site.app.db.reader();
        let record = match &path.code {
            None => None,
            Some(code) => {
                let missing =
                    || Error::refused_with("site-error-record", [("code", code.as_str().into())].into());
                let record = records::by_code(db, &path.kind, code).await?.ok_or_else(missing)?;
                let table = desk.site.app.all_tables().of_kind(&path.kind).ok_or_else(unknown)?;
                let audience = desk.reader_of(table, record.id).await?.audience;
                may_read(audience, Subject::Record { public: record.public }).map_err(|_| missing())?;
                let is_of_network = desk.scope.as_ref().is_some_and(|scope| scope.is_of_network(table));
                if !is_of_network && !desk.reaches(table, record.id).await? {
                    return Err(Error::refused("error-not-in-scope"));
                }
                Some(record)
            }
        };
        let mut form = ActionForm {
            record,
            kind: path.kind,
            standing,
            ..ActionForm::bare(desk, offer, by_fields, typed)
        };
        match (offer.on_row, form.record.as_ref().map(|record| record.id)) {
            (None, Some(_)) if offer.about.on == Some(&*form.kind) => {
                let names = offer.about.fields.iter().map(|field| field.name);
                form.own = names.into_iter().find(|name| *name == form.kind);
            }
            (Some(OnRow { table, deed: Deed::Create }), None) if table.kind() == Some(&*form.kind) => {}
            (Some(OnRow { table, deed: Deed::Create }), Some(_)) if table.kind() != Some(&*form.kind) => {
                form.own = Some(refers_by(&form.desk, table, &form.kind).ok_or_else(unknown)?);
            }
            (Some(OnRow { table, deed }), Some(record)) if deed != Deed::Create => {
                let row = if table.kind() == Some(&*form.kind) { record } else { row.ok_or_else(unknown)? };
                let gone = || Error::refused("error-row-moved");
                if row != record {
                    let by = refers_by(&form.desk, table, &form.kind).ok_or_else(unknown)?;
                    let (values, _) = of_row(db, table, row).await?.ok_or_else(gone)?;
                    if values.get(by).and_then(|cell| cell.int()) != Some(record) {
                        return Err(unknown());
                    }
                }
                if !form.desk.reaches(table, row).await? {
                    return Err(Error::refused("error-not-in-scope"));
                }
                form.row = Some(RowToken::of(db, table, row).await?.ok_or_else(gone)?);
                form.desk.looks_up(WayOfReading::Page, table, [row]);
            }
            _ => return Err(unknown()),
        }
        Ok(form)
    }

    /// An action that is asked for without a page, by a program: it names all fields itself, and the version of the row that it has seen.
    ///
    /// `NotFound` for an action that is not done by fields, `NotAllowed` for one that this person may not do. Refused: a row that is not in
    /// scope (`error-not-in-scope`).
    pub async fn apart(
        desk: Desk<'a>,
        offer: &'static Offer,
        row: Option<RowToken>,
        typed: Pairs,
    ) -> Result<ActionForm<'a>> {
        let by_fields = offer.by_fields.ok_or(Error::NotFound("action"))?;
        let standing = standing(&desk.who.actor, offer)?;
        if let Some(row) = row
            && !desk.reaches(row.table, row.id).await?
        {
            return Err(Error::refused("error-not-in-scope"));
        }
        if let Some(row) = row {
            desk.looks_up(WayOfReading::Program, row.table, [row.id]);
        }
        Ok(ActionForm { row, standing, ..ActionForm::bare(desk, offer, by_fields, typed) })
    }

    /// A form about nothing yet.
    fn bare(
        desk: Desk<'a>,
        offer: &'static Offer,
        by_fields: &'static dyn ByFields,
        typed: Pairs,
    ) -> ActionForm<'a> {
        ActionForm {
            desk,
            offer,
            by_fields,
            kind: String::new(),
            record: None,
            own: None,
            row: None,
            typed,
            standing: Standing::Does,
            accepting: None,
        }
    }

    pub fn about(&self) -> &'static Description {
        self.offer.about
    }

    /// The fields that a person fills in.
    pub fn asked(&self) -> impl Iterator<Item = &'static Field> {
        let own = self.own;
        // whether a code is taken would tell of records out of scope
        let no_code = self.standing == Standing::ProposesForAll;
        let is_code = |field: &Field| field.table.is_records() && field.name == "code";
        let fields = self.about().fields.iter();
        fields.filter(move |field| Some(field.name) != own && !(no_code && is_code(field)))
    }

    /// Whether the row has changed since the form was made.
    fn has_moved(&self, now: Option<RowToken>) -> bool {
        self.row.map(|row| row.to_string()) != now.map(|now| now.to_string())
    }

    /// What stands in the form before anything is typed: the row as it is.
    pub async fn as_it_is(&self) -> Result<Pairs> {
        let db = self.desk.site.app.db.reader();
        let Some(OnRow { table, deed }) = self.offer.on_row else { return Ok(vec![]) };
        let illustrative = self.record.as_ref().is_some_and(|record| record.illustrative);
        let Some(row) = self.row else {
            let nature = ("illustrative".to_string(), if illustrative { "yes" } else { "no" }.to_string());
            let public =
                ("public".to_string(), if table.public_unless_said { "yes" } else { "no" }.to_string());
            return Ok(vec![nature, public]);
        };
        let (values, record) =
            of_row(db, table, row.id).await?.ok_or_else(|| Error::refused("error-row-moved"))?;
        let mut typed = typed_of(&self.desk, self.asked(), &values, record.as_ref()).await?;
        if deed == Deed::ChangeFrom {
            let (from, _) = table.span.unwrap_or_default();
            typed.retain(|(name, _)| name != from && name != "source");
        }
        Ok(typed)
    }

    pub fn request(&self) -> Request {
        let reason = self.typed.iter().find(|(name, _)| name == "because").map(|(_, text)| text.trim());
        let request =
            Request::by(self.desk.who.actor.clone()).because(reason.filter(|text| !text.is_empty()));
        let request = request.another(another(&self.typed));
        let request = if self.standing.only_proposes() { request.proposing() } else { request };
        let request = match &self.accepting {
            Some(proposal) => request.accepting(proposal.clone()),
            None => request,
        };
        match self.row {
            Some(row) => request.having_seen(row),
            None => request,
        }
    }

    /// The path of the record's page with something after it; of the list of its kind where there is no record yet.
    pub fn address(&self, rest: &str) -> String {
        match &self.record {
            Some(record) => self.desk.reader.to(&format!("/{}/{}{rest}", record.kind, record.code)),
            None => self.desk.reader.to(&format!("/{}{rest}", self.kind)),
        }
    }

    /// The page that says what was saved: the record's own, unless it is gone.
    pub async fn address_after(&self, done: &actions::Done) -> Result<String> {
        let saved = format!("?saved={}", done.batch);
        let db = self.desk.site.app.db.reader();
        let removed =
            matches!(self.offer.on_row, Some(OnRow { table, deed: Deed::Remove }) if table.kind().is_some());
        if removed {
            return Ok(self.desk.reader.to(&format!("/batches{saved}")));
        }
        match (&self.record, done.records.first()) {
            (None, Some(id)) => match records::by_ids(db, [*id]).await?.remove(id) {
                Some(new) => Ok(self.desk.reader.to(&format!("/{}/{}{saved}", new.kind, new.code))),
                None => Ok(self.address(&saved)),
            },
            _ => Ok(self.address(&saved)),
        }
    }

    fn page(&self, outcome: &Outcome) -> maud::Markup {
        let locale = &self.desk.reader.locale;
        let title = row_actions::title(self.about().name, locale).unwrap_or_default();
        let within = self.record.as_ref().map(|record| format!("/{}", record.code)).unwrap_or_default();
        let path = format!("/{}{within}/do/{}", self.kind, self.about().name);
        let shown = ActPage { act: self, title: &title, outcome };
        document(&self.desk, &title, &path, &page(&shown))
    }
}
