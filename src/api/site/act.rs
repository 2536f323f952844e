//! What a program does: the actions of the office, each once however often its request comes.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use decapolis_actions::{
    ByFields, Deed, Done, Field, Offer, Once, ProposalState, Request, RowToken, standing,
};
use decapolis_base::Texts;
use decapolis_import::transfer::FieldFault;
use decapolis_register::records::Record;
use decapolis_register::rules::control_character;
use decapolis_register::table::{Kind, RECORDS};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::caller::{Caller, answered};
use super::read::{JSON, answer};
use super::row::of_record;
use super::schema;
use crate::accounts::secrets::digest;
use crate::office::proposals;
use crate::office::site::act::ActionForm;
use crate::office::site::batches::undone;
use crate::office::site::desk::Desk;
use crate::office::site::likes::OTHER_THAN_ANY;
use crate::records::asked::ANSWER;
use crate::records::row_actions;
use crate::records::typed_row::is_of;
use crate::web::problem::wrong_fields;
use crate::web::sent::Pairs;
use crate::web::visit::Visit;

/// The longest key of a request.
const LONGEST_KEY: usize = 255;

#[derive(Deserialize)]
pub struct ActionPath {
    name: String,
}

#[derive(Deserialize)]
pub struct BatchPath {
    batch: String,
}

/// The bytes of a request, where it is not too large.
type SentBody = std::result::Result<Bytes, BytesRejection>;

/// What is sent to do an action.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Body {
    /// The values of its fields, by name.
    fields: Map<String, Value>,
    /// Why, for the journal.
    because: Option<String>,
    /// What is answered to the questions that a plan asks, by their names.
    answers: BTreeMap<String, String>,
    /// A new record is another one than those of the register that it is like.
    another: bool,
    /// Only says what would follow.
    plan: bool,
    /// Proposes it to somebody who decides, in place of doing it.
    propose: bool,
}

/// Whether programs can do an action: by fields, none of which is a file.
pub fn is_for_programs(offer: &Offer) -> Option<&'static dyn ByFields> {
    offer.by_fields.filter(|_| !offer.about.fields.iter().any(|field| field.is_file))
}

/// The row that an action is done on, where it is one of a table's own actions.
pub fn needs_row(offer: &Offer) -> bool {
    offer.on_row.is_some_and(|on| on.deed != Deed::Create)
}

/// The actions that the token lets the program do, with what each asks.
pub async fn actions(visit: Visit, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |Caller { desk, token }, (), ()| {
        let app = &desk.site.app;
        let base = desk.site.base.trim_end_matches('/');
        let locale = &desk.reader.locale;
        let mine = app.offers().filter(|offer| token.writes && is_for_programs(offer).is_some());
        let mine = mine.filter_map(|offer| Some((offer, standing(&desk.who.actor, offer).ok()?)));
        let actions: Vec<Value> = mine
            .map(|(offer, stands)| {
                let name = offer.about.name;
                json!({
                    "name": name,
                    "title": row_actions::title(name, locale),
                    "href": format!("{base}/api/v1/actions/{name}"),
                    "needs_row": needs_row(offer),
                    "only_proposes": stands.only_proposes(),
                    "fields": schema::fields(offer, locale),
                })
            })
            .collect();
        Ok(answer(&headers, None, &json!({ "actions": actions })))
    })
    .await
}

