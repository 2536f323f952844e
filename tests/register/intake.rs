//! Foreign tables: mappings, the lines they give, and the proposed match.

use std::sync::Arc;

use decapolis::{assets, modules};
use decapolis_import::intake::{
    self, AsFile, Mapping, Mappings, Proposal, Proposer, Synonyms, TableInFile, Vocabulary,
};
use decapolis_import::transfer::{Line, Lines};
use decapolis_register::table::Kind;
use decapolis_spreadsheets::{
    DateOrder, DetectedColumn, DetectedTable, Guess, Hints, Mark, MemoryGrid, Reads,
};
use decapolis_words::Words;

use crate::register::files::with_network;
use crate::support::Register;

fn vocabulary() -> Vocabulary {
    let words = Words::load(assets::word_files(None).unwrap()).unwrap();
    Vocabulary::of(&words, &synonyms(), modules::tables())
}

fn synonyms() -> Synonyms {
    let (file, text) = assets::synonyms();
    Synonyms::read(file, &text).unwrap()
}

/// A sheet whose first row is its heading, with these types of columns.
pub fn sheet(rows: &[&[&str]], reads: &[Reads]) -> TableInFile {
    let columns = rows[0].iter().zip(reads).enumerate().map(|(at, (name, reads))| DetectedColumn {
        at,
        heading: vec![name.to_string()],
        guess: Guess { reads: *reads, sure: 1.0, mark: Mark::Shown, examples: vec![], odd: vec![] },
    });
    let found = DetectedTable {
        rows: (2, rows.len() as u64),
        heading: vec![1],
        columns: columns.collect(),
        notes: vec![],
        sure: 1.0,
        layout: Default::default(),
    };
    let grid = MemoryGrid::of_texts(rows.iter().map(|row| row.iter().copied()));
    TableInFile { file: "members.xlsx".into(), grid: Arc::new(grid), found: Arc::new(found) }
}

pub fn mapping(text: &str) -> Mapping {
    Mapping::read("mappings/some.toml", text, modules::tables()).unwrap_or_else(|mistake| panic!("{mistake}"))
}

pub fn mistake(text: &str) -> String {
    Mapping::read("mappings/some.toml", text, modules::tables()).err().expect("a mistake")
}

/// The lines of every [[into]], as text: `table row: cells`, `- row: reason`, `! row [column]: message`.
pub fn lines(mapping: &Mapping, sheet: &TableInFile) -> Vec<String> {
    let made = intake::lines(mapping, sheet, "en", modules::tables(), &vocabulary()).unwrap();
    let mut all = vec![];
    for lines in &made {
        for line in lines.lines().unwrap() {
            all.push(match line.unwrap() {
                Line::Row { number, cells } => {
                    let filled = lines.header().iter().zip(&cells).filter(|(_, cell)| !cell.is_empty());
                    let said: Vec<String> = filled.map(|(name, cell)| format!("{name}={cell}")).collect();
                    format!("{} {number}: {}", lines.table(), said.join(" "))
                }
                Line::Skipped { number, why } => format!("- {number}: {}", why.plain()),
                Line::Refused { number, problem } => {
                    format!(
                        "! {number} [{}]: {}",
                        problem.column.unwrap_or_default(),
                        problem.message.plain()
                    )
                }
            });
        }
    }
    all
}

const PLACES: &str = r#"
source = "a list"
[[into]]
table = "places"
nature = "real"
[into.columns]
code = { template = "{Land}-{City}" }
label = "City"
country = { column = "Land", as = "country" }
latitude = { column = "Lies", as = "latitude" }
longitude = { column = "Lies", as = "longitude" }
population = "People"
"#;

