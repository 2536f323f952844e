//! Lines of income, in the currency of the network.

use decapolis_core::figures::{About, Asked, Listing, Time, column};
use decapolis_core::known::{day, rows_of};
use decapolis_core::table::Kind::{Bool, Choice, Money};
use sea_orm::sea_query::SelectStatement;

use crate::funding::table::{BASES, INCOME, STAGES};

pub static LINES: Listing = Listing {
    about: About {
        key: "income",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[
            column("basis", Choice(BASES)),
            column("stage", Choice(STAGES)),
            column("in_network", Money("currency_of_network")).unseen(),
            column("passed_on", Bool).unseen(),
            column("in_kind", Bool).unseen(),
        ],
        tables: &[&INCOME],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&INCOME, a.known, &["basis", "stage", "in_network", "passed_on", "in_kind"]);
    day(&mut select, "t", "day", "day_last");
    select
}
