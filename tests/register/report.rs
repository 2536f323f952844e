//! The report of an import: the file with the outcome of each row.

use std::path::Path;

use decapolis_spreadsheets::write::{ColumnKind, Sheet, SheetCell, SheetColumn, SheetWriter, Xlsx};
use decapolis_spreadsheets::{Grid, Limits, TextHints, Value, open};

use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::Register;

struct Said {
    out: String,
    err: String,
    done: bool,
}

fn import_file(register: &Register, language: &str, args: &[&str], path: &Path) -> Said {
    let output =
        program(register).env("LC_ALL", language).arg("import").args(args).arg(path).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Said { out: text(&output.stdout), err: text(&output.stderr), done: output.status.success() }
}

const READINGS: &str = "channel,day,followers,source\n\
    birds,2020-06-30,1001,a\nbirds,2020-12-31,2400,\n\n faces , 2019-01-01 ,0007,\" a, \"\"b\"\"\nof two lines\"\nbirds,2018-01-01,many,=1+1\nbirds,2018-02-01\n";

#[test]
fn a_file_comes_back_with_what_became_of_each_row_and_can_be_corrected() {
    with_network(async |register| {
        let before = everything(register).await;
        let file = register.folder.join("readings.csv");
        std::fs::write(&file, READINGS).unwrap();
        let report = register.folder.join("looked-at").join("readings.csv");
        let said = import_file(register, "en", &["--apply", "--report", report.to_str().unwrap()], &file);
        assert!(!said.done && said.err.contains("--without-refused"), "{}", said.err);
        assert!(
            said.out.contains("5 rows read = 1 new row + 1 changed row + 1 unchanged row + 2 refused rows"),
            "{}",
            said.out
        );
        assert_eq!(everything(register).await, before);
        let text = std::fs::read_to_string(&report).unwrap();
        let wanted = "\u{feff}What became of the row,How to mend it,channel,day,followers,source\n\
            \"changed: followers, source\",,birds,2020-06-30,1001,a\n\
            unchanged,,birds,2020-12-31,2400,\n\
            \"\"\n\
            new,, faces , 2019-01-01 ,0007,\" a, \"\"b\"\"\nof two lines\"\n\
            refused: [followers] “many” is not a whole number.,\"Write digits only, without decimals or separators: 1234.\",birds,2018-01-01,many,'=1+1\n";
        let text = text.replace("same,,birds", "unchanged,,birds");
        assert!(text.starts_with(wanted), "{text}");
        assert!(text.lines().last().unwrap().starts_with("\"refused: The row has 2 cells"), "{text}");
        // reports of reports keep their columns, in any language
        let again = register.folder.join("again");
        std::fs::create_dir_all(&again).unwrap();
        let spanish = again.join("readings.csv");
        let said = import_file(register, "es", &["--report", spanish.to_str().unwrap()], &report);
        assert!(
            said.out.contains("= 1 fila nueva + 1 fila modificada + 1 fila igual + 2 filas rechazadas"),
            "{}",
            said.out
        );
        let text = std::fs::read_to_string(&spanish).unwrap();
        assert!(
            text.starts_with("\u{feff}Qué ha sido de la fila,Cómo corregirla,channel,day,followers,source\n"),
            "{text}"
        );
        assert_eq!(text.matches("channel").count(), 1);
        // corrected, and imported in another language
        let corrected = text
            .replace(",many,", ",12,")
            .lines()
            .filter(|l| !l.ends_with("2018-02-01"))
            .collect::<Vec<_>>()
            .join("\n");
        std::fs::write(&spanish, corrected + "\n").unwrap();
        let said = import_file(register, "fr", &["--apply"], &spanish);
        assert!(said.done, "{}{}", said.out, said.err);
        let readings = &exported(register).await["readings"];
        assert!(
            readings.contains("birds,2018-01-01,12,'=1+1")
                && readings.contains("faces,2019-01-01,7,\"a, \"\"b\"\"\nof two lines\""),
            "{readings}"
        );
        let said = import_file(register, "en", &[], &spanish);
        assert!(said.done && said.out.contains("0 new rows + 4 unchanged rows"), "{}", said.out);
    });
}

#[test]
fn a_report_is_never_written_over_a_file() {
    with_network(async |register| {
        let file = register.folder.join("readings.csv");
        std::fs::write(&file, READINGS).unwrap();
        let said = import_file(register, "en", &["--report", file.to_str().unwrap()], &file);
        assert!(!said.done && said.err.contains("already"), "{}", said.err);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), READINGS);
    });
}

#[test]
fn many_problems_of_one_sort_are_one_line_and_the_report_has_them_all() {
    with_network(async |register| {
        let file = register.folder.join("readings.csv");
        let rows: String = (0..3000).map(|n| format!("birds,{}-01-01,\n", 2100 + n)).collect();
        std::fs::write(&file, format!("channel,day,followers\n{rows}")).unwrap();
        let report = register.folder.join("report.csv");
        let said = import_file(register, "en", &["--report", report.to_str().unwrap()], &file);
        assert!(
            said.out.contains("[followers]: error: 3,000 rows: This cell must not be empty. First in row 2."),
            "{}",
            said.out
        );
        assert!(said.out.lines().count() < 10, "{}", said.out);
        let text = std::fs::read_to_string(&report).unwrap();
        assert_eq!(text.lines().filter(|l| l.starts_with("refused: [followers]")).count(), 3000);
    });
}

