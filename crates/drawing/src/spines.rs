//! Publications, drawn as the spines of books on a shelf.

use crate::crowd::{MOST_MARKS, band};
use crate::fill::Fill;
use crate::svg::{frame, n};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// One spine for each publication, filled by its theme.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Spines {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// The fill of each spine, in order.
    pub spines: Vec<Fill>,
}

const STEP: f64 = 9.0;
const SHELF: f64 = 32.0;
const FULL_SHELF: usize = 24;
// Books differ a little in height. The order is fixed, so that the same page always looks the same.
const HEIGHTS: [f64; 7] = [28.0, 31.0, 27.0, 30.0, 32.0, 28.5, 30.5];

/// Draws the shelf. Each theme has its own number of bands, so that it can be recognised without colour.
pub fn spines(it: &Spines) -> Markup {
    if it.spines.len() > MOST_MARKS as usize {
        let groups = it.spines.chunk_by(|one, next| one.class() == next.class());
        let shares: Vec<(&str, u32)> = groups.map(|group| (group[0].class(), group.len() as u32)).collect();
        return band("spines", &it.title, &shares);
    }
    // a shelf with few books is not enlarged
    let wide = (it.spines.len().max(FULL_SHELF) as f64) * STEP - 1.5;
    frame(
        "spines",
        &it.title,
        (wide, SHELF),
        true,
        html! {
            @for (at, fill) in it.spines.iter().enumerate() {
                @let (x, high) = (at as f64 * STEP, HEIGHTS[at % HEIGHTS.len()]);
                rect class=(fill.class()) x=(n(x)) y=(n(SHELF - high)) width="7.5" height=(n(high)) rx="1" {}
                @for band in 0..fill.bands() {
                    rect class="fill-paper" x=(n(x)) y=(n(SHELF - high + 5.0 + 4.0 * f64::from(band))) width="7.5" height="1.5" {}
                }
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_holds_one_spine_for_each_publication() {
        let drawn =
            spines(&Spines { title: "3".into(), spines: vec![Fill::Theme(1), Fill::Theme(3), Fill::Quiet] })
                .into_string();
        assert_eq!(drawn.matches("rx=\"1\"").count(), 3);
        assert_eq!(drawn.matches("fill-paper").count(), 2);
    }
}
