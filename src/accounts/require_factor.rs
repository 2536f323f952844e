//! Action `accounts.require-second-factor`: says which roles need a second factor.

use decapolis_actions::{ADMINISTRATORS, Action, Context, Description, Field, Register, Role, Turn, Undo};
use decapolis_base::{Day, PartialDay};
use decapolis_register::changes::{Changes, days};
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;

use super::grants::on;
use super::store::row;
use super::table::REQUIRED_FACTORS;

/// The roles that need a second factor from today on, and why. The others need none.
#[derive(Clone, Debug)]
pub struct RequireFactor {
    pub roles: Vec<Role>,
    /// The roles of which it was required when the choice was made; `None` where nobody was shown them.
    pub seen: Option<Vec<Role>>,
    pub reason: Option<String>,
}

/// Begins and ends what is required. Who has a role that needs a second factor, and has none, is led to set it up with their next page.
///
/// Refused: it is required of these roles already, and of no others (`error-nothing-changes`), or somebody else has changed it since it was
/// seen (`error-required-moved`).
pub static REQUIRE_FACTOR: Action<Register, RequireFactor> = Action {
    about: Description {
        name: "accounts.require-second-factor",
        on: None,
        fields: &[Field::of(&REQUIRED_FACTORS, "role"), Field::of(&REQUIRED_FACTORS, "reason")],
        turn: Turn::Short,
        undo: Undo::OwnAction,
        by: ADMINISTRATORS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

/// The roles of which a second factor is required on a day, with the row that says so and its first day.
async fn required(db: &impl ConnectionTrait, day: Day) -> Result<Vec<(Role, i64, i64)>> {
    let ask = Query::select()
        .columns([("r", "role"), ("r", "id"), ("r", "from")])
        .from_as(REQUIRED_FACTORS.name, "r")
        .cond_where(on("r", day))
        .to_owned();
    let mut all = vec![];
    for row in db.query_all(&ask).await? {
        let role: String = row.try_get_by_index(0)?;
        if let Some(role) = Role::read(&role) {
            all.push((role, row.try_get_by_index(1)?, row.try_get_by_index(2)?));
        }
    }
    Ok(all)
}

/// The roles of which a second factor is required on a day.
pub async fn roles(db: &impl ConnectionTrait, day: Day) -> Result<Vec<Role>> {
    Ok(required(db, day).await?.into_iter().map(|(role, ..)| role).collect())
}

async fn changes(context: &Context<'_, Register>, input: RequireFactor) -> Result<Changes> {
    let until_now = required(context.tx, context.day).await?;
    let has_moved = |seen: &Vec<Role>| {
        Role::ALL
            .iter()
            .any(|role| seen.contains(role) != until_now.iter().any(|(before, ..)| before == role))
    };
    if input.seen.as_ref().is_some_and(has_moved) {
        return Err(Error::refused("error-required-moved"));
    }
    let mut changes = Changes::default();
    for (role, id, from) in &until_now {
        if input.roles.contains(role) {
            continue;
        }
        if *from == context.day.number() {
            changes.remove(&REQUIRED_FACTORS, *id);
        } else {
            changes.end(&REQUIRED_FACTORS, *id, PartialDay::exactly(context.day.before()))?;
        }
    }
    for role in Role::ALL.into_iter().filter(|role| input.roles.contains(role)) {
        if until_now.iter().any(|(before, ..)| *before == role) {
            continue;
        }
        let mut values = row([
            ("role", Cell::Text(role.word().into())),
            ("until", Cell::Null),
            ("until_last", Cell::Null),
            ("reason", input.reason.clone().map_or(Cell::Null, Cell::Text)),
        ]);
        values.extend(days("from", PartialDay::exactly(context.day)));
        changes.fact(&REQUIRED_FACTORS, values);
    }
    match changes.is_empty() {
        true => Err(Error::refused("error-nothing-changes")),
        false => Ok(changes),
    }
}
