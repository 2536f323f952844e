//! Generates people, the leaders of members, the secretariat, and elections.

use decapolis_words::errors::Result;

use super::chance::walk;
use super::names;
use super::row::{Days, Row};
use super::world::World;
use super::writing::{Made, Writing};
use crate::people::table::{ELECTIONS, MANDATES, PEOPLE, POSTS};

const GENDERS: &[(u64, &str)] = &[(46, "woman"), (46, "man"), (2, "non-binary"), (6, "not-stated")];
/// How long a leader holds office, in years.
const TERM: i64 = 4;

pub async fn make(writing: &mut Writing<'_>, world: &mut World) -> Result<()> {
    world.people = writing.ids(world.amounts.people).await?;
    for n in 0..world.people.count {
        let chance = &mut world.chance("people", n);
        let known_by = chance.share(&[(40, "said-so"), (40, "public-source"), (20, "partner-count")]);
        let record = Row::record("person", format!("p-{n}"), &names::person(n), is_public(world, n));
        let own = Row::default().text("gender", chance.share(GENDERS)).text("gender_known_by", known_by);
        writing.record(&PEOPLE, world.people.id(n), record, own).await?;
    }
    let leaders = writing.ids(world.amounts.members).await?;
    for n in 0..leaders.count {
        leader(writing, world, leaders, n).await?;
    }
    let professionals = (world.amounts.members / 100 + 20).min(200);
    staff(writing, world, "professional", professionals).await?;
    staff(writing, world, "intern", professionals / 2).await
}

/// Whether person `n` holds a public office. The first people lead governments.
fn is_public(world: &World, n: u64) -> bool {
    n < world.amounts.members
}

/// Writes the post of a member's leader and its holders.
async fn leader(writing: &mut Writing<'_>, world: &World, posts: Made, n: u64) -> Result<()> {
    let (first, last) = world.amounts.years;
    let (post, chance) = (posts.id(n), &mut world.chance("leaders", n));
    let record = Row::record("post", format!("leader-{n}"), &names::place(n), true);
    let own = Row::default()
        .text("post", "leader")
        .to("organisation", world.organisations.id(n))
        .day("from", Days::of(first - 30, 0));
    writing.record(&POSTS, post, record, own).await?;
    let (mut year, mut holder) = (first - chance.below(TERM as u64) as i64, 0);
    while year <= last {
        let (from, until) = (Days::of(year, 140), Days::of(year + TERM, 139));
        let row = Row::fact().to("post", post).span(from, (until.year() <= last).then_some(until));
        let row = match chance.share(&[(95, "person"), (2, "vacant"), (3, "unknown")]) {
            "person" => row
                .text("holder", "person")
                .to("person", world.people.some(walk(n, holder, world.people.count)))
                .text(
                    "way",
                    chance.share(&[(70, "elected"), (15, "appointed"), (5, "acting"), (10, "rotating")]),
                ),
            nobody => row.text("holder", nobody),
        };
        writing.fact(&MANDATES, row.values()).await?;
        writing
            .fact(
                &ELECTIONS,
                Row::fact()
                    .to("organisation", world.organisations.id(n))
                    .day("day", Days::of(year, 130))
                    .values(),
            )
            .await?;
        (year, holder) = (year + TERM, holder + 1);
    }
    Ok(())
}

/// Writes posts of the secretariat. An intern stays for a year.
async fn staff(writing: &mut Writing<'_>, world: &World, post_of: &str, count: u64) -> Result<()> {
    let (first, last) = world.amounts.years;
    let posts = writing.ids(count).await?;
    for n in 0..count {
        let record = Row::record("post", format!("{post_of}-{n}"), &names::place(n * 3 + 1), true);
        let own = Row::default().text("post", post_of).day("from", Days::of(first - 5, 0));
        writing.record(&POSTS, posts.id(n), record, own).await?;
        let stay = if post_of == "intern" { 1 } else { 3 };
        for (k, year) in (first..=last).step_by(stay).enumerate() {
            let ends = year + stay as i64 - 1;
            let row = Row::fact()
                .to("post", posts.id(n))
                .text("holder", "person")
                .to("person", world.people.some(walk(n * 31 + 17, k as u64, world.people.count)))
                .span(Days::of(year, 10), (ends < last).then(|| Days::of(ends, 335)));
            writing.fact(&MANDATES, row.values()).await?;
        }
    }
    Ok(())
}
