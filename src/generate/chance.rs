//! Pseudo-random numbers that are the same each time for the same seed.

/// A sequence of numbers that depends only on its seed (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// The sequence for item `index` of this sort, in a register with this seed.
    pub fn of(seed: u64, sort: &str, index: u64) -> Chance {
        // an FNV-1a hash gives each sort its own sequence
        let sort = sort
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        let mut chance = Chance(seed ^ sort ^ index.wrapping_mul(0xd6e8_feb8_6659_fd93));
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `n` - 1. 0 if `n` is 0.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    /// True with this probability in percent.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One item of a list, each with its share of a hundred. The last item takes the remainder.
    pub fn share<T: Copy>(&mut self, shares: &[(u64, T)]) -> T {
        share_of(self.below(100), shares)
    }
}

/// The item for this number from 0 to 99, in a list of shares of a hundred.
pub fn share_of<T: Copy>(mut number: u64, shares: &[(u64, T)]) -> T {
    for (percent, value) in shares {
        if number < *percent {
            return *value;
        }
        number -= percent;
    }
    shares.last().expect("a list of shares holds something").1
}

/// Number `k` of a walk that visits every number from 0 to `n` - 1 once before it repeats. `start` decides where it begins.
pub fn walk(start: u64, k: u64, n: u64) -> u64 {
    // stepping by a prime that does not divide `n` visits every number
    let step = [7919, 104_729, 1].into_iter().find(|prime| n % prime != 0 || *prime == 1).unwrap_or(1);
    (start % n + (k % n) * (step % n)) % n
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_is_drawn_again_and_another_is_not() {
        let draw = |sort: &str, index| Chance::of(7, sort, index).below(1 << 40);
        assert_eq!(draw("people", 3), draw("people", 3));
        assert_ne!(draw("people", 3), draw("people", 4));
        assert_ne!(draw("people", 3), draw("places", 3));
    }

    #[test]
    fn a_walk_meets_everything_once() {
        for n in [1, 2, 97, 7919, 7919 * 2, 10_000] {
            let met: std::collections::BTreeSet<u64> = (0..n).map(|k| walk(41, k, n)).collect();
            assert_eq!(met.len() as u64, n);
        }
    }
}
