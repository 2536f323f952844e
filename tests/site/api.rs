//! The interface for programs: what a token reads and does, and what it does not.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use decapolis::accounts::tokens::{self, NewToken};
use decapolis_actions::Role;
use decapolis_base::Day;
use serde_json::{Value, json};

use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, PASSWORD, rows_of};
use crate::support::{both, run};

/// A program with a token.
pub struct Program<'a> {
    office: &'a Office,
    token: String,
}

impl Program<'_> {
    /// The program of somebody who makes a token in the office.
    pub async fn of<'a>(office: &'a Office, cookie: &str, writes: &str, region: &str) -> Program<'a> {
        let fields = [("name", "reports"), ("writes", writes), ("region", region), ("days", "30")];
        // a browser left open is not enough
        let open = office.post("/en/office/tokens", &fields, cookie).await;
        assert_eq!(open.status, StatusCode::BAD_REQUEST, "{}", text_of(&open.body));
        let fields = [&fields[..], &[("current", PASSWORD)]].concat();
        let page = office.post("/en/office/tokens", &fields, cookie).await;
        assert_eq!(page.status, StatusCode::OK, "{}", text_of(&page.body));
        let token = page.body.split("readonly value=\"").nth(1).and_then(|rest| rest.split('"').next());
        Program { office, token: token.expect("a token").to_string() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path).header("host", "localhost:8080");
        request = request.header("authorization", format!("Bearer {}", self.token));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.office.send(request.body(Body::empty()).unwrap()).await
    }

    async fn read(&self, path: &str) -> Value {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        answer.json()
    }

    /// Sends an action. `row` is sent as `If-Match`.
    pub async fn act(&self, path: &str, key: &str, row: &str, body: &Value) -> Answer {
        let mut request = Request::post(path).header("host", "localhost:8080");
        request = request.header("authorization", format!("Bearer {}", self.token));
        for (name, value) in [("idempotency-key", key), ("if-match", row)] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        self.office.send(request.body(Body::from(body.to_string())).unwrap()).await
    }
}

fn codes(list: &Value) -> Vec<&str> {
    list["rows"].as_array().unwrap().iter().filter_map(|row| row["code"].as_str()).collect()
}

#[test]
fn a_program_reads_lists_and_single_rows_as_its_account_may() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let program = Program::of(&office, &officer, "no", "").await;
        let start = program.read("/api/v1").await;
        assert_eq!(start["token"]["writes"], json!(false));
        let list = start["records"]["organisation"].as_str().unwrap();
        assert!(list.ends_with("/api/v1/records/organisation"), "{list}");
        // filters, order and pages are those of the office's lists
        let all = program.read("/api/v1/records/organisation?sort=-code&is.level=municipal&limit=3").await;
        assert_eq!((codes(&all), &all["total"]), (vec!["eger", "dakar", "cali"], &json!(4)));
        let next = all["next"].as_str().unwrap();
        let path = &next[next.find("/api/").unwrap()..];
        assert_eq!(codes(&program.read(path).await), ["bern"]);
        // a record with its values as files write them, and where its facts are
        let answer = program.get("/api/v1/records/organisation/accra").await;
        let accra = answer.json();
        assert_eq!(accra["place"]["code"], json!("place-accra"), "{accra}");
        let tag = answer.header("etag").to_string();
        let again = program.get_with("/api/v1/records/organisation/accra", &[("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        let facts = accra["facts"]["memberships"].as_str().unwrap();
        let memberships = program.read(&facts[facts.find("/api/").unwrap()..]).await;
        let first = &memberships["rows"][0];
        assert_eq!(first["organisation"]["code"], json!("accra"), "{memberships}");
        let row = program.read(&format!("/api/v1/facts/memberships/{}", first["row"])).await;
        assert_eq!(row["organisation"], first["organisation"]);
        let past = program.read("/api/v1/records/organisation/accra/history").await;
        assert_eq!(past["entries"][0]["action"], json!("register.import"), "{past}");
        // what cannot be is said, with what to do
        for (path, status, key) in [
            ("/api/v1/records/nothing", 404, "error-api-not-found"),
            ("/api/v1/records/organisation/nowhere", 404, "site-error-record"),
            ("/api/v1/facts/memberships/999999", 404, "site-error-fact"),
            ("/api/v1/facts/grants", 404, "error-api-not-found"),
            ("/api/v1/records/organisation?level=municipal", 400, "error-api-parameter"),
            ("/api/v1/records/organisation?is.level2=x", 400, "site-error-request"),
            ("/api/v1/records/organisation?limit=0", 400, "error-api-limit"),
            ("/api/v1/records/organisation?limit=501", 400, "error-api-limit"),
            ("/api/v1/records/organisation?is.place=", 400, "error-api-parameter"),
            ("/api/v1/records/organisation?sort=code&sort=label", 400, "error-api-parameter"),
            ("/api/v1/records/organisation?after=999999", 400, "error-api-after"),
            ("/api/v1/facts/memberships?q=accra", 400, "error-api-parameter"),
            ("/api/v1/facts/standings?on=2020-01-01", 400, "error-api-parameter"),
            ("/api/v1/facts/memberships?is.from=yesterday", 400, "error-filter"),
            ("/api/v2/records", 404, "error-api-not-found"),
        ] {
            let answer = program.get(path).await;
            assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.body);
            assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
            assert_eq!(answer.json()["key"], json!(key), "{path}");
        }
        let method = program.act("/api/v1/records/organisation", "m", "", &json!({})).await;
        assert_eq!((method.status.as_u16(), method.header("allow")), (405, "GET"), "{}", method.body);
        assert_eq!(method.json()["key"], json!("error-api-method"));
        let french = program.get_with("/api/v1/records/nothing", &[("accept-language", "es")]).await;
        assert!(french.json()["title"].as_str().unwrap().contains("dirección"), "{}", french.body);
        // it only reads
        let create = json!({ "fields": { "label": { "und": "Nuru Kwalande" } } });
        let refused = program.act("/api/v1/actions/people.create", "k1", "", &create).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(refused.json()["key"], json!("error-token-reads"));
        assert_eq!(program.read("/api/v1/actions").await["actions"], json!([]));
    });
}

