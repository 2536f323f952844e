//! The register reads back what it writes: as text files and as a workbook in any language, with any text in its cells.

use std::collections::BTreeMap;
use std::path::Path;

use decapolis::app::App;
use decapolis::assets::Network;
use decapolis::cli::example::load_batch;
use decapolis::import::foreign::lines_of;
use decapolis::import::options::ImportOptions;
use decapolis::import::recognition::Recognition;
use decapolis::import::run::{plan_lines, write};
use decapolis::modules;
use decapolis_base::PartialDay;
use decapolis_import::transfer::{self, Plan};
use decapolis_register::duplicates::candidates::{Likely, Rule};
use proptest::prelude::*;

use crate::register::exports::{LANGUAGES, file, words};
use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Register, both};

/// Writes the register as a workbook with headings in this language.
async fn workbook(register: &Register, language: &str, path: &Path) {
    let (words, numerals) = (words(), decapolis_words::Numerals::new(language).unwrap());
    let locale = decapolis_words::Locale { words: &words, numerals: &numerals, language };
    transfer::export_workbook(register.db.reader(), modules::tables().0, path, &locale).await.unwrap();
}

/// The plan of importing a workbook, as on the command line.
async fn plan_of_workbook(register: &Register, path: &Path) -> (App, Plan) {
    let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
    let mut desk = Recognition::of(&app, None).unwrap();
    // in this process, because the test has no separate program
    desk.apart = None;
    let locale = app.locale("en").unwrap();
    // days of any year are right in a file that a register wrote: nobody says so
    let said = ImportOptions::default();
    let (lines, _, likely) = lines_of(&app, &desk, path, &said, &locale, &mut vec![]).await.unwrap();
    let rule = Rule { likely: likely.unwrap_or_default(), same_by: vec![] };
    let (plan, _) = plan_lines(&app, lines, vec![], &rule).await.unwrap();
    (app, plan)
}

/// Checks that an export of a register imports as the same: its files and its workbook change nothing in the same
/// register, and the workbook makes an equal one from an empty register.
async fn comes_back(register: &Register, languages: &[&str]) {
    let files = exported(register).await;
    let texts: Vec<File> = files.iter().map(|(table, text)| (table.as_str(), text.as_str())).collect();
    let plan = plan_of(register, &texts).await;
    assert!(plan.changes_nothing() && plan.errors() == 0, "{:?} {:?}", plan.previews, plan.problems);
    let rows: usize = plan.previews.iter().map(|p| p.same).sum();
    for language in languages {
        let path = register.folder.join(&format!("{language}.xlsx"));
        workbook(register, language, &path).await;
        let (_, plan) = plan_of_workbook(register, &path).await;
        let moved: Vec<_> = plan
            .previews
            .iter()
            .filter(|p| p.new + p.changed + p.removed + p.refused + p.skipped > 0)
            .collect();
        assert!(plan.changes_nothing() && plan.errors() == 0, "{language}: {moved:?} {:?}", plan.problems);
        assert_eq!(plan.previews.iter().map(|p| p.same).sum::<usize>(), rows, "{language}");
        let other =
            if register.on_postgres { Register::on_postgres().await } else { Register::on_sqlite().await };
        let (app, plan) = plan_of_workbook(&other, &path).await;
        assert_eq!(plan.errors(), 0, "{language}: {:?}", plan.problems);
        write(&app, decapolis_actions::Actor::Operator, plan, None, zone(), None).await.unwrap();
        same_files(&exported(&other).await, &files, language);
        other.db.clone().close().await;
    }
}

fn same_files(these: &BTreeMap<String, String>, those: &BTreeMap<String, String>, language: &str) {
    assert_eq!(these.keys().collect::<Vec<_>>(), those.keys().collect::<Vec<_>>(), "{language}");
    for (table, text) in those {
        let differ = these[table].lines().zip(text.lines()).find(|(a, b)| a != b);
        assert!(these[table] == *text, "{language}: {table}: {differ:?}");
    }
}

#[test]
fn a_workbook_in_any_language_changes_nothing_and_makes_the_same_register_elsewhere() {
    with_network(async |register| {
        // a row that looks like a total, a note, a section or a heading is a row like any other
        let themes = "code,label,rank\ntotal,Total,\nsum,TOTAL,10\nnote,* A note: see below,\nsource,Source: the office,\nsection,WATER:,\n1,2,3\ncode,Code,\n";
        let bare = "code,label\nonly,Only\n";
        import_likely(register, "rows", 10, &[("themes", themes), ("regions", bare)], Likely::New)
            .await
            .unwrap();
        comes_back(register, &LANGUAGES).await;
    });
}

