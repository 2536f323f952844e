//! Lists and rows as files: what the page shows this reader, the same in CSV and XLSX, and no formulas.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Cursor;

use axum::http::StatusCode;
use calamine::{Data, Reader};
use decapolis::import::run::{prepare, write};
use decapolis::web::context::Site;
use decapolis_register::permissions::Audience;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::site::example::{Answer, EXAMPLE, Example, LANGUAGES, on_both, on_sqlite};
use crate::support::{Register, run};

/// The lines of a CSV file, split into cells.
fn lines(answer: &Answer) -> Vec<Vec<String>> {
    let text = answer
        .body
        .strip_prefix('\u{feff}')
        .expect("a mark at the beginning tells spreadsheets that it is UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|r| r.unwrap().iter().map(str::to_string).collect()).collect()
}

/// The cells of the only sheet of a workbook.
fn sheet(answer: &Answer) -> Vec<Vec<Data>> {
    let mut book =
        calamine::open_workbook_auto_from_rs(Cursor::new(answer.bytes.clone())).expect("a workbook");
    let sheets = book.worksheets();
    assert_eq!(sheets.len(), 1);
    sheets[0].1.rows().map(<[Data]>::to_vec).collect()
}

async fn file(example: &Example, address: &str) -> Answer {
    let answer = example.get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.body);
    answer
}

/// A workbook cell as text, as a CSV file has it.
fn plain(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(n) => n.to_string(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => panic!("{other:?}"),
    }
}

/// Checks that the CSV and the XLSX of a list are equal, and returns the number of their rows. `path` is the part
/// before the extension, `asks` the query.
async fn alike(example: &Example, path: &str, asks: &str) -> usize {
    let text = lines(&file(example, &format!("{path}.csv{asks}")).await);
    let answer = file(example, &format!("{path}.xlsx{asks}")).await;
    assert!(answer.header("content-disposition").contains(".xlsx"), "{path}");
    let book = sheet(&answer);
    assert_eq!(book.len(), text.len(), "{path}");
    for (line, row) in text.iter().zip(&book) {
        for (n, cell) in line.iter().enumerate() {
            let cell = decapolis_spreadsheets::write::unguarded(cell).into_owned();
            let same = row.get(n).map(plain).unwrap_or_default();
            let number = |text: &str| text.parse::<f64>().ok();
            assert!(
                cell == same || (number(&cell).is_some() && number(&cell) == number(&same)),
                "{path}: {cell:?} and {same:?}"
            );
        }
    }
    let heading: BTreeSet<&String> = text[0].iter().collect();
    assert_eq!(heading.len(), text[0].len(), "{path}: a heading stands twice: {:?}", text[0]);
    assert!(
        !text[0].iter().any(|h| h.is_empty() || h.starts_with('[') || h.contains("{ $")),
        "{path}: {:?}",
        text[0]
    );
    text.len() - 1
}

#[test]
fn every_list_is_a_file_in_every_language_and_both_kinds_say_the_same() {
    on_both(async |example| {
        let postgres = example.register.on_postgres;
        for language in LANGUAGES {
            assert_eq!(alike(example, &format!("/{language}/members"), "?at=2020-12-31").await, 141);
            let figures = example.site.app.figures.catalog.figures().len();
            assert_eq!(alike(example, &format!("/{language}/figures"), "?at=2020-12-31").await, figures);
            // every kind is tested in one language on one of the databases
            if postgres && language != "es" {
                continue;
            }
            for kind in decapolis::modules::tables().0.iter().filter_map(|t| t.kind()) {
                let ask = Query::select()
                    .expr(Expr::val(1i64).count())
                    .from("records")
                    .and_where(Expr::col("kind").eq(kind))
                    .and_where(Expr::col("public").eq(true))
                    .to_owned();
                let there: i64 = example
                    .register
                    .db
                    .reader()
                    .query_one(&ask)
                    .await
                    .unwrap()
                    .unwrap()
                    .try_get_by_index(0)
                    .unwrap();
                assert_eq!(alike(example, &format!("/{language}/{kind}"), "").await as i64, there, "{kind}");
            }
        }
    });
}

