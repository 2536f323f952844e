//! The program as a server: every module's routes on one address.

use std::sync::Arc;

use axum::Router;
use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::modules;
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
    let measure = measured.then(|| Measure::of(&mut app, at.ip())).transpose()?;
    let mut site = Site::new(app);
    let named = [
        site.app.settings.address.clone(),
        crate::network::settings::set_address().unwrap_or_default(),
        host.to_string(),
    ];
    let proxies = std::env::var("DECAPOLIS_TRUSTED_PROXY").unwrap_or_default();
    site.reached = Reached::at(at, &named.each_ref().map(String::as_str), &proxies)?;
    if site.base.is_empty() {
        site.base = format!("http://{at}");
    }
    let site = Arc::new(site);
    let mut router = router(site.clone());
    if let Some(measure) = measure {
        router = measure.on(router, site);
    }
    connections::serve(listener, router, connections::Limits::default(), connections::asked_to_end()).await;
    Ok(())
}
