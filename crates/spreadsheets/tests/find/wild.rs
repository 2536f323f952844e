//! Sheets as offices of statistics and secretariats publish them, in a few invented rows.

use decapolis_spreadsheets::{MemoryGrid, Merge, Reads, Row, Value, years_across};

use super::{rows, sheet, table, tables};

#[test]
fn what_stands_above_in_pairs_is_no_heading() {
    let grid = sheet(
        "Data Source | World Development Indicators |

         Last Updated Date | 2022-09-16 |

         Country Name | Country Code | Indicator Name | 1960 | 1961 | 1962 |
         Aruba | ABW | Population, total | 54208 | 55434 | 56234 |
         Namibia | NAM | Population, total | 602544 | 617283 | |
         Angola | AGO | Population, total | | | 5753024 |",
    );
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "t-t-hddd");
    assert_eq!(years_across(&found).unwrap().columns, [(3, 1960), (4, 1961), (5, 1962)]);
}

#[test]
fn years_under_groups_with_an_empty_corner_are_a_heading() {
    let grid = sheet(
        "Población por municipios y sexo

         Unidades: Personas

          | Total | | Hombres | | Mujeres |
          | 2021 | 2020 | 2021 | 2020 | 2021 | 2020
         Total | 5.869 | 5.870 | 2.962 | 2.960 | 2.907 | 2.910
         01001 Alegría-Dulantzi | 2.975 | 2.930 | 1.522 | 1.500 | 1.453 | 1.430
         01002 Amurrio | 10.313 | 10.300 | 5.132 | 5.100 | 5.181 | 5.200
         01003 Aramaio | 1.409 | 1.442 | 731 | 750 | 678 | 692

         Notas:
         Fuente: Instituto Nacional de Estadística",
    );
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "t-t-hhuddd-ff");
    assert_eq!(found.names()[..4], ["A", "Total · 2021", "Total · 2020", "Hombres · 2021"]);
    assert_eq!(found.columns[1].guess.reads, Reads::Whole { grouping: Some('.') });
    let years = years_across(&found).unwrap();
    assert_eq!((years.said.as_str(), years.columns.len(), years.others.len()), ("Total", 2, 5));
}

#[test]
fn a_heading_in_two_languages_takes_two_rows() {
    let grid = sheet(
        "Ville | Pays | Population | Superficie
         City | Country | Population | Area
         Dakar | Sénégal | 1 182 417 | 82,38
         Rabat | Maroc | 577 827 | 118,5
         Abidjan | Côte d’Ivoire | 4 395 243 | 422",
    );
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "hhddd");
    assert_eq!(found.names(), ["Ville · City", "Pays · Country", "Population", "Superficie · Area"]);
}

#[test]
fn amounts_and_telephones_are_told_apart() {
    let grid = sheet(
        "Miembro | Cuota | Teléfono | Gasto
         Lima | 1.234,50 € | +51 600 000 000 | 12 EUR
         Quito | 500,00 € | +593 600 000 000 | 15 USD
         Dakar | 12.000,00 € | +221 600 000 000 | 20 EUR",
    );
    let found = table(&grid);
    assert_eq!(found.columns[1].guess.reads, Reads::Number { decimal: ',', grouping: Some('.') });
    assert_eq!(found.columns[2].guess.reads, Reads::Text);
    assert_eq!(found.columns[3].guess.reads, Reads::Text, "amounts in two moneys");
    assert_eq!(found.canonical(1, &Value::Text("12.000,00 €".into())).as_deref(), Ok("12000"));
}

#[test]
fn a_second_table_of_words_alone_is_seen_by_its_heading() {
    let grid = sheet(
        "Nombre | Correo
         Ana | ana@example.org
         Luis | luis@example.org
         Eva | eva@example.org

         Ciudad | País | Cargo
         Lima | Perú | alcaldesa
         Quito | Ecuador | concejal
         Rabat | Marruecos | secretaria",
    );
    let found = tables(&grid);
    assert_eq!(found.len(), 2);
    assert_eq!(rows(&found[1], &grid), "oooo-hddd");
}

#[test]
fn notes_in_two_cells_and_footnote_marks_are_no_data() {
    let grid = sheet(
        "City | Country | People | Note
         Dakar | Senegal | 100 | (1)
         Rabat | Morocco | 200 |
         Paris | France | 300 | (2)
         (1) | Provisional | |
         Source: | the cities | |",
    );
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "hdddff");
}

