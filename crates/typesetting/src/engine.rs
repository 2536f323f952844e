//! The typesetter: fonts and a template in, a document out.

use std::borrow::Cow;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

use crate::document::{Day, Document};
use crate::files::Files;
use crate::problems::Problems;
use crate::world::TemplateWorld;

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
                return Err(Problems::one(format!(
                    "font file {} of the typesetter is neither TTF nor OTF",
                    at + 1
                )));
            }
        }
        if fonts.is_empty() {
            return Err(Problems::one(
                "the typesetter has no fonts: build the assets (web/dist/fonts) before the program".into(),
            ));
        }
        let book = FontBook::from_infos(fonts.iter().map(|font| font.info().clone()));
        Ok(Engine { library: LazyHash::new(Library::default()), book: LazyHash::new(book), fonts })
    }

    /// Sets a template. `named` is the template's name in problems; `day` is written into the document as its date.
    ///
    /// Errors: a mistake in the template, or a character that no font has.
    pub fn set(&self, template: &str, named: &str, files: &Files, day: Day) -> Result<Document, Problems> {
        let world = TemplateWorld::new(&self.library, &self.book, &self.fonts, template, files);
        let set = typst::compile(&world)
            .output
            .map_err(|found| Problems::worded(&world.main_source(), named, &found));
        // Results cached for older pages are dropped, so that memory stays bounded.
        typst::comemo::evict(8);
        let document = Document::new(set?, world.main_source(), named, day, files.drawings().clone());
        document.refuse_missing_glyphs()?;
        Ok(document)
    }
}
