//! The fonts embedded in an SVG file, reduced to the letters in use.

use std::collections::BTreeSet;

use base64::Engine as _;
use skera::{DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use typst::text::{Font, TextItem};
use write_fonts::read::FontRef;
use write_fonts::read::collections::IntSet;
use write_fonts::types::{NameId, Tag};

/// The fonts used so far, with the letters used of each.
#[derive(Default)]
pub struct Fonts {
    met: Vec<(Font, BTreeSet<char>)>,
    /// The language of the file: that of its first text.
    pub lang: Option<String>,
}

impl Fonts {
    /// The class of a run of text, and of its digits if they are not the font's default ones.
    pub fn class(&mut self, text: &TextItem) -> String {
        self.lang.get_or_insert_with(|| text.lang.as_str().into());
        let font = text.font.font();
        let at = self.met.iter().position(|(known, _)| known == font).unwrap_or_else(|| {
            self.met.push((font.clone(), BTreeSet::new()));
            self.met.len() - 1
        });
        self.met[at].1.extend(text.text.chars());
        format!("f{at}{}", figures(text))
    }

    /// The style sheet of the file: each font with its letters, and its class. A font that cannot be reduced is only
    /// named, so the reader's own font of that name is used.
    pub fn style(&self) -> String {
        let mut style = String::new();
        for (at, (font, letters)) in self.met.iter().enumerate() {
            let weight = font.info().variant.weight.to_number();
            if let Some(cut) = cut_down(font, letters) {
                let data = base64::engine::general_purpose::STANDARD.encode(cut);
                style.push_str(&format!("@font-face{{font-family:f{at};font-weight:{weight};src:url(data:font/ttf;base64,{data})}}"));
            }
            let family: String =
                font.info().family.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
            // a blank or a digit in a line of another script may come from another font of the file
            let others: String =
                (0..self.met.len()).filter(|other| *other != at).map(|other| format!("f{other},")).collect();
            style.push_str(&format!(
                ".f{at}{{font-family:f{at},{others}\"{family}\",sans-serif;font-weight:{weight}}}"
            ));
        }
        style
            + ".t{font-variant-numeric:tabular-nums}.p{font-variant-numeric:proportional-nums}text{white-space:pre}a:hover text{text-decoration:underline}"
    }
}

/// The class for digits set in a form that is not the font's default: tabular or proportional.
fn figures(text: &TextItem) -> &'static str {
    let usual = |digit: char| text.font.ttf().glyph_index(digit).map(|glyph| glyph.0);
    let other = text.glyphs.iter().any(|glyph| {
        let digit = text
            .text
            .get(glyph.range())
            .and_then(|letter| letter.chars().next())
            .filter(char::is_ascii_digit);
        digit.and_then(usual).is_some_and(|usual| usual != glyph.id)
    });
    let width = |digit: char| usual(digit).and_then(|glyph| text.font.x_advance(glyph));
    match (other, width('1') == width('8')) {
        (false, _) => "",
        (true, true) => " p",
        (true, false) => " t",
    }
}

/// The font reduced to these letters and what shapes them: ligatures, joined forms, kerning, tabular digits.
fn cut_down(font: &Font, letters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let whole = FontRef::from_index(font.data(), font.index()).ok()?;
    let letters: IntSet<u32> = letters.iter().map(|letter| u32::from(*letter)).collect();
    let mut features: IntSet<Tag> = IntSet::empty();
    features.extend(DEFAULT_LAYOUT_FEATURES.iter().copied());
    features.extend([b"tnum", b"pnum", b"lnum"].map(Tag::new));
    let mut scripts: IntSet<Tag> = IntSet::empty();
    scripts.invert();
    // tables for old systems, for vertical writing and for bitmaps
    let unused: IntSet<Tag> =
        [b"DSIG", b"kern", b"VORG", b"vhea", b"vmtx", b"BASE", b"gasp", b"LTSH", b"VDMX", b"hdmx", b"SVG "]
            .into_iter()
            .map(Tag::new)
            .collect();
    let names: IntSet<NameId> = (0..=6).map(NameId::from).collect();
    let languages: IntSet<u16> = [0x0409].into_iter().collect();
    let plan = Plan::new(
        &IntSet::empty(),
        &letters,
        &whole,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &unused,
        &scripts,
        &features,
        &names,
        &languages,
    );
    subset_font(&whole, &plan).ok()
}
