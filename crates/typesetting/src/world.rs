//! What Typst can read while it sets a page: the template, the files given with it, and the fonts. No clock, no disk, no network.

use std::path::PathBuf;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::files::Files;

/// The world of one template: the library, the fonts and the files it may use.
pub struct TemplateWorld<'a> {
    library: &'a LazyHash<Library>,
    book: &'a LazyHash<FontBook>,
    fonts: &'a [Font],
    main: Source,
    files: &'a Files,
}

impl<'a> TemplateWorld<'a> {
    /// The world of a template. `book` describes `fonts`, in the same order.
    pub fn new(
        library: &'a LazyHash<Library>,
        book: &'a LazyHash<FontBook>,
        fonts: &'a [Font],
        template: &str,
        files: &'a Files,
    ) -> TemplateWorld<'a> {
        let path = VirtualPath::new("page.typ").expect("a plain name is a path");
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        TemplateWorld { library, book, fonts, main: Source::new(id, template.into()), files }
    }

    /// The template itself.
    pub fn main_source(&self) -> Source {
        self.main.clone()
    }

    fn find(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.vpath().get_without_slash();
        let missing = || FileError::NotFound(PathBuf::from(name));
        if *id.root() != VirtualRoot::Project {
            return Err(missing());
        }
        self.files.get(name).cloned().ok_or_else(missing)
    }
}

impl World for TemplateWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let bytes = self.find(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.main.id() { Ok(Bytes::from_string(self.main.clone())) } else { self.find(id) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
