//! Every route: who may open it, what it says if there is nothing, and its headers.

use axum::http::StatusCode;

use crate::site::example::{LANGUAGES, on_both, on_sqlite};

#[test]
fn the_first_page_follows_the_readers_language() {
    on_sqlite(async |example| {
        for (asks, to) in [
            ("fr-CA,fr;q=0.9,en;q=0.5", "/fr/2020"),
            ("de,en;q=0.7,es;q=0.1", "/en/2020"),
            ("", "/es/2020"),
            ("zh", "/es/2020"),
            ("en;q=0, fr", "/fr/2020"),
        ] {
            let answer = example.get_as("/", asks).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, to), "{asks}");
        }
        assert_eq!(
            example.get("/n/m4tk").await.header("location"),
            "/es/figures/members?at=2020-12-31&known=2020-e1"
        );
    });
}

#[test]
fn what_is_not_there_is_said_with_what_to_do() {
    on_both(async |example| {
        let cases = [
            ("/es/1999", 404),
            ("/es/20200", 404),
            ("/xx/2020", 404),
            ("/es/figures/nothing", 404),
            ("/n/ZZZZ", 404),
            ("/es/organisation/org-nobody", 404),
            ("/es/nothing/org-berlin", 404),
            ("/es/nothing", 404),
            ("/es/figures/members?at=31/02/2020", 400),
            ("/es/figures/members?known=yesterday", 400),
            ("/es/figures/members?known=2010-01-01", 400),
            ("/es/figures/members?by=gender", 400),
            ("/es/figures/members?class=nothing", 400),
            ("/es/figures/members?class=base", 400),
            ("/es/figures/members?after=1.2", 400),
            ("/es/members?region=atlantis", 400),
            ("/es/members?after=zz", 400),
            ("/es/nothing.csv", 404),
            ("/es/nothing.xlsx", 404),
            ("/es/members.exe", 404),
            ("/es/members.csv?region=atlantis", 400),
            ("/es/members.xlsx?at=yesterday", 400),
            ("/es/figures.csv?at=yesterday", 400),
            ("/es/figures/nothing.csv", 404),
            ("/es/figures/nothing.xlsx", 404),
            ("/es/figures/members.xlsx?class=nothing", 400),
            ("/es/figures/members.json?class=nothing", 400),
            ("/xx/members.csv", 404),
            ("/a/b/c/d", 404),
        ];
        for (address, status) in cases {
            let answer = example.get(address).await;
            assert_eq!(answer.status.as_u16(), status, "{address}");
            assert!(
                answer.body.contains("<h1>") && !answer.body.contains("[site-"),
                "{address}: {}",
                answer.body
            );
        }
    });
}

#[test]
fn a_record_that_is_not_public_is_not_told_to_be_there() {
    on_both(async |example| {
        use sea_orm::ConnectionTrait;
        use sea_orm::sea_query::{Expr, ExprTrait, Query};
        let ask = Query::select()
            .columns(["kind", "code"])
            .from("records")
            .and_where(Expr::col("public").eq(false))
            .limit(20)
            .to_owned();
        let rows = example.register.db.reader().query_all(&ask).await.unwrap();
        assert!(!rows.is_empty(), "the example has people who are not public");
        for row in rows {
            let (kind, code): (String, String) =
                (row.try_get("", "kind").unwrap(), row.try_get("", "code").unwrap());
            assert_eq!(
                example.get(&format!("/en/{kind}/{code}")).await.status,
                StatusCode::NOT_FOUND,
                "{kind} {code}"
            );
            assert!(!example.page(&format!("/en/{kind}")).await.contains(&format!("/en/{kind}/{code}\"")));
        }
    });
}

#[test]
fn every_page_carries_the_headers_that_keep_it_safe() {
    on_sqlite(async |example| {
        for address in [
            "/es/2020",
            "/es/figures/members",
            "/es/figures/members.csv",
            "/es/figures/members.json",
            "/es/figures/members.xlsx",
            "/es/members",
            "/es/members.csv",
            "/es/members.xlsx",
            "/es/area.csv",
            "/es/figures.xlsx",
            "/es/figures",
            "/es/organisation/org-berlin",
            "/assets/site.css",
            "/es/1999",
        ] {
            let answer = example.get(address).await;
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{address}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
            if answer.header("content-type").starts_with("text/html") {
                assert!(
                    !answer.body.contains("<script")
                        && !answer.body.contains(" style=\"")
                        && !answer.body.contains("javascript:"),
                    "{address}"
                );
            }
        }
    });
}

#[test]
fn what_a_reader_writes_into_an_address_is_never_markup() {
    on_sqlite(async |example| {
        let attack = "%3Cscript%3Ealert(1)%3C/script%3E%22%27";
        for address in [
            format!("/es/members?q={attack}"),
            format!("/es/figures/{attack}"),
            format!("/es/figures/members?at={attack}"),
            format!("/es/organisation/{attack}"),
            format!("/{attack}/2020"),
            format!("/es/figures/members?after={attack}"),
        ] {
            let answer = example.get(&address).await;
            assert!(!answer.body.contains("<script"), "{address}");
        }
    });
}

#[test]
fn every_kind_of_record_has_its_list_and_pages_in_every_language() {
    on_both(async |example| {
        for table in decapolis::modules::tables().0.iter().filter_map(|t| t.kind()) {
            for language in LANGUAGES {
                let list = example.page(&format!("/{language}/{table}")).await;
                let first = list
                    .split(&format!("href=\"/{language}/{table}/"))
                    .nth(1)
                    .map(|rest| rest.split('"').next().unwrap().to_string());
                if let Some(code) = first {
                    example.page(&format!("/{language}/{table}/{code}")).await;
                }
            }
        }
    });
}
