//! Small imitations of real spreadsheets with invented rows: read as files, planned, written, and read again.

use std::path::{Path, PathBuf};

use decapolis::import::foreign::lines_of;
use decapolis::import::options::ImportOptions;
use decapolis::import::recognition::Recognition;
use decapolis::import::run::{plan_lines, write};
use decapolis_import::transfer::Plan;
use decapolis_register::duplicates::candidates::{Likely, Rule};
use decapolis_words::errors::{Error, Result};
use rust_xlsxwriter::{Format, Workbook};

use crate::register::files::{refusal, with_network};
use crate::support::{Register, both};

/// Plans the import of a file from elsewhere. Rows that look like records are new ones.
pub async fn planned(register: &Register, path: &Path, asked: &ImportOptions) -> Result<(Plan, Vec<String>)> {
    let app = decapolis::opening::over(register.db.clone(), None).await?;
    let mut desk = Recognition::of(&app, None)?;
    desk.apart = None;
    let locale = app.locale("en").expect("English");
    let mut told = vec![];
    let (lines, _, _) = lines_of(&app, &desk, path, asked, &locale, &mut told).await?;
    Ok((plan_lines(&app, lines, vec![], &Rule { likely: Likely::New, same_by: vec![] }).await?.0, told))
}

/// A file in the folder of the register.
pub fn file(register: &Register, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = register.folder.join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// A text in Latin-1, where each letter is one byte.
fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect()
}

/// `table: new skipped refused`, for each table.
fn counted(plan: &Plan) -> Vec<String> {
    for rows in &plan.files {
        assert!(rows.add_up(), "{rows:?}");
    }
    plan.previews.iter().map(|p| format!("{}: {} {} {}", p.table, p.new, p.skipped, p.refused)).collect()
}

/// Writes the plan, and checks that a second import of the file changes nothing.
async fn comes_in(register: &Register, path: &Path, asked: &ImportOptions) {
    let (mut plan, _) = planned(register, path, asked).await.unwrap();
    plan.leave_out_refused();
    let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
    write(&app, decapolis_actions::Actor::Operator, plan, None, jiff::tz::TimeZone::UTC, None).await.unwrap();
    let (mut again, _) = planned(register, path, asked).await.unwrap();
    again.leave_out_refused();
    assert!(again.changes_nothing(), "{:?}", again.previews);
}

async fn values(register: &Register, sql: &str) -> Vec<String> {
    use sea_orm::{ConnectionTrait, Statement};
    let rows = register
        .db
        .reader()
        .query_all_raw(Statement::from_string(register.db.backend(), sql))
        .await
        .expect(sql);
    rows.iter().map(|row| row.try_get_by_index::<Option<String>>(0).expect(sql).unwrap_or_default()).collect()
}

