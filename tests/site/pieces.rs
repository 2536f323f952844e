//! Parts of pages on other sites, pages of several years, and the methods as JSON-LD.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde_json::Value;

use crate::site::example::{LANGUAGES, on_both, on_sqlite, text_of};

#[test]
fn a_number_a_card_and_the_map_stand_in_a_frame_anywhere_and_nothing_else_does() {
    on_sqlite(async |example| {
        for language in LANGUAGES {
            for piece in
                ["number/women-led", "card/women-led", "card/members", "card/funding-dues", "map/members"]
            {
                let address = format!("/{language}/2020/{piece}");
                // the second response comes from the cache
                for _ in 0..2 {
                    let answer = example.get(&address).await;
                    assert_eq!(answer.status, StatusCode::OK, "{address}");
                    let policy = answer.header("content-security-policy");
                    assert!(
                        policy.contains("frame-ancestors *") && policy.starts_with("default-src 'none'"),
                        "{address}: {policy}"
                    );
                    assert!(!answer.body.contains("<script") && !answer.body.contains("<nav"), "{address}");
                    assert!(answer.body.contains("<base target=\"_top\">"), "{address}");
                }
            }
        }
        for address in ["/es/2020", "/es/figures/women-led", "/es/2020"] {
            assert!(
                example
                    .get(address)
                    .await
                    .header("content-security-policy")
                    .contains("frame-ancestors 'none'"),
                "{address}"
            );
        }
        assert!(text_of(&example.page("/es/2020/card/women-led").await).contains("15,6 %"));
        for (address, status) in [
            ("/es/2020/card/nothing", 404),
            ("/es/2020/card/staff-men", 404),
            ("/es/2020/song/members", 404),
            ("/es/1999/card/members", 404),
            ("/es/members/card/members", 404),
            ("/es/2020/map/women-led", 404),
        ] {
            assert_eq!(example.get(address).await.status.as_u16(), status, "{address}");
        }
    });
}

