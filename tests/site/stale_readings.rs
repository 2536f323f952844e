//! Readings keep their own day: a total of channels says when each was read, and a closed channel ends.

use decapolis::web::context::Site;

use crate::register::files::{File, import};
use crate::site::example::{Example, RUNTIME, text_of};
use crate::support::Register;

/// Birds was closed in 2019 and Faces on a day of 2020 that nobody knows; Old was read last in 2018; New is read twice a year.
const LEAGUE: &[File] = &[
    (
        "networks",
        "code,label_en,languages,zone,currency,years_from,years_until\nleague,Test League,en,UTC,EUR,2018,2021\n",
    ),
    (
        "channels",
        "code,label_en,channel,from,until\nbirds,Birds,social,2010,2019-04-02\nfaces,Faces,social,,2020\nold,Old,social,,\nnew,New,social,,\n",
    ),
    (
        "readings",
        "channel,day,followers\nbirds,2018-12-20,5000\nfaces,2019-12-20,3000\nold,2018-12-10,7000\nnew,2018-12-31,1000\nnew,2020-11-16,1200\nnew,2021-11-17,1300\n",
    ),
];

fn on_the_league(test: impl AsyncFn(&Example)) {
    RUNTIME.block_on(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            import(&register, "league", 0, LEAGUE).await.expect("the league");
            let app = decapolis::opening::over(register.db.clone(), None).await.expect("the league");
            let site = Site::new(app);
            test(&Example::behind("league", register, site)).await;
        }
    });
}

#[test]
fn a_closed_channel_ends_and_one_that_may_have_ended_is_left_out() {
    on_the_league(async |league| {
        let followers = async |at: &str| {
            let found = league.get(&format!("/en/figures/followers.json?at={at}")).await.json();
            (found["counted"].as_i64().unwrap(), found["left_out_rows"].as_i64().unwrap())
        };
        assert_eq!(followers("2018-12-31").await, (5000 + 7000 + 1000, 0));
        assert_eq!(followers("2019-04-02").await, (5000 + 7000 + 1000, 0));
        assert_eq!(followers("2019-04-03").await, (7000 + 1000, 0));
        assert_eq!(followers("2019-12-31").await, (3000 + 7000 + 1000, 0));
        assert_eq!(followers("2020-06-30").await, (7000 + 1000, 1));
        assert_eq!(followers("2021-12-31").await, (7000 + 1300, 0));
    });
}

#[test]
fn a_total_of_channels_says_its_oldest_and_newest_reading_and_how_many_are_stale() {
    on_the_league(async |league| {
        let read = async |at: &str| {
            let found = league.get(&format!("/en/figures/followers.json?at={at}")).await.json();
            let read = &found["readings"];
            let day = |name: &str| read[name].as_str().unwrap().to_string();
            (day("oldest"), day("newest"), read["stale"].as_i64().unwrap(), read["all"].as_i64().unwrap())
        };
        let days = |oldest: &str, newest: &str| (oldest.to_string(), newest.to_string());
        let (oldest, newest) = days("2018-12-10", "2018-12-31");
        assert_eq!(read("2018-12-31").await, (oldest, newest, 0, 3));
        // 45 days after 16 November are 31 December
        let (oldest, newest) = days("2018-12-10", "2020-11-16");
        assert_eq!(read("2020-12-31").await, (oldest.clone(), newest.clone(), 1, 2));
        assert_eq!(read("2021-01-01").await, (oldest, newest, 2, 2));
        assert!(league.get("/en/figures/members.json?at=2021-12-31").await.json()["readings"].is_null());
        let page = text_of(&league.page("/en/figures/followers?at=2020-12-31").await);
        assert!(
            page.contains("read from 10 December 2018 to 16 November 2020; 1 of 2 older than 45 days"),
            "{page}"
        );
    });
}

#[test]
fn the_page_of_a_year_shows_a_stale_reading_as_stale() {
    on_the_league(async |league| {
        let page = text_of(&league.page("/en/2020").await);
        assert!(page.contains("1 of 2 older than 45 days"), "{page}");
        assert!(page.contains("Old, 10 Dec 2018"), "{page}");
        assert!(!page.contains("New, 16"), "{page}");
        let rows = league.page("/en/figures/followers?at=2020-12-31").await;
        assert!(rows.contains("Older than 45 days"), "{rows}");
    });
}
