//! The page in its other forms: a document, a drawing with live text, a picture, and data.
//!
//! All are written from the one [`Sheet`]; nothing is asked of the register again. A form is made by a template (`typst/page.typ`, or
//! a `page.typ` in the network's folder) or by [`super::lines::lines`], and finished forms are kept under the digest of what they
//! were made from, so the same page is set once.

mod data;
mod document;
mod kept;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use decapolis_core::errors::{Error, Result};
use decapolis_drawing::Palette;
use decapolis_typesetting::{Engine, Problems};

pub use kept::{Wanted, form};

use super::sheet::Sheet;
use crate::assets;

/// A form of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A tagged document for paper and for screen readers (PDF/UA-1).
    Pdf,
    /// A drawing whose words can be selected, searched and heard.
    Svg,
    /// A picture.
    Png,
    /// Data with everything that stands in the head of the page.
    Json,
    /// A table for spreadsheets.
    Csv,
}

impl Form {
    pub const ALL: [Form; 5] = [Form::Pdf, Form::Svg, Form::Png, Form::Json, Form::Csv];

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Pdf => "pdf",
            Form::Svg => "svg",
            Form::Png => "png",
            Form::Json => "json",
            Form::Csv => "csv",
        }
    }

    /// The form whose files end like this.
    pub fn of_ending(ending: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.ending() == ending)
    }

    /// The kind of file, as a browser is told.
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

/// A network's picture of itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Logo {
    /// `svg`, `png`, `jpg` or `webp`.
    pub ending: String,
    pub bytes: Vec<u8>,
}

/// What a page is set with besides its value.
#[derive(Clone, Debug)]
pub struct Dress {
    /// Where the site is reached: "https://network.example", without a slash at the end. Addresses of the page are made whole with it.
    pub base: String,
    pub palette: Palette,
    pub logo: Option<Logo>,
    /// The template of the page.
    pub template: String,
    /// The outline of the land, for the map.
    pub land: String,
}

impl Dress {
    /// The usual dress: the template, colours and land inside the binary.
    pub fn usual(base: &str) -> Dress {
        Dress {
            base: base.trim_end_matches('/').to_string(),
            palette: Palette::default(),
            logo: None,
            template: assets::page_template(None),
            land: assets::land(),
        }
    }

    /// A whole address of one that begins at the site.
    fn whole(&self, address: &str) -> String {
        if address.starts_with('/') { format!("{}{address}", self.base) } else { address.to_string() }
    }
}

/// Writes a form of a page. Takes processor time: a server asks [`form`] instead.
///
/// Errors: broken, where the page cannot be set; the text says which letter no font has and in which words it stands.
pub fn write(sheet: &Sheet, form: Form, dress: &Dress) -> Result<Vec<u8>> {
    let broken = |problems: Problems| Error::Broken(format!("{} of {} in {}: {problems}", form.ending(), sheet.year, sheet.lang));
    match form {
        Form::Json => data::json(sheet, dress),
        Form::Csv => data::csv(sheet, dress),
        Form::Pdf => document::set(engine()?, sheet, dress).and_then(|it| it.pdf()).map_err(broken),
        Form::Svg => document::set(engine()?, sheet, dress).map(|it| it.svg().into_bytes()).map_err(broken),
        Form::Png => document::set(engine()?, sheet, dress).and_then(|it| it.png(document::PIXELS_PER_INCH)).map_err(broken),
    }
}

/// The typesetter with the fonts of the binary, made once.
fn engine() -> Result<&'static Engine> {
    static ENGINE: LazyLock<std::result::Result<Engine, Problems>> = LazyLock::new(|| Engine::new(assets::paper_fonts()));
    ENGINE.as_ref().map_err(|problems| Error::Broken(problems.to_string()))
}
