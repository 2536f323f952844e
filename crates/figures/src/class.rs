//! The three classes of rows, into which a figure sorts those of its listings.

/// How a row counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// It is counted.
    Counted,
    /// In the base of a share, but not counted.
    BaseOnly,
    /// It fails a condition, which says why.
    LeftOut,
}

impl Class {
    /// The number of the class in statements and editions: 0, 1 or 2.
    pub fn number(self) -> i64 {
        match self {
            Class::Counted => 0,
            Class::BaseOnly => 1,
            Class::LeftOut => 2,
        }
    }
    /// The class with this number; any other is left out.
    pub fn from_number(number: i64) -> Class {
        match number {
            0 => Class::Counted,
            1 => Class::BaseOnly,
            _ => Class::LeftOut,
        }
    }
}
