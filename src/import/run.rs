//! Planning an import on a snapshot, and writing the plan as one batch.

use std::borrow::Cow;
use std::path::Path;

use decapolis_actions::{self as actions, Actor, Request};
use decapolis_base::Day;
use decapolis_import::transfer::{self, CsvFile, LikelyYears, Line, Lines, Plan, Planning, Problem};
use decapolis_register::duplicates::candidates::{Likely, Rule};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::action::IMPORT;
use crate::app::App;
use crate::network::settings::Settings;

/// Plans the import of these files on a snapshot. The zone is the network's, or the one that these files set.
pub async fn prepare(app: &App, files: &[(String, Cow<'_, [u8]>)]) -> Result<(Plan, TimeZone)> {
    let mut sheets: Vec<Box<dyn Lines>> = vec![];
    let mut problems = vec![];
    for (file, bytes) in files {
        match CsvFile::read(file, &table_of(file), bytes) {
            Ok((sheet, found)) => {
                problems.extend(found);
                sheets.push(Box::new(sheet));
            }
            Err(found) => problems.extend(found),
        }
    }
    // the files of an example say themselves what is new
    plan_lines(app, sheets, problems, &Rule { likely: Likely::New, ..Default::default() }).await
}

/// The table that a file is named after.
pub fn table_of(file: &str) -> String {
    Path::new(file).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Plans the import of these lines on a snapshot. The zone is the network's, or the one that these lines set.
pub async fn plan_lines(
    app: &App,
    lines: Vec<Box<dyn Lines>>,
    problems: Vec<Problem>,
    rule: &Rule,
) -> Result<(Plan, TimeZone)> {
    let zone = lines.iter().filter(|l| l.table() == "networks").find_map(|networks| {
        let at = networks.header().iter().position(|h| h == "zone")?;
        networks.lines().ok()?.find_map(|line| match line {
            Ok(Line::Row { cells, .. }) => TimeZone::get(cells.get(at)?.trim()).ok(),
            _ => None,
        })
    });
    let snapshot = app.db.snapshot().await?;
    let years = LikelyYears::around(app.settings.years.0.into(), app.settings.today().year());
    let how = Planning { rule: rule.clone(), years, ..Planning::default() };
    let plan = transfer::plan(&snapshot, app.all_tables(), lines, problems, &how).await?;
    snapshot.commit().await?;
    Ok((plan, zone.unwrap_or_else(|| app.settings.zone.clone())))
}

/// Writes a plan as one batch and returns its name.
pub async fn write(
    app: &App,
    actor: Actor,
    plan: Plan,
    recorded: Option<Day>,
    zone: TimeZone,
    reason: Option<&str>,
) -> Result<String> {
    let settings = Settings { zone: zone.clone(), ..app.settings.clone() };
    let at = match recorded {
        Some(day) if day > settings.today() => {
            return Err(Error::refused_with(
                "error-recorded-in-future",
                [("day", day.to_string().into())].into(),
            ));
        }
        Some(day) => Some(settings.end_of(day)?.min(Timestamp::now())),
        None => None,
    };
    let request = Request::by(actor).because(reason).recorded(at).in_zone(zone);
    Ok(actions::run(&app.register(), &IMPORT, request, plan).await?.batch)
}
