//! Figures of people, distinguished by pattern.

use crate::crowd::band;
use crate::svg::{frame, n};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// A group of people by gender. The numbers are printed beside the picture.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct People {
    /// The title for readers who do not see the drawing: "9 women and 7 men".
    pub title: String,
    /// Filled figures.
    pub women: u32,
    /// Outlined figures.
    pub men: u32,
    /// Half-filled figures.
    pub other: u32,
    /// Figures with a dashed outline: gender not stated.
    pub unstated: u32,
    /// How many figures fit in the width, so that two groups below each other have one scale.
    pub in_a_row: u32,
}

/// A figure of a person is four times as long to write as another mark. More of them are drawn as one band.
const MOST_PEOPLE: u32 = 100;
const STEP: f64 = 12.0;
const BODY: &str = "v-6.5a4.5 4.5 0 0 1 9 0v6.5z";

/// Draws one figure for each person, all of the same size.
pub fn people(it: &People) -> Markup {
    let kinds =
        [("woman", it.women), ("man", it.men), ("other-person", it.other), ("unstated-person", it.unstated)];
    let all: u32 = kinds.iter().map(|kind| kind.1).sum();
    if all > MOST_PEOPLE {
        return band("people", &it.title, &kinds);
    }
    let in_a_row = if it.in_a_row == 0 { all.max(1) } else { it.in_a_row };
    let high = 24.0 * f64::from(all.div_ceil(in_a_row).max(1)) - 2.0;
    let mut at = 0;
    frame(
        "people",
        &it.title,
        (f64::from(in_a_row) * STEP, high),
        true,
        html! {
            @for (class, count) in kinds {
                @if count > 0 {
                    @let mut d = String::new();
                    @for _ in 0..count {
                        @let (x, y) = (f64::from(at % in_a_row) * STEP + 1.0, f64::from(at / in_a_row) * 24.0);
                        @let _ = { at += 1; d.push_str(&figure(x, y)) };
                    }
                    path class=(class) d=(d) {}
                }
            }
        },
    )
}

fn figure(x: f64, y: f64) -> String {
    let mut d = String::new();
    crate::svg::disc(&mut d, x + 4.5, y + 4.2, 3.2);
    d.push_str(&format!("M{} {}{BODY}", n(x), n(y + 20.5)));
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_figure_for_each_person() {
        let drawn = people(&People {
            title: "9 women and 7 men".into(),
            women: 9,
            men: 7,
            in_a_row: 16,
            ..People::default()
        })
        .into_string();
        assert_eq!(drawn.matches('M').count(), 2 * 16);
        assert_eq!(drawn.matches("<path").count(), 2);
    }

    #[test]
    fn a_person_whose_gender_is_not_stated_is_drawn_too() {
        let drawn = people(&People { title: "1".into(), unstated: 1, ..People::default() }).into_string();
        assert!(drawn.contains("unstated-person"));
    }
}