#[test]
fn the_rows_of_every_figure_are_a_workbook_too() {
    on_sqlite(async |example| {
        for figure in example.site.app.figures.catalog.figures() {
            for class in ["counted", "left-out"] {
                alike(
                    example,
                    &format!("/fr/figures/{}", figure.key),
                    &format!("?at=2020-12-31&class={class}"),
                )
                .await;
            }
        }
    });
}

#[test]
fn cells_of_a_workbook_are_typed() {
    on_sqlite(async |example| {
        let rows = sheet(&file(example, "/es/members.xlsx?at=2020-12-31").await);
        let heading: Vec<String> = rows[0].iter().map(plain).collect();
        assert_eq!(
            heading,
            [
                "Organización",
                "Organización (código)",
                "Región",
                "Región (código)",
                "Desde",
                "Naturaleza del dato"
            ]
        );
        assert!(rows.iter().any(|row| matches!(row[4], Data::DateTime(_))));
        let figures = sheet(&file(example, "/en/figures.xlsx?at=2020-12-31").await);
        let members = figures.iter().find(|row| row[0] == Data::String("M4TK".into())).expect("the members");
        assert_eq!((&members[3], &members[4]), (&Data::String("141".into()), &Data::Float(141.0)));
    });
}

#[test]
fn the_page_leads_to_its_files_with_what_is_asked() {
    on_sqlite(async |example| {
        for (page, links) in [
            (
                "/en/members?at=2020-12-31&region=region-africa",
                &[
                    "/en/members.csv?at=2020-12-31&amp;region=region-africa",
                    "/en/members.xlsx?at=2020-12-31&amp;region=region-africa",
                ][..],
            ),
            ("/en/area?q=san", &["/en/area.csv?q=san", "/en/area.xlsx?q=san"]),
            (
                "/en/figures?at=2020-12-31",
                &["/en/figures.csv?at=2020-12-31", "/en/figures.xlsx?at=2020-12-31"],
            ),
            (
                "/en/figures/members?at=2020-12-31",
                &["/en/figures/members.xlsx?at=2020-12-31&amp;class=counted"],
            ),
        ] {
            let html = example.page(page).await;
            for link in links {
                assert!(html.contains(&format!("href=\"{link}\"")), "{page}: {link}");
                file(example, &link.replace("&amp;", "&")).await;
            }
        }
        assert!(
            !example.page("/en/area?q=nowhere-at-all").await.contains("/en/area.csv"),
            "an empty list is no file"
        );
    });
}

#[test]
fn a_filtered_file_says_so_in_its_first_line_and_its_name() {
    on_both(async |example| {
        let answer = file(example, "/en/members.csv?at=2020-12-31&region=region-africa&q=a").await;
        assert!(
            answer
                .header("content-disposition")
                .starts_with("attachment; filename=\"members-2020-12-31-filtered.csv\"")
        );
        let lines = lines(&answer);
        assert_eq!(lines[0], ["Filter: Region = Africa; Search = a."]);
        assert_eq!(lines[1][0], "Organisation");
        assert!(lines[2..].iter().all(|line| line[3] == "region-africa") && lines.len() > 2);
        // without filters a file begins with its header
        let whole = file(example, "/en/members.csv?at=2020-12-31").await;
        assert!(whole.body.starts_with("\u{feff}Organisation,"));
        assert!(whole.header("content-disposition").contains("\"members-2020-12-31.csv\""));
        // the file says so if it shows an earlier state of the register
        let known = file(example, "/en/figures/members.csv?at=2020-12-31&known=2021-06-30").await;
        assert!(known.body.starts_with("\u{feff}As known on "), "{}", known.body);
        let name = file(example, "/es/area.csv?q=%3D1%2B1%3B%3D2").await;
        assert_eq!(
            name.header("content-disposition"),
            "attachment; filename=\"area-filtrado.csv\"; filename*=UTF-8''area-filtrado.csv"
        );
        assert!(name.body.starts_with("\u{feff}Filtro: Buscar = =1+1;'=2."), "{}", name.body);
    });
}

