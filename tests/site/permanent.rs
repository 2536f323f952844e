//! What is cited, printed or shown elsewhere says and opens the same number for ever.

use axum::http::StatusCode;
use decapolis_actions::{Actor, Request};
use decapolis_figures::{Figure, Shape};

use crate::site::example::{EXAMPLE, Example, on_both, on_sqlite, text_of};

/// Days with the first day of their period, where it is not the year up to them.
const DAYS: [(Option<&str>, &str); 5] = [
    (None, "2020-12-31"),
    (None, "2019-12-31"),
    (None, "2018-08-31"),
    (Some("2018-01-01"), "2020-12-31"),
    (Some("2019-07-01"), "2020-06-30"),
];
const STATES: [&str; 5] = ["", "2020-03-31", "2019-e1", "2020-e1", "j3"];

/// The address that the page of a figure cites, as a path.
fn cited(example: &Example, page: &str) -> String {
    let cite = page.split("id=\"cite\"").nth(1).unwrap_or_else(|| panic!("no citation: {page}"));
    let text = text_of(cite.split("</section>").next().unwrap());
    let path =
        text.split("/n/").nth(1).unwrap_or_else(|| panic!("{text}")).split_whitespace().next().unwrap();
    assert!(text.contains(&format!("{}/n/", example.site.base)), "{text}");
    format!("/n/{path}")
}

/// The page that an address without a language leads to.
async fn opened(example: &Example, path: &str) -> String {
    let answer = example.get_as(path, "en").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
    let to = answer.header("location").split('#').next().unwrap().to_string();
    example.page(&to).await
}

/// The number and the sentence at the top of the page of a figure, and what it says of its days and the state of the register.
fn top(page: &str) -> (String, String) {
    let top = page.split("class=\"figure-head\"").nth(1).unwrap();
    let value = text_of(&format!("<p {}", top.split("</h1>").next().unwrap()));
    let rule =
        text_of(&format!("<p {}", top.split("class=\"rule\"").nth(1).unwrap().split("</p>").next().unwrap()));
    (value, rule)
}

/// The picture and the frame that a page of a figure offers, as paths.
fn pieces(example: &Example, page: &str) -> (String, String) {
    let own = |text: &str| {
        let path = text.strip_prefix(&example.site.base).unwrap_or(text);
        path.replace("&amp;", "&")
    };
    let picture = page.split("property=\"og:image\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    let frame = page.split("id=\"embed\"").nth(1).unwrap().split("src=&quot;").nth(1).unwrap();
    let frame = frame.split("&quot;").next().unwrap().replace("&amp;", "&");
    (own(picture), own(&frame))
}

async fn says_and_opens_the_same(example: &Example, figure: &Figure, asked: &str) {
    let page = example.page(&format!("/en/figures/{}?{asked}", figure.key)).await;
    let path = cited(example, &page);
    let again = opened(example, &path).await;
    assert_eq!(top(&again), top(&page), "{} {asked}: {path}", figure.key);
    assert_eq!(cited(example, &again), path, "{} {asked}: an address leads to itself", figure.key);
    let (picture, frame) = pieces(example, &page);
    assert_eq!(pieces(example, &again), (picture.clone(), frame.clone()), "{} {asked}", figure.key);
    assert!(picture.starts_with(&format!("/en/figures/{}/card.png?", figure.key)), "{picture}");
    let framed = example.page(&frame).await;
    let value = text_of(page.split("class=\"shown\">").nth(1).unwrap().split('<').next().unwrap());
    assert!(
        text_of(&framed).contains(&value),
        "{} {asked}: {value} is not in {}",
        figure.key,
        text_of(&framed)
    );
    let of_frame = framed.split("class=\"value\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(
        of_frame.replace("&amp;", "&"),
        path,
        "{} {asked}: the frame opens the same number",
        figure.key
    );
}

#[test]
fn every_figure_on_every_day_and_in_every_state_cites_an_address_that_opens_it() {
    on_sqlite(async |example| {
        for (n, figure) in example.site.app.figures.catalog.figures().iter().enumerate() {
            // a figure has each day and each state once; every day meets every state in some figure
            for (d, (from, at)) in DAYS.into_iter().enumerate() {
                let state = STATES[(n + d) % STATES.len()];
                let from = from.map(|from| format!("from={from}&")).unwrap_or_default();
                let known = if state.is_empty() { String::new() } else { format!("&known={state}") };
                says_and_opens_the_same(example, figure, &format!("{from}at={at}{known}")).await;
            }
        }
    });
}

