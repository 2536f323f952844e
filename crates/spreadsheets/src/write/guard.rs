//! Guards text in a text file, so that a spreadsheet does not run it as a formula.

use std::borrow::Cow;

/// What begins a formula, also as some keyboards of the East write it.
fn begins_a_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
}

/// What nobody sees, and some spreadsheets skip before they look for a formula: byte order marks, signs of no width, control characters.
fn is_unseen(c: char) -> bool {
    (c.is_control() && !may_end_a_cell(c))
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        )
}

/// Where a program that takes another separator for ours would see a cell begin.
fn may_end_a_cell(c: char) -> bool {
    matches!(c, ';' | '\t' | '\n' | '\r')
}

/// Puts an apostrophe before everything that begins like a formula.
///
/// That may be the beginning of the text, or a place where a spreadsheet may see a new cell begin. If apostrophes are there already, it
/// adds one more, so that [`unguarded`] gives back every text exactly.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let places = places(text);
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + places.len());
    let mut from = 0;
    for place in places {
        safe.push_str(&text[from..place]);
        safe.push('\'');
        from = place;
    }
    safe.push_str(&text[from..]);
    Cow::Owned(safe)
}

/// Takes away the apostrophes that [`guarded`] added.
pub fn unguarded(text: &str) -> Cow<'_, str> {
    let mut places = places(text);
    places.retain(|place| text[*place..].starts_with('\''));
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut from = 0;
    for place in places {
        plain.push_str(&text[from..place]);
        from = place + 1;
    }
    plain.push_str(&text[from..]);
    Cow::Owned(plain)
}

/// Where a cell might begin with apostrophes, or none, before what begins a formula: the byte of the first of them.
fn places(text: &str) -> Vec<usize> {
    let mut places = vec![];
    let mut begins = Some(0);
    for (at, c) in text.char_indices() {
        if let Some(place) = begins {
            if begins_a_formula(c) {
                places.push(place);
            }
            if c != '\'' && !is_unseen(c) {
                begins = None;
            }
        }
        if may_end_a_cell(c) {
            begins = Some(at + c.len_utf8());
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_begins_like_a_formula_gets_an_apostrophe_and_loses_it_again() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("+34 912", "'+34 912"),
            ("-5", "'-5"),
            ("@x", "'@x"),
            ("'=1", "''=1"),
            ("＝1", "'＝1"),
            ("a;=1", "a;'=1"),
            ("a\n- b", "a\n'- b"),
            ("l'eau", "l'eau"),
            ("'tis", "'tis"),
            ("a=b, -c", "a=b, -c"),
            ("", ""),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\u{feff}\u{200b}'@x", "'\u{feff}\u{200b}'@x"),
            ("a;\u{202e}+1", "a;'\u{202e}+1"),
            ("\u{1}=1", "'\u{1}=1"),
            ("\u{feff}a=1", "\u{feff}a=1"),
        ] {
            assert_eq!(guarded(text), safe, "{text}");
            assert_eq!(unguarded(safe), text, "{text}");
        }
    }

    #[test]
    fn text_that_needs_no_guard_loses_nothing() {
        for text in ["'tis", "'", "''", "l'eau; 'x'", "2018-12-31", "1e5"] {
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+\\-@;\t\r\n a\u{ff1d}é\u{feff}\u{200b}]{0,12}") {
            let safe = guarded(&text).into_owned();
            prop_assert_eq!(unguarded(&safe).into_owned(), text);
        }

        /// Whatever a program takes for the end of a cell, no cell begins a formula.
        #[test]
        fn no_part_begins_a_formula(text in "['=+\\-@;\n a]{0,12}") {
            for part in guarded(&text).split([';', '\n']) {
                prop_assert!(!part.starts_with(['=', '+', '-', '@']), "{}", part);
            }
        }
    }
}
