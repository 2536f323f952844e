//! A figure as it stands on the page of a year.

use decapolis_base::Day;
use decapolis_core::figures::{Answer, Class, Figure, Group, Shape, Worded};
use decapolis_core::words::{Arg, Args};
use decapolis_drawing::{Drawing, Sign, Strip};

use super::super::context::{Reader, Site};
use super::super::html::components::Link;
use super::super::html::number::{Details, Number, Within};
use super::data::Year;

/// The page being made.
pub struct Page<'a> {
    pub site: &'a Site,
    pub reader: &'a Reader<'a>,
    pub data: &'a Year,
}

impl Page<'_> {
    pub fn figure(&self, key: &str) -> Option<&Figure> {
        self.site.app.figures.catalog.figure(key)
    }

    pub fn answer(&self, key: &str) -> Answer {
        self.data.answer(key)
    }

    pub fn groups(&self, key: &str, column: &str) -> &[Group] {
        self.data.groups(key, column)
    }

    /// What one group of a breakdown counts.
    pub fn group(&self, key: &str, column: &str, value: &str) -> i64 {
        self.groups(key, column).iter().find(|g| g.by.as_deref() == Some(value)).map_or(0, |g| g.answer.counted)
    }

    pub fn number_text(&self, n: i64) -> String {
        self.reader.tongue.number(n)
    }

    pub fn day(&self, day: Day) -> String {
        self.reader.tongue.numerals.day(day)
    }

    /// The address of a figure's page as asked for this year.
    pub fn figure_address(&self, key: &str, more: &str) -> String {
        self.reader.to(&format!("/figures/{key}?at={}{more}", self.data.asked.to))
    }

    pub fn shown(&self, key: &str) -> Option<Worded> {
        let figure = self.figure(key)?;
        Some(Worded::of(figure, self.answer(key), &self.reader.tongue))
    }

    /// The noun of a figure, in the number it has.
    pub fn noun(&self, key: &str) -> String {
        self.reader.tongue.with(&format!("figure-{key}"), &[("n", self.answer(key).counted.into())].into())
    }

    pub fn signs(&self, figure: &Figure) -> Vec<Sign> {
        let mut signs = vec![if figure.of_a_period() { Sign::DuringTheYear } else { Sign::OnTheDay }];
        if self.shown(&figure.key).is_some_and(|w| w.prefix.is_some()) {
            signs.push(Sign::AtLeast);
        }
        let provisional = figure.key.starts_with("funding-") && self.group("funding-dues", "stage", "provisional") > 0;
        if provisional {
            signs.push(Sign::Provisional);
        }
        signs
    }

    /// A figure with its noun, verb, signs and what opens under it; `None` where the register has no such figure.
    pub fn number(&self, key: &str) -> Option<Number> {
        let figure = self.figure(key)?;
        let worded = self.shown(key)?;
        let say = |attribute: &str| self.reader.tongue.say(&format!("figure-{key}.{attribute}"));
        Some(Number {
            key: key.to_string(),
            code: figure.code.clone(),
            href: self.figure_address(key, ""),
            shown: (!worded.empty).then(|| worded.number.clone()),
            prefix: worded.prefix.clone(),
            noun: self.noun(key),
            verb: Some(say("verb")).filter(|v| !v.is_empty()),
            signs: self.signs(figure),
            details: self.details(figure),
            ..Number::default()
        })
    }

    fn details(&self, figure: &Figure) -> Details {
        let answer = self.answer(&figure.key);
        let of = (figure.shape == Shape::Share && answer.base > 0 && !figure.key.starts_with("funding-")).then(|| self.fraction(answer));
        let address = |ending: &str| self.reader.to(&format!("/figures/{}{ending}?at={}", figure.key, self.data.asked.to));
        Details {
            counted: Some(self.reader.tongue.say(&format!("figure-{}.unit", figure.key))),
            period: Some(if figure.of_a_period() {
                self.with(
                    "site-between",
                    &[("from", self.day(self.data.asked.from).into()), ("to", self.day(self.data.asked.to).into())].into(),
                )
            } else {
                self.with("site-on-day", &[("at", self.day(self.data.asked.to).into())].into())
            }),
            rule: Some(self.reader.tongue.say(&format!("figure-{}.rule", figure.key))),
            base: of,
            unknown: None,
            left_out: None,
            links: vec![
                Link::new(self.say("page-list"), format!("{}#rows", address(""))),
                Link::new(self.say("page-csv"), address(".csv")),
                Link::new(self.say("page-json"), address(".json")),
                Link::new(self.say("page-cite"), format!("{}#cite", address(""))),
            ],
        }
    }

    /// "107 of 141".
    pub fn fraction(&self, answer: Answer) -> String {
        self.with("page-of", &[("counted", answer.counted.into()), ("base", answer.base.into())].into())
    }

    /// Another figure of the same sentence.
    pub fn within(&self, key: &str) -> Option<Within> {
        let figure = self.figure(key)?;
        let worded = self.shown(key)?;
        let words = self.with("page-counted-noun", &[("shown", worded.whole().into()), ("noun", self.noun(key).into())].into());
        Some(Within { code: figure.code.clone(), href: self.figure_address(key, ""), words, signs: self.signs(figure) })
    }

    /// "8 learning activities", as part of a sentence.
    pub fn counted_noun(&self, key: &str) -> String {
        self.within(key).map(|w| w.words).unwrap_or_default()
    }

    pub fn count(&self, key: &str, name: &'static str, n: i64) -> String {
        self.with(key, &Args(vec![(name, Arg::Number(n))]))
    }

    /// One square for each of the base.
    pub fn strip(&self, answer: Answer, unknown: i64, in_a_row: u32) -> Option<Drawing> {
        (answer.base > 0).then(|| {
            let title = match unknown {
                0 => self.with("drawing-strip", &[("counted", answer.counted.into()), ("base", answer.base.into())].into()),
                n => self.with(
                    "drawing-strip-unknown",
                    &[("counted", answer.counted.into()), ("base", answer.base.into()), ("n", n.into())].into(),
                ),
            };
            Drawing::Strip(Strip { title, filled: answer.counted as u32, unknown: unknown as u32, all: answer.base as u32, in_a_row })
        })
    }
}

/// The word of a class in an address.
pub fn class_word(class: Class) -> &'static str {
    match class {
        Class::Counted => "counted",
        Class::BaseOnly => "base",
        Class::LeftOut => "left-out",
    }
}
