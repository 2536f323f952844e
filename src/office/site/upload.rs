//! A form with a file, as a browser sends it.

use std::path::Path;

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::http::StatusCode;
use decapolis_register::rules::control_character;
use decapolis_words::errors::{Error, Result};
use tokio::sync::Semaphore;

use crate::files::attach::Upload;
use crate::files::content::{self, LARGEST};
use crate::files::shelf;

/// The longest form that is read, in bytes. A file that is too large is read to its end and forgotten, so that the answer says why: a browser
/// that is interrupted shows that the connection broke.
pub const LONGEST: usize = 5 * LARGEST;
/// The longest field that is no file, in bytes.
const LONGEST_FIELD: usize = 10_000;

/// A picture that is made anew takes memory for all its pixels: one at a time.
static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// What axum read of the beginning of a form.
pub type Parts = std::result::Result<Multipart, MultipartRejection>;

/// A form with a file, or without.
#[derive(Default)]
pub struct Uploaded {
    /// The name and the bytes of the file, as they were sent; `None` where none was chosen.
    pub file: Option<(String, Vec<u8>)>,
    pub privacy: String,
    pub because: String,
    /// What is asked for: `attach`, `change` or `remove`.
    pub act: String,
    /// The version of the file that is changed or removed: `id@recorded`.
    pub row: String,
}

/// Reads a form. The type that the browser gives a file is not looked at.
///
/// Refused: it cannot be read, or broke off (`site-error-request`), is too long (`site-error-long`), has a file that is too large
/// (`error-file-over`) or characters that are not allowed (`site-error-control`).
pub async fn uploaded(parts: Parts) -> Result<Uploaded> {
    let mut parts = parts.map_err(|_| Error::refused("site-error-request"))?;
    let mut sent = Uploaded::default();
    let mut too_large = false;
    while let Some(mut part) = parts.next_field().await.map_err(unread)? {
        let name = part.name().unwrap_or_default().to_string();
        if name == "file" {
            let file_name = part.file_name().unwrap_or_default().to_string();
            let bytes = bytes_of(&mut part, LARGEST).await?;
            too_large |= bytes.is_none();
            // a browser sends an empty part where no file was chosen
            sent.file = bytes
                .filter(|bytes| !(file_name.is_empty() && bytes.is_empty()))
                .map(|bytes| (file_name, bytes));
            continue;
        }
        let long = || Error::refused("site-error-long");
        let bytes = bytes_of(&mut part, LONGEST_FIELD).await?.ok_or_else(long)?;
        let text = String::from_utf8(bytes).map_err(|_| Error::refused("site-error-request"))?;
        if control_character(&text).is_some() {
            return Err(Error::refused("site-error-control"));
        }
        let text = text.trim().to_string();
        match name.as_str() {
            "privacy" => sent.privacy = text,
            "because" => sent.because = text,
            "act" => sent.act = text,
            "row" => sent.row = text,
            _ => {}
        }
    }
    match too_large {
        true => Err(content::too_large()),
        false => Ok(sent),
    }
}

/// The bytes of a part; `None` if there are more than this, which are read and forgotten.
async fn bytes_of(part: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>> {
    let (mut bytes, mut is_whole) = (vec![], true);
    while let Some(chunk) = part.chunk().await.map_err(unread)? {
        is_whole &= bytes.len() + chunk.len() <= most;
        if is_whole {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = vec![];
        }
    }
    Ok(is_whole.then_some(bytes))
}

fn unread(error: MultipartError) -> Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => content::too_large(),
        _ => Error::refused("site-error-request"),
    }
}

/// Looks at a file and keeps its bytes. Refused: as [`content::examined`].
pub async fn kept(folder: &Path, name: String, bytes: Vec<u8>) -> Result<Upload> {
    let folder = folder.to_path_buf();
    let broken = |error: &dyn std::fmt::Display| Error::Broken(error.to_string());
    let _turn = ONE_AT_A_TIME.acquire().await.map_err(|error| broken(&error))?;
    // a picture is made anew, and the disk is waited for
    let kept = tokio::task::spawn_blocking(move || -> Result<Upload> {
        let file = content::examined(&name, bytes)?;
        let digest = shelf::keep(&folder, &file.bytes)?;
        Ok(Upload {
            name: file.name,
            media_type: file.content.media_type(),
            bytes: file.bytes.len() as i64,
            digest,
        })
    });
    kept.await.map_err(|error| broken(&error))?
}
