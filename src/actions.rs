//! Every action of the program, one line each.

use decapolis_core::actions::{Description, UNDO};

use crate::studio::save_figure::SAVE_FIGURE;

pub static ALL: &[&Description] = &[&SAVE_FIGURE.about, &UNDO];
