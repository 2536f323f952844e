//! Generates themes, activities, participations and head counts.

use decapolis_words::errors::Result;

use super::chance::{Chance, share_of, walk};
use super::names;
use super::row::{Days, Row};
use super::world::World;
use super::writing::Writing;
use crate::activities::table::{
    ACTIVITIES, GOAL_MARKS, HEAD_COUNTS, LANGUAGE_FILES, PARTICIPATIONS, THEME_MARKS, THEMES,
};

const THEMES_MADE: u64 = 12;
const KINDS: &[(u64, &str)] = &[
    (2, "series"),
    (38, "event"),
    (15, "session"),
    (16, "learning"),
    (5, "pilot"),
    (3, "campaign"),
    (3, "declaration"),
    (3, "call"),
    (12, "publication"),
    (1, "observatory"),
    (2, "study"),
];
/// The usual roles of participants, with their shares of a hundred.
const ROLES: &[(u64, &str)] = &[
    (66, "attended"),
    (8, "spoke"),
    (7, "expert"),
    (3, "hosted"),
    (2, "led"),
    (3, "partnered"),
    (4, "contributed"),
    (7, "invited"),
];
/// The kinds of activity that last for years.
const LASTING: &[&str] = &["pilot", "campaign", "observatory", "series"];

pub async fn make(writing: &mut Writing<'_>, world: &mut World) -> Result<()> {
    world.themes = writing.ids(THEMES_MADE).await?;
    for n in 0..THEMES_MADE {
        let record = Row::record("theme", format!("theme-{}", n + 1), &names::place(n * 11 + 5), true);
        writing.record(&THEMES, world.themes.id(n), record, Row::default().int("rank", n + 1)).await?;
    }
    let count = (world.amounts.participations / 250).max(300);
    world.activities = writing.ids(count).await?;
    for n in 0..count {
        activity(writing, world, n).await?;
    }
    Ok(())
}

async fn activity(writing: &mut Writing<'_>, world: &World, n: u64) -> Result<()> {
    let (chance, count, id) =
        (&mut world.chance("activities", n), world.activities.count, world.activities.id(n));
    // each hundred activities contain all kinds in their shares
    let (kind, year) = (share_of(walk(world.amounts.seed, n, 100), KINDS), world.year_of(n, count));
    let from = Days::within(year, chance);
    let state = match kind {
        "pilot" | "campaign" | "observatory" | "series" => chance.share(&[(80, "under-way"), (20, "held")]),
        "publication" | "study" | "declaration" => "published",
        _ => chance.share(&[(90, "held"), (4, "cancelled"), (4, "postponed"), (2, "planned")]),
    };
    let role = match kind {
        "declaration" => chance.share(&[(50, "contributed"), (30, "endorsed"), (20, "led")]),
        _ => chance.share(&[
            (30, "led"),
            (20, "co-led"),
            (25, "took-part"),
            (10, "contributed"),
            (10, "endorsed"),
            (5, "supported"),
        ]),
    };
    let mut own = Row::default()
        .text("activity", kind)
        .text("state", state)
        .text("role", role)
        .text("scope", chance.share(&[(25, "global"), (40, "regional"), (25, "local"), (10, "internal")]))
        .text("mode", chance.share(&[(50, "in-person"), (35, "online"), (15, "hybrid")]))
        .to("place", world.places.id(chance.below(world.places.count)))
        .day("from", from);
    if kind == "session" && n > 0 {
        own = own.to("part_of", world.activities.id(n - 1));
    }
    if !LASTING.contains(&kind) {
        own = own.day("until", from);
    } else if chance.percent(60) && from.year() + 2 <= world.amounts.years.1 {
        own = own.day("until", Days::of(from.year() + 2, 300));
    }
    let record = Row::record("activity", format!("activity-{n}"), &names::place(n), true);
    writing.record(&ACTIVITIES, id, record, own).await?;
    let (theme, goal) = (chance.below(THEMES_MADE), chance.below(17));
    for k in 0..1 + chance.below(2) {
        writing
            .fact(&THEME_MARKS, Row::fact().to("record", id).to("theme", world.themes.id(theme + k)).values())
            .await?;
        writing
            .fact(&GOAL_MARKS, Row::fact().to("record", id).int("goal", (goal + k) % 17 + 1).values())
            .await?;
    }
    match kind {
        "publication" => language_files(writing, world, n, from).await?,
        "event" | "session" | "learning" if chance.percent(40) => head_counts(writing, world, n).await?,
        _ => {}
    }
    let all = world.amounts.participations;
    for k in 0..(n + 1) * all / count - n * all / count {
        participation(writing, world, (n, kind, from), k).await?;
    }
    Ok(())
}

/// Writes one participation: of an organisation, a person, or a person for their organisation.
async fn participation(
    writing: &mut Writing<'_>,
    world: &World,
    (n, kind, from): (u64, &str, Days),
    k: u64,
) -> Result<()> {
    let chance = &mut Chance::of(world.amounts.seed, "participations", (n << 20) | k);
    let (organisations, people) = (world.organisations.count, world.people.count);
    let (organisation, person) =
        (walk(n.wrapping_mul(61), k, organisations), walk(n.wrapping_mul(7_907), k, people));
    let role = match kind {
        "call" | "declaration" => chance.share(&[(95, "endorsed"), (5, "invited")]),
        "learning" => chance.share(&[(85, "learned"), (8, "expert"), (7, "invited")]),
        "pilot" => chance.share(&[(20, "led"), (60, "partnered"), (20, "contributed")]),
        _ => chance.share(ROLES),
    };
    let (alone, with_somebody) =
        if matches!(kind, "call" | "declaration" | "pilot") { (85, 10) } else { (20, 50) };
    let drawn = chance.below(100);
    let active = world.is_active(organisation, from.year()) && k < organisations;
    // the same person twice in one activity would be the same fact twice
    let somebody = people > 0 && (!(active && drawn < alone)) && k < people;
    let row = Row::fact()
        .to("activity", world.activities.id(n))
        .to(
            "organisation",
            (active && drawn < alone + with_somebody).then(|| world.organisations.id(organisation)),
        )
        .to("person", somebody.then(|| world.people.id(person)))
        .text("role", role)
        .day("day", from);
    writing.fact(&PARTICIPATIONS, row.values()).await
}

async fn head_counts(writing: &mut Writing<'_>, world: &World, n: u64) -> Result<()> {
    let chance = &mut world.chance("head counts", n);
    for gender in ["woman", "man", "not-stated"] {
        for (count, designated) in [("present", true), ("registered", false)] {
            let row = Row::fact()
                .to("activity", world.activities.id(n))
                .text("count", count)
                .text("gender", gender)
                .int("people", 5 + chance.below(120))
                .yes("designated", designated);
            writing.fact(&HEAD_COUNTS, row.values()).await?;
        }
    }
    Ok(())
}

async fn language_files(writing: &mut Writing<'_>, world: &World, n: u64, from: Days) -> Result<()> {
    let chance = &mut world.chance("language files", n);
    for language in ["en", "es", "fr"].into_iter().take(1 + chance.below(3) as usize) {
        let row = Row::fact()
            .to("publication", world.activities.id(n))
            .text("language", language)
            .day("day", from)
            .int("pages", 8 + chance.below(90));
        writing.fact(&LANGUAGE_FILES, row.values()).await?;
    }
    Ok(())
}
