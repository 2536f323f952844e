//! The lists of the office: what is asked of them, page after page, and the same as a file.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::register::files::import;
use crate::site::example::text_of;
use crate::site::office::Office;
use crate::support::{Register, both};

async fn at_work(register: &Register) -> (Office, String) {
    let office = Office::of(register, false).await;
    let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
    (office, officer)
}

/// The codes of the records that a list links to, in their order.
fn codes(body: &str, kind: &str) -> Vec<String> {
    let start = format!("<td class=\"text\"><a href=\"/en/office/{kind}/");
    let addresses = body.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    // a fact has an address within its record's
    addresses.filter(|code| !code.contains('/')).map(str::to_string).collect()
}

#[test]
fn a_list_is_narrowed_by_any_column_and_its_file_has_the_same_rows() {
    both(async |register| {
        let (office, officer) = at_work(register).await;
        let list = async |query: &str| {
            let answer = office.get(&format!("/en/office/{query}"), &officer).await;
            assert_eq!(answer.status, StatusCode::OK, "{query}: {}", text_of(&answer.body));
            answer.body
        };
        let all = codes(&list("organisation").await, "organisation");
        assert_eq!(all, ["accra", "bern", "cali", "dakar", "eger", "university"]);
        for (query, kept) in [
            ("organisation?is.level=municipal", &["bern", "cali", "dakar", "eger"][..]),
            ("organisation?is.level=municipal&sort=-code", &["eger", "dakar", "cali", "bern"]),
            ("organisation?is.place=-&q=a", &["cali", "dakar"]),
            ("organisation?is.place=place-accra", &["accra"]),
            ("organisation?is.place=Accra+%C2%B7+place-accra", &["accra"]),
            ("organisation?is.label=-es&is.level=university", &["university"]),
            ("organisation?is.label=-en", &[]),
            ("organisation?is.code=DAK", &["dakar"]),
        ] {
            assert_eq!(codes(&list(query).await, "organisation"), kept, "{query}");
        }
        // facts: open ends, days known in part, a day on which they last
        for (query, kept) in [
            ("list/memberships?is.until=-&sort=organisation", &["accra", "bern", "dakar"][..]),
            ("list/memberships?is.from=2012", &["eger", "cali"]),
            ("list/memberships?on=2013-01-01&sort=from", &["accra", "cali", "eger"]),
        ] {
            assert_eq!(codes(&list(query).await, "organisation"), kept, "{query}");
        }
        // columns are chosen; the file has them, the rows and the order
        let query = "is.level=municipal&sort=-code&column=code&column=level";
        let page = list(&format!("organisation?{query}")).await;
        assert!(!page.contains("sort=place\"") && page.contains("sort=code"), "{page}");
        let file = office.get(&format!("/en/office/file/organisations/csv?{query}"), &officer).await;
        assert_eq!(file.status, StatusCode::OK);
        let rows: Vec<&str> = file.body.lines().filter(|line| line.contains(",municipal,")).collect();
        assert_eq!(rows.len(), 4, "{}", file.body);
        assert!(rows[0].contains("eger") && rows[3].contains("bern"), "{}", file.body);
        // what cannot be is refused in words
        for query in [
            "organisation?is.nothing=1",
            "organisation?sort=nothing",
            "organisation?column=nothing",
            "organisation?is.place=nowhere",
            "list/memberships?is.from=yesterday",
            "list/memberships?on=2020-02-31",
            "list/memberships?after=x",
            "list/readings?is.value=many",
        ] {
            let answer = office.get(&format!("/en/office/{query}"), &officer).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        }
        for path in ["list/grants", "list/nothing", "file/grants/csv", "file/memberships/exe", "nothing"] {
            let answer = office.get(&format!("/en/office/{path}"), &officer).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(
            office.get("/en/office/file/people/csv", "").await.status.is_client_error(),
            "a visitor has no file"
        );
    });
}

#[test]
fn pages_of_a_list_have_every_row_once_whatever_sorts_them() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let rows: String = (0..120)
            .map(|n| {
                let country = if n % 3 == 0 { "" } else { ["GH", "CH", "CO"][n % 3] };
                let people = if n % 4 == 0 { String::new() } else { (n / 10).to_string() };
                format!("town-{n:03},Town {:03},{country},{people}\n", 119 - n)
            })
            .collect();
        let file = format!("code,label,country,population\n{rows}");
        import(register, "towns", 60, &[("places", file.as_str())]).await.unwrap();
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        for sort in
            ["", "code", "-code", "country", "-country", "population", "-population", "label", "-label"]
        {
            let mut address = format!("/en/office/place?q=town&sort={sort}");
            let (mut seen, mut pages) = (vec![], 0);
            loop {
                let page = office.get(&address, &officer).await;
                assert_eq!(page.status, StatusCode::OK, "{address}");
                seen.extend(codes(&page.body, "place"));
                pages += 1;
                let next = page.body.split("<p class=\"more\"><a class=\"other\" href=\"").nth(1);
                match next.and_then(|rest| rest.split('"').next()) {
                    Some(next) if pages < 5 => address = next.replace("&amp;", "&"),
                    _ => break,
                }
            }
            let once: std::collections::BTreeSet<&String> = seen.iter().collect();
            assert_eq!((seen.len(), once.len(), pages), (120, 120, 3), "sorted by {sort}");
        }
    });
}
