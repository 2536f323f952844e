//! The settings of the network as they are, and where they are changed.

use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::may;
use decapolis_words::errors::{Error, Result};

use super::desk::{Desk, at_the_desk};
use crate::network::change_settings::CHANGE_SETTINGS;
use crate::web::visit::Visit;

/// Whether this person may change them.
pub fn may_change(desk: &Desk<'_>) -> bool {
    may(&desk.who.actor, &CHANGE_SETTINGS.about).is_ok()
}

/// Leads to the form of the settings.
pub async fn show(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        may(&desk.who.actor, &CHANGE_SETTINGS.about)?;
        Ok(Redirect::to(&desk.reader.to(&form_of(&desk)?)).into_response())
    })
    .await
}

/// The path of the form, within the office.
fn form_of(desk: &Desk<'_>) -> Result<String> {
    match desk.site.app.settings.code.as_str() {
        "" => Err(Error::refused("error-no-network")),
        code => Ok(format!("/network/{code}/do/{}", CHANGE_SETTINGS.about.name)),
    }
}
