//! Editions over HTTP: the example publishes 2019 and 2020, and corrects 2019 half a year later.

use axum::http::StatusCode;
use decapolis::editions::cli::publish_page;
use decapolis::editions::publish::Publishing;
use decapolis::page::years::Years;
use decapolis::web::context::Site;
use decapolis_actions::{Actor, Request};

use crate::site::example::{LANGUAGES, on_both, on_sqlite, text_of};

#[test]
fn a_year_opens_its_newest_edition_and_the_live_page_beside_it() {
    on_both(async |example| {
        let (front, first) = (example.page("/es/2020").await, example.page("/es/2020/e1").await);
        assert!(
            text_of(&front).contains("Edición 1")
                && text_of(&front).contains("publicada el 31 de marzo de 2021"),
            "{}",
            text_of(&front)
        );
        assert!(!text_of(&front).contains("Cifras provisionales"));
        let main = |page: &str| page.split("<main").nth(1).unwrap().to_string();
        assert_eq!(main(&front), main(&first), "the same value at both addresses");
        assert!(text_of(&example.page("/es/2020/live").await).contains("Cifras provisionales"));
        assert!(
            text_of(&example.page("/es/2021").await).contains("Cifras provisionales"),
            "nobody has published it"
        );
    });
}

#[test]
fn the_edition_of_2019_tells_what_was_corrected() {
    on_both(async |example| {
        for (language, corrected, reason) in [
            ("es", "corregido: 139 → 138", "Renuncia del 15 de abril de 2019"),
            ("en", "corrected: 139 → 138", "Renuncia del 15 de abril de 2019"),
            ("fr", "corrigé : 139 → 138", "Renuncia del 15 de abril de 2019"),
        ] {
            let page = example.page(&format!("/{language}/2019/e1")).await;
            assert!(text_of(&page).contains(corrected), "{language}: {}", text_of(&page));
            assert!(page.contains(&format!("/{language}/2019/editions#e1")), "{language}");
            let list = example.page(&format!("/{language}/2019/editions")).await;
            let text = text_of(&list);
            assert!(text.contains(corrected) && text.contains(reason), "{language}: {text}");
            assert!(list.contains("id=\"e1\""), "the correction is where the triangle leads");
        }
        let text = text_of(&example.page("/en/2019/editions").await);
        let women = text.split("W3LE").nth(1).unwrap().split("J6ZB").next().unwrap();
        assert!(
            !women.contains("2025") && women.contains("30 June 2020"),
            "a leader's own record explains it: {women}"
        );
        // the member that left is shown where the figure lists its rows
        assert!(example.page("/en/2019/editions").await.contains("/en/organisation/org-cedar-terrace"));
    });
}

#[test]
fn an_edition_proves_itself_on_request() {
    on_both(async |example| {
        for (language, intact) in [("es", "intacta"), ("en", "intact"), ("fr", "intacte")] {
            for year in [2019, 2020] {
                let page = text_of(&example.page(&format!("/{language}/{year}/e1/proof")).await);
                assert!(page.contains(&format!("{year}-e1")) && page.contains(intact), "{language}: {page}");
                assert!(!page.contains("["), "a word is missing: {page}");
            }
        }
        let text = text_of(&example.page("/en/2019/e1/proof").await);
        assert!(
            text.contains("139 intact equal 139 138"),
            "as published, as known on its day, and as known today: {text}"
        );
    });
}

#[test]
fn numbers_of_an_edition_open_as_known_on_its_day() {
    on_sqlite(async |example| {
        let page = example.page("/en/2019/e1").await;
        assert!(page.contains("/en/figures/members?at=2019-12-31&amp;known=2019-e1"), "{page}");
        let json = |known: &'static str| async move {
            example.get(&format!("/en/figures/members.json?at=2019-12-31{known}")).await.json()
        };
        assert_eq!(json("&known=2019-e1").await["counted"], 139);
        assert_eq!(json("").await["counted"], 138);
        assert_eq!(
            example.get("/en/figures/members?at=2019-12-31&known=2019-e9").await.status,
            StatusCode::BAD_REQUEST
        );
    });
}

#[test]
fn an_edition_that_is_not_there_is_said_so() {
    on_both(async |example| {
        for address in [
            "/es/2020/e2",
            "/es/2020/e01",
            "/es/2020/e0",
            "/es/2020/e99999999999999999999",
            "/es/2020/nothing",
            "/es/2016/e1",
            "/es/2016/editions",
            "/es/2020/e2/proof",
            "/es/2020/live/proof",
            "/es/page-edition/2020-e7",
            "/es/members/e1/proof",
            "/xx/2020/e1",
        ] {
            let answer = example.get(address).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            assert!(
                answer.body.contains("<h1>") && !answer.body.contains("[site-"),
                "{address}: {}",
                answer.body
            );
        }
        for language in LANGUAGES {
            assert!(example.page(&format!("/{language}/page-edition/2020-e1")).await.contains("<h1>"));
            assert!(
                example.page(&format!("/{language}/2021/editions")).await.contains("<h1>"),
                "none yet is said, not refused"
            );
        }
    });
}

#[test]
fn an_edition_under_embargo_answers_as_if_it_were_not_there() {
    on_sqlite(async |example| {
        let folder = crate::support::Folder::new();
        let copy = folder.join("copy.db").to_string_lossy().into_owned();
        example.register.db.run_unjournaled(&format!("VACUUM INTO '{copy}'")).await.unwrap();
        let site =
            Site::new(decapolis::opening::open(&copy, Some(crate::site::example::EXAMPLE)).await.unwrap());
        let tomorrow = Some("2999-01-01".parse().unwrap());
        let how = Publishing { by: None, embargo: tomorrow, signatures_demanded: false };
        let edition = publish_page(&site, Request::by(Actor::Operator), Years { from: 2021, to: 2021 }, how)
            .await
            .unwrap();
        assert_eq!(edition.code(), "2021-e1");
        let site = std::sync::Arc::new(site);
        let get = async |address: &str| {
            use tower::ServiceExt;
            let request = axum::http::Request::get(address).body(axum::body::Body::empty()).unwrap();
            let response = decapolis::server::router(site.clone()).oneshot(request).await.unwrap();
            let status = response.status();
            let bytes = axum::body::to_bytes(response.into_body(), 16 << 20).await.unwrap();
            (status, String::from_utf8_lossy(&bytes).into_owned())
        };
        for address in ["/en/2021/e1", "/en/2021/e1/proof", "/en/page-edition/2021-e1"] {
            assert_eq!(get(address).await.0, StatusCode::NOT_FOUND, "{address}");
        }
        assert_eq!(get("/en/figures/members?known=2021-e1").await.0, StatusCode::BAD_REQUEST);
        for address in ["/en/2021", "/en/2021/editions", "/en/page-edition"] {
            let (status, page) = get(address).await;
            assert!(
                status == StatusCode::OK && !page.contains("2021-e1") && !page.contains("/2021/e1"),
                "{address}"
            );
        }
        assert!(text_of(&get("/en/2021").await.1).contains("Provisional figures"));
    });
}
