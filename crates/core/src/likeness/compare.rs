//! How alike two things are, and why.
//!
//! The strongest reason gives the score, from 0 to 1; every thing that is surely different takes from it. The numbers were set by hand on
//! practices that stand in several catalogues and on cities with their names in other languages; the decision page tells how well they do.

use std::collections::BTreeSet;

use strsim::jaro_winkler;

use super::described::Described;
use super::fold::{latin, sound, telling_words, word_set};
use crate::words::Message;

/// From this score on somebody is asked.
pub const ASK: f64 = 0.75;

/// Why two things may be one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    SameMail,
    SameAddress,
    /// Alike but for case, accents and punctuation.
    SameName,
    /// The same words in another order, or with another word for the sort of thing it is.
    SameWords,
    OtherScript,
    /// The name of one is another name of the other.
    OtherName,
    /// A letter or two apart, or heard alike.
    NearlySameName,
    /// Most telling words of a title.
    SameTitle,
    /// So many kilometres apart: a reason only beside another.
    Near(f64),
}

impl Reason {
    pub const ALL: [Reason; 9] = [
        Reason::SameMail,
        Reason::SameAddress,
        Reason::SameName,
        Reason::SameWords,
        Reason::OtherScript,
        Reason::OtherName,
        Reason::NearlySameName,
        Reason::SameTitle,
        Reason::Near(0.0),
    ];

    /// The name it has on the command line and in the keys of its words.
    pub fn name(self) -> &'static str {
        match self {
            Reason::SameMail => "mail",
            Reason::SameAddress => "address",
            Reason::SameName => "name",
            Reason::SameWords => "words",
            Reason::OtherScript => "script",
            Reason::OtherName => "other-name",
            Reason::NearlySameName => "nearly",
            Reason::SameTitle => "title",
            Reason::Near(_) => "near",
        }
    }

    /// The key of the words that say it of a row and a record.
    pub fn key(self) -> &'static str {
        match self {
            Reason::SameMail => "like-mail",
            Reason::SameAddress => "like-address",
            Reason::SameName => "like-name",
            Reason::SameWords => "like-words",
            Reason::OtherScript => "like-script",
            Reason::OtherName => "like-other-name",
            Reason::NearlySameName => "like-nearly",
            Reason::SameTitle => "like-title",
            Reason::Near(_) => "like-near",
        }
    }

    /// A row looks like the record with this code and this name.
    pub fn message(self, code: &str, name: &str) -> Message {
        Message::with(self.key(), [("code", code.into()), ("name", name.into())])
    }
}

/// How alike two things are.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    pub score: f64,
    /// The strongest first.
    pub reasons: Vec<Reason>,
}

impl Likeness {
    pub fn is_likely(&self) -> bool {
        self.score >= ASK
    }
}

