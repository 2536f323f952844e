//! The public site: routes, headers and error pages.

mod asked;
mod brand;
mod checks;
pub mod connections;
pub mod context;
pub mod edition;
mod embed;
pub mod export;
mod figure;
pub mod forms;
pub mod html;
mod kept;
mod list;
mod measure;
mod methods;
pub mod of_kind;
mod packed;
pub mod plans;
mod provenance;
pub mod reached;
mod record;
mod requests;
mod rows;
mod served;
mod shell;
mod studio;
pub mod year;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use maud::Markup;
use serde::Deserialize;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::assets::Web;
use crate::page::forms::Form;
use context::{Reader, Site};
use export::FileKind;
use html::components::Link;
use html::notice::{self, Notice};
use measure::Measure;
use reached::Reached;
use requests::Fault;
use served::Served;
use year::Years;

/// Pages run only the program's own scripts, and styles come only from style sheets.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Seconds after which a reader should try again if the database cannot be reached.
const AGAIN_AFTER: HeaderValue = HeaderValue::from_static("5");

/// Serves the site until the process is asked to stop. `host` is the host name it was told to listen on. If `measured`,
/// responses report their cost.
pub async fn serve(mut app: App, listener: tokio::net::TcpListener, host: &str, measured: bool) -> Result<()> {
    let at = listener.local_addr().map_err(|e| Error::Broken(e.to_string()))?;
    let measure = measured.then(|| Measure::of(&mut app, at.ip())).transpose()?;
    let mut site = Site::new(app);
    let named = [site.app.settings.address.clone(), crate::app::set_address().unwrap_or_default(), host.to_string()];
    let proxies = std::env::var("DECAPOLIS_TRUSTED_PROXY").unwrap_or_default();
    site.reached = Reached::at(at, &named.each_ref().map(String::as_str), &proxies)?;
    if site.base.is_empty() {
        site.base = format!("http://{at}");
    }
    let site = Arc::new(site);
    let mut router = router(site.clone());
    if let Some(measure) = measure {
        router = measure.on(router, site);
    }
    connections::serve(listener, router, connections::Limits::default(), connections::asked_to_end()).await;
    Ok(())
}

/// All routes of the site.
pub fn router(site: Arc<Site>) -> Router {
    let fixed = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    let served = Served::of(site);
    // a workbook is compressed already
    let packed = NotForContentType::const_new("application/vnd.openxmlformats");
    // the layers that every request passes before its route is looked up, the outermost first: a cached response needs no route
    let before = ServiceBuilder::new()
        .layer(from_fn(requests::logged))
        .layer(CatchPanicLayer::custom(requests::panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(20)))
        .layer(fixed("cross-origin-opener-policy", "same-origin"))
        .layer(fixed("referrer-policy", "same-origin"))
        .layer(fixed("x-content-type-options", "nosniff"))
        .layer(fixed("content-security-policy", POLICY))
        .layer(from_fn_with_state(served.clone(), checks::let_in))
        .layer(from_fn_with_state(served.clone(), kept::or_routed));
    // one layer for all, because the router copies each of its layers for every request
    let after = ServiceBuilder::new()
        .layer(from_fn(requests::routed))
        .layer(from_fn_with_state(served.clone(), kept::or_made))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Fastest).compress_when(DefaultPredicate::new().and(packed)));
    let routes = Router::new()
        .route("/", get(home))
        .route("/assets/{*path}", get(asset))
        .route("/brand/{name}", get(brand::file))
        .route("/n/{code}", get(short))
        .route("/n/{code}/{year}", get(short_of_year))
        .route("/{lang}", get(language_home))
        .route("/{lang}/{what}", get(page))
        .merge(studio::routes())
        .route("/{lang}/figures/{key}", get(figure_page))
        .route("/{lang}/{kind}/{code}", get(record_page))
        .route("/{lang}/{years}/{form}/proof", get(proof_page))
        .route("/{lang}/{years}/{form}/{key}", get(piece_of_page))
        .fallback(|State(site): State<Arc<Site>>, headers: HeaderMap| async move {
            said(&site, &site.language_for(accepted(&headers)), &Error::NotFound("page"))
        })
        .layer(after)
        .with_state(served);
    Router::new().fallback_service(before.service(routes))
}

fn accepted(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok())
}

async fn home(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let language = site.language_for(accepted(&headers));
    let to = format!("/{language}/{}", site.app.settings.home_year);
    ([(header::VARY, "accept-language")], Redirect::to(&to)).into_response()
}

async fn language_home(State(site): State<Arc<Site>>, Path(lang): Path<String>, headers: HeaderMap) -> Response {
    // the short URL of a page, as printed on paper
    if let Some(years) = Years::read(&lang) {
        let to = format!("/{}{}", site.language_for(accepted(&headers)), years.path());
        return ([(header::VARY, "accept-language")], Redirect::to(&to)).into_response();
    }
    match site.reader(&lang) {
        Ok(reader) => Redirect::to(&reader.to(&format!("/{}", site.app.settings.home_year))).into_response(),
        Err(error) => said(&site, &site.language_for(accepted(&headers)), &error),
    }
}

