//! What whoever imports says of a file takes effect or is refused, and what is in doubt is said where it is.

use decapolis::import::options::ImportOptions;

use crate::register::files::{import_network, refusal};
use crate::register::foreign::{file, planned};
use crate::register::sheets_in_doubt::{asked, refused};
use crate::support::{Register, both};

/// The rows of a list of agreements that are refused, with the reasons.
async fn agreements(register: &Register, rows: &[&str], asked: &ImportOptions) -> Vec<(usize, &'static str)> {
    let text = format!("Code;Name;Agreement;From;Amount;Currency\n{}\n", rows.join("\n"));
    let path = file(register, "signed.csv", text);
    refused(&planned(register, &path, asked).await.unwrap().0)
}

#[test]
fn a_number_that_may_be_two_is_asked_about_unless_its_currency_or_its_column_says_which() {
    both(async |register| {
        import_network(register).await;
        let asked = asked("agreements", &[]);
        let mark = "error-cell-number-mark";
        for currency in ["TND", "KWD", "tnd"] {
            let row = format!("a;A;financing;2019;2.500;{currency}");
            assert_eq!(agreements(register, &[&row], &asked).await, [(2, mark)], "{currency}");
        }
        assert_eq!(agreements(register, &["a;A;financing;2019;2,500;BHD"], &asked).await, [(2, mark)]);
        // a currency of two digits or none has no third decimal, and 12,5 shows the mark of the column
        for row in ["a;A;financing;2019;2.500;EUR", "a;A;financing;2019;2,500;JPY"] {
            assert_eq!(agreements(register, &[row], &asked).await, [], "{row}");
        }
        let shown = ["a;A;financing;2019;2.500;TND", "b;B;financing;2019;12,5;TND"];
        assert_eq!(agreements(register, &shown, &asked).await, []);
        let said = ImportOptions { decimal: Some(','), ..asked.clone() };
        assert_eq!(agreements(register, &["a;A;financing;2019;2.500;TND"], &said).await, []);
    });
}

#[test]
fn an_option_that_cannot_take_effect_is_refused() {
    both(async |register| {
        import_network(register).await;
        let people = file(register, "persons.csv", "Name,Gender\nDora,F\nPavel,M\n");
        let with = async |options: ImportOptions| {
            planned(register, &people, &options).await.map(|(plan, _)| refused(&plan))
        };
        let base = || asked("people", &[]);
        let value = ImportOptions { values: vec!["gender.Z=man".into()], ..base() };
        assert!(refusal(with(value).await).starts_with("error-value-unused"));
        let value = ImportOptions { values: vec!["Gender.m=man".into()], ..base() };
        assert_eq!(with(value).await.unwrap(), []);
        let days = ImportOptions { days: Some("d/m/y".into()), ..base() };
        assert_eq!(with(days).await.unwrap(), [(0, "error-days-unused")]);
        let years = ImportOptions { years: Some("1850..1900".into()), ..base() };
        assert_eq!(with(years).await.unwrap(), [(0, "error-years-unused")]);
        let mark = ImportOptions { decimal: Some(','), ..base() };
        assert!(refusal(with(mark).await).starts_with("error-decimal-unused"));
        let mark = ImportOptions { decimal: Some(';'), ..base() };
        assert!(refusal(with(mark).await).starts_with("error-decimal-mark"));
    });
}

#[test]
fn two_persons_with_one_given_name_are_two() {
    both(async |register| {
        import_network(register).await;
        let path = file(register, "persons.csv", "First name,Last name,Gender\nDora,Gomes,F\nDora,Sand,F\n");
        let (plan, _) = planned(register, &path, &asked("people", &[])).await.unwrap();
        assert_eq!((refused(&plan), plan.previews[0].new), (vec![], 2));
    });
}

#[test]
fn a_column_is_not_taken_for_another_that_shares_a_word_of_its_name() {
    both(async |register| {
        import_network(register).await;
        let path = file(register, "places.csv", "Code,Name,Population\na,A,some 8000\nb,B,about 9000\n");
        let said = match planned(register, &path, &asked("places", &[])).await {
            Ok((_, told)) => told.join("\n"),
            Err(why) => why.to_string(),
        };
        assert!(!said.contains("population_source"), "{said}");
    });
}

#[test]
fn a_column_of_days_in_doubt_is_matched_and_its_cells_are_named() {
    both(async |register| {
        import_network(register).await;
        for (cells, key) in [
            (["31/12/2019", "12/31/2019", "03/04/2020", "soon", "never"], "error-cell-day-order"),
            (["2019-12-31", "12", "202", "14", "15"], "error-cell-number-among-days"),
        ] {
            let rows: Vec<String> = (1..).zip(cells).map(|(n, cell)| format!("Event {n};{cell}\n")).collect();
            let path = file(register, "events.csv", format!("Title;Start\n{}", rows.concat()));
            let sets = ["activity=event", "state=held"].map(String::from).into();
            let asked = ImportOptions { sets, ..asked("activities", &["Title=label"]) };
            let (plan, told) = planned(register, &path, &asked).await.unwrap();
            assert!(told.join(" ").contains("Start → from"), "{told:?}");
            assert!(refused(&plan).iter().any(|(_, refused)| *refused == key), "{:?}", refused(&plan));
        }
    });
}

#[test]
fn a_cell_that_makes_no_code_is_shown_as_it_is() {
    both(async |register| {
        import_network(register).await;
        let path = file(register, "ids.csv", "ID,Name,Country\n·····,Astad,NL\nb,Bstad,NL\n");
        let (plan, _) = planned(register, &path, &asked("places", &["ID=code"])).await.unwrap();
        let said: Vec<String> = plan.problems.iter().map(|p| p.message.plain()).collect();
        assert_eq!(said, ["error-bad-code text=·····"]);
    });
}

#[test]
fn errors_are_counted_for_the_table_whose_rows_are_refused() {
    both(async |register| {
        import_network(register).await;
        let mapping = "[[into]]\ntable = \"places\"\n[into.columns]\ncode = { template = \"{City}\" }\nlabel = \"City\"\n\
            country = { column = \"Country\", as = \"country\" }\n\n[[into]]\ntable = \"organisations\"\n[into.columns]\n\
            code = { template = \"of-{City}\" }\nlabel = \"City\"\nlevel = { fixed = \"municipal\" }\n";
        let mapping = file(register, "cities.toml", mapping);
        let path = file(register, "list.csv", "City,Country\nAstad,Nowhere\nBstad,NL\n");
        let options = ImportOptions {
            mapping: Some(mapping.to_string_lossy().into_owned()),
            ..ImportOptions::default()
        };
        let (plan, _) = planned(register, &path, &options).await.unwrap();
        let errors: Vec<_> = plan.previews.iter().map(|p| (p.table, p.errors, p.refused)).collect();
        assert_eq!(errors, [("places", 1, 1), ("organisations", 0, 0)]);
    });
}
