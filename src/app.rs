//! The running program: an open register with its network's settings, words and figures.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use decapolis_actions::{Deed, Description, Offer, OnRow, Program, Register, WordsLacking};
use decapolis_base::Currency;
use decapolis_figures::{Catalog, Figures, Listing, MOST_UNKNOWN};
use decapolis_register::db::Db;
use decapolis_register::journal::{Heads, JournalNo};
use decapolis_register::panels::{OwnList, Panel};
use decapolis_register::records;
use decapolis_register::schema::Tables;
use decapolis_register::table::Table;
use decapolis_words::errors::{Error, Result};
use decapolis_words::{Locale, Numerals, Words};
use jiff::tz::TimeZone;
use sea_orm::ConnectionTrait;

use crate::accounts::provider::Provider;
use crate::activities::store::theme_colours;
use crate::assets::{self, Network};
use crate::files::shelf;
use crate::lookups::log::LookupLog;
use crate::mail::transport::Mail;
use crate::network::settings::Settings;
use crate::page::pages::Pages;
use crate::studio::saved::{self, Saved};
use crate::studio::table::SAVED_FIGURES;
use crate::web::opens::Address;

/// What all modules together offer to the program. It is handed in, so that a page can be made without knowing every module.
pub struct Offered {
    pub tables: Tables,
    pub listings: &'static [&'static Listing],
    pub panels: &'static [&'static Panel],
    pub lists: &'static [&'static OwnList],
    pub actions: &'static [&'static Offer],
    pub descriptions: &'static [&'static Description],
    pub addresses: &'static [Address],
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
    /// Whether this is the demo: its visitors sign in as one of a cast.
    pub demo: bool,
    /// Who signs people in besides this site, where the operator names somebody.
    pub provider: Option<Arc<Provider>>,
    /// The way out of mail, where the operator has set one.
    pub mail: Option<Arc<Mail>>,
    /// The folder of the files on records; `None` where a register on a server has none.
    pub files: Option<PathBuf>,
    /// Which readings of personal data wait to be written.
    pub lookups: Arc<LookupLog>,
    offered: &'static Offered,
    /// The network as named by the caller, to read everything again.
    network: Option<String>,
    /// The template of the printed page.
    pub page_template: String,
}

