//! How long a job waits after a failure.

/// Minutes from a failed try to the next: quick for a server that starts anew, patient for one that is away overnight.
const WAITS: [i64; 7] = [1, 5, 15, 60, 4 * 60, 8 * 60, 12 * 60];

/// Milliseconds from this failed try (1 is the first) to the next; `None` where that was the last.
pub fn wait_after(tries: i64) -> Option<i64> {
    let place = usize::try_from(tries - 1).ok()?;
    WAITS.get(place).map(|minutes| minutes * 60_000)
}

#[cfg(test)]
mod tests {
    use super::wait_after;

    #[test]
    fn a_job_waits_longer_after_each_failure_and_is_given_up_after_a_day() {
        let waits: Vec<i64> = (1..=7).map(|tries| wait_after(tries).expect("another try")).collect();
        assert!(waits.is_sorted());
        assert_eq!(waits[0], 60_000);
        assert!(waits.iter().sum::<i64>() > 24 * 60 * 60_000);
        assert_eq!((wait_after(8), wait_after(0)), (None, None));
    }
}