/// Does an action, or says what would follow.
pub async fn act(visit: Visit<ActionPath>, headers: HeaderMap, body: SentBody) -> Response {
    answered(visit, &headers, async |caller, path, ()| {
        let app = caller.desk.site.app.clone();
        let offer = app.action(&path.name).filter(|offer| is_for_programs(offer).is_some());
        let offer = offer.ok_or(Error::NotFound("action"))?;
        let stands = standing(&caller.desk.who.actor, offer)?;
        let body = body.map_err(|_| Error::refused("site-error-long"))?;
        let sent: Body = read_json(&body)?;
        writes(&caller)?;
        if stands.only_proposes() && !sent.propose && !sent.plan {
            return Err(Error::refused("error-only-proposes"));
        }
        let once = once_of(&caller, &headers, &path.name, &body)?;
        if sent.propose && !sent.plan {
            let code = format!("v-{}", &digest(&format!("{}\n{}", once.key, once.request))[..20]);
            return proposed(caller.desk, offer, &headers, &sent, &code).await;
        }
        // a row that a first request has removed is no longer there for the second
        if let Some(done) = once.done(app.db.reader()).await? {
            return told(&caller.desk, &done).await;
        }
        match acted(caller.desk, offer, &headers, &sent, once.clone()).await? {
            Acted::Done(desk, done) => told(&desk, &done).await,
            Acted::Planned(body) => Ok(as_json(StatusCode::OK, &body)),
            // the first request may have been done since it was looked for
            Acted::Refused(desk, why) => match once.done(app.db.reader()).await? {
                Some(done) => told(&desk, &done).await,
                None => why,
            },
        }
    })
    .await
}

/// Proposes an action under this code, which is that of the request: one that comes twice proposes once.
async fn proposed(
    desk: Desk<'_>,
    offer: &'static Offer,
    headers: &HeaderMap,
    sent: &Body,
    code: &str,
) -> Result<Response> {
    let base = desk.site.base.trim_end_matches('/');
    let told = json!({
        "proposal": code,
        "state": ProposalState::Waiting.word(),
        "href": format!("{base}{}", desk.reader.to(&format!("/proposals/{code}"))),
    });
    if proposals::by_code(desk.site.app.db.reader(), code).await?.is_none() {
        let (mut typed, mut faults) = typed_of(offer, sent);
        let row = row_of(offer, headers)?;
        if let Some(row) = row {
            as_it_stands(&desk, row, sent, &mut typed).await?;
        }
        let form = ActionForm::apart(desk, offer, row, typed).await?;
        let (given, wrong) = form.given().await?;
        faults.extend(wrong);
        if !faults.is_empty() {
            return Ok(wrong_fields(&form.desk.reader.locale, &faults));
        }
        form.proposed_as(code, given, None).await?;
    }
    Ok(as_json(StatusCode::ACCEPTED, &told))
}

/// What came of a request.
enum Acted<'a> {
    Done(Desk<'a>, Done),
    Planned(Value),
    Refused(Desk<'a>, Result<Response>),
}

async fn acted<'a>(
    desk: Desk<'a>,
    offer: &'static Offer,
    headers: &HeaderMap,
    sent: &Body,
    once: Once,
) -> Result<Acted<'a>> {
    let (mut typed, faults) = typed_of(offer, sent);
    if !faults.is_empty() {
        let why = wrong_fields(&desk.reader.locale, &faults);
        return Ok(Acted::Refused(desk, Ok(why)));
    }
    let row = row_of(offer, headers)?;
    if let Some(row) = row {
        as_it_stands(&desk, row, sent, &mut typed).await?;
    }
    let form = ActionForm::apart(desk, offer, row, typed).await?;
    let (given, faults) = form.given().await?;
    let done = match (faults.is_empty(), sent.plan) {
        (false, _) => {
            let why = wrong_fields(&form.desk.reader.locale, &faults);
            return Ok(Acted::Refused(form.desk, Ok(why)));
        }
        (true, true) => return form.planned(given).await.map(Acted::Planned),
        (true, false) => form.done_once(given, once).await,
    };
    match done {
        Ok(done) => Ok(Acted::Done(form.desk, done)),
        Err(why @ Error::Refused(_)) => Ok(Acted::Refused(form.desk, Err(why))),
        Err(why) => Err(why),
    }
}

