//! Makes a page from its file and its data: words every number and draws every picture, without queries.

mod groups;
mod number;
mod picture;
mod unfilled;

use decapolis_base::{Day, YearStart};
use decapolis_drawing::{Fill, Part, Sign};
use decapolis_figures::{Answer, Figure, Stopped};
use decapolis_words::Locale;
use decapolis_words::message::Args;

use super::data::Data;
use super::file::{Item, PageFile, SectionFile, StageItem, WholeItem};
use super::number::{Face, Number, NumberWords};
use super::sheet::{Band, Legend, Link, Section, Sheet, Show};
use crate::app::App;
use crate::page::permanent;

/// A page in the making.
pub struct Maker<'a> {
    pub app: &'a App,
    pub file: &'a PageFile,
    pub data: &'a Data,
    pub locale: Locale<'a>,
    /// The URL of the site, without a final slash: `https://network.example`. Empty if it is not known.
    pub base: &'a str,
}

impl Maker<'_> {
    /// The live page. Publishing adds what is said about the edition.
    pub fn sheet(&self) -> Sheet {
        let shown: Vec<(&SectionFile, Vec<Show>)> =
            self.file.sections.iter().map(|s| (s, self.shows(s))).collect();
        Sheet {
            lang: self.locale.language.to_string(),
            network: self.app.settings.name.words(self.locale.language).to_string(),
            year: self.year(),
            from: self.data.asked.from.to_string(),
            to: self.data.asked.to.to_string(),
            edition: None,
            headline: self.headline(),
            state: [
                self.with("page-status", &[("day", self.day(self.data.asked.to).into())].into()),
                self.say("page-live"),
            ]
            .into_iter()
            .chain(
                self.data
                    .written
                    .map(|day| self.with("page-last-written", &[("day", self.day(day).into())].into())),
            )
            .chain(self.stopped())
            .collect(),
            ribbon: self.data.illustrative.then(|| self.say("page-illustrative-ribbon")),
            codes: self.codes(),
            address: (!self.base.is_empty()).then(|| short_address(self.base, &self.path_of_years())),
            downloads: vec![],
            words: number_words(&self.locale),
            unfilled: self.unfilled(&shown),
            sections: shown
                .into_iter()
                .map(|(file, shows)| self.section(file, shows))
                .filter(|s| !s.shows.is_empty())
                .collect(),
            legend: self.legend(),
        }
    }

    /// Which lists stop before the last day of the page, and when: what came later is probably not written yet.
    fn stopped(&self) -> Option<String> {
        let list = |stopped: &Stopped| {
            let words = self.say(&format!("listing-{}", stopped.listing));
            self.with(
                "page-list-until",
                &[("list", words.into()), ("day", self.day(stopped.last).into())].into(),
            )
        };
        let lists: Vec<String> = self.data.stopped.iter().map(list).collect();
        (!lists.is_empty())
            .then(|| self.with("page-lists-stop", &[("lists", lists.join(", ").into())].into()))
    }

    fn headline(&self) -> String {
        let settings = &self.app.settings;
        let years = self.years();
        let slogan = settings.slogan.words(self.locale.language);
        if slogan.is_empty() {
            self.with(
                "page-title-plain",
                &[("network", settings.name.words(self.locale.language).into()), ("year", years.into())]
                    .into(),
            )
        } else {
            self.with("page-title", &[("slogan", slogan.into()), ("year", years.into())].into())
        }
    }

    fn section(&self, it: &SectionFile, shows: Vec<Show>) -> Section {
        Section { key: it.key.clone(), heading: self.say(&it.heading), band: it.band, shows }
    }

    fn shows(&self, it: &SectionFile) -> Vec<Show> {
        it.show.iter().flat_map(|item| self.item(item, it.band)).collect()
    }

    fn item(&self, item: &Item, band: Band) -> Vec<Show> {
        match item {
            Item::Number(it) => self.numbers(it, it.face.unwrap_or(usual_face(band))),
            Item::Balance(it) => self.balance(it).map(Show::Balance).into_iter().collect(),
            Item::Map(it) => self.map(it).map(Show::Map).into_iter().collect(),
            Item::Groups(it) => self.groups_of(it).map(Show::Groups).into_iter().collect(),
            Item::Whole(it) => self.whole(it),
            Item::Stage(it) => self.stage(it).map(Show::Words).into_iter().collect(),
        }
    }

    /// Shares of one base as parts of one picture; as single numbers if the base is 0.
    fn whole(&self, it: &WholeItem) -> Vec<Show> {
        let answers: Vec<Answer> = it.figures.iter().map(|key| self.data.answer(key)).collect();
        let mut numbers: Vec<Number> = it.figures.iter().filter_map(|key| self.number(key, None)).collect();
        let base = answers.first().map_or(0, |a| a.base);
        if base <= 0 {
            return numbers.into_iter().map(|n| Show::number(Face::Running, n)).collect();
        }
        let fills = [Fill::Ink, Fill::Accent, Fill::Quiet].into_iter().cycle();
        let shown = |key: &str| self.shown(key, None).map(|w| w.whole()).unwrap_or_default();
        let mut parts: Vec<Part> = it
            .figures
            .iter()
            .zip(&answers)
            .zip(fills)
            .map(|((key, answer), fill)| Part { amount: answer.counted as f64, fill, words: shown(key) })
            .collect();
        for number in &mut numbers {
            number.verb = None;
        }
        let rest = base - answers.iter().map(|a| a.counted).sum::<i64>();
        // the parts are rounded together: what they leave of 100 is the rest, as printed
        let printed =
            |key: &String| self.figure(key).and_then(|figure| figure.printed(self.data.answer(key)));
        let left = 100.0 - it.figures.iter().filter_map(printed).sum::<f64>();
        if let Some(words) = it.rest.as_ref().filter(|_| rest > 0 && left > 1e-9) {
            parts.push(Part { amount: rest as f64, fill: Fill::Empty, words: self.say(words) });
            numbers.push(Number {
                shown: Some(self.locale.numerals.percent(left, 2)),
                noun: self.say(words),
                ..Number::default()
            });
        }
        let list = it
            .figures
            .iter()
            .map(|key| format!("{} {}", shown(key), self.noun(key, None)))
            .collect::<Vec<_>>()
            .join(", ");
        vec![Show::Whole { title: self.with(&it.title, &[("list", list.into())].into()), parts, numbers }]
    }

    fn stage(&self, it: &StageItem) -> Option<String> {
        let (_, words) =
            it.stages.iter().find(|(stage, _)| self.data.group(&it.figure, &it.by, stage) > 0)?;
        Some(self.say(words))
    }

    fn legend(&self) -> Legend {
        Legend {
            heading: self.say("page-legend"),
            signs: vec![Sign::OnTheDay, Sign::DuringTheYear, Sign::AtLeast, Sign::Provisional],
            lines: vec![
                self.with("page-opens-address", &[("address", self.code_address().into())].into()),
                self.say("page-map-note"),
            ],
            methods: Some(Link::new(self.say("site-how-counted"), self.to("/figures"))),
        }
    }

    /// The URL that opens the list behind a number by its code, also years later.
    fn code_address(&self) -> String {
        format!("{}{}/{}", without_scheme(self.base), self.codes(), self.say("page-code-placeholder"))
    }

    /// The path under which the codes of this page open for ever.
    fn codes(&self) -> String {
        let days = permanent::days(self.data.asked.from, self.data.asked.to);
        permanent::context(&days, &format!("j{}", self.data.known))
    }

    fn figure(&self, key: &str) -> Option<&Figure> {
        self.app.figures.catalog.figure(key)
    }

    fn starts(&self) -> YearStart {
        self.app.settings.year_starts
    }

    /// The number of the page's last year.
    fn year(&self) -> i64 {
        self.starts().year_of(self.data.asked.to)
    }

    fn first_year(&self) -> i64 {
        self.starts().year_of(self.data.asked.from)
    }

    /// The page's last year as it is written.
    fn year_words(&self) -> String {
        self.starts().words(self.year())
    }

    /// "2020", or "2018–2020"; "2020-21" where a year does not begin in January.
    fn years(&self) -> String {
        self.starts().words_of_years(self.first_year(), self.year())
    }

    fn path_of_years(&self) -> String {
        years_path(self.first_year(), self.year())
    }

    fn say(&self, key: &str) -> String {
        self.locale.say(key)
    }

    fn with(&self, key: &str, args: &Args) -> String {
        self.locale.with(key, args)
    }

    fn day(&self, day: Day) -> String {
        self.locale.numerals.day(day)
    }

    /// The path of a page of the site, in the language of this page.
    fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.locale.language)
    }

    /// The path of a figure's page for the period of this page.
    fn figure_address(&self, key: &str, more: &str) -> String {
        self.to(&format!("/figures/{key}?{}{more}", self.when()))
    }

    /// The period of the page as a URL query.
    fn when(&self) -> String {
        if self.data.of_a_year(self.starts()) {
            format!("at={}", self.data.asked.to)
        } else {
            format!("from={}&at={}", self.data.asked.from, self.data.asked.to)
        }
    }
}

