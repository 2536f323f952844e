//! Every statement that a figure asks, to see how a database plans it.

use sea_orm::sea_query::SelectStatement;

use super::catalog::Catalog;
use super::classify::Class;
use super::figure::Figure;
use super::listing::Asked;
use super::number::{breakdown_sql, left_out_sql, number_sql, tally_sql};
use super::rows::{RowsAsked, evidence_sql};

/// One statement that a page or a number asks.
pub struct Asking {
    /// What is asked: `number`, `by region`, `tally`, `rows 1 counted`.
    pub what: String,
    pub sql: SelectStatement,
}

/// Every statement that is asked of a figure in this period and state of the register.
pub fn askings(figure: &Figure, asked: &Asked, all: &Catalog) -> Vec<Asking> {
    let asking = |what: &str, sql| Asking { what: what.into(), sql };
    let mut askings = vec![asking("number", number_sql(figure, asked, all))];
    askings.extend(
        figure.breakdowns.iter().map(|by| asking(&format!("by {by}"), breakdown_sql(figure, asked, all, by))),
    );
    askings.extend([
        asking("tally", tally_sql(figure, asked, all)),
        asking("left out", left_out_sql(figure, asked, all)),
    ]);
    let parts = figure.base.iter().map(|_| 0).chain(1..=figure.counted.len());
    for part in parts {
        for (class, word) in
            [(Class::Counted, "counted"), (Class::BaseOnly, "base only"), (Class::LeftOut, "left out")]
        {
            if class == Class::BaseOnly && part > 0 {
                continue;
            }
            let rows = RowsAsked { part, class, after: None, limit: 50 };
            askings.push(asking(&format!("rows {part} {word}"), evidence_sql(figure, asked, all, rows)));
        }
    }
    askings
}
