//! What every page is made with: the site as a whole, and the reader in front of it.

use std::sync::Arc;

use decapolis_base::Day;
use decapolis_core::errors::{Error, Result};
use decapolis_core::journal;
use decapolis_core::known::Known;
use decapolis_core::permissions::Audience;
use decapolis_core::words::Tongue;
use sea_orm::ConnectionTrait;

use super::brand::BrandFiles;
use super::reached::Reached;
use crate::app::App;
use crate::assets::Web;
use crate::cache::Cache;
use crate::editions;

pub struct Site {
    pub app: Arc<App>,
    /// Where readers find the site, without a slash at its end: what the network's record says, or where it listens.
    pub base: String,
    /// By which names and through which proxies it is reached.
    pub reached: Reached,
    /// The land of the world map, as one SVG path.
    pub land: String,
    /// Changes with the style sheet, so that browsers fetch a new one.
    pub style_version: String,
    pub(super) brand: BrandFiles,
    /// Changes with every start: an answer may have been made with other words and settings before.
    pub(super) mark: String,
    /// What was worked out and may be asked for again: answers, documents, counts, the data of pages.
    pub cache: Cache,
    /// What was worked out of editions.
    pub editions: editions::Kept,
    /// The most rows of a list or of a figure in a file.
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

    /// The same site with what was saved since.
    pub async fn renewed(&self) -> Result<Site> {
        let renewed = Site::new(self.app.renewed().await?);
        Ok(Site { base: self.base.clone(), reached: self.reached.clone(), most_rows: self.most_rows, ..renewed })
    }

    /// The address of the network's own colours, where it has some.
    pub fn colours(&self) -> Option<String> {
        (!self.brand.style.is_empty()).then(|| format!("/brand/colours.css?{}", self.brand.version))
    }

    /// The reader of a page in this language; `error-language-unknown` where the network does not offer it.
    pub fn reader<'a>(&'a self, language: &str) -> Result<Reader<'a>> {
        let offered = self.app.settings.languages.iter().any(|l| l == language);
        match self.app.tongue(language).filter(|_| offered && self.app.words.has(language, "page-title")) {
            Some(tongue) => Ok(Reader { tongue, audience: Audience::Public }),
            None => Err(Error::refused_with(
                "site-error-language",
                [("text", language.into()), ("languages", self.app.settings.languages.join(", ").into())].into(),
            )),
        }
    }

    /// The first of the network's languages that the reader's browser asks for, or the network's own first.
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

/// A short mark of a file, which changes with it. (FNV-1a, 32 bits.)
pub fn version(bytes: impl Iterator<Item = u8>) -> String {
    format!("{:08x}", bytes.fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193)))
}

/// Somebody reading a page.
pub struct Reader<'a> {
    pub tongue: Tongue<'a>,
    pub audience: Audience,
}

impl Reader<'_> {
    pub fn lang(&self) -> &str {
        self.tongue.language
    }

    /// Whether the language is written from right to left.
    pub fn right_to_left(&self) -> bool {
        self.tongue.right_to_left()
    }

    /// An address of the site in the reader's language.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.lang())
    }
}

/// A day from an address; `site-error-date` where it is none.
pub fn day(text: &str) -> Result<Day> {
    text.parse().map_err(|_| Error::refused_with("site-error-date", [("text", text.into())].into()))
}

/// As known on a day, or when an edition was counted (`2020-e1`), from an address: now where it is empty. A day before the register
/// begins is refused with the first it has.
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
