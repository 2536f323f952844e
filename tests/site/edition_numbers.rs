//! A number of an edition says in every form what was known when it was published.

use decapolis::editions::{Kept, store};

use crate::site::example::{on_both, on_sqlite};

/// What an object says of a number. The state of the register and its addresses differ.
const SAID: [&str; 9] =
    ["value", "shown", "withheld", "currency", "counted", "base", "unknown", "range", "range_shown"];

#[test]
fn the_number_of_an_edition_as_data_is_that_of_the_register_as_known_then() {
    on_both(async |example| {
        let db = example.site.app.db.reader();
        let edition = store::by_code(db, "2020-e1").await.unwrap().unwrap();
        let mut unknowns = 0;
        for figure in example.site.app.figures.catalog.figures() {
            let object = async |known: &str| {
                let address = format!("/en/figures/{}.json?at=2020-12-31&known={known}", figure.key);
                example.get(&address).await.json()
            };
            let (published, known) = (object("2020-e1").await, object(&format!("j{}", edition.known)).await);
            for key in SAID {
                assert_eq!(published[key], known[key], "{key} of {}", figure.key);
            }
            unknowns += i32::from(!published["unknown"].is_null());
        }
        assert!(unknowns > 0, "no figure has unknowns");
    });
}

#[test]
fn the_rules_of_an_edition_are_parsed_once() {
    on_sqlite(async |example| {
        let (site, db) = (&example.site, example.site.app.db.reader());
        let edition = store::by_code(db, "2020-e1").await.unwrap().unwrap();
        let heads = site.app.heads(db).await.unwrap();
        let kept = site.own::<Kept>();
        let numbers = async || kept.numbers(&site.app, db, &heads, &edition).await.unwrap();
        let (first, second) = (numbers().await, numbers().await);
        assert!(std::sync::Arc::ptr_eq(&first, &second) && !first.all.is_empty());
    });
}
