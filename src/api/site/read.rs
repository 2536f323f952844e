//! What a program reads: lists of records and of facts, single ones, and what was done to a record.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use decapolis_actions::RowToken;
use decapolis_register::journal::{Past, RowId};
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::records;
use decapolis_register::table::{Column, RECORDS, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::caller::{Caller, answered};
use super::row::{named, object, of_record};
use crate::accounts::secrets::digest;
use crate::lookups::way::WayOfReading;
use crate::office::list::{FILTER, OfficeRows, is_of_records};
use crate::office::site::desk::Desk;
use crate::office::site::record::of_code;
use crate::records::as_of::AsOf;
use crate::records::history;
use crate::web::address::encoded;
use crate::web::sent::Pairs;
use crate::web::visit::{Visit, asks};

/// Rows of an answer, where the request says nothing.
const ROWS: u64 = 50;
/// The most rows of an answer.
pub const MOST_ROWS: u64 = 500;
/// The most rows that are counted.
const COUNTED: u64 = 10_001;
/// The entries of a history.
const ENTRIES: u64 = 100;
/// The parameters of a list besides its filters.
pub const PARAMETERS: [&str; 7] = ["q", "on", "known", "sort", "column", "after", "limit"];

asks! {
    /// Which day's knowledge a single row is read with.
    pub struct KnownAsks {
        /// As the register knew it at the end of this day.
        known,
    }
}

#[derive(Deserialize)]
pub struct KindPath {
    kind: String,
}

#[derive(Deserialize)]
pub struct RecordPath {
    kind: String,
    code: String,
}

#[derive(Deserialize)]
pub struct TablePath {
    table: String,
}

#[derive(Deserialize)]
pub struct FactPath {
    table: String,
    row: RowId,
}

/// The records of a kind.
pub async fn records_of(visit: Visit<KindPath, Pairs>, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |caller, path, asked| {
        let table = kind_of(&caller.desk, &path.kind)?;
        list(&caller.desk, &headers, table, &asked).await
    })
    .await
}

/// The facts of a table.
pub async fn facts_of(visit: Visit<TablePath, Pairs>, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |caller, path, asked| {
        let table = table_of(&caller.desk, &path.table)?;
        list(&caller.desk, &headers, table, &asked).await
    })
    .await
}

