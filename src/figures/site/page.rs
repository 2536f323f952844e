//! The page of one figure: number, rule, breakdown, years and rows.

use decapolis_base::Day;
use decapolis_drawing::{Drawing, Sign, Strip};
use decapolis_figures::{Answer, AnswerShown, Asked, Gated, Measure, Readings, Shape, Worded};
use decapolis_register::journal::Heads;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::{Arg, Args};
use maud::Markup;
use sea_orm::ConnectionTrait;

use crate::editions::known::State;
use crate::figures::beside::Beside;
use crate::figures::question::{FigureAsks, Question, answer_for, answer_to, class_word, worded};
use crate::figures::site::figure_address::FigureAddress;
use crate::figures::site::html::{FigurePage, page};
use crate::figures::sought::Sought;
use crate::figures::values::ValuesTold;
use crate::page::make::number_words;
use crate::page::readings::{when_read, with_stale};
use crate::records::worded::column_words;
use crate::web::address::encoded;
use crate::web::components::{Choice, Choosable, Entry, Field, Form, Link};
use crate::web::context::{Reader, Site};
use crate::web::files::FileKind;
use crate::web::shell;

/// Rows on a page.
pub(super) const ROWS: u64 = 50;

pub async fn show(site: &Site, reader: &Reader<'_>, key: &str, asks: &FigureAsks) -> Result<Markup> {
    let db = site.app.db.snapshot().await?;
    let sought = Sought::read(site, &db, reader, key, asks).await?;
    let question = sought.question();
    if let Some(by) = asks.by.as_deref().filter(|b| !b.is_empty())
        && (!question.figure.breakdowns.iter().any(|b| b == by) || !question.is_offered(&site.app, by))
    {
        return Err(Error::refused("site-error-breakdown"));
    }
    let heads = site.app.heads(&db).await?;
    let view = View { site, reader, question: &question, sought: &sought, asks, heads: &heads };
    let shown = view.page(&db).await?;
    db.commit().await?;
    let title = view.title();
    let mut shell = shell::shell(site, reader, &title, &view.address(&[]), None);
    shell.description = shown.rule.clone();
    shell.picture = Some(view.card(".png"));
    Ok(page(&shell, &shown))
}

