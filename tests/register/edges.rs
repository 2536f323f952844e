//! Edge cases: the first and last day of the year, vague days, empty years, shares of sums, and latest readings.

use decapolis_base::Period;
use decapolis_figures::{Answer, Asked, Class, Figure, RowsAsked, Worded, evidence};
use decapolis_register::known::{Known, day_after};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, Query};

use crate::register::asked_again::catalog;
use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Register, both};

/// The codes of the rows of a part and class, with the reasons.
async fn rows(register: &Register, key: &str, part: usize, class: Class, to: &str) -> Vec<Option<String>> {
    let catalog = catalog();
    let figure = catalog.figure(key).expect(key);
    let asked = Asked::period(Period::year_to(day(to)), Known::Now);
    let rows = evidence(
        register.db.reader(),
        figure,
        &asked,
        &catalog,
        RowsAsked { part, class, after: None, limit: 100 },
    )
    .await
    .expect("rows");
    rows.into_iter().map(|r| r.reason).collect()
}

async fn number(register: &Register, key: &str, to: &str) -> (i64, i64) {
    let Answer { counted, base, .. } = figures(register, to, Known::Now).await[key];
    (counted, base)
}

#[test]
fn a_member_counts_on_its_first_and_its_last_day() {
    with_network(async |register| {
        // Eger's last day is 2019-12-31, Bern's first 2020-01-01, Cali's last 2020-12-31
        for (to, members) in
            [("2019-12-30", 3), ("2019-12-31", 3), ("2020-01-01", 3), ("2020-12-31", 3), ("2021-01-01", 2)]
        {
            assert_eq!(number(register, "members", to).await.0, members, "{to}");
        }
        assert_eq!(number(register, "new-members", "2020-01-01").await.0, 1);
        assert_eq!(number(register, "new-members", "2019-12-31").await.0, 0);
        // a member is one on its last day too: Eger left with 2020, Cali with 2021
        assert_eq!(number(register, "left-members", "2019-12-31").await.0, 0);
        assert_eq!(number(register, "left-members", "2020-01-01").await.0, 1);
        assert_eq!(number(register, "left-members", "2020-12-31").await.0, 1);
        assert_eq!(number(register, "left-members", "2021-01-01").await.0, 1);
    });
}

#[test]
fn the_zone_of_the_machine_changes_no_figure() {
    with_network(async |register| {
        for to in ["2020-12-31", "2020-01-01"] {
            let said: Vec<String> = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"]
                .iter()
                .map(|zone| {
                    let output = program(register)
                        .env("TZ", zone)
                        .args(["figures", "--json", "--at", to, "--known", "2020-12-31"])
                        .output()
                        .unwrap();
                    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                    String::from_utf8(output.stdout).unwrap()
                })
                .collect();
            assert!(said[0].contains("\"members\""));
            assert_eq!(said[0], said[1], "{to}");
            assert_eq!(said[0], said[2], "{to}");
        }
    });
}

#[test]
fn what_was_recorded_by_a_day_is_told_by_the_zone_of_the_network() {
    both(async |register| {
        // 2020-12-31 23:30 in Madrid is 22:30 in UTC, and the next day in Kiritimati
        import(register, "first", -1800, NETWORK).await.unwrap();
        import(register, "second", 0, &[("memberships", "organisation,from\nuniversity,2020-05-01\n")])
            .await
            .unwrap();
        for zone in ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"] {
            for (known, members) in [("2020-12-30", "0"), ("2020-12-31", "3"), ("2021-01-01", "4")] {
                let output = program(register)
                    .env("TZ", zone)
                    .args(["figures", "--json", "--at", "2020-12-31", "--known", known])
                    .output()
                    .unwrap();
                let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
                let of = said.as_array().unwrap().iter().find(|f| f["key"] == "members").unwrap();
                assert_eq!(of["counted"].to_string(), members, "{zone} {known}");
            }
        }
    });
}

#[test]
fn a_day_known_only_in_part_counts_where_it_surely_lies_inside() {
    with_network(async |register| {
        // the dues are of 2020: inside the year, but too vague for its first half
        assert_eq!(number(register, "funding-dues", "2020-12-31").await, (60_000, 100_000));
        assert_eq!(number(register, "funding-dues", "2020-07-02").await, (0, 40_000));
        assert_eq!(
            rows(register, "funding-dues", 0, Class::LeftOut, "2020-07-02").await,
            [Some("date-too-vague".into()), Some("passed-on".into())]
        );
        // the call was signed in April
        assert_eq!(number(register, "call-endorsers", "2020-04-30").await.0, 1);
        assert_eq!(number(register, "call-endorsers", "2020-04-29").await.0, 0);
        assert_eq!(
            rows(register, "call-endorsers", 1, Class::LeftOut, "2020-04-29").await,
            [Some("date-too-vague".into())]
        );
        assert_eq!(
            rows(register, "call-endorsers", 1, Class::LeftOut, "2020-03-31").await,
            [None::<String>; 0]
        );
        // Dakar may be a member
        assert_eq!(
            rows(register, "members", 1, Class::LeftOut, "2020-12-31").await,
            [Some("date-too-vague".into())]
        );
        assert_eq!(rows(register, "members", 1, Class::LeftOut, "2020-05-31").await, [None::<String>; 0]);
        assert_eq!(number(register, "members", "2021-06-01").await.0, 3);
    });
}

