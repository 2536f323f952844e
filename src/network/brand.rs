//! The brand of a network: the colours and the logo in its record.
//!
//! A *colour* is `#rrggbb`. It is used for text and areas on white, so its contrast with white must be enough for text
//! (WCAG 2.2, 1.4.3: 4.5 to 1); for dark pages a lighter colour is derived from it. A *logo* is a picture in the record
//! itself, as a `data:` URL: a PNG, or an SVG that only draws.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use decapolis_register::value::{Cell, Values};

use super::logo_on_paper::can_be_set;

/// The largest logo, in bytes.
pub const MOST_BYTES: usize = 100_000;
/// The most elements in an SVG.
const MOST_ELEMENTS: usize = 2_000;
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

/// The logo of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    pub bytes: Vec<u8>,
    pub svg: bool,
}

impl Logo {
    /// Reads a logo from its record.
    ///
    /// Errors: the key of the reason why it is refused.
    pub fn read(text: &str) -> Result<Logo, &'static str> {
        let (kind, data) = text
            .strip_prefix("data:")
            .and_then(|rest| rest.split_once(";base64,"))
            .ok_or("error-logo-no-picture")?;
        if data.len() > MOST_BYTES * 4 / 3 + 4 {
            return Err("error-logo-too-large");
        }
        let bytes = STANDARD.decode(data.trim()).map_err(|_| "error-logo-no-picture")?;
        match kind {
            "image/png" | "image/svg+xml" => Logo::of(bytes),
            _ => Err("error-logo-no-picture"),
        }
    }

    /// Reads a logo from the bytes of a file. The format is recognised from the bytes, not from a file name.
    ///
    /// Errors: the key of the reason why it is refused.
    pub fn of(bytes: Vec<u8>) -> Result<Logo, &'static str> {
        if bytes.len() > MOST_BYTES {
            return Err("error-logo-too-large");
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            // the first chunk has the width and height; a small file may claim to be huge
            let side =
                |at: usize| bytes.get(at..at + 4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]));
            let header = bytes.get(12..16) == Some(b"IHDR");
            return match (side(16), side(20)) {
                (Some(1..=4_000), Some(1..=4_000)) if header => Ok(Logo { bytes, svg: false }),
                _ => Err("error-logo-no-picture"),
            };
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| "error-logo-no-picture")?;
        draws_only(text)?;
        Ok(Logo { bytes, svg: true })
    }

    /// The logo, if a page with it can be set on paper. It takes a moment: it is asked when a logo is given, not when it is read.
    ///
    /// Errors: the key of the reason why it is refused.
    pub fn on_paper(self) -> Result<Logo, &'static str> {
        let set = can_be_set(&self.bytes, if self.svg { "svg" } else { "png" });
        if set { Ok(self) } else { Err("error-logo-not-on-paper") }
    }

    /// The `data:` URL for the record.
    pub fn written(&self) -> String {
        let kind = if self.svg { "image/svg+xml" } else { "image/png" };
        format!("data:{kind};base64,{}", STANDARD.encode(&self.bytes))
    }
}

/// SVG elements that draw. All others (script, foreignObject, animation, style sheets, embedded pictures) are refused.
const DRAWS: &[&str] = &[
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "use",
    "symbol",
    "title",
    "desc",
    "text",
    "tspan",
];

