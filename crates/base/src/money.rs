//! Amounts of money in minor units of a currency (cents), and the currencies of ISO 4217.

use std::fmt;

/// A currency of ISO 4217, by its code of three letters. Those that were replaced in recent years are among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(&'static str);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency("EUR");
    /// No currency, as ISO 4217 writes it: for amounts of which nobody has said in which currency they are.
    pub const NONE: Currency = Currency("XXX");

    /// `None` unless this is the code of a currency, in capital letters.
    pub fn of(code: &str) -> Option<Currency> {
        CURRENCIES.binary_search(&code).ok().map(|at| Currency(CURRENCIES[at]))
    }

    /// Its code of three letters, such as `EUR`.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// How many digits the minor unit has.
    pub fn digits(self) -> u32 {
        minor_digits(self.0)
    }

    /// An amount in whole units of the currency, for charts and for data: 1234.5 of 123450 cents.
    pub fn whole_units(self, minor: i64) -> f64 {
        minor as f64 / 10f64.powi(self.digits() as i32)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// How many digits the minor unit of a currency has (ISO 4217). Usually two.
pub fn minor_digits(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

/// Reads `1234.50` as minor units. `None` if the text is not an amount, or has more digits than the currency.
pub fn read(text: &str, currency: &str) -> Option<i64> {
    let digits = minor_digits(currency) as usize;
    let (sign, number) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let fine = !whole.is_empty()
        && whole.len() <= 15
        && fraction.len() <= digits
        && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let minor: i64 = fine.then(|| format!("{whole}{fraction:0<digits$}").parse().ok()).flatten()?;
    Some(sign * minor)
}

/// Writes an amount in the form that [`read`] reads.
pub fn write(minor: i64, currency: &str) -> String {
    let digits = minor_digits(currency);
    let scale = 10u64.pow(digits);
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, fraction) = (minor.unsigned_abs() / scale, minor.unsigned_abs() % scale);
    if digits == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction:0>width$}", width = digits as usize)
    }
}

/// The codes of all currencies, in alphabetical order.
pub const CURRENCIES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD",
    "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLF", "CLP",
    "CNY", "COP", "CRC", "CUC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR",
    "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF",
    "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW",
    "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT",
    "MOP", "MRO", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD",
    "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD",
    "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SLL", "SOS", "SRD", "SSP", "STD", "STN", "SVC", "SYP", "SZL",
    "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYI", "UYU", "UYW",
    "UZS", "VED", "VEF", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XDR", "XOF", "XPF", "YER", "ZAR",
    "ZMW", "ZWG", "ZWL",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_to_the_minor_unit_of_its_currency() {
        assert_eq!(read("1234.5", "EUR"), Some(123_450));
        assert_eq!(read("-0.05", "EUR"), Some(-5));
        assert_eq!(read("1234", "JPY"), Some(1234));
        for (text, currency) in [
            ("1.234", "EUR"),
            ("1234.5", "JPY"),
            ("1,5", "EUR"),
            ("", "EUR"),
            ("1.2.3", "KWD"),
            ("12a", "EUR"),
        ] {
            assert_eq!(read(text, currency), None, "{text}");
        }
        assert_eq!(
            [write(123_450, "EUR"), write(-5, "EUR"), write(1234, "JPY"), write(1234, "TND")],
            ["1234.50", "-0.05", "1234", "1.234"]
        );
        assert_eq!(write(i64::MIN, "EUR"), "-92233720368547758.08");
    }

    #[test]
    fn a_currency_is_its_code_and_knows_its_digits() {
        let digits = |code| Currency::of(code).map(Currency::digits);
        assert_eq!(["EUR", "JPY", "TND", "CLF"].map(digits), [Some(2), Some(0), Some(3), Some(4)]);
        assert_eq!(["eur", "€", "Euro", "US$", "", "XXX"].map(digits), [None; 6]);
        assert!(CURRENCIES.is_sorted());
        assert_eq!(Currency::of("USD").map(|usd| usd.whole_units(2_550_000_000)), Some(25_500_000.0));
    }
}
