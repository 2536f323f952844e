//! The address of the site: what it may be, and whether the program would start with it.

use std::net::IpAddr;

use decapolis_words::errors::{Error, Result};

use super::settings::set_address;

/// What is wrong with an address of a site, as the key of a refusal: pages are below the root of `https://network.example`, perhaps with a
/// port, and only the machine itself is reached without TLS.
pub fn what_is_wrong(text: &str) -> Option<&'static str> {
    let (is_private, rest) = match text.strip_prefix("https://") {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix("http://").unwrap_or_default()),
    };
    let host = rest.trim_end_matches('/');
    if host.is_empty() || !host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c)) {
        return Some("error-site-address");
    }
    (!is_private && !is_here(host)).then_some("error-site-address-open")
}

/// Whether a host, perhaps with a port, is this machine.
fn is_here(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// What the operator's environment says of how the site is reached.
#[derive(Clone, Debug, Default)]
pub struct Operator {
    /// The address that is used where the network's record has none.
    pub address: Option<String>,
    /// Whether proxies are named that may say where a request came from.
    pub names_proxies: bool,
}

impl Operator {
    pub fn of_environment() -> Operator {
        Operator { address: set_address(), names_proxies: !named_proxies().trim().is_empty() }
    }

    /// Refused (`error-address-behind-a-proxy`): proxies are named, and there is no address under which readers reach the site. The program
    /// does not start like this.
    pub fn starts_with(&self, address: &str) -> Result<()> {
        match self.names_proxies && address.trim().is_empty() && self.address.is_none() {
            true => Err(Error::refused("error-address-behind-a-proxy")),
            false => Ok(()),
        }
    }
}

/// The proxies that `DECAPOLIS_TRUSTED_PROXY` names; empty where it is not set.
pub fn named_proxies() -> String {
    std::env::var("DECAPOLIS_TRUSTED_PROXY").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_tls_or_of_this_machine() {
        for good in [
            "https://net.example",
            "https://net.example:8443/",
            "http://localhost:8080",
            "http://[::1]:80",
            "http://127.0.0.1",
        ] {
            assert_eq!(what_is_wrong(good), None, "{good}");
        }
        for open in [
            "http://net.example",
            "http://10.0.0.7:8080",
            "http://127.0.0.1.example.org",
            "http://localhost.example",
        ] {
            assert_eq!(what_is_wrong(open), Some("error-site-address-open"), "{open}");
        }
        for none in
            ["net.example", "https://", "https://net.example/office", "ftp://net.example", "https://a b"]
        {
            assert_eq!(what_is_wrong(none), Some("error-site-address"), "{none}");
        }
    }

    #[test]
    fn behind_a_proxy_the_program_starts_with_an_address_only() {
        let named = Operator { address: None, names_proxies: true };
        assert!(named.starts_with("https://net.example").is_ok());
        let why = named.starts_with(" ").unwrap_err();
        assert!(matches!(why, Error::Refused(why) if why.key == "error-address-behind-a-proxy"));
        assert!(Operator { address: Some("https://net.example".into()), ..named }.starts_with("").is_ok());
        assert!(Operator::default().starts_with("").is_ok());
    }
}