#[test]
fn one_number_is_a_picture_to_share() {
    on_sqlite(async |example| {
        let drawing = example.get("/es/2020/card/women-led.svg").await;
        assert_eq!((drawing.status, drawing.header("content-type")), (StatusCode::OK, "image/svg+xml"));
        for said in
            ["15,6\u{202f}%", "gobernadas por mujeres", "31 de diciembre de 2020", "W3LE", "22 de 141"]
        {
            assert!(drawing.body.contains(said), "{said}: {}", drawing.body);
        }
        assert!(!drawing.body.contains("2450"), "the other numbers of the page are not in it");
        let picture = example.get("/es/2020/card/women-led.png").await;
        assert_eq!((picture.status, picture.header("content-type")), (StatusCode::OK, "image/png"));
        assert_eq!(picture.header("cross-origin-resource-policy"), "cross-origin");
        for missing in [
            "/es/2020/card/nothing.png",
            "/es/2020/card/women-led.gif",
            "/es/1999/card/members.png",
            "/es/2020/map/members.png",
        ] {
            assert_eq!(example.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
        }
        let page = example.page("/es/figures/women-led?at=2020-12-31").await;
        assert!(
            page.contains("property=\"og:image\"")
                && page.contains("/es/figures/women-led/card.png?at=2020-12-31")
        );
    });
}

#[test]
fn the_page_of_a_figure_gives_the_text_that_shows_its_card_elsewhere() {
    on_sqlite(async |example| {
        let text = text_of(&example.page("/en/figures/women-led?at=2020-12-31").await);
        assert!(text.contains("/en/figures/women-led/card?at=2020-12-31&amp;known=j"), "{text}");
        for elsewhere in ["/en/figures/women-led?at=2020-06-30", "/en/figures/staff-men?at=2020-12-31"] {
            assert!(example.page(elsewhere).await.contains("id=\"embed\""), "{elsewhere}");
        }
    });
}

#[test]
fn a_page_over_three_years_counts_a_member_once() {
    on_both(async |example| {
        let number = async |question: &str| {
            let json = example.get(&format!("/en/figures/learning-members.json?{question}")).await.json();
            json["counted"].as_i64().unwrap_or_else(|| panic!("{json}"))
        };
        let mut sum = 0;
        for year in 2018..=2020 {
            sum += number(&format!("at={year}-12-31")).await;
        }
        let distinct = number("from=2018-01-01&at=2020-12-31").await;
        assert!(distinct > number("at=2020-12-31").await && distinct < sum, "{distinct} of {sum}");
        let page = text_of(&example.page("/en/2018-2020").await);
        assert!(page.contains(&format!(" {distinct} members")), "{page}");
        assert!(page.contains("2018–2020"));
        assert_eq!(
            example.get("/en/figures/members?from=2021-01-01&at=2020-12-31").await.status,
            StatusCode::BAD_REQUEST
        );
        for address in ["/en/2018-2019", "/en/2020-2018", "/en/2015-2017", "/en/2018-"] {
            assert_eq!(example.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
    });
}

#[test]
fn the_short_address_on_paper_opens_the_page_in_the_readers_language() {
    on_sqlite(async |example| {
        assert_eq!(example.get_as("/2020", "fr").await.header("location"), "/fr/2020");
        assert_eq!(example.get_as("/2018-2020", "en").await.header("location"), "/en/2018-2020");
        // the code beside a number opens its list, for the year of the page
        assert_eq!(
            example.get("/n/M4TK/2019").await.header("location"),
            "/es/figures/members?at=2019-12-31&known=2019-e1"
        );
        let three = example.get("/n/t3fw/2018-2020").await;
        assert_eq!(three.header("location"), "/es/figures/learning-members?from=2018-01-01&at=2020-12-31");
        for missing in ["/n/ZZZZ/2020", "/n/M4TK/20"] {
            assert_eq!(example.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
        }
        assert!(text_of(&example.page("/es/2019").await).contains("/n/2019/e1/CÓDIGO"));
    });
}

#[test]
fn how_it_was_counted_is_told_to_machines_with_the_same_numbers() {
    on_both(async |example| {
        for language in LANGUAGES {
            let answer = example.get(&format!("/{language}/figures.jsonld?at=2020-12-31")).await;
            assert!(answer.header("content-type").starts_with("application/ld+json"));
            let document = answer.json();
            let graph = document["@graph"].as_array().unwrap();
            let ids: BTreeSet<&str> = graph.iter().map(|node| node["@id"].as_str().unwrap()).collect();
            assert_eq!(ids.len(), graph.len(), "every node has an address of its own");
            for (n, figure) in example.site.app.figures.catalog.figures().iter().enumerate() {
                let node = graph
                    .iter()
                    .find(|n| n["identifier"][0] == figure.code.as_str())
                    .unwrap_or_else(|| panic!("{}", figure.key));
                for derived in node["prov:wasDerivedFrom"].as_array().unwrap() {
                    assert!(ids.contains(derived["@id"].as_str().unwrap()), "{derived}");
                }
                assert!(ids.contains(node["prov:wasGeneratedBy"]["@id"].as_str().unwrap()));
                assert!(!node["name"].as_str().unwrap().starts_with('['), "{node}");
                assert_eq!(node["license"], Value::String(example.site.app.settings.licence.clone()));
                // the number is the same in every language, so each figure is asked in one of them
                if LANGUAGES[n % LANGUAGES.len()] != language {
                    continue;
                }
                let json = example
                    .get(&format!("/{language}/figures/{}.json?at=2020-12-31", figure.key))
                    .await
                    .json();
                let value = &node["variableMeasured"]["value"];
                assert_eq!(
                    value.is_null(),
                    json["shown"] == "—" || json["shown"].is_null(),
                    "{}: {value} and {json}",
                    figure.key
                );
            }
        }
        let page = example.page("/es/figures").await;
        assert!(page.contains("href=\"/es/figures.jsonld\"") && page.contains("CC BY 4.0"));
        assert!(text_of(&page).contains("Se cuenta a partir de"));
    });
}
