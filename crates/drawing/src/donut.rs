//! A ring divided into parts, with the number of each part beside it.

use crate::bar::Part;
use crate::svg::{frame, n};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

/// Parts of a ring that begins on the left and runs clockwise, so that the first of two halves is at the top.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Donut {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// The parts, in order. The `words` of a part are printed beside it and should be short ("52 %"), or empty if a
    /// list beside the ring has them.
    pub parts: Vec<Part>,
}

const MIDDLE: f64 = 60.0;
const RADIUS: f64 = 48.0;
const BROAD: f64 = 23.0;

/// Draws the ring with a label beside each part.
pub fn donut(it: &Donut) -> Markup {
    let whole: f64 = it.parts.iter().map(|part| part.amount.max(0.0)).sum();
    let mut at = 0.0;
    frame(
        "donut",
        &it.title,
        (120.0, 120.0),
        false,
        html! {
            @for part in it.parts.iter().filter(|part| part.amount > 0.0) {
                @let share = part.amount / whole;
                @let (from, until) = (at, { at += share; at });
                @let (x, y) = around((from + until) / 2.0, RADIUS + BROAD / 2.0 + 6.0);
                path class=(format!("{} part", part.fill.class())) d=(slice(from, until)) {}
                @if !part.words.is_empty() {
                    text class="label" x=(n(x)) y=(n(y)) text-anchor=(anchor(x)) dominant-baseline="central" { (part.words) }
                }
            }
        },
    )
}

/// The point at this share of the way around the ring and this distance from its centre.
fn around(share: f64, distance: f64) -> (f64, f64) {
    let (sin, cos) = ((share - 0.25) * TAU).sin_cos();
    (MIDDLE + distance * sin, MIDDLE - distance * cos)
}

fn anchor(x: f64) -> &'static str {
    if (x - MIDDLE).abs() < 10.0 {
        "middle"
    } else if x > MIDDLE {
        "start"
    } else {
        "end"
    }
}

/// The outline of a part. A part that is the full ring is drawn slightly short of it, because SVG draws no arc that ends where it starts.
fn slice(from: f64, until: f64) -> String {
    let until = until.min(from + 0.9999);
    let long = u8::from(until - from > 0.5);
    let (outer, inner) = (RADIUS + BROAD / 2.0, RADIUS - BROAD / 2.0);
    let ((ax, ay), (bx, by)) = (around(from, outer), around(until, outer));
    let ((cx, cy), (dx, dy)) = (around(until, inner), around(from, inner));
    format!(
        "M{} {}A{o} {o} 0 {long} 1 {} {}L{} {}A{i} {i} 0 {long} 0 {} {}z",
        n(ax),
        n(ay),
        n(bx),
        n(by),
        n(cx),
        n(cy),
        n(dx),
        n(dy),
        o = n(outer),
        i = n(inner)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fill;

    #[test]
    fn each_part_of_a_ring_carries_its_own_label() {
        let part = |amount, words: &str| Part { amount, fill: Fill::Ink, words: words.into() };
        let drawn = donut(&Donut {
            title: "income".into(),
            parts: vec![part(52.0, "52 %"), part(46.0, "46 %"), part(2.0, "2 %")],
        })
        .into_string();
        assert_eq!(drawn.matches("<text").count(), 3);
        assert!(drawn.contains(">46 %</text>"));
    }

    #[test]
    fn a_ring_of_one_part_is_closed_all_the_same() {
        assert!(slice(0.0, 1.0).contains(" 0 1 1 "));
    }
}