#[test]
fn a_workbook_of_the_example_comes_back() {
    both(async |register| {
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        for (day, files) in Network::named("harbour-cities").unwrap().batches().unwrap() {
            load_batch(&app, &day, &files).await.unwrap();
        }
        comes_back(register, &["fr"]).await;
    });
}

#[test]
fn the_command_line_knows_a_workbook_of_the_register_and_the_report_on_it() {
    with_network(async |register| {
        let said = |args: &[&str]| {
            let output = program(register).env("LC_ALL", "es").args(args).output().unwrap();
            let all = format!(
                "{}{}",
                String::from_utf8_lossy(&output.stdout),
                String::from_utf8_lossy(&output.stderr)
            );
            assert!(output.status.success(), "{args:?}: {all}");
            all
        };
        said(&["export", "--format", "xlsx", "--language", "fr", "salida"]);
        let sheets = exported(register).await.len();
        for (file, report) in [("salida/register.xlsx", "informe.xlsx"), ("informe.xlsx", "otro.xlsx")] {
            let said = said(&["import", file, "--report", report]);
            assert_eq!(said.matches("hoja del propio registro").count(), sheets, "{said}");
            assert!(
                !said.contains("modificada") && !said.contains("rechazada") && !said.contains("omitida"),
                "{said}"
            );
        }
        let looked = said(&["look", "informe.xlsx"]);
        assert_eq!(looked.matches("Es una hoja del propio registro").count(), sheets, "{looked}");
    });
}

/// Texts that programs tend to interpret or clean.
pub const ODD: &[&str] = &[
    "+34912345678",
    "🌍 Ødé",
    "tab\there",
    "\tafter a tab",
    "line\r\nend",
    "carriage\rreturn",
    "one\n\n\n\nfive",
    "two  blanks",
    " blanks around ",
    "no\u{a0}break",
    "\u{a0}no break around\u{a0}",
    "zero\u{200b}width",
    "\u{200b}zero width around\u{200b}",
    "\u{feff}byte order mark",
    "soft\u{ad}hyphen",
    "=1+1",
    "+34 912 345 678",
    "-5",
    "- a list\n- of two lines",
    "@x",
    "'=1",
    "''",
    "'tis",
    "＝1",
    "a;=1+1",
    "=\"01001\"",
    "007",
    "00",
    "NA",
    "n/a",
    "N.A.",
    "#N/A",
    "-",
    "–",
    "…",
    "null",
    "1e-7",
    "1e5",
    "0x1F",
    "1.234,50",
    "12,5 %",
    "TRUE",
    "yes",
    "2018-01-01",
    "03/04/2020",
    "43831",
    "Total",
    "\"quoted\", and, commas",
    "\"",
    "<b>&amp;</b>",
    "https://example.org/?a=1&b=2",
    "\u{fffe}\u{ffff}\u{fffd}",
    "_x0041_",
    "_x000D_",
    "_x005F_x0041_",
    "\r_x000D_\n",
    "🌍👩‍👩‍👧 Ødé",
    "e\u{301}\u{323} and \u{1e69}",
    "مدينة الدار البيضاء",
    "\u{200f}right\u{200e} and left\u{202e}",
    "می\u{200c}خواهم",
];

/// Checks the round trip of a register with these texts in every place that takes text.
async fn holds(register: &Register, texts: &[String], places: &[Vec<String>], days: &[String]) {
    let organisations: Vec<Vec<String>> = texts
        .iter()
        .enumerate()
        .map(|(n, text)| {
            [&format!("org-{n:04}"), text, text, "municipal", text, text].map(|cell| cell.to_string()).into()
        })
        .collect();
    let amounts = [
        "-0.05,EUR",
        "90071992547409.93,EUR",
        "999999999999999,JPY",
        "-999999999999999.99,EUR",
        "12345678901.234,KWD",
        "0.1,EUR",
    ];
    let money: Vec<Vec<String>> = amounts
        .iter()
        .enumerate()
        .map(|(n, amount)| {
            let (amount, currency) = amount.split_once(',').unwrap();
            [&format!("money-{n}"), "Money", "financing", "2018", amount, currency]
                .map(|cell| cell.to_string())
                .into()
        })
        .collect();
    let spans: Vec<Vec<String>> = days
        .iter()
        .enumerate()
        .map(|(n, day)| {
            [&format!("act-{n:04}"), "Act", "event", "held", "led", "online", day]
                .map(|cell| cell.to_string())
                .into()
        })
        .collect();
    let ranks: Vec<Vec<String>> = [i64::MIN, -9_007_199_254_740_993, -1, 0, i64::MAX]
        .iter()
        .map(|rank| vec![format!("region-{}", rank.unsigned_abs()), "Odd".into(), rank.to_string()])
        .collect();
    let files = [
        ("regions", file("code,label,rank", &ranks)),
        ("organisations", file("code,label_en,label_ar,level,address,source", &organisations)),
        ("places", file("code,label,country,latitude,longitude,population,other_names", places)),
        ("agreements", file("code,label,agreement,from,amount,currency", &money)),
        ("activities", file("code,label,activity,state,role,mode,from", &spans)),
    ];
    let files: Vec<File> = files.iter().map(|(table, text)| (*table, text.as_str())).collect();
    import_likely(register, "odd", 10, &files, Likely::New).await.unwrap();
    let held = everything(register).await;
    for text in texts {
        // the only thing that the register itself removes
        let said = format!("{:?}", serde_json::json!({ "en": text.trim(), "ar": text.trim() }).to_string());
        assert!(held.iter().any(|row| row.starts_with("records ") && row.contains(&said)), "{said}");
    }
}