#[test]
fn a_mapping_makes_lines_in_the_words_of_the_register() {
    let sheet = sheet(
        &[
            &["City", "Land", "Lies", "People"],
            &["São  Paulo\u{200b}", "Brasil", "23°33'S 46°38'W", "12.325.232"],
            &["Windhoek", "NA", "", ""],
            &["Nowhere", "Utopia", "", ""],
            &["Elsewhere", "FR", "here", ""],
        ],
        &[Reads::Text, Reads::Code, Reads::Coordinates, Reads::Whole { grouping: Some('.') }],
    );
    assert_eq!(
        lines(&mapping(PLACES), &sheet),
        [
            "places 2: code=brasil-sao-paulo country=BR label=São Paulo latitude=-23.55 longitude=-46.633333 nature=real population=12325232 source=a list",
            "places 3: code=na-windhoek country=NA label=Windhoek nature=real source=a list",
            "! 4 [Land]: error-not-a-country text=Utopia",
            "! 5 [Lies]: error-cell-not-coordinates text=here",
        ]
    );
}

#[test]
fn one_row_gives_lines_to_several_tables_and_a_list_a_line_for_each_of_its_values() {
    let mapping = mapping(
        r#"
[[skip]]
column = "id"
begins = "X"
because = { es = "se ha retirado", en = "was withdrawn", fr = "a été retiré" }

[[into]]
table = "platforms"
once = "same"
[into.columns]
code = { template = "platform-{catalogue}" }
label = "catalogue"
own = { fixed = "no" }

[[into]]
table = "practices"
[into.columns]
code = { template = "practice-{id}" }
label_en = "title"
platform = { template = "platform-{catalogue}" }
state = { fixed = "published" }
from = { first = ["since", { column = "seen", written = "../{}" }] }
progress = "progress"
main_actors = { column = "tags", labelled = "Actors" }

[[into]]
table = "goal_marks"
[into.columns]
record = { template = "practice-{id}" }
goal = { each = "sdgs" }
"#,
    );
    let sheet = sheet(
        &[
            &["id", "catalogue", "title", "since", "seen", "progress", "tags", "sdgs"],
            &[
                "1",
                "List A",
                "Trams",
                "12/03/2019",
                "2020",
                "en curso",
                "Area: all | Actors: city, banks",
                "3;11",
            ],
            &["2", "List A", "Parks", "", "2020", "terminé", "", ""],
            &["X3", "List A", "Gone", "", "", "", "", ""],
            &["4", "List B", "Bikes", "soon", "", "", "", "5"],
        ],
        &[
            Reads::Code,
            Reads::Text,
            Reads::Text,
            Reads::Day { order: DateOrder::DayMonthYear },
            Reads::Year,
            Reads::Text,
            Reads::Text,
            Reads::List { separator: ';' },
        ],
    );
    assert_eq!(
        lines(&mapping, &sheet),
        [
            "platforms 2: code=platform-list-a label=List A own=no",
            "- 3: row-said-already row=2",
            "- 4: row-left-out reason=was withdrawn mapping=some",
            "platforms 5: code=platform-list-b label=List B own=no",
            "practices 2: code=practice-1 from=2019-03-12 label_en=Trams main_actors=city, banks platform=platform-list-a progress=ongoing state=published",
            "practices 3: code=practice-2 from=../2020 label_en=Parks platform=platform-list-a progress=completed state=published",
            "- 4: row-left-out reason=was withdrawn mapping=some",
            "! 5 [since]: error-cell-not-day text=soon",
            "goal_marks 2: goal=3 record=practice-1",
            "goal_marks 2: goal=11 record=practice-1",
            "- 3: row-says-nothing column=sdgs",
            "- 4: row-left-out reason=was withdrawn mapping=some",
            "goal_marks 5: goal=5 record=practice-4",
        ]
    );
}

