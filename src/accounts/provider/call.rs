//! Calls to the identity provider, the only ones that the program makes of itself.

use std::io;
use std::net::IpAddr;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::uri::Uri;
use axum::http::{HeaderValue, Request, Response, header};
use decapolis_words::errors::{Error, Result};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use openidconnect::{HttpRequest, HttpResponse};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// The longest that a person waits for the provider.
const LONGEST: Duration = Duration::from_secs(10);
/// The most that it may answer, in bytes.
const MOST: usize = 1024 * 1024;

/// How the provider is asked, over TLS of this kind. It follows no redirect, so the provider sends it nowhere else.
///
/// Errors: no answer within ten seconds, a longer one than 1 MiB, or an address that is neither https nor on this machine.
pub fn ask(tls: &TlsConnector) -> impl Fn(HttpRequest) -> Answering + use<> {
    let tls = tls.clone();
    move |request| {
        let tls = tls.clone();
        Box::pin(async move {
            let answer = timeout(LONGEST, sent(tls, request)).await;
            answer.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
        })
    }
}

/// An answer that is waited for.
type Answering = Pin<Box<dyn Future<Output = io::Result<HttpResponse>> + Send>>;

/// Whether what is sent there stays between here and there: over TLS, or on this machine.
pub fn is_private(scheme: &str, host: Option<&str>) -> bool {
    let is_here = |host: &str| {
        let host = host.trim_matches(['[', ']']);
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    };
    scheme == "https" || (scheme == "http" && host.is_some_and(is_here))
}

async fn sent(tls: TlsConnector, request: HttpRequest) -> io::Result<HttpResponse> {
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
    exchanged(tls.connect(name, stream).await?, request, &uri).await
}

/// TLS that trusts whom browsers trust, and the authorities whose certificates are in a file (PEM): many offices have one of their own.
///
/// `Broken`: the file cannot be read, or has no certificates.
pub fn trusting(file: Option<&Path>) -> Result<TlsConnector> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(file) = file {
        let wrong = |why: String| Error::Broken(format!("DECAPOLIS_OIDC_CA, {}: {why}", file.display()));
        let certificates = CertificateDer::pem_file_iter(file).map_err(|e| wrong(e.to_string()))?;
        let before = roots.len();
        for certificate in certificates {
            roots.add(certificate.map_err(|e| wrong(e.to_string()))?).map_err(|e| wrong(e.to_string()))?;
        }
        if roots.len() == before {
            return Err(wrong("no certificate is in it".into()));
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|e| Error::Broken(e.to_string()))?;
    Ok(TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth())))
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
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;
    use tokio_rustls::TlsAcceptor;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::pki_types::PrivateKeyDer;

    use super::*;

    #[test]
    fn nothing_goes_out_where_others_can_read_it() {
        assert!(is_private("https", Some("id.example.org")));
        assert!(is_private("http", Some("127.0.0.1")) && is_private("http", Some("[::1]")));
        for host in ["id.example.org", "127.0.0.1.example.org", "10.0.0.1", ""] {
            assert!(!is_private("http", Some(host)), "{host}");
        }
        assert!(!is_private("file", None));
    }

    /// A server on the loopback with the certificate of the tests, which says "yes" to whoever trusts it.
    async fn server() -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provider/tls");
        let chain = CertificateDer::pem_file_iter(folder.join("certificate.pem")).expect("a certificate");
        let key = PrivateKeyDer::from_pem_file(folder.join("key.pem")).expect("a key");
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(chain.map(|one| one.expect("a certificate")).collect(), key)
            .expect("a certificate with its key");
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("https://localhost:{}/", listener.local_addr().expect("its address").port());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let _ = stream.read(&mut [0; 1024]).await;
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nyes").await;
                let _ = stream.shutdown().await;
            }
        });
        address
    }

    #[tokio::test]
    async fn a_provider_with_a_certificate_of_ones_own_is_trusted_where_the_operator_says_so() {
        let address = server().await;
        let request = || Request::get(&address).body(vec![]).expect("a request");
        let browsers = trusting(None).expect("TLS can be spoken");
        let stranger = ask(&browsers)(request()).await.expect_err("nobody vouches for it");
        assert!(stranger.to_string().contains("certificate"), "{stranger}");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provider/tls");
        let own = trusting(Some(&folder.join("authority.pem"))).expect("a file with a certificate");
        assert_eq!(ask(&own)(request()).await.expect("an answer").body(), b"yes");
        for wrong in ["key.pem", "not-there.pem"] {
            let why = trusting(Some(&folder.join(wrong))).err().expect("refused").to_string();
            assert!(why.contains("DECAPOLIS_OIDC_CA") && why.contains(wrong), "{why}");
        }
    }
}
