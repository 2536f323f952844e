//! Generates platforms with practices, initiatives and experts.

use decapolis_register::table::Table;
use decapolis_words::errors::Result;

use super::chance::walk;
use super::names;
use super::row::{Days, Row};
use super::world::World;
use super::writing::Writing;
use crate::knowledge::table::{EXPERT_PROFILES, INITIATIVES, PLATFORMS, PRACTICES};

pub async fn make(writing: &mut Writing<'_>, world: &mut World) -> Result<()> {
    world.platforms = writing.ids(4).await?;
    for n in 0..world.platforms.count {
        let record = Row::record("platform", format!("platform-{}", n + 1), &names::place(n * 17 + 4), true);
        writing
            .record(&PLATFORMS, world.platforms.id(n), record, Row::default().yes("own", n % 2 == 0))
            .await?;
    }
    on_platforms(writing, world, &PRACTICES, "practice", world.amounts.practices).await?;
    on_platforms(writing, world, &INITIATIVES, "initiative", world.amounts.initiatives).await?;
    let experts = world.people.count / 50;
    for n in 0..experts {
        let from = Days::of(world.year_of(n, experts), n % 336);
        let row = Row::fact()
            .to("person", world.people.some(walk(n, n, world.people.count)))
            .to("platform", world.platforms.id(n / 3))
            .span(from, (n % 10 == 0).then_some(Days::of(from.year() + 1, 5)));
        writing.fact(&EXPERT_PROFILES, row.values()).await?;
    }
    Ok(())
}

/// Writes practices or initiatives with the days on which they are on their platform.
async fn on_platforms(
    writing: &mut Writing<'_>,
    world: &World,
    table: &'static Table,
    kind: &'static str,
    count: u64,
) -> Result<()> {
    let made = writing.ids(count).await?;
    for n in 0..count {
        let (chance, year) = (&mut world.chance(kind, n), world.year_of(n, count));
        let until = chance
            .percent(5)
            .then(|| Days::of(year + 2, 100))
            .filter(|day| day.year() <= world.amounts.years.1);
        let state = chance.share(&[(93, "published"), (7, "draft")]);
        let own = Row::default()
            .to("platform", world.platforms.id(chance.below(world.platforms.count)))
            .to("place", world.places.id(chance.below(world.places.count)))
            .text("state", if until.is_some() && chance.percent(60) { "withdrawn" } else { state })
            .span(Days::within(year, chance), until);
        writing
            .record(table, made.id(n), Row::record(kind, format!("{kind}-{n}"), &names::place(n), true), own)
            .await?;
    }
    Ok(())
}
