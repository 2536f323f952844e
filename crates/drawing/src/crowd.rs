//! Drawings of very many units. One mark for each would make a page of megabytes, and nobody counts them.

use maud::{Markup, html};

use crate::map::MapPlace;
use crate::svg::{frame, n, path};

/// A drawing has at most this many marks of one unit each. More units are drawn as one band.
pub(crate) const MOST_MARKS: u32 = 200;

/// The map has at most this many marks.
const MOST_PLACES: usize = 150;
/// The sides of the squares of the map whose places share a mark, in degrees: the first that leaves few enough marks.
const SIDES: [f64; 12] = [1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 10.0, 15.0, 20.0, 30.0];
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

/// A square of the map, in degrees: its south and its west belong to it, its north and its east do not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Square {
    pub south: f64,
    pub west: f64,
    pub side: f64,
}

impl Square {
    /// The square with this side in which a place is.
    fn of(place: &MapPlace, side: f64) -> Square {
        let from = |degrees: f64| {
            let from = (degrees / side).floor() * side;
            // a quotient may be rounded up to the next square
            if from > degrees { from - side } else { from }
        };
        Square { south: from(place.lat), west: from(place.lon), side }
    }
}

/// The south, the west and the side, as an address has them: `-10,30,2.5`.
impl std::fmt::Display for Square {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{},{},{}", self.south, self.west, self.side)
    }
}

impl std::str::FromStr for Square {
    type Err = ();

    fn from_str(text: &str) -> Result<Square, ()> {
        let degrees: Result<Vec<f64>, _> = text.split(',').map(str::parse).collect();
        match degrees.map_err(|_| ())?[..] {
            [south, west, side] if south.abs() <= 90.0 && west.abs() <= 180.0 && SIDES.contains(&side) => {
                Ok(Square { south, west, side })
            }
            _ => Err(()),
        }
    }
}

/// A mark of a map: one place, or all places in a square.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where it is drawn: the place with most members, the first of equals.
    pub at: usize,
    /// The places that share it, in their order.
    pub of: Vec<usize>,
    /// The square that they are in. `None` if every place has a mark of its own.
    pub square: Option<Square>,
}

/// The marks of a map of these places. More places than can be told apart share marks: all of a square of the map have one.
pub fn marks(places: &[MapPlace]) -> Vec<Mark> {
    if places.len() <= MOST_PLACES {
        return (0..places.len()).map(|at| Mark { at, of: vec![at], square: None }).collect();
    }
    let mut all = vec![];
    for side in SIDES {
        all = in_squares(places, side);
        if all.len() <= MOST_PLACES {
            break;
        }
    }
    all
}

fn in_squares(places: &[MapPlace], side: f64) -> Vec<Mark> {
    let mut squares = std::collections::BTreeMap::<(i64, i64), Mark>::new();
    for (n, place) in places.iter().enumerate() {
        let square = Square::of(place, side);
        let key = ((square.south / side) as i64, (square.west / side) as i64);
        let mark = squares.entry(key).or_insert(Mark { at: n, of: vec![], square: Some(square) });
        mark.of.push(n);
        if place.members > places[mark.at].members {
            mark.at = n;
        }
    }
    squares.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Cells, Dots, Drawing, Fill, MapLink, People, Rings, Seats, Spines, Strip, WorldMap, linked_map,
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
    fn every_place_of_ten_thousand_shares_one_mark_near_it() {
        let places = crowd(10_000);
        let marks = marks(&places);
        assert!((60..=MOST_PLACES).contains(&marks.len()), "{}", marks.len());
        let mut shared: Vec<usize> = marks.iter().flat_map(|mark| mark.of.clone()).collect();
        shared.sort_unstable();
        assert!(shared.iter().copied().eq(0..10_000), "a place has no mark, or two");
        for mark in &marks {
            let square = mark.square.unwrap();
            for place in mark.of.iter().map(|n| &places[*n]) {
                let here = |at: f64, from: f64| at >= from && at < from + square.side;
                assert!(
                    here(place.lat, square.south) && here(place.lon, square.west),
                    "{place:?} {square:?}"
                );
            }
            assert_eq!(square.to_string().parse(), Ok(square));
        }
        let drawn = marks.iter().map(|mark| places[mark.at].clone()).collect();
        let links: Vec<String> = marks.iter().map(|mark| mark.square.unwrap().to_string()).collect();
        let links: Vec<MapLink> = links.iter().map(|href| MapLink { href, words: "12 members" }).collect();
        let map = WorldMap { title: "map".into(), land: "M0 0z".into(), places: drawn };
        assert!(linked_map(&map, &links).into_string().len() < 22_000);
    }

    #[test]
    fn few_places_have_a_mark_each() {
        let few = marks(&crowd(140));
        assert!(few.len() == 140 && few.iter().all(|mark| mark.square.is_none() && mark.of == [mark.at]));
    }

    #[test]
    fn a_mark_is_at_its_place_with_most_members() {
        let near = |lat: f64, members| MapPlace { lat, lon: 20.0, members };
        let marks = in_squares(&[near(10.0, 1), near(10.1, 3), near(10.2, 2), near(-0.1, 1)], 5.0);
        let found: Vec<_> = marks.iter().map(|mark| (mark.at, mark.of.as_slice())).collect();
        assert_eq!(found, [(3, &[3][..]), (1, &[0, 1, 2][..])]);
        assert_eq!(marks[0].square, Some(Square { south: -5.0, west: 20.0, side: 5.0 }));
    }

    #[test]
    fn an_address_names_a_square_of_the_map_or_is_refused() {
        assert_eq!("-10,30,2.5".parse(), Ok(Square { south: -10.0, west: 30.0, side: 2.5 }));
        for other in
            ["", "1,2", "1,2,3,4", "a,2,5", "91,0,5", "0,181,5", "0,0,0", "0,0,7", "NaN,0,5", "0,inf,5"]
        {
            assert_eq!(other.parse::<Square>(), Err(()), "{other}");
        }
    }
}
