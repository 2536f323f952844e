//! The pages of editions: the newest edition or the live page, each edition as published, the list with corrections, and the proofs.

mod listed;
mod proved;

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use decapolis_register::journal::Heads;
use decapolis_words::errors::{Error, Result};
use maud::Markup;

use super::context::{Reader, Site};
use super::forms;
use super::html::components::Link;
use super::html::sheet as html;
use super::kept::MadeFrom;
use super::rows::viewer;
use super::shell;
use super::year::{self, Years};
use crate::editions::kept::Today;
use crate::editions::publish::{Draft, tables_of};
use crate::editions::recounted::Wording;
use crate::editions::{self, Edition, mark, store};
use crate::page::forms::Form;
use crate::page::make::short_address;
use crate::page::sheet::Sheet;

/// The last segment of a path under a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Under {
    /// `live`: counted now.
    Live,
    /// `editions`: the list of editions.
    Editions,
    /// `e1`: an edition.
    Edition(i64),
}

impl Under {
    fn read(text: &str) -> Option<Under> {
        match text {
            "live" => Some(Under::Live),
            "editions" => Some(Under::Editions),
            // e01 is not a second URL of e1
            _ => text
                .strip_prefix('e')
                .filter(|n| n.len() < 6 && !n.starts_with('0') && n.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|n| n.parse().ok())
                .map(Under::Edition),
        }
    }
}

/// Responds with the newest edition of a page, or with the live page if no edition is public.
pub async fn newest_or_live(site: &Site, reader: &Reader<'_>, years: Years) -> Result<Response> {
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
    let editions = site.editions.of_page(&site.app, heads, (years.from, years.to)).await?;
    let today = site.app.settings.today();
    Ok(editions.iter().find(|edition| edition.is_out(today)).cloned())
}

/// Responds with an edition as a file: `/2020/e1.pdf`.
pub async fn form(site: &Site, reader: &Reader<'_>, years: Years, what: &str, form: Form) -> Result<Response> {
    let Some(Under::Edition(number)) = Under::read(what) else { return Err(Error::NotFound("page")) };
    let edition = open(site, reader, &format!("{}-e{number}", years.path().trim_start_matches('/'))).await?;
    let sheet = sheet(site, reader, &edition).await?;
    forms::send(site, reader, sheet, &edition.path(), form).await
}

/// Responds with a path under a page: `/2020/live`, `/2020/editions`, `/2020/e1`.
pub async fn show(site: &Site, reader: &Reader<'_>, years: Years, what: &str) -> Result<Response> {
    match Under::read(what) {
        Some(Under::Live) => Ok(year::show(site, reader, years).await?.into_response()),
        Some(Under::Editions) => Ok(listed::show(site, reader, years).await?.into_response()),
        Some(Under::Edition(number)) => of_record(site, reader, &format!("{}-e{number}", years.path().trim_start_matches('/'))).await,
        None => Err(Error::NotFound("page")),
    }
}

/// Responds with the page of an edition, by the code of its record.
pub async fn of_record(site: &Site, reader: &Reader<'_>, code: &str) -> Result<Response> {
    let heads = Heads::read(site.app.db.reader()).await?;
    let edition = open(site, reader, code).await?;
    page(site, reader, &heads, &edition, &edition.path()).await
}

/// The page of the proof of an edition: `/2020/e1/proof`.
pub async fn proof(site: &Site, reader: &Reader<'_>, years: Years, what: &str) -> Result<Markup> {
    let Some(Under::Edition(number)) = Under::read(what) else { return Err(Error::NotFound("page")) };
    let edition = open(site, reader, &format!("{}-e{number}", years.path().trim_start_matches('/'))).await?;
    proved::show(site, reader, &edition).await
}