#[test]
fn what_a_file_says_twice_is_told_from_what_it_says_otherwise() {
    let places = |once: &str| {
        mapping(&format!(
            "[[into]]\ntable = \"places\"\nonce = \"{once}\"\n[into.columns]\ncode = {{ template = \"insee-{{code}}\" }}\nlabel = \"name\"\n"
        ))
    };
    let sheet = sheet(
        &[&["code", "name"], &["01001", "ARS"], &["01001", "ARS"], &["01002", "AUX"], &["01001", "ARSE"]],
        &[Reads::Code, Reads::Text],
    );
    assert_eq!(
        lines(&places("same"), &sheet),
        [
            "places 2: code=insee-01001 label=ARS",
            "- 3: row-said-already row=2",
            "places 4: code=insee-01002 label=AUX",
            "! 5 []: error-said-otherwise text=insee-01001 row=2",
        ]
    );
    assert_eq!(lines(&places("first"), &sheet)[3], "- 5: row-said-before row=2");
}

#[test]
fn a_mistake_in_a_mapping_names_the_file_the_place_and_what_to_write() {
    let places = |columns: &str| format!("[[into]]\ntable = \"places\"\n[into.columns]\n{columns}\n");
    let says = |text: &str, parts: &[&str]| {
        let said = mistake(text);
        for part in parts.iter().chain(&["mappings/some.toml"]) {
            assert!(said.contains(part), "“{part}” is not in: {said}");
        }
    };
    says("[[into]]\ntable = \"cities\"\n[into.columns]\n", &["[[into]] 1", "no table “cities”", "places"]);
    says(&places("code = \"a\"\nlabel = \"a\"\ntown = \"b\""), &["no column “town”", "other_names"]);
    says(&places("label = \"a\""), &["“code” is missing", "template"]);
    says(&places("code = \"a\""), &["the name is missing", "label_es"]);
    says(&places("code = \"a\"\nlabel = { colum = \"a\" }"), &[":5", "colum", "column"]);
    says(&places("code = \"a\"\nlabel = { column = \"a\", fixed = \"b\" }"), &["one place"]);
    says(&places("code = { template = \"{a\" }\nlabel = \"a\""), &["never closes"]);
    says(&places("code = { fixed = \"Not A Code\" }\nlabel = \"a\""), &["cannot be a code"]);
    says(&places("code = \"a\"\nlabel = \"a\"\npopulation = { fixed = \"many\" }"), &["population", "many"]);
    says(
        "[[into]]\ntable = \"organisations\"\n[into.columns]\ncode = \"a\"\nlabel = \"a\"\nlevel = { column = \"b\", values = { x = \"town\" } }",
        &["level", "town", "municipal"],
    );
    says(
        "[[into]]\ntable = \"memberships\"\n[into.columns]\nfrom = \"a\"",
        &["“organisation” is missing", "fixed"],
    );
    says("[[into]]\ntable = \"places\"\nonce = \"twice\"\n[into.columns]", &[":3", "same"]);
    says(
        "[file]\nreads = { a = \"integer\" }\n\n[[into]]\ntable = \"places\"\n[into.columns]\ncode = \"a\"\nlabel = \"a\"",
        &["whole"],
    );
    says("nam = \"x\"", &[":1", "nam"]);
    says("", &["into"]);
}

#[test]
fn a_column_the_file_does_not_have_is_refused_with_those_it_has() {
    let sheet = sheet(&[&["Town", "Land"], &["Bern", "CH"]], &[Reads::Text, Reads::Code]);
    let error = intake::lines(&mapping(PLACES), &sheet, "en", modules::tables(), &vocabulary())
        .err()
        .expect("refused");
    let said = error.to_string();
    assert!(
        said.contains("error-mapping-column")
            && said.contains("column=City")
            && said.contains("columns=Town, Land"),
        "{said}"
    );
}

#[test]
fn every_mapping_of_the_program_reads_and_is_written_as_it_reads() {
    let networks = assets::Network::examples();
    let mut all = assets::mapping_files(None).unwrap();
    for name in networks {
        all.extend(assets::mapping_files(Some(&assets::Network::named(&name).unwrap())).unwrap());
    }
    assert!(all.len() > 6);
    let mappings = Mappings::read(&all, modules::tables()).unwrap_or_else(|mistake| panic!("{mistake}"));
    for read in mappings.iter() {
        assert!(
            read.licence.is_some() && !read.note.is_empty(),
            "{} says its licence and what it is",
            read.name
        );
        for language in ["es", "en", "fr"] {
            assert!(!read.note.words(language).is_empty());
        }
        let again = Mapping::read(&format!("mappings/{}.toml", read.name), &read.write(), modules::tables());
        assert_eq!(again.as_ref(), Ok(read), "{}", read.write());
    }
}

