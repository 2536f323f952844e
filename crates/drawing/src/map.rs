//! The map of the world in the Equal Earth projection: land without borders, and dots.

use crate::svg::{disc, frame, n, path, spot, spots};
use maud::{Markup, PreEscaped, html};
use serde::{Deserialize, Serialize};

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapPlace {
    /// Degrees north; south is negative.
    pub lat: f64,
    /// Degrees east; west is negative.
    pub lon: f64,
    /// How many members are at this place; two or more are drawn as a ring.
    pub members: u32,
}

/// The world with one dot for each place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WorldMap {
    /// The title for readers who do not see the drawing.
    pub title: String,
    /// The outline of all land, from `land.txt`, which `web/build.mjs` writes; or the address of a picture of it, with a slash at
    /// its beginning.
    #[serde(skip)]
    pub land: String,
    pub places: Vec<MapPlace>,
}

/// The width of the map in SVG units.
pub const MAP_WIDTH: f64 = 912.0;
/// The height of the map in SVG units, from the north of Greenland to Cape Horn.
pub const MAP_HEIGHT: f64 = 424.0;

// These five constants are also in web/build.mjs; a test here and a check there use the same known points.
const SCALE: f64 = 180.0;
const CENTRE: (f64, f64) = (452.0, 237.0);
/// The map is centred here, so that the far east of Asia is not cut off.
const CENTRAL_MERIDIAN: f64 = 11.0;

/// The radius of a dot, the radius and the width of the line of a ring, and how far the halo reaches beyond a mark.
const DOT: f64 = 4.4;
const RING: f64 = 6.4;
/// Also in the style sheet and in `standalone.rs`.
const RING_BROAD: f64 = 3.2;
const HALO: f64 = 1.1;

/// The point of a place on the map. Equal Earth: B. Šavrič, T. Patterson and B. Jenny, 2018.
pub fn equal_earth(lat: f64, lon: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let root = 3f64.sqrt();
    let east = ((lon - CENTRAL_MERIDIAN + 540.0).rem_euclid(360.0) - 180.0).to_radians();
    let theta = (root / 2.0 * lat.to_radians().sin()).asin();
    let (t2, t6) = (theta.powi(2), theta.powi(6));
    let x = 2.0 * root * east * theta.cos()
        / (3.0 * (A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2)));
    let y = theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
    (CENTRE.0 + SCALE * x, CENTRE.1 - SCALE * y)
}

/// What a mark of the map opens.
#[derive(Clone, Copy, Debug)]
pub struct MapLink<'a> {
    pub href: &'a str,
    /// What it says to readers who do not see the map.
    pub words: &'a str,
}

/// Draws the land, a dot for each place, and a ring where members share one. The halos of all marks are under all marks,
/// so that no mark cuts into another one beside it.
pub fn world_map(it: &WorldMap) -> Markup {
    let (mut dots, mut rings) = (String::new(), String::new());
    for (place, (x, y)) in it.places.iter().map(|place| (place, point(place))) {
        if place.members > 1 { disc(&mut rings, x, y, RING) } else { spot(&mut dots, x, y) }
    }
    let inside = html! {
        (land(&it.land)) (halos(&it.places)) (spots("place", 2.0 * DOT, &dots)) (path("shared-place", &rings))
    };
    frame("map", &it.title, (MAP_WIDTH, MAP_HEIGHT), false, inside)
}

/// The same map, whose marks are links: one for each place, in their order. A place without a link is not drawn.
pub fn linked_map(it: &WorldMap, links: &[MapLink<'_>]) -> Markup {
    let mark = |place: &MapPlace, link: &MapLink<'_>| {
        let ((x, y), mut d) = (point(place), String::new());
        // a dot is a line around its middle: browsers say where a link is by its shape without the line
        disc(&mut d, x, y, if place.members > 1 { RING } else { DOT / 2.0 });
        html! { a href=(link.href) aria-label=(link.words) { path d=(PreEscaped(d)) {} } }
    };
    let of =
        |shared: bool| it.places.iter().zip(links).filter(move |(place, _)| (place.members > 1) == shared);
    // a picture has no links that a keyboard reaches: this is a group
    html! {
        svg class="drawing map" viewBox={ "0 0 " (MAP_WIDTH) " " (MAP_HEIGHT) } role="group" aria-label=(it.title) {
            (land(&it.land)) (halos(&it.places))
            g class="place" stroke-width=(n(DOT)) { @for (place, link) in of(false) { (mark(place, link)) } }
            g class="shared-place" { @for (place, link) in of(true) { (mark(place, link)) } }
        }
    }
}

