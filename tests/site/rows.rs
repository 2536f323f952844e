//! The number of a figure agrees with its rows on its page, in its CSV and in its JSON.

use std::collections::BTreeSet;

use decapolis_base::{Day, Period};
use decapolis_figures::{Access, Asked, Class, Figure, Measure, Shape, Viewer};
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;

use crate::site::example::{Example, on_both, text_of};

const DAYS: [&str; 3] = ["2020-12-31", "2019-12-31", "2018-08-31"];

fn access(example: &Example, figure: &Figure) -> Access {
    example.site.app.figures.catalog.access(figure, Class::Counted, Audience::Public)
}

#[test]
fn every_figure_equals_its_rows_in_html_csv_and_json() {
    on_both(async |example| {
        for figure in example.site.app.figures.catalog.figures() {
            for day in DAYS {
                agrees(example, figure, day).await;
            }
        }
    });
}

/// Private facts about people are counted only for complete years.
fn is_about_people_on_some_days(example: &Example, figure: &Figure, day: &str) -> bool {
    let to: Day = day.parse().unwrap();
    let asked = Asked::period(Period::year_to(to), Known::Now);
    let viewer = Viewer {
        audience: Audience::Public,
        today: example.site.app.settings.today(),
        years: example.site.app.settings.year_starts,
    };
    example.site.app.figures.catalog.may_be_asked(figure, &asked, viewer).is_err()
}

async fn agrees(example: &Example, figure: &Figure, day: &str) {
    let key = &figure.key;
    let json = example.get(&format!("/en/figures/{key}.json?at={day}")).await.json();
    // amounts of money are only for the office; the public sees the share, and what each group adds to it
    let withheld = !example.site.app.figures.catalog.sums_are_open(figure, Audience::Public);
    if is_about_people_on_some_days(example, figure, day) {
        let page = text_of(&example.page(&format!("/en/figures/{key}?at={day}")).await);
        let csv = example.page(&format!("/en/figures/{key}.csv?at={day}")).await;
        for said in [json["withheld"].as_str().unwrap_or_default(), &page, &csv] {
            assert!(said.contains("published only for full years"), "{key} on {day}: {said}");
        }
        assert!(json["value"].is_null() && json.get("counted_rows").is_none(), "{key} on {day}: {json}");
        return;
    }
    assert_eq!(json["counted"].is_null(), withheld, "{key} on {day}");
    let counted = json["counted"].as_i64().unwrap_or(0);
    let rows = json["counted_rows"].as_i64().unwrap();
    let csv = example.page(&format!("/en/figures/{key}.csv?at={day}")).await;
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|h| h == name);
    let records: Vec<csv::StringRecord> = reader.records().map(|r| r.unwrap()).collect();
    match access(example, figure) {
        Access::List => {
            assert_eq!(records.len() as i64, rows, "{key} on {day}: rows of the CSV");
            assert_eq!(
                json["rows"].as_array().unwrap().len() as i64,
                rows,
                "{key} on {day}: rows of the JSON"
            );
            assert_eq!(
                (json["rows_in_all"].as_i64(), json["cut"].as_bool()),
                (Some(rows), Some(false)),
                "{key} on {day}"
            );
            let amount = |r: &csv::StringRecord| r[at("Quantity").unwrap()].parse::<i64>().unwrap();
            let from_rows = match (&figure.measure, figure.shape) {
                (Measure::Sum(_), Shape::Total) => records.iter().map(amount).sum(),
                (Measure::Sum(_), Shape::Share) => counted,
                (Measure::Units, _) if figure.unit == "row" => {
                    records.iter().map(|r| &r[at("Row").unwrap()]).collect::<BTreeSet<_>>().len() as i64
                }
                (Measure::Units, _) => records
                    .iter()
                    .map(|r| &r[at("Counted unit (code)").unwrap()])
                    .collect::<BTreeSet<_>>()
                    .len() as i64,
            };
            assert_eq!(from_rows, counted, "{key} on {day}: the number and its rows");
        }
        Access::Grouped if withheld => {
            let sum: f64 = records.iter().map(|r| r[at("Percentage").unwrap()].parse::<f64>().unwrap()).sum();
            let groups: f64 =
                json["groups"].as_array().unwrap().iter().map(|g| g["percent"].as_f64().unwrap()).sum();
            let value = json["value"].as_f64().unwrap_or(0.0);
            assert!(
                (sum - value).abs() < 1e-6 && (groups - value).abs() < 1e-6,
                "{key} on {day}: {sum}, {groups}, {value}"
            );
        }
        Access::Grouped => {
            let sum: i64 = records.iter().map(|r| r[at("Counted").unwrap()].parse::<i64>().unwrap()).sum();
            assert_eq!(sum, counted, "{key} on {day}: the number and its groups");
            let groups: i64 =
                json["groups"].as_array().unwrap().iter().map(|g| g["counted"].as_i64().unwrap()).sum();
            assert_eq!(groups, counted, "{key} on {day}: the groups of the JSON");
        }
        Access::Number => {}
    }
    let page = example.page(&format!("/en/figures/{key}?at={day}")).await;
    let shown = json["shown"].as_str().unwrap();
    assert!(text_of(&page).contains(shown) || shown == "—", "{key} on {day}: the page does not show {shown}");
    if access(example, figure) == Access::List {
        let by_unit = figure.measure == Measure::Units && figure.unit != "row" && page.contains("view=rows");
        let shown = if by_unit { counted } else { rows };
        assert_eq!(
            listed(example, page).await,
            shown,
            "{key} on {day}: a number opens as many rows as it says"
        );
        if by_unit {
            let csv = example.page(&format!("/en/figures/{key}.csv?at={day}&view=units")).await;
            let mut units = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
            let of: Vec<i64> = units.records().map(|unit| unit.unwrap()[2].parse().unwrap()).collect();
            let (all, sum) = (of.len() as i64, of.iter().sum::<i64>());
            assert_eq!(all, counted, "{key} on {day}: the file by unit has each once");
            assert!(sum >= all, "{key} on {day}: {sum} rows made {all} units count");
            let every = example.page(&format!("/en/figures/{key}?at={day}&view=rows")).await;
            assert_eq!(listed(example, every).await, rows, "{key} on {day}: the second view has every row");
        }
    }
}

