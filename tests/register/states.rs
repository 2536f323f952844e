//! A state says how something is today; its span says when it was so.

use decapolis::{assets, modules};
use decapolis_figures::{Asked, Catalog, Figure, number};
use decapolis_register::known::Known;

use crate::register::asked_again::catalog;
use crate::register::files::*;
use crate::support::Register;

/// How many units of this listing have this state on a day, or in the year up to it.
async fn counted(register: &Register, (listing, when, on, unit): (&str, &str, &str, &str), at: &str) -> i64 {
    let rule = format!(
        "key = \"x\"\ncode = \"XXXX\"\nversion = 1\nshape = \"total\"\nmeasure = \"units\"\nunit = \"{unit}\"\n\
         [[counted]]\nlisting = \"{listing}\"\nwhen = \"{when}\"\non = \"{on}\"\n\
         keep = [{{ column = \"state\", is = [{}] }}]\n",
        if unit == "activity" || unit == "organisation" {
            "\"under-way\", \"held\", \"published\""
        } else {
            "\"published\""
        }
    );
    let figure: Figure = toml::from_str(&rule).unwrap();
    let all = Catalog::read(modules::listings(), &assets::figure_files(None).unwrap()).unwrap();
    all.check(&figure).unwrap();
    let year = decapolis_base::Period::year_to(day(at));
    number(register.db.reader(), &figure, &Asked::period(year, Known::Now), &all).await.unwrap().counted
}

#[test]
fn what_is_withdrawn_in_may_was_there_in_april() {
    with_network(async |register| {
        let rows = "code,label,platform,place,state,from,until\n\
                    stays,Stays,experts,place-accra,published,2018-01-01,\n\
                    goes,Goes,experts,place-bern,withdrawn,2018-01-01,2020-05-10\n\
                    draft,Draft,experts,place-bern,draft,2018-01-01,\n";
        import(
            register,
            "stocks",
            1,
            &[
                ("practices", rows),
                (
                    "initiatives",
                    &rows
                        .replace(",Stays", ",Sta")
                        .replace("stays,", "i-stays,")
                        .replace("goes,", "i-goes,")
                        .replace("draft,D", "i-draft,D"),
                ),
            ],
        )
        .await
        .unwrap();
        for kind in ["practice", "initiative"] {
            let listing = format!("{kind}s");
            let of = (listing.as_str(), "at-end", "record", kind);
            for (at, number) in [("2017-12-31", 0), ("2019-12-31", 2), ("2020-05-10", 2), ("2020-05-11", 1)] {
                assert_eq!(counted(register, of, at).await, number, "{kind} on {at}");
            }
            let places = (listing.as_str(), "at-end", "place", "place");
            assert_eq!(counted(register, places, "2019-12-31").await, 2);
        }
    });
}

#[test]
fn a_pilot_or_campaign_that_is_cancelled_was_under_way_until_then() {
    with_network(async |register| {
        let before = figures(register, "2019-12-31", Known::Now).await;
        for kind in ["pilot", "campaign", "observatory"] {
            let file = format!(
                "code,label,activity,state,role,from,until\n\
                 {kind}-ended,Ended,{kind},cancelled,led,2018-03-01,2020-05-10\n\
                 {kind}-never,Never,{kind},cancelled,led,,2019-02-01\n\
                 {kind}-planned,Planned,{kind},planned,led,2019-01-01,\n"
            );
            let took_part = format!("activity,organisation,role,day\n{kind}-ended,bern,led,2019-05-01\n");
            let second = kind.len() as i64;
            import(register, kind, second, &[("activities", &file), ("participations", &took_part)])
                .await
                .unwrap();
        }
        for (at, more) in [("2017-12-31", 0), ("2019-12-31", 1), ("2020-05-10", 1), ("2021-12-31", 0)] {
            let found = figures(register, at, Known::Now).await;
            let others = if at < "2019-02" { 0 } else { before["pilot-projects"].counted };
            assert_eq!(found["pilot-projects"].counted, others + more, "pilots of {at}");
            assert_eq!(found["campaigns"].counted, more, "campaigns of {at}");
            assert_eq!(found["observatories"].counted, more, "observatories on {at}");
        }
        // the same state in every listing that reads it
        let begun = ("activities", "within", "record", "activity");
        assert_eq!(counted(register, begun, "2018-12-31").await, 3);
        let took_part = ("participations", "within", "record", "activity");
        assert_eq!(counted(register, took_part, "2019-12-31").await, 3);
        let participants = ("participants", "overlapping", "record", "activity");
        // a participation in January 2020 is not one of 2019, although its pilot had begun
        assert_eq!(counted(register, participants, "2019-12-31").await, 3);
    });
}

#[test]
fn an_event_that_is_cancelled_never_happened() {
    with_network(async |register| {
        let file = "code,label,activity,state,role,scope,from,until\n\
                    off,Off,event,cancelled,led,global,2020-03-01,2020-03-02\n";
        import(register, "off", 1, &[("activities", file)]).await.unwrap();
        assert_eq!(figures(register, "2020-12-31", Known::Now).await["global-events"].counted, 1);
        assert!(catalog().figure("global-events").is_some());
    });
}
