//! Text files, as they come out of all kinds of programs.

mod support;

use decapolis_spreadsheets::{
    Format, Grid, Limits, Quote, Row, Separator, TextFormat, TextHints, Value, open,
};
use encoding_rs::{Encoding, ISO_8859_2, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};
use proptest::prelude::*;
use support::{file, notes, opened, opened_within, refused, row, rows_of};

fn written(bytes: impl AsRef<[u8]>) -> TextFormat {
    match opened("a.csv", bytes).unwrap().format {
        Format::Text(text) => text,
        other => panic!("{other}"),
    }
}

fn rows(bytes: impl AsRef<[u8]>) -> Vec<Row> {
    rows_of(&opened("a.csv", bytes).unwrap(), 0)
}

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    match encoding {
        e if e == UTF_16LE => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        e if e == UTF_16BE => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        e => {
            let (bytes, _, unmappable) = e.encode(text);
            assert!(!unmappable, "{text} has no form in {}", e.name());
            bytes.into_owned()
        }
    }
}

#[test]
fn the_encoding_is_heard_from_all_of_the_text() {
    assert_eq!(written("city;people\nBogotá;7").encoding, UTF_8);
    assert_eq!(written("\u{feff}city;people\nBogotá;7").encoding, UTF_8);
    assert_eq!(written("city;people\nRome;7").encoding, UTF_8);
    let spanish = "municipio,provincia\nAlegría-Dulantzi,Araba/Álava\nPeñíscola,Castellón\n";
    assert_eq!(written(encoded(spanish, WINDOWS_1252)).encoding, WINDOWS_1252);
    // one letter, in the last of many lines
    let mut late = "city,people\n".repeat(50_000).into_bytes();
    late.extend(b"Montr\xe9al,1\n");
    assert_eq!(written(&late).encoding, WINDOWS_1252);
    let polish = "miasto;województwo\nŁódź;łódzkie\nGdańsk;pomorskie\nBiałystok;podlaskie\nRzeszów;podkarpackie\nWrocław;dolnośląskie\nZielona Góra;lubuskie\nŚwiętochłowice;śląskie\n";
    assert_eq!(written(encoded(polish, ISO_8859_2)).encoding, ISO_8859_2);
    let russian = "город;область\nМосква;Московская область\nНовосибирск;Новосибирская область\nЕкатеринбург;Свердловская область\n";
    assert_eq!(written(encoded(russian, WINDOWS_1251)).encoding, WINDOWS_1251);
    let japanese = "都市,人口\n横浜市,3777491\n大阪市,2752412\n名古屋市,2332176\n札幌市,1973395\n";
    assert_eq!(written(encoded(japanese, SHIFT_JIS)).encoding, SHIFT_JIS);
    for encoding in [UTF_16LE, UTF_16BE] {
        for text in [spanish.to_string(), format!("\u{feff}{japanese}"), format!("\u{feff}{spanish}")] {
            assert_eq!(written(encoded(&text, encoding)).encoding, encoding);
            let plain = text.trim_start_matches('\u{feff}');
            assert_eq!(rows(encoded(&text, encoding)), rows(plain));
        }
    }
}

#[test]
fn a_few_letters_of_the_west_are_of_the_west() {
    for line in ["Orléans", "São Paulo", "Curaçao", "n.º 5", "Ñuñoa", "Köln", "“Ville”", "cœur", "10 €"]
    {
        let opened = opened("a.csv", encoded(&format!("name,n\n{line},1\n"), WINDOWS_1252)).unwrap();
        assert_eq!(rows_of(&opened, 0)[1], row(2, &[line, "1"]), "{:?}", opened.notes);
    }
}

#[test]
fn a_file_of_an_old_macintosh_is_known_by_its_line_ends() {
    // Málaga, Córdoba, Orléans as it wrote them
    let bytes = b"city,n\rM\x87laga,1\rC\x97rdoba,2\rOrl\x8eans,3\r";
    assert_eq!(written(bytes).encoding.name(), "macintosh");
    assert_eq!(rows(bytes)[3], row(4, &["Orléans", "3"]));
    let same = b"city,n\rM\xe1laga,1\rC\xf3rdoba,2\rOrl\xe9ans,3\r";
    assert_eq!(written(same).encoding, WINDOWS_1252);
}

