//! What is checked.

use decapolis_register::journal::{self, Leap, plain};
use decapolis_register::schema::{self, Standing};
use decapolis_register::verify::heads_agree;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;

use super::backups;
use super::line::{Grade, HealthLine};
use super::place::{RegisterPlace, place};
use crate::app::App;
use crate::files::{shelf, store};
use crate::jobs::store::{dead, overdue};
use crate::mail;
use crate::mail::message::MessageState;
use crate::mail::outbox;

/// Below so many bytes free the register is in danger: a write that finds no room is refused.
const TOO_LITTLE: u64 = 500 * 1024 * 1024;
/// Below so many somebody should look.
const LITTLE: u64 = 5 * 1024 * 1024 * 1024;
/// A log this long is not written into its file any more: a reader holds it up.
const LONG_LOG: u64 = 256 * 1024 * 1024;
/// Days after which a backup is old, and after which it is too old.
const OLD: i64 = 2;
const TOO_OLD: i64 = 7;
/// A job that nobody has taken for so many minutes waits for a worker that is not there.
const OVERDUE: i64 = 10;

/// All lines, those that must be mended first.
pub async fn lines(app: &App, locale: &Locale<'_>, now: Timestamp) -> Result<Vec<HealthLine>> {
    let mut all =
        vec![register(app).await?, upgrade(app).await?, clock(app, now).await?, backup(app, now).await?];
    all.extend(room(app, locale).await?);
    all.push(files(app).await?);
    all.push(jobs(app, now).await?);
    all.push(outbox_of(app).await?);
    all.extend(lookups(app));
    all.push(address(app));
    all.push(
        HealthLine::new("version", "is", Grade::Good).with([("version", env!("CARGO_PKG_VERSION").into())]),
    );
    // the order of subjects stays within each grade
    all.sort_by_key(|line| std::cmp::Reverse(line.grade));
    Ok(all)
}

/// A register on a server needs a folder for files; and what the register has a file of must be in it.
async fn files(app: &App) -> Result<HealthLine> {
    let Some(folder) = app.files.clone() else {
        return Ok(HealthLine::new("files", "nowhere", Grade::Look));
    };
    let digests = store::digests(app.db.reader()).await?;
    let all = digests.len() as i64;
    let missing = tokio::task::spawn_blocking(move || {
        digests.iter().filter(|digest| !shelf::has(&folder, digest)).count() as i64
    });
    let missing = missing.await.map_err(|error| Error::Broken(error.to_string()))?;
    Ok(match missing {
        0 => HealthLine::new("files", "there", Grade::Good).with([("n", all.into())]),
        n => HealthLine::new("files", "missing", Grade::Mend).with([("n", n.into())]),
    })
}

async fn register(app: &App) -> Result<HealthLine> {
    let last = journal::last(app.db.reader()).await?;
    Ok(match heads_agree(&app.db, app.all_tables()).await? {
        true => HealthLine::new("register", "agrees", Grade::Good).with([("entry", last.to_string().into())]),
        false => HealthLine::new("register", "differs", Grade::Mend),
    })
}

/// A program that runs while another upgrades its register knows only the old tables.
async fn upgrade(app: &App) -> Result<HealthLine> {
    Ok(match schema::standing(app.db.reader(), app.all_tables()).await? {
        Standing::Ours | Standing::Empty => HealthLine::new("upgrade", "none", Grade::Good),
        Standing::Other(_) => HealthLine::new("upgrade", "other", Grade::Mend),
    })
}

async fn clock(app: &App, now: Timestamp) -> Result<HealthLine> {
    let clock = journal::clock(app.db.reader(), now).await?;
    let args = [("now", plain(now).into())];
    Ok(match clock.leap() {
        None => HealthLine::new("clock", "agrees", Grade::Good),
        Some(Leap::Back) => HealthLine::new("clock", "behind", Grade::Mend),
        Some(Leap::Ahead) => HealthLine::new("clock", "ahead", Grade::Mend),
    }
    .with(args))
}

async fn backup(app: &App, now: Timestamp) -> Result<HealthLine> {
    let Some((made, entry)) = backups::last(app.db.reader()).await? else {
        return Ok(HealthLine::new("backup", "never", Grade::Mend));
    };
    let days = now.duration_since(made).as_hours() / 24;
    let since = journal::last(app.db.reader()).await? - entry;
    let args = [("at", plain(made).into()), ("days", days.into()), ("n", since.into())];
    let grade = match days {
        ..OLD => Grade::Good,
        OLD..TOO_OLD => Grade::Look,
        _ => Grade::Mend,
    };
    Ok(HealthLine::new("backup", if grade == Grade::Good { "new" } else { "old" }, grade).with(args))
}