/// The number of rows on the pages of a figure, from the first page to the last.
async fn listed(example: &Example, first: String) -> i64 {
    let mut page = first;
    let mut rows = 0;
    loop {
        let table = page.split("class=\"figure-rows\"").nth(1).unwrap_or_default();
        rows += table
            .split("<tbody>")
            .nth(1)
            .unwrap_or_default()
            .split("</tbody>")
            .next()
            .unwrap_or_default()
            .matches("<tr>")
            .count() as i64;
        let Some(next) = table.split("rel=\"next\" href=\"").nth(1) else { return rows };
        let address = next.split('"').next().unwrap_or_default().replace("&amp;", "&");
        page = example.page(address.split('#').next().unwrap_or_default()).await;
    }
}

#[test]
fn nobody_is_shown_as_inactive_or_absent() {
    on_both(async |example| {
        for figure in example.site.app.figures.catalog.figures() {
            for class in ["base", "left-out"] {
                if class == "base" && figure.shape == Shape::Total {
                    continue;
                }
                for address in [
                    format!("/en/figures/{}?at=2020-12-31&class={class}", figure.key),
                    format!("/en/figures/{}.csv?at=2020-12-31&class={class}", figure.key),
                    format!("/en/figures/{}.json?at=2020-12-31&class={class}", figure.key),
                ] {
                    let body = example.page(&address).await;
                    let rows = body.split("class=\"figure-rows\"").nth(1).unwrap_or(&body);
                    assert!(
                        !rows.contains("/en/organisation/") && !rows.contains("org-"),
                        "{address} names somebody"
                    );
                }
            }
        }
        for word in ["absent", "excused"] {
            for address in ["/en/meeting", "/en/body/board"] {
                let page = example.page(address).await;
                assert!(!text_of(&page).contains(word), "{address}");
                for link in page.split("href=\"/en/meeting/").skip(1) {
                    let meeting = format!("/en/meeting/{}", link.split('"').next().unwrap());
                    assert!(
                        !text_of(&example.page(&meeting).await).contains(&format!(" {word} ")),
                        "{meeting} says {word}"
                    );
                }
            }
        }
    });
}
