//! A tab per language in the forms of names and texts.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, hidden, rows_of};
use crate::support::both;

/// The tabs of a field in their order, and the one that is open.
fn tabs(answer: &Answer, field: &str) -> (Vec<String>, String) {
    let start = format!("name=\"tab_{field}\" value=\"");
    let values: Vec<(String, bool)> = answer
        .body
        .split(&start)
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, rest)| (value.to_string(), rest.starts_with(" checked")))
        .collect();
    let open = values.iter().filter(|(_, open)| *open).map(|(value, _)| value.clone()).collect::<Vec<_>>();
    (values.into_iter().map(|(value, _)| value).collect(), open.join(" "))
}

#[test]
fn each_language_has_a_tab_and_nothing_is_lost_in_one_that_is_not_open() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let form = "/en/office/place/do/places.create";
        let fresh = office.get(form, &olga).await;
        let (languages, open) = tabs(&fresh, "label");
        assert_eq!((languages.join(" ").as_str(), open.as_str()), ("und en es fr", "und"));
        // each has its own input, and says that it lacks words until there are some; what is the same in all lacks nothing
        for language in ["und", "en", "es", "fr"] {
            assert!(fresh.body.contains(&format!("id=\"label_{language}\"")), "{language}");
        }
        assert_eq!(fresh.body.matches("class=\"lacks\"").count(), 3, "{}", fresh.body);
        let spanish = office.get(&form.replace("/en/", "/es/"), &olga).await;
        assert_eq!(tabs(&spanish, "label").0.join(" "), "und es en fr", "one's own language comes first");
        // a country that is none is told, and every language keeps its words and the tab stays open
        let wrong = [
            ("label_en", "The Hague"),
            ("label_es", "La Haya"),
            ("label_fr", "La Haye"),
            ("tab_label", "fr"),
            ("country", "nowhere"),
            ("illustrative", "no"),
            ("public", "yes"),
        ];
        let told = office.post(form, &wrong, &olga).await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST, "{}", text_of(&told.body));
        for words in ["The Hague", "La Haya", "La Haye"] {
            assert!(told.body.contains(&format!("value=\"{words}\"")), "{words}: {}", told.body);
        }
        assert_eq!(tabs(&told, "label").1, "fr");
        // what follows was shown with one tab open, and is saved with another
        let mut right = wrong;
        right[4].1 = "NL";
        let follows = office.post(form, &right, &olga).await;
        assert_eq!(follows.status, StatusCode::OK, "{}", text_of(&follows.body));
        right[3].1 = "es";
        let own = right.iter().map(|(name, text)| (name.to_string(), text.to_string()));
        let all: Vec<(String, String)> = own
            .chain(["seen", "shown"].into_iter().flat_map(|name| hidden(&follows, name)))
            .chain([("save".to_string(), "yes".to_string())])
            .collect();
        let saved = office.save(form, &all, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let labels =
            rows_of(register, "SELECT label FROM records WHERE kind = 'place' ORDER BY id DESC").await;
        for words in ["The Hague", "La Haya", "La Haye"] {
            assert!(labels[0].contains(words), "{}", labels[0]);
        }
        // a draft opens where it was left
        let typed = [("label_es", "Múnich"), ("tab_label", "es"), ("draft", "keep")];
        let kept: Vec<(String, String)> = typed
            .iter()
            .map(|(name, text)| (name.to_string(), text.to_string()))
            .chain(hidden(&office.get(form, &olga).await, "begun"))
            .collect();
        office.save(form, &kept, &olga).await;
        let open = office.get(&format!("{form}?draft=yes"), &olga).await;
        assert_eq!(tabs(&open, "label").1, "es");
    });
}
