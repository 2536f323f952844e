//! The studio over HTTP: choosing, trying a rule on other years, saving.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use decapolis::app::App;
use decapolis::server::router;
use decapolis::web::context::Site;
use decapolis::web::reached::Reached;
use sea_orm::{ConnectionTrait, Statement};
use tower::ServiceExt;

use crate::site::example::{Answer, EXAMPLE, Example, LANGUAGES, on_both, on_sqlite, text_of};
use crate::support::{Register, both};

/// The same register with the studio open.
async fn open(example: &Example) -> Router {
    let mut app =
        decapolis::opening::over(example.register.db.clone(), Some(EXAMPLE)).await.expect("the example");
    app.studio = true;
    on_this_machine(app)
}

/// The site as served on the loopback interface.
fn on_this_machine(app: App) -> Router {
    let mut site = Site::new(app);
    site.reached = Reached::at("127.0.0.1:8080".parse().unwrap(), &["https://net.example"], "").unwrap();
    router(Arc::new(site))
}

pub async fn empty(register: &Register) -> Router {
    let mut app = decapolis::opening::over(register.db.clone(), None).await.expect("an app");
    app.studio = true;
    on_this_machine(app)
}

pub async fn answer(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.expect("the router answers");
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a body");
    Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), bytes: bytes.to_vec() }
}

pub async fn get(router: &Router, address: &str) -> Answer {
    answer(
        router,
        Request::get(address)
            .header("host", "localhost")
            .body(Body::empty())
            .unwrap_or_else(|e| panic!("{address}: {e}")),
    )
    .await
}

pub async fn get_with(router: &Router, address: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(address).header("host", "localhost:8080");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    answer(router, request.body(Body::empty()).unwrap()).await
}

pub async fn post(router: &Router, address: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::post(address).header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    answer(router, request.body(Body::from(body.to_string())).unwrap()).await
}

pub const HERE: [(&str, &str); 3] =
    [("host", "localhost:8080"), ("origin", "http://localhost:8080"), ("sec-fetch-site", "same-origin")];

