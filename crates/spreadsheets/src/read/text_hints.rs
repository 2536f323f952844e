//! What a mapping says of a text file before the file is looked at.

use super::format::{Format, Quote, Separator};

/// What a mapping says of a text file before the file is looked at.
///
/// If the file says otherwise, the file is right: this year's may have been saved by another program.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TextHints {
    pub encoding: Option<&'static encoding_rs::Encoding>,
    pub separator: Option<Separator>,
    pub quote: Option<Quote>,
}

impl From<&Format> for TextHints {
    fn from(format: &Format) -> TextHints {
        match format {
            Format::Text(text) => TextHints {
                encoding: Some(text.encoding),
                separator: Some(text.separator),
                quote: Some(text.quote),
            },
            _ => TextHints::default(),
        }
    }
}
