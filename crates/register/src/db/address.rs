//! The address of a register: a file, or a PostgreSQL server. Nothing that it says is printed before it is understood.

use std::fmt;
use std::path::{Path, PathBuf};

use decapolis_words::errors::{Error, Result};

/// Parameters that a PostgreSQL address may have. The driver would log the value of any other one, which may be a mistyped password.
const PARAMETERS: [&str; 16] = [
    "application_name",
    "dbname",
    "host",
    "hostaddr",
    "options",
    "password",
    "port",
    "ssl-ca",
    "ssl-cert",
    "ssl-key",
    "ssl-mode",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "user",
];
/// What is shown of an address of which it is not clear where its password is.
const UNCLEAR: &str = "postgres://…";

/// Where a register is. Shown without user, password and parameters.
#[derive(Clone, PartialEq)]
pub enum Address {
    File(PathBuf),
    /// `postgres://…`, as the driver reads it.
    Server(String),
}

impl Address {
    /// Reads an address as people write it: a path, `sqlite:` and a path, or `postgres://…` in any case.
    ///
    /// Refused, without a word of what may be a password: another kind of database (`error-address-kind`), an address in which a sign of
    /// the password is not written as `%40` (`error-address-unclear`), and an unknown parameter (`error-address-parameter`).
    pub fn read(text: &str) -> Result<Address> {
        let text = text.trim();
        let scheme = scheme(text).map(str::to_ascii_lowercase);
        match scheme.as_deref() {
            Some("postgres" | "postgresql") => server(text).map(Address::Server),
            Some("sqlite" | "file") => {
                let path = &text[text.find(':').map_or(0, |at| at + 1)..];
                Ok(Address::File(path.strip_prefix("//").unwrap_or(path).into()))
            }
            Some(other) => Err(Error::refused_with("error-address-kind", [("kind", other.into())].into())),
            // the form of libpq: host=… password=…
            None if is_key_and_value(text) => Err(Error::refused("error-address-unclear")),
            None => Ok(Address::File(text.into())),
        }
    }

    /// The path of a register in a file.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Address::File(path) => Some(path),
            Address::Server(_) => None,
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::File(path) => path.display().fmt(f),
            Address::Server(url) => f.write_str(&place(url)),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The address of a register as it may be shown: of a server without its user, password and parameters.
pub fn without_secret(address: &str) -> String {
    Address::read(address).map_or_else(|_| "…".into(), |address| address.to_string())
}

/// What stands before the first colon, if it can be the name of a kind of address. One letter is a drive of Windows.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let named = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'));
    // a file of this name may be meant
    (named && !Path::new(text).exists()).then_some(scheme)
}

fn is_key_and_value(text: &str) -> bool {
    let keys = ["host", "hostaddr", "port", "dbname", "user", "password", "service", "sslmode"];
    text.split_whitespace().any(|word| {
        word.split_once('=').is_some_and(|(key, _)| keys.contains(&key.to_ascii_lowercase().as_str()))
    })
}

/// The address of a server, with its kind in lower case.
fn server(text: &str) -> Result<String> {
    let unclear = || Error::refused("error-address-unclear");
    let (_, rest) = text.split_once("://").ok_or_else(unclear)?;
    let url = format!("postgres://{rest}");
    if place(&url) == UNCLEAR {
        return Err(unclear());
    }
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    for (at, part) in query.split('&').filter(|part| !part.is_empty()).enumerate() {
        let key = part.split_once('=').map_or(part, |(key, _)| key);
        if !PARAMETERS.contains(&key)
            && key != "statement-cache-capacity"
            && key != "ssl-root-cert"
            && !(key.starts_with("options[") || key.starts_with("options%5B"))
        {
            // not even its name: a password with a question mark in it would end up here
            return Err(Error::refused_with("error-address-parameter", [("n", (at + 1).into())].into()));
        }
    }
    Ok(url)
}

/// Server, port and database of an address. Where a sign stands that could belong to a password, nothing of it.
fn place(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return UNCLEAR.into() };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let database = tail.split(['?', '#']).next().unwrap_or_default();
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !host.ends_with(']') => (name, port),
        _ => (host, ""),
    };
    let plain = |text: &str, more: &str| {
        text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c) || !c.is_ascii())
    };
    let clear = !tail.contains('@')
        && !tail.contains('#')
        && plain(name, "-._[]:%")
        && port.bytes().all(|b| b.is_ascii_digit())
        && plain(database, "-._/%~$ ")
        // a colon in a name is one of an IPv6 address
        && (name.starts_with('[') || !name.contains(':'));
    if clear { format!("{scheme}://{host}{database}") } else { UNCLEAR.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password_however_it_is_written() {
        for address in [
            "postgres://u:s3cret@db.example/net",
            "POSTGRES://u:s3cret@db.example/net",
            "  PostgreSQL://u:s3cret@db.example/net\n",
            "postgres:u:s3cret@db.example/net",
            "postgres:/u:s3cret@db.example/net",
            "postgresql+psycopg2://u:s3cret@db.example/net",
            "pgsql://u:s3cret@db.example/net",
            "mysql://u:s3cret@db.example/net",
            "https://u:s3cret@db.example/net",
            "postgres://db.example/net?user=u&password=s3cret",
            "postgres://db.example/net?user=u&passwrod=s3cret",
            "postgres://db.example/net?user=u&password=x@s3cret",
            "postgres://db.example/net?sslpassword=s3cret",
            "postgres://u:a@b?s3cret@db.example/net",
            "postgres://u:a#s3cret@db.example/net",
            "postgres://u:a/s3cret@db.example/net",
            "postgres://u:12/s3cret@db.example/net",
            "postgres://u:12?s3cret@db.example/net",
            "postgres://u:s3cret/net",
            "postgres://u:a b s3cret@db.example/net",
            "postgres://db.example/net#s3cret",
            "host=db.example user=u password=s3cret",
            "dbname=net Password=s3cret",
        ] {
            assert!(!without_secret(address).contains("s3cret"), "{}", without_secret(address));
            match Address::read(address) {
                Ok(read) => {
                    assert!(!format!("{read} {read:?}").contains("s3cret"), "{address}");
                }
                Err(error) => assert!(!format!("{error} {error:?}").contains("s3cret"), "{address}: {error}"),
            }
        }
    }

    #[test]
    fn an_address_says_where_the_register_is() {
        for (address, shown) in [
            ("postgresql://u:secret@db.example:5432/net", "postgres://db.example:5432/net"),
            ("postgres://db.example/net?sslmode=require&application_name=x", "postgres://db.example/net"),
            ("postgres://u:p%40ss@[::1]:5432/net", "postgres://[::1]:5432/net"),
            ("postgres://u@%2Frun%2Fpostgresql/net", "postgres://%2Frun%2Fpostgresql/net"),
            ("postgres:///net?host=/run/postgresql", "postgres:///net"),
            ("net.db", "net.db"),
            ("sqlite://var/net.db", "var/net.db"),
            ("sqlite:/var/net.db", "/var/net.db"),
            ("C:\\registers\\net.db", "C:\\registers\\net.db"),
        ] {
            assert_eq!(Address::read(address).unwrap().to_string(), shown, "{address}");
        }
    }
}
