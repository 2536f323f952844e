//! The seats of a meeting, in half circles.

use crate::crowd::{MOST_MARKS, band};
use crate::svg::{frame, spot, spots};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use std::f64::consts::PI;

/// The seats of one meeting, filled where the seat was taken.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Seats {
    /// The title for readers who do not see the drawing: "20 of 28 seats, 14 May".
    pub title: String,
    /// How many seats are taken.
    pub taken: u32,
    /// How many seats there are.
    pub seats: u32,
    /// The short label under the picture, such as its day.
    pub words: String,
}

/// The width of a seat, and of the paper inside a free one.
const TAKEN: f64 = 8.4;
const FREE: f64 = 6.4;

/// Draws the seats in half circles. Taken seats are filled and begin on the left; free ones are outlined.
pub fn seats(it: &Seats) -> Markup {
    if it.seats > MOST_MARKS {
        let free = it.seats.saturating_sub(it.taken);
        return band("seats", &it.title, &[("fill-accent", it.taken), ("fill-empty", free)]);
    }
    let rows = rows(it.seats);
    let (inner, step) = (22.0, 11.0);
    let outer = inner + step * (rows.len().max(1) - 1) as f64;
    let (wide, high) = (2.0 * outer + 10.0, outer + 10.0);
    let mut places: Vec<(f64, f64, f64)> = Vec::new();
    for (row, count) in rows.iter().enumerate() {
        let radius = inner + step * row as f64;
        for at in 0..*count {
            let angle = if *count == 1 { PI / 2.0 } else { PI * f64::from(at) / f64::from(count - 1) };
            places.push((angle, wide / 2.0 - radius * angle.cos(), high - 5.0 - radius * angle.sin()));
        }
    }
    // Filling by angle keeps the taken seats together as a sector, whatever the row.
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut taken, mut free) = (String::new(), String::new());
    for (at, (_, x, y)) in places.iter().enumerate() {
        spot(if at < it.taken as usize { &mut taken } else { &mut free }, *x, *y);
    }
    frame(
        "seats",
        &it.title,
        (wide, high),
        true,
        html! {
            (spots("stroke-accent", TAKEN, &taken))
            (spots("stroke-quiet", TAKEN, &free)) (spots("stroke-paper", FREE, &free))
        },
    )
}

/// How many seats are in each row, from the inner to the outer, in proportion to the length of the row.
fn rows(seats: u32) -> Vec<u32> {
    let count = match seats {
        0..=8 => 1,
        9..=20 => 2,
        21..=45 => 3,
        46..=80 => 4,
        _ => 5 + (seats - 81) / 60,
    };
    let radii: Vec<f64> = (0..count).map(|row| 22.0 + 11.0 * f64::from(row)).collect();
    let length: f64 = radii.iter().sum();
    let mut left = seats;
    let mut rows: Vec<u32> = radii
        .iter()
        .map(|radius| {
            let here = ((f64::from(seats) * radius / length).round() as u32).min(left);
            left -= here;
            here
        })
        .collect();
    if let Some(last) = rows.last_mut() {
        *last += left;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_stands_in_some_row() {
        for seats in 0..300 {
            assert_eq!(rows(seats).iter().sum::<u32>(), seats);
        }
    }

    #[test]
    fn taken_and_free_seats_make_the_whole() {
        let drawn = seats(&Seats { title: "20 of 28".into(), taken: 20, seats: 28, words: String::new() })
            .into_string();
        // a free seat is drawn twice: its outline, and the paper in it
        assert_eq!(drawn.matches('M').count(), 20 + 2 * 8);
    }
}
