//! Actions that anyone can do who gives values for their fields: by a command, a form or the API.

use std::sync::Arc;

use decapolis_register::changes::Changes;
use decapolis_register::table::Table;
use decapolis_words::errors::Result;
use futures_util::future::BoxFuture;

use super::description::{Action, Description};
use super::given::Given;
use super::request::Request;
use super::run::{self, Done, Looked, Register};

/// The input of an action, made from its fields.
pub trait FromGiven: Sized {
    /// Refused: what the action cannot work with. Required fields are there, and each value is of its column's kind.
    fn from_given(given: Given) -> Result<Self>;
}

/// An action that is done with values for its fields, whatever the type of its input.
pub trait ByFields: Sync {
    /// What the action would write, with the rules that it would not keep. Nothing is written.
    ///
    /// Errors: those of [`run::look`], and those of the input.
    fn look<'a>(
        &'static self,
        register: &'a Register,
        request: &'a Request,
        given: Given,
    ) -> BoxFuture<'a, Result<Looked>>;

    /// What the action would write. Nothing is written.
    ///
    /// Errors: those of [`run::plan`], and those of the input.
    fn plan<'a>(
        &'static self,
        register: &'a Register,
        request: &'a Request,
        given: Given,
    ) -> BoxFuture<'a, Result<Changes>> {
        Box::pin(async move { self.look(register, request, given).await?.sound() })
    }

    /// Does it.
    ///
    /// Errors: those of [`run::run`], and those of the input.
    fn run<'a>(
        &'static self,
        register: &'a Arc<Register>,
        request: Request,
        given: Given,
    ) -> BoxFuture<'a, Result<Done>>;
}

impl<I: FromGiven + Send + 'static> ByFields for Action<Register, I> {
    fn look<'a>(
        &'static self,
        register: &'a Register,
        request: &'a Request,
        given: Given,
    ) -> BoxFuture<'a, Result<Looked>> {
        Box::pin(async move { run::look(register, self, request, I::from_given(given)?).await })
    }

    fn run<'a>(
        &'static self,
        register: &'a Arc<Register>,
        request: Request,
        given: Given,
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move { run::run(register, self, request, I::from_given(given)?).await })
    }
}

/// An action as its module offers it.
#[derive(Clone, Copy)]
pub struct Offer {
    pub about: &'static Description,
    /// `None` where only a page or a verb of its own can do it, because its input is more than fields.
    pub by_fields: Option<&'static dyn ByFields>,
    /// The row that it works on, where it is one of the actions that every table has.
    pub on_row: Option<OnRow>,
}

/// What an action that every table has does with a row.
#[derive(Clone, Copy)]
pub struct OnRow {
    pub table: &'static Table,
    pub deed: Deed,
}

/// What can be done with a row of any table that is not kept for other actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A new row.
    Create,
    /// It was never so: the row keeps its id, and its key may change.
    Correct,
    /// It is so from a day on: the row ends the day before, and another begins.
    ChangeFrom,
    /// It ends on a day.
    End,
    /// It should not be there.
    Remove,
}

impl Deed {
    pub const ALL: [Deed; 5] = [Deed::Create, Deed::Correct, Deed::ChangeFrom, Deed::End, Deed::Remove];

    /// Its word in the name of an action: `memberships.change-from`.
    pub fn word(self) -> &'static str {
        match self {
            Deed::Create => "create",
            Deed::Correct => "correct",
            Deed::ChangeFrom => "change-from",
            Deed::End => "end",
            Deed::Remove => "remove",
        }
    }
}

impl Offer {
    /// An action that is done with values for its fields.
    pub const fn by_fields<I: FromGiven + Send + 'static>(action: &'static Action<Register, I>) -> Offer {
        Offer { about: &action.about, by_fields: Some(action), on_row: None }
    }

    /// An action that has a page or a verb of its own.
    pub const fn by_its_own(about: &'static Description) -> Offer {
        Offer { about, by_fields: None, on_row: None }
    }
}
