//! Turns an edition into rows: its pages, its numbers with rules, groups and rows, and the digests over them.

use decapolis_base::{Day, Texts};
use decapolis_figures::{Figure, FigureRow};
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::records::NewRecord;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Args;
use sea_orm::ConnectionTrait;

use super::count::{CountedNumber, GroupCounted};
use super::table::{EDITION_GROUPS, EDITION_NUMBERS, EDITION_PAGES, EDITION_ROWS, KIND, PAGE_EDITIONS};
use super::{Edition, digest, store};
use crate::app::App;
use crate::page::sheet::Sheet;

/// The rows of a counted edition. `edition` has its number but no digest yet.
pub(super) fn freeze(
    app: &App,
    mut edition: Edition,
    pages: &[Sheet],
    numbers: Vec<CountedNumber>,
) -> Result<Changes> {
    let texts = pages_of(app, &edition, pages)?;
    let frozen = numbers
        .iter()
        .enumerate()
        .map(|(n, number)| Frozen::of(app, n as i64 + 1, number))
        .collect::<Result<Vec<Frozen>>>()?;
    edition.digest = digest_of_edition(
        &edition,
        texts.iter().map(|page| page.2.as_str()),
        frozen.iter().map(|f| f.digest.as_str()),
    );
    let mut changes = Changes::default();
    let id = add_edition(app, &mut changes, &edition);
    add_pages(&mut changes, id, texts);
    for (f, number) in frozen.iter().zip(&numbers) {
        let (from, until) = (number.period.from.number(), number.period.to.number());
        let cells = vec![
            ("figure", Cell::Text(number.figure.key.clone())),
            ("version", Cell::Int(number.figure.version.into())),
            ("rule", Cell::Text(f.rule.clone())),
            ("listings", Cell::Text(f.listings.clone())),
            ("from", Cell::Int(from)),
            ("from_last", Cell::Int(from)),
            ("until", Cell::Int(until)),
            ("until_last", Cell::Int(until)),
            ("counted", Cell::Int(number.answer.counted)),
            ("base", Cell::Int(number.answer.base)),
            ("list", Cell::Text(f.list.clone())),
            ("digest", Cell::Text(f.digest.clone())),
        ];
        changes.fact(&EDITION_NUMBERS, values([of(id, f.ordinal), cells].concat()));
    }
    let groups: Vec<Values> = frozen
        .iter()
        .zip(&numbers)
        .flat_map(|(f, number)| number.groups.iter().map(|g| group(id, f.ordinal, g)))
        .collect();
    changes.facts(&EDITION_GROUPS, groups.into_iter());
    // a large register has very many of these rows
    let rows = (1..).zip(numbers).flat_map(move |(ordinal, number)| {
        number.rows.into_iter().map(move |row| values([of(id, ordinal), cells(&row)].concat()))
    });
    changes.facts(&EDITION_ROWS, rows);
    Ok(changes)
}

/// A group as a row. Its value is empty if the column was empty.
fn group(edition: RowId, ordinal: i64, g: &GroupCounted) -> Values {
    let answer = vec![
        ("breakdown", Cell::Text(g.by.clone())),
        ("value", Cell::Text(g.is.clone())),
        ("counted", Cell::Int(g.answer.counted)),
        ("base", Cell::Int(g.answer.base)),
    ];
    values([of(edition, ordinal), answer].concat())
}

/// The first columns of a fact: the edition and the position in it.
fn of(edition: RowId, ordinal: i64) -> Vec<(&'static str, Cell)> {
    vec![("edition", Cell::Int(edition)), ("ordinal", Cell::Int(ordinal))]
}

fn cells(row: &FigureRow) -> Vec<(&'static str, Cell)> {
    vec![
        ("part", Cell::Int(row.part)),
        ("row", Cell::Int(row.row)),
        ("unit", Cell::Text(row.unit.clone())),
        ("amount", Cell::Int(row.amount)),
        ("class", Cell::Int(row.class.number())),
        ("reason", row.reason.clone().map_or(Cell::Null, Cell::Text)),
    ]
}

/// A number with the data that is stored for it.
struct Frozen {
    ordinal: i64,
    rule: String,
    listings: String,
    list: String,
    digest: String,
}

impl Frozen {
    fn of(app: &App, ordinal: i64, number: &CountedNumber) -> Result<Frozen> {
        let rule = rule(&number.figure)?;
        let listings = listings(app, &number.figure);
        let list = digest::of_rows(&number.rows);
        let stored = store::StoredNumber {
            ordinal,
            figure: number.figure.key.clone(),
            version: number.figure.version.into(),
            rule: rule.clone(),
            listings: listings.clone(),
            from: number.period.from,
            until: number.period.to,
            counts: number.answer,
            list: list.clone(),
            digest: String::new(),
        };
        let digest = digest_of_number(&stored, &number.groups);
        Ok(Frozen { ordinal, rule, listings, list, digest })
    }
}

/// The figure as data, in one line.
pub(super) fn rule(figure: &Figure) -> Result<String> {
    serde_json::to_string(figure)
        .map_err(|e| Error::Broken(format!("the figure {} as data: {e}", figure.key)))
}

