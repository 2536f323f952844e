//! Action `people.change-leader`: somebody else leads a government.

use std::collections::BTreeMap;

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, Turn, Undo, WRITERS,
};
use decapolis_base::{Day, PartialDay, Texts};
use decapolis_register::changes::{Changes, day_before, days};
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, NewRecord, Record};
use decapolis_register::table::RECORDS;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};

use super::seats::{Handover, hand_over};
use super::spans::{Lasting, lasting};
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
    /// What becomes of each office that the outgoing leader has besides, by the code of the post.
    pub answers: BTreeMap<String, String>,
}

/// Who, or nobody.
#[derive(Clone, Debug)]
pub enum Leader {
    /// A person of the register.
    Person(RowId),
    /// A person who is not in the register yet. Their gender is recorded where they said it or a public source does.
    New(Texts),
    Vacant,
    /// Somebody, and it is not known who.
    Unknown,
}

impl FromGiven for ChangeLeader {
    /// Refused: neither a person nor a name (`error-leader-nobody`), or both (`error-leader-two`).
    fn from_given(given: Given) -> Result<ChangeLeader> {
        // a person is called the same in every language
        let label = given.text("label").map(|text| Texts::from_json(&text)).filter(|name| !name.is_empty());
        let name = label.map(|name| Texts::plain(name.words("und")));
        let nobody = match given.text("holder").as_deref() {
            Some("vacant") => Some(Leader::Vacant),
            Some("unknown") => Some(Leader::Unknown),
            _ => None,
        };
        let leader = match (given.record("person"), name, nobody) {
            (Some(person), None, None) => Leader::Person(person),
            (None, Some(name), None) => Leader::New(name),
            (None, None, Some(nobody)) => nobody,
            (None, None, None) => return Err(Error::refused("error-leader-nobody")),
            _ => return Err(Error::refused("error-leader-two")),
        };
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(ChangeLeader {
            organisation: given.record("organisation").ok_or_else(missing)?,
            leader,
            from: given.day("from").ok_or_else(missing)?,
            way: given.text("way"),
            answers: given.answers,
        })
    }
}

/// Ends the mandate that lasts until now, the day before, and begins the new one. A mandate that has ended already keeps its end. Of
/// each seat and each office of the presidency that the outgoing leader has, it is asked what becomes of it.
///
/// Refused: neither a person nor a name is given, or several (`error-leader-nobody`, `error-leader-two`), it is so already
/// (`error-leader-same`), the mandate until now surely begins no earlier (`error-leader-later`), or a later one is recorded
/// (`error-leader-follows`).
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
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: ChangeLeader) -> Result<Changes> {
    let mut changes = Changes::default();
    let government = records::by_ids(context.tx, [input.organisation]).await?.remove(&input.organisation);
    let government = government.ok_or_else(|| Error::refused("error-row-moved"))?;
    let illustrative = government.illustrative;
    let mut outgoing = None;
    let post = match leaders_post(context, &input).await? {
        Some(post) => {
            for mandate in lasting(context.tx, &MANDATES, "post", post).await? {
                make_way(&mut changes, &mandate, &input)?;
                outgoing = mandate.record("person").or(outgoing);
            }
            post
        }
        None => new_post(context, &mut changes, government).await?,
    };
    // of nobody it is not said how they came to office
    let way = input.way.map_or(Cell::Null, Cell::Text);
    let (holder, person, way) = match input.leader {
        Leader::Person(person) => ("person", Cell::Int(person), way),
        Leader::New(name) => {
            ("person", Cell::Int(new_person(context, &mut changes, name, illustrative).await?), way)
        }
        Leader::Vacant => ("vacant", Cell::Null, Cell::Null),
        Leader::Unknown => ("unknown", Cell::Null, Cell::Null),
    };
    let person_of_next = person.int();
    let mut mandate: Values = [
        ("post", Cell::Int(post)),
        ("holder", Cell::Text(holder.into())),
        ("person", person),
        ("way", way),
        ("until", Cell::Null),
        ("until_last", Cell::Null),
        ("illustrative", Cell::Bool(illustrative)),
    ]
    .map(|(name, cell)| (name.to_string(), cell))
    .into();
    mandate.extend(days("from", input.from));
    changes.fact(&MANDATES, mandate);
    // of a further term there is nothing to ask
    if let Some(outgoing) = outgoing.filter(|outgoing| Some(*outgoing) != person_of_next) {
        let handover = Handover {
            organisation: input.organisation,
            outgoing: vec![outgoing],
            from: input.from,
            illustrative,
            answers: &input.answers,
        };
        hand_over(context, &mut changes, &handover, (holder, person_of_next)).await?;
    }
    Ok(changes)
}

/// The post of the government's leader that is there on the first day that may be meant.
async fn leaders_post(context: &Context<'_, Register>, input: &ChangeLeader) -> Result<Option<RowId>> {
    let first = input.from.first.number();
    let ask = Query::select()
        .column("id")
        .from(POSTS.name)
        .and_where(Expr::col("post").eq("leader"))
        .and_where(Expr::col("organisation").eq(input.organisation))
        .and_where(Expr::col("until").is_null().or(Expr::col("until_last").gte(first)))
        .order_by("id", Order::Asc)
        .limit(1)
        .to_owned();
    let row = context.tx.query_one(&ask).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// What a recorded mandate does when another begins: what is over by then stays, what lasts ends the day before.
fn make_way(changes: &mut Changes, mandate: &Lasting, input: &ChangeLeader) -> Result<()> {
    let began = || [("day", mandate.from.to_string().into())].into();
    if mandate.from.first > input.from.last {
        return Err(Error::refused_with("error-leader-follows", began()));
    }
    // it has ended by then, and its own last day is known better than the day before the next
    if mandate.until.is_some_and(|until| until.last <= input.from.last) {
        return Ok(());
    }
    let is_the_same = match input.leader {
        Leader::Person(person) => mandate.record("person") == Some(person),
        Leader::New(_) => false,
        Leader::Vacant => mandate.text("holder") == Some("vacant"),
        Leader::Unknown => mandate.text("holder") == Some("unknown"),
    };
    if is_the_same {
        return Err(Error::refused("error-leader-same"));
    }
    let last = day_before(input.from, Some(mandate.from));
    if last.first > last.last {
        return Err(Error::refused_with("error-leader-later", began()));
    }
    changes.end(&MANDATES, mandate.id, last)
}

/// The post of a leader for a government that has none: it has been there for longer than the register knows.
async fn new_post(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    government: Record,
) -> Result<RowId> {
    let organisation = government.id;
    let record = NewRecord {
        public: government.public,
        illustrative: government.illustrative,
        ..NewRecord::of("post", records::drawn_code(context.tx, "leader").await?, government.label)
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
