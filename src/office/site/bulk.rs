//! Several rows of a list at once: one column gets one value, or all end on a day. What follows is shown row by row, and only that is
//! written, as one batch.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{Deed, Field, standing};
use decapolis_register::journal::RowId;
use decapolis_register::table::{Kind, Table};
use decapolis_words::errors::{Error, Result};
use serde::Deserialize;

use super::act::ActionForm;
use super::bulk_html::page;
use super::bulk_plan::Preview;
use super::bulk_words::{WORDS, WordsOf};
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use super::list_address::{address, facts_of, heading, path_of, rows_asked};
use super::propose_button::of_proposal;
use crate::accounts::secrets::digest;
use crate::accounts::site::html::worded;
use crate::records::typed_row;
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::Visit;

/// The most rows that are changed at once. A person reads each of them before it is saved, and the form sends each back; a file is the way
/// for more.
pub const MOST: usize = 500;

/// What the form calls the rows, the list that they are of, and what is done with them. No column is called so.
pub const CHOSEN: &str = "chosen_row";
pub const ALL: &str = "all_rows";
pub const LIST: &str = "of_list";
pub const WHAT: &str = "set_what";
/// Ends the rows, in the place of a column.
pub const END: &str = "the-end";

#[derive(Deserialize)]
pub struct BulkPath {
    table: String,
}

/// What is done with the rows.
#[derive(Clone)]
pub enum What {
    /// A column gets the same value in each.
    Set(&'static Field),
    /// Each gets words of its own in one language.
    Words(WordsOf),
    End,
}

/// Rows of a table, and what somebody wants to do with them.
pub struct Bulk<'a> {
    /// The form of the action that each of the rows has.
    pub form: ActionForm<'a>,
    pub table: &'static Table,
    pub rows: Vec<RowId>,
    /// What the list was asked.
    pub list: Pairs,
    pub what: Option<What>,
}

/// A form of rows begins at their list.
pub async fn show(visit: Visit<BulkPath>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, ()| {
        let table = facts_of(&desk, &path.table)?;
        Ok(Redirect::to(&desk.reader.to(&path_of(table))).into_response())
    })
    .await
}

