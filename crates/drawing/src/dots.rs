//! One mark for each unit: circles first, then diamonds.

use crate::crowd::{MOST_MARKS, band};
use crate::svg::{frame, n, path, spot, spots};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// Two groups of units with different shapes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Dots {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// How many circles.
    pub circles: u32,
    /// How many diamonds, after the circles.
    pub diamonds: u32,
    /// How many marks are in a row.
    pub in_a_row: u32,
}

const STEP: f64 = 11.0;

/// Draws circles and diamonds in rows.
pub fn dots(it: &Dots) -> Markup {
    let in_a_row = it.in_a_row.max(1);
    let all = it.circles + it.diamonds;
    if all > MOST_MARKS {
        return band("dots", &it.title, &[("fill-ink", it.circles), ("fill-accent", it.diamonds)]);
    }
    let (mut circles, mut diamonds) = (String::new(), String::new());
    for at in 0..all {
        let (x, y) = (f64::from(at % in_a_row) * STEP + 5.0, f64::from(at / in_a_row) * STEP + 5.0);
        if at < it.circles {
            spot(&mut circles, x, y);
        } else {
            diamonds.push_str(&format!("M{} {}l5 5l-5 5l-5 -5z", n(x), n(y - 5.0)));
        }
    }
    let size = (f64::from(in_a_row) * STEP - 1.0, f64::from(all.div_ceil(in_a_row).max(1)) * STEP - 1.0);
    frame(
        "dots",
        &it.title,
        size,
        true,
        html! { (spots("stroke-ink", 8.4, &circles)) (path("fill-accent", &diamonds)) },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_members_and_six_partners_are_twenty_two_marks() {
        let drawn =
            dots(&Dots { title: "16 and 6".into(), circles: 16, diamonds: 6, in_a_row: 22 }).into_string();
        assert_eq!(drawn.matches('M').count(), 22);
        assert!(drawn.contains("viewBox=\"0 0 241 10\""));
    }
}