async fn room(app: &App, locale: &Locale<'_>) -> Result<Vec<HealthLine>> {
    let size = |bytes: u64| size(bytes, locale);
    Ok(match place(app.db.reader()).await? {
        RegisterPlace::Server { bytes } => {
            vec![HealthLine::new("room", "server", Grade::Good).with([("size", size(bytes).into())])]
        }
        RegisterPlace::File { file, bytes, log, free } => {
            let args = [
                ("size", size(bytes).into()),
                ("free", free.map_or_else(|| "—".to_string(), size).into()),
                ("file", file.display().to_string().into()),
            ];
            let (found, grade) = match free {
                Some(..TOO_LITTLE) => ("little", Grade::Mend),
                Some(..LITTLE) => ("little", Grade::Look),
                _ => ("enough", Grade::Good),
            };
            let (long, grade_of_log) =
                if log > LONG_LOG { ("long", Grade::Look) } else { ("short", Grade::Good) };
            vec![
                HealthLine::new("room", found, grade).with(args),
                HealthLine::new("log", long, grade_of_log).with([("size", size(log).into())]),
            ]
        }
    })
}

async fn jobs(app: &App, now: Timestamp) -> Result<HealthLine> {
    let dead = dead(app.db.reader()).await?.len();
    let late = overdue(app.db.reader(), now, OVERDUE * 60_000).await?;
    Ok(match (dead, late) {
        (0, 0) => HealthLine::new("jobs", "done", Grade::Good),
        (0, late) => HealthLine::new("jobs", "late", Grade::Mend)
            .with([("n", late.into()), ("minutes", OVERDUE.into())]),
        (dead, _) => HealthLine::new("jobs", "dead", Grade::Mend).with([("n", dead.into())]),
    })
}

async fn outbox_of(app: &App) -> Result<HealthLine> {
    let counts = outbox::counts(app.db.reader()).await?;
    let of = |states: &[MessageState]| -> i64 {
        counts.iter().filter(|(state, _)| states.contains(state)).map(|(_, n)| n).sum()
    };
    let (wrong, waits) = (
        of(&[MessageState::Failed, MessageState::Doubtful, MessageState::Bounced]),
        of(&[MessageState::Waiting, MessageState::Sending]),
    );
    Ok(match (mail::is_on(app), wrong, waits) {
        (_, 1.., _) => HealthLine::new("mail", "wrong", Grade::Look).with([("n", wrong.into())]),
        (false, _, _) => HealthLine::new("mail", "off", Grade::Look),
        (true, _, 0) => HealthLine::new("mail", "sent", Grade::Good),
        (true, _, waits) => HealthLine::new("mail", "waits", Grade::Look).with([("n", waits.into())]),
    })
}

/// Readings of personal data that this program did not note; nothing is said where there are none.
fn lookups(app: &App) -> Option<HealthLine> {
    let lost = i64::try_from(app.lookups.lost()).unwrap_or(i64::MAX);
    (lost > 0).then(|| HealthLine::new("lookups", "lost", Grade::Look).with([("n", lost.into())]))
}

/// Certificates are the proxy's, and the program calls nobody, so it says where to look.
fn address(app: &App) -> HealthLine {
    let address = app.settings.address.as_str();
    let args = [("address", address.into())];
    match address {
        "" => HealthLine::new("address", "none", Grade::Look),
        _ if address.starts_with("https://") => {
            HealthLine::new("address", "encrypted", Grade::Good).with(args)
        }
        _ => HealthLine::new("address", "clear", Grade::Mend).with(args),
    }
}

/// A size as people read it: whole megabytes, or gigabytes where there are many.
fn size(bytes: u64, locale: &Locale<'_>) -> String {
    let (key, n) = match bytes / (1024 * 1024) {
        mega @ ..10_240 => ("health-megabytes", mega),
        mega => ("health-gigabytes", mega / 1024),
    };
    let count = locale.numerals.whole(i64::try_from(n).unwrap_or(i64::MAX));
    locale.with(key, &[("count", count.into())].into())
}
