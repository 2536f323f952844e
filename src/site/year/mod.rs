//! The page of a year: everything is asked first ([`data`]), then worded and drawn without asking anything more.

pub mod data;
mod governance;
mod numbers;
mod sections;
mod who;

use decapolis_core::words::Args;

use super::context::{Reader, Site};
use super::html::components::Link;
use super::html::number::NumberWords;
use super::html::sheet::{self, Legend, Region, Sheet, Themes};
use super::shell;
use data::Year;
use decapolis_core::errors::Result;
use decapolis_drawing::Sign;
use maud::Markup;
use numbers::Page;
pub use numbers::class_word;

/// Shows the page of this year.
pub async fn show(site: &Site, reader: &Reader<'_>, year: i64) -> Result<Markup> {
    let data = Year::of(site, year).await?;
    let page = Page { site, reader, data: &data };
    let mut shell = shell::shell(site, reader, &page.headline(), &format!("/{year}"), Some(year));
    shell.description = reader.tongue.with(
        "page-description",
        &[("network", site.app.settings.name.words(reader.lang()).into()), ("year", year.to_string().into())].into(),
    );
    Ok(sheet::page(&shell, &page.sheet()))
}

impl Page<'_> {
    fn headline(&self) -> String {
        let slogan = self.site.app.settings.slogan.words(self.reader.lang());
        let year = self.data.year.to_string();
        if slogan.is_empty() {
            self.with(
                "page-title-plain",
                &[("network", self.site.app.settings.name.words(self.reader.lang()).into()), ("year", year.into())].into(),
            )
        } else {
            self.with("page-title", &[("slogan", slogan.into()), ("year", year.into())].into())
        }
    }

    fn sheet(&self) -> Sheet {
        Sheet {
            headline: self.headline(),
            state: vec![self.with("page-status", &[("day", self.day(self.data.asked.to).into())].into()), self.say("page-live")],
            ribbon: self.data.illustrative.then(|| self.say("page-illustrative-ribbon")),
            qr: None,
            short_address: None,
            downloads: vec![],
            words: number_words(self.reader),
            who: self.who(),
            columns: [vec![self.voice(), self.communication()], vec![self.capacity()]],
            blocks_heading: self.say("page-governance"),
            blocks: vec![self.funding(), self.board(), self.assembly(), self.secretariat()],
            themes: self.themes(),
            legend: self.legend(),
        }
    }

    fn themes(&self) -> Themes {
        let groups = self.groups("theme-activities", "theme");
        let themes = self.data.themes.iter().filter_map(|id| {
            let record = self.data.labels.get(id)?;
            let count = groups.iter().find(|g| g.by.as_deref() == Some(&id.to_string())).map_or(0, |g| g.answer.counted);
            Some(Region {
                words: record.label.words(self.reader.lang()).into(),
                shown: if count == 0 { self.say("page-no-data.sign") } else { self.number_text(count) },
                amount: count as f64,
                href: self.figure_address("theme-activities", "&by=theme"),
            })
        });
        Themes { heading: self.say("figure-theme-activities.title"), themes: themes.collect() }
    }

    fn legend(&self) -> Legend {
        Legend {
            heading: self.say("page-legend"),
            signs: vec![Sign::OnTheDay, Sign::DuringTheYear, Sign::AtLeast, Sign::Provisional],
            lines: vec![
                self.with("page-opens-address", &[("address", format!("/n/{}", self.say("page-code-placeholder")).into())].into()),
                self.say("page-map-note"),
            ],
            methods: Some(Link::new(self.say("site-how-counted"), self.reader.to("/figures"))),
        }
    }

    fn say(&self, key: &str) -> String {
        self.reader.tongue.say(key)
    }

    fn with(&self, key: &str, args: &Args) -> String {
        self.reader.tongue.with(key, args)
    }
}

/// The words around all numbers.
pub fn number_words(reader: &Reader<'_>) -> NumberWords {
    let say = |key: &str| reader.tongue.say(key);
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
        signs: [say("page-sign-day"), say("page-sign-period"), say("page-sign-at-least"), say("page-sign-provisional")],
    }
}
