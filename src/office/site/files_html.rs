//! The page of a record's files.

use decapolis_register::journal::Past;
use decapolis_words::errors::Result;
use maud::{Markup, html};

use super::batches::{ListedOn, listed as entries};
use super::desk::Desk;
use super::files::Seen;
use super::html::{JustSaved, document, saved};
use super::record::OfficeRecordPath;
use crate::files::content::{LARGEST, TAKEN};
use crate::files::store::RecordFile;
use crate::files::table::PRIVACY;

/// The page of a record's files.
pub(super) struct FilesPage<'a> {
    pub(super) seen: &'a Seen,
    pub(super) files: Vec<RecordFile>,
    /// What these files were before.
    pub(super) earlier: Vec<RecordFile>,
    /// What was done with files of this record.
    pub(super) done: Vec<Past>,
    pub(super) just: Option<JustSaved>,
    /// What was wrong with what was sent, and what to do.
    pub(super) wrong: Option<[String; 2]>,
}

/// The files with a link to each.
pub(super) fn listed(desk: &Desk<'_>, files: &[RecordFile], base: &str) -> Markup {
    html! {
        @if !files.is_empty() {
            ul class="rows files" { @for file in files { li { (line(desk, file, base)) } } }
        }
    }
}

fn line(desk: &Desk<'_>, file: &RecordFile, base: &str) -> Markup {
    html! {
        // the name is as somebody wrote it, in any direction
        a href={ (base) "/" (file.id) } { bdi { (file.name) } }
        span { (size(desk, file.bytes)) }
        span { (desk.say(&format!("file-privacy-{}", file.privacy))) }
        @if let Some(day) = file.day { span { (desk.reader.locale.numerals.day(day)) } }
    }
}

/// A size in kilobytes, or megabytes where there are many.
fn size(desk: &Desk<'_>, bytes: i64) -> String {
    let (key, n) = match bytes / 1024 {
        kilo @ ..1024 => ("file-kilobytes", kilo.max(1)),
        kilo => ("file-megabytes", kilo / 1024),
    };
    let count = desk.reader.locale.numerals.whole(n);
    desk.reader.locale.with(key, &[("count", count.into())].into())
}

pub(super) async fn page(desk: &Desk<'_>, path: &OfficeRecordPath, it: &FilesPage<'_>) -> Result<Markup> {
    let OfficeRecordPath { kind, code } = path;
    let of_record = format!("/{kind}/{code}");
    let base = desk.reader.to(&format!("{of_record}/files"));
    let name = it.seen.record.name(it.seen.audience, desk.reader.lang()).unwrap_or_default();
    let title = desk.say("files-title");
    let main = html! {
        nav class="trail" aria-label=(desk.say("site-trail")) {
            ol {
                li { a href=(desk.reader.to(&format!("/{kind}"))) { (desk.say(&format!("kinds-{kind}"))) } }
                li { a href=(desk.reader.to(&of_record)) { (name) } }
            }
        }
        h1 { (title) }
        @if let Some(just) = &it.just { (saved(just)) }
        @if let Some([what, mend]) = &it.wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        @if it.files.is_empty() { p { (desk.say("files-none")) } }
        @else {
            ul class="rows files" {
                @for file in &it.files {
                    li {
                        (line(desk, file, &base))
                        (versions(desk, file, &it.earlier, &base))
                        @if it.seen.mine { (change_form(desk, file, &base)) }
                    }
                }
            }
        }
        @if it.seen.mine {
            (attach_form(desk, &base))
            @if !it.done.is_empty() {
                section class="panel" aria-labelledby="done" {
                    h2 id="done" { (desk.say("office-history")) }
                    (entries(desk, &it.done, ListedOn::OneRecord).await?)
                }
            }
        }
    };
    Ok(document(desk, &title, &format!("{of_record}/files"), &main))
}

fn versions(desk: &Desk<'_>, file: &RecordFile, earlier: &[RecordFile], base: &str) -> Markup {
    let of_it: Vec<&RecordFile> = earlier.iter().filter(|version| version.id == file.id).collect();
    html! {
        @if !of_it.is_empty() {
            details class="quiet" {
                summary { (desk.say("files-earlier")) }
                ul class="rows files" {
                    @for version in of_it {
                        li {
                            a href={ (base) "/" (file.id) "?version=" (version.recorded) } { bdi { (version.name) } }
                            span { (size(desk, version.bytes)) }
                            @if let Some(day) = version.day { span { (desk.reader.locale.numerals.day(day)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The forms that change a file: without script they open under its name.
fn change_form(desk: &Desk<'_>, file: &RecordFile, base: &str) -> Markup {
    let row = format!("{}@{}", file.id, file.recorded);
    html! {
        details class="quiet" {
            summary { (desk.say("files-change")) span class="heard" { ": " bdi { (file.name) } } }
            form class="form" method="post" action=(base) enctype="multipart/form-data" {
                input type="hidden" name="row" value=(row);
                div class="field" {
                    label for={ "file-" (file.id) } { (desk.say("files-newer")) }
                    p class="hint" id={ "file-hint-" (file.id) } { (desk.say("files-newer.hint")) }
                    input id={ "file-" (file.id) } name="file" type="file" aria-describedby={ "file-hint-" (file.id) } accept=(TAKEN);
                }
                (privacy_field(desk, &format!("privacy-{}", file.id), &file.privacy))
                (because_field(desk, &format!("because-{}", file.id)))
                div class="save" {
                    button class="main" type="submit" name="act" value="change" { (desk.say("files-change-button")) }
                    button class="other" type="submit" name="act" value="remove" { (desk.say("files-remove")) span class="heard" { ": " bdi { (file.name) } } }
                }
            }
        }
    }
}

fn attach_form(desk: &Desk<'_>, base: &str) -> Markup {
    let most = ((LARGEST / (1024 * 1024)) as i64).into();
    html! {
        h2 { (desk.say("files-attach")) }
        form class="form" method="post" action=(base) enctype="multipart/form-data" {
            div class="field" {
                label for="file" { (desk.say("files-file")) }
                p class="hint" id="file-hint" { (desk.reader.locale.with("files-file.hint", &[("n", most)].into())) }
                input id="file" name="file" type="file" required aria-describedby="file-hint" accept=(TAKEN);
            }
            (privacy_field(desk, "privacy", "office"))
            (because_field(desk, "because"))
            button class="main" type="submit" name="act" value="attach" { (desk.say("files-attach-button")) }
        }
    }
}

fn privacy_field(desk: &Desk<'_>, id: &str, chosen: &str) -> Markup {
    html! {
        div class="field" {
            label for=(id) { (desk.say("files-privacy")) }
            select id=(id) name="privacy" {
                @for word in PRIVACY.iter().rev() {
                    option value=(word) selected[*word == chosen] { (desk.say(&format!("file-privacy-{word}"))) }
                }
            }
        }
    }
}

fn because_field(desk: &Desk<'_>, id: &str) -> Markup {
    html! {
        div class="field" { label for=(id) { (desk.say("do-reason")) } input id=(id) name="because" autocomplete="off"; }
    }
}
