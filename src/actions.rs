//! All actions of the program, one line each.

use decapolis_actions::{Description, UNDO};

use crate::editions::as_printed::ENTER_AS_PRINTED;
use crate::editions::publish::PUBLISH_PAGE;
use crate::editions::sign::SIGN_SECTIONS;
use crate::generate::WRITE_REGISTER;
use crate::import::IMPORT;
use crate::members::change_brand::CHANGE_BRAND;
use crate::studio::save_figure::SAVE_FIGURE;

pub static ALL: &[&Description] = &[
    &IMPORT.about,
    &UNDO,
    &CHANGE_BRAND.about,
    &SAVE_FIGURE.about,
    &SIGN_SECTIONS.about,
    &PUBLISH_PAGE.about,
    &ENTER_AS_PRINTED.about,
    &WRITE_REGISTER.about,
];
