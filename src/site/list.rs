//! Lists of records: the members of a day, and any kind of record.

use decapolis_base::{Day, PartialDay, Period};
use decapolis_core::errors::{Error, Result};
use decapolis_core::figures::Asked;
use decapolis_core::records;
use maud::Markup;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use super::Asks;
use super::context::{self, Reader, Site};
use super::html::components::{Choice, Choosable, Entry, Field, Form, Link};
use super::html::list::{ListPage, page};
use super::html::table::{Cell, Column, Pager, Table};
use super::shell;
use crate::members::store::{self, ListAsked};
use crate::modules;

/// Records on a page.
const ROWS: u64 = 50;
/// At most so many records of a kind are counted for a page of them; past it there are "more than" so many.
const MOST_COUNTED: i64 = 10_000;

/// The members of a day, by name, with a filter by region.
pub async fn members(site: &Site, reader: &Reader<'_>, asks: &Asks) -> Result<Markup> {
    let db = site.app.db.snapshot().await?;
    let at = match asks.at.as_deref().filter(|t| !t.is_empty()) {
        Some(text) => context::day(text)?,
        None => site.app.settings.today().min(Day::last_of_year(site.app.settings.home_year)),
    };
    let known = context::known(site, &db, asks.known.as_deref()).await?;
    let asked = Asked::period(Period::year_to(at), known);
    let regions = store::regions(&db).await?;
    let region_records = records::by_ids(&db, regions.iter().copied()).await?;
    let chosen = asks.region.as_deref().filter(|r| !r.is_empty());
    let region = match chosen {
        Some(code) => {
            Some(region_records.values().find(|r| r.code == code).map(|r| r.id).ok_or_else(|| Error::refused("site-error-request"))?)
        }
        None => None,
    };
    let words = asks.q.clone().filter(|q| !q.trim().is_empty());
    let asked_list = ListAsked { region, words: words.clone(), after: place(asks)?, limit: ROWS + 1 };
    let total = store::count_members_on(&db, &asked, &asked_list).await?;
    let mut listed = store::members_on(&db, &asked, &asked_list).await?;
    let more = listed.len() > ROWS as usize;
    listed.truncate(ROWS as usize);
    let labels = records::by_ids(&db, listed.iter().map(|m| m.organisation)).await?;
    db.commit().await?;
    let tongue = &reader.tongue;
    let address = |extra: &str| {
        let region = chosen.map(|r| format!("&region={}", encoded(r))).unwrap_or_default();
        let q = words.as_deref().map(|q| format!("&q={}", encoded(q))).unwrap_or_default();
        reader.to(&format!("/members?at={at}{region}{q}{extra}"))
    };
    let rows = listed.iter().filter_map(|m| {
        let record = labels.get(&m.organisation)?;
        let mut name = Cell::link(record.name(reader.actor, reader.lang())?, reader.to(&format!("/{}/{}", record.kind, record.code)));
        name.tag = record.illustrative.then(|| tongue.say("illustrative"));
        let region = m
            .region
            .and_then(|id| region_records.get(&id))
            .map_or_else(|| tongue.say("word-without-region"), |r| r.label.words(reader.lang()).to_string());
        let from = Day::from_number(m.from.0)
            .zip(Day::from_number(m.from.1))
            .map(|(first, last)| tongue.numerals.partial(PartialDay { first, last }));
        Some(vec![name, Cell::text(region), Cell::text(from.unwrap_or_default())])
    });
    let column = |key: &str| Column { label: tongue.say(key), numeric: false };
    let table = Table {
        caption: tongue.say("site-members"),
        columns: vec![column("kind-organisation"), column("word-region"), column("column-from")],
        rows: rows.collect(),
        empty: format!("{} {}", tongue.say("list-empty"), tongue.say("list-empty.hint")),
    };
    let mut options = vec![Choosable { value: String::new(), words: tongue.say("list-all-regions"), chosen: region.is_none() }];
    options.extend(regions.iter().filter_map(|id| region_records.get(id)).map(|r| Choosable {
        value: r.code.clone(),
        words: r.label.words(reader.lang()).into(),
        chosen: region == Some(r.id),
    }));
    let form = Form {
        label: tongue.say("list-filters"),
        action: reader.to("/members"),
        fields: vec![
            Field::Entry(Entry {
                label: tongue.say("list-search"),
                name: "q".into(),
                value: words.clone().unwrap_or_default(),
                kind: "search",
                ..Entry::default()
            }),
            Field::Choice(Choice { label: tongue.say("list-region"), name: "region".into(), options }),
            Field::Entry(Entry {
                label: tongue.say("site-at"),
                name: "at".into(),
                value: at.to_string(),
                kind: "date",
                ..Entry::default()
            }),
        ],
        button: tongue.say("list-filter"),
    };
    let next = listed
        .last()
        .filter(|_| more)
        .map(|last| Link::new(tongue.say("site-next-page"), address(&format!("&after={}.{}", last.sorting, last.organisation))));
    let mut holding = vec![];
    if chosen.is_some() || words.is_some() {
        holding.push(Link::new(tongue.say("list-clear"), reader.to(&format!("/members?at={at}"))));
    }
    let list = ListPage {
        heading: tongue.say("site-members"),
        count: tongue.number(total),
        words: tongue.with("list-members-on", &[("day", tongue.numerals.day(at).into())].into()),
        ribbon: None,
        form: Some(form),
        holding,
        holding_label: tongue.say("list-filters"),
        table,
        pager: Pager {
            label: tongue.say("site-pages"),
            shown: tongue.with("list-records", &[("n", total.into())].into()),
            first: asks.after.as_ref().map(|_| Link::new(tongue.say("site-first-page"), address(""))),
            next,
        },
        links: vec![Link::new(tongue.say("site-how-counted"), reader.to(&format!("/figures/members?at={at}")))],
    };
    let shell = shell::shell(site, reader, &tongue.say("site-members"), "/members", None);
    Ok(page(&shell, &list))
}

