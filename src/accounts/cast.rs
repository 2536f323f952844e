//! The cast of the demo: accounts that a visitor signs in as with one click. They are invented, and so are their addresses.

use std::sync::Arc;

use decapolis_actions::{self as actions, Actor, Register, Request, Role};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_words::Locale;
use decapolis_words::errors::Result;

use super::invite::{INVITE, Invite};
use super::store::by_mail;
use crate::app::App;

/// A member of the cast: the end of its code, which is also that of its words (`cast-…`), and what it was granted.
pub const CAST: [(&str, Role); 8] = [
    ("administrator", Role::Administrator),
    ("secretary-general", Role::Secretariat),
    ("membership-officer", Role::Secretariat),
    ("finance-manager", Role::FinanceManager),
    ("regional-secretary", Role::RegionalSecretariat),
    ("statutory-officer", Role::Secretariat),
    ("head-of-communications", Role::Secretariat),
    ("intern", Role::Intern),
];

/// How many days the intern of the demo stays.
const INTERN_LASTS: i64 = 180;

/// The code of a member's account.
pub fn code(member: &str) -> String {
    format!("cast-{member}")
}

/// How a member of the cast is called; `None` for any other account.
pub fn name(code: &str, locale: &Locale<'_>) -> Option<String> {
    CAST.iter().any(|(member, _)| code == self::code(member)).then(|| locale.say(code))
}

/// Gives each member of the cast its account, where it has none.
pub async fn invite_all(app: &App) -> Result<()> {
    let register: Arc<Register> = app.register();
    let language = app.settings.languages.first().map_or("en", String::as_str);
    let locale = app.locale(language).or_else(|| app.locale("en")).expect("English has words");
    let region = first_region(app).await?;
    for (member, role) in CAST {
        let part = region.filter(|_| role.needs().is_some()).map(|id| role.part(id));
        if role.needs().is_some() && part.is_none() {
            continue;
        }
        let mail = format!("{member}@demo.example");
        if by_mail(app.db.reader(), &mail, app.settings.today()).await?.is_some() {
            continue;
        }
        let code = code(member);
        let name = locale.say(&code);
        // an intern's role has a last day; the demo outlives it and is made again
        let until = (role == Role::Intern).then(|| app.settings.today().days_before(-INTERN_LASTS));
        let invite = Invite {
            mail,
            name,
            role,
            part,
            until,
            post: None,
            reason: None,
            code: Some(code),
            link: None,
            letter: None,
        };
        actions::run(&register, &INVITE, Request::by(Actor::Job("demo")), invite).await?;
    }
    Ok(())
}

/// The region of the regional secretary: the first of the network.
async fn first_region(app: &App) -> Result<Option<RowId>> {
    let regions = records::of_kind(app.db.reader(), "region").await?;
    Ok(regions.first().map(|region| region.id))
}
