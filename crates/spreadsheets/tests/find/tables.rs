//! Where tables begin and end, and what each row of a sheet is.

use super::{rows, sheet, table, tables};
use decapolis_spreadsheets::{Hints, MemoryGrid, Merge, RowKind, find, years_across};

#[test]
fn titles_stand_above_and_notes_below() {
    let grid = sheet(
        "Poblacion de los municipios
         Fuente: | INE

         Municipio | Provincia | Población
         Alegría | Álava | 2935
         Amurrio | Álava | 10264
         Getafe | Madrid | 180000

         * Datos provisionales
         Fuente: Instituto Nacional de Estadística
         Elaboración propia",
    );
    let found = table(&grid);
    assert_eq!((found.rows, found.heading.as_slice()), ((5, 7), [4].as_slice()));
    assert_eq!(rows(&found, &grid), "tt-hddd-fff");
    assert_eq!(found.names(), ["Municipio", "Provincia", "Población"]);
    assert_eq!(found.notes.len(), 5);
    assert_eq!(found.notes[1], (2, "Fuente: INE".to_owned()));
}

#[test]
fn a_heading_over_two_rows_is_read_with_and_without_merged_cells() {
    let text = "Country | Population | | Area
                 | Men | Women | (km²)
                (1) | (2) | (3) | (4)
                Spain | 23000000 | 24000000 | 505990
                France | 32000000 | 34000000 | 643801
                Portugal | 4900000 | 5400000 | 92212";
    let mut grid = sheet(text);
    for merges in
        [vec![], vec![Merge { rows: (1, 1), columns: (1, 2) }, Merge { rows: (1, 2), columns: (0, 0) }]]
    {
        grid.merges = merges;
        let found = table(&grid);
        assert_eq!(rows(&found, &grid), "hhnddd");
        assert_eq!(found.names(), ["Country", "Population · Men", "Population · Women", "Area · (km²)"]);
    }
}

#[test]
fn three_rows_of_merged_headings_over_words_alone_are_read() {
    let mut grid = sheet(
        "Consejo | | | |
         Miembro | | Suplente | | Notas
         Nombre | Cargo | Nombre | Cargo |
         Ana | alcaldesa | Juan | concejal | ninguna
         Luisa | concejala | Pedro | asesor | sustituye desde mayo",
    );
    grid.merges = vec![
        Merge { rows: (1, 1), columns: (0, 4) },
        Merge { rows: (2, 2), columns: (0, 1) },
        Merge { rows: (2, 2), columns: (2, 3) },
        Merge { rows: (2, 3), columns: (4, 4) },
    ];
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "thhdd");
    assert_eq!(
        found.names(),
        ["Miembro · Nombre", "Miembro · Cargo", "Suplente · Nombre", "Suplente · Cargo", "Notas"]
    );
}

#[test]
fn totals_sections_and_repeated_headings_are_no_rows_of_data() {
    let grid = sheet(
        "City | Country | Year | People
         AFRICA
         Dakar | Senegal | 2020 | 100
         Rabat | Morocco | 2020 | 200
         Sub-total | | | 300
         City | Country | Year | People
         EUROPE
         Paris | France | 2020 | 50
         Total | | | 350
         Grand total: | | | 350",
    );
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "hsdduhsduu");
    let sections: Vec<_> = found
        .rows(&grid)
        .unwrap()
        .filter_map(|row| if let RowKind::Section(text) = row.unwrap().1 { Some(text) } else { None })
        .collect();
    assert_eq!(sections, ["AFRICA", "EUROPE"]);
    assert_eq!(found.rows, (3, 8));
}

