//! What is asked about and what is not.

use super::*;

fn named(name: &str) -> Described {
    Described { names: vec![crate::duplicates::fold::fold(name)], ..Default::default() }
}
fn place(name: &str, country: &str) -> Described {
    Described { country: Some(country.into()), ..named(name) }
}
/// A practice in a city, from one of several catalogues.
fn practice(title: &str, city: &str, catalogue: i64, year: Option<i64>) -> Described {
    let mut practice = Described {
        titled: true,
        place_name: Some(crate::duplicates::fold::fold(city)),
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
    compare(one, two).filter(Similarity::is_likely).map(|l| l.reasons[0])
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
    let far = |name: &str, latitude: f64| Described {
        latitude: Some(latitude),
        longitude: Some(0.0),
        ..named(name)
    };
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
        (
            "Learning Gardens for Youth",
            "Learning Gardens: A Space for 21st Century Families",
            "Tarn",
            (Some(2012), None),
        ),
        (
            "Tarn Heat Bank system",
            "Emission Cuts in Household Heat Bank in Tarn",
            "Tarn",
            (Some(2008), Some(2008)),
        ),
        ("Upstream-Tarn Tutorship Programme", "Cities Tutorship Program", "Tarn", (Some(2003), Some(2008))),
        ("Mole Women Growers Market", "Mole Female Growers’ Market", "Mole", (None, Some(2014))),
        ("Northern Urban Nature Reserve", "northern urban natural reserve", "Santa Fé", (Some(2015), None)),
    ] {
        assert_eq!(
            asked(&practice(one, city, 1, years.0), &practice(two, city, 2, years.1)),
            Some(Reason::SameTitle),
            "{one}, {two}"
        );
    }
}

#[test]
fn what_titles_of_one_city_have_in_common_is_not_enough() {
    for (one, two) in [
        ("participatory budgeting in tarn", "the first citizens' assembly (tarn)"),
        (
            "Tarn residents' reference panel on supervised night crossings",
            "residents' reference panel on the Mole rail overpass",
        ),
        ("Urban climate change adaptation plan", "Urban sustainable development plan"),
    ] {
        assert_eq!(
            asked(&practice(one, "Tarn", 1, None), &practice(two, "Tarn", 2, None)),
            None,
            "{one}, {two}"
        );
    }
    let budget = |city: &str, catalogue, year| {
        practice("Youth participatory budgeting of schools", city, catalogue, year)
    };
    assert!(asked(&budget("Tarn", 1, None), &budget("Tarn", 2, None)).is_some());
    assert_eq!(asked(&budget("Tarn", 1, None), &budget("Mole", 2, None)), None);
    assert_eq!(asked(&budget("Tarn", 1, Some(1990)), &budget("Tarn", 2, Some(2015))), None);
}

#[test]
fn one_mail_or_one_page_is_a_reason_and_one_list_of_many_is_none() {
    let with_mail = |name: &str, mail: &str| Described { mails: vec![mail.into()], ..named(name) };
    assert_eq!(
        asked(&with_mail("Ama Mensah", "ama@accra.gh"), &with_mail("A. Mensah", "ama@accra.gh")),
        Some(Reason::SameMail)
    );
    assert_eq!(
        asked(&with_mail("Ama Mensah", "ama@accra.gh"), &with_mail("Ama Mensah", "ama@tema.gh")),
        None
    );
    let at = |name: &str, address: &str| Described {
        addresses: vec![address.into()],
        titled: true,
        ..named(name)
    };
    let page = "c.example/storks";
    assert_eq!(
        asked(&at("Storks of the road", page), &at("A road for storks", page)),
        Some(Reason::SameAddress)
    );
    assert_eq!(asked(&at("Storks", "c.example/winners"), &at("Gardens", "c.example/winners")), None);
    assert_eq!(asked(&at("Storks", "c.example"), &at("Gardens", "c.example")), None);
}

