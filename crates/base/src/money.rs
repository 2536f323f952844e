//! Amounts of money in minor units of a currency (cents).

/// How many digits the minor unit of a currency has (ISO 4217). Usually two.
pub fn minor_digits(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
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
    let scale = 10i64.pow(digits);
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, fraction) = (minor.abs() / scale, minor.abs() % scale);
    if digits == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction:0>width$}", width = digits as usize)
    }
}

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
            [write(123_450, "EUR"), write(-5, "EUR"), write(1234, "JPY")],
            ["1234.50", "-0.05", "1234"]
        );
    }
}