#[test]
fn a_group_cites_an_address_that_opens_the_group() {
    on_both(async |example| {
        for (key, group) in [
            ("members", "region/region-africa"),
            ("active-members", "region/-"),
            ("women-led", "region/region-europe"),
        ] {
            let figure = example.site.app.figures.catalog.figure(key).unwrap();
            says_and_opens_the_same(example, figure, &format!("at=2020-12-31&known=2020-e1&only={group}"))
                .await;
        }
        for wrong in ["region/atlantis", "colour/red", "region", "region/a/b"] {
            let answer = example.get(&format!("/en/figures/members?at=2020-12-31&only={wrong}")).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}");
        }
    });
}

/// Every number of a page as data: its permanent address, the number as printed, and whether it is a group or a step.
async fn lines(example: &Example, page: &str) -> Vec<serde_json::Value> {
    let json = example.get(&format!("/en/{page}.json")).await.json();
    let sections = json["sections"].as_array().unwrap().clone();
    sections.iter().flat_map(|s| s["numbers"].as_array().unwrap().clone()).collect()
}

#[test]
fn every_number_of_a_page_opens_itself_by_its_code() {
    on_sqlite(async |example| {
        for page in ["2020", "2019", "2020/e1", "2019/e1", "2018-2020", "2021"] {
            let mut opened_codes = 0;
            for line in lines(example, page).await {
                let permanent = line["permanent"].as_str().unwrap();
                let path = permanent.strip_prefix(&example.site.base).unwrap_or(permanent);
                assert!(path.starts_with("/n/"), "{page}: {line}");
                let shown =
                    line["shown"].as_str().unwrap().trim_start_matches(['=', '+', '−', '\u{202f}', ' ']);
                let counted = opened(example, path).await;
                let value = text_of(
                    &counted
                        .split("class=\"figure-value")
                        .nth(1)
                        .unwrap()
                        .split("</p>")
                        .next()
                        .unwrap()
                        .replacen('>', "", 1),
                );
                // a remainder is counted by the rows left out, and a floor may be the page's own
                if path.ends_with("left-out") {
                    continue;
                }
                assert!(value.contains(shown), "{page}: {path} shows {value}, printed is {shown}: {line}");
                opened_codes += 1;
            }
            assert!(opened_codes > 20 || page == "2021", "{page}: {opened_codes}");
        }
    });
}

#[test]
fn the_code_under_a_number_of_another_day_opens_that_day() {
    on_both(async |example| {
        let page = example.page("/en/2020/e1").await;
        assert!(page.contains("M4TK/2019"), "the step on the eve has a code of its own");
        assert!(text_of(&page).contains("/n/2020/e1/CODE"), "the legend says how a code opens its list");
        let eve = opened(example, "/n/2020/e1/M4TK/2019").await;
        assert!(top(&eve).0.contains("138") && top(&eve).1.contains("31 December 2019"), "{:?}", top(&eve));
        assert!(
            text_of(&eve).contains("edition 1 of 2020"),
            "the state of the register is that of the edition"
        );
        for (wrong, status) in [
            ("/n/2020/e9/M4TK", StatusCode::SEE_OTHER),
            ("/n/20/e1/M4TK", StatusCode::NOT_FOUND),
            ("/n/2020/e1/M4TK/nothing", StatusCode::NOT_FOUND),
        ] {
            assert_eq!(example.get(wrong).await.status, status, "{wrong}");
        }
        assert_eq!(
            example.get("/en/figures/M4TK?at=2020-12-31&known=2020-e9").await.status,
            StatusCode::BAD_REQUEST
        );
        assert_eq!(example.get("/en/figures/members?known=j99999999").await.status, StatusCode::NOT_FOUND);
        assert_eq!(example.get("/en/figures/members?known=2999-01-01").await.status, StatusCode::BAD_REQUEST);
    });
}

#[test]
fn an_older_address_opens_the_number_that_its_page_shows() {
    on_both(async |example| {
        let corrected = opened(example, "/n/M4TK/2019").await;
        assert!(top(&corrected).0.starts_with("139"), "edition 1 printed 139: {:?}", top(&corrected));
        assert!(text_of(&corrected).contains("corrected: 139 → 138"), "and says what was corrected since");
        assert!(corrected.contains("/en/2019/editions#e1"));
        assert!(top(&opened(example, "/n/m4tk").await).0.starts_with("141"));
        let live = opened(example, "/n/M4TK/2021").await;
        assert!(
            !live.contains("known=") || text_of(&live).contains("as known today"),
            "nobody published 2021"
        );
    });
}

