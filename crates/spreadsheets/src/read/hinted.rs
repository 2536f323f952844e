//! What a mapping says of a text file before the file is looked at.

use super::format::{Format, Quote, Separator};

/// What a mapping says of a text file before the file is looked at.
///
/// If the file says otherwise, the file is right: this year's may have been saved by another program.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hinted {
    pub encoding: Option<&'static encoding_rs::Encoding>,
    pub separator: Option<Separator>,
    pub quote: Option<Quote>,
}

impl From<&Format> for Hinted {
    fn from(format: &Format) -> Hinted {
        match format {
            Format::Text(text) => Hinted { encoding: Some(text.encoding), separator: Some(text.separator), quote: Some(text.quote) },
            _ => Hinted::default(),
        }
    }
}
