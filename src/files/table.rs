//! The table of files.

use decapolis_register::table::{Kind::*, *};

use crate::people::table::{PEOPLE, POSTS};

/// Who may open a file, of those who may see its record.
pub const PRIVACY: &[&str] = &["public", "members", "office"];

/// A file on a record. Its bytes lie beside the register, under their digest. Pages of files read these columns and ask `privacy`; no list
/// and no file of the register has them.
pub static FILES: Table = Table::facts(
    "files",
    "files_history",
    &["record", "name"],
    &[
        req("record", Ref(ANY)).office(),
        req("name", Text).office(),
        req("media_type", Text).office(),
        req("bytes", Int).office(),
        // SHA-256 in hexadecimal digits
        req("digest", Text).office(),
        req("privacy", Choice(PRIVACY)).office(),
    ],
)
.indexed(&[&["record"]])
// a name may be that of a person
.veiling(&["name"])
.belonging(&[Belongs::To("record"), Belongs::Through("record", &PEOPLE), Belongs::Through("record", &POSTS)])
.only_by(&["files.attach", "files.change", "files.remove", "register.undo"])
.kept_out_of_files();

pub static ALL: &[&Table] = &[&FILES];