/// The public records of a kind, by name.
pub async fn of_kind(site: &Site, reader: &Reader<'_>, kind: &str, asks: &Asks) -> Result<Markup> {
    if modules::tables().of_kind(kind).is_none() {
        return Err(Error::NotFound("kind"));
    }
    let db = site.app.db.snapshot().await?;
    let words = asks.q.clone().filter(|q| !q.trim().is_empty());
    let matching = || {
        let mut ask: SelectStatement = Query::select();
        ask.from("records").and_where(Expr::col("kind").eq(kind)).and_where(Expr::col("public").eq(true));
        if let Some(words) = &words {
            let like = format!("%{}%", decapolis_core::words::finding([words.as_str()].into_iter()).replace(['%', '_', '\\'], " "));
            ask.and_where(Expr::col("finding").like(like));
        }
        ask
    };
    // counted as far as somebody reads on: what a page costs does not grow with the register
    let some = matching().expr_as(Expr::val(1i64), "one").limit(MOST_COUNTED as u64 + 1).to_owned();
    let total: i64 = match db.query_one(Query::select().expr(Expr::val(1i64).count()).from_subquery(some, "s")).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => 0,
    };
    let mut ask = matching();
    ask.column("id").column("sorting");
    if let Some((sorting, id)) = place(asks)? {
        ask.and_where(Expr::tuple([Expr::col("sorting"), Expr::col("id")]).gt(Expr::tuple([sorting.into(), id.into()])));
    }
    ask.order_by("sorting", Order::Asc).order_by("id", Order::Asc).limit(ROWS + 1);
    let mut found: Vec<(i64, String)> =
        db.query_all(&ask).await?.iter().map(|r| Ok((r.try_get("", "id")?, r.try_get("", "sorting")?))).collect::<Result<_>>()?;
    let more = found.len() > ROWS as usize;
    found.truncate(ROWS as usize);
    let labels = records::by_ids(&db, found.iter().map(|f| f.0)).await?;
    db.commit().await?;
    let tongue = &reader.tongue;
    let rows = found.iter().filter_map(|(id, _)| {
        let record = labels.get(id)?;
        let mut name = Cell::link(record.name(reader.actor, reader.lang())?, reader.to(&format!("/{kind}/{}", record.code)));
        name.tag = record.illustrative.then(|| tongue.say("illustrative"));
        Some(vec![name, Cell::text(record.code.clone())])
    });
    let heading = tongue.say(&format!("kinds-{kind}"));
    let more_than = (total > MOST_COUNTED).then(|| tongue.with("list-more-than", &[("n", MOST_COUNTED.into())].into()));
    let column = |key: &str| Column { label: tongue.say(key), numeric: false };
    let table = Table {
        caption: heading.clone(),
        columns: vec![column(&format!("kind-{kind}")), column("column-code")],
        rows: rows.collect(),
        empty: format!("{} {}", tongue.say("list-empty"), tongue.say("list-empty.hint")),
    };
    let q = words.as_deref().map(|q| format!("q={}&", encoded(q))).unwrap_or_default();
    let next = found
        .last()
        .filter(|_| more)
        .map(|(id, sorting)| Link::new(tongue.say("site-next-page"), reader.to(&format!("/{kind}?{q}after={sorting}.{id}"))));
    let list = ListPage {
        heading: heading.clone(),
        count: more_than.clone().unwrap_or_else(|| tongue.number(total)),
        words: String::new(),
        ribbon: None,
        form: Some(Form {
            label: tongue.say("list-filters"),
            action: reader.to(&format!("/{kind}")),
            fields: vec![Field::Entry(Entry {
                label: tongue.say("list-search"),
                name: "q".into(),
                value: words.unwrap_or_default(),
                kind: "search",
                ..Entry::default()
            })],
            button: tongue.say("list-filter"),
        }),
        holding: vec![],
        holding_label: tongue.say("list-filters"),
        table,
        pager: Pager {
            label: tongue.say("site-pages"),
            shown: more_than.unwrap_or_else(|| tongue.with("list-records", &[("n", total.into())].into())),
            first: asks.after.as_ref().map(|_| Link::new(tongue.say("site-first-page"), reader.to(&format!("/{kind}")))),
            next,
        },
        links: vec![],
    };
    Ok(page(&shell::shell(site, reader, &heading, &format!("/{kind}"), None), &list))
}

/// `sorting.id` of the last one of the page before.
fn place(asks: &Asks) -> Result<Option<(String, i64)>> {
    let Some(text) = asks.after.as_deref().filter(|t| !t.is_empty()) else { return Ok(None) };
    let (sorting, id) = text.rsplit_once('.').ok_or_else(|| Error::refused("site-error-request"))?;
    let id = id.parse().map_err(|_| Error::refused("site-error-request"))?;
    Ok(Some((sorting.to_string(), id)))
}

/// A value inside an address: everything but letters and digits is escaped byte by byte.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b == b'-' || b == b'.' { (b as char).to_string() } else { format!("%{b:02X}") })
        .collect()
}
