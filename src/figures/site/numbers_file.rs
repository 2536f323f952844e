//! Exports all numbers of a day as a file.

use axum::response::Response;
use decapolis_figures::{Answer, AnswerShown, Asked, Figure, Gated, Shape};
use decapolis_register::known::Known;
use decapolis_spreadsheets::write::{ColumnKind, Sheet, SheetCell, SheetColumn};
use decapolis_words::Locale;
use decapolis_words::errors::Result;

use crate::figures::question::DayAsks;
use crate::figures::question::{answer_for, worded};
use crate::figures::site::methods::in_the_order_of_pages;
use crate::records::measured::cell;
use crate::web::context::{Reader, Site, day};
use crate::web::files::{Extent, File, FileKind, WritePermit};

/// Writes a row for each figure: code, rule, the number as a number and as printed, and its URL. Amounts that this
/// reader may not see are empty.
pub async fn send(
    site: &Site,
    reader: &Reader<'_>,
    asks: &DayAsks,
    kind: FileKind,
    turn: WritePermit,
) -> Result<Response> {
    let locale = &reader.locale;
    let at = match asks.at.as_deref().filter(|t| !t.is_empty()) {
        Some(text) => day(text)?,
        None => site.app.settings.usual_day(),
    };
    let asked = Asked::period(site.app.settings.year_starts.year_to(at), Known::Now);
    let db = site.app.db.snapshot().await?;
    let heads = site.app.heads(&db).await?;
    let catalog = &site.app.figures.catalog;
    let extent = Extent { all: catalog.figures().len() as u64, most: u64::MAX, ..Extent::default() };
    let sheet = Sheet { name: locale.say("site-figures"), columns: columns(locale), ..Sheet::default() };
    let mut file =
        File::begin(turn, reader, kind, &format!("figures-{at}"), &extent)?.sheet(reader, &extent, sheet)?;
    for (section, keys) in in_the_order_of_pages(site) {
        for figure in keys.iter().filter_map(|key| catalog.figure(key)) {
            let told = answer_for(&site.app, &db, &heads, figure, &asked, site.viewer(reader)).await?;
            file.row(&row(site, reader, figure, &section, &asked, told))?;
        }
    }
    db.commit().await?;
    file.send().await
}

fn columns(locale: &Locale<'_>) -> Vec<SheetColumn> {
    use ColumnKind::{Code, Day, Number, Prose, Words};
    [
        ("column-code", Code),
        ("column-figure", Words),
        ("column-section", Words),
        ("export-shown", Code),
        ("column-value", Number),
        ("column-counted", Number),
        ("column-base", Number),
        ("column-currency", Code),
        ("column-unit", Words),
        ("column-from", Day),
        ("column-until", Day),
        ("column-rule", Prose),
        ("column-version", Number),
        ("export-key", Code),
        ("column-address", Words),
    ]
    .map(|(key, holds)| SheetColumn::new(locale.say(key), holds))
    .into()
}

/// The row of a figure, with a cell for each of the columns.
fn row(
    site: &Site,
    reader: &Reader<'_>,
    figure: &Figure,
    section: &str,
    asked: &Asked,
    told: Gated<AnswerShown>,
) -> [SheetCell; 15] {
    let say = |key: &str| SheetCell::text(reader.locale.say(key));
    let shown = worded(reader, figure, told);
    let whole = told.shown().and_then(AnswerShown::whole).filter(|_| !shown.empty);
    let share = figure.shape == Shape::Share;
    [
        SheetCell::text(figure.code.clone()),
        say(&format!("figure-{}.title", figure.key)),
        say(section),
        if told.withheld().is_some() { say("withheld-short") } else { SheetCell::text(shown.whole()) },
        match told.shown().and_then(|told| told.answer().value(figure)) {
            Some(value) if share => SheetCell::Number(value),
            Some(_) => counted(whole),
            None => SheetCell::Empty,
        },
        counted(whole),
        whole.filter(|_| share).map_or(SheetCell::Empty, |answer| cell(answer.money, answer.base)),
        SheetCell::text(whole.and_then(|answer| answer.money).map_or("", |money| money.code())),
        say(&format!("figure-{}.unit", figure.key)),
        if figure.of_a_period() { SheetCell::Day(asked.from.date()) } else { SheetCell::Empty },
        SheetCell::Day(asked.to.date()),
        say(&format!("figure-{}.rule", figure.key)),
        SheetCell::Whole(i64::from(figure.version)),
        SheetCell::text(figure.key.clone()),
        SheetCell::text(format!(
            "{}{}",
            site.base,
            reader.to(&format!("/figures/{}?at={}", figure.key, asked.to))
        )),
    ]
}

fn counted(whole: Option<Answer>) -> SheetCell {
    whole.map_or(SheetCell::Empty, |answer| cell(answer.money, answer.counted))
}
