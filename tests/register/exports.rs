//! The register as files: their content is read back unchanged, and each file is complete or does not exist.

use std::collections::BTreeSet;
use std::path::Path;

use calamine::{Data, Reader};
use decapolis::{assets, modules};
use decapolis_import::transfer;
use decapolis_register::duplicates::candidates::Likely;
use decapolis_words::{Locale, Numerals, Words};

use crate::register::files::*;
use crate::register::round_trip::ODD;
use crate::support::{Folder, Register, run};

/// The CSV text that imports as these rows. Texts that begin like a formula, or like the guard against one, get the guard.
pub fn file(header: &str, rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(vec![]);
    writer.write_record(header.split(',')).unwrap();
    for row in rows {
        writer
            .write_record(row.iter().map(|text| decapolis_spreadsheets::write::guarded(text).into_owned()))
            .unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn odd_files() -> Vec<(&'static str, String)> {
    let long = "long ".repeat(20_000);
    let texts: Vec<&str> = ODD.iter().copied().chain([long.trim()]).collect();
    let row = |cells: &[&str]| cells.iter().map(|c| c.to_string()).collect::<Vec<_>>();
    let organisations = texts
        .iter()
        .enumerate()
        .map(|(n, text)| row(&[&format!("org-{n:03}"), text, text, "municipal", text, text]))
        .collect::<Vec<_>>();
    let activities = [row(&[
        "odd-1",
        "Uno",
        "",
        "es",
        "event",
        "held",
        "led",
        "online",
        "2018/2020-03",
        "../2018",
        "=uno",
        "-one",
    ])];
    let agreements = [
        row(&["money-0", "Zero", "financing", "2018", "-5", "JPY"]),
        row(&["money-2", "Two", "financing", "../2018", "1234567.05", "EUR"]),
        row(&["money-3", "Three", "financing", "2015-01-01/..", "0.005", "KWD"]),
    ];
    let places = [row(&["place-odd", "Odd", "NA", "-0.000001", "7.45", "5", "=1+1|@x"])];
    vec![
        ("organisations", file("code,label_en,label_ar,level,address,source", &organisations)),
        (
            "activities",
            file(
                "code,label_es,label_en,original,activity,state,role,mode,from,until,summary_es,summary_en",
                &activities,
            ),
        ),
        ("agreements", file("code,label,agreement,from,amount,currency", &agreements)),
        ("places", file("code,label,country,latitude,longitude,population,other_names", &places)),
    ]
}

async fn import_odd(register: &Register) {
    let files = odd_files();
    let files: Vec<File> = files.iter().map(|(table, text)| (*table, text.as_str())).collect();
    import_likely(register, "odd", 10, &files, Likely::New).await.unwrap();
}

#[test]
fn an_untouched_export_changes_nothing_whatever_its_texts_say() {
    with_network(async |register| {
        import_odd(register).await;
        let files = exported(register).await;
        for text in [
            "'=1+1",
            "''=1",
            "'-5",
            "'+34 912 345 678",
            "a;'=1+1",
            "007",
            "TRUE",
            "../2018",
            "1234567.05",
            "0.005",
        ] {
            assert!(files.values().any(|file| file.contains(text)), "{text}");
        }
        let texts: Vec<File> = files.iter().map(|(table, text)| (table.as_str(), text.as_str())).collect();
        let plan = plan_of(register, &texts).await;
        assert!(plan.changes_nothing() && plan.errors() == 0, "{:?} {:?}", plan.previews, plan.problems);
    });
}

#[test]
fn an_export_of_one_database_is_byte_for_byte_that_of_the_other() {
    run(async {
        let (here, there) = (Register::on_sqlite().await, Register::on_postgres().await);
        import_network(&here).await;
        import_odd(&here).await;
        let files = exported(&here).await;
        // in another order, so that rows get other ids
        let texts: Vec<File> =
            files.iter().rev().map(|(table, text)| (table.as_str(), text.as_str())).collect();
        import_likely(&there, "all", 0, &texts, Likely::New).await.unwrap();
        let again = exported(&there).await;
        assert_eq!(again.keys().collect::<Vec<_>>(), files.keys().collect::<Vec<_>>());
        for (table, text) in &files {
            assert_eq!(&again[table], text, "{table}");
        }
        here.db.clone().close().await;
        there.db.clone().close().await;
    });
}

#[test]
fn rows_are_ordered_by_their_keys_byte_by_byte() {
    with_network(async |register| {
        // ICU would sort a-b after ab, and É beside E
        let codes = "code,label\nab,1\na-b,2\na.b,3\na0,4\nb,5\n";
        import(register, "codes", 10, &[("themes", codes)]).await.unwrap();
        let themes = &exported(register).await["themes"];
        let found: Vec<&str> = themes.lines().skip(1).filter_map(|l| l.split(',').next()).collect();
        assert_eq!(found, ["a-b", "a.b", "a0", "ab", "b", "health", "housing"]);
    });
}

#[test]
fn only_the_tables_that_are_asked_for_are_written() {
    with_network(async |register| {
        let folder = Folder::new();
        let places = modules::tables().named("places").unwrap();
        let written = transfer::export_tables(register.db.reader(), &[places], folder.path()).await.unwrap();
        assert_eq!(written, [("places", 2)]);
        assert_eq!(names(folder.path()), ["places.csv"]);
    });
}

#[test]
fn a_file_that_cannot_be_written_leaves_what_was_there() {
    with_network(async |register| {
        let folder = Folder::new();
        // a folder with files in it has the name of the export
        std::fs::create_dir_all(folder.join("places.csv").join("x")).unwrap();
        std::fs::write(folder.join("organisations.csv"), "old").unwrap();
        let places = modules::tables().named("places").unwrap();
        let error =
            transfer::export_tables(register.db.reader(), &[places], folder.path()).await.unwrap_err();
        assert!(error.to_string().contains("places.csv"), "{error}");
        assert_eq!(
            names(folder.path()),
            ["organisations.csv", "places.csv"],
            "what was half written is gone"
        );
        assert_eq!(std::fs::read_to_string(folder.join("organisations.csv")).unwrap(), "old");
        // an existing file is replaced in one step
        let organisations = modules::tables().named("organisations").unwrap();
        transfer::export_tables(register.db.reader(), &[organisations], folder.path()).await.unwrap();
        assert!(
            std::fs::read_to_string(folder.join("organisations.csv")).unwrap().starts_with("code,label_en,")
        );
    });
}

fn names(folder: &Path) -> Vec<String> {
    let mut all: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    all.sort();
    all
}

pub const LANGUAGES: [&str; 3] = ["es", "en", "fr"];

pub fn words() -> Words {
    Words::load(assets::word_files(None).unwrap()).unwrap()
}

async fn workbook(register: &Register, language: &str, path: &Path) -> Vec<(String, Vec<Vec<Data>>)> {
    let (words, numerals) = (words(), Numerals::new(language).unwrap());
    let locale = Locale { words: &words, numerals: &numerals, language };
    transfer::export_workbook(register.db.reader(), modules::tables().0, path, &locale).await.unwrap();
    let mut book = calamine::open_workbook_auto(path).unwrap();
    book.worksheets()
        .into_iter()
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
        .collect()
}

#[test]
fn a_workbook_has_a_sheet_for_each_table_with_headings_in_words_and_typed_cells() {
    with_network(async |register| {
        let folder = Folder::new();
        let sheets = workbook(register, "es", &folder.join("register.xlsx")).await;
        let sheet = |name: &str| {
            &sheets.iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name}: {sheets:?}")).1
        };
        let text = |text: &str| Data::String(text.into());
        let organisations = sheet("Organizaciones");
        assert_eq!(organisations[0][..3], [text("Código"), text("Nombre (en)"), text("Nombre (fr)")]);
        assert_eq!(organisations[1][..3], [text("accra"), text("Accra"), text("Accra")]);
        let readings = sheets
            .iter()
            .find(|(_, rows)| rows[1][0] == text("birds") && rows.len() == 6)
            .expect("the readings");
        assert!(
            matches!(&readings.1[1][1], Data::DateTime(_)) && readings.1[1][2] == Data::Float(1000.0),
            "{readings:?}"
        );
        // a month is not a day
        assert_eq!(readings.1[4][1], text("2020-03"));
        let tables: BTreeSet<&str> = exported(register)
            .await
            .keys()
            .map(|k| *NETWORK.iter().map(|(t, _)| t).find(|t| *t == k).unwrap())
            .collect();
        assert_eq!(sheets.len(), tables.len());
        // the same facts give the same file
        let bytes = std::fs::read(folder.join("register.xlsx")).unwrap();
        workbook(register, "es", &folder.join("again.xlsx")).await;
        assert_eq!(std::fs::read(folder.join("again.xlsx")).unwrap(), bytes);
    });
}

#[test]
fn a_workbook_is_refused_where_a_text_is_too_long_for_a_cell() {
    with_network(async |register| {
        import_odd(register).await;
        let folder = Folder::new();
        let (words, numerals) = (words(), Numerals::new("en").unwrap());
        let locale = Locale { words: &words, numerals: &numerals, language: "en" };
        let path = folder.join("register.xlsx");
        let done = transfer::export_workbook(register.db.reader(), modules::tables().0, &path, &locale).await;
        // the long text comes after all odd ones
        let first = format!("Organisations › org-{:03} › Name (ar)", ODD.len());
        assert_eq!(refusal(done), format!("error-too-long-for-a-cell n=4 first={first}"));
        assert_eq!(names(folder.path()), [""; 0]);
    });
}

#[test]
fn the_headings_and_names_of_a_workbook_tell_its_columns_and_tables_apart() {
    let words = words();
    for language in LANGUAGES {
        let say = |key: String| words.find(language, &key, &Default::default());
        let mut tables = BTreeSet::new();
        for table in modules::tables().0.iter().filter(|t| t.in_files) {
            let name = table.name.replace('_', "-");
            assert!(tables.insert(say(format!("table-{name}")).unwrap()), "{language}: {name}");
            let fixed: &[&str] =
                if table.kind().is_some() { &["code", "label", "original", "public"] } else { &[] };
            let mut headings = BTreeSet::new();
            for column in
                fixed.iter().copied().chain(table.columns.iter().map(|c| c.name)).chain(["source", "nature"])
            {
                let column = column.replace('_', "-");
                let heading =
                    say(format!("column-{name}-{column}")).or_else(|| say(format!("column-{column}")));
                let heading =
                    heading.unwrap_or_else(|| panic!("{language}: {column} of {name} has no words"));
                assert!(headings.insert(heading.clone()), "{language}: {heading} stands twice in {name}");
            }
        }
    }
}
