//! The tables of bodies, meetings, decisions and attendance.
use decapolis_register::table::{Kind::*, *};

pub const BODIES_OF: &[&str] = &["assembly", "board", "committee", "presidency"];
pub static BODIES: Table =
    Table::records("bodies", "bodies_history", "body", &[req("body", Choice(BODIES_OF))])
        .belonging_besides("body", &[Belongs::Itself]);
pub const MODES: &[&str] = &["in-person", "online", "hybrid", "written"];
pub const MEETING_STATES: &[&str] = &["called", "held", "postponed", "cancelled"];
pub static MEETINGS: Table = Table::records(
    "meetings",
    "meetings_history",
    "meeting",
    &[
        req("body", Ref("body")),
        req("day", Day),
        req("mode", Choice(MODES)),
        req("state", Choice(MEETING_STATES)),
        opt("called_on", Day),
        opt("statutes", Text), // the version in force on that day
    ],
)
.indexed(&[&["day", "day_last", "body", "state", "mode"]])
.belonging_besides("body", &[Belongs::To("body")]);
/// A meeting of the Assembly can have an ordinary and an extraordinary session.
pub static SESSIONS: Table = Table::facts(
    "sessions",
    "sessions_history",
    &["meeting", "session"],
    &[
        req("meeting", Ref("meeting")),
        req("session", Choice(&["ordinary", "extraordinary"])),
        opt("quorum", Text),
    ],
)
.belonging_besides("body", &[Belongs::Through("meeting", &MEETINGS)]);
pub const ATTENDED: &[&str] = &["present", "represented", "excused", "absent"];
/// Attendance per seat (Board) or per member (Assembly). Only the office sees absences.
pub static ATTENDANCES: Table = Table::facts(
    "attendances",
    "attendances_history",
    &["meeting", "organisation", "seat"],
    &[
        req("meeting", Ref("meeting")),
        opt("organisation", Ref("organisation")),
        opt("seat", Ref("post")),
        req("attendance", Choice(ATTENDED)),
        opt("represented_by", Ref(ANY)),
    ],
)
.indexed(&[&["meeting", "attendance", "organisation", "seat"], &["organisation"]])
.belonging(&[Belongs::To("organisation")])
.belonging_besides("body", &[Belongs::Through("meeting", &MEETINGS)]);
pub static DECISIONS: Table = Table::records(
    "decisions",
    "decisions_history",
    "decision",
    &[
        opt("meeting", Ref("meeting")),
        req("body", Ref("body")),
        req("day", Day),
        opt("by_consultation", Bool),
    ],
)
.belonging_besides("body", &[Belongs::To("body")]);
pub static ALL: &[&Table] = &[&BODIES, &MEETINGS, &SESSIONS, &ATTENDANCES, &DECISIONS];
