//! The clock beside a day: whether it belongs to another zone, and whether the day is another one here.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

/// The day that a clock with an offset shows in this zone; `None` if the text has no clock or names no offset.
///
/// `2019-12-31T23:00:00Z` is the first day of 2020 in Paris.
pub(super) fn day_in_zone(text: &str, day: Date, zone: &TimeZone) -> Option<Date> {
    let (time, offset) = clock(text)?;
    let instant = offset.to_timestamp(DateTime::from_parts(day, time)).ok()?;
    Some(instant.to_zoned(zone.clone()).date())
}

/// The time and the offset that a text ends with: 23:00:00.000Z, 23:00 UTC, 11:30 PM GMT, 01:30:00+02:00, 01:30 -0500.
fn clock(text: &str) -> Option<(Time, Offset)> {
    let colon = text.find(':')?;
    let before = text[..colon].len() - text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let hour: i8 = text[colon - before..colon].parse().ok()?;
    let (minute, mut rest) = digits(&text[colon + 1..])?;
    let mut second = 0;
    if let Some(more) = rest.strip_prefix(':') {
        (second, rest) = digits(more)?;
        rest = rest.strip_prefix('.').map_or(rest, |f| f.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    let rest = rest.trim().to_ascii_uppercase();
    let (half, rest) = match (rest.strip_prefix("AM"), rest.strip_prefix("PM")) {
        (Some(rest), _) => (Some(0), rest),
        (_, Some(rest)) => (Some(12), rest),
        _ => (None, rest.as_str()),
    };
    let hour = half.map_or(hour, |half| hour % 12 + half);
    Some((Time::new(hour, minute, second, 0).ok()?, offset(rest.trim())?))
}

fn digits(text: &str) -> Option<(i8, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// Z, UTC, GMT, +02:00, UTC+2, -0500.
fn offset(text: &str) -> Option<Offset> {
    let bare = ["UTC", "GMT", "Z"].iter().find_map(|name| text.strip_prefix(name));
    let text = bare.unwrap_or(text).trim();
    if text.is_empty() {
        return bare.map(|_| Offset::UTC);
    }
    let (sign, digits) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix(['-', '−'])?),
    };
    let digits = digits.replace(':', "");
    let (hours, minutes) = digits.split_at(if digits.len() > 2 { digits.len() - 2 } else { digits.len() });
    let minutes: i32 = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
    Offset::from_seconds(sign * (hours.parse::<i32>().ok()? * 3600 + minutes * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_of_another_zone_may_be_of_another_day_here() {
        let here = |zone: &str, text: &str| {
            let day = jiff::civil::date(2019, 12, 31);
            day_in_zone(text, day, &TimeZone::get(zone).unwrap()).map(|day| day.to_string())
        };
        for text in [
            "2019-12-31T23:00:00Z",
            "2019-12-31T23:00:00.000Z",
            "2019-12-31 23:00 UTC",
            "31/12/2019 11:00 PM GMT",
            "2019-12-31T18:00:00-05:00",
            "12/31/2019 18:00:00 -0500",
        ] {
            assert_eq!(here("Europe/Paris", text).as_deref(), Some("2020-01-01"), "{text}");
            assert_eq!(here("America/Bogota", text).as_deref(), Some("2019-12-31"), "{text}");
        }
        assert_eq!(here("Europe/Paris", "2019-12-31T10:00:00+02:00").as_deref(), Some("2019-12-31"));
        assert_eq!(here("America/Bogota", "2019-12-31T02:00:00Z").as_deref(), Some("2019-12-30"));
        for text in ["2019-12-31", "2019-12-31T23:00:00", "31/12/2019 11:00 PM"] {
            assert_eq!(here("Europe/Paris", text), None, "{text}");
        }
    }
}
