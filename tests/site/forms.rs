//! The page of 2020 in five formats: the numbers are read back from each, at their places.

use decapolis::editions::site::newest_or_live_sheet;
use decapolis::page::make::short_address;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use axum::http::StatusCode;
use decapolis::page::forms::{Dress, Form, write};
use decapolis::page::lines::{Line, lines};
use decapolis::page::sheet::Sheet;
use decapolis::page::site::sheet;
use decapolis::page::years::Years;
use decapolis_words::errors::Error;

use crate::site::example::{EXAMPLE, Example, LANGUAGES, on_both, on_sqlite};
use crate::support::Folder;

const YEAR: Years = Years { from: 2020, to: 2020 };

fn dress() -> Dress {
    Dress::usual("https://network.example")
}

async fn page(example: &Example, lang: &str) -> Sheet {
    sheet(&example.site, &example.site.reader(lang).unwrap(), YEAR).await.unwrap()
}

/// The output of a poppler program for a document.
fn poppler(program: &str, before: &[&str], document: &Path, after: &[&str]) -> String {
    let output = Command::new(program)
        .args(before)
        .arg(document)
        .args(after)
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|e| panic!("{program}: {e}; install poppler-utils"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text with single spaces. A non-breaking space is part of its word.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], "~")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("~", "\u{202f}")
}

/// The text without narrow spaces, because text extracted from a PDF has none.
fn closed(text: &str) -> String {
    text.replace('\u{202f}', "")
}

fn closed_up(lines: &[Line]) -> Vec<Line> {
    lines
        .iter()
        .map(|line| Line { shown: closed(&line.shown), words: closed(&line.words), ..line.clone() })
        .collect()
}

/// What is wrong with the numbers in a text that was read back: each must be before its code and after the code before
/// it, and a group must be beside its name.
fn misplaced(lines: &[Line], text: &str) -> Vec<String> {
    let text = plain(text);
    let mut codes: Vec<&str> =
        lines.iter().map(|line| line.code.as_str()).filter(|code| !code.is_empty()).collect();
    codes.sort();
    codes.dedup();
    // the text before each code, by code; a figure may appear twice
    let mut before: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut since = String::new();
    for word in text.split(' ') {
        match codes.iter().find(|code| word.contains(**code)) {
            Some(code) => before.entry(code).or_default().push(std::mem::take(&mut since)),
            None => since = format!("{since} {word}"),
        }
    }
    let mut wrong = vec![];
    // two codes of one sentence follow each other: the sentence belongs to both
    let sentences = |code: &str| -> Vec<String> {
        let mut all = before.get(code).cloned().unwrap_or_default();
        if all.iter().all(|text| text.trim_matches([' ', '\u{202f}']).is_empty()) {
            all = vec![text.split(code).next().unwrap_or_default().to_string()];
        }
        all
    };
    for line in lines {
        let shown = plain(&line.shown);
        let found = if line.code.is_empty() {
            let words = plain(&line.words);
            [format!("{shown} {words}"), format!("{words} {shown}")]
                .iter()
                .any(|beside| stands(&text, beside))
        } else {
            sentences(&line.code).iter().any(|sentence| stands(sentence, &shown))
        };
        if !found {
            wrong.push(format!(
                "{} {} {} {:?}: {:?}",
                line.section,
                line.figure,
                line.code,
                line.shown,
                sentences(&line.code)
            ));
        }
    }
    wrong
}

/// Whether a text contains a number, and not only as a part of another.
fn stands(text: &str, shown: &str) -> bool {
    text.match_indices(shown).any(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '\u{202f}');
        !digit(text[..at].chars().next_back()) && !digit(text[at + shown.len()..].chars().next())
    })
}

