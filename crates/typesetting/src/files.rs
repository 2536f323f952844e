//! The files a template may read.

use std::collections::{BTreeMap, HashSet};

use typst::foundations::Bytes;

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

    pub(crate) fn get(&self, name: &str) -> Option<&Bytes> {
        self.all.get(name)
    }

    /// All files, by name.
    pub(crate) fn all(&self) -> &BTreeMap<String, Bytes> {
        &self.all
    }

    /// The files that the program drew itself.
    pub(crate) fn drawings(&self) -> &HashSet<Bytes> {
        &self.drawings
    }
}
