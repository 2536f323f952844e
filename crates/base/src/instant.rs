//! A moment in time with the time zone in which people keep it: a meeting begins at ten in Madrid, whatever other clocks show.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use crate::Day;

/// A moment in time, to the millisecond, with the zone it was written in.
#[derive(Clone, Debug, PartialEq)]
pub struct Instant {
    millisecond: i64,
    zone: Zone,
}

/// A zone by name (`Europe/Madrid`), or an offset from UTC (`+01:00`).
#[derive(Clone, Debug, PartialEq)]
struct Zone {
    name: String,
    rules: TimeZone,
}

/// Why a text is not an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnInstant {
    /// It is not a day, a time and a zone.
    Written,
    /// It has no zone.
    WithoutZone,
    /// No zone has this name.
    UnknownZone,
    /// The clocks of the zone changed at that moment: the local time does not exist, or exists twice.
    ClockChange,
    /// The zone has another offset at that time than the one in the text.
    OtherOffset,
}

impl Instant {
    /// The instant this many milliseconds after 1970 in UTC, in this zone. `None` if no zone has this name, or the day
    /// is outside the calendar.
    pub fn of(millisecond: i64, zone: &str) -> Option<Instant> {
        let instant = Instant { millisecond, zone: Zone::read(zone)? };
        let year = instant.zoned()?.year();
        (1..=9999).contains(&year).then_some(instant)
    }

    /// Milliseconds after 1970 in UTC.
    pub fn millisecond(&self) -> i64 {
        self.millisecond
    }

    /// The name of the zone, or its offset.
    pub fn zone(&self) -> &str {
        &self.zone.name
    }

    /// Whether the zone has a name, and is not only an offset.
    pub fn has_named_zone(&self) -> bool {
        self.zone.name.starts_with(|first: char| first.is_ascii_alphabetic())
    }

    /// The day in its own zone.
    pub fn day(&self) -> Day {
        Day::from(self.local().date())
    }

    /// The local time in its zone.
    pub fn local(&self) -> DateTime {
        self.zoned().map_or(DateTime::ZERO, |zoned| zoned.datetime())
    }

    fn zoned(&self) -> Option<Zoned> {
        Some(Timestamp::from_millisecond(self.millisecond).ok()?.to_zoned(self.zone.rules.clone()))
    }
}

impl Zone {
    fn read(text: &str) -> Option<Zone> {
        if text.eq_ignore_ascii_case("z") {
            return Zone::read("UTC");
        }
        if let Some(offset) = offset(text) {
            return Some(Zone { name: written(offset), rules: TimeZone::fixed(offset) });
        }
        if !text.starts_with(|first: char| first.is_ascii_alphabetic())
            || text.eq_ignore_ascii_case("Etc/Unknown")
        {
            return None;
        }
        let rules = TimeZone::get(text).ok()?;
        Some(Zone { name: rules.iana_name()?.to_string(), rules })
    }
}

/// Reads an offset such as `+01:00`, with seconds where old local times have them.
fn offset(text: &str) -> Option<Offset> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-" | "−", rest) => (-1, rest),
        _ => return None,
    };
    let parts: Vec<i32> = rest.split(':').map(two_digits).collect::<Option<_>>()?;
    let seconds = match parts[..] {
        [hours, minutes] => hours * 3600 + minutes * 60,
        [hours, minutes, seconds] => hours * 3600 + minutes * 60 + seconds,
        _ => return None,
    };
    let fits = parts[0] <= 18 && parts[1..].iter().all(|part| *part < 60);
    if fits { Offset::from_seconds(sign * seconds).ok() } else { None }
}

fn two_digits(text: &str) -> Option<i32> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn written(offset: Offset) -> String {
    let seconds = offset.seconds().abs();
    let sign = if offset.is_negative() { '-' } else { '+' };
    let minutes = format!("{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 == 0 { minutes } else { format!("{minutes}:{:02}", seconds % 60) }
}

/// Reads `2020-11-30T10:00+01:00`, `2020-11-30 10:00 Europe/Madrid` and `2020-11-30T10:00+01:00[Europe/Madrid]`; `Z` is UTC, and
/// seconds may follow the minutes.
impl FromStr for Instant {
    type Err = NotAnInstant;
    fn from_str(text: &str) -> Result<Instant, NotAnInstant> {
        let text = text.trim();
        let (day, rest) = text.split_at_checked(10).ok_or(NotAnInstant::Written)?;
        let date = day
            .parse::<Day>()
            .ok()
            .filter(|_| day.as_bytes()[4] == b'-')
            .ok_or(NotAnInstant::Written)?
            .date();
        let rest = rest.strip_prefix(['T', 't', ' ']).ok_or(NotAnInstant::Written)?.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(rest.len());
        let local = DateTime::from_parts(date, time(&rest[..end]).ok_or(NotAnInstant::Written)?);
        let zone = rest[end..].trim();
        let (offset_said, named) = match zone.strip_suffix(']').and_then(|zone| zone.split_once('[')) {
            Some((offset, named)) => (offset.trim(), named),
            None if zone.starts_with(|first: char| first.is_ascii_alphabetic())
                && !zone.eq_ignore_ascii_case("z") =>
            {
                ("", zone)
            }
            None => (zone, ""),
        };
        let at = |zone: Zone, offset: Offset| {
            let timestamp = offset.to_timestamp(local).map_err(|_| NotAnInstant::Written)?;
            Instant::of(timestamp.as_millisecond(), &zone.name).ok_or(NotAnInstant::Written)
        };
        let offset = match offset_said {
            "" => None,
            "Z" | "z" => Some(Offset::UTC),
            said => Some(offset(said).ok_or(NotAnInstant::UnknownZone)?),
        };
        let read = |name: &str| Zone::read(name).ok_or(NotAnInstant::UnknownZone);
        match (offset, named) {
            (None, "") => Err(NotAnInstant::WithoutZone),
            (Some(offset), "") => at(read(offset_said)?, offset),
            (None, named) => {
                let zone = read(named)?;
                let only = zone.rules.to_ambiguous_zoned(local);
                let zoned = only.unambiguous().map_err(|_| NotAnInstant::ClockChange)?;
                at(zone, zoned.offset())
            }
            (Some(offset), named) => {
                let instant = at(read(named)?, offset)?;
                if instant.local() == local { Ok(instant) } else { Err(NotAnInstant::OtherOffset) }
            }
        }
    }
}

fn time(text: &str) -> Option<Time> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, ""));
    let parts: Vec<i32> = clock.split(':').map(two_digits).collect::<Option<_>>()?;
    let millisecond: i32 = match (fraction.len(), parts.len()) {
        (0, _) if !text.ends_with('.') => 0,
        (1..=3, 3) => format!("{fraction:0<3}").parse().ok()?,
        _ => return None,
    };
    let (hour, minute, second) = match parts[..] {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    Time::new(
        hour.try_into().ok()?,
        minute.try_into().ok()?,
        second.try_into().ok()?,
        millisecond * 1_000_000,
    )
    .ok()
}

