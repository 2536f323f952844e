//! The four characters beside a number on paper, which lead to the figure.

use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_words::errors::Error;
use serde::Deserialize;

use crate::page::years::Years;
use crate::web::answers::said;
use crate::web::routes::Route;
use crate::web::visit::Visit;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/n/{code}", short).never_kept(),
        Route::get("/n/{code}/{years}", short_of_years).never_kept(),
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

async fn short(visit: Visit<Code>) -> Response {
    let home = visit.site.app.settings.home_year;
    match visit.asked() {
        Ok((Code { code }, ())) => {
            figure(&visit.site, &visit.language(), code, Years { from: home, to: home })
        }
        Err(error) => said(&visit.site, &visit.language(), error),
    }
}

/// With the years of the paper: the list that the number was counted from, also when the first page is that of another year.
async fn short_of_years(visit: Visit<CodeOfYears>) -> Response {
    match visit.asked() {
        Ok((CodeOfYears { code, years }, ())) => figure(&visit.site, &visit.language(), code, *years),
        Err(error) => said(&visit.site, &visit.language(), error),
    }
}

fn figure(site: &crate::web::context::Site, language: &str, code: &str, years: Years) -> Response {
    let Some(figure) = site.app.figures.catalog.by_code(code) else {
        return said(
            site,
            language,
            &Error::refused_with("site-error-figure", [("text", code.into())].into()),
        );
    };
    let starts = site.app.settings.year_starts;
    let from = if years.from == years.to {
        String::new()
    } else {
        format!("from={}&", starts.first_day(years.from))
    };
    let to = format!("/{language}/figures/{}?{from}at={}", figure.key, starts.last_day(years.to));
    ([(header::VARY, "accept-language")], Redirect::to(&to)).into_response()
}
