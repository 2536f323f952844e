//! The page of a year as files: `/es/2020.pdf`, `.svg`, `.png`, `.json`, `.csv`.

use axum::body::Bytes;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use decapolis_core::errors::Result;
use decapolis_drawing::Palette;

use super::context::{Reader, Site};
use super::edition;
use super::html::components::Link;
use super::year::Years;
use crate::page::forms::{Dress, Form, Logo, Wanted, form as form_of};
use crate::page::sheet::Sheet;

/// A drawing carries its fonts and their style inside; beside them it loads and runs nothing.
const POLICY_OF_A_DRAWING: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'self'";

/// The years and the form of an address; `None` where it is another.
pub fn asked(what: &str) -> Option<(Years, Form)> {
    let (years, ending) = what.rsplit_once('.')?;
    Some((Years::read(years)?, Form::of_ending(ending)?))
}

/// The page of these years in a form. What is published as an edition may be kept by those between; a live page is asked again.
pub async fn show(site: &Site, reader: &Reader<'_>, years: Years, form: Form) -> Result<Response> {
    let sheet = edition::newest_or_live_sheet(site, reader, years).await?;
    send(site, reader, sheet, &years.path(), form).await
}

/// The links to every form of the page at this path, for its head.
pub fn links(reader: &Reader<'_>, path: &str) -> impl Iterator<Item = Link> {
    Form::ALL.into_iter().map(move |form| Link::new(form.ending().to_uppercase(), reader.to(&format!("{path}.{}", form.ending()))))
}

/// Sends a page in a form; `path` names the file.
pub async fn send(site: &Site, reader: &Reader<'_>, sheet: Sheet, path: &str, form: Form) -> Result<Response> {
    send_as(site, reader, Wanted { sheet, form, dress: site.dress() }, path).await
}

/// The same in another dress: a number as a picture. Pictures may be shown by other sites.
pub async fn send_as(site: &Site, reader: &Reader<'_>, wanted: Wanted, path: &str) -> Result<Response> {
    let form = wanted.form;
    let kept = if wanted.sheet.edition.is_some() { "public, max-age=86400" } else { "no-cache" };
    let bytes = form_of(&site.cache, wanted).await?;
    let name = format!("{}{}-{}.{}", site.app.settings.code, path.replace('/', "-"), reader.lang(), form.ending());
    let disposition = format!("inline; filename=\"{}\"", name.replace(['"', '\\'], ""));
    let mut response = Bytes::clone(&bytes).into_response();
    let said = response.headers_mut();
    said.insert(header::CONTENT_TYPE, HeaderValue::from_static(form.media_type()));
    said.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    said.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        said.insert(header::CONTENT_DISPOSITION, disposition);
    }
    if form == Form::Svg {
        said.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY_OF_A_DRAWING));
    }
    Ok(response)
}

impl Site {
    /// What pages on paper and as pictures are set with.
    pub fn dress(&self) -> Dress {
        let brand = &self.app.settings.brand;
        let mut palette = Palette::default();
        if let Some(accent) = brand.accent {
            palette.accent = accent.hex();
        }
        for (theme, colour) in palette.themes.iter_mut().zip(&brand.themes) {
            if let Some(colour) = colour {
                *theme = colour.hex();
            }
        }
        let logo = brand.logo.as_ref().map(|logo| Logo { ending: if logo.svg { "svg" } else { "png" }.into(), bytes: logo.bytes.clone() });
        Dress { palette, logo, template: self.app.page_template.clone(), ..Dress::usual(&self.base) }
    }
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
}
