//! A map with a limit: when it is full, a new entry takes the place of an old one.

use std::hash::Hash;

use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, UnitWeighter};

/// At most so many entries. Those that nobody read again go first, the oldest of them before the others.
pub struct Bounded<K, V>(Cache<K, V>);

impl<K: Eq + Hash, V: Clone> Bounded<K, V> {
    pub fn new(most: usize) -> Bounded<K, V> {
        // one shard: with several, one of them would be full before the others
        let options = OptionsBuilder::new()
            .shards(1)
            .hot_allocation(0.5)
            .estimated_items_capacity(most.min(1_000))
            .weight_capacity(most as u64)
            .build();
        let options = options.expect("a capacity and a number of items are given");
        let (hasher, lifecycle) = (DefaultHashBuilder::default(), DefaultLifecycle::default());
        Bounded(Cache::with_options(options, UnitWeighter, hasher, lifecycle))
    }

    pub fn get(&self, key: &K) -> Option<V> {
        self.0.get(key)
    }

    /// Adds an entry, or replaces the one of this key.
    pub fn insert(&self, key: K, value: V) {
        self.0.insert(key, value);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_map_drops_its_oldest_and_not_everything() {
        let map = Bounded::new(100);
        for n in 0..1_000 {
            map.insert(n, n * 2);
            // the first is read all the time
            assert_eq!(map.get(&0), Some(0), "{n}");
            assert!(map.len() <= 100, "{n}: {}", map.len());
            assert!(n < 100 || map.len() >= 90, "{n}: {} are left", map.len());
        }
        assert_eq!(map.get(&999), Some(1998));
        assert_eq!(map.get(&1), None);
    }

    #[test]
    fn a_new_value_takes_the_place_of_the_old_one() {
        let map = Bounded::new(10);
        map.insert("members", 7);
        map.insert("members", 8);
        assert_eq!((map.get(&"members"), map.len()), (Some(8), 1));
    }
}
