//! Proposals: what somebody wants to have done, and what has become of it. Accepting one is done with the action itself.

use decapolis_actions::{PROPOSALS, ProposalState};
use decapolis_register::db::Db;
use decapolis_register::journal::RowId;
use decapolis_register::unversioned::{self, Beside};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};
use sea_orm::{ConnectionTrait, QueryResult};

use crate::web::sent::Pairs;

/// How long a proposal is kept after it was decided, in milliseconds: ninety days.
const KEPT: i64 = 90 * 24 * 60 * 60 * 1000;
/// The longest proposal, in bytes: five hundred rows of a list fit.
const LONGEST: usize = 256 * 1024;
/// The most proposals of one account that wait.
const MOST_WAITING: i64 = 200;

/// What a proposal is done on.
#[derive(Clone, Debug, PartialEq)]
pub enum DoneOn {
    /// A record, or a new one of its kind where it has no code yet.
    Record { kind: String, code: Option<String> },
    /// What its fields name: of a program.
    Apart,
    /// Rows of a table.
    Rows { table: String },
    /// A batch that is taken back.
    Batch { name: String },
}

impl DoneOn {
    /// Its text in the register.
    fn text(&self) -> String {
        match self {
            DoneOn::Record { kind, code: Some(code) } => format!("record:{kind}/{code}"),
            DoneOn::Record { kind, code: None } => format!("record:{kind}"),
            DoneOn::Apart => "apart:".into(),
            DoneOn::Rows { table } => format!("rows:{table}"),
            DoneOn::Batch { name } => format!("batch:{name}"),
        }
    }

    fn read(text: &str) -> Option<DoneOn> {
        let (what, rest) = text.split_once(':')?;
        Some(match (what, rest.split_once('/')) {
            ("record", Some((kind, code))) => DoneOn::Record { kind: kind.into(), code: Some(code.into()) },
            ("record", None) => DoneOn::Record { kind: rest.into(), code: None },
            ("apart", _) => DoneOn::Apart,
            ("rows", _) => DoneOn::Rows { table: rest.into() },
            ("batch", _) => DoneOn::Batch { name: rest.into() },
            _ => return None,
        })
    }
}

/// A proposal as it is kept.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub code: String,
    /// The account that proposed it.
    pub account: String,
    /// The name of the action.
    pub action: String,
    pub on: DoneOn,
    /// The row, where the action is one that every table has.
    pub row: Option<RowId>,
    pub typed: Pairs,
    /// The rows that would change, each as `table/id@recorded`.
    pub seen: Vec<String>,
    pub why: Option<String>,
    pub made: Timestamp,
    pub state: ProposalState,
    /// Who accepted or declined it, when, and what they said.
    pub decided_by: Option<String>,
    pub decided: Option<Timestamp>,
    pub answer: Option<String>,
    /// The batch of what was done.
    pub batch: Option<String>,
}

impl Proposal {
    /// The accounts that have to do with it.
    pub fn actors(&self) -> impl Iterator<Item = &str> {
        [Some(self.account.as_str()), self.decided_by.as_deref()].into_iter().flatten()
    }
}

/// What is new in a proposal: it gets its code, its day and its state when it is kept.
#[derive(Clone, Debug)]
pub struct NewProposal {
    pub account: String,
    pub action: String,
    pub on: DoneOn,
    pub row: Option<RowId>,
    pub typed: Pairs,
    pub seen: Vec<String>,
    pub why: Option<String>,
}

/// Keeps a proposal under this code. Those that were decided long ago go.
///
/// Refused: it is too long (`site-error-long`), too many of the account wait (`error-proposals-many`), or the code has been used
/// (`error-key-used`).
pub async fn keep(db: &Db, code: &str, new: NewProposal) -> Result<()> {
    let typed = form_urlencoded::Serializer::new(String::new()).extend_pairs(&new.typed).finish();
    let seen = new.seen.join(" ");
    if typed.len() + seen.len() > LONGEST {
        return Err(Error::refused("site-error-long"));
    }
    if waiting_of(db.reader(), &new.account).await? >= MOST_WAITING {
        return Err(Error::refused_with("error-proposals-many", [("most", MOST_WAITING.into())].into()));
    }
    let now = Timestamp::now().as_millisecond();
    let text = |text: &str| Cell::Text(text.to_string());
    let values = row([
        ("code", text(code)),
        ("account", text(&new.account)),
        ("action", text(&new.action)),
        ("done_on", text(&new.on.text())),
        ("row", new.row.map_or(Cell::Null, Cell::Int)),
        ("typed", text(&typed)),
        ("seen", text(&seen)),
        ("why", new.why.map_or(Cell::Null, Cell::Text)),
        ("made", Cell::Int(now)),
        ("state", text(ProposalState::Waiting.word())),
    ]);
    let old = Condition::all().add(Expr::col("decided").lt(now - KEPT));
    let insert = Beside::insert(&PROPOSALS, values).or_refused("error-key-used");
    unversioned::write(db, [Beside::delete(&PROPOSALS, old), insert]).await
}

