//! The form of an action: its fields, what follows from saving, and the save.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{self as actions, ByFields, Description, Given, Request, may};
use decapolis_import::transfer::{FieldFault, read_fields};
use decapolis_register::permissions::{Subject, may_read};
use decapolis_register::records::{self, Record};
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use super::act_html::{ActPage, page};
use super::desk::{Desk, at_the_desk};
use super::html::document;
use crate::accounts::site::html::worded;
use crate::records::action_words;
use crate::records::revised::{RevisedRow, revised};
use crate::web::sent::{Pairs, Sent, fields};
use crate::web::visit::Visit;

#[derive(Deserialize)]
pub struct ActPath {
    kind: String,
    code: String,
    action: String,
}

/// An action on a record, and what was typed for it.
pub struct ActionForm<'a> {
    pub desk: Desk<'a>,
    pub about: &'static Description,
    by_fields: &'static dyn ByFields,
    pub record: Record,
    /// The field that means the record itself, which nobody types.
    pub own: Option<&'static str>,
    pub typed: Pairs,
}

/// What came of what was typed.
#[derive(Default)]
pub struct Outcome {
    /// What is wrong, by field.
    pub faults: Vec<FieldFault>,
    /// What is wrong with the whole.
    pub refused: Option<[String; 2]>,
    /// What follows from saving.
    pub follows: Option<Vec<RevisedRow>>,
    /// The rows that would change, for the form to send back.
    pub seen: Vec<String>,
}

pub async fn show(visit: Visit<ActPath>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        let act = ActionForm::read(desk, path, vec![]).await?;
        Ok(act.page(&Outcome::default()).into_response())
    })
    .await
}

pub async fn send(visit: Visit<ActPath>, headers: HeaderMap, uri: Uri, sent: Sent) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        let typed = fields(&headers, sent)?;
        let act = ActionForm::read(desk, path, typed).await?;
        let (given, faults) = act.given().await?;
        if !faults.is_empty() {
            let wrong = Outcome { faults, ..Outcome::default() };
            return Ok((StatusCode::BAD_REQUEST, act.page(&wrong)).into_response());
        }
        let saves = act.typed.iter().any(|(name, _)| name == "save");
        let done = if saves { act.save(given.clone()).await.map(Some) } else { Ok(None) };
        match done {
            Ok(Some(batch)) => Ok(Redirect::to(&act.address(&format!("?saved={batch}"))).into_response()),
            Ok(None) => Ok(act.page(&act.follows(given).await?).into_response()),
            Err(Error::Refused(why)) => {
                // the rows have moved: what follows now is shown beside the reason
                let mut now = act.follows(given).await?;
                now.refused = Some(worded(&act.desk.reader.locale, &why));
                Ok((StatusCode::CONFLICT, act.page(&now)).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

impl<'a> ActionForm<'a> {
    /// `NotFound` for an action that the record's page does not offer, `NotAllowed` for one that this person may not do.
    async fn read(desk: Desk<'a>, path: ActPath, typed: Pairs) -> Result<ActionForm<'a>> {
        let offer = desk.site.app.action(&path.action).filter(|offer| offer.about.on == Some(&*path.kind));
        let offer = offer.ok_or(Error::NotFound("action"))?;
        let by_fields = offer.by_fields.ok_or(Error::NotFound("action"))?;
        may(&desk.who.actor, offer.about)?;
        let missing =
            || Error::refused_with("site-error-record", [("code", path.code.as_str().into())].into());
        let db = desk.site.app.db.reader();
        let record = records::by_code(db, &path.kind, &path.code).await?.ok_or_else(missing)?;
        may_read(desk.reader.audience, Subject::Record { public: record.public }).map_err(|_| missing())?;
        let own = offer.about.fields.iter().map(|field| field.name).find(|name| *name == path.kind);
        Ok(ActionForm { desk, about: offer.about, by_fields, record, own, typed })
    }

    /// The values of the fields, and what is wrong with them. What was left empty is not given.
    async fn given(&self) -> Result<(Given, Vec<FieldFault>)> {
        let is_field = |name: &str| {
            let of = |field: &actions::Field| {
                name == field.name || name.strip_prefix(field.name).is_some_and(|rest| rest.starts_with('_'))
            };
            self.about.fields.iter().any(of)
        };
        let mut typed: Vec<(&str, &str)> = self
            .typed
            .iter()
            .filter(|(name, text)| is_field(name) && !text.trim().is_empty())
            .map(|(name, text)| (name.as_str(), text.trim()))
            .collect();
        if let Some(own) = self.own {
            typed.retain(|(name, _)| *name != own);
            typed.push((own, &self.record.code));
        }
        read_fields(self.desk.site.app.db.reader(), self.about, &typed, BTreeMap::new()).await
    }

    fn request(&self) -> Request {
        let reason = self.typed.iter().find(|(name, _)| name == "because").map(|(_, text)| text.trim());
        Request::by(self.desk.who.actor.clone()).because(reason.filter(|text| !text.is_empty()))
    }

    /// What would follow. A refusal of the action is part of it.
    async fn follows(&self, given: Given) -> Result<Outcome> {
        let app = &self.desk.site.app;
        let request = self.request();
        match self.by_fields.plan(&app.register(), &request, given).await {
            Ok(changes) => {
                let db = app.db.reader();
                let revisions = actions::revisions(db, changes.writes()).await?;
                let reader = &self.desk.reader;
                Ok(Outcome {
                    follows: Some(revised(db, &revisions, reader.audience, &reader.locale).await?),
                    seen: actions::rows_to_change(db, changes.writes()).await?,
                    ..Outcome::default()
                })
            }
            Err(Error::Refused(why)) => {
                Ok(Outcome { refused: Some(worded(&self.desk.reader.locale, &why)), ..Outcome::default() })
            }
            Err(error) => Err(error),
        }
    }

    /// Does it, and gives the name of its batch.
    ///
    /// Refused: `error-row-moved` where other rows would change than the form has shown.
    async fn save(&self, given: Given) -> Result<String> {
        let seen = self.typed.iter().filter(|(name, _)| name == "seen").map(|(_, row)| row.clone());
        let request = self.request().having_seen_rows(seen.collect());
        Ok(self.by_fields.run(&self.desk.site.app.register(), request, given).await?.batch)
    }

    /// The path of the record's page with something after it.
    pub fn address(&self, rest: &str) -> String {
        self.desk.reader.to(&format!("/{}/{}{rest}", self.record.kind, self.record.code))
    }

    fn page(&self, outcome: &Outcome) -> maud::Markup {
        let title = self.desk.say(&action_words(self.about.name));
        let path = format!("/{}/{}/do/{}", self.record.kind, self.record.code, self.about.name);
        let shown = ActPage { act: self, title: &title, outcome };
        document(&self.desk, &title, &path, &page(&shown))
    }
}
