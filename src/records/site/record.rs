//! The page of any record, built from the description of its table and the panels for its kind.

use std::collections::BTreeMap;

use decapolis_base::{Day, PartialDay};
use decapolis_drawing::{MapPlace, WorldMap};
use decapolis_register::journal::RowId;
use decapolis_register::known::{self, Known};
use decapolis_register::panels::Panel;
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::records::{self, Record};
use decapolis_register::table::{Column as TableColumn, Kind, RECORDS, Table, stored};
use decapolis_register::value::{Cell as Stored, Values};
use decapolis_words::errors::{Error, Result};
use maud::Markup;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, IntoIden, JoinType, Query};

use super::panel_rows::{PanelRow, ROWS, columns_of, count_some, day_of, panel_rows};
use super::record_words::View;
use crate::records::as_of::AsOf;
use crate::records::eyes::Eyes;
use crate::records::site::html::{Panel as PanelShown, RecordField, RecordPage, page};
use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::shell;
use crate::web::table::Cell;

/// The public page of a record.
pub async fn show(site: &Site, reader: &Reader<'_>, kind: &str, code: &str) -> Result<Markup> {
    let eyes = Eyes {
        audience: reader.audience,
        scope: None,
        tables: site.app.all_tables(),
        known: Known::Now,
        named: None,
    };
    let shown = shown(site, reader, &eyes, &AsOf::NOW, (kind, code)).await?;
    let name = shown.name.clone();
    Ok(page(&shell::shell(site, reader, &name, &format!("/{kind}/{code}"), None), &shown))
}

/// A record, by kind and code, with its fields and panels as this reader may see them, with the names of other records as these eyes see
/// them. Refused (`site-error-record`): there is none, or the register did not know it then, or it may not be seen, now or then.
pub async fn shown(
    site: &Site,
    reader: &Reader<'_>,
    eyes: &Eyes<'_>,
    as_of: &AsOf,
    (kind, code): (&str, &str),
) -> Result<RecordPage> {
    let table = site.app.all_tables().of_kind(kind).ok_or(Error::NotFound("kind"))?;
    let db = site.app.db.snapshot().await?;
    let missing = || Error::refused_with("site-error-record", [("code", code.into())].into());
    let Found { record, values, at } = found(&db, table, as_of, (kind, code)).await?.ok_or_else(missing)?;
    // a reader who may not see the record is told that it does not exist
    may_read(reader.audience, Subject::Record { public: record.public }).map_err(|_| missing())?;
    // a panel with a column that this reader may not see is not shown
    let open = |panel: &&'static Panel| {
        panel
            .columns
            .iter()
            .filter_map(|c| panel.table.column(c))
            .all(|c| may_read(reader.audience, Subject::Column(c.privacy)).is_ok())
    };
    let panels: Vec<&'static Panel> = site.app.panels(kind).filter(open).collect();
    let rows = panel_rows(&db, &panels, record.id, as_of).await?;
    let shown: Vec<&TableColumn> = table
        .columns
        .iter()
        .filter(|c| may_read(reader.audience, Subject::Column(c.privacy)).is_ok())
        .collect();
    let referred = refers_to(&shown, &values, &panels, &rows).into_iter();
    let labels = eyes.records(&db, &reader.locale, referred.chain([record.id])).await?;
    // what may not be seen today may not be seen as it was either
    if let Some(today) = labels.get(&record.id) {
        may_read(reader.audience, Subject::Record { public: today.public }).map_err(|_| missing())?;
    }
    let map = map_of(site, reader.audience, &record, &values, (at, &labels));
    let day = as_of.on.unwrap_or(site.app.settings.today());
    let view = View { reader, labels: &labels, day };
    let shown_panels = panels_of(&db, &view, &panels, &rows, (record.id, as_of)).await?;
    db.commit().await?;
    let locale = &reader.locale;
    // the name is that of today, also where an earlier day is shown
    let today = labels.get(&record.id).unwrap_or(&record);
    let (name, own) = (today.label.words(reader.lang()).to_string(), own_name(today, reader));
    let renamed = today.label != record.label;
    let fields = fields_of(&view, &shown, &values, (&record, renamed));
    let over = over(&panels, &rows, day);
    Ok(RecordPage {
        trail: vec![trail(site, reader, kind)],
        trail_label: locale.say("site-trail"),
        kind: locale.say(&format!("kind-{kind}")),
        name: name.clone(),
        own_name: own,
        code: record.code.clone(),
        line: head_of(&shown_panels),
        tag: record.illustrative.then(|| locale.say("illustrative")),
        notice: over
            .map(|(key, day)| locale.with(key, &[("day", locale.numerals.partial(day).into())].into()))
            .or_else(|| record.illustrative.then(|| locale.say("record-illustrative.hint"))),
        fields_heading: locale.say("record-facts"),
        fields,
        drawing: None,
        map,
        panels: shown_panels,
        links: vec![],
    })
}

