//! Only what happened counts, and only on days on which it could happen.

use decapolis::activities::table::{HAPPENED, LASTING};
use decapolis::{assets, modules};
use decapolis_figures::{Catalog, Scalar};
use decapolis_import::transfer::Severity;
use decapolis_register::duplicates::candidates::Likely;
use decapolis_register::known::Known;

use crate::register::files::*;
use crate::support::both;

/// What is said of an activity, with a government that took part in it in a role.
const KINDS: &[(&str, &str, &[&str])] = &[
    ("event", "attended", &["active-members", "global-events", "theme-activities"]),
    ("learning", "learned", &["active-members", "learning-members", "learning-activities"]),
    ("call", "endorsed", &["active-members", "call-members", "call-endorsers"]),
    ("pilot", "partnered", &["active-members", "pilot-members", "pilot-projects"]),
    ("declaration", "endorsed", &["active-members"]),
    ("observatory", "contributed", &["observatories"]),
];

#[test]
fn what_is_planned_postponed_or_cancelled_makes_nobody_active_and_is_counted_nowhere() {
    both(async |register| {
        let without: Vec<File> = NETWORK
            .iter()
            .filter(|(table, _)| !["participations", "attendances", "head_counts"].contains(table))
            .copied()
            .collect();
        import(register, "first", 0, &without).await.unwrap();
        let mut before = figures(register, "2020-12-31", Known::Now).await;
        let mut second = 0;
        for (activity, role, counts) in KINDS {
            // what lasts and is cancelled was under way until its last day
            let cancelled = (!LASTING.contains(activity)).then_some("cancelled");
            for state in ["planned", "postponed"].into_iter().chain(cancelled).chain(["held"]) {
                second += 1;
                let code = format!("{activity}-{state}");
                let activities = format!(
                    "code,label,activity,state,role,scope,from,until\n{code},{code},{activity},{state},led,global,2020-05-05,2020-12-31\n"
                );
                let taken = format!(
                    "activity,organisation,person,role,day\n{code},accra,,{role},2020-05-05\n{code},bern,,registered,2020-05-05\n{code},,person-ama,expert,2020-05-05\n"
                );
                let marks = format!("record,theme\n{code},health\n");
                let files: &[File] =
                    &[("activities", &activities), ("participations", &taken), ("theme_marks", &marks)];
                import_likely(register, &code, second, files, Likely::New).await.unwrap();
                let after = figures(register, "2020-12-31", Known::Now).await;
                let changed: Vec<&String> = after.keys().filter(|key| after[*key] != before[*key]).collect();
                if state == "held" {
                    for key in *counts {
                        assert!(
                            after[*key] != before[*key] || *key == "active-members",
                            "{code} counts in {key}"
                        );
                    }
                } else {
                    assert!(changed.is_empty(), "{code} counts in {changed:?}");
                }
                before = after;
            }
        }
        assert_eq!(before["active-members"].counted, 1, "Bern only registered");
    });
}

#[test]
fn every_figure_about_activities_or_meetings_says_which_states_it_counts() {
    let examples = assets::Network::examples().into_iter().map(|name| assets::Network::named(&name).unwrap());
    for network in [None].into_iter().chain(examples.map(Some)) {
        let files = assets::figure_files(network.as_ref()).unwrap();
        let catalog = Catalog::read(modules::listings(), &files).unwrap();
        for figure in catalog.figures() {
            for part in figure.counted.iter().chain(&figure.base) {
                let about = &catalog.of(part).about;
                let Some(state) = about.column("state") else { continue };
                if !matches!(state.read_from, Some(("activities" | "meetings", _))) {
                    continue;
                }
                let test = part
                    .of
                    .iter()
                    .chain(&part.keep)
                    .find(|test| test.column == "state")
                    .unwrap_or_else(|| panic!("{}: {} in any state", figure.key, about.key));
                for value in &test.is {
                    let Scalar::Text(state) = value else { panic!("{}: {value:?}", figure.key) };
                    assert!(
                        HAPPENED.contains(&state.as_str()),
                        "{}: what is {state} has not happened",
                        figure.key
                    );
                }
            }
        }
    }
}

#[test]
fn a_participation_outside_the_days_of_its_activity_is_written_with_a_warning() {
    with_network(async |register| {
        let activities = "code,label,activity,state,from,until\nnew,New,event,held,2020-03,2020-03\nopen,Open,pilot,under-way,2020-01-01,\n";
        // forum is of 15 and 16 June; the days of the others are known in part, or have no end
        let taken = "activity,organisation,role,day\nforum,bern,attended,2020-06-14\nforum,bern,attended,2020-06-16\nforum,bern,attended,2020-06-17\nforum,bern,attended,2020-06\nforum,bern,attended,2020\nforum,bern,attended,2021\nnew,bern,attended,2020-02-29\nnew,bern,attended,2020-03-31\nnew,bern,attended,2020-04\nopen,bern,partnered,2019-12\nopen,bern,partnered,2025-01-01\n";
        let plan = plan_of(register, &[("activities", activities), ("participations", taken)]).await;
        assert_eq!(plan.errors(), 0, "{:?}", plan.problems);
        let said: Vec<(usize, String)> = plan
            .problems
            .iter()
            .filter(|p| p.severity == Severity::Warning)
            .map(|p| (p.row.unwrap(), p.message.plain()))
            .collect();
        let rows: Vec<usize> = said.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [2, 4, 7, 8, 10, 11], "{said:?}");
        assert_eq!(said[0].1, "warning-outside-its-days day=2020-06-14 days=2020-06-15 – 2020-06-16");
        assert_eq!(said[5].1, "warning-outside-its-days day=2019-12 days=2020-01-01 – ..");
        // an activity whose days the same import corrects is held against its new days
        let moved = "code,label,activity,state,from,until\nforum,Forum,event,held,2020-06-14,2020-06-17\n";
        let plan = plan_of(
            register,
            &[
                ("activities", moved),
                ("participations", "activity,organisation,role,day\nforum,bern,attended,2020-06-14\n"),
            ],
        )
        .await;
        assert_eq!((plan.errors(), plan.problems.len()), (0, 0), "{:?}", plan.problems);
    });
}