#[test]
fn letters_that_are_broken_are_told_with_their_line() {
    let opened = opened("a.csv", b"Bogot\xc3\xa1,M\xc3\xa9xico,C\xc3\xb3rdoba,\xc3\x81vila,Le\xc3\xb3n,Ja\xc3\xa9n\nM\xc3\xa1laga,C\xc3\xa1diz,Ol\xc3\xb3,\xc3\x9abeda\nMontr\xff\n").unwrap();
    let args = vec![("row", "3".to_string()), ("n", "1".to_string())];
    assert_eq!(opened.notes.last().map(|n| (n.key, n.args.clone())), Some(("note-broken-letters", args)));
    assert_eq!(rows_of(&opened, 0)[2], row(3, &["Montr\u{fffd}"]));
}

#[test]
fn the_separator_is_the_one_that_parts_rows_evenly() {
    let separator = |text: &str| written(text).separator;
    assert_eq!(separator("a,b\n1,2\n"), Separator::Comma);
    assert_eq!(separator("a;b\n1;2\n"), Separator::Semicolon);
    assert_eq!(separator("a\tb\n1\t2\n"), Separator::Tab);
    assert_eq!(separator("a|b\n1|2\n"), Separator::Pipe);
    // decimal commas in every row, with a heading and without
    assert_eq!(separator("city;people;area\nA;1,5;2,5\nB;3,5;4,5\n"), Separator::Semicolon);
    assert_eq!(separator("A;1,5;2,5\nB;3,5;4,5\n"), Separator::Semicolon);
    // lists in a column
    assert_eq!(separator("code,tags,n\na,x; y,1\nb,x; z,2\nc,y; z,3\n"), Separator::Comma);
    // coordinates in a column
    assert_eq!(
        separator("Code;Nom;gps\n1;A;48.9,-1.5\n2;B;48.9,-1.5\n3;C;49.2,-1.5\n"),
        Separator::Semicolon
    );
    // commas between quotation marks part nothing
    assert_eq!(separator("name;note\n\"a,b,c\";1\n\"d,e,f\";2\n"), Separator::Semicolon);
    // a title and a licence above
    assert_eq!(
        separator("Cities of the world, 2020\nLicence: CC BY\n\ncity;people\nA;1\nB;2\nC;3\nD;4\n"),
        Separator::Semicolon
    );
    assert_eq!(separator("only one column\nSan José, CR\nParis\nLyon\n"), Separator::None);
    assert_eq!(separator("alone"), Separator::None);
}

#[test]
fn the_line_that_excel_reads_itself_is_no_row() {
    let opened = opened("a.csv", "sep=;\r\ncity;a,b,c\r\nA;1,2,3\r\n").unwrap();
    assert_eq!(opened.format.to_string(), "text utf-8 semicolon");
    assert_eq!(rows_of(&opened, 0), [row(2, &["city", "a,b,c"]), row(3, &["A", "1,2,3"])]);
    assert_eq!(rows("\"sep=|\"\na|b\n"), [row(2, &["a", "b"])]);
    assert_eq!(rows("sep=x,y\na,b\n"), [row(1, &["sep=x", "y"]), row(2, &["a", "b"])]);
}

#[test]
fn rows_carry_the_line_they_begin_on() {
    let expected = [row(1, &["a", "b"]), row(2, &["x\ny", "1"]), row(5, &["z", "2"])];
    assert_eq!(rows("a,b\n\"x\ny\",1\n\nz,2\n"), expected);
    let with = |end: &str| {
        let rows = rows(format!("a,b{end}\"x{end}y\",1{end}{end}z,2"));
        let lines = rows.iter().map(|row| row.number).collect::<Vec<_>>();
        assert_eq!(rows[1].cells[0], Value::Text(format!("x{end}y")));
        lines
    };
    for end in ["\n", "\r", "\r\n"] {
        assert_eq!(with(end), [1, 2, 5], "{end:?}");
    }
    // rows without a filled cell are passed over, and counted
    assert_eq!(rows("a,b\n,\n\"\",\n1,2\n"), [row(1, &["a", "b"]), row(4, &["1", "2"])]);
}

