//! People, and the *posts* they hold by a *mandate*: leaders of governments, seats on bodies, the presidency, the secretariat's staff and interns.

pub mod listings;
pub mod panels;
pub mod table;
