//! To whom the rows of a table belong.

use crate::table::Table;

/// To which owner a row belongs: the organisation whose affairs it records. A row of a table without any belongs to the whole network.
#[derive(Clone, Copy)]
pub enum Belongs {
    /// The row is the owner.
    Itself,
    /// To the owner that this column refers to.
    To(&'static str),
    /// To the owner of the record that this column refers to, a row of this table.
    Through(&'static str, &'static Table),
    /// To the owner of rows of this table whose column refers to it: a person, to the government of a mandate.
    By(&'static Table, &'static str),
}

/// The kind of record that has owners placed in it: a part of the network whose rows are found by the owners placed there.
pub const REGION: &str = "region";
