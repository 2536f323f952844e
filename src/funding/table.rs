//! The tables of income and of signed agreements.
use decapolis_register::table::{Kind::*, *};

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
        opt("currency", Text),
    ],
)
.lasting("from", "until");
/// Figures of agreements count the signatures of a year, not the agreements in force.
pub static SIGNATURES: Table = Table::facts(
    "signatures",
    "signatures_history",
    &["agreement", "organisation"],
    &[req("agreement", Ref("agreement")), req("organisation", Ref("organisation")), req("day", Day)],
);
pub const STAGES: &[&str] = &["provisional", "closed", "audited", "ratified"];
pub const BASES: &[&str] = &["dues", "member-partnership", "other-partnership", "other"];
/// One line of the accounts, with its source and whether the accounts are closed. `in_network` is the amount in the network's currency.
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
        req("currency", Text),
        req("in_network", Money("currency_of_network")).office(),
        req("currency_of_network", Text),
        opt("rate", Number),
        opt("rate_day", Day),
        opt("rate_source", Text),
        opt("payer", Ref("organisation")).office(),
        opt("agreement", Ref("agreement")),
        req("passed_on", Bool),
        req("in_kind", Bool),
    ],
)
.indexed(&[&["day", "day_last", "basis", "in_network", "passed_on", "in_kind"]]);
pub static ALL: &[&Table] = &[&AGREEMENTS, &SIGNATURES, &INCOME];
