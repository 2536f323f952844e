use super::*;
use crate::table::{Closing, RECORDS, opt, req};

static SEATS: Table = Table::facts(
    "seats",
    "seats_history",
    &["body", "from"],
    &[
        req("body", Kind::Ref("body")),
        opt("topic", Kind::Ref(ANY)),
        req("sort", Kind::Choice(&["chair", "member"])),
        opt("note", Kind::Text),
        opt("title", Kind::Texts),
        opt("votes", Kind::Int),
        opt("share", Kind::Number),
        opt("fee", Kind::Money("currency")),
        opt("currency", Kind::Text),
        req("open", Kind::Bool),
        opt("elected", Kind::Day),
        opt("meets", Kind::Instant),
        req("from", Kind::Bound),
        opt("until", Kind::Bound),
        opt("state", Kind::Choice(&["planned", "kept", "given-up"])),
    ],
)
.lasting("from", "until")
.closing(Closing {
    state: "state",
    closed: &["given-up"],
    lasted_as: Some("kept"),
    of: Some(("sort", &["chair"])),
})
.checked(|values| {
    (values.get("votes") == Some(&Cell::Int(-1))).then_some(("votes", "error-person-without-holder"))
});

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

/// A row that keeps every rule, but for these columns.
fn but(columns: &[(&str, Cell)]) -> Vec<(&'static str, &'static str)> {
    let sound = [
        ("body", Cell::Int(7)),
        ("sort", text("chair")),
        ("open", Cell::Bool(true)),
        ("from", Cell::Int(20200101)),
        ("from_last", Cell::Int(20201231)),
        ("until", Cell::Int(20210101)),
        ("until_last", Cell::Int(99991231)),
        ("illustrative", Cell::Bool(false)),
    ];
    let values = sound.iter().chain(columns).map(|(name, cell)| (name.to_string(), cell.clone())).collect();
    let kinds = [(7, "body"), (8, "person"), (-1, "body")].into_iter().collect();
    of_row(&SEATS, 3, &values, &kinds)
        .into_iter()
        .map(|fault| {
            assert_eq!(fault.row, 3);
            (fault.column, fault.message.key)
        })
        .collect()
}

#[test]
fn the_advice_on_an_amount_has_the_decimals_of_its_currency() {
    let said = |currency| not_money("1.2.3", currency).plain();
    assert_eq!(said("JPY"), "error-not-money text=1.2.3 currency=JPY digits=0 example=1234.");
    assert_eq!(said("eur"), "error-not-money text=1.2.3 currency=eur digits=2 example=1234.50");
    assert_eq!(said("TND"), "error-not-money text=1.2.3 currency=TND digits=3 example=1234.500");
    assert!(said("").contains("digits=-1"));
}