pub(super) struct View<'a> {
    pub(super) site: &'a Site,
    pub(super) reader: &'a Reader<'a>,
    pub(super) question: &'a Question<'a>,
    pub(super) sought: &'a Sought,
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
        self.addressed().path(more)
    }

    /// What the address of this page says.
    pub(super) fn addressed(&self) -> FigureAddress<'_> {
        let asked = &self.question.asked;
        FigureAddress {
            key: &self.question.figure.key,
            at: asked.to,
            from: (!self.is_usual_period()).then_some(asked.from),
            known: self.question.known.as_deref(),
            only: self.sought.only.as_ref().map(|only| (only.column.as_str(), only.value.as_str())),
        }
    }

    /// Whether the period begins with the year of its last day, as it does where an address names no first day.
    fn is_usual_period(&self) -> bool {
        let asked = &self.question.asked;
        asked.from == self.site.app.settings.year_starts.year_to(asked.to).from
    }

    pub(super) async fn number(
        &self,
        db: &impl ConnectionTrait,
        asked: &Asked,
    ) -> Result<Gated<AnswerShown>> {
        answer_for(&self.site.app, db, self.heads, self.question.figure, asked, self.question.viewer).await
    }

    pub(super) async fn page(&self, db: &impl ConnectionTrait) -> Result<FigurePage> {
        let figure = self.question.figure;
        let told = answer_to(&self.site.app, db, self.heads, self.question).await?;
        let shown = worded(self.reader, figure, told);
        let answer = told.shown().and_then(AnswerShown::whole).unwrap_or_default();
        let signs = self.signs(&shown);
        let rule = self.say(&format!("figure-{}.rule", figure.key));
        let before = match (told.withheld(), shown.empty) {
            (Some(reason), _) => self.say(reason.key()),
            (None, true) => self.say("page-no-data"),
            (None, false) => self.sentence(&shown.whole(), answer),
        };
        let of_the_noun = told.shown().map_or(0, |told| figure.plural(told.answer()));
        let beside = Beside::of(&self.site.app, db, self.heads, self.question, told).await?;
        let noun = self.with(&format!("figure-{}", figure.key), &[("n", of_the_noun.into())].into());
        let verb = self.say(&format!("figure-{}.verb", figure.key));
        let mut about = self.about(beside.readings.as_ref(), beside.values.as_ref());
        about.extend((answer.unknown > 0).then(|| {
            let said = self.with("page-not-stated", &[("n", answer.unknown.into())].into());
            shown.range.as_ref().map_or(said.clone(), |range| format!("{said}: {range}"))
        }));
        Ok(FigurePage {
            shown: (!shown.empty).then(|| shown.number.clone()),
            prefix: shown.prefix.clone(),
            sentence: if verb.is_empty() { noun } else { format!("{noun} {verb}") },
            rule: format!("{before} {rule}"),
            code: figure.code.clone(),
            signs,
            about,
            ribbon: None,
            links: self.links(),
            drawing: self.strip(answer),
            form: self.form(),
            notices: self.notices(db).await?,
            breakdown: self.breakdown(db).await?,
            years: self.years(db).await?,
            rows: self.rows(db).await?,
            cite: Some((self.say("page-cite"), self.citation(&shown.whole(), answer))),
            embed: Some(self.embed()),
            words: number_words(&self.reader.locale),
        })
    }

    pub(super) fn signs(&self, shown: &Worded) -> Vec<Sign> {
        let days = if self.question.figure.of_a_period() { Sign::DuringTheYear } else { Sign::OnTheDay };
        [days].into_iter().chain(shown.at_least.then_some(Sign::AtLeast)).collect()
    }

    /// The days, and the state of the register on one named day.
    pub(super) fn days_and_state(&self) -> Vec<String> {
        let (asked, figure) = (&self.question.asked, self.question.figure);
        let days = match figure.of_a_period() {
            true => self.with(
                "site-between",
                &[("from", self.day(asked.from).into()), ("to", self.day(asked.to).into())].into(),
            ),
            false => self.with("site-on-day", &[("at", self.day(asked.to).into())].into()),
        };
        vec![days, self.sought.state.words(&self.reader.locale)]
    }

    /// The group, the days, the state of the register, the unit and the version of the rule.
    fn about(&self, readings: Option<&Readings>, values: Option<&ValuesTold>) -> Vec<String> {
        let figure = self.question.figure;
        let unit = self.say(&format!("figure-{}.unit", figure.key));
        let locale = &self.reader.locale;
        let only = self.sought.only.as_ref();
        let only = only.map(|only| locale.named(&column_words(self.reader, &only.column), &only.name));
        let read =
            readings.map(|found| with_stale(found, locale).unwrap_or_else(|| when_read(found, locale)));
        let values = values.map(|found| found.words(locale)).unwrap_or_default();
        let mut about: Vec<String> = only.into_iter().chain(self.days_and_state()).collect();
        about.extend(read);
        about.extend(values);
        about.extend([
            self.with("site-counts-units", &[("unit", unit.into())].into()),
            self.with("site-rule-version", &[("version", i64::from(figure.version).into())].into()),
        ]);
        about
    }

    /// Links to the number as files and as a picture, and to its rule in the studio.
    fn links(&self) -> Vec<Link> {
        [FileKind::Csv, FileKind::Xlsx, FileKind::Json]
            .map(|kind| self.file(kind.words(), kind.ending()))
            .into_iter()
            .chain([Link::new(self.say("page-picture"), self.card(".png"))])
            .chain(self.change_this_rule())
            .collect()
    }

    /// A share of at most 400 units as a strip with a square for each. `None` for other figures.
    pub(super) fn strip(&self, answer: Answer) -> Option<Drawing> {
        let figure = self.question.figure;
        let drawn = figure.shape == Shape::Share
            && (1..=400).contains(&answer.base)
            && !matches!(figure.measure, Measure::Sum(_));
        drawn.then(|| {
            let key = if answer.unknown > 0 { "drawing-strip-unknown" } else { "drawing-strip" };
            let mut args = Args(answer.args(&self.reader.locale).to_vec());
            args.0.push(("n", answer.unknown.into()));
            Drawing::Strip(Strip {
                title: self.with(key, &args),
                filled: answer.counted as u32,
                unknown: answer.unknown as u32,
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

    /// The absolute URL of this number as a card, for ever; with an ending as a picture (`.png`).
    pub(super) fn card(&self, ending: &str) -> String {
        let asked = &self.question.asked;
        let known = self.sought.known_for_ever(self.site, self.heads);
        let key = format!("/figures/{}/card{ending}", self.question.figure.key);
        let from = (!self.is_usual_period()).then(|| format!("from={}&", asked.from));
        let only = self.sought.only.as_ref().map(|o| format!("&only={}/{}", o.column, encoded(&o.value)));
        format!(
            "{}{}?{}at={}&known={known}{}",
            self.site.base,
            self.reader.to(&key),
            from.unwrap_or_default(),
            asked.to,
            only.unwrap_or_default()
        )
    }

    /// The heading, the instruction and the HTML that shows this number in another site.
    pub(super) fn embed(&self) -> (String, String, String) {
        let address = self.card("").replace('&', "&amp;");
        let title = self.title().replace('"', "”");
        let text = format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"400\" height=\"240\" loading=\"lazy\"></iframe>"
        );
        (self.say("site-embed"), self.say("site-embed.hint"), text)
    }

    /// The title of the figure, and the group if only one is counted: "Members · Africa".
    pub(super) fn title(&self) -> String {
        let title = self.say(&format!("figure-{}.title", self.question.figure.key));
        self.sought.only.as_ref().map_or(title.clone(), |only| format!("{title} · {}", only.name))
    }

    /// The citation of the number: publisher, sentence, state of the register, and the address that opens it for ever.
    pub(super) fn citation(&self, shown: &str, answer: Answer) -> String {
        let state = match &self.sought.state {
            State::Now => State::Day(self.site.app.settings.today(), 0),
            state => state.clone(),
        };
        let address = self.sought.path_for_ever(self.site, self.heads);
        let args = [
            ("network", self.site.app.settings.name.words(self.reader.lang()).into()),
            ("title", self.title().into()),
            ("sentence", self.sentence(shown, answer).into()),
            ("known", state.note(&self.reader.locale).unwrap_or_default().into()),
            ("address", format!("{}{address}", self.site.base).into()),
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
        let number = |n| answer.written(n, &self.reader.locale).into();
        [
            ("at", self.day(asked.to).into()),
            ("from", self.day(asked.from).into()),
            ("to", self.day(asked.to).into()),
            ("shown", shown.into()),
            ("counted", number(answer.counted)),
            ("base", number(answer.base)),
            ("n", self.question.figure.plural(answer).into()),
        ]
    }

    pub(super) fn file(&self, words: &str, ending: &str) -> Link {
        self.file_of(words, ending, &[])
    }

    /// A link to the rows of the class asked for as a file, with more parameters.
    pub(super) fn file_of(&self, words: &str, ending: &str, more: &[(&str, &str)]) -> Link {
        let class = [("class", class_word(self.question.class))];
        let path = self.address(&[&class, more].concat()).replacen('?', &format!(".{ending}?"), 1);
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
        let mut fields = vec![entry("site-at", "at", self.question.asked.to.to_string(), None)];
        let known = self.question.known.clone().unwrap_or_default();
        match &self.sought.state {
            // no day says exactly what an edition or an entry says
            State::Edition(_) | State::Entry(..) => {
                fields.push(Field::Kept { name: "known".into(), value: known });
            }
            State::Now | State::Day(..) => fields.push(entry("site-known", "known", known, None)),
        }
        if !self.is_usual_period() {
            fields.insert(0, entry("site-from", "from", self.question.asked.from.to_string(), None));
        }
        if let Some(only) = &self.sought.only {
            fields
                .push(Field::Kept { name: "only".into(), value: format!("{}/{}", only.column, only.value) });
        }
        if self.offered().next().is_some() {
            let options = self.offered().map(|b| Choosable {
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
        let asked = self.asks.by.as_deref().filter(|b| !b.is_empty());
        asked.or_else(|| self.offered().next().map(String::as_str))
    }

    /// The breakdowns to choose from.
    fn offered(&self) -> impl Iterator<Item = &String> {
        self.question.figure.offered().filter(|by| self.question.is_offered(&self.site.app, by))
    }
}

/// "By region", as a choice or as a `.heading`. A column that no figure file uses as a breakdown has its own label.
pub(super) fn by_words(reader: &Reader<'_>, column: &str, attribute: &str) -> String {
    let own =
        || reader.locale.with("studio-by-column", &[("column", column_words(reader, column).into())].into());
    reader.locale.maybe(&format!("site-by-{}{attribute}", column.replace('_', "-"))).unwrap_or_else(own)
}
