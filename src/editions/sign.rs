//! Action `editions.sign-section`: signs sections of the live page.

use std::sync::Arc;

use decapolis_actions::{
    self as actions, Action, Context, Description, Field, Request, SECRETARIAT, Turn, Undo,
};
use decapolis_register::changes::Changes;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::store::SignOff;
use super::table::SIGN_OFFS;
use super::{count, digest, store};
use crate::app::App;
use crate::page::lines::{Line, lines};
use crate::page::sheet::Sheet;

/// The longest name of a signer, in characters.
const LONGEST_NAME: usize = 200;

/// A section of the live page with its signature.
#[derive(Clone, Debug)]
pub struct Standing {
    pub section: String,
    pub heading: String,
    pub signed: Option<SignOff>,
    /// Whether the numbers are still the signed ones.
    pub holds: bool,
}

/// The sections of a page that have numbers, with the digest of their numbers. The digest does not depend on the language.
fn sections(sheet: &Sheet) -> Vec<(String, String, String)> {
    let lines = lines(sheet);
    let mut all: Vec<(String, String, String)> = vec![];
    for section in &sheet.sections {
        let of: Vec<&Line> = lines.iter().filter(|line| line.section == section.key).collect();
        if !of.is_empty() && !all.iter().any(|(key, ..)| *key == section.key) {
            all.push((section.key.clone(), section.heading.clone(), digest::of_numbers(of.into_iter())));
        }
    }
    all
}

/// Shares that are printed as ranges, because too much is unknown.
pub struct Ranged {
    /// The key of the first section that has one.
    pub section: String,
    /// All of them, each with its noun and how many are unknown, as one text.
    pub shares: String,
}

/// The shares that are printed as ranges in these sections; `None` if there are none.
pub fn ranged(sheet: &Sheet, of: impl Fn(&str) -> bool) -> Option<Ranged> {
    let ranged: Vec<Line> =
        lines(sheet).into_iter().filter(|line| line.range.is_some() && of(&line.section)).collect();
    let said = |line: &Line| {
        let unknown = format!("{} / {}", line.unknown, line.base.unwrap_or_default());
        format!("{} {} ({unknown})", line.shown, line.words)
    };
    let shares = ranged.iter().map(said).collect::<Vec<_>>().join(", ");
    Some(Ranged { section: ranged.first()?.section.clone(), shares })
}

/// The signatures of the page's sections, and whether they hold.
pub async fn standings(db: &impl ConnectionTrait, sheet: &Sheet) -> Result<Vec<Standing>> {
    let signed = store::sign_offs(db, count::span(sheet)?).await?;
    Ok(sections(sheet)
        .into_iter()
        .map(|(section, heading, digest)| {
            let signed = signed.iter().find(|s| s.section == section).cloned();
            let holds = signed.as_ref().is_some_and(|s| s.digest == digest);
            Standing { section, heading, signed, holds }
        })
        .collect())
}

/// Sections of the live page, and who signs them.
#[derive(Clone, Debug)]
pub struct SignSections {
    pub sheet: Sheet,
    /// The keys of the sections. Empty means all.
    pub wanted: Vec<String>,
    pub by: String,
}

/// Signs sections of the live page. A new signature replaces an earlier one.
///
/// Refused: a section that the page does not have (`error-section-unknown`), a page without numbers
/// (`error-page-empty`), and a signature without a name (`error-signer-missing`).
pub static SIGN_SECTIONS: Action<App, SignSections> = Action {
    about: Description {
        name: "editions.sign-section",
        on: None,
        fields: &[
            Field::of(&SIGN_OFFS, "year"),
            Field::of(&SIGN_OFFS, "section"),
            Field::of(&SIGN_OFFS, "signer"),
        ],
        turn: Turn::Short,
        undo: Undo::OwnAction,
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, App>, input: SignSections) -> Result<Changes> {
    let SignSections { sheet, wanted, by } = input;
    let by = by.trim();
    if by.is_empty() || by.chars().count() > LONGEST_NAME {
        return Err(Error::refused("error-signer-missing"));
    }
    let all = sections(&sheet);
    if lines(&sheet).iter().all(|line| line.value.is_none()) {
        return Err(Error::refused_with(
            "error-page-empty",
            [("year", sheet.year.to_string().into())].into(),
        ));
    }
    if let Some(unknown) = wanted.iter().find(|w| !all.iter().any(|(key, ..)| key == *w)) {
        let sections = all.iter().map(|(key, ..)| key.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Error::refused_with(
            "error-section-unknown",
            [("text", unknown.as_str().into()), ("sections", sections.into())].into(),
        ));
    }
    let (first_year, year) = count::span(&sheet)?;
    let there = store::sign_offs(context.tx, (first_year, year)).await?;
    let mut changes = Changes::default();
    for (section, _, digest) in all.into_iter().filter(|(key, ..)| wanted.is_empty() || wanted.contains(key))
    {
        let values: Values = [
            ("first_year", Cell::Int(first_year)),
            ("year", Cell::Int(year)),
            ("section", Cell::Text(section.clone())),
            ("signer", Cell::Text(by.into())),
            ("day", Cell::Int(context.day.number())),
            ("day_last", Cell::Int(context.day.number())),
            ("digest", Cell::Text(digest)),
        ]
        .map(|(name, cell)| (name.to_string(), cell))
        .into();
        match there.iter().find(|s| s.section == section) {
            Some(before) => changes.change(&SIGN_OFFS, before.row, values),
            None => changes.fact(&SIGN_OFFS, values),
        }
    }
    Ok(changes)
}

/// Signs these sections of the live page, or all if none is named. Returns the signed sections.
///
/// Errors: those of [`SIGN_SECTIONS`].
pub async fn sign(
    app: &Arc<App>,
    request: Request,
    sheet: &Sheet,
    wanted: &[String],
    by: &str,
) -> Result<Vec<String>> {
    let input = SignSections { sheet: sheet.clone(), wanted: wanted.to_vec(), by: by.to_string() };
    actions::run(app, &SIGN_SECTIONS, request, input).await?;
    let all = sections(sheet).into_iter().map(|(key, ..)| key);
    Ok(all.filter(|key| wanted.is_empty() || wanted.contains(key)).collect())
}
