//! Plain types that every layer uses: days, partial dates, periods, money, countries, and texts in several languages.
//!
//! Nothing here reads a clock, a file or the environment: time, language and random numbers are arguments.

pub mod country;
pub mod day;
pub mod instant;
mod isolated;
pub mod money;
pub mod texts;
pub mod year;

pub use country::is_country;
pub use day::{Day, NotADay, PartialDay, Period};
pub use instant::{Instant, NotAnInstant};
pub use isolated::{isolated, turns};
pub use money::Currency;
pub use texts::Texts;
pub use year::{NotAYearStart, YearStart};
