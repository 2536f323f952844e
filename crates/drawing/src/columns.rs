//! A column chart over the years, with one year highlighted.

use crate::svg::{frame, n};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// One year.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct YearColumn {
    /// The year as printed.
    pub label: String,
    /// The number as printed; "—" if there is none.
    pub shown: String,
    /// The number, if there is one.
    pub amount: Option<f64>,
    /// Whether the page is about this year.
    pub highlighted: bool,
}

/// A number over the years.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Columns {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// The years, in order.
    pub columns: Vec<YearColumn>,
}

const STEP: f64 = 64.0;
const WIDE: f64 = 40.0;
const HIGH: f64 = 120.0;

/// Draws the columns from a common zero line, each with its number above and its year below.
pub fn columns(it: &Columns) -> Markup {
    let most = it.columns.iter().filter_map(|column| column.amount).fold(0.0, f64::max);
    let wide = it.columns.len().max(1) as f64 * STEP;
    frame(
        "columns",
        &it.title,
        (wide, HIGH + 50.0),
        false,
        html! {
            @for (at, column) in it.columns.iter().enumerate() {
                @let middle = (at as f64 + 0.5) * STEP;
                @let high = column.amount.filter(|_| most > 0.0).map_or(0.0, |amount| HIGH * amount.max(0.0) / most);
                @let top = 24.0 + HIGH - high;
                @if column.amount.is_some() {
                    rect class=(if column.highlighted { "fill-accent" } else { "fill-quiet" }) x=(n(middle - WIDE / 2.0)) y=(n(top)) width=(n(WIDE)) height=(n(high)) {}
                }
                text class=(if column.highlighted { "value now" } else { "value" }) x=(n(middle)) y=(n(top - 7.0)) text-anchor="middle" { (column.shown) }
                text class=(if column.highlighted { "year now" } else { "year" }) x=(n(middle)) y=(n(24.0 + HIGH + 19.0)) text-anchor="middle" { (column.label) }
            }
            line class="ground" x1="0" x2=(n(wide)) y1=(n(24.0 + HIGH)) y2=(n(24.0 + HIGH)) {}
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(label: &str, amount: Option<f64>, highlighted: bool) -> YearColumn {
        YearColumn {
            label: label.into(),
            shown: amount.map_or("—".into(), |amount| amount.to_string()),
            amount,
            highlighted,
        }
    }

    #[test]
    fn only_the_year_of_the_page_is_highlighted() {
        let drawn = columns(&Columns {
            title: "by year".into(),
            columns: vec![year("2019", Some(68.0), false), year("2020", Some(71.0), true)],
        })
        .into_string();
        assert_eq!(drawn.matches("fill-accent").count(), 1);
        assert_eq!(drawn.matches("fill-quiet").count(), 1);
    }

    #[test]
    fn a_year_without_a_number_has_a_dash_and_no_column() {
        let drawn = columns(&Columns { title: "by year".into(), columns: vec![year("2019", None, false)] })
            .into_string();
        assert!(!drawn.contains("<rect"));
        assert!(drawn.contains(">—</text>"));
    }
}
