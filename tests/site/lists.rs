//! Lists of records with search and pages.

use axum::http::StatusCode;
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

/// The links of the map on a page: the address and the words of each.
pub fn marks(page: &str) -> Vec<(String, String)> {
    let map = page.split("class=\"drawing map\"").nth(1).expect("a map").split("</svg>").next().unwrap();
    let link = |text: &str| {
        let (href, rest) = text.split_once('"')?;
        let words = rest.split_once("aria-label=\"")?.1.split('"').next()?;
        Some((href.replace("&amp;", "&"), words.replace("&amp;", "&")))
    };
    map.split("<a href=\"").skip(1).map(|text| link(text).expect(text)).collect()
}

#[test]
fn every_mark_of_the_map_opens_its_member_or_the_area_that_members_share() {
    on_both(async |example| {
        for address in ["/en/2020", "/fr/2019", "/es/2021"] {
            let marks = marks(&example.page(address).await);
            assert!(marks.len() > 100, "{address}: {} marks", marks.len());
            for (href, words) in marks {
                let page = text_of(&example.page(&href).await);
                let name = words.split([':', '\u{a0}', '\u{202f}']).next().unwrap().trim();
                assert!(page.contains(name), "{href} of {address} does not show {name}");
            }
        }
    });
}

#[test]
fn a_square_of_the_map_lists_the_members_in_it() {
    on_both(async |example| {
        let of = async |within: &str| {
            let csv = example.page(&format!("/en/members.csv?at=2020-12-31&within={within}")).await;
            // the filter and the names of the columns come first
            csv.lines().count() - 2
        };
        let west: usize = of("-90,-180,30").await;
        assert_eq!(west, 0, "nobody is in the south of the Pacific");
        let mut all = 0;
        for south in [-90, -60, -30, 0, 30, 60] {
            for west in (-180..180).step_by(30) {
                all += of(&format!("{south},{west},30")).await;
            }
        }
        let whole = example.page("/en/members.csv?at=2020-12-31").await.lines().count() - 1;
        assert!(all > 100 && all <= whole, "{all} of {whole}");
        assert_eq!(example.get("/en/members?within=1,2,3,4").await.status, StatusCode::BAD_REQUEST);
    });
}
