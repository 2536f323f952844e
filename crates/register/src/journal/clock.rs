//! The instant of an entry: the time of the machine's clock, but never before the entry before it.
//!
//! The register keeps the latest time at which it saw the clock (`counter.clock`). If the clock has leapt
//! since, nothing is written until an operator has looked at it: a wrong day in the journal stays for ever.
//! An instant that the operator names is no leap of the clock. See `docs/decisions/2026-11-30-the-clock.md`.

use decapolis_base::Day;
use decapolis_words::errors::{Error, Result};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, Value};

use crate::value::JournalNo;

/// The clock may go back by so much: servers disagree by seconds, and nothing is recorded earlier for that.
const BACK: SignedDuration = SignedDuration::from_hours(24);
/// Nobody leaves a register alone for longer, as a rule.
const AHEAD: SignedDuration = SignedDuration::from_hours(400 * 24);
/// What was seen is written down when it is older than this, and not with every entry.
const OLD: SignedDuration = SignedDuration::from_hours(1);

/// The last entry of the journal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LastEntry {
    pub number: JournalNo,
    pub instant: Timestamp,
    pub day: Day,
}

/// Which way the clock leapt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leap {
    Back,
    Ahead,
}

/// The machine's clock beside what the register knows of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    pub now: Timestamp,
    /// The latest time at which an entry saw the clock; not known of a register of before it was kept.
    pub seen: Option<Timestamp>,
    pub last: Option<LastEntry>,
}

/// What gives an entry its instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum At {
    /// The clock, at the moment at which the turn of this writer comes.
    Clock,
    /// The operator: a batch of an earlier day.
    Named(Timestamp),
    /// The clock, whatever it says.
    AcceptedClock,
}

impl Clock {
    /// Whether the clock has leapt since the register last saw it.
    pub fn leap(&self) -> Option<Leap> {
        let before = self.seen.or(self.last.map(|last| last.instant))?;
        let since = self.now.duration_since(before);
        if since < -BACK {
            return Some(Leap::Back);
        }
        // of a register that never saw the clock the last entry may be a batch of long ago
        (self.seen.is_some() && since > AHEAD).then_some(Leap::Ahead)
    }

    /// The instant and day that an entry is going to have, for what is worked out before its turn comes.
    pub fn expected(&self, named: Option<Timestamp>, zone: &TimeZone) -> (Timestamp, Day) {
        let instant = self.last.map_or(Timestamp::MIN, |last| last.instant).max(named.unwrap_or(self.now));
        (instant, day(instant, zone, self.last))
    }

    /// The instant of the next entry. `error-recorded-too-early`, `error-clock-behind`, `error-clock-ahead`.
    pub(super) fn instant(&self, at: At) -> Result<Timestamp> {
        let last = self.last.map_or(Timestamp::MIN, |last| last.instant);
        match at {
            At::Named(at) if at < last => {
                let day = self.last.map(|last| last.day.to_string()).unwrap_or_default();
                Err(Error::refused_with("error-recorded-too-early", [("day", day.into())].into()))
            }
            At::Named(at) => Ok(at),
            At::AcceptedClock => Ok(self.now.max(last)),
            At::Clock => match self.leap() {
                None => Ok(self.now.max(last)),
                Some(leap) => {
                    let key = if leap == Leap::Back { "error-clock-behind" } else { "error-clock-ahead" };
                    let before = self.seen.unwrap_or(last);
                    Err(Error::refused_with(
                        key,
                        [("now", plain(self.now).into()), ("before", plain(before).into())].into(),
                    ))
                }
            },
        }
    }

    /// What the register remembers of the clock after this entry, where it is something new.
    pub(super) fn to_remember(&self, at: At) -> Option<Timestamp> {
        let Some(seen) = self.seen else { return Some(self.now) };
        let new = match at {
            At::AcceptedClock => true,
            At::Clock => self.now > seen + OLD,
            At::Named(_) => self.now > seen + OLD && self.leap().is_none(),
        };
        new.then_some(self.now)
    }
}

/// The day of an entry: never before that of the entry before, also where the two were recorded in different zones.
pub(super) fn day(instant: Timestamp, zone: &TimeZone, last: Option<LastEntry>) -> Day {
    let day = Day::from(instant.to_zoned(zone.clone()).date());
    last.map_or(day, |last| last.day.max(day))
}

