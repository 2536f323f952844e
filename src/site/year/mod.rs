//! The page of a year, or of several years.

use std::sync::Arc;

use decapolis_base::Day;
use decapolis_figures::Class;
use decapolis_register::journal::Heads;
use decapolis_words::errors::{Error, Result};
use maud::Markup;

use super::context::{Reader, Site};
use super::forms;
use super::html::components::Link;
use super::html::sheet as html;
use super::shell;
use crate::cache::Key;
use crate::page::data::{self, Data};
use crate::page::file::PageFile;
use crate::page::make::{Maker, years_path};
use crate::page::sheet::Sheet;

/// The years of a page: `2020`, or `2018-2020`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Years {
    pub from: i64,
    pub to: i64,
}

impl Years {
    /// Reads the years from a path. `None` if it is not a page of years.
    pub fn read(text: &str) -> Option<Years> {
        let year = |t: &str| t.parse().ok().filter(|_| t.len() == 4 && t.bytes().all(|b| b.is_ascii_digit()));
        let (from, to) = text.split_once('-').unwrap_or((text, text));
        Some(Years { from: year(from)?, to: year(to)? })
    }

    /// The path of the page, without the language.
    pub fn path(self) -> String {
        years_path(self.from, self.to)
    }

    /// The page file that covers these years.
    ///
    /// Errors: refused, with the years that have a page.
    pub fn page(self, site: &Site) -> Result<&PageFile> {
        let (from, to) = site.app.settings.years;
        let known = from <= self.from && self.from <= self.to && self.to <= to;
        site.app.pages.spanning(self.to - self.from + 1).filter(|_| known).ok_or_else(|| {
            Error::refused_with("site-error-year", [("from", from.to_string().into()), ("to", to.to_string().into())].into())
        })
    }
}

/// Responds with the page of these years.
pub async fn show(site: &Site, reader: &Reader<'_>, years: Years) -> Result<Markup> {
    let mut sheet = sheet(site, reader, years).await?;
    sheet.downloads.extend(forms::links(reader, &years.path()));
    sheet.downloads.push(Link::new(reader.locale.say("editions-title"), reader.to(&format!("{}/editions", years.path()))));
    let mut shell = shell::shell(site, reader, &sheet.headline, &years.path(), Some(years.to));
    shell.description = reader.locale.with(
        "page-description",
        &[("network", site.app.settings.name.words(reader.lang()).into()), ("year", years.to.to_string().into())].into(),
    );
    Ok(html::page(&shell, &sheet, &site.land))
}

/// The live page of these years, in the reader's language.
pub async fn sheet(site: &Site, reader: &Reader<'_>, years: Years) -> Result<Sheet> {
    let file = years.page(site)?;
    let data = data_of(site, file, years).await?;
    Ok(Maker { app: &site.app, file, data: &data, locale: reader.locale, base: &site.base }.sheet())
}

/// The page's data, from the cache while the register has not changed.
async fn data_of(site: &Site, file: &PageFile, years: Years) -> Result<Arc<Data>> {
    let asked = data::period(years.from, years.to, site.app.settings.today());
    let heads = Heads::read(site.app.db.reader()).await?;
    let key = Key::new("year", format!("{}/{}", asked.from, asked.to));
    let ask = async || {
        let snapshot = site.app.db.snapshot().await?;
        let heads = Heads::read(&snapshot).await?;
        let data = Data::ask(&site.app, &snapshot, &heads, file, asked).await?;
        snapshot.commit().await?;
        Ok(data)
    };
    site.cache.of_head(key, heads.last, ask).await
}

/// The last day of the period of the network's first page.
pub fn usual_day(site: &Site) -> Day {
    site.app.settings.today().min(Day::last_of_year(site.app.settings.home_year))
}

/// The value of a class in a URL.
pub fn class_word(class: Class) -> &'static str {
    match class {
        Class::Counted => "counted",
        Class::BaseOnly => "base",
        Class::LeftOut => "left-out",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_an_address_are_four_digits_each() {
        assert_eq!(Years::read("2020"), Some(Years { from: 2020, to: 2020 }));
        assert_eq!(Years::read("2018-2020"), Some(Years { from: 2018, to: 2020 }));
        for other in ["20", "members", "2018-", "-2020", "2018-20", "20x0", "2018-2019-2020", "٢٠٢٠"] {
            assert_eq!(Years::read(other), None, "{other}");
        }
    }
}
