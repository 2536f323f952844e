//! Words without differences of spelling, for comparing and for codes.

/// Words in small ASCII letters, parted by one blank: "Año_de-ALTA" and "año de alta" are the same. Other scripts are spelled in Latin
/// letters. Words run together by capitals are parted: "startDate" is "start date".
pub fn spelled(text: &str) -> String {
    let mut parted = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            parted.push(' ');
        }
        // Latin letters carry their accents into ASCII by themselves; an apostrophe parts nothing
        if !matches!(letter, '\'' | '’' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}') {
            parted.push(letter);
        }
        before = letter;
    }
    let plain = any_ascii::any_ascii(&parted).to_lowercase();
    plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// At most so long, as codes are.
const LONGEST: usize = 80;

/// A code made from words: small letters, digits and hyphens, at most 80, cut between words. The same words always give the same code;
/// empty where nothing can be spelled.
pub fn slug(text: &str) -> String {
    let plain = any_ascii::any_ascii(text).to_lowercase().replace('\'', "");
    let mut code = String::new();
    for word in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        let room = LONGEST - code.len();
        if code.is_empty() {
            code.extend(word.chars().take(LONGEST));
        } else if word.len() < room {
            code.push('-');
            code.push_str(word);
        } else {
            break;
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_accents_capitals_and_marks() {
        assert_eq!(spelled("Año_de-ALTA"), "ano de alta");
        assert_eq!(spelled("Libellé_d_acheminement"), "libelle d acheminement");
        assert_eq!(spelled("startDate"), "start date");
        assert_eq!(spelled("  Côte d’Ivoire\u{200b} "), "cote divoire");
        assert_eq!(spelled("ISO2"), "iso2");
    }

    #[test]
    fn a_code_is_readable_and_at_most_eighty_long() {
        assert_eq!(slug("WUP:20001"), "wup-20001");
        assert_eq!(slug("Sant Joan d'Alacant / San Juan"), "sant-joan-dalacant-san-juan");
        assert_eq!(slug("上海"), "shanghai");
        assert_eq!(slug("…"), "");
        let long = slug(&"neighbourhood ".repeat(20));
        assert!(long.len() <= 80 && !long.ends_with('-'), "{long}");
        assert_eq!(slug(&"x".repeat(200)).len(), 80);
    }
}
