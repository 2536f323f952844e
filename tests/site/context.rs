//! The road from a page keeps its context: the state of the register, the days, the group, and what is not known.

use crate::site::example::{Example, on_both, on_sqlite, text_of};

/// The addresses of the groups of a breakdown with the number beside each.
fn groups(page: &str) -> Vec<(String, String)> {
    let table = page.split("class=\"breakdown\"").nth(1).unwrap_or_default();
    let table = table.split("</table>").next().unwrap_or_default();
    let rows = table.split("<tr>").filter(|row| row.contains("only="));
    rows.map(|row| {
        let href = row.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
        let number =
            text_of(&format!("<td{}", row.split("<td").nth(1).unwrap().split("</td>").next().unwrap()));
        (href, number)
    })
    .collect()
}

async fn json(example: &Example, address: &str) -> serde_json::Value {
    example.get(address).await.json()
}

#[test]
fn the_page_of_a_figure_under_an_edition_stays_in_the_edition() {
    on_both(async |example| {
        let page = example.page("/en/figures/members?at=2019-12-31&known=2019-e1").await;
        assert!(page.contains("<input type=\"hidden\" name=\"known\" value=\"2019-e1\">"), "{page}");
        let visible = text_of(&page.split("id=\"cite\"").next().unwrap().replace("<code", "<!--"));
        assert!(visible.contains("as published in edition 1 of 2019 on 31 December 2019"), "{visible}");
        let years = page.split("class=\"as-table\"").nth(1).unwrap().split("</table>").next().unwrap();
        assert!(!text_of(years).contains("2021"), "what came after the edition is not drawn: {years}");
        for link in years.split("href=\"").skip(1) {
            assert!(link.split('"').next().unwrap().contains("known=2019-e1"), "{link}");
        }
        for (href, _) in groups(&page) {
            assert!(href.contains("known=2019-e1"), "{href}");
        }
        let list = example.page("/en/members?at=2019-12-31&known=2019-e1&region=region-africa").await;
        assert!(list.contains("<input type=\"hidden\" name=\"known\" value=\"2019-e1\">"), "{list}");
        assert!(text_of(&list).contains("edition 1 of 2019"), "the list says its state too");
        assert!(list.contains("/en/figures/members?at=2019-12-31&amp;known=2019-e1"));
    });
}

#[test]
fn each_group_of_a_breakdown_opens_its_rows_and_they_are_as_many() {
    on_sqlite(async |example| {
        let mut opened = 0;
        for figure in example.site.app.figures.catalog.figures() {
            let address = format!("/en/figures/{}?at=2020-12-31", figure.key);
            for (href, number) in groups(&example.page(&address).await).into_iter().take(2) {
                let path = href.split('#').next().unwrap();
                let group = example.page(path).await;
                let file = path.replacen('?', ".json?", 1);
                let counted = json(example, &file).await;
                let (n, base) = (&counted["counted"], &counted["base"]);
                let said = number.replace(',', "");
                let holds =
                    n.is_null() || said == n.to_string() || said == format!("{n} of {base}") || said == "—";
                assert!(holds, "{path}: {number}, counted {n} of {base}");
                assert!(text_of(&group).contains("is counted here"), "{path}");
                opened += 1;
            }
        }
        assert!(opened > 40, "{opened} groups");
    });
}

#[test]
fn no_breakdown_only_repeats_the_condition_of_its_figure() {
    on_sqlite(async |example| {
        for (key, by) in [
            ("experts-men", "gender"),
            ("funding-dues", "basis"),
            ("staff-women", "gender"),
            ("board-meetings", "mode"),
        ] {
            let page = example.page(&format!("/en/figures/{key}?at=2020-12-31")).await;
            assert!(!page.contains(&format!("<option value=\"{by}\"")), "{key} by {by}");
        }
        let page = example.page("/en/figures/event-people?at=2020-12-31").await;
        assert!(page.contains("<option value=\"role\""), "two roles are two groups");
    });
}

