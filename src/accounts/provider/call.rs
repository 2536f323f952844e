//! Calls to the identity provider, the only ones that the program makes of itself.

use std::io;
use std::net::IpAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::uri::Uri;
use axum::http::{HeaderValue, Request, Response, header};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use openidconnect::{HttpRequest, HttpResponse};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// The longest that a person waits for the provider.
const LONGEST: Duration = Duration::from_secs(10);
/// The most that it may answer, in bytes.
const MOST: usize = 1024 * 1024;

/// Asks the provider. It follows no redirect, so the provider sends it nowhere else.
///
/// Errors: no answer within ten seconds, a longer one than 1 MiB, or an address that is neither https nor on this machine.
pub async fn call(request: HttpRequest) -> io::Result<HttpResponse> {
    timeout(LONGEST, sent(request)).await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
}

/// Whether what is sent there stays between here and there: over TLS, or on this machine.
pub fn is_private(scheme: &str, host: Option<&str>) -> bool {
    let is_here = |host: &str| {
        let host = host.trim_matches(['[', ']']);
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    };
    scheme == "https" || (scheme == "http" && host.is_some_and(is_here))
}

async fn sent(request: HttpRequest) -> io::Result<HttpResponse> {
    let uri = request.uri().clone();
    let scheme = uri.scheme_str().unwrap_or_default();
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']).to_string();
    if !is_private(scheme, uri.host()) {
        return Err(io::Error::other(format!("{uri} is not https")));
    }
    let port = uri.port_u16().unwrap_or(if scheme == "https" { 443 } else { 80 });
    let stream = TcpStream::connect((host.as_str(), port)).await?;
    if scheme == "http" {
        return exchanged(stream, request, &uri).await;
    }
    let name = ServerName::try_from(host).map_err(io::Error::other)?;
    exchanged(tls()?.connect(name, stream).await?, request, &uri).await
}

/// TLS that trusts whom browsers trust.
fn tls() -> io::Result<TlsConnector> {
    static CONFIG: LazyLock<Result<Arc<ClientConfig>, String>> = LazyLock::new(|| {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|e| e.to_string())?;
        Ok(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
    });
    CONFIG.clone().map(TlsConnector::from).map_err(io::Error::other)
}

async fn exchanged(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: HttpRequest,
    uri: &Uri,
) -> io::Result<HttpResponse> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
    let carried = tokio::spawn(connection);
    let (parts, body) = request.into_parts();
    let mut asked = Request::from_parts(parts, Body::from(body));
    let host = uri.authority().map_or("", |authority| authority.as_str());
    asked.headers_mut().insert(header::HOST, HeaderValue::from_str(host).map_err(io::Error::other)?);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    *asked.uri_mut() = path.parse().map_err(io::Error::other)?;
    let answer = sender.send_request(asked).await.map_err(io::Error::other)?;
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(Body::new(body), MOST).await.map_err(io::Error::other)?;
    carried.abort();
    Ok(Response::from_parts(parts, bytes.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_goes_out_where_others_can_read_it() {
        assert!(is_private("https", Some("id.example.org")));
        assert!(is_private("http", Some("127.0.0.1")) && is_private("http", Some("[::1]")));
        for host in ["id.example.org", "127.0.0.1.example.org", "10.0.0.1", ""] {
            assert!(!is_private("http", Some(host)), "{host}");
        }
        assert!(!is_private("file", None));
        tls().expect("TLS can be spoken");
    }
}
