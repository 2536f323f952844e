//! The page in its other formats: PDF, SVG with live text, PNG, and data.
//!
//! All formats are written from the same [`Sheet`]; none queries the register. PDF, SVG and PNG use a template
//! (`typst/page.typ`, or a `page.typ` in the network's folder), data uses [`super::lines::lines`]. Finished output is
//! cached under the digest of its input, so the same page is set once. A server sets pages in other processes ([`apart`]).

pub mod apart;
mod data;
mod document;
mod kept;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use decapolis_drawing::Palette;
use decapolis_typesetting::{Engine, Job, Output, Problems};
use decapolis_words::errors::{Error, Result};

pub use kept::{Wanted, form};

use super::sheet::Sheet;
use crate::assets;

/// An output format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A tagged PDF for print and for screen readers (PDF/UA-1).
    Pdf,
    /// A drawing whose text can be selected, searched and read aloud.
    Svg,
    /// A picture.
    Png,
    /// JSON, with everything from the head of the page.
    Json,
    /// CSV for spreadsheets.
    Csv,
}

impl Form {
    pub const ALL: [Form; 5] = [Form::Pdf, Form::Svg, Form::Png, Form::Json, Form::Csv];

    /// The file extension.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Pdf => "pdf",
            Form::Svg => "svg",
            Form::Png => "png",
            Form::Json => "json",
            Form::Csv => "csv",
        }
    }

    /// The format with this file extension.
    pub fn of_ending(ending: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.ending() == ending)
    }

    /// The media type for the Content-Type header.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Pdf => "application/pdf",
            Form::Svg => "image/svg+xml",
            Form::Png => "image/png",
            Form::Json => "application/json",
            Form::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// The logo of a network.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Logo {
    /// `svg`, `png`, `jpg` or `webp`.
    pub ending: String,
    pub bytes: Vec<u8>,
}

/// What is needed to write a page besides its value.
#[derive(Clone, Debug)]
pub struct Dress {
    /// The URL of the site, without a final slash: "https://network.example". It makes the page's URLs absolute.
    pub base: String,
    pub palette: Palette,
    pub logo: Option<Logo>,
    /// The template of the page.
    pub template: String,
    /// The outline of the land, for the map.
    pub land: String,
}

impl Dress {
    /// The default: template, colours and land from the binary.
    pub fn usual(base: &str) -> Dress {
        Dress {
            base: base.trim_end_matches('/').to_string(),
            palette: Palette::default(),
            logo: None,
            template: assets::page_template(None),
            land: assets::land(),
        }
    }

    /// The absolute URL of a path of the site.
    fn whole(&self, address: &str) -> String {
        if address.starts_with('/') { format!("{}{address}", self.base) } else { address.to_string() }
    }
}

/// Writes a page in a format, in this process. This takes processor time; a server calls [`form`] instead.
///
/// Errors: `Broken` if the page cannot be set; the text names a letter that no font has, and the words it is in.
pub fn write(sheet: &Sheet, form: Form, dress: &Dress) -> Result<Vec<u8>> {
    write_by(sheet, form, dress, |job| engine().map_err(Problems::clone)?.write(job))
}

/// Writes a page in a format; `set` sets it for print.
pub fn write_by(
    sheet: &Sheet,
    form: Form,
    dress: &Dress,
    set: impl FnOnce(&Job) -> std::result::Result<Vec<u8>, Problems>,
) -> Result<Vec<u8>> {
    let output = match form {
        Form::Json => return data::json(sheet, dress),
        Form::Csv => return data::csv(sheet, dress),
        Form::Pdf => Output::Pdf,
        Form::Svg => Output::Svg,
        Form::Png => Output::Png { pixels_per_inch: document::PIXELS_PER_INCH },
    };
    let broken = |problems: Problems| {
        Error::Broken(format!("{} of {} in {}: {problems}", form.ending(), sheet.year, sheet.lang))
    };
    set(&document::job(sheet, dress, output)).map_err(broken)
}

/// The typesetter of this process with the fonts from the binary, made once.
fn engine() -> std::result::Result<&'static Engine, &'static Problems> {
    static ENGINE: LazyLock<std::result::Result<Engine, Problems>> =
        LazyLock::new(|| Engine::new(assets::paper_fonts()));
    ENGINE.as_ref()
}