/// The path of a page without the language: `/2020`, `/2018-2020`.
pub fn years_path(from: i64, to: i64) -> String {
    if from == to { format!("/{to}") } else { format!("/{from}-{to}") }
}

/// The URL of a page for print. The site chooses the reader's language.
pub fn short_address(base: &str, path: &str) -> Link {
    let whole = format!("{base}{path}");
    Link::new(without_scheme(&whole), whole.clone())
}

/// A URL without its scheme.
fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

fn usual_face(band: Band) -> Face {
    match band {
        Band::First => Face::Big,
        Band::Left | Band::Right => Face::Row,
        Band::Block | Band::Foot => Face::Running,
    }
}

/// The texts that all numbers share.
pub fn number_words(locale: &Locale<'_>) -> NumberWords {
    let say = |key: &str| locale.say(key);
    NumberWords {
        counted: say("page-what"),
        period: say("page-day-or-period"),
        rule: say("page-rule"),
        base: say("page-fraction"),
        unknown: say("page-unknown"),
        left_out: say("page-left-out"),
        open: say("page-open"),
        none: say("page-no-data.sign"),
        within: say("page-within"),
        signs: [
            say("page-sign-day"),
            say("page-sign-period"),
            say("page-sign-at-least"),
            say("page-sign-provisional"),
        ],
    }
}