#[test]
fn a_token_ends_and_reaches_no_further_than_its_owner() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let link = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&link).await;
        let nobody = Program { office: &office, token: "decapolis_nothing".into() };
        for path in ["/api/v1", "/api/v1/records/organisation", "/api/v1/records/organisation/accra"] {
            let answer = nobody.get(path).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
            assert!(answer.header("www-authenticate").starts_with("Bearer"), "{path}");
            assert!(!answer.body.contains("accra"), "{path}: {}", answer.body);
        }
        // a cookie is no token: no page of another site can make a browser send one
        let cookie = office.get("/api/v1/records/organisation", &officer).await;
        assert_eq!(cookie.status, StatusCode::UNAUTHORIZED);
        // of a regional secretary, and of somebody of the secretariat narrowed to a region
        let own = Program::of(&office, &aya, "yes", "").await;
        let narrowed = Program::of(&office, &officer, "yes", "africa").await;
        let whole = Program::of(&office, &officer, "yes", "").await;
        assert!(codes(&whole.read("/api/v1/records/organisation").await).contains(&"bern"));
        for program in [&own, &narrowed] {
            let seen = program.read("/api/v1/records/organisation").await;
            assert!(codes(&seen).contains(&"accra") && !codes(&seen).contains(&"bern"), "{seen}");
            for path in ["/api/v1/records/person/person-xu", "/api/v1/records/organisation/bern/history"] {
                assert_eq!(whole.get(path).await.status, StatusCode::OK, "{path}");
                let answer = program.get(path).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.body);
            }
            let foreign = rows_of(
                register,
                "SELECT CAST(m.id AS text) FROM memberships m JOIN records r ON r.id = m.organisation WHERE r.code = 'bern'",
            )
            .await
            .remove(0);
            let path = format!("/api/v1/facts/memberships/{foreign}");
            assert_eq!(program.get(&path).await.status, StatusCode::NOT_FOUND);
            let tag = whole.get(&path).await.header("etag").to_string();
            let body = json!({ "fields": { "until": "2020-06-30" } });
            let refused = program.act("/api/v1/actions/memberships.end", "end", &tag, &body).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
            let standing = json!({ "fields": { "organisation": "bern", "year": 2020, "standing": "contested", "day": "2020-05-01" } });
            let refused = program.act("/api/v1/actions/standings.create", "standing", "", &standing).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
            // nor does a plan tell what somebody else's member would lose
            for plan in [true, false] {
                let end = json!({ "fields": { "organisation": "bern", "until": "2019-12-31", "ending": "resigned" }, "plan": plan });
                let refused = program.act("/api/v1/actions/members.end", "end-all", "", &end).await;
                assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
                assert_eq!(refused.json()["key"], json!("error-not-in-scope"));
            }
            let taken = json!({ "fields": { "label": { "und": "A" }, "gender": "woman", "code": "person-xu" }, "plan": true });
            let refused = program.act("/api/v1/actions/people.create", "taken", "", &taken).await;
            assert_eq!(refused.status, StatusCode::OK, "{}", refused.body);
            assert!(!refused.body.contains("person-xu"), "of a new record that is proposed no code is asked");
            // nor is it told why what others wrote cannot be taken back
            let imported =
                rows_of(register, "SELECT batch FROM journal WHERE batch IS NOT NULL ORDER BY number")
                    .await
                    .remove(0);
            for batch in [imported.as_str(), "nothing"] {
                let undo = format!("/api/v1/batches/{batch}/undo");
                let refused = program.act(&undo, &format!("undo-{batch}"), "", &json!({})).await;
                assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
            }
            // a private record elsewhere is as unknown as one that is not there
            let named =
                json!({ "fields": { "organisation": "accra", "person": "person-xu", "from": "2021-03" } });
            let refused = program.act("/api/v1/actions/people.change-leader", "leader", "", &named).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
            assert!(refused.body.contains("error-unknown-code"), "{}", refused.body);
        }
        // what its owner ends ends at once, and only its owner ends it
        let digest =
            rows_of(register, "SELECT token FROM api_tokens WHERE region IS NOT NULL").await.remove(0);
        let stranger = office.post("/en/office/tokens", &[("end", &digest)], &aya).await;
        assert_eq!(stranger.status, StatusCode::BAD_REQUEST);
        assert_eq!(narrowed.get("/api/v1").await.status, StatusCode::OK);
        let ended = office.post("/en/office/tokens", &[("end", &digest)], &officer).await;
        assert_eq!(ended.status, StatusCode::SEE_OTHER);
        assert_eq!(narrowed.get("/api/v1").await.status, StatusCode::UNAUTHORIZED);
        // whoever loses their role has no program either
        office.withdraw("aya@example.org").await;
        assert_eq!(own.get("/api/v1").await.status, StatusCode::UNAUTHORIZED);
        // nor has one whose last day has passed
        let past = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(49);
        let account =
            rows_of(register, "SELECT code FROM accounts WHERE mail = 'olga@example.org'").await.remove(0);
        for (days, status) in [(3, StatusCode::OK), (2, StatusCode::UNAUTHORIZED)] {
            let new = NewToken { name: "old".into(), writes: false, region: None, days };
            let token = tokens::make(&register.db, &account, new, past, []).await.expect("a token");
            assert_eq!(Program { office: &office, token }.get("/api/v1").await.status, status, "{days}");
        }
    });
}

