//! The signs beside a number that say which kind of number it is.

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// The kinds of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sign {
    /// The state at the end of one day.
    OnTheDay,
    /// The events from the first day of a period to its last.
    DuringTheYear,
    /// A lower bound: at least this many.
    AtLeast,
    /// Not final yet.
    Provisional,
}

/// Draws a sign. `words` is its title; leave it empty where the same words are printed beside the sign.
pub fn sign(sign: Sign, words: &str) -> Markup {
    let d = match sign {
        Sign::OnTheDay => "M1.5 1.5h9v9h-9z",
        Sign::DuringTheYear => "M6 1l5.5 10h-11z",
        Sign::AtLeast => "M5 1h2v4h4v2h-4v4h-2v-4h-4v-2h4z",
        Sign::Provisional => "M6 1a5 5 0 0 0 0 10zM6 1a5 5 0 0 1 0 10v-1.3a3.7 3.7 0 0 0 0 -7.4z",
    };
    html! {
        @if words.is_empty() {
            svg class="sign" viewBox="0 0 12 12" aria-hidden="true" { path d=(d) {} }
        } @else {
            svg class="sign" viewBox="0 0 12 12" role="img" aria-label=(words) { path d=(d) {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_says_its_words() {
        assert!(sign(Sign::AtLeast, "at least").into_string().contains("aria-label=\"at least\""));
    }
}
