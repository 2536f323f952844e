//! How messages leave: over SMTP, or into a folder.

use std::fs;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use decapolis_words::errors::{Error, Result};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::message::{Message, with_token};

/// How long a server may take for one answer.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);

/// The way out, and the sender. Its password is never printed.
pub struct Mail {
    way: Way,
    from: Mailbox,
}

enum Way {
    Smtp {
        transport: AsyncSmtpTransport<Tokio1Executor>,
        /// The server and its port.
        shown: String,
    },
    Folder(PathBuf),
}

/// Why a message did not leave.
#[derive(Debug, PartialEq)]
pub enum NotSent {
    /// It may be sent later.
    Later(String),
    /// The server takes it neither now nor later.
    Never(String),
    /// The line broke while the message was under way.
    NobodyKnows(String),
}

impl Mail {
    /// The way out that the environment names; `None` where it names none.
    ///
    /// Refused: `error-mail-setting`, `error-mail-from`, `error-mail-in-the-clear`.
    pub fn of_environment() -> Result<Option<Mail>> {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        match set("DECAPOLIS_MAIL") {
            None => Ok(None),
            Some(way) => {
                Mail::by(way.trim(), set("DECAPOLIS_MAIL_FROM").unwrap_or_default().trim()).map(Some)
            }
        }
    }

    /// The way out with this name: `smtps://user:password@host`, `smtp://host:587`, or `folder:/var/spool/decapolis`. `from` is the sender:
    /// `Network <office@network.example>`.
    ///
    /// Refused: as [`Mail::of_environment`].
    pub fn by(way: &str, from: &str) -> Result<Mail> {
        let from: Mailbox = from.parse().map_err(|_| Error::refused("error-mail-from"))?;
        if let Some(folder) = way.strip_prefix("folder:") {
            return Ok(Mail { way: Way::Folder(PathBuf::from(folder)), from });
        }
        let unreadable = || Error::refused("error-mail-setting");
        let (scheme, rest) = way.split_once("://").ok_or_else(unreadable)?;
        let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
        let shown = place.split(['/', '?']).next().unwrap_or_default().to_string();
        let host = shown.rsplit_once(':').map_or(shown.as_str(), |(host, _)| host);
        if host.is_empty() || !matches!(scheme, "smtp" | "smtps") {
            return Err(unreadable());
        }
        let mut url = way.to_string();
        if scheme == "smtp" && !is_this_machine(host) {
            // nobody on the way reads the password or the link of an invitation
            match place.split_once('?').map(|(_, asked)| asked) {
                None | Some("") => url = format!("{}?tls=required", way.trim_end_matches('?')),
                Some("tls=required") => {}
                Some(_) => return Err(Error::refused("error-mail-in-the-clear")),
            }
        }
        // what lettre says may repeat the address with its password
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url).map_err(|_| unreadable())?;
        Ok(Mail {
            way: Way::Smtp { transport: transport.timeout(Some(LONGEST_ANSWER)).build(), shown },
            from,
        })
    }

    /// The server or the folder, without a password.
    pub fn shown(&self) -> String {
        match &self.way {
            Way::Smtp { shown, .. } => shown.clone(),
            Way::Folder(folder) => folder.display().to_string(),
        }
    }

    /// The sender, as readers see it.
    pub fn sender(&self) -> String {
        self.from.to_string()
    }

    /// The domain of the sender, in which Message-IDs are.
    pub fn host(&self) -> &str {
        self.from.email.domain()
    }

    /// Whether the way is open. A message that was not begun can be sent later without a doubt.
    pub async fn is_open(&self) -> std::result::Result<(), NotSent> {
        match &self.way {
            Way::Smtp { transport, .. } => match transport.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err(NotSent::Later("the server did not answer".into())),
                // also a wrong password: an operator mends that, and the message is still wanted
                Err(why) => Err(NotSent::Later(in_full(&why))),
            },
            Way::Folder(folder) => fs::create_dir_all(folder).map_err(|why| NotSent::Later(why.to_string())),
        }
    }

    /// Sends a message.
    pub async fn send(&self, message: &Message) -> std::result::Result<(), NotSent> {
        let written = self.written(message).map_err(NotSent::Never)?;
        match &self.way {
            Way::Smtp { transport, .. } => match transport.send(written).await {
                Ok(_) => Ok(()),
                Err(why) if why.is_permanent() => Err(NotSent::Never(in_full(&why))),
                Err(why) if why.is_transient() => Err(NotSent::Later(in_full(&why))),
                Err(why) => Err(NotSent::NobodyKnows(in_full(&why))),
            },
            Way::Folder(folder) => {
                let name = message.message_id.split('@').next().unwrap_or_default();
                let (half, whole) =
                    (folder.join(format!(".{name}.half")), folder.join(format!("{name}.eml")));
                let kept = fs::write(&half, written.formatted()).and_then(|()| fs::rename(&half, whole));
                kept.map_err(|why| NotSent::Later(why.to_string()))
            }
        }
    }

    /// A message as it travels. Errors: why it cannot be written, such as an address that is none.
    fn written(&self, message: &Message) -> std::result::Result<lettre::Message, String> {
        let to: Mailbox = message.to.parse().map_err(|why| format!("{}: {why}", message.to))?;
        let token = message.secret.as_deref().unwrap_or_default();
        let body = |body: &Option<String>| with_token(body.as_deref().unwrap_or_default(), token);
        let header = |name: &'static str, value: &str| {
            HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_string())
        };
        lettre::Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&message.subject)
            .message_id(Some(format!("<{}>", message.message_id)))
            // no absence notes in answer (RFC 3834)
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", &message.language))
            .multipart(MultiPart::alternative_plain_html(body(&message.text), body(&message.html)))
            .map_err(|why| why.to_string())
    }
}

