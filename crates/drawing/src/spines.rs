//! Publications, drawn as the spines of books on a shelf.

use crate::crowd::band;
use crate::fill::Fill;
use crate::svg::{frame, n, path};
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
/// More spines are too thin to see, and are drawn as one band.
const MOST_SPINES: usize = 80;
// Books differ a little in height. The order is fixed, so that the same page always looks the same.
const HEIGHTS: [f64; 7] = [28.0, 31.0, 27.0, 30.0, 32.0, 28.5, 30.5];

/// Draws the shelf. Each theme has its own number of bands, so that it can be recognised without colour.
pub fn spines(it: &Spines) -> Markup {
    if it.spines.len() > MOST_SPINES {
        let groups = it.spines.chunk_by(|one, next| one.class() == next.class());
        let shares: Vec<(&str, u32)> = groups.map(|group| (group[0].class(), group.len() as u32)).collect();
        return band("spines", &it.title, &shares);
    }
    // a shelf with few books is not enlarged
    let wide = (it.spines.len().max(FULL_SHELF) as f64) * STEP - 1.5;
    let (mut shelf, mut bands): (Vec<(&str, String)>, String) = (vec![], String::new());
    for (at, fill) in it.spines.iter().enumerate() {
        let (x, high) = (at as f64 * STEP, HEIGHTS[at % HEIGHTS.len()]);
        let spine = format!("M{} {}h7.5V{SHELF}h-7.5z", n(x), n(SHELF - high));
        match shelf.last_mut().filter(|(class, _)| *class == fill.class()) {
            Some((_, beside)) => beside.push_str(&spine),
            None => shelf.push((fill.class(), spine)),
        }
        for band in 0..fill.bands() {
            let y = SHELF - high + 5.0 + 4.0 * f64::from(band);
            bands.push_str(&format!("M{} {}h7.5v1.5h-7.5z", n(x), n(y)));
        }
    }
    frame(
        "spines",
        &it.title,
        (wide, SHELF),
        true,
        html! { @for (class, spines) in &shelf { (path(class, spines)) } (path("fill-paper", &bands)) },
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
        // three spines, and two bands across the one of the third theme
        assert_eq!(drawn.matches("V32").count(), 3);
        assert_eq!(drawn.matches("v1.5").count(), 2);
    }
}
