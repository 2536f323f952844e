//! One number as a card: a document for a frame on another site, or a picture to share.
//!
//! It shows what the page of the figure shows for the same question, and says of which days and which state of the register.

use axum::response::{IntoResponse, Response};
use decapolis_figures::{AnswerShown, Gated, Shape};
use decapolis_words::errors::Result;

use super::page::View;
use crate::assets::card_template;
use crate::figures::question::{FigureAsks, answer_to, worded};
use crate::figures::sought::Sought;
use crate::page::data::has_illustrative;
use crate::page::forms::{Dress, Form, Wanted};
use crate::page::make::{number_words, short_address};
use crate::page::number::{Face, Number};
use crate::page::sheet::{Band, Section, Sheet, Show};
use crate::page::site::embed::framed;
use crate::page::site::embed_html::Piece;
use crate::page::site::forms;
use crate::web::components::Link;
use crate::web::context::{Reader, Site};

/// Responds with the number of a figure as a card; with a form, as a picture.
pub async fn show(
    site: &Site,
    reader: &Reader<'_>,
    key: &str,
    asks: &FigureAsks,
    form: Option<Form>,
) -> Result<Response> {
    let db = site.app.db.snapshot().await?;
    let sought = Sought::read(site, &db, reader, key, asks).await?;
    let heads = site.app.heads(&db).await?;
    let question = sought.question();
    let view = View { site, reader, question: &question, sought: &sought, asks, heads: &heads };
    let told = answer_to(&site.app, &db, &heads, &question).await?;
    let illustrative = has_illustrative(&db).await?;
    db.commit().await?;
    let number = number_of(&view, told);
    let mut sheet = sheet_of(&view, &number);
    sheet.ribbon = illustrative.then(|| view.say("page-illustrative-ribbon"));
    match form {
        Some(form) => {
            let dress = Dress { template: card_template(), ..site.dress() };
            let name = format!("-{}-{}", number.key, question.asked.to);
            forms::send_as(site, reader, Wanted { sheet, form, dress }, &name).await
        }
        None => {
            let title = number.noun.clone();
            let home = Link::new(sheet.network.clone(), reader.to(""));
            Ok(framed(site, reader, &sheet, title, home, Piece::Card(Box::new(number))).into_response())
        }
    }
}

/// The number of a question with its sentence, as it is on the card.
fn number_of(view: &View<'_>, told: Gated<AnswerShown>) -> Number {
    let (question, sought, reader) = (view.question, view.sought, view.reader);
    let figure = question.figure;
    let shown = worded(reader, figure, told);
    let whole = told.shown().and_then(AnswerShown::whole);
    let answer = told.shown().map(AnswerShown::answer).unwrap_or_default();
    let say = |attribute: &str| view.say(&format!("figure-{}{attribute}", figure.key));
    let noun = view.with(&format!("figure-{}", figure.key), &[("n", figure.plural(answer).into())].into());
    let only = sought.only.as_ref().map(|only| only.name.clone());
    let fraction = whole.filter(|whole| figure.shape == Shape::Share && whole.base > 0).map(|whole| {
        let fraction = whole.fraction(&reader.locale);
        let unknown = view.with("page-not-stated", &[("n", whole.unknown.into())].into());
        shown.range.as_ref().map_or(fraction.clone(), |range| format!("{fraction}; {unknown}: {range}"))
    });
    let withheld = told.withheld().map(|reason| view.say(reason.key()));
    Number {
        key: figure.key.clone(),
        code: figure.code.clone(),
        href: sought.path_for_ever(view.site, view.heads),
        shown: (!shown.empty).then(|| shown.number.clone()),
        prefix: shown.prefix.clone(),
        noun: only.map_or(noun.clone(), |only| format!("{noun} · {only}")),
        verb: Some(say(".verb")).filter(|verb| !verb.is_empty()),
        caption: fraction.or(withheld),
        signs: view.signs(&shown),
        drawing: whole.and_then(|whole| view.strip(whole)),
        ..Number::default()
    }
}

/// The page that has only this number.
fn sheet_of(view: &View<'_>, number: &Number) -> Sheet {
    let (site, reader) = (view.site, view.reader);
    Sheet {
        lang: reader.lang().into(),
        network: site.app.settings.name.words(reader.lang()).into(),
        year: view.question.asked.to.year(),
        from: view.question.asked.from.to_string(),
        to: view.question.asked.to.to_string(),
        headline: view.title(),
        state: view.days_and_state(),
        address: Some(short_address(&site.base, &number.href)),
        words: number_words(&reader.locale),
        sections: vec![Section {
            key: number.key.clone(),
            band: Band::First,
            shows: vec![Show::number(Face::Big, number.clone())],
            ..Section::default()
        }],
        ..Sheet::default()
    }
}
