//! Lists of records: the members on a day, and the records of a kind.

use std::collections::BTreeMap;

use decapolis_base::{Day, PartialDay, Period};
use decapolis_figures::Asked;
use decapolis_register::journal::{Heads, RowId};
use decapolis_register::name_order::{self, OrderKey};
use decapolis_register::records::{self, Record};
use decapolis_register::search::Search;
use decapolis_words::errors::{Error, Result};
use maud::Markup;
use sea_orm::ConnectionTrait;

use super::Asks;
use super::context::{self, Reader, Site};
use super::export::FileKind;
use super::html::components::{Choice, Choosable, Entry, Field, Form, Link};
use super::html::list::{ListPage, page};
use super::html::table::{Cell, Column, Pager, Table};
use super::of_kind::{MOST_COUNTED, OfKind};
use super::shell;
use crate::cache::Key;
use crate::evidence::reference;
use crate::members::store::{self, ListAsked};

/// Rows on a page.
const ROWS: u64 = 50;
/// The parameters of the list of members, parsed.
pub struct MembersAsked {
    pub at: Day,
    pub asked: Asked,
    /// The parameter `known` as given.
    pub known: Option<String>,
    /// The network's regions in order, and their records.
    pub regions: Vec<RowId>,
    pub region_records: BTreeMap<RowId, Record>,
    pub region: Option<RowId>,
    pub words: Option<String>,
}

impl MembersAsked {
    /// Reads the parameters. Refused with a hint if a day or a region does not exist.
    pub async fn read(site: &Site, db: &impl ConnectionTrait, asks: &Asks) -> Result<MembersAsked> {
        let at = match asks.at.as_deref().filter(|t| !t.is_empty()) {
            Some(text) => context::day(text)?,
            None => site.app.settings.today().min(Day::last_of_year(site.app.settings.home_year)),
        };
        let known = context::known(site, db, asks.known.as_deref()).await?;
        let regions = store::regions(db).await?;
        let region_records = records::by_ids(db, regions.iter().copied()).await?;
        let region = match asks.region.as_deref().filter(|r| !r.is_empty()) {
            Some(code) => Some(
                region_records
                    .values()
                    .find(|r| r.public && r.code == code)
                    .map(|r| r.id)
                    .ok_or_else(|| Error::refused("site-error-request"))?,
            ),
            None => None,
        };
        Ok(MembersAsked {
            at,
            asked: Asked::period(Period::year_to(at), known),
            known: asks.known.clone().filter(|k| !k.is_empty()),
            regions,
            region_records,
            region,
            words: searched(asks),
        })
    }

    pub fn list(&self, language: &str, after: Option<OrderKey>, limit: u64) -> ListAsked {
        ListAsked { language: language.into(), region: self.region, search: self.words.as_deref().map(Search::read), after, limit }
    }

    /// The path of this list with a file extension (`.csv`), or none.
    fn address(&self, reader: &Reader<'_>, ending: &str) -> String {
        let part = |name: &str, value: Option<&str>| value.map(|v| format!("&{name}={}", encoded(v))).unwrap_or_default();
        let region = self.region.and_then(|id| self.region_records.get(&id)).map(|r| r.code.as_str());
        let more = [part("region", region), part("q", self.words.as_deref()), part("known", self.known.as_deref())].concat();
        reader.to(&format!("/members{ending}?at={}{more}", self.at))
    }
}

/// The words to search for.
pub fn searched(asks: &Asks) -> Option<String> {
    asks.q.clone().filter(|q| !q.trim().is_empty())
}

