//! What the network published about itself, the register says too.

use decapolis::assets::Network;
use decapolis_base::{Day, Period};
use decapolis_core::figures::Asked;
use decapolis_core::journal;
use decapolis_core::known::Known;

use crate::example::{EXAMPLE, Example, on_both};

struct Expected {
    key: String,
    compare: String,
    value: Option<f64>,
    decimals: i32,
    day: Day,
}

fn expected(file: &str) -> Vec<Expected> {
    let text = Network::named(EXAMPLE).unwrap().expected(file).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|h| h == name);
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let cell = |name: &str| column(name).and_then(|at| record.get(at)).unwrap_or_default().to_string();
            let day = cell("as_of");
            Expected {
                key: cell("key"),
                compare: cell("compare"),
                value: cell("value").parse().ok(),
                decimals: cell("decimals").parse().unwrap_or(0),
                day: if day.is_empty() { Day::last_of_year(2020) } else { day.parse().unwrap() },
            }
        })
        .collect()
}

async fn value(example: &Example, key: &str, day: Day, known: Known) -> Option<f64> {
    let app = &example.site.app;
    let figure = app.figures.catalog.figure(key).unwrap_or_else(|| panic!("there is no figure {key}"));
    let heads = app.heads(app.db.reader()).await.unwrap();
    app.figures.number(app.db.reader(), &heads, figure, &Asked::period(Period::year_to(day), known)).await.unwrap().value(figure)
}

#[test]
fn every_published_number_is_counted_again() {
    on_both(async |example| {
        let mut wrong = vec![];
        for row in expected("figures.csv").into_iter().chain(expected("timeline.csv")) {
            let found = value(example, &row.key, row.day, Known::Now).await;
            let scale = 10f64.powi(row.decimals);
            let holds = match (row.value, found) {
                // the page lost this number: the register decides it, and it is a plural
                (None, found) => found.is_some_and(|f| f >= 2.0),
                (Some(value), Some(found)) if row.compare == "=" => (found * scale).round() == (value * scale).round(),
                (Some(value), Some(found)) => value <= found && found < value * 1.03,
                (Some(_), None) => false,
            };
            if !holds {
                wrong.push(format!("{} on {}: expected {} {:?}, found {found:?}", row.key, row.day, row.compare, row.value));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn members_balance_from_year_to_year_but_for_days_not_recorded() {
    on_both(async |example| {
        for year in 2018..=2020 {
            let at = async |key: &str, day: Day| value(example, key, day, Known::Now).await.unwrap_or(0.0) as i64;
            let (before, now) = (at("members", Day::last_of_year(year - 1)).await, at("members", Day::last_of_year(year)).await);
            let (new, left) = (at("new-members", Day::last_of_year(year)).await, at("left-members", Day::last_of_year(year)).await);
            let undated = now - (before + new - left);
            assert!((0..=5).contains(&undated), "{year}: {before} + {new} − {left} = {now}");
        }
    });
}

#[test]
fn what_was_known_on_an_earlier_day_is_another_number() {
    on_both(async |example| {
        let db = example.site.app.db.reader();
        let known = |day: &'static str| async move { Known::At(journal::last_by(db, day.parse().unwrap()).await.unwrap()) };
        let eve = Day::last_of_year(2019);
        assert_eq!(value(example, "members", eve, known("2019-12-31").await).await, Some(139.0));
        assert_eq!(value(example, "members", eve, known("2020-06-30").await).await, Some(138.0));
        assert_eq!(value(example, "members", eve, known("2010-01-01").await).await, None, "before the register began nothing was known");
        let taken = value(example, "board-participation", Day::last_of_year(2020), known("2020-12-31").await).await.unwrap();
        assert!((taken - 39.0 * 100.0 / 56.0).abs() < 1e-9, "{taken}");
    });
}