#[test]
fn without_its_refused_rows_the_others_are_written_and_told() {
    with_network(async |register| {
        let file = register.folder.join("readings.csv");
        std::fs::write(&file, READINGS).unwrap();
        let said = import_file(register, "en", &["--apply", "--without-refused"], &file);
        assert!(said.done && said.out.contains("2 refused rows are left out."), "{}{}", said.out, said.err);
        assert!(exported(register).await["readings"].contains("faces,2019-01-01,7"));
    });
}

/// The cells of the sheets of a file, row by row.
fn cells(path: &Path) -> Vec<(String, Vec<(u64, Vec<Value>)>)> {
    let opened = open(path, &Limits::default(), &TextHints::default(), None).unwrap();
    let rows =
        |grid: &dyn Grid| grid.rows().unwrap().map(|row| row.map(|r| (r.number, r.cells)).unwrap()).collect();
    opened.grids.iter().map(|grid| (grid.name().to_string(), rows(&**grid))).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

#[test]
fn a_foreign_text_comes_back_with_the_two_columns_last() {
    with_network(async |register| {
        let file = register.folder.join("seguidores.csv");
        let rows =
            "channel;day;followers\nbirds;2020-06-30;1001\nfaces;2019-01-01;0007\nbirds;2018-01-01;many\n";
        std::fs::write(&file, format!("Seguidores;;\n\n{rows}")).unwrap();
        let report = register.folder.join("report.csv");
        let said =
            import_file(register, "en", &["--into", "readings", "--report", report.to_str().unwrap()], &file);
        assert!(
            said.out.contains("4 rows read = 1 new row + 1 changed row + 1 skipped row + 1 refused row"),
            "{}{}",
            said.out,
            said.err
        );
        let text = std::fs::read_to_string(&report).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0].trim_start_matches('\u{feff}'), "Seguidores,,,skipped: a line above the table,");
        assert_eq!(lines[2], "channel,day,followers,What became of the row,How to mend it");
        assert_eq!(lines[3], "birds,2020-06-30,1001,changed: followers,");
        assert_eq!(lines[4], "faces,2019-01-01,0007,new,");
        assert!(lines[5].starts_with("birds,2018-01-01,many,refused: "), "{}", lines[5]);
        // corrected and imported again
        std::fs::write(&report, text.replace(",many,", ",12,")).unwrap();
        let said = import_file(register, "es", &["--into", "readings", "--apply"], &report);
        assert!(
            said.done && said.out.contains("2 filas nuevas + 1 fila modificada"),
            "{}{}",
            said.out,
            said.err
        );
        let said = import_file(register, "en", &["--into", "readings"], &file);
        assert!(
            said.out.contains("2 unchanged rows + 1 skipped row + 1 refused row"),
            "{}{}",
            said.out,
            said.err
        );
    });
}

#[test]
fn a_workbook_comes_back_as_a_workbook_with_its_cells_as_they_stood() {
    with_network(async |register| {
        let file = register.folder.join("followers.xlsx");
        let mut book =
            Box::new(Xlsx::new(std::fs::File::create(&file).unwrap(), register.folder.path()).unwrap());
        let columns = ["channel", "day", "followers", "source"]
            .map(|name| SheetColumn::new(name, ColumnKind::Number))
            .into();
        book.sheet(&Sheet { name: "Followers".into(), columns, ..Sheet::default() }).unwrap();
        let day = "2020-06-30".parse().unwrap();
        for (channel, day, followers, source) in [
            ("birds", SheetCell::Day(day), SheetCell::Whole(1001), "007"),
            ("faces", SheetCell::text("2019"), SheetCell::text("many"), "=1+1"),
            ("birds", SheetCell::text("2018-01"), SheetCell::Whole(5), ""),
        ] {
            book.row(&[SheetCell::text(channel), day, followers, SheetCell::text(source)]).unwrap();
        }
        book.finish().unwrap();
        let report = register.folder.join("looked-at.xlsx");
        let said =
            import_file(register, "en", &["--into", "readings", "--report", report.to_str().unwrap()], &file);
        assert!(
            said.out.contains("3 rows read = 1 new row + 1 changed row + 1 refused row"),
            "{}{}",
            said.out,
            said.err
        );
        let (name, rows) = cells(&report).remove(0);
        assert_eq!(name, "Followers");
        assert_eq!(rows[0].1[4..], [text("What became of the row"), text("How to mend it")]);
        assert_eq!(rows[1].1[..4], [text("birds"), Value::Day(day), Value::Number(1001.0), text("007")]);
        assert_eq!(rows[1].1[4], text("changed: followers, source"));
        assert_eq!(rows[2].1[..4], [text("faces"), text("2019"), text("many"), text("=1+1")]);
        assert!(matches!(&rows[2].1[4], Value::Text(why) if why.starts_with("refused: ")), "{:?}", rows[2]);
        assert_eq!(rows[3].1[4], text("new"));
        // a report is recognised as what it reports on
        let said =
            import_file(register, "fr", &["--into", "readings", "--apply", "--without-refused"], &report);
        assert!(
            said.done && said.out.contains("3 lignes lues = 1 nouvelle ligne"),
            "{}{}",
            said.out,
            said.err
        );
    });
}
