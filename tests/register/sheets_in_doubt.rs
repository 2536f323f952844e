//! What is doubtful in a spreadsheet is asked: it changes nothing in the register, and says where it is and how to mend it.

use decapolis::import::options::ImportOptions;
use decapolis::import::run::{plan_lines, prepare};
use decapolis_import::transfer::{Plan, SaidOfDays};
use decapolis_register::duplicates::candidates::{Likely, Rule};
use decapolis_spreadsheets::DateOrder;
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::register::files::{refusal, with_network};
use crate::register::foreign::{file, planned};
use crate::support::Register;

pub fn asked(into: &str, matches: &[&str]) -> ImportOptions {
    ImportOptions {
        into: Some(into.into()),
        matches: matches.iter().map(|pair| pair.to_string()).collect(),
        ..ImportOptions::default()
    }
}

/// For a list of events, each with its first day.
fn events() -> ImportOptions {
    let sets = ["activity=event", "state=held"].map(String::from).into();
    ImportOptions { sets, ..asked("activities", &["Title=label", "Start=from"]) }
}

/// The rows that are refused, with the keys of the reasons.
pub fn refused(plan: &Plan) -> Vec<(usize, &'static str)> {
    let mut all: Vec<_> = plan.problems.iter().map(|p| (p.row.unwrap_or_default(), p.message.key)).collect();
    all.sort();
    all
}

/// The reasons for which events of these days are refused, and how many are new.
async fn days(
    register: &Register,
    days: &[&str],
    asked: &ImportOptions,
) -> (Vec<(usize, &'static str)>, usize) {
    let rows: Vec<String> = (1..).zip(days).map(|(n, day)| format!("Event {n};{day}\n")).collect();
    let path = file(register, "joined.csv", format!("Title;Start\n{}", rows.concat()));
    let (plan, _) = planned(register, &path, asked).await.unwrap();
    (refused(&plan), plan.previews[0].new)
}

#[test]
fn days_in_doubt_are_refused_with_the_reason() {
    with_network(async |register| {
        let asked = events();
        let order = "error-cell-day-order";
        assert_eq!(
            days(register, &["03/04/1999", "05/06/2001", "07/08/2002"], &asked).await,
            (vec![(2, order), (3, order), (4, order)], 0)
        );
        // proved by one cell, or said
        assert_eq!(days(register, &["03/04/1999", "25/06/2001", "07/08/2002"], &asked).await, (vec![], 3));
        let said = ImportOptions { days: Some("m/d/y".into()), ..asked.clone() };
        assert_eq!(days(register, &["03/04/1999", "05/06/2001", "07/08/2002"], &said).await, (vec![], 3));
        let words = ImportOptions { days: Some("dmy".into()), ..asked.clone() };
        let path = register.folder.join("joined.csv");
        assert!(refusal(planned(register, &path, &words).await).starts_with("error-days-order"));
        let year = "error-cell-day-without-year";
        assert_eq!(
            days(register, &["12 March", "17-Mar", "3/17"], &asked).await.0,
            [(2, year), (3, year), (4, year)]
        );
    });
}

#[test]
fn years_far_from_the_registers_are_refused_unless_they_are_said() {
    with_network(async |register| {
        let asked = events();
        for far in ["15/03/1441", "15/03/2563", "15/03/2099", "2563-03-15", "1441"] {
            let day = days(register, &[far], &asked).await;
            assert_eq!(day, (vec![(2, "error-year-far")], 0), "{far}");
        }
        for placeholder in ["1970-01-01", "1900-01-01"] {
            assert_eq!(days(register, &[placeholder], &asked).await.0, [(2, "error-day-placeholder")]);
        }
        assert!(!days(register, &["9999-12-31"], &asked).await.0.is_empty());
        let said = ImportOptions { years: Some("1400..1500".into()), ..asked };
        assert_eq!(days(register, &["15/03/1441"], &said).await, (vec![], 1));
    });
}

#[test]
fn a_file_of_the_register_that_was_saved_again_keeps_its_days_or_is_refused() {
    with_network(async |register| {
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let prepared = async |days: [&str; 2]| {
            let text = format!(
                "code,label,activity,state,from,until\none,One,event,held,{},\ntwo,Two,event,held,{},\n",
                days[0], days[1]
            );
            let (plan, _) =
                prepare(&app, &[("activities.csv".into(), text.into_bytes().into())]).await.unwrap();
            refused(&plan)
        };
        let order = "error-cell-day-order";
        assert_eq!(prepared(["2019-03-01", "2019-05"]).await, []);
        assert_eq!(prepared(["3/1/2019", "5/6/2019"]).await, [(2, order), (3, order)]);
        // what one day proves holds for the others of its column, and is told
        assert_eq!(prepared(["3/1/2019", "5/26/2019"]).await, [(0, "warning-days-month-first")]);
        assert_eq!(prepared(["01.03.2019", "26.05.2019"]).await, [(0, "warning-days-day-first")]);
        assert_eq!(
            prepared(["Mar-19", "2563-01-01"]).await,
            [(2, "error-cell-day-without-year"), (3, "error-year-far")]
        );
        let said = SaidOfDays { order: Some(DateOrder::MonthDayYear), years: None };
        let text = b"code,label,activity,state,from\none,One,event,held,3/1/2019\n";
        let (sheet, _) =
            decapolis_import::transfer::CsvFile::read("activities.csv", "activities", text).unwrap();
        let lines: Vec<Box<dyn decapolis_import::transfer::Lines>> = vec![Box::new(sheet.with_days(said))];
        let rule = Rule { likely: Likely::New, same_by: vec![] };
        assert_eq!(
            refused(&plan_lines(&app, lines, vec![], &rule).await.unwrap().0),
            [(0, "warning-days-month-first")]
        );
    });
}

#[test]
fn a_cell_that_shows_only_a_month_or_a_year_is_a_vague_day() {
    with_network(async |register| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Title").unwrap();
        sheet.write(0, 1, "Start").unwrap();
        for (row, (city, format)) in (1..).zip([("Accra", "mmm yyyy"), ("Berne", "yyyy"), ("Cali", "d mmm")])
        {
            sheet.write(row, 0, city).unwrap();
            sheet.write_with_format(row, 1, 43_831.0, &Format::new().set_num_format(format)).unwrap();
        }
        let path = file(register, "joined.xlsx", book.save_to_buffer().unwrap());
        let (plan, _) = planned(register, &path, &events()).await.unwrap();
        assert_eq!(refused(&plan), [(4, "error-cell-day-without-year")]);
    });
}

