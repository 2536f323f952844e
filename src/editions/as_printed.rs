//! Reports that are older than the register. Their numbers are kept as printed and are never recounted.

use std::sync::Arc;

use decapolis_actions::{
    self as actions, Action, Context, Description, Field, Request, SECRETARIAT, Turn, Undo,
};
use decapolis_base::Texts;
use decapolis_figures::Catalog;
use decapolis_register::changes::Changes;
use decapolis_register::journal;
use decapolis_register::table::RECORDS;
use decapolis_register::value::Cell;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use super::freeze::{add_edition, add_pages, digest_of_edition, numbered, pages_of, values};
use super::publish::made;
use super::table::{EDITION_LINES, PAGE_EDITIONS};
use super::{Edition, Way, digest};
use crate::app::App;
use crate::page::make::number_words;
use crate::page::number::{Details, Face, Number, NumberWords};
use crate::page::sheet::{Band, Section, Sheet, Show};

/// The limits of a file: bytes, lines, and characters in a cell.
const LIMITS: (usize, usize, usize) = (1 << 20, 500, 2_000);

/// One number of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintedLine {
    /// The key of the figure that this number belongs to, if there is one.
    pub figure: Option<String>,
    /// The report's own label, if the number has no figure or was called something else.
    pub label: Texts,
    /// The number as printed.
    pub printed: String,
    pub note: Texts,
    /// The page of the report it is printed on.
    pub page: Option<String>,
}

/// Reads the lines of a report: a CSV file with the columns `figure` or `label` (`label_es` …), `printed`, `note` (`note_es` …) and `page`.
///
/// Refused, with the line number: an unknown column or figure, and a line without a number or a name.
pub fn read(bytes: &[u8], catalog: &Catalog) -> Result<Vec<PrintedLine>> {
    let wrong = |row: usize, text: &str| {
        Error::refused_with(
            "error-printed-line",
            [("row", row.to_string().into()), ("text", text.into())].into(),
        )
    };
    let text = std::str::from_utf8(bytes).map_err(|_| wrong(1, "UTF-8"))?;
    if bytes.len() > LIMITS.0 {
        return Err(wrong(1, "> 1 MiB"));
    }
    let mut reader =
        csv::ReaderBuilder::new().flexible(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header: Vec<String> = reader
        .headers()
        .map_err(|e| wrong(1, &e.to_string()))?
        .iter()
        .map(|h| h.trim().to_string())
        .collect();
    let known = |h: &&String| {
        ["figure", "printed", "page"].contains(&h.as_str())
            || language_of(h, "label").is_some()
            || language_of(h, "note").is_some()
    };
    if let Some(unknown) = header.iter().find(|h| !known(h)) {
        return Err(wrong(1, unknown));
    }
    let mut lines = vec![];
    for (n, record) in reader.records().enumerate() {
        let row = n + 2;
        let record = record.map_err(|e| wrong(row, &e.to_string()))?;
        let line = line_of(&header, &record).map_err(|name| wrong(row, name))?;
        if let Some(key) = line.figure.as_deref().filter(|key| catalog.figure(key).is_none()) {
            return Err(wrong(row, key));
        }
        if line.printed.is_empty()
            || (line.figure.is_none() && line.label.is_empty())
            || lines.len() == LIMITS.1
        {
            return Err(wrong(row, &record.iter().collect::<Vec<_>>().join(",")));
        }
        lines.push(line);
    }
    if lines.is_empty() { Err(Error::refused("error-printed-empty")) } else { Ok(lines) }
}

/// The language of a column: `label_es` is the label in Spanish, `label` has no language. `None` if it is another column.
fn language_of(name: &str, column: &str) -> Option<String> {
    match name.strip_prefix(column)? {
        "" => Some("und".to_string()),
        rest => rest
            .strip_prefix('_')
            .filter(|l| l.len() == 2 && l.bytes().all(|b| b.is_ascii_lowercase()))
            .map(str::to_string),
    }
}

/// A line of a report, or the name of a column whose cell is too long.
fn line_of<'h>(
    header: &'h [String],
    record: &csv::StringRecord,
) -> std::result::Result<PrintedLine, &'h str> {
    let mut line = PrintedLine::default();
    for (name, cell) in header.iter().zip(record.iter().map(str::trim)).filter(|(_, cell)| !cell.is_empty()) {
        if cell.chars().count() > LIMITS.2 {
            return Err(name.as_str());
        }
        match name.as_str() {
            "figure" => line.figure = Some(cell.to_string()),
            "printed" => line.printed = cell.to_string(),
            "page" => line.page = Some(cell.to_string()),
            name => match language_of(name, "label") {
                Some(language) => line.label.set(&language, cell),
                None => line.note.set(&language_of(name, "note").unwrap_or_default(), cell),
            },
        }
    }
    Ok(line)
}

/// A report to enter.
#[derive(Clone, Debug)]
pub struct EnterAsPrinted {
    pub year: i64,
    pub lines: Vec<PrintedLine>,
    pub source: String,
}

