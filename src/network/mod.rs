//! The network itself: its record with the settings, its regions, its brand. The lowest module: pages of every module are made with it.

pub mod address;
pub mod brand;
pub mod brand_files;
pub mod change_brand;
pub mod change_settings;
pub mod logo;
mod logo_on_paper;
pub mod settings;
pub mod site;
pub mod table;

use decapolis_actions::Offer;

/// What can be done here.
pub static ACTIONS: &[Offer] = &[Offer::by_fields(&change_brand::CHANGE_BRAND), change_settings::OFFER];
