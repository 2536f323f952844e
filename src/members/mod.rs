//! Members and where they are: places, metropolitan areas, organisations, and the memberships of governments.
//!
//! A *member* is a government with a membership in force. A *placement* puts an organisation in a region from a day on.
//! Several governments can run one *area*. A *standing* is what the office notes about a member's dues of a year.

pub mod admit;
pub mod end_membership;
pub mod listings;
pub mod on_map;
pub mod panels;
pub mod seat_of_government;
pub mod site;
pub mod store;
pub mod table;

use decapolis_actions::Offer;

/// What can be done here.
pub static ACTIONS: &[Offer] =
    &[Offer::by_fields(&admit::ADMIT), Offer::by_fields(&end_membership::END_MEMBERSHIP)];
