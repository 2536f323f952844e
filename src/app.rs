//! The running program: an open register with its network's settings, words and figures.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use decapolis_actions::{Program, Register};
use decapolis_base::{Day, Texts};
use decapolis_figures::{Catalog, Figures};
use decapolis_register::db::{Db, Opening};
use decapolis_register::journal::{Heads, JournalNo};
use decapolis_register::migrate::{Keep, Migrated, migrate};
use decapolis_register::schema::{self, Standing, Tables};
use decapolis_words::errors::{Error, Result};
use decapolis_words::{Locale, Numerals, Words};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query};

use crate::activities::store::theme_colours;
use crate::assets::{self, Network};
use crate::members::brand::Brand;
use crate::modules;
use crate::page::pages::Pages;
use crate::studio::saved::{self, Saved};
use crate::studio::table::SAVED_FIGURES;

/// The settings of a network, from its record.
#[derive(Clone, Debug)]
pub struct Settings {
    pub code: String,
    pub name: Texts,
    /// Language codes, in the order offered.
    pub languages: Vec<String>,
    pub zone: TimeZone,
    pub currency: String,
    /// The text before "in 2020" at the head of the page.
    pub slogan: Texts,
    /// The URL of the site, without a final slash; empty if it has none.
    pub address: String,
    /// The licence of the numbers; empty if none is stated.
    pub licence: String,
    pub brand: Brand,
    /// The first and last year with a page.
    pub years: (i64, i64),
    /// The year that "/" shows.
    pub home_year: i64,
}

impl Default for Settings {
    fn default() -> Settings {
        let this_year = i64::from(Timestamp::now().to_zoned(TimeZone::UTC).year());
        Settings {
            code: String::new(),
            name: Texts::new(),
            languages: ["en", "es", "fr"].map(String::from).into(),
            zone: TimeZone::UTC,
            currency: "EUR".into(),
            slogan: Texts::new(),
            address: String::new(),
            licence: String::new(),
            brand: Brand::default(),
            years: (this_year, this_year),
            home_year: this_year,
        }
    }
}

/// The URL of the site from `DECAPOLIS_ADDRESS`, used if the network's record has none.
pub fn set_address() -> Option<String> {
    std::env::var("DECAPOLIS_ADDRESS").ok().filter(|address| !address.is_empty())
}

impl Settings {
    /// Reads the settings from the network's record. Without a record they are the defaults.
    pub async fn read(db: &impl ConnectionTrait) -> Result<Settings> {
        let ask = Query::select()
            .expr(Expr::col(("n", Asterisk)))
            .column(("r", "code"))
            .column(("r", "label"))
            .from_as("networks", "n")
            .join_as(sea_orm::sea_query::JoinType::InnerJoin, "records", "r", Expr::col(("r", "id")).equals(("n", "id")))
            .order_by(("n", "id"), sea_orm::sea_query::Order::Asc)
            .limit(1)
            .to_owned();
        let Some(row) = db.query_one(&ask).await? else { return Ok(Settings::default()) };
        let text = |name: &str| -> Result<String> { Ok(row.try_get::<Option<String>>("", name)?.unwrap_or_default()) };
        let year = |name: &str, otherwise: i64| -> Result<i64> { Ok(row.try_get::<Option<i64>>("", name)?.unwrap_or(otherwise)) };
        let this_year = Settings::default().home_year;
        let last = year("years_until", this_year)?;
        let zone = text("zone")?;
        Ok(Settings {
            code: text("code")?,
            name: Texts::from_json(&text("label")?),
            languages: text("languages")?.split_whitespace().map(str::to_string).collect(),
            zone: TimeZone::get(&zone).map_err(|e| Error::Broken(format!("the network's zone “{zone}”: {e}")))?,
            currency: text("currency")?,
            slogan: Texts::from_json(&text("slogan")?),
            address: Some(text("address")?)
                .filter(|a| !a.is_empty())
                .or(set_address())
                .unwrap_or_default()
                .trim_end_matches('/')
                .to_string(),
            licence: text("licence")?,
            brand: Brand::of(&text("accent")?, &text("logo")?, &theme_colours(db).await?),
            years: (year("years_from", last)?, last),
            home_year: year("home_year", last)?,
        })
    }

