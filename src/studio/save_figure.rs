//! `studio.save-figure`: keeps a figure with its words.

use decapolis_base::{Day, Texts};
use decapolis_core::errors::{Error, Result};
use decapolis_core::figures::Figure;
use decapolis_core::journal::{About, Entry, Write};
use decapolis_core::permissions::{Writer, may_write};
use decapolis_core::table::RECORDS;
use decapolis_core::value::{Cell, Values};
use decapolis_core::words::{finding, sorting};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::saved::{self, FigureWords, Saved, is_key};
use super::table::SAVED_FIGURES;
use crate::app::App;

/// The characters of a code: none that can be mistaken for another.
const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// The most characters of one text.
const LONGEST: usize = 1_000;

/// What was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub figure: Figure,
    /// The batch that takes it back.
    pub batch: String,
}

/// Keeps a figure under a key. Where it changes the figure it began with (`from`) under that figure's key, the version is raised if the
/// rule differs; a key of its own is version 1, with a code that is free.
///
/// Errors: `NotAllowed`; `Refused` with `error-figure-key`, `error-figure-key-taken`, `error-figure-words`, `error-figure-same`, `error-figure-page`.
pub async fn save_figure(app: &App, writer: Writer, figure: Figure, key: &str, from: &str, words: FigureWords) -> Result<Kept> {
    // load
    let db = app.db.reader();
    let mut all = saved::all(db).await?;
    let before = all.iter().position(|s| s.key == key).map(|at| all.remove(at));
    let taken = code_taken(db, key).await?;
    // permit
    may_write(writer).map_err(Error::NotAllowed)?;
    // check
    let figure = named(app, figure, key, from)?;
    if before.is_none() && taken {
        return Err(Error::refused_with("error-figure-key-taken", [("key", key.into())].into()));
    }
    let words = checked(words)?;
    let rule = figure.text();
    if before.as_ref().is_some_and(|b| b.rule == rule && b.words == words) {
        return Err(Error::refused_with("error-figure-same", [("key", key.into())].into()));
    }
    app.figures.catalog.check(&figure).map_err(Error::Broken)?;
    let id = before.as_ref().map_or(0, |b| b.id);
    all.push(Saved { id, key: key.to_string(), rule: rule.clone(), version: i64::from(figure.version), words: words.clone() });
    if let Err(why) = app.stands_with(&all) {
        tracing::info!(%why, key, "a figure is not saved, since a page could not be made with it");
        return Err(Error::refused_with("error-figure-page", [("key", key.into())].into()));
    }
    // open
    let now = Timestamp::now();
    let zone = &app.settings.zone;
    let day = Day::from(now.to_zoned(zone.clone()).date());
    let batch = format!("{day}-{:04}", app.heads(db).await?.last + 1);
    let about = About { actor: "operator", action: "studio.save-figure", batch: Some(&batch), reason: None, undoes: None };
    let mut entry = Entry::open(&app.db, &about, now, zone).await?;
    // write
    match write(&mut entry, &figure, &rule, &words, before).await {
        Ok(()) => {
            entry.commit().await?;
            Ok(Kept { figure, batch })
        }
        Err(error) => {
            entry.give_up().await?;
            Err(error)
        }
    }
}

/// The figure under its key, with the code and version that follow.
pub fn named(app: &App, mut figure: Figure, key: &str, from: &str) -> Result<Figure> {
    if !is_key(key) || key == "unnamed" {
        return Err(Error::refused_with("error-figure-key", [("key", key.into())].into()));
    }
    figure.key = key.to_string();
    match app.figures.catalog.figure(key) {
        Some(_) if key != from => return Err(Error::refused_with("error-figure-key-taken", [("key", key.into())].into())),
        Some(adopted) => {
            figure.code = adopted.code.clone();
            figure.version = adopted.version;
            if figure != *adopted {
                figure.version += 1;
            }
        }
        None => {
            figure.code = free_code(app, key)?;
            figure.version = 1;
        }
    }
    Ok(figure)
}

/// A code that no figure has; the same key is given the same one while it is free.
fn free_code(app: &App, key: &str) -> Result<String> {
    // FNV-1a, and on from there
    let mut number = key.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    for _ in 0..10_000 {
        let mut rest = number;
        let code: String = std::iter::repeat_with(|| {
            let sign = SIGNS[rest as usize % SIGNS.len()];
            rest /= SIGNS.len() as u32;
            char::from(sign)
        })
        .take(4)
        .collect();
        if app.figures.catalog.by_code(&code).is_none() && code != "ZZZZ" {
            return Ok(code);
        }
        number = number.wrapping_mul(0x0100_0193).wrapping_add(1);
    }
    Err(Error::Broken("no code is free".into()))
}

/// Words that say something in the first language of each text; those of other languages may be missing.
fn checked(words: FigureWords) -> Result<FigureWords> {
    for texts in [&words.title, &words.one, &words.many, &words.explained, &words.unit] {
        if texts.is_empty() || texts.iter().any(|(_, text)| text.chars().count() > LONGEST) {
            return Err(Error::refused_with("error-figure-words", [("most", LONGEST.into())].into()));
        }
    }
    Ok(words)
}

async fn code_taken(db: &impl ConnectionTrait, code: &str) -> Result<bool> {
    let ask = Query::select().column("id").from("records").and_where(Expr::col("code").eq(code)).to_owned();
    Ok(db.query_one(&ask).await?.is_some())
}

async fn write(entry: &mut Entry, figure: &Figure, rule: &str, words: &FigureWords, before: Option<Saved>) -> Result<()> {
    let cell = |name: &str, cell: Cell| (name.to_string(), cell);
    let texts = |texts: &Texts| Cell::Text(texts.to_json());
    let record: Values = [
        cell("kind", Cell::Text("figure".into())),
        cell("code", Cell::Text(figure.key.clone())),
        cell("label", texts(&words.title)),
        cell("public", Cell::Bool(true)),
        cell("source", Cell::Null),
        cell("illustrative", Cell::Bool(false)),
        cell("sorting", Cell::Text(sorting(words.title.words("und")))),
        cell("finding", Cell::Text(finding(words.title.iter().map(|(_, text)| text)))),
    ]
    .into();
    let row: Values = [
        cell("rule", Cell::Text(rule.to_string())),
        cell("version", Cell::Int(i64::from(figure.version))),
        cell("one", texts(&words.one)),
        cell("many", texts(&words.many)),
        cell("explained", texts(&words.explained)),
        cell("unit", texts(&words.unit)),
    ]
    .into();
    match before {
        Some(before) => {
            entry.revise(&RECORDS, vec![Write::Change(before.id, record)]).await?;
            entry.revise(&SAVED_FIGURES, vec![Write::Change(before.id, row)]).await?;
        }
        None => {
            let id = entry.revise(&RECORDS, vec![Write::Insert(None, record)]).await?[0];
            entry.revise(&SAVED_FIGURES, vec![Write::Insert(Some(id), row)]).await?;
        }
    }
    Ok(())
}
