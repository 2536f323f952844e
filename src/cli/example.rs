//! Runs `editions.toml` of an example: what its secretariat signed and published, and the reasons of its batches. It
//! uses the same actions as the other commands.

use std::borrow::Cow;
use std::collections::BTreeMap;

use decapolis_actions::{Actor, Request};
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use super::demo::load_batch_because;
use super::editions::{instant, publish_page, sign_sections};
use crate::app::App;
use crate::assets::Network;
use crate::editions::publish::Publishing;
use crate::site::context::Site;
use crate::site::year::Years;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionsFile {
    /// The reason of each batch, by its day.
    #[serde(default)]
    reasons: BTreeMap<String, String>,
    #[serde(default, rename = "edition")]
    editions: Vec<EditionOfExample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionOfExample {
    /// The batch after which it is published, on the same day.
    after: String,
    /// The years of the page, written as in its URL.
    years: String,
    by: Option<String>,
    reason: Option<String>,
    embargo: Option<String>,
    /// The sections that each signer signs.
    #[serde(default)]
    signed: BTreeMap<String, Vec<String>>,
}

/// Imports one dated batch of an example with its reason, and publishes what the example publishes after it.
pub async fn load_day(app: &App, network: &Network, day: &str, files: &[(String, Cow<'_, [u8]>)]) -> Result<()> {
    let file: EditionsFile = match network.editions()? {
        Some(text) => toml::from_str(&text).map_err(|e| Error::Broken(format!("editions.toml: {e}")))?,
        None => EditionsFile::default(),
    };
    load_batch_because(app, day, files, file.reasons.get(day).map(String::as_str)).await?;
    for edition in file.editions.iter().filter(|e| e.after == day) {
        // the settings may have changed with the batch
        let site = Site::new(app.renewed().await?);
        let years = Years::read(&edition.years).ok_or_else(|| Error::Broken(format!("editions.toml: no years “{}”", edition.years)))?;
        let request = Request::by(Actor::Operator).recorded(instant(&site.app, Some(day))?);
        for (by, sections) in &edition.signed {
            sign_sections(&site, request.clone(), years, sections, by).await?;
        }
        let embargo =
            edition.embargo.as_deref().map(|d| d.parse().map_err(|e| Error::Broken(format!("editions.toml: {e}")))).transpose()?;
        let how = Publishing { by: edition.by.clone(), embargo, signatures_demanded: false };
        publish_page(&site, request.because(edition.reason.as_deref()), years, how).await?;
    }
    Ok(())
}