fn kind_of(desk: &Desk<'_>, kind: &str) -> Result<&'static Table> {
    let table = desk.site.app.all_tables().of_kind(kind).filter(|table| table.in_files);
    table.ok_or(Error::NotFound("kind"))
}

fn table_of(desk: &Desk<'_>, name: &str) -> Result<&'static Table> {
    let table = desk.site.app.all_tables().named(name);
    table.filter(|table| table.in_files && table.kind().is_none()).ok_or(Error::NotFound("table"))
}

/// The address of a table's rows.
pub fn path_of(table: &Table) -> String {
    match table.kind() {
        Some(kind) => format!("/api/v1/records/{kind}"),
        None => format!("/api/v1/facts/{}", table.name),
    }
}

/// Refused: a parameter that the list does not have, is said twice or is empty (`error-api-parameter`). A slip would give everything.
fn knows_all(table: &Table, asked: &Pairs) -> Result<()> {
    let has = |name: &str| match name {
        "q" => table.kind().is_some(),
        "on" => table.span.is_some(),
        name => PARAMETERS.contains(&name) || name.starts_with(FILTER),
    };
    let times = |name: &str| asked.iter().filter(|(other, _)| other == name).count();
    let is_once = |name: &str| PARAMETERS.contains(&name) && name != "column";
    let wrong = asked
        .iter()
        .find(|(name, text)| !has(name) || text.trim().is_empty() || (is_once(name) && times(name) > 1));
    let Some((name, _)) = wrong else { return Ok(()) };
    let known: Vec<&str> = PARAMETERS.into_iter().filter(|name| has(name)).collect();
    let args = [("name", name.as_str().into()), ("names", known.join(", ").into())];
    Err(Error::refused_with("error-api-parameter", args.into()))
}

async fn list(
    desk: &Desk<'_>,
    headers: &HeaderMap,
    table: &'static Table,
    asked: &Pairs,
) -> Result<Response> {
    knows_all(table, asked)?;
    let limit = match asked.iter().find(|(name, _)| name == "limit") {
        None => ROWS,
        Some((_, text)) => text.parse().ok().filter(|n| (1..=MOST_ROWS).contains(n)).ok_or_else(|| {
            Error::refused_with("error-api-limit", [("most", (MOST_ROWS as i64).into())].into())
        })?,
    };
    let app = &desk.site.app;
    let db = app.db.snapshot().await?;
    let known = asked.iter().find(|(name, _)| name == "known").map(|(_, day)| day.as_str());
    let as_of = AsOf::read(&db, None, known).await?;
    let listed =
        OfficeRows::read(table, asked, desk.reader.audience, desk.scope.clone(), app.settings.counts_in())?
            .as_known(as_of);
    let total = listed.count(&db, app.all_tables(), COUNTED).await?;
    let rows = listed.rows(&db, app.all_tables(), limit + 1).await;
    // the row after which the page begins is gone
    let mut rows = rows.map_err(|error| match error {
        Error::Refused(why) if why.key == "error-row-moved" => Error::refused("error-api-after"),
        error => error,
    })?;
    db.commit().await?;
    let more = rows.len() as u64 > limit;
    rows.truncate(limit as usize);
    desk.looks_up(WayOfReading::Program, table, rows.iter().map(|row| row.id));
    let next = rows.last().filter(|_| more).map(|last| next_of(desk, table, asked, last.id));
    let names: Vec<String> = listed.read_columns().into_iter().map(|(name, _)| name).collect();
    let rows: Vec<(RowId, Values)> =
        rows.into_iter().map(|row| (row.id, names.iter().cloned().zip(row.cells).collect())).collect();
    // every column, unless some are chosen
    let chosen = asked.iter().any(|(name, _)| name == "column");
    let columns = if chosen { &listed.shown } else { &listed.offered };
    let records = named(desk, columns, rows.iter().map(|(_, values)| values)).await?;
    let rows: Vec<Value> = rows
        .iter()
        .map(|(id, values)| {
            let own = of_table(table, columns, values);
            let mut row = own
                .map_or_else(|| json!({ "row": id }), |(kind, code)| json!({ "kind": kind, "code": code }));
            for (name, value) in object(desk, columns, values, &records) {
                row[name] = value;
            }
            row["href"] = json!(address(desk, table, *id, values));
            row
        })
        .collect();
    let most = total >= COUNTED as i64;
    let body = json!({
        "table": table.name,
        "total": if most { Value::Null } else { total.into() },
        "more_than": most.then_some(COUNTED - 1),
        "next": next,
        "rows": rows,
    });
    Ok(answer(headers, None, &body))
}

/// Kind and code, where the table holds records.
fn of_table<'a>(table: &Table, _: &[&Column], values: &'a Values) -> Option<(&'static str, &'a str)> {
    Some((table.kind()?, values.get("code").and_then(Cell::text)?))
}

fn address(desk: &Desk<'_>, table: &Table, id: RowId, values: &Values) -> String {
    let last = match (table.kind(), values.get("code").and_then(Cell::text)) {
        (Some(_), Some(code)) => encoded(code),
        _ => id.to_string(),
    };
    format!("{}{}/{last}", desk.site.base.trim_end_matches('/'), path_of(table))
}

/// The address of the next rows: the same question after this row.
fn next_of(desk: &Desk<'_>, table: &Table, asked: &Pairs, after: RowId) -> String {
    let mut address = format!("{}{}?", desk.site.base.trim_end_matches('/'), path_of(table));
    for (name, text) in asked.iter().filter(|(name, _)| name != "after") {
        let _ = write!(address, "{}={}&", encoded(name), encoded(text));
    }
    let _ = write!(address, "after={after}");
    address
}

/// One record: its own values, those of its kind, and where its facts are.
pub async fn record(visit: Visit<RecordPath, KnownAsks>, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |caller, path, asks| {
        let desk = &caller.desk;
        let table = kind_of(desk, &path.kind)?;
        // of one moment: the version is that of the values
        let db = desk.site.app.db.snapshot().await?;
        let as_of = AsOf::read(&db, None, asks.known.as_deref()).await?;
        let missing =
            || Error::refused_with("site-error-record", [("code", path.code.as_str().into())].into());
        let found = of_code(desk, &path.kind, &path.code, &as_of).await?;
        // the scope of today decides, whichever day is read
        let reader = desk.reader_of(table, found.id).await?;
        may_read(reader.audience, Subject::Record { public: found.public }).map_err(|_| missing())?;
        let (Some(mut values), Some(of_records)) =
            (as_of.row(&db, table, found.id).await?, as_of.row(&db, &RECORDS, found.id).await?)
        else {
            return Err(missing());
        };
        // what was private is private as it was
        let was_public = of_records.get("public") == Some(&Cell::Bool(true));
        may_read(reader.audience, Subject::Record { public: was_public }).map_err(|_| missing())?;
        values.extend(of_records);
        let token = version(&db, table, found.id, &as_of).await?;
        db.commit().await?;
        let columns = readable(table, reader.audience);
        if reader.audience == Audience::Office {
            desk.looks_up(WayOfReading::Program, table, [found.id]);
        }
        let records = named(desk, &columns, std::iter::once(&values)).await?;
        let mut body = Map::from_iter([
            ("kind".to_string(), json!(found.kind)),
            ("version".to_string(), json!(token.map(|token| token.to_string()))),
        ]);
        body.extend(object(desk, &columns, &values, &records));
        body.insert("facts".into(), facts(desk, &path, &as_of));
        Ok(answer(&headers, token, &Value::Object(body)))
    })
    .await
}

