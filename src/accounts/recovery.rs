//! Recovery codes: each signs in once, for whoever has lost the telephone with the second factor.

use decapolis_words::errors::Result;

use super::secrets::{digest, signs};

/// How many an account gets at once.
pub const CODES: usize = 10;
/// The signs of one, 80 bits: so many that a plain digest keeps it.
const SIGNS: usize = 16;

/// Ten new codes, each in groups of four signs as people write them down.
pub fn ten() -> Result<Vec<String>> {
    (0..CODES)
        .map(|_| {
            let signs = signs::<SIGNS>()?;
            Ok([&signs[..4], &signs[4..8], &signs[8..12], &signs[12..]].join("-"))
        })
        .collect()
}

/// What the register keeps of a code, however it was written.
pub fn kept(account: &str, code: &str) -> String {
    let signs: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    digest(&format!("{account} {}", signs.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_written() {
        let codes = ten().unwrap();
        assert_eq!(codes.len(), CODES);
        let code = &codes[0];
        assert_eq!(code.len(), 19, "{code}");
        assert_eq!(kept("a-one", code), kept("a-one", &code.to_uppercase().replace('-', " ")));
        assert_ne!(kept("a-one", code), kept("a-two", code), "the codes of two accounts do not meet");
        assert_ne!(kept("a-one", code), kept("a-one", &codes[1]));
    }
}
