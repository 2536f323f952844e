//! The page of one figure: number, rule, breakdown, years and rows.

use decapolis_base::Day;
use decapolis_drawing::{Drawing, Sign, Strip};
use decapolis_figures::{Answer, AnswerShown, Asked, Gated, Measure, Readings, Shape, readings};
use decapolis_register::journal::Heads;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::{Arg, Args};
use maud::Markup;
use sea_orm::ConnectionTrait;

use crate::figures::question::{FigureAsks, Question, answer_for, class_word, worded};
use crate::figures::site::html::{FigurePage, page};
use crate::figures::values::ValuesTold;
use crate::page::make::number_words;
use crate::page::readings::{when_read, with_stale};
use crate::page::years::Years;
use crate::records::worded::column_words;
use crate::web::components::{Choice, Choosable, Entry, Field, Form, Link};
use crate::web::context::{Reader, Site};
use crate::web::files::FileKind;
use crate::web::shell;

/// Rows on a page.
pub(super) const ROWS: u64 = 50;

pub async fn show(site: &Site, reader: &Reader<'_>, key: &str, asks: &FigureAsks) -> Result<Markup> {
    let db = site.app.db.snapshot().await?;
    let question = Question::read(site, &db, reader, key, asks).await?;
    if let Some(by) = asks.by.as_deref().filter(|b| !b.is_empty())
        && !question.figure.breakdowns.iter().any(|b| b == by)
    {
        return Err(Error::refused("site-error-breakdown"));
    }
    let heads = site.app.heads(&db).await?;
    let view = View { site, reader, question: &question, asks, heads: &heads };
    let shown = view.page(&db).await?;
    db.commit().await?;
    let title = view.say(&format!("figure-{}.title", question.figure.key));
    let mut shell = shell::shell(site, reader, &title, &view.address(&[]), None);
    shell.description = shown.rule.clone();
    shell.picture = view.card().map(|card| format!("{card}.png"));
    Ok(page(&shell, &shown))
}

pub(super) struct View<'a> {
    pub(super) site: &'a Site,
    pub(super) reader: &'a Reader<'a>,
    pub(super) question: &'a Question<'a>,
    pub(super) asks: &'a FigureAsks,
    pub(super) heads: &'a Heads,
}

