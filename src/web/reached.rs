//! How the site is reached: its host names, its trusted proxies, and whether a request comes from this machine.

use std::net::{IpAddr, SocketAddr};

use decapolis_words::errors::{Error, Result};
use ipnet::IpNet;

/// The host names and proxies that requests may come through.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// The names of the site. `None` if there is no server (the command line, tests of pages).
    names: Option<Names>,
    proxies: Vec<IpNet>,
}

#[derive(Clone, Debug)]
struct Names {
    listening: IpAddr,
    /// In lower case, without ports.
    names: Vec<String>,
}

impl Reached {
    /// For a site that listens at `listening` and has these public URLs (`https://network.example`) or host names.
    /// `proxies` are trusted addresses (`10.0.0.7`) or networks (`10.0.0.0/8`), separated by commas.
    pub fn at(listening: SocketAddr, addresses: &[&str], proxies: &str) -> Result<Reached> {
        let names = addresses.iter().map(|address| host_of(address)).filter(|name| !name.is_empty());
        let names = Names { listening: listening.ip().to_canonical(), names: names.collect() };
        let proxies = proxies.split(',').map(str::trim).filter(|proxy| !proxy.is_empty()).map(|proxy| {
            let network = proxy.parse::<IpNet>().ok().or_else(|| proxy.parse::<IpAddr>().ok().map(IpNet::from));
            let wrong =
                || Error::Broken(format!("DECAPOLIS_TRUSTED_PROXY: “{proxy}” is neither an address (10.0.0.7) nor a network (10.0.0.0/8)"));
            network.ok_or_else(wrong)
        });
        Ok(Reached { names: Some(names), proxies: proxies.collect::<Result<_>>()? })
    }

    /// Reached by the host of this address too.
    pub fn also_by(mut self, address: &str) -> Reached {
        let name = host_of(address);
        if let Some(Names { names, .. }) = self.names.as_mut().filter(|_| !name.is_empty())
            && !names.contains(&name)
        {
            names.push(name);
        }
        self
    }

    /// Whether the site knows its names.
    pub fn is_known(&self) -> bool {
        self.names.is_some()
    }

    /// Whether this `host` header (`network.example:8080`) is a name of the site. This stops DNS rebinding: a page of
    /// another site whose name was pointed here after it was loaded gets nothing.
    pub fn by(&self, host: &str) -> bool {
        let Some(Names { listening, names }) = &self.names else { return true };
        let name = name_of(host);
        match name.parse::<IpAddr>() {
            // an IP address in the URL cannot have been pointed elsewhere
            Ok(ip) => {
                listening.is_unspecified()
                    || ip.to_canonical() == *listening
                    || is_loopback(&name)
                    || names.contains(&name)
            }
            Err(_) => is_loopback(&name) || names.contains(&name),
        }
    }

    /// Whether this is a trusted proxy.
    pub fn trusts(&self, proxy: IpAddr) -> bool {
        self.proxies.iter().any(|network| network.contains(&proxy.to_canonical()))
    }

    /// Whether only this machine can reach the site, and this request does not come through a proxy.
    pub fn from_this_machine(&self, host: &str, through_a_proxy: bool) -> bool {
        self.names.as_ref().is_some_and(|names| names.listening.is_loopback())
            && is_loopback(&name_of(host))
            && !through_a_proxy
    }
}

/// The host name in an address, or in what is only a host.
fn host_of(address: &str) -> String {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    name_of(host.split('/').next().unwrap_or_default())
}

/// The host name without port, in lower case.
fn name_of(host: &str) -> String {
    let bare = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    bare.trim_end_matches('.').to_ascii_lowercase()
}

fn is_loopback(name: &str) -> bool {
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse::<IpAddr>().is_ok_and(|ip| ip.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(listening: &str, addresses: &[&str]) -> Reached {
        Reached::at(listening.parse().unwrap(), addresses, "").unwrap()
    }

    #[test]
    fn only_names_of_the_network_reach_the_site() {
        let local = at("127.0.0.1:8080", &["https://Network.example/", "127.0.0.1"]);
        for name in [
            "network.example",
            "NETWORK.example.:443",
            "localhost:8080",
            "127.0.0.1:8080",
            "[::1]:8080",
            "a.localhost",
        ] {
            assert!(local.by(name), "{name}");
        }
        for name in [
            "evil.example",
            "network.example.evil.example",
            "localhost.evil.example",
            "192.168.1.5:8080",
            "",
            "[",
            ":8080",
        ] {
            assert!(!local.by(name), "{name}");
        }
        let everywhere = at("0.0.0.0:80", &["https://network.example"]);
        assert!(
            everywhere.by("192.168.1.5:8080")
                && everywhere.by("network.example")
                && !everywhere.by("evil.example")
        );
        assert!(at("[2001:db8::1]:80", &[]).by("[2001:db8::1]"));
    }

    #[test]
    fn only_what_comes_over_the_loopback_and_no_proxy_is_from_this_machine() {
        let local = at("127.0.0.1:8080", &["https://network.example"]);
        assert!(local.from_this_machine("localhost:8080", false));
        assert!(
            !local.from_this_machine("localhost:8080", true)
                && !local.from_this_machine("network.example", false)
        );
        assert!(!at("0.0.0.0:80", &[]).from_this_machine("localhost", false));
        assert!(!Reached::default().from_this_machine("localhost", false));
    }

    #[test]
    fn a_proxy_is_trusted_where_it_is_named() {
        let reached =
            Reached::at("127.0.0.1:80".parse().unwrap(), &[], " 10.0.0.0/8 , 192.0.2.1,::1").unwrap();
        for trusted in ["10.1.2.3", "::ffff:10.1.2.3", "192.0.2.1", "::1"] {
            assert!(reached.trusts(trusted.parse().unwrap()), "{trusted}");
        }
        assert!(
            !reached.trusts("192.0.2.2".parse().unwrap())
                && !Reached::default().trusts("127.0.0.1".parse().unwrap())
        );
        assert!(Reached::at("127.0.0.1:80".parse().unwrap(), &[], "proxy.example").is_err());
    }
}