#[test]
fn a_column_for_the_numbers_of_the_rows_and_lines_over_two_columns_do_no_harm() {
    let grid = sheet(
        "Nº | Municipio | Habitantes
         1 | Alegría | 2935
         2 | Amurrio | 10264
         3 | Aramaio | 1442
          | Total | 14641",
    );
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "hdddu");
    let grid = sheet(
        "City | People
         AFRICA
         Dakar | 100
         Rabat | 200
         EUROPE
         Paris |
         Lisbon | 300",
    );
    assert_eq!(rows(&table(&grid), &grid), "hsddsdd");
}

#[test]
fn tables_side_by_side_are_read_as_one_wide_table() {
    let grid = sheet(
        "City | People | | City | Events
         Dakar | 100 | | Rabat | 3
         Paris | 300 | | Lima | 4
         Quito | 250 | | |",
    );
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "hddd");
    assert_eq!(found.names(), ["City", "People", "City (2)", "Events"]);
}

#[test]
fn a_workbook_with_cells_of_several_lines_still_has_gaps() {
    let mut grid = sheet(
        "name | address | people
         Dakar | a | 1
         Rabat | b | 2
         Paris | c | 3
         Title | Start | Seats | Place | Mode
         Forum | 2020-01-02 | 12 | Rabat | online
         Assembly | 2020-05-02 | 40 | Dakar | in person
         Workshop | 2020-06-02 | 30 | Lima | online",
    );
    grid.name = "Hoja1".into();
    grid.rows[3].cells[1] = Value::Text("Place\nde la Paix".into());
    grid.rows.iter_mut().skip(4).for_each(|row| row.number += 1);
    assert_eq!(tables(&grid).len(), 2);
}

#[test]
fn heading_cells_with_line_breaks_and_merged_titles_are_one_line() {
    let mut grid = MemoryGrid { name: "Datos".into(), ..MemoryGrid::default() };
    let text = |text: &str| if text.is_empty() { Value::Empty } else { Value::Text(text.into()) };
    let lines = [vec!["Informe anual", "", ""], vec!["Ciudad", "Habitantes\n(miles)", "Fecha de\nadhesión"]];
    grid.rows = (1..)
        .zip(lines)
        .map(|(number, cells)| Row { number, cells: cells.into_iter().map(text).collect() })
        .collect();
    for (number, city) in (3..).zip(["Lima", "Quito", "Rabat"]) {
        let day = Value::Day(jiff::civil::date(2020, 1, number as i8));
        grid.rows.push(Row { number, cells: vec![text(city), Value::Number(12.5), day] });
    }
    grid.merges = vec![Merge { rows: (1, 1), columns: (0, 2) }];
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "thddd");
    assert_eq!(found.names(), ["Ciudad", "Habitantes (miles)", "Fecha de adhesión"]);
}

#[test]
fn a_year_above_its_rows_is_a_section_and_a_total_may_stand_under_names() {
    let grid = sheet(
        "Socios por año
         Ciudad | País | Socios
         Lima | Perú | 3
         Quito | Ecuador | 5

         2020
         Ciudad | País | Socios
         Lima | Perú | 4
         Quito | Ecuador | 6",
    );
    assert_eq!(rows(&table(&grid), &grid), "thdd-shdd");
    let grid = sheet(
        "NOM | Prénom | Fonction | Collectivité
         DUPONT | Jean | Maire | Lyon
         MARTIN | Anne | Adjointe | Nantes
         DURAND | Paul | Maire | Lille
         TOTAL | | | 3",
    );
    assert_eq!(rows(&table(&grid), &grid), "hdddu");
}

#[test]
fn a_heading_that_is_told_may_stand_deep_in_the_sheet() {
    let mut lines: Vec<String> = (1..200).map(|n| format!("{n} | {} | x", n * 7)).collect();
    lines.extend(["city | people | note".to_owned(), "Lima | 4 | new".to_owned()]);
    let grid = sheet(&lines.join("\n"));
    let hints = decapolis_spreadsheets::Hints { heading: Some(vec![200]), ..Default::default() };
    let found = decapolis_spreadsheets::find(&grid, &hints).unwrap().remove(0);
    assert_eq!(
        (found.rows, found.names()),
        ((201, 201), ["city", "people", "note"].map(String::from).to_vec())
    );
}
