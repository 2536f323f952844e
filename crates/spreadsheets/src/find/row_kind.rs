//! The kinds of rows that a sheet has.

/// What a row of a sheet is to the table it stands in.
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

    /// `row-…`: why a row is not read, with words in every language; a section's also say `text`. `None` for a row that is.
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
