//! The kinds of rows that a sheet has.

/// The kind of a row of a sheet, as one table sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum RowKind {
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

impl RowKind {
    pub fn is_data(&self) -> bool {
        *self == RowKind::Data
    }

    /// The key of the message that says why a row is not read: `row-…`. A section's message also needs its `text`. `None` for a row of
    /// data.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            RowKind::Data => return None,
            RowKind::Blank => "row-blank",
            RowKind::Title => "row-title",
            RowKind::Heading => "row-heading",
            RowKind::ColumnNumbers => "row-column-numbers",
            RowKind::Section(_) => "row-section",
            RowKind::Subtotal => "row-subtotal",
            RowKind::Footnote => "row-footnote",
            RowKind::OtherTable => "row-other-table",
        })
    }
}
