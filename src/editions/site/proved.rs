//! The page of the proof of an edition, number by number.

use decapolis_figures::{Answer, Figure};
use decapolis_words::errors::Result;
use maud::Markup;

use crate::editions::Edition;
use crate::editions::kept::Kept;
use crate::editions::proof::{EditionProof, NumberProof};
use crate::editions::recounted::Wording;
use crate::editions::site::proof_html::{self as html, ProofPage};
use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::shell;
use crate::web::table::{Cell, Column, Table};

pub async fn show(site: &Site, reader: &Reader<'_>, edition: &Edition) -> Result<Markup> {
    let proof = site.own::<Kept>().proof(&site.app, edition).await?;
    let locale = &reader.locale;
    let say = |key: &str| locale.say(key);
    let heading = locale.with(
        "proof-heading",
        &[("number", edition.number.into()), ("year", edition.years_in_words().into())].into(),
    );
    let column = |(key, numeric): (&str, bool)| Column { label: say(key), numeric };
    let columns = [
        ("proof-figure", false),
        ("proof-published", true),
        ("proof-list", false),
        ("proof-recount", false),
        ("proof-then", true),
        ("proof-now", true),
    ];

    let wording = Wording { catalog: &site.app.figures.catalog, viewer: site.viewer(reader), locale };
    let shown = ProofPage {
        heading: heading.clone(),
        stands: proof.stands(),
        summary: proof.summary(locale),
        findings: proof.findings(locale),
        words: ["proof-explains-list", "proof-explains-recount", "proof-explains-now"].map(say).to_vec(),
        numbers: Table {
            caption: say("proof-numbers"),
            columns: columns.map(column).into(),
            rows: proof.numbers.iter().map(|number| row(reader, &wording, edition, number)).collect(),
            empty: say("proof-nothing-counted"),
        },
        numbers_heading: say("proof-numbers"),
        pages_heading: say("proof-pages"),
        pages: pages(reader, &proof),
        links: vec![
            Link::new(
                locale.with(
                    "edition-of-year",
                    &[("year", edition.years_in_words().into()), ("number", edition.number.into())].into(),
                ),
                reader.to(&edition.path()),
            ),
            Link::new(say("editions-title"), reader.to(&format!("/{}/editions", edition.years()))),
        ],
    };
    Ok(html::page(
        &shell::shell(site, reader, &heading, &format!("{}/proof", edition.path()), Some(edition.year)),
        &shown,
    ))
}

/// The stored pages, and whether each is as published.
fn pages(reader: &Reader<'_>, proof: &EditionProof) -> Table {
    let locale = &reader.locale;
    let rows = proof.pages.iter().map(|page| {
        let state = if page.intact && page.differs.is_none() { "proof-intact" } else { "proof-altered" };
        let language = locale.language_name(&page.language);
        vec![Cell::text(language), Cell::text(locale.say(state))]
    });
    Table {
        caption: locale.say("proof-pages"),
        columns: ["proof-page", "proof-list"]
            .map(|key| Column { label: locale.say(key), numeric: false })
            .into(),
        rows: rows.collect(),
        empty: String::new(),
    }
}

fn row(reader: &Reader<'_>, wording: &Wording<'_>, edition: &Edition, number: &NumberProof) -> Vec<Cell> {
    let locale = &reader.locale;
    let said = |figure: &Figure, answer| wording.said(wording.of(figure, number.period, answer));
    let written = |answer: Option<Answer>| match (&number.rule, answer) {
        (Some(figure), Some(answer)) => said(figure, answer),
        _ => locale.say("page-no-data.sign"),
    };
    let title = locale.maybe(&format!("figure-{}.title", number.figure)).unwrap_or(number.figure.clone());
    // the number of members on the eve is a number of the page too
    let title = if number.period.to == edition.until {
        title
    } else {
        format!("{title}, {}", locale.numerals.day(number.period.to))
    };
    let address = format!(
        "/figures/{}?from={}&at={}&known={}",
        number.figure,
        number.period.from,
        number.period.to,
        edition.code()
    );
    let altered = |stands: bool| locale.say(if stands { "proof-intact" } else { "proof-altered" });
    let mut recount = locale.say(number.recount.key());
    if let (Some((version, answer)), Some(figure)) = (number.other_rule, &number.rule) {
        let value = said(figure, answer);
        recount.push_str(&format!(
            "; {}",
            locale.with(
                "proof-other-rule",
                &[("version", version.to_string().into()), ("value", value.into())].into()
            )
        ));
    }
    vec![
        Cell::link(title, reader.to(&address)),
        Cell::text(written(Some(number.published))),
        Cell::text(altered(number.list && number.number)),
        Cell::text(recount),
        Cell::text(written(number.then)),
        Cell::text(written(number.now)),
    ]
}
