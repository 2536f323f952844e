//! The addresses of the interface for programs, and the page on which people make its tokens.

mod act;
mod caller;
mod openapi;
mod published;
mod read;
mod row;
mod schema;
mod tokens;

use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::post;
use decapolis_actions::Role;
use decapolis_words::errors::Error;

use crate::web::routes::Route;
use crate::web::sent::Pairs;
use crate::web::visit::Visit;

/// The largest request, in bytes.
const LONGEST: usize = 1024 * 1024;

pub fn routes() -> Vec<Route> {
    let posted = |path: &str, handler| Route { methods: "POST", handler, ..Route::get(path, not_here) };
    let all = [
        Route::get("/api/v1", read::start),
        Route::get("/api/v1/openapi.json", openapi::openapi),
        Route::get("/api/v1/actions", act::actions),
        posted("/api/v1/actions/{name}", post(act::act)),
        posted("/api/v1/batches/{batch}/undo", post(act::undo)),
        Route::get("/api/v1/records/{kind}", read::records_of),
        Route::get("/api/v1/records/{kind}/{code}", read::record).asks(read::KnownAsks::NAMES),
        Route::get("/api/v1/records/{kind}/{code}/history", read::past),
        Route::get("/api/v1/facts/{table}", read::facts_of),
        Route::get("/api/v1/facts/{table}/{row}", read::fact).asks(read::KnownAsks::NAMES),
        Route::get("/api/v1/figures", published::figures),
        Route::get("/api/v1/editions", published::editions),
        Route::get("/api/{*rest}", not_here),
    ];
    let page = Route::form("/{lang}/office/tokens", tokens::show, tokens::send).opens_to(&Role::ALL);
    let to_all = ["/api/v1/openapi.json", "/api/{*rest}"];
    let all = all.map(|route| match to_all.contains(&route.path.as_str()) {
        true => route,
        false => route.opens_to_programs(),
    });
    let all = all.map(with_words_for_other_methods).into_iter().chain([page]);
    all.map(|route| route.with_forms_up_to(LONGEST).never_kept()).collect()
}

/// What does not answer to a method says so as data, and to which it does.
fn with_words_for_other_methods(route: Route) -> Route {
    let allowed = HeaderValue::from_static(route.methods);
    let other = async move |visit: Visit<Vec<(String, String)>, Pairs>| {
        let mut answer =
            caller::answered_to_all(visit, async |_, _, _, _| Err(Error::NotFound("method"))).await;
        answer.headers_mut().insert(header::ALLOW, allowed);
        answer
    };
    Route { handler: route.handler.fallback(other), ..route }
}

/// There is nothing at this address, said as data.
async fn not_here(visit: Visit<Vec<(String, String)>, Pairs>) -> Response {
    caller::answered_to_all(visit, async |_, _, _, _| Err(Error::NotFound("page"))).await
}
