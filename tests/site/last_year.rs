//! The last year of a register that nobody keeps any more says which lists stop, and the page of a year stays small.

use decapolis::generate::{Amounts, generate};
use decapolis::web::context::Site;

use crate::site::example::{Example, LANGUAGES, on_both, text_of};
use crate::site::lists::marks;
use crate::support::{Register, run};

#[test]
fn a_year_whose_rows_stop_in_march_says_so_in_every_language() {
    on_both(async |example| {
        for (language, said) in [
            ("en", "the rows of some lists stop before this day: "),
            ("es", "las filas de algunas listas terminan antes de este día: "),
            ("fr", "les lignes de certaines listes s’arrêtent avant ce jour : "),
        ] {
            let page = text_of(&example.page(&format!("/{language}/2021")).await);
            let lists = page.split(said).nth(1).unwrap_or_else(|| panic!("{language}: {page}"));
            let lists: String = lists.chars().take(600).collect();
            assert!(lists.contains("2021"), "{lists}");
            // what happens every few days until the end of a year is no list that stops
            assert!(
                !text_of(&example.page(&format!("/{language}/2020/live")).await).contains(said),
                "{language}"
            );
        }
        let page = text_of(&example.page("/en/2021").await);
        let until = |list: &str| {
            page.split(&format!("{list} on ")).nth(1).map(|rest| rest.chars().take(13).collect::<String>())
        };
        for list in ["Mentions in channels and media", "Follower readings", "Participations in activities"] {
            assert!(until(list).is_some_and(|day| day.contains("March 2021")), "{list}: {:?}", until(list));
        }
    });
}

/// The most bytes of the HTML of a page of a year.
const MOST: usize = 95_000;

#[test]
fn the_page_of_as_many_members_as_have_marks_of_their_own_is_small() {
    // more members make no more marks on the map, and the marks of seats, cells and people become bands
    every_language_is_small(1_500);
}

#[test]
#[ignore = "trial: ten thousand members take minutes to invent"]
fn the_page_of_ten_thousand_members_is_small() {
    every_language_is_small(10_000);
}

fn every_language_is_small(members: u64) {
    run(async {
        let register = Register::on_sqlite().await;
        let amounts = Amounts {
            members,
            people: members * 6 / 5,
            participations: 300,
            practices: 20,
            initiatives: 20,
            years: (2019, 2020),
            seed: 1,
        };
        generate(&register.db, decapolis::modules::tables(), amounts, Box::new(|_| ())).await.unwrap();
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let example = Example::behind("", register, Site::new(app));
        for language in LANGUAGES {
            let html = example.page(&format!("/{language}/2020")).await;
            assert!(html.contains("class=\"drawing map\""), "the page in {language} has a map");
            assert!(html.len() < MOST, "{language}: {} bytes", html.len());
            // a mark that members share opens as many as it says
            let shared: Vec<_> =
                marks(&html).into_iter().filter(|(href, _)| href.contains("within=")).collect();
            assert!(shared.len() > 40, "{language}: {} marks of a square", shared.len());
            for (href, words) in shared.iter().step_by(17) {
                let list = text_of(&example.page(href).await);
                let members: String = words.chars().filter(char::is_ascii_digit).collect();
                assert!(list.contains(&members), "{href} does not list {words}");
                let csv = example.page(&href.replace("/members?", "/members.csv?")).await;
                // the filter and the names of the columns come first
                assert_eq!(csv.lines().count() - 2, members.parse::<usize>().unwrap(), "{href}: {words}");
            }
        }
    });
}
