//! Exports lists and rows as files, with the rows that the page shows this reader.
//!
//! A file is written completely before it is sent, into an unnamed temporary file, a few thousand rows at a time. So
//! memory does not grow with it, an error gives an error page instead of a truncated file, and a slow reader holds no
//! database connection. The first line and the name of a file say what it leaves out.

use std::fs::File as Disk;
use std::io::{BufWriter, Seek, Write};

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use decapolis_spreadsheets::write::{Csv, Sheet, SheetCell, SheetWriter, Xlsx};
use decapolis_words::errors::{Error, Result};
use tokio::io::AsyncReadExt;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::address::encoded;
use crate::web::context::Reader;

/// Rows read at a time.
pub const AT_ONCE: u64 = 4_000;
/// The files written at the same time. A further reader waits.
static TURNS: Semaphore = Semaphore::const_new(2);

/// The permission to write a file. It is waited for before the database is used, so that a waiting reader holds no connection.
pub struct WritePermit(
    #[allow(dead_code, reason = "it is given back when it is dropped")] SemaphorePermit<'static>,
);

impl WritePermit {
    pub async fn wait() -> Result<WritePermit> {
        TURNS.acquire().await.map(WritePermit).map_err(broken)
    }
}

/// The kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Csv,
    Xlsx,
    Json,
}

impl FileKind {
    /// The kinds that are offered for a list.
    pub const ALL: [FileKind; 2] = [FileKind::Csv, FileKind::Xlsx];

    /// The kind and the rest of a name like `members.csv`.
    pub fn asked(name: &str) -> Option<(&str, FileKind)> {
        let (rest, ending) = name.rsplit_once('.')?;
        Some((rest, FileKind::ALL.into_iter().find(|kind| kind.ending() == ending)?))
    }

    pub fn ending(self) -> &'static str {
        match self {
            FileKind::Csv => "csv",
            FileKind::Xlsx => "xlsx",
            FileKind::Json => "json",
        }
    }

    /// The message key of its label.
    pub fn words(self) -> &'static str {
        match self {
            FileKind::Csv => "page-csv",
            FileKind::Xlsx => "export-xlsx",
            FileKind::Json => "page-json",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            FileKind::Csv => "text/csv; charset=utf-8",
            FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind::Json => "application/json",
        }
    }
}

/// How much of a list is in a file, and which part.
#[derive(Clone, Debug, Default)]
pub struct Extent {
    /// The number of rows in the list.
    pub all: u64,
    /// The most rows that are written.
    pub most: u64,
    /// The filters in use, as pairs of words.
    pub filters: Vec<(String, String)>,
    /// Further notes, such as the state of the register.
    pub notes: Vec<String>,
}

impl Extent {
    pub fn cut(&self) -> bool {
        self.all > self.most
    }

    /// The lines above the header. None if the file has the complete list.
    fn lines(&self, reader: &Reader<'_>) -> Vec<String> {
        let locale = &reader.locale;
        let mut first = vec![];
        if self.cut() {
            first.push(locale.with(
                "export-cut",
                &[("n", (self.most as i64).into()), ("all", (self.all as i64).into())].into(),
            ));
        }
        if !self.filters.is_empty() {
            let filters: Vec<String> =
                self.filters.iter().map(|(name, value)| format!("{name} = {value}")).collect();
            first.push(locale.with("export-filtered", &[("filters", filters.join("; ").into())].into()));
        }
        let first = if first.is_empty() { None } else { Some(first.join(" ")) };
        first.into_iter().chain(self.notes.iter().cloned()).collect()
    }

    /// The file name without extension.
    fn name(&self, stem: &str, reader: &Reader<'_>) -> String {
        let mut name = stem.to_string();
        if !self.filters.is_empty() {
            name.push_str(&format!("-{}", reader.locale.say("export-name-filtered")));
        }
        if self.cut() {
            name.push_str(&format!(
                "-{}",
                reader.locale.with("export-name-cut", &[("n", self.most.to_string().into())].into())
            ));
        }
        name
    }
}

/// A file being written.
pub struct File {
    kind: FileKind,
    name: String,
    disk: Disk,
    turn: WritePermit,
}

/// A file with a sheet being written.
pub struct SheetFile {
    file: File,
    writer: Box<dyn SheetWriter>,
}

impl File {
    /// Starts a file. `stem` is its name without what it leaves out.
    pub fn begin(
        turn: WritePermit,
        reader: &Reader<'_>,
        kind: FileKind,
        stem: &str,
        extent: &Extent,
    ) -> Result<File> {
        Ok(File { kind, name: extent.name(stem, reader), disk: tempfile::tempfile().map_err(broken)?, turn })
    }

    /// Starts the sheet with the lines that say what is left out.
    pub fn sheet(self, reader: &Reader<'_>, extent: &Extent, sheet: Sheet) -> Result<SheetFile> {
        let out = BufWriter::new(self.disk.try_clone().map_err(broken)?);
        let mut writer: Box<dyn SheetWriter> = match self.kind {
            FileKind::Xlsx => Box::new(Xlsx::new(out, &std::env::temp_dir()).map_err(broken)?),
            _ => Box::new(Csv::for_people(out).map_err(broken)?),
        };
        let cut = reader.locale.say("export-text-cut");
        let sheet =
            Sheet { notes: extent.lines(reader), right_to_left: reader.right_to_left(), cut, ..sheet };
        writer.sheet(&sheet).map_err(broken)?;
        Ok(SheetFile { file: self, writer })
    }

    /// Writes text to a file that has no sheets.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.disk.write_all(bytes).map_err(broken)
    }

    /// The response with what was written.
    pub fn answer(mut self) -> Result<Response> {
        let length = self.disk.stream_position().map_err(broken)?;
        self.disk.rewind().map_err(broken)?;
        drop(self.turn);
        let chunks =
            futures_util::stream::try_unfold(tokio::fs::File::from_std(self.disk), async |mut disk| {
                let mut chunk = vec![0; 64 * 1024];
                let read = disk.read(&mut chunk).await?;
                chunk.truncate(read);
                Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(chunk), disk)))
            });
        let mut response = Body::from_stream(chunks).into_response();
        let said = response.headers_mut();
        said.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind.media_type()));
        said.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        if self.kind != FileKind::Json {
            let name = format!("{}.{}", self.name, self.kind.ending());
            let plain: String =
                name.chars().filter(|c| c.is_ascii_alphanumeric() || ['-', '.'].contains(c)).collect();
            let named = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encoded(&name));
            said.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&named).map_err(broken)?);
        }
        Ok(response)
    }
}

impl SheetFile {
    pub fn row(&mut self, cells: &[SheetCell]) -> Result<()> {
        self.writer.row(cells).map_err(broken)
    }

    /// Finishes the sheet and sends it. A text that is too long for a workbook cell ends with a note.
    pub async fn send(self) -> Result<Response> {
        let SheetFile { mut file, writer } = self;
        tokio::task::spawn_blocking(move || writer.finish()).await.map_err(broken)?.map_err(broken)?;
        file.disk.seek(std::io::SeekFrom::End(0)).map_err(broken)?;
        file.answer()
    }
}

pub fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(format!("a file cannot be written: {error}"))
}
