//! The addresses on paper and in citations: `/n/2020/e1/M4TK` opens the number that it stands beside, for ever.
//!
//! The older forms `/n/M4TK` and `/n/M4TK/2020` name no state of the register: they open the number as the page of these years shows it.

use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use crate::editions::store;
use crate::page::permanent::{Part, days_of, is_name_of_figure, known};
use crate::page::years::Years;
use crate::web::answers::said;
use crate::web::context::Site;
use crate::web::routes::Route;
use crate::web::visit::Visit;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/n/{code}", short).never_kept(),
        Route::get("/n/{code}/{years}", short_of_years).never_kept(),
        Route::get("/n/{days}/{state}/{code}", permanent).never_kept(),
        Route::get("/n/{days}/{state}/{code}/{*part}", permanent).never_kept(),
    ]
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct CodeOfYears {
    code: String,
    years: Years,
}

#[derive(Deserialize)]
struct Permanent {
    days: String,
    state: String,
    code: String,
    #[serde(default)]
    part: String,
}

async fn short(visit: Visit<Code>) -> Response {
    let home = visit.site.app.settings.home_year;
    answer(&visit, async |site, Code { code }| of_page(site, code, Years { from: home, to: home }).await)
        .await
}

/// With the years of the paper: the list that the number was counted from, also when the first page is that of another year.
async fn short_of_years(visit: Visit<CodeOfYears>) -> Response {
    answer(&visit, async |site, CodeOfYears { code, years }| of_page(site, code, *years).await).await
}

async fn permanent(visit: Visit<Permanent>) -> Response {
    answer(&visit, async |site, asked| {
        let missing = || Error::NotFound("page");
        let days = days_of(&asked.days).ok_or_else(missing)?;
        let part = Part::read(&asked.part).ok_or_else(missing)?;
        let known = known(&asked.days, &asked.state).ok_or_else(missing)?;
        if !is_name_of_figure(&asked.code) {
            return Err(missing());
        }
        // the years of an edition are those of its page, wherever the network's year begins
        let edition = match asked.state.strip_prefix('e') {
            Some(_) => store::by_code(site.app.db.reader(), &known).await?,
            None => None,
        };
        let days =
            edition.filter(|e| e.is_out(site.app.settings.today())).map_or(days, |e| (e.from, e.until));
        Ok(Number { code: asked.code.clone(), days, known: Some(known), part }.path(site))
    })
    .await
}

/// Leads to the address that `to` gives, in the reader's language.
async fn answer<P>(visit: &Visit<P>, to: impl AsyncFnOnce(&Site, &P) -> Result<String>) -> Response {
    let language = visit.language();
    let found = match visit.asked() {
        Ok((path, ())) => to(&visit.site, path).await,
        Err(error) => return said(&visit.site, &language, error),
    };
    match found {
        Ok(path) => {
            ([(header::VARY, "accept-language")], Redirect::to(&format!("/{language}{path}"))).into_response()
        }
        Err(error) => said(&visit.site, &language, &error),
    }
}

/// The number as the page of these years shows it: as its newest edition published it, or as the register has it now.
async fn of_page(site: &Site, code: &str, years: Years) -> Result<String> {
    let figure = site
        .app
        .figures
        .catalog
        .by_code(code)
        .ok_or_else(|| Error::refused_with("site-error-figure", [("text", code.into())].into()))?;
    let (today, starts) = (site.app.settings.today(), site.app.settings.year_starts);
    let edition = store::newest(site.app.db.reader(), (years.from, years.to), today).await?;
    let days = edition
        .as_ref()
        .map_or((starts.first_day(years.from), starts.last_day(years.to)), |e| (e.from, e.until));
    let known = edition.map(|edition| edition.code());
    Ok(Number { code: figure.key.clone(), days, known, part: Part::Whole }.path(site))
}

/// A number as an address asks for it.
struct Number {
    /// The code or the key of its figure.
    code: String,
    days: (Day, Day),
    known: Option<String>,
    part: Part,
}

impl Number {
    /// The path of the page that shows it, without the language.
    fn path(self, site: &Site) -> String {
        let (from, to) = if let Part::On(from, to) = self.part { (from, to) } else { self.days };
        let begins = if from == site.app.settings.year_starts.year_to(to).from {
            String::new()
        } else {
            format!("from={from}&")
        };
        let known = self.known.map(|known| format!("&known={known}")).unwrap_or_default();
        let part = match &self.part {
            Part::Whole | Part::On(..) => String::new(),
            Part::Class(class) => format!("&class={class}#rows"),
            group @ Part::Group(..) => format!("&only={}", group.after("").trim_start_matches('/')),
        };
        format!("/figures/{}?{begins}at={to}{known}{part}", self.code)
    }
}
