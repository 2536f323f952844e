//! Action `editions.publish`: publishes the page of a year as an edition.

use std::sync::Arc;

use decapolis_actions::{
    self as actions, Action, Context, Description, Done, Field, Request, SECRETARIAT, Turn, Undo,
};
use decapolis_base::Day;
use decapolis_register::changes::Changes;
use decapolis_register::journal::{self, Heads};
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::count::{self, CountedNumber};
use super::freeze::{freeze, numbered, rule};
use super::table::{PAGE_EDITIONS, SIGN_OFFS};
use super::{Edition, Way, digest, sign, store};
use crate::app::App;
use crate::page::lines::{Line, lines};
use crate::page::sheet::{Sheet, Show};

/// The options of publishing.
#[derive(Clone, Debug, Default)]
pub struct Publishing {
    pub by: Option<String>,
    /// The first day on which the public may read it.
    pub embargo: Option<Day>,
    /// Whether to refuse if a section is not signed. Otherwise the edition names the unsigned sections.
    pub signatures_demanded: bool,
}

/// The live page in every language, and the table heads from before it was made.
#[derive(Clone, Debug)]
pub struct PageDraft {
    pub heads: Heads,
    pub pages: Vec<Sheet>,
}

/// A draft to publish.
#[derive(Clone, Debug)]
pub struct PublishPage {
    pub draft: PageDraft,
    pub how: Publishing,
}

