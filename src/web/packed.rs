//! A response body plain and compressed with brotli or gzip. Each form is made once, when it is first requested.

use std::io::Write;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, header};
use tokio::sync::OnceCell;

/// Shorter bodies are sent uncompressed.
const WORTH_PACKING: usize = 600;
/// Longer bodies are compressed on another thread.
const LONG: usize = 64 * 1024;
/// A middle quality: a page is compressed once and sent often, but every write makes new pages.
const BROTLI_QUALITY: u32 = 5;
const GZIP_QUALITY: u32 = 6;

/// The content coding of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    Brotli,
    Gzip,
    Plain,
}

impl Coding {
    /// The best coding that a request accepts. A coding that is refused (`br;q=0`) or not named is never chosen.
    pub fn accepted(headers: &HeaderMap) -> Coding {
        let (mut brotli, mut gzip) = (0.0, 0.0);
        let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
        for part in lines.flat_map(|line| line.split(',')) {
            let mut parts = part.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let weight = parts.find_map(|p| p.strip_prefix("q=")?.trim().parse().ok()).unwrap_or(1.0_f32);
            if name.eq_ignore_ascii_case("br") {
                brotli = weight;
            } else if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
                gzip = weight;
            }
        }
        match (brotli > 0.0 && brotli >= gzip, gzip > 0.0) {
            (true, _) => Coding::Brotli,
            (_, true) => Coding::Gzip,
            _ => Coding::Plain,
        }
    }

    /// The value of the header `content-encoding`. `None` for a plain body.
    pub fn name(self) -> Option<HeaderValue> {
        match self {
            Coding::Brotli => Some(HeaderValue::from_static("br")),
            Coding::Gzip => Some(HeaderValue::from_static("gzip")),
            Coding::Plain => None,
        }
    }

    fn pack(self, plain: &[u8]) -> std::io::Result<Vec<u8>> {
        let room = Vec::with_capacity(plain.len() / 4);
        match self {
            Coding::Brotli => {
                let mut writer = brotli::CompressorWriter::new(room, 1 << 14, BROTLI_QUALITY, 20);
                writer.write_all(plain)?;
                Ok(writer.into_inner())
            }
            Coding::Gzip => {
                let mut writer = flate2::write::GzEncoder::new(room, flate2::Compression::new(GZIP_QUALITY));
                writer.write_all(plain)?;
                writer.finish()
            }
            Coding::Plain => Ok(plain.to_vec()),
        }
    }
}

/// A body with the compressed forms made so far.
pub struct Packed {
    plain: Bytes,
    /// Whether it is text. Pictures and PDF are compressed already.
    text: bool,
    brotli: OnceCell<Option<Bytes>>,
    gzip: OnceCell<Option<Bytes>>,
}

impl Packed {
    /// A body with this `content-type`.
    pub fn of(plain: Bytes, kind: Option<&HeaderValue>) -> Packed {
        let kind = kind.and_then(|k| k.to_str().ok()).unwrap_or_default();
        let text = ["text/", "application/json", "application/ld+json", "application/toml", "image/svg+xml"];
        let text = text.iter().any(|t| kind.starts_with(t)) && plain.len() >= WORTH_PACKING;
        Packed { plain, text, brotli: OnceCell::new(), gzip: OnceCell::new() }
    }

    /// The body for this accepted coding, and the coding used. It is plain if compression gains nothing.
    pub async fn get(&self, accepted: Coding) -> (Coding, Bytes) {
        let cell = match accepted {
            Coding::Brotli if self.text => &self.brotli,
            Coding::Gzip if self.text => &self.gzip,
            _ => return (Coding::Plain, self.plain.clone()),
        };
        match cell.get_or_init(|| packed(accepted, self.plain.clone())).await {
            Some(packed) => (accepted, packed.clone()),
            None => (Coding::Plain, self.plain.clone()),
        }
    }

    /// The most bytes it can take with all forms. A compressed form is kept only if it is at most half as long.
    pub fn bytes(&self) -> usize {
        if self.text { self.plain.len() * 2 } else { self.plain.len() }
    }
}

/// The compressed body. `None` if it is more than half as long.
async fn packed(coding: Coding, plain: Bytes) -> Option<Bytes> {
    let most = plain.len() / 2;
    let pack = move || coding.pack(&plain);
    let packed = if most * 2 < LONG { pack() } else { tokio::task::spawn_blocking(pack).await.ok()? };
    let mut packed = packed.ok().filter(|packed| packed.len() <= most)?;
    packed.shrink_to_fit();
    Some(packed.into())
}

#[cfg(test)]
mod tests {
    use sha2::Digest;

    use super::*;

    #[test]
    fn the_best_coding_that_is_accepted_is_chosen() {
        for (accepts, coding) in [
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("gzip, deflate", Coding::Gzip),
            ("br;q=0.5, gzip", Coding::Gzip),
            ("br;q=0, gzip;q=0", Coding::Plain),
            ("BR", Coding::Brotli),
            ("identity", Coding::Plain),
            ("br;q=nonsense", Coding::Brotli),
            ("", Coding::Plain),
        ] {
            let headers =
                HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepts))]);
            assert_eq!(Coding::accepted(&headers), coding, "{accepts}");
        }
        assert_eq!(Coding::accepted(&HeaderMap::new()), Coding::Plain);
    }

    #[test]
    fn a_text_is_packed_and_what_does_not_become_smaller_is_not() {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            let html = HeaderValue::from_static("text/html; charset=utf-8");
            let text: Bytes = "<p>Where does each number come from?</p>".repeat(100).into();
            let page = Packed::of(text.clone(), Some(&html));
            let (coding, brotli) = page.get(Coding::Brotli).await;
            assert_eq!(coding, Coding::Brotli);
            let mut plain = vec![];
            brotli::BrotliDecompress(&mut brotli.as_ref(), &mut plain).unwrap();
            assert_eq!(plain, text);
            let (coding, gzip) = page.get(Coding::Gzip).await;
            assert_eq!(coding, Coding::Gzip);
            let mut plain = vec![];
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(gzip.as_ref()), &mut plain).unwrap();
            assert_eq!(plain, text);
            assert_eq!(page.get(Coding::Plain).await, (Coding::Plain, text.clone()));
            let digests = (0..200_u64).flat_map(|n| <[u8; 32]>::from(sha2::Sha256::digest(n.to_string())));
            let noise: Bytes = digests.collect::<Vec<u8>>().into();
            let page = Packed::of(noise.clone(), Some(&html));
            assert!(page.get(Coding::Gzip).await == (Coding::Plain, noise));
            let picture = Packed::of(text.clone(), Some(&HeaderValue::from_static("image/png")));
            assert_eq!(picture.get(Coding::Brotli).await.0, Coding::Plain);
        });
    }
}
