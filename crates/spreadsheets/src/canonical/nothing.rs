//! The ways in which people write that a cell is empty.

/// Whether a cell says that there is nothing, whatever its column holds: n/a, –, …, s/d.
pub fn is_nothing(text: &str) -> bool {
    let words = || {
        let known = [
            "n/a",
            "#n/a",
            "n.a.",
            "n. a.",
            "n/d",
            "n.d.",
            "s/d",
            "s.d.",
            "s/i",
            "n/c",
            "n.c.",
            "(blank)",
            "(vide)",
            "(en blanco)",
        ];
        known.iter().any(|word| text.eq_ignore_ascii_case(word))
    };
    let strokes = || {
        text.chars().count() <= 3
            && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '.' | '…' | '_' | ':'))
    };
    text.is_empty()
        || text.len() <= 12
            && text.contains(['/', '.', '(', ':', '-', '–', '—', '−', '…', '_'])
            && (strokes() || words())
}

/// Whether a cell says so unless it is a code or a name: NA is also Namibia, and ND North Dakota.
pub fn may_be_nothing(text: &str) -> bool {
    matches!(
        text,
        "NA" | "na"
            | "Na"
            | "ND"
            | "nd"
            | "SD"
            | "sd"
            | "NC"
            | "nc"
            | "NULL"
            | "null"
            | "NaN"
            | "nan"
            | "None"
            | "none"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_in_many_ways_and_namibia_is_none_of_them() {
        for text in ["", "-", "–", "…", "..", "n/a", "N/A", "s/d", "#N/A"] {
            assert!(is_nothing(text), "{text}");
        }
        for text in ["NA", "0", "----------", "no", "-1"] {
            assert!(!is_nothing(text), "{text}");
        }
        assert!(may_be_nothing("NA"));
    }
}
