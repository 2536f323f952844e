//! `editions`: sign sections, publish pages, enter printed reports, verify editions.

use crate::terminal::say;
use std::path::PathBuf;

use clap::Subcommand;
use decapolis_actions::{Actor, Request};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use crate::app::App;
use crate::cli::day::one_day;
use crate::cli::register::{open_existing, terminal_language};
use crate::editions::publish::{self, Publishing};
use crate::editions::site::draft;
use crate::editions::{Edition, as_printed, proof, sign, store};
use crate::page::forms::{Form, write};
use crate::page::sheet::Sheet;
use crate::page::years::Years;
use crate::web::context::Site;

#[derive(Subcommand)]
pub enum Editions {
    /// Sign sections of the live page of a year. A signature holds while the numbers of the section stay the same.
    Sign {
        /// The year of the page, or its first and last: 2020, 2018-2020.
        year: String,
        /// The key of a section; can be given several times.
        #[arg(long, value_name = "KEY", required_unless_present = "all", conflicts_with = "all")]
        section: Vec<String>,
        /// Sign every section of the page.
        #[arg(long)]
        all: bool,
        /// Who signs: name and role, as readers will see them.
        #[arg(long, value_name = "WHO")]
        by: String,
        /// Record it at the end of this day instead of now.
        #[arg(long, value_name = "DATE")]
        recorded: Option<String>,
    },
    /// Publish the page of a year as its next edition: shows it first, and writes only with --apply.
    Publish {
        /// The year of the page, or its first and last: 2020, 2018-2020.
        year: String,
        /// The first day on which the public may read it.
        #[arg(long, value_name = "DATE")]
        embargo: Option<String>,
        /// Who publishes, as readers will see it.
        #[arg(long, value_name = "WHO")]
        by: Option<String>,
        /// The reason, for the journal.
        #[arg(long)]
        reason: Option<String>,
        /// Publish. Without this nothing is written. An edition is never changed or taken back.
        #[arg(long)]
        apply: bool,
        /// Record it at the end of this day instead of now.
        #[arg(long, value_name = "DATE")]
        recorded: Option<String>,
    },
    /// List all editions, including those under embargo.
    Editions,
    /// Enter a report that is older than the register, with its numbers as printed: shows them first, and writes only
    /// with --apply. They are never recounted.
    AsPrinted {
        /// The year it reports on.
        year: i64,
        /// A CSV file: figure or label (label_es …), printed, note (note_es …), page.
        file: PathBuf,
        /// The source of the report.
        #[arg(long)]
        source: String,
        /// Enter it. Without this nothing is written. An edition is never changed or taken back.
        #[arg(long)]
        apply: bool,
        /// Record it at the end of this day instead of now.
        #[arg(long, value_name = "DATE")]
        recorded: Option<String>,
    },
    /// Check every edition against its own rows, and recount it as known on its day.
    Verify,
}

pub async fn run(what: &Editions, lang: Option<&str>) -> Result<()> {
    let site = Site::new(open_existing().await?);
    let language = lang
        .filter(|l| site.app.locale(l).is_some())
        .map_or_else(|| terminal_language(&site.app), str::to_string);
    let locale = site.app.locale(&language).expect("a language with words");
    match what {
        Editions::Sign { year, section, by, recorded, .. } => {
            let request = Request::by(Actor::Operator).recorded(instant(&site.app, recorded.as_deref())?);
            sign_and_say(&site, request, years(&site.app, year)?, section, by, &locale).await
        }
        Editions::Publish { year, embargo, by, reason, apply, recorded } => {
            let how = Publishing {
                by: by.clone(),
                embargo: embargo.as_deref().map(one_day).transpose()?,
                signatures_demanded: false,
            };
            let request = Request::by(Actor::Operator)
                .because(reason.as_deref())
                .recorded(instant(&site.app, recorded.as_deref())?);
            let years = years(&site.app, year)?;
            stands_on_paper(&site, years).await?;
            if !apply {
                return say_what_would_be_published(&site, years, how, &locale).await;
            }
            let edition = publish_page(&site, request, years, how).await?;
            say!("{}", told(&edition, &locale));
            let page = store::sheet(site.app.db.reader(), &edition, &language).await.ok();
            say_unsigned(&edition, page.as_ref(), &locale);
            Ok(())
        }
        Editions::Editions => {
            for edition in store::all(site.app.db.reader()).await? {
                say!("{}", told(&edition, &locale));
            }
            Ok(())
        }
        Editions::AsPrinted { year, file, source, apply, recorded } => {
            let bytes = std::fs::read(file)
                .map_err(|e| Error::Broken(format!("cannot read {}: {e}", file.display())))?;
            let lines = as_printed::read(&bytes, &site.app.figures.catalog)?;
            if !apply {
                let args = [("year", year.to_string().into()), ("n", (lines.len() as i64).into())];
                say!("{}", locale.with("as-printed-preview", &args.into()));
                say!("{}", locale.with("preview-apply", &[("option", "--apply".into())].into()));
                return Ok(());
            }
            let request = Request::by(Actor::Operator).recorded(instant(&site.app, recorded.as_deref())?);
            let edition = as_printed::enter(&site.app, request, *year, &lines, source).await?;
            say!("{}", told(&edition, &locale));
            Ok(())
        }
        Editions::Verify => {
            let report = proof::all(&site.app).await?;
            report.lines(&locale).iter().for_each(|line| say!("{line}"));
            if report.stands() { Ok(()) } else { Err(Error::refused("error-editions-altered")) }
        }
    }
}

