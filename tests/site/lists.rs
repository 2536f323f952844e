//! Lists of records with search and pages.

use decapolis::records::of_kind::OfKind;
use decapolis_register::name_order::OrderKey;

use crate::site::example::{Example, on_both, text_of};

/// All pages of a list, read by the way that suits `found` matches.
async fn paged(example: &Example, kind: &str, q: &str, found: i64) -> Vec<OrderKey> {
    let list = OfKind::with(kind, Some(q.into()));
    let mut all: Vec<OrderKey> = vec![];
    loop {
        let page =
            list.page(example.register.db.reader(), "es", all.last().cloned(), 7, found).await.unwrap();
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

#[test]
fn a_list_that_is_searched_is_the_same_however_many_are_found() {
    on_both(async |example| {
        for (kind, q) in
            [("practice", "w"), ("practice", "urban de"), ("area", "san"), ("place", "b"), ("place", "京")]
        {
            let (sorted, walked) =
                (paged(example, kind, q, 0).await, paged(example, kind, q, i64::MAX).await);
            assert!(sorted.is_sorted(), "{kind} {q}");
            assert_eq!(sorted, walked, "{kind} {q}");
            let list = OfKind::with(kind, Some(q.into()));
            assert_eq!(
                list.count(example.register.db.reader()).await.unwrap(),
                sorted.len() as i64,
                "{kind} {q}"
            );
        }
        assert!(paged(example, "practice", "w", 0).await.len() > 20);
    });
}

#[test]
fn a_name_is_found_without_accents_in_any_order_of_its_words() {
    on_both(async |example| {
        for (address, name) in [
            ("/es/area?q=JOSÉ+san", "San José"),
            ("/fr/area?q=sao", "São Paulo"),
            ("/en/members?at=2020-12-31&q=barce", "Barcelona"),
        ] {
            assert!(text_of(&example.page(address).await).contains(name), "{address}");
        }
        for nothing in ["/en/area?q=arcelona", "/en/area?q=%E2%80%94", "/en/members?at=2020-12-31&q=%2A"] {
            let page = example.page(nothing).await;
            assert!(!page.contains("<tr"), "{nothing}");
            // one link removes the filters
            let whole = nothing
                .split(['?', '&'])
                .take(1 + usize::from(nothing.contains("at=")))
                .collect::<Vec<_>>()
                .join("?");
            assert!(page.contains(&format!("href=\"{whole}\"")), "{nothing} leads to {whole}");
        }
    });
}