#[test]
fn a_cut_file_says_so_in_its_first_line_and_its_name() {
    on_both(async |whole| {
        let app = decapolis::opening::over(whole.register.db.clone(), Some(EXAMPLE)).await.unwrap();
        let register = Register {
            db: whole.register.db.clone(),
            address: String::new(),
            on_postgres: whole.register.on_postgres,
            folder: crate::support::Folder::new(),
        };
        let mut site = Site::new(app);
        site.most_rows = 10;
        let example = Example::behind(EXAMPLE, register, site);
        let answer = file(&example, "/en/members.csv?at=2020-12-31").await;
        assert!(
            answer
                .header("content-disposition")
                .contains("filename=\"members-2020-12-31-first-10-rows.csv\"")
        );
        let found = lines(&answer);
        assert_eq!((found[0].concat(), found.len()), ("Only the first 10 rows of 141.".to_string(), 12));
        for path in ["/en/figures/members", "/en/area", "/en/members"] {
            let found = sheet(&file(&example, &format!("{path}.xlsx")).await);
            assert!(plain(&found[0][0]).starts_with("Only the first 10 rows of "), "{path}: {:?}", found[0]);
            assert_eq!(found.len(), 12, "{path}");
        }
        // a figure that counts several lists is cut in total
        for key in whole.site.app.figures.catalog.figures().iter().map(|f| &f.key) {
            let json = file(&example, &format!("/en/figures/{key}.json?at=2020-12-31")).await.json();
            let Some(rows) = json["rows"].as_array() else { continue };
            let all = json["rows_in_all"].as_u64().unwrap();
            assert_eq!(rows.len() as u64, std::cmp::min(all, 10), "{key}");
            assert_eq!(json["cut"].as_bool(), Some(all > 10), "{key}");
        }
        // the list of all numbers is never cut
        assert!(lines(&file(&example, "/en/figures.csv?at=2020-12-31").await).len() > 12);
    });
}

/// Every exported file: of every list, figure and class.
fn every_file(example: &Example) -> Vec<String> {
    let mut all = vec!["/en/members.csv?at=2020-12-31".to_string(), "/en/figures.csv?at=2020-12-31".into()];
    all.extend(
        decapolis::modules::tables().0.iter().filter_map(|t| t.kind()).map(|kind| format!("/en/{kind}.csv")),
    );
    for figure in example.site.app.figures.catalog.figures() {
        for class in ["counted", "base", "left-out"] {
            if class != "base" || figure.shape == decapolis_figures::Shape::Share {
                all.push(format!("/en/figures/{}.csv?at=2020-12-31&class={class}", figure.key));
            }
        }
    }
    all
}

fn harmless(address: &str, line: &[String]) {
    for cell in line {
        // everything that a spreadsheet takes for the end of a cell
        for part in cell.split([';', '\t', '\n', '\r']) {
            assert!(
                !part.starts_with(['=', '+', '-', '@']) || cell.parse::<f64>().is_ok(),
                "{address}: {cell:?} begins like a formula"
            );
        }
    }
}

#[test]
fn no_cell_of_any_file_begins_a_formula() {
    on_sqlite(async |example| {
        for address in every_file(example) {
            for line in lines(&file(example, &address).await) {
                harmless(&address, &line);
            }
        }
    });
}

/// A network whose names were written by an attacker.
const HOSTILE: &[(&str, &str)] = &[
    ("networks.csv", "code,label,languages,zone,currency\nevil,\"''=net\",en es,Europe/Madrid,EUR\n"),
    ("regions.csv", "code,label,rank\nr1,\"'=cmd|'/C calc'!A0\",1\n"),
    (
        "organisations.csv",
        "code,label,level,address,source\no1,\"'=HYPERLINK(\"\"https://example.org\"\")\",municipal,'@SUM(1),'-1+1\no2,\"x;'=1+1\",municipal,,\"'+1\n'=2\"\n",
    ),
    ("placements.csv", "organisation,region,from\no1,r1,2010-01-01\n"),
    ("memberships.csv", "organisation,from\no1,2010-01-01\no2,2010-01-01\n"),
];

