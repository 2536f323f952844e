//! Compares two things: how similar they are, and why.
//!
//! The strongest reason gives the score, from 0 to 1; everything that surely differs lowers it. The numbers
//! were set by hand, on practices that several catalogues list and on cities with names in several languages;
//! the decision page says how well they do.

use strsim::jaro_winkler;

use super::contradictions::{apart, contradicted, shares};
use super::described::Described;
use super::fold::{latin, numbers, sound, word_set};
use super::titles::{alike_as_titles, by_address};

pub use super::reason::Reason;

/// From this score on, a person is asked.
pub const ASK: f64 = 0.75;

/// How similar two things are.
#[derive(Clone, Debug, PartialEq)]
pub struct Similarity {
    pub score: f64,
    /// The strongest first.
    pub reasons: Vec<Reason>,
}

impl Similarity {
    pub fn is_likely(&self) -> bool {
        self.score >= ASK
    }
}

/// Compares two things of one kind; `None` if nothing suggests that they are one.
pub fn compare(one: &Described, two: &Described) -> Option<Similarity> {
    let name = alike_by_name(one, two);
    let mut found: Vec<(f64, Reason)> = name.into_iter().collect();
    if shares(&one.mails, &two.mails) {
        // one mail address may be that of an office where several work
        found.push((
            if name.is_some() || one.names.is_empty() || two.names.is_empty() { 0.95 } else { 0.8 },
            Reason::SameMail,
        ));
    }
    if let Some(address) = one.addresses.iter().find(|a| two.addresses.contains(a)) {
        found.push((by_address(address, name.map(|(score, _)| score), one, two), Reason::SameAddress));
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let strongest = found.first()?.0;
    let mut score = (strongest + 0.02 * (found.len() - 1) as f64).min(1.0) * contradicted(one, two);
    let mut reasons: Vec<Reason> = found.into_iter().map(|(_, reason)| reason).collect();
    if let Some(km) = apart(one, two).filter(|km| *km <= 25.0) {
        score = (score + 0.03).min(1.0);
        reasons.push(Reason::Near(km));
    }
    Some(Similarity { score, reasons })
}

/// The best match between any two of their names.
fn alike_by_name(one: &Described, two: &Described) -> Option<(f64, Reason)> {
    let mut best: Option<(f64, Reason)> = None;
    let mut take = |found: Option<(f64, Reason)>| {
        if let Some((score, _)) = found
            && best.is_none_or(|(so_far, _)| score > so_far)
        {
            best = found;
        }
    };
    for (a, b) in one.names.iter().flat_map(|a| two.names.iter().map(move |b| (a, b))) {
        take(alike(a, b));
        if one.titled && two.titled {
            take(alike_as_titles(a, b, one, two));
        }
    }
    let others = one.names.iter().flat_map(|a| two.other_names.iter().map(move |b| (a, b)));
    let others = others.chain(one.other_names.iter().flat_map(|a| two.names.iter().map(move |b| (a, b))));
    for (a, b) in others {
        take(
            alike(a, b)
                .filter(|(score, _)| *score >= 0.88)
                .map(|(score, _)| (score - 0.05, Reason::OtherName)),
        );
    }
    best
}

/// Compares two folded names.
fn alike(a: &str, b: &str) -> Option<(f64, Reason)> {
    if a == b {
        return Some((0.95, Reason::SameName));
    }
    if numbers(a) != numbers(b) {
        return None;
    }
    let (words_a, words_b) = (word_set(a), word_set(b));
    if words_a == words_b {
        return Some((0.93, Reason::SameWords));
    }
    let (latin_a, latin_b) = (latin(&words_a), latin(&words_b));
    let closeness = jaro_winkler(&latin_a, &latin_b);
    let heard_alike = sound(a) == sound(b);
    if a.is_ascii() != b.is_ascii() {
        return (heard_alike || closeness >= 0.93).then_some((0.7 + 0.2 * closeness, Reason::OtherScript));
    }
    // short names differ in a letter and are two: Bari, Bali
    let long = latin_a.len().min(latin_b.len());
    let nearly = heard_alike && closeness >= 0.85 && long >= 4
        || closeness >= 0.96 && long >= 8 && same_number_of_words(&latin_a, &latin_b);
    nearly.then_some((0.55 + 0.3 * closeness, Reason::NearlySameName))
}

fn same_number_of_words(a: &str, b: &str) -> bool {
    a.split(' ').count() == b.split(' ').count()
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
