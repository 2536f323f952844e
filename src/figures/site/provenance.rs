//! The methods as JSON-LD: every figure as a dataset (schema.org) derived from its listings (PROV-O).
//!
//! URLs are relative to the document, so the text does not depend on the site's address.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use decapolis_base::Day;
use decapolis_figures::{AnswerShown, Asked, Figure, Gated, Shape};
use decapolis_register::known::Known;
use decapolis_words::errors::Result;
use serde_json::{Value, json};

use crate::figures::question::DayAsks;
use crate::figures::question::answer_for;
use crate::page::permanent;
use crate::records::measured::data;
use crate::web::context::{Reader, Site, day};

/// Serves `/{lang}/figures.jsonld`, for the year that ends on the day asked.
pub async fn show(site: &Site, reader: &Reader<'_>, asks: &DayAsks) -> Result<Response> {
    let at = match asks.at.as_deref().filter(|t| !t.is_empty()) {
        Some(text) => day(text)?,
        None => site.app.settings.usual_day(),
    };
    let asked = Asked::period(site.app.settings.year_starts.year_to(at), Known::Now);
    let db = site.app.db.snapshot().await?;
    let heads = site.app.heads(&db).await?;
    // the numbers are named by the address that opens them for ever
    let path = |figure: &Figure| {
        let known = format!("j{}", heads.of(&site.app.figures.tables(figure)));
        format!("{}/{}", permanent::context(&permanent::days(asked.from, asked.to), &known), figure.code)
    };
    let mut graph = vec![catalogue(site, reader, path)];
    for listing in site.app.figures.catalog.listings() {
        graph.push(json!({
            "@id": format!("#listing-{}", listing.about.key),
            "@type": ["Dataset", "prov:Entity"],
            "identifier": listing.about.key,
            "version": listing.about.version.to_string(),
            "prov:wasDerivedFrom": listing.about.tables.iter().map(|t| json!({ "@id": format!("#table-{}", t.name) })).collect::<Vec<_>>(),
        }));
    }
    for figure in site.app.figures.catalog.figures() {
        let answer = answer_for(&site.app, &db, &heads, figure, &asked, site.viewer(reader)).await?;
        graph.push(dataset(site, reader, figure, answer, at, heads.last, path(figure)));
        graph.push(counting(figure, heads.last));
    }
    db.commit().await?;
    let document = json!({
        "@context": {
            "@vocab": "https://schema.org/",
            "prov": "http://www.w3.org/ns/prov#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "license": { "@id": "license" },
        },
        "@graph": graph,
    });
    let text = serde_json::to_string_pretty(&document).unwrap_or_default();
    Ok(([(header::CONTENT_TYPE, "application/ld+json; charset=utf-8")], text).into_response())
}

fn catalogue(site: &Site, reader: &Reader<'_>, path: impl Fn(&Figure) -> String) -> Value {
    let settings = &site.app.settings;
    let figures = site.app.figures.catalog.figures().iter().map(|f| json!({ "@id": path(f) }));
    json!({
        "@id": reader.to("/figures"),
        "@type": "DataCatalog",
        "name": reader.locale.say("site-how-counted"),
        "description": reader.locale.say("site-how-counted-intro"),
        "inLanguage": reader.lang(),
        "license": settings.licence,
        "publisher": { "@id": "#network" },
        "creator": { "@id": "#network", "@type": ["Organization", "prov:Agent"], "name": settings.name.words(reader.lang()), "identifier": settings.code },
        "dataset": figures.collect::<Vec<_>>(),
    })
}

fn dataset(
    site: &Site,
    reader: &Reader<'_>,
    figure: &Figure,
    answer: Gated<AnswerShown>,
    at: Day,
    known: i64,
    path: String,
) -> Value {
    let say = |attribute: &str| reader.locale.say(&format!("figure-{}{attribute}", figure.key));
    let file = |ending: &str, kind: &str| json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": reader.to(&format!("/figures/{}{ending}?at={at}", figure.key)) });
    let year = site.app.settings.year_starts.year_to(at);
    let from = if figure.of_a_period() { year.from.to_string() } else { at.to_string() };
    let money = answer.shown().and_then(|answer| answer.answer().money);
    let mut measured = json!({
        "@type": "PropertyValue",
        "name": say(".title"),
        "description": say(".sentence"),
        "unitText": match (figure.shape, money) {
            (Shape::Share, _) => "%".to_string(),
            (Shape::Total, Some(currency)) => currency.to_string(),
            (Shape::Total, None) => say(".unit"),
        },
        "measurementTechnique": say(".rule"),
        "value": answer.shown().and_then(|answer| figure.printed(answer.answer())),
    });
    if let Some(reason) = answer.withheld() {
        measured["disambiguatingDescription"] = json!(reader.locale.say(reason.key()));
    }
    if let Some(answer) = answer.shown().and_then(AnswerShown::whole).filter(|_| figure.shape == Shape::Share)
    {
        measured["valueReference"] = json!([
            { "@type": "PropertyValue", "propertyID": "counted", "value": data(answer, answer.counted) },
            { "@type": "PropertyValue", "propertyID": "base", "value": data(answer, answer.base) },
        ]);
    }
    json!({
        "@id": path,
        "@type": ["Dataset", "prov:Entity"],
        "identifier": [figure.code, figure.key],
        "name": say(".title"),
        "description": say(".rule"),
        "inLanguage": reader.lang(),
        "version": figure.version.to_string(),
        "temporalCoverage": format!("{from}/{at}"),
        "isAccessibleForFree": true,
        "license": site.app.settings.licence,
        "creator": { "@id": "#network" },
        "includedInDataCatalog": { "@id": reader.to("/figures") },
        "url": reader.to(&format!("/figures/{}?at={at}", figure.key)),
        "measurementTechnique": say(".rule"),
        "variableMeasured": measured,
        "distribution": [file(".csv", "text/csv"), file(".json", "application/json")],
        "prov:wasGeneratedBy": { "@id": format!("#counted-{}-{known}", figure.key) },
        "prov:wasDerivedFrom": parts(figure),
        "prov:wasAttributedTo": { "@id": "#network" },
    })
}

/// The activity of counting: what it used, and the state of the register.
fn counting(figure: &Figure, known: i64) -> Value {
    json!({
        "@id": format!("#counted-{}-{known}", figure.key),
        "@type": "prov:Activity",
        "identifier": format!("journal-{known}"),
        "prov:used": parts(figure),
        "prov:wasAssociatedWith": { "@id": "#network" },
    })
}

/// The listings a figure is counted from, each once.
fn parts(figure: &Figure) -> Vec<Value> {
    let mut keys: Vec<&str> =
        figure.counted.iter().chain(&figure.base).map(|part| part.listing.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(|key| json!({ "@id": format!("#listing-{key}") })).collect()
}