async fn proposed(
    register: &Register,
    sheet: &TableInFile,
    called: &str,
    only: Option<&str>,
) -> Vec<Proposal> {
    let (vocabulary, synonyms) = (vocabulary(), synonyms());
    let proposer = Proposer { tables: modules::tables(), vocabulary: &vocabulary, synonyms: &synonyms };
    proposer.propose(register.db.reader(), &*sheet.grid, &sheet.found, called, only).await.unwrap()
}

fn pairs(proposal: &Proposal, sheet: &TableInFile) -> Vec<String> {
    proposal.matched.iter().map(|m| format!("{} → {}", sheet.found.name(m.at), m.column)).collect()
}

#[test]
fn columns_are_matched_by_their_names_in_three_languages() {
    with_network(async |register| {
        let day = Reads::Day { order: DateOrder::DayMonthYear };
        for (heading, rows) in [
            (["Gobierno", "Fecha de alta", "Fecha de baja", "Fuente"], ["Accra", "Berna", "Cali"]),
            (["Membre", "Date d'adhésion", "Date de départ", "Sources"], ["Accra", "Bern", "Cali"]),
            (["Member", "Member since", "End date", "Source"], ["accra", "bern", "cali"]),
        ] {
            let cells: Vec<Vec<&str>> =
                rows.iter().map(|name| vec![*name, "01/02/2010", "", "a letter"]).collect();
            let mut all: Vec<&[&str]> = vec![&heading];
            all.extend(cells.iter().map(Vec::as_slice));
            let sheet = sheet(&all, &[Reads::Text, day, day, Reads::Text]);
            let proposals = proposed(register, &sheet, "list", Some("memberships")).await;
            let best = &proposals[0];
            let wanted = [("organisation", 0), ("from", 1), ("until", 2), ("source", 3)];
            for (column, at) in wanted {
                assert!(
                    best.matched.iter().any(|m| m.column == column && m.at == at),
                    "{heading:?}: {:?}",
                    pairs(best, &sheet)
                );
            }
            assert!(best.is_whole(), "{:?}", best.missing);
        }
    });
}

#[test]
fn columns_are_matched_by_what_their_cells_hold() {
    with_network(async |register| {
        let sheet = sheet(
            &[
                &["A1", "B2", "C3", "D4"],
                &["Accra", "Ghana", "mujer", "48.9,-1.5"],
                &["Bern", "CHE", "homme", "48.8,-1.2"],
                &["Cali", "Colombie", "F", "48.7,-1.1"],
            ],
            &[Reads::Text, Reads::Text, Reads::Text, Reads::Coordinates],
        );
        let of = async |table| proposed(register, &sheet, "list", Some(table)).await.remove(0);
        let has = |p: &Proposal, column: &str, at: usize| {
            p.matched.iter().any(|m| m.column == column && m.at == at)
        };
        assert!(
            has(&of("memberships").await, "organisation", 0),
            "{:?}",
            pairs(&of("memberships").await, &sheet)
        );
        let places = of("places").await;
        assert!(
            has(&places, "country", 1) && has(&places, "latitude", 3) && has(&places, "longitude", 3),
            "{:?}",
            pairs(&places, &sheet)
        );
        assert!(has(&of("people").await, "gender", 2), "{:?}", pairs(&of("people").await, &sheet));
    });
}