/// Declines a proposal that waits, or withdraws it: `by` is who decides, and `answer` what they say.
///
/// Refused (`error-proposal-decided`): it does not wait any more.
pub async fn decide(db: &Db, code: &str, state: ProposalState, by: &str, answer: Option<&str>) -> Result<()> {
    let waits = Condition::all()
        .add(Expr::col("code").eq(code))
        .add(Expr::col("state").eq(ProposalState::Waiting.word()));
    let values = row([
        ("state", Cell::Text(state.word().into())),
        ("decided_by", Cell::Text(by.into())),
        ("decided", Cell::Int(Timestamp::now().as_millisecond())),
        ("answer", answer.map_or(Cell::Null, |answer| Cell::Text(answer.into()))),
    ]);
    unversioned::write(db, [Beside::update(&PROPOSALS, waits, values).or_refused("error-proposal-decided")])
        .await
}

/// The proposal with this code.
pub async fn by_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<Proposal>> {
    Ok(read(db, Condition::all().add(Expr::col("code").eq(code)), Order::Asc).await?.pop())
}

/// The proposals that wait, the oldest first.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<Vec<Proposal>> {
    let waits = Expr::col("state").eq(ProposalState::Waiting.word());
    read(db, Condition::all().add(waits), Order::Asc).await
}

/// The proposals of an account, the newest first.
pub async fn of_account(db: &impl ConnectionTrait, account: &str) -> Result<Vec<Proposal>> {
    read(db, Condition::all().add(Expr::col("account").eq(account)), Order::Desc).await
}

async fn waiting_of(db: &impl ConnectionTrait, account: &str) -> Result<i64> {
    let ask = Query::select()
        .expr(Expr::col("code").count())
        .from(PROPOSALS.name)
        .and_where(Expr::col("account").eq(account))
        .and_where(Expr::col("state").eq(ProposalState::Waiting.word()))
        .to_owned();
    let row = db.query_one(&ask).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

/// How many proposals are read at once.
const MOST: u64 = 500;

async fn read(db: &impl ConnectionTrait, which: Condition, order: Order) -> Result<Vec<Proposal>> {
    let columns = PROPOSALS.columns.iter().map(|column| column.name);
    let ask = Query::select()
        .columns(columns)
        .from(PROPOSALS.name)
        .cond_where(which)
        .order_by("made", order.clone())
        .order_by("code", order)
        .limit(MOST)
        .to_owned();
    db.query_all(&ask).await?.iter().map(of_row).collect()
}

fn of_row(row: &QueryResult) -> Result<Proposal> {
    let text = |name: &str| -> Result<String> { Ok(row.try_get("", name)?) };
    let perhaps = |name: &str| -> Result<Option<String>> { Ok(row.try_get("", name)?) };
    let instant = |ms: i64| Timestamp::from_millisecond(ms).map_err(|e| Error::Broken(e.to_string()));
    let unread = |what: &str| Error::Broken(format!("a proposal has no {what} that can be read"));
    let (typed, seen) = (text("typed")?, text("seen")?);
    Ok(Proposal {
        code: text("code")?,
        account: text("account")?,
        action: text("action")?,
        on: DoneOn::read(&text("done_on")?).ok_or_else(|| unread("place"))?,
        row: row.try_get("", "row")?,
        typed: form_urlencoded::parse(typed.as_bytes()).into_owned().collect(),
        seen: seen.split_whitespace().map(str::to_string).collect(),
        why: perhaps("why")?,
        made: instant(row.try_get("", "made")?)?,
        state: ProposalState::read(&text("state")?).ok_or_else(|| unread("state"))?,
        decided_by: perhaps("decided_by")?,
        decided: row.try_get::<Option<i64>>("", "decided")?.map(instant).transpose()?,
        answer: perhaps("answer")?,
        batch: perhaps("batch")?,
    })
}

fn row<const N: usize>(cells: [(&str, Cell); N]) -> Values {
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_proposal_is_done_on_comes_back_as_it_was_kept() {
        for on in [
            DoneOn::Record { kind: "organisation".into(), code: Some("accra".into()) },
            DoneOn::Record { kind: "person".into(), code: None },
            DoneOn::Apart,
            DoneOn::Rows { table: "mandates".into() },
            DoneOn::Batch { name: "2026-12-01-3".into() },
        ] {
            assert_eq!(DoneOn::read(&on.text()), Some(on));
        }
        assert_eq!(DoneOn::read("elsewhere"), None);
    }
}
