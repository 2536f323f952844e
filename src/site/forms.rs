//! The page of a year as files: `/es/2020.pdf`, `.svg`, `.png`, `.json`, `.csv`.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use decapolis_core::errors::Result;

use super::context::{Reader, Site};
use super::year::{self, Years};
use crate::page::forms::{Dress, Form, Wanted};

/// A drawing carries its fonts and their style inside; beside them it loads and runs nothing.
const POLICY_OF_A_DRAWING: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'self'";

/// The years and the form of an address; `None` where it is another.
pub fn asked(what: &str) -> Option<(Years, Form)> {
    let (years, ending) = what.rsplit_once('.')?;
    Some((Years::read(years)?, Form::of_ending(ending)?))
}

/// The page of these years in a form. What is published as an edition may be kept by those between; a live page is asked again.
pub async fn show(site: &Site, reader: &Reader<'_>, years: Years, form: Form, headers: &HeaderMap) -> Result<Response> {
    let sheet = year::sheet(site, reader, years).await?;
    let kept = if sheet.edition.is_some() { "public, max-age=86400" } else { "no-cache" };
    let base = base(None, host(headers).as_deref());
    let dress = Dress { base: base.clone(), template: site.app.page_template.clone(), ..Dress::usual(&base) };
    let bytes = site.forms.get(Wanted { sheet, form, dress }).await?;
    let name = format!("{}{}-{}.{}", site.app.settings.code, years.path().replace('/', "-"), reader.lang(), form.ending());
    let disposition = format!("inline; filename=\"{}\"", name.replace(['"', '\\'], ""));
    let mut response = bytes.to_vec().into_response();
    let said = response.headers_mut();
    said.insert(header::CONTENT_TYPE, HeaderValue::from_static(form.media_type()));
    said.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    said.insert(header::VARY, HeaderValue::from_static("host"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        said.insert(header::CONTENT_DISPOSITION, disposition);
    }
    if form == Form::Svg {
        said.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY_OF_A_DRAWING));
    }
    Ok(response)
}

/// Where the site is reached, for links on paper: what was asked for, or DECAPOLIS_ADDRESS, or where a reader was seen to reach it,
/// or this machine.
pub fn base(asked: Option<&str>, seen: Option<&str>) -> String {
    let set = std::env::var("DECAPOLIS_ADDRESS").ok().filter(|address| !address.is_empty());
    let address = asked.or(set.as_deref()).or(seen).unwrap_or("http://127.0.0.1:8080");
    address.trim_end_matches('/').to_string()
}

/// The address the reader used, where it is a plain host; with https but on this machine.
fn host(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let plain = !host.is_empty() && host.len() < 254 && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-[]".contains(&b));
    let here = ["localhost", "127.", "[::1]"].iter().any(|start| host.starts_with(start));
    plain.then(|| format!("{}://{host}", if here { "http" } else { "https" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_told_by_the_end_of_its_address() {
        assert_eq!(asked("2020.pdf"), Some((Years { from: 2020, to: 2020 }, Form::Pdf)));
        assert_eq!(asked("2018-2020.csv").map(|(_, form)| form), Some(Form::Csv));
        for other in ["2020", "2020.exe", "members.csv", ".pdf", "2020.", "2020.pdf.pdf"] {
            assert_eq!(asked(other), None, "{other}");
        }
    }

    #[test]
    fn a_host_that_is_no_host_is_not_written_into_a_document() {
        let of = |text: &str| host(&[(header::HOST, HeaderValue::from_str(text).unwrap())].into_iter().collect());
        assert_eq!(of("network.example").as_deref(), Some("https://network.example"));
        assert_eq!(of("127.0.0.1:8080").as_deref(), Some("http://127.0.0.1:8080"));
        assert_eq!(of("a\"b.example"), None);
        assert_eq!(of("a.example/evil"), None);
    }
}
