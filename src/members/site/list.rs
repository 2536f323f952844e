//! The list of the members on a day, by name, with a filter by region.

use decapolis_base::{Day, PartialDay};
use decapolis_register::journal::Heads;
use decapolis_register::name_order;
use decapolis_register::records::{self, Record};
use decapolis_words::errors::Result;
use maud::Markup;

use super::asked::{MembersAsked, MembersAsks};
use crate::editions::known::State;
use crate::members::store::{self, Listed};
use crate::records::lists::{ROWS, files, name_cell, pager, place, search_field};
use crate::records::worded::reference;
use crate::web::cache::Key;
use crate::web::components::{Choice, Choosable, Entry, Field, Form, Link};
use crate::web::context::{Reader, Site};
use crate::web::list::{ListPage, page};
use crate::web::shell;
use crate::web::table::{Cell, Column, Table};

/// The page of the members on a day, by name, with a filter by region.
pub async fn show(site: &Site, reader: &Reader<'_>, asks: &MembersAsks) -> Result<Markup> {
    let db = site.app.db.snapshot().await?;
    let members = MembersAsked::read(site, &db, asks).await?;
    let MembersAsked { at, asked, .. } = &members;
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
    let column = |key: &str| Column { label: locale.say(key), numeric: false };
    let table = Table {
        caption: locale.say("site-members"),
        columns: vec![column("kind-organisation"), column("word-region"), column("column-from")],
        rows: listed.iter().filter_map(|m| row(reader, &members, m, labels.get(&m.organisation)?)).collect(),
        empty: format!("{} {}", locale.say("list-empty"), locale.say("list-empty.hint")),
    };
    let next = listed.last().filter(|_| more);
    let next =
        next.map(|last| address(&format!("&after={}.{}", name_order::written(&last.key), last.organisation)));
    let mut holding = vec![];
    if members.region.is_some() || members.within.is_some() || members.words.is_some() {
        let all = MembersAsked { region: None, within: None, words: None, ..members.clone() };
        holding.push(Link::new(locale.say("list-clear"), all.address(reader, "")));
    }
    if members.state != State::Now {
        let now = MembersAsked { state: State::Now, ..members.clone() };
        holding.push(Link::new(locale.say("site-known-now"), now.address(reader, "")));
    }
    let day = locale.with("list-members-on", &[("day", locale.numerals.day(*at).into())].into());
    let here = members.within.map(|_| locale.say("list-at-mark"));
    let known = (members.state != State::Now).then(|| members.state.words(locale));
    let shown = locale.with("list-records", &[("n", total.into())].into());
    let list = ListPage {
        heading: locale.say("site-members"),
        count: locale.number(total),
        words: [Some(day), here, known].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        ribbon: None,
        form: Some(filters(reader, &members)),
        holding,
        holding_label: locale.say("list-filters"),
        table,
        pager: pager(reader, shown, asks.after.as_ref().map(|_| address("")), next),
        links: files(reader, total, |ending| members.address(reader, ending))
            .chain([Link::new(locale.say("site-how-counted"), reader.to(&members.figure_address()))])
            .collect(),
    };
    let shell = shell::shell(site, reader, &locale.say("site-members"), "/members", None);
    Ok(page(&shell, &list))
}

/// A member as a row: its name, its region, and since when it is a member. `None` if this reader may not see its name.
fn row(
    reader: &Reader<'_>,
    members: &MembersAsked,
    member: &Listed,
    organisation: &Record,
) -> Option<Vec<Cell>> {
    let locale = &reader.locale;
    let region = member.region.and_then(|id| members.region_records.get(&id)).map_or_else(
        || locale.say("word-without-region"),
        |r| reference("region", r, reader.audience, locale).text,
    );
    let from = Day::from_number(member.from.0)
        .zip(Day::from_number(member.from.1))
        .map(|(first, last)| locale.numerals.partial(PartialDay { first, last }));
    Some(vec![name_cell(reader, organisation)?, Cell::text(region), Cell::text(from.unwrap_or_default())])
}

/// The form that filters the list: words, a region and a day.
fn filters(reader: &Reader<'_>, members: &MembersAsked) -> Form {
    let locale = &reader.locale;
    let MembersAsked { at, regions, region_records, region, words, .. } = members;
    let mut options = vec![Choosable {
        value: String::new(),
        words: locale.say("list-all-regions"),
        chosen: region.is_none(),
    }];
    let named = regions
        .iter()
        .filter_map(|id| region_records.get(id))
        .filter_map(|r| Some((r, r.name(reader.audience, reader.lang())?)));
    options.extend(named.map(|(r, name)| Choosable {
        value: r.code.clone(),
        words: name.into(),
        chosen: *region == Some(r.id),
    }));
    // a filter keeps the square of the map and the state of the register
    let kept = [("within", members.within.map(|square| square.to_string())), ("known", members.state.text())]
        .map(|(name, value)| value.map(|value| Field::Kept { name: name.into(), value }));
    Form {
        label: locale.say("list-filters"),
        action: reader.to("/members"),
        fields: vec![
            search_field(reader, words.as_deref()),
            Field::Choice(Choice { label: locale.say("list-region"), name: "region".into(), options }),
            Field::Entry(Entry {
                label: locale.say("site-at"),
                name: "at".into(),
                value: at.to_string(),
                kind: "date",
                ..Entry::default()
            }),
        ]
        .into_iter()
        .chain(kept.into_iter().flatten())
        .collect(),
        button: locale.say("list-filter"),
    }
}
