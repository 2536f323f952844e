//! The names and signs of currencies in spreadsheets, and their codes.

use super::spelling::spelled;

/// Signs and names that mean one currency only. A dollar, a peso, a franc or a pound alone is the money of several countries.
const SAID: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("us$", "USD"),
    ("usd$", "USD"),
    ("$us", "USD"),
    ("u$s", "USD"),
    ("us dollar", "USD"),
    ("us dollars", "USD"),
    ("dollar us", "USD"),
    ("dolar estadounidense", "USD"),
    ("dolares estadounidenses", "USD"),
    ("dollar americain", "USD"),
    ("dollars americains", "USD"),
    ("ca$", "CAD"),
    ("can$", "CAD"),
    ("$ca", "CAD"),
    ("canadian dollar", "CAD"),
    ("dollar canadien", "CAD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("mx$", "MXN"),
    ("r$", "BRL"),
    ("real", "BRL"),
    ("reais", "BRL"),
    ("£", "GBP"),
    ("pound sterling", "GBP"),
    ("libra esterlina", "GBP"),
    ("livre sterling", "GBP"),
    ("yen", "JPY"),
    ("rmb", "CNY"),
    ("yuan", "CNY"),
    ("sfr", "CHF"),
    ("swiss franc", "CHF"),
    ("franco suizo", "CHF"),
    ("franc suisse", "CHF"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₪", "ILS"),
    ("₦", "NGN"),
    ("₫", "VND"),
];

/// The code of the currency that a sign or a name means.
pub fn currency(text: &str) -> Option<&'static str> {
    let small = text.trim().to_lowercase();
    let spelled = spelled(&small);
    let of = |said: &str| SAID.iter().find(|(name, _)| *name == said).map(|(_, code)| *code);
    of(&small).or_else(|| of(&spelled))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_or_a_name_of_one_currency_means_its_code() {
        assert_eq!(
            ["€", "Euros", "US$", "dólares estadounidenses", "£"].map(currency),
            [Some("EUR"), Some("EUR"), Some("USD"), Some("USD"), Some("GBP")]
        );
        assert_eq!(["$", "dollars", "pesos", "francs", "¥", "", "EN"].map(currency), [None; 7]);
        assert!(SAID.iter().all(|(_, code)| decapolis_base::Currency::of(code).is_some()));
    }
}
