//! Action `people.change-leader`: somebody else leads a government.

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, SECRETARIAT, Turn, Undo,
};
use decapolis_base::{Day, PartialDay, Texts};
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, NewRecord};
use decapolis_register::table::RECORDS;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};

use super::table::{MANDATES, PEOPLE, POSTS};

/// Who leads a government now.
#[derive(Clone, Debug)]
pub struct ChangeLeader {
    pub organisation: RowId,
    pub leader: Leader,
    /// Since when, as far as it is known.
    pub from: PartialDay,
    /// `elected`, `appointed`, `acting`, `rotating`; `None` where it is not known.
    pub way: Option<String>,
}

/// Who, or nobody.
#[derive(Clone, Debug)]
pub enum Leader {
    /// A person of the register.
    Person(RowId),
    /// A person who is not in the register yet. Their gender is recorded where they said it or a public source does.
    New(Texts),
    Vacant,
}

impl FromGiven for ChangeLeader {
    /// Refused: neither a person nor a name (`error-leader-nobody`), or both (`error-leader-two`).
    fn from_given(given: Given) -> Result<ChangeLeader> {
        // a person is called the same in every language
        let label = given.text("label").map(|text| Texts::from_json(&text)).filter(|name| !name.is_empty());
        let name = label.map(|name| Texts::plain(name.words("und")));
        let vacant = given.text("holder").as_deref() == Some("vacant");
        let leader = match (given.record("person"), name, vacant) {
            (Some(person), None, false) => Leader::Person(person),
            (None, Some(name), false) => Leader::New(name),
            (None, None, true) => Leader::Vacant,
            (None, None, false) => return Err(Error::refused("error-leader-nobody")),
            _ => return Err(Error::refused("error-leader-two")),
        };
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(ChangeLeader {
            organisation: given.record("organisation").ok_or_else(missing)?,
            leader,
            from: given.day("from").ok_or_else(missing)?,
            way: given.text("way"),
        })
    }
}

/// Ends the mandate of the leader until now, the day before, and begins the new one. A seat that the member has on a body is not passed on:
/// whether it passes is asked of each.
///
/// Refused: neither a person nor a name is given, or several (`error-leader-nobody`, `error-leader-two`), the same person leads it already
/// (`error-leader-same`), or the leader until now took office later than that (`error-leader-later`).
pub static CHANGE_LEADER: Action<Register, ChangeLeader> = Action {
    about: Description {
        name: "people.change-leader",
        on: Some("organisation"),
        fields: &[
            Field::of(&POSTS, "organisation").required(),
            Field::of(&MANDATES, "person"),
            Field::of(&RECORDS, "label"),
            Field::of(&MANDATES, "holder"),
            Field::of(&MANDATES, "from").required(),
            Field::of(&MANDATES, "way"),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: ChangeLeader) -> Result<Changes> {
    let mut changes = Changes::default();
    let illustrative = is_illustrative(context, input.organisation).await?;
    let post = match leaders_post(context, input.organisation).await? {
        Some(post) => {
            end_the_mandate_before(context, &mut changes, post, &input).await?;
            post
        }
        None => new_post(context, &mut changes, input.organisation).await?,
    };
    let (holder, person) = match input.leader {
        Leader::Person(person) => ("person", Cell::Int(person)),
        Leader::New(name) => {
            ("person", Cell::Int(new_person(context, &mut changes, name, illustrative).await?))
        }
        Leader::Vacant => ("vacant", Cell::Null),
    };
    let mut mandate: Values = [
        ("post", Cell::Int(post)),
        ("holder", Cell::Text(holder.into())),
        ("person", person),
        ("way", input.way.map_or(Cell::Null, Cell::Text)),
        ("until", Cell::Null),
        ("until_last", Cell::Null),
        ("illustrative", Cell::Bool(illustrative)),
    ]
    .map(|(name, cell)| (name.to_string(), cell))
    .into();
    mandate.extend(days("from", input.from));
    changes.fact(&MANDATES, mandate);
    Ok(changes)
}

/// The post of the government's leader that has not been abolished.
async fn leaders_post(context: &Context<'_, Register>, organisation: RowId) -> Result<Option<RowId>> {
    let ask = Query::select()
        .column("id")
        .from(POSTS.name)
        .and_where(Expr::col("post").eq("leader"))
        .and_where(Expr::col("organisation").eq(organisation))
        .and_where(Expr::col("until").is_null())
        .order_by("id", Order::Asc)
        .to_owned();
    let row = context.tx.query_one(&ask).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// Ends the mandate that lasts on the day before, if there is one.
async fn end_the_mandate_before(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    post: RowId,
    input: &ChangeLeader,
) -> Result<()> {
    let ask = Query::select()
        .columns(["id", "person", "from", "from_last"])
        .from(MANDATES.name)
        .and_where(Expr::col("post").eq(post))
        .and_where(Expr::col("until").is_null().or(Expr::col("until_last").gte(input.from.first.number())))
        .order_by("from", Order::Desc)
        .limit(1)
        .to_owned();
    let Some(row) = context.tx.query_one(&ask).await? else { return Ok(()) };
    let person: Option<RowId> = row.try_get_by_index(1)?;
    if person.is_some_and(|person| matches!(input.leader, Leader::Person(new) if new == person)) {
        return Err(Error::refused("error-leader-same"));
    }
    if row.try_get_by_index::<i64>(2)? >= input.from.first.number() {
        let began = Day::from_number(row.try_get_by_index(2)?).map(|day| day.to_string());
        let args = [("day", began.unwrap_or_default().into())];
        return Err(Error::refused_with("error-leader-later", args.into()));
    }
    let last = PartialDay { first: input.from.first.before(), last: input.from.last.before() };
    changes.change(&MANDATES, row.try_get_by_index(0)?, days("until", last).into());
    Ok(())
}

/// The post of a leader for a government that has none: it has been there for longer than the register knows.
async fn new_post(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    organisation: RowId,
) -> Result<RowId> {
    let of = records::by_ids(context.tx, [organisation]).await?.remove(&organisation);
    let of = of.ok_or_else(|| Error::refused("error-record-in-use"))?;
    let record = NewRecord {
        public: of.public,
        illustrative: of.illustrative,
        ..NewRecord::of("post", format!("leader-{}", of.code.trim_start_matches("org-")), of.label)
    };
    let mut own: Values = [("post", Cell::Text("leader".into())), ("organisation", Cell::Int(organisation))]
        .map(|(name, cell)| (name.to_string(), cell))
        .into();
    own.extend(days("from", PartialDay { first: Day::FIRST, last: context.day }));
    Ok(changes.record(&POSTS, record, own))
}

/// A new person, who is public because they hold a public office. Nobody has said their gender yet.
async fn new_person(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    name: Texts,
    illustrative: bool,
) -> Result<RowId> {
    let record = NewRecord {
        illustrative,
        ..NewRecord::of("person", records::drawn_code(context.tx, "p").await?, name)
    };
    let own = [("gender".to_string(), Cell::Text("not-stated".into()))].into();
    Ok(changes.record(&PEOPLE, record, own))
}

/// Whether the government is invented: then so is what is recorded of it.
async fn is_illustrative(context: &Context<'_, Register>, organisation: RowId) -> Result<bool> {
    let found = records::by_ids(context.tx, [organisation]).await?;
    Ok(found.get(&organisation).is_some_and(|record| record.illustrative))
}

fn days(column: &str, day: PartialDay) -> [(String, Cell); 2] {
    [
        (column.to_string(), Cell::Int(day.first.number())),
        (format!("{column}_last"), Cell::Int(day.last.number())),
    ]
}
