//! The draft in a URL, and what is shown of it.

use decapolis_figures::{Asked, Figure};
use decapolis_register::known::Known;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::html::Studio;
use crate::studio::settle::{DraftError, complete, settle};
use crate::studio::{Draft, address, offered};
use crate::web::assets::script;
use crate::web::context::{Reader, Site, day};
use crate::web::sent::Pairs;

/// Refuses a query that is too long.
pub fn not_too_long(query: Option<&str>) -> Result<()> {
    match query.is_some_and(|query| query.len() > address::LONGEST) {
        true => Err(Error::refused("site-error-studio-long")),
        false => Ok(()),
    }
}

/// If the studio is closed, its pages do not exist.
pub fn open(site: &Site) -> Result<()> {
    if site.app.studio { Ok(()) } else { Err(Error::NotFound("page")) }
}

/// A draft, and the figure it makes or what is missing.
pub struct Bench<'a> {
    pub site: &'a Site,
    pub reader: &'a Reader<'a>,
    pub draft: Draft,
    pub figure: std::result::Result<Figure, Vec<DraftError>>,
    pub asked: Asked,
}

impl<'a> Bench<'a> {
    pub async fn read(
        site: &'a Site,
        db: &impl ConnectionTrait,
        reader: &'a Reader<'a>,
        pairs: &Pairs,
    ) -> Result<Bench<'a>> {
        let catalog = &site.app.figures.catalog;
        let mut draft = address::read(pairs, catalog);
        let mut faults = vec![];
        if draft.counted.is_empty()
            && let Some(figure) = catalog.figure(&draft.from)
        {
            match Draft::of(figure) {
                Ok(of_figure) => draft = Draft { at: draft.at, ..of_figure },
                Err(_) => faults.push(DraftError::at("c1", Message::new("studio-wrong-too-much"))),
            }
        }
        if catalog.figure(&draft.from).is_none() {
            draft.from.clear();
        }
        complete(&mut draft, catalog);
        faults.extend(offered::resolve(db, &mut draft, catalog, reader.audience).await?);
        let last = site.app.settings.usual_day();
        let at = match draft.at.as_str() {
            "" => last,
            text => day(text).unwrap_or_else(|_| {
                faults.push(DraftError::at("at", Message::with("site-error-date", [("text", text.into())])));
                last
            }),
        };
        let asked = Asked::period(site.app.settings.year_starts.year_to(at), Known::Now);
        let settled = settle(&draft, catalog);
        let figure = match settled {
            Ok(figure) if faults.is_empty() => Ok(figure),
            Ok(_) => Err(faults),
            Err(more) => {
                // an unknown name is reported once, not also as a missing value
                let told = |f: &DraftError| {
                    faults.iter().any(|other| other.field.replacen(".more.", ".is.", 1) == f.field)
                };
                let more: Vec<DraftError> = more.into_iter().filter(|f| !told(f)).collect();
                faults.extend(more);
                Err(faults)
            }
        };
        Ok(Bench { site, reader, draft, figure, asked })
    }

    pub fn say(&self, key: &str) -> String {
        self.reader.locale.say(key)
    }

    pub async fn page(&self, db: &impl ConnectionTrait) -> Result<Studio> {
        let mut shown = self.form(db).await?;
        shown.result = self.result(db).await?;
        shown.script = script("studio.js");
        Ok(shown)
    }
}