#[test]
fn a_formula_that_nothing_calculated_is_not_an_empty_cell() {
    with_network(async |register| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Places").unwrap();
        for (column, name) in ["Code", "Name", "Country", "Population"].into_iter().enumerate() {
            sheet.write(0, column as u16, name).unwrap();
        }
        for (row, code) in (1..).zip(["valdoria", "sorges"]) {
            sheet.write(row, 0, code).unwrap();
            sheet.write(row, 1, code).unwrap();
            sheet.write(row, 2, "FR").unwrap();
            // the program that writes it leaves the calculation to the one that opens it
            sheet.write(row, 3, Formula::new("=800+90")).unwrap();
        }
        let path = file(register, "places.xlsx", book.save_to_buffer().unwrap());
        let (plan, _) = planned(register, &path, &ImportOptions::default()).await.unwrap();
        let key = "error-cell-not-calculated";
        assert_eq!(refused(&plan), [(2, key), (3, key)]);
    });
}

#[test]
fn a_row_that_does_not_fit_its_heading_is_refused() {
    with_network(async |register| {
        let text = "Code,Name,Country,Note\nvaldoria,Valdoria,FR,one\nsor,Sor,ges,FR,two\ntirlan,Tirlan\n\
            mirefleur,\"Mirefleur,FR,two\nolmes,Olmes,FR,three\nquinto,Quinto\",FR,four\nbrenac,Brenac,FR,\n";
        let path = file(register, "list.csv", text);
        let (plan, _) = planned(register, &path, &asked("places", &["Note="])).await.unwrap();
        let length = "error-bad-row-length";
        assert_eq!(refused(&plan), [(3, length), (4, length), (5, "error-quote-swallows")]);
        let escaped = "Code,Name,Country\na,\"The \\\"Big\\\" One\",FR\n";
        let path = file(register, "escaped.csv", escaped);
        assert!(
            refusal(planned(register, &path, &asked("places", &[])).await).starts_with("error-backslash")
        );
    });
}

#[test]
fn codes_stay_as_they_are_or_are_asked_about() {
    with_network(async |register| {
        let text = "ID,Name,Country\n2.57558E+16,Astad,NL\n00012345,Bstad,NL\nA.1,Cstad,NL\nA-1,Dstad,NL\n";
        let path = file(register, "ids.csv", text);
        let (plan, _) = planned(register, &path, &asked("places", &["ID=code"])).await.unwrap();
        assert_eq!(refused(&plan), [(2, "error-cell-digits-lost"), (5, "error-code-twice")]);
        assert_eq!(plan.previews[0].new, 2);
    });
}

