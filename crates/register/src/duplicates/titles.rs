//! Compares titles: another catalogue keeps some words of a title and adds others.

use std::collections::BTreeSet;

use strsim::jaro_winkler;

use super::contradictions::in_one_place;
use super::described::Described;
use super::fold::{latin, numbers, telling_words};
use super::reason::Reason;

/// Words that many titles have: they weigh less.
pub(super) const COMMON_IN_TITLES: &[&str] = &[
    "project",
    "program",
    "programme",
    "participatory",
    "participation",
    "budgeting",
    "budget",
    "urban",
    "local",
    "public",
    "community",
    "development",
    "sustainable",
    "system",
    "service",
    "services",
    "plan",
    "planning",
    "policy",
    "initiative",
    "case",
    "study",
    "climate",
    "change",
    "adaptation",
    "citizen",
    "citizens",
    "neighbourhood",
    "neighborhood",
    "district",
    "cities",
    "proyecto",
    "programa",
    "plan",
    "participativo",
    "participacion",
    "presupuesto",
    "presupuestos",
    "urbano",
    "sistema",
    "iniciativa",
    "barrio",
    "ciudades",
    "projet",
    "participatif",
    "quartier",
    "villes",
    "budgets",
    "urbain",
    "systeme",
    "meeting",
    "forum",
    "conference",
    "assembly",
    "reunion",
];

/// Two titles: how much of the shorter one the other has too.
pub(super) fn alike_as_titles(a: &str, b: &str, one: &Described, two: &Described) -> Option<(f64, Reason)> {
    let place = |word: &str| one.place_words.contains(word) || two.place_words.contains(word);
    let (latin_a, latin_b) = (latin(a), latin(b));
    let telling = |text: &str| -> BTreeSet<String> {
        telling_words(text).into_iter().filter(|w| !place(w)).map(str::to_string).collect()
    };
    let (words_a, mut words_b) = (telling(&latin_a), telling(&latin_b));
    if numbers(a) != numbers(b) && !numbers(a).is_empty() && !numbers(b).is_empty() {
        return None;
    }
    let weight = |word: &str| if COMMON_IN_TITLES.contains(&word) { 0.4 } else { 1.0 };
    let whole = |words: &BTreeSet<String>| words.iter().map(|w| weight(w)).sum::<f64>();
    let less = whole(&words_a).min(whole(&words_b));
    let mut shared = 0.0;
    for word in &words_a {
        if let Some(same) = words_b.iter().find(|other| same_word(word, other)).cloned() {
            shared += weight(word).min(weight(&same));
            words_b.remove(&same);
        }
    }
    let part = if less > 0.0 { shared / less } else { 0.0 };
    // one word that both have is no title
    if shared < 1.3 || part < 0.6 {
        return None;
    }
    Some((
        if in_one_place(one, two) == Some(true) { 0.45 } else { 0.35 } + 0.5 * part.min(1.0),
        Reason::SameTitle,
    ))
}

/// Programme and program, nature and natural.
fn same_word(a: &str, b: &str) -> bool {
    a == b || (a.len() >= 5 && b.len() >= 5 && jaro_winkler(a, b) >= 0.9)
}

/// What one address on the web says: a page may list many things, and a whole site belongs to whoever runs it.
pub(super) fn by_address(address: &str, name: Option<f64>, one: &Described, two: &Described) -> f64 {
    let whole_site = !address.contains(['/', '?']);
    let telling = |of: &Described| -> BTreeSet<String> {
        let words = of
            .names
            .iter()
            .flat_map(|name| telling_words(name))
            .filter(|w| !one.place_words.contains(*w) && !two.place_words.contains(*w));
        words.filter(|w| !COMMON_IN_TITLES.contains(w)).map(str::to_string).collect()
    };
    match name {
        Some(score) if whole_site => (score + 0.1).min(0.9),
        None if whole_site => 0.5,
        Some(_) => 0.95,
        None if telling(one).is_disjoint(&telling(two)) => 0.65,
        None => 0.82,
    }
}