#[test]
fn a_hostile_name_is_text_in_every_file() {
    run(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
            let files: Vec<(String, Cow<'_, [u8]>)> =
                HOSTILE.iter().map(|(n, t)| (n.to_string(), Cow::Borrowed(t.as_bytes()))).collect();
            let (plan, zone) = prepare(&app, &files).await.unwrap();
            assert_eq!(plan.errors(), 0, "{:?}", plan.problems);
            write(&app, decapolis_actions::Actor::Operator, plan, None, zone, None).await.unwrap();
            let site = Site::new(decapolis::opening::over(register.db.clone(), None).await.unwrap());
            let example = Example::behind("hostile", register, site);
            let mut seen = String::new();
            for address in every_file(&example) {
                let answer = file(&example, &address).await;
                seen.push_str(&answer.body);
                for line in lines(&answer) {
                    harmless(&address, &line);
                }
            }
            for name in ["'=HYPERLINK", "'=cmd|", "x;'=1+1", "'@SUM(1)", "'-1+1"] {
                assert!(seen.contains(name), "{name} is in none of the files");
            }
            // a workbook needs no guard: its text cells are text
            let answer = file(&example, "/en/organisation.xlsx").await;
            let rows = sheet(&answer);
            assert!(
                rows.iter()
                    .flatten()
                    .any(|cell| *cell == Data::String("=HYPERLINK(\"https://example.org\")".into()))
            );
            let mut parts = zip(&answer.bytes);
            parts.retain(|(name, text)| {
                name.ends_with(".xml") && (text.contains("<f>") || text.contains("<hyperlink"))
            });
            assert_eq!(parts, []);
            example.register.db.clone().close().await;
        }
    });
}

/// The parts of a workbook as text.
fn zip(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|n| {
            let part = archive.by_index(n).unwrap();
            (part.name().expect("a name").to_string(), std::io::read_to_string(part).unwrap())
        })
        .collect()
}

#[test]
fn what_is_withheld_on_a_page_is_withheld_in_its_file() {
    on_both(async |example| {
        let ask = Query::select()
            .columns(["code"])
            .from("records")
            .and_where(Expr::col("public").eq(false))
            .to_owned();
        let rows = example.register.db.reader().query_all(&ask).await.unwrap();
        let hidden: BTreeSet<String> = rows.iter().map(|row| row.try_get("", "code").unwrap()).collect();
        assert!(hidden.len() > 10, "the example has people who are not public");
        for address in every_file(example) {
            for line in lines(&file(example, &address).await) {
                assert!(line.iter().all(|cell| !hidden.contains(cell)), "{address}: {line:?}");
            }
        }
        // amounts of money are only for the office
        for figure in example.site.app.figures.catalog.figures() {
            if !example.site.app.figures.catalog.sums_are_open(figure, Audience::Public) {
                let all = lines(&file(example, "/en/figures.csv?at=2020-12-31").await);
                let line = all.iter().find(|line| line[0] == figure.code).unwrap();
                assert_eq!((line[5].as_str(), line[6].as_str()), ("", ""), "{}", figure.key);
            }
        }
    });
}

#[test]
fn columns_for_the_office_are_in_no_file_of_the_public() {
    on_sqlite(async |example| {
        for table in decapolis::modules::tables().0.iter() {
            let Some(kind) = table.kind() else { continue };
            let heading = &lines(&file(example, &format!("/en/{kind}.csv")).await)[0];
            let public =
                table.columns.iter().filter(|c| c.privacy == decapolis_register::table::Privacy::Public);
            let references =
                public.clone().filter(|c| matches!(c.kind, decapolis_register::table::Kind::Ref(_))).count();
            assert_eq!(heading.len(), 4 + public.count() + references, "{kind}: {heading:?}");
        }
    });
}
