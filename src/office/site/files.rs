//! The files of a record: listed on its page, attached, changed, opened and taken off. Who sees a record's page in the office sees its files
//! as the privacy of each says.

use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{self as actions, Done, Request, RowToken, may};
use decapolis_register::journal::{JournalNo, RowId};
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::records::{self, Record};
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::batches::{BatchAsks, just_saved};
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::files_html::{FilesPage, listed, page};
use super::record::{ENTRIES, OfficeRecordPath};
use super::upload::{Parts, Uploaded, kept, uploaded};
use crate::accounts::site::html::worded;
use crate::files::attach::{ATTACH, Attach};
use crate::files::change::{CHANGE, FileChange};
use crate::files::remove::{REMOVE, Remove};
use crate::files::shelf;
use crate::files::store::{self, RecordFile};
use crate::files::table::FILES;
use crate::lookups::way::WayOfReading;
use crate::records::history;
use crate::web::address::encoded;
use crate::web::sent::comes_from_here;
use crate::web::visit::{Visit, asks};

/// What a file that is opened by itself may do: nothing.
const POLICY_OF_A_FILE: &str =
    "default-src 'none'; form-action 'none'; base-uri 'none'; sandbox; frame-ancestors 'none'";

#[derive(Deserialize)]
pub struct RecordFilePath {
    kind: String,
    code: String,
    row: RowId,
}

asks! {
    /// Which version of a file is opened.
    pub struct FileAsks {
        /// The entry that recorded it; without it, the version there is.
        version,
    }
}

/// A record, for whom its page is made, and whether the person may write there.
pub(super) struct Seen {
    pub(super) record: Record,
    pub(super) audience: Audience,
    pub(super) mine: bool,
}

/// The record of a page of the office, as its page is made: what a reader does not see is as unknown as what is not there.
async fn seen(desk: &Desk<'_>, kind: &str, code: &str) -> Result<Seen> {
    let missing = || Error::refused_with("site-error-record", [("code", code.into())].into());
    let table = desk.site.app.all_tables().of_kind(kind).ok_or(Error::NotFound("kind"))?;
    let record = records::by_code(desk.site.app.db.reader(), kind, code).await?.ok_or_else(missing)?;
    let audience = desk.reader_of(table, record.id).await?.audience;
    may_read(audience, Subject::Record { public: record.public }).map_err(|_| missing())?;
    let mine = desk.reaches(table, record.id).await? && may(&desk.who.actor, &ATTACH.about).is_ok();
    if audience == Audience::Office {
        desk.looks_up(WayOfReading::Page, table, [record.id]);
    }
    Ok(Seen { record, audience, mine })
}

/// The files of a record, for its page. Nothing where there are none and none can be attached.
pub async fn section(desk: &Desk<'_>, kind: &str, code: &str) -> Result<Markup> {
    let seen = seen(desk, kind, code).await?;
    let files = store::of_record(desk.site.app.db.reader(), seen.record.id, seen.audience).await?;
    let base = desk.reader.to(&format!("/{kind}/{code}/files"));
    let manage = desk.say(if files.is_empty() { "files-attach" } else { "files-manage" });
    Ok(html! {
        @if !files.is_empty() || seen.mine {
            section class="panel" aria-labelledby="files" {
                h2 id="files" { (desk.say("files-title")) }
                (listed(desk, &files, &base))
                @if seen.mine { ul class="offered" { li { a class="other" href=(base) { (manage) } } } }
            }
        }
    })
}

pub async fn show(visit: Visit<OfficeRecordPath, BatchAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        let seen = seen(&desk, &path.kind, &path.code).await?;
        Ok(shown(&desk, &path, &seen, (&asks, None)).await?.into_response())
    })
    .await
}

async fn shown(
    desk: &Desk<'_>,
    path: &OfficeRecordPath,
    seen: &Seen,
    (asks, wrong): (&BatchAsks, Option<[String; 2]>),
) -> Result<Markup> {
    let db = desk.site.app.db.reader();
    let files = store::of_record(db, seen.record.id, seen.audience).await?;
    let earlier = store::earlier(db, seen.record.id, &files, seen.audience).await?;
    let done = match seen.mine {
        true => history::of_facts(db, (&FILES, "record"), seen.record.id, ENTRIES).await?,
        false => vec![],
    };
    let just = just_saved(desk, asks).await?;
    page(desk, path, &FilesPage { seen, files, earlier, done, just, wrong }).await
}

