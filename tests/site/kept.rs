//! Cached responses: compressed, with an ETag, made once, and made again after a write.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::StatusCode;
use decapolis::import::run::{prepare, write};
use decapolis::web::cache::Cache;
use decapolis::web::context::Site;

use crate::register::editions;
use crate::register::files::{import, with_network};
use crate::site::example::{EXAMPLE, Example, on_both, on_sqlite};
use crate::support::{Register, both};

/// The example with its own cache, so that other tests do not affect the counts.
async fn alone(example: &Example) -> Example {
    let app =
        decapolis::opening::over(example.register.db.clone(), Some(EXAMPLE)).await.expect("the example");
    Example::behind(EXAMPLE, Register::beside(&example.register), Site::new(app))
}

async fn beside(register: &Register) -> Example {
    let app = decapolis::opening::over(register.db.clone(), None).await.expect("an app");
    Example::behind("none", Register::beside(register), Site::new(app))
}

#[test]
fn a_page_that_a_reader_has_already_is_not_sent_again() {
    on_both(async |example| {
        let example = alone(example).await;
        for address in ["/es/2020", "/en/2020.json", "/en/figures/members?at=2020-12-31", "/assets/site.css"]
        {
            let first = example.get(address).await;
            let etag = first.header("etag").to_string();
            assert!(first.status == StatusCode::OK && etag.starts_with("W/\""), "{address}: {etag}");
            for known in
                [etag.clone(), format!("\"other\", {etag}"), etag.trim_start_matches("W/").to_string()]
            {
                let again = example.get_with(address, &[("if-none-match", &known)]).await;
                assert_eq!(
                    (again.status, again.body.as_str()),
                    (StatusCode::NOT_MODIFIED, ""),
                    "{address}, {known}"
                );
                assert_eq!(again.header("etag"), etag, "{address}");
            }
            let other = example.get_with(address, &[("if-none-match", "W/\"other\"")]).await;
            assert_eq!((other.status, other.body == first.body), (StatusCode::OK, true), "{address}");
        }
        let marks: Vec<String> = ["/es/2020", "/en/2020"].map(|a| a.to_string()).to_vec();
        assert_ne!(example.get(&marks[0]).await.header("etag"), example.get(&marks[1]).await.header("etag"));
    });
}

#[test]
fn a_page_is_sent_packed_as_the_browser_asks() {
    on_sqlite(async |example| {
        let example = alone(example).await;
        let plain = example.get("/es/2018").await;
        assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "accept-encoding"));
        let made = example.site.cache.made();
        for (accepts, coding) in
            [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", ""), ("br;q=0", "")]
        {
            let packed = example.get_with("/es/2018", &[("accept-encoding", accepts)]).await;
            assert_eq!(
                (packed.status, packed.header("content-encoding")),
                (StatusCode::OK, coding),
                "{accepts}"
            );
            assert_eq!(packed.header("content-length"), packed.bytes.len().to_string(), "{accepts}");
            let mut bytes = vec![];
            match coding {
                "br" => drop(brotli::BrotliDecompress(&mut packed.bytes.as_slice(), &mut bytes)),
                "gzip" => drop(flate2::read::GzDecoder::new(packed.bytes.as_slice()).read_to_end(&mut bytes)),
                _ => bytes.clone_from(&packed.bytes),
            }
            assert!(bytes == plain.bytes, "{accepts}: {} bytes", packed.bytes.len());
        }
        assert_eq!(example.site.cache.made(), made, "it is packed, not made again");
    });
}

#[test]
fn who_signs_in_and_who_does_not_see_the_same_page() {
    on_sqlite(async |example| {
        let example = alone(example).await;
        let public = example.get("/en/organisation/org-berlin").await;
        for header in [("cookie", "__Host-session=x"), ("authorization", "Bearer x")] {
            let other = example.get_with("/en/organisation/org-berlin", &[header]).await;
            assert!(
                other.bytes == public.bytes && other.header("etag") == public.header("etag"),
                "{header:?}"
            );
        }
    });
}

#[test]
fn many_who_ask_at_once_have_a_page_made_once_and_look_at_the_journal_together() {
    on_both(async |example| {
        let mut app =
            decapolis::opening::over(example.register.db.clone(), Some(EXAMPLE)).await.expect("the example");
        let looks = Arc::new(AtomicU64::new(0));
        let heard = looks.clone();
        app.db.on_statement(move |statement| {
            heard.fetch_add(u64::from(statement.sql.contains("FROM \"counter\"")), Ordering::Relaxed);
        });
        let example = Arc::new(Example::behind(EXAMPLE, Register::beside(&example.register), Site::new(app)));
        let before = example.site.cache.made();
        let asking: Vec<_> = (0..64)
            .map(|_| {
                let example = example.clone();
                tokio::spawn(async move { example.get("/fr/2019").await.status })
            })
            .collect();
        for asked in asking {
            assert_eq!(asked.await.unwrap(), StatusCode::OK);
        }
        // the page, and its data
        let made = example.site.cache.made() - before;
        assert!(made <= 3, "{made} entries for one page");
        let looks = looks.load(Ordering::Relaxed);
        assert!((1..32).contains(&looks), "{looks} looks at the journal for 64 readers");
    });
}

