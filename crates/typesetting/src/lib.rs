//! Sets pages with Typst and writes them as PDF, as SVG with live text, and as PNG.
//!
//! An [`Engine`] holds the fonts. It is given a template, the files the template may read, and the date of the
//! document. It reads nothing else, no clock and no network, so the same input always gives the same bytes. It knows
//! nothing of cities or registers: the content of a page is data, and a text in it is never read as markup.

mod desk;
mod document;
mod problems;
mod svg;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

pub use document::Document;
pub use problems::Problems;

/// The files a template may read, by name. Names come from the program, never from user input, because Typst keeps them in memory for ever.
#[derive(Clone, Debug, Default)]
pub struct Files {
    all: BTreeMap<String, Bytes>,
    drawings: HashSet<Bytes>,
}

impl Files {
    /// Adds a data file, or a picture from outside the program.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.all.insert(name.into(), Bytes::new(bytes));
    }

    /// Adds an SVG file that the program drew itself, without script, style or text. It is written into another SVG file as it is.
    pub fn add_drawing(&mut self, name: &str, svg: String) {
        let bytes = Bytes::from_string(svg);
        self.drawings.insert(bytes.clone());
        self.all.insert(name.into(), bytes);
    }
}

/// A day: year, month from 1, day from 1.
pub type Day = (i32, u8, u8);

/// The fonts and the library of the typesetter. Make it once; several threads can use it.
pub struct Engine {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Engine {
    /// An engine with these TTF or OTF fonts. Errors: each file that is not a font, by its position in the list.
    pub fn new(files: impl IntoIterator<Item = Cow<'static, [u8]>>) -> Result<Engine, Problems> {
        let mut fonts = vec![];
        for (at, file) in files.into_iter().enumerate() {
            let before = fonts.len();
            fonts.extend(Font::iter(Bytes::new(file)));
            if fonts.len() == before {
                return Err(Problems::one(format!("font file {} of the typesetter is neither TTF nor OTF", at + 1)));
            }
        }
        if fonts.is_empty() {
            return Err(Problems::one("the typesetter has no fonts: build the assets (web/dist/fonts) before the program".into()));
        }
        let book = FontBook::from_infos(fonts.iter().map(|font| font.info().clone()));
        Ok(Engine { library: LazyHash::new(Library::default()), book: LazyHash::new(book), fonts })
    }

    /// Sets a template. `named` is the template's name in problems; `day` is written into the document as its date.
    ///
    /// Errors: a mistake in the template, or a character that no font has.
    pub fn set(&self, template: &str, named: &str, files: &Files, day: Day) -> Result<Document, Problems> {
        let desk = desk::Desk::new(self, template, files);
        let set = typst::compile(&desk).output.map_err(|found| Problems::found(&desk, named, &found));
        // Results cached for older pages are dropped, so that memory stays bounded.
        typst::comemo::evict(8);
        let document = Document::new(set?, desk.main_source(), named, day, files.drawings.clone());
        document.refuse_missing_glyphs()?;
        Ok(document)
    }
}

#[cfg(test)]
mod tests;
