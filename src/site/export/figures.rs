//! Exports all numbers of a day as a file.

use axum::response::Response;
use decapolis_base::{Day, Period};
use decapolis_core::errors::Result;
use decapolis_core::figures::{Answer, AnswerShown, Asked, Shape};
use decapolis_core::known::Known;
use decapolis_spreadsheets::write::{Cell, Column, Holds, Sheet};

use super::{Extent, File, FileKind, Turn};
use crate::site::Asks;
use crate::site::context::{self, Reader, Site};
use crate::site::methods::in_the_order_of_pages;
use crate::site::rows::{answer_for, viewer, worded};

/// Writes a row for each figure: code, rule, the number as a number and as printed, and its URL. Amounts that this
/// reader may not see are empty.
pub async fn numbers(site: &Site, reader: &Reader<'_>, asks: &Asks, kind: FileKind) -> Result<Response> {
    let tongue = &reader.tongue;
    let at = match asks.at.as_deref().filter(|t| !t.is_empty()) {
        Some(text) => context::day(text)?,
        None => site.app.settings.today().min(Day::last_of_year(site.app.settings.home_year)),
    };
    let asked = Asked::period(Period::year_to(at), Known::Now);
    let heads_of = |holds: Holds| move |key: &str| Column::new(tongue.say(key), holds);
    let (words, code, number, day) = (heads_of(Holds::Words), heads_of(Holds::Code), heads_of(Holds::Number), heads_of(Holds::Day));
    let columns = vec![
        code("column-code"),
        words("column-figure"),
        words("column-section"),
        code("export-shown"),
        number("column-value"),
        number("column-counted"),
        number("column-base"),
        words("column-unit"),
        day("column-from"),
        day("column-until"),
        Column::new(tongue.say("column-rule"), Holds::Prose),
        number("column-version"),
        code("export-key"),
        words("column-address"),
    ];
    let turn = Turn::wait().await?;
    let db = site.app.db.snapshot().await?;
    let heads = site.app.heads(&db).await?;
    let catalog = &site.app.figures.catalog;
    let extent = Extent { all: catalog.figures().len() as u64, most: u64::MAX, ..Extent::default() };
    let sheet = Sheet { name: tongue.say("site-figures"), columns, ..Sheet::default() };
    let mut file = File::begin(turn, reader, kind, &format!("figures-{at}"), &extent)?.sheet(reader, &extent, sheet)?;
    for (section, keys) in in_the_order_of_pages(site) {
        for figure in keys.iter().filter_map(|key| catalog.figure(key)) {
            let told = answer_for(site, &db, &heads, figure, &asked, viewer(site, reader)).await?;
            let shown = worded(reader, figure, told);
            let whole = told.shown().and_then(AnswerShown::whole).filter(|_| !shown.empty);
            let share = figure.shape == Shape::Share;
            file.row(&[
                Cell::text(figure.code.clone()),
                Cell::text(tongue.say(&format!("figure-{}.title", figure.key))),
                Cell::text(tongue.say(&section)),
                Cell::text(if told.withheld().is_some() { tongue.say("withheld-short") } else { shown.whole() }),
                match told.shown().and_then(|told| told.answer().value(figure)) {
                    Some(value) if share => Cell::Number(value),
                    Some(_) => counted(whole),
                    None => Cell::Empty,
                },
                counted(whole),
                whole.filter(|_| share).map_or(Cell::Empty, |answer| Cell::Whole(answer.base)),
                Cell::text(tongue.say(&format!("figure-{}.unit", figure.key))),
                if figure.of_a_period() { Cell::Day(asked.from.date()) } else { Cell::Empty },
                Cell::Day(asked.to.date()),
                Cell::text(tongue.say(&format!("figure-{}.rule", figure.key))),
                Cell::Whole(i64::from(figure.version)),
                Cell::text(figure.key.clone()),
                Cell::text(format!("{}{}", site.base, reader.to(&format!("/figures/{}?at={at}", figure.key)))),
            ])?;
        }
    }
    db.commit().await?;
    file.send().await
}

fn counted(whole: Option<Answer>) -> Cell {
    whole.map_or(Cell::Empty, |answer| Cell::Whole(answer.counted))
}