/// The short URL of a number, by its code of four characters, as printed on paper.
async fn short(State(site): State<Arc<Site>>, Path(code): Path<String>, headers: HeaderMap) -> Response {
    let home = site.app.settings.home_year;
    coded(&site, &code, Years { from: home, to: home }, &headers)
}

/// The short URL of a number on a page of certain years. It opens the list of those years even if the first page is of another year.
async fn short_of_year(State(site): State<Arc<Site>>, Path((code, years)): Path<(String, String)>, headers: HeaderMap) -> Response {
    match Years::read(&years) {
        Some(years) => coded(&site, &code, years, &headers),
        None => said(&site, &site.language_for(accepted(&headers)), &Error::NotFound("page")),
    }
}

fn coded(site: &Site, code: &str, years: Years, headers: &HeaderMap) -> Response {
    let language = site.language_for(accepted(headers));
    let Some(figure) = site.app.figures.catalog.by_code(code) else {
        return said(site, &language, &Error::refused_with("site-error-figure", [("text", code.into())].into()));
    };
    let from = if years.from == years.to { String::new() } else { format!("from={}&", Day::first_of_year(years.from)) };
    let to = format!("/{language}/figures/{}?{from}at={}", figure.key, Day::last_of_year(years.to));
    ([(header::VARY, "accept-language")], Redirect::to(&to)).into_response()
}

/// The parameters of a URL. All are optional; one that cannot be read is refused with a hint.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asks {
    /// The first day of the period. The default is 1 January of the year of `at`.
    pub from: Option<String>,
    pub at: Option<String>,
    pub known: Option<String>,
    pub by: Option<String>,
    /// The class of rows: counted, base, left-out.
    pub class: Option<String>,
    pub part: Option<String>,
    /// The position of the last row of the page before.
    pub after: Option<String>,
    pub region: Option<String>,
    pub q: Option<String>,
}

async fn page(
    State(site): State<Arc<Site>>,
    Path((lang, what)): Path<(String, String)>,
    headers: HeaderMap,
    asks: std::result::Result<Query<Asks>, axum::extract::rejection::QueryRejection>,
) -> Response {
    // the short URL of an edition, as printed on paper
    if Years::read(&lang).is_some() {
        let to = format!("/{}/{lang}/{what}", site.language_for(accepted(&headers)));
        return ([(header::VARY, "accept-language")], Redirect::to(&to)).into_response();
    }
    answer(&site, &lang, &headers, async |reader| {
        let asks = understood(asks)?;
        if let Some((years, form)) = forms::asked(&what) {
            return forms::show(&site, reader, years, form).await;
        }
        if let Some(years) = Years::read(&what) {
            return edition::newest_or_live(&site, reader, years).await;
        }
        if let Some((list, kind)) = FileKind::asked(&what) {
            return match list {
                "members" => export::members(&site, reader, &asks, kind).await,
                "figures" => export::numbers(&site, reader, &asks, kind).await,
                of => export::of_kind(&site, reader, of, &asks, kind).await,
            };
        }
        Ok(match what.as_str() {
            "members" => list::members(&site, reader, &asks).await?.into_response(),
            "figures.jsonld" => provenance::show(&site, reader, &asks).await?,
            "figures" => methods::show(&site, reader, &asks).await?.into_response(),
            kind => list::of_kind(&site, reader, kind, &asks).await?.into_response(),
        })
    })
    .await
}

async fn figure_page(
    State(site): State<Arc<Site>>,
    Path((lang, key)): Path<(String, String)>,
    headers: HeaderMap,
    asks: std::result::Result<Query<Asks>, axum::extract::rejection::QueryRejection>,
) -> Response {
    answer(&site, &lang, &headers, async |reader| {
        let asks = understood(asks)?;
        if let Some((key, kind)) = FileKind::asked(&key) {
            return export::rows(&site, reader, key, &asks, kind).await;
        }
        match key.strip_suffix(".json") {
            Some(key) => export::json(&site, reader, key, &asks).await,
            None => Ok(figure::show(&site, reader, &key, &asks).await?.into_response()),
        }
    })
    .await
}