#[test]
fn an_empty_year_is_a_dash_and_not_a_zero() {
    with_network(async |register| {
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        for (to, empty) in [("2015-12-31", true), ("2020-12-31", false)] {
            let said = figures(register, to, Known::Now).await;
            for language in ["es", "en", "fr"] {
                let locale = app.locale(language).unwrap();
                let word =
                    |key: &str| Worded::of(app.figures.catalog.figure(key).unwrap(), said[key], &locale);
                for key in ["funding-dues", "followers", "event-people", "publications", "experts-women"] {
                    assert_eq!(word(key).empty, empty, "{key} {to}");
                    assert_eq!(word(key).whole() == "—", empty, "{key} {to} {language}");
                }
            }
        }
    });
}

#[test]
fn an_unknown_leader_and_a_vacancy_stay_in_the_base() {
    with_network(async |register| {
        assert_eq!(number(register, "women-led", "2020-12-31").await, (1, 3));
        assert_eq!(rows(register, "women-led", 0, Class::BaseOnly, "2020-12-31").await.len(), 2);
        assert_eq!(rows(register, "women-led", 1, Class::Counted, "2020-12-31").await.len(), 1);
        assert_eq!(number(register, "women-led-members", "2020-12-31").await.0, 1);
    });
}

#[test]
fn of_several_readings_the_last_on_or_before_the_day_counts() {
    with_network(async |register| {
        for (to, followers) in [
            ("2020-03-30", 0),
            ("2020-03-31", 500),
            ("2020-06-29", 500),
            ("2020-06-30", 1500),
            ("2020-12-30", 1500),
            ("2020-12-31", 3100),
            ("2021-01-01", 9700),
        ] {
            assert_eq!(number(register, "followers", to).await.0, followers, "{to}");
        }
        // a reading of December is too vague for the 30th
        assert_eq!(
            rows(register, "followers", 1, Class::LeftOut, "2020-12-30").await,
            [Some("date-too-vague".into())]
        );
        assert_eq!(rows(register, "followers", 1, Class::LeftOut, "2020-12-31").await, [None::<String>; 0]);
    });
}

#[test]
fn a_share_of_sums_leaves_out_what_is_passed_on() {
    with_network(async |register| {
        let catalog = catalog();
        let figure: &Figure = catalog.figure("funding-dues").unwrap();
        let answer = figures(register, "2020-12-31", Known::Now).await["funding-dues"];
        assert_eq!(answer.value(figure), Some(60.0));
        assert_eq!(
            rows(register, "funding-dues", 0, Class::LeftOut, "2020-12-31").await,
            [Some("passed-on".into())]
        );
        // another line changes the share, one in kind does not
        let more = "line,basis,stage,day,amount,currency,in_network,currency_of_network,passed_on,in_kind\nmore,other,closed,2020-08-01,200.00,EUR,200.00,EUR,no,no\nkind,other,closed,2020-08-01,200.00,EUR,200.00,EUR,no,yes\n";
        import(register, "more", 10, &[("income", more)]).await.unwrap();
        assert_eq!(number(register, "funding-dues", "2020-12-31").await, (60_000, 120_000));
    });
}

#[test]
fn a_publication_belongs_to_the_year_of_its_first_file() {
    with_network(async |register| {
        assert_eq!(number(register, "publications", "2020-12-31").await.0, 1);
        assert_eq!(number(register, "publications", "2021-12-31").await.0, 0);
    });
}

#[test]
fn the_day_after_is_that_of_the_calendar_in_both_databases() {
    both(async |register| {
        let db = register.db.reader();
        for (first, days) in
            [("1899-12-25", 800), ("1999-12-25", 800), ("2019-12-25", 1600), ("2099-12-25", 800)]
        {
            let mut day = day(first);
            for _ in 0..days {
                let after = decapolis_base::Day::from(day.date().tomorrow().expect("a day"));
                let ask = Query::select().expr(day_after(Expr::val(day.number()))).to_owned();
                let said: i64 = db.query_one(&ask).await.unwrap().unwrap().try_get_by_index(0).unwrap();
                assert_eq!(said, after.number(), "the day after {day}");
                day = after;
            }
        }
    });
}