/// The version of a row as it is: on it an action can be done. A row as it was known earlier has none.
async fn version(
    db: &impl ConnectionTrait,
    table: &'static Table,
    row: RowId,
    as_of: &AsOf,
) -> Result<Option<RowToken>> {
    if as_of.is_now() { RowToken::of(db, table, row).await } else { Ok(None) }
}

/// The columns of a row that an audience reads; of records also those that all records have.
fn readable(table: &'static Table, audience: Audience) -> Vec<&'static Column> {
    let of_records = RECORDS.columns.iter().filter(|c| table.kind().is_some() && is_of_records(c.name));
    let own = table.all_columns();
    of_records.chain(own).filter(|c| may_read(audience, Subject::Column(c.privacy)).is_ok()).collect()
}

/// Where the facts are that refer to a record, by table.
fn facts(desk: &Desk<'_>, RecordPath { kind, code }: &RecordPath, as_of: &AsOf) -> Value {
    let known = as_of.known_on.map(|day| format!("&known={day}")).unwrap_or_default();
    let base = desk.site.base.trim_end_matches('/');
    let panels = desk
        .site
        .app
        .panels(kind)
        .filter(|panel| panel.by != "id" && panel.through.is_none() && panel.table.in_files);
    panels
        .map(|panel| {
            let address =
                format!("{base}{}?{FILTER}{}={}{known}", path_of(panel.table), panel.by, encoded(code));
            (panel.table.name.to_string(), json!(address))
        })
        .collect::<Map<String, Value>>()
        .into()
}

/// One fact.
pub async fn fact(visit: Visit<FactPath, KnownAsks>, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |caller, path, asks| {
        let desk = &caller.desk;
        let table = table_of(desk, &path.table)?;
        let app = &desk.site.app;
        let gone = || Error::refused("site-error-fact");
        let (audience, currency) = (desk.reader.audience, app.settings.counts_in());
        let db = app.db.snapshot().await?;
        let as_of = AsOf::read(&db, None, asks.known.as_deref()).await?;
        let listed =
            OfficeRows::read(table, &vec![], audience, desk.scope.clone(), currency)?.as_known(as_of);
        let row = listed.one(&db, app.all_tables(), path.row).await?.ok_or_else(gone)?;
        let token = version(&db, table, path.row, &as_of).await?;
        db.commit().await?;
        let names = listed.read_columns().into_iter().map(|(name, _)| name);
        let values: Values = names.zip(row.cells).collect();
        let records = named(desk, &listed.offered, std::iter::once(&values)).await?;
        let mut body = Map::from_iter([
            ("table".to_string(), json!(table.name)),
            ("row".to_string(), json!(path.row)),
            ("version".to_string(), json!(token.map(|token| token.to_string()))),
        ]);
        body.extend(object(desk, &listed.offered, &values, &records));
        Ok(answer(&headers, token, &Value::Object(body)))
    })
    .await
}