fn texts(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|e| panic!("no XML: {e}"));
    let texts =
        document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_number_is_read_back_out_of_every_form_in_its_place() {
    on_sqlite(async |example| {
        let folder = Folder::new();
        for lang in LANGUAGES {
            let page = page(example, lang).await;
            let all = lines(&page);
            assert!(all.len() > 50, "{lang}: a page has its numbers, and {} are few", all.len());

            let pdf = folder.join(&format!("{lang}.pdf"));
            std::fs::write(&pdf, write(&page, Form::Pdf, &dress()).unwrap()).unwrap();
            let read = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &pdf, &["-"]);
            assert_eq!(misplaced(&closed_up(&all), &closed(&read)), [""; 0], "{lang}, PDF: {read}");

            let svg = String::from_utf8(write(&page, Form::Svg, &dress()).unwrap()).unwrap();
            assert_eq!(misplaced(&all, &texts(&svg)), [""; 0], "{lang}, SVG");

            let json: serde_json::Value =
                serde_json::from_slice(&write(&page, Form::Json, &dress()).unwrap()).unwrap();
            let numbers: Vec<&serde_json::Value> = json["sections"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|section| section["numbers"].as_array().unwrap())
                .collect();
            assert_eq!(numbers.len(), all.len(), "{lang}, JSON");
            for (number, line) in numbers.iter().zip(&all) {
                assert_eq!(number["shown"], line.shown, "{lang}, JSON");
                assert_eq!(number["figure"], line.figure, "{lang}, JSON");
                assert_eq!(number["value"].as_f64(), line.value, "{lang}, JSON");
                assert!(
                    number["address"].as_str().unwrap().starts_with("https://network.example/"),
                    "{number}"
                );
            }

            let table = write(&page, Form::Csv, &dress()).unwrap();
            let mut reader =
                csv::Reader::from_reader(table.strip_prefix("\u{feff}".as_bytes()).expect("a mark of UTF-8"));
            let header = reader.headers().unwrap().clone();
            let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
            let column = |name: &str| header.iter().position(|h| h == name).unwrap();
            assert_eq!(rows.len(), all.len(), "{lang}, CSV");
            for (row, line) in rows.iter().zip(&all) {
                let cell = |name: &str| row[column(name)].trim_start_matches('\'').to_string();
                assert_eq!(
                    (cell("figure"), cell("code"), cell("shown")),
                    (line.figure.clone(), line.code.clone(), line.shown.clone())
                );
                assert_eq!(cell("value").parse().ok(), line.value, "{lang}, CSV");
            }
        }
    });
}

#[test]
fn the_document_is_one_tagged_sheet_with_its_fonts_and_a_link_at_every_number() {
    on_sqlite(async |example| {
        let folder = Folder::new();
        for lang in LANGUAGES {
            let page = page(example, lang).await;
            let pdf = folder.join(&format!("{lang}.pdf"));
            std::fs::write(&pdf, write(&page, Form::Pdf, &dress()).unwrap()).unwrap();
            let info = poppler("pdfinfo", &[], &pdf, &[]);
            let says = |name: &str, what: &str| {
                info.lines().any(|line| line.starts_with(name) && line.contains(what))
            };
            assert!(
                says("Pages:", " 1") && says("Tagged:", "yes") && says("Title:", &page.headline),
                "{lang}: {info}"
            );
            let about = poppler("pdfinfo", &["-meta"], &pdf, &[]);
            assert!(
                about.contains("pdfuaid:part") && about.contains(&format!("<rdf:li>{lang}</rdf:li>")),
                "{lang}: {about}"
            );
            let fonts = poppler("pdffonts", &[], &pdf, &[]);
            let embedded = fonts.lines().skip(2).filter(|line| line.contains(" yes yes yes")).count();
            assert_eq!(embedded, fonts.lines().skip(2).count(), "{lang}: {fonts}");
            assert!(embedded > 0, "{lang}: {fonts}");
            let links = poppler("pdfinfo", &["-url"], &pdf, &[]);
            for line in lines(&page).iter().filter(|line| !line.code.is_empty()) {
                let address = format!("https://network.example{}", line.address);
                assert!(
                    links.lines().any(|link| link.ends_with(&address)),
                    "{lang}: no link to {address}: {links}"
                );
            }
        }
    });
}

#[test]
fn the_picture_has_the_size_of_a_sheet_and_is_not_blank() {
    on_sqlite(async |example| {
        let picture =
            tiny_skia::Pixmap::decode_png(&write(&page(example, "en").await, Form::Png, &dress()).unwrap())
                .unwrap();
        assert_eq!((picture.width(), picture.height()), (1240, 1754));
        let count = |is: fn(&tiny_skia::PremultipliedColorU8) -> bool| {
            picture.pixels().iter().filter(|pixel| is(pixel)).count()
        };
        let (ink, accent) =
            (count(|p| p.red() < 60 && p.blue() < 90), count(|p| p.red() > 180 && p.blue() < 80));
        assert!(ink > 40_000 && accent > 5_000, "{ink} dark pixels, {accent} in the accent");
        assert!(count(|p| p.red() == 255 && p.green() == 255) > 1_500_000, "the paper is white");
    });
}

