//! Public lists of codes that a column may hold.

use decapolis_base::{Currency, is_country};

/// A public list of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// One country: two letters of ISO 3166-1.
    Country,
    /// One country or several, with `;` between them.
    Countries,
    /// A currency: three letters of ISO 4217.
    Currency,
}

impl Codes {
    /// Whether the text is such a code.
    pub fn has(self, text: &str) -> bool {
        match self {
            Codes::Country => is_country(text),
            Codes::Countries => text.split(';').all(is_country),
            Codes::Currency => Currency::of(text).is_some(),
        }
    }

    /// The key of what is said of another text.
    pub fn refusal(self) -> &'static str {
        match self {
            Codes::Country | Codes::Countries => "error-not-a-country",
            Codes::Currency => "error-not-a-currency",
        }
    }
}
