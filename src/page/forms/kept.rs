//! Finished forms, kept under what they were made from.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use decapolis_core::errors::{Error, Result};
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use super::{Dress, Form, write};
use crate::page::sheet::Sheet;

/// At most so many bytes of forms are kept; the oldest go first.
const MOST_BYTES: usize = 32 << 20;

/// At most so many pages are set at once, so that numbers and lists stay quick beside them.
const AT_ONCE: usize = 2;

/// What somebody wants written.
pub struct Wanted {
    pub sheet: Sheet,
    pub form: Form,
    pub dress: Dress,
}

type Key = [u8; 32];

impl Wanted {
    /// A digest of everything the form is made from.
    fn key(&self) -> Key {
        let Dress { base, palette, logo, template, land } = &self.dress;
        let logo = logo.as_ref().map(|logo| (&logo.ending, Sha256::digest(&logo.bytes).to_vec()));
        let all = json!([self.form.ending(), self.sheet, base, palette, logo, template, land.len()]);
        Sha256::digest(all.to_string()).into()
    }
}

/// The forms a server has written.
pub struct Forms {
    turns: Semaphore,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    forms: HashMap<Key, Arc<Vec<u8>>>,
    /// Oldest first.
    order: VecDeque<Key>,
    bytes: usize,
}

impl Default for Forms {
    fn default() -> Self {
        Forms { turns: Semaphore::new(AT_ONCE), kept: Mutex::default() }
    }
}

impl Forms {
    /// The form: as it is kept, or written on a thread of its own.
    pub async fn get(&self, wanted: Wanted) -> Result<Arc<Vec<u8>>> {
        let key = wanted.key();
        if let Some(found) = self.find(&key) {
            return Ok(found);
        }
        let _turn = self.turns.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
        // somebody else may have had it written meanwhile
        if let Some(found) = self.find(&key) {
            return Ok(found);
        }
        let written = tokio::task::spawn_blocking(move || write(&wanted.sheet, wanted.form, &wanted.dress));
        let form = Arc::new(written.await.map_err(|e| Error::Broken(format!("a form was not written: {e}")))??);
        self.keep(key, form.clone());
        Ok(form)
    }

    fn find(&self, key: &Key) -> Option<Arc<Vec<u8>>> {
        self.kept.lock().expect("the kept forms are whole").forms.get(key).cloned()
    }

    fn keep(&self, key: Key, form: Arc<Vec<u8>>) {
        let mut kept = self.kept.lock().expect("the kept forms are whole");
        if form.len() > MOST_BYTES || kept.forms.contains_key(&key) {
            return;
        }
        kept.bytes += form.len();
        kept.order.push_back(key);
        kept.forms.insert(key, form);
        while kept.bytes > MOST_BYTES {
            let Some(oldest) = kept.order.pop_front() else { break };
            kept.bytes -= kept.forms.remove(&oldest).map_or(0, |form| form.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_forms_never_take_more_than_their_share_of_memory() {
        let forms = Forms::default();
        for n in 0..40_u8 {
            forms.keep([n; 32], Arc::new(vec![n; 1 << 20]));
        }
        assert!(forms.kept.lock().unwrap().bytes <= MOST_BYTES);
        assert!(forms.find(&[39; 32]).is_some());
        assert!(forms.find(&[0; 32]).is_none());
    }

    #[test]
    fn another_number_word_colour_or_address_is_another_form() {
        let dress =
            Dress { base: "https://a.example".into(), palette: Default::default(), logo: None, template: "t".into(), land: "".into() };
        let wanted = |form, headline: &str, dress: &Dress| Wanted {
            sheet: Sheet { headline: headline.into(), ..Sheet::default() },
            form,
            dress: dress.clone(),
        };
        let one = wanted(Form::Svg, "a", &dress).key();
        assert_eq!(one, wanted(Form::Svg, "a", &dress).key());
        assert_ne!(one, wanted(Form::Pdf, "a", &dress).key());
        assert_ne!(one, wanted(Form::Svg, "b", &dress).key());
        assert_ne!(one, wanted(Form::Svg, "a", &Dress { base: "https://b.example".into(), ..dress.clone() }).key());
        let red = decapolis_drawing::Palette { accent: "#ff0000".into(), ..Default::default() };
        assert_ne!(one, wanted(Form::Svg, "a", &Dress { palette: red, ..dress.clone() }).key());
    }
}
