//! Sums of money: only amounts of one currency are added.

use decapolis_base::Currency;
use decapolis_register::table::Kind;

use super::catalog::Catalog;
use super::figure::{Figure, Measure, Part, Scalar};
use super::listing::About;

/// The currency of what a figure sums; `None` if it sums no money.
///
/// Errors: one sentence, if the amounts may be in several currencies.
pub(super) fn of(all: &Catalog, figure: &Figure, network: Currency) -> Result<Option<Currency>, String> {
    let Measure::Sum(name) = &figure.measure else { return Ok(None) };
    let mut found: Option<Option<Currency>> = None;
    for part in figure.main() {
        let about = &all.of(part).about;
        let Some(column) = about.column(name) else { continue };
        let currency = match column.kind {
            Kind::Money(_) if about.is_in_one_currency(column) => Some(network),
            Kind::Money(beside) => Some(asked_for(part, beside).ok_or_else(|| several(about, name, beside))?),
            _ => None,
        };
        if found.is_some_and(|before| before != currency) {
            return Err(format!(
                "measure = {{ sum = \"{name}\" }}: its parts are in different currencies: amounts of different \
                 currencies are never added"
            ));
        }
        found = Some(currency);
    }
    Ok(found.flatten())
}

/// The one currency that the rows of a part have by its conditions.
fn asked_for(part: &Part, beside: &str) -> Option<Currency> {
    part.of.iter().chain(&part.keep).filter(|test| test.column == beside).find_map(
        |test| match &test.is[..] {
            [Scalar::Text(code)] => Currency::of(code),
            _ => None,
        },
    )
}

/// What to write instead of a sum over several currencies.
fn several(about: &About, name: &str, beside: &str) -> String {
    let fine =
        about.columns.iter().filter(|column| about.is_in_one_currency(column)).map(|column| column.name);
    let instead = match fine.collect::<Vec<_>>()[..] {
        [] => String::new(),
        ref names => format!("sum a column in the currency of the network ({}), or ", names.join(", ")),
    };
    let ask = match about.column(beside) {
        Some(_) => format!("keep one currency only: of = [{{ column = \"{beside}\", is = [\"EUR\"] }}]"),
        None => format!("add the column “{beside}” to the listing and keep one currency only"),
    };
    format!("measure = {{ sum = \"{name}\" }} would add amounts of several currencies: {instead}{ask}")
}
