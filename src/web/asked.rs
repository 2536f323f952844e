//! The cache key of a request.
//!
//! The key is the path and the parameters that the page knows, in a fixed order, without empty ones. Unknown parameters
//! are dropped, so that nobody can fill the memory with `?x=1`, `?x=2`, …

use axum::extract::{MatchedPath, Request};
use axum::http::uri::PathAndQuery;
use axum::http::{Method, Uri};

use super::cache::Key;
use super::caching::{Keeps, Known};

/// Responses to longer URLs are not cached.
const LONGEST: usize = 1_000;

/// A request whose response can be cached.
pub struct Asked {
    pub key: Key,
    /// The URL that the page is made for: the same as the key.
    pub address: Uri,
    /// Whether it is a file of the program or of the network's brand, which no write to the register changes.
    pub of_the_program: bool,
}

impl Asked {
    /// The key of a request. `None` if the response must not be cached.
    pub fn of(request: &Request, routes: &Known) -> Option<Asked> {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return None;
        }
        let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
        if path.len() + query.len() > LONGEST || has_needless_escapes(path) {
            return None;
        }
        let (asks, keeps) = routes.route(request.extensions().get::<MatchedPath>()?)?;
        let of_the_program = match keeps {
            Keeps::Never => return None,
            Keeps::UntilWritten(at) if !at(path) => return None,
            Keeps::UntilWritten(_) => false,
            Keeps::OfTheProgram => true,
        };
        let query = in_order(query, asks)?;
        let address = if query.is_empty() { path.to_string() } else { format!("{path}?{query}") };
        let uri = Uri::from(PathAndQuery::try_from(address.as_str()).ok()?);
        Some(Asked { key: Key::new("answer", address), address: uri, of_the_program })
    }
}

/// The parameters with these names, in this order. `None` if one is given twice, which pages refuse.
fn in_order(query: &str, names: &[&str]) -> Option<String> {
    let mut ordered = form_urlencoded::Serializer::new(String::new());
    for name in names {
        let mut values =
            form_urlencoded::parse(query.as_bytes()).filter(|(n, _)| n == name).map(|(_, value)| value);
        let (value, second) = (values.next(), values.next());
        if second.is_some() {
            return None;
        }
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            ordered.append_pair(name, &value);
        }
    }
    Some(ordered.finish())
}

/// Whether letters, digits, `-`, `.`, `_` or `~` are percent-encoded, which would give one page many URLs.
fn has_needless_escapes(path: &str) -> bool {
    let mut pieces = path.split('%');
    pieces.next();
    pieces.any(|piece| {
        let byte = piece.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        byte.is_none_or(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_the_parameters_that_the_page_knows_in_their_order() {
        let names = &["from", "at", "known", "by", "class", "after"];
        let at = Some("at=2020-12-31".to_string());
        for same in
            ["x=1&at=2020-12-31", "at=2020%2D12-31&by=&utm_source=mail", "at=2020-12-31&at2=1&region=x"]
        {
            assert_eq!(in_order(same, names), at, "{same}");
        }
        assert_eq!(in_order("by=region&at=2020-12-31", names), Some("at=2020-12-31&by=region".into()));
        assert_eq!(in_order("at=2019-01-01&q=x", &[]), Some(String::new()));
        assert_eq!(
            in_order("q=S%C3%A3o+Paulo&at=2020-12-31", &["at", "q"]),
            Some("at=2020-12-31&q=S%C3%A3o+Paulo".into())
        );
        assert_eq!(in_order("at=2020-12-31&at=2019-12-31", names), None);
    }

    #[test]
    fn an_address_with_needless_escapes_has_no_key() {
        for needless in ["/%65s/2020", "/es/members%2ecsv", "/es/%zz", "/es/%"] {
            assert!(has_needless_escapes(needless), "{needless}");
        }
        for fine in ["/es/2020", "/es/organisation/s%C3%A3o-paulo", "/es/a%20b"] {
            assert!(!has_needless_escapes(fine), "{fine}");
        }
    }
}