/// What was done to a record and its facts, the newest first.
pub async fn past(visit: Visit<RecordPath>, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |caller, path, ()| {
        let desk = &caller.desk;
        let table = kind_of(desk, &path.kind)?;
        let (app, db) = (&desk.site.app, desk.site.app.db.reader());
        let missing = || Error::refused_with("site-error-record", [("code", path.code.as_str().into())].into());
        let found = records::by_code(db, &path.kind, &path.code).await?.ok_or_else(missing)?;
        // a history tells of private values: it is theirs who read the whole record
        if !desk.reaches(table, found.id).await? {
            return Err(missing());
        }
        desk.looks_up(WayOfReading::Program, table, [found.id]);
        let done = history::of_record(db, table, app.panels(&path.kind), found.id, ENTRIES).await?;
        let body = json!({ "record": of_record(desk, &found), "entries": done.iter().map(entry).collect::<Vec<_>>() });
        Ok(answer(&headers, None, &body))
    })
    .await
}

fn entry(entry: &Past) -> Value {
    json!({
        "number": entry.number,
        "day": entry.day.map(|day| day.to_string()),
        "actor": entry.actor,
        "action": entry.action,
        "batch": entry.batch,
        "because": entry.reason,
        "undoes": entry.undoes,
        "undone_by": entry.undone_by,
        "tables": entry.tables,
    })
}

/// The answer, with a tag that changes when it does: a program that has it already is told so. The tag of a single row begins with the
/// version of the row, and is what an action on it sends as `If-Match`.
pub fn answer(headers: &HeaderMap, row: Option<RowToken>, body: &Value) -> Response {
    let body = body.to_string();
    let mark = &digest(&body)[..16];
    let tag = row.map_or_else(|| format!("\"{mark}\""), |row| format!("\"{row}.{mark}\""));
    tagged(headers, &tag, || body)
}

/// An answer with this tag: whoever has it already gets no body.
pub fn tagged<B: Into<Body>>(headers: &HeaderMap, tag: &str, body: impl FnOnce() -> B) -> Response {
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|tags| tags.to_str().ok());
    let is_known = known
        .flat_map(|tags| tags.split(','))
        .any(|one| one.trim() == "*" || one.trim().trim_start_matches("W/") == tag);
    let tag = [(header::ETAG, HeaderValue::from_str(tag).expect("a tag is of letters and digits"))];
    match is_known {
        true => (StatusCode::NOT_MODIFIED, tag).into_response(),
        false => (tag, [(header::CONTENT_TYPE, JSON)], body().into()).into_response(),
    }
}

/// The media type of answers.
pub const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What the token lets the program do, and where to begin.
pub async fn start(visit: Visit, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |Caller { desk, token }, (), ()| {
        let base = desk.site.base.trim_end_matches('/');
        let tables = desk.site.app.all_tables();
        let of = |holds_records: bool| -> Value {
            let all =
                tables.all().filter(|t| t.in_files && !t.is_records() && t.kind().is_some() == holds_records);
            all.map(|t| (t.kind().unwrap_or(t.name).to_string(), json!(format!("{base}{}", path_of(t)))))
                .collect::<Map<String, Value>>()
                .into()
        };
        let body = json!({
            "network": desk.site.app.settings.code,
            "account": desk.who.account.code,
            "roles": desk.roles,
            "token": { "name": token.name, "writes": token.writes, "narrowed": token.region.is_some(), "ends": token.ends.to_string() },
            "openapi": format!("{base}/api/v1/openapi.json"),
            "actions": format!("{base}/api/v1/actions"),
            "records": of(true),
            "facts": of(false),
            "figures": format!("{base}/api/v1/figures"),
            "editions": format!("{base}/api/v1/editions"),
        });
        Ok(answer(&headers, None, &body))
    })
    .await
}
