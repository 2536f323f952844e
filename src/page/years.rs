//! The years of a page, as its address has them.

use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use super::file::PageFile;
use super::make::years_path;
use crate::app::App;

/// The years of a page: `2020`, or `2018-2020`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
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
    pub fn page(self, app: &App) -> Result<&PageFile> {
        let (from, to) = app.settings.years;
        let known = from <= self.from && self.from <= self.to && self.to <= to;
        app.pages.spanning(self.to - self.from + 1).filter(|_| known).ok_or_else(|| {
            Error::refused_with(
                "site-error-year",
                [("from", from.to_string().into()), ("to", to.to_string().into())].into(),
            )
        })
    }
}

impl TryFrom<String> for Years {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Years, String> {
        Years::read(&text).ok_or(text)
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
