//! A request as a handler gets it: the site, the language, and typed parameters of path and query.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tracing::Span;

use super::answers::{accepted, said};
use super::checks::FromThisMachine;
use super::connections::Peer;
use super::context::{Reader, Site};
use super::files::WritePermit;
use super::served::Served;

/// A request for a page. `P` are the parameters of the path besides the language, `Q` those of the query.
pub struct Visit<P = (), Q = ()> {
    pub site: Arc<Site>,
    /// The first part of the path; empty where the route has no language.
    pub lang: String,
    /// `accept-language`, for answers at addresses without a language.
    accepted: Option<String>,
    /// Whether it comes from this machine.
    pub here: FromThisMachine,
    /// The address of the reader, where it is known.
    pub from: Option<IpAddr>,
    asked: Result<(P, Q)>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Lang {
    lang: String,
}

impl<P: DeserializeOwned + Send, Q: DeserializeOwned + Send> FromRequestParts<Served> for Visit<P, Q> {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        served: &Served,
    ) -> std::result::Result<Visit<P, Q>, Self::Rejection> {
        let lang =
            Path::<Lang>::from_request_parts(parts, served).await.map(|Path(lang)| lang).unwrap_or_default();
        let path = Path::<P>::from_request_parts(parts, served)
            .await
            .map(|Path(path)| path)
            .map_err(|_| Error::NotFound("page"));
        // a page without parameters ignores whatever is asked of it
        let asked_of = if size_of::<Q>() == 0 { &Uri::default() } else { &parts.uri };
        let query = Query::<Q>::try_from_uri(asked_of)
            .map(|Query(query)| query)
            .map_err(|_| Error::refused("site-error-request"));
        let accepted = accepted(&parts.headers).map(str::to_string);
        Ok(Visit {
            site: Arc::from_ref(served),
            lang: lang.lang,
            accepted,
            here: parts.extensions.get().copied().unwrap_or_default(),
            from: parts.extensions.get::<Peer>().map(|peer| peer.0),
            asked: path.and_then(|path| Ok((path, query?))),
        })
    }
}

impl<P, Q> Visit<P, Q> {
    /// Answers with what `make` makes for the reader; with a page that says why, where the network does not offer the language, the
    /// parameters cannot be read, or `make` fails.
    pub async fn answer(
        self,
        make: impl AsyncFnOnce(&Site, &Reader<'_>, P, Q) -> Result<Response>,
    ) -> Response {
        let site = &*self.site;
        let reader = match site.reader(&self.lang) {
            Ok(reader) => reader,
            Err(error) => return said(site, &self.language(), &error),
        };
        let made = match self.asked {
            Ok((path, query)) => make(site, &reader, path, query).await,
            Err(error) => Err(error),
        };
        made.unwrap_or_else(|error| said(site, &self.lang, &error))
    }

    /// Like [`Visit::answer`], for data at an address without a language: words are in the language that the request accepts, and `failed`
    /// puts what went wrong.
    pub async fn answer_as_data(
        self,
        make: impl AsyncFnOnce(&Site, &Reader<'_>, P, Q) -> Result<Response>,
        failed: impl Fn(&Site, &Reader<'_>, &Error) -> Response,
    ) -> Response {
        let (site, language) = (&*self.site, self.language());
        let reader = match site.reader(&language) {
            Ok(reader) => reader,
            Err(error) => return said(site, &language, &error),
        };
        let made = match self.asked {
            Ok((path, query)) => make(site, &reader, path, query).await,
            Err(error) => Err(error),
        };
        made.unwrap_or_else(|error| failed(site, &reader, &error))
    }

    /// Like [`Visit::answer`], for a file of rows. It waits for its turn before it uses the register. Then it is made on a thread of its
    /// own: the threads that answer other readers do not write thousands of rows. A reader who hangs up ends it.
    pub async fn answer_with_file(
        self,
        make: impl AsyncFnOnce(&Site, &Reader<'_>, P, Q, WritePermit) -> Result<Response> + Send + 'static,
    ) -> Response
    where
        P: Send + 'static,
        Q: Send + 'static,
    {
        let turn = match WritePermit::wait().await {
            Ok(turn) => turn,
            Err(error) => return said(&self.site, &self.language(), &error),
        };
        // it ends with this future
        let (_listens, hung_up) = oneshot::channel::<()>();
        let (runtime, span) = (Handle::current(), Span::current());
        let made = tokio::task::spawn_blocking(move || {
            let _inside = span.enter();
            runtime.block_on(async {
                tokio::select! {
                    answer = self.answer(async |site, reader, path, asks| make(site, reader, path, asks, turn).await) => Some(answer),
                    _ = hung_up => None,
                }
            })
        });
        match made.await {
            Ok(Some(answer)) => answer,
            // nobody listens any more, or the program ends
            Ok(None) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            Err(stopped) => match stopped.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            },
        }
    }

    /// The language for a reader at an address without one.
    pub fn language(&self) -> String {
        self.site.language_for(self.accepted.as_deref())
    }

    /// The same request, answered in this language.
    pub fn in_language(self, lang: String) -> Self {
        Visit { lang, ..self }
    }

    /// The parameters, for a handler that answers in its own way.
    pub fn asked(&self) -> std::result::Result<&(P, Q), &Error> {
        self.asked.as_ref()
    }
}

/// The query parameters of a page: all are optional texts. `NAMES` has them in the order of the cache key.
macro_rules! asks {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$each:meta])* $field:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $($(#[$each])* pub $field: Option<String>,)*
        }

        impl $name {
            pub const NAMES: &'static [&'static str] = &[$(stringify!($field)),*];
        }
    };
}
pub(crate) use asks;
