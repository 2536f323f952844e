//! Action `accounts.invite`: gives somebody a role, an account if they have none, and a link to choose a password.

use decapolis_actions::{ADMINISTRATORS, Action, Context, Description, Field, Register, Role, Turn, Undo};
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::unversioned::Beside;
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::secrets::{account_code, digest};
use super::store::{by_mail, row, written_small};
use super::table::{ACCOUNTS, GRANTS, LINKS};

/// How long a link can be used, in days.
pub const LINK_LASTS: i64 = 7;

/// Who is invited, and as what.
#[derive(Clone, Debug)]
pub struct Invite {
    pub mail: String,
    /// How the person is called in the office. Empty: as the account is called already, or as the mail address begins.
    pub name: String,
    pub role: Role,
    /// The record of the region whose members it reaches; `None` for the whole network.
    pub region: Option<RowId>,
    /// Why, as it is kept with the grant.
    pub reason: Option<String>,
    /// The code of a new account; drawn if it is `None`.
    pub code: Option<String>,
    /// The token of the link ([`super::secrets::token`]); only its digest is kept. `None` where no link is wanted.
    pub link: Option<String>,
}

/// Gives a role.
///
/// Refused: no mail address (`error-mail`), a role of a region without one, or of the whole network with one (`error-role-region`,
/// `error-role-everywhere`), or the account has this role already and no link is wanted (`error-has-role`).
pub static INVITE: Action<Register, Invite> = Action {
    about: Description {
        name: "accounts.invite",
        on: None,
        fields: &[
            Field::of(&GRANTS, "role").required(),
            Field::of(&GRANTS, "region"),
            Field::of(&GRANTS, "reason"),
        ],
        turn: Turn::Short,
        undo: Undo::Never("error-undo-grant"),
        by: ADMINISTRATORS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: Invite) -> Result<Changes> {
    let mail = written_small(&input.mail);
    if !is_mail(&mail) {
        return Err(Error::refused_with("error-mail", [("text", input.mail.into())].into()));
    }
    match input.region {
        None if input.role.needs_region() => return Err(Error::refused("error-role-region")),
        Some(_) if input.role == Role::Administrator => return Err(Error::refused("error-role-everywhere")),
        _ => {}
    }
    let now = context.now.as_millisecond();
    let text = |text: &str| Cell::Text(text.to_string());
    let mut changes = Changes::default();
    let account = match by_mail(context.tx, &mail, context.day).await? {
        // with a link, it is how a forgotten password is replaced
        Some(account) if account.has(input.role, input.region) && input.link.is_none() => {
            return Err(Error::refused_with("error-has-role", [("mail", mail.into())].into()));
        }
        Some(account) => {
            if !account.has(input.role, input.region) {
                grant(context, &mut changes, &account.code, &input).await?;
            }
            account.code
        }
        None => {
            let code = input.code.clone().map_or_else(account_code, Ok)?;
            let own = mail.split('@').next().unwrap_or_default();
            let name = if input.name.trim().is_empty() { own } else { input.name.trim() };
            let cells = [
                ("code", text(&code)),
                ("name", text(name)),
                ("mail", text(&mail)),
                ("made", Cell::Int(now)),
            ];
            changes.beside(Beside::insert(&ACCOUNTS, row(cells)).or_refused("error-moved"));
            grant(context, &mut changes, &code, &input).await?;
            code
        }
    };
    if let Some(link) = &input.link {
        changes.beside(Beside::insert(
            &LINKS,
            row([
                ("token", text(&digest(link))),
                ("account", text(&account)),
                ("made", Cell::Int(now)),
                ("ends", Cell::Int(now + LINK_LASTS * 24 * 60 * 60 * 1000)),
            ]),
        ));
    }
    Ok(changes)
}

/// The role from today on. A role that was withdrawn today is given back: its row begins today too.
async fn grant(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    account: &str,
    input: &Invite,
) -> Result<()> {
    let (role, today) = (input.role.word(), context.day.number());
    let of_today = Query::select()
        .column("id")
        .from(GRANTS.name)
        .and_where(Expr::col("account").eq(account))
        .and_where(Expr::col("role").eq(role))
        .and_where(match input.region {
            Some(region) => Expr::col("region").eq(region),
            None => Expr::col("region").is_null(),
        })
        .and_where(Expr::col("from").eq(today))
        .to_owned();
    let day = || Cell::Int(today);
    let reason = input.reason.clone().map_or(Cell::Null, Cell::Text);
    match context.tx.query_one(&of_today).await? {
        Some(found) => {
            let again = row([("until", Cell::Null), ("until_last", Cell::Null), ("reason", reason)]);
            changes.change(&GRANTS, found.try_get_by_index(0)?, again);
        }
        None => changes.fact(
            &GRANTS,
            row([
                ("account", Cell::Text(account.into())),
                ("role", Cell::Text(role.into())),
                ("region", input.region.map_or(Cell::Null, Cell::Int)),
                ("from", day()),
                ("from_last", day()),
                ("until", Cell::Null),
                ("until_last", Cell::Null),
                ("reason", reason),
            ]),
        ),
    }
    Ok(())
}

/// Whether mail can be sent there: one @ between two parts, no blank, and a point in the second. Whether anybody reads it, a mail says.
fn is_mail(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[]\\,;:\"@".contains(c);
    !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && text.len() <= 254
        && name.chars().all(plain)
        && host.chars().all(plain)
}
