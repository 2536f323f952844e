//! The page of a year: counted, worded and drawn once as one value, then written as HTML, PDF, SVG, PNG or data.
//!
//! A [`sheet::Sheet`] is a page in one language, with all numbers, texts, codes and URLs, so that writing it needs no
//! query. An edition stores this value, so a published page does not change. Terms: a *section* is a heading with its
//! items; a *band* is the part of the sheet a section is in; a *number* is a figure as shown on the page; a *group* is
//! one line of a breakdown.

pub mod address;
pub mod data;
pub mod file;
pub mod forms;
pub mod lines;
pub mod make;
mod marks;
mod named;
pub mod number;
pub mod pages;
pub mod permanent;
pub mod readings;
pub mod sheet;
pub mod site;
pub mod years;