/// The fields of a record: the name it had, where it has another today, its own columns, and its source.
fn fields_of(
    view: &View<'_>,
    shown: &[&TableColumn],
    values: &Values,
    (record, renamed): (&Record, bool),
) -> Vec<RecordField> {
    let (reader, locale) = (view.reader, &view.reader.locale);
    let field = |key: &str, values| RecordField { label: locale.say(key), values, about: None };
    let then = || field("as-of-name", vec![Cell::text(record.label.words(reader.lang()))]);
    let own = shown.iter().filter_map(|column| view.field(column, values));
    let source = field("record-source", sources(record, reader));
    renamed.then(then).into_iter().chain(own).chain([source]).collect()
}

/// What lasts of the panels that are said at the head.
fn head_of(panels: &[PanelShown]) -> Vec<String> {
    let lasting = panels.iter().filter(|panel| panel.at_head).filter_map(|panel| {
        let at = panel.over.iter().position(|over| !over)?;
        Some(panel.table.rows.get(at)?.first()?.text.clone())
    });
    lasting.filter(|text| !text.is_empty()).collect()
}

/// The panels that have rows.
async fn panels_of(
    db: &impl ConnectionTrait,
    view: &View<'_>,
    panels: &[&'static Panel],
    rows: &[PanelRow],
    (id, as_of): (RowId, &AsOf),
) -> Result<Vec<PanelShown>> {
    let mut shown = vec![];
    for (n, panel) in panels.iter().enumerate() {
        let of: Vec<&PanelRow> = rows.iter().filter(|r| r.panel == n).collect();
        if of.is_empty() {
            continue;
        }
        let more =
            if of.len() > ROWS as usize { count_some(db, panel, id, as_of).await? - ROWS as i64 } else { 0 };
        shown.push(view.panel(panel, &of, more));
    }
    Ok(shown)
}

/// The records that the fields and the rows of the panels refer to.
fn refers_to(
    shown: &[&TableColumn],
    values: &Values,
    panels: &[&'static Panel],
    rows: &[PanelRow],
) -> Vec<RowId> {
    let mut named: Vec<RowId> = shown
        .iter()
        .filter(|c| matches!(c.kind, Kind::Ref(_)))
        .filter_map(|c| values.get(c.name).and_then(Stored::int))
        .collect();
    for row in rows {
        for (name, text) in columns_of(panels[row.panel]).zip(&row.cells) {
            if name == "self"
                || matches!(panels[row.panel].table.column(name).map(|c| c.kind), Some(Kind::Ref(_)))
            {
                named.extend(text.as_ref().and_then(|t| t.parse::<RowId>().ok()));
            }
        }
    }
    named
}

/// The day on which the record ended, if it has passed, with the key of the words that say so.
fn over(panels: &[&'static Panel], rows: &[PanelRow], today: Day) -> Option<(&'static str, PartialDay)> {
    panels.iter().enumerate().find_map(|(n, panel)| {
        let (column, key) = panel.over?;
        let newest = rows.iter().find(|row| row.panel == n)?;
        let last = newest
            .cells
            .get(panel.columns.iter().position(|c| *c == column)?)?
            .as_deref()
            .and_then(day_of)?;
        (last.last <= today).then_some((key, last))
    })
}

/// A link to the list that the record is on.
fn trail(site: &Site, reader: &Reader<'_>, kind: &str) -> Link {
    match site.app.list_of(kind) {
        Some(list) => Link::new(reader.locale.say(list.words), reader.to(list.path)),
        None => Link::new(reader.locale.say(&format!("kinds-{kind}")), reader.to(&format!("/{kind}"))),
    }
}

/// The name in its own language, if that is not the language of the page.
fn own_name(record: &Record, reader: &Reader<'_>) -> Option<(String, String)> {
    let (language, words) = record.label.iter().next()?;
    (language != "und" && language != reader.lang() && words != record.label.words(reader.lang()))
        .then(|| (language.to_string(), words.to_string()))
}

/// The sources of the record, separated by `|` in the register.
fn sources(record: &Record, reader: &Reader<'_>) -> Vec<Cell> {
    let all: Vec<Cell> = record
        .source
        .iter()
        .flat_map(|s| s.split('|'))
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .map(|s| if s.starts_with("https://") && !s.contains(' ') { Cell::link(s, s) } else { Cell::text(s) })
        .collect();
    if all.is_empty() { vec![Cell::text(reader.locale.say("record-no-source"))] } else { all }
}

/// A record with the columns of its own table.
struct Found {
    record: Record,
    values: Values,
    /// The coordinates of the place that it refers to.
    at: Option<(f64, f64)>,
}

/// Reads a record by its code in one statement. `None` if there is none of this kind.
async fn found(
    db: &impl ConnectionTrait,
    table: &'static Table,
    as_of: &AsOf,
    (kind, code): (&str, &str),
) -> Result<Option<Found>> {
    let columns = stored(table);
    let place = columns.iter().position(|(name, ..)| name == "place");
    let mut ask = Query::select();
    ask.columns(records::COLUMNS.map(|name| ("r", name)))
        .columns(columns.iter().map(|(name, ..)| ("t".into_iden(), Alias::new(name).into_iden())))
        .column(("t", "id"));
    known::from(&mut ask, &RECORDS, "r", as_of.known);
    known::join(&mut ask, table, "t", as_of.known, ("r", "id"));
    ask.and_where(Expr::col(("r", "code")).eq(code)).and_where(Expr::col(("r", "kind")).eq(kind));
    if place.is_some() {
        ask.columns([("p", "latitude"), ("p", "longitude")]).join_as(
            JoinType::LeftJoin,
            "places",
            "p",
            Expr::col(("p", "id")).equals(("t", "place")),
        );
    }
    let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
    let (record, own) = (records::read(&row)?, records::COLUMNS.len());
    let after = own + columns.len();
    if row.try_get_by_index::<Option<RowId>>(after)?.is_none() {
        return Err(Error::Broken(format!("{} has no row {}", table.name, record.id)));
    }
    let coordinate = |n: usize| row.try_get_by_index::<Option<f64>>(after + n);
    let at = if place.is_some() { coordinate(1)?.zip(coordinate(2)?) } else { None };
    let cells = columns.into_iter().enumerate();
    let values = cells.map(|(n, (name, kind, _))| Ok((name, Stored::read_at(&row, own + n, kind)?)));
    Ok(Some(Found { record, values: values.collect::<Result<_>>()?, at }))
}

/// A map with the record, if its coordinates are known: of a place itself, or of the place it refers to.
fn map_of(
    site: &Site,
    audience: Audience,
    record: &Record,
    values: &Values,
    (of_place, labels): (Option<(f64, f64)>, &BTreeMap<RowId, Record>),
) -> Option<WorldMap> {
    let number = |name: &str| match values.get(name) {
        Some(Stored::Number(n)) => Some(*n),
        _ => None,
    };
    // a place that is not public is not on the map
    let open = |id: &RowId| {
        labels.get(id).is_some_and(|place| !place.code.is_empty() && place.name(audience, "").is_some())
    };
    let at = match values.get("place").and_then(Stored::int).filter(open) {
        Some(_) => of_place,
        None => number("latitude").zip(number("longitude")),
    };
    at.filter(|_| !site.land.is_empty()).map(|(lat, lon)| WorldMap {
        title: record.label.words("und").to_string(),
        land: site.land.clone(),
        places: vec![MapPlace { lat, lon, members: 1 }],
    })
}