#[test]
fn cells_stay_as_they_stand() {
    assert_eq!(
        rows("a,b\n 007 ,\u{a0}x\u{200b}\n"),
        [row(1, &["a", "b"]), row(2, &[" 007 ", "\u{a0}x\u{200b}"])]
    );
    assert_eq!(
        rows("a,b\n\"say \"\"yes\"\"\",\",\"\n"),
        [row(1, &["a", "b"]), row(2, &["say \"yes\"", ","])]
    );
    // rows of different lengths
    assert_eq!(rows("a,b\n1\n1,2,3,\n"), [row(1, &["a", "b"]), row(2, &["1"]), row(3, &["1", "2", "3", ""])]);
}

#[test]
fn a_quotation_mark_inside_a_cell_is_a_letter() {
    assert_eq!(
        rows("name,inch\nscreen,7\"\nO\"Hara,8\n"),
        [row(1, &["name", "inch"]), row(2, &["screen", "7\""]), row(3, &["O\"Hara", "8"])]
    );
    assert_eq!(rows("name,n\n\"The \"Big\" one\",8\nb,9\n")[2], row(3, &["b", "9"]));
}

#[test]
fn a_quotation_mark_that_never_closes_is_refused_where_it_opens() {
    assert_eq!(refused(opened("a.csv", "code,label\na,b\nc,\"d\ne,f\n")), ("error-cut-file", Some(3)));
    assert_eq!(refused(opened("a.csv", "code,label\nplace-x,\"Mont")), ("error-cut-file", Some(2)));
    // it closes where another cell opens: rows between would be lost
    assert_eq!(refused(opened("a.csv", "code,label\na,\"b\nc,d\ne,\"f\"\n")), ("error-cut-file", Some(2)));
    // far from its end
    let long = format!("code,label\na,\"b\n{}", "c,d\n".repeat(400_000));
    assert_eq!(refused(opened("a.csv", long)), ("error-cut-file", Some(2)));
}

#[test]
fn what_is_known_of_a_file_is_not_guessed() {
    let on_disk = file("a.csv", b"na\xefve,\"b\n");
    let how = TextHints {
        encoding: Some(WINDOWS_1251),
        separator: Some(Separator::None),
        quote: Some(Quote::None),
    };
    let opened = open(&on_disk.path, &Limits::default(), &how, None).unwrap();
    assert_eq!(rows_of(&opened, 0), [row(1, &["naпve,\"b"])]);
    assert_eq!((opened.sure, opened.notes.len()), (1.0, 0));
    assert_eq!(opened.format.to_string(), "text windows-1251 one-column no-quotes");
    // and what a mapping keeps of it opens it the same way
    let kept: Format = opened.format.to_string().parse().unwrap();
    assert_eq!(TextHints::from(&kept), how);
}

#[test]
fn a_file_that_is_written_otherwise_than_last_year_is_right() {
    let opened_as = |bytes: &[u8], last_year: &str| {
        let how = TextHints::from(&last_year.parse::<Format>().unwrap());
        let opened = open(&file("a.csv", bytes).path, &Limits::default(), &how, None).unwrap();
        (opened.format.to_string(), rows_of(&opened, 0)[1].clone())
    };
    let (utf_8, western) =
        ("city;n\nBogotá;1\nCórdoba;2\n".as_bytes(), b"city,n\nBogot\xe1,1\nC\xf3rdoba,2\n");
    let bogota = row(2, &["Bogotá", "1"]);
    for last_year in
        ["text windows-1252 comma", "text utf-16le tab", "text gbk semicolon", "text utf-8 semicolon"]
    {
        assert_eq!(
            opened_as(utf_8, last_year),
            ("text utf-8 semicolon".into(), bogota.clone()),
            "{last_year}"
        );
    }
    for last_year in ["text utf-8 semicolon", "text windows-1252 comma", "text utf-16be tab"] {
        assert_eq!(
            opened_as(western, last_year),
            ("text windows-1252 comma".into(), bogota.clone()),
            "{last_year}"
        );
    }
    // where the file says nothing, last year's holds
    assert_eq!(opened_as(b"city\nRome\n", "text windows-1252 pipe").0, "text windows-1252 pipe");
    let wide = encoded("\u{feff}city;n\nBogotá;1\n", UTF_16LE);
    assert_eq!(opened_as(&wide, "text utf-8 comma"), ("text utf-16le semicolon".into(), bogota));
}