/// A time as an operator reads it: `2026-11-30 14:05 UTC`.
pub fn plain(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// The clock as the register sees it.
pub async fn clock(db: &impl ConnectionTrait, now: Timestamp) -> Result<Clock> {
    let counter = Query::select().columns(["journal", "clock"]).from("counter").to_owned();
    let row = db
        .query_one(&counter)
        .await?
        .ok_or_else(|| Error::Broken("the counter of the journal is gone".into()))?;
    at_entry(db, now, row.try_get_by_index(0)?, row.try_get_by_index(1)?).await
}

/// Like [`clock`], if the last number and the time last seen are known already.
pub(super) async fn at_entry(
    db: &impl ConnectionTrait,
    now: Timestamp,
    last: JournalNo,
    seen: Option<i64>,
) -> Result<Clock> {
    // the journal keeps milliseconds: an entry of this very millisecond is none of the future
    let now = whole(now.as_millisecond())?;
    let ask = Query::select()
        .columns(["instant", "day"])
        .from("journal")
        .and_where(Expr::col("number").eq(last))
        .to_owned();
    let last = match db.query_one(&ask).await? {
        Some(row) => {
            let day: i64 = row.try_get_by_index(1)?;
            let day = Day::from_number(day)
                .ok_or_else(|| Error::Broken(format!("entry {last} has no day: {day}")))?;
            Some(LastEntry { number: last, instant: whole(row.try_get_by_index(0)?)?, day })
        }
        None => None,
    };
    Ok(Clock { now, seen: seen.map(whole).transpose()?, last })
}

/// Writes down when the clock was seen.
pub(super) async fn remember(db: &impl ConnectionTrait, seen: Timestamp) -> Result<()> {
    let update = Query::update()
        .table("counter")
        .value("clock", Value::BigInt(Some(seen.as_millisecond())))
        .and_where(Expr::col("id").eq(1i64))
        .to_owned();
    db.execute(&update).await?;
    Ok(())
}

fn whole(milliseconds: i64) -> Result<Timestamp> {
    Timestamp::from_millisecond(milliseconds)
        .map_err(|e| Error::Broken(format!("an instant of the journal: {e}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn clock(now: &str, seen: Option<&str>, last: Option<&str>) -> Clock {
        let last = last.map(|last| LastEntry {
            number: 1,
            instant: time(last),
            day: day(time(last), &TimeZone::UTC, None),
        });
        Clock { now: time(now), seen: seen.map(time), last }
    }

    fn recorded(clock: Clock, at: At) -> String {
        match clock.instant(at) {
            Ok(instant) => instant.to_string(),
            Err(Error::Refused(message)) => message.key.to_string(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn an_entry_is_recorded_now_and_never_before_the_last() {
        let seen = "2026-11-30T10:00:00Z";
        for (now, last, expected) in [
            ("2026-11-30T10:00:01Z", seen, "2026-11-30T10:00:01Z"),
            ("2026-11-30T09:59:00Z", seen, seen),
            ("2026-11-29T10:00:00Z", seen, seen),
            ("2026-11-29T09:59:59Z", seen, "error-clock-behind"),
            ("2028-01-04T10:00:00Z", seen, "2028-01-04T10:00:00Z"),
            ("2028-01-04T10:00:01Z", seen, "error-clock-ahead"),
        ] {
            assert_eq!(recorded(clock(now, Some(seen), Some(last)), At::Clock), expected, "{now}");
        }
    }

    #[test]
    fn an_instant_that_is_named_is_no_leap_of_the_clock() {
        let batch = Some("2018-12-31T23:00:00Z");
        let named = |at: &str| At::Named(time(at));
        let now = clock("2026-11-30T10:00:00Z", Some("2026-11-30T09:00:00Z"), batch);
        assert_eq!(recorded(now, named("2020-12-31T23:00:00Z")), "2020-12-31T23:00:00Z");
        assert_eq!(recorded(now, named("2018-12-31T22:59:59Z")), "error-recorded-too-early");
        // nor is the next entry by the clock, though the last one lies years back
        assert_eq!(recorded(now, At::Clock), "2026-11-30T10:00:00Z");
        assert_eq!(recorded(clock("2026-11-30T10:00:00Z", None, batch), At::Clock), "2026-11-30T10:00:00Z");
    }

    #[test]
    fn a_clock_that_once_ran_ahead_is_accepted_once() {
        let ahead = "2045-01-01T00:00:00Z";
        let now = "2026-11-30T10:00:00Z";
        for seen in [Some(ahead), None] {
            let back = clock(now, seen, Some(ahead));
            assert_eq!(back.leap(), Some(Leap::Back));
            assert_eq!(recorded(back, At::Clock), "error-clock-behind");
            assert_eq!(
                (recorded(back, At::AcceptedClock), back.to_remember(At::AcceptedClock)),
                (ahead.into(), Some(time(now)))
            );
        }
        let after = clock("2026-11-30T10:00:05Z", Some(now), Some(ahead));
        assert_eq!(recorded(after, At::Clock), ahead);
    }

    #[test]
    fn a_batch_of_a_day_that_is_named_teaches_no_wrong_clock() {
        let named = At::Named(time("2020-12-31T23:00:00Z"));
        let wrong = clock("2045-01-01T00:00:00Z", Some("2026-11-30T10:00:00Z"), None);
        assert_eq!((wrong.to_remember(named), wrong.leap()), (None, Some(Leap::Ahead)));
        let right = clock("2026-12-01T10:00:00Z", Some("2026-11-30T10:00:00Z"), None);
        assert_eq!(right.to_remember(named), Some(right.now));
    }

    #[test]
    fn a_day_never_lies_before_the_day_of_the_entry_before() {
        let (instant, lima) = (time("2026-11-30T02:00:00Z"), TimeZone::get("America/Lima").unwrap());
        let last = LastEntry { number: 7, instant, day: day(instant, &TimeZone::UTC, None) };
        assert_eq!(day(instant, &lima, None).to_string(), "2026-11-29");
        assert_eq!(day(instant, &lima, Some(last)).to_string(), "2026-11-30");
    }
}
