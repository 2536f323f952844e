//! The names of countries in spreadsheets, and their codes.

use std::collections::HashMap;
use std::sync::LazyLock;

use decapolis_words::message::Message;

use super::spelling::spelled;

/// Codes and names of ISO 3166-1 in English, Spanish and French, written by `tools/countries.mjs`.
static COUNTRIES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for record in csv::Reader::from_reader(include_str!("countries.csv").as_bytes()).records().flatten() {
        let two = record[0].to_string();
        for said in [&record[0], &record[1], &record[2]].into_iter().chain(record[3].split('|')) {
            all.entry(spelled(said)).or_insert_with(|| two.clone());
        }
        // 004 is a number in most files
        all.entry(record[2].trim_start_matches('0').to_string()).or_insert_with(|| two.clone());
    }
    all
});

/// The country, as its two letters, that a code of two or three letters, a number or a name in English, Spanish or French means. `NA` is
/// Namibia.
pub fn country(text: &str) -> Option<&'static str> {
    let said = spelled(text);
    // a leading article: the Gambia, la India, le Mali
    let bare = ["the ", "el ", "la ", "los ", "las ", "le ", "les ", "l "]
        .iter()
        .find_map(|article| said.strip_prefix(article));
    // the European Union writes EL; no country has that code
    let greece = || (said == "el").then_some("GR");
    COUNTRIES.get(&said).or_else(|| COUNTRIES.get(bare?)).map(String::as_str).or_else(greece)
}

/// Names of countries in other languages, and names that may be several countries, written by `tools/countries-elsewhere.mjs`.
static ELSEWHERE: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<String>> = HashMap::new();
    for record in
        csv::Reader::from_reader(include_str!("countries-elsewhere.csv").as_bytes()).records().flatten()
    {
        for name in record[1].split('|').map(spelled).filter(|name| name.len() > 2) {
            let codes = all.entry(name).or_default();
            if !codes.iter().any(|code| *code == record[0]) {
                codes.push(record[0].to_string());
            }
        }
    }
    all
});

/// Why a text is no country. If it is the name of one in a language that the program does not speak, or may be several countries, the
/// codes are offered. It is never read as one of them.
pub fn not_a_country(text: &str) -> Message {
    match ELSEWHERE.get(&spelled(text)).map(Vec::as_slice).unwrap_or_default() {
        [] => Message::with("error-not-a-country", [("text", text.into())]),
        codes => {
            let mut codes = codes.to_vec();
            codes.sort();
            let offered = codes.join(", ");
            Message::with("error-may-be-a-country", [("text", text.into()), ("codes", offered.into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_codes_and_by_names_in_three_languages() {
        for said in ["NA", "na", "NAM", "516", "Namibia", "Namibie"] {
            assert_eq!(country(said), Some("NA"), "{said}");
        }
        for said in
            ["CIV", "Côte d'Ivoire", "Cote d’Ivoire", "Costa de Marfil", "COTE D'IVOIRE", "Ivory Coast"]
        {
            assert_eq!(country(said), Some("CI"), "{said}");
        }
        for said in ["4", "004", "Afganistán"] {
            assert_eq!(country(said), Some("AF"), "{said}");
        }
        assert_eq!(country("The Gambia"), Some("GM"));
        assert_eq!(country("Venezuela (Bolivarian Republic of)"), Some("VE"));
        assert_eq!(country("Republic of Korea"), Some("KR"));
        assert_eq!(country("Dem. People's Republic of Korea"), Some("KP"));
        for nothing in ["", "-", "Korea", "Barcelona", "n/a"] {
            assert_eq!(country(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_name_in_another_language_or_of_several_countries_is_offered_as_codes_and_never_read() {
        for (text, offered) in [
            ("Deutschland", "DE"),
            ("deutschland ", "DE"),
            ("Polska", "PL"),
            ("Nederland", "NL"),
            ("Magyarország", "HU"),
            ("日本", "JP"),
            ("Россия", "RU"),
            ("Scotland", "GB"),
            ("Escocia", "GB"),
            ("Korea", "KP, KR"),
            ("Congo", "CD, CG"),
        ] {
            let message = not_a_country(text);
            assert_eq!(message.plain(), format!("error-may-be-a-country text={text} codes={offered}"));
        }
        assert_eq!(["Deutschland", "Scotland", "Korea"].map(country), [None; 3]);
        assert_eq!(not_a_country("Barcelona").key, "error-not-a-country");
    }

    #[test]
    fn no_name_belongs_to_two_countries() {
        let mut said: HashMap<String, String> = HashMap::new();
        for record in csv::Reader::from_reader(include_str!("countries.csv").as_bytes()).records() {
            let record = record.unwrap();
            for name in [&record[0], &record[1], &record[2]].into_iter().chain(record[3].split('|')) {
                let other = said.insert(spelled(name), record[0].to_string());
                assert!(other.is_none_or(|other| other == record[0]), "{name}");
            }
        }
        assert_eq!(said.values().collect::<std::collections::BTreeSet<_>>().len(), 250);
    }
}
