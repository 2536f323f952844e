//! The brand of a network: the colours and the logo in its record.
//!
//! A *colour* is `#rrggbb`. It is used for text and areas on white, so its contrast with white must be enough for text
//! (WCAG 2.2, 1.4.3: 4.5 to 1); for dark pages a lighter colour is derived from it. The logo is in
//! `logo.rs`.

use decapolis_register::value::{Cell, Values};

use super::logo::Logo;

/// The lowest contrast of text.
const CONTRAST: f64 = 4.5;
/// The background of dark pages, as in the style sheet.
const DARK_PAPER: Colour = Colour([0x0e, 0x18, 0x22]);
const WHITE: Colour = Colour([0xff, 0xff, 0xff]);

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rrggbb`.
    pub fn read(text: &str) -> Option<Colour> {
        let digits =
            text.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Colour([part(0)?, part(2)?, part(4)?]))
    }

    /// `#rrggbb`.
    pub fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour for dark pages: lightened only as far as needed to be readable there.
    pub fn on_dark(self) -> Colour {
        let lighter = |step: u16| {
            Colour(self.0.map(|part| (u16::from(part) + (255 - u16::from(part)) * step / 20) as u8))
        };
        (0..=20).map(lighter).find(|c| c.contrast(DARK_PAPER) >= CONTRAST + 0.5).unwrap_or(WHITE)
    }
}

/// The brand of a network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brand {
    pub accent: Option<Colour>,
    pub logo: Option<Logo>,
    /// The colours of the themes, in order; `None` for a theme without one.
    pub themes: Vec<Option<Colour>>,
}

impl Brand {
    /// The brand from the record. Values that would be refused today are dropped.
    pub fn of(accent: &str, logo: &str) -> Brand {
        Brand {
            accent: Colour::read(accent),
            logo: Some(logo).filter(|l| !l.is_empty()).and_then(|l| Logo::read(l).ok()),
            themes: vec![],
        }
    }

    /// The brand with the colours of the themes, as their records have them.
    pub fn with_themes(self, colours: &[String]) -> Brand {
        Brand { themes: colours.iter().map(|text| Colour::read(text)).collect(), ..self }
    }

    /// The style sheet that overrides the program's own colours; empty if the network has none.
    pub fn style(&self) -> String {
        let named = self.accent.map(|c| ("accent".to_string(), c)).into_iter().chain(
            self.themes
                .iter()
                .enumerate()
                .filter_map(|(at, colour)| Some((format!("theme-{}", at + 1), (*colour)?))),
        );
        let named: Vec<(String, Colour)> = named.collect();
        if named.is_empty() {
            return String::new();
        }
        let set = |dark: bool| -> String {
            named
                .iter()
                .map(|(name, c)| format!("--{name}:{};", if dark { c.on_dark() } else { *c }.hex()))
                .collect()
        };
        format!(
            ":root{{{}}}@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}",
            set(false),
            set(true)
        )
    }
}

/// Rule of the network's record: the colour must be readable on white, and the logo must be an accepted picture.
pub fn can_be_shown(row: &Values) -> Option<(&'static str, &'static str)> {
    let text = |name: &str| row.get(name).and_then(Cell::text).filter(|t| !t.is_empty());
    if let Some(accent) = text("accent")
        && let Some(key) = readable(accent)
    {
        return Some(("accent", key));
    }
    text("logo").and_then(|logo| Some(("logo", Logo::read(logo).and_then(Logo::on_paper).err()?)))
}

/// The key of the reason why a colour cannot be used for text on white. `None` if it can.
pub fn readable(text: &str) -> Option<&'static str> {
    match Colour::read(text) {
        None => Some("error-colour"),
        Some(colour) if colour.contrast(WHITE) < CONTRAST => Some("error-colour-too-pale"),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!(Colour::read("#C93c1f").unwrap().hex(), "#c93c1f");
        for other in ["", "c93c1f", "#c93", "#c93c1g", "#ćć1", "red", "#c93c1f00", "#é3c1f"] {
            assert_eq!(Colour::read(other), None, "{other}");
        }
    }

    #[test]
    fn black_and_white_stand_as_far_apart_as_anything_can() {
        assert_eq!(Colour([0; 3]).contrast(WHITE).round(), 21.0);
        assert_eq!(WHITE.contrast(WHITE), 1.0);
    }

    #[test]
    fn a_colour_too_pale_for_words_is_refused() {
        assert_eq!(readable("#ffdd00"), Some("error-colour-too-pale"));
        assert_eq!(readable("#c93c1f"), None);
        assert_eq!(readable("blue"), Some("error-colour"));
    }

    #[test]
    fn every_colour_can_be_read_on_dark_paper() {
        for colour in ["#000000", "#0b3d91", "#c93c1f", "#1f7d4a", "#6f3d99", "#ffffff"] {
            assert!(Colour::read(colour).unwrap().on_dark().contrast(DARK_PAPER) >= CONTRAST, "{colour}");
        }
    }

    #[test]
    fn a_network_without_colours_has_no_style_of_its_own() {
        assert_eq!(Brand::default().style(), "");
        let brand = Brand::of("#0b3d91", "").with_themes(&["".into(), "#1f7d4a".into()]);
        assert!(
            brand.style().starts_with(":root{--accent:#0b3d91;--theme-2:#1f7d4a;}@media"),
            "{}",
            brand.style()
        );
    }
}
