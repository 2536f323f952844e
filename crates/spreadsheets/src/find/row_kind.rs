//! The kinds of rows that a sheet has.

/// The kind of a row of a sheet, as one table sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Is {
    Data,
    Blank,
    Title,
    Heading,
    /// 1, 2, 3 … under the heading.
    ColumnNumbers,
    /// A line that names the rows below it.
    Section(String),
    Subtotal,
    Footnote,
    /// A row of another table of the sheet.
    OtherTable,
}

impl Is {
    pub fn is_data(&self) -> bool {
        *self == Is::Data
    }

    /// The key of the message that says why a row is not read: `row-…`. A section's message also needs its `text`. `None` for a row of
    /// data.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            Is::Data => return None,
            Is::Blank => "row-blank",
            Is::Title => "row-title",
            Is::Heading => "row-heading",
            Is::ColumnNumbers => "row-column-numbers",
            Is::Section(_) => "row-section",
            Is::Subtotal => "row-subtotal",
            Is::Footnote => "row-footnote",
            Is::OtherTable => "row-other-table",
        })
    }
}
