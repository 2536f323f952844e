//! To whom an address of the site opens.

use decapolis_actions::Role;

/// To whom an address opens. The handler decides; a test asks every address as everybody and compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    ToEverybody,
    /// To who has signed in and has one of these roles.
    To(&'static [Role]),
    /// To programs that show a token.
    ToPrograms,
}

/// What is said of an address: how the router reads it, its methods, and to whom it opens.
#[derive(Clone, Debug)]
pub struct Address {
    pub path: String,
    pub methods: &'static str,
    pub opens: Opens,
}
