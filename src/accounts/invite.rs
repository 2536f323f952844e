//! Action `accounts.invite`: gives somebody a role, an account if they have none, and a link to choose a password.

use decapolis_actions::{ADMINISTRATORS, Action, Context, Description, Field, Register, Role, Turn, Undo};
use decapolis_base::{Day, PartialDay};
use decapolis_register::changes::{Changes, days};
use decapolis_register::journal::RowId;
use decapolis_register::scope::Part;
use decapolis_register::table::REGION;
use decapolis_register::unversioned::Beside;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query};

use super::administrators::is_not_the_last;
use super::grants::{columns_of, on};
use super::secrets::{account_code, digest};
use super::store::{by_mail, row, written_small};
use super::table::{ACCOUNTS, GRANTS, LINKS};
use crate::mail::letter::Letter;
use crate::mail::outbox::queued;
use crate::people::table::MANDATES;

/// How long a link can be used, in days.
pub const LINK_LASTS: i64 = 7;

/// Who is invited, and as what.
#[derive(Clone, Debug)]
pub struct Invite {
    pub mail: String,
    /// How the person is called in the office. Empty: as the account is called already, or as the mail address begins.
    pub name: String,
    pub role: Role,
    /// The region, body or platform that it reaches; `None` for the whole network.
    pub part: Option<Part>,
    /// The last day of the role; `None` if it is not known yet.
    pub until: Option<Day>,
    /// The record of the post on which the role hangs: it ends with the mandate of whoever holds the post today.
    pub post: Option<RowId>,
    /// Why, as it is kept with the grant.
    pub reason: Option<String>,
    /// The code of a new account; drawn if it is `None`.
    pub code: Option<String>,
    /// The token of the link ([`super::secrets::token`]); only its digest is kept. `None` where no link is wanted.
    pub link: Option<String>,
    /// The letter that takes the link to the person, and the domain of its sender. `None` where no mail is sent.
    pub letter: Option<(Letter, String)>,
}

