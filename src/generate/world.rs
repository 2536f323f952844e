//! How much is generated, and the records that others refer to.

use super::chance::Chance;
use super::writing::Made;

/// The size of the register.
#[derive(Clone, Copy, Debug)]
pub struct Amounts {
    pub members: u64,
    pub people: u64,
    pub participations: u64,
    pub practices: u64,
    pub initiatives: u64,
    /// The first and the last year with events.
    pub years: (i64, i64),
    pub seed: u64,
}

/// The amounts, and the records that others refer to.
pub struct World {
    pub amounts: Amounts,
    pub regions: Made,
    pub places: Made,
    pub areas: Made,
    /// Members first, then the other organisations.
    pub organisations: Made,
    pub people: Made,
    pub assembly: Made,
    pub board: Made,
    pub committee: Made,
    pub themes: Made,
    pub activities: Made,
    pub platforms: Made,
}

impl World {
    pub fn chance(&self, sort: &str, index: u64) -> Chance {
        Chance::of(self.amounts.seed, sort, index)
    }

    /// The years, in order.
    pub fn years(&self) -> impl Iterator<Item = i64> + use<> {
        self.amounts.years.0..=self.amounts.years.1
    }

    pub fn year_count(&self) -> u64 {
        (self.amounts.years.1 - self.amounts.years.0 + 1).max(1) as u64
    }

    /// The year of item `n` of `count`. Items are spread evenly over the years, in order.
    pub fn year_of(&self, n: u64, count: u64) -> i64 {
        self.amounts.years.0 + (n * self.year_count() / count.max(1)) as i64
    }

    /// Whether an organisation takes part in activities this year.
    pub fn is_active(&self, organisation: u64, year: i64) -> bool {
        self.chance("active", organisation.wrapping_mul(10_007).wrapping_add(year as u64)).percent(60)
    }
}
