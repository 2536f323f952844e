//! Generates the network, its regions, places, areas, organisations and memberships.

use decapolis_base::Texts;
use decapolis_words::errors::Result;

use super::chance::{Chance, walk};
use super::names;
use super::row::{Days, Row};
use super::world::{Amounts, World};
use super::writing::{Made, Writing};
use crate::members::table::{
    AREA_GOVERNMENTS, AREAS, CATEGORIES, MEMBERSHIPS, ORGANISATIONS, PLACEMENTS, PLACES, STANDINGS,
};
use crate::network::table::{NETWORKS, REGIONS};

const REGIONS_MADE: u64 = 6;
const COUNTRIES: &[&str] = &[
    "AR", "BR", "CA", "CN", "DE", "EG", "ES", "FR", "ID", "IN", "KE", "MX", "NA", "NG", "PE", "SN", "TR",
    "ZA",
];
/// The kinds of organisations that are not members, with their shares of a hundred.
const OTHERS: &[(u64, &str)] = &[
    (20, "agency"),
    (20, "association"),
    (15, "international"),
    (20, "university"),
    (15, "company"),
    (5, "national"),
    (5, "other"),
];

/// Writes the network, its regions, places, areas and organisations.
pub async fn make(writing: &mut Writing<'_>, amounts: Amounts) -> Result<World> {
    let network = writing.ids(1).await?;
    let mut world = World {
        amounts,
        regions: writing.ids(REGIONS_MADE).await?,
        places: writing.ids(amounts.members + 1).await?,
        areas: writing.ids(amounts.members / 2 + 1).await?,
        organisations: writing.ids(amounts.members + amounts.members / 5 + 10).await?,
        people: Made::default(),
        assembly: Made::default(),
        board: Made::default(),
        committee: Made::default(),
        themes: Made::default(),
        activities: Made::default(),
        platforms: Made::default(),
    };
    let record = Row::record("network", "generated".into(), "Decapolis", true);
    let own = Row::default()
        .text("languages", "en es fr")
        .text("zone", "UTC")
        .text("currency", "EUR")
        .int("years_from", amounts.years.0)
        .int("years_until", amounts.years.1)
        .int("home_year", amounts.years.1)
        .text("slogan", Texts::new().to_json());
    writing.record(&NETWORKS, network.id(0), record, own).await?;
    for n in 0..world.regions.count {
        let record = Row::record("region", format!("region-{}", n + 1), &names::place(n * 7 + 3), true);
        writing.record(&REGIONS, world.regions.id(n), record, Row::default().int("rank", n + 1)).await?;
    }
    for n in 0..world.places.count {
        place(writing, &world, n).await?;
    }
    for n in 0..world.areas.count {
        let record = Row::record("area", format!("area-{n}"), &names::place(n), true);
        let own = Row::default()
            .to("place", world.places.id(n * 2))
            .text("country", COUNTRIES[n as usize % COUNTRIES.len()]);
        writing.record(&AREAS, world.areas.id(n), record, own).await?;
    }
    for n in 0..world.organisations.count {
        organisation(writing, &mut world, n).await?;
    }
    Ok(world)
}

async fn place(writing: &mut Writing<'_>, world: &World, n: u64) -> Result<()> {
    let chance = &mut world.chance("places", n);
    let record = Row::record("place", format!("place-{n}"), &names::place(n), true);
    let own = Row::default()
        .text("country", COUNTRIES[n as usize % COUNTRIES.len()])
        .number("latitude", chance.below(11_000) as f64 / 100.0 - 50.0)
        .number("longitude", chance.below(34_000) as f64 / 100.0 - 170.0)
        .int("population", 50_000 + chance.below(5_000_000))
        .text("zone", "UTC");
    writing.record(&PLACES, world.places.id(n), record, own).await
}

async fn organisation(writing: &mut Writing<'_>, world: &mut World, n: u64) -> Result<()> {
    let (chance, members, id) =
        (&mut world.chance("organisations", n), world.amounts.members, world.organisations.id(n));
    let member = n < members;
    let level = if member {
        chance.share(&[(60, "municipal"), (30, "metropolitan"), (10, "intermediate")])
    } else {
        chance.share(OTHERS)
    };
    let record = Row::record("organisation", format!("o-{n}"), &names::place(n), true);
    writing
        .record(
            &ORGANISATIONS,
            id,
            record,
            Row::default().text("level", level).to("place", world.places.id(n)),
        )
        .await?;
    if !member {
        return Ok(());
    }
    membership(writing, world, n, chance).await
}

/// Writes the membership of an organisation, with its region, category, area and dues.
async fn membership(writing: &mut Writing<'_>, world: &World, n: u64, chance: &mut Chance) -> Result<()> {
    let id = world.organisations.id(n);
    let (first, last) = world.amounts.years;
    // most joined before the first year; the others join and some leave in between
    let came = if chance.percent(60) {
        Days::of(first - 1 - chance.below(25) as i64, chance.below(336))
    } else {
        newcomer(world, n)
    };
    let left = chance.percent(8).then(|| {
        Days::of((came.year() + 1).max(first) + chance.below(world.year_count()) as i64, chance.below(336))
    });
    let left = left.filter(|day| day.year() <= last);
    // for some, only the latest possible day of joining is known
    let from = if chance.percent(1) { Days(10_101, came.1) } else { came };
    let region = Row::fact().to("organisation", id).to("region", world.regions.id(n)).span(from, left);
    writing.fact(&PLACEMENTS, region.values()).await?;
    let ending = if left.is_some() {
        chance.share(&[(70, "resigned"), (25, "struck-off"), (5, "dissolved")])
    } else {
        ""
    };
    let mut membership = Row::fact().to("organisation", id).span(from, left);
    if left.is_some() {
        membership = membership.text("ending", ending);
    }
    writing.fact(&MEMBERSHIPS, membership.values()).await?;
    let category = chance.share(&[(85, "full"), (10, "associate"), (5, "other")]);
    writing
        .fact(
            &CATEGORIES,
            Row::fact().to("organisation", id).text("category", category).span(from, left).values(),
        )
        .await?;
    let area = world.areas.id(walk(n, 1, world.areas.count));
    writing
        .fact(
            &AREA_GOVERNMENTS,
            Row::fact().to("organisation", id).to("area", area).span(from, left).values(),
        )
        .await?;
    for year in
        world.years().filter(|year| *year >= came.year() && left.is_none_or(|day| *year <= day.year()))
    {
        let standing = chance.share(&[
            (10, "due"),
            (80, "settled"),
            (5, "waived"),
            (3, "unable-to-pay"),
            (2, "contested"),
        ]);
        let row = Row::fact()
            .to("organisation", id)
            .int("year", year)
            .text("standing", standing)
            .day("day", Days::of(year, 335));
        writing.fact(&STANDINGS, row.values()).await?;
    }
    Ok(())
}

/// The day on which a member that joins during the years does so.
fn newcomer(world: &World, n: u64) -> Days {
    let chance = &mut world.chance("newcomers", n);
    Days::within(world.amounts.years.0 + chance.below(world.year_count()) as i64, chance)
}
