//! The table of figures made in the studio.
use decapolis_figures::Figure;
use decapolis_register::table::{Kind::*, *};
use decapolis_register::value::{Cell, Values};

/// The record kind of a saved figure.
pub const KIND: &str = "figure";
/// A saved figure. Its code is the figure's key, its name the title. `rule` is the text that a figure file would hold.
pub static SAVED_FIGURES: Table = Table::records(
    "saved_figures",
    "saved_figures_history",
    KIND,
    &[
        req("rule", Text),
        req("version", Int),
        req("one", Texts),       // the noun beside the number 1
        req("many", Texts),      // the noun beside other numbers
        req("explained", Texts), // the rule in one sentence
        req("unit", Texts),      // the plural of what is counted; for a share, of what the base counts
    ],
)
.checked(rule_is_a_figure);

fn rule_is_a_figure(row: &Values) -> Option<(&'static str, &'static str)> {
    let rule = row.get("rule").and_then(Cell::text)?;
    toml::from_str::<Figure>(rule).is_err().then_some(("rule", "error-figure-rule"))
}

pub static ALL: &[&Table] = &[&SAVED_FIGURES];
