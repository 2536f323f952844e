//! What a figure gives: how much is counted of what base, in which money, and how much the register cannot know.

use decapolis_base::Currency;
use decapolis_words::Locale;
use decapolis_words::message::Arg;

use super::figure::{Figure, Shape};

/// What is counted, and of what base. The measure is units, or the sum of a column.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answer {
    /// In units of the figure; of money in minor units of its currency.
    pub counted: i64,
    pub base: i64,
    /// The currency of what is summed; `None` if no money is.
    pub money: Option<Currency>,
    /// Whether the register records by then what is counted: only then is nothing counted a known zero.
    pub recorded: bool,
    /// For how many units of the base the value is not stated.
    pub unknown: i64,
    /// Whether so much is unknown that the share is printed as a range.
    pub ranged: bool,
    /// The share in percent as it is printed beside the other parts of its whole.
    pub of_whole: Option<f64>,
}

/// Answers are the same if they count the same.
impl PartialEq for Answer {
    fn eq(&self, other: &Answer) -> bool {
        (self.counted, self.base) == (other.counted, other.base)
    }
}

impl Answer {
    /// Nothing is counted, and nothing is known.
    pub const NOTHING: Answer = Answer {
        counted: 0,
        base: 0,
        money: None,
        recorded: false,
        unknown: 0,
        ranged: false,
        of_whole: None,
    };

    /// So many of so many, without money. Of nothing counted it is not known whether it is a zero.
    pub fn of(counted: i64, base: i64) -> Answer {
        Answer { counted, base, recorded: counted != 0, ..Answer::NOTHING }
    }

    /// The same in this currency.
    pub fn in_money(self, money: Option<Currency>) -> Answer {
        Answer { money, ..self }
    }

    /// These counts, as an edition keeps them, with what else is known of the number: its currency, how much is unknown, its part of a
    /// whole. `counted` is the same question, counted as known then.
    pub fn with_what_is_known(self, counted: Answer) -> Answer {
        Answer {
            counted: self.counted,
            base: self.base,
            recorded: counted.recorded || self.counted != 0,
            of_whole: counted.of_whole.filter(|_| self == counted),
            ..counted
        }
    }

    /// The number, unrounded: a total, of money in whole units of its currency, or a share in percent. `None` if the register cannot know
    /// it: nothing of the kind is recorded by then, or there is no base.
    pub fn value(self, figure: &Figure) -> Option<f64> {
        match figure.shape {
            Shape::Total => self.recorded.then(|| self.in_units(self.counted)),
            Shape::Share => (self.recorded && self.base != 0 && !self.is_impossible(figure))
                .then(|| self.counted as f64 * 100.0 / self.base as f64),
        }
    }

    /// The least and the most that a share can be, in percent, if so much is unknown that it is printed as a range.
    pub fn range(self, figure: &Figure) -> Option<[f64; 2]> {
        let least = self.value(figure).filter(|_| self.ranged && figure.shape == Shape::Share)?;
        let most = (self.counted + self.unknown).min(self.base) as f64 * 100.0 / self.base as f64;
        (least < most).then_some([least, most])
    }

    /// The range in words: "between 15.6 and 41.8%".
    pub fn range_in(self, figure: &Figure, locale: &Locale<'_>) -> Option<String> {
        let [least, most] = self.range(figure)?;
        let decimals = figure.shown.decimals;
        let args = [
            ("least", locale.numerals.rounded(least, decimals).into()),
            ("most", locale.numerals.percent(most, decimals).into()),
        ];
        Some(locale.with("page-range", &args.into()))
    }

    /// Whether it cannot be a share: of a base below zero, below zero itself, or more than its base. Refunds among the amounts make such.
    pub fn is_impossible(self, figure: &Figure) -> bool {
        figure.shape == Shape::Share && (self.base < 0 || self.counted < 0 || self.counted > self.base)
    }

    /// A measure in whole units: of money in its currency, not in cents.
    pub fn in_units(self, measure: i64) -> f64 {
        self.money.map_or(measure as f64, |currency| currency.whole_units(measure))
    }

    /// What is counted, down to a multiple of this many whole units.
    pub fn floor(self, step: i64) -> i64 {
        let step = step.saturating_mul(self.money.map_or(1, |currency| 10i64.pow(currency.digits())));
        self.counted / step * step
    }

    /// What is counted, as a reader of this language reads it: `2,450`, or an amount of money with its currency.
    pub fn counted_in(self, locale: &Locale<'_>) -> String {
        self.written(self.counted, locale)
    }

    /// The counts for messages that take `$counted` and `$base`: numbers, or amounts of money with their currency.
    pub fn args(self, locale: &Locale<'_>) -> [(&'static str, Arg); 2] {
        let arg = |measure: i64| match self.money {
            Some(currency) => Arg::Text(locale.money(measure, currency)),
            None => Arg::Number(measure),
        };
        [("counted", arg(self.counted)), ("base", arg(self.base))]
    }

    /// "107 of 141".
    pub fn fraction(self, locale: &Locale<'_>) -> String {
        locale.with("page-of", &self.args(locale).into())
    }

    /// A measure of this answer in words.
    pub fn written(self, measure: i64, locale: &Locale<'_>) -> String {
        self.money.map_or_else(|| locale.number(measure), |currency| locale.money(measure, currency))
    }
}
