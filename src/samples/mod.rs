//! Samples of every page with an invented network, in four languages, for the tests and the pattern page.

mod editions;
mod pages;
mod places;
mod sheet;
mod tests;

pub use crate::samples::pages::{empty_figure, figure, list, methods, not_found, record, refused, withheld_figure, broken};
pub use crate::samples::sheet::{empty_sheet, piece, sheet};

use crate::web::components::Link;
use crate::web::layout::{Footer, Language, Shell};
use crate::page::site::number::NumberWords;
use crate::web::{list as list_page, notice};
use crate::editions::site::{listed_html as editions_page, proof_html as proof_page};
use crate::figures::site::{html as figure_page, methods_html as methods_page};
use crate::page::site::{embed_html as embed, html as sheet_page};
use crate::records::site::html as record_page;

/// The languages of the samples. Arrays of texts are in this order.
pub const LANGUAGES: [&str; 4] = ["es", "en", "fr", "ar"];

/// A language of the samples, by its index in [`LANGUAGES`].
#[derive(Clone, Copy, Debug)]
pub struct In(pub usize);

impl In {
    /// The text in this language.
    pub fn say(self, texts: [&str; 4]) -> String {
        texts[self.0].to_owned()
    }

    /// The text in this language, for an optional field.
    pub fn maybe(self, texts: [&str; 4]) -> Option<String> {
        Some(self.say(texts))
    }

    /// A path in this language.
    pub fn to(self, path: &str) -> String {
        format!("/{}/{path}", LANGUAGES[self.0])
    }
}

/// The shell of the sample pages.
pub fn shell(l: In, title: &str) -> Shell {
    Shell {
        lang: LANGUAGES[l.0].into(),
        right_to_left: l.0 == 3,
        title: title.into(),
        description: l.say(["La red en cifras.", "The network in figures.", "Le réseau en chiffres.", "الشبكة بالأرقام."]),
        network: Link::new(l.say(["Red de la Marisma", "Saltmarsh Network", "Réseau du Marais", "شبكة المستنقع"]), l.to("")),
        logo: None,
        colours: None,
        skip: l.say(["Saltar al contenido", "Skip to content", "Aller au contenu", "انتقل إلى المحتوى"]),
        pages_label: l.say(["Páginas", "Pages", "Pages", "الصفحات"]),
        pages: vec![
            Link::here(l.say(["En cifras", "In figures", "En chiffres", "بالأرقام"]), l.to("2020")),
            Link::new(l.say(["Miembros", "Members", "Membres", "الأعضاء"]), l.to("members")),
            Link::new(l.say(["Cómo se cuenta", "How it is counted", "Comment on compte", "كيف نحسب"]), l.to("methods")),
        ],
        years_label: l.say(["Años", "Years", "Années", "السنوات"]),
        years: (2017..=2021).map(|year| Link { words: year.to_string(), href: l.to(&year.to_string()), current: year == 2020 }).collect(),
        languages_label: l.say(["Idiomas", "Languages", "Langues", "اللغات"]),
        languages: ["Español", "English", "Français", "العربية"]
            .iter()
            .enumerate()
            .map(|(at, name)| Language { lang: LANGUAGES[at].into(), name: (*name).into(), href: In(at).to("2020"), current: at == l.0 })
            .collect(),
        ribbon: l.maybe(["datos ilustrativos", "illustrative data", "données illustratives", "بيانات توضيحية"]),
        assets: "/assets/".into(),
        version: String::new(),
        canonical: String::new(),
        picture: None,
        footer: Footer {
            label: l.say(["Sobre este sitio", "About this site", "À propos de ce site", "عن هذا الموقع"]),
            links: vec![
                Link::new(l.say(["Accesibilidad", "Accessibility", "Accessibilité", "إمكانية الوصول"]), l.to("accessibility")),
                Link::new(l.say(["Datos abiertos", "Open data", "Données ouvertes", "بيانات مفتوحة"]), l.to("data")),
            ],
            lines: vec![l.say(["Según consta el 12 de abril de 2021.", "As known on 12 April 2021.", "Selon l’état connu au 12 avril 2021.", "وفق المعلوم في 12 أبريل 2021."])],
        },
    }
}

/// The texts that all numbers of the samples share.
pub fn number_words(l: In) -> NumberWords {
    NumberWords {
        counted: l.say(["Qué se cuenta", "What is counted", "Ce qui est compté", "ما الذي يُحسب"]),
        period: l.say(["Día o periodo", "Day or period", "Jour ou période", "اليوم أو الفترة"]),
        rule: l.say(["Regla", "Rule", "Règle", "القاعدة"]),
        base: l.say(["Sobre el total de", "Out of", "Sur un total de", "من أصل"]),
        unknown: l.say(["No consta", "Not stated", "Non précisé", "غير مذكور"]),
        left_out: l.say(["Excluidos", "Left out", "Écartés", "مستبعد"]),
        open: l.say(["La cifra, año por año y fila por fila", "The figure, year by year and row by row", "Le chiffre, année par année et ligne par ligne", "الرقم سنة بسنة وصفًا بصف"]),
        none: "—".into(),
        within: l.say(["En la misma frase", "In the same sentence", "Dans la même phrase", "في الجملة نفسها"]),
        signs: [
            l.say(["a una fecha", "on the day", "à une date", "في يوم محدد"]),
            l.say(["durante el año", "during the year", "pendant l’année", "خلال السنة"]),
            l.say(["como mínimo", "at least", "au minimum", "على الأقل"]),
            l.say(["provisional", "provisional", "provisoire", "مؤقت"]),
        ],
    }
}

/// Every sample as HTML, with its name and language.
pub fn all(land: &str) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for (at, lang) in LANGUAGES.iter().enumerate() {
        let l = In(at);
        let shell = |title: &str| shell(l, title);
        let faces = [
            ("sheet", sheet_page::page(&shell("2020"), &sheet(l), land)),
            ("sheet-empty", sheet_page::page(&shell("2020"), &empty_sheet(l), land)),
            ("figure", figure_page::page(&shell("R7TB"), &figure(l))),
            ("figure-withheld", figure_page::page(&shell("R7TB"), &withheld_figure(l))),
            ("figure-empty", figure_page::page(&shell("R7TB"), &empty_figure(l))),
            ("record", record_page::page(&shell("Puertoclaro"), &record(l, land))),
            ("list", list_page::page(&shell("list"), &list(l))),
            ("editions", editions_page::page(&shell("editions"), &editions::editions(l))),
            ("editions-none", editions_page::page(&shell("editions"), &editions::no_editions(l))),
            ("proof", proof_page::page(&shell("proof"), &editions::proof(l, true))),
            ("proof-altered", proof_page::page(&shell("proof"), &editions::proof(l, false))),
            ("methods", methods_page::page(&shell("methods"), &methods(l))),
            ("embed-number", embed::page(&piece(l, "number", land))),
            ("embed-card", embed::page(&piece(l, "card", land))),
            ("embed-map", embed::page(&piece(l, "map", land))),
            ("not-found", notice::page(&shell("404"), &not_found(l))),
            ("refused", notice::page(&shell("403"), &refused(l))),
            ("broken", notice::page(&shell("500"), &broken(l))),
        ];
        pages.extend(faces.into_iter().map(|(face, html)| (format!("{face}.{lang}"), html.into_string())));
    }
    pages
}
