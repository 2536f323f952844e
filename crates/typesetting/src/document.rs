//! A page that has been set, and its output formats.

use std::collections::{BTreeSet, HashSet};

use typst::foundations::{Bytes, Datetime, Smart};
use typst::layout::{Abs, Frame, FrameItem};
use typst::model::Document as _;
use typst::syntax::Source;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::problems::Problems;
use crate::reduced::{reduced, reduction};
use crate::svg;

/// A day: year, month from 1, day from 1.
pub type Day = (i32, u8, u8);

/// A page after layout: the position of everything is final.
pub struct Document {
    paged: PagedDocument,
    main: Source,
    named: String,
    day: Day,
    drawings: HashSet<Bytes>,
}

impl Document {
    pub(crate) fn new(
        paged: PagedDocument,
        main: Source,
        named: &str,
        day: Day,
        drawings: HashSet<Bytes>,
    ) -> Document {
        Document { paged, main, named: named.into(), day, drawings }
    }

    /// The number of pages.
    pub fn pages(&self) -> usize {
        self.paged.pages().len()
    }

    /// The document as PDF/UA-1: tagged, with a title, a language and an alternative text for every picture. Errors:
    /// what the standard requires and the document lacks.
    pub fn pdf(&self) -> Result<Vec<u8>, Problems> {
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|e| Problems::one(e.message().to_string()))?;
        let (year, month, day) = self.day;
        let date = Datetime::from_ymd_hms(year, month, day, 0, 0, 0)
            .ok_or_else(|| Problems::one(format!("{year}-{month}-{day} is no day to date a document")))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("Decapolis".into())),
            timestamp: Some(Timestamp::new_utc(date)),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.paged, &options)
            .map_err(|found| Problems::worded(&self.main, &self.named, &found))
    }

    /// The pages below each other as one SVG file with live text, which can be selected, searched and read aloud. The
    /// fonts are embedded, reduced to the letters in use; the file has no script and loads nothing.
    pub fn svg(&self) -> String {
        svg::write(self.paged.pages(), &self.title(), &self.drawings)
    }

    /// The pages below each other as a PNG picture. An A4 page at 150 pixels per inch is 1240 pixels wide.
    ///
    /// The renderer draws each SVG picture on whole pixels and then stretches it to its place by the nearest pixel, which
    /// drops a row here and there: heads and dots without their tops. So the page is drawn larger and reduced.
    pub fn png(&self, pixels_per_inch: f64) -> Result<Vec<u8>, Problems> {
        let pixels: f64 = self
            .paged
            .pages()
            .iter()
            .map(|page| page.frame.size().x.to_inches() * page.frame.size().y.to_inches())
            .sum::<f64>()
            * pixels_per_inch
            * pixels_per_inch;
        let times = reduction(pixels);
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(pixels_per_inch * f64::from(times) / 72.0),
            render_bleed: false,
        };
        let picture = typst_render::render_merged(&self.paged, &options, Abs::zero(), None);
        reduced(&picture, times)
            .ok_or_else(|| Problems::one("the picture is too small to be drawn".into()))?
            .encode_png()
            .map_err(|e| Problems::one(format!("the picture cannot be written as PNG: {e}")))
    }

    fn title(&self) -> String {
        self.paged.info().title.as_ref().map(|title| title.to_string()).unwrap_or_default()
    }

    /// A missing glyph is drawn as a box in every format, so it is refused before any format is written.
    pub(crate) fn refuse_missing_glyphs(&self) -> Result<(), Problems> {
        let mut missing = BTreeSet::new();
        for page in self.paged.pages() {
            missing_in(&page.frame, &mut missing);
        }
        let named = &self.named;
        let sentences: Vec<String> = missing
            .into_iter()
            .map(|(letter, text)| {
                let code =
                    letter.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join(" ");
                format!("{named}: no font has “{letter}” ({code}), which stands in “{text}”")
            })
            .collect();
        if sentences.is_empty() { Ok(()) } else { Err(Problems(sentences)) }
    }
}

fn missing_in(frame: &Frame, missing: &mut BTreeSet<(String, String)>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => missing_in(&group.frame, missing),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let letter = text.text.get(glyph.range()).unwrap_or(&text.text);
                    missing.insert((letter.into(), text.text.to_string()));
                }
            }
            _ => {}
        }
    }
}
