//! Groups as rings with a dot for each member.

use crate::crowd::{MOST_MARKS, band};
use crate::svg::{disc, frame, path, spot, spots};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

/// One ring for each group.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Rings {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// How many members each group has.
    pub members: Vec<u32>,
}

const STEP: f64 = 34.0;
/// More groups than these are no longer told apart.
const MOST_RINGS: usize = 40;

/// Draws a row of rings with a dot for each member.
pub fn rings(it: &Rings) -> Markup {
    if it.members.len() > MOST_RINGS {
        return band("rings", &it.title, &[("fill-ink", 1)]);
    }
    let crowded = it.members.iter().sum::<u32>() > MOST_MARKS;
    let (mut circles, mut dots) = (String::new(), String::new());
    for (at, members) in it.members.iter().enumerate() {
        let middle = (at as f64 * STEP + 15.0, 15.0);
        disc(&mut circles, middle.0, middle.1, 10.5);
        for member in 0..if crowded { 0 } else { *members } {
            let (sin, cos) = (TAU * f64::from(member) / f64::from(*members)).sin_cos();
            spot(&mut dots, middle.0 + 10.5 * sin, middle.1 - 10.5 * cos);
        }
    }
    let wide = it.members.len().max(3) as f64 * STEP - 4.0;
    frame(
        "rings",
        &it.title,
        (wide, 30.0),
        true,
        // paper parts a dot from the ring and from the dots beside it
        html! { (path("ring", &circles)) (spots("stroke-paper", 8.6, &dots)) (spots("stroke-ink", 6.6, &dots)) },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_has_a_dot_for_each_member() {
        let drawn = rings(&Rings { title: "3 projects".into(), members: vec![3, 3, 2] }).into_string();
        assert_eq!(drawn.matches('M').count(), 3 + 2 * 8);
    }
}