impl App {
    /// The program over an open register, with what the modules offer.
    pub async fn over(db: Db, network: Option<&str>, offered: &'static Offered) -> Result<App> {
        let mut settings = Settings::read(db.reader()).await?;
        if settings.currency.is_none() {
            settings.currency = currency_of_amounts(db.reader(), offered.tables).await?;
        }
        settings.brand = settings.brand.with_themes(&theme_colours(db.reader()).await?);
        let named = network.map(str::to_string);
        let network = network_of(network, &settings.code)?;
        let heads = Heads::read(db.reader()).await?;
        let saved = saved::all(db.reader()).await?;
        let read = |settings: &Settings, saved: &[Saved]| {
            Made::read(offered.listings, network.as_ref(), settings, saved)
        };
        let made = match read(&settings, &saved) {
            Err(why) if !saved.is_empty() => {
                tracing::warn!(%why, "the saved figures are left out: a page cannot be made with them");
                read(&settings, &[])
            }
            made => made,
        };
        let made = match made {
            Ok(made) => made,
            // a language was added before its words: the others go on
            Err(why) => {
                let alone =
                    |language: &String| Settings { languages: vec![language.clone()], ..settings.clone() };
                let kept: Vec<String> = settings
                    .languages
                    .iter()
                    .filter(|language| read(&alone(language), &[]).is_ok())
                    .cloned()
                    .collect();
                if kept.is_empty() {
                    return Err(why);
                }
                tracing::warn!(%why, kept = kept.join(" "), "a language is left out: it lacks words");
                settings.languages = kept;
                read(&settings, &[])?
            }
        };
        let Made { catalog, words, pages } = made;
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
        let files = shelf::folder(db.path().as_deref());
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
            demo: false,
            provider: None,
            mail: None,
            files,
            lookups: Arc::default(),
            network: named,
            offered,
        })
    }

    /// The program on the same register with settings, words and saved figures read again.
    pub async fn renewed(&self) -> Result<App> {
        Ok(App {
            studio: self.studio,
            demo: self.demo,
            provider: self.provider.clone(),
            mail: self.mail.clone(),
            files: self.files.clone(),
            lookups: self.lookups.clone(),
            ..App::over(self.db.clone(), self.network.as_deref(), self.offered).await?
        })
    }

    /// The tables of every module.
    pub fn all_tables(&self) -> Tables {
        self.offered.tables
    }

    /// The list that a module has for this kind of record, where it has one.
    pub fn list_of(&self, kind: &str) -> Option<&'static OwnList> {
        self.offered.lists.iter().copied().find(|list| list.of == kind)
    }

    /// The action with this name.
    pub fn action(&self, name: &str) -> Option<&'static Offer> {
        self.offered.actions.iter().copied().find(|offer| offer.about.name == name)
    }

    /// Every action.
    pub fn offers(&self) -> impl Iterator<Item = &'static Offer> {
        self.offered.actions.iter().copied()
    }

    /// What every table offers: one of the actions on its rows; `None` where the table is kept for other actions.
    pub fn row_action(&self, table: &Table, deed: Deed) -> Option<&'static Offer> {
        let is = |on: OnRow| on.table.name == table.name && on.deed == deed;
        self.offered.actions.iter().copied().find(|offer| offer.on_row.is_some_and(is))
    }

    /// The description of every action.
    pub fn descriptions(&self) -> &'static [&'static Description] {
        self.offered.descriptions
    }

    /// What is said of every address.
    pub fn addresses(&self) -> &'static [Address] {
        self.offered.addresses
    }

    /// The actions that the pages of this kind of record offer.
    pub fn actions_on(&self, kind: &str) -> impl Iterator<Item = &'static Offer> {
        self.offered.actions.iter().copied().filter(move |offer| offer.about.on == Some(kind))
    }

    /// The panels on the pages of this kind of record.
    pub fn panels(&self, kind: &str) -> impl Iterator<Item = &'static Panel> {
        self.offered.panels.iter().copied().filter(move |panel| panel.of == kind)
    }

    /// Whether the figures are made with the saved figures of this state of the register.
    pub fn has_figures_of(&self, heads: &Heads) -> bool {
        heads.of(&[&SAVED_FIGURES]) == self.figures_head
    }

    /// The register without the network's words and figures, for actions that need neither.
    pub fn register(&self) -> Arc<Register> {
        Arc::new(Register {
            db: self.db.clone(),
            tables: self.offered.tables,
            zone: self.settings.zone.clone(),
            words: Some(self.words_lacking()),
        })
    }

    /// Which words the pages lack in languages that the network does not have yet. The files are read again, as at the next start.
    fn words_lacking(&self) -> WordsLacking {
        let (listings, named) = (self.offered.listings, self.network.clone());
        let (code, currency) = (self.settings.code.clone(), self.settings.currency);
        Arc::new(move |languages| {
            let network = network_of(named.as_deref(), &code)?;
            let none = Settings { currency, ..Settings::default() };
            let made = Made::read(listings, network.as_ref(), &none, &[])?;
            let lacking = |language: &String| {
                let keys = made.pages.lacking(&made.words, language);
                (!keys.is_empty()).then(|| (language.clone(), keys))
            };
            Ok(languages.iter().find_map(lacking))
        })
    }

    /// The catalogue with these saved figures. `head` is the last journal entry that changed them.
    pub fn catalog_with(&self, saved: &[Saved], head: JournalNo) -> Result<Cow<'_, Catalog>> {
        if head == self.figures_head {
            return Ok(Cow::Borrowed(&self.figures.catalog));
        }
        let network = self.network()?;
        let mut catalog = Catalog::read(self.offered.listings, &assets::figure_files(network.as_ref())?)
            .map_err(Error::Broken)?
            .counting_in(self.settings.counts_in())
            .with_ranges_above(self.settings.most_unknown.unwrap_or(MOST_UNKNOWN));
        saved::stand_over(&mut catalog, saved, &[]);
        Ok(Cow::Owned(catalog))
    }

    /// Whether words and pages can be read with these saved figures. Errors: why not.
    pub fn stands_with(&self, saved: &[Saved]) -> Result<()> {
        Made::read(self.offered.listings, self.network()?.as_ref(), &self.settings, saved).map(|_| ())
    }

    /// Whether the network has a folder with a page or a template of its own, which nobody has tried yet.
    pub fn has_page_of_its_own(&self) -> bool {
        matches!(self.network(), Ok(Some(Network::OnDisk(folder))) if folder.join("pages").is_dir() || folder.join("page.typ").is_file())
    }

    fn network(&self) -> Result<Option<Network>> {
        network_of(self.network.as_deref(), &self.settings.code)
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
        self.offered.tables
    }

    fn zone(&self) -> &TimeZone {
        &self.settings.zone
    }
}

/// The files of the network: as the caller names it, or as its record does.
fn network_of(named: Option<&str>, code: &str) -> Result<Option<Network>> {
    match named {
        Some(name) => Ok(Some(Network::named(name)?)),
        None => Ok(Network::of_code(code)),
    }
}

/// The currency of the amounts of a register in which no record names the network's.
async fn currency_of_amounts(db: &impl ConnectionTrait, tables: Tables) -> Result<Option<Currency>> {
    for table in tables.all() {
        if let Some(code) = records::currency_of_amounts(db, table).await? {
            return Ok(Currency::of(&code));
        }
    }
    Ok(None)
}

/// The catalogue, words and pages from the network's files and the saved figures.
struct Made {
    catalog: Catalog,
    words: Words,
    pages: Pages,
}

impl Made {
    fn read(
        listings: &'static [&'static Listing],
        network: Option<&Network>,
        settings: &Settings,
        saved: &[Saved],
    ) -> Result<Made> {
        let mut sources = assets::word_files(network)?;
        let mut catalog = Catalog::read(listings, &assets::figure_files(network)?)
            .map_err(Error::Broken)?
            .counting_in(settings.counts_in())
            .with_ranges_above(settings.most_unknown.unwrap_or(MOST_UNKNOWN));
        let languages: Vec<String> =
            sources.iter().map(|s| s.language.clone()).collect::<BTreeSet<_>>().into_iter().collect();
        sources.extend(saved::stand_over(&mut catalog, saved, &languages));
        let words = Words::load(sources)?;
        let pages = Pages::read(&assets::page_files(network)?, &catalog, &words, settings.languages_said())
            .map_err(Error::Broken)?;
        Ok(Made { catalog, words, pages })
    }
}