#[test]
fn a_citation_opens_the_same_number_after_the_register_was_changed() {
    on_sqlite(async |example| {
        let folder = crate::support::Folder::new();
        let copy = folder.join("copy.db").to_string_lossy().into_owned();
        example.register.db.run_unjournaled(&format!("VACUUM INTO '{copy}'")).await.unwrap();
        let app = decapolis::opening::open(&copy, Some(EXAMPLE)).await.unwrap();
        let register =
            crate::support::Register { db: app.db.clone(), address: copy, on_postgres: false, folder };
        let copy = Example::behind(EXAMPLE, register, decapolis::web::context::Site::new(app));
        let mut before = vec![];
        let days = ["2020-12-31", "2019-12-31"].iter().cycle();
        for (figure, at) in copy.site.app.figures.catalog.figures().iter().zip(days) {
            let page = copy.page(&format!("/en/figures/{}?at={at}", figure.key)).await;
            before.push((cited(&copy, &page), top(&page), pieces(&copy, &page)));
        }
        // the last batches are undone: numbers of today differ, those that were cited do not
        let last = decapolis_register::journal::last(copy.site.app.db.reader()).await.unwrap();
        let mut undone = 0;
        for number in (1..=last).rev() {
            let batch =
                decapolis_register::journal::batch_of(copy.site.app.db.reader(), number).await.unwrap();
            let Some(batch) = batch else { continue };
            let undo = decapolis_actions::undo_batch(
                &copy.site.app.register(),
                Request::by(Actor::Operator),
                &batch,
                decapolis::modules::actions(),
            )
            .await;
            undone += i32::from(undo.is_ok());
            if undone == 8 {
                break;
            }
        }
        assert!(
            decapolis_register::journal::last(copy.site.app.db.reader()).await.unwrap() > last,
            "something was written"
        );
        let mut corrected = 0;
        for (path, said, shown) in before {
            let page = opened(&copy, &path).await;
            assert_eq!((top(&page), pieces(&copy, &page)), (said, shown), "{path}");
            corrected += i32::from(
                text_of(&page).contains("corrected:") || text_of(&page).contains("completed since"),
            );
        }
        assert!(corrected > 0, "and says what is different today");
    });
}

#[test]
fn a_share_of_people_is_a_picture_too() {
    on_sqlite(async |example| {
        for figure in example.site.app.figures.catalog.figures().iter().filter(|f| f.shape == Shape::Share) {
            let address = format!("/en/figures/{}/card.svg?at=2019-12-31&known=2019-e1", figure.key);
            let drawing = example.get(&address).await;
            assert_eq!(
                (drawing.status, drawing.header("content-type")),
                (StatusCode::OK, "image/svg+xml"),
                "{address}"
            );
            assert!(drawing.body.contains("edition 1 of 2019"), "{address}: it says which edition it shows");
        }
        for missing in
            ["/en/figures/members/card.gif", "/en/figures/nothing/card.png", "/en/figures/members/song"]
        {
            assert_eq!(example.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
        }
    });
}

#[test]
fn an_address_for_ever_that_is_none_of_its_forms_leads_nowhere() {
    on_both(async |example| {
        for path in [
            "2020/e1%0d%0aset-cookie:a/M4TK",
            "2020/j1%0a/M4TK",
            "2020/e1%26at=1999-12-31/M4TK",
            "2020/now/M4TK",
            "2020/2020-12-31%26only=region/M4TK",
            "2020/e1/M4TK%0d%0a",
            "2020/e1/M4TK%3Fat=1999",
            "2020/e1/M4TK%26x",
            "2020%0a/e1/M4TK",
            "2020/e1/M4TK/region%26known=j1/africa",
            "2020/e1/M4TK/region/a%0d%0ab",
            "2020/e1/M4TK/2019%0a",
        ] {
            let answer = example.get(&format!("/n/{path}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.header("location"));
        }
        // a value may hold what an address must encode
        let answer = example.get("/n/2020/e1/M4TK/region/a%26at=1999").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert!(
            answer.header("location").ends_with("only=region/a%26at%3D1999"),
            "{}",
            answer.header("location")
        );
    });
}
