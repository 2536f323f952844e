//! Listing: lines of income, in the network's currency and in that of each payment.

use decapolis_figures::{About, Asked, Listing, Time, of};
use decapolis_register::known::{day, rows_of};
use sea_orm::sea_query::SelectStatement;

use crate::funding::table::INCOME;

pub static LINES: Listing = Listing {
    about: About {
        key: "income",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[
            of(&INCOME, "basis"),
            of(&INCOME, "stage"),
            of(&INCOME, "amount").unseen(),
            of(&INCOME, "currency").unseen(),
            of(&INCOME, "in_network").unseen(),
            of(&INCOME, "passed_on").unseen(),
            of(&INCOME, "in_kind").unseen(),
        ],
        dated: &[of(&INCOME, "day")],
        tables: &[&INCOME],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let columns = ["basis", "stage", "amount", "currency", "in_network", "passed_on", "in_kind"];
    let mut select = rows_of(&INCOME, a.known, &columns);
    day(&mut select, "t", "day", "day_last");
    select
}