/// The edition with this code, if the reader may see it. One under embargo is not found.
async fn open(site: &Site, reader: &Reader<'_>, code: &str) -> Result<Edition> {
    store::by_code(site.app.db.reader(), code)
        .await?
        .filter(|edition| edition.is_open_to(reader.audience, site.app.settings.today()))
        .ok_or_else(|| Error::refused_with("site-error-edition", [("code", code.into())].into()))
}

/// The page as published, with what is known since: corrections, and whether a newer edition replaces it.
async fn page(site: &Site, reader: &Reader<'_>, heads: &Heads, edition: &Edition, path: &str) -> Result<Response> {
    let (mut sheet, today) = sheet_today(site, reader, heads, edition).await?;
    sheet.downloads.splice(0..0, forms::links(reader, &edition.path()));
    let mut shell = shell::shell(site, reader, &sheet.headline, path, Some(edition.year));
    shell.description = reader.locale.with(
        "page-description",
        &[("network", site.app.settings.name.words(reader.lang()).into()), ("year", edition.years().into())].into(),
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
async fn sheet_today(site: &Site, reader: &Reader<'_>, heads: &Heads, edition: &Edition) -> Result<(Sheet, Arc<Today>)> {
    let locale = &reader.locale;
    let mut sheet = editions::sheet(site.app.db.reader(), edition, reader.lang()).await?;
    let today = site.editions.today(&site.app, heads, edition).await?;
    let list = reader.to(&format!("/{}/editions", edition.years()));
    let told = format!("{list}#e{}", edition.number);
    if sheet.address.is_none() && !site.base.is_empty() {
        sheet.address = Some(short_address(&site.base, &edition.path()));
    }
    let wording = Wording { catalog: &site.app.figures.catalog, viewer: viewer(site, reader), locale };
    mark(&mut sheet, edition, &today.numbers, &wording, &told);
    if let Some(newer) = newer_than(site, heads, edition).await? {
        sheet.state.push(locale.with("edition-replaced", &[("number", newer.into())].into()));
    }
    let corrected = today.numbers.iter().filter(|number| number.differs()).count();
    if corrected > 0 {
        sheet.downloads.push(Link::new(locale.with("edition-corrections-since", &[("n", corrected.into())].into()), &told));
    }
    sheet.downloads.push(Link::new(locale.say("editions-title"), list));
    sheet.downloads.push(Link::new(locale.say("proof-button"), reader.to(&format!("{}/proof", edition.path()))));
    Ok((sheet, today))
}

/// The number of the newest public edition, if it replaced this one.
async fn newer_than(site: &Site, heads: &Heads, edition: &Edition) -> Result<Option<i64>> {
    let today = site.app.settings.today();
    let editions = site.editions.of_page(&site.app, heads, edition.span()).await?;
    Ok(editions.iter().find(|e| e.is_out(today)).map(|e| e.number).filter(|newest| *newest > edition.number))
}

/// The live page in every language of the network. It is made again if a table that its figures read is written
/// meanwhile. Refused after three tries (`error-moved`).
pub async fn draft(site: &Site, years: Years) -> Result<Draft> {
    for _ in 0..3 {
        let heads = Heads::read(site.app.db.reader()).await?;
        let mut pages = vec![];
        for language in &site.app.settings.languages {
            pages.push(year::sheet(site, &site.reader(language)?, years).await?);
        }
        let read = pages.first().map(|page| tables_of(&site.app, page)).transpose()?.unwrap_or_default();
        if Heads::read(site.app.db.reader()).await?.of(&read) == heads.of(&read) {
            return Ok(Draft { heads, pages });
        }
    }
    Err(Error::refused("error-moved"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_has_one_address() {
        assert_eq!(Under::read("e1"), Some(Under::Edition(1)));
        assert_eq!((Under::read("live"), Under::read("editions")), (Some(Under::Live), Some(Under::Editions)));
        for other in ["e", "e0", "e01", "e-1", "e1x", "E1", "e99999999999999999999", "", "é1", "proof"] {
            assert_eq!(Under::read(other), None, "{other}");
        }
    }
}
