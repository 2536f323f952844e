//! Figures that were made in the studio.
use decapolis_core::figures::Figure;
use decapolis_core::table::{Kind::*, *};
use decapolis_core::value::{Cell, Values};

/// The kind of record a saved figure is.
pub const KIND: &str = "figure";
/// A figure whose code is its key and whose name is its title. `rule` is the text its file would hold.
pub static SAVED_FIGURES: Table = Table::records(
    "saved_figures",
    "saved_figures_history",
    KIND,
    &[
        req("rule", Text),
        req("version", Int),
        req("one", Texts),       // what is counted, as it stands beside the number 1
        req("many", Texts),      // and beside other numbers
        req("explained", Texts), // the rule in one sentence
        req("unit", Texts),      // the plural of what is counted; of a share, of what its base holds
    ],
)
.checked(rule_is_a_figure);

fn rule_is_a_figure(row: &Values) -> Option<(&'static str, &'static str)> {
    let rule = row.get("rule").and_then(Cell::text)?;
    toml::from_str::<Figure>(rule).is_err().then_some(("rule", "error-figure-rule"))
}

pub static ALL: &[&Table] = &[&SAVED_FIGURES];
