//! Small helpers for writing SVG by hand.

use maud::{Markup, html};

/// A coordinate with at most two decimals and no trailing zeros, so that pages stay small.
pub(crate) fn n(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

/// The frame of a drawing: a picture with a title, scaled to the width it is given.
///
/// `mirrors` drawings begin on the right in languages written from right to left; those with words in them do not.
pub(crate) fn frame(kind: &str, title: &str, size: (f64, f64), mirrors: bool, inside: Markup) -> Markup {
    let class = format!("drawing {kind}{}", if mirrors { " mirrors" } else { "" });
    html! {
        svg class=(class) viewBox={ "0 0 " (n(size.0)) " " (n(size.1)) } role="img" aria-label=(title) { (inside) }
    }
}

/// A circle as part of a path; many marks in one element keep a page of squares and dots small.
pub(crate) fn disc(path: &mut String, x: f64, y: f64, radius: f64) {
    path.push_str(&format!("M{} {}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z", n(x - radius), n(y), r = n(radius), d = n(2.0 * radius)));
}

/// A path element, or nothing when there is nothing to draw.
pub(crate) fn path(class: &str, d: &str) -> Markup {
    html! { @if !d.is_empty() { path class=(class) d=(d) {} } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_written_short() {
        assert_eq!(n(1.0), "1");
        assert_eq!(n(1.256), "1.26");
        assert_eq!(n(-0.001), "0");
    }

    #[test]
    fn an_empty_path_leaves_no_element() {
        assert_eq!(path("fill-ink", "").into_string(), "");
    }
}
