//! The pages of figures: one figure with its rows, how all are counted, and both as files.

mod card;
mod figure_address;
pub mod html;
mod listed;
mod methods;
pub mod methods_html;
mod notices;
mod numbers_file;
mod page;
mod provenance;
mod rows_file;
mod rows_json;
mod rows_pages;
mod short;
mod units;
mod units_file;
mod views;

use axum::response::{IntoResponse, Response};
use decapolis_words::errors::Error;
use serde::Deserialize;

use crate::figures::question::{DayAsks, FigureAsks};
use crate::page::forms::Form;
use crate::web::context::{Reader, Site};
use crate::web::files::FileKind;
use crate::web::routes::Route;
use crate::web::visit::Visit;

pub fn routes() -> Vec<Route> {
    let file = |kind: FileKind| {
        let handler = move |visit: Visit<(), DayAsks>| numbers_in_a_file(visit, kind);
        Route::get(format!("/{{lang}}/figures.{}", kind.ending()), handler).asks(DayAsks::NAMES).never_kept()
    };
    let mut routes = short::routes();
    routes.push(Route::get("/{lang}/figures", how_counted).asks(DayAsks::NAMES));
    routes.push(Route::get("/{lang}/figures.jsonld", linked_data).asks(DayAsks::NAMES));
    routes.extend(FileKind::ALL.map(file));
    // files of rows are written to disk
    let is_page = |path: &str| FigureAddress::read(path).file.is_none();
    routes.push(Route::get("/{lang}/figures/{key}", figure).asks(FigureAsks::NAMES).kept_at(is_page));
    // pictures have a cache of their own
    let is_document = |path: &str| !path.ends_with(".png") && !path.ends_with(".svg");
    routes
        .push(Route::get("/{lang}/figures/{key}/{card}", card).asks(FigureAsks::NAMES).kept_at(is_document));
    routes
}

/// `card`, or with the ending of a picture: `card.png`.
#[derive(Deserialize)]
struct CardPath {
    key: String,
    card: String,
}

#[derive(Deserialize)]
struct FigurePath {
    key: FigureAddress,
}

/// `active-members`, or with the ending of a file: `active-members.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
struct FigureAddress {
    key: String,
    file: Option<FileKind>,
}

impl FigureAddress {
    fn read(text: &str) -> FigureAddress {
        let file = [FileKind::Csv, FileKind::Xlsx, FileKind::Json].into_iter().find_map(|kind| {
            let key = text.strip_suffix(kind.ending())?.strip_suffix('.')?;
            Some((key, kind))
        });
        match file {
            Some((key, kind)) => FigureAddress { key: key.into(), file: Some(kind) },
            None => FigureAddress { key: text.into(), file: None },
        }
    }
}

impl From<String> for FigureAddress {
    fn from(text: String) -> FigureAddress {
        FigureAddress::read(&text)
    }
}

async fn figure(visit: Visit<FigurePath, FigureAsks>) -> Response {
    let file = visit.asked().ok().and_then(|(path, _)| path.key.file);
    let Some(kind) = file else {
        let page = async |site: &Site, reader: &Reader<'_>, path: FigurePath, asks: FigureAsks| {
            Ok(page::show(site, reader, &path.key.key, &asks).await?.into_response())
        };
        return visit.answer(page).await;
    };
    visit
        .answer_with_file(async move |site, reader, path, asks, turn| match kind {
            FileKind::Json => rows_json::json(site, reader, &path.key.key, &asks, turn).await,
            kind => rows_file::rows(site, reader, &path.key.key, &asks, kind, turn).await,
        })
        .await
}

async fn card(visit: Visit<CardPath, FigureAsks>) -> Response {
    visit
        .answer(async |site, reader, CardPath { key, card }, asks| {
            let form = match card.as_str() {
                "card" => None,
                "card.png" => Some(Form::Png),
                "card.svg" => Some(Form::Svg),
                _ => return Err(Error::NotFound("page")),
            };
            card::show(site, reader, &key, &asks, form).await
        })
        .await
}

async fn how_counted(visit: Visit<(), DayAsks>) -> Response {
    visit
        .answer(async |site, reader, (), asks| Ok(methods::show(site, reader, &asks).await?.into_response()))
        .await
}

async fn linked_data(visit: Visit<(), DayAsks>) -> Response {
    visit.answer(async |site, reader, (), asks| provenance::show(site, reader, &asks).await).await
}

async fn numbers_in_a_file(visit: Visit<(), DayAsks>, kind: FileKind) -> Response {
    visit
        .answer_with_file(async move |site, reader, (), asks, turn| {
            numbers_file::send(site, reader, &asks, kind, turn).await
        })
        .await
}
