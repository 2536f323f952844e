//! Codes that change with time (TOTP, RFC 6238): what an authenticator application and the register both compute from one secret.

use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use totp_rs::{Algorithm, Builder, Secret, Totp};

use super::secrets::drawn;

/// A code is that of a step of so many seconds, and codes of the step before and after are taken too: clocks differ.
const STEP: u64 = 30;
const STEPS_BESIDE: u16 = 1;

/// A new secret of 160 bits, as text for people and applications (base32).
pub fn new_secret() -> Result<String> {
    Ok(Secret::new(Box::new(drawn::<20>()?)).to_base32())
}

/// The address that an application reads from the picture: whose account it is, and at which network.
pub fn address(secret: &str, network: &str, mail: &str) -> Result<String> {
    // a colon separates the two in the address
    let plain = |text: &str| text.replace(':', " ");
    let totp = of(secret, &plain(network), &plain(mail))?;
    totp.to_url().map_err(|e| Error::Broken(format!("a second factor has no address: {e}")))
}

/// The step of time that this code is of, where it is one that the secret has about now.
pub fn step_of(secret: &str, code: &str, now: Timestamp) -> Result<Option<i64>> {
    let step = of(secret, "", "-")?.check(code, seconds(now));
    Ok(step.map(|step| step as i64))
}

/// The code of an instant, as an application shows it.
pub fn code_at(secret: &str, at: Timestamp) -> Result<String> {
    Ok(of(secret, "", "-")?.generate(seconds(at)).to_string())
}

/// A secret in groups of four, for whoever types it.
pub fn in_groups(secret: &str) -> String {
    let signs: Vec<char> = secret.chars().collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn of(secret: &str, network: &str, mail: &str) -> Result<Totp> {
    let unreadable =
        |e: &dyn std::fmt::Display| Error::Broken(format!("a second factor cannot be read: {e}"));
    let secret = Secret::try_from_base32(secret).map_err(|e| unreadable(&e))?;
    let built = Builder::new()
        // the only one that every application computes
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(STEP)
        .with_skew(STEPS_BESIDE)
        .with_secret(secret)
        .with_issuer(Some(network).filter(|network| !network.is_empty()))
        .with_account_name(mail)
        .build();
    built.map_err(|e| unreadable(&e))
}

fn seconds(at: Timestamp) -> u64 {
    at.as_second().max(0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_taken_in_its_step_and_the_ones_beside_it() {
        // the secret and a moment of RFC 6238, appendix B; six digits of its eight
        let secret = Secret::from("12345678901234567890".as_bytes()).to_base32();
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        assert_eq!(code_at(&secret, at(1_111_111_109)).unwrap(), "081804");
        let step = Some(1_111_111_109 / 30);
        for (second, found) in [
            (1_111_111_109, step),
            (1_111_111_109 + 30, step),
            (1_111_111_109 - 30, step),
            (1_111_111_109 + 62, None),
            (1_111_111_109 - 62, None),
        ] {
            assert_eq!(step_of(&secret, "081804", at(second)).unwrap(), found, "{second}");
        }
        assert_eq!(step_of(&secret, "81804", at(1_111_111_109)).unwrap(), None);
    }

    #[test]
    fn the_address_names_the_network_and_the_account() {
        let secret = new_secret().unwrap();
        assert_ne!(secret, new_secret().unwrap());
        let address = address(&secret, "Cities: a network", "ana@example.org").unwrap();
        assert!(
            address.starts_with("otpauth://totp/Cities") && address.contains("ana%40example.org"),
            "{address}"
        );
        assert!(address.contains(&format!("secret={secret}")), "{address}");
        assert_eq!(in_groups("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }
}
