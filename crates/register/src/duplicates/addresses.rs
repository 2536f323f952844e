//! Addresses of mail and of the web, without the parts that are written differently each time.

/// A mail address for comparing: in lower case, without the part after a plus. `None` if the text is no mail address.
pub fn mail(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("mailto:").to_lowercase();
    let (user, host) = text.rsplit_once('@')?;
    let user = user.split('+').next().unwrap_or(user);
    let good = !user.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !text.contains(char::is_whitespace);
    good.then(|| format!("{user}@{host}"))
}

/// An address on the web as it is compared, or nothing where it is none: without scheme, www, fragment, trailing slash and the marks by
/// which mailings follow their readers.
pub fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    let (path, query) = rest.split_once('?').map_or((rest, ""), |(path, query)| (path, query));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    if !host.contains('.') || host.contains(char::is_whitespace) || host.contains('@') {
        return None;
    }
    let path = path.trim_end_matches('/');
    let path = path
        .strip_suffix("index.html")
        .or(path.strip_suffix("index.php"))
        .unwrap_or(path)
        .trim_end_matches('/');
    let follows = |part: &&str| {
        !["utm_", "fbclid", "gclid", "mc_", "ref=", "lang="].iter().any(|mark| part.starts_with(mark))
    };
    let mut asked: Vec<&str> = query.split('&').filter(|p| !p.is_empty()).filter(follows).collect();
    asked.sort_unstable();
    let mut address = host.to_string();
    for (mark, part) in [("/", path.to_string()), ("?", asked.join("&"))] {
        if !part.is_empty() {
            address.push_str(mark);
            address.push_str(&part);
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_and_web_addresses_are_compared_without_their_dress() {
        assert_eq!(mail(" Ama.Mensah+net@Accra.GOV.gh ").as_deref(), Some("ama.mensah@accra.gov.gh"));
        for none in ["", "ama", "ama@", "@accra.gh", "ama mensah@accra.gh", "ama@accra"] {
            assert_eq!(mail(none), None, "{none}");
        }
        for same in [
            "https://www.accra.gov.gh/plan/",
            "http://accra.gov.gh/plan?utm_source=x#top",
            "ACCRA.gov.gh/plan/index.html",
        ] {
            assert_eq!(web_address(same).as_deref(), Some("accra.gov.gh/plan"), "{same}");
        }
        assert_eq!(web_address("https://a.org/case?b=2&a=1").as_deref(), Some("a.org/case?a=1&b=2"));
        assert_eq!(web_address("https://A.org/").as_deref(), Some("a.org"));
        for none in ["", "-", "not known", "ama@accra.gh"] {
            assert_eq!(web_address(none), None, "{none}");
        }
    }
}
