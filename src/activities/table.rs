//! The tables of activities, their participants, and how many came.
use decapolis_register::table::{Kind::*, *};
use decapolis_register::value::{Cell, Values};

pub static THEMES: Table =
    Table::records("themes", "themes_history", "theme", &[opt("rank", Int), opt("colour", Text)])
        .checked(colour_can_be_read);
pub const KINDS: &[&str] = &[
    "series",
    "event",
    "session",
    "learning",
    "pilot",
    "campaign",
    "declaration",
    "call",
    "publication",
    "observatory",
    "study",
];
pub const STATES: &[&str] = &["planned", "held", "postponed", "cancelled", "under-way", "published"];
/// The kinds that last: one that is cancelled was under way until its last day. The others happen or do not happen.
pub const LASTING: &[&str] = &["series", "pilot", "campaign", "observatory", "study"];
/// The states of what happened, or is happening: only there can anybody have taken part.
pub const HAPPENED: &[&str] = &["held", "under-way", "published"];
pub const ROLES_OF_THE_NETWORK: &[&str] =
    &["led", "co-led", "took-part", "contributed", "endorsed", "supported"];
pub const SCOPES: &[&str] = &["global", "regional", "local", "internal"];
pub const MODES: &[&str] = &["in-person", "online", "hybrid"];
/// `from` is the first day (of a declaration its day, of a publication its announcement), `until` the last; a lasting
/// activity has no last day.
pub static ACTIVITIES: Table = Table::records(
    "activities",
    "activities_history",
    "activity",
    &[
        req("activity", Choice(KINDS)),
        opt("part_of", Ref("activity")),
        req("state", Choice(STATES)),
        opt("role", Choice(ROLES_OF_THE_NETWORK)),
        opt("scope", Choice(SCOPES)),
        opt("mode", Choice(MODES)),
        opt("place", Ref("place")),
        opt("from", Bound),
        opt("until", Bound),
        opt("summary", Texts),
        opt("address", Text),
    ],
)
.indexed(&[&["activity", "from", "from_last", "until", "until_last", "role", "state", "scope"]])
.known_by(&[
    ("label", Tells::Title),
    ("address", Tells::Address),
    ("place", Tells::Place),
    ("from", Tells::Day),
    ("activity", Tells::Sort),
])
.lasting("from", "until")
.closing(Closing {
    state: "state",
    closed: &["cancelled"],
    lasted_as: Some("under-way"),
    of: Some(("activity", LASTING)),
});
/// The network's themes that a record is about.
pub static THEME_MARKS: Table = Table::facts(
    "theme_marks",
    "theme_marks_history",
    &["record", "theme"],
    &[req("record", Ref(ANY)), req("theme", Ref("theme"))],
)
.indexed(&[&["theme", "record"]])
.belonging(&[Belongs::To("record")]);
/// The Sustainable Development Goals, 1 to 17, that a record is about.
pub static GOAL_MARKS: Table = Table::facts(
    "goal_marks",
    "goal_marks_history",
    &["record", "goal"],
    &[req("record", Ref(ANY)), req("goal", Int)],
)
.belonging(&[Belongs::To("record")]);
pub const ROLES: &[&str] = &[
    "attended",
    "learned",
    "hosted",
    "spoke",
    "expert",
    "led",
    "partnered",
    "contributed",
    "endorsed",
    "invited",
    "registered",
];
/// The roles of those who were expected: nothing says that they came.
pub const ONLY_EXPECTED: [&str; 2] = ["invited", "registered"];
/// The participation of an organisation, of a person, or of a person on behalf of their organisation that day.
pub static PARTICIPATIONS: Table = Table::facts(
    "participations",
    "participations_history",
    &["activity", "organisation", "person", "role", "day"],
    &[
        req("activity", Ref("activity")),
        opt("organisation", Ref("organisation")),
        opt("person", Ref("person")),
        req("role", Choice(ROLES)),
        req("day", Day),
    ],
)
.indexed(&[
    &["organisation", "day", "day_last", "role", "activity"],
    &["day", "day_last", "role", "organisation", "person", "activity"],
    &["activity", "person", "role"],
    &["person", "day", "day_last", "role", "activity"],
    &["role", "day", "day_last", "organisation", "person", "activity"],
])
.expected_within("day", "activity", &ACTIVITIES)
.belonging(&[Belongs::To("organisation")]);
/// How many people came, by gender. At most one kind of count per event is designated.
pub static HEAD_COUNTS: Table = Table::facts(
    "head_counts",
    "head_counts_history",
    &["activity", "count", "gender"],
    &[
        req("activity", Ref("activity")),
        req("count", Choice(&["registered", "present", "peak-online"])),
        req("gender", Choice(&["woman", "man", "non-binary", "not-stated"])),
        req("people", Int).at_least(0),
        req("designated", Bool),
    ],
)
.with_one_marked("activity", "designated", "count");
/// The files of a publication by language. The first one decides its year.
pub static LANGUAGE_FILES: Table = Table::facts(
    "language_files",
    "language_files_history",
    &["publication", "language"],
    &[
        req("publication", Ref("activity")),
        req("language", Text),
        req("day", Day),
        opt("address", Text),
        opt("pages", Int).at_least(0),
    ],
)
.indexed(&[&["publication", "day", "day_last"]]);
pub static ALL: &[&Table] =
    &[&THEMES, &ACTIVITIES, &THEME_MARKS, &GOAL_MARKS, &PARTICIPATIONS, &HEAD_COUNTS, &LANGUAGE_FILES];

/// Rule: the colour of a theme must be readable as text on white.
fn colour_can_be_read(row: &Values) -> Option<(&'static str, &'static str)> {
    let colour = row.get("colour").and_then(Cell::text).filter(|t| !t.is_empty())?;
    crate::network::brand::readable(colour).map(|key| ("colour", key))
}
