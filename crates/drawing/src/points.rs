//! Measured values over time, as points on a line.

use crate::svg::{disc, frame, n, path};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// One measured value.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Point {
    /// The time, as a number that grows evenly with time, such as 2020.5.
    pub when: f64,
    /// The value.
    pub amount: f64,
    /// The label under the point, such as its day; may be empty.
    pub words: String,
}

/// Measured values over time.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Points {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// The values, oldest first.
    pub points: Vec<Point>,
}

const WIDE: f64 = 240.0;
const HIGH: f64 = 26.0;

/// Draws the values from a zero line; the last point is filled, the earlier ones are outlined.
pub fn points(it: &Points) -> Markup {
    let most = it.points.iter().map(|point| point.amount).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let first = it.points.first().map_or(0.0, |point| point.when);
    let span = (it.points.last().map_or(0.0, |point| point.when) - first).max(f64::MIN_POSITIVE);
    let places: Vec<(f64, f64)> = it
        .points
        .iter()
        .map(|point| {
            (
                5.0 + (WIDE - 10.0) * (point.when - first) / span,
                5.0 + (HIGH - 8.0) * (1.0 - point.amount / most),
            )
        })
        .collect();
    let line: String = places
        .iter()
        .enumerate()
        .map(|(at, (x, y))| format!("{}{} {}", if at == 0 { "M" } else { "L" }, n(*x), n(*y)))
        .collect();
    let (mut earlier, mut last) = (String::new(), String::new());
    for (at, (x, y)) in places.iter().enumerate() {
        let path = if at + 1 == places.len() { &mut last } else { &mut earlier };
        disc(path, *x, *y, 3.2);
    }
    let worded = it.points.iter().any(|point| !point.words.is_empty());
    frame(
        "points",
        &it.title,
        (WIDE, if worded { HIGH + 13.0 } else { HIGH }),
        false,
        html! {
            line class="ground" x1="0" x2=(n(WIDE)) y1=(n(HIGH - 1.0)) y2=(n(HIGH - 1.0)) {}
            (path("course", &line)) (path("open", &earlier)) (path("fill-accent", &last))
            @for (point, (x, _)) in it.points.iter().zip(&places) {
                @if !point.words.is_empty() {
                    @let anchor = if *x < 30.0 { "start" } else if *x > WIDE - 30.0 { "end" } else { "middle" };
                    @let x = if *x < 30.0 { 0.0 } else if *x > WIDE - 30.0 { WIDE } else { *x };
                    text class="day" x=(n(x)) y=(n(HIGH + 10.0)) text-anchor=(anchor) { (point.words) }
                }
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_reading_is_full() {
        let read = |when, amount| Point { when, amount, words: String::new() };
        let drawn = points(&Points {
            title: "readings".into(),
            points: vec![read(2019.0, 1.0), read(2020.0, 2.0), read(2021.0, 3.0)],
        })
        .into_string();
        let full = drawn.split("fill-accent").nth(1).unwrap();
        assert_eq!(full.split("</path>").next().unwrap().matches('M').count(), 1);
    }

    #[test]
    fn a_single_reading_is_drawn_without_a_line_into_nowhere() {
        let drawn = points(&Points {
            title: "one".into(),
            points: vec![Point { when: 2020.0, amount: 5.0, words: String::new() }],
        })
        .into_string();
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"));
    }
}
