//! The list of the members on a day, by name, with a filter by region.

use decapolis_base::{Day, PartialDay};
use decapolis_register::journal::Heads;
use decapolis_register::name_order;
use decapolis_register::records;
use decapolis_words::errors::Result;
use maud::Markup;

use super::asked::{MembersAsked, MembersAsks};
use crate::members::store;
use crate::records::lists::{ROWS, files, place};
use crate::records::worded::reference;
use crate::web::cache::Key;
use crate::web::components::{Choice, Choosable, Entry, Field, Form, Link};
use crate::web::context::{Reader, Site};
use crate::web::list::{ListPage, page};
use crate::web::shell;
use crate::web::table::{Cell, Column, Pager, Table};

/// The page of the members on a day, by name, with a filter by region.
pub async fn show(site: &Site, reader: &Reader<'_>, asks: &MembersAsks) -> Result<Markup> {
    let db = site.app.db.snapshot().await?;
    let members = MembersAsked::read(site, &db, asks).await?;
    let MembersAsked { at, asked, regions, region_records, region, words, .. } = &members;
    let (at, region) = (*at, *region);
    let asked_list = members.list(reader.lang(), place(asks.after.as_deref())?, ROWS + 1);
    let head = Heads::read(&db).await?.of(store::LISTED_FROM);
    let count = async || store::count_members_on(&db, asked, &asked_list).await;
    let total = *site.cache.of_head(Key::new("count", members.address(reader, "")), head, count).await?;
    let mut listed = store::members_on(&db, asked, &asked_list).await?;
    let more = listed.len() > ROWS as usize;
    listed.truncate(ROWS as usize);
    let labels = records::by_ids(&db, listed.iter().map(|m| m.organisation)).await?;
    db.commit().await?;
    let locale = &reader.locale;
    let address = |extra: &str| format!("{}{extra}", members.address(reader, ""));
    let rows = listed.iter().filter_map(|m| {
        let record = labels.get(&m.organisation)?;
        let mut name = Cell::link(record.name(reader.audience, reader.lang())?, reader.to(&format!("/{}/{}", record.kind, record.code)));
        name.tag = record.illustrative.then(|| locale.say("illustrative"));
        let region = m
            .region
            .and_then(|id| region_records.get(&id))
            .map_or_else(|| locale.say("word-without-region"), |r| reference("region", r, reader.audience, locale).text);
        let from = Day::from_number(m.from.0)
            .zip(Day::from_number(m.from.1))
            .map(|(first, last)| locale.numerals.partial(PartialDay { first, last }));
        Some(vec![name, Cell::text(region), Cell::text(from.unwrap_or_default())])
    });
    let column = |key: &str| Column { label: locale.say(key), numeric: false };
    let table = Table {
        caption: locale.say("site-members"),
        columns: vec![column("kind-organisation"), column("word-region"), column("column-from")],
        rows: rows.collect(),
        empty: format!("{} {}", locale.say("list-empty"), locale.say("list-empty.hint")),
    };
    let mut options = vec![Choosable { value: String::new(), words: locale.say("list-all-regions"), chosen: region.is_none() }];
    let named = regions.iter().filter_map(|id| region_records.get(id)).filter_map(|r| Some((r, r.name(reader.audience, reader.lang())?)));
    options.extend(named.map(|(r, name)| Choosable { value: r.code.clone(), words: name.into(), chosen: region == Some(r.id) }));
    let form = Form {
        label: locale.say("list-filters"),
        action: reader.to("/members"),
        fields: vec![
            Field::Entry(Entry {
                label: locale.say("list-search"),
                name: "q".into(),
                value: words.clone().unwrap_or_default(),
                kind: "search",
                ..Entry::default()
            }),
            Field::Choice(Choice { label: locale.say("list-region"), name: "region".into(), options }),
            Field::Entry(Entry {
                label: locale.say("site-at"),
                name: "at".into(),
                value: at.to_string(),
                kind: "date",
                ..Entry::default()
            }),
        ],
        button: locale.say("list-filter"),
    };
    let next = listed.last().filter(|_| more).map(|last| {
        Link::new(locale.say("site-next-page"), address(&format!("&after={}.{}", name_order::written(&last.key), last.organisation)))
    });
    let mut holding = vec![];
    if region.is_some() || words.is_some() {
        holding.push(Link::new(locale.say("list-clear"), reader.to(&format!("/members?at={at}"))));
    }
    let list = ListPage {
        heading: locale.say("site-members"),
        count: locale.number(total),
        words: locale.with("list-members-on", &[("day", locale.numerals.day(at).into())].into()),
        ribbon: None,
        form: Some(form),
        holding,
        holding_label: locale.say("list-filters"),
        table,
        pager: Pager {
            label: locale.say("site-pages"),
            shown: locale.with("list-records", &[("n", total.into())].into()),
            first: asks.after.as_ref().map(|_| Link::new(locale.say("site-first-page"), address(""))),
            next,
        },
        links: files(reader, total, |ending| members.address(reader, ending))
            .chain([Link::new(locale.say("site-how-counted"), reader.to(&format!("/figures/members?at={at}")))])
            .collect(),
    };
    let shell = shell::shell(site, reader, &locale.say("site-members"), "/members", None);
    Ok(page(&shell, &list))
}
