use jiff::civil::{date, datetime};

use super::*;

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn read(cells: &[Value]) -> Vec<Result<String, &'static str>> {
    read_as(DaysOfColumn::default(), cells)
}

fn read_as(mut days: DaysOfColumn, cells: &[Value]) -> Vec<Result<String, &'static str>> {
    cells.iter().for_each(|cell| days.see(cell));
    let today = Today { day: date(2026, 11, 30), zone: TimeZone::get("Europe/Paris").unwrap() };
    cells.iter().map(|cell| days.read(cell, Some(&today)).map_err(|misread| misread.key)).collect()
}

fn texts(cells: &[&str]) -> Vec<Result<String, &'static str>> {
    read(&cells.iter().map(|cell| text(cell)).collect::<Vec<_>>())
}

fn days(days: &[&str]) -> Vec<Result<String, &'static str>> {
    days.iter().map(|day| Ok(day.to_string())).collect()
}

#[test]
fn an_order_that_no_cell_proves_is_asked() {
    const ASKED: Result<String, &str> = Err("error-cell-day-order");
    assert_eq!(texts(&["03/04/2020", "05/06/2019", "07.08.2018", "1-2-2017"]), vec![ASKED; 4]);
    // one day of any order, and one that is a day in one order only
    assert_eq!(texts(&["05/05/2020"]), days(&["2020-05-05"]));
    assert_eq!(texts(&["03/04/2020", "31/12/2020"]), days(&["2020-04-03", "2020-12-31"]));
    assert_eq!(texts(&["03/04/2020 10:30", "12/31/2020"]), days(&["2020-03-04", "2020-12-31"]));
    assert_eq!(texts(&["98-12-11", "01-02-03"]), days(&["1998-12-11", "2001-02-03"]));
    // two cells that contradict each other prove nothing of the others
    let mixed = texts(&["03/04/2020", "31/12/2020", "12/31/2020"]);
    assert_eq!(mixed, [ASKED, Ok("2020-12-31".into()), Ok("2020-12-31".into())]);
    let said = DaysOfColumn::said(DateOrder::MonthDayYear);
    assert_eq!(
        read_as(said, &[text("03/04/2020"), text("31/12/2020")]),
        [Ok("2020-03-04".into()), Err("error-cell-not-day-month-first")]
    );
    // to say that the year comes first says nothing of the two others
    assert_eq!(read_as(DaysOfColumn::said(DateOrder::YearMonthDay), &[text("03/04/2020")]), [ASKED]);
}

#[test]
fn three_short_numbers_are_a_day_in_as_many_orders_as_they_can_be_read_in() {
    const ASKED: Result<String, &str> = Err("error-cell-day-order");
    let seen = ["20-12-11", "20/12/31", "19.11.30"];
    // the year may come first or last: 2020-12-11 or 2011-12-20
    assert_eq!(texts(&seen), vec![ASKED; 3]);
    let said = |order| read_as(DaysOfColumn::said(order), &seen.map(text));
    assert_eq!(said(DateOrder::YearMonthDay), days(&["2020-12-11", "2020-12-31", "2019-11-30"]));
    assert_eq!(said(DateOrder::DayMonthYear)[0], Ok("2011-12-20".into()));
    // one day of the column that is none in the other order proves it for all
    assert_eq!(texts(&["20-12-11", "98-12-11"]), days(&["2020-12-11", "1998-12-11"]));
    assert_eq!(texts(&["20-12-11", "20-12-98"]), days(&["2011-12-20", "1998-12-20"]));
    assert_eq!(texts(&["20/12/11", "31/12/2020"]), days(&["2011-12-20", "2020-12-31"]));
    assert_eq!(texts(&["03/04/20", "12/31/19"]), days(&["2020-03-04", "2019-12-31"]));
    // an order that is said holds, whatever the cells say
    assert!(DaysOfColumn::said(DateOrder::YearMonthDay).order() == Some(DateOrder::YearMonthDay));
}

#[test]
fn a_column_says_whether_an_order_can_change_it() {
    let seen = |cells: &[&str]| {
        let mut days = DaysOfColumn::default();
        cells.iter().for_each(|cell| days.see(&text(cell)));
        days
    };
    let (year, day) = (DateOrder::YearMonthDay, DateOrder::DayMonthYear);
    assert!(!seen(&["2020-12-31", "Aug 2018", "2015"]).takes(day));
    assert!(seen(&["31/12/2020"]).takes(day) && !seen(&["31/12/2020"]).takes(year));
    assert!(seen(&["20-12-11"]).takes(year) && seen(&["20-12-11"]).is_unclear());
}

