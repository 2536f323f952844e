//! Digests of texts, rows and numbers. Two inputs with the same digest are equal byte for byte.

use decapolis_figures::FigureRow;
use sha2::{Digest, Sha256};

use crate::page::lines::Line;

/// SHA-256 in hexadecimal of texts in order. Each text is preceded by its length, so that no two lists give the same input.
pub fn of<T: AsRef<[u8]>>(texts: impl IntoIterator<Item = T>) -> String {
    let mut digest = OfTexts::default();
    for text in texts {
        digest.add(text);
    }
    digest.finish()
}

/// Computes [`of`] one text at a time.
#[derive(Default)]
pub struct OfTexts(Sha256);

impl OfTexts {
    pub fn add(&mut self, text: impl AsRef<[u8]>) {
        let bytes = text.as_ref();
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// Adds a row of a number.
    pub fn add_row(&mut self, r: &FigureRow) {
        let reason = r.reason.as_deref().map_or(String::new(), |reason| format!("/{reason}"));
        self.add(format!("{}/{}/{}/{}/{}{reason}", r.part, r.row, r.unit, r.amount, r.class.number()));
    }

    pub fn finish(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The digest of the rows of a number.
pub fn of_rows(rows: &[FigureRow]) -> String {
    let mut digest = OfTexts::default();
    rows.iter().for_each(|row| digest.add_row(row));
    digest.finish()
}

/// The digest of the numbers of a page or a section. It does not depend on the language.
pub fn of_numbers<'a>(lines: impl Iterator<Item = &'a Line>) -> String {
    let unknown = |l: &Line| if l.unknown > 0 { format!("/{}", l.unknown) } else { String::new() };
    of(lines.map(|l| {
        let counts = format!("{:?}/{:?}/{:?}", l.value, l.counted, l.base);
        format!("{}/{}/{}/{counts}{}", l.figure, l.by, l.is, unknown(l))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_parted_otherwise_have_another_digest() {
        assert_ne!(of(["ab", "c"]), of(["a", "bc"]));
        assert_ne!(of(["a", ""]), of(["a"]));
        assert_eq!(of(["abc"]).len(), 64);
    }
}