/// Signs sections, and says which of them print a share as a range.
async fn sign_and_say(
    site: &Site,
    request: Request,
    years: Years,
    sections: &[String],
    by: &str,
    locale: &Locale<'_>,
) -> Result<()> {
    let signed = sign_sections(site, request, years, sections, by).await?;
    let draft = draft(site, years).await?;
    let args = [("sections", signed.join(", ").into()), ("by", by.trim().into())];
    say!("{}", locale.with("signed", &args.into()));
    let page = draft.pages.iter().find(|page| page.lang == locale.language).or(draft.pages.first());
    let is_signed = |section: &str| signed.iter().any(|s| s == section);
    if let Some(ranged) = page.and_then(|page| sign::ranged(page, is_signed)) {
        say!("{}", locale.with("signed-with-unknowns", &[("shares", ranged.shares.into())].into()));
    }
    Ok(())
}

/// Says what publishing the page of these years would write, and writes nothing.
async fn say_what_would_be_published(
    site: &Site,
    years: Years,
    how: Publishing,
    locale: &Locale<'_>,
) -> Result<()> {
    let how = Publishing { signatures_demanded: years.page(&site.app)?.signed, ..how };
    let draft = draft(site, years).await?;
    let ready = publish::preview(&site.app, &draft, &how).await?;
    let args = [("edition", ready.edition.code().into()), ("n", (ready.numbers() as i64).into())];
    say!("{}", locale.with("publish-preview", &args.into()));
    let page = draft.pages.iter().find(|page| page.lang == locale.language);
    say_unsigned(&ready.edition, page, locale);
    if site.base.is_empty() {
        say!("{}", locale.say("report-no-address"));
    }
    say!("{}", locale.with("preview-apply", &[("option", "--apply".into())].into()));
    Ok(())
}

fn say_unsigned(edition: &Edition, page: Option<&Sheet>, locale: &Locale<'_>) {
    if edition.unsigned.is_empty() {
        return;
    }
    let args = [("sections", edition.unsigned.join(", ").into())];
    say!("{}", locale.with("edition-unsigned", &args.into()));
    let unsigned = |section: &str| edition.unsigned.iter().any(|key| key == section);
    if let Some(ranged) = page.and_then(|page| sign::ranged(page, unsigned)) {
        let args = [
            ("year", edition.years().into()),
            ("shares", ranged.shares.into()),
            ("section", ranged.section.into()),
        ];
        say!("{}", locale.with("edition-asks-for-a-signature", &args.into()));
    }
}

/// Signs sections of the live page, or all of them if none is named.
pub async fn sign_sections(
    site: &Site,
    request: Request,
    years: Years,
    sections: &[String],
    by: &str,
) -> Result<Vec<String>> {
    let draft = draft(site, years).await?;
    let first = draft.pages.first().ok_or_else(|| Error::Broken("the network has no language".into()))?;
    sign::sign(&site.app, request, first, sections, by).await
}

/// Sets the live page on paper in every language. An edition whose PDF cannot be written would lack it for ever.
///
/// Refused: `error-page-not-on-paper`, with what the typesetter says.
pub async fn stands_on_paper(site: &Site, years: Years) -> Result<()> {
    let dress = site.dress();
    for sheet in &draft(site, years).await?.pages {
        write(sheet, Form::Pdf, &dress).map_err(|why| {
            let args = [("language", sheet.lang.as_str().into()), ("why", why.to_string().into())];
            Error::refused_with("error-page-not-on-paper", args.into())
        })?;
    }
    Ok(())
}

/// Publishes the live page, and requires signatures if its file says so. If numbers change meanwhile the page is made again, a few times.
pub async fn publish_page(site: &Site, request: Request, years: Years, how: Publishing) -> Result<Edition> {
    let signatures_demanded = how.signatures_demanded || years.page(&site.app)?.signed;
    let how = Publishing { signatures_demanded, ..how };
    let mut tries = 0;
    loop {
        let draft = draft(site, years).await?;
        tries += 1;
        match publish::publish(&site.app, request.clone(), &draft, &how).await {
            Err(Error::Refused(message)) if message.key == "error-moved" && tries < 3 => {}
            other => return other,
        }
    }
}

/// One line: `2020-e1`, its day, and its embargo.
fn told(edition: &Edition, locale: &Locale<'_>) -> String {
    let mut parts = vec![
        edition.code(),
        locale.with("edition-published-on", &[("day", locale.numerals.day(edition.published).into())].into()),
        locale.with("edition-counted-at", &[("number", edition.known.to_string().into())].into()),
    ];
    if edition.source.is_some() {
        parts[2] = locale.say("edition-as-printed");
    }
    if let Some(day) = edition.embargo {
        parts.push(locale.with("edition-embargo", &[("day", locale.numerals.day(day).into())].into()));
    }
    parts.join(" · ")
}

/// The years of a page, written as in its URL.
fn years(app: &App, text: &str) -> Result<Years> {
    let (from, to) = app.settings.years;
    Years::read(text).filter(|y| from <= y.from && y.from <= y.to && y.to <= to).ok_or_else(|| {
        Error::refused_with(
            "error-page-year",
            [("text", text.into()), ("from", from.to_string().into()), ("to", to.to_string().into())].into(),
        )
    })
}

/// The end of a day in the past. `None` if no day is given: then the time of writing is recorded.
pub fn instant(app: &App, recorded: Option<&str>) -> Result<Option<Timestamp>> {
    match recorded.map(one_day).transpose()? {
        Some(day) if day > app.settings.today() => {
            Err(Error::refused_with("error-recorded-in-future", [("day", day.to_string().into())].into()))
        }
        Some(day) => Ok(Some(app.settings.end_of(day)?.min(Timestamp::now()))),
        None => Ok(None),
    }
}