/// An error with its causes.
fn in_full(why: &SmtpError) -> String {
    let mut text = why.to_string();
    let mut cause = std::error::Error::source(why);
    while let Some(next) = cause {
        let said = next.to_string();
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        cause = next.source();
    }
    text
}

fn is_this_machine(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']);
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: &str = "Network <office@network.example>";

    fn refusal(way: &str, from: &str) -> &'static str {
        match Mail::by(way, from) {
            Err(Error::Refused(why)) => why.key,
            Err(error) => panic!("{error}"),
            Ok(_) => panic!("{way} was not refused"),
        }
    }

    #[tokio::test]
    async fn a_way_is_shown_without_its_password() {
        for (way, shown) in [
            ("smtps://ana:s%40cret@mail.network.example", "mail.network.example"),
            ("smtp://ana:secret@mail.network.example:587", "mail.network.example:587"),
            ("smtp://127.0.0.1:2525", "127.0.0.1:2525"),
            ("folder:/var/spool/decapolis", "/var/spool/decapolis"),
        ] {
            let mail = Mail::by(way, FROM).expect(way);
            assert_eq!((mail.shown().as_str(), mail.host()), (shown, "network.example"));
        }
    }

    #[tokio::test]
    async fn a_way_that_cannot_be_read_or_can_be_overheard_is_refused() {
        for way in ["mail.network.example", "http://mail.network.example", "smtps://", "smtp://ana:secret@"] {
            assert_eq!(refusal(way, FROM), "error-mail-setting", "{way}");
        }
        for asked in ["?tls=opportunistic", "?tls=opportunis%74ic", "?tls=required&tls=opportunistic"] {
            assert_eq!(
                refusal(&format!("smtp://mail.network.example{asked}"), FROM),
                "error-mail-in-the-clear"
            );
        }
        for from in ["", "office", "Network <office>"] {
            assert_eq!(refusal("folder:/tmp", from), "error-mail-from", "{from}");
        }
    }
}
