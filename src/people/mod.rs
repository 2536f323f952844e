//! People, and the *posts* they hold by a *mandate*: leaders of governments, seats on bodies, the presidency, staff and
//! interns of the secretariat.

pub mod change_leader;
pub mod fill_post;
pub mod listings;
pub mod member_ends;
pub mod panels;
mod seats;
pub mod spans;
pub mod table;

use decapolis_actions::Offer;

/// What can be done here.
pub static ACTIONS: &[Offer] =
    &[Offer::by_fields(&change_leader::CHANGE_LEADER), Offer::by_fields(&fill_post::FILL_POST)];
