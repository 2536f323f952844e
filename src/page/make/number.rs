//! Makes a number: a figure with its sentence.

use decapolis_drawing::Sign;
use decapolis_figures::{Answer, Figure, Shape, Shown, Worded};
use decapolis_words::message::{Arg, Args};

use super::super::file::{Count, NumberItem, Phrase, Phrases, Picture};
use super::super::number::{Counted, Details, Face, Number, Pair, Within};
use super::super::sheet::{Link, Show};
use super::Maker;
use crate::page::readings::with_stale;

impl Maker<'_> {
    /// The number, and its drawing as a block of its own if the file says so.
    pub(super) fn numbers(&self, it: &NumberItem, face: Face) -> Vec<Show> {
        let Some(mut number) = self.sentence(it) else { return vec![] };
        let drawings = self.pictures(it, self.data.answer(&it.figure));
        if it.over {
            let over = (!drawings.is_empty()).then_some(Show::Drawings(drawings));
            return over.into_iter().chain([Show::number(face, number)]).collect();
        }
        number.drawing = drawings.into_iter().next();
        vec![Show::number(face, number)]
    }

    fn sentence(&self, it: &NumberItem) -> Option<Number> {
        let answer = self.data.answer(&it.figure);
        let mut number = self.number(&it.figure, it.shown)?;
        let counted = answer.counted != 0;
        if let Some(words) = it.noun.as_ref().filter(|_| counted) {
            number.noun = self.say(words);
        }
        if let Some(verb) = it.verb.as_ref().filter(|_| counted) {
            number.verb = self.phrases(verb, answer).or(number.verb);
        }
        if it.silent && !counted {
            number.verb = None;
        }
        self.go_on(it, &mut number);
        // beside a dash it would say that nobody did what nobody recorded
        let known = it.fraction && answer.base > 0 && number.shown.is_some();
        let fraction = known.then(|| self.fraction(answer));
        let unknown = self.unknown(&it.figure);
        let range = self
            .figure(&it.figure)
            .and_then(|figure| answer.range_in(&written(figure, it.shown), &self.locale));
        let not_stated = (unknown > 0).then(|| {
            let said = self.count("page-not-stated", "n", unknown);
            range.as_ref().map_or(said.clone(), |range| format!("{said}: {range}"))
        });
        number.caption = match (fraction, &not_stated) {
            (Some(fraction), Some(unknown)) => Some(format!("{fraction}; {unknown}")),
            (None, Some(unknown)) if range.is_some() => Some(unknown.clone()),
            (fraction, _) => fraction,
        };
        if let Some(readings) = self.data.readings(&it.figure).filter(|_| counted) {
            number.caption = with_stale(readings, &self.locale).or(number.caption);
        }
        number.details.unknown = not_stated.or_else(|| self.silent_of(it, answer));
        if let Some(caption) = it.caption.as_ref().filter(|_| counted) {
            number.caption = self.phrases(caption, answer);
        }
        if let Some(words) = it.nothing.as_ref().filter(|_| !counted) {
            number.caption = Some(self.with(words, &[("year", self.year_words().into())].into()));
        }
        Some(number)
    }

    /// For how many of the base the value is not stated; nothing where only the share is public.
    pub(super) fn unknown(&self, key: &str) -> i64 {
        if self.data.is_withheld(key) { 0 } else { self.data.answer(key).unknown }
    }

    /// How many units have no stated value in a picture of shares.
    fn silent_of(&self, it: &NumberItem, answer: Answer) -> Option<String> {
        let Some(Picture::Shares { parts, unknown: Some(words), .. }) = &it.picture else { return None };
        let stated = self.data.answer(&parts.first()?.figure).base;
        (stated > 0 && answer.counted > stated).then(|| self.count(words, "n", answer.counted - stated))
    }

    /// Adds the other figures of the sentence. Their texts are shown if something is counted, their codes always.
    fn go_on(&self, it: &NumberItem, number: &mut Number) {
        let counted = self.data.answer(&it.figure).counted != 0;
        let mut within = vec![];
        if let Some(key) = &it.also {
            within.extend(self.within(key));
            let also = self.data.answer(key);
            if counted || also.counted > 0 {
                number.also = Some(format!("+\u{202f}{}", also.counted_in(&self.locale)));
            }
        }
        if let Some(with) = &it.with
            && let Some(other) = self.within(&with.figure)
        {
            if counted {
                number.verb = Some(self.with(&with.joined, &[("what", other.words.clone().into())].into()));
            }
            within.push(other);
        }
        if let Some(key) = &it.and
            && let Some(other) = self.within(key)
        {
            if counted || self.data.answer(key).counted != 0 {
                let shown = self.shown(key, None).map(|worded| worded.whole()).unwrap_or_default();
                number.pair = Some(Pair { shown, noun: other.noun.clone() });
            }
            within.push(other);
        }
        within.extend(it.within.iter().filter_map(|key| self.within(key)));
        number.within = within;
    }

    pub(super) fn shown(&self, key: &str, shown: Option<Shown>) -> Option<Worded> {
        let figure = self.figure(key)?;
        Some(Worded::of(&written(figure, shown), self.data.answer(key), &self.locale))
    }

    /// The noun of a figure, singular or plural by its number.
    pub(super) fn noun(&self, key: &str, shown: Option<Shown>) -> String {
        let answer = self.data.answer(key);
        let said = self.figure(key).map_or(answer.counted, |figure| written(figure, shown).plural(answer));
        self.with(&format!("figure-{key}"), &[("n", said.into())].into())
    }

    fn signs(&self, figure: &Figure, worded: &Worded) -> Vec<Sign> {
        let mut signs = vec![if figure.of_a_period() { Sign::DuringTheYear } else { Sign::OnTheDay }];
        if worded.at_least {
            signs.push(Sign::AtLeast);
        }
        if self.data.is_provisional(&figure.key) {
            signs.push(Sign::Provisional);
        }
        signs
    }

    /// A figure with its noun, verb, signs and details. `None` if the catalogue has no such figure.
    pub(super) fn number(&self, key: &str, shown: Option<Shown>) -> Option<Number> {
        let figure = self.figure(key)?;
        let worded = self.shown(key, shown)?;
        Some(Number {
            key: key.to_string(),
            code: figure.code.clone(),
            href: self.figure_address(key, ""),
            counted: self.counted(figure, shown),
            shown: (!worded.empty).then(|| worded.number.clone()),
            prefix: worded.prefix.clone(),
            noun: self.noun(key, shown),
            verb: Some(self.say(&format!("figure-{key}.verb"))).filter(|v| !v.is_empty()),
            signs: self.signs(figure, &worded),
            details: self.details(figure),
            ..Number::default()
        })
    }

    /// Another figure of the same sentence.
    pub(super) fn within(&self, key: &str) -> Option<Within> {
        let figure = self.figure(key)?;
        let worded = self.shown(key, None)?;
        let noun = self.noun(key, None);
        Some(Within {
            key: key.to_string(),
            code: figure.code.clone(),
            href: self.figure_address(key, ""),
            counted: self.counted(figure, None),
            shown: (!worded.empty).then(|| worded.number.clone()),
            words: self.with(
                "page-counted-noun",
                &[("shown", worded.whole().into()), ("noun", noun.clone().into())].into(),
            ),
            noun,
            signs: self.signs(figure, &worded),
            corrected: None,
        })
    }

    fn counted(&self, figure: &Figure, shown: Option<Shown>) -> Counted {
        let answer = self.data.answer(&figure.key);
        let withheld = self.data.is_withheld(&figure.key);
        let share = figure.shape == Shape::Share;
        Counted {
            counted: if withheld { 0 } else { answer.counted },
            base: (share && !withheld).then_some(answer.base),
            value: written(figure, shown).printed(answer),
            exact: answer.value(figure).filter(|_| share),
            unknown: if withheld { 0 } else { answer.unknown },
            range: answer.range(figure),
            withheld,
            currency: if withheld { None } else { answer.money.map(|money| money.to_string()) },
        }
    }

    fn details(&self, figure: &Figure) -> Details {
        let answer = self.data.answer(&figure.key);
        let withheld = self.data.is_withheld(&figure.key);
        let address = |ending: &str| self.to(&format!("/figures/{}{ending}?{}", figure.key, self.when()));
        let day = |day| self.day(day).into();
        Details {
            counted: Some(self.say(&format!("figure-{}.unit", figure.key))),
            period: Some(if figure.of_a_period() {
                self.with(
                    "site-between",
                    &[("from", day(self.data.asked.from)), ("to", day(self.data.asked.to))].into(),
                )
            } else {
                self.with("site-on-day", &[("at", day(self.data.asked.to))].into())
            }),
            rule: Some(self.say(&format!("figure-{}.rule", figure.key))),
            base: (figure.shape == Shape::Share && answer.base > 0 && !withheld)
                .then(|| self.fraction(answer)),
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
    fn fraction(&self, answer: Answer) -> String {
        answer.fraction(&self.locale)
    }

    pub(super) fn count(&self, key: &str, name: &'static str, n: i64) -> String {
        self.with(key, &Args(vec![(name, Arg::Number(n))]))
    }

    /// The phrases, separated by a middle dot. `None` if all are omitted because they count 0.
    fn phrases(&self, phrases: &Phrases, answer: Answer) -> Option<String> {
        let said: Vec<String> =
            phrases.all().iter().filter_map(|phrase| self.phrase(phrase, answer)).collect();
        (!said.is_empty()).then(|| said.join(" · "))
    }

    fn phrase(&self, phrase: &Phrase, answer: Answer) -> Option<String> {
        let n = phrase.n.as_ref().map(|count| self.amount(count));
        if n == Some(0) {
            return None;
        }
        let same = phrase.same.as_ref().filter(|same| Some(self.amount(&same.n)) == n);
        let words = same.map_or(&phrase.words, |same| &same.words);
        let mut args = Args(answer.args(&self.locale).to_vec());
        args.0.push(("year", self.year_words().into()));
        args.0.extend(n.map(|n| ("n", Arg::Number(n))));
        Some(self.with(words, &args))
    }

    fn amount(&self, count: &Count) -> i64 {
        match (&count.by, count.of.as_slice()) {
            (None, _) => self.data.answer(&count.figure).counted,
            (Some(by), []) => self
                .data
                .groups(&count.figure, by)
                .iter()
                .filter(|g| g.answer.base > 0 || g.answer.counted > 0)
                .count() as i64,
            (Some(by), of) => of.iter().map(|value| self.data.group(&count.figure, by, value)).sum(),
        }
    }
}

/// The figure with the page's own way of writing the number, if it has one.
fn written(figure: &Figure, shown: Option<Shown>) -> Figure {
    Figure { shown: shown.unwrap_or(figure.shown), ..figure.clone() }
}
