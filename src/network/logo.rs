//! The logo of a network: a picture in its record, as a `data:` URL. It is a PNG, or an SVG that only draws.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::logo_on_paper::can_be_set;

/// The largest logo, in bytes.
pub const MOST_BYTES: usize = 100_000;
/// The most elements in an SVG.
const MOST_ELEMENTS: usize = 2_000;

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
}
