//! The ways an area can be filled. They can be distinguished without colour.

use crate::svg::path;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fill {
    /// The colour of the text.
    #[serde(alias = "ink")]
    Ink,
    /// The accent colour.
    #[serde(alias = "accent")]
    Accent,
    /// A middle grey, for the part that needs no attention.
    #[serde(alias = "quiet")]
    Quiet,
    /// A pale grey: not taken or not counted.
    #[serde(alias = "empty")]
    Empty,
    /// Hatched: not stated.
    #[serde(alias = "unknown")]
    Unknown,
    /// A theme of the network, from 1 to 4; each has a colour and a number of bands.
    Theme(u8),
}

impl Fill {
    /// The class that the style sheet colours.
    pub fn class(self) -> &'static str {
        match self {
            Fill::Ink => "fill-ink",
            Fill::Accent => "fill-accent",
            Fill::Quiet => "fill-quiet",
            Fill::Empty => "fill-empty",
            Fill::Unknown => "fill-unknown",
            Fill::Theme(1) => "fill-theme-1",
            Fill::Theme(2) => "fill-theme-2",
            Fill::Theme(3) => "fill-theme-3",
            Fill::Theme(4) => "fill-theme-4",
            Fill::Theme(_) => "fill-quiet",
        }
    }

    /// How many pale bands cross an area of this fill, so that themes can be distinguished without colour.
    pub(crate) fn bands(self) -> u32 {
        match self {
            Fill::Theme(theme @ 1..=4) => u32::from(theme) - 1,
            _ => 0,
        }
    }
}

/// A small square of this fill, for a legend.
pub fn swatch(fill: Fill) -> Markup {
    let mut bands = String::new();
    for band in 0..fill.bands() {
        bands.push_str(&format!("M0 {}h12v1h-12z", 3 + 3 * band));
    }
    html! {
        svg class="swatch" viewBox="0 0 12 12" aria-hidden="true" {
            @if fill == Fill::Unknown {
                rect class="fill-unknown" x="0.5" y="0.5" width="11" height="11" {}
                path class="hatch" d="M1 11L11 1M1 6L6 1M6 11L11 6" {}
            } @else {
                rect class=(fill.class()) width="12" height="12" {}
                (path("fill-paper", &bands))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_themes_are_told_apart_without_colour() {
        let bands: Vec<u32> = (1..=4).map(|theme| Fill::Theme(theme).bands()).collect();
        assert_eq!(bands, [0, 1, 2, 3]);
    }

    #[test]
    fn a_theme_outside_the_four_is_drawn_quietly() {
        assert_eq!(Fill::Theme(9).class(), "fill-quiet");
    }
}
