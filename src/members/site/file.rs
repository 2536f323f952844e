//! The members on a day as a file.

use axum::response::Response;
use decapolis_register::records;
use decapolis_register::table::Kind;
use decapolis_register::value::{Cell as Stored, Values};
use decapolis_spreadsheets::write::{ColumnKind, Sheet, SheetCell, SheetColumn};
use decapolis_words::errors::Result;

use super::asked::{MembersAsked, MembersAsks};
use crate::members::store;
use crate::records::cells::{cells, columns, filters, nature, record};
use crate::web::context::{Reader, Site};
use crate::web::files::{AT_ONCE, Extent, File, FileKind, WritePermit};

/// Exports the members on a day, by name.
pub async fn send(
    site: &Site,
    reader: &Reader<'_>,
    asks: &MembersAsks,
    kind: FileKind,
    turn: WritePermit,
) -> Result<Response> {
    let locale = &reader.locale;
    let db = site.app.db.snapshot().await?;
    let members = MembersAsked::read(site, &db, asks).await?;
    let all = store::count_members_on(&db, &members.asked, &members.list(reader.lang(), None, 0)).await?;
    let region = members
        .region
        .and_then(|id| members.region_records.get(&id))
        .map(|r| r.label.words(reader.lang()).to_string());
    let mut filters = filters(reader, region, members.words.as_deref());
    filters.extend(members.within.map(|square| (locale.say("list-at-mark"), square.to_string())));
    let extent = Extent {
        all: all as u64,
        most: site.most_rows,
        filters,
        notes: members.state.note(locale).into_iter().collect(),
    };
    let file = File::begin(turn, reader, kind, &format!("members-{}", members.at), &extent)?;
    let mut file = file.sheet(reader, &extent, sheet(reader))?;
    let (mut after, mut left) = (None, extent.most);
    while left > 0 {
        let listed = store::members_on(
            &db,
            &members.asked,
            &members.list(reader.lang(), after.take(), std::cmp::min(left, AT_ONCE)),
        )
        .await?;
        let Some(last) = listed.last() else { break };
        after = Some((last.key.clone(), last.organisation));
        left -= listed.len() as u64;
        let labels = records::by_ids(&db, listed.iter().map(|m| m.organisation)).await?;
        for member in &listed {
            let Some(of) =
                labels.get(&member.organisation).filter(|r| r.name(reader.audience, reader.lang()).is_some())
            else {
                continue;
            };
            let mut row = record(reader, Some(of));
            row.extend(match member.region.and_then(|id| members.region_records.get(&id)) {
                Some(region) => record(reader, Some(region)),
                None => vec![SheetCell::text(locale.say("word-without-region")), SheetCell::Empty],
            });
            let from = Values::from([
                ("from".into(), Stored::Int(member.from.0)),
                ("from_last".into(), Stored::Int(member.from.1)),
            ]);
            row.extend(cells(reader, "from", Kind::Bound, &from, &labels));
            row.push(nature(of.illustrative));
            file.row(&row)?;
        }
    }
    db.commit().await?;
    file.send().await
}

/// The sheet with its columns, still without rows.
fn sheet(reader: &Reader<'_>) -> Sheet {
    let locale = &reader.locale;
    let mut all = columns(reader, locale.say("kind-organisation"), Kind::Ref("organisation"));
    all.extend(columns(reader, locale.say("word-region"), Kind::Ref("region")));
    all.extend(columns(reader, locale.say("column-from"), Kind::Bound));
    all.push(SheetColumn::new(locale.say("column-nature"), ColumnKind::Code));
    Sheet { name: locale.say("site-members"), columns: all, ..Sheet::default() }
}