#[test]
fn a_total_is_data_where_it_is_one_of_the_choices_or_a_name() {
    let grid = sheet(
        "Pays | Sexe | Année | Valeur
         France | Total | 2019 | 10
         France | Femmes | 2019 | 6
         France | Hommes | 2019 | 4
         Maroc | Total | 2019 | 10
         Maroc | Femmes | 2019 | 6
         Maroc | Hommes | 2019 | 4
         Total | Femmes | 2019 | 12",
    );
    assert_eq!(rows(&table(&grid), &grid), "hddddddd");
    let grid = sheet(
        "company | country | target
         Total SE | FRA | 2050
         Totalplay | MEX | 2040
         Iberdrola | ESP | 2045",
    );
    assert_eq!(rows(&table(&grid), &grid), "hddd");
}

#[test]
fn country_titles_among_rows_without_a_heading_are_sections() {
    let grid = sheet(
        " | GA | | .GABON | | | |
          | GA | AKE | Akieni | Akieni | ---4---- | AI | 9601
          | GA | AWE | Alowe | Alowe | ---4---- | RQ | 0901
          | GA | BEL | Belleville | Belleville | --3----- | RL | 0607
          | GB | | .UNITED KINGDOM | | | |
          | GB | ABZ | Aberdeen | Aberdeen | 1-345--- | AF | 0001
          | GB | KYW | Keyworth | Keyworth | -----6-- | RL | 1107",
    );
    let found = table(&grid);
    assert!(found.heading.is_empty());
    assert_eq!(rows(&found, &grid), "sdddsdd");
    assert_eq!(found.names(), ["B", "C", "D", "E", "F", "G", "H"]);
}

#[test]
fn a_second_table_below_has_its_own_heading_titles_and_notes() {
    let grid = sheet(
        "Table 1. Cities
         City | Country | People
         Dakar | Senegal | 100
         Rabat | Morocco | 200
         Paris | France | 300

         Source: the cities

         Table 2. Events

         Title | Start | End | Place | Seats
         Forum | 2020-01-02 | 2020-01-03 | Rabat | 12
         Assembly | 2020-05-02 | 2020-05-03 | Dakar | 40
         Note: seats are planned",
    );
    let found = tables(&grid);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!(rows(&found[0], &grid), "thddd-f-o-ooo".to_owned() + "o");
    assert_eq!(rows(&found[1], &grid), "ooooo-o-t-hddf");
    assert_eq!(found[1].names(), ["Title", "Start", "End", "Place", "Seats"]);
    let second = find(&grid, &Hints { table: Some(2), ..Hints::default() }).unwrap();
    assert_eq!(second, [found[1].clone()]);
    assert_eq!(
        find(&grid, &Hints { table: Some(3), ..Hints::default() }).unwrap_err().key,
        "error-no-such-table-in-sheet"
    );
}

#[test]
fn blank_rows_among_rows_begin_nothing() {
    let grid = sheet(
        "name | country | joined

         Dakar | Senegal | 2001

         Rabat | Morocco | 2004

         Paris | France | 2005",
    );
    assert_eq!(rows(&table(&grid), &grid), "h-d-d-d");
}

#[test]
fn rows_left_out_by_the_file_and_cells_over_several_lines_are_told_apart() {
    let mut grid = sheet(
        "name | address | people
         Dakar | x | 1
         Rabat | Avenue | 2
         Paris | Rue | 3",
    );
    let numbers = [1, 2, 4, 5];
    grid.rows[1].cells[1] = decapolis_spreadsheets::Value::Text("Place\nde la Paix".into());
    grid.rows.iter_mut().zip(numbers).for_each(|(row, number)| row.number = number);
    let found = table(&grid);
    assert_eq!((found.rows, rows(&found, &grid).as_str()), ((2, 5), "hddd"));
}

#[test]
fn a_heading_can_be_told_and_so_can_that_there_is_none() {
    let grid = sheet(
        "Lima | Peru
         Quito | Ecuador
         Bogotá | Colombia",
    );
    let none = find(&grid, &Hints { heading: Some(vec![]), ..Hints::default() }).unwrap();
    assert_eq!(
        (rows(&none[0], &grid), none[0].names()),
        ("ddd".into(), vec!["A".to_owned(), "B".to_owned()])
    );
    let second = find(&grid, &Hints { heading: Some(vec![2]), ..Hints::default() }).unwrap();
    assert_eq!(
        (rows(&second[0], &grid), second[0].names()),
        ("thd".into(), vec!["Quito".to_owned(), "Ecuador".to_owned()])
    );
    let refused = find(&grid, &Hints { heading: Some(vec![9]), ..Hints::default() }).unwrap_err();
    assert_eq!(refused.key, "error-heading-not-there");
}