#[test]
fn a_sound_row_has_no_fault() {
    assert_eq!(but(&[]), []);
    assert_eq!(
        but(&[
            ("topic", Cell::Int(8)),
            ("body", Cell::Int(-1)),
            ("note", text("a\tb\r\nc")),
            ("votes", Cell::Int(i64::MIN))
        ]),
        []
    );
    assert_eq!(
        but(&[
            ("fee", Cell::Int(100)),
            ("currency", text("EUR")),
            ("title", text(r#"{"es":"Uno","zh-Hans":"x"}"#))
        ]),
        []
    );
}

#[test]
fn a_required_column_must_not_be_empty() {
    for (column, cell) in [
        ("body", Cell::Null),
        ("sort", text("")),
        ("open", Cell::Null),
        ("from", Cell::Null),
        ("illustrative", Cell::Null),
    ] {
        assert_eq!(but(&[(column, cell)])[0], (column, "error-required"));
    }
}

#[test]
fn a_value_that_never_was_text_is_held_against_its_kind() {
    for (column, cell, key) in [
        ("sort", text("king"), "error-not-a-choice"),
        ("sort", Cell::Int(1), "error-not-a-choice"),
        ("body", Cell::Int(8), "error-code-of-other-kind"),
        ("body", Cell::Int(9), "error-unknown-code"),
        ("topic", Cell::Int(9), "error-unknown-code"),
        ("topic", text("accra"), "error-unknown-code"),
        ("note", text("a\0b"), "error-control-character"),
        ("note", text("a\u{1b}b"), "error-control-character"),
        ("note", Cell::Int(1), "error-not-a-text"),
        ("title", text("Uno"), "error-not-a-text"),
        ("title", text(r#"{"es":1}"#), "error-not-a-text"),
        ("title", text(r#"{"es":"a\u0000"}"#), "error-control-character"),
        ("votes", Cell::Number(1.5), "error-not-a-whole-number"),
        ("share", Cell::Number(f64::NAN), "error-not-a-number"),
        ("share", Cell::Number(f64::INFINITY), "error-not-a-number"),
        ("fee", text("1"), "error-not-money"),
        ("open", Cell::Int(1), "error-not-yes-or-no"),
        ("elected", Cell::Int(20200230), "error-not-a-day"),
        ("from", Cell::Int(20210101), "error-not-a-day"),
        ("votes", Cell::Int(-1), "error-person-without-holder"),
    ] {
        assert_eq!(but(&[(column, cell.clone())]).first(), Some(&(column, key)), "{column}: {cell:?}");
    }
}

#[test]
fn an_amount_needs_its_currency() {
    assert_eq!(but(&[("fee", Cell::Int(1))]), [("currency", "error-required")]);
}

#[test]
fn a_day_is_two_days_of_the_calendar_of_which_only_a_bound_may_be_vague() {
    let day = |column: &'static str, first, last| {
        but(&[(column, Cell::Int(first)), (&format!("{column}_last"), last)])
    };
    assert_eq!(day("elected", 20200101, Cell::Int(20201231)), []);
    assert_eq!(day("elected", 20200101, Cell::Int(20210101)), [("elected", "error-day-too-vague")]);
    assert_eq!(day("elected", 20200102, Cell::Int(20200101)), [("elected", "error-not-a-day")]);
    assert_eq!(day("elected", 20200102, Cell::Null), [("elected", "error-not-a-day")]);
    assert_eq!(day("from", 10101, Cell::Int(20201231)), []);
    assert_eq!(day("until", 20180101, Cell::Int(20191231)), [("until", "error-end-before-start")]);
}

#[test]
fn a_state_that_ends_a_row_needs_its_last_day() {
    let open = [("until", Cell::Null), ("until_last", Cell::Null)];
    let with = |more: &[(&str, Cell)]| but(&[&open[..], more].concat());
    assert_eq!(with(&[("state", text("kept"))]), []);
    assert_eq!(with(&[("state", text("given-up"))]), [("until", "error-closed-without-end")]);
    assert_eq!(with(&[("state", text("given-up")), ("sort", text("member"))]), []);
    let early = [("until", Cell::Int(20180101)), ("until_last", Cell::Int(20180101))];
    assert_eq!(
        but(&[&early[..], &[("state", text("given-up"))]].concat()),
        [("until", "error-closed-before-start")]
    );
}

#[test]
fn an_instant_has_a_zone_and_the_day_that_it_is_there() {
    let at = |zone: Cell, day: Cell| {
        but(&[("meets", Cell::Int(1_609_475_400_000)), ("meets_zone", zone), ("meets_day", day)])
    };
    assert_eq!(at(text("Europe/Madrid"), Cell::Int(20210101)), []);
    assert_eq!(at(text("-05:00"), Cell::Int(20201231)), []);
    for (zone, day) in [
        (text("-05:00"), Cell::Int(20210101)),
        (text("Nowhere"), Cell::Int(20210101)),
        (Cell::Null, Cell::Null),
    ] {
        assert_eq!(at(zone, day), [("meets", "error-not-an-instant")]);
    }
    assert_eq!(but(&[("meets_zone", text("UTC"))]), [("meets", "error-not-an-instant")]);
}

#[test]
fn a_record_needs_a_code_and_a_name() {
    let record = |code: &str, label: &str| {
        let cells = [
            ("kind", text("body")),
            ("code", text(code)),
            ("label", text(label)),
            ("public", Cell::Bool(true)),
        ];
        let all = cells
            .into_iter()
            .chain([("illustrative", Cell::Bool(false))])
            .map(|(name, cell)| (name.to_string(), cell));
        of_row(&RECORDS, 0, &all.collect(), &Kinds::default())
            .into_iter()
            .map(|f| (f.column, f.message.key))
            .collect::<Vec<_>>()
    };
    assert_eq!(record("board", r#"{"und":"Board"}"#), []);
    assert_eq!(record("The Board", r#"{"und":"Board"}"#), [("code", "error-bad-code")]);
    assert_eq!(record("board", "{}"), [("label", "error-required")]);
}
