//! The state of the register that an address asks for: a day, or an edition.

use decapolis_register::journal;
use decapolis_register::known::Known;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::store;
use crate::web::context::{Site, day};

/// Reads from a URL the state of the register to show: a day, an edition (`2020-e1`), or empty for now. A day before
/// the register begins is refused, with its first day in the message.
pub async fn known_at(site: &Site, db: &impl ConnectionTrait, text: Option<&str>) -> Result<Known> {
    let Some(text) = text.filter(|t| !t.is_empty()) else { return Ok(Known::Now) };
    if text.contains("-e")
        && let Some(edition) = store::by_code(db, text).await?.filter(|e| e.is_out(site.app.settings.today()))
    {
        return Ok(Known::At(edition.known));
    }
    match journal::last_by(db, day(text)?).await? {
        0 => {
            let first = journal::first_day(db).await?.map(|d| d.to_string()).unwrap_or_default();
            Err(Error::refused_with("site-error-known-early", [("day", first.into())].into()))
        }
        number => Ok(Known::At(number)),
    }
}
