//! Action `accounts.remove-second-factor`: takes a lost second factor off the account of somebody.

use decapolis_actions::{ADMINISTRATORS, Action, Context, Description, Field, Register, Turn, Undo};
use decapolis_register::changes::Changes;
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::second_factor;
use super::store::{all_ended, by_mail, row};
use super::table::REMOVED_FACTORS;

/// Whose second factor is taken off, and why.
#[derive(Clone, Debug)]
pub struct RemoveFactor {
    pub mail: String,
    pub reason: String,
}

/// Takes the second factor and the recovery codes off an account, and ends its sessions. What remains is that it was done, and why.
///
/// Refused: nobody has this mail address (`error-no-account`), the account has no second factor (`error-no-second-factor`), or no reason
/// is given (`error-reason-missing`).
pub static REMOVE_FACTOR: Action<Register, RemoveFactor> = Action {
    about: Description {
        name: "accounts.remove-second-factor",
        on: None,
        fields: &[
            Field::of(&REMOVED_FACTORS, "account").required(),
            Field::of(&REMOVED_FACTORS, "reason").required(),
        ],
        turn: Turn::Short,
        undo: Undo::Never("error-undo-second-factor"),
        by: ADMINISTRATORS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: RemoveFactor) -> Result<Changes> {
    let mail = [("mail", input.mail.as_str().into())];
    let account = by_mail(context.tx, &input.mail, context.day)
        .await?
        .ok_or_else(|| Error::refused_with("error-no-account", mail.into()))?;
    if !account.has_second_factor {
        return Err(Error::refused("error-no-second-factor"));
    }
    if input.reason.trim().is_empty() {
        return Err(Error::refused("error-reason-missing"));
    }
    let reason = Cell::Text(input.reason.trim().into());
    let of_today = Query::select()
        .column("id")
        .from(REMOVED_FACTORS.name)
        .and_where(Expr::col("account").eq(&account.code))
        .and_where(Expr::col("day").eq(context.day.number()))
        .to_owned();
    let mut changes = Changes::default();
    match context.tx.query_one(&of_today).await? {
        Some(again) => {
            changes.change(&REMOVED_FACTORS, again.try_get_by_index(0)?, row([("reason", reason)]))
        }
        None => changes.fact(
            &REMOVED_FACTORS,
            row([
                ("account", Cell::Text(account.code.clone())),
                ("day", Cell::Int(context.day.number())),
                ("day_last", Cell::Int(context.day.number())),
                ("reason", reason),
            ]),
        ),
    }
    for taken in second_factor::removed(&account.code) {
        changes.beside(taken);
    }
    for ended in all_ended(&account.code, None) {
        changes.beside(ended);
    }
    Ok(changes)
}