#[test]
fn a_file_with_the_registers_own_headings_is_matched_with_certainty() {
    with_network(async |register| {
        let rows: [&[&str]; 3] = [
            &["Código", "Nombre (es)", "Nombre (ca)", "País", "Latitud", "Longitud", "Población"],
            &["bern", "Berna", "Berna  i rodalia", "CH", "46.9", "7.4", "134000"],
            &["cali", "Cali", "n/a", "CO;EC", "3.4", "-76.5", "2200000"],
        ];
        let number = Reads::Number { decimal: '.', grouping: None };
        let whole = Reads::Whole { grouping: None };
        let reads = [Reads::Code, Reads::Text, Reads::Text, Reads::Code, number, number, whole];
        let sheet = sheet(&rows, &reads);
        let best = &proposed(register, &sheet, "export", None).await[0];
        assert_eq!(best.table, "places");
        assert!(best.sure >= 0.99 && best.is_whole(), "{best:?}");
        let mapping =
            best.mapping("places-match", modules::tables(), &sheet.found, AsFile::default()).unwrap();
        assert_eq!(
            lines(&mapping, &sheet)[0],
            "places 2: code=bern country=CH label_ca=Berna  i rodalia label_es=Berna latitude=46.9 longitude=7.4 population=134000"
        );
        // and the text is taken over unchanged
        assert!(
            lines(&mapping, &sheet)[1].contains("country=CO;EC label_ca=n/a label_es=Cali"),
            "{:?}",
            lines(&mapping, &sheet)
        );
        // the proposal can be saved and read again
        let again = Mapping::read("mappings/places-match.toml", &mapping.write(), modules::tables());
        assert_eq!(again.as_ref(), Ok(&mapping), "{}", mapping.write());
    });
}

#[test]
fn a_file_is_known_again_by_its_columns() {
    let all = assets::mapping_files(None).unwrap();
    let mappings = Mappings::read(&all, modules::tables()).unwrap();
    let names = [
        "Code_commune_INSEE",
        "Nom_commune",
        "Code_postal",
        "Ligne_5",
        "Libellé_d_acheminement",
        "coordonnees_gps",
    ];
    let known = |names: &[&str]| {
        let sheet = sheet(&[names], &vec![Reads::Text; names.len()]);
        mappings.knows("communes.csv", "", &sheet.found).map(|k| k.mapping.name.clone())
    };
    assert_eq!(known(&names), Some("laposte-communes".into()));
    // other spellings of the headings, and one more column
    let respelled = ["CODE COMMUNE INSEE", "nom commune", "code postal", "coordonnees gps", "more"];
    assert_eq!(known(&respelled), Some("laposte-communes".into()));
    assert_eq!(known(&names[1..]), None);
}

#[test]
fn hints_of_a_mapping_say_how_columns_are_read() {
    let mapping = mapping(
        &format!(
            "{PLACES}\n[file]\nheading = [3, 4]\nreads = {{ Lies = \"degrees\", Day = \"day m/d/y\" }}\n"
        )
        .replace("source = \"a list\"\n", ""),
    );
    let reads = vec![
        ("Day".to_string(), Reads::Day { order: DateOrder::MonthDayYear }),
        ("Lies".to_string(), Reads::Degrees),
    ];
    assert_eq!(mapping.hints(), Ok(Hints { heading: Some(vec![3, 4]), reads, ..Hints::default() }));
}

#[test]
fn every_synonym_is_of_a_column_or_of_a_choice_that_there_is() {
    let synonyms = synonyms();
    let tables: Vec<_> = modules::tables().0.iter().filter(|t| t.in_files).collect();
    for name in synonyms.columns() {
        let (table, column) =
            name.split_once('.').map_or((None, name), |(table, column)| (Some(table), column));
        let has = |t: &&&decapolis_register::table::Table| {
            table.is_none_or(|name| t.name == name)
                && (intake::column_of(t, column).is_some() || t.columns.iter().any(|c| c.name == column))
        };
        assert!(tables.iter().any(|t| has(&t)), "{name} is no column");
    }
    for (value, _) in synonyms.choices() {
        let chosen = tables
            .iter()
            .flat_map(|t| t.columns)
            .any(|c| matches!(c.kind, Kind::Choice(values) if values.contains(&value)));
        assert!(chosen, "{value} is no choice");
    }
}
