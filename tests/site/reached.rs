//! Requests to the site: its host names, trusted proxies, incomplete requests, and characters that are not allowed.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use decapolis::server::router;
use decapolis::web::connections::Peer;
use decapolis::web::context::Site;
use decapolis::web::reached::Reached;
use tower::ServiceExt;

use crate::site::example::{EXAMPLE, Example, on_both, on_sqlite, text_of};

async fn at(example: &Example, listening: &str, proxies: &str) -> Router {
    let mut app =
        decapolis::opening::over(example.register.db.clone(), Some(EXAMPLE)).await.expect("the example");
    app.studio = true;
    let mut site = Site::new(app);
    site.reached = Reached::at(listening.parse().unwrap(), &["https://net.example"], proxies).unwrap();
    router(std::sync::Arc::new(site))
}

async fn ask(router: &Router, request: Request<Body>) -> (StatusCode, String) {
    let response = router.clone().oneshot(request).await.expect("the router answers");
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a body");
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

fn of_host(address: &str, host: &str) -> Request<Body> {
    Request::get(address).header("host", host).body(Body::empty()).unwrap()
}

#[test]
fn a_site_under_another_name_gets_nothing() {
    on_sqlite(async |example| {
        let site = at(example, "127.0.0.1:8080", "").await;
        for host in ["net.example", "localhost:8080", "127.0.0.1:8080", "[::1]:8080"] {
            assert_eq!(ask(&site, of_host("/en/2020", host)).await.0, StatusCode::OK, "{host}");
        }
        for address in [
            "/",
            "/en/2020",
            "/en/studio",
            "/en/members.csv",
            "/assets/site.css",
            "/en/2020/card/members",
            "/n/M4TK",
        ] {
            let (status, body) = ask(&site, of_host(address, "evil.example:8080")).await;
            assert_eq!(status, StatusCode::MISDIRECTED_REQUEST, "{address}");
            let text = text_of(&body);
            assert!(
                text.contains("evil.example") && text.contains("DECAPOLIS_ADDRESS") && !text.contains("141"),
                "{address}: {text}"
            );
        }
        // an absolute URL in the request line counts, whatever the host header says
        let whole = Request::get("http://evil.example/en/2020")
            .header("host", "net.example")
            .body(Body::empty())
            .unwrap();
        assert_eq!(ask(&site, whole).await.0, StatusCode::MISDIRECTED_REQUEST);
        let none = Request::get("/en/2020").body(Body::empty()).unwrap();
        assert_eq!(ask(&site, none).await.0, StatusCode::BAD_REQUEST);
        let two = Request::get("/en/2020")
            .header("host", "net.example")
            .header("host", "evil.example")
            .body(Body::empty())
            .unwrap();
        assert_eq!(ask(&site, two).await.0, StatusCode::BAD_REQUEST);
    });
}

#[test]
fn what_a_proxy_says_counts_only_where_it_is_trusted() {
    on_sqlite(async |example| {
        let site = at(example, "0.0.0.0:8080", "10.0.0.0/8").await;
        let through = |peer: &str, host: &str, forwarded: &str| {
            let request = Request::get("/en/2020").header("host", host).header("x-forwarded-host", forwarded);
            request.extension(Peer(peer.parse().unwrap())).body(Body::empty()).unwrap()
        };
        assert_eq!(ask(&site, through("10.0.0.1", "inside", "net.example")).await.0, StatusCode::OK);
        assert_eq!(
            ask(&site, through("10.0.0.1", "net.example", "evil.example")).await.0,
            StatusCode::MISDIRECTED_REQUEST
        );
        assert_eq!(
            ask(&site, through("192.0.2.1", "inside", "net.example")).await.0,
            StatusCode::MISDIRECTED_REQUEST
        );
        assert_eq!(ask(&site, through("192.0.2.1", "net.example", "evil.example")).await.0, StatusCode::OK);
    });
}

/// Every route, with `@` at each place where a reader may write something.
const ROUTES: &[&str] = &[
    "/?x=@",
    "/@",
    "/@/2020",
    "/en/@",
    "/en/2020?x=@",
    "/en/@.pdf",
    "/en/@.csv",
    "/en/members?at=@",
    "/en/members?q=@",
    "/en/members?region=@",
    "/en/members?known=@",
    "/en/members?after=@",
    "/en/members.csv?q=@",
    "/en/members.xlsx?region=@",
    "/en/place?q=@",
    "/en/place?after=@",
    "/en/place.csv?q=@",
    "/en/figures?at=@",
    "/en/figures.csv?at=@",
    "/en/figures.jsonld?at=@",
    "/en/figures/@",
    "/en/figures/members?from=@",
    "/en/figures/members?known=@",
    "/en/figures/members?by=@",
    "/en/figures/members?class=@",
    "/en/figures/members?after=@",
    "/en/figures/members.json?at=@",
    "/en/figures/members.csv?known=@",
    "/en/@/org-berlin",
    "/en/organisation/@",
    "/en/edition/@",
    "/en/2020/@",
    "/en/2020/@.pdf",
    "/en/2020/@/proof",
    "/en/@/e1/proof",
    "/en/2020/card/@",
    "/en/2020/@/members",
    "/en/@/map/members",
    "/n/@",
    "/n/M4TK/@",
    "/brand/@",
    "/assets/@",
    "/en/studio?c1=@",
    "/en/studio?c1=members&c1.as.region=of&c1.more.region=@",
    "/en/studio?@=members",
    "/en/studio/figures?c1=members&key=@",
    "/en/studio/figure.toml?c1=members&title.en=@",
    "/a/b/c/d/@",
];

#[test]
fn characters_that_are_none_are_refused_with_words_at_every_address() {
    on_both(async |example| {
        let site = at(example, "127.0.0.1:8080", "").await;
        for route in ROUTES {
            for sign in
                ["%00", "a%00b", "%01", "%0B", "%1B%5B31m", "%7F", "%C2%9B", "a%E2%80%AEb", "%E2%81%A6"]
            {
                let address = route.replace('@', sign);
                let (status, body) = ask(&site, of_host(&address, "localhost")).await;
                assert_eq!(status, StatusCode::BAD_REQUEST, "{address}");
                assert!(body.contains("<h1>") && !body.contains("[site-"), "{address}: {body}");
            }
            // a pasted tab or line end may be refused, but must not be an internal error
            for sign in ["%09", "a%0D%0Ab", "%0A", "%FF%FE", "%E4%BA%AC"] {
                let address = route.replace('@', sign);
                let (status, body) = ask(&site, of_host(&address, "localhost")).await;
                assert!(!status.is_server_error(), "{address}: {status}: {body}");
            }
        }
    });
}

#[test]
fn a_page_takes_no_body() {
    on_sqlite(async |example| {
        let site = at(example, "127.0.0.1:8080", "").await;
        for (name, value) in [("content-length", "5"), ("transfer-encoding", "chunked")] {
            let request = Request::get("/en/2020")
                .header("host", "localhost")
                .header(name, value)
                .body(Body::from("hello"))
                .unwrap();
            let (status, body) = ask(&site, request).await;
            assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE, "{name}");
            assert!(text_of(&body).contains("this page takes none"), "{}", text_of(&body));
        }
        for method in ["POST", "PUT", "DELETE"] {
            let request = Request::builder()
                .method(method)
                .uri("/en/2020")
                .header("host", "localhost")
                .body(Body::from("hello"))
                .unwrap();
            assert_eq!(ask(&site, request).await.0, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        }
    });
}
