//! Generates bodies, seats, meetings and attendance.

use decapolis_register::journal::RowId;
use decapolis_words::errors::Result;

use super::chance::walk;
use super::names;
use super::row::{Days, Row};
use super::world::World;
use super::writing::{Made, Writing};
use crate::governance::table::{ATTENDANCES, BODIES, DECISIONS, MEETINGS, SESSIONS};
use crate::people::table::POSTS;

const ATTENDED: &[(u64, &str)] = &[(62, "present"), (13, "represented"), (15, "excused"), (10, "absent")];

pub async fn make(writing: &mut Writing<'_>, world: &mut World) -> Result<()> {
    for (made, body) in
        [(&mut world.assembly, "assembly"), (&mut world.board, "board"), (&mut world.committee, "committee")]
    {
        *made = writing.ids(1).await?;
        let record = Row::record("body", body.into(), &names::place(body.len() as u64), true);
        writing.record(&BODIES, made.id(0), record, Row::default().text("body", body)).await?;
    }
    let seats = writing.ids((world.amounts.members / 20).clamp(1, 100)).await?;
    for n in 0..seats.count {
        let record = Row::record("post", format!("seat-{n}"), &names::place(n * 5 + 2), true);
        let own = Row::default()
            .text("post", "seat")
            .to("organisation", world.organisations.id(walk(n, n, world.amounts.members)))
            .to("body", world.board.id(0))
            .day("from", Days::of(world.amounts.years.0 - 5, 0));
        writing.record(&POSTS, seats.id(n), record, own).await?;
    }
    for year in world.years() {
        assembly(writing, world, year).await?;
        for n in 0..4 {
            board(writing, world, (year, n), seats).await?;
        }
    }
    Ok(())
}

async fn meeting(
    writing: &mut Writing<'_>,
    world: &World,
    body: RowId,
    code: String,
    day: Days,
) -> Result<RowId> {
    let (id, chance) = (writing.ids(1).await?.id(0), &mut world.chance(&code, 0));
    let own = Row::default()
        .to("body", body)
        .day("day", day)
        .text("mode", chance.share(&[(40, "in-person"), (40, "online"), (20, "hybrid")]))
        .text("state", chance.share(&[(95, "held"), (5, "cancelled")]));
    let name = names::place(chance.below(2_560));
    writing.record(&MEETINGS, id, Row::record("meeting", code.clone(), &name, true), own).await?;
    let decision = writing.ids(1).await?.id(0);
    let own = Row::default().to("meeting", id).to("body", body).day("day", day).yes("by_consultation", false);
    writing
        .record(&DECISIONS, decision, Row::record("decision", format!("decision-{code}"), &name, true), own)
        .await?;
    Ok(id)
}

/// Writes the Assembly of a year, which every member may attend.
async fn assembly(writing: &mut Writing<'_>, world: &World, year: i64) -> Result<()> {
    let meeting =
        meeting(writing, world, world.assembly.id(0), format!("assembly-{year}"), Days::of(year, 290))
            .await?;
    writing.fact(&SESSIONS, Row::fact().to("meeting", meeting).text("session", "ordinary").values()).await?;
    let chance = &mut world.chance("assemblies", year as u64);
    for n in 0..world.amounts.members {
        let row = Row::fact().to("meeting", meeting).to("organisation", world.organisations.id(n));
        let attendance = if world.is_active(n, year) { chance.share(ATTENDED) } else { "absent" };
        writing.fact(&ATTENDANCES, row.text("attendance", attendance).values()).await?;
    }
    Ok(())
}

async fn board(writing: &mut Writing<'_>, world: &World, (year, n): (i64, u64), seats: Made) -> Result<()> {
    let day = Days::of(year, 40 + n * 80);
    let meeting = meeting(writing, world, world.board.id(0), format!("board-{year}-{}", n + 1), day).await?;
    let chance = &mut world.chance("boards", year as u64 * 10 + n);
    for seat in 0..seats.count {
        let row = Row::fact()
            .to("meeting", meeting)
            .to("organisation", world.organisations.id(walk(seat, seat, world.amounts.members)))
            .to("seat", seats.id(seat));
        writing.fact(&ATTENDANCES, row.text("attendance", chance.share(ATTENDED)).values()).await?;
    }
    Ok(())
}
