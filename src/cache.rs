//! One bounded cache for everything that is worked out once and asked for often: answers, documents, counts, the data of pages.
//!
//! Memory is counted in bytes, and there is one limit for all of it. What has not been asked for goes first, the oldest first. Whoever asks
//! for what is being made waits for it instead of making it a second time.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Bytes;
use decapolis_core::errors::Result;
use decapolis_core::journal::JournalNo;
use quick_cache::sync::{Cache as Entries, DefaultLifecycle, EntryAction, EntryResult, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};

/// The most bytes that are kept.
pub const MOST_BYTES: u64 = 48 << 20;

/// What an entry takes besides its key and its value, roughly.
const OF_AN_ENTRY: usize = 200;

/// Something that can be kept.
pub trait Keep: Send + Sync + 'static {
    /// How many bytes of memory it takes, roughly; more than less.
    fn bytes(&self) -> usize;
}

impl Keep for Bytes {
    fn bytes(&self) -> usize {
        self.len()
    }
}

impl Keep for i64 {
    fn bytes(&self) -> usize {
        size_of::<i64>()
    }
}

/// The name of an entry: what it is, and of what.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub what: &'static str,
    pub of: String,
}

impl Key {
    pub fn new(what: &'static str, of: impl Into<String>) -> Key {
        Key { what, of: of.into() }
    }
}

#[derive(Clone)]
struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    bytes: usize,
}

/// Says that this was asked for and cannot be kept, so that nobody waits for another to make it.
struct CannotBeKept;

/// Something with the journal number it is true for.
struct Under<T> {
    head: JournalNo,
    value: Arc<T>,
}

impl<T: Keep> Keep for Under<T> {
    fn bytes(&self) -> usize {
        self.value.bytes()
    }
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Kept> for ByBytes {
    fn weight(&self, key: &Key, kept: &Kept) -> u64 {
        (key.of.len() + kept.bytes + OF_AN_ENTRY) as u64
    }
}

type Guard<'a> = PlaceholderGuard<'a, Key, Kept, ByBytes, DefaultHashBuilder, DefaultLifecycle<Key, Kept>>;

/// The cache of a site.
pub struct Cache {
    entries: Entries<Key, Kept, ByBytes>,
    made: AtomicU64,
}

impl Default for Cache {
    fn default() -> Cache {
        Cache::of_bytes(MOST_BYTES)
    }
}

/// What somebody gets who asks for an entry.
pub enum Turn<'a, T> {
    /// It is kept.
    Found(Arc<T>),
    /// It is this one's turn to make it; others wait.
    Make(Making<'a>),
    /// It was found out that it cannot be kept: make it, nobody waits.
    Alone,
}

/// The turn to make an entry. Dropped without a value it passes to the next who waits.
pub struct Making<'a> {
    cache: &'a Cache,
    guard: Guard<'a>,
}

impl Cache {
    /// A cache of at most so many bytes.
    pub fn of_bytes(most: u64) -> Cache {
        // one shard: a document may take a tenth of the whole. Half is for what was asked for again, half for what is new.
        let options = OptionsBuilder::new().shards(1).hot_allocation(0.5).estimated_items_capacity(4_000).weight_capacity(most).build();
        let options = options.expect("a capacity and a number of items are given");
        let entries = Entries::with_options(options, ByBytes, DefaultHashBuilder::default(), DefaultLifecycle::default());
        Cache { entries, made: AtomicU64::new(0) }
    }

    /// The entry, if it is kept and still good.
    pub fn find<T: Keep>(&self, key: &Key, good: impl Fn(&T) -> bool) -> Option<Arc<T>> {
        self.entries.get(key)?.value.downcast().ok().filter(|value| good(value))
    }

