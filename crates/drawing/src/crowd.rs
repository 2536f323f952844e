//! Drawings of very many units. One mark for each would make a page of megabytes, and nobody counts them.

use maud::{Markup, html};

use crate::map::{MapPlace, equal_earth};
use crate::svg::{frame, n, path};

/// A drawing has at most this many marks of one unit each. More units are drawn as one band.
pub(crate) const MOST_MARKS: u32 = 200;

/// The map has at most this many marks.
const MOST_PLACES: usize = 250;
const BROAD: f64 = 304.0;
const HIGH: f64 = 16.0;

/// The units as one band: for each class of marks its share of the width, without gaps.
pub(crate) fn band(kind: &str, title: &str, shares: &[(&str, u32)]) -> Markup {
    let all: u32 = shares.iter().map(|share| share.1).sum();
    let mut from = 0.0;
    let parts = shares.iter().filter(|share| share.1 > 0).map(|(class, units)| {
        let wide = BROAD * f64::from(*units) / f64::from(all);
        let part = path(class, &format!("M{} 0h{w}v{h}h-{w}z", n(from), w = n(wide), h = n(HIGH)));
        from += wide;
        part
    });
    frame(kind, title, (BROAD, HIGH), true, html! { @for part in parts { (part) } })
}

/// The places of a map, without those that another mark would cover: of places close together the one with most members is left.
/// The more places there are, the closer they must not be.
pub fn uncovered(places: &[MapPlace]) -> Vec<MapPlace> {
    let mut left = places.to_vec();
    let mut side = 4.0;
    while left.len() > MOST_PLACES {
        left = one_in_each_cell(places, side);
        side *= 1.25;
    }
    left
}

/// The place with most members in each square of the map with sides of this length; the first of equals.
fn one_in_each_cell(places: &[MapPlace], side: f64) -> Vec<MapPlace> {
    let mut cells = std::collections::BTreeMap::<(i64, i64), &MapPlace>::new();
    for place in places {
        let (x, y) = equal_earth(place.lat, place.lon);
        let here = cells.entry(((y / side) as i64, (x / side) as i64)).or_insert(place);
        if place.members > here.members {
            *here = place;
        }
    }
    cells.into_values().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Cells, Dots, Drawing, Fill, People, Rings, Seats, Spines, Strip, WorldMap, equal_earth, world_map,
    };
    use maud::Render;

    /// The most bytes of a drawing beside a number.
    const MOST_BYTES: usize = 8_000;

    /// Places all over the world, so many that a map of all of them would be black.
    fn crowd(count: u32) -> Vec<MapPlace> {
        let at = |n: u32| MapPlace {
            lat: f64::from(n * 37 % 1200) / 10.0 - 55.0,
            lon: f64::from(n * 101 % 3600) / 10.0 - 180.0,
            members: 1 + u32::from(n % 9 == 0),
        };
        (0..count).map(at).collect()
    }

    /// Every drawing with this many units.
    fn drawn(many: u32) -> [String; 8] {
        let title = || "many".to_string();
        [
            Drawing::Strip(Strip {
                title: title(),
                filled: many / 2,
                unknown: many / 9,
                all: many,
                in_a_row: 47,
            }),
            Drawing::Dots(Dots { title: title(), circles: many, diamonds: many / 3, in_a_row: 22 }),
            Drawing::Rings(Rings { title: title(), members: vec![many / 5; 5] }),
            Drawing::Rings(Rings { title: title(), members: vec![1; many as usize] }),
            Drawing::Cells(Cells { title: title(), held: vec![2; many as usize], in_a_row: 40 }),
            Drawing::People(People { title: title(), women: many / 2, men: many / 2, ..People::default() }),
            Drawing::Seats(Seats { title: title(), taken: many / 2, seats: many, words: "May".into() }),
            Drawing::Spines(Spines { title: title(), spines: vec![Fill::Theme(2); many as usize] }),
        ]
        .map(|drawing| drawing.render().into_string())
    }

    #[test]
    fn a_drawing_of_ten_thousand_units_is_as_small_as_one_of_a_hundred() {
        for (few, many) in drawn(100).iter().zip(drawn(10_000)) {
            assert!(many.len() <= few.len(), "{} and {} bytes", many.len(), few.len());
            assert!(many.contains("aria-label=\"many\"") && many.contains("<path"), "{many}");
        }
    }

    #[test]
    fn no_drawing_is_large_however_many_units_it_has() {
        for many in (1..450).chain([10_000]) {
            for one in drawn(many) {
                assert!(one.len() < MOST_BYTES, "{many} units are {} bytes: {one:.200}", one.len());
            }
        }
    }

    #[test]
    fn a_band_shows_each_class_by_its_share() {
        let drawn =
            band("strip", "half", &[("fill-accent", 3_000), ("fill-unknown", 0), ("fill-empty", 1_000)]);
        let drawn = drawn.into_string();
        assert!(drawn.contains("class=\"fill-accent\" d=\"M0 0h228v16h-228z\""), "{drawn}");
        assert!(drawn.contains("class=\"fill-empty\" d=\"M228 0h76v16h-76z\""), "{drawn}");
        assert!(!drawn.contains("fill-unknown"));
    }

    #[test]
    fn a_map_of_ten_thousand_places_has_marks_wherever_there_are_places() {
        let places = crowd(10_000);
        let left = uncovered(&places);
        assert!((100..=MOST_PLACES).contains(&left.len()), "{}", left.len());
        for place in &places {
            let (x, y) = equal_earth(place.lat, place.lon);
            let near = left.iter().any(|mark| {
                let (mx, my) = equal_earth(mark.lat, mark.lon);
                (mx - x).abs() < 60.0 && (my - y).abs() < 60.0
            });
            assert!(near, "no mark near {x} {y}");
        }
        let map = WorldMap { title: "map".into(), land: "M0 0z".into(), places: left };
        assert!(world_map(&map).into_string().len() < 14_000);
        // few places all stay
        assert_eq!(uncovered(&crowd(200)).len(), 200);
    }

    #[test]
    fn of_places_close_together_the_one_with_most_members_is_left() {
        let near = |lat: f64, members| MapPlace { lat, lon: 20.0, members };
        let cell = one_in_each_cell(&[near(10.0, 1), near(10.1, 3), near(10.2, 2)], 60.0);
        assert_eq!(cell.iter().map(|place| place.members).collect::<Vec<_>>(), [3]);
    }
}
