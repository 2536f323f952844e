//! How people write that they have nothing to write.

/// A cell that says there is nothing, whatever its column holds: n/a, –, …, s/d.
pub fn is_nothing(text: &str) -> bool {
    text.len() <= 12
        && (text.is_empty()
            || text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '.' | '…' | '_')) && text.chars().count() <= 3
            || matches!(
                text.to_lowercase().as_str(),
                "n/a" | "#n/a" | "n.a." | "n. a." | "n/d" | "n.d." | "s/d" | "s.d." | "s/i" | "n/c" | "n.c." | "(blank)" | "(vide)" | "(en blanco)"
            ))
}

/// A cell that says so only where codes and names cannot be meant: NA is Namibia too, and ND North Dakota.
pub fn may_be_nothing(text: &str) -> bool {
    matches!(text, "NA" | "na" | "Na" | "ND" | "nd" | "SD" | "sd" | "NC" | "nc" | "NULL" | "null" | "NaN" | "nan" | "None" | "none")
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
