//! Writes values into a digest, in one way that is the same on every database and never changes. Each value
//! is preceded by its kind and its length, so that two different lists of values never give the same bytes.

use sha2::{Digest as _, Sha256};

use crate::table::Kind;
use crate::value::Cell;

/// A SHA-256.
pub type Sum = [u8; 32];

/// A digest in the making. What it is of comes first: a row cannot pass for an entry.
pub struct Digest(Sha256);

impl Digest {
    /// `what` names the sort of thing and the version of its writing, like `row 1`.
    pub fn of(what: &str) -> Digest {
        let mut digest = Digest(Sha256::new());
        digest.text(what);
        digest
    }

    /// A text, with its length before it.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Bytes, with their length before them.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// A text, or that there is none: which is not the same as an empty one.
    pub fn perhaps(&mut self, text: Option<&str>) {
        self.0.update([u8::from(text.is_some())]);
        self.text(text.unwrap_or_default());
    }

    /// A whole number, in eight bytes, the highest first.
    pub fn whole(&mut self, number: i64) {
        self.0.update(number.to_be_bytes());
    }

    /// The digest of something else.
    pub fn sum(&mut self, sum: &Sum) {
        self.0.update(sum);
    }

    /// A column that holds something. One that is empty is not written: a column that a later version adds changes no digest.
    pub fn column(&mut self, name: &str, cell: &Cell) {
        let sort: &[u8; 1] = match cell {
            Cell::Null => return,
            Cell::Int(_) => b"i",
            Cell::Number(_) => b"n",
            Cell::Text(_) => b"t",
            Cell::Bool(_) => b"b",
        };
        self.text(name);
        self.0.update(sort);
        match cell {
            Cell::Null => {}
            Cell::Int(n) => self.whole(*n),
            // SQLite keeps no sign of a zero
            Cell::Number(n) => self.0.update(if *n == 0.0 { 0.0 } else { *n }.to_bits().to_be_bytes()),
            Cell::Text(t) => self.text(t),
            Cell::Bool(b) => self.0.update([u8::from(*b)]),
        }
    }

    /// The digest of all that was written.
    pub fn end(self) -> Sum {
        self.0.finalize().into()
    }
}

/// A value as a column of this kind stores it.
pub fn stored_as(kind: Kind, cell: Cell) -> Cell {
    match (kind, cell) {
        (Kind::Text | Kind::Texts | Kind::Choice(_), cell @ Cell::Text(_))
        | (Kind::Bool, cell @ Cell::Bool(_))
        | (Kind::Number, cell @ Cell::Number(_)) => cell,
        (Kind::Number, Cell::Int(n)) => Cell::Number(n as f64),
        (Kind::Text | Kind::Texts | Kind::Choice(_) | Kind::Bool | Kind::Number, _) => Cell::Null,
        (_, cell @ Cell::Int(_)) => cell,
        _ => Cell::Null,
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(write: impl FnOnce(&mut Digest)) -> String {
        let mut digest = Digest::of("test 1");
        write(&mut digest);
        hex(&digest.end())
    }

    #[test]
    fn no_two_lists_of_values_read_alike() {
        let one = |name: &str, cell: Cell| sum(|d| d.column(name, &cell));
        let different = [
            one("a", Cell::Text("1".into())),
            one("a", Cell::Int(1)),
            one("a", Cell::Number(1.0)),
            one("a", Cell::Bool(true)),
            one("b", Cell::Int(1)),
            sum(|d| ["ab", "c"].into_iter().for_each(|t| d.text(t))),
            sum(|d| ["a", "bc"].into_iter().for_each(|t| d.text(t))),
            sum(|d| d.perhaps(None)),
            sum(|d| d.perhaps(Some(""))),
        ];
        let distinct: std::collections::BTreeSet<_> = different.iter().collect();
        assert_eq!(distinct.len(), different.len());
    }

    #[test]
    fn an_empty_column_and_the_sign_of_a_zero_change_nothing() {
        let none = sum(|_| {});
        assert_eq!(sum(|d| d.column("later", &Cell::Null)), none);
        assert_eq!(sum(|d| d.column("a", &Cell::Number(-0.0))), sum(|d| d.column("a", &Cell::Number(0.0))));
    }

    #[test]
    fn what_was_sealed_once_reads_the_same_for_ever() {
        let mut digest = Digest::of("row 1");
        digest.text("readings");
        digest.whole(17);
        digest.column("followers", &Cell::Int(2400));
        assert_eq!(hex(&digest.end()), "25e9b9c50805ac5c0b6cb598898596d8c1ab110450eb5d2ecbc77e4146e3c3f5");
    }
}
