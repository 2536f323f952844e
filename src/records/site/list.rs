//! The list of the public records of a kind, by name.

use decapolis_register::name_order;
use decapolis_register::records;
use decapolis_words::errors::Result;
use maud::Markup;

use crate::records::lists::{ListAsks, ROWS, files, name_cell, pager, place, search_field, searched};
use crate::records::of_kind::{MOST_COUNTED, OfKind};
use crate::web::address::encoded;
use crate::web::components::{Form, Link};
use crate::web::context::{Reader, Site};
use crate::web::list::{ListPage, page};
use crate::web::shell;
use crate::web::table::{Cell, Column, Table};

/// The page of the public records of a kind, by name.
pub async fn show(site: &Site, reader: &Reader<'_>, kind: &str, asks: &ListAsks) -> Result<Markup> {
    let of_kind = OfKind::with(kind, searched(&asks.q));
    let db = site.app.db.snapshot().await?;
    let total = of_kind.count_some(&site.cache, &db).await?;
    let mut found = of_kind.page(&db, reader.lang(), place(asks.after.as_deref())?, ROWS + 1, total).await?;
    let more = found.len() > ROWS as usize;
    found.truncate(ROWS as usize);
    let labels = records::by_ids(&db, found.iter().map(|f| f.1)).await?;
    db.commit().await?;
    let locale = &reader.locale;
    let rows = found.iter().filter_map(|(_, id)| {
        let record = labels.get(id)?;
        Some(vec![name_cell(reader, record)?, Cell::text(record.code.clone())])
    });
    let heading = locale.say(&format!("kinds-{kind}"));
    let more_than =
        (total > MOST_COUNTED).then(|| locale.with("list-more-than", &[("n", MOST_COUNTED.into())].into()));
    let column = |key: &str| Column { label: locale.say(key), numeric: false };
    let table = Table {
        caption: heading.clone(),
        columns: vec![column(&format!("kind-{kind}")), column("column-code")],
        rows: rows.collect(),
        empty: format!("{} {}", locale.say("list-empty"), locale.say("list-empty.hint")),
    };
    let q = of_kind.words.as_deref().map(|q| format!("q={}&", encoded(q))).unwrap_or_default();
    let whole = reader.to(&format!("/{kind}"));
    let next = found
        .last()
        .filter(|_| more)
        .map(|(key, id)| reader.to(&format!("/{kind}?{q}after={}.{id}", name_order::written(key))));
    let shown =
        more_than.clone().unwrap_or_else(|| locale.with("list-records", &[("n", total.into())].into()));
    let list = ListPage {
        heading: heading.clone(),
        count: more_than.unwrap_or_else(|| locale.number(total)),
        words: String::new(),
        ribbon: None,
        form: Some(Form {
            label: locale.say("list-filters"),
            action: whole.clone(),
            fields: vec![search_field(reader, of_kind.words.as_deref())],
            button: locale.say("list-filter"),
        }),
        holding: of_kind.words.iter().map(|_| Link::new(locale.say("list-clear"), whole.clone())).collect(),
        holding_label: locale.say("list-filters"),
        table,
        pager: pager(reader, shown, asks.after.as_ref().map(|_| whole.clone()), next),
        links: files(reader, total, |ending| of_kind.address(reader, ending)).collect(),
    };
    Ok(page(&shell::shell(site, reader, &heading, &format!("/{kind}"), None), &list))
}
