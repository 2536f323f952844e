//! Checks every request before it is handled: host, origin, characters and length.

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, FORWARDED, HOST, TRANSFER_ENCODING};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Version};
use axum::middleware::Next;
use axum::response::Response;
use decapolis_base::turns;
use decapolis_register::rules::control_character;
use decapolis_words::errors::{Error, Result};

use crate::web::connections::Peer;
use crate::web::reached::Reached;
use crate::web::served::Served;

const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Whether a request comes from this machine, over the loopback interface and through no proxy.
#[derive(Clone, Copy, Debug, Default)]
pub struct FromThisMachine(pub bool);

/// Lets a request through, or responds with what is wrong with it.
pub async fn let_in(State(served): State<Served>, mut request: Request, next: Next) -> Response {
    let site = served.site();
    let through_a_proxy = believe_proxies(&site.reached, &mut request);
    match host_of(&site.reached, &request).and_then(|host| whole(&request).map(|()| host)) {
        Ok(host) => {
            let here = site.reached.from_this_machine(&host, through_a_proxy);
            request.extensions_mut().insert(FromThisMachine(here));
            next.run(request).await
        }
        Err(error) => crate::web::answers::said_at(&site, &request, &error),
    }
}

/// Takes over host and reader address from a trusted proxy, and removes these headers from any other request. Returns
/// whether there were any.
fn believe_proxies(reached: &Reached, request: &mut Request) -> bool {
    let trusted = request.extensions().get::<Peer>().is_some_and(|peer| reached.trusts(peer.0));
    let headers = request.headers_mut();
    let (host, readers) = (last(headers, &FORWARDED_HOST), all(headers, &FORWARDED_FOR));
    let said: Vec<HeaderName> = headers
        .keys()
        .filter(|name| **name == FORWARDED || name.as_str().starts_with("x-forwarded-"))
        .cloned()
        .collect();
    for name in &said {
        headers.remove(name);
    }
    if trusted {
        if let Some(host) = host.and_then(|host| HeaderValue::from_str(&host).ok()) {
            headers.insert(HOST, host);
        }
        // the nearest address that is not our proxy: anybody can write the entries before it
        let reader = readers
            .iter()
            .rev()
            .map_while(|reader| reader.parse().ok())
            .find(|reader| !reached.trusts(*reader));
        if let Some(reader) = reader {
            request.extensions_mut().insert(Peer(reader));
        }
    }
    !said.is_empty()
}

/// The entries of a header that proxies append to.
fn all(headers: &HeaderMap, name: &HeaderName) -> Vec<String> {
    let lines = headers.get_all(name).iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(','))
        .map(|entry| entry.trim().to_string())
        .filter(|entry| !entry.is_empty())
        .collect()
}

fn last(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    all(headers, name).pop()
}

/// The host of the request, if it is a name of the site.
fn host_of(reached: &Reached, request: &Request) -> Result<String> {
    let mut named = request.headers().get_all(HOST).iter();
    let host = match (request.uri().authority(), named.next(), named.next()) {
        (_, _, Some(_)) => return Err(Error::refused("site-error-request")),
        (Some(authority), ..) => authority.as_str().to_string(),
        (None, Some(host), None) => String::from_utf8_lossy(host.as_bytes()).into_owned(),
        // browsers always send a host; an HTTP/1.0 client need not
        (None, None, _) if request.version() <= Version::HTTP_10 || !reached.is_known() => {
            return Ok(String::new());
        }
        (None, None, _) => return Err(Error::refused("site-error-request")),
    };
    if reached.by(&host) {
        Ok(host)
    } else {
        Err(Error::refused_with("site-error-host", [("text", host.as_str().into())].into()))
    }
}

/// Refuses characters that are not allowed, and a body where none is expected.
fn whole(request: &Request) -> Result<()> {
    let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
    let written = |text: &str| {
        let text = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
        // nor what would turn the page around it, where it is said again
        control_character(&text).is_some() || text.contains(turns)
    };
    if written(path) || written(query) {
        return Err(Error::refused("site-error-control"));
    }
    let headers = request.headers();
    let length = headers.get(CONTENT_LENGTH).is_some_and(|length| length != "0");
    if matches!(*request.method(), Method::GET | Method::HEAD)
        && (length || headers.contains_key(TRANSFER_ENCODING))
    {
        return Err(Error::refused("site-error-body"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn through(proxies: &str, peer: &str, headers: &[(&str, &str)]) -> (Request, bool) {
        let reached =
            Reached::at("127.0.0.1:80".parse().unwrap(), &["https://network.example"], proxies).unwrap();
        let mut request =
            Request::get("/es/2020").header("host", "127.0.0.1").extension(Peer(peer.parse().unwrap()));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::empty()).unwrap();
        let said = believe_proxies(&reached, &mut request);
        (request, said)
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let said = [
            ("x-forwarded-host", "network.example"),
            ("x-forwarded-for", "203.0.113.9, 198.51.100.7, 10.0.0.2"),
            ("forwarded", "host=x"),
        ];
        let (request, through_a_proxy) = through("10.0.0.0/8", "10.0.0.1", &said);
        assert_eq!((request.headers()[HOST].to_str().unwrap(), through_a_proxy), ("network.example", true));
        assert_eq!(request.extensions().get::<Peer>().unwrap().0.to_string(), "198.51.100.7");
        let (request, through_a_proxy) = through("10.0.0.0/8", "127.0.0.1", &said);
        assert_eq!((request.headers()[HOST].to_str().unwrap(), through_a_proxy), ("127.0.0.1", true));
        assert_eq!(request.extensions().get::<Peer>().unwrap().0.to_string(), "127.0.0.1");
        assert_eq!(request.headers().len(), 1, "what nobody may believe is gone");
        assert!(!through("", "127.0.0.1", &[]).1);
    }
}
