//! Charts and the world map, drawn on the server as SVG.
//!
//! Every drawing is a function from plain data to markup. This crate knows nothing of the register, of languages or of
//! a style sheet: texts are arguments and colours are classes (`fill-ink`, `fill-accent`, `fill-theme-1` ...). There is
//! no `style=`, no script and no `id`, so any number of drawings fit on one page under a strict content policy.
//!
//! Every drawing has a title for readers who do not see it. Every difference of colour is also a difference of shape,
//! pattern or place, so a black-and-white print loses nothing.

mod bar;
mod cells;
mod columns;
mod crowd;
mod donut;
mod dots;
mod fill;
mod map;
mod palette;
mod people;
mod points;
mod qr;
mod rings;
mod seats;
mod sign;
mod spines;
mod standalone;
mod strip;
mod svg;

pub use bar::{Bar, Part, bar, thin_bar};
pub use cells::{Cells, cells};
pub use columns::{Columns, YearColumn, columns};
pub use crowd::{Mark, Square, marks};
pub use donut::{Donut, donut};
pub use dots::{Dots, dots};
pub use fill::{Fill, swatch};
pub use map::{MAP_HEIGHT, MAP_WIDTH, MapLink, MapPlace, WorldMap, equal_earth, linked_map, world_map};
pub use palette::Palette;
pub use people::{People, people};
pub use points::{Point, Points, points};
pub use qr::{Qr, qr};
pub use rings::{Rings, rings};
pub use seats::{Seats, seats};
pub use sign::{Sign, sign};
pub use spines::{Spines, spines};
pub use standalone::{Look, standalone};
pub use strip::{Strip, strip};

use maud::{Markup, Render};
use serde::{Deserialize, Serialize};

/// Any drawing that can be put beside a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Drawing {
    /// One square for each unit of the base.
    Strip(Strip),
    /// A bar divided into parts.
    Bar(Bar),
    /// A ring divided into parts.
    Donut(Donut),
    /// The seats of one meeting.
    Seats(Seats),
    /// One mark for each unit, in groups of different shapes.
    Dots(Dots),
    /// One spine for each publication.
    Spines(Spines),
    /// One ring for each group, with its members on it.
    Rings(Rings),
    /// One cell for each item, as long as its count.
    Cells(Cells),
    /// One figure for each person.
    People(People),
    /// One column for each year.
    Columns(Columns),
    /// Measured values over time.
    Points(Points),
}

impl Render for Drawing {
    fn render(&self) -> Markup {
        match self {
            Drawing::Strip(it) => strip(it),
            Drawing::Bar(it) => bar(it),
            Drawing::Donut(it) => donut(it),
            Drawing::Seats(it) => seats(it),
            Drawing::Dots(it) => dots(it),
            Drawing::Spines(it) => spines(it),
            Drawing::Rings(it) => rings(it),
            Drawing::Cells(it) => cells(it),
            Drawing::People(it) => people(it),
            Drawing::Columns(it) => columns(it),
            Drawing::Points(it) => points(it),
        }
    }
}

impl Render for WorldMap {
    fn render(&self) -> Markup {
        world_map(self)
    }
}
