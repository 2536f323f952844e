//! Parts of one whole add up to 100, and nothing is called all or none that is not.

use decapolis::editions::count::says;
use decapolis::page::number::Counted;
use decapolis_base::{Period, YearStart};
use decapolis_figures::{Answer, Asked, Figures, Group, Viewer, Worded};
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;

use crate::register::asked_again::catalog;
use crate::register::files::*;
use crate::support::{Register, both};

const PARTS: [&str; 3] = ["funding-dues", "funding-member-partnerships", "funding-other-partnerships"];

/// A network with these amounts of dues, of partnerships with members and with others, and of other income.
async fn income(register: &Register, amounts: [&str; 4]) {
    let mut lines = String::from(
        "line,basis,stage,day,amount,currency,in_network,currency_of_network,passed_on,in_kind\n",
    );
    for (basis, amount) in ["dues", "member-partnership", "other-partnership", "other"].iter().zip(amounts) {
        lines.push_str(&format!("{basis},{basis},audited,2020-03-01,{amount},EUR,{amount},EUR,no,no\n"));
    }
    import(
        register,
        "income",
        0,
        &[("networks", "code,label,languages,zone,currency\nours,Ours,en,UTC,EUR\n"), ("income", &lines)],
    )
    .await
    .unwrap();
}

/// The printed percentages of the three parts, and their exact shares.
async fn printed(register: &Register) -> (Vec<String>, Vec<Option<f64>>) {
    let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
    let locale = app.locale("en").unwrap();
    let figures = Figures::new(catalog());
    let heads = app.heads(register.db.reader()).await.unwrap();
    let asked = Asked::period(Period::year(2020), Known::Now);
    let (mut said, mut exact) = (vec![], vec![]);
    for key in PARTS {
        let figure = figures.catalog.figure(key).unwrap();
        let answer = figures.number(register.db.reader(), &heads, figure, &asked).await.unwrap();
        said.push(Worded::of(figure, answer, &locale).whole());
        exact.push(answer.value(figure));
    }
    (said, exact)
}

#[test]
fn parts_of_one_whole_add_up_to_a_hundred_and_stay_exact_in_data() {
    both(async |register| {
        income(register, ["455.00", "355.00", "190.00", "0.00"]).await;
        let (said, exact) = printed(register).await;
        assert_eq!(said, ["46%", "35%", "19%"]);
        assert_eq!(exact, [Some(45.5), Some(35.5), Some(19.0)]);
    });
}

#[test]
fn almost_all_is_more_than_99_and_almost_none_less_than_1_percent() {
    both(async |register| {
        income(register, ["99999.00", "1.00", "0.00", "0.00"]).await;
        assert_eq!(printed(register).await.0, ["More than 99%", "Less than 1%", "0%"]);
    });
}

#[test]
fn a_share_of_a_base_below_zero_or_above_its_whole_is_none() {
    both(async |register| {
        income(register, ["100.00", "-300.00", "0.00", "0.00"]).await;
        assert_eq!(printed(register).await.0, ["—", "—", "—"]);
    });
    both(async |register| {
        income(register, ["100.00", "-40.00", "10.00", "0.00"]).await;
        let (said, _) = printed(register).await;
        assert_eq!(said, ["—", "—", "14%"], "dues are more than all, and partnerships less than nothing");
    });
}

#[test]
fn all_and_none_are_printed_only_if_exact_with_as_many_decimals_as_the_figure_has() {
    with_network(async |register| {
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let locale = app.locale("en").unwrap();
        let women = app.figures.catalog.figure("women-led").unwrap();
        let share = app.figures.catalog.figure("active-members").unwrap();
        let said = |figure, counted, base| {
            let answer = Answer { recorded: true, ..Answer::of(counted, base) };
            Worded::of(figure, answer, &locale).whole()
        };
        assert_eq!(
            [said(women, 9_999, 10_000), said(women, 1, 10_000)],
            ["More than 99.9%", "Less than 0.1%"]
        );
        assert_eq!([said(women, 10_000, 10_000), said(women, 0, 10_000)], ["100%", "0%"]);
        assert_eq!(
            [said(share, 999, 1_000), said(share, 4, 1_000), said(share, 994, 1_000)],
            ["More than 99%", "Less than 1%", "99%"]
        );
    });
}

#[test]
fn counts_below_zero_are_refused() {
    with_network(async |register| {
        for (table, text) in [
            ("readings", "channel,day,followers\nbirds,2021-02-01,-1\n"),
            ("head_counts", "activity,count,gender,people,designated\nclass,present,woman,-5,yes\n"),
            ("places", "code,label,population\nplace-x,X,-1\n"),
        ] {
            let problems = plan_of(register, &[(table, text)]).await.problems;
            assert_eq!(problems[0].message.key, "error-below-the-least", "{table}");
        }
    });
}

#[test]
fn a_withheld_share_on_a_page_is_compared_by_its_exact_number() {
    let catalog = catalog();
    let figure = catalog.figure("funding-dues").unwrap();
    let said = |value: f64, exact: Option<f64>| Counted {
        value: Some(value),
        exact,
        withheld: true,
        ..Counted::default()
    };
    let answer = Answer::of(45_500, 100_000);
    // rounded together with the other parts, up or down
    for printed in [45.0, 46.0] {
        assert!(says(&said(printed, Some(45.5)), figure, answer));
    }
    // another number that is rounded alike is another number
    assert!(!says(&said(46.0, Some(45.6)), figure, answer));
    assert!(!says(&said(46.0, Some(45.500_001)), figure, answer));
    assert!(!says(&said(47.0, Some(45.5)), figure, answer));
    // of thirds the exact share is not a short number
    assert!(says(&said(33.0, Some(100.0 / 3.0)), figure, Answer::of(1, 3)));
    // pages of older versions say no exact share
    assert!(says(&said(46.0, None), figure, answer) && !says(&said(47.0, None), figure, answer));
}

#[test]
fn a_withheld_share_that_cannot_be_one_holds_no_amounts() {
    let catalog = catalog();
    let figure = catalog.figure("funding-dues").unwrap();
    let asked = Asked::period(Period::year(2020), Known::Now);
    let viewer = Viewer { audience: Audience::Public, today: asked.to, years: YearStart::JANUARY };
    let impossible = [(100_000, 67_300), (-43_700, 67_300), (-5, -10), (5, -10), (-5, 10)];
    for (counted, base) in impossible {
        let told = catalog.answer_for(figure, &asked, Answer::of(counted, base), viewer).shown().unwrap();
        let answer = told.answer();
        assert_eq!((answer.counted, answer.base, answer.unknown), (0, 0, 0), "{counted} of {base}");
        assert!(told.whole().is_none() && answer.value(figure).is_none(), "{counted} of {base}");
        // beside such a group no other tells what it adds to the whole
        let group = |by: &str, answer| Group { by: Some(by.into()), answer };
        let groups =
            vec![group("closed", Answer::of(counted, base)), group("audited", Answer::of(50_000, 100_000))];
        let told = catalog.groups_for(figure, &asked, "stage", groups, viewer).shown().unwrap();
        for group in told {
            assert_eq!((group.of_all.counted, group.of_all.base), (0, 0), "{counted} of {base}");
        }
    }
    let told = catalog.answer_for(figure, &asked, Answer::of(1, 4), viewer).shown().unwrap();
    assert_eq!(told.answer().value(figure), Some(25.0));
}
