//! The last year of a register that nobody keeps any more says which lists stop, and the page of a year stays small.

use decapolis::generate::{Amounts, generate};
use decapolis::web::context::Site;

use crate::site::example::{Example, on_both, text_of};
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
const MOST: usize = 100_000;

#[test]
fn the_live_page_of_ten_thousand_members_is_smaller_than_100_kilobytes() {
    run(async {
        let register = Register::on_sqlite().await;
        let amounts = Amounts {
            members: 10_000,
            people: 12_000,
            participations: 3_000,
            practices: 20,
            initiatives: 20,
            years: (2019, 2020),
            seed: 1,
        };
        generate(&register.db, decapolis::modules::tables(), amounts, Box::new(|_| ())).await.unwrap();
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let example = Example::behind("", register, Site::new(app));
        for page in ["/en/2020", "/es/2020", "/fr/2020"] {
            let html = example.page(page).await;
            assert!(html.contains("class=\"drawing map\""), "{page} has a map");
            assert!(html.len() < MOST, "{page}: {} bytes", html.len());
        }
    });
}
