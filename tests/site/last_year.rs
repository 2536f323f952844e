//! The last year of a register that nobody keeps any more says which lists stop.

use crate::site::example::{on_both, text_of};

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
