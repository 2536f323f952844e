//! The address of the page of a figure: what it asks, part by part.

use decapolis_base::Day;

use crate::web::address::encoded;

/// What the address of the page of a figure says.
pub(super) struct FigureAddress<'a> {
    pub(super) key: &'a str,
    /// The last day of the period.
    pub(super) at: Day,
    /// The first day, if it is not that of the year of the last.
    pub(super) from: Option<Day>,
    /// The state of the register, as the address writes it; `None` is the present one.
    pub(super) known: Option<&'a str>,
    /// The column and the value of the only group that is counted.
    pub(super) only: Option<(&'a str, &'a str)>,
}

impl FigureAddress<'_> {
    /// The path with these parameters after its own, without the language.
    pub(super) fn path(&self, more: &[(&str, &str)]) -> String {
        let mut path = format!("/figures/{}?at={}", self.key, self.at);
        if let Some(from) = self.from {
            path.push_str(&format!("&from={from}"));
        }
        if let Some(known) = self.known {
            path.push_str(&format!("&known={known}"));
        }
        if let Some((column, value)) = self.only {
            path.push_str(&format!("&only={column}/{}", encoded(value)));
        }
        for (name, value) in more {
            path.push_str(&format!("&{name}={value}"));
        }
        path
    }
}
