//! Nothing private is published: all URLs of the site are read as the public, on a register in which every private value is marked.

pub mod crawl;
pub mod register;

use decapolis::editions::cli::publish_page;
use decapolis::editions::publish::Publishing;
use decapolis::modules;
use decapolis::page::years::Years;
use decapolis::web::context::Site;
use decapolis_actions::{Actor, Request};
use decapolis_register::table::{Kind, Privacy};

use self::crawl::{Crawl, addresses};
use self::register::{Marked, YEAR};
use crate::register::files::{NETWORK, at, everything, import};
use crate::site::example::{Example, RUNTIME};
use crate::support::Register;

async fn site(register: &Register) -> Site {
    let mut app = decapolis::opening::over(register.db.clone(), None).await.expect("the marked register");
    app.studio = true;
    Site::new(app)
}

/// The register with a published page that was corrected later.
async fn over(register: Register, marked: &Marked) -> Example {
    marked.import(&register).await;
    let before = site(&register).await;
    let how = Publishing { by: Some("Office".into()), embargo: None, signatures_demanded: false };
    publish_page(&before, Request::by(Actor::Operator).recorded(at(10)), Years { from: YEAR, to: YEAR }, how)
        .await
        .expect("an edition");
    let later =
        "activity,organisation,person,role,day\nactivity-1,organisation-2,person-2,attended,2020-06-05\n";
    import(&register, "later", 20, &[("participations", later)]).await.expect("a correction");
    let site = site(&register).await;
    Example::behind("marked", register, site)
}

#[test]
fn nothing_private_comes_out_at_any_address() {
    RUNTIME.block_on(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            let marked = Marked::new();
            let example = over(register, &marked).await;
            let mut crawl = Crawl::new(&example, &marked.marks);
            // the second database responds with the same text, so every seventh URL is enough
            let (every, followed) = if example.register.on_postgres { (7, 100) } else { (1, 600) };
            let all = addresses(&example, &marked);
            assert!(all.len() > 1_000, "only {} addresses are known", all.len());
            crawl.read_all(all.into_iter().step_by(every).collect(), followed).await;
            eprintln!("{} addresses read", crawl.read.len());
            assert!(
                crawl.leaks.is_empty(),
                "{} leaks: {:#?}",
                crawl.leaks.len(),
                &crawl.leaks[..crawl.leaks.len().min(40)]
            );
        }
    });
}

#[test]
fn the_marks_are_in_the_register_and_would_be_seen() {
    RUNTIME.block_on(async {
        let marked = Marked::new();
        for table in
            modules::tables().0.iter().filter(|t| marked.files.iter().any(|(name, _)| *name == t.name))
        {
            for column in table.columns.iter().filter(|c| c.privacy > Privacy::Public) {
                // a closed list of values has no marked one
                if !matches!(column.kind, Kind::Choice(_) | Kind::Bool | Kind::Ref(_)) {
                    let of = format!("{}.{} ", table.name, column.name);
                    assert!(marked.marks.iter().any(|m| m.of.starts_with(&of)), "{of} is not marked");
                }
            }
        }
        let example = over(Register::on_sqlite().await, &marked).await;
        let held = everything(&example.register).await.join("\n");
        for mark in &marked.marks {
            assert!(held.contains(&mark.text), "{mark:?} is not in the register");
        }
        // the test itself is tested: a record made public by mistake is found
        let hidden =
            marked.marks.iter().find(|m| m.of == "organisations.label 4").expect("a private organisation");
        let open = format!("UPDATE records SET public = true WHERE label LIKE '%{}%'", hidden.text);
        example.register.db.run_unjournaled(&open).await.expect("opened");
        let mut crawl = Crawl::new(&example, &marked.marks);
        crawl.read_all(vec!["/en/organisation".into()], 1_200).await;
        assert!(crawl.leaks.iter().any(|leak| leak.contains(&hidden.text)), "{:?}", crawl.leaks);
    });
}

#[test]
fn a_leader_is_named_among_leaders_and_nowhere_else() {
    RUNTIME.block_on(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            let hidden: Vec<(&str, String)> =
                NETWORK.iter().map(|(t, text)| (*t, text.replace("Ama,yes", "Ama,no"))).collect();
            let files: Vec<(&str, &str)> =
                hidden.iter().map(|(table, text)| (*table, text.as_str())).collect();
            import(&register, "first", 0, &files).await.expect("the small network");
            let site = site(&register).await;
            let example = Example::behind("leaders", register, site);
            let leaders = example.get("/en/figures/leaders-stated.json?at=2020-12-31").await.json();
            let fields = &leaders["rows"][0]["fields"];
            assert_eq!(
                (fields["person"].as_str(), fields["gender"].as_str()),
                (Some("Ama"), Some("woman")),
                "{leaders}"
            );
            for address in [
                "/en/figures/active-members.json?at=2020-12-31",
                "/en/figures/active-members.csv?at=2020-12-31",
                "/en/post/leader-accra",
            ] {
                let page = example.page(address).await;
                assert!(!page.contains("Ama") && !page.contains("woman"), "{address}: {page}");
                assert!(page.contains("not public") || !address.starts_with("/en/post"), "{address}: {page}");
            }
            assert_eq!(example.get("/en/person/person-ama").await.status, 404);
        }
    });
}
