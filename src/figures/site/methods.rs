//! The page about methods: every figure with its code and rule.

use std::sync::Arc;

use decapolis_drawing::Sign;
use decapolis_figures::{AnswerShown, Asked, Figure, Gated};
use decapolis_register::journal::{Heads, JournalNo};
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;
use decapolis_register::records;
use decapolis_register::table::RECORDS;
use decapolis_words::errors::Result;
use maud::Markup;
use sea_orm::ConnectionTrait;

use crate::figures::question::DayAsks;
use crate::figures::question::{answer_for, worded};
use crate::figures::site::methods_html::{Method, MethodGroup, Methods, page};
use crate::page::file::PageFile;
use crate::page::make::number_words;
use crate::web::cache::{Keep, Key};
use crate::web::components::Link;
use crate::web::context::{Reader, Site, day};
use crate::web::files::FileKind;
use crate::web::shell;

/// The most sources that are listed, those with most records first.
const MOST_SOURCES: u64 = 60;

pub async fn show(site: &Site, reader: &Reader<'_>, asks: &DayAsks) -> Result<Markup> {
    let at = match asks.at.as_deref().filter(|t| !t.is_empty()) {
        Some(text) => day(text)?,
        None => site.app.settings.usual_day(),
    };
    let asked = Asked::period(site.app.settings.year_starts.year_to(at), Known::Now);
    let db = site.app.db.snapshot().await?;
    let heads = site.app.heads(&db).await?;
    let groups = groups(site, &db, &heads, reader, &asked).await?;
    let sources = sources_of_records(site, &db, heads.of(&[&RECORDS])).await?;
    db.commit().await?;
    let count = |n: i64| reader.locale.with("methods-records", &[("n", n.into())].into());
    let licence = Some(&site.app.settings.licence).filter(|l| !l.is_empty());
    let say = |key: &str| reader.locale.say(key);
    let methods = Methods {
        heading: say("site-how-counted"),
        words: [
            "site-how-counted-intro",
            "methods-stock",
            "methods-share",
            "methods-known",
            "methods-illustrative",
        ]
        .map(say)
        .to_vec(),
        groups_label: say("methods-groups"),
        groups,
        signs_heading: say("methods-signs"),
        signs: vec![
            (Sign::OnTheDay, say("methods-sign-day")),
            (Sign::DuringTheYear, say("methods-sign-period")),
            (Sign::AtLeast, say("methods-sign-at-least")),
            (Sign::Provisional, say("methods-sign-provisional")),
        ],
        number_words: number_words(&reader.locale),
        sources_heading: say("methods-sources"),
        licence: licence
            .map(|l| reader.locale.with("methods-licence", &[("licence", l.as_str().into())].into()))
            .into_iter()
            .collect(),
        sources: sources
            .0
            .iter()
            .map(|(source, n)| (source.clone().unwrap_or_else(|| say("methods-no-source")), count(*n)))
            .collect(),
        data: FileKind::ALL
            .iter()
            .map(|kind| {
                Link::new(say(kind.words()), reader.to(&format!("/figures.{}?at={at}", kind.ending())))
            })
            .chain([Link::new(say("methods-data"), reader.to("/figures.jsonld"))])
            .collect(),
    };
    Ok(page(&shell::shell(site, reader, &say("site-how-counted"), "/figures", None), &methods))
}

/// All figures with their rules and their numbers, grouped by the sections of the pages.
async fn groups(
    site: &Site,
    db: &impl ConnectionTrait,
    heads: &Heads,
    reader: &Reader<'_>,
    asked: &Asked,
) -> Result<Vec<MethodGroup>> {
    let mut groups = vec![];
    for (heading, keys) in in_the_order_of_pages(site) {
        let mut figures = vec![];
        for figure in keys.iter().filter_map(|k| site.app.figures.catalog.figure(k)) {
            let answer = answer_for(&site.app, db, heads, figure, asked, site.viewer(reader)).await?;
            figures.push(method(site, reader, figure, asked, answer));
        }
        if !figures.is_empty() {
            groups.push(MethodGroup { key: heading.clone(), heading: reader.locale.say(&heading), figures });
        }
    }
    Ok(groups)
}

fn method(
    site: &Site,
    reader: &Reader<'_>,
    figure: &Figure,
    asked: &Asked,
    answer: Gated<AnswerShown>,
) -> Method {
    let shown = worded(reader, figure, answer);
    let mut signs = vec![if figure.of_a_period() { Sign::DuringTheYear } else { Sign::OnTheDay }];
    if shown.at_least {
        signs.push(Sign::AtLeast);
    }
    Method {
        code: figure.code.clone(),
        figure: Link::new(
            reader.locale.say(&format!("figure-{}.title", figure.key)),
            reader.to(&format!("/figures/{}?at={}", figure.key, asked.to)),
        ),
        shown: (!shown.empty).then(|| shown.whole()),
        signs,
        rule: reader.locale.say(&format!("figure-{}.rule", figure.key)),
        about: vec![
            reader.locale.with("site-rule-version", &[("version", i64::from(figure.version).into())].into()),
            reader
                .locale
                .with("methods-from", &[("tables", tables(site, figure, reader).join(", ").into())].into()),
        ],
    }
}

/// The tables a figure is counted from, by name.
fn tables(site: &Site, figure: &Figure, reader: &Reader<'_>) -> Vec<String> {
    let mut names: Vec<String> = vec![];
    for table in site.app.figures.tables(figure) {
        let name = reader.locale.say(&format!("table-{}", table.name.replace('_', "-")));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The keys of all figures, grouped by the sections of the pages, each where it appears first. Figures on no page are at the end.
pub fn in_the_order_of_pages(site: &Site) -> Vec<(String, Vec<String>)> {
    let mut seen: Vec<String> = vec![];
    let mut groups: Vec<(String, Vec<String>)> = vec![];
    for section in site.app.pages.all().iter().flat_map(|page| &page.sections) {
        let fresh: Vec<String> =
            PageFile::figures_of(section).into_iter().filter(|key| !seen.contains(key)).collect();
        seen.extend(fresh.iter().cloned());
        match groups.iter_mut().find(|(heading, _)| *heading == section.heading) {
            Some((_, keys)) => keys.extend(fresh),
            None => groups.push((section.heading.clone(), fresh)),
        }
    }
    let others = site
        .app
        .figures
        .catalog
        .figures()
        .iter()
        .map(|f| f.key.clone())
        .filter(|key| !seen.contains(key))
        .collect();
    groups.push(("site-figures".into(), others));
    groups
}

/// The sources of records. `head` is the last journal entry that changed the records.
async fn sources_of_records(site: &Site, db: &impl ConnectionTrait, head: JournalNo) -> Result<Arc<Sources>> {
    site.cache
        .of_head(Key::new("sources", ""), head, async || {
            Ok(Sources(records::sources(db, Audience::Public, MOST_SOURCES).await?))
        })
        .await
}

/// Sources with the number of their records. Counting them reads every record.
struct Sources(Vec<(Option<String>, i64)>);

impl Keep for Sources {
    fn bytes(&self) -> usize {
        self.0
            .iter()
            .map(|(source, _)| source.as_ref().map_or(0, String::len) + size_of::<(Option<String>, i64)>())
            .sum()
    }
}