/// Attaches a file, changes one or takes one off.
pub async fn send(visit: Visit<OfficeRecordPath, BatchAsks>, headers: HeaderMap, parts: Parts) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, path, asks| {
        if !comes_from_here(&headers) {
            return Err(Error::NotAllowed("from-elsewhere"));
        }
        // before the file is read
        may(&desk.who.actor, &ATTACH.about)?;
        let seen = seen(&desk, &path.kind, &path.code).await?;
        if !seen.mine {
            return Err(Error::refused("error-not-in-scope"));
        }
        let done = match uploaded(parts).await {
            Ok(sent) => done(&desk, &seen, sent).await,
            Err(error) => Err(error),
        };
        match done {
            Ok(done) => {
                let to = format!("/{}/{}/files?saved={}", path.kind, path.code, done.batch);
                Ok(Redirect::to(&desk.reader.to(&to)).into_response())
            }
            Err(Error::Refused(why)) => {
                let wrong = Some(worded(&desk.reader.locale, &why));
                let page = shown(&desk, &path, &seen, (&asks, wrong)).await?;
                Ok((StatusCode::BAD_REQUEST, page).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

async fn done(desk: &Desk<'_>, seen: &Seen, sent: Uploaded) -> Result<Done> {
    let app = &desk.site.app;
    let Uploaded { file, privacy, because, act, row } = sent;
    let request =
        Request::by(desk.who.actor.clone()).because(Some(because.as_str()).filter(|text| !text.is_empty()));
    if act == "remove" || act == "change" {
        let gone = || Error::refused("error-row-moved");
        let row = RowToken::read(&FILES, &row).ok_or_else(gone)?;
        // a file of another record is as unknown as one that is not there
        store::of_id(app.db.reader(), seen.record.id, row.id, seen.audience).await?.ok_or_else(gone)?;
        let request = request.having_seen(row);
        if act == "remove" {
            return actions::run(&app.register(), &REMOVE, request, Remove { file: row.id }).await;
        }
        let newer = match file {
            Some((name, bytes)) => Some(kept(&folder(desk)?, name, bytes).await?),
            None => None,
        };
        let change = FileChange { file: row.id, newer, privacy };
        return actions::run(&app.register(), &CHANGE, request, change).await;
    }
    let (name, bytes) = file.ok_or_else(|| Error::refused("error-file-empty"))?;
    let file = kept(&folder(desk)?, name, bytes).await?;
    let attach = Attach { record: seen.record.id, file, privacy };
    actions::run(&app.register(), &ATTACH, request, attach).await
}

fn folder(desk: &Desk<'_>) -> Result<std::path::PathBuf> {
    desk.site.app.files.clone().ok_or_else(|| Error::refused("error-files-nowhere"))
}

/// A file, or an earlier version of it, to be kept and not shown: in a browser it runs nothing and loads nothing.
pub async fn open(visit: Visit<RecordFilePath, FileAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        let seen = seen(&desk, &path.kind, &path.code).await?;
        let file = found(&desk, &seen, path.row, asks.version.as_deref()).await?;
        let (folder, digest) = (folder(&desk)?, file.digest.clone());
        let bytes = tokio::task::spawn_blocking(move || shelf::read(&folder, &digest)).await;
        let bytes = bytes.map_err(|error| Error::Broken(error.to_string()))??;
        let named = format!("attachment; filename*=UTF-8''{}", encoded(&file.name));
        let value =
            |text: &str| HeaderValue::from_str(text).map_err(|error| Error::Broken(error.to_string()));
        let said = [
            (header::CONTENT_TYPE, value(&file.media_type)?),
            (header::CONTENT_DISPOSITION, value(&named)?),
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY_OF_A_FILE)),
        ];
        Ok((said, bytes).into_response())
    })
    .await
}

/// The file of an address. Not found: there is none, it is of another record, or they may not open it.
async fn found(desk: &Desk<'_>, seen: &Seen, row: RowId, version: Option<&str>) -> Result<RecordFile> {
    let db = desk.site.app.db.reader();
    let none = || Error::NotFound("file");
    let file = store::of_id(db, seen.record.id, row, seen.audience).await?.ok_or_else(none)?;
    let Some(version) = version else { return Ok(file) };
    let recorded: JournalNo = version.parse().map_err(|_| none())?;
    if file.recorded == recorded {
        return Ok(file);
    }
    let earlier = store::earlier(db, seen.record.id, &[file], seen.audience).await?;
    earlier.into_iter().find(|earlier| earlier.recorded == recorded).ok_or_else(none)
}