#[test]
fn the_future_and_what_is_not_written_yet_are_said() {
    on_both(async |example| {
        let text = async |address: &str| text_of(&example.page(address).await);
        assert!(text("/en/figures/members?at=2999-12-31").await.contains("This day is still to come"));
        let since = "Nothing has been written into the register since";
        let usual = text("/en/figures/members?at=2020-12-31").await;
        assert!(!usual.contains("still to come") && !usual.contains(since), "{usual}");
        // the last batch of the example is of December 2025
        assert!(text("/en/figures/members?at=2026-06-30").await.contains(since));
        let before = text("/en/figures/new-members?at=2020-12-31&known=2020-03-31").await;
        assert!(before.contains("These days were not over on 31 March 2020"), "{before}");
    });
}

#[test]
fn the_unknown_are_shown_wherever_the_number_is() {
    on_both(async |example| {
        for known in ["", "&known=2020-e1"] {
            let object = json(example, &format!("/en/figures/women-led.json?at=2020-12-31{known}")).await;
            let stated =
                json(example, &format!("/en/figures/leaders-stated.json?at=2020-12-31{known}")).await;
            let unknown = object["base"].as_i64().unwrap() - stated["counted"].as_i64().unwrap();
            assert!(unknown > 0);
            assert_eq!(object["unknown"], unknown, "{object}");
            let page = text_of(&example.page(&format!("/en/figures/women-led?at=2020-12-31{known}")).await);
            assert!(page.contains(&format!("{unknown} not stated")), "{page}");
        }
    });
}

#[test]
fn a_number_opens_one_row_for_each_unit_with_what_made_it_count() {
    on_both(async |example| {
        let page = example.page("/en/figures/active-members?at=2020-12-31").await;
        let rows = page.split("class=\"figure-rows\"").nth(1).unwrap();
        assert!(
            text_of(rows).contains("107 counted") && text_of(rows).contains("Each unit once: 107"),
            "{}",
            text_of(rows)
        );
        let first = rows.split("<tbody>").nth(1).unwrap().split("</tr>").next().unwrap();
        assert!(first.contains("href=\"/en/organisation/") && first.contains("class=\"lines\""), "{first}");
        let names: Vec<String> = rows
            .split("<th scope=\"row\">")
            .skip(1)
            .map(|cell| text_of(&format!("<th>{}", cell.split("</a>").next().unwrap())))
            .collect();
        let sorted = |language: &str| {
            let mut sorted = names.clone();
            sorted.sort_by_cached_key(|name| decapolis_register::name_order::key(language, name));
            sorted
        };
        assert_eq!(names, sorted("en"), "by the names that are shown");
        let every = example.page("/en/figures/active-members?at=2020-12-31&view=rows").await;
        assert!(!every.split("class=\"figure-rows\"").nth(1).unwrap().contains("class=\"lines\""));
    });
}

#[test]
fn rows_as_json_carry_codes_and_iso_days_beside_words() {
    on_both(async |example| {
        for language in ["en", "es", "fr"] {
            let object = json(example, &format!("/{language}/figures/members.json?at=2020-12-31")).await;
            for row in object["rows"].as_array().unwrap() {
                let from = row["values"]["from"].as_str().unwrap_or_default();
                assert!(
                    from.is_empty()
                        || from.trim_start_matches("../").starts_with(|c: char| c.is_ascii_digit()),
                    "{row}"
                );
                assert_eq!(row["values"]["organisation"], row["unit"], "{row}");
            }
            let events =
                json(example, &format!("/{language}/figures/global-events.json?at=2020-12-31")).await;
            let row = &events["rows"][0];
            assert!(
                ["led", "co-led", "took-part"].contains(&row["values"]["role"].as_str().unwrap()),
                "{row}"
            );
            let day = row["values"]["day"].as_str().unwrap();
            assert!(day.starts_with("2020"), "{row}");
        }
    });
}

#[test]
fn a_correction_says_what_happened_to_the_row_by_which_entry() {
    on_both(async |example| {
        let text = text_of(&example.page("/en/2019/editions").await);
        assert!(text.contains("removed from the list"), "{text}");
        assert!(text.contains("→ 15 April 2019"), "the last day of the membership is told: {text}");
        assert!(text.contains("reason given for the whole batch"), "{text}");
        assert!(text.contains("30 June 2020 · entry "), "{text}");
    });
}
