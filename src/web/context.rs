//! What every page needs: the site, and the reader of the page.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use decapolis_base::Day;
use decapolis_figures::Viewer;
use decapolis_register::permissions::Audience;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use super::address::{LAND, version};
use crate::app::App;
use crate::assets::Web;
use crate::network::brand_files::BrandFiles;
use crate::web::cache::Cache;
use crate::web::reached::Reached;

/// The most rows of an exported file: as many as are written while a reader waits. The export of the command line has no such limit.
pub const MOST_ROWS: u64 = 50_000;

type Own = Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>;

pub struct Site {
    pub app: Arc<App>,
    /// The URL of the site, without a final slash: from the network's record, or where the server listens.
    pub base: String,
    /// The site's host names and trusted proxies.
    pub reached: Reached,
    /// The address of the land of the world map. Empty if the program was built without it.
    pub land: String,
    /// Changes with the style sheet, so that browsers fetch a new one.
    pub style_version: String,
    pub(crate) brand: BrandFiles,
    /// Changes with every start, because words and settings may have changed.
    pub(crate) mark: String,
    /// Cached responses, documents, counts and data of pages.
    pub cache: Cache,
    /// What modules remember while the program runs, by its type.
    own: Own,
    /// The most rows in an exported file.
    pub most_rows: u64,
}

impl Site {
    pub fn new(app: App) -> Site {
        let file = |name: &str| {
            Web::get(name).map(|f| String::from_utf8_lossy(&f.data).into_owned()).unwrap_or_default()
        };
        let style_version = version(file("site.css").bytes());
        Site {
            base: app.settings.address.clone(),
            reached: Reached::default(),
            land: if Web::get("land.txt").is_some() {
                format!("{LAND}?{style_version}")
            } else {
                String::new()
            },
            style_version,
            brand: BrandFiles::of(&app.settings.brand),
            mark: version(jiff::Timestamp::now().as_nanosecond().to_string().bytes()),
            cache: Cache::default(),
            own: Own::default(),
            most_rows: MOST_ROWS,
            app: Arc::new(app),
        }
    }

    /// What a module remembers of this site: made when it is first asked for, gone with the site.
    pub fn own<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut own = self.own.lock().expect("nothing that panics runs while this is locked");
        let kept = own.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default())).clone();
        kept.downcast().expect("it was entered under its own type")
    }

    /// The reader as a viewer of figures, today.
    pub fn viewer(&self, reader: &Reader<'_>) -> Viewer {
        Viewer {
            audience: reader.audience,
            today: self.app.settings.today(),
            years: self.app.settings.year_starts,
        }
    }

    /// The site with settings, words and saved figures read again.
    pub async fn renewed(&self) -> Result<Site> {
        let renewed = Site::new(self.app.renewed().await?);
        // a new address counts at once; the names by which the site was reached stay
        let base = if renewed.base.is_empty() { self.base.clone() } else { renewed.base.clone() };
        Ok(Site { reached: self.reached.clone().also_by(&base), base, most_rows: self.most_rows, ..renewed })
    }

    /// The URL of the network's own colours, if it has any.
    pub fn colours(&self) -> Option<String> {
        (!self.brand.style.is_empty()).then(|| format!("/brand/colours.css?{}", self.brand.version))
    }

    /// The reader of a page in this language. Refused: `error-language-unknown` if the network does not offer it.
    pub fn reader<'a>(&'a self, language: &str) -> Result<Reader<'a>> {
        let offered = self.app.settings.languages.iter().any(|l| l == language);
        match self.app.locale(language).filter(|_| offered && self.app.words.has(language, "page-title")) {
            Some(locale) => Ok(Reader { locale, audience: Audience::Public, within: "" }),
            None => Err(Error::refused_with(
                "site-error-language",
                [("text", language.into()), ("languages", self.app.settings.languages.join(", ").into())]
                    .into(),
            )),
        }
    }

    /// The first of the network's languages that the browser accepts, or else the network's first.
    pub fn language_for(&self, accept: Option<&str>) -> String {
        let mut wanted: Vec<(f64, String)> = accept
            .unwrap_or_default()
            .split(',')
            .filter_map(|part| {
                let mut parts = part.trim().split(';');
                let tag = parts.next()?.trim().to_lowercase();
                let weight = parts.find_map(|p| p.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
                Some((weight, tag.split('-').next()?.to_string()))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        let offered = &self.app.settings.languages;
        wanted
            .into_iter()
            .find(|(weight, tag)| *weight > 0.0 && offered.contains(tag))
            .map(|(_, tag)| tag)
            .or_else(|| offered.first().cloned())
            .unwrap_or_else(|| "en".into())
    }
}

/// The reader of a page: their language, and what they may see.
#[derive(Clone)]
pub struct Reader<'a> {
    pub locale: Locale<'a>,
    pub audience: Audience,
    /// The part of the site that its links stay in: `/office`, or nothing for the public site.
    pub within: &'static str,
}

impl Reader<'_> {
    pub fn lang(&self) -> &str {
        self.locale.language
    }

    /// Whether the language is written from right to left.
    pub fn right_to_left(&self) -> bool {
        self.locale.right_to_left()
    }

    /// The path of a page of this part of the site, in the reader's language.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{}{path}", self.lang(), self.within)
    }
}

/// Reads a day from a URL. Refused: `site-error-date`.
pub fn day(text: &str) -> Result<Day> {
    text.parse().map_err(|_| Error::refused_with("site-error-date", [("text", text.into())].into()))
}