#[test]
fn a_weak_match_is_asked_about_even_when_the_table_is_sure() {
    with_network(async |register| {
        let unsure = async |text: &str, into: &str| {
            let path = file(register, "list.csv", text);
            match planned(register, &path, &asked(into, &[])).await {
                Ok((plan, told)) => format!(
                    "{:?} {}",
                    plan.previews.iter().map(|p| p.new).collect::<Vec<_>>(),
                    told.join("\n")
                ),
                Err(why) => why.to_string(),
            }
        };
        let postal = unsure("Postal code,Name,Country\n01001,Astad,NL\n01002,Bstad,NL\n", "places").await;
        assert!(postal.contains("--match \"Postal code=code\""), "{postal}");
        let two = unsure("Organisation,Start,Joined\nAccra,1999-01-01,1998-01-01\n", "memberships").await;
        assert!(two.contains("both look like it"), "{two}");
        let old = unsure("Code,Name,Old name,Country\na,Astad,Bstad,NL\n", "places").await;
        assert!(
            old.contains("Columns: Code → code (100 %), Name → label (100 %), Country → country (100 %)"),
            "{old}"
        );
        assert!(old.contains("Old name"), "what goes nowhere is told: {old}");
        let person = unsure("First name,Last name,Gender\nDora,Gomes,F\nPavel,Sand,M\n", "people").await;
        assert!(
            person.contains("{First name} {Last name} → label (95 %)") && person.starts_with("[2]"),
            "{person}"
        );
    });
}

#[test]
fn a_heading_of_two_rows_is_read_whole() {
    with_network(async |register| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.merge_range(0, 2, 0, 4, "Political leader", &Format::new()).unwrap();
        for (column, name) in
            ["City", "Member since", "Name", "In office since", "End of term"].into_iter().enumerate()
        {
            sheet.write(if column < 2 { 0 } else { 1 }, column as u16, name).unwrap();
        }
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for (row, city) in (2..).zip(["Accra", "Berne", "Cali"]) {
            sheet.write(row, 0, city).unwrap();
            sheet.write(row, 2, format!("Dora of {city}")).unwrap();
            for (column, serial) in [(1, 39_814.0), (3, 43_831.0), (4, 45_290.0)] {
                sheet.write_with_format(row, column, serial, &day).unwrap();
            }
        }
        let path = file(register, "members.xlsx", book.save_to_buffer().unwrap());
        let why = match planned(register, &path, &asked("memberships", &[])).await {
            Err(why) => why.to_string(),
            Ok((_, told)) => told.join("\n"),
        };
        assert!(!why.contains("End of term → until (100") && !why.contains("Name → label"), "{why}");
    });
}

#[test]
fn what_one_says_of_a_word_beats_what_is_guessed() {
    with_network(async |register| {
        let people = async |cells: &str, values: &[&str]| {
            let rows: Vec<String> =
                (0..).zip(cells.split(',')).map(|(n, cell)| format!("Person {n},{cell}\n")).collect();
            let path = file(register, "persons.csv", format!("Name,Gender\n{}", rows.concat()));
            let asked = ImportOptions {
                values: values.iter().map(|value| value.to_string()).collect(),
                ..asked("people", &[])
            };
            planned(register, &path, &asked).await.map(|(plan, _)| refused(&plan))
        };
        let choice = "error-not-a-choice";
        assert_eq!(people("F,M,F", &[]).await.unwrap(), []);
        assert_eq!(people("H,M,H", &[]).await.unwrap(), []);
        assert_eq!(people("F,H,F", &[]).await.unwrap(), []);
        // M alone is a man in English and a woman in Spanish
        assert!(refusal(people("M,M", &[]).await).starts_with("error-match-unsure"));
        assert_eq!(people("M,M", &["gender.M=man"]).await.unwrap(), []);
        assert_eq!(people("F,–,X", &["gender.–=not-stated", "Gender.X=non-binary"]).await.unwrap(), []);
        assert!(refusal(people("F,X", &["gender.X=other"]).await).starts_with(choice));
        assert!(refusal(people("F,X", &["sex.X=man"]).await).starts_with("error-value-column"));
    });
}
