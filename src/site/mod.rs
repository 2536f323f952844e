//! The public site.

use decapolis_core::errors::{Error, Result};

use crate::app::App;

/// Serves the site until the program is asked to end.
pub async fn serve(app: App, listener: tokio::net::TcpListener) -> Result<()> {
    let _ = app;
    axum::serve(listener, axum::Router::new()).await.map_err(|e| Error::Broken(e.to_string()))
}
