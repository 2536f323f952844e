//! A number as it is printed: on pages, in data, on the command line and on cards by the same rules.

use decapolis_words::{Locale, NOTHING, round};

use super::answer::Answer;
use super::figure::{Figure, Shape};

/// A number in a reader's language: `Más de` and `2450` apart, so that a page can set them in two sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct Worded {
    /// "More than", where the number is a floor; "Less than" before the least share that is printed.
    pub prefix: Option<String>,
    pub number: String,
    /// Between which numbers a share lies, if so much of its base is unknown that this must be said with it.
    pub range: Option<String>,
    /// The same for a narrow table: `10–60 %`.
    pub span: Option<String>,
    /// Whether there is no number at all: the register cannot know it.
    pub empty: bool,
    /// Whether the number is a floor.
    pub at_least: bool,
}

/// A share in percent as it is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Percent {
    Exactly(f64),
    /// It is not the whole, but would be printed as such.
    MoreThan(f64),
    /// It is not nothing, but would be printed as such.
    LessThan(f64),
}

impl Percent {
    fn of(figure: &Figure, answer: Answer, value: f64) -> Percent {
        let decimals = figure.shown.decimals;
        let least = 10f64.powi(-i32::from(decimals));
        let printed = answer.of_whole.unwrap_or_else(|| round(value, decimals));
        if printed >= 100.0 && answer.counted < answer.base {
            Percent::MoreThan(round(100.0 - least, decimals))
        } else if printed <= 0.0 && answer.counted > 0 {
            Percent::LessThan(least)
        } else {
            Percent::Exactly(printed)
        }
    }

    fn number(self) -> f64 {
        match self {
            Percent::Exactly(n) | Percent::MoreThan(n) | Percent::LessThan(n) => n,
        }
    }
}

impl Figure {
    /// The number as it is printed, as a number: a total down to its floor, a share in percent rounded to its decimals.
    pub fn printed(&self, answer: Answer) -> Option<f64> {
        let value = answer.value(self)?;
        Some(match (self.shape, self.shown.floor) {
            (Shape::Share, _) => Percent::of(self, answer, value).number(),
            // a floor is said only of what lies above it
            (Shape::Total, Some(step)) if value >= step as f64 => answer.in_units(answer.floor(step)),
            (Shape::Total, _) => value,
        })
    }
}

impl Figure {
    /// What is said of a count: its floor if the figure has one, or the count itself.
    fn said(&self, answer: Answer) -> i64 {
        match self.shown.floor.filter(|_| self.shape == Shape::Total) {
            // a floor is said only of what lies above it
            Some(step) if answer.floor(step) > 0 => answer.floor(step),
            _ => answer.counted,
        }
    }

    /// The number that the noun beside it follows: “more than 1,000,000” takes the noun of a million, whatever was counted. Of money the
    /// whole units.
    pub fn plural(&self, answer: Answer) -> i64 {
        answer.in_units(self.said(answer)) as i64
    }
}

impl Worded {
    /// An answer in the words and numerals of a language.
    pub fn of(figure: &Figure, answer: Answer, locale: &Locale<'_>) -> Worded {
        let Some(value) = answer.value(figure) else {
            return Worded {
                prefix: None,
                number: NOTHING.to_string(),
                range: None,
                span: None,
                empty: true,
                at_least: false,
            };
        };
        match figure.shape {
            Shape::Share => Worded::share(figure, answer, value, locale),
            Shape::Total => {
                let said = figure.said(answer);
                let at_least = said < answer.counted;
                Worded {
                    prefix: at_least.then(|| locale.say("page-at-least")),
                    number: answer.written(said, locale),
                    range: None,
                    span: None,
                    empty: false,
                    at_least,
                }
            }
        }
    }

    fn share(figure: &Figure, answer: Answer, value: f64, locale: &Locale<'_>) -> Worded {
        let decimals = figure.shown.decimals;
        let percent = Percent::of(figure, answer, value);
        let prefix = match percent {
            Percent::Exactly(_) => None,
            Percent::MoreThan(_) => Some("page-at-least"),
            Percent::LessThan(_) => Some("page-less-than"),
        };
        Worded {
            prefix: prefix.map(|key| locale.say(key)),
            number: locale.numerals.percent(percent.number(), decimals),
            range: answer.range_in(figure, locale),
            span: answer.range(figure).map(|[least, most]| {
                let least = locale.numerals.rounded(least, decimals);
                format!("{least}–{}", locale.numerals.percent(most, decimals))
            }),
            empty: false,
            at_least: matches!(percent, Percent::MoreThan(_)),
        }
    }

    /// For a column of numbers: of a share with many unknowns only its range.
    pub fn in_a_table(&self) -> String {
        self.span.clone().unwrap_or_else(|| self.whole())
    }

    /// In one piece, as in a sentence: `Más de 2450`, `15,6 % (entre 15,6 y 41,8 %)`.
    pub fn whole(&self) -> String {
        let number = match &self.prefix {
            Some(prefix) => format!("{prefix} {}", self.number),
            None => self.number.clone(),
        };
        match &self.range {
            Some(range) => format!("{number} ({range})"),
            None => number,
        }
    }
}
