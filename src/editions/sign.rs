//! Signing sections of the live page.

use decapolis_base::Day;
use decapolis_core::errors::{Error, Result};
use decapolis_core::journal::{About, Entry, Write};
use decapolis_core::permissions::{Writer, may_write};
use decapolis_core::value::{Cell, Values};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;

use super::store::SignOff;
use super::table::SIGN_OFFS;
use super::{count, digest, store};
use crate::app::App;
use crate::page::lines::{Line, lines};
use crate::page::sheet::Sheet;

/// At most so many characters in the name of a signer.
const LONGEST_NAME: usize = 200;

/// A section of the live page with its signature.
#[derive(Clone, Debug)]
pub struct Standing {
    pub section: String,
    pub heading: String,
    pub signed: Option<SignOff>,
    /// Whether the numbers are still those that were signed.
    pub holds: bool,
}

/// The sections of a page that say a number, with the digest of their numbers: the same in every language.
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

/// Who signed which section of this page, and whether it holds.
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

/// Signs these sections of the live page, or all of them where none is named. Gives the sections that are signed.
///
/// Refused: a section that the page does not have (`error-section-unknown`), a page without a number (`error-page-empty`), and a
/// signature without a name (`error-signer-missing`).
pub async fn sign(app: &App, writer: Writer, sheet: &Sheet, wanted: &[String], by: &str, at: Timestamp) -> Result<Vec<String>> {
    may_write(writer).map_err(Error::NotAllowed)?;
    let by = by.trim();
    if by.is_empty() || by.chars().count() > LONGEST_NAME {
        return Err(Error::refused("error-signer-missing"));
    }
    let all = sections(sheet);
    if lines(sheet).iter().all(|line| line.value.is_none()) {
        return Err(Error::refused_with("error-page-empty", [("year", sheet.year.to_string().into())].into()));
    }
    if let Some(unknown) = wanted.iter().find(|w| !all.iter().any(|(key, ..)| key == *w)) {
        let sections = all.iter().map(|(key, ..)| key.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Error::refused_with(
            "error-section-unknown",
            [("text", unknown.as_str().into()), ("sections", sections.into())].into(),
        ));
    }
    let about = About { actor: "operator", action: "editions.sign-section", batch: None, reason: None, undoes: None };
    let mut entry = Entry::open(&app.db, &about, at, &app.settings.zone).await?;
    let day = Day::from(at.to_zoned(app.settings.zone.clone()).date());
    let (first_year, year) = count::span(sheet)?;
    let there = store::sign_offs(entry.reading(), (first_year, year)).await?;
    let mut writes = vec![];
    let mut signed = vec![];
    for (section, _, digest) in all.into_iter().filter(|(key, ..)| wanted.is_empty() || wanted.contains(key)) {
        let values: Values = [
            ("first_year", Cell::Int(first_year)),
            ("year", Cell::Int(year)),
            ("section", Cell::Text(section.clone())),
            ("signer", Cell::Text(by.into())),
            ("day", Cell::Int(day.number())),
            ("day_last", Cell::Int(day.number())),
            ("digest", Cell::Text(digest)),
            ("source", Cell::Null),
            ("illustrative", Cell::Bool(false)),
        ]
        .map(|(name, cell)| (name.to_string(), cell))
        .into();
        writes.push(match there.iter().find(|s| s.section == section) {
            Some(before) => Write::Change(before.row, values),
            None => Write::Insert(None, values),
        });
        signed.push(section);
    }
    match entry.revise(&SIGN_OFFS, writes).await {
        Ok(_) => entry.commit().await.map(|_| signed),
        Err(error) => {
            let _ = entry.give_up().await;
            Err(error)
        }
    }
}
