//! Generates editions of a study and the values they publish.

use decapolis_words::errors::Result;

use super::names;
use super::row::{Days, Row};
use super::world::World;
use super::writing::Writing;
use crate::observatory::table::{EDITIONS, INDICATORS, OBSERVATIONS};

const INDICATORS_MADE: u64 = 20;
/// Years between two editions.
const EVERY: usize = 3;

pub async fn make(writing: &mut Writing<'_>, world: &World) -> Result<()> {
    let indicators = writing.ids(INDICATORS_MADE).await?;
    for n in 0..INDICATORS_MADE {
        let record =
            Row::record("indicator", format!("indicator-{}", n + 1), &names::place(n * 23 + 9), true);
        writing.record(&INDICATORS, indicators.id(n), record, Row::default().text("unit", "%")).await?;
    }
    let last = world.amounts.years.1;
    for year in world.years().step_by(EVERY) {
        let edition = writing.ids(1).await?.id(0);
        let next = year + EVERY as i64;
        let own = Row::default()
            .to("study", world.activities.id(0))
            .span(Days::of(year, 60), (next <= last).then_some(Days::of(next, 59)));
        let record = Row::record("edition", format!("edition-{year}"), &year.to_string(), true);
        writing.record(&EDITIONS, edition, record, own).await?;
        // one area in five is studied
        for area in (0..world.areas.count).step_by(5) {
            let chance =
                &mut world.chance("observations", area.wrapping_mul(10_007).wrapping_add(year as u64));
            for n in 0..INDICATORS_MADE {
                let row = Row::fact()
                    .to("area", world.areas.id(area))
                    .to("indicator", indicators.id(n))
                    .day("day", Days::whole(year))
                    .number("value", chance.below(1_000) as f64 / 10.0)
                    .text("unit", "%")
                    .to("edition", edition);
                writing.fact(&OBSERVATIONS, row.values()).await?;
            }
        }
    }
    Ok(())
}
