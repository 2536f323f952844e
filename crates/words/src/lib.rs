//! Every sentence that a person reads: messages, their words in each language, numbers and days as a language writes them, and the errors
//! that carry a message.
//!
//! A message is a key with arguments until somebody reads it; only then is it put into words. This crate depends on `decapolis-base` and
//! knows nothing of the register.

pub mod errors;
mod languages;
pub mod message;
mod numerals;
mod words;

pub use languages::{Language, languages};
pub use numerals::{NOTHING, Numerals, round};
pub use words::{Locale, Source, Words, finding, sorting};