#[test]
fn names_of_columns_are_made_distinct_and_empty_columns_left_out() {
    let grid = sheet(
        "Nombre | | Nombre | Línea de
         Ana | | Ruiz | 1
         Luis | | Paz | 2",
    );
    let found = table(&grid);
    assert_eq!(found.names(), ["Nombre", "Nombre (2)", "Línea de"]);
    assert_eq!(found.columns.iter().map(|c| c.at).collect::<Vec<_>>(), [0, 2, 3]);
    assert_eq!(found.name(1), "Nombre (2)");
}

#[test]
fn years_across_are_told_with_what_they_are_of() {
    let grid = sheet(
        "Index | City | Population 1950 | Population 1955 (p) | Area
         1 | Herat | 82.468 | 85.751 | 12
         2 | Kabul | 170.784 | 220.749 | 30",
    );
    let years = years_across(&table(&grid)).unwrap();
    assert_eq!(years.columns, [(2, 1950), (3, 1955)]);
    assert_eq!((years.said.as_str(), years.others.as_slice()), ("Population", [0, 1, 4].as_slice()));
    let grid = sheet(
        "Ciudad | ene 2020 | feb 2020 | mar 2020
         Lima | 1 | 2 | 3
         Quito | 4 | 5 | 6",
    );
    let months = years_across(&table(&grid)).unwrap();
    assert_eq!(
        months.days.iter().map(|(_, day)| day.as_str()).collect::<Vec<_>>(),
        ["2020-01", "2020-02", "2020-03"]
    );
    let grid = sheet(
        "Name | Year
         Lima | 2020
         Quito | 2021",
    );
    assert_eq!(years_across(&table(&grid)), None);
}

#[test]
fn a_sheet_with_nothing_or_a_heading_alone_is_no_surprise() {
    assert!(tables(&MemoryGrid::default()).is_empty());
    assert!(tables(&sheet("")).is_empty());
    let grid = sheet("name | city | country");
    let found = table(&grid);
    assert_eq!((rows(&found, &grid).as_str(), found.names().len()), ("h", 3));
    let grid = sheet("Paris");
    assert_eq!(tables(&grid).len(), 1);
    let grid = sheet("name\nParis\nLyon\nMarseille");
    assert_eq!(
        (rows(&table(&grid), &grid).as_str(), table(&grid).names()),
        ("hddd", vec!["name".to_owned()])
    );
}

#[test]
fn uneven_rows_and_empty_columns_at_the_end_do_no_harm() {
    let grid = sheet(
        "name | city | people | | |
         A | Lima | 3
         B | Quito | 4 | | x |
         C | Paris | 5 | |",
    );
    let found = table(&grid);
    assert_eq!(rows(&found, &grid), "hddd");
    assert_eq!(found.names(), ["name", "city", "people", "E"]);
}

#[test]
fn a_total_of_rows_that_hold_words_alone_is_told_by_its_label() {
    let grid = sheet(
        "List of participants\n\
         Name | Gender | City | Date | Role\n\
         Ana Pérez | woman | Montevideo | 2020-11-03 | attended\n\
         João Silva | man | São Paulo | 2020-11-03 | spoke\n\
         Mbali Nkosi | woman | Johannesburg | 2020-11-04 | attended\n\
         Subtotal | | | | 3\n\
         Ana Sosa | woman | Montevideo | 2020-11-03 | attended\n\
         Total | | | | 4\n",
    );
    assert_eq!(rows(&table(&grid), &grid), "thdddudu");
}
