//! The page of a year, or of several years, as the site shows it.

pub mod embed;
pub mod embed_html;
pub mod forms;
pub mod html;
pub mod number;

use std::sync::Arc;

use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_register::journal::Heads;
use decapolis_words::errors::Result;
use maud::Markup;

use crate::page::data::{self, Data};
use crate::page::file::PageFile;
use crate::page::make::Maker;
use crate::page::sheet::Sheet;
use crate::page::years::Years;
use crate::web::cache::{Keep, Key};
use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::routes::Route;
use crate::web::shell;
use crate::web::visit::Visit;

pub fn routes() -> Vec<Route> {
    vec![Route::get("/", home).never_kept(), Route::get("/{lang}", home_in).never_kept()]
}

/// Leads to the first page, in the reader's language.
async fn home(visit: Visit) -> Response {
    let to = format!("/{}/{}", visit.language(), visit.site.app.settings.home_year);
    ([(header::VARY, "accept-language")], Redirect::to(&to)).into_response()
}

/// Leads to the first page in this language; from years, the short address of a page on paper, to that page.
async fn home_in(visit: Visit) -> Response {
    if let Some(years) = Years::read(&visit.lang) {
        let to = format!("/{}{}", visit.language(), years.path());
        return ([(header::VARY, "accept-language")], Redirect::to(&to)).into_response();
    }
    visit
        .answer(async |site, reader, (), ()| {
            Ok(Redirect::to(&reader.to(&format!("/{}", site.app.settings.home_year))).into_response())
        })
        .await
}

/// Responds with the page of these years.
pub async fn show(site: &Site, reader: &Reader<'_>, years: Years) -> Result<Markup> {
    let mut sheet = sheet(site, reader, years).await?;
    sheet.downloads.extend(forms::links(reader, &years.path()));
    sheet.downloads.push(Link::new(
        reader.locale.say("editions-title"),
        reader.to(&format!("{}/editions", years.path())),
    ));
    let mut shell = shell::shell(site, reader, &sheet.headline, &years.path(), Some(years.to));
    shell.description = reader.locale.with(
        "page-description",
        &[
            ("network", site.app.settings.name.words(reader.lang()).into()),
            ("year", site.app.settings.year_starts.words_of_years(years.from, years.to).into()),
        ]
        .into(),
    );
    Ok(html::page(&shell, &sheet, &site.land))
}

/// The live page of these years, in the reader's language. Its words are made once for all its forms.
pub async fn sheet(site: &Site, reader: &Reader<'_>, years: Years) -> Result<Sheet> {
    let file = years.page(&site.app)?;
    let heads = Heads::read(site.app.db.reader()).await?;
    let today = site.app.settings.today();
    let key = Key::new("sheet", format!("{}{}/{today}", reader.lang(), years.path()));
    let make = async || {
        let data = data_of(site, &heads, file, years).await?;
        let maker = Maker { app: &site.app, file, data: &data, locale: reader.locale, base: &site.base };
        Ok(maker.sheet())
    };
    Ok(Sheet::clone(&*site.cache.of_head(key, heads.last, make).await?))
}

impl Keep for Sheet {
    fn bytes(&self) -> usize {
        // texts and their fields: about twice what they are as data
        serde_json::to_string(self).map_or(0, |data| 2 * data.len())
    }
}

/// The page's data, from the cache while the register has not changed.
async fn data_of(site: &Site, heads: &Heads, file: &PageFile, years: Years) -> Result<Arc<Data>> {
    let asked = data::period(site.app.settings.year_starts, years.from, years.to, site.app.settings.today());
    let key = Key::new("year", format!("{}/{}", asked.from, asked.to));
    let ask = async || {
        let snapshot = site.app.db.snapshot().await?;
        let heads = Heads::read(&snapshot).await?;
        let data = Data::ask(&site.app, &snapshot, &heads, file, asked).await?;
        snapshot.commit().await?;
        Ok(data)
    };
    site.cache.of_head(key, heads.last, ask).await
}
