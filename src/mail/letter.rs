//! A message in its reader's language, as text and as HTML.

use decapolis_words::Locale;
use decapolis_words::message::Args;
use maud::{DOCTYPE, html};

use super::message::IN_PLACE_OF_TOKEN;
use crate::app::App;
use crate::network::brand::Colour;

/// What a message is for. Its words are `mail-…` with this word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Invitation,
    NewPassword,
    /// A change of address, told to the address that is left.
    AddressLeft,
    /// A change of address, told to the address that is taken.
    AddressTaken,
}

impl About {
    /// The word in the outbox, and in the keys of the words.
    pub fn word(self) -> &'static str {
        match self {
            About::Invitation => "invitation",
            About::NewPassword => "new-password",
            About::AddressLeft => "address-left",
            About::AddressTaken => "address-taken",
        }
    }
}

/// A message before it is put into the outbox.
#[derive(Clone)]
pub struct Letter {
    /// Two letters with one key are the same message, which is sent once.
    pub key: String,
    pub about: About,
    pub account: Option<String>,
    pub to: String,
    pub language: String,
    pub subject: String,
    /// Both bodies have [`IN_PLACE_OF_TOKEN`] where the token is.
    pub text: String,
    pub html: String,
    /// The token of the link.
    pub secret: String,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a letter ({}) to {}", self.about.word(), self.to)
    }
}

/// The place in the site that a letter leads to.
pub struct Leads<'a> {
    /// The path without the language, up to its token: `/join`.
    pub path: &'a str,
    pub token: &'a str,
}

impl Letter {
    /// Writes a letter. `args` are what its words name besides the network and its address.
    pub fn write(
        app: &App,
        locale: &Locale<'_>,
        about: About,
        to: &str,
        key: &str,
        leads: &Leads<'_>,
        args: Args,
    ) -> Letter {
        let network = app.settings.name.words(locale.language).to_string();
        let address = app.settings.address.trim_end_matches('/');
        let link = format!("{address}/{}{}/{IN_PLACE_OF_TOKEN}", locale.language, leads.path);
        let mut named = args;
        named.0.extend([("network", network.as_str().into()), ("address", address.into())]);
        let word = about.word();
        let say = |part: &str| locale.with(&format!("mail-{word}{part}"), &named);
        let (words, button, after) = (say(".words"), say(".button"), say(".after"));
        let foot = locale.with("mail-foot", &named);
        let text = format!("{words}\n\n{button}:\n{link}\n\n{after}\n\n-- \n{foot}\n");
        let dir = if locale.right_to_left() { "rtl" } else { "ltr" };
        let colour = app.settings.brand.accent.map_or_else(|| "#1f4e79".into(), Colour::hex);
        let html = html! {
            (DOCTYPE)
            html lang=(locale.language) dir=(dir) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (say("")) }
                }
                body style="margin:0;background:#ffffff;color:#1b1b1b;font:16px/1.5 'Source Sans 3',Helvetica,Arial,sans-serif" {
                    div style="max-width:34em;margin:0 auto;padding:24px" {
                        p style="margin:0 0 24px;font-weight:600" { (network) }
                        p style="margin:0 0 20px" { (words) }
                        p style="margin:0 0 20px" {
                            a href=(link) style={ "display:inline-block;padding:10px 18px;border-radius:4px;background:" (colour) ";color:#ffffff;text-decoration:none;font-weight:600" } { (button) }
                        }
                        p style="margin:0 0 20px;font-size:14px;overflow-wrap:anywhere" { (link) }
                        p style="margin:0 0 20px" { (after) }
                        p style="margin:0;padding-top:16px;border-top:1px solid #d9d9d9;font-size:14px;color:#555555" { (foot) }
                    }
                }
            }
        };
        Letter {
            key: key.into(),
            about,
            account: None,
            to: to.into(),
            language: locale.language.into(),
            subject: say(""),
            text,
            html: html.into_string(),
            secret: leads.token.into(),
        }
    }

    /// Of the account with this code.
    pub fn of_account(self, code: &str) -> Letter {
        Letter { account: Some(code.into()), ..self }
    }
}
