//! Pages in every language.

use crate::site::example::{LANGUAGES, on_sqlite, text_of};

#[test]
fn no_page_misses_a_word() {
    on_sqlite(async |example| {
        for language in LANGUAGES {
            let mut addresses: Vec<String> = (2017..=2021).map(|y| format!("/{language}/{y}")).collect();
            addresses.extend([
                format!("/{language}/members"),
                format!("/{language}/figures"),
                format!("/{language}/1999"),
            ]);
            for (n, figure) in example.site.app.figures.catalog.figures().iter().enumerate() {
                let page = format!("/{language}/figures/{}?at=2020-12-31", figure.key);
                addresses.push(page.clone());
                // what a page says of its rows is the same sentences for every figure: each is read in one language
                if LANGUAGES[n % LANGUAGES.len()] == language {
                    addresses.push(format!("{page}&class=left-out"));
                    addresses.extend(figure.breakdowns.iter().map(|by| format!("{page}&by={by}")));
                }
            }
            for address in addresses {
                let text = text_of(&example.get(&address).await.body);
                // a missing word shows its key in brackets
                let missing = text.split('[').skip(1).find_map(|rest| {
                    rest.split(']').next().filter(|key| {
                        key.contains('-')
                            && key.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '.')
                    })
                });
                assert_eq!(missing, None, "{address}");
                assert!(
                    !text.contains("{ $") && !text.contains("{$"),
                    "{address} has a variable without a value"
                );
            }
        }
    });
}

#[test]
fn numbers_are_written_as_each_language_does() {
    on_sqlite(async |example| {
        for (language, shown) in [
            ("es", ["Más de 2450", "15,6\u{202f}%", "33\u{202f}000"]),
            ("en", ["More than 2,450", "15.6%", "33,000"]),
            ("fr", ["Plus de 2\u{202f}450", "15,6\u{202f}%", "33\u{202f}000"]),
        ] {
            // text_of merges spaces but keeps narrow ones, which are not white space in HTML
            let text = text_of(&example.page(&format!("/{language}/2020")).await).replace('\u{a0}', " ");
            for number in shown {
                let folded = number.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(text.contains(&folded), "{language}: {number}");
            }
        }
    });
}

#[test]
fn an_empty_year_is_a_dash() {
    on_sqlite(async |example| {
        for key in ["members", "women-led", "funding-dues", "followers", "learning-activities"] {
            let json = example.get(&format!("/es/figures/{key}.json?at=1950-12-31")).await.json();
            assert_eq!((json["shown"].as_str(), json["value"].is_null()), (Some("—"), true), "{key}");
        }
    });
}

#[test]
fn illustrative_data_wears_its_mark() {
    on_sqlite(async |example| {
        for (language, ribbon, mark) in [
            ("es", "Datos ilustrativos", "ilustrativo"),
            ("en", "Illustrative data", "illustrative"),
            ("fr", "Données fictives", "fictif"),
        ] {
            assert!(example.page(&format!("/{language}/2020")).await.contains(ribbon), "{language}");
            assert!(
                example.page(&format!("/{language}/members?at=2020-12-31")).await.contains(mark),
                "{language}"
            );
        }
        assert!(
            !text_of(&example.page("/en/organisation/org-berlin").await).contains("illustrative"),
            "a real government is not invented"
        );
    });
}
