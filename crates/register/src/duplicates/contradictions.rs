//! Finds what surely differs between two similar things.

use std::collections::BTreeSet;

use super::described::Described;
use super::fold::telling_words;

/// What is left of a score, for all that is surely different.
pub(super) fn contradicted(one: &Described, two: &Described) -> f64 {
    let mut left = 1.0;
    if differ(&one.country, &two.country) {
        left *= 0.4;
    }
    if in_one_place(one, two) == Some(false) {
        left *= 0.6;
    }
    if apart(one, two).is_some_and(|km| km > 50.0) {
        left *= 0.4;
    }
    if differ(&one.sort, &two.sort) {
        left *= 0.6;
    }
    if !one.mails.is_empty() && !two.mails.is_empty() && !shares(&one.mails, &two.mails) {
        left *= 0.75;
    }
    let other_address =
        !one.addresses.is_empty() && !two.addresses.is_empty() && !shares(&one.addresses, &two.addresses);
    if one.catalogue.is_some() && one.catalogue == two.catalogue && other_address {
        left *= 0.7;
    }
    left * long_between(one, two)
}

/// What began on two days is two things; years are told less exactly.
fn long_between(one: &Described, two: &Described) -> f64 {
    let (Some(a), Some(b)) = (one.day, two.day) else { return 1.0 };
    let exact = a.0 == a.1 && b.0 == b.1;
    let days = |day: i64| day / 10_000 * 372 + day / 100 % 100 * 31 + day % 100;
    let between = (days(a.0) - days(b.1)).max(days(b.0) - days(a.1)).max(0);
    match between {
        0 => 1.0,
        more if exact && more > 31 => 0.7,
        more if more > 10 * 372 => 0.6,
        more if more > 5 * 372 => 0.9,
        _ => 1.0,
    }
}

fn differ<T: PartialEq>(one: &Option<T>, two: &Option<T>) -> bool {
    matches!((one, two), (Some(one), Some(two)) if one != two)
}

pub(super) fn shares(one: &[String], two: &[String]) -> bool {
    one.iter().any(|text| two.contains(text))
}

/// Kilometres between two places, along the earth.
pub(super) fn apart(one: &Described, two: &Described) -> Option<f64> {
    let [lat_1, lon_1, lat_2, lon_2] =
        [one.latitude?, one.longitude?, two.latitude?, two.longitude?].map(f64::to_radians);
    let half = ((lat_2 - lat_1) / 2.0).sin().powi(2)
        + lat_1.cos() * lat_2.cos() * ((lon_2 - lon_1) / 2.0).sin().powi(2);
    Some(2.0 * 6371.0 * half.clamp(0.0, 1.0).sqrt().asin())
}

/// Whether both are in one place, where it is known of both: "Antioquia" and "Antioquia (department)" are one.
pub(super) fn in_one_place(one: &Described, two: &Described) -> Option<bool> {
    if let (Some(one), Some(two)) = (one.place, two.place) {
        return Some(one == two);
    }
    let (one, two) = (one.place_name.as_deref()?, two.place_name.as_deref()?);
    let [one, two] = [one, two].map(|name| telling_words(name).into_iter().collect::<BTreeSet<_>>());
    Some(one.is_subset(&two) || two.is_subset(&one))
}
