//! A URL as a QR code.

use crate::svg::frame;
use maud::{Markup, Render, html};
use qrcode::{Color, EcLevel, QrCode};
use serde::{Deserialize, Serialize};

/// A QR code.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Qr {
    /// The title for readers who do not see the picture.
    pub title: String,
    /// The encoded text, usually a URL; at most about 2,900 bytes.
    pub text: String,
}

/// The width of the quiet zone around the code, in modules.
const QUIET: usize = 2;

/// Draws the code. A text that is too long gives an empty picture with the title.
pub fn qr(it: &Qr) -> Markup {
    let code = QrCode::with_error_correction_level(it.text.as_bytes(), EcLevel::M).ok();
    let wide = code.as_ref().map_or(21, QrCode::width);
    let dark = code.map(QrCode::into_colors).unwrap_or_default();
    let mut d = String::new();
    for (row, line) in dark.chunks(wide).enumerate() {
        let mut at = 0;
        while at < wide {
            let run = line[at..].iter().take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                d.push_str(&format!("M{} {}h{run}v1h-{run}z", at + QUIET, row + QUIET));
            }
            at += run.max(1);
        }
    }
    let side = (wide + 2 * QUIET) as f64;
    // The background is drawn, because a camera needs it in dark mode too. The modules are drawn without antialiasing,
    // which would leave lines between them.
    frame(
        "qr",
        &it.title,
        (side, side),
        false,
        html! {
            rect class="fill-paper" width=(side) height=(side) {}
            @if !d.is_empty() { path class="fill-ink" shape-rendering="crispEdges" d=(d) {} }
        },
    )
}

impl Render for Qr {
    fn render(&self) -> Markup {
        qr(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_path_and_a_title() {
        let drawn =
            qr(&Qr { title: "address".into(), text: "https://network.example/2020".into() }).into_string();
        assert_eq!(drawn.matches("<path").count(), 1);
        assert!(drawn.contains("aria-label=\"address\""));
        // the finder pattern in the first corner: seven dark modules in a row
        assert!(drawn.contains("M2 2h7v1h-7z"));
    }

    #[test]
    fn a_text_too_long_for_a_camera_is_left_out() {
        let drawn = qr(&Qr { title: "address".into(), text: "x".repeat(10_000) }).into_string();
        assert!(!drawn.contains("<path"));
    }
}
