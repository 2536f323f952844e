//! Figures as readers see them: what is asked of one, its rows in words, and its pages. How they are counted is in the crate.

pub mod beside;
pub mod cli;
pub mod cost;
pub mod evidence;
pub mod object;
pub mod question;
pub mod site;
pub mod sought;
pub mod units;
pub mod values;
