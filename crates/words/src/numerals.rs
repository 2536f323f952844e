//! Numbers and days as a language writes them: by the Unicode locale data (CLDR), with our own choice of
//! spaces.

use decapolis_base::{Day, Instant, PartialDay};
use icu_calendar::{Date, Iso};
use icu_datetime::fieldsets::zone::ExemplarCity;
use icu_datetime::fieldsets::{MD, YM, YMD, YMDT};
use icu_datetime::input::{DateTime, Time, TimeZone};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};

use crate::errors::{Error, Result};
use crate::languages::Language;

/// What to write where there is nothing to show.
pub const NOTHING: &str = "—";

fn list() -> ListFormatterOptions {
    ListFormatterOptions::default().with_length(ListLength::Wide)
}

pub struct Numerals {
    /// The sign between thousands of the locale data, and what we write instead.
    thousands: Option<(char, &'static str)>,
    percent: &'static str,
    decimal: DecimalFormatter,
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    day_of_year: DateTimeFormatter<MD>,
    short_day: DateTimeFormatter<YMD>,
    moment: DateTimeFormatter<YMDT>,
    city: NoCalendarFormatter<ExemplarCity>,
    any: ListFormatter,
    all: ListFormatter,
}

impl Numerals {
    /// Errors: `Broken` when this is no language tag.
    pub fn new(language: &str) -> Result<Numerals> {
        let known = Language::named(language);
        let tag = known.and_then(|known| known.numbers.as_deref()).unwrap_or(language);
        let locale: icu_locale::Locale =
            tag.parse().map_err(|_| Error::Broken(format!("“{language}” is not a language tag")))?;
        let broken = |e: &dyn std::fmt::Display| Error::Broken(format!("no numerals for {language}: {e}"));
        let decimal =
            DecimalFormatter::try_new((&locale).into(), Default::default()).map_err(|e| broken(&e))?;
        let sign = decimal.format(&Decimal::from(1_000_000)).to_string().chars().find(|c| !c.is_numeric());
        Ok(Numerals {
            thousands: sign.zip(known.and_then(|known| known.thousands.as_deref())),
            percent: known.map_or("%", |known| &known.percent),
            decimal,
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).map_err(|e| broken(&e))?,
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).map_err(|e| broken(&e))?,
            short_day: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).map_err(|e| broken(&e))?,
            moment: DateTimeFormatter::try_new((&locale).into(), YMD::long().with_time_hm())
                .map_err(|e| broken(&e))?,
            city: NoCalendarFormatter::try_new((&locale).into(), ExemplarCity).map_err(|e| broken(&e))?,
            day_of_year: DateTimeFormatter::try_new((&locale).into(), MD::medium())
                .map_err(|e| broken(&e))?,
            any: ListFormatter::try_new_or((&locale).into(), list()).map_err(|e| broken(&e))?,
            all: ListFormatter::try_new_and((&locale).into(), list()).map_err(|e| broken(&e))?,
        })
    }

    /// "a, b or c"; in Spanish "siete u ocho".
    pub fn any_of(&self, items: &[String]) -> String {
        self.any.format(items.iter()).to_string()
    }

    /// "a, b and c".
    pub fn all_of(&self, items: &[String]) -> String {
        self.all.format(items.iter()).to_string()
    }

    /// 2450 and 33 000 in Spanish, 2,450 in English, 2 450 in French.
    pub fn whole(&self, n: i64) -> String {
        self.spaced(self.decimal.format(&Decimal::from(n)).to_string())
    }

    /// A number with at most `decimals` decimals, rounded half away from zero, without trailing zeros.
    pub fn rounded(&self, value: f64, decimals: u8) -> String {
        let mut written = format!("{:.*}", usize::from(decimals), round(value, decimals));
        if written.contains('.') {
            written.truncate(written.trim_end_matches('0').trim_end_matches('.').len());
        }
        match written.parse::<Decimal>() {
            Ok(decimal) => self.spaced(self.decimal.format(&decimal).to_string()),
            Err(_) => NOTHING.to_string(),
        }
    }

    /// Like [`Numerals::rounded`], with the percent sign: `15,6 %`, `15.6%`.
    pub fn percent(&self, value: f64, decimals: u8) -> String {
        format!("{}{}", self.rounded(value, decimals), self.percent)
    }

    /// An exact decimal number (`-1234.50`) with all its decimals, without its sign. `None` if it is no number.
    pub fn exactly(&self, number: &str) -> Option<String> {
        let decimal = number.trim_start_matches('-').parse::<Decimal>().ok()?;
        Some(self.spaced(self.decimal.format(&decimal).to_string()))
    }

    fn spaced(&self, written: String) -> String {
        match self.thousands {
            Some((sign, ours)) => written.replace(sign, ours),
            None => written,
        }
    }

    fn iso(day: Day) -> Option<Date<Iso>> {
        Date::try_new_iso(day.year() as i32, day.month() as u8, day.day_of_month() as u8).ok()
    }

    /// 31 de diciembre de 2020.
    pub fn day(&self, day: Day) -> String {
        Numerals::iso(day).map_or_else(|| day.to_string(), |iso| self.day.format(&iso).to_string())
    }

    /// 31 dic.
    pub fn day_of_year(&self, day: Day) -> String {
        Numerals::iso(day).map_or_else(|| day.to_string(), |iso| self.day_of_year.format(&iso).to_string())
    }

    /// 31 dic 2020.
    pub fn short_day(&self, day: Day) -> String {
        Numerals::iso(day).map_or_else(|| day.to_string(), |iso| self.short_day.format(&iso).to_string())
    }

    /// 30 de noviembre de 2020, 10:00 (Madrid): what the clocks show in its own zone, and where.
    pub fn instant(&self, instant: &Instant) -> String {
        let local = instant.local();
        let time = Time::try_new(local.hour() as u8, local.minute() as u8, local.second() as u8, 0);
        let Some((date, time)) = Numerals::iso(instant.day()).zip(time.ok()) else {
            return instant.to_string();
        };
        let zone = match instant.zone() {
            "UTC" => "UTC".to_string(),
            named if instant.has_named_zone() => {
                self.city.format(&TimeZone::from_iana_id(named).without_offset()).to_string()
            }
            offset => format!("UTC{offset}"),
        };
        format!("{} ({zone})", self.moment.format(&DateTime { date, time }))
    }

    /// As much of a day as is known: a day, a month, a year, the days of one year between which it lies, or the years (`2015–2018`,
    /// `…–2018`).
    pub fn partial(&self, day: PartialDay) -> String {
        if let Some(exact) = day.exact() {
            return self.day(exact);
        }
        let written = day.to_string();
        match (written.contains('/'), written.len()) {
            (false, 7) => Numerals::iso(day.first).map_or(written, |iso| self.month.format(&iso).to_string()),
            (false, _) => written,
            (true, _) if day.first.year() == day.last.year() => {
                format!("{} – {}", self.day(day.first), self.day(day.last))
            }
            (true, _) => {
                let year = |d: Day, end: Day| if d == end { "…".to_string() } else { d.year().to_string() };
                format!("{}–{}", year(day.first, Day::FIRST), year(day.last, Day::LAST))
            }
        }
    }
}

