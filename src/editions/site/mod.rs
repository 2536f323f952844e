//! Editions on the site: the newest edition of a page or the live page, each edition as it was published, their list with corrections, and
//! their proofs.

mod listed;
pub mod listed_html;
pub mod proof_html;
mod proved;

use std::sync::Arc;

use axum::http::{Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_register::journal::Heads;
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use super::kept::{Kept, Today};
use super::publish::{PageDraft, tables_of};
use super::recounted::Wording;
use super::table::KIND;
use super::{Edition, mark, store};
use crate::page::address::PageAddress;
use crate::page::forms::Form;
use crate::page::make::short_address;
use crate::page::sheet::Sheet;
use crate::page::site::{self as year, embed, forms, html};
use crate::page::years::Years;
use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::kept::MadeFrom;
use crate::web::routes::Route;
use crate::web::shell;
use crate::web::visit::Visit;

/// What is asked under the years of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
enum Under {
    /// `live`: counted now.
    Live,
    /// `editions`: the list of editions.
    Editions,
    /// `e1`: an edition; `e1.pdf`: one in a format.
    Edition(i64, Option<Form>),
}

impl Under {
    fn read(text: &str) -> Option<Under> {
        let (name, form) = match text.rsplit_once('.') {
            Some((name, ending)) => (name, Some(Form::of_ending(ending)?)),
            None => (text, None),
        };
        match (name, form) {
            ("live", None) => Some(Under::Live),
            ("editions", None) => Some(Under::Editions),
            // e01 is not a second URL of e1
            _ => name
                .strip_prefix('e')
                .filter(|n| n.len() < 6 && !n.starts_with('0') && n.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|n| n.parse().ok())
                .map(|number| Under::Edition(number, form)),
        }
    }
}

impl TryFrom<String> for Under {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Under, String> {
        Under::read(&text).ok_or(text)
    }
}

#[derive(Deserialize)]
struct PagePath {
    page: PageAddress,
}

#[derive(Deserialize)]
struct UnderPath {
    years: Years,
    under: Under,
}

#[derive(Deserialize)]
struct PartPath {
    years: Years,
    form: String,
    key: String,
}

#[derive(Deserialize)]
struct RecordPath {
    code: String,
}

pub fn routes() -> Vec<Route> {
    // the short address of an edition on paper has no language: /2020/e1
    let has_language = |path: &str| path.split('/').nth(1).is_none_or(|first| Years::read(first).is_none());
    vec![
        Route::get("/{lang}/{page}", page_of_years).kept_at(has_language),
        Route::get("/{lang}/{years}/{under}", under_page),
        Route::get(format!("/{{lang}}/{KIND}/{{code}}"), of_record),
        // a proof must see what was changed outside the journal
        Route::get("/{lang}/{years}/{under}/proof", proof).never_kept(),
        Route::get("/{lang}/{years}/{form}/{key}", part_of_page),
    ]
}

/// The newest edition of a page, or the live page if no edition is public; or either in a format.
async fn page_of_years(visit: Visit<PagePath>, uri: Uri) -> Response {
    if Years::read(&visit.lang).is_some() {
        let to = format!("/{}{}", visit.language(), uri.path());
        return ([(header::VARY, "accept-language")], Redirect::to(&to)).into_response();
    }
    visit
        .answer(async |site, reader, PagePath { page: PageAddress { years, form } }, ()| match form {
            None => newest_or_live(site, reader, years).await,
            Some(form) => {
                let sheet = newest_or_live_sheet(site, reader, years).await?;
                forms::send(site, reader, sheet, &years.path(), form).await
            }
        })
        .await
}

async fn under_page(visit: Visit<UnderPath>) -> Response {
    visit
        .answer(async |site, reader, UnderPath { years, under }, ()| match under {
            Under::Live => Ok(year::show(site, reader, years).await?.into_response()),
            Under::Editions => Ok(listed::show(site, reader, years).await?.into_response()),
            Under::Edition(number, None) => show(site, reader, &code(years, number)).await,
            Under::Edition(number, Some(form)) => {
                let edition = open(site, reader, &code(years, number)).await?;
                let sheet = sheet(site, reader, &edition).await?;
                forms::send(site, reader, sheet, &edition.path(), form).await
            }
        })
        .await
}

async fn of_record(visit: Visit<RecordPath>) -> Response {
    visit.answer(async |site, reader, path, ()| show(site, reader, &path.code).await).await
}

async fn proof(visit: Visit<UnderPath>) -> Response {
    visit
        .answer(async |site, reader, UnderPath { years, under }, ()| {
            let Under::Edition(number, None) = under else { return Err(Error::NotFound("page")) };
            let edition = open(site, reader, &code(years, number)).await?;
            Ok(proved::show(site, reader, &edition).await?.into_response())
        })
        .await
}

/// A number, a card or a map of a page, for other sites.
async fn part_of_page(visit: Visit<PartPath>) -> Response {
    visit
        .answer(async |site, reader, PartPath { years, form, key }, ()| {
            let sheet = newest_or_live_sheet(site, reader, years).await?;
            embed::show(site, reader, years, sheet, &form, &key).await
        })
        .await
}

/// The code of an edition: `2020-e1`.
fn code(years: Years, number: i64) -> String {
    format!("{}-e{number}", years.path().trim_start_matches('/'))
}

/// Responds with the newest edition of a page, or with the live page if no edition is public.
async fn newest_or_live(site: &Site, reader: &Reader<'_>, years: Years) -> Result<Response> {
    let heads = Heads::read(site.app.db.reader()).await?;
    match newest(site, &heads, years).await? {
        Some(edition) => page(site, reader, &heads, &edition, &years.path()).await,
        None => Ok(year::show(site, reader, years).await?.into_response()),
    }
}

/// The newest edition of a page as a value, or the live page if no edition is public. For other formats and for parts of the page.
pub async fn newest_or_live_sheet(site: &Site, reader: &Reader<'_>, years: Years) -> Result<Sheet> {
    let heads = Heads::read(site.app.db.reader()).await?;
    match newest(site, &heads, years).await? {
        Some(edition) => Ok(sheet_today(site, reader, &heads, &edition).await?.0),
        None => year::sheet(site, reader, years).await,
    }
}

/// The newest edition of a page that is not under embargo.
async fn newest(site: &Site, heads: &Heads, years: Years) -> Result<Option<Edition>> {
    let editions = site.own::<Kept>().of_page(&site.app, heads, (years.from, years.to)).await?;
    let today = site.app.settings.today();
    Ok(editions.iter().find(|edition| edition.is_out(today)).cloned())
}

/// Responds with the page of an edition, by the code of its record.
async fn show(site: &Site, reader: &Reader<'_>, code: &str) -> Result<Response> {
    let heads = Heads::read(site.app.db.reader()).await?;
    let edition = open(site, reader, code).await?;
    page(site, reader, &heads, &edition, &edition.path()).await
}

/// The edition with this code, if the reader may see it. One under embargo is not found.
async fn open(site: &Site, reader: &Reader<'_>, code: &str) -> Result<Edition> {
    store::by_code(site.app.db.reader(), code)
        .await?
        .filter(|edition| edition.is_open_to(reader.audience, site.app.settings.today()))
        .ok_or_else(|| Error::refused_with("site-error-edition", [("code", code.into())].into()))
}

/// The page as published, with what is known since: corrections, and whether a newer edition replaces it.
async fn page(
    site: &Site,
    reader: &Reader<'_>,
    heads: &Heads,
    edition: &Edition,
    path: &str,
) -> Result<Response> {
    let (mut sheet, today) = sheet_today(site, reader, heads, edition).await?;
    sheet.downloads.splice(0..0, forms::links(reader, &edition.path()));
    let mut shell = shell::shell(site, reader, &sheet.headline, path, Some(edition.year));
    shell.description = reader.locale.with(
        "page-description",
        &[
            ("network", site.app.settings.name.words(reader.lang()).into()),
            ("year", edition.years_in_words().into()),
        ]
        .into(),
    );
    // a write to other tables leaves the page valid
    let mut response = html::page(&shell, &sheet, &site.land).into_response();
    response.extensions_mut().insert(MadeFrom(today.tables()));
    Ok(response)
}

/// The page of an edition in the reader's language, with a mark at every number that was corrected since.
pub async fn sheet(site: &Site, reader: &Reader<'_>, edition: &Edition) -> Result<Sheet> {
    let heads = Heads::read(site.app.db.reader()).await?;
    Ok(sheet_today(site, reader, &heads, edition).await?.0)
}

/// The same page, with today's numbers. `heads` are the table heads just read.
async fn sheet_today(
    site: &Site,
    reader: &Reader<'_>,
    heads: &Heads,
    edition: &Edition,
) -> Result<(Sheet, Arc<Today>)> {
    let locale = &reader.locale;
    let mut sheet = store::sheet(site.app.db.reader(), edition, reader.lang()).await?;
    let today = site.own::<Kept>().today(&site.app, heads, edition).await?;
    let list = reader.to(&format!("/{}/editions", edition.years()));
    let told = format!("{list}#e{}", edition.number);
    if sheet.address.is_none() && !site.base.is_empty() {
        sheet.address = Some(short_address(&site.base, &edition.path()));
    }
    let wording = Wording { catalog: &site.app.figures.catalog, viewer: site.viewer(reader), locale };
    mark(&mut sheet, edition, &today.numbers, &wording, &told);
    if let Some(newer) = newer_than(site, heads, edition).await? {
        sheet.state.push(locale.with("edition-replaced", &[("number", newer.into())].into()));
    }
    let corrected = today.numbers.iter().filter(|number| number.differs()).count();
    if corrected > 0 {
        sheet.downloads.push(Link::new(
            locale.with("edition-corrections-since", &[("n", corrected.into())].into()),
            &told,
        ));
    }
    sheet.downloads.push(Link::new(locale.say("editions-title"), list));
    sheet
        .downloads
        .push(Link::new(locale.say("proof-button"), reader.to(&format!("{}/proof", edition.path()))));
    Ok((sheet, today))
}

/// The number of the newest public edition, if it replaced this one.
async fn newer_than(site: &Site, heads: &Heads, edition: &Edition) -> Result<Option<i64>> {
    let today = site.app.settings.today();
    let editions = site.own::<Kept>().of_page(&site.app, heads, edition.span()).await?;
    Ok(editions.iter().find(|e| e.is_out(today)).map(|e| e.number).filter(|newest| *newest > edition.number))
}

/// The live page in every language of the network. It is made again if a table that its figures read is written
/// meanwhile. Refused after three tries (`error-moved`).
pub async fn draft(site: &Site, years: Years) -> Result<PageDraft> {
    for _ in 0..3 {
        let heads = Heads::read(site.app.db.reader()).await?;
        let mut pages = vec![];
        for language in &site.app.settings.languages {
            pages.push(year::sheet(site, &site.reader(language)?, years).await?);
        }
        let read = pages.first().map(|page| tables_of(&site.app, page)).transpose()?.unwrap_or_default();
        if Heads::read(site.app.db.reader()).await?.of(&read) == heads.of(&read) {
            return Ok(PageDraft { heads, pages });
        }
    }
    Err(Error::refused("error-moved"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_has_one_address() {
        assert_eq!(Under::read("e1"), Some(Under::Edition(1, None)));
        assert_eq!(Under::read("e1.pdf"), Some(Under::Edition(1, Some(Form::Pdf))));
        assert_eq!(
            (Under::read("live"), Under::read("editions")),
            (Some(Under::Live), Some(Under::Editions))
        );
        for other in [
            "e",
            "e0",
            "e01",
            "e-1",
            "e1x",
            "E1",
            "e99999999999999999999",
            "",
            "é1",
            "proof",
            "live.pdf",
            "e1.exe",
            "e1.pdf.pdf",
        ] {
            assert_eq!(Under::read(other), None, "{other}");
        }
    }
}
