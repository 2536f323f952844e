//! A column chart over the years, with one year highlighted.

use crate::svg::n;
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

/// The height of the chart in pixels: its type keeps its size, whatever the width of the chart.
pub(crate) const COLUMNS_HIGH: f64 = 210.0;
const HIGH: f64 = 160.0;
const TOP: f64 = 24.0;
/// The share of a year's room that its column takes, in percent.
const BROAD: f64 = 62.0;
/// About how many pixels a letter of a label takes, and the width of the chart on a phone and on a page.
const LETTER: f64 = 8.6;
const NARROW: f64 = 340.0;
const WIDE: f64 = 560.0;

/// Draws the columns from a common zero line, each with its number above and its year below. If labels would touch,
/// those of some years are left out: of the last year backwards, every second or third is labelled, and the
/// highlighted one always.
pub fn columns(it: &Columns) -> Markup {
    let most = it.columns.iter().filter_map(|column| column.amount).fold(0.0, f64::max);
    let step = 100.0 / it.columns.len().max(1) as f64;
    let percent = |value: f64| format!("{}%", n(value));
    html! {
        svg class="drawing columns" role="img" aria-label=(it.title) width="100%" height=(n(COLUMNS_HIGH)) {
            @for (at, column) in it.columns.iter().enumerate() {
                @let middle = (at as f64 + 0.5) * step;
                @let high = column.amount.filter(|_| most > 0.0).map_or(0.0, |amount| HIGH * amount.max(0.0) / most);
                @let top = TOP + HIGH - high;
                @let x = percent(middle);
                @if column.amount.is_some() {
                    @let broad = step * BROAD / 100.0;
                    rect class=(if column.highlighted { "fill-accent" } else { "fill-quiet" }) x=(percent(middle - broad / 2.0)) y=(n(top)) width=(percent(broad)) height=(n(high)) {}
                }
                @if let Some(room) = room_for_labels(it, at) {
                    text class=(format!("value{room}")) x=(x) y=(n(top - 7.0)) text-anchor="middle" { (column.shown) }
                    text class=(format!("year{room}")) x=(x) y=(n(TOP + HIGH + 19.0)) text-anchor="middle" { (column.label) }
                }
            }
            line class="ground" x1="0" x2="100%" y1=(n(TOP + HIGH)) y2=(n(TOP + HIGH)) {}
        }
    }
}

/// The further classes of the labels of a year: `now` if it is highlighted, `spare` if there is room only on a wide
/// screen. `None` if there is no room at all.
fn room_for_labels(it: &Columns, at: usize) -> Option<&'static str> {
    if it.columns[at].highlighted {
        return Some(" now");
    }
    let letters = it.columns.iter().flat_map(|column| [&column.label, &column.shown]);
    let longest = letters.map(|label| label.chars().count()).max().unwrap_or(1) as f64;
    // the highlighted year is always labelled, so the others keep away from it
    let kept = it.columns.iter().position(|column| column.highlighted).unwrap_or(it.columns.len() - 1);
    let every = |width: f64| (longest * LETTER * it.columns.len() as f64 / width).ceil().max(1.0) as usize;
    let on_a_page = every(WIDE);
    // the labels of a phone are some of those of a page, so that no two touch on either
    let on_a_phone = on_a_page * every(NARROW).div_ceil(on_a_page);
    let fits = |every: usize| at.abs_diff(kept).is_multiple_of(every);
    match (fits(on_a_phone), fits(on_a_page)) {
        (true, _) => Some(""),
        (false, true) => Some(" spare"),
        (false, false) => None,
    }
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
    fn the_type_keeps_its_size_and_labels_that_would_touch_are_left_out() {
        let years = |count: i32, value: &str| Columns {
            title: "by year".into(),
            columns: (0..count)
                .map(|at| YearColumn {
                    label: (2001 + at).to_string(),
                    shown: value.into(),
                    amount: Some(1.0),
                    highlighted: at == count - 2,
                })
                .collect(),
        };
        let few = columns(&years(5, "71 %")).into_string();
        assert!(!few.contains("viewBox"), "a chart that is scaled scales its type: {few}");
        assert_eq!(few.matches("<text").count(), 10);
        assert!(!few.contains("spare"));

        let more = columns(&years(9, "14 216")).into_string();
        assert_eq!(more.matches("value").count(), 9, "on a page there is room for all: {more}");
        assert!(more.contains("value spare") && more.contains("value now"), "on a phone for some: {more}");

        let many = columns(&years(40, "14 216")).into_string();
        let labelled = many.matches("class=\"year").count();
        assert_eq!(labelled, 10, "every fourth of 40 years is labelled");
        assert!(many.contains(">2039</text>"), "the year of the page always is");
        assert_eq!(many.matches("<rect").count(), 40);
    }

    #[test]
    fn a_year_without_a_number_has_a_dash_and_no_column() {
        let drawn = columns(&Columns { title: "by year".into(), columns: vec![year("2019", None, false)] })
            .into_string();
        assert!(!drawn.contains("<rect"));
        assert!(drawn.contains(">—</text>"));
    }
}
