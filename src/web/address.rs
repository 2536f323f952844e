//! Parts of addresses.

/// Where the land of the world map is. A browser fetches it once, instead of with each page that has a map.
pub const LAND: &str = "/assets/land.svg";

/// A value encoded for a URL: everything but letters and digits is percent-encoded.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b == b'-' || b == b'.' {
                (b as char).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

/// A short hash of a file (FNV-1a, 32 bits).
pub fn version(bytes: impl Iterator<Item = u8>) -> String {
    format!("{:08x}", bytes.fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193)))
}