async fn record_page(
    State(site): State<Arc<Site>>,
    Path((lang, kind, code)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Response {
    answer(&site, &lang, &headers, async |reader| {
        Ok(match Years::read(&kind) {
            Some(years) => match code.rsplit_once('.').and_then(|(what, ending)| Some((what, Form::of_ending(ending)?))) {
                Some((what, form)) => return edition::form(&site, reader, years, what, form).await,
                None => return edition::show(&site, reader, years, &code).await,
            },
            None if kind == crate::editions::table::KIND => return edition::of_record(&site, reader, &code).await,
            None => record::show(&site, reader, &kind, &code).await?,
        }
        .into_response())
    })
    .await
}

async fn proof_page(
    State(site): State<Arc<Site>>,
    Path((lang, years, edition)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Response {
    answer(&site, &lang, &headers, async |reader| {
        let years = Years::read(&years).ok_or(Error::NotFound("page"))?;
        Ok(edition::proof(&site, reader, years, &edition).await?.into_response())
    })
    .await
}

async fn piece_of_page(
    State(site): State<Arc<Site>>,
    Path((lang, years, form, key)): Path<(String, String, String, String)>,
    headers: HeaderMap,
) -> Response {
    answer(&site, &lang, &headers, async |reader| embed::show(&site, reader, &years, &form, &key).await).await
}

fn understood(asks: std::result::Result<Query<Asks>, axum::extract::rejection::QueryRejection>) -> Result<Asks> {
    asks.map(|Query(asks)| asks).map_err(|_| Error::refused("site-error-request"))
}

/// Finds the reader, makes the page, and words an error.
async fn answer(site: &Site, lang: &str, headers: &HeaderMap, make: impl AsyncFnOnce(&Reader<'_>) -> Result<Response>) -> Response {
    let reader = match site.reader(lang) {
        Ok(reader) => reader,
        Err(error) => return said(site, &site.language_for(accepted(headers)), &error),
    };
    match make(&reader).await {
        Ok(response) => response,
        Err(error) => said(site, lang, &error),
    }
}

/// Whether a refusal is temporary, so that the same request may succeed a little later.
fn passes(key: &str) -> bool {
    ["error-busy", "error-disk-full", "error-clock-behind", "error-clock-ahead"].contains(&key)
}

/// A page with the header that asks the reader to try again later.
fn later(page: Markup) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, AGAIN_AFTER)], page).into_response()
}

/// The error page for this request, in the language of its URL if it has one.
fn said_at(site: &Site, request: &Request, error: &Error) -> Response {
    let lang = request.uri().path().split('/').nth(1).unwrap_or_default();
    match site.reader(lang) {
        Ok(_) => said(site, lang, error),
        Err(_) => said(site, &site.language_for(accepted(request.headers())), error),
    }
}

/// The error page. An internal error is attached to the response for the log.
fn said(site: &Site, lang: &str, error: &Error) -> Response {
    let mut fault = None;
    let Ok(reader) = site.reader(lang) else { return StatusCode::NOT_FOUND.into_response() };
    let (status, key, args) = match error {
        Error::NotFound(_) => (StatusCode::NOT_FOUND, "site-error-not-found", Default::default()),
        Error::NotAllowed(_) => (StatusCode::FORBIDDEN, "site-error-refused", Default::default()),
        Error::Refused(message) if passes(message.key) => {
            tracing::warn!(why = message.plain(), "the register does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "site-error-unavailable", Default::default())
        }
        Error::Refused(message) => {
            let status = match message.key {
                "site-error-year" | "site-error-language" | "site-error-figure" | "site-error-record" | "site-error-edition" => {
                    StatusCode::NOT_FOUND
                }
                "site-error-host" => StatusCode::MISDIRECTED_REQUEST,
                "site-error-body" | "site-error-long" => StatusCode::PAYLOAD_TOO_LARGE,
                "site-error-not-saved" => StatusCode::FORBIDDEN,
                _ => StatusCode::BAD_REQUEST,
            };
            (status, message.key, message.args.clone())
        }
        Error::Unavailable(why) => {
            tracing::warn!(%why, "the register cannot be reached");
            (StatusCode::SERVICE_UNAVAILABLE, "site-error-unavailable", Default::default())
        }
        Error::Broken(text) => {
            let made = fault.insert(Fault::new(text));
            (StatusCode::INTERNAL_SERVER_ERROR, "site-error-broken", [("number", made.number.as_str().into())].into())
        }
    };
    let words = |suffix: &str| reader.locale.with(&format!("{key}{suffix}"), &args);
    let title = words(".title");
    let page = Notice {
        heading: title.clone(),
        words: vec![words(""), words(".hint")],
        quote: None,
        form: None,
        links: vec![Link::new(
            reader.locale.with("site-back-to-year", &[("year", site.app.settings.home_year.to_string().into())].into()),
            reader.to(&format!("/{}", site.app.settings.home_year)),
        )],
    };
    let path = format!("/{}", site.app.settings.home_year);
    let markup: Markup = notice::page(&shell::shell(site, &reader, &title, &path, None), &page);
    let mut response = if status == StatusCode::SERVICE_UNAVAILABLE { later(markup) } else { (status, markup).into_response() };
    if let Some(fault) = fault {
        response.extensions_mut().insert(fault);
    }
    response
}

async fn asset(Path(path): Path<String>) -> Response {
    let kind = match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    match Web::get(&path) {
        Some(file) => {
            ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], file.data.into_owned())
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
