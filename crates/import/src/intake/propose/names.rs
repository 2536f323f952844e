//! Compares the name of a column in a file with the names of a column of the register.

use decapolis_register::table::Table;

use crate::intake::spelling::spelled;
use crate::intake::synonyms::Synonyms;
use crate::intake::vocabulary::Vocabulary;

/// Words that tell nothing apart.
const SMALL: &[&str] = &[
    "the", "of", "in", "on", "de", "del", "la", "el", "los", "las", "le", "les", "du", "des", "d", "l", "en",
    "y", "et", "and", "or", "a",
];

/// From 0 to 1: 0.9 and more for another name that is known, less for one that shares some of its words.
pub(super) fn alike(
    table: &Table,
    column: &str,
    heading: &str,
    vocabulary: &Vocabulary,
    synonyms: &Synonyms,
) -> f64 {
    let said = spelled(heading);
    if said.is_empty() {
        return 0.0;
    }
    let bare = column.rsplit_once('_').filter(|(_, l)| l.len() == 2).map_or(column, |(of, _)| of);
    let mut best: f64 = 0.0;
    if synonyms.of(table.name, bare).any(|word| word == said) && bare == column {
        // the first words of the list are the usual ones
        let place = synonyms.of(table.name, bare).position(|word| word == said).unwrap_or(0);
        best = 0.96 - 0.01 * (place.min(20) as f64) / 4.0;
    }
    let known =
        vocabulary.called(table.name, column).chain(synonyms.of(table.name, bare).filter(|_| bare == column));
    for name in known {
        best = best.max(0.82 * tokens_alike(&said, name));
    }
    best
}

/// Which part of the words two names share.
fn tokens_alike(a: &str, b: &str) -> f64 {
    let tokens = |text: &str| -> Vec<String> {
        text.split(' ').filter(|t| !SMALL.contains(t)).map(str::to_string).collect()
    };
    let (a, b) = (tokens(a), tokens(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let close =
        |x: &String, y: &String| x == y || x.len() > 4 && strsim::normalized_damerau_levenshtein(x, y) >= 0.8;
    let shared = a.iter().filter(|x| b.iter().any(|y| close(x, y))).count();
    2.0 * shared as f64 / (a.len() + b.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_by_the_words_they_share() {
        assert_eq!(tokens_alike("nom de la commune", "nom commune"), 1.0);
        assert!(tokens_alike("organization", "organisation") == 1.0);
        assert_eq!(tokens_alike("year", "country"), 0.0);
    }
}