#[test]
fn what_is_on_other_days_or_of_another_sort_is_another() {
    let meeting =
        |day: i64| Described { day: Some((day, day)), titled: true, ..named("Meeting of the board") };
    assert_eq!(asked(&meeting(20200505), &meeting(20201105)), None);
    assert!(asked(&meeting(20200505), &meeting(20200506)).is_some());
    let of_sort = |sort: &str| Described { sort: Some(sort.into()), ..named("Barcelona") };
    assert_eq!(asked(&of_sort("municipal"), &of_sort("metropolitan")), None);
}

mod properties {
    use proptest::prelude::*;

    use super::*;
    use crate::duplicates::fold::fold;
    use crate::duplicates::spelling::of_label;
    use decapolis_base::Texts;

    /// Names of one to four words, some letters with accents.
    fn names() -> impl Strategy<Value = Vec<String>> {
        let syllable = proptest::sample::select(vec![
            "ba", "dé", "gi", "ko", "lu", "mán", "ner", "pol", "ras", "sen", "tí", "var", "zo", "kan", "mil",
            "tor", "gus", "ló", "ped", "fin",
        ]);
        let word = proptest::collection::vec(syllable, 2..5).prop_map(|parts| parts.concat());
        proptest::collection::vec(word, 1..5)
    }

    /// A name written in Cyrillic letters.
    fn in_cyrillic(name: &str) -> String {
        let letters = fold(name);
        letters
            .chars()
            .map(|c| {
                "abdefgiklmnoprstuvz"
                    .find(c)
                    .map_or(c, |at| "абдефгиклмнопрстувз".chars().nth(at).unwrap_or(c))
            })
            .collect()
    }

    fn respelled() -> impl Strategy<Value = (String, String)> {
        (names(), 0..6usize, any::<prop::sample::Index>()).prop_map(|(words, how, turn)| {
            let name = words.join(" ");
            let mut turned = words.clone();
            turned.rotate_left(turn.index(words.len()));
            let other = match how {
                0 => fold(&name),
                1 => name.to_uppercase(),
                2 => turned.join(" "),
                3 => words.join(" - "),
                4 => format!("Ayuntamiento de {}", turned.join(", ")),
                _ => in_cyrillic(&name),
            };
            (name, other)
        })
    }

    proptest! {
        #[test]
        fn a_name_that_is_respelled_is_found_and_asked_about((name, other) in respelled()) {
            let spellings = |name: &str| of_label("person", &Texts::plain(name));
            let there = spellings(&name);
            prop_assert!(spellings(&other).iter().any(|s| there.iter().any(|t| t.number == s.number)), "{name}, {other}");
            let similarity = compare(&named(&name), &named(&other));
            prop_assert!(similarity.as_ref().is_some_and(Similarity::is_likely), "{name}, {other}: {similarity:?}");
        }

        #[test]
        fn whatever_is_compared_has_a_score_and_the_same_from_both_sides(one in ".{0,40}", two in ".{0,40}", titled: bool) {
            let of = |name: &str| Described { titled, ..named(name) };
            let (here, there) = (compare(&of(&one), &of(&two)), compare(&of(&two), &of(&one)));
            prop_assert_eq!(here.as_ref().map(|l| l.score), there.map(|l| l.score));
            prop_assert!(here.is_none_or(|l| (0.0..=1.0).contains(&l.score)));
        }
    }

    #[test]
    fn of_a_hundred_unrelated_names_less_than_one_is_asked_about() {
        use proptest::strategy::ValueTree;
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let mut some = || names().new_tree(&mut runner).expect("a name").current().join(" ");
        let all: Vec<String> = (0..300).map(|_| some()).collect();
        let (mut pairs, mut likely) = (0, 0);
        for (n, one) in all.iter().enumerate() {
            for two in &all[..n] {
                pairs += 1;
                likely += usize::from(compare(&named(one), &named(two)).is_some_and(|l| l.is_likely()));
            }
        }
        assert!(likely * 100 < pairs, "{likely} of {pairs}");
    }
}
