//! Generates channels with followers, and outlets that mentioned the network.

use decapolis_words::errors::Result;

use super::names;
use super::row::{Days, Row};
use super::world::World;
use super::writing::Writing;
use crate::channels::table::{CHANNELS, MENTIONS, OUTLETS, READINGS};

pub async fn make(writing: &mut Writing<'_>, world: &World) -> Result<()> {
    let channels = writing.ids(8).await?;
    for n in 0..channels.count {
        let sort = ["website", "newsletter", "social", "social"][n as usize % 4];
        let record = Row::record("channel", format!("channel-{}", n + 1), &names::place(n * 29 + 6), true);
        writing.record(&CHANNELS, channels.id(n), record, Row::default().text("channel", sort)).await?;
        for (k, year) in world.years().enumerate() {
            for month in 0..12 {
                let followers = 1_000 * (n + 1) + (k as u64 * 12 + month) * (200 + 10 * n);
                let row = Row::fact()
                    .to("channel", channels.id(n))
                    .day("day", Days::of(year, month * 28 + 27))
                    .int("followers", followers);
                writing.fact(&READINGS, row.values()).await?;
            }
        }
    }
    let outlets = writing.ids(world.amounts.members / 50 + 20).await?;
    for n in 0..outlets.count {
        let sort = ["press", "radio", "television", "website", "journal", "partner"][n as usize % 6];
        let record = Row::record("outlet", format!("outlet-{n}"), &names::place(n * 31 + 8), true);
        writing
            .record(
                &OUTLETS,
                outlets.id(n),
                record,
                Row::default().text("outlet", sort).to("place", world.places.id(n)),
            )
            .await?;
        for year in world.years() {
            for k in 0..10 {
                let row = Row::fact()
                    .to("carrier", outlets.id(n))
                    .day("day", Days::of(year, (n * 7 + k * 33) % 336));
                writing.fact(&MENTIONS, row.text("subject", names::place(n + k)).values()).await?;
            }
        }
    }
    Ok(())
}
