//! Cells, headers and removals that a table does not take.

use super::refusals::Refusals;

#[test]
fn a_cell_that_must_not_be_empty_is_refused_also_in_a_change() {
    let mut of = Refusals::default();
    of.refused(
        "new",
        &[("readings", b"channel,day,followers\nbirds,2020-01-01,\n")],
        &[("error-required", Some(2), Some("followers"))],
    );
    of.refused(
        "changed",
        &[("readings", b"channel,day,followers\nbirds,2020-12-31,\n")],
        &[("error-required", Some(2), Some("followers"))],
    );
    of.refused(
        "a new name",
        &[("places", b"code,label\nplace-x,\n")],
        &[("error-required", Some(2), Some("label"))],
    );
    of.refused(
        "a name that is taken away",
        &[("places", b"code,label\nplace-accra,\n")],
        &[("error-required", Some(2), Some("label"))],
    );
    of.refused(
        "a kind",
        &[("posts", b"code,label,post,from\nseat-accra,Seat,,2020\n")],
        &[("error-required", Some(2), Some("post"))],
    );
    of.refused(
        "a day that is gone",
        &[("meetings", b"code,day\nboard-2020,\n")],
        &[("error-required", Some(2), Some("day"))],
    );
    of.hold();
}

#[test]
fn what_a_column_does_not_take_is_refused() {
    let mut of = Refusals::default();
    of.refused(
        "choice",
        &[("categories", b"organisation,category,from\ncali,half,2012\n")],
        &[("error-not-a-choice", Some(2), Some("category"))],
    );
    of.refused(
        "whole number",
        &[("readings", b"channel,day,followers\nbirds,2020-01-01,1.5\n")],
        &[("error-not-a-whole-number", Some(2), Some("followers"))],
    );
    of.refused(
        "number",
        &[("places", b"code,label,latitude\nplace-x,X,NaN\n")],
        &[("error-not-a-number", Some(2), Some("latitude"))],
    );
    of.refused(
        "yes or no",
        &[("platforms", b"code,label,own\np,P,perhaps\n")],
        &[("error-not-yes-or-no", Some(2), Some("own"))],
    );
    of.refused(
        "money",
        &[("agreements", b"code,label,agreement,from,amount,currency\na-2,A,financing,2020,1.234,EUR\n")],
        &[("error-not-money", Some(2), Some("amount"))],
    );
    of.refused(
        "money without its currency",
        &[("agreements", b"code,label,agreement,from,amount\na-2,A,financing,2020,12\n")],
        &[("error-missing-column", Some(1), Some("currency"))],
    );
    const LINE: &str = "line,basis,stage,day,amount,currency,in_network,currency_of_network,passed_on,in_kind\nl,dues,closed,2020,";
    let income = |cells: &str| format!("{LINE}{cells},no,no\n");
    of.refused(
        "an amount in another currency than the network's",
        &[("income", income("100.00,USD,100.00,USD").as_bytes())],
        &[("error-other-currency", Some(2), Some("currency_of_network"))],
    );
    of.refused(
        "an amount of another number of decimals in another currency",
        &[("income", income("100,JPY,100,JPY").as_bytes())],
        &[("error-other-currency", Some(2), Some("currency_of_network"))],
    );
    of.refused(
        "a converted amount without its rate",
        &[("income", income("100.00,USD,88.00,EUR").as_bytes())],
        &[("error-rate-missing", Some(2), Some("rate"))],
    );
    of.refused(
        "two amounts in one currency",
        &[("income", income("100.00,EUR,88.00,EUR").as_bytes())],
        &[("error-amounts-differ", Some(2), Some("in_network"))],
    );
    of.refused(
        "a sign in place of the code of a currency",
        &[("agreements", "code,label,agreement,from,amount,currency\na-2,A,financing,2020,1.23,€\na-3,A,financing,2020,1.23,pesos\n".as_bytes())],
        &[
            ("error-written-as-a-code", Some(2), Some("currency")),
            ("error-not-a-currency", Some(3), Some("currency")),
        ],
    );
    of.refused(
        "another currency under amounts that are there",
        &[(
            "networks",
            b"code,label,languages,zone,currency\ntencities,Ten Cities,es en fr,Europe/Madrid,USD\n",
        )],
        &[("error-currency-in-use", Some(2), Some("currency"))],
    );
    of.refused(
        "countries by name",
        &[("places", "code,label,country\na,A,UK\nb,B,EL\nc,C,España\nd,D,GBR\ne,E,EN\n".as_bytes())],
        &[
            ("error-written-as-a-code", Some(2), Some("country")),
            ("error-written-as-a-code", Some(3), Some("country")),
            ("error-written-as-a-code", Some(4), Some("country")),
            ("error-written-as-a-code", Some(5), Some("country")),
            ("error-not-a-country", Some(6), Some("country")),
        ],
    );
    of.refused(
        "nature",
        &[("platforms", b"code,label,own,nature\np,P,yes,invented\n")],
        &[("error-not-a-choice", Some(2), Some("nature"))],
    );
    of.refused(
        "revision",
        &[("platforms", b"code,label,own,revision\np,P,yes,delete\n")],
        &[("error-not-a-choice", Some(2), Some("revision"))],
    );
    of.refused(
        "public",
        &[("platforms", b"code,label,own,public\np,P,yes,perhaps\n")],
        &[("error-not-yes-or-no", Some(2), Some("public"))],
    );
    of.hold();
}

#[test]
fn a_header_that_is_not_the_tables_is_refused() {
    let mut of = Refusals::default();
    of.refused("unknown table", &[("members", b"code,label\na,A\n")], &[("error-unknown-table", None, None)]);
    of.refused(
        "unknown column",
        &[("places", b"code,label,mayor\nplace-x,X,Y\n")],
        &[("error-unknown-column", Some(1), Some("mayor"))],
    );
    of.refused(
        "missing key",
        &[("readings", b"channel,followers\nbirds,1\n")],
        &[("error-missing-column", Some(1), Some("day")), ("error-required", Some(2), Some("day"))],
    );
    of.refused(
        "twice",
        &[("places", b"code,label,label\nplace-x,X,Y\n")],
        &[("error-header-twice", Some(1), None)],
    );
    of.refused(
        "too many",
        &[("places", (0..501).map(|n| format!("c{n},")).collect::<String>().as_bytes())],
        &[("error-too-many-columns", Some(1), None)],
    );
    of.hold();
}

#[test]
fn a_removal_of_what_is_not_there_is_refused() {
    let mut of = Refusals::default();
    of.refused(
        "fact",
        &[("readings", b"channel,day,followers,revision\nbirds,2020-01-01,1,removal\n")],
        &[("error-removal-of-unknown", Some(2), Some("revision"))],
    );
    of.refused(
        "record",
        &[("places", b"code,label,revision\nplace-x,X,removal\n")],
        &[("error-removal-of-unknown", Some(2), Some("revision"))],
    );
    of.hold();
}
