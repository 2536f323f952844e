//! The pages of accounts: sign in, sign out, choose a password, and the cast of the demo.

pub mod entering;
mod forgotten;
pub mod html;
pub mod provider;

use std::net::IpAddr;

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use jiff::Timestamp;
use serde::Deserialize;

use self::entering::{Entered, begun, enter, entered};
use self::html::{CastMember, CastPage, FormField, FormPage};
use super::checked::has_password;
use super::limits::Try;
use super::signed_in::SignedIn;
use super::{cast, cookie, passwords, second_factor, secrets, store};
use crate::mail;
use crate::web::checks::FromThisMachine;
use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::routes::Route;
use crate::web::sent::{Sent, field, fields, raw};
use crate::web::shell::shell;
use crate::web::visit::{Visit, asks};

asks! {
    /// The parameters of the sign-in page.
    pub struct SignInAsks {
        /// The path of the page that the reader came from.
        to,
    }
}

#[derive(Deserialize)]
struct LinkPath {
    token: String,
}

/// The largest form, in bytes: an address and a password.
const LONGEST: usize = 16 * 1024;

pub fn routes() -> Vec<Route> {
    let all = [
        Route::form("/{lang}/sign-in", sign_in, signing_in).asks(SignInAsks::NAMES),
        Route::form("/{lang}/sign-in/code", entering::no_code, entering::code),
        Route::form("/{lang}/sign-in/provider", provider::not_begun, provider::begin),
        Route::get(provider::BACK, provider::came_back).asks(provider::BackAsks::NAMES).never_kept(),
        Route::form("/{lang}/sign-out", signed_out, sign_out),
        Route::form("/{lang}/join/{token}", join, joining),
        Route::form("/{lang}/cast", cast_page, sign_in_as),
    ];
    all.into_iter().chain(forgotten::routes()).map(|route| route.with_forms_up_to(LONGEST)).collect()
}

/// A page or redirect that nobody may keep: it depends on who asks.
pub fn not_stored(answer: impl IntoResponse) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], answer).into_response()
}

async fn sign_in(visit: Visit<(), SignInAsks>) -> Response {
    visit
        .answer(async |site, reader, (), asks| {
            let to = asks.to.unwrap_or_default();
            Ok(not_stored(html::form_page(&sign_in_page(site, reader, "", &to, None))))
        })
        .await
}

async fn signing_in(visit: Visit<(), SignInAsks>, headers: HeaderMap, sent: Sent) -> Response {
    let (from, here) = (visit.from, visit.here);
    visit
        .answer(async |site, reader, (), _| {
            let sent = fields(&headers, sent)?;
            let (mail, to) = (field(&sent, "mail"), field(&sent, "to"));
            let password = raw(&sent, "password");
            match with_password(site, mail, password, from, here).await {
                Ok(how_far) => Ok(entered(site, reader, how_far, to)),
                Err(Error::Refused(why)) => {
                    let page = sign_in_page(site, reader, mail, to, Some(&why));
                    Ok(not_stored((StatusCode::BAD_REQUEST, html::form_page(&page))))
                }
                Err(error) => Err(error),
            }
        })
        .await
}

/// Signs in with a mail address and a password.
///
/// Refused, in the same words and after the same time whether the address is known or not: `error-sign-in`, `error-too-many-tries`.
async fn with_password(
    site: &Site,
    mail: &str,
    password: &str,
    from: Option<IpAddr>,
    here: FromThisMachine,
) -> Result<Entered> {
    private_line(site, here)?;
    let mail = store::written_small(mail);
    let tried = Try::begin(&mail, from)?;
    let (account, kept) = store::password(site.app.db.reader(), &mail).await?.unzip();
    let kept = kept.flatten();
    if !passwords::is_right(password.to_string(), kept.clone()).await? {
        return Err(Error::refused("error-sign-in"));
    }
    let (account, kept) = (account.unwrap_or_default(), kept.unwrap_or_default());
    let asks_a_code = second_factor::in_use(site.app.db.reader(), &account).await?.is_some();
    let how_far = enter(site, &account, asks_a_code, vec![has_password(&account, &kept)]).await?;
    match how_far {
        Entered::Half(_) => tried.halfway(),
        Entered::Session(_) => tried.succeeded(),
    }
    Ok(how_far)
}

/// Refused (`error-no-tls`): a password would travel where others can read it.
pub fn private_line(site: &Site, here: FromThisMachine) -> Result<()> {
    match here.0 || site.base.starts_with("https://") {
        true => Ok(()),
        false => Err(Error::refused("error-no-tls")),
    }
}

