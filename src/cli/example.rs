//! Runs `editions.toml` of an example: what its secretariat signed and published, and the reasons of its batches. It
//! uses the same actions as the other commands.

use std::borrow::Cow;
use std::collections::BTreeMap;

use decapolis_actions::{Actor, Request};
use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use crate::app::App;
use crate::assets::Network;
use crate::editions::cli::{instant, publish_page, sign_sections};
use crate::editions::publish::Publishing;
use crate::import::{outcomes, run};
use crate::network::settings::Settings;
use crate::page::years::Years;
use crate::web::context::Site;

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
pub async fn load_day(
    app: &App,
    network: &Network,
    day: &str,
    files: &[(String, Cow<'_, [u8]>)],
) -> Result<()> {
    let file: EditionsFile = match network.editions()? {
        Some(text) => toml::from_str(&text).map_err(|e| Error::Broken(format!("editions.toml: {e}")))?,
        None => EditionsFile::default(),
    };
    load_batch_because(app, day, files, file.reasons.get(day).map(String::as_str)).await?;
    for edition in file.editions.iter().filter(|e| e.after == day) {
        // the settings may have changed with the batch
        let site = Site::new(app.renewed().await?);
        let years = Years::read(&edition.years)
            .ok_or_else(|| Error::Broken(format!("editions.toml: no years “{}”", edition.years)))?;
        let request = Request::by(Actor::Operator).recorded(instant(&site.app, Some(day))?);
        for (by, sections) in &edition.signed {
            sign_sections(&site, request.clone(), years, sections, by).await?;
        }
        let embargo = edition
            .embargo
            .as_deref()
            .map(|d| d.parse().map_err(|e| Error::Broken(format!("editions.toml: {e}"))))
            .transpose()?;
        let how = Publishing { by: edition.by.clone(), embargo, signatures_demanded: false };
        publish_page(&site, request.because(edition.reason.as_deref()), years, how).await?;
    }
    Ok(())
}

/// Imports one dated batch of an example, by the usual import.
pub async fn load_batch(app: &App, day: &str, files: &[(String, std::borrow::Cow<'_, [u8]>)]) -> Result<()> {
    load_batch_because(app, day, files, None).await
}

/// Imports one dated batch of an example, with the reason for the journal.
pub async fn load_batch_because(
    app: &App,
    day: &str,
    files: &[(String, std::borrow::Cow<'_, [u8]>)],
    reason: Option<&str>,
) -> Result<()> {
    let recorded: Day =
        day.parse().map_err(|e| Error::Broken(format!("the folder “{day}” of the example: {e}")))?;
    let (plan, zone) = run::prepare(app, files).await?;
    if plan.errors() > 0 {
        let locale = app.locale("en").ok_or_else(|| Error::Broken("no English words".into()))?;
        let said: Vec<String> =
            plan.problems.iter().take(20).map(|p| outcomes::describe(p, &locale)).collect();
        return Err(Error::Broken(format!(
            "the batch {day} has {} errors:\n{}",
            plan.errors(),
            said.join("\n")
        )));
    }
    // the network's zone may have come with an earlier batch, after this program read its settings
    let settings = Settings::read(app.db.reader()).await?;
    let zone = if settings.code.is_empty() { zone } else { settings.zone };
    run::write(app, Actor::Operator, plan, Some(recorded), zone, reason).await?;
    Ok(())
}
