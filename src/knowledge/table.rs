//! The tables of practices, initiatives, their platforms, and registered experts.
use decapolis_register::table::{Kind::*, *};

pub static PLATFORMS: Table = Table::records(
    "platforms",
    "platforms_history",
    "platform",
    &[opt("address", Text), opt("licence", Text), req("own", Bool)],
)
.belonging_besides("platform", &[Belongs::Itself]);
pub const STATES: &[&str] = &["draft", "published", "withdrawn"];
/// What is withdrawn was published until its last day.
const WITHDRAWN: Closing =
    Closing { state: "state", closed: &["withdrawn"], lasted_as: Some("published"), of: None };
/// `from` and `until` are the first and last day on which the practice is on its platform.
pub static PRACTICES: Table = Table::records(
    "practices",
    "practices_history",
    "practice",
    &[
        req("platform", Ref("platform")),
        opt("place", Ref("place")),
        req("state", Choice(STATES)),
        opt("from", Bound),
        opt("until", Bound),
        opt("started", Day),
        opt("ended", Day),
        opt("progress", Choice(&["ongoing", "completed", "planned"])),
        opt("country", Text).codes(Codes::Countries),
        opt("city_as_written", Text),
        opt("main_actors", Text),
        opt("project_area", Text),
        opt("topics", Text),
        opt("award", Text),
        opt("address", Text),
        opt("note", Text),
    ],
)
.indexed(&[&["platform", "state", "from", "from_last", "until", "until_last", "place"]])
.public_only_as("state", &["published"])
.known_by(&[
    ("label", Tells::Title),
    ("address", Tells::Address),
    ("place", Tells::Place),
    ("city_as_written", Tells::PlaceName),
    ("country", Tells::Country),
    ("started", Tells::Day),
    ("platform", Tells::Catalogue),
])
.lasting("from", "until")
.closing(WITHDRAWN)
.belonging_besides("platform", &[Belongs::To("platform")]);
pub static INITIATIVES: Table = Table::records(
    "initiatives",
    "initiatives_history",
    "initiative",
    &[
        req("platform", Ref("platform")),
        opt("place", Ref("place")),
        req("state", Choice(STATES)),
        opt("from", Bound),
        opt("until", Bound),
        opt("day", Day),
        opt("country", Text).codes(Codes::Countries),
        opt("city_as_written", Text),
        opt("topics", Text),
        opt("address", Text),
        opt("note", Text),
    ],
)
.indexed(&[&["platform", "state", "from", "from_last", "until", "until_last", "place"]])
.public_only_as("state", &["published"])
.known_by(&[
    ("label", Tells::Title),
    ("address", Tells::Address),
    ("place", Tells::Place),
    ("city_as_written", Tells::PlaceName),
    ("country", Tells::Country),
    ("day", Tells::Day),
    ("platform", Tells::Catalogue),
])
.lasting("from", "until")
.closing(WITHDRAWN)
.belonging_besides("platform", &[Belongs::To("platform")]);
pub static EXPERT_PROFILES: Table = Table::facts(
    "expert_profiles",
    "expert_profiles_history",
    &["person", "platform", "from"],
    &[
        req("person", Ref("person")),
        req("platform", Ref("platform")),
        req("from", Bound),
        opt("until", Bound),
    ],
)
.indexed(&[&["platform", "from", "from_last", "until", "until_last", "person"]])
.lasting("from", "until")
.without_overlap(&["person", "platform"])
.belonging(&[Belongs::Through("person", &crate::people::table::PEOPLE)])
.belonging_besides("platform", &[Belongs::To("platform")]);
pub static ALL: &[&Table] = &[&PLATFORMS, &PRACTICES, &INITIATIVES, &EXPERT_PROFILES];
