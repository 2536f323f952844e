//! What the cache has to know of the routes: how long an answer is kept, and which parameters make another answer.

use std::collections::HashMap;

use axum::extract::MatchedPath;

/// How long an answer is cached.
#[derive(Clone, Copy)]
pub enum Keeps {
    /// It is made for every request.
    Never,
    /// Until a table that it was made from is written, or the day ends; only at paths for which this holds.
    UntilWritten(fn(&str) -> bool),
    /// As long as the program runs: no table changes it.
    OfTheProgram,
}

/// What the cache has to know of every route, by its path.
#[derive(Default)]
pub struct Known(HashMap<String, (&'static [&'static str], Keeps)>);

impl Known {
    pub fn of<'a>(routes: impl Iterator<Item = (&'a str, &'static [&'static str], Keeps)>) -> Known {
        Known(routes.map(|(path, asks, keeps)| (path.to_string(), (asks, keeps))).collect())
    }

    /// The parameters and the caching of the route that was found.
    pub fn route(&self, path: &MatchedPath) -> Option<(&'static [&'static str], Keeps)> {
        self.0.get(path.as_str()).copied()
    }
}
