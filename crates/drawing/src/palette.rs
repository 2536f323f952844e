//! The colours of a drawing that is used without a style sheet.

use crate::Fill;
use serde::{Deserialize, Serialize};

/// The colours of a network, each as `#rrggbb`. The defaults are those of the style sheet for print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Palette {
    /// Main text and the first of several parts.
    pub ink: String,
    /// Secondary text.
    pub soft: String,
    /// Codes and the least important text.
    pub faint: String,
    /// Thin lines.
    pub line: String,
    /// Not taken or not counted.
    pub pale: String,
    /// The background.
    pub paper: String,
    /// The accent colour.
    pub accent: String,
    /// A middle grey.
    pub quiet: String,
    /// The land of the map.
    pub land: String,
    /// The four themes.
    pub themes: [String; 4],
}

impl Default for Palette {
    fn default() -> Self {
        let [ink, soft, faint, line, pale, paper, accent, quiet, land] = [
            "#10243a", "#43546a", "#5a6a7b", "#d5dce4", "#dde4eb", "#ffffff", "#c93c1f", "#8393a5", "#dde4eb",
        ]
        .map(String::from);
        let themes = ["#6f3d99", "#b56c00", "#1f7d4a", "#bf2560"].map(String::from);
        Palette { ink, soft, faint, line, pale, paper, accent, quiet, land, themes }
    }
}

impl Palette {
    /// The palette with every value that is not `#rrggbb` replaced by its default, so that a colour needs no escaping.
    pub fn checked(self) -> Palette {
        let usual = Palette::default();
        let one = |given: String, usual: String| if is_colour(&given) { given } else { usual };
        let [t1, t2, t3, t4] = self.themes;
        let [u1, u2, u3, u4] = usual.themes;
        Palette {
            ink: one(self.ink, usual.ink),
            soft: one(self.soft, usual.soft),
            faint: one(self.faint, usual.faint),
            line: one(self.line, usual.line),
            pale: one(self.pale, usual.pale),
            paper: one(self.paper, usual.paper),
            accent: one(self.accent, usual.accent),
            quiet: one(self.quiet, usual.quiet),
            land: one(self.land, usual.land),
            themes: [one(t1, u1), one(t2, u2), one(t3, u3), one(t4, u4)],
        }
    }

    /// The colour of a fill. "Not stated" is the background, under its hatching.
    pub fn of(&self, fill: Fill) -> &str {
        match fill {
            Fill::Ink => &self.ink,
            Fill::Accent => &self.accent,
            Fill::Empty => &self.pale,
            Fill::Unknown => &self.paper,
            Fill::Theme(theme @ 1..=4) => &self.themes[usize::from(theme) - 1],
            Fill::Quiet | Fill::Theme(_) => &self.quiet,
        }
    }
}

fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_colour_never_reaches_a_drawing() {
        let given = Palette { accent: "red\"/><script>".into(), ink: "#000000".into(), ..Palette::default() }
            .checked();
        assert_eq!(given, Palette { ink: "#000000".into(), ..Palette::default() });
    }
}