/// The page of the members on a day, by name, with a filter by region.
pub async fn members(site: &Site, reader: &Reader<'_>, asks: &Asks) -> Result<Markup> {
    let db = site.app.db.snapshot().await?;
    let members = MembersAsked::read(site, &db, asks).await?;
    let MembersAsked { at, asked, regions, region_records, region, words, .. } = &members;
    let (at, region) = (*at, *region);
    let asked_list = members.list(reader.lang(), place(asks)?, ROWS + 1);
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

/// The page of the public records of a kind, by name.
pub async fn of_kind(site: &Site, reader: &Reader<'_>, kind: &str, asks: &Asks) -> Result<Markup> {
    let of_kind = OfKind::read(kind, asks)?;
    let db = site.app.db.snapshot().await?;
    let total = of_kind.count_some(&site.cache, &db).await?;
    let mut found = of_kind.page(&db, reader.lang(), place(asks)?, ROWS + 1, total).await?;
    let more = found.len() > ROWS as usize;
    found.truncate(ROWS as usize);
    let labels = records::by_ids(&db, found.iter().map(|f| f.1)).await?;
    db.commit().await?;
    let locale = &reader.locale;
    let rows = found.iter().filter_map(|(_, id)| {
        let record = labels.get(id)?;
        let mut name = Cell::link(record.name(reader.audience, reader.lang())?, reader.to(&format!("/{kind}/{}", record.code)));
        name.tag = record.illustrative.then(|| locale.say("illustrative"));
        Some(vec![name, Cell::text(record.code.clone())])
    });
    let heading = locale.say(&format!("kinds-{kind}"));
    let more_than = (total > MOST_COUNTED).then(|| locale.with("list-more-than", &[("n", MOST_COUNTED.into())].into()));
    let column = |key: &str| Column { label: locale.say(key), numeric: false };
    let table = Table {
        caption: heading.clone(),
        columns: vec![column(&format!("kind-{kind}")), column("column-code")],
        rows: rows.collect(),
        empty: format!("{} {}", locale.say("list-empty"), locale.say("list-empty.hint")),
    };
    let q = of_kind.words.as_deref().map(|q| format!("q={}&", encoded(q))).unwrap_or_default();
    let next = found
        .last()
        .filter(|_| more)
        .map(|(key, id)| format!("/{kind}?{q}after={}.{id}", name_order::written(key)))
        .map(|address| Link::new(locale.say("site-next-page"), reader.to(&address)));
    let list = ListPage {
        heading: heading.clone(),
        count: more_than.clone().unwrap_or_else(|| locale.number(total)),
        words: String::new(),
        ribbon: None,
        form: Some(Form {
            label: locale.say("list-filters"),
            action: reader.to(&format!("/{kind}")),
            fields: vec![Field::Entry(Entry {
                label: locale.say("list-search"),
                name: "q".into(),
                value: of_kind.words.clone().unwrap_or_default(),
                kind: "search",
                ..Entry::default()
            })],
            button: locale.say("list-filter"),
        }),
        holding: of_kind.words.iter().map(|_| Link::new(locale.say("list-clear"), reader.to(&format!("/{kind}")))).collect(),
        holding_label: locale.say("list-filters"),
        table,
        pager: Pager {
            label: locale.say("site-pages"),
            shown: more_than.unwrap_or_else(|| locale.with("list-records", &[("n", total.into())].into())),
            first: asks.after.as_ref().map(|_| Link::new(locale.say("site-first-page"), reader.to(&format!("/{kind}")))),
            next,
        },
        links: files(reader, total, |ending| of_kind.address(reader, ending)).collect(),
    };
    Ok(page(&shell::shell(site, reader, &heading, &format!("/{kind}"), None), &list))
}

/// Links to the list as files, if it has rows.
fn files<'a>(reader: &'a Reader<'_>, total: i64, address: impl Fn(&str) -> String + 'a) -> impl Iterator<Item = Link> + 'a {
    let all = if total > 0 { FileKind::ALL.as_slice() } else { &[] };
    all.iter().map(move |kind| Link::new(reader.locale.say(kind.words()), address(&format!(".{}", kind.ending()))))
}

/// Reads the position `key.id` of the last row of the page before.
fn place(asks: &Asks) -> Result<Option<OrderKey>> {
    let Some(text) = asks.after.as_deref().filter(|t| !t.is_empty()) else { return Ok(None) };
    let read = |(key, id): (&str, &str)| Some((name_order::read(key)?, id.parse().ok()?));
    Ok(Some(text.rsplit_once('.').and_then(read).ok_or_else(|| Error::refused("site-error-request"))?))
}

/// A value encoded for a URL: everything but letters and digits is percent-encoded.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b == b'-' || b == b'.' { (b as char).to_string() } else { format!("%{b:02X}") })
        .collect()
}
