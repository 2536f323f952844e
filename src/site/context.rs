//! What every page needs: the site, and the reader of the page.

use std::sync::Arc;

use decapolis_base::Day;
use decapolis_register::journal;
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::brand::BrandFiles;
use super::reached::Reached;
use crate::app::App;
use crate::assets::Web;
use crate::cache::Cache;
use crate::editions;

pub struct Site {
    pub app: Arc<App>,
    /// The URL of the site, without a final slash: from the network's record, or where the server listens.
    pub base: String,
    /// The site's host names and trusted proxies.
    pub reached: Reached,
    /// The land of the world map, as one SVG path.
    pub land: String,
    /// Changes with the style sheet, so that browsers fetch a new one.
    pub style_version: String,
    pub(super) brand: BrandFiles,
    /// Changes with every start, because words and settings may have changed.
    pub(super) mark: String,
    /// Cached responses, documents, counts and data of pages.
    pub cache: Cache,
    /// Cached data of editions.
    pub editions: editions::Kept,
    /// The most rows in an exported file.
    pub most_rows: u64,
}

impl Site {
    pub fn new(app: App) -> Site {
        let file = |name: &str| Web::get(name).map(|f| String::from_utf8_lossy(&f.data).into_owned()).unwrap_or_default();
        let style = file("site.css");
        Site {
            base: app.settings.address.clone(),
            reached: Reached::default(),
            land: file("land.txt"),
            style_version: version(style.bytes()),
            brand: BrandFiles::of(&app.settings.brand),
            mark: version(jiff::Timestamp::now().as_nanosecond().to_string().bytes()),
            cache: Cache::default(),
            editions: Default::default(),
            most_rows: super::export::MOST_ROWS,
            app: Arc::new(app),
        }
    }

    /// The site with settings, words and saved figures read again.
    pub async fn renewed(&self) -> Result<Site> {
        let renewed = Site::new(self.app.renewed().await?);
        Ok(Site { base: self.base.clone(), reached: self.reached.clone(), most_rows: self.most_rows, ..renewed })
    }

    /// The URL of the network's own colours, if it has any.
    pub fn colours(&self) -> Option<String> {
        (!self.brand.style.is_empty()).then(|| format!("/brand/colours.css?{}", self.brand.version))
    }

    /// The reader of a page in this language. Refused: `error-language-unknown` if the network does not offer it.
    pub fn reader<'a>(&'a self, language: &str) -> Result<Reader<'a>> {
        let offered = self.app.settings.languages.iter().any(|l| l == language);
        match self.app.locale(language).filter(|_| offered && self.app.words.has(language, "page-title")) {
            Some(locale) => Ok(Reader { locale, audience: Audience::Public }),
            None => Err(Error::refused_with(
                "site-error-language",
                [("text", language.into()), ("languages", self.app.settings.languages.join(", ").into())].into(),
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

/// A short hash of a file (FNV-1a, 32 bits).
pub fn version(bytes: impl Iterator<Item = u8>) -> String {
    format!("{:08x}", bytes.fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193)))
}

/// The reader of a page: their language, and what they may see.
pub struct Reader<'a> {
    pub locale: Locale<'a>,
    pub audience: Audience,
}

impl Reader<'_> {
    pub fn lang(&self) -> &str {
        self.locale.language
    }

    /// Whether the language is written from right to left.
    pub fn right_to_left(&self) -> bool {
        self.locale.right_to_left()
    }

    /// The path of a page of the site, in the reader's language.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.lang())
    }
}

/// Reads a day from a URL. Refused: `site-error-date`.
pub fn day(text: &str) -> Result<Day> {
    text.parse().map_err(|_| Error::refused_with("site-error-date", [("text", text.into())].into()))
}

/// Reads from a URL the state of the register to show: a day, an edition (`2020-e1`), or empty for now. A day before
/// the register begins is refused, with its first day in the message.
pub async fn known(site: &Site, db: &impl ConnectionTrait, text: Option<&str>) -> Result<Known> {
    let Some(text) = text.filter(|t| !t.is_empty()) else { return Ok(Known::Now) };
    if text.contains("-e")
        && let Some(edition) = editions::store::by_code(db, text).await?.filter(|e| e.is_out(site.app.settings.today()))
    {
        return Ok(Known::At(edition.known));
    }
    match journal::last_by(db, day(text)?).await? {
        0 => {
            let first = journal::first_day(db).await?.map(|d| d.to_string()).unwrap_or_default();
            Err(Error::refused_with("site-error-known-early", [("day", first.into())].into()))
        }
        number => Ok(Known::At(number)),
    }
}