/// Writes a form that reads back as the same value: with the offset, and with the name of the zone if it has one.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(zoned) = self.zoned() else { return Ok(()) };
        let (date, time): (Date, Time) = (zoned.date(), zoned.time());
        write!(f, "{}T{:02}:{:02}", Day::from(date), time.hour(), time.minute())?;
        if time.second() != 0 || time.millisecond() != 0 {
            write!(f, ":{:02}", time.second())?;
        }
        if time.millisecond() != 0 {
            write!(f, ".{:03}", time.millisecond())?;
        }
        match self.zone.name.as_str() {
            "UTC" => write!(f, "Z"),
            name if self.has_named_zone() => write!(f, "{}[{name}]", written(zoned.offset())),
            offset => write!(f, "{offset}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<(i64, String, String), NotAnInstant> {
        let instant: Instant = text.parse()?;
        Ok((instant.millisecond(), instant.zone().to_string(), instant.to_string()))
    }

    #[test]
    fn an_instant_is_read_with_its_offset_or_its_zone() {
        let nine = 1_606_726_800_000;
        for (text, zone, again) in [
            ("2020-11-30T10:00+01:00", "+01:00", "2020-11-30T10:00+01:00"),
            ("2020-11-30 10:00 Europe/Madrid", "Europe/Madrid", "2020-11-30T10:00+01:00[Europe/Madrid]"),
            (
                "2020-11-30T10:00+01:00[Europe/Madrid]",
                "Europe/Madrid",
                "2020-11-30T10:00+01:00[Europe/Madrid]",
            ),
            ("2020-11-30 04:00 america/bogota", "America/Bogota", "2020-11-30T04:00-05:00[America/Bogota]"),
            ("2020-11-30T09:00:00.000Z", "UTC", "2020-11-30T09:00Z"),
            ("2020-11-30 09:00 UTC", "UTC", "2020-11-30T09:00Z"),
        ] {
            assert_eq!(read(text), Ok((nine, zone.to_string(), again.to_string())), "{text}");
        }
        assert_eq!(read("2020-11-30T10:00:07.25+01:00").unwrap().2, "2020-11-30T10:00:07.250+01:00");
    }

    #[test]
    fn what_is_no_instant_says_why() {
        use NotAnInstant::*;
        for (text, why) in [
            ("2020-11-30", Written),
            ("tomorrow at ten", Written),
            ("2020-02-30T10:00Z", Written),
            ("2020-11-30T25:00Z", Written),
            ("2020-11-30T10:00:00.Z", Written),
            ("2020-11-30 10:00", WithoutZone),
            ("2020-11-30 10:00 Madrid/Europe", UnknownZone),
            ("2020-11-30T10:00+1", UnknownZone),
            ("2020-03-29 02:30 Europe/Madrid", ClockChange),
            ("2020-10-25 02:30 Europe/Madrid", ClockChange),
            ("2020-11-30T10:00+02:00[Europe/Madrid]", OtherOffset),
        ] {
            assert_eq!(read(text), Err(why), "{text}");
        }
        let (first, second) =
            ("2020-10-25T02:30+02:00[Europe/Madrid]", "2020-10-25T02:30+01:00[Europe/Madrid]");
        assert_eq!(read(second).unwrap().0 - read(first).unwrap().0, 3_600_000);
    }

    #[test]
    fn its_day_is_that_of_its_own_zone() {
        let day = |text: &str| text.parse::<Instant>().unwrap().day().to_string();
        assert_eq!(day("2020-12-31T23:30-05:00"), "2020-12-31");
        assert_eq!(day("2021-01-01 05:30 Europe/Madrid"), "2021-01-01");
        assert_eq!(day("2021-01-01T04:30Z"), "2021-01-01");
    }

    proptest! {
        #[test]
        fn whatever_instant_there_is_reads_back_as_the_same(
            millisecond in -60_000_000_000_000i64..250_000_000_000_000,
            zone in prop::sample::select(&["UTC", "Europe/Madrid", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "+05:30", "-11:00"][..]),
        ) {
            let instant = Instant::of(millisecond, zone).unwrap();
            let again: Instant = instant.to_string().parse().map_err(|why| TestCaseError::fail(format!("{instant}: {why:?}")))?;
            prop_assert_eq!(again, instant);
        }

        #[test]
        fn no_text_is_a_panic(text in "\\PC{0,40}") {
            let _ = text.parse::<Instant>();
        }
    }
}
