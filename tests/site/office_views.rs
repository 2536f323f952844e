//! Saved views of a list: mine and shared, renamed and deleted by whom, and opened when what they ask is gone.

use std::sync::atomic::Ordering;

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::register::files::everything;
use crate::site::example::text_of;
use crate::site::office::{Office, hidden, rows_of};
use crate::support::both;

#[test]
fn a_list_is_kept_under_a_name_mine_or_shared_and_minded_by_its_owner_or_an_administrator() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let ivo = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        let root = office.join(&office.invite("root@example.org", Role::Administrator).await).await;
        let before = everything(register).await;
        let (list, form) = ("/en/office/organisation", "/en/office/views/organisations");
        let narrow = office.get(&format!("{list}?is.level=municipal&sort=-code"), &olga).await;
        assert!(
            narrow.body.contains("value=\"keep\"")
                && narrow.body.contains("value=\"is.level=municipal&amp;sort=-code\""),
            "{}",
            narrow.body
        );
        let keep = |name: &'static str, shared: &'static str| {
            [("of_list", "is.level=municipal&sort=-code"), ("name", name), ("shared", shared), ("do", "keep")]
        };
        let mine = office.post(form, &keep("Towns", ""), &olga).await;
        assert_eq!(mine.status, StatusCode::SEE_OTHER, "{}", text_of(&mine.body));
        let place = mine.header("location").to_string();
        let opened = office.get(&place, &olga).await;
        let code = hidden(&opened, "view").remove(0).1;
        assert!(
            opened.body.contains("Towns</a>") && !opened.body.contains("/office/organisation/accra\""),
            "{}",
            opened.body
        );
        assert!(
            opened.body.find("/organisation/eger\"") < opened.body.find("/organisation/bern\""),
            "in the order that was kept"
        );
        // only its owner has it, sees it and minds it
        for other in [&ivo, &root] {
            assert!(!office.get(list, other).await.body.contains("Towns</a>"));
            let whole = office.get(&place, other).await;
            assert!(
                whole.body.contains("/office/organisation/accra\""),
                "an address of another person's view is the whole list"
            );
            for what in ["rename", "delete"] {
                let fields = [("view", code.as_str()), ("name", "Taken"), ("do", what)];
                assert_eq!(office.post(form, &fields, other).await.status, StatusCode::BAD_REQUEST, "{what}");
            }
        }
        // shared with the office: all have it; its owner and an administrator change it
        let fields =
            [("view", code.as_str()), ("name", "<i>Towns</i> of all"), ("shared", "yes"), ("do", "rename")];
        assert_eq!(office.post(form, &fields, &olga).await.status, StatusCode::SEE_OTHER);
        let shared = office.get(&place, &ivo).await;
        assert!(
            text_of(&shared.body).contains("Towns of all") || shared.body.contains("&lt;i&gt;Towns"),
            "{}",
            shared.body
        );
        assert!(
            !shared.body.contains("<i>Towns") && !shared.body.contains("value=\"delete\""),
            "{}",
            shared.body
        );
        let fields = [("view", code.as_str()), ("do", "delete")];
        assert_eq!(office.post(form, &fields, &ivo).await.status, StatusCode::BAD_REQUEST);
        assert!(office.get(&place, &root).await.body.contains("value=\"delete\""));
        assert_eq!(office.post(form, &fields, &root).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rows_of(register, "SELECT name FROM list_views").await, [""; 0]);
        // a name is needed; what was asked of the list stays
        let unnamed = office.post(form, &keep("  ", ""), &olga).await;
        assert_eq!(unnamed.status, StatusCode::BAD_REQUEST);
        assert!(
            text_of(&unnamed.body).contains("A view needs a name")
                && unnamed.body.contains("is.level=municipal"),
            "{}",
            unnamed.body
        );
        assert_eq!(office.post(form, &keep("Visitors", "yes"), "").await.status, StatusCode::FORBIDDEN);
        assert_eq!(everything(register).await, before, "views are no facts");
    });
}

#[test]
fn a_view_opens_when_a_column_or_a_record_that_it_names_is_gone() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let query =
            "is.level=municipal&is.ancient=1&column=bygone&column=level&sort=-bygone&is.place=place-nowhere";
        let fields = [("of_list", query), ("name", "Old"), ("shared", "yes"), ("do", "keep")];
        let kept = office.post("/en/office/views/organisations", &fields, &olga).await;
        let opened = office.get(kept.header("location"), &olga).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", text_of(&opened.body));
        let told = text_of(&opened.body);
        assert!(
            told.contains("ancient") && told.contains("bygone") && told.contains("was left out"),
            "{told}"
        );
        assert!(
            opened.body.contains("/organisation/bern\"") && !opened.body.contains("/organisation/accra\""),
            "{}",
            opened.body
        );
        // a view that names a private person says that name to nobody out of whose scope the person is
        let fields = [("of_list", "is.person=person-xu"), ("name", "One"), ("shared", "yes"), ("do", "keep")];
        let kept = office.post("/en/office/views/mandates", &fields, &olga).await;
        let theirs = office.get(kept.header("location"), &aya).await;
        assert_eq!(theirs.status, StatusCode::OK);
        assert!(!theirs.body.contains("person-xu"), "{}", theirs.body);
    });
}

#[test]
fn a_view_asks_as_many_statements_as_the_list_that_it_is_of() {
    both(async |register| {
        let (office, asked) = Office::counting(register).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let query =
            "is.level=municipal&is.illustrative=no&is.public=yes&is.source=-&column=level&sort=code&q=e";
        let fields = [("of_list", query), ("name", "Many"), ("do", "keep")];
        let kept = office.post("/en/office/views/organisations", &fields, &olga).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", text_of(&kept.body));
        let count = async |address: &str| {
            let before = asked.load(Ordering::Relaxed);
            let page = office.get(address, &olga).await;
            assert_eq!(page.status, StatusCode::OK, "{}", text_of(&page.body));
            asked.load(Ordering::Relaxed) - before
        };
        let list = format!("/en/office/organisation?{query}");
        count(&list).await;
        assert_eq!(count(kept.header("location")).await, count(&list).await);
    });
}