/// Gives a role.
///
/// Refused: no mail address (`error-mail`), a role of a part of the network without that part, or one of the whole network with another
/// (`error-role-region`, `error-role-body`, `error-role-platform`, `error-role-network`, `error-role-everywhere`), a last day that has passed
/// (`error-role-over`), an intern without one (`error-role-intern`), a post that nobody holds (`error-role-post`), the last administrator who
/// stays would get an end (`error-last-administrator`), or the account has this role already, and neither a link nor another end is wanted
/// (`error-has-role`).
pub static INVITE: Action<Register, Invite> = Action {
    about: Description {
        name: "accounts.invite",
        on: None,
        fields: &[
            Field::of(&GRANTS, "role").required(),
            Field::of(&GRANTS, "region"),
            Field::of(&GRANTS, "part"),
            Field::of(&GRANTS, "until"),
            Field::of(&GRANTS, "post"),
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
    reaches_what_it_needs(input.role, input.part)?;
    if input.until.is_some_and(|day| day < context.day) {
        return Err(Error::refused("error-role-over"));
    }
    if input.role == Role::Intern && input.until.is_none() {
        return Err(Error::refused("error-role-intern"));
    }
    let ends = Ends { until: input.until, mandate: mandate(context, input.post).await? };
    let now = context.now.as_millisecond();
    let text = |text: &str| Cell::Text(text.to_string());
    let mut changes = Changes::default();
    let account = match by_mail(context.tx, &mail, context.day).await? {
        // with a link, it is how a forgotten password is replaced
        Some(account)
            if account.has(input.role, input.part) && input.link.is_none() && ends == Ends::default() =>
        {
            return Err(Error::refused_with("error-has-role", [("mail", mail.into())].into()));
        }
        Some(account) => {
            // who is invited again only for a new link keeps the role as it is
            if !account.has(input.role, input.part) || ends != Ends::default() {
                if input.role == Role::Administrator && ends != Ends::default() {
                    is_not_the_last(context.tx, &account.code, context.day).await?;
                }
                grant(context, &mut changes, &account.code, &input, ends).await?;
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
            grant(context, &mut changes, &code, &input, ends).await?;
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
    if let Some((letter, host)) = input.letter {
        for write in queued(&letter.of_account(&account), &host, context.now)? {
            changes.beside(write);
        }
    }
    Ok(changes)
}

/// Refused: the role is given for another part of the network, or for none.
fn reaches_what_it_needs(role: Role, part: Option<Part>) -> Result<()> {
    let refused = |key: &'static str| Err(Error::refused(key));
    match (role.needs(), part.map(|part| part.kind)) {
        (Some(needed), given) if given == Some(needed) => Ok(()),
        (Some("body"), _) => refused("error-role-body"),
        (Some("platform"), _) => refused("error-role-platform"),
        (Some(_), _) => refused("error-role-region"),
        (None, Some(_)) if role == Role::Administrator => refused("error-role-everywhere"),
        (None, Some(kind)) if kind != REGION => refused("error-role-network"),
        (None, _) => Ok(()),
    }
}

/// How a grant ends.
#[derive(Clone, Copy, Default, PartialEq)]
struct Ends {
    until: Option<Day>,
    /// The post and the person whose mandate it hangs on.
    mandate: Option<(RowId, RowId)>,
}

impl Ends {
    /// The columns that say so.
    fn values(self) -> Values {
        let id = |id: Option<RowId>| id.map_or(Cell::Null, Cell::Int);
        let mut values = row([
            ("until", Cell::Null),
            ("until_last", Cell::Null),
            ("post", id(self.mandate.map(|(post, _)| post))),
            ("person", id(self.mandate.map(|(_, person)| person))),
        ]);
        values.extend(self.until.into_iter().flat_map(|day| days("until", PartialDay::exactly(day))));
        values
    }
}

/// The post with the person who holds it today. Refused (`error-role-post`): nobody of whom the register knows.
async fn mandate(context: &Context<'_, Register>, post: Option<RowId>) -> Result<Option<(RowId, RowId)>> {
    let Some(post) = post else { return Ok(None) };
    let ask = Query::select()
        .column(("m", "person"))
        .from_as(MANDATES.name, "m")
        .and_where(Expr::col(("m", "post")).eq(post))
        .and_where(Expr::col(("m", "person")).is_not_null())
        .cond_where(on("m", context.day))
        .to_owned();
    match context.tx.query_one(&ask).await? {
        Some(holder) => Ok(Some((post, holder.try_get_by_index(0)?))),
        None => Err(Error::refused("error-role-post")),
    }
}

/// The role from today on, or another end of one that lasts. A role that was withdrawn today is given back: its row begins today too.
async fn grant(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    account: &str,
    input: &Invite,
    ends: Ends,
) -> Result<()> {
    let (role, today) = (input.role.word(), context.day.number());
    let there = Query::select()
        .column(("g", "id"))
        .from_as(GRANTS.name, "g")
        .and_where(Expr::col(("g", "account")).eq(account))
        .and_where(Expr::col(("g", "role")).eq(role))
        .cond_where(columns_of(input.part).into_iter().fold(Condition::all(), |all, (name, id)| {
            all.add(id.map_or_else(|| Expr::col(("g", name)).is_null(), |id| Expr::col(("g", name)).eq(id)))
        }))
        .cond_where(Condition::any().add(Expr::col(("g", "from")).eq(today)).add(on("g", context.day)))
        .order_by(("g", "from"), Order::Desc)
        .to_owned();
    let mut values = ends.values();
    values.insert("reason".into(), input.reason.clone().map_or(Cell::Null, Cell::Text));
    if let Some(found) = context.tx.query_one(&there).await? {
        changes.change(&GRANTS, found.try_get_by_index(0)?, values);
        return Ok(());
    }
    values.extend(row([("account", Cell::Text(account.into())), ("role", Cell::Text(role.into()))]));
    values.extend(row(columns_of(input.part).map(|(name, id)| (name, id.map_or(Cell::Null, Cell::Int)))));
    values.extend(days("from", PartialDay::exactly(context.day)));
    changes.fact(&GRANTS, values);
    Ok(())
}

/// Whether mail can be sent there: one @ between two parts, no blank, and a point in the second. Whether anybody reads it, a mail says.
pub fn is_mail(text: &str) -> bool {
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