#[test]
fn a_day_without_its_year_is_no_day_of_another_one() {
    for cell in ["12 March", "17-Mar", "14 Jun", "21 Sept", "Mar-17", "5 mai", "3/17", "12/3", "17.03."] {
        assert_eq!(texts(&[cell]), [Err("error-cell-day-without-year")], "{cell}");
    }
    assert_eq!(texts(&["Aug 2018", "Mar '19"]), days(&["2018-08", "2019-03"]));
}

#[test]
fn a_century_is_guessed_only_for_years_nearby() {
    let wrong = Err("error-cell-century");
    assert_eq!(
        texts(&["4/15/91", "4/15/26", "12/31/57", "1/2/68", "1/2/69", "3/28/45", "5-Jan-45", "Mar-57"]),
        [
            Ok("1991-04-15".into()),
            Ok("2026-04-15".into()),
            wrong.clone(),
            wrong.clone(),
            wrong.clone(),
            wrong.clone(),
            wrong.clone(),
            wrong
        ]
    );
}

#[test]
fn a_bare_number_among_days_is_doubted_and_numbers_alone_count_days() {
    let day = Value::Day(date(2020, 4, 3));
    for number in [202.0, 12.0, 20_199.0, 43_831.0] {
        assert_eq!(read(&[day.clone(), Value::Number(number)])[1], Err("error-cell-number-among-days"));
        assert_eq!(
            texts(&["2020-04-03", &number.to_string()])[1],
            Err("error-cell-number-among-days"),
            "{number}"
        );
    }
    assert_eq!(
        read(&[Value::Number(43_831.0), Value::Number(43_862.5)]),
        days(&["2020-01-01", "2020-02-01"])
    );
    // a year is a vague day
    assert_eq!(read(&[day, Value::Number(2011.0)]), days(&["2020-04-03", "2011"]));
    assert_eq!(read(&[Value::Number(12.0), Value::Number(43_862.0)])[0], Err("error-cell-number-among-days"));
}

#[test]
fn days_that_a_spreadsheet_may_have_swapped_are_doubted() {
    let [early, late] = [Value::Day(date(2020, 4, 3)), Value::Day(date(2020, 4, 23))];
    assert_eq!(read(&[early.clone(), text("31/12/2020")])[0], Err("error-cell-day-swapped"));
    assert_eq!(read(&[early.clone(), text("12/31/2020")])[0], Err("error-cell-day-swapped"));
    assert_eq!(read(&[early, late, text("31/12/2020")]), days(&["2020-04-03", "2020-04-23", "2020-12-31"]));
}

#[test]
fn a_clock_that_moves_the_day_across_midnight_is_doubted() {
    let wrong = Err("error-cell-day-midnight");
    assert_eq!(texts(&["2019-12-31T23:00:00Z", "2019-06-30 22:00 UTC"]), [wrong.clone(), wrong.clone()]);
    assert_eq!(texts(&["2019-12-31T10:00:00Z", "2019-12-31 23:00"]), days(&["2019-12-31"; 2]));
    let clocks = |hours: &[i8]| {
        let cells: Vec<Value> =
            hours.iter().map(|hour| Value::Instant(datetime(2019, 12, 31, *hour, 0, 0, 0))).collect();
        read(&cells)
    };
    assert_eq!(clocks(&[23, 22, 23]), [wrong.clone(), wrong.clone(), wrong]);
    assert_eq!(clocks(&[23, 10, 18]), days(&["2019-12-31"; 3]));
    let end_of_day = Value::Instant(datetime(2019, 12, 31, 23, 59, 59, 0));
    assert_eq!(read(&[end_of_day]), days(&["2019-12-31"]));
}

#[test]
fn a_year_far_from_all_others_of_its_column_is_doubted() {
    let read = texts(&["2018-01-01", "2019-01-01", "1920-01-01", "2020", "2021-05", "2563-01-01"]);
    assert_eq!([&read[2], &read[5]], [&Err("error-cell-year-apart"); 2]);
    assert!([0, 1, 3, 4].iter().all(|n| read[*n].is_ok()), "{read:?}");
    // a few cells say nothing of each other
    assert!(texts(&["1920-01-01", "2020-01-01"]).iter().all(Result::is_ok));
}