pub async fn send(visit: Visit<BulkPath>, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, path, ()| {
        let typed = fields(&headers, sent)?;
        let table = facts_of(&desk, &path.table)?;
        let bulk = Bulk::read(desk, table, typed).await?;
        let typed = |name: &str| !field(&bulk.form.typed, name).is_empty();
        if !bulk.is_filled_in() || !["look", "save", "propose"].into_iter().any(&typed) {
            return Ok(bulk.page(&Preview::default()).await?.into_response());
        }
        let (saves, proposes) = (typed("save"), typed("propose"));
        let (preview, given) = bulk.preview().await?;
        let Some(given) = given else {
            return Ok((StatusCode::BAD_REQUEST, bulk.page(&preview).await?).into_response());
        };
        if !saves && !proposes {
            return Ok(bulk.page(&preview).await?.into_response());
        }
        let done = match field(&bulk.form.typed, "shown") == bulk.mark(&preview) {
            true if proposes => bulk.propose(&preview).await.map(|code| of_proposal(&bulk.form.desk, &code)),
            true => bulk
                .save(given)
                .await
                .map(|done| address(&bulk.form.desk, table, &bulk.list, Some(("saved", &done.batch)))),
            false => Err(Error::refused("error-form-changed")),
        };
        match done {
            Ok(to) => Ok(Redirect::to(&to).into_response()),
            Err(Error::Refused(why)) => {
                let refused = Some(worded(&bulk.form.desk.reader.locale, &why));
                let preview = Preview { refused, ..preview };
                Ok((StatusCode::CONFLICT, bulk.page(&preview).await?).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// Whether a column can be given one value for many rows: a name and texts in several languages are each row's own.
fn can_be_set(field: &Field) -> bool {
    !field.is_file && !matches!(field.column().map(|column| column.kind), None | Some(Kind::Texts))
}

/// Whether this person may change rows of this table together.
pub fn may_change(desk: &Desk<'_>, table: &'static Table) -> bool {
    let theirs = desk.scope.as_ref().is_none_or(|scope| scope.covers(table));
    let offer = desk.site.app.row_action(table, Deed::Correct);
    theirs && offer.is_some_and(|offer| standing(&desk.who.actor, offer).is_ok())
}

impl<'a> Bulk<'a> {
    /// Reads which rows are meant, and what is done with them.
    ///
    /// `NotAllowed` for who may not write; refused: no row is chosen (`error-no-rows`), or too many are (`error-too-many-rows`).
    pub async fn read(desk: Desk<'a>, table: &'static Table, mut typed: Pairs) -> Result<Bulk<'a>> {
        let unknown = || Error::NotFound("action");
        let correct = desk.site.app.row_action(table, Deed::Correct).ok_or_else(unknown)?;
        standing(&desk.who.actor, correct)?;
        let list: Pairs = form_urlencoded::parse(field(&typed, LIST).as_bytes()).into_owned().collect();
        let rows = chosen(&desk, table, &typed, &list).await?;
        let what = match field(&typed, WHAT) {
            "" => None,
            END => Some(What::End),
            name => {
                let of = correct.about.fields.iter().find(|field| field.name == name && can_be_set(field));
                let words = WordsOf::all(&desk, correct.about.fields).find(|words| words.name() == name);
                let what = of.map(What::Set).or(words.map(What::Words));
                Some(what.ok_or_else(|| Error::refused("site-error-request"))?)
            }
        };
        let offer = match what {
            Some(What::End) => desk.site.app.row_action(table, Deed::End).ok_or_else(unknown)?,
            _ => correct,
        };
        if let Some(What::Set(set)) = &what {
            // what was typed for a column that was chosen before is not meant any more
            let fields = offer.about.fields.iter();
            let others: Vec<&Field> = fields.filter(|field| field.name != set.name).collect();
            typed.retain(|(name, _)| !others.iter().any(|field| typed_row::is_of(field, name)));
        }
        let form = ActionForm::apart(desk, offer, None, typed).await?;
        Ok(Bulk { form, table, rows, list, what })
    }

    /// The columns that can be set.
    pub fn can_set(&self) -> impl Iterator<Item = &'static Field> {
        let correct = self.form.desk.site.app.row_action(self.table, Deed::Correct);
        let fields = correct.map(|offer| offer.about.fields).unwrap_or_default();
        fields.iter().filter(|field| can_be_set(field))
    }

    /// The names and texts that can be written, each in one language.
    pub fn can_word(&self) -> impl Iterator<Item = WordsOf> {
        let correct = self.form.desk.site.app.row_action(self.table, Deed::Correct);
        WordsOf::all(&self.form.desk, correct.map(|offer| offer.about.fields).unwrap_or_default())
    }

    /// Whether the rows can end.
    pub fn can_end(&self) -> bool {
        self.form.desk.site.app.row_action(self.table, Deed::End).is_some()
    }

    /// The fields that are asked for.
    pub fn asked(&self) -> Vec<&'static Field> {
        match &self.what {
            // words are asked for row by row
            None | Some(What::Words(_)) => vec![],
            Some(What::Set(field)) => vec![*field],
            Some(What::End) => self.form.asked().collect(),
        }
    }

    /// Whether the form had the fields that are asked for; it has not where another column was chosen in it.
    fn is_filled_in(&self) -> bool {
        if matches!(self.what, Some(What::Words(_))) {
            return self.form.typed.iter().any(|(name, _)| name.starts_with(WORDS));
        }
        let there = |asked: &&Field| self.form.typed.iter().any(|(name, _)| typed_row::is_of(asked, name));
        self.what.is_some() && self.asked().iter().any(there)
    }

    /// A mark of what was typed and of the rows that change, for the form to send back.
    pub fn mark(&self, preview: &Preview) -> String {
        let asked = self.asked();
        let own = self.form.typed.iter().filter(|(name, text)| {
            let is_asked = asked.iter().any(|field| typed_row::is_of(field, name));
            name.starts_with(WORDS) || is_asked && !text.trim().is_empty()
        });
        let typed: String = own.map(|(name, text)| format!("{name}={}\n", text.trim())).collect();
        let rows: Vec<String> = preview.changed.iter().map(|row| row.id.to_string()).collect();
        digest(&format!("{}\n{typed}{}", field(&self.form.typed, WHAT), rows.join(" ")))
    }

    async fn page(&self, preview: &Preview) -> Result<maud::Markup> {
        let desk = &self.form.desk;
        let words = self.words_of_rows().await?;
        let args = [("table", heading(desk, self.table).into())];
        let title = desk.reader.locale.with("bulk-title", &args.into());
        let main = page(self, &title, &words, preview);
        Ok(document(desk, &title, &format!("/bulk/{}", self.table.name), &main))
    }
}

/// The rows that were ticked, or all of the list.
async fn chosen(desk: &Desk<'_>, table: &'static Table, typed: &Pairs, list: &Pairs) -> Result<Vec<RowId>> {
    let ticked = typed.iter().filter(|(name, _)| name == CHOSEN);
    let mut rows: Vec<RowId> = ticked.filter_map(|(_, row)| row.parse().ok()).collect();
    if !field(typed, ALL).is_empty() {
        let db = desk.site.app.db.reader();
        let list = list.iter().filter(|(name, _)| name != "after").cloned().collect();
        let listed = rows_asked(desk, table, &list, db).await?;
        let all = listed.rows(db, desk.site.app.all_tables(), MOST as u64 + 1).await?;
        rows = all.into_iter().map(|row| row.id).collect();
    }
    rows.sort_unstable();
    rows.dedup();
    match rows.len() {
        0 => Err(Error::refused("error-no-rows")),
        n if n > MOST => {
            Err(Error::refused_with("error-too-many-rows", [("most", (MOST as i64).into())].into()))
        }
        _ => Ok(rows),
    }
}
