//! People, the posts they hold, and the elections that change their holders.
use decapolis_register::table::{Kind::*, *};
use decapolis_register::value::{Cell, Values};

pub const GENDERS: &[&str] = &["woman", "man", "non-binary", "not-stated"];
/// The gender of a person records how it is known. It is never guessed from a name.
pub static PEOPLE: Table = Table::records(
    "people",
    "people_history",
    "person",
    &[
        req("gender", Choice(GENDERS)).office(),
        opt("gender_known_by", Choice(&["said-so", "public-source", "partner-count"])).office(),
        opt("mail", Text).office(),
    ],
)
.private_unless_said()
.veiling(&["gender", "gender_known_by", "mail"])
.known_by(&[("mail", Tells::Mail)])
.belonging(&[Belongs::By(&MANDATES, "person")]);
pub const POSTS_OF: &[&str] = &["leader", "seat", "presidency", "professional", "intern"];
/// An office that a person can hold: the leader of a government, a seat on a body, the presidency, a post in the secretariat.
pub static POSTS: Table = Table::records(
    "posts",
    "posts_history",
    "post",
    &[
        req("post", Choice(POSTS_OF)),
        opt("organisation", Ref("organisation")), // the owner of the post; the seat of a member passes to its next leader
        opt("body", Ref("body")),
        req("from", Bound),
        opt("until", Bound),
    ],
)
.indexed(&[&["post", "from", "from_last", "until", "until_last"]])
.lasting("from", "until")
.belonging(&[Belongs::To("organisation")])
// a seat, to its body
.belonging_besides("body", &[Belongs::To("body")]);
pub const WAYS: &[&str] = &["elected", "appointed", "acting", "rotating"];
/// Who holds a post, from the day they take office. A vacancy and an unknown holder are rows too, so that they count in the base.
pub static MANDATES: Table = Table::facts(
    "mandates",
    "mandates_history",
    &["post", "from", "person"],
    &[
        req("post", Ref("post")).unknown_as("error-mandate-without-post"),
        req("holder", Choice(&["person", "vacant", "unknown"])),
        opt("person", Ref("person")),
        req("from", Bound),
        opt("until", Bound),
        opt("way", Choice(WAYS)),
    ],
)
.indexed(&[&["post", "from", "from_last", "until", "until_last", "person"]])
.lasting("from", "until")
.without_overlap(&["post"])
.checked(held_by_somebody_or_nobody)
.belonging(&[Belongs::Through("post", &POSTS)])
.belonging_besides("body", &[Belongs::Through("post", &POSTS)]);

/// A mandate names a person if its holder is a person, and nobody if it is vacant or unknown.
fn held_by_somebody_or_nobody(row: &Values) -> Option<(&'static str, &'static str)> {
    let named = row.get("person").is_some_and(|p| p.int().is_some());
    let person = row.get("holder").and_then(Cell::text) == Some("person");
    (named != person).then_some(("person", "error-person-without-holder"))
}

/// The next election of a government.
pub static ELECTIONS: Table = Table::facts(
    "elections",
    "elections_history",
    &["organisation", "day"],
    &[req("organisation", Ref("organisation")), req("day", Day)],
)
.belonging(&[Belongs::To("organisation")]);
pub static ALL: &[&Table] = &[&PEOPLE, &POSTS, &MANDATES, &ELECTIONS];
