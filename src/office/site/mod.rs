//! The pages of the office: start, find, lists, records, actions and batches.

mod access;
mod account;
pub mod act;
mod act_html;
mod actor_names;
mod as_of;
pub mod asked_again;
pub mod batches;
mod bulk;
mod bulk_html;
mod bulk_plan;
mod bulk_words;
pub mod desk;
mod drafts;
mod fact;
mod files;
mod files_html;
mod find;
mod follows;
mod given;
mod health;
pub mod html;
mod languages;
pub mod likes;
mod list;
mod list_address;
mod list_html;
mod lookups;
mod mail;
mod me;
mod me_address;
mod opened;
mod proposals;
mod proposals_html;
mod propose;
mod propose_button;
pub mod record;
mod record_html;
mod second_factor;
mod settings;
mod team;
mod typed;
mod undo_proposed;
mod upload;
mod views;
mod who;

use std::convert::Infallible;

use axum::http::{HeaderName, HeaderValue};
use decapolis_actions::{ADMINISTRATORS, Role, SECRETARIAT};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::web::assets::POLICY_WITH_SCRIPT;
use crate::web::opens::Opens;
use crate::web::routes::Route;

/// The largest form, in bytes: pictures come with files.
const LONGEST: usize = 2 * 1024 * 1024;

pub fn routes() -> Vec<Route> {
    let all = [
        Route::get("/{lang}/office", find::start),
        Route::get("/{lang}/office/find", find::find).asks(find::FindAsks::NAMES),
        Route::get("/{lang}/office/named.json", find::named).asks(find::NamedAsks::NAMES),
        Route::get("/{lang}/office/kinds", find::kinds),
        Route::form("/{lang}/office/team", team::show, team::send).opens_to(ADMINISTRATORS),
        Route::get("/{lang}/office/access", access::show).opens_to(ADMINISTRATORS),
        Route::form("/{lang}/office/team/{code}", account::show, account::send).opens_to(ADMINISTRATORS),
        Route::form("/{lang}/office/me/second-factor", second_factor::show, second_factor::send),
        Route::form("/{lang}/office/me", me::show, me::send).asks(me::MeAsks::NAMES),
        Route::form("/{lang}/office/me/address", me_address::show, me_address::send).asks(me::MeAsks::NAMES),
        Route::get("/{lang}/office/me/lookups", lookups::mine),
        Route::get("/{lang}/office/settings", settings::show).opens_to(SECRETARIAT),
        Route::form("/{lang}/office/health", health::show, health::send).opens_to(ADMINISTRATORS),
        Route::get("/{lang}/office/mail", mail::show).asks(mail::MailAsks::NAMES).opens_to(SECRETARIAT),
        Route::form("/{lang}/office/mail/{key}", mail::message, mail::decide)
            .asks(mail::MailAsks::NAMES)
            .opens_to(SECRETARIAT),
        Route::get("/{lang}/office/mail/{key}/html", mail::preview).opens_to(SECRETARIAT),
        Route::form("/{lang}/office/batches", batches::show, batches::undo).asks(batches::BatchAsks::NAMES),
        Route::get("/{lang}/office/list/{table}", list::of_table),
        Route::get("/{lang}/office/file/{table}/{ending}", list::file),
        Route::form("/{lang}/office/bulk/{table}", bulk::show, bulk::send),
        Route::form("/{lang}/office/views/{table}", views::show, views::send),
        Route::form("/{lang}/office/drafts", drafts::show, drafts::discard),
        Route::get("/{lang}/office/proposals", proposals::list),
        Route::form("/{lang}/office/proposals/{code}", proposals::show, proposals::decide)
            .asks(proposals::ProposalAsks::NAMES),
        Route::get("/{lang}/office/{kind}", list::of_kind),
        Route::get("/{lang}/office/{kind}/{code}", record::show).asks(record::RecordAsks::NAMES),
        Route::get("/{lang}/office/{kind}/{code}/{table}/{row}", fact::show).asks(fact::FactAsks::NAMES),
        Route::get("/{lang}/office/{kind}/{code}/who", who::show).opens_to(ADMINISTRATORS),
        Route::get("/{lang}/office/{kind}/{code}/lookups", lookups::of_person)
            .asks(lookups::LookupAsks::NAMES)
            .opens_to(ADMINISTRATORS),
        Route::form("/{lang}/office/{kind}/do/{action}", act::show, act::send).asks(act::ActAsks::NAMES),
        Route::form("/{lang}/office/{kind}/{code}/do/{action}", act::show, act::send)
            .asks(act::ActAsks::NAMES),
    ];
    let policy = SetResponseHeaderLayer::if_not_present(
        HeaderName::from_static("content-security-policy"),
        HeaderValue::from_static(POLICY_WITH_SCRIPT),
    );
    let with_policy =
        |route: Route| Route { handler: route.handler.layer::<_, Infallible>(policy.clone()), ..route };
    // without roles of its own, a page is for everybody of the office
    let for_the_office = |route: Route| match route.opens {
        Opens::ToEverybody => route.opens_to(&Role::ALL),
        Opens::To(_) | Opens::ToPrograms => route,
    };
    // files are larger than any other form
    let files = Route::form("/{lang}/office/{kind}/{code}/files", files::show, files::send)
        .asks(batches::BatchAsks::NAMES)
        .with_forms_up_to(upload::LONGEST);
    let opened =
        Route::get("/{lang}/office/{kind}/{code}/files/{row}", files::open).asks(files::FileAsks::NAMES);
    let files = [files, opened];
    let all = all.map(|route| route.with_forms_up_to(LONGEST));
    all.into_iter().chain(files).map(|route| for_the_office(with_policy(route).never_kept())).collect()
}