#[test]
fn an_action_is_done_once_and_only_on_the_version_that_the_program_has_seen() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let program = Program::of(&office, &officer, "yes", "").await;
        let people = async || rows_of(register, "SELECT CAST(count(*) AS text) FROM people").await.remove(0);
        let before = people().await;
        let create = "/api/v1/actions/people.create";
        let body = json!({ "fields": { "label": { "und": "Nuru Kwalande" }, "gender": "woman", "illustrative": true }, "because": "elected" });
        let plan = json!({ "fields": body["fields"], "plan": true });
        let follows = program.act(create, "plan", "", &plan).await;
        assert_eq!(follows.status, StatusCode::OK, "{}", follows.body);
        assert!(follows.body.contains("Nuru Kwalande") && people().await == before);
        let first = program.act(create, "a", "", &body).await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
        let made = first.header("location").to_string();
        let path = &made[made.find("/api/").unwrap()..];
        // the same request again: the same answer, and nothing more is written
        let second = program.act(create, "a", "", &body).await;
        assert_eq!((second.status, &second.body), (StatusCode::CREATED, &first.body));
        assert_eq!(people().await.parse::<i64>().unwrap(), before.parse::<i64>().unwrap() + 1);
        let other = json!({ "fields": { "label": { "und": "Ana Ruiz" }, "gender": "woman" } });
        for (key, body, status, why) in [
            ("a", &other, 422, "error-key-used"),
            ("", &other, 400, "error-api-key"),
            ("b", &json!({ "fields": { "nothing": 1 } }), 422, "error-api-field"),
            ("b", &json!({ "fields": { "label": "Ana" } }), 422, "error-api-value"),
            ("b", &json!({ "fields": { "label": { "und": "A\u{7}" } } }), 422, "error-api-value"),
            ("b", &json!({ "fields": {} }), 422, "error-field-required"),
            ("b", &json!({ "rows": 3 }), 400, "error-api-json"),
            ("b", &json!([1]), 400, "error-api-json"),
        ] {
            let refused = program.act(create, key, "", body).await;
            assert_eq!(refused.status.as_u16(), status, "{body}: {}", refused.body);
            assert!(refused.body.contains(why), "{body}: {}", refused.body);
        }
        // a row is corrected on the version that was seen, and only on that
        let correct = "/api/v1/actions/people.correct";
        let renamed = |name: &str| json!({ "fields": { "label": { "und": name } } });
        let tag = program.get(path).await.header("etag").to_string();
        let unsaid = program.act(correct, "c0", "", &renamed("Nuru K.")).await;
        assert_eq!(unsaid.status, StatusCode::PRECONDITION_REQUIRED, "{}", unsaid.body);
        let done = program.act(correct, "c1", &tag, &renamed("Nuru Kwalande-Ruiz")).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        let moved = program.act(correct, "c2", &tag, &renamed("Nobody")).await;
        assert_eq!(moved.status, StatusCode::PRECONDITION_FAILED, "{}", moved.body);
        assert_eq!(program.read(path).await["label"]["und"], json!("Nuru Kwalande-Ruiz"));
        // what removes a row is answered alike when the row is no longer there
        let tag = program.get(path).await.header("etag").to_string();
        let removed = program.act("/api/v1/actions/people.remove", "d", &tag, &json!({})).await;
        assert_eq!(removed.status, StatusCode::OK, "{}", removed.body);
        let again = program.act("/api/v1/actions/people.remove", "d", &tag, &json!({})).await;
        assert_eq!((again.status, &again.body), (removed.status, &removed.body));
        assert_eq!(program.get(path).await.status, StatusCode::NOT_FOUND);
        // and taken back, once
        let undo = removed.json()["undo"].as_str().unwrap().to_string();
        let undo = &undo[undo.find("/api/").unwrap()..];
        let undone = program.act(undo, "e", "", &json!({ "because": "a mistake" })).await;
        assert_eq!(undone.status, StatusCode::OK, "{}", undone.body);
        let again = program.act(undo, "e", "", &json!({ "because": "a mistake" })).await;
        assert_eq!(again.body, undone.body);
        assert_eq!(program.get(path).await.status, StatusCode::OK);
        let journal =
            rows_of(register, "SELECT reason FROM journal WHERE reason IS NOT NULL ORDER BY number").await;
        assert!(journal.ends_with(&["elected".into(), "a mistake".into()]), "{journal:?}");
    });
}

