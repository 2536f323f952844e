//! The tables of income and of signed agreements.
use decapolis_register::table::{Kind::*, *};
use decapolis_register::value::{Cell, Values};

use crate::network::table::NETWORKS;

pub const AGREEMENTS_OF: &[&str] = &["financing", "cooperation"];
pub static AGREEMENTS: Table = Table::records(
    "agreements",
    "agreements_history",
    "agreement",
    &[
        req("agreement", Choice(AGREEMENTS_OF)),
        req("from", Bound),
        opt("until", Bound),
        opt("amount", Money("currency")).office(),
        opt("currency", Text).codes(Codes::Currency),
    ],
)
.lasting("from", "until");
/// Figures of agreements count the signatures of a year, not the agreements in force.
pub static SIGNATURES: Table = Table::facts(
    "signatures",
    "signatures_history",
    &["agreement", "organisation"],
    &[req("agreement", Ref("agreement")), req("organisation", Ref("organisation")), req("day", Day)],
)
.belonging(&[Belongs::To("organisation")]);
pub const STAGES: &[&str] = &["provisional", "closed", "audited", "ratified"];
pub const BASES: &[&str] = &["dues", "member-partnership", "other-partnership", "other"];
/// One line of the accounts, with its source and whether the accounts are closed. `amount` is what was paid; `in_network` is the same in
/// the network's currency, the only one that figures add. If the two currencies differ, the row says rate, day and source.
pub static INCOME: Table = Table::facts(
    "income",
    "income_history",
    &["line"],
    &[
        req("line", Text),
        req("basis", Choice(BASES)),
        req("stage", Choice(STAGES)),
        req("day", Day),
        req("amount", Money("currency")).office(),
        req("currency", Text).codes(Codes::Currency),
        req("in_network", Money("currency_of_network")).office(),
        req("currency_of_network", Text).codes(Codes::Currency),
        opt("rate", Number),
        opt("rate_day", Day),
        opt("rate_source", Text),
        opt("payer", Ref("organisation")).office(),
        opt("agreement", Ref("agreement")),
        req("passed_on", Bool),
        req("in_kind", Bool),
    ],
)
.in_the_currency_of(&NETWORKS, "currency", &["currency_of_network"])
.checked(is_converted_openly)
.indexed(&[&["day", "day_last", "basis", "in_network", "passed_on", "in_kind"]])
.belonging(&[Belongs::To("payer")]);
/// Whoever doubts a converted amount must be able to convert it again; an amount that was not converted is the same in both columns.
fn is_converted_openly(row: &Values) -> Option<(&'static str, &'static str)> {
    let cell = |name: &str| row.get(name).unwrap_or(&Cell::Null);
    if cell("currency") == cell("currency_of_network") {
        return (cell("amount") != cell("in_network")).then_some(("in_network", "error-amounts-differ"));
    }
    ["rate", "rate_day", "rate_source"]
        .into_iter()
        .find(|name| matches!(cell(name), Cell::Null) || cell(name).text().is_some_and(str::is_empty))
        .map(|missing| (missing, "error-rate-missing"))
}
pub static ALL: &[&Table] = &[&AGREEMENTS, &SIGNATURES, &INCOME];