/// Refuses an SVG that does more than draw: anything that runs, loads, includes, or is built to exhaust memory.
fn draws_only(text: &str) -> Result<(), &'static str> {
    // an entity can read a file, or expand to gigabytes
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
        return Err("error-logo-does-more");
    }
    let document = roxmltree::Document::parse(text).map_err(|_| "error-logo-no-picture")?;
    if document.root_element().tag_name().name() != "svg" {
        return Err("error-logo-no-picture");
    }
    let mut uses = 0;
    for (n, element) in document.descendants().filter(roxmltree::Node::is_element).enumerate() {
        let name = element.tag_name().name();
        uses += usize::from(name == "use");
        // nested `use` elements can double the drawing at every level
        if n > MOST_ELEMENTS || uses > 50 || element.ancestors().count() > 32 {
            return Err("error-logo-too-large");
        }
        if !DRAWS.contains(&name) {
            return Err("error-logo-does-more");
        }
        for attribute in element.attributes() {
            let (name, value) = (attribute.name().to_lowercase(), attribute.value().to_lowercase());
            let fetches = name.ends_with("href") && !value.trim().starts_with('#');
            let elsewhere = value
                .split("url(")
                .skip(1)
                .any(|rest| !rest.trim_start_matches(['"', '\'', ' ']).starts_with('#'));
            if name.starts_with("on")
                || fetches
                || elsewhere
                || value.contains("javascript:")
                || value.contains("expression(")
            {
                return Err("error-logo-does-more");
            }
        }
    }
    Ok(())
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

    fn svg(inside: &str) -> Result<Logo, &'static str> {
        Logo::of(
            format!("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>{inside}</svg>")
                .into(),
        )
    }

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
    fn a_drawing_is_a_logo() {
        assert!(
            svg("<title>Port</title><g fill='#123456'><path d='M0 0h9v9z'/><use href='#a'/></g>").is_ok()
        );
        let logo = svg("<path d='M0 0h9'/>").unwrap();
        assert_eq!(Logo::read(&logo.written()).unwrap(), logo);
    }

    #[test]
    fn a_drawing_that_does_more_than_draw_is_refused() {
        for hostile in [
            "<script>alert(1)</script>",
            "<path onload='alert(1)'/>",
            "<a href='https://example.org'><path/></a>",
            "<use href='https://example.org/a.svg#b'/>",
            "<use xlink:href='file:///etc/passwd#b'/>",
            "<image href='data:image/png;base64,AAAA'/>",
            "<foreignObject><p/></foreignObject>",
            "<style>@import url(https://example.org/a.css)</style>",
            "<rect fill='url(https://example.org/a#b)'/>",
            "<rect fill='url( \"https://example.org/a#b\")'/>",
            "<animate attributeName='href' to='javascript:alert(1)'/>",
            "<set attributeName='onclick' to='alert(1)'/>",
            "<rect style='background:expression(alert(1))'/>",
        ] {
            assert_eq!(svg(hostile), Err("error-logo-does-more"), "{hostile}");
        }
        let laughs = "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>";
        assert_eq!(Logo::of(laughs.into()), Err("error-logo-does-more"));
    }

    #[test]
    fn a_drawing_built_to_take_memory_is_refused() {
        assert_eq!(svg(&"<g>".repeat(200).to_string()), Err("error-logo-no-picture"));
        assert_eq!(svg(&format!("{}{}", "<g>".repeat(200), "</g>".repeat(200))), Err("error-logo-too-large"));
        assert_eq!(svg(&"<path d='M0 0'/>".repeat(3_000)), Err("error-logo-too-large"));
        assert_eq!(svg(&"<use href='#a'/>".repeat(60)), Err("error-logo-too-large"));
        assert_eq!(Logo::of(vec![b' '; MOST_BYTES + 1]), Err("error-logo-too-large"));
    }

    #[test]
    fn a_logo_that_would_break_the_page_on_paper_is_refused() {
        let png = |cut: usize| {
            let mut picture = tiny_skia::Pixmap::new(12, 9).unwrap();
            picture.fill(tiny_skia::Color::BLACK);
            let mut bytes = picture.encode_png().unwrap();
            bytes.truncate(bytes.len() - cut);
            Logo::of(bytes).unwrap()
        };
        assert!(png(0).on_paper().is_ok());
        assert!(svg("<path d='M0 0h9v9z'/><text x='1' y='5'>Ciudad</text>").unwrap().on_paper().is_ok());
        for (what, logo) in [
            ("cut", png(30)),
            (
                "no size",
                Logo::of(b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>".to_vec()).unwrap(),
            ),
        ] {
            assert_eq!(logo.on_paper(), Err("error-logo-not-on-paper"), "{what}");
        }
    }

    #[test]
    fn what_is_no_picture_is_no_logo() {
        for other in [
            &b"%PDF-1.7"[..],
            b"GIF89a",
            b"\x89PNG\r\n\x1a\nnothing more",
            b"<html><svg/></html>",
            b"",
            b"\xff\xfe",
        ] {
            assert_eq!(Logo::of(other.to_vec()), Err("error-logo-no-picture"));
        }
        let mut huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        huge.extend([0, 1, 0, 0, 0, 1, 0, 0]);
        assert_eq!(Logo::of(huge), Err("error-logo-no-picture"));
        for text in [
            "logo.png",
            "data:text/html;base64,PGI+",
            "data:image/png;base64,!!!",
            "https://example.org/logo.png",
        ] {
            assert_eq!(Logo::read(text), Err("error-logo-no-picture"), "{text}");
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