fn place(n: usize, latitude: f64, longitude: f64, population: i64) -> Vec<String> {
    let number = |f: f64| f.to_string();
    [
        &format!("place-{n:04}"),
        "Odd",
        "NA",
        &number(latitude),
        &number(longitude),
        // nobody lives somewhere below zero: whole numbers below it are ranks
        &population.checked_abs().unwrap_or(i64::MAX).to_string(),
        "=1+1|@x",
    ]
    .map(|cell| cell.to_string())
    .into()
}

/// The longest text of a workbook cell.
const CELL: usize = decapolis_spreadsheets::write::LONGEST_TEXT;

#[test]
fn odd_texts_numbers_and_days_come_back_from_files_and_workbooks() {
    with_network(async |register| {
        let mut texts: Vec<String> = ODD.iter().map(|text| text.to_string()).collect();
        texts.extend(["x".repeat(CELL), "é\n".repeat(CELL / 2) + "é", "😀".repeat(CELL / 2)]);
        let numbers =
            [1e-7, -0.0000001, -0.0, 0.1 + 0.2, 179.99999999999997, -1.0, 5.0 / 3.0, f64::MIN_POSITIVE];
        let wholes =
            [9_007_199_254_740_993, -1, 0, 999_999_999_999_999, 1_000_000_000_000_000, i64::MAX, i64::MIN, 7];
        let places: Vec<_> = numbers
            .iter()
            .zip(wholes)
            .enumerate()
            .map(|(n, (number, whole))| place(n, number / 2.0, *number, whole))
            .collect();
        let days = [
            "2018-01-01",
            "2018",
            "2018-02",
            "2018/2020-03",
            "1899-12-31",
            "1900-02-28",
            "1900-03-01",
            "0999-01-01",
            "9999-12-31",
        ];
        holds(register, &texts, &places, &days.map(String::from)).await;
        comes_back(register, &["en"]).await;
    });
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(ODD).prop_map(str::to_string),
        2 => prop::sample::select(&["'", "=", "-", "+", "@", ";", "\n", "\r", "\t", ",", "\"", " ", "\u{a0}", "é", "x", "_x", "1", "."][..]).prop_map(str::to_string),
        1 => "[^\\p{Cc}]{1,6}",
    ];
    prop::collection::vec(piece, 1..4)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("a name", |text| !text.trim().is_empty())
}

fn any_day() -> impl Strategy<Value = String> {
    let day = || (1000i32..3000, 1u32..=12, 1u32..=28);
    prop_oneof![
        day().prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        day().prop_map(|(y, m, _)| format!("{y}-{m:02}")),
        day().prop_map(|(y, ..)| format!("{y}")),
        day().prop_map(|(y, m, _)| format!("../{y}-{m:02}")),
        (day(), 1i32..9).prop_map(|((y, m, d), more)| format!("{y}-{m:02}-{d:02}/{}", y + more)),
    ]
    .prop_filter("a day", |day| day.parse::<PartialDay>().is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_register_holds_comes_back(
        texts in prop::collection::vec(any_text(), 1..80),
        numbers in prop::collection::vec((prop::num::f64::NORMAL.prop_filter("a degree", |n| n.abs() <= 90.0), any::<i64>()), 1..30),
        days in prop::collection::vec(any_day(), 1..40),
        language in prop::sample::select(&LANGUAGES[..]),
    ) {
        with_network(async |register| {
            let places: Vec<_> = numbers.iter().enumerate().map(|(n, (number, whole))| place(n, *number, *number, *whole)).collect();
            holds(register, &texts, &places, &days).await;
            comes_back(register, &[language]).await;
        });
    }
}