#[test]
fn a_list_without_a_heading_whose_sections_name_countries_comes_in() {
    let text = r#","NA",,".NAMIBIA",,,,,,,,
,"NA","AAA","Aaltal","Aaltal",,"1-------","RL","0901",,"2257S 01430E",
,"NA","BBB","Bübra","Bubra",,"-23-----","RL","0901",,"2130S 01558E","Border"
"+","NA","CCC","Cocoma","Cocoma","KH","--3-----","RL","2307",,,
"=","NA",,"Dorna = Aaltal","Dorna = Aaltal",,,,,,,
"X","NA","EEE","Erosa","Erosa",,"--3-----","XX","0901",,,
,"NA","FFF","Fesa","Fesa",,"0-------","QQ","0901",,,
,"NA","GGG","Gobra (Gobro)","Gobra (Gobro)",,"1-------","RL","0901",,"1820S 02155E",
,"NA","GGG","Gobro (Gobra)","Gobro (Gobra)",,"1-------","RL","0901",,"1820S 02155E",
,"NL",,".NETHERLANDS",,,,,,,,
,"NL","HHH","Hexdam","Hexdam","ZH","12345---","AA","0901",,"5155N 00428E",
,"NL","III","IJsdam","IJsdam","NH","--3-----","RL","0901",,"5298N 00453E",
,"NL","JJJ","Jörwolde","Jorwolde","DR","--3-----","RL","0901",,"5246N 00626E",
"#;
    both(async |register| {
        let path = file(register, "2099-1 UNLOCODE part.csv", &latin1(text));
        let (plan, told) = planned(register, &path, &ImportOptions::default()).await.unwrap();
        assert!(told[0].contains("un-locode"), "{told:?}");
        assert_eq!(counted(&plan), ["places: 6 6 1"]);
        let problem = &plan.problems[0];
        assert_eq!(
            (problem.row, problem.column.as_deref(), problem.message.key),
            (Some(12), Some("K"), "error-cell-not-coordinates")
        );
        comes_in(register, &path, &ImportOptions::default()).await;
        let codes = "SELECT r.code FROM records r JOIN places p ON p.id = r.id WHERE p.country = 'NA' ORDER BY r.code";
        assert_eq!(
            values(register, codes).await,
            ["locode-na-aaa", "locode-na-bbb", "locode-na-ccc", "locode-na-ggg"]
        );
        let label =
            "SELECT label FROM records WHERE code IN ('locode-na-bbb', 'locode-na-ggg') ORDER BY code";
        assert_eq!(values(register, label).await, [r#"{"und":"Bübra"}"#, r#"{"und":"Gobra (Gobro)"}"#]);
        let lies = "SELECT CAST(latitude AS text) FROM places WHERE latitude < -22 ORDER BY latitude";
        assert_eq!(values(register, lies).await, ["-22.95"]);
    });
}

#[test]
fn a_commune_that_is_said_for_each_of_its_postal_codes_comes_in_once() {
    let mut text = String::from(
        "Code_commune_INSEE;Nom_commune;Code_postal;Ligne_5;Libellé_d_acheminement;coordonnees_gps\r\n",
    );
    for postal in ["01000", "01001", "01002"] {
        text.push_str(&format!("01999;ARVILLE;{postal};;ARVILLE;46.2,5.25\r\n"));
    }
    text.push_str(
        "2A998;BELLEMER;20000;LES PINS;BELLEMER;41.9,8.7\r\n2A998;BELLEMER;20001;;BELLEMER;41.9,8.7\r\n97997;CAP;97150;;CAP;\r\n",
    );
    both(async |register| {
        let path = file(register, "communes.csv", text.as_bytes());
        let (plan, _) = planned(register, &path, &ImportOptions::default()).await.unwrap();
        assert_eq!(counted(&plan), ["places: 3 3 0"]);
        comes_in(register, &path, &ImportOptions::default()).await;
        let codes = "SELECT code FROM records ORDER BY code";
        assert_eq!(values(register, codes).await, ["insee-01999", "insee-2a998", "insee-97997"]);
    });
}

/// A workbook with title rows, a heading in row 17 over merged cells, a column per year, and a sheet of notes.
fn workbook_of_years(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Data").unwrap();
    for (row, text) in [
        (4, "An Organisation"),
        (5, "Population Office"),
        (8, "Prospects of Cities: The 2099 Revision"),
        (12, "Licence: CC BY"),
    ] {
        sheet.write(row, 0, text).unwrap();
    }
    sheet.merge_range(15, 6, 15, 9, "Population of cities (thousands)", &Format::new()).unwrap();
    let heading = ["Index", "Country or area", "City Code", "Urban Agglomeration", "Latitude", "Longitude"];
    for (at, name) in heading.iter().enumerate() {
        sheet.write(16, at as u16, *name).unwrap();
    }
    for (at, year) in [2000, 2005, 2010, 2015].iter().enumerate() {
        sheet.write(16, 6 + at as u16, *year).unwrap();
    }
    let cities = [
        ("Namibia", 90001, "Aaltal", -22.95, 14.5),
        ("Viet Nam", 90002, "Bến Sao", 10.5, 106.5),
        ("Iran (Islamic Republic of)", 90003, "Cerabad", 35.5, 51.5),
        ("United Republic of Tanzania", 90004, "Dombolo", -6.5, 39.0),
    ];
    for (n, (country, code, name, latitude, longitude)) in cities.iter().enumerate() {
        let row = 17 + n as u32;
        sheet.write(row, 0, n as u32 + 1).unwrap();
        sheet.write(row, 1, *country).unwrap();
        sheet.write(row, 2, *code).unwrap();
        sheet.write(row, 3, *name).unwrap();
        sheet.write(row, 4, *latitude).unwrap();
        sheet.write(row, 5, *longitude).unwrap();
        for year in 0..4u16 {
            // the first city did not exist in the first year
            if n > 0 || year > 0 {
                sheet.write(row, 6 + year, 300.25 + f64::from(year) * 10.5 + n as f64).unwrap();
            }
        }
    }
    let notes = book.add_worksheet().set_name("NOTES").unwrap();
    notes.write(0, 0, "Notes").unwrap();
    notes.write(1, 0, "(1) Refers to the city proper.").unwrap();
    book.save(path).unwrap();
}

#[test]
fn years_across_under_sixteen_rows_of_title_come_in_as_a_value_for_each_year() {
    both(async |register| {
        let path = register.folder.join("cities.xlsx");
        workbook_of_years(&path);
        let (plan, told) = planned(register, &path, &ImportOptions::default()).await.unwrap();
        assert!(told.iter().any(|t| t.contains("wup-cities")), "{told:?}");
        assert_eq!(plan.errors(), 0, "{:?}", plan.problems.first());
        let new: Vec<String> = plan.previews.iter().map(|p| format!("{} {}", p.table, p.new)).collect();
        assert_eq!(new, ["places 4", "areas 4", "indicators 1", "observations 15"]);
        comes_in(register, &path, &ImportOptions::default()).await;
        assert_eq!(
            values(register, "SELECT country FROM areas ORDER BY country").await,
            ["IR", "NA", "TZ", "VN"]
        );
        let observed = "SELECT CAST(o.value AS text) FROM observations o JOIN records r ON r.id = o.area WHERE r.code = 'wup-90001' ORDER BY o.day";
        assert_eq!(values(register, observed).await, ["310.75", "321.25", "331.75"]);
    });
}

#[test]
fn names_in_two_languages_and_codes_with_zeros_come_in_from_latin1() {
    let text = "COD_INE,PROVINCIA,NOMBRE_ACTUAL,POBLACION_MUNI,SUPERFICIE,LONGITUD_ETRS89,LATITUD_ETRS89\r\n\
        01991000000,Araba/Álava,Peñalta/Haitzalta,2935,1994.58,-2.51,42.83\r\n\
        03992000000,Alacant/Alicante,\"Güevéjar, La\",12000,20.5,-0.48,38.34\r\n\
        15993000000,\"Coruña, A\",Ñoña,223,12.2,-8.41,43.37\r\n";
    both(async |register| {
        let path = file(register, "municipios.csv", &latin1(text));
        let (plan, _) = planned(register, &path, &ImportOptions::default()).await.unwrap();
        assert_eq!(counted(&plan), ["places: 3 0 0"]);
        comes_in(register, &path, &ImportOptions::default()).await;
        assert_eq!(
            values(register, "SELECT code FROM records ORDER BY code").await,
            ["ine-01991000000", "ine-03992000000", "ine-15993000000"]
        );
        assert_eq!(
            values(register, "SELECT other_names FROM places WHERE other_names IS NOT NULL").await,
            ["Peñalta|Haitzalta"]
        );
        assert_eq!(
            values(register, "SELECT label FROM records WHERE code = 'ine-15993000000'").await,
            [r#"{"und":"Ñoña"}"#]
        );
    });
}

#[test]
fn countries_cities_and_companies_of_one_list_keep_their_level() {
    let text = "last_updated,id_code,name,country,actor_type,end_target,end_target_year\n\
        2021-10-18 10:44:28,COU-9001,Namibia,NAM,Country,Net zero,2050\n\
        2021-10-18 10:44:29,REG-9002,Nordmark,DEU,Region,No target,\n\
        2021-10-24 13:49:18,CIT-9003,Aaltal,NAM,City,Net zero,2040\n\
        2021-10-24 13:49:18,COM-9004,\"Bellemer & Fils, S.A.\",FRA,Company,Other,\n\
        2021-10-24 13:49:18,COM-9005,Cerabad Steel,IRN,Concern,Other,\n";
    both(async |register| {
        let path = file(register, "tracker.csv", text.as_bytes());
        let (plan, _) = planned(register, &path, &ImportOptions::default()).await.unwrap();
        assert_eq!(counted(&plan), ["organisations: 4 0 1"]);
        let problem = &plan.problems[0];
        assert_eq!(
            (problem.row, problem.column.as_deref(), problem.message.key),
            (Some(6), Some("actor_type"), "error-not-a-choice")
        );
        comes_in(register, &path, &ImportOptions::default()).await;
        let levels = "SELECT o.level FROM organisations o JOIN records r ON r.id = o.id ORDER BY r.code";
        assert_eq!(values(register, levels).await, ["municipal", "company", "national", "intermediate"]);
    });
}

#[test]
fn a_list_no_mapping_knows_is_matched_when_its_columns_are_sure_and_else_says_what_to_do() {
    with_network(async |register| {
        let text = "Liste des membres au 31/12/2020\r\n\r\nMembre;Date d'adhésion;Date de départ;Commentaire\r\n\
            Accra;01/02/1999;31/12/2008;une remarque\r\nBerne;15/03/2001;30/06/2009;\r\nCali;03/04/2002;31/01/2010;\r\n";
        let path = file(register, "liste.csv", text.as_bytes());
        let Err(Error::Refused(why)) = planned(register, &path, &ImportOptions::default()).await else {
            panic!("it is not sure")
        };
        assert_eq!(why.key, "error-mapping-unsure");
        assert!(why.plain().contains("decapolis look"), "{}", why.plain());
        let asked = ImportOptions { into: Some("memberships".into()), ..ImportOptions::default() };
        let (plan, told) = planned(register, &path, &asked).await.unwrap();
        assert_eq!(plan.errors(), 0, "{:?}", plan.problems.first());
        assert_eq!(counted(&plan), ["memberships: 3 1 0"]);
        assert!(told.iter().any(|t| t.contains("Commentaire")), "what goes nowhere is told: {told:?}");
        comes_in(register, &path, &asked).await;
        let asked = ImportOptions { into: Some("mandates".into()), ..ImportOptions::default() };
        let Err(Error::Refused(why)) = planned(register, &path, &asked).await else {
            panic!("something is missing")
        };
        assert_eq!(why.key, "error-mapping-missing");
        let asked = ImportOptions { into: Some("cities".into()), ..ImportOptions::default() };
        let Err(Error::Refused(why)) = planned(register, &path, &asked).await else {
            panic!("there is no such table")
        };
        assert_eq!(why.key, "error-table-unknown");
        let asked = ImportOptions { mapping: Some("nothing".into()), ..ImportOptions::default() };
        let Err(Error::Refused(why)) = planned(register, &path, &asked).await else {
            panic!("there is no such mapping")
        };
        assert_eq!(why.key, "error-mapping-unknown");
    });
}

/// The output of the program, 80 columns wide and in this language.
fn said(register: &Register, language: &str, args: &[&str]) -> String {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_decapolis"))
        .args(args)
        .env("DECAPOLIS_DATABASE", &register.address)
        .env("LC_ALL", language)
        .env("COLUMNS", "80")
        .current_dir(register.folder.path())
        .output()
        .expect("the program");
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

#[test]
fn a_file_is_looked_at_its_match_kept_corrected_and_used() {
    with_network(async |register| {
        let text = "Liste des membres\n\nVille;Date d'adhésion;Date de départ;Genre du maire;Commentaire\n\
            Accra;01/02/1999;31/12/2008;F;une remarque\nBerne;15/03/2001;30/06/2009;H;\nCali;03/04/2002;31/01/2010;F;\n";
        file(register, "liste.csv", text.as_bytes());
        for language in ["es", "en", "fr"] {
            let page = said(register, language, &["look", "liste.csv", "--into", "memberships"]);
            assert!(
                !page.contains("[look") && !page.contains("[match") && !page.contains("[reads"),
                "{page}"
            );
            assert!(
                page.contains("Date d'adhésion")
                    && page.contains("decapolis import liste.csv --into memberships"),
                "{page}"
            );
            let wide =
                page.lines().filter(|line| line.chars().count() > 80 && !line.contains("decapolis ")).count();
            assert_eq!(wide, 0, "{page}");
        }
        let kept = said(
            register,
            "fr",
            &["look", "liste.csv", "--into", "memberships", "--save", "Liste du bureau"],
        );
        assert!(kept.contains("mappings/liste-du-bureau.toml"), "{kept}");
        let again = said(
            register,
            "fr",
            &["look", "liste.csv", "--into", "memberships", "--save", "liste-du-bureau"],
        );
        assert!(again.contains("--force"), "{again}");
        // the mapping is corrected by hand, and recognises the file by its columns from then on
        let path = register.folder.join("mappings").join("liste-du-bureau.toml");
        let mapping = std::fs::read_to_string(&path)
            .unwrap()
            .replace("[into.columns]\n", "[into.columns]\nsource = { fixed = \"le bureau\" }\n");
        std::fs::write(&path, mapping).unwrap();
        let preview = said(register, "en", &["import", "liste.csv"]);
        assert!(preview.contains("liste-du-bureau") && preview.contains("3 new rows"), "{preview}");
        let done = said(register, "en", &["import", "liste.csv", "--mapping", "liste-du-bureau", "--apply"]);
        assert!(done.contains("3 rows imported"), "{done}");
        let sources = "SELECT DISTINCT source FROM memberships WHERE source IS NOT NULL";
        assert_eq!(values(register, sources).await, ["le bureau"]);
        assert!(said(register, "en", &["import", "liste.csv"]).contains("3 unchanged rows"));
    });
}

#[test]
fn a_match_is_corrected_where_it_is_used() {
    with_network(async |register| {
        let path = file(
            register,
            "guests.csv",
            b"Harbour,Joined,Remarks\nPort of Kano,1998,old\nPort of Owerri,2004,\n",
        );
        let asked = ImportOptions {
            into: Some("organisations".into()),
            matches: vec!["Harbour=label".into(), "Joined=".into()],
            sets: vec!["level=municipal".into()],
            ..ImportOptions::default()
        };
        let (plan, _) = planned(register, &path, &asked).await.unwrap();
        assert_eq!(counted(&plan), ["organisations: 2 0 0"]);
        let refused = async |matches: &str, sets: &str| {
            let asked =
                ImportOptions { matches: vec![matches.into()], sets: vec![sets.into()], ..asked.clone() };
            refusal(planned(register, &path, &asked).await.map(|_| ()))
        };
        assert!(
            refused("Quay=label", "level=municipal").await.starts_with("error-match-heading heading=Quay")
        );
        assert!(
            refused("Harbour=depth", "level=municipal").await.starts_with("error-match-column column=depth")
        );
        assert!(refused("Harbour", "level=municipal").await.starts_with("error-match-without-sign"));
        assert!(
            refused("Harbour=label", "country=FR").await.starts_with("error-match-column column=country")
        );
    });
}
