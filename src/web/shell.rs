//! What surrounds every page: navigation, years, languages and footer.

use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::layout::{Footer, Language, Shell};

/// The shell of the page at `path` (without the language). `year` is marked as current.
pub fn shell(site: &Site, reader: &Reader<'_>, title: &str, path: &str, year: Option<i64>) -> Shell {
    let say = |key: &str| reader.locale.say(key);
    let settings = &site.app.settings;
    let here = |words: String, to: &str| Link { words, href: reader.to(to), current: path == to };
    let bare = path.split('?').next().unwrap_or(path);
    Shell {
        lang: reader.lang().to_string(),
        right_to_left: reader.right_to_left(),
        title: title.to_string(),
        description: String::new(),
        network: Link::new(
            settings.name.words(reader.lang()),
            reader.to(&format!("/{}", settings.home_year)),
        ),
        logo: settings
            .brand
            .logo
            .as_ref()
            .map(|l| format!("/brand/logo.{}?{}", if l.svg { "svg" } else { "png" }, site.brand.version)),
        colours: site.colours(),
        skip: say("site-skip"),
        pages_label: say("site-navigation"),
        pages: [here(say("site-members"), "/members"), here(say("site-how-counted"), "/figures")]
            .into_iter()
            .chain(
                site.app
                    .studio
                    .then(|| Link { current: bare == "/studio", ..here(say("studio-title"), "/studio") }),
            )
            .collect(),
        years_label: say("site-years"),
        years: match year {
            Some(year) => (settings.years.0..=settings.years.1)
                .map(|y| Link {
                    words: settings.year_starts.words(y),
                    href: reader.to(&format!("/{y}")),
                    current: y == year,
                })
                .collect(),
            None => vec![],
        },
        languages_label: say("site-languages"),
        languages: settings
            .languages
            .iter()
            .map(|l| Language {
                lang: l.clone(),
                name: reader.locale.language_name(l),
                href: format!("/{l}{path}"),
                current: l == reader.lang(),
            })
            .collect(),
        ribbon: None,
        assets: "/assets/".into(),
        version: site.style_version.clone(),
        canonical: format!("/{}{bare}", reader.lang()),
        picture: None,
        footer: footer(reader),
    }
}

fn footer(reader: &Reader<'_>) -> Footer {
    let say = |key: &str| reader.locale.say(key);
    Footer {
        label: say("site-about"),
        links: vec![
            Link::new(say("site-how-counted"), reader.to("/figures")),
            Link::new(say("site-members"), reader.to("/members")),
        ],
        lines: vec![reader.locale.with("site-made-with", &[("program", "Decapolis".into())].into())],
    }
}
