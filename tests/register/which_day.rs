//! On which day a dated attribute is taken: of what lasts on the day that is asked, of what happens on its own day.

use std::collections::BTreeSet;

use decapolis::modules;
use decapolis_base::Period;
use decapolis_figures::{Asked, Catalog, Figures, Time};
use decapolis_register::journal::Heads;
use decapolis_register::known::Known;

use crate::register::files::*;
use crate::support::{Register, both};

/// Attributes that a listing takes from other facts on a day. Others of its columns are those of the row, or are not dated.
const DATED: &[&str] = &["region", "category", "member", "leader"];
/// Columns that are worked out, but are not an attribute on a day: they say how the row lies to other rows, or what it is.
const OF_THE_ROW: &[&str] = &[
    "succession",
    "continues",
    "member_before",
    "member_after",
    "lasts",
    "lasted",
    "series",
    "record",
    "covered",
    "repeated",
    "meeting",
    // how old a reading is on the day asked, and whether its channel was closed by then: tests/site/stale_readings.rs
    "stale",
    "open",
];

/// Two governments do all that can happen, one on 30 June, one on 1 July. On 1 July each attribute of both moves.
const TWO: &[File] = &[
    ("networks", "code,label,languages,zone,currency\nthe-two,The Two,en,Europe/Madrid,EUR\n"),
    ("regions", "code,label,rank\nafrica,Africa,1\neurope,Europe,2\n"),
    ("areas", "code,label\narea,Area\n"),
    (
        "organisations",
        "code,label,level\nearly,Accra,municipal\nlate,Bern,municipal\njoins-early,Cali,municipal\njoins-late,Dakar,municipal\nleaves-early,Eger,municipal\nleaves-late,Faro,municipal\nstays,Gdansk,municipal\n",
    ),
    ("people", "code,label,gender\nmayor-early,Ama,woman\nmayor-late,Beat,man\nnext,Xu,woman\n"),
    ("bodies", "code,label,body\nassembly,Assembly,assembly\n"),
    (
        "posts",
        "code,label,post,organisation,body,from\nleader-early,Mayor of Accra,leader,early,,2000\nleader-late,Mayor of Bern,leader,late,,2000\nseat-early,Seat of Accra,seat,early,assembly,2000\n",
    ),
    (
        "mandates",
        "post,holder,person,from,until\nleader-early,person,mayor-early,2015-01-01,2020-06-30\nleader-early,person,next,2020-07-01,\nleader-late,person,mayor-late,2015-01-01,2020-06-30\n",
    ),
    (
        "meetings",
        "code,label,body,day,mode,state\nmeeting-early,Spring,assembly,2020-06-30,online,held\nmeeting-late,Summer,assembly,2020-07-01,online,held\n",
    ),
    (
        "attendances",
        "meeting,organisation,attendance\nmeeting-early,early,present\nmeeting-late,late,present\n",
    ),
    (
        "activities",
        "code,label,activity,state,role,from,until\npilot,Trams,pilot,under-way,led,2018-01-01,2021-12-31\nstudy,Air,study,published,led,2018-01-01,\n",
    ),
    (
        "participations",
        "activity,organisation,person,role,day\npilot,early,,partnered,2018-06-01\npilot,early,mayor-early,spoke,2020-06-30\npilot,late,mayor-late,spoke,2020-07-01\n",
    ),
    ("agreements", "code,label,agreement,from\nagreement,Agreement,financing,2020-01-01\n"),
    ("signatures", "agreement,organisation,day\nagreement,early,2020-06-30\nagreement,late,2020-07-01\n"),
    ("indicators", "code,label,unit\nair,Air,µg/m³\n"),
    ("editions", "code,label,study,from\nair-2018,Air,study,2018-03-01\n"),
    ("observations", "area,indicator,day,value,unit,edition\narea,air,2017,12.5,µg/m³,air-2018\n"),
    ("area_governments", "organisation,area,from\nearly,area,2010-01-01\n"),
    (
        "placements",
        "organisation,region,from,until\nearly,africa,2010-01-01,2020-06-30\nearly,europe,2020-07-01,\nlate,africa,2010-01-01,2020-06-30\nlate,europe,2020-07-01,\njoins-early,africa,2010-01-01,2020-06-30\njoins-early,europe,2020-07-01,\njoins-late,africa,2010-01-01,2020-06-30\njoins-late,europe,2020-07-01,\nleaves-early,africa,2010-01-01,2020-06-30\nleaves-early,europe,2020-07-01,\nleaves-late,africa,2010-01-01,2020-06-30\nleaves-late,europe,2020-07-01,\nstays,africa,2010-01-01,2020-06-30\nstays,europe,2020-07-01,\n",
    ),
    (
        "categories",
        "organisation,category,from,until\nearly,full,2010-01-01,2020-06-30\nearly,associate,2020-07-01,\nlate,full,2010-01-01,2020-06-30\nlate,associate,2020-07-01,\njoins-early,full,2010-01-01,2020-06-30\njoins-early,associate,2020-07-01,\njoins-late,full,2010-01-01,2020-06-30\njoins-late,associate,2020-07-01,\nstays,full,2010-01-01,2020-06-30\nstays,associate,2020-07-01,\n",
    ),
    (
        "memberships",
        "organisation,from,until\nearly,2010-01-01,2020-06-30\nlate,2010-01-01,2020-06-30\njoins-early,2020-06-30,\njoins-late,2020-07-01,\nleaves-early,2010-01-01,2020-06-30\nleaves-late,2010-01-01,2020-07-01\nstays,2010-01-01,\n",
    ),
];