/// Rounds half away from zero to this number of decimals, as numbers are printed.
pub fn round(value: f64, decimals: u8) -> f64 {
    let scale = 10f64.powi(i32::from(decimals));
    // a hair above the half: 15.65 is kept as 15.649999…
    (value * scale + value.signum() * 1e-9).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let of = |l: &str| Numerals::new(l).unwrap();
        let (es, en, fr) = (of("es"), of("en"), of("fr"));
        assert_eq!([es.whole(2450), en.whole(2450), fr.whole(2450)], ["2450", "2,450", "2\u{202f}450"]);
        assert_eq!(
            [es.whole(33_000), en.whole(33_000), fr.whole(33_000)],
            ["33\u{202f}000", "33,000", "33\u{202f}000"]
        );
        let share = 22.0 / 141.0 * 100.0;
        assert_eq!(
            [es.percent(share, 1), en.percent(share, 1), fr.percent(share, 1)],
            ["15,6\u{202f}%", "15.6%", "15,6\u{202f}%"]
        );
        assert_eq!(es.percent(76.0, 1), "76\u{202f}%");
    }

    #[test]
    fn lists_are_joined_as_each_language_does() {
        let items = ["uno".to_string(), "otro".to_string()];
        for (language, any, all) in [
            ("es", "uno u otro", "uno y otro"),
            ("en", "uno or otro", "uno and otro"),
            ("fr", "uno ou otro", "uno et otro"),
        ] {
            let numerals = Numerals::new(language).unwrap();
            assert_eq!(
                (numerals.any_of(&items), numerals.all_of(&items)),
                (any.to_string(), all.to_string())
            );
        }
    }

    #[test]
    fn days_are_written_as_far_as_they_are_known() {
        let es = Numerals::new("es").unwrap();
        let say = |t: &str| es.partial(t.parse().unwrap());
        assert_eq!(say("2020-12-31"), "31 de diciembre de 2020");
        assert_eq!(say("2020-12"), "diciembre de 2020");
        assert_eq!(say("2020"), "2020");
        assert_eq!(say("../2018"), "…–2018");
        assert_eq!(Numerals::new("en").unwrap().day("2020-12-31".parse().unwrap()), "31 December 2020");
    }

    #[test]
    fn an_instant_is_said_with_the_clock_of_its_own_zone() {
        let say =
            |language: &str, text: &str| Numerals::new(language).unwrap().instant(&text.parse().unwrap());
        let london = "2020-11-30 10:00 Europe/London";
        assert_eq!(
            ["en", "es", "fr"].map(|language| say(language, london)),
            [
                "30 November 2020 at 10:00 (London)",
                "30 de noviembre de 2020 a las 10:00 (Londres)",
                "30 novembre 2020 à 10:00 (Londres)"
            ]
        );
        assert_eq!(say("es", "2020-11-30T10:00-05:00"), "30 de noviembre de 2020 a las 10:00 (UTC-05:00)");
        assert_eq!(say("en", "2020-11-30T10:00Z"), "30 November 2020 at 10:00 (UTC)");
    }

    #[test]
    fn every_language_of_the_layout_has_numerals() {
        for language in ["es", "en", "fr", "ar", "zh", "ca"] {
            assert!(!Numerals::new(language).unwrap().whole(33_000).is_empty());
        }
    }
}
