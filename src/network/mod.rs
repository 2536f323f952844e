//! The network itself: its record with the settings, its regions, its brand. The lowest module: pages of every module are made with it.

pub mod brand;
pub mod brand_files;
pub mod change_brand;
pub mod cli;
pub mod settings;
pub mod site;
pub mod table;

/// What can be done here.
pub static ACTIONS: &[&decapolis_actions::Description] = &[&change_brand::CHANGE_BRAND.about];
