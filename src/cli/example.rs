//! What the secretariat of an example signed, published and gave as its reasons: `editions.toml` in the example's folder. The same
//! actions as the verbs of the command line.

use std::borrow::Cow;
use std::collections::BTreeMap;

use decapolis_core::actions::{Actor, Request};
use decapolis_core::errors::{Error, Result};
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
    /// Why a batch was recorded, by its day.
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
    /// The years of the page, as in its address.
    years: String,
    by: Option<String>,
    reason: Option<String>,
    embargo: Option<String>,
    /// Sections by whoever signs them.
    #[serde(default)]
    signed: BTreeMap<String, Vec<String>>,
}

/// Loads one dated batch of an example with its reason, and publishes what the example publishes after it.
pub async fn load_day(app: &App, network: &Network, day: &str, files: &[(String, Cow<'_, [u8]>)]) -> Result<()> {
    let file: EditionsFile = match network.editions()? {
        Some(text) => toml::from_str(&text).map_err(|e| Error::Broken(format!("editions.toml: {e}")))?,
        None => EditionsFile::default(),
    };
    load_batch_because(app, day, files, file.reasons.get(day).map(String::as_str)).await?;
    for edition in file.editions.iter().filter(|e| e.after == day) {
        // the settings may have come with the batch
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
