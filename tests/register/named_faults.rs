//! Problems in a foreign file are reported in the file's own terms: sheet, row and heading, followed in brackets by the
//! register's column in the reader's language.

use std::path::{Path, PathBuf};

use decapolis_spreadsheets::{Limits, TextHints, Value, open};
use rust_xlsxwriter::Workbook;

use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::Register;

const MAPPING: &str = "
[file]
sheet = \"Socios 2020\"

[[into]]
table = \"memberships\"
[into.columns]
organisation = \"Ciudad\"
from = { column = \"Alta\", as = \"exact\" }
until = \"Baja\"
nature = { fixed = \"real\" }

[[into]]
table = \"placements\"
[into.columns]
organisation = \"Ciudad\"
region = { fixed = \"oceania\" }
from = \"Alta\"
[[into.skip]]
column = \"Ciudad\"
is = [\"accra\", \"Nínive\", \"cali\", \"university\", \"eger\"]
because = \"solo Berna\"
";

/// A typical workbook: a cover sheet, and a sheet with a title above its heading.
fn workbook(register: &Register, name: &str, rows: &[[&str; 3]]) -> PathBuf {
    let path = register.folder.join(name);
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Portada").unwrap().write_string(0, 0, "Red de ciudades").unwrap();
    let sheet = book.add_worksheet().set_name("Socios 2020").unwrap();
    sheet.write_string(0, 0, "Socios de la red").unwrap();
    for (at, heading) in ["Ciudad", "Alta", "Baja"].iter().enumerate() {
        sheet.write_string(2, at as u16, *heading).unwrap();
    }
    for (row, cells) in rows.iter().enumerate() {
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row as u32 + 3, at as u16, *cell).unwrap();
        }
    }
    book.save(&path).unwrap();
    std::fs::write(register.folder.join("socios.toml"), MAPPING).unwrap();
    path
}

fn import_in(register: &Register, language: &str, args: &[&str], path: &Path) -> String {
    let output = program(register)
        .env("LC_ALL", language)
        .args(["import", "--mapping", "socios.toml"])
        .args(args)
        .arg(path)
        .output()
        .unwrap();
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

const ROWS: &[[&str; 3]] = &[
    ["university", "2015-01-01", "2014-01-01"], // 4: ends before it begins
    ["Nínive", "2016-01-01", ""],               // 5: unknown
    ["university", "2016-01-01", ""],
    ["university", "2016-01-01", "2017-01-01"], // 7: the same as the row above
    ["cali", "2015-01-01", "2016-01-01"],       // 8: is a member already
    ["accra", "2010-01-01", "2021-06-30"],      // 9: a change
    ["bern", "2020-01-01", ""],                 // 10: a region that does not exist, set by the mapping
];

#[test]
fn a_fault_that_only_the_register_shows_names_the_column_as_the_file_does() {
    with_network(async |register| {
        let path = workbook(register, "socios.xlsx", ROWS);
        let said = import_in(register, "es", &[], &path);
        let shown = path.display();
        for (row, column, what) in [
            (4, "Baja (Último día de membresía)", "El final es anterior al comienzo."),
            (5, "Ciudad (Miembro)", "Nínive"),
            (7, "Ciudad (Miembro)", "Esta fila repite la fila 6"),
            (8, "Alta (Fecha de efecto)", "Este período coincide en parte con otro"),
            (10, "Región", "oceania"),
        ] {
            let place = format!("{shown} › Socios 2020:{row} [{column}]: ");
            let line = said.lines().find(|line| line.starts_with(&place));
            assert!(line.is_some_and(|line| line.contains(what)), "{place}\n{said}");
        }
        // in another language the file's own words stay
        let said = import_in(register, "fr", &[], &path);
        assert!(said.contains("Socios 2020:8 [Alta (Date d’effet)]: "), "{said}");
    });
}

#[test]
fn the_report_names_the_columns_as_the_file_does() {
    with_network(async |register| {
        let path = workbook(register, "socios.xlsx", ROWS);
        let report = register.folder.join("informe.xlsx");
        import_in(register, "es", &["--report", &report.to_string_lossy()], &path);
        let opened = open(&report, &Limits::default(), &TextHints::default(), None).unwrap();
        let grid = opened.grids.iter().find(|grid| grid.name() == "Socios 2020").unwrap();
        let rows: Vec<_> = grid.rows().unwrap().map(Result::unwrap).collect();
        let became = |number: u64| match &rows.iter().find(|row| row.number == number).unwrap().cells[3] {
            Value::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            became(4),
            "rechazada: [Baja (Último día de membresía)] El final es anterior al comienzo."
        );
        assert!(became(5).starts_with("rechazada: [Ciudad (Miembro)] "), "{}", became(5));
        assert!(became(8).starts_with("rechazada: [Alta (Fecha de efecto)] "), "{}", became(8));
        assert_eq!(became(9), "modificada: Baja (Último día de membresía)");
        assert!(became(10).starts_with("rechazada: [Región] "), "{}", became(10));
    });
}

#[test]
fn a_missing_value_names_the_column_that_lacks_it() {
    with_network(async |register| {
        let rows = [
            ["", "2015-01-01", "2016-01-01"],
            ["university", "ayer", "2016-01-01"],
            ["accra", "2010-01-01", "ayer"],
            ["bern", "2020-01-01", "2021-01-01"],
            ["eger", "2012-01-01", "2019-12-31"],
        ];
        let path = workbook(register, "socios.xlsx", &rows);
        let said = import_in(register, "es", &[], &path);
        assert!(said.contains("Socios 2020:4 [Ciudad (Miembro)]: error: "), "{said}");
        assert!(said.contains("Socios 2020:5 [Alta (Fecha de efecto)]: error: «ayer»"), "{said}");
        assert!(said.contains("Socios 2020:6 [Baja (Último día de membresía)]: error: «ayer»"), "{said}");
    });
}