    /// The languages in which the network's own words must be complete. Empty until its record names languages.
    fn languages_said(&self) -> &[String] {
        if self.code.is_empty() { &[] } else { &self.languages }
    }

    /// Today's date in the network's zone.
    pub fn today(&self) -> Day {
        Day::from(Timestamp::now().to_zoned(self.zone.clone()).date())
    }

    /// The instant at which a day ends in the network's zone.
    pub fn end_of(&self, day: Day) -> Result<Timestamp> {
        let end = day.date().at(23, 59, 59, 999_000_000);
        end.to_zoned(self.zone.clone()).map(|z| z.timestamp()).map_err(|e| Error::Broken(format!("{day} has no end in this zone: {e}")))
    }
}

pub struct App {
    pub db: Db,
    pub settings: Settings,
    pub words: Words,
    pub numerals: BTreeMap<String, Numerals>,
    pub figures: Figures,
    pub pages: Pages,
    /// The last journal entry that changed the saved figures included here.
    pub figures_head: JournalNo,
    /// Whether the studio is open: in the demo, and if the operator allows it.
    pub studio: bool,
    /// The network as named by the caller, to read everything again.
    network: Option<String>,
    /// The template of the printed page.
    pub page_template: String,
}

impl App {
    /// Opens a register and reads its network's words and figures. Creates the tables of a new register.
    pub async fn open(address: &str, network: Option<&str>) -> Result<App> {
        let db = open_register(address).await?;
        App::over(db, network).await
    }

    /// Like [`App::open`], for a register that is already open.
    pub async fn over(db: Db, network: Option<&str>) -> Result<App> {
        let settings = Settings::read(db.reader()).await?;
        let named = network.map(str::to_string);
        let network = match network {
            Some(name) => Some(Network::named(name)?),
            None => Network::of_code(&settings.code),
        };
        let heads = Heads::read(db.reader()).await?;
        let saved = saved::all(db.reader()).await?;
        let made = match Made::read(network.as_ref(), &settings, &saved) {
            Err(why) if !saved.is_empty() => {
                tracing::warn!(%why, "the saved figures are left out: a page cannot be made with them");
                Made::read(network.as_ref(), &settings, &[])
            }
            made => made,
        };
        let Made { catalog, words, pages } = made?;
        if heads.last > 0 {
            for unknown in catalog.unknown_records(db.reader()).await? {
                tracing::warn!("{unknown}");
            }
        }
        let mut numerals = BTreeMap::new();
        for language in words.languages().map(str::to_string).chain(settings.languages.iter().cloned()) {
            numerals.insert(language.clone(), Numerals::new(&language)?);
        }
        let figures_head = heads.of(&[&SAVED_FIGURES]);
        let page_template = assets::page_template(network.as_ref());
        Ok(App {
            db,
            settings,
            words,
            numerals,
            figures: Figures::new(catalog),
            pages,
            page_template,
            figures_head,
            studio: false,
            network: named,
        })
    }

    /// The program on the same register with settings, words and saved figures read again.
    pub async fn renewed(&self) -> Result<App> {
        Ok(App { studio: self.studio, ..App::over(self.db.clone(), self.network.as_deref()).await? })
    }

    /// The register without the network's words and figures, for actions that need neither.
    pub fn register(&self) -> Arc<Register> {
        Arc::new(Register { db: self.db.clone(), tables: modules::tables(), zone: self.settings.zone.clone() })
    }

