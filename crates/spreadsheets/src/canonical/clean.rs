//! Cleans texts of signs that nobody sees.

use std::borrow::Cow;

/// The text without zero-width characters, soft hyphens and byte order marks.
///
/// Any run of blanks becomes one blank, lines lose the blanks at their ends, and lines stay lines.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(without_formula(text));
    }
    let mut clean = String::with_capacity(text.len());
    let mut blank = false;
    let mut before = None;
    for c in text.replace("\r\n", "\n").chars() {
        if is_unseen(c, before) {
            continue;
        }
        before = Some(c);
        if matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            clean.push('\n');
            blank = false;
        } else if c.is_whitespace() {
            blank = true;
        } else {
            if blank && !clean.is_empty() && !clean.ends_with('\n') {
                clean.push(' ');
            }
            blank = false;
            clean.push(c);
        }
    }
    clean.truncate(clean.trim_end_matches('\n').len());
    let start = clean.len() - clean.trim_start_matches('\n').len();
    clean.drain(..start);
    Cow::Owned(if clean.starts_with("=\"") { without_formula(&clean).to_owned() } else { clean })
}

/// `="01001"` is how a code is written to a text file so that spreadsheets keep its zeros.
fn without_formula(text: &str) -> &str {
    let inner = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(text)
}

/// The text in lower case without accents, in Latin letters.
pub fn folded(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { any_ascii::any_ascii(text).to_lowercase() }
}

fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let blank_at_an_end = bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ');
    !blank_at_an_end
        && bytes.iter().all(|b| (b' '..0x7f).contains(b))
        && !bytes.windows(2).any(|two| two == b"  ")
}

/// Joiners stay after letters of scripts that are written with them: the Persian and Indian ones.
fn is_unseen(c: char, before: Option<char>) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => !before.is_some_and(|b| b >= '\u{590}'),
        '\u{ad}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => true,
        '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' => false,
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes_and_lines_stay() {
        assert_eq!(clean("\u{feff} La\u{a0}Paz\u{200b} \t (Bolivia) "), "La Paz (Bolivia)");
        assert_eq!(clean("Rue de la Paix \r\n 75002  Paris\r\n"), "Rue de la Paix\n75002 Paris");
        assert_eq!(clean("Mon\u{ad}tré\u{ad}al"), "Montréal");
        assert_eq!(clean("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(clean("  "), "");
        assert_eq!(clean("=\"01001\""), "01001");
        assert_eq!(clean("=\"a\"&\"b\""), "=\"a\"&\"b\"");
        assert_eq!(folded("Décembre"), "decembre");
    }
}
