//! Figures made in the browser: choosing what is counted in words, trying it, and keeping it.
//!
//! A *draft* is what somebody has chosen so far, as an address holds it; *settling* makes a figure of it or says what is wrong, field by
//! field. The *sentence* says a figure in words. A *saved figure* is a record whose rule is the text a file would hold; it stands over the
//! figures of files, and is written by an action like everything else.

pub mod address;
pub mod draft;
pub mod offered;
pub mod save_figure;
pub mod saved;
pub mod sentence;
pub mod settle;
pub mod table;

pub use draft::Draft;
