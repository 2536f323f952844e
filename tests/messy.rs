//! Imports real spreadsheets with the mappings written for them: every row is accounted for, and a second import changes nothing.
//!
//! The files are not part of the project; `make test-messy` says where they are. Without them these tests only print a
//! note. Small imitations of them, written by the test, are always tested: tests/register/foreign.rs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use decapolis::import::foreign::lines_of;
use decapolis::import::options::ImportOptions;
use decapolis::import::recognition::Recognition;
use decapolis::import::run::{plan_lines, write};
use decapolis_import::transfer::Plan;
use decapolis_register::duplicates::candidates::{Likely, Rule};

use crate::support::{Register, both};

/// The network whose mappings read the tables of the data folder.
const NETWORK: &str = "metropolis-2020";

fn folder(variable: &str) -> Option<PathBuf> {
    let set = std::env::var_os(variable).filter(|v| !v.is_empty()).map(PathBuf::from);
    if set.is_none() {
        println!("skipped: {variable} names no folder (make test-messy)");
    }
    set
}

async fn planned(register: &Register, path: &Path, mapping: &str) -> Plan {
    let app = decapolis::opening::over(register.db.clone(), Some(NETWORK)).await.unwrap();
    let mut desk = Recognition::of(&app, Some(NETWORK)).unwrap();
    desk.apart = Some(env!("CARGO_BIN_EXE_decapolis").into());
    let locale = app.locale("en").unwrap();
    let mut told = vec![];
    let (lines, _, _) = lines_of(&app, &desk, path, &ImportOptions::default(), &locale, &mut told)
        .await
        .unwrap_or_else(|e| panic!("{e}"));
    assert!(told.iter().any(|t| t.contains(mapping)), "{}: {told:?}", path.display());
    plan_lines(&app, lines, vec![], &Rule { likely: Likely::New, same_by: vec![] }).await.unwrap().0
}

/// Imports a file twice. `wanted` is the least number of new rows by table; `refused` is how often each reason refuses a row.
fn comes_in(variable: &str, file: &str, mapping: &str, wanted: &[(&str, usize)], refused: &[(&str, usize)]) {
    let Some(path) = folder(variable).map(|f| f.join(file)) else { return };
    both(async |register| {
        let mut plan = planned(register, &path, mapping).await;
        assert!(!plan.files.is_empty());
        for rows in &plan.files {
            println!("{file} on {}: {rows:?}", register.database());
            assert!(rows.add_up(), "{rows:?}");
        }
        let why: BTreeMap<&str, usize> = plan.sorts.iter().map(|s| (s.first.message.key, s.count)).collect();
        assert_eq!(why, refused.iter().copied().collect(), "{:?}", plan.problems.first());
        let new: BTreeMap<&str, usize> = plan.previews.iter().map(|p| (p.table, p.new)).collect();
        for (table, least) in wanted {
            assert!(new[table] >= *least, "{table}: {new:?}");
        }
        if plan.refused() > 0 {
            plan.leave_out_refused();
        }
        let app = decapolis::opening::over(register.db.clone(), Some(NETWORK)).await.unwrap();
        write(&app, decapolis_actions::Actor::Operator, plan, None, jiff::tz::TimeZone::UTC, None)
            .await
            .unwrap();
        let mut again = planned(register, &path, mapping).await;
        if again.refused() > 0 {
            again.leave_out_refused();
        }
        assert!(again.changes_nothing(), "{:?}", again.previews);
    });
}

#[test]
fn un_locode_comes_in_as_places() {
    // 124 coordinates have more than 59 minutes
    let refused = [("error-cell-not-coordinates", 124)];
    comes_in("DECAPOLIS_MESSY", "01_unlocode_2023-2_part2.csv", "un-locode", &[("places", 27_000)], &refused);
}

#[test]
fn the_communes_of_france_come_in_as_places_once_each() {
    let file = "03_laposte_hexasmal_communes_fr.csv";
    comes_in("DECAPOLIS_MESSY", file, "laposte-communes", &[("places", 35_000)], &[]);
}

#[test]
fn world_urbanization_prospects_come_in_as_areas_with_a_value_for_each_year() {
    let wanted = [("areas", 1_860), ("places", 1_860), ("indicators", 1), ("observations", 33_480)];
    comes_in("DECAPOLIS_MESSY", "04_un_wup2018_f12_cities_over_300k.xls", "wup-cities", &wanted, &[]);
}

#[test]
fn the_municipalities_of_spain_come_in_as_places() {
    comes_in(
        "DECAPOLIS_MESSY",
        "06_ign_municipios_es_latin1.csv",
        "ign-municipios",
        &[("places", 8_131)],
        &[],
    );
}

#[test]
fn countries_cities_and_companies_of_one_list_come_in_as_organisations() {
    let file = "09_net_zero_tracker_snapshot_2022-12-20.xlsx";
    comes_in("DECAPOLIS_MESSY", file, "net-zero-tracker", &[("organisations", 4_089)], &[]);
}

#[test]
fn the_tables_of_the_data_folder_come_in() {
    let all: [(&str, &str, &[(&str, usize)]); 8] = [
        ("practices.csv", "practices", &[("practices", 659), ("platforms", 21), ("goal_marks", 37)]),
        ("initiatives.csv", "initiatives", &[("initiatives", 67), ("platforms", 3)]),
        ("members.csv", "members", &[("organisations", 113), ("memberships", 72)]),
        ("events_2020.csv", "events", &[("activities", 35)]),
        ("publications.csv", "publications", &[("activities", 24), ("language_files", 39)]),
        ("declarations_campaigns.csv", "declarations", &[("activities", 16)]),
        ("places.csv", "geonames-cities", &[("places", 2_182)]),
        (
            "metro_indicators.csv",
            "metro-indicators",
            &[("areas", 2_799), ("indicators", 35), ("observations", 37_207)],
        ),
    ];
    for (file, mapping, wanted) in all {
        comes_in("DECAPOLIS_DATA", file, mapping, wanted, &[]);
    }
}
