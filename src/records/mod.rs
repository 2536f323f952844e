//! Records of any kind: their lists, their pages, and their values in words, built from the description of their table alone.

pub mod as_of;
pub mod asked;
pub mod cells;
pub mod eyes;
pub mod file_columns;
pub mod history;
pub mod lists;
pub mod measured;
pub mod of_kind;
pub mod revised;
pub mod row_actions;
pub mod site;
pub mod typed_row;
pub mod worded;

use sea_orm::sea_query::LikeExpr;

/// The key of an action's words: what it does, as in a list of what can be done.
pub fn action_words(name: &str) -> String {
    format!("action-{}", name.replace('.', "-"))
}

/// The pattern of SQL's LIKE for texts that contain this one, whatever signs it has.
pub fn contains(text: &str) -> LikeExpr {
    let plain = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{plain}%")).escape('\\')
}
