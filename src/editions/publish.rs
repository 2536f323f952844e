//! Publishing the page of a year as an edition.

use decapolis_base::Day;
use decapolis_core::errors::{Error, Result};
use decapolis_core::journal::{self, About, Entry, JournalNo};
use decapolis_core::permissions::{Writer, may_write};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;

use super::count::{self, CountedNumber};
use super::freeze::{freeze, rule};
use super::{Edition, Way, digest, sign, store};
use crate::app::App;
use crate::page::lines::{Line, lines};
use crate::page::sheet::Sheet;

/// How a page is published.
#[derive(Clone, Copy, Debug)]
pub struct Publishing<'a> {
    pub by: Option<&'a str>,
    /// Why, for the journal.
    pub reason: Option<&'a str>,
    /// The first day on which the public may read it.
    pub embargo: Option<Day>,
    pub at: Timestamp,
    /// Refuses while a section is not signed, instead of saying so.
    pub signatures_demanded: bool,
}

/// The live page in every language, and where the journal stood before it was made.
#[derive(Clone, Debug)]
pub struct Draft {
    pub head: JournalNo,
    pub pages: Vec<Sheet>,
}

/// Publishes a draft: everything is counted on one snapshot of the register and written in one entry.
///
/// Refused: the register has moved since the draft was made (`error-moved`: make it again), a page without a number
/// (`error-page-empty`), the very page that is published already (`error-edition-unchanged`), and sections without a signature where
/// they are demanded (`error-sections-unsigned`). `Broken` when the page says a number that its rows do not give.
pub async fn publish(app: &App, writer: Writer, draft: &Draft, how: &Publishing<'_>) -> Result<Edition> {
    may_write(writer).map_err(Error::NotAllowed)?;
    let first = draft.pages.first().ok_or_else(|| Error::Broken("a draft without a page".into()))?;
    let year = || ("year", first.year.to_string().into());
    if lines(first).iter().all(|line| line.value.is_none()) {
        return Err(Error::refused_with("error-page-empty", [year()].into()));
    }
    let period = count::period(first)?;
    let snapshot = app.db.snapshot().await?;
    let known = journal::last(&snapshot).await?;
    if known != draft.head {
        return Err(Error::refused("error-moved"));
    }
    let numbers = count::count(&snapshot, &app.figures.catalog, first).await?;
    let unsigned: Vec<String> = sign::standings(&snapshot, first).await?.into_iter().filter(|s| !s.holds).map(|s| s.section).collect();
    let before = store::of_page(&snapshot, count::span(first)?).await?.into_iter().next();
    let the_same = match &before {
        Some(before) => is_the_same(&snapshot, before, draft, &numbers).await?,
        None => false,
    };
    snapshot.commit().await?;
    if let Some(key) = count::first_that_differs(first, &numbers) {
        return Err(Error::Broken(format!("the page of {} says another number of “{key}” than its rows give", first.year)));
    }
    if let (true, Some(before)) = (the_same, &before) {
        return Err(Error::refused_with("error-edition-unchanged", [year(), ("number", before.number.into())].into()));
    }
    if how.signatures_demanded && !unsigned.is_empty() {
        return Err(Error::refused_with("error-sections-unsigned", [year(), ("sections", unsigned.join(", ").into())].into()));
    }
    let day = Day::from(how.at.to_zoned(app.settings.zone.clone()).date());
    let about = About { actor: "operator", action: "editions.publish", batch: None, reason: how.reason, undoes: None };
    let mut entry = Entry::open(&app.db, &about, how.at, &app.settings.zone).await?;
    let edition = Edition {
        id: 0,
        year: first.year,
        number: 0,
        way: Way::Counted,
        from: period.from,
        until: period.to,
        known,
        published: day,
        embargo: how.embargo.filter(|embargo| *embargo > day),
        by: how.by.map(|by| by.trim().to_string()).filter(|by| !by.is_empty()),
        unsigned,
        source: None,
        digest: String::new(),
    };
    match freeze(app, &mut entry, edition, &draft.pages, &numbers).await {
        Ok(edition) => entry.commit().await.map(|_| edition),
        Err(error) => {
            let _ = entry.give_up().await;
            Err(error)
        }
    }
}

/// Whether an edition says the same as this draft, from the same rows and by the same rules, in every language.
async fn is_the_same(db: &impl ConnectionTrait, before: &Edition, draft: &Draft, numbers: &[CountedNumber]) -> Result<bool> {
    let stored = store::numbers(db, before).await?;
    let counted_the_same = stored.len() == numbers.len()
        && stored.iter().zip(numbers).all(|(s, n)| {
            (s.figure.as_str(), s.from, s.until, s.answer) == (n.figure.key.as_str(), n.period.from, n.period.to, n.answer)
                && s.list == digest::of_rows(&n.rows)
                && rule(&n.figure).is_ok_and(|rule| rule == s.rule)
        });
    if !counted_the_same || store::pages(db, before).await?.len() != draft.pages.len() {
        return Ok(false);
    }
    let said = |sheet: &Sheet| -> Vec<Line> { lines(sheet).into_iter().map(|l| Line { address: String::new(), ..l }).collect() };
    for page in &draft.pages {
        if said(page) != said(&store::sheet(db, before, &page.lang).await?) {
            return Ok(false);
        }
    }
    Ok(true)
}
