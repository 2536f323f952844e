//! Reads yes and no in English, Spanish and French.

use super::clean::folded;

/// Whether a cell says yes or no; `None` if it says neither.
pub fn yes_or_no(text: &str) -> Option<bool> {
    // the longest is VERDADERO
    if text.len() > 9 {
        return None;
    }
    match folded(text).as_str() {
        "yes" | "y" | "si" | "s" | "oui" | "o" | "true" | "vrai" | "verdadero" | "x" | "1" => Some(true),
        "no" | "n" | "non" | "false" | "faux" | "falso" | "0" => Some(false),
        _ => match text {
            "✓" | "✔" | "☑" | "✅" => Some(true),
            "✗" | "✘" | "☐" | "❌" => Some(false),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_read_in_three_languages() {
        for text in ["Sí", "si", "OUI", "Yes", "VRAI", "VERDADERO", "x", "1", "✓"] {
            assert_eq!(yes_or_no(text), Some(true), "{text}");
        }
        for text in ["No", "non", "FAUX", "FALSO", "0"] {
            assert_eq!(yes_or_no(text), Some(false), "{text}");
        }
        assert_eq!(yes_or_no("maybe"), None);
    }
}