impl View<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.reader.locale.say(key)
    }

    pub(super) fn with(&self, key: &str, args: &Args) -> String {
        self.reader.locale.with(key, args)
    }

    pub(super) fn day(&self, day: Day) -> String {
        self.reader.locale.numerals.day(day)
    }

    /// The path of this page with these parameters, without the language.
    pub(super) fn address(&self, more: &[(&str, &str)]) -> String {
        let asked = &self.question.asked;
        let mut path = format!("/figures/{}?at={}", self.question.figure.key, asked.to);
        if asked.from != self.site.app.settings.year_starts.year_to(asked.to).from {
            path.push_str(&format!("&from={}", asked.from));
        }
        if let Some(known) = &self.question.known {
            path.push_str(&format!("&known={known}"));
        }
        for (name, value) in more {
            path.push_str(&format!("&{name}={value}"));
        }
        path
    }

    pub(super) async fn number(
        &self,
        db: &impl ConnectionTrait,
        asked: &Asked,
    ) -> Result<Gated<AnswerShown>> {
        answer_for(self.site, db, self.heads, self.question.figure, asked, self.question.viewer).await
    }

    pub(super) async fn page(&self, db: &impl ConnectionTrait) -> Result<FigurePage> {
        let figure = self.question.figure;
        let told = self.number(db, &self.question.asked).await?;
        let shown = worded(self.reader, figure, told);
        let answer = told.shown().and_then(AnswerShown::whole).unwrap_or_default();
        let mut signs = vec![if figure.of_a_period() { Sign::DuringTheYear } else { Sign::OnTheDay }];
        if shown.prefix.is_some() {
            signs.push(Sign::AtLeast);
        }
        let rule = self.say(&format!("figure-{}.rule", figure.key));
        let before = match (told.withheld(), shown.empty) {
            (Some(reason), _) => self.say(reason.key()),
            (None, true) => self.say("page-no-data"),
            (None, false) => self.sentence(&shown.whole(), answer),
        };
        let of_the_noun = told.shown().map_or(0, |told| told.answer().counted);
        let readings = readings(db, figure, &self.question.asked, &self.site.app.figures.catalog)
            .await?
            .filter(|_| told.withheld().is_none());
        let values = ValuesTold::of(&self.site.app, db, figure, &self.question.asked)
            .await?
            .filter(|_| told.shown().and_then(AnswerShown::whole).is_some());
        let noun = self.with(&format!("figure-{}", figure.key), &[("n", of_the_noun.into())].into());
        let verb = self.say(&format!("figure-{}.verb", figure.key));
        Ok(FigurePage {
            shown: (!shown.empty).then(|| shown.number.clone()),
            prefix: shown.prefix.clone(),
            sentence: if verb.is_empty() { noun } else { format!("{noun} {verb}") },
            rule: format!("{before} {rule}"),
            code: figure.code.clone(),
            signs,
            about: self.about(readings.as_ref(), values.as_ref()),
            ribbon: None,
            links: self.links(),
            drawing: self.strip(answer),
            form: self.form(),
            notice: None,
            breakdown: self.breakdown(db).await?,
            years: self.years(db).await?,
            rows: self.rows(db).await?,
            cite: Some((self.say("page-cite"), self.citation(&shown.whole(), answer))),
            embed: self.embed(),
            words: number_words(&self.reader.locale),
        })
    }

    /// The days, the state of the register, the unit and the version of the rule.
    fn about(&self, readings: Option<&Readings>, values: Option<&ValuesTold>) -> Vec<String> {
        let (asked, figure) = (&self.question.asked, self.question.figure);
        let days = match figure.of_a_period() {
            true => self.with(
                "site-between",
                &[("from", self.day(asked.from).into()), ("to", self.day(asked.to).into())].into(),
            ),
            false => self.with("site-on-day", &[("at", self.day(asked.to).into())].into()),
        };
        let known = match &self.question.known {
            Some(known) => {
                let day = known.parse().map_or_else(|_| known.clone(), |day| self.day(day));
                self.with("site-known-on", &[("day", day.into())].into())
            }
            None => self.say("site-known-today"),
        };
        let unit = self.say(&format!("figure-{}.unit", figure.key));
        let locale = &self.reader.locale;
        let read =
            readings.map(|found| with_stale(found, locale).unwrap_or_else(|| when_read(found, locale)));
        let values = values.map(|found| found.words(locale)).unwrap_or_default();
        [Some(days), read, Some(known)]
            .into_iter()
            .flatten()
            .chain(values)
            .chain([
                self.with("site-counts-units", &[("unit", unit.into())].into()),
                self.with("site-rule-version", &[("version", i64::from(figure.version).into())].into()),
            ])
            .collect()
    }

    /// Links to the number as files and as a picture, and to its rule in the studio.
    fn links(&self) -> Vec<Link> {
        [FileKind::Csv, FileKind::Xlsx, FileKind::Json]
            .map(|kind| self.file(kind.words(), kind.ending()))
            .into_iter()
            .chain(self.card().map(|card| Link::new(self.say("page-picture"), format!("{card}.png"))))
            .chain(self.change_this_rule())
            .collect()
    }

    /// A share of at most 400 units as a strip with a square for each. `None` for other figures.
    fn strip(&self, answer: Answer) -> Option<Drawing> {
        let figure = self.question.figure;
        let drawn = figure.shape == Shape::Share
            && (1..=400).contains(&answer.base)
            && !matches!(figure.measure, Measure::Sum(_));
        drawn.then(|| {
            Drawing::Strip(Strip {
                title: self.with(
                    "drawing-strip",
                    &[("counted", answer.counted.into()), ("base", answer.base.into())].into(),
                ),
                filled: answer.counted as u32,
                unknown: 0,
                all: answer.base as u32,
                in_a_row: 47,
            })
        })
    }

    /// A link to the studio with this rule. `None` if the studio is closed.
    pub(super) fn change_this_rule(&self) -> Option<Link> {
        let address = || self.reader.to(&format!("/studio?from={}", self.question.figure.key));
        self.site.app.studio.then(|| Link::new(self.say("studio-change-rule"), address()))
    }

    /// The absolute URL of the number as a card, if it is on the page of these years.
    pub(super) fn card(&self) -> Option<String> {
        let (asked, figure) = (&self.question.asked, self.question.figure);
        let starts = self.site.app.settings.year_starts;
        let years = Years { from: starts.year_of(asked.from), to: starts.year_of(asked.to) };
        let whole = asked.to == starts.last_day(years.to) && self.question.known.is_none();
        years.page(&self.site.app).ok().filter(|page| whole && page.shows(&figure.key))?;
        Some(format!("{}{}/card/{}", self.site.base, self.reader.to(&years.path()), figure.key))
    }

    /// The HTML that shows the number in another site, if it is on the page of a year.
    pub(super) fn embed(&self) -> Option<(String, String, String)> {
        let (address, figure) = (self.card()?, self.question.figure);
        let title = self.say(&format!("figure-{}.title", figure.key)).replace('"', "”");
        let text = format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"400\" height=\"240\" loading=\"lazy\"></iframe>"
        );
        Some((self.say("site-embed"), self.say("site-embed.hint"), text))
    }

    /// The citation of the number: publisher, day, state of the register, and URL.
    pub(super) fn citation(&self, shown: &str, answer: Answer) -> String {
        let figure = self.question.figure;
        let known = self
            .question
            .known
            .as_ref()
            .and_then(|k| k.parse().ok())
            .unwrap_or_else(|| self.site.app.settings.today());

        let args = [
            ("network", self.site.app.settings.name.words(self.reader.lang()).into()),
            ("title", self.say(&format!("figure-{}.title", figure.key)).into()),
            ("sentence", self.sentence(shown, answer).into()),
            ("known", self.day(known).into()),
            ("address", format!("{}/n/{}", self.site.base, figure.code).into()),
        ];
        self.with("page-cite-text", &args.into())
    }

    /// The number in a sentence.
    fn sentence(&self, shown: &str, answer: Answer) -> String {
        self.with(&format!("figure-{}.sentence", self.question.figure.key), &self.days(shown, answer).into())
    }

    /// The arguments of the figure's messages.
    pub(super) fn days(&self, shown: &str, answer: Answer) -> [(&'static str, Arg); 7] {
        let asked = &self.question.asked;
        let number = |n| self.reader.locale.number(n).into();
        [
            ("at", self.day(asked.to).into()),
            ("from", self.day(asked.from).into()),
            ("to", self.day(asked.to).into()),
            ("shown", shown.into()),
            ("counted", number(answer.counted)),
            ("base", number(answer.base)),
            ("n", answer.counted.into()),
        ]
    }

    pub(super) fn file(&self, words: &str, ending: &str) -> Link {
        let class = class_word(self.question.class);
        let path = self.address(&[("class", class)]).replacen('?', &format!(".{ending}?"), 1);
        Link::new(self.say(words), self.reader.to(&path))
    }

    pub(super) fn form(&self) -> Form {
        let entry = |label: &str, name: &str, value: String, hint: Option<String>| {
            Field::Entry(Entry {
                label: self.say(label),
                name: name.into(),
                value,
                kind: "date",
                hint,
                error: None,
            })
        };
        let mut fields = vec![
            entry("site-at", "at", self.question.asked.to.to_string(), None),
            entry("site-known", "known", self.question.known.clone().unwrap_or_default(), None),
        ];
        if !self.question.figure.breakdowns.is_empty() {
            let options = self.question.figure.breakdowns.iter().map(|b| Choosable {
                value: b.clone(),
                words: by_words(self.reader, b, ""),
                chosen: self.by() == Some(b),
            });
            fields.push(Field::Choice(Choice {
                label: self.say("site-breakdown"),
                name: "by".into(),
                options: options.collect(),
            }));
        }
        Form {
            label: self.say("site-ask"),
            action: self.reader.to(&format!("/figures/{}", self.question.figure.key)),
            fields,
            button: self.say("site-calculate"),
        }
    }

    /// The breakdown to show: the one asked for, or the figure's first.
    pub(super) fn by(&self) -> Option<&str> {
        self.asks.by.as_deref().filter(|b| !b.is_empty()).or(self
            .question
            .figure
            .breakdowns
            .first()
            .map(String::as_str))
    }
}

/// "By region", as a choice or as a `.heading`. A column that no figure file uses as a breakdown has its own label.
pub(super) fn by_words(reader: &Reader<'_>, column: &str, attribute: &str) -> String {
    let own =
        || reader.locale.with("studio-by-column", &[("column", column_words(reader, column).into())].into());
    reader.locale.maybe(&format!("site-by-{}{attribute}", column.replace('_', "-"))).unwrap_or_else(own)
}
