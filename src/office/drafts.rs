//! Drafts: what somebody has typed in a form and not saved. Only they see it.

use decapolis_register::db::Db;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};

use super::table::DRAFTS;
use crate::accounts::secrets::digest;
use crate::web::sent::Pairs;

/// How long a draft is kept after it was last typed in, in milliseconds: thirty days.
const LASTS: i64 = 30 * 24 * 60 * 60 * 1000;
/// How long it is known that a form was saved, in milliseconds: a day. What was typed before is on its way for seconds.
const SAVED_LASTS: i64 = 24 * 60 * 60 * 1000;
/// The longest draft, in bytes.
const LONGEST: usize = 64 * 1024;

/// What was typed in a form.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDraft {
    /// The path of the form, within the office.
    pub form: String,
    pub typed: Pairs,
    pub kept: Timestamp,
}

/// The instant at which a form is shown, for it to send back: milliseconds since 1970.
pub fn begun() -> i64 {
    Timestamp::now().as_millisecond()
}

/// Keeps what was typed in a form that was shown at `begun`, in place of what was kept before. Drafts that are too old go, whosever they are.
///
/// Refused: it is too long (`site-error-long`), or the form has been saved or its draft discarded since it was shown (`error-draft-late`).
pub async fn keep(db: &Db, account: &str, form: &str, typed: &Pairs, begun: i64) -> Result<()> {
    let typed = form_urlencoded::Serializer::new(String::new()).extend_pairs(typed).finish();
    if typed.len() > LONGEST {
        return Err(Error::refused("site-error-long"));
    }
    let code = code(account, form);
    let replaced = Condition::any().add(Expr::col("typed").ne("")).add(Expr::col("kept").lte(begun));
    let replaced = Condition::all().add(Expr::col("code").eq(code.as_str())).add(replaced);
    let row = row(account, form, &typed);
    // a form that was saved since keeps its row, and another one under its key is refused
    let insert = Beside::insert(&DRAFTS, row).or_refused("error-draft-late");
    unversioned::write(db, [Beside::delete(&DRAFTS, old().add(replaced)), insert]).await
}

/// Discards the draft of a form, where there is one, and what is on its way from forms that were shown before.
pub async fn discard(db: &Db, account: &str, form: &str) -> Result<()> {
    let one = Expr::col("code").eq(code(account, form));
    let writes = [Beside::delete(&DRAFTS, old().add(one)), Beside::insert(&DRAFTS, row(account, form, ""))];
    unversioned::write(db, writes).await
}

/// A draft; of a form that was saved, or whose draft was discarded, nothing is typed.
fn row(account: &str, form: &str, typed: &str) -> Values {
    let text = |text: &str| Cell::Text(text.to_string());
    let cells = [
        ("code", text(&code(account, form))),
        ("account", text(account)),
        ("form", text(form)),
        ("typed", text(typed)),
        ("kept", Cell::Int(Timestamp::now().as_millisecond())),
    ];
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}

/// The drafts that are too old.
fn old() -> Condition {
    let now = Timestamp::now().as_millisecond();
    let saved = Expr::col("typed").eq("").and(Expr::col("kept").lt(now - SAVED_LASTS));
    Condition::any().add(Expr::col("kept").lt(now - LASTS)).add(saved)
}

/// The draft of a form; `None` where nothing was kept, or it is too old.
pub async fn of_form(db: &impl ConnectionTrait, account: &str, form: &str) -> Result<Option<KeptDraft>> {
    Ok(read(db, account, Some(form)).await?.pop())
}

/// The drafts of an account, the newest first.
pub async fn of_account(db: &impl ConnectionTrait, account: &str) -> Result<Vec<KeptDraft>> {
    read(db, account, None).await
}

async fn read(db: &impl ConnectionTrait, account: &str, form: Option<&str>) -> Result<Vec<KeptDraft>> {
    let since = Timestamp::now().as_millisecond() - LASTS;
    let mut ask = Query::select();
    ask.columns(["form", "typed", "kept"])
        .from(DRAFTS.name)
        .and_where(Expr::col("account").eq(account))
        .and_where(Expr::col("kept").gte(since))
        .and_where(Expr::col("typed").ne(""))
        .order_by("kept", Order::Desc);
    if let Some(form) = form {
        ask.and_where(Expr::col("code").eq(code(account, form)));
    }
    let mut drafts = vec![];
    for row in db.query_all(&ask).await? {
        let (form, typed, kept): (String, String, i64) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        drafts.push(KeptDraft {
            form,
            typed: form_urlencoded::parse(typed.as_bytes()).into_owned().collect(),
            kept: Timestamp::from_millisecond(kept).map_err(|e| Error::Broken(e.to_string()))?,
        });
    }
    Ok(drafts)
}

/// The key of a draft: nobody finds another person's by a form's path.
fn code(account: &str, form: &str) -> String {
    digest(&format!("{account}\n{form}"))
}