/// Compares two things of one kind; `None` where nothing says that they are one.
pub fn compare(one: &Described, two: &Described) -> Option<Likeness> {
    let name = alike_by_name(one, two);
    let mut found: Vec<(f64, Reason)> = name.into_iter().collect();
    if shares(&one.mails, &two.mails) {
        // one mail address may be that of an office where several work
        found.push((if name.is_some() || one.names.is_empty() || two.names.is_empty() { 0.95 } else { 0.8 }, Reason::SameMail));
    }
    if let Some(address) = one.addresses.iter().find(|a| two.addresses.contains(a)) {
        found.push((by_address(address, name.map(|(score, _)| score), one, two), Reason::SameAddress));
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let strongest = found.first()?.0;
    let mut score = (strongest + 0.02 * (found.len() - 1) as f64).min(1.0) * contradicted(one, two);
    let mut reasons: Vec<Reason> = found.into_iter().map(|(_, reason)| reason).collect();
    if let Some(km) = apart(one, two).filter(|km| *km <= 25.0) {
        score = (score + 0.03).min(1.0);
        reasons.push(Reason::Near(km));
    }
    Some(Likeness { score, reasons })
}

/// What one address on the web says: a page may list many things, and a whole site belongs to whoever runs it.
fn by_address(address: &str, name: Option<f64>, one: &Described, two: &Described) -> f64 {
    let whole_site = !address.contains(['/', '?']);
    let telling = |of: &Described| -> BTreeSet<String> {
        let words =
            of.names.iter().flat_map(|name| telling_words(name)).filter(|w| !one.place_words.contains(*w) && !two.place_words.contains(*w));
        words.filter(|w| !COMMON_IN_TITLES.contains(w)).map(str::to_string).collect()
    };
    match name {
        Some(score) if whole_site => (score + 0.1).min(0.9),
        None if whole_site => 0.5,
        Some(_) => 0.95,
        None if telling(one).is_disjoint(&telling(two)) => 0.65,
        None => 0.82,
    }
}

/// The best that any two of their names say.
fn alike_by_name(one: &Described, two: &Described) -> Option<(f64, Reason)> {
    let mut best: Option<(f64, Reason)> = None;
    let mut take = |found: Option<(f64, Reason)>| {
        if let Some((score, _)) = found
            && best.is_none_or(|(so_far, _)| score > so_far)
        {
            best = found;
        }
    };
    for (a, b) in one.names.iter().flat_map(|a| two.names.iter().map(move |b| (a, b))) {
        take(alike(a, b));
        if one.titled && two.titled {
            take(alike_as_titles(a, b, one, two));
        }
    }
    let others = one.names.iter().flat_map(|a| two.other_names.iter().map(move |b| (a, b)));
    let others = others.chain(one.other_names.iter().flat_map(|a| two.names.iter().map(move |b| (a, b))));
    for (a, b) in others {
        take(alike(a, b).filter(|(score, _)| *score >= 0.88).map(|(score, _)| (score - 0.05, Reason::OtherName)));
    }
    best
}

/// Two folded names.
fn alike(a: &str, b: &str) -> Option<(f64, Reason)> {
    if a == b {
        return Some((0.95, Reason::SameName));
    }
    if numbers(a) != numbers(b) {
        return None;
    }
    let (words_a, words_b) = (word_set(a), word_set(b));
    if words_a == words_b {
        return Some((0.93, Reason::SameWords));
    }
    let (latin_a, latin_b) = (latin(&words_a), latin(&words_b));
    let closeness = jaro_winkler(&latin_a, &latin_b);
    let heard_alike = sound(a) == sound(b);
    if a.is_ascii() != b.is_ascii() {
        return (heard_alike || closeness >= 0.93).then_some((0.7 + 0.2 * closeness, Reason::OtherScript));
    }
    // short names differ in a letter and are two: Bari, Bali
    let long = latin_a.len().min(latin_b.len());
    let nearly =
        heard_alike && closeness >= 0.85 && long >= 4 || closeness >= 0.96 && long >= 8 && same_number_of_words(&latin_a, &latin_b);
    nearly.then_some((0.55 + 0.3 * closeness, Reason::NearlySameName))
}

fn same_number_of_words(a: &str, b: &str) -> bool {
    a.split(' ').count() == b.split(' ').count()
}

/// Words that many titles have: they weigh less.
const COMMON_IN_TITLES: &[&str] = &[
    "project",
    "program",
    "programme",
    "participatory",
    "participation",
    "budgeting",
    "budget",
    "urban",
    "local",
    "public",
    "community",
    "development",
    "sustainable",
    "system",
    "service",
    "services",
    "plan",
    "planning",
    "policy",
    "initiative",
    "case",
    "study",
    "climate",
    "change",
    "adaptation",
    "citizen",
    "citizens",
    "neighbourhood",
    "neighborhood",
    "district",
    "cities",
    "proyecto",
    "programa",
    "plan",
    "participativo",
    "participacion",
    "presupuesto",
    "presupuestos",
    "urbano",
    "sistema",
    "iniciativa",
    "barrio",
    "ciudades",
    "projet",
    "participatif",
    "quartier",
    "villes",
    "budgets",
    "urbain",
    "systeme",
    "meeting",
    "forum",
    "conference",
    "assembly",
    "reunion",
];

/// Two titles: how much of the shorter one the other has too.
fn alike_as_titles(a: &str, b: &str, one: &Described, two: &Described) -> Option<(f64, Reason)> {
    let place = |word: &str| one.place_words.contains(word) || two.place_words.contains(word);
    let (latin_a, latin_b) = (latin(a), latin(b));
    let telling = |text: &str| -> BTreeSet<String> { telling_words(text).into_iter().filter(|w| !place(w)).map(str::to_string).collect() };
    let (words_a, mut words_b) = (telling(&latin_a), telling(&latin_b));
    if numbers(a) != numbers(b) && !numbers(a).is_empty() && !numbers(b).is_empty() {
        return None;
    }
    let weight = |word: &str| if COMMON_IN_TITLES.contains(&word) { 0.4 } else { 1.0 };
    let whole = |words: &BTreeSet<String>| words.iter().map(|w| weight(w)).sum::<f64>();
    let less = whole(&words_a).min(whole(&words_b));
    let mut shared = 0.0;
    for word in &words_a {
        if let Some(same) = words_b.iter().find(|other| same_word(word, other)).cloned() {
            shared += weight(word).min(weight(&same));
            words_b.remove(&same);
        }
    }
    let part = if less > 0.0 { shared / less } else { 0.0 };
    // one word that both have is no title
    if shared < 1.3 || part < 0.6 {
        return None;
    }
    Some((if in_one_place(one, two) == Some(true) { 0.45 } else { 0.35 } + 0.5 * part.min(1.0), Reason::SameTitle))
}

/// Programme and program, nature and natural.
fn same_word(a: &str, b: &str) -> bool {
    a == b || (a.len() >= 5 && b.len() >= 5 && jaro_winkler(a, b) >= 0.9)
}

/// The words that are numbers: "Assembly 2020" is not "Assembly 2021".
fn numbers(folded: &str) -> BTreeSet<&str> {
    folded.split(' ').filter(|w| w.bytes().any(|b| b.is_ascii_digit())).collect()
}

/// What is left of a score, for all that is surely different.
fn contradicted(one: &Described, two: &Described) -> f64 {
    let mut left = 1.0;
    if differ(&one.country, &two.country) {
        left *= 0.4;
    }
    if in_one_place(one, two) == Some(false) {
        left *= 0.6;
    }
    if apart(one, two).is_some_and(|km| km > 50.0) {
        left *= 0.4;
    }
    if differ(&one.sort, &two.sort) {
        left *= 0.6;
    }
    if !one.mails.is_empty() && !two.mails.is_empty() && !shares(&one.mails, &two.mails) {
        left *= 0.75;
    }
    let other_address = !one.addresses.is_empty() && !two.addresses.is_empty() && !shares(&one.addresses, &two.addresses);
    if one.catalogue.is_some() && one.catalogue == two.catalogue && other_address {
        left *= 0.7;
    }
    left * long_between(one, two)
}

/// Whether both are in one place, where it is known of both: "Antioquia" and "Antioquia (department)" are one.
fn in_one_place(one: &Described, two: &Described) -> Option<bool> {
    if let (Some(one), Some(two)) = (one.place, two.place) {
        return Some(one == two);
    }
    let (one, two) = (one.place_name.as_deref()?, two.place_name.as_deref()?);
    let [one, two] = [one, two].map(|name| telling_words(name).into_iter().collect::<BTreeSet<_>>());
    Some(one.is_subset(&two) || two.is_subset(&one))
}

/// What began on two days is two things; years are told less exactly.
fn long_between(one: &Described, two: &Described) -> f64 {
    let (Some(a), Some(b)) = (one.day, two.day) else { return 1.0 };
    let exact = a.0 == a.1 && b.0 == b.1;
    let days = |day: i64| day / 10_000 * 372 + day / 100 % 100 * 31 + day % 100;
    let between = (days(a.0) - days(b.1)).max(days(b.0) - days(a.1)).max(0);
    match between {
        0 => 1.0,
        more if exact && more > 31 => 0.7,
        more if more > 10 * 372 => 0.6,
        more if more > 5 * 372 => 0.9,
        _ => 1.0,
    }
}

fn differ<T: PartialEq>(one: &Option<T>, two: &Option<T>) -> bool {
    matches!((one, two), (Some(one), Some(two)) if one != two)
}

fn shares(one: &[String], two: &[String]) -> bool {
    one.iter().any(|text| two.contains(text))
}

/// Kilometres between two places, along the earth.
fn apart(one: &Described, two: &Described) -> Option<f64> {
    let [lat_1, lon_1, lat_2, lon_2] = [one.latitude?, one.longitude?, two.latitude?, two.longitude?].map(f64::to_radians);
    let half = ((lat_2 - lat_1) / 2.0).sin().powi(2) + lat_1.cos() * lat_2.cos() * ((lon_2 - lon_1) / 2.0).sin().powi(2);
    Some(2.0 * 6371.0 * half.clamp(0.0, 1.0).sqrt().asin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Described {
        Described { names: vec![crate::likeness::fold::fold(name)], ..Default::default() }
    }
    fn place(name: &str, country: &str) -> Described {
        Described { country: Some(country.into()), ..named(name) }
    }
    /// A practice in a city, from one of several catalogues.
    fn practice(title: &str, city: &str, catalogue: i64, year: Option<i64>) -> Described {
        let mut practice = Described {
            titled: true,
            place_name: Some(crate::likeness::fold::fold(city)),
            catalogue: Some(catalogue),
            addresses: vec![format!("catalogue-{catalogue}.example/{}", title.len())],
            day: year.map(|y| (y * 10_000 + 101, y * 10_000 + 1231)),
            ..named(title)
        };
        practice.lies_in([city].into_iter());
        practice
    }
    fn asked(one: &Described, two: &Described) -> Option<Reason> {
        assert_eq!(compare(one, two).map(|l| l.score), compare(two, one).map(|l| l.score), "{one:?} {two:?}");
        compare(one, two).filter(Likeness::is_likely).map(|l| l.reasons[0])
    }

    #[test]
    fn a_name_written_otherwise_is_asked_about_and_says_why() {
        let cases = [
            ("Montréal", "MONTREAL", Reason::SameName),
            ("Ama Mensah", "Mensah, Ama", Reason::SameWords),
            ("City of Accra", "Accra", Reason::SameWords),
            ("Москва", "Moscow", Reason::OtherScript),
            ("北京", "Beijing", Reason::OtherScript),
            ("Kathmandu", "Katmandu", Reason::NearlySameName),
        ];
        for (one, two, reason) in cases {
            assert_eq!(asked(&named(one), &named(two)), Some(reason), "{one}, {two}");
        }
        let with_others = Described { other_names: vec!["moscu".into(), "moscou".into()], ..named("Moscow") };
        assert_eq!(asked(&named("Moscú"), &with_others), Some(Reason::OtherName));
    }

    #[test]
    fn names_that_are_two_are_not_asked_about() {
        for (one, two) in [
            ("Bari", "Bali"),
            ("Ama Mensah", "Kofi Mensah"),
            ("Área Metropolitana de Barcelona", "Ajuntament de Barcelona"),
            ("Assembly 2020", "Assembly 2021"),
            ("Hangzhou", "Guangzhou"),
        ] {
            assert_eq!(asked(&named(one), &named(two)), None, "{one}, {two}");
        }
    }

    #[test]
    fn one_name_in_two_countries_is_two_places() {
        assert_eq!(asked(&place("Córdoba", "AR"), &place("Cordoba", "ES")), None);
        assert_eq!(asked(&place("Valencia", "VE"), &place("València", "ES")), None);
        assert_eq!(asked(&place("Valencia", "ES"), &place("València", "ES")), Some(Reason::SameName));
        let far = |name: &str, latitude: f64| Described { latitude: Some(latitude), longitude: Some(0.0), ..named(name) };
        assert_eq!(asked(&far("Salem", 45.0), &far("Salem", 42.0)), None);
        assert_eq!(compare(&far("Salem", 45.0), &far("Salem", 45.01)).unwrap().reasons.len(), 2);
    }

    #[test]
    fn a_practice_is_found_in_another_catalogue() {
        // made after practices that stand in several catalogues, with their sort of differences
        for (one, two, city, years) in [
            (
                "Harbour Road Storks: A Citizen Manners Project",
                "The Harbour Storks: citizen manners project",
                "Harbour",
                (Some(2001), None),
            ),
            ("Learning Gardens for Youth", "Learning Gardens: A Space for 21st Century Families", "Tarn", (Some(2012), None)),
            ("Tarn Heat Bank system", "Emission Cuts in Household Heat Bank in Tarn", "Tarn", (Some(2008), Some(2008))),
            ("Upstream-Tarn Tutorship Programme", "Cities Tutorship Program", "Tarn", (Some(2003), Some(2008))),
            ("Mole Women Growers Market", "Mole Female Growers’ Market", "Mole", (None, Some(2014))),
            ("Northern Urban Nature Reserve", "northern urban natural reserve", "Santa Fé", (Some(2015), None)),
        ] {
            assert_eq!(asked(&practice(one, city, 1, years.0), &practice(two, city, 2, years.1)), Some(Reason::SameTitle), "{one}, {two}");
        }
    }

    #[test]
    fn what_titles_of_one_city_have_in_common_is_not_enough() {
        for (one, two) in [
            ("participatory budgeting in tarn", "the first citizens' assembly (tarn)"),
            ("Tarn residents' reference panel on supervised night crossings", "residents' reference panel on the Mole rail overpass"),
            ("Urban climate change adaptation plan", "Urban sustainable development plan"),
        ] {
            assert_eq!(asked(&practice(one, "Tarn", 1, None), &practice(two, "Tarn", 2, None)), None, "{one}, {two}");
        }
        let budget = |city: &str, catalogue, year| practice("Youth participatory budgeting of schools", city, catalogue, year);
        assert!(asked(&budget("Tarn", 1, None), &budget("Tarn", 2, None)).is_some());
        assert_eq!(asked(&budget("Tarn", 1, None), &budget("Mole", 2, None)), None);
        assert_eq!(asked(&budget("Tarn", 1, Some(1990)), &budget("Tarn", 2, Some(2015))), None);
    }

    #[test]
    fn one_mail_or_one_page_is_a_reason_and_one_list_of_many_is_none() {
        let with_mail = |name: &str, mail: &str| Described { mails: vec![mail.into()], ..named(name) };
        assert_eq!(asked(&with_mail("Ama Mensah", "ama@accra.gh"), &with_mail("A. Mensah", "ama@accra.gh")), Some(Reason::SameMail));
        assert_eq!(asked(&with_mail("Ama Mensah", "ama@accra.gh"), &with_mail("Ama Mensah", "ama@tema.gh")), None);
        let at = |name: &str, address: &str| Described { addresses: vec![address.into()], titled: true, ..named(name) };
        let page = "c.example/storks";
        assert_eq!(asked(&at("Storks of the road", page), &at("A road for storks", page)), Some(Reason::SameAddress));
        assert_eq!(asked(&at("Storks", "c.example/winners"), &at("Gardens", "c.example/winners")), None);
        assert_eq!(asked(&at("Storks", "c.example"), &at("Gardens", "c.example")), None);
    }

    #[test]
    fn what_is_on_other_days_or_of_another_sort_is_another() {
        let meeting = |day: i64| Described { day: Some((day, day)), titled: true, ..named("Meeting of the board") };
        assert_eq!(asked(&meeting(20200505), &meeting(20201105)), None);
        assert!(asked(&meeting(20200505), &meeting(20200506)).is_some());
        let of_sort = |sort: &str| Described { sort: Some(sort.into()), ..named("Barcelona") };
        assert_eq!(asked(&of_sort("municipal"), &of_sort("metropolitan")), None);
    }
}