#[test]
fn a_program_reads_what_was_known_on_a_day_as_the_office_does() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let session = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        let program = Program::of(&office, &session, "yes", "").await;
        let own = "/api/v1/records/organisation/accra";
        let before = program.read(own).await;
        let tag = program.get(own).await.header("etag").to_string();
        let language = before["label"].as_object().expect("words").keys().next().expect("a language").clone();
        // the entries until now are of a day that has passed
        let year = office.app.settings.today().year();
        let past = Day::last_of_year(year - 1);
        let sql = format!("UPDATE journal SET day = {}", past.number());
        register.db.run_unjournaled(&sql).await.unwrap();
        let body = json!({ "fields": { "label": { language.as_str(): "Accra, renamed" } } });
        let done = program.act("/api/v1/actions/organisations.correct", "k1", &tag, &body).await;
        assert!(done.status.is_success(), "{}", done.body);
        let now = program.read(own).await;
        assert_eq!(now["label"][&language], json!("Accra, renamed"));
        let known = program.read(&format!("{own}?known={past}")).await;
        assert_eq!(known["label"], before["label"], "{known}");
        assert_eq!(known["version"], Value::Null, "nothing is done on what was");
        let facts = known["facts"]["memberships"].as_str().expect("an address");
        assert!(facts.ends_with(&format!("&known={past}")), "{facts}");
        let list = program.read(&format!("/api/v1/records/organisation?known={past}&limit=500")).await;
        let names: Vec<&Value> = list["rows"].as_array().unwrap().iter().map(|row| &row["label"]).collect();
        assert!(names.contains(&&before["label"]) && !names.contains(&&now["label"]), "{names:?}");
        // before the first entry there was nothing
        let first = Day::last_of_year(year - 2);
        let none = program.get(&format!("{own}?known={first}")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{}", none.body);
        let empty = program.read(&format!("/api/v1/facts/memberships?known={first}")).await;
        assert_eq!(empty["total"], json!(0));
        let row = program.read("/api/v1/facts/memberships?limit=1").await["rows"][0]["row"].clone();
        let fact = format!("/api/v1/facts/memberships/{row}");
        assert_eq!(program.read(&format!("{fact}?known={past}")).await["version"], Value::Null);
        assert_eq!(program.get(&format!("{fact}?known={first}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(program.get(&format!("{fact}?known=soon")).await.status, StatusCode::BAD_REQUEST);
    });
}

#[test]
fn figures_and_editions_lead_to_their_public_data() {
    both(async |register| {
        let office = Office::of(register, false).await;
        assert_eq!(office.get("/api/v1/figures", "").await.status, StatusCode::UNAUTHORIZED);
        let session = office.join(&office.invite("ana@example.org", Role::Secretariat).await).await;
        let program = Program::of(&office, &session, "no", "").await;
        let figures = program.read("/api/v1/figures").await;
        let members =
            figures["figures"].as_array().unwrap().iter().find(|one| one["key"] == json!("members"));
        let data = members.expect("the figure")["data"].as_str().unwrap().to_string();
        // a site without an address of its own gives paths
        let path = data.clone();
        let public = office.get(&path, "").await;
        assert_eq!(public.status, StatusCode::OK, "{path}: {}", public.body);
        assert!(public.header("content-type").starts_with("application/json"));
        assert_eq!(program.read("/api/v1/editions").await, json!({ "editions": [] }));
        let tag = program.get("/api/v1/figures").await.header("etag").to_string();
        let again = program.get_with("/api/v1/figures", &[("if-none-match", &tag)]).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    });
}

#[test]
fn the_description_names_every_table_and_action_and_refers_only_to_what_it_has() {
    run(async {
        let register = crate::support::Register::on_sqlite().await;
        let office = Office::of(&register, false).await;
        let answer = office.get("/api/v1/openapi.json", "").await;
        assert_eq!(answer.status, StatusCode::OK);
        let document = answer.json();
        // it is made once, and whoever has it is told so
        let tag = answer.header("etag").to_string();
        let same = Request::get("/api/v1/openapi.json")
            .header("host", "localhost:8080")
            .header("if-none-match", &tag);
        let same = office.send(same.body(Body::empty()).unwrap()).await;
        assert!(same.status == StatusCode::NOT_MODIFIED && same.body.is_empty());
        let filters = &document["paths"]["/api/v1/facts/memberships"]["get"]["parameters"];
        let filter = |table: &str, name: &str| {
            let all =
                document["paths"][format!("/api/v1/facts/{table}")]["get"]["parameters"].as_array().unwrap();
            all.iter().find(|one| one["name"] == json!(name)).expect(name)["schema"].clone()
        };
        assert!(filters.as_array().unwrap().iter().any(|one| one["name"] == json!("known")));
        let from = filter("memberships", "is.from")["pattern"].as_str().unwrap().to_string();
        assert!(from.starts_with("^(-|"), "{from}");
        let standing = filter("standings", "is.standing")["enum"].as_array().unwrap().clone();
        assert!(standing.contains(&json!("contested")) && standing.contains(&json!("-")), "{standing:?}");
        let paths: BTreeSet<&str> =
            document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
        for path in [
            "/api/v1/records/organisation",
            "/api/v1/records/organisation/{code}",
            "/api/v1/records/organisation/{code}/history",
            "/api/v1/facts/memberships/{row}",
            "/api/v1/actions/people.change-leader",
            "/api/v1/actions/members.admit",
            "/api/v1/actions/placements.change-from",
        ] {
            assert!(paths.contains(path), "{path}");
        }
        // what is kept for other actions, or done with files, is not there
        assert!(!paths.iter().any(|path| path.contains("grants") || path.contains("accounts.")), "{paths:?}");
        let leader = &document["paths"]["/api/v1/actions/people.change-leader"]["post"];
        let schema = &leader["requestBody"]["content"]["application/json"]["schema"]["properties"]["fields"];
        assert_eq!(schema["required"], json!(["organisation", "from"]), "{schema}");
        let schemas = document["components"]["schemas"].as_object().unwrap();
        let mut references = BTreeSet::new();
        collect(&document, &mut references);
        for reference in references {
            let name = reference.strip_prefix("#/components/schemas/").expect("a schema");
            assert!(schemas.contains_key(name), "{reference}");
        }
        let mut names = BTreeSet::new();
        for operation in document["paths"]
            .as_object()
            .unwrap()
            .values()
            .flat_map(|path| path.as_object().unwrap().values())
        {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name), "{name} twice");
        }
    });
}

fn collect<'a>(value: &'a Value, references: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(all) => {
            references.extend(all.get("$ref").and_then(Value::as_str));
            all.values().for_each(|value| collect(value, references));
        }
        Value::Array(all) => all.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}
