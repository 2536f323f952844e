//! Page: how many kilos all gardens gave in the year.

use axum::response::{IntoResponse, Response};
use decapolis::web::layout::{Shell, document};
use decapolis::web::routes::Route;
use decapolis::web::shell::shell;
use decapolis::web::visit::Visit;
use decapolis_figures::Asked;
use decapolis_register::known::Known;
use decapolis_words::errors::Error;
use maud::{Markup, html};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/{lang}/harvest", show)]
}

async fn show(visit: Visit) -> Response {
    visit
        .answer(async |site, reader, (), ()| {
            let db = site.app.db.snapshot().await?;
            let heads = site.app.heads(&db).await?;
            let figure = site.app.figures.catalog.figure("harvest").ok_or(Error::NotFound("figure"))?;
            let asked =
                Asked::period(site.app.settings.year_starts.year(site.app.settings.home_year), Known::Now);
            let kilos = site.app.figures.number(&db, &heads, figure, &asked).await?.counted;
            db.commit().await?;
            let harvest =
                Harvest { heading: reader.locale.say("harvest-title"), kilos: reader.locale.number(kilos) };
            Ok(page(&shell(site, reader, &harvest.heading, "/harvest", None), &harvest).into_response())
        })
        .await
}

/// The page of the harvest.
pub struct Harvest {
    pub heading: String,
    /// What all gardens gave, formatted.
    pub kilos: String,
}

pub fn page(shell: &Shell, it: &Harvest) -> Markup {
    document(shell, "harvest-page", &html! { h1 { (it.heading) } p { (it.kilos) } })
}
