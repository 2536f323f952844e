//! Action `accounts.free-identity`: frees somebody's account from the identity with which a provider signs it in.

use decapolis_actions::{ADMINISTRATORS, Action, Context, Description, Field, Register, Turn, Undo};
use decapolis_register::changes::Changes;
use decapolis_words::errors::{Error, Result};

use super::administrators::is_not_the_last;
use super::provider::store::{freed, of_account};
use super::store::{all_ended, by_mail};
use super::table::FREED_IDENTITIES;
use super::taken_off::taken_off;

/// Whose account is freed, and why.
#[derive(Clone, Debug)]
pub struct FreeIdentity {
    pub mail: String,
    pub reason: String,
}

/// Frees an account and ends its sessions. The next identity with its verified mail address takes it: for somebody whom the provider
/// knows under another name now, or where the wrong person came first.
///
/// Refused: nobody has this mail address (`error-no-account`), the account belongs to no identity (`error-no-identity`), no reason is
/// given (`error-reason-missing`), or the last administrator could no longer sign in (`error-last-administrator`).
pub static FREE_IDENTITY: Action<Register, FreeIdentity> = Action {
    about: Description {
        name: "accounts.free-identity",
        on: None,
        fields: &[
            Field::of(&FREED_IDENTITIES, "account").required(),
            Field::of(&FREED_IDENTITIES, "reason").required(),
        ],
        turn: Turn::Short,
        undo: Undo::Never("error-undo-identity"),
        by: ADMINISTRATORS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: FreeIdentity) -> Result<Changes> {
    let mail = [("mail", input.mail.as_str().into())];
    let account = by_mail(context.tx, &input.mail, context.day)
        .await?
        .ok_or_else(|| Error::refused_with("error-no-account", mail.into()))?;
    if of_account(context.tx, &account.code).await?.is_none() {
        return Err(Error::refused("error-no-identity"));
    }
    if !account.has_password {
        is_not_the_last(context.tx, &account.code, context.day).await?;
    }
    let mut changes = Changes::default();
    taken_off(context, &mut changes, &FREED_IDENTITIES, &account.code, &input.reason).await?;
    for ended in all_ended(&account.code, None).chain([freed(&account.code)]) {
        changes.beside(ended);
    }
    Ok(changes)
}
