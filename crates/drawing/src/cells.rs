//! Cells whose length is a count, such as metropolitan areas with the number of members that run them.

use crate::crowd::{MOST_MARKS, band};
use crate::svg::{frame, n, spot, spots};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// One cell for each item, as long as its count.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Cells {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// The count of each cell, largest first.
    pub held: Vec<u32>,
    /// How many units fit in a row.
    pub in_a_row: u32,
}

const STEP: f64 = 9.0;
const RADIUS: f64 = 3.4;

/// Draws a dot for a cell with a count of one, and a capsule that grows with the count for the others, row by row.
pub fn cells(it: &Cells) -> Markup {
    if it.held.len() as u32 > MOST_MARKS {
        let single = it.held.iter().filter(|held| **held == 1).count() as u32;
        let several = it.held.iter().filter(|held| **held > 1).count() as u32;
        return band("cells", &it.title, &[("fill-accent", several), ("fill-ink", single)]);
    }
    let wide = f64::from(it.in_a_row.max(1)) * STEP;
    let (mut single, mut several) = (String::new(), String::new());
    let (mut x, mut y) = (0.0, 0.0);
    for held in &it.held {
        let more = f64::from(held.saturating_sub(1)) * STEP;
        if x > 0.0 && x + 2.0 * RADIUS + more > wide {
            (x, y) = (0.0, y + STEP + 1.0);
        }
        if *held == 1 {
            spot(&mut single, x + RADIUS, y + RADIUS);
        } else if *held > 1 {
            several.push_str(&format!("M{} {}h{}", n(x + RADIUS), n(y + RADIUS), n(more)));
        }
        x += STEP + more;
    }
    frame(
        "cells",
        &it.title,
        (wide, y + 2.0 * RADIUS),
        true,
        html! { (spots("stroke-accent", 2.0 * RADIUS, &several)) (spots("stroke-ink", 2.0 * RADIUS, &single)) },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_is_drawn_once_however_many_members_it_holds() {
        let held: Vec<u32> = [3, 2, 2, 2, 2, 2, 2, 2, 2, 2].into_iter().chain([1; 61]).collect();
        let drawn = cells(&Cells { title: "71 areas, 82 members".into(), held, in_a_row: 40 }).into_string();
        assert_eq!(drawn.matches('M').count(), 71);
    }
}
