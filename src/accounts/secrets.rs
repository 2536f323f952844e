//! What is drawn: tokens of sessions and links, and codes of accounts.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use decapolis_words::errors::{Error, Result};
use sha2::{Digest, Sha256};

/// A token of 256 bits, as it stands in a cookie or an address.
pub fn token() -> Result<String> {
    Ok(BASE64_URL_SAFE_NO_PAD.encode(drawn::<32>()?))
}

/// What the register keeps of a token: nobody can go back from it to the token.
pub fn digest(token: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(token))
}

/// The code of a new account, in the letters of a number that can be read out by telephone.
pub fn account_code() -> Result<String> {
    Ok(format!("a-{}", signs::<10>()?))
}

/// Letters and digits that nobody takes for one another.
pub fn signs<const N: usize>() -> Result<String> {
    const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    Ok(drawn::<N>()?.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect())
}

/// Bytes that nobody can guess.
pub fn drawn<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|e| Error::Broken(format!("the machine has no random numbers: {e}")))?;
    Ok(bytes)
}
