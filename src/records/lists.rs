//! What every list of records has: words to search for, links to its records, a position in the order of names, and links to its files.

use decapolis_register::name_order::{self, OrderKey};
use decapolis_register::records::Record;
use decapolis_words::errors::{Error, Result};

use crate::web::components::{Entry, Field, Link};
use crate::web::context::Reader;
use crate::web::files::FileKind;
use crate::web::table::{Cell, Pager};
use crate::web::visit::asks;

asks! {
    /// What an address asks of a list of records.
    pub struct ListAsks {
        /// Words to search for.
        q,
        /// The position of the last row of the page before.
        after,
    }
}

/// Rows on a page.
pub const ROWS: u64 = 50;

/// The words to search for. `None` if there are none.
pub fn searched(words: &Option<String>) -> Option<String> {
    words.clone().filter(|q| !q.trim().is_empty())
}

/// The field for the words to search for.
pub fn search_field(reader: &Reader<'_>, words: Option<&str>) -> Field {
    Field::Entry(Entry {
        label: reader.locale.say("list-search"),
        name: "q".into(),
        value: words.unwrap_or_default().into(),
        kind: "search",
        ..Entry::default()
    })
}

/// The name of a record as a link to its page. `None` if this reader may not see the name.
pub fn name_cell(reader: &Reader<'_>, record: &Record) -> Option<Cell> {
    let name = record.name(reader.audience, reader.lang())?;
    let mut cell = Cell::link(name, reader.to(&format!("/{}/{}", record.kind, record.code)));
    cell.tag = record.illustrative.then(|| reader.locale.say("illustrative"));
    Some(cell)
}

/// The pager of a list: how many records are shown, and the addresses of the first and the next page where there are any.
pub fn pager(reader: &Reader<'_>, shown: String, first: Option<String>, next: Option<String>) -> Pager {
    let link = |key: &str, address: Option<String>| {
        address.map(|address| Link::new(reader.locale.say(key), address))
    };
    Pager {
        label: reader.locale.say("site-pages"),
        shown,
        first: link("site-first-page", first),
        next: link("site-next-page", next),
    }
}

/// Links to the list as files, if it has rows.
pub fn files<'a>(
    reader: &'a Reader<'_>,
    total: i64,
    address: impl Fn(&str) -> String + 'a,
) -> impl Iterator<Item = Link> + 'a {
    let all = if total > 0 { FileKind::ALL.as_slice() } else { &[] };
    all.iter()
        .map(move |kind| Link::new(reader.locale.say(kind.words()), address(&format!(".{}", kind.ending()))))
}

/// Reads the position `key.id` of the last row of the page before.
pub fn place(after: Option<&str>) -> Result<Option<OrderKey>> {
    let Some(text) = after.filter(|t| !t.is_empty()) else { return Ok(None) };
    let read = |(key, id): (&str, &str)| Some((name_order::read(key)?, id.parse().ok()?));
    Ok(Some(text.rsplit_once('.').and_then(read).ok_or_else(|| Error::refused("site-error-request"))?))
}
