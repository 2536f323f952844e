//! Members and where they are: places, metropolitan areas, organisations, and the memberships of governments.
//!
//! A *member* is a government with a membership in force. A *placement* puts an organisation in a region from a day on.
//! Several governments can run one *area*. A *standing* is what the office notes about a member's dues of a year.

pub mod admit;
pub mod change_category;
pub mod change_region;
pub mod end_membership;
pub mod listings;
pub mod on_map;
pub mod panels;
pub mod seat_of_government;
pub mod set_fact;
pub mod set_standing;
pub mod site;
pub mod store;
pub mod table;

use decapolis_actions::Offer;

/// What can be done here.
pub static ACTIONS: &[Offer] = &[
    Offer::by_fields(&admit::ADMIT),
    Offer::by_fields(&change_category::CHANGE_CATEGORY),
    Offer::by_fields(&change_region::CHANGE_REGION),
    Offer::by_fields(&set_standing::SET_STANDING),
    Offer::by_fields(&end_membership::END_MEMBERSHIP),
];
