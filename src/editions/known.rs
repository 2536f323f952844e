//! The state of the register that an address asks for: a day, a journal entry, or an edition.

use decapolis_base::Day;
use decapolis_register::journal::{self, JournalNo};
use decapolis_register::known::Known;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::{Edition, store};
use crate::web::context::{Site, day};

/// The state of the register that an address asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// As it is now.
    Now,
    /// As at the end of this day, with the last entry written by then.
    Day(Day, JournalNo),
    /// As after this journal entry, which was written on this day.
    Entry(JournalNo, Day),
    /// As it was counted for an edition.
    Edition(Box<Edition>),
}

impl State {
    /// Reads the parameter `known`: a day, an edition (`2020-e1`), a journal entry (`j4123`), or nothing for now.
    ///
    /// Refused: a day before the register begins, with its first day in the message; a day or an entry that is still to
    /// come; an edition that is not out.
    pub async fn read(site: &Site, db: &impl ConnectionTrait, text: Option<&str>) -> Result<State> {
        let Some(text) = text.filter(|t| !t.is_empty()) else { return Ok(State::Now) };
        let today = site.app.settings.today();
        if text.contains("-e")
            && let Some(edition) = store::by_code(db, text).await?.filter(|e| e.is_out(today))
        {
            return Ok(State::Edition(Box::new(edition)));
        }
        if let Some(number) = text.strip_prefix('j').and_then(|n| n.parse::<JournalNo>().ok()) {
            let unknown = || Error::refused_with("site-error-entry", [("text", text.into())].into());
            let known = (0..=journal::last(db).await?).contains(&number) && text == format!("j{number}");
            let day = journal::day_of(db, number).await?;
            return Ok(State::Entry(
                number,
                day.or((number == 0).then_some(today)).filter(|_| known).ok_or_else(unknown)?,
            ));
        }
        let asked = day(text)?;
        if asked > today {
            return Err(Error::refused_with(
                "site-error-known-late",
                [("day", today.to_string().into())].into(),
            ));
        }
        match journal::last_by(db, asked).await? {
            0 => {
                let first = journal::first_day(db).await?.map(|d| d.to_string()).unwrap_or_default();
                Err(Error::refused_with("site-error-known-early", [("day", first.into())].into()))
            }
            number => Ok(State::Day(asked, number)),
        }
    }

    pub fn known(&self) -> Known {
        match self {
            State::Now => Known::Now,
            State::Day(_, number) | State::Entry(number, _) => Known::At(*number),
            State::Edition(edition) => Known::At(edition.known),
        }
    }

    /// The parameter `known` that asks for it. `None` for now.
    pub fn text(&self) -> Option<String> {
        match self {
            State::Now => None,
            State::Day(day, _) => Some(day.to_string()),
            State::Entry(number, _) => Some(format!("j{number}")),
            State::Edition(edition) => Some(edition.code()),
        }
    }

    /// The day of this state, as readers are told it. `None` for now.
    pub fn day(&self) -> Option<Day> {
        match self {
            State::Now => None,
            State::Day(day, _) | State::Entry(_, day) => Some(*day),
            State::Edition(edition) => Some(edition.published),
        }
    }

    /// It as a note under a file: a sentence, if it is not the present.
    pub fn note(&self, locale: &Locale<'_>) -> Option<String> {
        let words = (*self != State::Now).then(|| self.words(locale))?;
        let mut letters = words.chars();
        Some(format!("{}{}.", letters.next()?.to_uppercase(), letters.as_str()))
    }

    /// It in words: "as known on 31 March 2020", "as known for edition 1 of 2020, published on 31 March 2021".
    pub fn words(&self, locale: &Locale<'_>) -> String {
        let written = |day: &Day| locale.numerals.day(*day).into();
        match self {
            State::Now => locale.say("site-known-today"),
            State::Day(day, _) => locale.with("site-known-on", &[("day", written(day))].into()),
            State::Entry(number, day) => locale.with(
                "site-known-entry",
                &[("day", written(day)), ("number", number.to_string().into())].into(),
            ),
            State::Edition(edition) => locale.with(
                "site-known-edition",
                &[
                    ("number", edition.number.into()),
                    ("year", edition.years().into()),
                    ("day", written(&edition.published)),
                ]
                .into(),
            ),
        }
    }
}
