//! The query plans of the statements behind pages, for `make plans` and for the test that no page reads a large table in full.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use decapolis_register::plan_of::{PlanOf, plan_of_statement};
use decapolis_words::errors::{Error, Result};
use sea_orm::Statement;
use tower::ServiceExt;

use crate::app::App;
use crate::modules;
use crate::server::router;
use crate::web::context::Site;

/// A page and the plans of its statements.
pub struct PlansOf {
    pub address: String,
    pub asked: Vec<(String, PlanOf)>,
}

/// Opens the lists of this day and of every kind, their second pages, a search, and one record of each kind, and
/// returns the plan of every statement.
pub async fn plans_of_pages(mut app: App, day: &str) -> Result<Vec<PlansOf>> {
    let heard: Arc<Mutex<Vec<Statement>>> = Arc::default();
    let hears = heard.clone();
    app.db.on_statement(move |statement| {
        hears.lock().expect("the statements are whole").push(statement.clone())
    });
    let site = Arc::new(Site::new(app));
    let pages = router(site.clone());
    let mut addresses = vec![format!("/en/members?at={day}"), format!("/en/members?at={day}&q=a")];
    let kinds = modules::tables().0.iter().filter_map(|table| table.kind());
    addresses.extend(kinds.flat_map(|kind| {
        [format!("/en/{kind}"), format!("/en/{kind}?q=a"), format!("/en/{kind}?q=no-such-word")]
    }));
    let mut all = vec![];
    let mut at = 0;
    while at < addresses.len() {
        let address = addresses[at].clone();
        at += 1;
        heard.lock().expect("the statements are whole").clear();
        let page = open(&pages, &address).await?;
        let statements = std::mem::take(&mut *heard.lock().expect("the statements are whole"));
        // from a list to its second page and its first record
        let path = address.split('?').next().unwrap_or_default();
        if !address.contains("after=") && path.split('/').count() == 3 {
            let links = || {
                page.split("href=\"")
                    .skip(1)
                    .filter_map(|rest| rest.split('"').next())
                    .map(|link| link.replace("&amp;", "&"))
            };
            let next = links().find(|link| link.starts_with(path) && link.contains("after="));
            let first = links()
                .find(|link| link.split('/').count() == 4 && !link.contains('?') && link.starts_with("/en/"));
            for link in next.into_iter().chain(first) {
                if !addresses.contains(&link) {
                    addresses.push(link);
                }
            }
        }
        let mut asked = vec![];
        for statement in statements {
            let plan = plan_of_statement(site.app.db.reader(), &statement).await?;
            asked.push((statement.sql, plan));
        }
        all.push(PlansOf { address, asked });
    }
    Ok(all)
}

async fn open(pages: &Router, address: &str) -> Result<String> {
    let broken = |text: String| Error::Broken(format!("{address}: {text}"));
    let request = Request::get(address).body(Body::empty()).map_err(|e| broken(e.to_string()))?;
    let answer = pages.clone().oneshot(request).await.map_err(|e| broken(e.to_string()))?;
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 16 << 20).await.map_err(|e| broken(e.to_string()))?;
    if status != StatusCode::OK {
        return Err(broken(status.to_string()));
    }
    Ok(String::from_utf8_lossy(&body).into_owned())
}