/// What null means of a row that is there: a reference to a record that the account may not see stays, and words are emptied in each language
/// that they are in.
async fn as_it_stands(desk: &Desk<'_>, row: RowToken, sent: &Body, typed: &mut Pairs) -> Result<()> {
    let db = desk.site.app.db.reader();
    let Some((values, record)) = row_actions::of_row(db, row.table, row.id).await? else { return Ok(()) };
    let empty: Vec<&String> =
        sent.fields.iter().filter(|(_, value)| value.is_null()).map(|(name, _)| name).collect();
    for name in empty {
        let of_record = record.as_ref().and_then(|values| values.get(name));
        let stands = values.get(name).or(of_record).unwrap_or(&Cell::Null);
        let kind = row.table.column(name).or(RECORDS.column(name)).map(|column| column.kind);
        match (kind, stands) {
            (Some(Kind::Ref(_)), Cell::Int(id)) => {
                let seen = desk.records([*id]).await?.remove(id);
                if seen.is_some_and(|record| record.code.is_empty()) {
                    typed.retain(|(field, _)| field != name);
                }
            }
            (Some(Kind::Texts), Cell::Text(text)) => {
                let texts = Texts::from_json(text);
                typed.extend(texts.iter().map(|(language, _)| (format!("{name}_{language}"), String::new())));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Takes a batch back.
pub async fn undo(visit: Visit<BatchPath>, headers: HeaderMap, body: SentBody) -> Response {
    answered(visit, &headers, async |caller, path, ()| {
        let body = body.map_err(|_| Error::refused("site-error-long"))?;
        let sent: Body = read_json(&body)?;
        if !sent.fields.is_empty() || !sent.answers.is_empty() || sent.plan || sent.propose {
            return Err(Error::refused("error-api-undo"));
        }
        writes(&caller)?;
        let once = once_of(&caller, &headers, &format!("undo {}", path.batch), &body)?;
        let request = Request::by(caller.desk.who.actor.clone()).because(sent.because.as_deref()).once(once);
        let done = undone(&caller.desk, request, &path.batch).await?;
        told(&caller.desk, &done).await
    })
    .await
}

/// Refused: the token only reads (`error-token-reads`).
fn writes(caller: &Caller<'_>) -> Result<()> {
    if caller.token.writes { Ok(()) } else { Err(Error::refused("error-token-reads")) }
}

/// Refused: the body is no JSON, or has more than an action has (`error-api-json`); a character that is not allowed (`site-error-control`).
fn read_json(body: &Bytes) -> Result<Body> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Body::default());
    }
    let wrong = |why: String| Error::refused_with("error-api-json", [("why", why.into())].into());
    let sent: Body = serde_json::from_slice(body).map_err(|error| wrong(error.to_string()))?;
    if sent.because.as_deref().is_some_and(|text| control_character(text).is_some()) {
        return Err(Error::refused("site-error-control"));
    }
    Ok(sent)
}

/// The key of the request, with what it asks. Refused: no key, or one that is too long or not of printable characters (`error-api-key`).
fn once_of(caller: &Caller<'_>, headers: &HeaderMap, what: &str, body: &Bytes) -> Result<Once> {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let key = said("idempotency-key").filter(|key| (1..=LONGEST_KEY).contains(&key.len()));
    let key = key.ok_or_else(|| {
        Error::refused_with("error-api-key", [("most", (LONGEST_KEY as i64).into())].into())
    })?;
    let row = said(header::IF_MATCH.as_str()).unwrap_or_default();
    Ok(Once {
        key: digest(&format!("{}\n{key}", caller.token.digest)),
        request: digest(&format!("{what}\n{row}\n{}", String::from_utf8_lossy(body))),
    })
}

/// The version of the row that the program has seen, where the action is done on one. Refused: it is not said (`error-row-unsaid`).
fn row_of(offer: &Offer, headers: &HeaderMap) -> Result<Option<RowToken>> {
    let Some(on) = offer.on_row.filter(|_| needs_row(offer)) else { return Ok(None) };
    let said = headers.get(header::IF_MATCH).and_then(|tag| tag.to_str().ok()).unwrap_or_default();
    // a proxy that compresses says of a tag that it is weak; the version in it is exact all the same
    let tag = said.trim().trim_start_matches("W/").trim_matches('"');
    let version = tag.split('.').next().unwrap_or_default();
    let row = RowToken::read(on.table, version).ok_or_else(|| Error::refused("error-row-unsaid"))?;
    Ok(Some(row))
}

/// The fields as a form would send them, and what is wrong with those that cannot be read.
fn typed_of(offer: &'static Offer, sent: &Body) -> (Pairs, Vec<FieldFault>) {
    let (mut typed, mut faults) = (vec![], vec![]);
    for (name, value) in &sent.fields {
        let field = offer.about.fields.iter().find(|field| field.name == name);
        match field.map(|field| (field, texts_of(field, value))) {
            None => faults.push(FieldFault {
                field: "fields",
                message: Message::with("error-api-field", [("name", name.as_str().into())]),
            }),
            Some((field, None)) => faults.push(FieldFault {
                field: field.name,
                message: Message::with("error-api-value", [("name", name.as_str().into())]),
            }),
            Some((_, Some(texts))) => typed.extend(texts),
        }
    }
    if let Some(because) = &sent.because {
        typed.push(("because".into(), because.clone()));
    }
    typed.extend(sent.answers.iter().map(|(name, word)| (format!("{ANSWER}{name}"), word.clone())));
    if sent.another {
        typed.push(("another".into(), OTHER_THAN_ANY.into()));
    }
    (typed, faults)
}

/// A value as texts by the names of a form; `None` for one that the field cannot have.
fn texts_of(field: &Field, value: &Value) -> Option<Pairs> {
    let kind = field.column().map(|column| column.kind);
    let texts: Pairs = match (kind, value) {
        (Some(Kind::Texts), Value::Object(words)) => words
            .iter()
            .map(|(language, words)| {
                let name = format!("{}_{language}", field.name);
                let words = if words.is_null() { "" } else { words.as_str()? };
                is_of(field, &name).then(|| (name, words.to_string()))
            })
            .collect::<Option<Pairs>>()?,
        (Some(Kind::Texts), Value::Null) => vec![],
        (Some(Kind::Texts), _) => return None,
        (_, Value::Null) => vec![(field.name.to_string(), String::new())],
        (_, Value::String(text)) => vec![(field.name.to_string(), text.clone())],
        (_, Value::Number(n)) => vec![(field.name.to_string(), n.to_string())],
        // a record as it is read
        (Some(Kind::Ref(_)), Value::Object(record)) => {
            vec![(field.name.to_string(), record.get("code")?.as_str()?.to_string())]
        }
        (_, Value::Bool(is)) => vec![(field.name.to_string(), if *is { "yes" } else { "no" }.to_string())],
        _ => return None,
    };
    texts.iter().all(|(_, text)| control_character(text).is_none()).then_some(texts)
}

/// What was done, with where the new records are and how it is taken back.
async fn told(desk: &Desk<'_>, done: &Done) -> Result<Response> {
    let base = desk.site.base.trim_end_matches('/');
    let made = desk.records(done.records.clone()).await?;
    let made: Vec<&Record> = done.records.iter().filter_map(|id| made.get(id)).collect();
    let body = json!({
        "batch": done.batch,
        "number": done.number,
        "rows": done.rows,
        "records": made.iter().map(|record| of_record(desk, record)).collect::<Vec<_>>(),
        "undo": format!("{base}/api/v1/batches/{}/undo", done.batch),
    });
    let status = if done.records.is_empty() { StatusCode::OK } else { StatusCode::CREATED };
    let mut answer = as_json(status, &body);
    if let Some(first) = made.first().filter(|record| !record.code.is_empty())
        && let Ok(at) = HeaderValue::from_str(&format!("{base}/api/v1/records/{}/{}", first.kind, first.code))
    {
        answer.headers_mut().insert(header::LOCATION, at);
    }
    Ok(answer)
}

fn as_json(status: StatusCode, body: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, JSON)], body.to_string()).into_response()
}
