//! Who has an account, what they may do, and inviting somebody.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{self as actions, Request, Role, may};
use decapolis_register::records::{self, Record};
use decapolis_register::table::REGION;
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};

use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use crate::accounts::grants::role_of;
use crate::accounts::invite::{INVITE, Invite, LINK_LASTS};
use crate::accounts::require_factor::{self, REQUIRE_FACTOR, RequireFactor};
use crate::accounts::site::html::worded;
use crate::accounts::withdraw::{WITHDRAW, Withdraw};
use crate::accounts::{secrets, store};
use crate::mail;
use crate::mail::letter::{About, Leads, Letter};
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::Visit;

/// What came of a form.
#[derive(Default)]
struct Told {
    wrong: Option<[String; 2]>,
    invited: Option<Invited>,
    typed: Pairs,
}

/// Who was invited.
struct Invited {
    mail: String,
    /// It is shown once: only its digest is kept.
    link: String,
    /// Whether the link is also sent by mail.
    is_mailed: bool,
}

pub async fn show(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        may(&desk.who.actor, &INVITE.about)?;
        Ok(page(&desk, &Told::default()).await?.into_response())
    })
    .await
}

/// Invites somebody, takes a role away, or says which roles need a second factor.
pub async fn send(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, (), ()| {
        let typed = fields(&headers, sent)?;
        may(&desk.who.actor, &INVITE.about)?;
        let done = if !field(&typed, "withdraw").is_empty() {
            withdraw(&desk, &typed).await.map(|()| None)
        } else if !field(&typed, "require").is_empty() {
            require(&desk, &typed).await.map(|()| None)
        } else {
            invite(&desk, &typed).await.map(Some)
        };
        match done {
            Ok(Some(invited)) => {
                Ok(page(&desk, &Told { invited: Some(invited), ..Told::default() }).await?.into_response())
            }
            Ok(None) => Ok(Redirect::to(&desk.reader.to("/team")).into_response()),
            Err(Error::Refused(why)) => {
                let wrong = Some(worded(&desk.reader.locale, &why));
                let shown = page(&desk, &Told { wrong, typed, ..Told::default() }).await?;
                Ok((StatusCode::BAD_REQUEST, shown).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// Invites the address that was typed.
async fn invite(desk: &Desk<'_>, typed: &Pairs) -> Result<Invited> {
    let app = &desk.site.app;
    let role = role_of(field(typed, "role"))?;
    let part = desk.part(field(typed, "region")).await?;
    let until = match field(typed, "until") {
        "" => None,
        day => Some(
            day.parse()
                .map_err(|_| Error::refused_with("error-not-one-day", [("text", day.into())].into()))?,
        ),
    };
    let post = match field(typed, "post") {
        "" => None,
        code => {
            let found = records::by_code(app.db.reader(), "post", code).await?;
            let unknown = || Error::refused_with("error-no-post", [("code", code.into())].into());
            Some(found.ok_or_else(unknown)?.id)
        }
    };
    let link = secrets::token()?;
    let letter = app.mail.as_ref().filter(|_| mail::is_on(app)).map(|way| {
        let locale = &desk.reader.locale;
        let args = [("name", desk.who.name(locale).into()), ("days", LINK_LASTS.into())];
        let key = secrets::digest(&format!("invitation {}", secrets::digest(&link)));
        let leads = Leads { path: "/join", token: &link };
        let to = store::written_small(field(typed, "mail"));
        (
            Letter::write(app, locale, About::Invitation, &to, &key, &leads, args.into()),
            way.host().to_string(),
        )
    });
    let is_mailed = letter.is_some();
    let reason = Some(field(typed, "because")).filter(|reason| !reason.is_empty());
    let mail = field(typed, "mail").to_string();
    let invite = Invite {
        mail: mail.clone(),
        name: field(typed, "name").into(),
        role,
        part,
        until,
        post,
        reason: reason.map(str::to_string),
        code: None,
        link: Some(link.clone()),
        letter,
    };
    let request = Request::by(desk.who.actor.clone()).because(reason);
    actions::run(&app.register(), &INVITE, request, invite).await?;
    let site = desk.site.base.trim_end_matches('/');
    Ok(Invited { link: format!("{site}/{}/join/{link}", desk.reader.lang()), mail, is_mailed })
}

async fn withdraw(desk: &Desk<'_>, typed: &Pairs) -> Result<()> {
    let role = match field(typed, "role") {
        "" => None,
        word => Some(role_of(word)?),
    };
    let withdraw = Withdraw { mail: field(typed, "withdraw").into(), role };
    actions::run(&desk.site.app.register(), &WITHDRAW, Request::by(desk.who.actor.clone()), withdraw).await?;
    Ok(())
}

async fn require(desk: &Desk<'_>, typed: &Pairs) -> Result<()> {
    let required = typed.iter().filter(|(name, _)| name == "required");
    let roles = required.map(|(_, word)| role_of(word)).collect::<Result<Vec<Role>>>()?;
    let seen = typed.iter().filter(|(name, _)| name == "seen");
    let seen = seen.map(|(_, word)| role_of(word)).collect::<Result<Vec<Role>>>()?;
    let input = RequireFactor { roles, seen: Some(seen), reason: None };
    let request = Request::by(desk.who.actor.clone());
    actions::run(&desk.site.app.register(), &REQUIRE_FACTOR, request, input).await?;
    Ok(())
}

async fn page(desk: &Desk<'_>, told: &Told) -> Result<Markup> {
    let db = desk.site.app.db.reader();
    let locale = &desk.reader.locale;
    let accounts = store::all(db, desk.site.app.settings.today()).await?;
    let parts = store::parts(db, &accounts).await?;
    let mut offered = vec![];
    for kind in [REGION, "body", "platform"] {
        offered.push((kind, records::of_kind(db, kind).await?));
    }
    let title = desk.say("team-title");
    let main = html! {
        h1 { (title) }
        @if let Some([what, mend]) = &told.wrong { div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } } }
        @if let Some(Invited { mail, link, is_mailed }) = &told.invited {
            div class="answer" role="status" {
                p { (locale.with("user-invited", &[("mail", mail.as_str().into()), ("days", LINK_LASTS.into())].into())) }
                @if *is_mailed { p { (desk.say("team-mailed")) } }
                p { input class="link-once" readonly value=(link) aria-label=(desk.say("team-link")); }
            }
        }
        ul class="rows team" {
            @for account in &accounts {
                li {
                    b { a href=(desk.reader.to(&format!("/team/{}", account.code))) { (account.name(locale)) } }
                    span { (account.mail) }
                    span { @if account.grants.is_empty() { (desk.say("team-no-role")) } @else { (account.roles(&parts, locale)) } }
                    @if !account.has_password { span { (desk.say("user-is-invited")) } }
                    @if !account.grants.is_empty() {
                        form method="post" action=(desk.reader.to("/team")) {
                            input type="hidden" name="withdraw" value=(account.mail);
                            button type="submit" aria-label={ (desk.say("team-withdraw")) ": " (account.name(locale)) } { (desk.say("team-withdraw")) }
                        }
                    }
                }
            }
        }
        p { a href=(desk.reader.to("/access")) { (desk.say("access-title")) } }
        h2 { (desk.say("team-invite")) }
        (invite_form(desk, told, &offered))
        (required_form(desk, &require_factor::roles(db, desk.site.app.settings.today()).await?))
    };
    Ok(document(desk, &title, "/team", &main))
}

/// Which roles need a second factor.
fn required_form(desk: &Desk<'_>, required: &[Role]) -> Markup {
    html! {
        h2 { (desk.say("team-second-factor")) }
        form class="form" method="post" action=(desk.reader.to("/team")) {
            input type="hidden" name="require" value="yes";
            @for role in required { input type="hidden" name="seen" value=(role.word()); }
            fieldset class="choices" {
                legend { (desk.say("team-required")) }
                @for role in Role::ALL {
                    label { input type="checkbox" name="required" value=(role.word()) checked[required.contains(&role)]; " " (desk.say(&format!("choice-{}", role.word()))) }
                }
            }
            button type="submit" { (desk.say("team-required-save")) }
        }
    }
}

/// `offered` are the records for which a role can be given, by their kind.
fn invite_form(desk: &Desk<'_>, told: &Told, offered: &[(&'static str, Vec<Record>)]) -> Markup {
    let typed = |name: &str| field(&told.typed, name).to_string();
    let locale = &desk.reader.locale;
    html! {
        form class="form" method="post" action=(desk.reader.to("/team")) {
            div class="field" { label for="mail" { (desk.say("sign-in-mail")) } input id="mail" name="mail" type="email" required autocomplete="off" value=(typed("mail")); }
            div class="field" { label for="name" { (desk.say("office-name")) } input id="name" name="name" autocomplete="off" value=(typed("name")); }
            div class="field" {
                label for="role" { (desk.say("team-role")) }
                select id="role" name="role" required {
                    option value="" { (desk.say("office-choose")) }
                    @for role in Role::ALL {
                        option value=(role.word()) selected[typed("role") == role.word()] { (locale.say(&format!("choice-{}", role.word()))) " · " (locale.say(&format!("role-may-{}", role.word()))) }
                    }
                }
            }
            div class="field" {
                label for="region" { (desk.say("team-region")) " " span class="optional" { (desk.say("team-region.optional")) } }
                select id="region" name="region" {
                    option value="" { (desk.say("team-everywhere")) }
                    @for (kind, records) in offered.iter().filter(|(_, records)| !records.is_empty()) {
                        optgroup label=(desk.say(&format!("kinds-{kind}"))) {
                            @for record in records {
                                @let named = if *kind == REGION { record.code.clone() } else { format!("{kind}:{}", record.code) };
                                option value=(named) selected[typed("region") == named] { (record.label.words(desk.reader.lang())) }
                            }
                        }
                    }
                }
            }
            div class="field" {
                label for="until" { (desk.say("team-until")) " " span class="optional" { (desk.say("team-until.optional")) } }
                input id="until" name="until" type="date" min=(desk.site.app.settings.today()) value=(typed("until"));
            }
            div class="field" {
                label for="post" { (desk.say("team-post")) " " span class="optional" { (desk.say("team-post.optional")) } }
                p class="hint" id="post-hint" { (desk.say("team-post.hint")) }
                input id="post" name="post" autocomplete="off" data-finds="post" aria-describedby="post-hint" value=(typed("post"));
            }
            div class="field" { label for="because" { (desk.say("do-reason")) } input id="because" name="because" value=(typed("because")); }
            button class="main" type="submit" { (desk.say("team-invite-button")) }
        }
    }
}