/// Enters a report as an edition of its year. An edition is never undone; a later edition replaces it.
///
/// Refused: a report without a source (`error-source-missing`), and a year that is not over on the day of entering (`error-printed-year`).
pub static ENTER_AS_PRINTED: Action<App, EnterAsPrinted> = Action {
    about: Description {
        name: "editions.enter-as-printed",
        on: None,
        fields: &[Field::of(&PAGE_EDITIONS, "year"), Field::of(&RECORDS, "source")],
        turn: Turn::Short,
        undo: Undo::Never("error-undo-edition"),
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

/// Enters a report and returns its edition. The journal keeps the source as the reason.
///
/// Errors: those of [`ENTER_AS_PRINTED`].
pub async fn enter(
    app: &Arc<App>,
    request: Request,
    year: i64,
    lines: &[PrintedLine],
    source: &str,
) -> Result<Edition> {
    let source = source.trim();
    let input = EnterAsPrinted { year, lines: lines.to_vec(), source: source.to_string() };
    let done = actions::run(app, &ENTER_AS_PRINTED, request.because(Some(source)), input).await?;
    made(app, &done).await
}

async fn changes(context: &Context<'_, App>, input: EnterAsPrinted) -> Result<Changes> {
    let (app, EnterAsPrinted { year, lines, source }) = (context.program, input);
    let source = source.trim();
    if source.is_empty() || source.chars().count() > LIMITS.2 {
        return Err(Error::refused("error-source-missing"));
    }
    if !(1900..=context.day.year()).contains(&year) {
        return Err(Error::refused_with("error-printed-year", [("year", year.to_string().into())].into()));
    }
    let period = app.settings.year_starts.year(year);
    let edition = Edition {
        id: 0,
        year,
        number: 0,
        way: Way::AsPrinted,
        from: period.from,
        until: period.to,
        // the last entry is the one being written
        known: journal::last(context.tx).await? - 1,
        published: context.day,
        embargo: None,
        by: None,
        unsigned: vec![],
        source: Some(source.into()),
        digest: String::new(),
    };
    let edition = numbered(context.tx, edition).await?;
    let sheets: Vec<Sheet> = app
        .settings
        .languages
        .iter()
        .filter_map(|language| Some(sheet(app, &app.locale(language)?, &edition, &lines)))
        .collect();
    rows(app, edition, &sheets, &lines)
}

/// The rows of a report: its edition and its lines.
fn rows(app: &App, mut edition: Edition, sheets: &[Sheet], lines: &[PrintedLine]) -> Result<Changes> {
    let pages = pages_of(app, &edition, sheets)?;
    let texts = |texts: &Texts| if texts.is_empty() { Cell::Null } else { Cell::Text(texts.to_json()) };
    let text = |text: &Option<String>| text.clone().map_or(Cell::Null, Cell::Text);
    let cells: Vec<[(&'static str, Cell); 5]> = lines
        .iter()
        .map(|line| {
            [
                ("figure", text(&line.figure)),
                ("label", texts(&line.label)),
                ("printed", Cell::Text(line.printed.clone())),
                ("note", texts(&line.note)),
                ("page", text(&line.page)),
            ]
        })
        .collect();
    let digests: Vec<String> = cells
        .iter()
        .map(|cells| digest::of(cells.iter().map(|(_, cell)| cell.text().unwrap_or_default())))
        .collect();
    edition.digest = digest_of_edition(
        &edition,
        pages.iter().map(|page| page.2.as_str()),
        digests.iter().map(String::as_str),
    );
    let mut changes = Changes::default();
    let id = add_edition(app, &mut changes, &edition);
    add_pages(&mut changes, id, pages);
    for (ordinal, cells) in (1..).zip(cells) {
        let place = vec![("edition", Cell::Int(id)), ("ordinal", Cell::Int(ordinal))];
        changes.fact(&EDITION_LINES, values([place, cells.to_vec()].concat()));
    }
    Ok(changes)
}

/// The page of a report: its numbers in the order of the file, each with its page and note.
fn sheet(app: &App, locale: &Locale<'_>, edition: &Edition, lines: &[PrintedLine]) -> Sheet {
    let language = locale.language;
    let shows = lines.iter().enumerate().map(|(n, line)| {
        let figure = line.figure.as_deref().and_then(|key| app.figures.catalog.figure(key));
        let title = || figure.map(|f| locale.say(&format!("figure-{}.title", f.key))).unwrap_or_default();
        Show::number(
            Face::Row,
            Number {
                key: figure.map_or_else(|| format!("printed-{}", n + 1), |f| f.key.clone()),
                code: figure.map(|f| f.code.clone()).unwrap_or_default(),
                shown: Some(line.printed.clone()),
                noun: if line.label.is_empty() { title() } else { line.label.words(language).into() },
                caption: Some(line.note.words(language).to_string()).filter(|note| !note.is_empty()),
                details: Details {
                    period: line.page.as_ref().map(|page| {
                        locale.with("edition-printed-page", &[("page", page.as_str().into())].into())
                    }),
                    ..Details::default()
                },
                ..Number::default()
            },
        )
    });
    let network = app.settings.name.words(language).to_string();
    let args = [("network", network.as_str().into()), ("year", edition.year.to_string().into())];
    Sheet {
        lang: language.into(),
        headline: locale.with("page-title-plain", &args.into()),
        network,
        year: edition.year,
        from: edition.from.to_string(),
        to: edition.until.to_string(),
        words: NumberWords { period: locale.say("edition-printed-where"), ..number_words(locale) },
        sections: vec![Section {
            key: "printed".into(),
            heading: locale.say("edition-printed-heading"),
            band: Band::Left,
            shows: shows.collect(),
        }],
        ..Sheet::default()
    }
}
