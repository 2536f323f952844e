//! Serves the page of a year as files: `/es/2020.pdf`, `.svg`, `.png`, `.json`, `.csv`.

use axum::body::Bytes;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use decapolis_drawing::Palette;
use decapolis_words::errors::Result;

use crate::page::forms::{Dress, Form, Logo, Wanted, form as form_of};
use crate::page::sheet::Sheet;
use crate::web::components::Link;
use crate::web::context::{Reader, Site};

/// An SVG file contains its fonts and styles; it may load and run nothing else.
const POLICY_OF_A_DRAWING: &str =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'self'";

/// Links to every format of the page at this path.
pub fn links(reader: &Reader<'_>, path: &str) -> impl Iterator<Item = Link> {
    Form::ALL.into_iter().map(move |form| {
        Link::new(form.ending().to_uppercase(), reader.to(&format!("{path}.{}", form.ending())))
    })
}

/// Sends a page in a format. `path` gives the file name.
pub async fn send(
    site: &Site,
    reader: &Reader<'_>,
    sheet: Sheet,
    path: &str,
    form: Form,
) -> Result<Response> {
    send_as(site, reader, Wanted { sheet, form, dress: site.dress() }, path).await
}

/// Sends a page with another template or logo, such as a number as a picture. Other sites may show pictures.
pub async fn send_as(site: &Site, reader: &Reader<'_>, wanted: Wanted, path: &str) -> Result<Response> {
    let form = wanted.form;
    let kept = if wanted.sheet.edition.is_some() { "public, max-age=86400" } else { "no-cache" };
    let bytes = form_of(&site.cache, wanted).await?;
    let name =
        format!("{}{}-{}.{}", site.app.settings.code, path.replace('/', "-"), reader.lang(), form.ending());
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
    /// The template, colours, logo and land for PDF and pictures.
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
        let logo = brand.logo.as_ref().map(|logo| Logo {
            ending: if logo.svg { "svg" } else { "png" }.into(),
            bytes: logo.bytes.clone(),
        });
        Dress { palette, logo, template: self.app.page_template.clone(), ..Dress::usual(&self.base) }
    }
}
