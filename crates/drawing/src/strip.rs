//! A strip of squares, one for each unit.

use crate::crowd::{MOST_MARKS, band};
use crate::svg::{frame, n, path};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// One square for each unit: filled, hatched if not stated, pale for the rest.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Strip {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// How many squares are filled.
    pub filled: u32,
    /// How many, after the filled ones, are hatched.
    pub unknown: u32,
    /// How many squares there are.
    pub all: u32,
    /// How many squares are in a row.
    pub in_a_row: u32,
}

const SIDE: f64 = 5.0;
const STEP: f64 = 6.5;

/// Draws the squares row by row, the filled ones first.
pub fn strip(it: &Strip) -> Markup {
    if it.all > 2 * MOST_MARKS {
        let empty = it.all.saturating_sub(it.filled + it.unknown);
        let shares = [("fill-accent", it.filled), ("fill-unknown", it.unknown), ("fill-empty", empty)];
        return band("strip", &it.title, &shares);
    }
    let in_a_row = it.in_a_row.max(1);
    let rows = it.all.div_ceil(in_a_row).max(1);
    let (mut filled, mut unknown, mut hatch, mut empty) =
        (String::new(), String::new(), String::new(), String::new());
    for at in 0..it.all {
        let (x, y) = (f64::from(at % in_a_row) * STEP, f64::from(at / in_a_row) * STEP);
        let square = format!("M{} {}h5v5h-5z", n(x), n(y));
        if at < it.filled {
            filled.push_str(&square);
        } else if at < it.filled + it.unknown {
            unknown.push_str(&format!("M{} {}h4.2v4.2h-4.2z", n(x + 0.4), n(y + 0.4)));
            hatch.push_str(&format!("M{} {}l4.2 -4.2", n(x + 0.4), n(y + 4.6)));
        } else {
            empty.push_str(&square);
        }
    }
    let size = (f64::from(in_a_row) * STEP - (STEP - SIDE), f64::from(rows) * STEP - (STEP - SIDE));
    frame(
        "strip",
        &it.title,
        size,
        true,
        html! {
            (path("fill-accent", &filled)) (path("fill-empty", &empty)) (path("fill-unknown", &unknown)) (path("hatch", &hatch))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(markup: &str, class: &str) -> usize {
        let Some(at) = markup.find(&format!("<path class=\"{class}\"")) else {
            return 0;
        };
        let rest = &markup[at..];
        rest[..rest.find("</path>").unwrap()].matches('M').count()
    }

    #[test]
    fn a_strip_has_one_square_for_each_of_the_base() {
        let drawn =
            strip(&Strip { title: "22 of 141".into(), filled: 22, unknown: 3, all: 141, in_a_row: 47 })
                .into_string();
        assert_eq!(squares(&drawn, "fill-accent"), 22);
        assert_eq!(squares(&drawn, "fill-unknown"), 3);
        assert_eq!(squares(&drawn, "fill-empty"), 116);
        assert!(drawn.contains("aria-label=\"22 of 141\""));
    }

    #[test]
    fn a_strip_of_nothing_is_still_a_picture_with_a_title() {
        let drawn = strip(&Strip { title: "none".into(), ..Strip::default() }).into_string();
        assert!(drawn.contains("role=\"img\""));
        assert!(!drawn.contains("<path"));
    }
}
