//! The tables of places, regions, metropolitan areas, organisations and memberships.
use decapolis_register::table::{Kind::*, *};

/// Cities and their coordinates. A country is optional.
pub static PLACES: Table = Table::records(
    "places",
    "places_history",
    "place",
    &[
        opt("country", Text).codes(Codes::Country),
        opt("latitude", Number),
        opt("longitude", Number),
        opt("population", Int).at_least(0),
        opt("population_year", Int),
        opt("population_source", Text),
        opt("zone", Text),
        opt("other_names", Text), // separated by |
    ],
)
.known_by(&[
    ("other_names", Tells::OtherNames),
    ("country", Tells::Country),
    ("latitude", Tells::Latitude),
    ("longitude", Tells::Longitude),
])
.belonging(&[Belongs::By(&ORGANISATIONS, "place")]);
pub static AREAS: Table = Table::records(
    "areas",
    "areas_history",
    "area",
    &[
        opt("place", Ref("place")),
        opt("country", Text).codes(Codes::Country),
        opt("identifier", Text), // its code in another catalogue: WUP:20001
        opt("population", Int).at_least(0),
        opt("population_year", Int),
        opt("population_source", Text),
    ],
)
.known_by(&[("place", Tells::Place), ("country", Tells::Country)])
.belonging(&[Belongs::By(&AREA_GOVERNMENTS, "area")]);
pub const LEVELS: &[&str] = &[
    "municipal",
    "metropolitan",
    "intermediate",
    "national",
    "agency",
    "association",
    "international",
    "university",
    "company",
    "other",
];
pub static ORGANISATIONS: Table = Table::records(
    "organisations",
    "organisations_history",
    "organisation",
    &[req("level", Choice(LEVELS)), opt("place", Ref("place")), opt("address", Text)],
)
.known_by(&[("level", Tells::Sort), ("place", Tells::Place), ("address", Tells::Address)])
.belonging(&[Belongs::Itself]);
/// The region of the network that an organisation belongs to, from a day on.
pub static PLACEMENTS: Table = Table::facts(
    "placements",
    "placements_history",
    &["organisation", "from"],
    &[
        req("organisation", Ref("organisation")),
        req("region", Ref("region")),
        req("from", Bound),
        opt("until", Bound),
    ],
)
.indexed(&[&["organisation", "from_last", "until", "region"]])
.lasting("from", "until")
.without_overlap(&["organisation"])
.belonging(&[Belongs::To("organisation")])
.placing("organisation", "region");
pub const ENDINGS: &[&str] = &["resigned", "struck-off", "dissolved", "succeeded"];
/// `from` is the day the membership takes effect, `until` its last day. The public sees only that a membership ended, not how or why.
pub static MEMBERSHIPS: Table = Table::facts(
    "memberships",
    "memberships_history",
    &["organisation", "from"],
    &[
        req("organisation", Ref("organisation")),
        req("from", Bound),
        opt("until", Bound),
        opt("application", Day).office(),
        opt("council_resolution", Day).office(),
        opt("ratification", Day),
        opt("assembly", Day),
        opt("first_payment", Day).office(),
        opt("decision", Ref("decision")),
        opt("ending", Choice(ENDINGS)).office(),
        opt("successor", Ref("organisation")),
    ],
)
.indexed(&[
    &["organisation", "from", "from_last", "until", "until_last"],
    &["successor", "ending", "until", "until_last"],
])
.lasting("from", "until")
.closing(Closing { state: "ending", closed: ENDINGS, lasted_as: None, of: None })
.without_overlap(&["organisation"])
.belonging(&[Belongs::To("organisation")]);
pub const CATEGORIES_OF: &[&str] = &["full", "associate", "other"];
pub static CATEGORIES: Table = Table::facts(
    "categories",
    "categories_history",
    &["organisation", "from"],
    &[
        req("organisation", Ref("organisation")),
        req("category", Choice(CATEGORIES_OF)),
        req("from", Bound),
        opt("until", Bound),
    ],
)
.lasting("from", "until")
.without_overlap(&["organisation"])
.belonging(&[Belongs::To("organisation")]);
/// Which governments run which metropolitan area. Several can share one.
pub static AREA_GOVERNMENTS: Table = Table::facts(
    "area_governments",
    "area_governments_history",
    &["organisation", "area", "from"],
    &[
        req("organisation", Ref("organisation")),
        req("area", Ref("area")),
        req("from", Bound),
        opt("until", Bound),
    ],
)
.indexed(&[&["organisation", "from", "from_last", "until", "until_last", "area"], &["area", "organisation"]])
.lasting("from", "until")
.without_overlap(&["organisation", "area"])
.belonging(&[Belongs::To("organisation")]);
pub const STANDINGS_OF_A_YEAR: &[&str] = &["due", "settled", "waived", "unable-to-pay", "contested"];
/// What the office notes about the dues of a member in a year. Only the office reads it.
pub static STANDINGS: Table = Table::facts(
    "standings",
    "standings_history",
    &["organisation", "year"],
    &[
        req("organisation", Ref("organisation")).office(),
        req("year", Int).office(),
        req("standing", Choice(STANDINGS_OF_A_YEAR)).office(),
        req("day", Day).office(),
        opt("stated_by", Text).office(),
        opt("evidence", Text).office(),
    ],
)
.belonging(&[Belongs::To("organisation")]);
pub static ALL: &[&Table] =
    &[&PLACES, &AREAS, &ORGANISATIONS, &PLACEMENTS, &MEMBERSHIPS, &CATEGORIES, &AREA_GOVERNMENTS, &STANDINGS];
