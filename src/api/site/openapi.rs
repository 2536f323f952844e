//! The interface described for programs (OpenAPI 3.1), from the descriptions of tables and actions.

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use decapolis_actions::Offer;
use decapolis_register::table::{Column, Table};
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use serde_json::{Map, Value, json};

use super::act::{is_for_programs, needs_row};
use super::caller::answered_to_all;
use super::read::{MOST_ROWS, path_of, tagged};
use super::schema;
use crate::accounts::secrets::digest;
use crate::office::list::FILTER;
use crate::records::row_actions;
use crate::records::worded::label;
use crate::web::cache::{Keep, Key};
use crate::web::context::Site;
use crate::web::visit::Visit;

/// The description of the interface. It says nothing of what is in the register, so anybody reads it. It is made once in each language: a
/// site with other settings or words is another site.
pub async fn openapi(visit: Visit, headers: HeaderMap) -> Response {
    answered_to_all(visit, async |site, reader, (), ()| {
        let key = Key::new("openapi", reader.lang());
        let made = async || Ok(Described::of(&document(site, &reader.locale)?));
        let described = site.cache.of_head(key, 0, made).await?;
        Ok(tagged(&headers, &described.tag, || described.text.clone()))
    })
    .await
}

/// The description with its tag.
struct Described {
    tag: String,
    text: Bytes,
}

impl Described {
    fn of(document: &Value) -> Described {
        let text = document.to_string();
        Described { tag: format!("\"{}\"", &digest(&text)[..16]), text: text.into() }
    }
}

impl Keep for Described {
    fn bytes(&self) -> usize {
        self.tag.len() + self.text.len()
    }
}

fn document(site: &Site, locale: &Locale<'_>) -> Result<Value> {
    let tables: Vec<&'static Table> =
        site.app.all_tables().all().filter(|table| table.in_files && !table.is_records()).collect();
    let mut paths = Map::new();
    let mut schemas = common();
    paths.insert("/api/v1".into(), json!({ "get": got("start", locale.say("api-start"), &[], "Start") }));
    paths.insert(
        "/api/v1/actions".into(),
        json!({ "get": got("actions", locale.say("api-actions"), &[], "Actions") }),
    );
    for (path, words, schema) in
        [("figures", "site-figures", "Figures"), ("editions", "api-editions", "Editions")]
    {
        let listed = got(path, locale.say(words), &[], schema);
        paths.insert(format!("/api/v1/{path}"), json!({ "get": listed }));
    }
    for table in &tables {
        let name = table.kind().unwrap_or(table.name);
        schemas.insert(name.into(), schema::row(table, locale));
        rows(table, locale, &mut paths);
    }
    for offer in site.app.offers().filter(|offer| is_for_programs(offer).is_some()) {
        let name = offer.about.name;
        paths.insert(format!("/api/v1/actions/{name}"), json!({ "post": acted(offer, locale) }));
    }
    paths.insert("/api/v1/batches/{batch}/undo".into(), json!({ "post": undone(locale) }));
    Ok(json!({
        "openapi": "3.1.0",
        "info": {
            "title": locale.say("api-title"),
            "version": "1",
            "summary": locale.say("api-summary"),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": site.base.trim_end_matches('/') }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": { "schemas": schemas, "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } } },
    }))
}

/// What several answers have.
fn common() -> Map<String, Value> {
    let text = || json!({ "type": ["string", "null"] });
    let object = |properties: Value| json!({ "type": "object", "properties": properties });
    let listed = |names: &[&str]| {
        let all = names.iter().map(|name| (name.to_string(), json!({ "type": "string" })));
        json!({ "type": "array", "items": object(Value::Object(all.collect())) })
    };
    let links = || json!({ "type": "object", "additionalProperties": { "type": "string" } });
    let all = [
        ("Reference", object(json!({ "kind": { "type": "string" }, "code": text(), "label": text() }))),
        (
            "Problem",
            object(json!({
                "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" },
                "detail": text(), "key": { "type": "string" }, "hint": text(), "fields": { "type": "array" },
            })),
        ),
        ("Start", object(json!({ "network": { "type": "string" }, "records": links(), "facts": links() }))),
        ("Figures", object(json!({ "figures": listed(&["key", "title", "rule", "data", "page"]) }))),
        ("Editions", object(json!({ "editions": listed(&["code", "years", "published", "data", "page"]) }))),
        ("Actions", object(json!({ "actions": { "type": "array", "items": { "type": "object" } } }))),
        (
            "History",
            object(
                json!({ "record": { "$ref": "#/components/schemas/Reference" }, "entries": { "type": "array" } }),
            ),
        ),
        (
            "Proposed",
            object(json!({
                "proposal": { "type": "string" }, "state": { "type": "string" }, "href": { "type": "string" },
            })),
        ),
        (
            "Done",
            object(json!({
                "batch": { "type": "string" }, "number": { "type": "integer" }, "rows": { "type": "integer" },
                "records": { "type": "array", "items": { "$ref": "#/components/schemas/Reference" } },
                "undo": { "type": "string" },
                "follows": { "type": "array", "items": { "type": "object" } },
            })),
        ),
    ];
    all.into_iter().map(|(name, schema)| (name.to_string(), schema)).collect()
}

/// The addresses of a table's rows.
fn rows(table: &'static Table, locale: &Locale<'_>, paths: &mut Map<String, Value>) {
    let (base, name) = (path_of(table), table.kind().unwrap_or(table.name));
    let title = match table.kind() {
        Some(kind) => locale.say(&format!("kinds-{kind}")),
        None => locale.say(&format!("table-{}", table.name.replace('_', "-"))),
    };
    let mut parameters: Vec<Value> = listing_parameters(table);
    parameters.extend(schema::columns(table).map(|column| filter(table, column, locale)));
    let list = json!({
        "type": "object",
        "properties": {
            "table": { "type": "string" },
            "total": { "type": ["integer", "null"] },
            "more_than": { "type": ["integer", "null"] },
            "next": { "type": ["string", "null"] },
            "rows": { "type": "array", "items": { "$ref": format!("#/components/schemas/{name}") } },
        },
    });
    let mut listed = got(&format!("list-{name}"), title.clone(), &parameters, "");
    listed["responses"]["200"]["content"]["application/json"]["schema"] = list;
    paths.insert(base.clone(), json!({ "get": listed }));
    let (key, schema) = match table.kind() {
        Some(_) => ("code", json!({ "type": "string" })),
        None => ("row", json!({ "type": "integer" })),
    };
    let one = [in_path(key, schema)];
    let as_known = [one[0].clone(), known()];
    paths.insert(
        format!("{base}/{{{key}}}"),
        json!({ "get": got(&format!("read-{name}"), title.clone(), &as_known, name) }),
    );
    if table.kind().is_some() {
        let past = got(
            &format!("history-{name}"),
            format!("{title}: {}", locale.say("office-history")),
            &one,
            "History",
        );
        paths.insert(format!("{base}/{{{key}}}/history"), json!({ "get": past }));
    }
}

fn in_path(name: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": schema })
}

fn in_query(name: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "query", "schema": schema })
}

