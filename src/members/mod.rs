//! Who the network is made of: places, its own regions, metropolitan areas, organisations, and the memberships of governments.
//!
//! *Member* is a government with a membership in force; a *placement* is the region it stands in; several governments can run one *area*;
//! *standing* is what is said of a member's dues of a year, by hand.

pub mod brand;
pub mod change_brand;
pub mod listings;
pub mod panels;
pub mod seat_of_government;
pub mod store;
pub mod table;