#[test]
fn parameters_that_a_page_does_not_know_make_no_page_of_their_own() {
    on_sqlite(async |example| {
        let example = alone(example).await;
        let (year, figure) =
            (example.get("/es/2020").await, example.get("/en/figures/members?at=2020-12-31&by=region").await);
        let (made, entries) = (example.site.cache.made(), example.site.cache.entries());
        for n in 0..20 {
            let same = example.get(&format!("/es/2020?utm_source={n}&at=20{n:02}-12-31")).await;
            assert!(same.bytes == year.bytes && same.header("etag") == year.header("etag"), "{n}");
            let same =
                example.get(&format!("/en/figures/members?x={n}&by=region&at=2020-12-31&class=&q={n}")).await;
            assert!(same.bytes == figure.bytes && same.header("etag") == figure.header("etag"), "{n}");
        }
        assert_eq!((example.site.cache.made(), example.site.cache.entries()), (made, entries));
        // URLs that do not exist do not fill the cache either
        for n in 0..20 {
            assert_eq!(
                example.get(&format!("/en/organisation/nobody-{n}")).await.status,
                StatusCode::NOT_FOUND
            );
        }
        assert_eq!(example.site.cache.made(), made);
    });
}

#[test]
fn kept_pages_never_take_more_than_their_share_of_memory() {
    on_sqlite(async |example| {
        let app =
            decapolis::opening::over(example.register.db.clone(), Some(EXAMPLE)).await.expect("the example");
        let mut site = Site::new(app);
        site.cache = Cache::of_bytes(2 << 20);
        let example = Example::behind(EXAMPLE, Register::beside(&example.register), site);
        let mut first = None;
        for month in 1..=12 {
            for day in 1..=5 {
                let answer = example.get(&format!("/en/members?at=2019-{month:02}-{day:02}")).await;
                assert_eq!(answer.status, StatusCode::OK);
                first.get_or_insert(answer);
                assert!(example.site.cache.bytes() <= 2 << 20);
            }
        }
        assert!(example.site.cache.bytes() > 1 << 20, "it is used");
        let (again, made) = (example.get("/en/members?at=2019-12-05").await, example.site.cache.made());
        assert_eq!(again.status, StatusCode::OK);
        assert!(example.get("/en/members?at=2019-12-05").await.bytes == again.bytes);
        assert_eq!(example.site.cache.made(), made, "the newest is kept");
        assert!(
            example.get("/en/members?at=2019-01-01").await.bytes == first.unwrap().bytes,
            "what went out is made again"
        );
    });
}

#[test]
fn after_a_write_a_page_is_made_again_and_has_another_mark() {
    both(async |register| {
        let site = beside(register).await;
        let before = site.get("/en/place").await;
        assert_eq!(
            (before.status, site.get("/en/place").await.header("etag")),
            (StatusCode::OK, before.header("etag"))
        );
        let file = "code,label,public,nature\nplace-a,Alpha,yes,illustrative\n".to_string();
        let (plan, zone) =
            prepare(&site.site.app, &[("places.csv".to_string(), file.into_bytes().into())]).await.unwrap();
        assert_eq!(plan.problems, []);
        write(&site.site.app, decapolis_actions::Actor::Operator, plan, None, zone, None).await.unwrap();
        let after = site.get_with("/en/place", &[("if-none-match", before.header("etag"))]).await;
        assert_eq!(after.status, StatusCode::OK);
        assert!(
            after.body.contains("Alpha") && after.header("etag") != before.header("etag"),
            "{}",
            after.body
        );
    });
}

#[test]
fn a_write_to_other_tables_leaves_the_published_page_as_it_is() {
    with_network(async |register| {
        let site = editions::site(register).await;
        editions::publish(&site, 10).await.unwrap();
        let example = Example::behind("none", Register::beside(register), site);
        let first = example.get("/en/2020").await;
        assert!(first.status == StatusCode::OK && first.body.contains("Edition 1"), "{}", first.body);
        let made = example.site.cache.made();
        import(
            register,
            "standings",
            20,
            &[("standings", "organisation,year,standing,day\neger,2020,due,2020-12-14\n")],
        )
        .await
        .unwrap();
        assert_eq!(example.get("/en/2020").await.body, first.body);
        assert_eq!(example.site.cache.made(), made, "nothing of it is read from standings");
        editions::correct(register, 30).await;
        let corrected = example.get("/en/2020").await.body;
        assert!(corrected.contains("corrected: 3 → 4"), "{corrected}");
    });
}

#[test]
fn a_page_made_anew_asks_few_statements() {
    on_sqlite(async |example| {
        let asked = Arc::new(AtomicU64::new(0));
        let (mut db, heard) = (example.register.db.clone(), asked.clone());
        db.on_statement(move |_| {
            heard.fetch_add(1, Ordering::Relaxed);
        });
        let app = decapolis::opening::over(db, Some(EXAMPLE)).await.expect("the example");
        let site = Example::behind(EXAMPLE, Register::beside(&example.register), Site::new(app));
        let statements = async |address: &str| {
            let before = asked.load(Ordering::Relaxed);
            site.page(address).await;
            asked.load(Ordering::Relaxed) - before
        };
        let figures = site.site.app.figures.catalog.figures();
        let mut all = 0;
        for figure in figures {
            let address = format!("/en/figures/{}?at=2020-12-31", figure.key);
            statements(&address).await;
            // its numbers are kept, and its words and rows are read anew
            let anew = statements(&address.replace("/en/", "/fr/")).await;
            assert!(anew <= 12, "{address}: {anew} statements");
            all += anew;
        }
        let each = all as f64 / figures.len() as f64;
        assert!(each < 7.0, "{each} statements for the page of a figure");
        let member = site.page("/en/members").await;
        let member = member.split("href=\"/en/organisation/").nth(1).and_then(|rest| rest.split('"').next());
        let member = statements(&format!("/en/organisation/{}", member.expect("a member"))).await;
        assert!(member <= 5, "{member} statements for the page of a member");
    });
}
