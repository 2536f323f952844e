//! The studio: make figures in the browser. All choices are in the URL; only saving writes.

mod form;
mod result;
mod save;
mod years;

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use decapolis_base::{Day, Period};
use decapolis_figures::{Asked, Figure};
use decapolis_register::known::Known;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;
use tower_http::set_header::SetResponseHeaderLayer;

use super::context::{self, Reader, Site};
use super::html::studio::page;
use super::served::Served;
use super::{answer, shell};
use crate::assets::Web;
use crate::studio::settle::{Fault, complete, settle};
use crate::studio::{Draft, address, offered};

/// The studio runs one script of the program, which may only call this site.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The largest body of a save request, in bytes.
const LONGEST: usize = 64 * 1024;

/// The routes of the studio.
pub fn routes() -> Router<Served> {
    let policy =
        SetResponseHeaderLayer::if_not_present(HeaderName::from_static("content-security-policy"), HeaderValue::from_static(POLICY));
    Router::new()
        .route("/{lang}/studio", get(show))
        .route("/{lang}/studio/figures", get(save::show).post(save::save))
        .route("/{lang}/studio/figure.toml", get(save::file))
        .layer(policy)
        .layer(DefaultBodyLimit::max(LONGEST))
}

/// The URL of the studio with a figure's rule. `None` if the studio is closed.
pub fn change_this_rule(site: &Site, reader: &Reader<'_>, key: &str) -> Option<super::html::components::Link> {
    let words = || reader.locale.say("studio-change-rule");
    site.app.studio.then(|| super::html::components::Link::new(words(), reader.to(&format!("/studio?from={key}"))))
}

type Pairs = Vec<(String, String)>;

/// The choices in a query. Refused if it cannot be read or is too long.
fn understood(pairs: std::result::Result<Query<Pairs>, QueryRejection>, query: Option<&str>) -> Result<Pairs> {
    if query.is_some_and(|q| q.len() > address::LONGEST) {
        return Err(Error::refused("site-error-studio-long"));
    }
    pairs.map(|Query(pairs)| pairs).map_err(|_| Error::refused("site-error-request"))
}

async fn show(
    State(site): State<Arc<Site>>,
    Path(lang): Path<String>,
    headers: HeaderMap,
    axum::extract::RawQuery(query): axum::extract::RawQuery,
    pairs: std::result::Result<Query<Pairs>, QueryRejection>,
) -> Response {
    answer(&site, &lang, &headers, async |reader| {
        open(&site)?;
        let pairs = understood(pairs, query.as_deref())?;
        let db = site.app.db.snapshot().await?;
        let bench = Bench::read(&site, &db, reader, &pairs).await?;
        let shown = bench.page(&db).await?;
        db.commit().await?;
        let title = reader.locale.say("studio-title");
        Ok(page(&shell::shell(&site, reader, &title, &format!("/studio?{}", address::query(&bench.draft)), None), &shown).into_response())
    })
    .await
}

/// If the studio is closed, its pages do not exist.
fn open(site: &Site) -> Result<()> {
    if site.app.studio { Ok(()) } else { Err(Error::NotFound("page")) }
}

/// A draft, and the figure it makes or what is missing.
struct Bench<'a> {
    site: &'a Site,
    reader: &'a Reader<'a>,
    draft: Draft,
    figure: std::result::Result<Figure, Vec<Fault>>,
    asked: Asked,
}

impl<'a> Bench<'a> {
    async fn read(site: &'a Site, db: &impl ConnectionTrait, reader: &'a Reader<'a>, pairs: &Pairs) -> Result<Bench<'a>> {
        let catalog = &site.app.figures.catalog;
        let mut draft = address::read(pairs, catalog);
        let mut faults = vec![];
        if draft.counted.is_empty()
            && let Some(figure) = catalog.figure(&draft.from)
        {
            match Draft::of(figure) {
                Ok(of_figure) => draft = Draft { at: draft.at, ..of_figure },
                Err(_) => faults.push(Fault::at("c1", Message::new("studio-wrong-too-much"))),
            }
        }
        if catalog.figure(&draft.from).is_none() {
            draft.from.clear();
        }
        complete(&mut draft, catalog);
        faults.extend(offered::resolve(db, &mut draft, catalog, reader.audience).await?);
        let last = site.app.settings.today().min(Day::last_of_year(site.app.settings.home_year));
        let at = match draft.at.as_str() {
            "" => last,
            text => context::day(text).unwrap_or_else(|_| {
                faults.push(Fault::at("at", Message::with("site-error-date", [("text", text.into())])));
                last
            }),
        };
        let asked = Asked::period(Period::year_to(at), Known::Now);
        let settled = settle(&draft, catalog);
        let figure = match settled {
            Ok(figure) if faults.is_empty() => Ok(figure),
            Ok(_) => Err(faults),
            Err(more) => {
                // an unknown name is reported once, not also as a missing value
                let told = |f: &Fault| faults.iter().any(|other| other.field.replacen(".more.", ".is.", 1) == f.field);
                let more: Vec<Fault> = more.into_iter().filter(|f| !told(f)).collect();
                faults.extend(more);
                Err(faults)
            }
        };
        Ok(Bench { site, reader, draft, figure, asked })
    }

    fn say(&self, key: &str) -> String {
        self.reader.locale.say(key)
    }

    async fn page(&self, db: &impl ConnectionTrait) -> Result<super::html::studio::Studio> {
        let mut shown = self.form(db).await?;
        shown.result = self.result(db).await?;
        shown.script = script();
        Ok(shown)
    }
}

/// The URL of the script, with its version.
fn script() -> String {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    ADDRESS
        .get_or_init(|| {
            let bytes = Web::get("studio.js").map(|f| f.data).unwrap_or_default();
            let version = bytes.iter().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193));
            format!("/assets/studio.js?{version:08x}")
        })
        .clone()
}

/// Whether a request that writes comes from a page of this site. Browsers say so; a request that does not say is not from a browser's form.
fn comes_from_here(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    let host = said(header::HOST.as_str()).unwrap_or_default();
    let from_here = said("origin").is_some_and(|o| o.split_once("://").is_some_and(|(_, rest)| rest == host && !host.is_empty()));
    match said("sec-fetch-site") {
        Some(site) => site == "same-origin" && (said("origin").is_none() || from_here),
        None => from_here,
    }
}
