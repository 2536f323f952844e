//! A day named on the command line.

use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};

/// The day that these words of an option say. It must be one day: a year or a month would be several.
pub fn one_day(text: &str) -> Result<Day> {
    text.parse().map_err(|_| Error::refused_with("error-not-one-day", [("text", text.into())].into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_or_a_month_is_not_one_day() {
        assert!(one_day("2020-12-31").is_ok());
        for text in ["2020", "2020-12", "../2020-12-31", "03/04/2020", ""] {
            let refused = one_day(text).unwrap_err();
            assert!(refused.to_string().contains("error-not-one-day"), "{refused}");
        }
    }
}
