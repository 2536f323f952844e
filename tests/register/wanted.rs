//! Which rows of a foreign file belong to a table.

use decapolis_spreadsheets::Reads;

use crate::register::intake::{lines, mapping, mistake, sheet};

const CITIES_AND_REGIONS: &str = r#"
[[only]]
column = "Año"
is = ["2020"]
because = { en = "of another year", es = "de otro año" }

[[into]]
table = "places"
only = [{ column = "Tipo", is = ["ciudad", "villa"] }]
[into.columns]
code = { template = "place-{Nombre}" }
label = "Nombre"

[[into]]
table = "regions"
only = [{ column = "Tipo", begins = "región" }, { column = "Nombre", empty = false }]
[into.columns]
code = { template = "region-{Nombre}" }
label = "Nombre"
"#;

#[test]
fn rows_of_a_sheet_go_to_the_table_that_wants_them() {
    let rows: &[&[&str]] = &[
        &["Tipo", "Nombre", "Año"],
        &["Ciudad", "Lima", "2020"],
        &["región andina", "Cusco", "2020"],
        &["villa", "Pisac", "2020"],
        &["villa", "Calca", "2019"],
        &["", "Nadie", "2020"],
    ];
    let said = lines(&mapping(CITIES_AND_REGIONS), &sheet(rows, &[Reads::Text, Reads::Text, Reads::Year]));
    let not =
        |number: u64, text: &str| format!("- {number}: row-not-wanted column=Tipo text={text} mapping=some");
    let other_year = "- 5: row-left-out reason=of another year mapping=some".to_string();
    let wanted = [
        "places 2: code=place-lima label=Lima".to_string(),
        not(3, "región andina"),
        "places 4: code=place-pisac label=Pisac".to_string(),
        other_year.clone(),
        not(6, ""),
        not(2, "Ciudad"),
        "regions 3: code=region-cusco label=Cusco".to_string(),
        not(4, "villa"),
        other_year,
        not(6, ""),
    ];
    assert_eq!(said, wanted);
}

#[test]
fn a_condition_that_asks_nothing_or_leaves_rows_out_in_silence_is_a_mistake() {
    let of = |conditions: &str| {
        mistake(&format!(
            "[[into]]\ntable = \"places\"\n{conditions}\n[into.columns]\ncode = \"A\"\nlabel = \"B\"\n"
        ))
    };
    assert!(of("only = [{ column = \"Tipo\" }]").contains("asks exactly one thing"));
    assert!(of("skip = [{ column = \"Tipo\", is = [\"x\"] }]").contains("say why with `because`"));
}

#[test]
fn a_mapping_with_wanted_rows_is_written_and_read_again() {
    let first = mapping(CITIES_AND_REGIONS);
    let again = mapping(&first.write());
    assert_eq!(again, first);
}
