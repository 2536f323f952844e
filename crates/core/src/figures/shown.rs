//! A number as it is printed.

use super::figure::{Figure, Shape};
use super::number::Answer;
use crate::words::{NOTHING, Tongue};

/// A number in a reader's language: `Más de` and `2450` apart, so that a page can set them in two sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct Worded {
    /// "More than", where the number is a floor.
    pub prefix: Option<String>,
    pub number: String,
    /// Whether there is a number at all.
    pub empty: bool,
}

impl Worded {
    pub fn of(figure: &Figure, answer: Answer, tongue: &Tongue<'_>) -> Worded {
        match (answer.value(figure), figure.shape, figure.shown.floor) {
            (None, ..) => Worded { prefix: None, number: NOTHING.to_string(), empty: true },
            (Some(value), Shape::Share, _) => {
                Worded { prefix: None, number: tongue.numerals.percent(value, figure.shown.decimals), empty: false }
            }
            // a floor is said only of what lies above it
            (Some(_), Shape::Total, Some(step)) if answer.counted >= step => {
                let floor = answer.counted / step * step;
                Worded { prefix: (floor < answer.counted).then(|| tongue.say("page-at-least")), number: tongue.number(floor), empty: false }
            }
            (Some(_), Shape::Total, _) => Worded { prefix: None, number: tongue.number(answer.counted), empty: false },
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