fn sign_in_page(site: &Site, reader: &Reader<'_>, mail: &str, to: &str, why: Option<&Message>) -> FormPage {
    let say = |key: &str| reader.locale.say(key);
    FormPage {
        shell: shell(site, reader, &say("sign-in-title"), "/sign-in", None),
        heading: say("sign-in-title"),
        words: vec![],
        error: why.map(|why| html::worded(&reader.locale, why)),
        action: reader.to("/sign-in"),
        fields: vec![
            FormField::new("mail", say("sign-in-mail"), "email", "username").with(mail),
            FormField::new("password", say("sign-in-password"), "password", "current-password"),
        ],
        kept: vec![("to".into(), to.into())],
        button: say("sign-in-button"),
        other_way: site.app.provider.as_ref().map(|provider| {
            let words =
                reader.locale.with("provider-button", &[("name", provider.name.as_str().into())].into());
            [reader.to("/sign-in/provider"), words]
        }),
        links: [
            mail::is_on(&site.app).then(|| Link::new(say("forgotten-title"), reader.to("/forgotten"))),
            site.app.demo.then(|| Link::new(say("cast-title"), reader.to("/cast"))),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

async fn signed_out(visit: Visit) -> Response {
    visit.answer(async |_, reader, (), ()| Ok(Redirect::to(&reader.to("/sign-in")).into_response())).await
}

async fn sign_out(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    visit
        .answer(async |site, reader, (), ()| {
            fields(&headers, sent)?;
            if let Some(token) = cookie::token(site, &headers) {
                store::end_session(&site.app.db, token).await?;
            }
            Ok(begun(site, "", &reader.to("/sign-in")))
        })
        .await
}

/// The page behind a link. A GET shows only: programs that look at mail open links too.
async fn join(visit: Visit<LinkPath>) -> Response {
    visit
        .answer(async |site, reader, path, ()| {
            let page = join_page(site, reader, &path.token, None).await?;
            Ok(not_stored(html::form_page(&page)))
        })
        .await
}

async fn joining(visit: Visit<LinkPath>, headers: HeaderMap, sent: Sent) -> Response {
    let here = visit.here;
    visit
        .answer(async |site, reader, path, ()| {
            let sent = fields(&headers, sent)?;
            let password = raw(&sent, "password");
            match chosen(site, &path.token, password, here).await {
                Ok(how_far) => Ok(entered(site, reader, how_far, "")),
                Err(Error::Refused(why)) if why.key != "site-error-link" => {
                    let page = join_page(site, reader, &path.token, Some(&why)).await?;
                    Ok(not_stored((StatusCode::BAD_REQUEST, html::form_page(&page))))
                }
                Err(error) => Err(error),
            }
        })
        .await
}

/// Gives the account of a link this password and signs it in. A link replaces a forgotten password and no second factor.
async fn chosen(site: &Site, link: &str, password: &str, here: FromThisMachine) -> Result<Entered> {
    private_line(site, here)?;
    let account = of_link(site, link).await?;
    let asks_a_code = account.has_second_factor;
    let kept = passwords::kept(password.to_string(), [account.name, account.mail]).await?;
    let chosen = store::password_chosen(&account.code, link, kept);
    enter(site, &account.code, asks_a_code, chosen).await
}

async fn of_link(site: &Site, token: &str) -> Result<store::Account> {
    let today = site.app.settings.today();
    let account = store::of_link(site.app.db.reader(), token, Timestamp::now(), today).await?;
    account.ok_or_else(|| Error::refused("site-error-link"))
}

async fn join_page(site: &Site, reader: &Reader<'_>, link: &str, why: Option<&Message>) -> Result<FormPage> {
    let account = of_link(site, link).await?;
    let say = |key: &str| reader.locale.say(key);
    let network = site.app.settings.name.words(reader.lang());
    let args = [("name", account.name.as_str().into()), ("network", network.into())];
    Ok(FormPage {
        shell: shell(site, reader, &say("join-title"), "/sign-in", None),
        heading: say("join-title"),
        words: vec![reader.locale.with("join-words", &args.into())],
        error: why.map(|why| html::worded(&reader.locale, why)),
        action: reader.to(&format!("/join/{link}")),
        fields: vec![
            FormField::new("mail", say("sign-in-mail"), "email", "username").with(&account.mail).read_only(),
            FormField::new("password", say("join-password"), "password", "new-password")
                .hinted(say("join-password.hint")),
        ],
        button: say("join-button"),
        ..FormPage::default()
    })
}

/// The cast exists in the demo only.
fn in_the_demo(site: &Site) -> Result<()> {
    if site.app.demo { Ok(()) } else { Err(Error::NotFound("page")) }
}

async fn cast_page(visit: Visit, headers: HeaderMap) -> Response {
    visit
        .answer(async |site, reader, (), ()| {
            in_the_demo(site)?;
            let signed_in = SignedIn::of(site, &headers).await?;
            let say = |key: &str| reader.locale.say(key);
            let members = cast::CAST.iter().map(|(member, role)| CastMember {
                code: cast::code(member),
                name: say(&cast::code(member)),
                may: say(&format!("role-may-{}", role.word())),
                is_current: signed_in.as_ref().is_some_and(|who| who.account.code == cast::code(member)),
            });
            let page = CastPage {
                shell: shell(site, reader, &say("cast-title"), "/cast", None),
                heading: say("cast-title"),
                words: say("cast-words"),
                action: reader.to("/cast"),
                button: say("cast-button"),
                current: say("cast-current"),
                members: members.collect(),
            };
            Ok(not_stored(html::cast(&page)))
        })
        .await
}

async fn sign_in_as(visit: Visit, headers: HeaderMap, sent: Sent) -> Response {
    let here = visit.here;
    visit
        .answer(async |site, reader, (), ()| {
            in_the_demo(site)?;
            let sent = fields(&headers, sent)?;
            private_line(site, here)?;
            let code = field(&sent, "as");
            if !cast::CAST.iter().any(|(member, _)| cast::code(member) == code) {
                return Err(Error::NotFound("account"));
            }
            let token = secrets::token()?;
            store::begin_session(&site.app.db, code, &token, Timestamp::now(), vec![]).await?;
            Ok(begun(site, &token, &reader.to("/office")))
        })
        .await
}