/// Where a place is drawn. The frame is close to the land; the dot of a remote island stays at its edge.
fn point(place: &MapPlace) -> (f64, f64) {
    let (x, y) = equal_earth(place.lat, place.lon);
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    (tenth(x.clamp(7.0, MAP_WIDTH - 7.0)), tenth(y.clamp(7.0, MAP_HEIGHT - 7.0)))
}

fn halos(places: &[MapPlace]) -> Markup {
    let (mut of_dots, mut of_rings) = (String::new(), String::new());
    for place in places {
        let (x, y) = point(place);
        spot(if place.members > 1 { &mut of_rings } else { &mut of_dots }, x, y);
    }
    html! {
        (spots("halo", 2.0 * (DOT + HALO), &of_dots))
        (spots("halo", 2.0 * (RING + HALO) + RING_BROAD, &of_rings))
    }
}

/// The land: a picture that many pages share, or its outline.
fn land(land: &str) -> Markup {
    html! {
        @if land.starts_with('/') {
            image href=(land) width=(MAP_WIDTH) height=(MAP_HEIGHT) {}
        } @else {
            (path("land", land))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(place: (f64, f64), x: f64, y: f64) {
        assert!((place.0 - x).abs() < 0.05 && (place.1 - y).abs() < 0.05, "{place:?} is not near {x}, {y}");
    }

    #[test]
    fn known_places_lie_where_the_asset_step_puts_them() {
        near(equal_earth(0.0, 11.0), 452.0, 237.0);
        near(equal_earth(19.43, -99.13), 162.06, 166.86);
        near(equal_earth(-33.87, 151.21), 800.35, 356.65);
    }

    #[test]
    fn places_on_both_sides_of_the_date_line_lie_beside_each_other() {
        let (fiji, samoa) = (equal_earth(-17.8, 178.0), equal_earth(-13.8, -172.0));
        assert!((fiji.0 - samoa.0).abs() < 40.0, "{fiji:?} {samoa:?}");
    }

    #[test]
    fn a_far_island_stays_on_the_map() {
        let drawn = world_map(&WorldMap {
            title: "map".into(),
            land: String::new(),
            places: vec![MapPlace { lat: -13.8, lon: -172.0, members: 1 }],
        });
        assert!(drawn.into_string().contains("M905 "));
    }

    #[test]
    fn the_halos_of_all_marks_are_under_all_marks() {
        let place = |lon, members| MapPlace { lat: 0.0, lon, members };
        let drawn = world_map(&WorldMap {
            title: "map".into(),
            land: "M0 0z".into(),
            places: vec![place(0.0, 1), place(1.0, 1), place(2.0, 2)],
        })
        .into_string();
        let at = |class: &str| drawn.find(&format!("class=\"{class}\"")).unwrap();
        assert!(at("land") < at("halo") && at("halo") < at("place") && at("place") < at("shared-place"));
        let halos = &drawn[at("halo")..at("place")];
        assert_eq!(halos.matches('M').count(), 3, "{halos}");
    }

    #[test]
    fn every_mark_is_a_link_that_a_keyboard_reaches() {
        let place = |lon, members| MapPlace { lat: 0.0, lon, members };
        let map = WorldMap {
            title: "two members".into(),
            land: "M0 0z".into(),
            places: vec![place(0.0, 1), place(9.0, 2)],
        };
        let links = [("/en/a", "A"), ("/en/b", "B \"and\" C")].map(|(href, words)| MapLink { href, words });
        let drawn = linked_map(&map, &links).into_string();
        assert!(!drawn.contains("role=\"img\""), "what is a picture has no links: {drawn}");
        assert!(drawn.contains("<a href=\"/en/a\" aria-label=\"A\"><path"), "{drawn}");
        assert!(drawn.contains("<a href=\"/en/b\" aria-label=\"B &quot;and&quot; C\"><path"), "{drawn}");
        // the halos are the same two
        assert_eq!(drawn.matches("class=\"halo\"").count(), 2);
    }

    #[test]
    fn a_shared_place_is_a_ring() {
        let place = |members| MapPlace { lat: 0.0, lon: 0.0, members };
        let drawn = world_map(&WorldMap {
            title: "map".into(),
            land: "M0 0z".into(),
            places: vec![place(1), place(2)],
        })
        .into_string();
        assert_eq!(drawn.matches("class=\"place\"").count(), 1);
        assert_eq!(drawn.matches("class=\"shared-place\"").count(), 1);
    }
}
