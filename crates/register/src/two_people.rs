//! What a network may want two people for: one proposes it, another accepts it.

/// What is done that one person alone may not be allowed to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Many rows are changed at once.
    ManyRows,
    /// Rows are taken away, or what lasts ends for good: a membership.
    Removal,
}

/// The columns in which the network's record says what needs two people.
#[derive(Clone, Copy, Debug)]
pub struct TwoPeople {
    pub many_rows: &'static str,
    pub removals: &'static str,
}

impl TwoPeople {
    /// Each column, with what it is about.
    pub fn columns(self) -> [(&'static str, Concern); 2] {
        [(self.many_rows, Concern::ManyRows), (self.removals, Concern::Removal)]
    }
}