#[test]
fn where_the_studio_is_closed_there_is_no_such_page() {
    on_sqlite(async |example| {
        for address in ["/es/studio", "/es/studio/figures?c1=members", "/es/studio/figure.toml?c1=members"] {
            assert_eq!(example.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        assert!(!example.page("/es/figures/members").await.contains("/es/studio"));
        let open = open(example).await;
        assert!(get(&open, "/es/figures/members").await.body.contains("href=\"/es/studio?from=members\""));
        assert_eq!(get(&open, "/xx/studio").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_number_its_sentence_and_its_rows_stand_beside_the_choices_in_every_language() {
    on_both(async |example| {
        let open = open(example).await;
        for (language, number, sentence) in [
            (
                "es",
                "15,6",
                "Proporción de organizaciones distintas entre las membresías en vigor el último día del período",
            ),
            (
                "en",
                "15.6",
                "The share of distinct organisations among memberships in effect on the last day of the period",
            ),
            (
                "fr",
                "15,6",
                "Part des organisations distinctes parmi les adhésions en vigueur le dernier jour de la période",
            ),
        ] {
            let page = get(&open, &format!("/{language}/studio?from=women-led&at=2020-12-31")).await;
            let text = text_of(&page.body);
            assert!(text.contains(number) && text.contains(sentence), "{language}: {text}");
            assert!(page.body.contains("name=\"c1.is.gender\" value=\"woman\" checked"), "{language}");
            assert!(page.header("content-security-policy").contains("script-src 'self'"));
            assert!(!page.body.contains(" style=\"") && !page.body.contains(" onclick"));
        }
        // the same choices as a URL
        let page =
            get(&open, "/en/studio?shape=share&c1=leaders&c1.as.gender=of&c1.is.gender=woman&b=members&decimals=1&at=2020-12-31").await;
        assert!(text_of(&page.body).contains("15.6"), "a share begun by hand");
    });
}

#[test]
fn no_page_of_the_studio_misses_a_word() {
    on_sqlite(async |example| {
        let open = open(example).await;
        let figures: Vec<String> =
            example.site.app.figures.catalog.figures().iter().map(|f| f.key.clone()).collect();
        for (n, key) in figures.iter().enumerate() {
            let language = LANGUAGES[n % LANGUAGES.len()];
            for page in ["studio", "studio/figures"] {
                let address = format!("/{language}/{page}?from={key}");
                let answer = get(&open, &address).await;
                assert_eq!(answer.status, StatusCode::OK, "{address}");
                let before_the_file = answer.body.split("<pre").next().unwrap();
                assert!(!text_of(before_the_file).contains('['), "{address}: {}", text_of(before_the_file));
            }
        }
        for listing in example.site.app.figures.catalog.listings() {
            for language in LANGUAGES {
                let address = format!("/{language}/studio?c1={}", listing.about.key);
                let text = text_of(get(&open, &address).await.body.split("<pre").next().unwrap());
                assert!(!text.contains('['), "{address}: {text}");
            }
        }
    });
}

#[test]
fn the_rule_of_active_is_tried_on_every_year_beside_the_adopted_one() {
    on_both(async |example| {
        let open = open(example).await;
        let adopted = get(&open, "/en/studio?from=active-members&at=2020-12-31").await.body;
        assert!(text_of(&adopted).contains("This is still the adopted rule"));
        // a member that only attended is no longer active
        let fields: String =
            ["learned", "hosted", "spoke", "expert", "led", "partnered", "contributed", "endorsed"]
                .map(|role| format!("&c1.is.role={role}"))
                .concat();
        let tried = format!(
            "/en/studio?from=active-members&at=2020-12-31&shape=share&by=region&c1=participations&c1.on=organisation&c1.as.role=keep{fields}&c2=attendances&c2.on=organisation&c2.as.attendance=of&c2.is.attendance=present&c2.is.attendance=represented&c2.as.state=keep&c2.is.state=held&b=members&b.on=organisation"
        );
        let page = get(&open, &tried).await.body;
        let text = text_of(&page);
        let (first, last) = example.site.app.settings.years;
        for year in first..=last {
            assert!(text.contains(&format!("{year} ")), "{year}");
        }
        assert!(text.contains("pp"), "a difference in points: {text}");
        // removed records are counted by the adopted rule and not by the tried one
        let goes_out = text
            .split(" drop out under the tried rule")
            .next()
            .unwrap()
            .rsplit(' ')
            .next()
            .unwrap()
            .parse::<i64>()
            .expect("a number");
        assert!(goes_out > 0);
        let moved = page.split("class=\"moved\"").nth(1).expect("names").split("</ul>").next().unwrap();
        assert!(moved.contains("/en/organisation/"), "{moved}");
    });
}

#[test]
fn half_made_and_hostile_choices_are_answered_with_a_sentence_at_the_field() {
    on_both(async |example| {
        let open = open(example).await;
        let long = format!("c1=members&{}", "c1.is.category=x&".repeat(500));
        let many: String = (0..60).map(|n| format!("c1.as.c{n}=of&c1.is.region={n}&by={n}&")).collect();
        for (query, field) in [
            ("c1=nothing", Some("f-c1")),
            ("c1=members&c1.as.region=of", Some("f-c1.is.region-error")),
            ("c1=members&c1.as.region=of&c1.more.region=Atlantis", Some("f-c1.more.region-error")),
            ("c1=members&at=31/02/2020", Some("f-at-error")),
            ("c1=members&floor=-1", Some("f-floor-error")),
            ("c1=members&shape=share&decimals=many", Some("f-decimals-error")),
            ("c1=members&c2=income", Some("f-c2.on-error")),
            ("c1=members&measure=sum:nothing", Some("f-measure-error")),
            ("c1=members&c1.on=category&c1.when=last:x&by=nothing&from=nothing", None),
            ("c1=readings&measure=sum:followers&by=channel", None),
            ("c1=members&c1.as.country=of&c1.is.country=%27%22;DROP%20TABLE", None),
            ("c1=members&c1.add=region&add=part", Some("f-c1.is.region-error")),
            (&many, None),
        ] {
            let address = format!("/en/studio?{query}");
            let page = get(&open, &address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}: {}", page.body);
            if let Some(field) = field {
                assert!(
                    page.body.contains(&format!("id=\"{field}\"")) && page.body.contains("still missing"),
                    "{address}"
                );
            }
        }
        assert!(
            get(&open, "/en/studio?c1=members&floor=a%22b").await.body.contains("value=\"a&quot;b\""),
            "what was typed is kept"
        );
        for address in [
            format!("/en/studio?{long}"),
            "/en/studio?c1=%FF%FE%ZZ".into(),
            "/en/studio/figures?c1=nothing".into(),
        ] {
            let page = get(&open, &address).await;
            assert!(
                page.status.is_client_error() || page.status == StatusCode::OK,
                "{address}: {}",
                page.status
            );
        }
        let attack = "%3Cscript%3Ealert(1)%3C/script%3E%22%27";
        for name in [
            "from",
            "at",
            "c1",
            "c1.on",
            "c1.when",
            "c1.as.region",
            "c1.is.region",
            "c1.more.region",
            "by",
            "floor",
            "measure",
            "key",
        ] {
            for page in ["studio", "studio/figures"] {
                let address = format!("/en/{page}?c1=members&c1.as.region=of&{name}={attack}");
                let page = get(&open, &address).await;
                assert!(!page.status.is_server_error() && !page.body.contains("<script>"), "{address}");
            }
        }
    });
}

#[test]
fn amounts_of_money_and_people_stay_closed() {
    on_both(async |example| {
        let open = open(example).await;
        let money = text_of(
            &get(&open, "/en/studio?c1=income&measure=sum:in_network&by=basis&at=2020-12-31").await.body,
        );
        assert!(money.contains("Amounts are not public") && money.contains('—'), "{money}");
        let people = get(&open, "/en/studio?c1=participations&c1.on=person&at=2020-12-31").await.body;
        assert!(
            !people.contains("/en/person/") && !people.contains("id=\"rows-counted\" open><summary>0"),
            "people are not listed"
        );
    });
}

#[test]
fn a_figure_is_saved_and_on_the_site_at_once_and_gone_when_it_is_taken_back() {
    both(async |register| {
        let open = empty(register).await;
        let elsewhere = empty(register).await;
        let choices = "c1=admissions&c1.on=country&at=2020-12-31";
        let form = get(&open, &format!("/en/studio/figures?{choices}")).await;
        assert_eq!(form.status, StatusCode::OK);
        assert!(form.body.contains("unit = &quot;country&quot;"), "the text of the file: {}", form.body);
        let file = get(&open, &format!("/en/studio/figure.toml?{choices}&key=new-countries")).await;
        assert!(
            file.header("content-disposition").contains("new-countries.toml")
                && file.body.starts_with("key = \"new-countries\"\n")
        );
        let body = format!(
            "{choices}&key=new-countries&title.en=New+countries&title.es=Pa%C3%ADses&many.en=countries&one.en=country"
        );
        // only from a page of this site
        for headers in [
            vec![("host", "localhost")],
            vec![("host", "localhost"), ("origin", "http://evil.example")],
            vec![("host", "localhost"), ("sec-fetch-site", "cross-site"), ("origin", "http://localhost")],
            // and not by the network's host name or through a proxy, because that reader is unknown
            vec![("host", "net.example"), ("origin", "http://net.example")],
            vec![("host", "localhost"), ("origin", "http://localhost"), ("x-forwarded-for", "127.0.0.1")],
            vec![("host", "localhost"), ("origin", "http://localhost"), ("forwarded", "for=127.0.0.1")],
        ] {
            assert_eq!(
                post(&open, "/en/studio/figures", &body, &headers).await.status,
                StatusCode::FORBIDDEN,
                "{headers:?}"
            );
        }
        let saved = post(&open, "/en/studio/figures", &body, &HERE).await;
        assert_eq!(
            (saved.status, saved.header("location")),
            (StatusCode::SEE_OTHER, "/en/figures/new-countries?at=2020-12-31"),
            "{}",
            saved.body
        );
        let who = "SELECT actor FROM journal WHERE number = (SELECT journal FROM counter)";
        let who = Statement::from_string(register.db.backend(), who);
        let who: String =
            register.db.reader().query_one_raw(who).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        assert_eq!(who, "demo", "nobody is the operator over HTTP");
        // here, and in another process on the same register, without a restart
        for router in [&open, &elsewhere] {
            let page = get(router, "/en/figures/new-countries?at=2020-12-31").await;
            assert_eq!(page.status, StatusCode::OK);
            let text = text_of(&page.body);
            assert!(
                text.contains("countries")
                    && text.contains("Counts distinct countries among admissions of members"),
                "{text}"
            );
            assert!(!text.contains('['), "{text}");
            assert!(get(router, "/en/figures").await.body.contains("New countries"));
            assert!(get(router, "/es/figures").await.body.contains("Países"));
        }
        // a refusal shows everything as it was typed
        let again = post(&open, "/en/studio/figures", &body, &HERE).await;
        assert_eq!(again.status, StatusCode::BAD_REQUEST);
        assert!(
            again.body.contains("already contains something called “new-countries”")
                && again.body.contains("value=\"New countries\""),
            "{}",
            again.body
        );
        // `undo` removes all traces
        let batch = decapolis_register::journal::Heads::read(register.db.reader()).await.unwrap().last;
        let day = decapolis_base::Day::from(jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date());
        let about = decapolis_register::journal::About {
            actor: "operator",
            action: "register.undo",
            batch: None,
            reason: None,
            undoes: Some(""),
        };
        let batch = format!("{day}-{batch:04}");
        let about = decapolis_register::journal::About { undoes: Some(&batch), ..about };
        decapolis_actions::undo(
            &register.db,
            decapolis::modules::tables(),
            &batch,
            &about,
            jiff::Timestamp::now(),
            &jiff::tz::TimeZone::UTC,
        )
        .await
        .unwrap();
        assert_eq!(get(&open, "/en/figures/new-countries").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn on_another_machine_figures_are_tried_but_not_saved_and_the_page_says_so() {
    on_sqlite(async |example| {
        let mut app =
            decapolis::opening::over(example.register.db.clone(), Some(EXAMPLE)).await.expect("the example");
        app.studio = true;
        let mut site = Site::new(app);
        site.reached = Reached::at("0.0.0.0:8080".parse().unwrap(), &["https://net.example"], "").unwrap();
        let away = router(Arc::new(site));
        let here = open(example).await;
        for (language, words) in [
            ("en", "cannot be saved here"),
            ("es", "no se pueden guardar"),
            ("fr", "ne peuvent pas être enregistrés"),
        ] {
            let address = format!("/{language}/studio/figures?c1=members&at=2020-12-31");
            let page = get(&away, &address).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            assert!(
                text_of(&page.body).contains(words) && !page.body.contains("type=\"submit\""),
                "{}",
                text_of(&page.body)
            );
            assert!(page.body.contains("figure.toml?"), "the file can be had");
            assert!(get(&here, &address).await.body.contains("type=\"submit\""));
        }
        let last = decapolis_register::journal::last(example.register.db.reader()).await.unwrap();
        let saved = post(&away, "/en/studio/figures", "c1=members&key=mine&title.en=Mine", &HERE).await;
        assert_eq!(saved.status, StatusCode::FORBIDDEN);
        assert!(text_of(&saved.body).contains("nobody can sign in yet"), "{}", text_of(&saved.body));
        assert_eq!(decapolis_register::journal::last(example.register.db.reader()).await.unwrap(), last);
    });
}

#[test]
fn what_cannot_be_read_or_is_too_much_is_not_saved() {
    both(async |register| {
        let open = empty(register).await;
        for field in ["c1", "at", "key", "title.en", "many.en", "no%00such"] {
            for sign in ["%00", "%01", "%1B", "%7F", "%C2%85"] {
                let body = format!("c1=members&{field}=a{sign}b");
                let answer = post(&open, "/en/studio/figures", &body, &HERE).await;
                assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
                assert!(
                    text_of(&answer.body).contains("cannot be read or stored"),
                    "{body}: {}",
                    text_of(&answer.body)
                );
            }
        }
        let long = format!("c1=members&key=long&title.en={}", "a".repeat(70_000));
        let answer = post(&open, "/en/studio/figures", &long, &HERE).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(text_of(&answer.body).contains("more text than it accepts"), "{}", text_of(&answer.body));
    });
}