/// The listings of a figure with their versions: `leaders 1, members 1`.
pub(super) fn listings(app: &App, figure: &Figure) -> String {
    let mut all: Vec<String> = figure
        .counted
        .iter()
        .chain(&figure.base)
        .filter_map(|part| app.figures.catalog.listing(&part.listing))
        .map(|listing| format!("{} {}", listing.about.key, listing.about.version))
        .collect();
    all.sort();
    all.dedup();
    all.join(", ")
}

/// The digest over everything that is stored of a number.
pub(super) fn digest_of_number(number: &store::StoredNumber, groups: &[GroupCounted]) -> String {
    let mut groups: Vec<String> =
        groups.iter().map(|g| format!("{}/{}/{}/{}", g.by, g.is, g.answer.counted, g.answer.base)).collect();
    groups.sort();
    let facts = [
        number.ordinal.to_string(),
        number.figure.clone(),
        number.version.to_string(),
        number.rule.clone(),
        number.listings.clone(),
        number.from.to_string(),
        number.until.to_string(),
        number.counts.counted.to_string(),
        number.counts.base.to_string(),
        number.list.clone(),
    ];
    digest::of(facts.into_iter().chain(groups))
}

/// The digest over the edition's own fields, the digests of its pages by language, and those of its numbers or lines in order.
pub(super) fn digest_of_edition<'a>(
    edition: &Edition,
    pages: impl Iterator<Item = &'a str>,
    numbers: impl Iterator<Item = &'a str>,
) -> String {
    let embargo = edition.embargo.map(|day| day.to_string()).unwrap_or_default();
    let facts = [
        edition.code(),
        edition.way.word().into(),
        edition.from.to_string(),
        edition.until.to_string(),
        edition.known.to_string(),
        edition.published.to_string(),
        embargo,
        edition.by.clone().unwrap_or_default(),
        edition.unsigned.join(" "),
        edition.source.clone().unwrap_or_default(),
    ];
    digest::of(facts.into_iter().chain(pages.map(String::from)).chain(numbers.map(String::from)))
}

/// The edition with the next free number of its page. If another edition of the page is published first, it takes the
/// number and this one is refused.
pub(super) async fn numbered(db: &impl ConnectionTrait, edition: Edition) -> Result<Edition> {
    let last = store::of_page(db, edition.span()).await?.first().map_or(0, |e| e.number);
    Ok(Edition { number: last + 1, ..edition })
}

/// The pages with the edition's own details added: language, text, digest.
pub(super) fn pages_of(
    app: &App,
    edition: &Edition,
    pages: &[Sheet],
) -> Result<Vec<(String, String, String)>> {
    let mut all = vec![];
    for page in pages {
        let mut page = page.clone();
        page.edition = Some(edition.number);
        page.state = super::mark::state(app, edition, &page);
        super::mark::open_as_known(&mut page, &edition.code());
        let text = serde_json::to_string(&page)
            .map_err(|e| Error::Broken(format!("the page of {} as data: {e}", edition.code())))?;
        let digest = digest::of([text.as_str()]);
        all.push((page.lang, text, digest));
    }
    all.sort();
    Ok(all)
}

/// Adds the record of an edition to the changes and returns its id.
pub(super) fn add_edition(app: &App, changes: &mut Changes, edition: &Edition) -> RowId {
    let mut label = Texts::new();
    for language in &app.settings.languages {
        if let Some(locale) = app.locale(language) {
            let args: Args =
                [("year", edition.years_in_words().into()), ("number", edition.number.into())].into();
            label.set(language, &locale.with("edition-of-year", &args));
        }
    }
    let text = |text: &Option<String>| text.clone().map_or(Cell::Null, Cell::Text);
    let record = NewRecord {
        public: edition.embargo.is_none(),
        source: edition.source.clone(),
        ..NewRecord::of(KIND, edition.code(), label)
    };
    let day = |name: &'static str, last: &'static str, day: Option<Day>| {
        let cell = day.map_or(Cell::Null, |d| Cell::Int(d.number()));
        vec![(name, cell.clone()), (last, cell)]
    };
    let unsigned = Some(edition.unsigned.join(" ")).filter(|u| !u.is_empty());
    let own = [
        vec![
            ("year", Cell::Int(edition.year)),
            ("number", Cell::Int(edition.number)),
            ("way", Cell::Text(edition.way.word().into())),
            ("known", Cell::Int(edition.known)),
            ("signer", text(&edition.by)),
            ("unsigned", text(&unsigned)),
            ("digest", Cell::Text(edition.digest.clone())),
        ],
        day("from", "from_last", Some(edition.from)),
        day("until", "until_last", Some(edition.until)),
        day("published", "published_last", Some(edition.published)),
        day("embargo", "embargo_last", edition.embargo),
    ];
    changes.record(&PAGE_EDITIONS, record, values(own.concat()))
}

pub(super) fn add_pages(changes: &mut Changes, edition: RowId, pages: Vec<(String, String, String)>) {
    for (language, text, digest) in pages {
        let cells = vec![
            ("edition", Cell::Int(edition)),
            ("language", Cell::Text(language)),
            ("text", Cell::Text(text)),
            ("digest", Cell::Text(digest)),
        ];
        changes.fact(&EDITION_PAGES, values(cells));
    }
}

pub(super) fn values(cells: Vec<(&'static str, Cell)>) -> Values {
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}
