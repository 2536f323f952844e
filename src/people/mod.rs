//! People, and the *posts* they hold by a *mandate*: leaders of governments, seats on bodies, the presidency, staff and
//! interns of the secretariat.

pub mod listings;
pub mod panels;
pub mod table;