    /// The catalogue with these saved figures. `head` is the last journal entry that changed them.
    pub fn catalog_with(&self, saved: &[Saved], head: JournalNo) -> Result<Cow<'_, Catalog>> {
        if head == self.figures_head {
            return Ok(Cow::Borrowed(&self.figures.catalog));
        }
        let network = self.network()?;
        let mut catalog = Catalog::read(modules::listings(), &assets::figure_files(network.as_ref())?).map_err(Error::Broken)?;
        saved::stand_over(&mut catalog, saved, &[]);
        Ok(Cow::Owned(catalog))
    }

    /// Whether words and pages can be read with these saved figures. Errors: why not.
    pub fn stands_with(&self, saved: &[Saved]) -> Result<()> {
        Made::read(self.network()?.as_ref(), &self.settings, saved).map(|_| ())
    }

    fn network(&self) -> Result<Option<Network>> {
        match &self.network {
            Some(name) => Ok(Some(Network::named(name)?)),
            None => Ok(Network::of_code(&self.settings.code)),
        }
    }

    /// The words and numerals of a language. `None` if the program does not have the language.
    pub fn locale<'a>(&'a self, language: &str) -> Option<Locale<'a>> {
        let (language, numerals) = self.numerals.get_key_value(language)?;
        Some(Locale { words: &self.words, numerals, language })
    }

    pub async fn heads(&self, db: &impl ConnectionTrait) -> Result<Heads> {
        Heads::read(db).await
    }
}

impl Program for App {
    fn db(&self) -> &Db {
        &self.db
    }

    fn tables(&self) -> Tables {
        modules::tables()
    }

    fn zone(&self) -> &TimeZone {
        &self.settings.zone
    }
}

/// The catalogue, words and pages from the network's files and the saved figures.
struct Made {
    catalog: Catalog,
    words: Words,
    pages: Pages,
}

impl Made {
    fn read(network: Option<&Network>, settings: &Settings, saved: &[Saved]) -> Result<Made> {
        let mut sources = assets::word_files(network)?;
        let mut catalog = Catalog::read(modules::listings(), &assets::figure_files(network)?).map_err(Error::Broken)?;
        let languages: Vec<String> = sources.iter().map(|s| s.language.clone()).collect::<BTreeSet<_>>().into_iter().collect();
        sources.extend(saved::stand_over(&mut catalog, saved, &languages));
        let words = Words::load(sources)?;
        let pages = Pages::read(&assets::page_files(network)?, &catalog, &words, settings.languages_said()).map_err(Error::Broken)?;
        Ok(Made { catalog, words, pages })
    }
}

/// The size limit of an SQLite register in pages of 4 KiB, from `DECAPOLIS_MAX_PAGES`.
fn opening() -> Result<Opening> {
    let max_pages = std::env::var("DECAPOLIS_MAX_PAGES")
        .ok()
        .map(|n| n.parse().map_err(|_| Error::Broken(format!("DECAPOLIS_MAX_PAGES = {n} is no whole number"))))
        .transpose()?;
    Ok(Opening { max_pages, ..Opening::default() })
}

/// Opens a register, creates its tables or upgrades them from an older version, and reports an upgrade on the terminal.
pub async fn open_register(address: &str) -> Result<Db> {
    let (db, migrated) = open_and_migrate(address).await?;
    if let Some(migrated) = migrated {
        crate::terminal::tell_migrated(address, &migrated)?;
    }
    Ok(db)
}

/// Like [`open_register`], but returns what was upgraded instead of reporting it.
pub async fn open_and_migrate(address: &str) -> Result<(Db, Option<Migrated>)> {
    let opening = opening()?;
    let db = Db::open(address, &opening).await?;
    let ready = match schema::standing(db.reader(), modules::tables()).await {
        Ok(Standing::Ours) => return Ok((db, None)),
        Ok(Standing::Empty) => schema::make(&db, modules::tables()).await.map(|()| None),
        Ok(Standing::Other(_)) => migrate(&db, modules::tables(), Keep::Copy).await,
        Err(error) => Err(error),
    };
    // connections that read the old tables would read the new ones wrongly
    db.close().await;
    let migrated = ready?;
    Ok((Db::open(address, &opening).await?, migrated))
}

/// The register at this URL, if this version can read it and it is not empty.
pub async fn open_if_filled(address: &str) -> Result<Option<Db>> {
    let db = match open_register(address).await {
        Ok(db) => db,
        Err(Error::Refused(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    match Heads::read(db.reader()).await {
        Ok(heads) if heads.last > 0 => Ok(Some(db)),
        heads => {
            db.close().await;
            heads.map(|_| None)
        }
    }
}