    /// The entry, or the turn to make it. An entry that is no longer good is given up at once.
    pub async fn turn<T: Keep>(&self, key: &Key, good: impl Fn(&T) -> bool) -> Turn<'_, T> {
        let look = |_: &Key, kept: &mut Kept| match kept.value.clone().downcast::<T>() {
            Ok(value) if good(&value) => EntryAction::Retain(Some(value)),
            Ok(_) => EntryAction::ReplaceWithGuard,
            Err(_) => EntryAction::Retain(None),
        };
        match self.entries.entry_async(key, look).await {
            EntryResult::Retained(Some(value)) => Turn::Found(value),
            EntryResult::Vacant(guard) | EntryResult::Replaced(guard, _) => Turn::Make(Making { cache: self, guard }),
            EntryResult::Retained(None) | EntryResult::Removed(..) | EntryResult::Timeout => Turn::Alone,
        }
    }

    /// Keeps an entry, whatever was there before.
    pub fn keep<T: Keep>(&self, key: Key, value: T) -> Arc<T> {
        let (value, kept) = self.kept(value);
        self.entries.insert(key, kept);
        value
    }

    /// What was made for this head of the tables it is read from; made where they were written since. `head` is the number of the last
    /// entry that touched one of them (`Heads::of`), or any number where nothing in the register changes it.
    pub async fn of_head<T: Keep>(&self, key: Key, head: JournalNo, make: impl AsyncFnOnce() -> Result<T>) -> Result<Arc<T>> {
        let good = |under: &Under<T>| under.head == head;
        if let Some(found) = self.find(&key, good) {
            return Ok(found.value.clone());
        }
        match self.turn(&key, good).await {
            Turn::Found(found) => Ok(found.value.clone()),
            Turn::Make(turn) => Ok(turn.keep(Under { head, value: Arc::new(make().await?) }).value.clone()),
            Turn::Alone => Ok(Arc::new(make().await?)),
        }
    }

    /// How many bytes are kept.
    pub fn bytes(&self) -> u64 {
        self.entries.weight()
    }

    /// How many entries are kept.
    pub fn entries(&self) -> usize {
        self.entries.len()
    }

    /// How many entries were made so far.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    fn kept<T: Keep>(&self, value: T) -> (Arc<T>, Kept) {
        self.made.fetch_add(1, Ordering::Relaxed);
        let value = Arc::new(value);
        (value.clone(), Kept { bytes: value.bytes(), value })
    }
}

impl Making<'_> {
    /// Keeps what was made and gives it to everybody who waits.
    pub fn keep<T: Keep>(self, value: T) -> Arc<T> {
        let (value, kept) = self.cache.kept(value);
        // too large for the cache: those who wait are given it all the same
        let _ = self.guard.insert(kept);
        value
    }

    /// Says that it cannot be kept: everybody who waits makes it for themselves, at once.
    pub fn cannot_be_kept(self) {
        let _ = self.guard.insert(Kept { value: Arc::new(CannotBeKept), bytes: 0 });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    fn run(task: impl Future<Output = ()>) {
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime").block_on(task);
    }

    #[test]
    fn what_is_kept_never_takes_more_than_its_share_and_the_oldest_goes_first() {
        let cache = Cache::of_bytes(16 << 20);
        let key = |n: usize| Key::new("number", n.to_string());
        let find = |n: usize| cache.find::<Bytes>(&key(n), |_| true).is_some();
        for n in 0..60 {
            cache.keep(key(n), Bytes::from(vec![0; 1 << 20]));
            // some page is asked for all the time, and each is asked for again once
            assert!(find(n) && find(0), "{n}");
            assert!(cache.bytes() <= 16 << 20, "{n}: {}", cache.bytes());
        }
        assert!(find(59) && find(58) && !find(1) && !find(30));
        // what is larger than its share is not kept and drives nothing out
        cache.keep(key(99), Bytes::from(vec![0; 20 << 20]));
        assert!(!find(99) && find(0) && cache.bytes() <= 16 << 20);
    }

    #[test]
    fn many_who_ask_at_once_have_it_made_once() {
        run(async {
            let cache = Arc::new(Cache::default());
            let made = Arc::new(AtomicUsize::new(0));
            let asking: Vec<_> = (0..64)
                .map(|_| {
                    let (cache, made) = (cache.clone(), made.clone());
                    tokio::spawn(async move {
                        let make = async || {
                            made.fetch_add(1, Ordering::Relaxed);
                            tokio::task::yield_now().await;
                            Ok(7_i64)
                        };
                        cache.of_head(Key::new("count", "members"), 3, make).await.map(|n| *n)
                    })
                })
                .collect();
            for asked in asking {
                assert_eq!(asked.await.unwrap().unwrap(), 7);
            }
            assert_eq!(made.load(Ordering::Relaxed), 1);
        });
    }

    #[test]
    fn what_was_written_since_is_made_again_and_takes_the_place_of_the_old() {
        run(async {
            let cache = Cache::default();
            let of = async |head, n: i64| cache.of_head(Key::new("count", "members"), head, async || Ok(n)).await.map(|n| *n).unwrap();
            assert_eq!(of(3, 7).await, 7);
            assert_eq!(of(3, 8).await, 7);
            assert_eq!(of(4, 8).await, 8);
            assert_eq!(cache.entries(), 1);
        });
    }

    #[test]
    fn who_gives_up_or_fails_leaves_the_turn_to_the_next() {
        run(async {
            let cache = Cache::default();
            let key = Key::new("page", "/es/2020");
            let good = |_: &i64| true;
            let Turn::Make(turn) = cache.turn(&key, good).await else { panic!("nothing is kept yet") };
            drop(turn);
            let Turn::Make(turn) = cache.turn(&key, good).await else { panic!("nothing was made") };
            turn.cannot_be_kept();
            assert!(matches!(cache.turn(&key, good).await, Turn::Alone));
            cache.keep(key.clone(), 7_i64);
            assert!(matches!(cache.turn(&key, good).await, Turn::Found(n) if *n == 7));
        });
    }
}