#[test]
fn a_file_past_its_bounds_is_refused() {
    let limits = Limits::default();
    assert_eq!(
        refused(opened("a.csv", format!("a,b\n1,{}\n", "x".repeat(limits.cell + 1)))),
        ("error-long-cell", Some(2))
    );
    assert_eq!(
        refused(opened("a.csv", format!("a,b\n1,\"{}\"\n", "x\n".repeat(limits.cell / 2 + 1)))),
        ("error-long-cell", Some(2))
    );
    assert_eq!(rows(format!("a,b\n1,{}\n", "x".repeat(limits.cell))).len(), 2);
    assert_eq!(
        refused(opened("a.csv", format!("a{}\n", ",a".repeat(limits.columns)))),
        ("error-too-many-columns", Some(1))
    );
    assert_eq!(rows(format!("a{}\n", ",a".repeat(limits.columns - 1)))[0].cells.len(), limits.columns);
    let small = Limits { text: 10, row: 5, ..limits };
    assert_eq!(refused(opened_within("a.csv", "a,b\n1,2\n1,2\n", &small)), ("error-file-large", None));
    let small = Limits { text: 100, ..small };
    assert_eq!(refused(opened_within("a.csv", "a,b\n123,456\n1,2\n", &small)), ("error-long-row", Some(2)));
}

#[test]
fn what_is_no_text_is_said_to_be_none() {
    assert_eq!(refused(opened("a.csv", b"a,b\n1,\0\n")), ("error-not-text", None));
    let mut late = "city,people\n".repeat(20_000).into_bytes();
    late.extend(b"a,\0\n");
    assert_eq!(refused(opened("a.csv", &late)), ("error-not-text", None));
    assert_eq!(
        refused(opened("a.csv", (0u8..=255).cycle().take(5000).collect::<Vec<_>>())),
        ("error-not-text", None)
    );
    assert_eq!(refused(opened("a.csv", b"%PDF-1.7\n%abc")), ("error-not-a-sheet", None));
    assert_eq!(
        refused(opened("a.xls", b"<html><table><tr><td>1</td></tr></table>")),
        ("error-not-a-sheet", None)
    );
    assert_eq!(refused(opened("a.csv", b"")), ("error-empty-file", None));
    assert_eq!(refused(opened("a.csv", b"\n,,,\n\n")), ("error-empty-file", None));
    assert_eq!(refused(opened("a.csv", b"\xef\xbb\xbf")), ("error-empty-file", None));
}

#[test]
fn text_that_is_named_a_workbook_is_read_and_told() {
    let opened = opened("members.xls", "a\tb\n1\t2\n").unwrap();
    assert_eq!(
        (notes(&opened), opened.format.to_string()),
        (vec!["note-not-its-name"], "text utf-8 tab".into())
    );
    assert_eq!(rows_of(&opened, 0).len(), 2);
}

#[test]
fn a_file_that_is_not_there_is_refused() {
    let on_disk = file("a.csv", "a,b\n");
    let folder = on_disk.path.parent().unwrap();
    let refused = |path: &std::path::Path| {
        open(path, &Limits::default(), &TextHints::default(), None).err().map(|refusal| refusal.key)
    };
    assert_eq!(refused(folder), Some("error-file-folder"));
    assert_eq!(refused(&folder.join("b.csv")), Some("error-file-gone"));
    assert_eq!(refused(&on_disk.path.join("c.csv")), Some("error-file-gone"));
}

