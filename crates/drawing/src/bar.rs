//! A horizontal bar, divided into parts or filled to a length.

use crate::fill::Fill;
use crate::svg::n;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// One part of a bar or a ring.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Part {
    /// The size of the part, in the same unit as the other parts.
    pub amount: f64,
    /// How it is filled.
    pub fill: Fill,
    /// The label with its number: "18 led".
    pub words: String,
}

/// Parts that fill the bar from the start of the line to its end.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bar {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// Draws a bar divided into parts. It takes its width and height from the style sheet; the hatching is not distorted.
pub fn bar(it: &Bar) -> Markup {
    let whole: f64 = it.parts.iter().map(|part| part.amount.max(0.0)).sum();
    let mut at = 0.0;
    let pieces: Vec<(f64, f64, Fill)> = it
        .parts
        .iter()
        .filter(|part| part.amount > 0.0)
        .map(|part| {
            let wide = 100.0 * part.amount / whole;
            at += wide;
            (at - wide, wide, part.fill)
        })
        .collect();
    html! {
        svg class="drawing bar mirrors" role="img" aria-label=(it.title) width="100%" height="10" {
            @for (at, wide, fill) in pieces {
                @let (x, width) = (n(at), n(wide));
                @if fill == Fill::Unknown {
                    rect class="fill-unknown" x={ (x) "%" } width={ (width) "%" } height="100%" {}
                    line class="stripes" x1={ (x) "%" } x2={ (n(at + wide)) "%" } y1="50%" y2="50%" {}
                } @else {
                    rect class=(fill.class()) x={ (x) "%" } width={ (width) "%" } height="100%" {}
                }
            }
        }
    }
}

/// Draws a thin bar filled from the start to `amount` out of `most`. It has no title, because the number is printed beside it.
pub fn thin_bar(amount: f64, most: f64) -> Markup {
    let wide = if most > 0.0 { (100.0 * amount / most).clamp(0.0, 100.0) } else { 0.0 };
    html! {
        svg class="thin-bar mirrors" width="100%" height="8" aria-hidden="true" {
            rect class="fill-empty" width="100%" height="100%" {}
            rect class="fill-ink" width={ (n(wide)) "%" } height="100%" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(amount: f64, fill: Fill) -> Part {
        Part { amount, fill, words: String::new() }
    }

    #[test]
    fn the_parts_of_a_bar_fill_it_to_the_end() {
        let drawn =
            bar(&Bar { title: "roles".into(), parts: vec![part(1.0, Fill::Accent), part(3.0, Fill::Ink)] })
                .into_string();
        assert!(drawn.contains("x=\"0%\" width=\"25%\""));
        assert!(drawn.contains("x=\"25%\" width=\"75%\""));
    }

    #[test]
    fn a_part_of_nothing_is_not_drawn() {
        let drawn =
            bar(&Bar { title: "roles".into(), parts: vec![part(0.0, Fill::Accent), part(2.0, Fill::Ink)] })
                .into_string();
        assert!(!drawn.contains("fill-accent"));
    }

    #[test]
    fn a_thin_bar_never_leaves_its_track() {
        assert!(thin_bar(9.0, 3.0).into_string().contains("width=\"100%\""));
        assert!(thin_bar(1.0, 0.0).into_string().contains("width=\"0%\""));
    }
}
