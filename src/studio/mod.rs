//! The studio: make a figure in the browser, try it, and save it.
//!
//! A *draft* is what the user has chosen so far; the URL holds it. *Settling* turns a draft into a figure, or lists
//! what is wrong by field. The *sentence* describes a figure in words. A *saved figure* is a record whose rule is the
//! text that a figure file would hold. It replaces a figure of the same key from a file, and is written by an action.

pub mod address;
pub mod draft;
pub mod offered;
pub mod save_figure;
pub mod saved;
pub mod sentence;
pub mod settle;
pub mod site;
pub mod table;

pub use draft::Draft;

use decapolis_actions::Offer;

/// What can be done here.
pub static ACTIONS: &[Offer] = &[Offer::by_its_own(&save_figure::SAVE_FIGURE.about)];
