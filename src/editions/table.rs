//! The tables of editions. Their rows refer to register rows by id, so they are neither imported nor exported as files.
use decapolis_register::table::{Kind::*, *};

pub const WAYS: &[&str] = &["counted", "as-printed"];
/// The record kind of an edition.
pub const KIND: &str = "page-edition";
/// The actions that create an edition. No other action writes these tables.
const PUBLISHING: &[&str] = &["editions.publish", "editions.enter-as-printed"];
/// One edition. Its code is `2020-e1`; its source, if any, is in its record.
pub static PAGE_EDITIONS: Table = Table::records(
    "page_editions",
    "page_editions_history",
    KIND,
    &[
        req("year", Int),
        req("number", Int),
        req("way", Choice(WAYS)),
        req("from", Day),
        req("until", Day),
        req("known", Int),
        req("published", Day),
        opt("embargo", Day),
        opt("signer", Text),
        opt("unsigned", Text),
        req("digest", Text),
    ],
)
.indexed(&[&["year", "number"]])
.kept_out_of_files()
.only_by(PUBLISHING);
/// The page in one language, as the value that every output format is written from.
pub static EDITION_PAGES: Table = Table::facts(
    "edition_pages",
    "edition_pages_history",
    &["edition", "language"],
    &[req("edition", Ref(KIND)), req("language", Text), req("text", Text), req("digest", Text)],
)
.kept_out_of_files()
.only_by(PUBLISHING);
/// One number with its rule at publication, in page order. `listings` has the version of each listing; `list` is the digest of its rows.
pub static EDITION_NUMBERS: Table = Table::facts(
    "edition_numbers",
    "edition_numbers_history",
    &["edition", "ordinal"],
    &[
        req("edition", Ref(KIND)),
        req("ordinal", Int),
        req("figure", Text),
        req("version", Int),
        req("rule", Text).office(),
        req("listings", Text),
        req("from", Day),
        req("until", Day),
        req("counted", Int).office(),
        req("base", Int).office(),
        req("list", Text),
        req("digest", Text),
    ],
)
.kept_out_of_files()
.only_by(PUBLISHING);
/// One group of a breakdown on the page. `ordinal` is that of its number.
pub static EDITION_GROUPS: Table = Table::facts(
    "edition_groups",
    "edition_groups_history",
    &["edition", "ordinal", "breakdown", "value"],
    &[
        req("edition", Ref(KIND)),
        req("ordinal", Int),
        req("breakdown", Text),
        req("value", Text),
        req("counted", Int).office(),
        req("base", Int).office(),
    ],
)
.kept_out_of_files()
.only_by(PUBLISHING);
/// One row of a number. Part 0 is the base; classes are 0 counted, 1 base only, 2 left out. The row id is not a
/// reference, because the row may be removed later.
pub static EDITION_ROWS: Table = Table::facts(
    "edition_rows",
    "edition_rows_history",
    &["edition", "ordinal", "part", "row"],
    &[
        req("edition", Ref(KIND)),
        req("ordinal", Int),
        req("part", Int),
        req("row", Int),
        req("unit", Text),
        req("amount", Int).office(),
        req("class", Int),
        opt("reason", Text),
    ],
)
.kept_out_of_files()
.only_by(PUBLISHING);
/// One line of an edition as printed: a figure or the report's own label, and the number as printed.
pub static EDITION_LINES: Table = Table::facts(
    "edition_lines",
    "edition_lines_history",
    &["edition", "ordinal"],
    &[
        req("edition", Ref(KIND)),
        req("ordinal", Int),
        opt("figure", Text),
        opt("label", Texts),
        req("printed", Text),
        opt("note", Texts),
        opt("page", Text),
    ],
)
.kept_out_of_files()
.only_by(PUBLISHING);
/// Who signed which section of the live page. `digest` is that of the signed numbers.
pub static SIGN_OFFS: Table = Table::facts(
    "sign_offs",
    "sign_offs_history",
    &["first_year", "year", "section"],
    &[
        req("first_year", Int),
        req("year", Int),
        req("section", Text),
        req("signer", Text),
        req("day", Day),
        req("digest", Text),
    ],
)
.kept_out_of_files()
.only_by(&["editions.sign-section"]);
pub static ALL: &[&Table] = &[
    &PAGE_EDITIONS,
    &EDITION_PAGES,
    &EDITION_NUMBERS,
    &EDITION_GROUPS,
    &EDITION_ROWS,
    &EDITION_LINES,
    &SIGN_OFFS,
];
