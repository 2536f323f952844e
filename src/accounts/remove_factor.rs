//! Action `accounts.remove-second-factor`: takes a lost second factor off the account of somebody.

use decapolis_actions::{ADMINISTRATORS, Action, Context, Description, Field, Register, Turn, Undo};
use decapolis_register::changes::Changes;
use decapolis_words::errors::{Error, Result};

use super::second_factor;
use super::store::{all_ended, by_mail};
use super::table::REMOVED_FACTORS;
use super::taken_off::taken_off;

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
    let mut changes = Changes::default();
    taken_off(context, &mut changes, &REMOVED_FACTORS, &account.code, &input.reason).await?;
    for ended in all_ended(&account.code, None).chain(second_factor::removed(&account.code)) {
        changes.beside(ended);
    }
    Ok(changes)
}
