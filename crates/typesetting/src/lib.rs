//! Sets pages with Typst and writes them as PDF, as SVG with live text, and as PNG.
//!
//! An [`Engine`] holds the fonts. It is given a template, the files the template may read, and the date of the
//! document. It reads nothing else, no clock and no network, so the same input always gives the same bytes. It knows
//! nothing of cities or registers: the content of a page is data, and a text in it is never read as markup.
//!
//! A server gives a [`Job`] to [`Processes`], which have it done in another process: see `apart`.

mod apart;
mod document;
mod engine;
mod files;
mod job;
mod problems;
mod reduced;
mod svg;
mod wire;
mod world;

pub use apart::{Processes, TimeLimits, serve};
pub use document::{Day, Document};
pub use engine::Engine;
pub use files::Files;
pub use job::{Job, Output};
pub use problems::Problems;

#[cfg(test)]
mod tests;
