//! The program at work: an open register with its network's words, numerals and figures.

use std::collections::BTreeMap;

use decapolis_base::{Day, Texts};
use decapolis_core::db::{Db, Opening};
use decapolis_core::errors::{Error, Result};
use decapolis_core::figures::{Catalog, Figures};
use decapolis_core::journal::Heads;
use decapolis_core::schema::{self, Standing};
use decapolis_core::words::{Numerals, Tongue, Words};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query};

use crate::assets::{self, Network};
use crate::modules;
use crate::page::file::Pages;

/// The settings of a network, as its record in the register says.
#[derive(Clone, Debug)]
pub struct Settings {
    pub code: String,
    pub name: Texts,
    /// In the order they are offered.
    pub languages: Vec<String>,
    pub zone: TimeZone,
    pub currency: String,
    /// What stands before "in 2020" at the head of the page.
    pub slogan: Texts,
    /// The first and last year that has a page.
    pub years: (i64, i64),
    /// The year that "/" opens.
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
            years: (this_year, this_year),
            home_year: this_year,
        }
    }
}

impl Settings {
    /// Reads the network's record; the defaults where there is none yet.
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
            years: (year("years_from", last)?, last),
            home_year: year("home_year", last)?,
        })
    }

    /// The day it is in the network.
    pub fn today(&self) -> Day {
        Day::from(Timestamp::now().to_zoned(self.zone.clone()).date())
    }

    /// The instant at which a day of the network ends.
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
    /// The template of the page on paper.
    pub page_template: String,
}

impl App {
    /// Opens a register, making its tables where there are none, and reads its network's words and figures.
    pub async fn open(address: &str, network: Option<&str>) -> Result<App> {
        let db = open_register(address).await?;
        App::over(db, network).await
    }

    /// The same over a register that is open.
    pub async fn over(db: Db, network: Option<&str>) -> Result<App> {
        let settings = Settings::read(db.reader()).await?;
        let network = match network {
            Some(name) => Some(Network::named(name)?),
            None => Network::of_code(&settings.code),
        };
        let words = Words::load(assets::word_files(network.as_ref())?)?;
        let catalog = Catalog::read(modules::listings(), &assets::figure_files(network.as_ref())?).map_err(Error::Broken)?;
        let mut numerals = BTreeMap::new();
        for language in words.languages().map(str::to_string).chain(settings.languages.iter().cloned()) {
            numerals.insert(language.clone(), Numerals::new(&language)?);
        }
        let pages = Pages::read(&assets::page_files(network.as_ref())?, &catalog, &words, &settings.languages).map_err(Error::Broken)?;
        Ok(App { db, settings, words, numerals, figures: Figures::new(catalog), pages, page_template: assets::page_template(network.as_ref()) })
    }

    /// The words and numerals of a language; `None` where the program has no words in it.
    pub fn tongue<'a>(&'a self, language: &str) -> Option<Tongue<'a>> {
        let (language, numerals) = self.numerals.get_key_value(language)?;
        Some(Tongue { words: &self.words, numerals, language })
    }

    pub async fn heads(&self, db: &impl ConnectionTrait) -> Result<Heads> {
        Heads::read(db).await
    }
}

/// At most so many pages of 4 KiB in an SQLite register, from `DECAPOLIS_MAX_PAGES`.
fn opening() -> Result<Opening> {
    let max_pages = std::env::var("DECAPOLIS_MAX_PAGES")
        .ok()
        .map(|n| n.parse().map_err(|_| Error::Broken(format!("DECAPOLIS_MAX_PAGES = {n} is no whole number"))))
        .transpose()?;
    Ok(Opening { max_pages })
}

/// Opens a register and makes its tables where there are none. One made by another version is refused.
pub async fn open_register(address: &str) -> Result<Db> {
    let db = Db::open(address, &opening()?).await?;
    match schema::standing(&db, modules::tables()).await? {
        Standing::Ours => {}
        Standing::Empty => schema::make(&db, modules::tables()).await?,
        Standing::Other(_) => {
            db.close().await;
            return Err(Error::Broken(format!(
                "the register in {address} was made by another version of this program: export it with that version and import it into a new one"
            )));
        }
    }
    Ok(db)
}

/// Whether a register stands there that this version can read.
pub async fn is_ours(address: &str) -> Result<bool> {
    let db = Db::open(address, &opening()?).await?;
    let ours = schema::standing(&db, modules::tables()).await? == Standing::Ours && Heads::read(db.reader()).await?.last > 0;
    db.close().await;
    Ok(ours)
}
