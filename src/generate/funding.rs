//! Generates partners, agreements with signatures, and income.

use decapolis_words::errors::Result;

use super::chance::walk;
use super::names;
use super::row::{Days, Row};
use super::world::World;
use super::writing::Writing;
use crate::funding::table::{AGREEMENTS, INCOME, SIGNATURES};
use crate::partnerships::table::PARTNERSHIPS;

pub async fn make(writing: &mut Writing<'_>, world: &World) -> Result<()> {
    partners(writing, world).await?;
    agreements(writing, world).await?;
    for year in world.years() {
        income(writing, world, year).await?;
    }
    Ok(())
}

/// Writes partners: most of the organisations that are not members.
async fn partners(writing: &mut Writing<'_>, world: &World) -> Result<()> {
    let (first, last) = world.amounts.years;
    for n in world.amounts.members..world.organisations.count {
        let chance = &mut world.chance("partners", n);
        if !chance.percent(80) {
            continue;
        }
        let from = Days::of(first - 2 + chance.below(world.year_count()) as i64, chance.below(336));
        let until =
            chance.percent(20).then(|| Days::of(from.year() + 3, 100)).filter(|day| day.year() <= last);
        let kind =
            chance.share(&[(40, "institutional"), (30, "knowledge"), (15, "regional"), (15, "private")]);
        let row = Row::fact()
            .to("organisation", world.organisations.id(n))
            .text("partnership", kind)
            .span(from, until);
        writing.fact(&PARTNERSHIPS, row.values()).await?;
    }
    Ok(())
}

async fn agreements(writing: &mut Writing<'_>, world: &World) -> Result<()> {
    let agreements = writing.ids(world.amounts.members / 10 + 20).await?;
    for n in 0..agreements.count {
        let (chance, year) = (&mut world.chance("agreements", n), world.year_of(n, agreements.count));
        let day = Days::of(year, chance.below(336));
        let own = Row::default()
            .text("agreement", chance.share(&[(60, "financing"), (40, "cooperation")]))
            .day("from", day)
            .day("until", Days::of(year + 3, 300))
            .int("amount", chance.below(90_000_000))
            .text("currency", "EUR");
        let record = Row::record("agreement", format!("agreement-{n}"), &names::place(n), true);
        writing.record(&AGREEMENTS, agreements.id(n), record, own).await?;
        let count = world.organisations.count;
        for k in 0..(1 + chance.below(3)).min(count) {
            let signer = world.organisations.id(walk(n * 13, k, count));
            let row =
                Row::fact().to("agreement", agreements.id(n)).to("organisation", signer).day("day", day);
            writing.fact(&SIGNATURES, row.values()).await?;
        }
    }
    Ok(())
}

/// Writes the dues of each member and the payments of partners.
async fn income(writing: &mut Writing<'_>, world: &World, year: i64) -> Result<()> {
    for n in 0..world.organisations.count {
        let chance = &mut world.chance("income", n.wrapping_mul(10_007).wrapping_add(year as u64));
        let basis = if n < world.amounts.members && chance.percent(90) {
            "dues"
        } else {
            chance.share(&[(40, "member-partnership"), (40, "other-partnership"), (20, "other")])
        };
        let amount = 100_000 + chance.below(5_000_000);
        let row = Row::fact()
            .text("line", format!("{year}-{n}"))
            .text("basis", basis)
            .text(
                "stage",
                if year < world.amounts.years.1 {
                    "audited"
                } else {
                    chance.share(&[(30, "provisional"), (70, "closed")])
                },
            )
            .day("day", Days::of(year, chance.below(336)))
            .int("amount", amount)
            .text("currency", "EUR")
            .int("in_network", amount)
            .text("currency_of_network", "EUR")
            .to("payer", world.organisations.id(n))
            .yes("passed_on", basis != "dues" && chance.percent(10))
            .yes("in_kind", basis != "dues" && chance.percent(5));
        writing.fact(&INCOME, row.values()).await?;
    }
    Ok(())
}
