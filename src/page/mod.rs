//! The page of a year as one value: counted, worded and drawn once, then written as HTML, as a document, as a picture or as data.
//!
//! A [`sheet::Sheet`] is a page in one language. It holds every number with the words, the code and the address it is published
//! with, and nothing has to be asked to write it down. An edition keeps this very value, so a page that was published stays what it
//! was. Words used here: a *section* is a heading with what it shows; a *band* is the part of the sheet where a section stands; a
//! *number* is a figure as it stands on the page; a *group* is one line of a breakdown.

pub mod data;
pub mod file;
pub mod forms;
pub mod lines;
pub mod make;
mod named;
pub mod number;
pub mod pages;
pub mod sheet;