#[test]
fn a_form_of_a_page_has_an_address_and_says_what_it_is() {
    on_both(async |example| {
        for (form, kind) in [
            ("pdf", "application/pdf"),
            ("json", "application/json"),
            ("csv", "text/csv; charset=utf-8"),
            ("svg", "image/svg+xml"),
        ] {
            let answer = example.get(&format!("/fr/2020.{form}")).await;
            assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, kind));
            assert_eq!(
                answer.header("content-disposition"),
                format!("inline; filename=\"{}-2020-fr.{form}\"", example.site.app.settings.code)
            );
            assert_eq!(answer.header("cache-control"), "public, max-age=86400", "an edition stays as it is");
            let live = example.get(&format!("/fr/2021.{form}")).await;
            assert_eq!(live.header("cache-control"), "no-cache", "a live page is asked again");
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert!(!answer.header("content-security-policy").contains("script-src"));
        }
        let drawing = example.get("/fr/2020.svg").await;
        assert!(
            drawing.header("content-security-policy").starts_with("default-src 'none'"),
            "a drawing loads and runs nothing"
        );
        assert_eq!(example.get("/fr/2018-2020.json").await.json()["from"], "2018-01-01");
        assert_eq!(example.get("/fr/1999.pdf").await.status, StatusCode::NOT_FOUND);
        assert_eq!(example.get("/xx/2020.pdf").await.status, StatusCode::NOT_FOUND);
        assert_eq!(example.get("/fr/2020.exe").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_letter_no_font_has_is_an_error_that_names_it() {
    on_sqlite(async |example| {
        let page = Sheet { headline: "Ciudades 🦄".into(), ..page(example, "es").await };
        let Err(Error::Broken(text)) = write(&page, Form::Pdf, &dress()) else { panic!("a box was printed") };
        assert!(text.contains("🦄") && text.contains("U+1F984"), "{text}");
    });
}

/// Runs the program on the example's register.
fn report(example: &Example, folder: &Folder, args: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_decapolis"))
        .arg("report")
        .args(args)
        .args(["--to", &folder.path().to_string_lossy()])
        .env("DECAPOLIS_DATABASE", &example.register.address)
        .env("LC_ALL", "en_GB.UTF-8")
        .env_remove("DECAPOLIS_NETWORK")
        .output()
        .expect("the program runs")
}

#[test]
fn the_command_line_writes_the_forms_without_a_server() {
    on_both(async |example| {
        let folder = Folder::new();
        let done = report(
            example,
            &folder,
            &["2020", "--forms", "json,csv,pdf", "--lang", "es", "--address", "https://network.example"],
        );
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let code = &example.site.app.settings.code;
        for form in [Form::Json, Form::Csv, Form::Pdf] {
            let written = std::fs::read(folder.join(&format!("{code}-2020-es.{}", form.ending()))).unwrap();
            let reader = example.site.reader("es").unwrap();
            let sheet = newest_or_live_sheet(&example.site, &reader, YEAR).await.unwrap();
            let sheet =
                Sheet { address: Some(short_address("https://network.example", "/2020/e1")), ..sheet };
            assert!(written == write(&sheet, form, &dress()).unwrap(), "{form:?} is the one a server gives");
        }
        assert!(report(example, &folder, &["2020", "--forms", "csv"]).status.success());
        for lang in LANGUAGES {
            assert!(
                folder.join(&format!("{code}-2020-{lang}.csv")).exists(),
                "without a language all are written: {lang}"
            );
        }
        for (args, says) in [
            (["1999", "--lang", "es"], "1999"),
            (["twenty", "--lang", "es"], "twenty"),
            (["2020", "--lang", "xx"], "es, en, fr"),
            (["2020", "--forms", "docx"], "pdf, svg, png, json, csv"),
        ] {
            let refused = report(example, &folder, &args);
            assert_eq!(refused.status.code(), Some(1), "{args:?}");
            assert!(
                String::from_utf8_lossy(&refused.stderr).contains(says),
                "{args:?}: {}",
                String::from_utf8_lossy(&refused.stderr)
            );
        }
    });
}

#[test]
fn an_empty_register_has_nothing_to_report() {
    crate::support::both(async |register| {
        let folder = Folder::new();
        let refused = Command::new(env!("CARGO_BIN_EXE_decapolis"))
            .args(["report", "2020", "--to", &folder.path().to_string_lossy()])
            .env("DECAPOLIS_DATABASE", &register.address)
            .env("LC_ALL", "en_GB.UTF-8")
            .output()
            .expect("the program runs");
        assert_eq!(refused.status.code(), Some(1));
        assert!(
            String::from_utf8_lossy(&refused.stderr).contains("empty"),
            "{}",
            String::from_utf8_lossy(&refused.stderr)
        );
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            0,
            "and no file is written ({EXAMPLE} is another register)"
        );
    });
}
