//! The records there are, and will be, by their codes and names.

use std::collections::{BTreeSet, HashMap};

use decapolis_base::Texts;

use crate::journal::RowId;
use crate::table::ANY;
use crate::words::{Args, Message};

/// The records there are, and will be: by code, and by name within a kind.
#[derive(Default)]
pub(super) struct Names {
    pub(super) codes: HashMap<String, (RowId, String)>,
    pub(super) names: HashMap<(String, String), Vec<RowId>>,
}

impl Names {
    pub(super) fn add(&mut self, id: RowId, kind: &str, code: &str, label: &Texts) {
        self.codes.insert(code.to_string(), (id, kind.to_string()));
        let mut said = BTreeSet::new();
        for (_, words) in label.iter() {
            if said.insert(words.to_lowercase()) {
                let ids = self.names.entry((kind.to_string(), words.to_lowercase())).or_default();
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
    }

    pub(super) fn find(&self, kind: &str, text: &str) -> std::result::Result<RowId, Message> {
        let said = |key, args: Args| Err(Message { key, args });
        match self.codes.get(text) {
            Some((id, of)) if kind == ANY || of == kind => return Ok(*id),
            Some((_, of)) => {
                return said(
                    "error-code-of-other-kind",
                    [("text", text.into()), ("kind", kind.into()), ("other", of.as_str().into())].into(),
                );
            }
            None => {}
        }
        match self.names.get(&(kind.to_string(), text.to_lowercase())).map(Vec::as_slice) {
            Some([id]) => Ok(*id),
            Some(_) => said("error-ambiguous-name", [("text", text.into()), ("kind", kind.into())].into()),
            None => said("error-unknown-code", [("text", text.into()), ("kind", kind.into())].into()),
        }
    }
}
