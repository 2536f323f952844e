//! `user`: invites somebody to the office, lists who may do what, takes a role or a lost second factor away.

use clap::{Args, Subcommand};
use decapolis_actions::{self as actions, Actor, Request, Role};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::table::REGION;
use decapolis_words::errors::{Error, Result};

use super::grants::{part, role_of};
use super::invite::{INVITE, Invite, LINK_LASTS};
use super::remove_factor::{REMOVE_FACTOR, RemoveFactor};
use super::require_factor::{REQUIRE_FACTOR, RequireFactor};
use super::withdraw::{WITHDRAW, Withdraw};
use super::{secrets, store};
use crate::app::App;
use crate::cli::day::one_day;
use crate::cli::register::{open_existing, terminal_language};
use crate::terminal::say;

#[derive(Args)]
pub struct User {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Give somebody a role, and print the link by which they choose a password.
    Invite(InviteArgs),
    /// List the accounts and their roles.
    List,
    /// Take a role from somebody, or all: their sessions end at once.
    Withdraw(WithdrawArgs),
    /// Take a lost second factor off somebody's account: from then on the password alone opens it.
    RemoveSecondFactor(RemoveArgs),
    /// Say which roles need a second factor; the others need none.
    RequireSecondFactor(RequireArgs),
}

#[derive(Args)]
struct InviteArgs {
    /// The mail address of the person.
    mail: String,
    /// What the person may do: administrator, secretariat, regional-secretariat, finance-manager, treasurer, intern,
    /// body-officer, editor.
    #[arg(long)]
    role: String,
    /// The code of the region whose members the role reaches; without it, the whole network.
    #[arg(long)]
    region: Option<String>,
    /// The code of the body whose meetings and seats a body officer keeps.
    #[arg(long)]
    body: Option<String>,
    /// The code of the platform whose records an editor keeps.
    #[arg(long)]
    platform: Option<String>,
    /// How the person is called in the office.
    #[arg(long, default_value = "")]
    name: String,
    /// The last day of the role, as 2027-06-30. An intern needs one.
    #[arg(long)]
    until: Option<String>,
    /// The code of a post: the role ends with the mandate of whoever holds it today.
    #[arg(long)]
    post: Option<String>,
    /// Why, as it is kept with the role.
    #[arg(long)]
    reason: Option<String>,
}

#[derive(Args)]
struct WithdrawArgs {
    /// The mail address of the account.
    mail: String,
    /// Only this role.
    #[arg(long)]
    role: Option<String>,
}

#[derive(Args)]
struct RemoveArgs {
    /// The mail address of the account.
    mail: String,
    /// Why, as the journal keeps it.
    #[arg(long)]
    reason: String,
}

#[derive(Args)]
struct RequireArgs {
    /// The roles; none, if nobody needs one any more.
    roles: Vec<String>,
    /// Why, as it is kept with the rule.
    #[arg(long)]
    reason: Option<String>,
}

pub async fn user(args: User) -> Result<()> {
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let register = app.register();
    match args.verb {
        Verb::Invite(InviteArgs { mail, role, region, body, platform, name, until, post, reason }) => {
            let role = role_of(&role)?;
            let named = [(REGION, region), ("body", body), ("platform", platform)];
            let part = match named.into_iter().find_map(|(kind, code)| Some((kind, code?))) {
                Some((kind, code)) => Some(part(app.db.reader(), kind, &code).await?),
                None => None,
            };
            let until = until.as_deref().map(one_day).transpose()?;
            let post = match post {
                Some(code) => Some(post_of(&app, &code).await?),
                None => None,
            };
            let link = secrets::token()?;
            let request = Request::by(Actor::Operator).because(reason.as_deref());
            let invite = Invite {
                mail: mail.clone(),
                name,
                role,
                part,
                until,
                post,
                reason,
                code: None,
                link: Some(link.clone()),
                letter: None,
            };
            actions::run(&register, &INVITE, request, invite).await?;
            let args = [("mail", mail.into()), ("days", LINK_LASTS.into())];
            say!("{}", locale.with("user-invited", &args.into()));
            let base = match app.settings.address.as_str() {
                "" => "http://127.0.0.1:8080",
                address => address,
            };
            say!("{base}/{}/join/{link}", app.settings.languages.first().map_or("en", String::as_str));
        }
        Verb::List => {
            let accounts = store::all(app.db.reader(), app.settings.today()).await?;
            let parts = store::parts(app.db.reader(), &accounts).await?;
            for account in accounts {
                let roles = account.roles(&parts, &locale);
                let state = if account.has_password { "user-signs-in" } else { "user-is-invited" };
                let factor = if account.has_second_factor { "factor-has" } else { "factor-has-not" };
                let (state, factor) = (locale.say(state), locale.say(factor));
                say!("{}  {}  {}  {}  {}", account.mail, account.name, roles, state, factor);
            }
        }
        Verb::Withdraw(WithdrawArgs { mail, role }) => {
            let role = role.as_deref().map(role_of).transpose()?;
            let withdraw = Withdraw { mail: mail.clone(), role };
            actions::run(&register, &WITHDRAW, Request::by(Actor::Operator), withdraw).await?;
            say!("{}", locale.with("user-withdrawn", &[("mail", mail.into())].into()));
        }
        Verb::RemoveSecondFactor(RemoveArgs { mail, reason }) => {
            let request = Request::by(Actor::Operator).because(Some(&reason));
            let remove = RemoveFactor { mail: mail.clone(), reason };
            actions::run(&register, &REMOVE_FACTOR, request, remove).await?;
            say!("{}", locale.with("user-factor-removed", &[("mail", mail.into())].into()));
        }
        Verb::RequireSecondFactor(RequireArgs { roles, reason }) => {
            let roles = roles.iter().map(|word| role_of(word)).collect::<Result<Vec<Role>>>()?;
            let request = Request::by(Actor::Operator).because(reason.as_deref());
            actions::run(&register, &REQUIRE_FACTOR, request, RequireFactor { roles, seen: None, reason })
                .await?;
            say!("{}", locale.say("user-factor-required"));
        }
    }
    Ok(())
}

async fn post_of(app: &App, code: &str) -> Result<RowId> {
    let post = records::by_code(app.db.reader(), "post", code).await?;
    Ok(post.ok_or_else(|| Error::refused_with("error-no-post", [("code", code.into())].into()))?.id)
}
