//! Action `accounts.withdraw`: takes a role from somebody, at once.

use decapolis_actions::{ADMINISTRATORS, Action, Context, Description, Field, Register, Role, Turn, Undo};
use decapolis_base::PartialDay;
use decapolis_register::changes::Changes;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::administrators::another_stays;
use super::store::{all_ended, by_mail};
use super::table::GRANTS;

/// From whom a role is taken; `None` for all that the account has.
#[derive(Clone, Debug)]
pub struct Withdraw {
    pub mail: String,
    pub role: Option<Role>,
}

/// Ends grants and sessions. Yesterday was the last day of the grant; one that began today is taken away.
///
/// Refused: nobody has this mail address (`error-no-account`), the account does not have the role (`error-has-no-role`), or no
/// administrator would stay (`error-last-administrator`).
pub static WITHDRAW: Action<Register, Withdraw> = Action {
    about: Description {
        name: "accounts.withdraw",
        on: None,
        fields: &[Field::of(&GRANTS, "role")],
        turn: Turn::Short,
        undo: Undo::Never("error-undo-grant"),
        by: ADMINISTRATORS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: Withdraw) -> Result<Changes> {
    let mail = [("mail", input.mail.as_str().into())];
    let account = by_mail(context.tx, &input.mail, context.day)
        .await?
        .ok_or_else(|| Error::refused_with("error-no-account", mail.clone().into()))?;
    let taken = |role: Role| input.role.is_none_or(|only| only == role);
    let grants = Query::select()
        .columns(["id", "role", "from"])
        .from(GRANTS.name)
        .and_where(Expr::col("account").eq(account.code.as_str()))
        .and_where(Expr::col("from").lte(context.day.number()))
        .and_where(Expr::col("until").is_null().or(Expr::col("until_last").gte(context.day.number())))
        .to_owned();
    let mut changes = Changes::default();
    for row in context.tx.query_all(&grants).await? {
        let id: i64 = row.try_get_by_index(0)?;
        if !Role::read(&row.try_get_by_index::<String>(1)?).is_some_and(taken) {
            continue;
        }
        if row.try_get_by_index::<i64>(2)? == context.day.number() {
            changes.remove(&GRANTS, id);
        } else {
            changes.end(&GRANTS, id, PartialDay::exactly(context.day.before()))?;
        }
    }
    // also a role that rests because its mandate has ended: it would come back with the mandate
    if changes.is_empty() {
        return Err(Error::refused_with("error-has-no-role", mail.into()));
    }
    if account.has(Role::Administrator, None) && taken(Role::Administrator) {
        another_stays(context.tx, &account.code, context.day).await?;
    }
    for ended in all_ended(&account.code, None) {
        changes.beside(ended);
    }
    Ok(changes)
}
