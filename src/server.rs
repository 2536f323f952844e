//! The program as a server: every module's routes on one address.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use decapolis_register::journal::last;
use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::jobs::worker::Worker;
use crate::lookups::writer::LookupWriter;
use crate::mail::transport::Mail;
use crate::modules;
use crate::network::address::{Operator, named_proxies};
use crate::page::years::Years;
use crate::web::connections;
use crate::web::context::Site;
use crate::web::measure::Measure;
use crate::web::reached::Reached;

/// The site with the routes of every module.
pub fn router(site: Arc<Site>) -> Router {
    crate::web::router::router(site, modules::routes().into_iter().map(|(_, route)| route).collect())
}

/// Serves the site until the program is asked to end. `host` is the name it was told to listen by. Measured answers say what they cost.
pub async fn serve(
    mut app: App,
    listener: tokio::net::TcpListener,
    host: &str,
    measured: bool,
) -> Result<()> {
    let at = listener.local_addr().map_err(|e| Error::Broken(e.to_string()))?;
    app.mail = Mail::of_environment()?.map(Arc::new);
    let measure = measured.then(|| Measure::of(&mut app, at.ip())).transpose()?;
    let mut site = Site::new(app);
    let named = [
        site.app.settings.address.clone(),
        crate::network::settings::set_address().unwrap_or_default(),
        host.to_string(),
    ];
    let proxies = named_proxies();
    site.reached = Reached::at(at, &named.each_ref().map(String::as_str), &proxies)?;
    if site.base.is_empty() {
        site.base = address_of(at);
        if !at.ip().is_loopback() {
            tracing::warn!(
                address = site.base,
                "DECAPOLIS_ADDRESS is not set: links on pages, in files and on paper begin with this address"
            );
        }
        Operator::of_environment().starts_with("")?;
    }
    stands_on_paper(&site).await?;
    let site = Arc::new(site);
    let app = site.app.clone();
    let mut router = router(site.clone());
    if let Some(measure) = measure {
        router = measure.on(router, site);
    }
    crate::resident::give_back_the_start();
    let lookups = (!app.db.reads_only()).then(|| LookupWriter::begin(app.db.clone(), app.lookups.clone()));
    let worker = (!app.db.reads_only()).then(|| Worker::begin(app, modules::jobs()));
    connections::serve(listener, router, connections::Limits::default(), connections::asked_to_end()).await;
    if let Some(worker) = worker {
        worker.end().await;
    }
    // nothing is read any more: what was noted until now is written
    if let Some(lookups) = lookups {
        lookups.end().await;
    }
    Ok(())
}

/// Where a reader on this machine reaches the site. What listens everywhere, as in a container, has no address of its own.
pub fn address_of(at: SocketAddr) -> String {
    if at.ip().is_unspecified() { format!("http://localhost:{}", at.port()) } else { format!("http://{at}") }
}

/// Refuses to start with a page or a template of the network's own that cannot be set on paper: its readers would find out instead.
async fn stands_on_paper(site: &Site) -> Result<()> {
    let year = site.app.settings.home_year.to_string();
    let Some(years) = Years::read(&year).filter(|years| years.page(&site.app).is_ok()) else { return Ok(()) };
    if !site.app.has_page_of_its_own() || last(site.app.db.reader()).await? == 0 {
        return Ok(());
    }
    crate::editions::cli::stands_on_paper(site, years).await
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_is_one_that_can_be_opened() {
        for (at, address) in [
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("0.0.0.0:8080", "http://localhost:8080"),
            ("[::]:80", "http://localhost:80"),
            ("[2001:db8::1]:80", "http://[2001:db8::1]:80"),
        ] {
            assert_eq!(super::address_of(at.parse().unwrap()), address);
        }
    }
}
