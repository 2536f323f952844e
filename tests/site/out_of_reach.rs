//! The database goes away and comes back: readers are told at once, and are served again without a restart.

use std::time::{Duration, Instant};

use axum::http::StatusCode;

use crate::register::files::import_network;
use crate::site::example::{Answer, text_of};
use crate::site::studio::{HERE, empty, get, post};
use crate::support::{Server, run};

const SAVED: &str = "c1=admissions&c1.on=country&at=2020-12-31&key=new-countries&title.en=New+countries&title.es=Pa%C3%ADses&many.en=countries&one.en=country";

fn says_so(answer: &Answer, words: &str) {
    let text = text_of(&answer.body);
    assert_eq!(
        (answer.status, answer.header("retry-after")),
        (StatusCode::SERVICE_UNAVAILABLE, "5"),
        "{text}"
    );
    assert!(text.contains(words) && !text.contains('['), "{text}");
}

#[test]
fn a_server_that_is_gone_is_said_at_once_and_serves_again_when_it_is_back() {
    let server = Server::start("goes-away");
    run(async {
        server.make_template().await;
        let register = server.register("template_register").await;
        import_network(&register).await;
        let site = empty(&register).await;
        assert_eq!(get(&site, "/en/organisation/accra").await.status, StatusCode::OK);
        for times in 0..2 {
            server.stops();
            for (language, words) in [
                ("en", "The register does not answer"),
                ("es", "El registro no responde"),
                ("fr", "Le registre ne répond pas"),
            ] {
                let began = Instant::now();
                says_so(&get(&site, &format!("/{language}/organisation/accra")).await, words);
                assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
            }
            says_so(&post(&site, "/en/studio/figures", SAVED, &HERE).await, "The register");
            assert!(server.starts());
            assert_eq!(get(&site, "/en/organisation/accra").await.status, StatusCode::OK);
            let saved = post(&site, "/en/studio/figures", SAVED, &HERE).await;
            let expected = if times == 0 { StatusCode::SEE_OTHER } else { StatusCode::BAD_REQUEST };
            assert_eq!(saved.status, expected, "a key is taken once: {}", text_of(&saved.body));
            assert_eq!(get(&site, "/en/figures/new-countries?at=2020-12-31").await.status, StatusCode::OK);
        }
        register.db.clone().close().await;
    });
}
