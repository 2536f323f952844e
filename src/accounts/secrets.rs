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
    const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let signs = drawn::<10>()?.map(|byte| char::from(SIGNS[usize::from(byte % 32)]));
    Ok(format!("a-{}", signs.iter().collect::<String>()))
}

fn drawn<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|e| Error::Broken(format!("the machine has no random numbers: {e}")))?;
    Ok(bytes)
}