/// Publishes a draft. Everything is counted on one snapshot of the register and written in one entry. An edition is
/// never undone; a later edition replaces it.
///
/// Refused: a table that the page's figures read was written since the draft was made (`error-moved`; make the draft
/// again), a page without numbers (`error-page-empty`), a page equal to its last edition (`error-edition-unchanged`),
/// a balance whose steps do not make its result (`error-page-balance`), unsigned sections if signatures are required
/// (`error-sections-unsigned`), an unsigned section with a share that is printed with its range where the network states its
/// threshold (`error-unknowns-unsigned`), and a share that cannot be one (`error-share-impossible`). `Broken` if the page shows
/// a number that its rows do not give.
pub static PUBLISH_PAGE: Action<App, PublishPage> = Action {
    about: Description {
        name: "editions.publish",
        on: None,
        fields: &[
            Field::of(&PAGE_EDITIONS, "year"),
            Field::of(&PAGE_EDITIONS, "embargo"),
            Field::of(&PAGE_EDITIONS, "signer"),
        ],
        turn: Turn::Prepared,
        undo: Undo::Never("error-undo-edition"),
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

/// Publishes a draft and returns the edition.
///
/// Errors: those of [`PUBLISH_PAGE`].
pub async fn publish(
    app: &Arc<App>,
    request: Request,
    draft: &PageDraft,
    how: &Publishing,
) -> Result<Edition> {
    let done =
        actions::run(app, &PUBLISH_PAGE, request, PublishPage { draft: draft.clone(), how: how.clone() })
            .await?;
    made(app, &done).await
}

impl Ready {
    /// How many numbers it has.
    pub fn numbers(&self) -> usize {
        self.numbers.len()
    }
}

/// The edition that an action created.
pub(super) async fn made(app: &App, done: &Done) -> Result<Edition> {
    let gone = || Error::Broken(format!("the edition of batch {} is gone", done.batch));
    let id = done.records.first().ok_or_else(gone)?;
    store::by_id(app.db.reader(), *id).await?.ok_or_else(gone)
}

/// The tables that the figures of a page are counted from.
pub fn tables_of(app: &App, sheet: &Sheet) -> Result<Vec<&'static Table>> {
    let figures = count::questions(sheet)?
        .into_iter()
        .filter_map(|question| app.figures.catalog.figure(&question.figure));
    Ok(figures.flat_map(|figure| app.figures.tables(figure)).collect())
}

/// An edition that is ready to be written.
pub struct Ready {
    pub edition: Edition,
    pub(super) numbers: Vec<CountedNumber>,
    heads: Heads,
    read: Vec<&'static Table>,
}

/// What publishing this draft now would write, without writing it.
///
/// Errors: those of [`PUBLISH_PAGE`].
pub async fn preview(app: &App, draft: &PageDraft, how: &Publishing) -> Result<Ready> {
    let db = app.db.snapshot().await?;
    let ready = ready(app, &db, draft, how, app.settings.today()).await?;
    db.commit().await?;
    Ok(ready)
}

async fn changes(context: &Context<'_, App>, input: PublishPage) -> Result<Changes> {
    let (app, PublishPage { draft, how }) = (context.program, input);
    let Ready { edition, numbers, heads, mut read } =
        ready(app, context.tx, &draft, &how, context.day).await?;
    read.extend([&PAGE_EDITIONS, &SIGN_OFFS]);
    Ok(freeze(app, edition, &draft.pages, numbers)?.worked_out_from(heads, read))
}

/// Counts the draft, compares it with its rows, and makes the edition that would be published on this day.
async fn ready(
    app: &App,
    db: &impl ConnectionTrait,
    draft: &PageDraft,
    how: &Publishing,
    today: Day,
) -> Result<Ready> {
    let first = draft.pages.first().ok_or_else(|| Error::Broken("a draft without a page".into()))?;
    refuse_page(first)?;
    let year = || ("year", first.year.to_string().into());
    let period = count::period(first)?;
    let (known, heads, read) = (journal::last(db).await?, Heads::read(db).await?, tables_of(app, first)?);
    if heads.of(&read) != draft.heads.of(&read) {
        return Err(Error::refused("error-moved"));
    }
    let numbers = count::count(db, &app.figures.catalog, first).await?;
    if let Some(key) = count::first_that_differs(first, &numbers) {
        return Err(Error::Broken(format!(
            "the page of {} says another number of “{key}” than its rows give",
            first.year
        )));
    }
    refuse_impossible(app, first, &numbers)?;
    let standings = sign::standings(db, first).await?;
    let unsigned: Vec<String> = standings.into_iter().filter(|s| !s.holds).map(|s| s.section).collect();
    refuse_unknowns(app, first, &unsigned)?;
    if let Some(before) = store::of_page(db, count::span(first)?).await?.into_iter().next()
        && is_the_same(db, &before, draft, &numbers).await?
    {
        return Err(Error::refused_with(
            "error-edition-unchanged",
            [year(), ("number", before.number.into())].into(),
        ));
    }
    if how.signatures_demanded && !unsigned.is_empty() {
        return Err(Error::refused_with(
            "error-sections-unsigned",
            [year(), ("sections", unsigned.join(", ").into())].into(),
        ));
    }
    let edition = Edition {
        id: 0,
        year: first.year,
        number: 0,
        way: Way::Counted,
        from: period.from,
        until: period.to,
        known,
        published: today,
        embargo: how.embargo.filter(|embargo| *embargo > today),
        by: how.by.as_ref().map(|by| by.trim().to_string()).filter(|by| !by.is_empty()),
        unsigned,
        source: None,
        digest: String::new(),
    };
    let edition = numbered(db, edition).await?;
    Ok(Ready { edition, numbers, heads, read })
}

/// Refuses a page without numbers, and one with a balance that does not add up.
fn refuse_page(page: &Sheet) -> Result<()> {
    let year = || ("year", page.year.to_string().into());
    if lines(page).iter().all(|line| line.value.is_none()) {
        return Err(Error::refused_with("error-page-empty", [year()].into()));
    }
    match first_balance_that_does_not_add_up(page) {
        Some((sum, result)) => Err(Error::refused_with(
            "error-page-balance",
            [year(), ("sum", sum.into()), ("result", result.into())].into(),
        )),
        None => Ok(()),
    }
}

/// Refuses a page with a share of more than all.
fn refuse_impossible(app: &App, page: &Sheet, numbers: &[CountedNumber]) -> Result<()> {
    let Some(number) = numbers.iter().find(|number| number.answer.is_impossible(&number.figure)) else {
        return Ok(());
    };
    let key = &number.figure.key;
    let title = app.locale(&page.lang).map(|locale| locale.say(&format!("figure-{key}.title")));
    let args = [
        ("year", page.year.to_string().into()),
        ("figure", title.unwrap_or_else(|| key.clone()).into()),
        ("key", key.as_str().into()),
    ];
    Err(Error::refused_with("error-share-impossible", args.into()))
}

/// Refuses shares that are printed as ranges in sections that nobody has signed, where the network has a limit for what is unknown.
fn refuse_unknowns(app: &App, page: &Sheet, unsigned: &[String]) -> Result<()> {
    let ranged = sign::ranged(page, |section| unsigned.iter().any(|key| key == section));
    let (Some(ranged), Some(most)) = (ranged, app.settings.most_unknown) else { return Ok(()) };
    let args = [
        ("year", page.year.to_string().into()),
        ("most", most.into()),
        ("shares", ranged.shares.into()),
        ("section", ranged.section.into()),
    ];
    Err(Error::refused_with("error-unknowns-unsigned", args.into()))
}

/// What the steps of a balance make, and what its last line says, if the two differ.
fn first_balance_that_does_not_add_up(sheet: &Sheet) -> Option<(i64, i64)> {
    sheet.sections.iter().flat_map(|section| &section.shows).find_map(|show| match show {
        Show::Balance(balance) => Some(balance.sum_and_result()).filter(|(sum, result)| sum != result),
        _ => None,
    })
}

/// Whether an edition equals this draft in every language, with the same rows and rules.
async fn is_the_same(
    db: &impl ConnectionTrait,
    before: &Edition,
    draft: &PageDraft,
    numbers: &[CountedNumber],
) -> Result<bool> {
    let stored = store::numbers(db, before).await?;
    let counted_the_same = stored.len() == numbers.len()
        && stored.iter().zip(numbers).all(|(s, n)| {
            (s.figure.as_str(), s.from, s.until, s.counts)
                == (n.figure.key.as_str(), n.period.from, n.period.to, n.answer)
                && s.list == digest::of_rows(&n.rows)
                && rule(&n.figure).is_ok_and(|rule| rule == s.rule)
        });
    if !counted_the_same || store::pages(db, before).await?.len() != draft.pages.len() {
        return Ok(false);
    }
    let said = |sheet: &Sheet| -> Vec<Line> {
        lines(sheet).into_iter().map(|l| Line { address: String::new(), ..l }).collect()
    };
    for page in &draft.pages {
        if said(page) != said(&store::sheet(db, before, &page.lang).await?) {
            return Ok(false);
        }
    }
    Ok(true)
}