fn listing_parameters(table: &'static Table) -> Vec<Value> {
    let columns: Vec<&str> = schema::columns(table).map(|column| column.name).collect();
    let sorts: Vec<String> = columns.iter().flat_map(|c| [c.to_string(), format!("-{c}")]).collect();
    let mut all = vec![
        in_query("limit", json!({ "type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": 50 })),
        in_query("after", json!({ "type": "integer" })),
        in_query("sort", json!({ "enum": sorts })),
        in_query("column", json!({ "type": "array", "items": { "enum": columns } })),
    ];
    if table.kind().is_some() {
        all.push(in_query("q", json!({ "type": "string" })));
    }
    if table.span.is_some() {
        all.push(in_query("on", json!({ "type": "string", "format": "date" })));
    }
    all.push(known());
    all
}

/// What was known at the end of a day.
fn known() -> Value {
    in_query("known", json!({ "type": "string", "format": "date" }))
}

fn filter(table: &'static Table, column: &'static Column, locale: &Locale<'_>) -> Value {
    let mut filter = in_query(&format!("{FILTER}{}", column.name), schema::filter(column));
    filter["description"] = json!(label(table.name, column.name, locale));
    filter
}

/// A question with its answers. `schema` names what is answered.
fn got(name: &str, summary: String, parameters: &[Value], schema: &str) -> Value {
    json!({
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": answers(schema),
    })
}

fn answers(schema: &str) -> Value {
    let of = |name: &str, media: &str| json!({ "description": name, "content": { media: { "schema": { "$ref": format!("#/components/schemas/{name}") } } } });
    json!({ "200": of(schema, "application/json"), "default": of("Problem", "application/problem+json") })
}

fn in_header(name: &str, required: bool) -> Value {
    json!({ "name": name, "in": "header", "required": required, "schema": { "type": "string", "minLength": 1 } })
}

fn acted(offer: &Offer, locale: &Locale<'_>) -> Value {
    let name = offer.about.name;
    let mut parameters = vec![in_header("Idempotency-Key", true)];
    if needs_row(offer) {
        parameters.push(in_header("If-Match", true));
    }
    let fields = schema::fields(offer, locale);
    let needs_fields = fields["required"].as_array().is_some_and(|all| !all.is_empty());
    let mut action = got(name, row_actions::title(name, locale).unwrap_or_default(), &parameters, "Done");
    action["requestBody"] = sent(json!({
        "fields": fields,
        "because": { "type": ["string", "null"] },
        "answers": { "type": "object", "additionalProperties": { "type": "string" } },
        "another": { "type": "boolean", "default": false },
        "plan": { "type": "boolean", "default": false },
        "propose": { "type": "boolean", "default": false },
    }));
    if needs_fields {
        action["requestBody"]["content"]["application/json"]["schema"]["required"] = json!(["fields"]);
    }
    action["responses"]["201"] = action["responses"]["200"].clone();
    action["responses"]["202"] = answers("Proposed")["200"].clone();
    action
}

fn undone(locale: &Locale<'_>) -> Value {
    let parameters = [in_path("batch", json!({ "type": "string" })), in_header("Idempotency-Key", true)];
    let mut undo = got("undo", locale.say("office-undo"), &parameters, "Done");
    undo["requestBody"] = sent(json!({ "because": { "type": ["string", "null"] } }));
    undo
}

fn sent(properties: Value) -> Value {
    let schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    json!({ "content": { "application/json": { "schema": schema } } })
}
