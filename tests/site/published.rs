//! The numbers that a network published agree with its register.

use decapolis::assets::Network;
use decapolis_base::{Day, Period};
use decapolis_figures::{Asked, Figure};
use decapolis_register::journal;
use decapolis_register::known::Known;
use decapolis_register::records;
use decapolis_register::table::Kind;

use crate::site::example::{Example, on_both, on_every_example};

struct Expected {
    key: String,
    compare: String,
    value: Option<f64>,
    decimals: i32,
    period: Period,
    /// The state of the register on this day. `None` is the present state.
    known: Option<Day>,
    /// A column and one of its groups: a choice, or the code of a record.
    group: Option<(String, String)>,
}

fn expected(example: &Example, file: &str) -> Vec<Expected> {
    let text = Network::named(&example.name).unwrap().expected(file).unwrap();
    let home = example.site.app.settings.home_year;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|h| h == name);
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let cell =
                |name: &str| column(name).and_then(|at| record.get(at)).unwrap_or_default().to_string();
            let day = |name: &str| {
                Some(cell(name)).filter(|text| !text.is_empty()).map(|text| text.parse::<Day>().unwrap())
            };
            Expected {
                key: cell("key"),
                compare: cell("compare"),
                value: cell("value").parse().ok(),
                decimals: cell("decimals").parse().unwrap_or(0),
                period: match (day("from"), day("to"), day("as_of")) {
                    (Some(from), Some(to), _) => Period { from, to },
                    (_, _, as_of) => Period::year_to(as_of.unwrap_or(Day::last_of_year(home))),
                },
                known: day("known"),
                group: Some((cell("by"), cell("group"))).filter(|(by, _)| !by.is_empty()),
            }
        })
        .collect()
}

impl Expected {
    /// The number in the register.
    async fn found(&self, example: &Example) -> Option<f64> {
        let app = &example.site.app;
        let db = app.db.reader();
        let known = match self.known {
            Some(day) => Known::At(journal::last_by(db, day).await.unwrap()),
            None => Known::Now,
        };
        let figure = figure(example, &self.key);
        let (heads, asked) = (app.heads(db).await.unwrap(), Asked::period(self.period, known));
        let Some((column, group)) = &self.group else {
            return app.figures.number(db, &heads, figure, &asked).await.unwrap().value(figure);
        };
        let about = &app.figures.catalog.of(figure.main()[0]).about;
        let group = match about.column(column).expect("the column is there").kind {
            Kind::Ref(kind) => {
                records::by_code(db, kind, group).await.unwrap().expect("the record is there").id.to_string()
            }
            _ => group.clone(),
        };
        let groups = app.figures.by(db, &heads, figure, &asked, column).await.unwrap();
        groups.iter().find(|g| g.by.as_ref() == Some(&group))?.answer.value(figure)
    }
}

fn figure<'a>(example: &'a Example, key: &str) -> &'a Figure {
    example.site.app.figures.catalog.figure(key).unwrap_or_else(|| panic!("there is no figure {key}"))
}

async fn value(example: &Example, key: &str, day: Day, known: Known) -> Option<f64> {
    let app = &example.site.app;
    let figure = figure(example, key);
    let heads = app.heads(app.db.reader()).await.unwrap();
    app.figures
        .number(app.db.reader(), &heads, figure, &Asked::period(Period::year_to(day), known))
        .await
        .unwrap()
        .value(figure)
}

#[test]
fn every_published_number_is_counted_again() {
    on_every_example(async |example| {
        let mut wrong = vec![];
        let rows: Vec<Expected> =
            ["figures.csv", "timeline.csv"].iter().flat_map(|file| expected(example, file)).collect();
        assert!(rows.len() > 40, "{}: {} published numbers", example.name, rows.len());
        for row in rows {
            let found = row.found(example).await;
            let scale = 10f64.powi(row.decimals);
            let holds = match (row.value, found) {
                // the published page has lost this number; the register has it, and it must be a plural
                (None, found) => found.is_some_and(|f| f >= 2.0),
                (Some(value), Some(found)) if row.compare == "=" => {
                    (found * scale).round() == (value * scale).round()
                }
                (Some(value), Some(found)) => value <= found && found < value * 1.03,
                (Some(_), None) => false,
            };
            if !holds {
                let (Period { from, to }, by) = (row.period, &row.group);
                wrong.push(format!(
                    "{} {by:?} from {from} to {to}: expected {} {:?}, found {found:?}",
                    row.key, row.compare, row.value
                ));
            }
        }
        assert!(wrong.is_empty(), "{}:\n{}", example.name, wrong.join("\n"));
    });
}

#[test]
fn three_years_count_each_member_once_and_not_once_a_year() {
    on_every_example(async |example| {
        let settings = &example.site.app.settings;
        let last = settings.home_year;
        let learned = async |from: i64, to: i64| {
            let period = Period { from: Day::first_of_year(from), to: Day::last_of_year(to) };
            let row = Expected {
                key: "learning-members".into(),
                compare: "=".into(),
                value: None,
                decimals: 0,
                period,
                known: None,
                group: None,
            };
            row.found(example).await.unwrap_or_default()
        };
        let years =
            [learned(last - 2, last - 2).await, learned(last - 1, last - 1).await, learned(last, last).await];
        let together = learned(last - 2, last).await;
        assert!(
            years.iter().all(|year| *year > 0.0 && *year <= together),
            "{}: {years:?}, {together}",
            example.name
        );
        assert!(together < years.iter().sum::<f64>(), "{}: {years:?}, {together}", example.name);
    });
}

#[test]
fn members_balance_from_year_to_year() {
    const CAME: [&str; 3] = ["new-members", "undated-members", "succeeding-members"];
    const WENT: [&str; 3] = ["left-members", "left-undated-members", "succeeded-members"];
    on_both(async |example| {
        for year in 2018..=2020 {
            let at =
                async |key: &str, day: Day| value(example, key, day, Known::Now).await.unwrap_or(0.0) as i64;
            let (before, now) = (
                at("members", Day::last_of_year(year - 1)).await,
                at("members", Day::last_of_year(year)).await,
            );
            let mut sum = before;
            for (came, went) in CAME.iter().zip(WENT) {
                sum += at(came, Day::last_of_year(year)).await - at(went, Day::last_of_year(year)).await;
            }
            assert_eq!(sum, now, "{year}");
        }
    });
}

#[test]
fn what_was_known_on_an_earlier_day_is_another_number() {
    on_both(async |example| {
        let db = example.site.app.db.reader();
        let known = |day: &'static str| async move {
            Known::At(journal::last_by(db, day.parse().unwrap()).await.unwrap())
        };
        let eve = Day::last_of_year(2019);
        assert_eq!(value(example, "members", eve, known("2019-12-31").await).await, Some(139.0));
        assert_eq!(value(example, "members", eve, known("2020-06-30").await).await, Some(138.0));
        assert_eq!(
            value(example, "members", eve, known("2010-01-01").await).await,
            None,
            "before the register began nothing was known"
        );
        let taken = value(example, "board-participation", Day::last_of_year(2020), known("2020-12-31").await)
            .await
            .unwrap();
        assert!((taken - 39.0 * 100.0 / 56.0).abs() < 1e-9, "{taken}");
    });
}
