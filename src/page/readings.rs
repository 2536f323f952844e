//! When the readings behind a number were taken, in words and as JSON.

use decapolis_figures::{Readings, STALE_AFTER};
use decapolis_words::Locale;
use decapolis_words::message::Args;
use serde_json::{Value, json};

/// "read on 31 December 2020", or from when to when.
pub fn when_read(readings: &Readings, locale: &Locale<'_>) -> String {
    let day = |day| locale.numerals.day(day).into();
    if readings.oldest() == readings.newest() {
        return locale.with("page-reading-day", &[("day", day(readings.newest()))].into());
    }
    let args: Args = [("oldest", day(readings.oldest())), ("newest", day(readings.newest()))].into();
    locale.with("page-readings", &args)
}

/// When they were taken, and how many are stale; `None` if all were taken on one day and none is stale.
pub fn with_stale(readings: &Readings, locale: &Locale<'_>) -> Option<String> {
    let when = when_read(readings, locale);
    match readings.stale() {
        0 => (readings.oldest() != readings.newest()).then_some(when),
        stale => {
            let args: Args =
                [("stale", stale.into()), ("all", readings.all().into()), ("days", STALE_AFTER.into())]
                    .into();
            Some(format!("{when}; {}", locale.with("page-readings-stale", &args)))
        }
    }
}

/// The oldest and the newest day, and how many readings are stale.
pub fn as_json(readings: &Readings) -> Value {
    json!({
        "oldest": readings.oldest().to_string(),
        "newest": readings.newest().to_string(),
        "stale": readings.stale(),
        "all": readings.all(),
    })
}