#[test]
fn an_open_file_stays_readable_when_its_name_is_gone() {
    let on_disk = file("a.csv", "a,b\n1,2\n");
    let opened = open(&on_disk.path, &Limits::default(), &TextHints::default(), None).unwrap();
    std::fs::remove_file(&on_disk.path).unwrap();
    assert_eq!(rows_of(&opened, 0).len(), 2);
    assert_eq!(rows_of(&opened, 0), rows_of(&opened, 0));
}

/// How a file is written, beside its cells.
#[derive(Clone, Debug)]
struct Written {
    encoding: &'static Encoding,
    mark: bool,
    separator: Separator,
    end: &'static str,
    always_quoted: bool,
    last_end: bool,
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,8}",
        2 => "[0-9]{1,4}(,[0-9]{1,2})?",
        1 => Just("Bogotá D.C.".to_string()),
        1 => Just("L’Haÿ-les-Roses – «Œuvre»".to_string()),
        1 => Just("say \"yes\"".to_string()),
        1 => Just("first line\nsecond line".to_string()),
        1 => Just("a; b, c\t|d".to_string()),
        1 => Just("\"".to_string()),
        1 => Just(String::new()),
    ]
}

fn written_somehow() -> impl Strategy<Value = Written> {
    let encodings = prop_oneof![Just(UTF_8), Just(WINDOWS_1252), Just(UTF_16LE), Just(UTF_16BE)];
    let separators = prop_oneof![
        Just(Separator::Comma),
        Just(Separator::Semicolon),
        Just(Separator::Tab),
        Just(Separator::Pipe)
    ];
    let ends = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    (encodings, any::<bool>(), separators, ends, any::<bool>(), any::<bool>()).prop_map(
        |(encoding, mark, separator, end, always_quoted, last_end)| Written {
            encoding,
            mark,
            separator,
            end,
            always_quoted,
            last_end,
        },
    )
}

fn write(rows: &[Vec<String>], how: &Written) -> Vec<u8> {
    let separator = char::from(how.separator.byte().unwrap());
    let mut text = String::new();
    if how.mark && how.encoding != WINDOWS_1252 {
        text.push('\u{feff}');
    }
    for (n, row) in rows.iter().enumerate() {
        let cells = row.iter().map(|cell| {
            let quoted = how.always_quoted || cell.contains([separator, '"', '\n', '\r']);
            if quoted { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        });
        text += &cells.collect::<Vec<_>>().join(&separator.to_string());
        if n + 1 < rows.len() || how.last_end {
            text += how.end;
        }
    }
    encoded(&text, how.encoding)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(
        columns in 2usize..7,
        cells in prop::collection::vec(cell(), 0..140),
        how in written_somehow(),
    ) {
        let heading: Vec<String> = (0..columns).map(|n| format!("column {n}")).collect();
        let mut rows = vec![heading];
        rows.extend(cells.chunks_exact(columns).map(<[String]>::to_vec));
        let opened = opened("a.csv", write(&rows, &how)).unwrap();
        let Format::Text(text) = opened.format else { panic!("{}", opened.format) };
        prop_assert_eq!(text.separator, how.separator);
        let mut line = 1;
        let mut expected = vec![];
        for row in &rows {
            if row.iter().any(|cell| !cell.is_empty()) {
                let cells: Vec<&str> = row.iter().map(String::as_str).collect();
                expected.push(support::row(line, &cells));
            }
            line += 1 + row.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        }
        prop_assert_eq!(rows_of(&opened, 0), expected.clone());
        // as often as wanted
        prop_assert_eq!(rows_of(&opened, 0), expected);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(b'"'), Just(b','), Just(b'\n')], 0..300)) {
        if let Ok(opened) = opened("a.csv", bytes) {
            let _ = opened.grids.iter().map(|grid: &Box<dyn Grid>| grid.rows().map(Iterator::count)).collect::<Vec<_>>();
        }
    }
}
