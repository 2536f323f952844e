//! Cache of finished output, keyed by its input.

use std::sync::Arc;

use axum::body::Bytes;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use decapolis_words::errors::{Error, Result};
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use super::apart::write_apart;
use super::{Dress, Form};
use crate::page::sheet::Sheet;
use crate::web::cache::{Cache, Key};

/// The most pages that are set at the same time, so that other requests stay fast.
const AT_ONCE: usize = 2;

/// A page and the format to write it in.
pub struct Wanted {
    pub sheet: Sheet,
    pub form: Form,
    pub dress: Dress,
}

impl Wanted {
    /// The digest of everything the output is made from.
    fn key(&self) -> String {
        let Dress { base, palette, logo, template, land } = &self.dress;
        let logo = logo.as_ref().map(|logo| (&logo.ending, Sha256::digest(&logo.bytes).to_vec()));
        let all = json!([self.form.ending(), self.sheet, base, palette, logo, template, land.len()]);
        URL_SAFE_NO_PAD.encode(Sha256::digest(all.to_string()))
    }
}

/// Limits the pages that are set at the same time.
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// The page in this format, from the cache or written on a thread of its own.
pub async fn form(cache: &Cache, wanted: Wanted) -> Result<Arc<Bytes>> {
    // the key covers all input, so the entry never becomes stale
    cache.of_head(Key::new("form", wanted.key()), 0, async || write_in_turn(wanted).await).await
}

async fn write_in_turn(wanted: Wanted) -> Result<Bytes> {
    let turn = TURNS.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
    let written = tokio::task::spawn_blocking(move || {
        // the turn ends with the work, also if the reader hangs up before
        let _turn = turn;
        write_apart(&wanted.sheet, wanted.form, &wanted.dress)
    });
    let bytes = written.await.map_err(|e| Error::Broken(format!("a form was not written: {e}")))??;
    // without the room that it did not need
    Ok(bytes.into_boxed_slice().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_number_word_colour_or_address_is_another_form() {
        let dress = Dress {
            base: "https://a.example".into(),
            palette: Default::default(),
            logo: None,
            template: "t".into(),
            land: "".into(),
        };
        let wanted = |form, headline: &str, dress: &Dress| Wanted {
            sheet: Sheet { headline: headline.into(), ..Sheet::default() },
            form,
            dress: dress.clone(),
        };
        let one = wanted(Form::Svg, "a", &dress).key();
        assert_eq!(one, wanted(Form::Svg, "a", &dress).key());
        assert_ne!(one, wanted(Form::Pdf, "a", &dress).key());
        assert_ne!(one, wanted(Form::Svg, "b", &dress).key());
        assert_ne!(
            one,
            wanted(Form::Svg, "a", &Dress { base: "https://b.example".into(), ..dress.clone() }).key()
        );
        let red = decapolis_drawing::Palette { accent: "#ff0000".into(), ..Default::default() };
        assert_ne!(one, wanted(Form::Svg, "a", &Dress { palette: red, ..dress.clone() }).key());
    }
}
