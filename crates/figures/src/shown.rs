//! A number as it is printed.

use decapolis_words::{Locale, NOTHING, round};

use super::figure::{Figure, Shape};
use super::number::Answer;

/// A number in a reader's language: `Más de` and `2450` apart, so that a page can set them in two sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct Worded {
    /// "More than", where the number is a floor.
    pub prefix: Option<String>,
    pub number: String,
    /// Whether there is a number at all.
    pub empty: bool,
}

impl Figure {
    /// The number as it is printed, as a number: a total down to its floor, a share in percent rounded to its decimals.
    pub fn printed(&self, answer: Answer) -> Option<f64> {
        let value = answer.value(self)?;
        Some(match (self.shape, self.shown.floor) {
            (Shape::Share, _) => round(value, self.shown.decimals),
            // a floor is said only of what lies above it
            (Shape::Total, Some(step)) if answer.counted >= step => (answer.counted / step * step) as f64,
            (Shape::Total, _) => value,
        })
    }
}

impl Worded {
    pub fn of(figure: &Figure, answer: Answer, locale: &Locale<'_>) -> Worded {
        let Some(value) = figure.printed(answer) else {
            return Worded { prefix: None, number: NOTHING.to_string(), empty: true };
        };
        match figure.shape {
            Shape::Share => Worded {
                prefix: None,
                number: locale.numerals.percent(value, figure.shown.decimals),
                empty: false,
            },
            Shape::Total => Worded {
                prefix: ((value as i64) < answer.counted).then(|| locale.say("page-at-least")),
                number: locale.number(value as i64),
                empty: false,
            },
        }
    }

    /// In one piece, as in a sentence: `Más de 2450`.
    pub fn whole(&self) -> String {
        match &self.prefix {
            Some(prefix) => format!("{prefix} {}", self.number),
            None => self.number.clone(),
        }
    }
}