/// How a listing shows that an attribute follows the day.
struct Case {
    listing: &'static str,
    column: &'static str,
    /// Its values before 1 July 2020 and from that day on.
    values: [&'static str; 2],
    /// Of what lasts, one government, asked on both days. Of what happens, the governments whose rows are of the two days.
    organisations: [&'static str; 2],
}

const fn lasting(listing: &'static str, column: &'static str, values: [&'static str; 2]) -> Case {
    Case { listing, column, values, organisations: ["early", "early"] }
}

const fn happening(listing: &'static str, column: &'static str, values: [&'static str; 2]) -> Case {
    Case { listing, column, values, organisations: ["early", "late"] }
}

const REGIONS: [&str; 2] = ["\"africa\"", "\"europe\""];
const CATEGORIES: [&str; 2] = ["\"full\"", "\"associate\""];
const NO_LONGER: [&str; 2] = ["true", "false"];
const CASES: &[Case] = &[
    Case { organisations: ["stays", "stays"], ..lasting("members", "region", REGIONS) },
    Case { organisations: ["stays", "stays"], ..lasting("members", "category", CATEGORIES) },
    lasting("leaders", "region", REGIONS),
    lasting("leaders", "member", NO_LONGER),
    lasting("seats", "region", REGIONS),
    lasting("participants", "member", NO_LONGER),
    lasting("governments-of-studied-areas", "region", REGIONS),
    lasting("governments-of-studied-areas", "member", NO_LONGER),
    Case { organisations: ["joins-early", "joins-late"], ..happening("admissions", "region", REGIONS) },
    Case { organisations: ["joins-early", "joins-late"], ..happening("admissions", "category", CATEGORIES) },
    // of a departure the last day of the membership is asked: a government that has left may have no region
    Case { organisations: ["leaves-early", "leaves-late"], ..happening("departures", "region", REGIONS) },
    happening("participations", "region", REGIONS),
    happening("participations", "member", NO_LONGER),
    happening("participations", "leader", NO_LONGER),
    happening("attendances", "region", REGIONS),
    happening("attendances", "category", CATEGORIES),
    happening("signatures", "member", NO_LONGER),
];
/// Listings of the same rows as another, on days that are known only in part.
const OF_VAGUE_DAYS: &[&str] = &["undated-admissions", "undated-departures"];

async fn number(register: &Register, case: &Case, organisation: &str, value: &str, period: Period) -> i64 {
    let listing = modules::listings().iter().find(|l| l.about.key == case.listing).expect(case.listing);
    let when = if listing.about.time == Time::Stock { "at-end" } else { "within" };
    // each listing also has rows of the same government that are not the ones asked about
    let only = match case.listing {
        "participations" => "{ column = \"role\", is = [\"spoke\"] },",
        "participants" => "{ column = \"role\", is = [\"partnered\"] },",
        _ => "",
    };
    let text = format!(
        "key = \"asked\"\ncode = \"ASKD\"\nversion = 1\nshape = \"total\"\nmeasure = \"units\"\nunit = \"organisation\"\n\n[[counted]]\nlisting = \"{}\"\nwhen = \"{when}\"\non = \"organisation\"\nof = [{{ column = \"organisation\", is = [\"{organisation}\"] }}, {only} {{ column = \"{}\", is = [{value}] }}]\n",
        case.listing, case.column
    );
    let catalog = Catalog::read(modules::listings(), &[("asked.toml".into(), text)]).expect("a figure");
    let figures = Figures::new(catalog);
    let db = register.db.reader();
    let heads = Heads::read(db).await.expect("heads");
    let figure = figures.catalog.figure("asked").expect("it");
    figures.number(db, &heads, figure, &Asked::period(period, Known::Now)).await.expect("a number").counted
}

#[test]
fn every_attribute_follows_the_day_on_which_it_is_taken() {
    both(async |register| {
        import(register, "first", 0, TWO).await.expect("the two");
        for case in CASES {
            let listing =
                modules::listings().iter().find(|l| l.about.key == case.listing).expect(case.listing);
            for (n, day_asked) in ["2020-06-30", "2020-07-01"].into_iter().enumerate() {
                let (to, name) = match listing.about.time {
                    Time::Stock => (day_asked, format!("{} {} on {day_asked}", case.listing, case.column)),
                    _ => ("2020-12-31", format!("{} {} of {day_asked}", case.listing, case.column)),
                };
                for (m, value) in case.values.iter().enumerate() {
                    let found =
                        number(register, case, case.organisations[n], value, Period::year_to(day(to))).await;
                    assert_eq!(found, i64::from(n == m), "{name} is {}, not {value}", case.values[n]);
                }
            }
        }
    });
}

#[test]
fn no_listing_has_an_attribute_without_a_day_that_is_tested() {
    let tested: BTreeSet<(&str, &str)> = CASES.iter().map(|c| (c.listing, c.column)).collect();
    for listing in modules::listings().iter().filter(|l| !OF_VAGUE_DAYS.contains(&l.about.key)) {
        for column in listing.about.columns {
            let computed = column.read_from.is_none() && !OF_THE_ROW.contains(&column.name);
            let dated = matches!(column.read_from, Some(("placements" | "categories", _)));
            if computed || dated {
                assert!(
                    DATED.contains(&column.name) && tested.contains(&(listing.about.key, column.name)),
                    "{} {}: add a case that moves it across a day",
                    listing.about.key,
                    column.name
                );
            }
        }
    }
}

async fn counted(register: &Register, key: &str, to: &str) -> i64 {
    figures(register, to, Known::Now).await[key].counted
}

#[test]
fn who_joins_a_pilot_later_is_no_partner_of_it_before() {
    both(async |register| {
        import(register, "first", 0, TWO).await.expect("the two");
        let more: &[File] = &[
            (
                "activities",
                "code,label,activity,state,role,from,until\nlong,Water,pilot,under-way,led,2017-01-01,2020-12-31\n",
            ),
            (
                "participations",
                "activity,organisation,role,day\nlong,stays,partnered,2017-01-01\nlong,joins-late,partnered,2020-08-01\n",
            ),
        ];
        import(register, "more", 10, more).await.expect("a pilot");
        // the partner of `TWO` is a member until June 2020
        for (to, partners) in [
            ("2017-12-31", 1),
            ("2018-12-31", 2),
            ("2019-12-31", 2),
            ("2020-07-31", 1),
            ("2020-12-31", 2),
            ("2021-12-31", 0),
        ] {
            assert_eq!(counted(register, "pilot-members", to).await, partners, "{to}");
        }
    });
}

#[test]
fn a_person_at_an_event_counts_in_the_period_of_their_own_day() {
    both(async |register| {
        import(register, "first", 0, TWO).await.expect("the two");
        let more: &[File] = &[
            (
                "activities",
                "code,label,activity,state,role,from,until\nturn,New year,event,held,led,2020-12-30,2021-01-02\n",
            ),
            (
                "participations",
                "activity,person,role,day\nturn,mayor-early,attended,2020-12-30\nturn,mayor-late,attended,2021-01-02\nturn,mayor-early,spoke,2021-01-01\nturn,next,registered,2021-01-01\n",
            ),
        ];
        import(register, "more", 10, more).await.expect("an event");
        assert_eq!(counted(register, "event-people", "2020-12-31").await, 1);
        assert_eq!(
            counted(register, "event-people", "2021-12-31").await,
            1,
            "each counts once, on the first day"
        );
    });
}
