//! A network whose years begin in July: every page, list, chart and address speaks of its own years.

use decapolis::editions::cli::publish_page;
use decapolis::editions::publish::Publishing;
use decapolis::page::years::Years;
use decapolis::web::context::Site;
use decapolis_actions::{Actor, Request};

use crate::register::accounting::problems;
use crate::register::files::{File, at, import, plan_of};
use crate::site::example::{Example, RUNTIME, text_of};
use crate::support::{Register, both};

/// One member joins before the year 2019-20, three in it and before it ends, two in 2020-21.
const LEAGUE: &[File] = &[
    (
        "networks",
        "code,label_en,languages,zone,currency,years_from,years_until,year_starts\nleague,Test League,en,UTC,EUR,2018,2021,07-01\n",
    ),
    ("regions", "code,label,rank\nnorth,North,1\n"),
    (
        "organisations",
        "code,label_en,level\nalden,Alden,municipal\nbrixo,Brixo,municipal\ncanto,Canto,municipal\ndunva,Dunva,municipal\nelsta,Elsta,municipal\nfarro,Farro,municipal\n",
    ),
    (
        "memberships",
        "organisation,from,until\nalden,2010-01-01,\nbrixo,2019-08-01,2021-02-01\ncanto,2020-03-01,\ndunva,2020-08-01,\nelsta,2020-12-01,\nfarro,2021-07-01,\n",
    ),
    ("people", "code,label,public,gender\nama,Ama,no,woman\nbeat,Beat,no,man\n"),
    ("posts", "code,label,post,from\nintern-1,Intern,intern,2019-01-01\n"),
    ("mandates", "post,holder,person,from,until\nintern-1,person,ama,2020-09-01,2020-10-31\n"),
];

async fn league(register: &Register) -> Site {
    import(register, "league", 0, LEAGUE).await.expect("the league");
    let mut app = decapolis::opening::over(register.db.clone(), None).await.expect("the league");
    app.studio = true;
    Site::new(app)
}

fn on_the_league(test: impl AsyncFn(&Example)) {
    RUNTIME.block_on(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            let site = league(&register).await;
            test(&Example::behind("league", register, site)).await;
        }
    });
}

#[test]
fn the_page_of_a_year_is_of_its_own_year_and_says_so() {
    on_the_league(async |league| {
        let page = text_of(&league.page("/en/2020").await);
        for said in ["Test League in 2020-21", "1 July 2020", "30 June 2021", "2018-19", "2021-22"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(!page.contains("31 December"), "{page}");
        let data = league.get("/en/2020.json").await.json();
        assert_eq!(
            (data["year"].as_i64(), data["from"].as_str(), data["to"].as_str()),
            (Some(2020), Some("2020-07-01"), Some("2021-06-30"))
        );
        let of = |key: &str| {
            let all =
                data["sections"].as_array().unwrap().iter().flat_map(|s| s["numbers"].as_array().unwrap());
            all.filter(|n| n["figure"] == key).map(|n| n["counted"].as_i64()).collect::<Vec<_>>()
        };
        // 3 on 30 June 2020, 2 admitted, 1 left, 4 on 30 June 2021
        assert_eq!(of("members"), [Some(4), Some(3), Some(4)], "{data:#}");
        assert_eq!(of("new-members"), [Some(2)]);
        assert_eq!(of("left-members"), [Some(1)]);
    });
}

#[test]
fn a_figure_is_asked_from_the_first_day_of_the_year_in_which_its_day_lies() {
    on_the_league(async |league| {
        for (at, from, counted) in [
            ("2020-06-30", "2019-07-01", 2),
            ("2020-07-01", "2020-07-01", 0),
            ("2021-06-30", "2020-07-01", 2),
        ] {
            let found = league.get(&format!("/en/figures/new-members.json?at={at}")).await.json();
            assert_eq!(
                (found["from"].as_str(), found["counted"].as_i64()),
                (Some(from), Some(counted)),
                "{at}"
            );
        }
        let page = league.page("/en/figures/new-members?at=2021-06-30").await;
        // the chart and table over the years, with the last day of each
        for year in ["2018-19", "2019-20", "2020-21", "2021-22"] {
            assert!(text_of(&page).contains(year), "{year}");
        }
        for end in ["2019-06-30", "2020-06-30", "2022-06-30"] {
            assert!(page.contains(&format!("/en/figures/new-members?at={end}")), "{end}");
        }
        assert!(!page.contains("-12-31"), "{page}");
        // what is private about people is shown for whole years of the network, and not for years of the calendar
        let interns = async |at: &str| {
            league.get(&format!("/en/figures/interns-women.json?{at}")).await.json()["counted"].as_i64()
        };
        assert_eq!(interns("at=2021-06-30").await, Some(1));
        assert_eq!(interns("from=2020-01-01&at=2020-12-31").await, None);
        // without a day it is the last of the first page
        assert_eq!(league.get("/en/figures/members.json").await.json()["at"], "2022-06-30");
        assert!(league.page("/en/members").await.contains("2022-06-30"));
    });
}

#[test]
fn a_code_on_paper_opens_the_year_of_the_network() {
    on_the_league(async |league| {
        for (path, to) in [
            ("/n/M4TK/2020", "/en/figures/members?at=2021-06-30"),
            ("/n/M4TK/2018-2020", "/en/figures/members?from=2018-07-01&at=2021-06-30"),
        ] {
            assert_eq!(league.get(path).await.header("location"), to);
        }
        let tried = text_of(&league.page("/en/studio?from=new-members&c1=admissions&at=2021-06-30").await);
        assert!(tried.contains("2019-20") && tried.contains("2020-21"), "{tried}");
    });
}

#[test]
fn an_edition_is_of_a_year_of_the_network() {
    on_the_league(async |league| {
        let how = Publishing { by: None, embargo: None, signatures_demanded: false };
        let year = Years { from: 2020, to: 2020 };
        let edition = publish_page(&league.site, Request::by(Actor::Operator).recorded(at(10)), year, how)
            .await
            .unwrap();
        assert_eq!((edition.code().as_str(), edition.years_in_words().as_str()), ("2020-e1", "2020-21"));
        assert_eq!(
            (edition.from.to_string(), edition.until.to_string()),
            ("2020-07-01".into(), "2021-06-30".into())
        );
        let page = text_of(&league.page("/en/2020").await);
        assert!(page.contains("Test League in 2020-21"), "{page}");
        let listed = text_of(&league.page("/en/2020/editions").await);
        assert!(listed.contains("2020-21"), "{listed}");
        assert!(text_of(&league.page("/en/2020/e1/proof").await).contains("2020-21"));
    });
}

#[test]
fn a_year_that_cannot_begin_every_year_is_refused_at_import() {
    both(async |register| {
        for starts in ["7-1", "02-29", "13-01", "July", "2020-07-01"] {
            let file = format!(
                "code,label,languages,zone,currency,year_starts\nleague,League,en,UTC,EUR,{starts}\n"
            );
            let plan = plan_of(register, &[("networks", &file)]).await;
            assert_eq!(problems(&plan), [("error-year-starts", Some(2))], "{starts}");
        }
        let file = "code,label,languages,zone,currency,year_starts\nleague,League,en,UTC,EUR,\n";
        assert_eq!(problems(&plan_of(register, &[("networks", file)]).await), []);
    });
}
