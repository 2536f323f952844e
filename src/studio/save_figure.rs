//! Action `studio.save-figure`: saves a figure with its words.

use decapolis_actions::{Action, Context, Description, Field, SECRETARIAT, Turn, Undo};
use decapolis_base::Texts;
use decapolis_figures::{Catalog, Figure};
use decapolis_register::changes::Changes;
use decapolis_register::records::NewRecord;
use decapolis_register::table::RECORDS;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::saved::{self, FigureWords, Saved, is_key};
use super::table::{KIND, SAVED_FIGURES};
use crate::app::App;

/// The characters of a code, without those that look like another.
const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// The longest text, in characters.
const LONGEST: usize = 1_000;

/// A figure to save. If it keeps the key of the figure it started from (`from`), the version is raised if the rule
/// differs. With a new key it gets version 1 and a free code.
#[derive(Clone, Debug)]
pub struct SaveFigure {
    pub figure: Figure,
    pub key: String,
    pub from: String,
    pub words: FigureWords,
}

/// Saves a figure with its words.
///
/// Refused: `error-figure-key`, `error-figure-key-taken`, `error-figure-words`, `error-figure-same`, `error-figure-page`.
pub static SAVE_FIGURE: Action<App, SaveFigure> = Action {
    about: Description {
        name: "studio.save-figure",
        on: None,
        fields: &[
            Field::of(&SAVED_FIGURES, "rule"),
            Field::of(&SAVED_FIGURES, "one"),
            Field::of(&SAVED_FIGURES, "many"),
            Field::of(&SAVED_FIGURES, "explained"),
            Field::of(&SAVED_FIGURES, "unit"),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: SECRETARIAT,
        in_the_demo: true,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, App>, input: SaveFigure) -> Result<Changes> {
    let SaveFigure { figure, key, from, words } = input;
    let app = context.program;
    let mut all = saved::all(context.tx).await?;
    // figures saved since this program read them count too: their keys, codes and versions
    let catalog = app.catalog_with(&all, app.heads(context.tx).await?.of(&[&SAVED_FIGURES]))?;
    let figure = named(&catalog, figure, &key, &from)?;
    let before = all.iter().position(|s| s.key == key).map(|at| all.remove(at));
    if before.is_none() && code_taken(context.tx, &key).await? {
        return Err(Error::refused_with("error-figure-key-taken", [("key", key.into())].into()));
    }
    let words = checked(words)?;
    let rule = figure.text();
    if before.as_ref().is_some_and(|b| b.rule == rule && b.words == words) {
        return Err(Error::refused_with("error-figure-same", [("key", key.into())].into()));
    }
    catalog.check(&figure).map_err(Error::Broken)?;
    let id = before.as_ref().map_or(0, |b| b.id);
    all.push(Saved {
        id,
        key: key.clone(),
        rule: rule.clone(),
        version: i64::from(figure.version),
        words: words.clone(),
    });
    if let Err(why) = app.stands_with(&all) {
        tracing::info!(%why, key, "a figure is not saved, since a page could not be made with it");
        return Err(Error::refused_with("error-figure-page", [("key", key.into())].into()));
    }
    Ok(rows(&figure, rule, &words, before))
}

/// The rows of a saved figure: its record and its own columns.
fn rows(figure: &Figure, rule: String, words: &FigureWords, before: Option<Saved>) -> Changes {
    let texts = |texts: &Texts| Cell::Text(texts.to_json());
    let record = NewRecord::of(KIND, figure.key.as_str(), words.title.clone());
    let own: Values = [
        ("rule", Cell::Text(rule)),
        ("version", Cell::Int(i64::from(figure.version))),
        ("one", texts(&words.one)),
        ("many", texts(&words.many)),
        ("explained", texts(&words.explained)),
        ("unit", texts(&words.unit)),
    ]
    .map(|(name, cell)| (name.to_string(), cell))
    .into();
    let mut changes = Changes::default();
    match before {
        Some(before) => {
            changes.change(&RECORDS, before.id, record.values());
            changes.change(&SAVED_FIGURES, before.id, own);
        }
        None => {
            changes.record(&SAVED_FIGURES, record, own);
        }
    }
    changes
}

/// The figure under its new key, with its code and version.
pub fn named(catalog: &Catalog, mut figure: Figure, key: &str, from: &str) -> Result<Figure> {
    if !is_key(key) || key == "unnamed" {
        return Err(Error::refused_with("error-figure-key", [("key", key.into())].into()));
    }
    figure.key = key.to_string();
    match catalog.figure(key) {
        Some(_) if key != from => {
            return Err(Error::refused_with("error-figure-key-taken", [("key", key.into())].into()));
        }
        Some(adopted) => {
            figure.code = adopted.code.clone();
            figure.version = adopted.version;
            if figure != *adopted {
                figure.version += 1;
            }
        }
        None => {
            figure.code = free_code(catalog, key)?;
            figure.version = 1;
        }
    }
    Ok(figure)
}

/// A free code. The same key gets the same code while that one is free.
fn free_code(catalog: &Catalog, key: &str) -> Result<String> {
    // FNV-1a hash of the key, then the next numbers
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
        if catalog.by_code(&code).is_none() && code != "ZZZZ" {
            return Ok(code);
        }
        number = number.wrapping_mul(0x0100_0193).wrapping_add(1);
    }
    Err(Error::Broken("no code is free".into()))
}

/// Checks the words: each text must be filled in its first language; other languages may be missing.
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
