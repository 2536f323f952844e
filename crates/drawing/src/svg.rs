//! Functions that write SVG.

use maud::{Markup, PreEscaped, html};

/// A coordinate with at most two decimals and no trailing zeros, so that pages stay small.
pub(crate) fn n(value: f64) -> String {
    // whole hundredths, because formatting a float would take most of the time of a drawing
    let hundredths = (value * 100.0).round() as i64;
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    match (size / 100, size % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, part) if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        (whole, part) => format!("{sign}{whole}.{part:02}"),
    }
}

/// The root element of a drawing: an image with a title that scales to the width it gets.
///
/// A drawing with `mirrors` is mirrored in languages written from right to left; leave it off for drawings with text.
pub(crate) fn frame(kind: &str, title: &str, size: (f64, f64), mirrors: bool, inside: Markup) -> Markup {
    let class = format!("drawing {kind}{}", if mirrors { " mirrors" } else { "" });
    html! {
        svg class=(class) viewBox={ "0 0 " (n(size.0)) " " (n(size.1)) } role="img" aria-label=(title) { (inside) }
    }
}

/// Adds a circle to a path. Many marks in one element keep pages with many squares and dots small; so does one arc that ends
/// where it began but for a hundredth, instead of two halves.
pub(crate) fn disc(path: &mut String, x: f64, y: f64, radius: f64) {
    path.push_str(&format!("M{} {}a{r} {r} 0 1 1 0 .01z", n(x - radius), n(y), r = n(radius)));
}

/// Adds a full round mark to a path of `spots`: a line without length, a third as long to write as a circle. Its place is right
/// to a tenth of a unit.
pub(crate) fn spot(path: &mut String, x: f64, y: f64) {
    let tenths = |value: f64| n((value * 10.0).round() / 10.0);
    path.push_str(&format!("M{} {}h0", tenths(x), tenths(y)));
}

/// The marks of a path as lines of this width with round ends, or nothing if there are none. `class` says their colour:
/// `stroke-ink`.
pub(crate) fn spots(class: &str, wide: f64, d: &str) -> Markup {
    html! { @if !d.is_empty() { path class=(class) stroke-width=(n(wide)) d=(PreEscaped(d)) {} } }
}

/// A path element, or nothing if `d` is empty. `d` is written by this crate, or is the outline of the land. It is not
/// escaped, because it is most of the size of a page.
pub(crate) fn path(class: &str, d: &str) -> Markup {
    html! { @if !d.is_empty() { path class=(class) d=(PreEscaped(d)) {} } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_written_short() {
        assert_eq!(n(1.0), "1");
        assert_eq!(n(1.256), "1.26");
        assert_eq!(n(-0.001), "0");
        assert_eq!(n(-0.5), "-0.5");
        assert_eq!(n(-12.05), "-12.05");
        assert_eq!(n(3.999), "4");
    }

    #[test]
    fn an_empty_path_leaves_no_element() {
        assert_eq!(path("fill-ink", "").into_string(), "");
    }
}
