//! The page of a new register: three small files and the network.

use decapolis::editions::cli::publish_page;
use decapolis::editions::publish::{self, Publishing};
use decapolis::editions::site::draft;
use decapolis::members::on_map::places_of_members;
use decapolis::page::site::sheet;
use decapolis::page::years::Years;
use decapolis::web::context::Site;
use decapolis_actions::{Actor, Request};
use decapolis_figures::Asked;
use decapolis_import::transfer::export_columns;
use decapolis_register::journal::past;
use decapolis_register::known::Known;
use decapolis_register::table::Kind;

use crate::register::files::{File, at, day, import, undo};
use crate::register::refusals::program;
use crate::site::example::{Example, text_of};
use crate::support::{Folder, Register, both, run};

const NETWORK: &[File] = &[
    (
        "networks",
        "code,label_en,languages,zone,currency,years_from\nour-network,Our Network,en fr,Africa/Accra,EUR,2019\n",
    ),
    (
        "places",
        "code,label,latitude,longitude\naccra,Accra,5.56,-0.20\nkumasi,Kumasi,6.69,-1.62\nlagos,Lagos,,\ndakar,Dakar,14.69,-17.45\n",
    ),
    (
        "organisations",
        "code,label_en,level,place\ncity-of-accra,City of Accra,municipal,accra\nport-of-accra,Port of Accra,municipal,accra\ncity-of-kumasi,City of Kumasi,municipal,kumasi\ncity-of-lagos,City of Lagos,municipal,lagos\ncity-of-dakar,City of Dakar,municipal,dakar\n",
    ),
    (
        "memberships",
        "organisation,from,until,source\ncity-of-accra,2019-03-01,,letter\nport-of-accra,2019-03-01,,letter\ncity-of-kumasi,2020-06-01,,letter\ncity-of-lagos,2019-06-01,,letter\ncity-of-dakar,2019-03-01,2019-12-31,letter\n",
    ),
];
const YEAR: Years = Years { from: 2020, to: 2020 };

async fn site(register: &Register) -> Site {
    import(register, "first", 1, NETWORK).await.expect("the files of a new register");
    Site::new(decapolis::opening::over(register.db.clone(), None).await.expect("the program over it"))
}

async fn places(register: &Register, to: &str, known: Known) -> Vec<(f64, u32)> {
    let asked = Asked { from: day("2019-01-01"), to: day(to), known };
    let found = places_of_members(register.db.reader(), &asked).await.expect("the places");
    found.iter().map(|place| (place.latitude, place.members.len() as u32)).collect()
}

#[test]
fn members_without_an_area_are_on_the_map_at_their_places() {
    both(async |register| {
        import(register, "first", 1, NETWORK).await.unwrap();
        // two members share Accra, Lagos has no coordinates, Dakar has left
        assert_eq!(places(register, "2020-12-31", Known::Now).await, [(5.56, 2), (6.69, 1)]);
        assert_eq!(places(register, "2019-12-31", Known::Now).await, [(5.56, 2), (14.69, 1)]);
        import(
            register,
            "areas",
            2,
            &[
                ("areas", "code,label,place\narea-kumasi,Greater Kumasi,kumasi\n"),
                ("area_governments", "organisation,area,from\ncity-of-kumasi,area-kumasi,2020-07-01\n"),
            ],
        )
        .await
        .unwrap();
        assert_eq!(places(register, "2020-12-31", Known::Now).await, [(5.56, 2)], "its area has its dot");
        assert_eq!(places(register, "2020-06-15", Known::Now).await, [(5.56, 2), (6.69, 1)]);
        assert_eq!(places(register, "2020-12-31", Known::At(1)).await, [(5.56, 2), (6.69, 1)]);
    });
}

#[test]
fn the_page_of_three_small_files_shows_what_it_has_and_folds_the_rest() {
    run(async {
        let register = Register::on_sqlite().await;
        let site = site(&register).await;
        let page = sheet(&site, &site.reader("en").unwrap(), YEAR).await.unwrap();
        let folded = page.unfilled.as_ref().expect("parts without data");
        let files = |words: &str| {
            let part = folded.parts.iter().find(|part| part.words == words);
            part.unwrap_or_else(|| panic!("{words} is not folded: {:?}", folded.parts)).files.clone()
        };
        assert_eq!(files("Board")[..], ["bodies.csv", "meetings.csv", "attendances.csv"]);
        assert!(files("Voice in the global agenda").contains(&"activities.csv".to_string()));
        assert!(
            !files("Voice in the global agenda").contains(&"organisations.csv".to_string()),
            "it is imported"
        );

        let example = Example::behind("", register, site);
        let html = example.page("/en/2020").await;
        assert!(html.contains("class=\"drawing map\"") && html.contains("class=\"number huge\""));
        for key in ["voice", "capacity", "board", "funding"] {
            assert!(!html.contains(&format!("id=\"{key}\"")), "{key} is a section of dashes");
        }
        let text = text_of(&html);
        assert!(!text.contains('—'), "there is a dash where nothing is known: {text}");
        assert!(text.contains("activities.csv") && html.contains("<details class=\"unfilled\">"));
    });
}

#[test]
fn a_page_is_shown_before_it_is_published_and_an_edition_names_no_files() {
    both(async |register| {
        let site = site(register).await;
        let how = Publishing { by: Some("Secretariat".into()), embargo: None, signatures_demanded: false };
        let ready = publish::preview(&site.app, &draft(&site, YEAR).await.unwrap(), &how).await.unwrap();
        assert_eq!((ready.edition.code().as_str(), ready.numbers() > 0), ("2020-e1", true));
        let ready = publish::preview(&site.app, &draft(&site, YEAR).await.unwrap(), &how).await.unwrap();
        assert_eq!(ready.edition.number, 1, "a preview writes nothing");

        let request = || Request::by(Actor::Operator).recorded(at(10));
        let edition = publish_page(&site, request(), YEAR, how.clone()).await.unwrap();
        assert_eq!(edition.code(), "2020-e1");
        let refused = publish::preview(&site.app, &draft(&site, YEAR).await.unwrap(), &how).await;
        assert!(refused.is_err(), "a preview refuses what publishing would: an edition equal to the last");
    });
}

#[test]
fn the_history_lists_batches_with_what_undid_them() {
    both(async |register| {
        import(register, "first", 1, NETWORK).await.unwrap();
        import(register, "second", 2, &[("places", "code,label\ntamale,Tamale\n")]).await.unwrap();
        undo(register, "second", 3).await.unwrap();
        let entries = past(register.db.reader(), Some("register.import"), None, 10).await.unwrap();
        let told: Vec<_> = entries
            .iter()
            .map(|e| (e.batch.as_deref().unwrap_or(""), e.undone_by.is_some(), e.undoes.is_some()))
            .collect();
        assert_eq!(told.len(), 3, "{entries:?}");
        assert_eq!(told[1..], [("second", true, false), ("first", false, false)]);
        assert!(told[0].2, "{entries:?}");
        assert_eq!(entries[1].tables, ["places", "records"]);
        assert_eq!(past(register.db.reader(), None, None, 1).await.unwrap().len(), 1);
    });
}

#[test]
fn the_file_to_fill_of_an_empty_table_names_what_every_row_needs() {
    let folder = Folder::new();
    for table in decapolis::modules::tables().0.iter().filter(|table| table.in_files) {
        export_columns(table, &["en".into(), "fr".into()], folder.path()).unwrap();
        let text = std::fs::read_to_string(folder.join(&format!("{}.csv", table.name))).unwrap();
        assert_eq!(text.lines().count(), 1, "{text}");
        let columns: Vec<&str> = text.trim_start_matches('\u{feff}').trim().split(',').collect();
        let mut wanted: Vec<String> = table
            .columns
            .iter()
            .filter(|c| c.required)
            .map(|c| match c.kind {
                Kind::Texts => format!("{}_fr", c.name),
                _ => c.name.to_string(),
            })
            .collect();
        if table.kind().is_some() {
            wanted.extend(["code", "label_en", "label_fr"].map(String::from));
        }
        for column in wanted {
            assert!(columns.contains(&column.as_str()), "{} lacks {column}: {text}", table.name);
        }
    }
}

#[test]
fn on_the_command_line_one_sees_before_one_publishes_and_finds_the_batch_again() {
    run(async {
        let register = Register::on_sqlite().await;
        import(&register, "first", 1, NETWORK).await.unwrap();
        let said = |words: &[&str]| {
            let output = program(&register).env_remove("DECAPOLIS_ADDRESS").args(words).output().unwrap();
            let text =
                [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            assert!(output.status.success(), "{words:?}: {text:?}");
            text.concat()
        };
        let preview = said(&["figures", "publish", "2020"]);
        assert!(preview.contains("2020-e1") && preview.contains("--apply"), "{preview}");
        assert!(preview.contains("DECAPOLIS_ADDRESS"), "a code on paper needs an address: {preview}");
        assert!(!said(&["figures", "editions"]).contains("2020-e1"), "nothing is published yet");
        let report = said(&["report", "2020", "--lang", "en", "--forms", "csv"]);
        assert!(report.contains("DECAPOLIS_ADDRESS"), "{report}");
        said(&["figures", "publish", "2020", "--apply"]);
        assert!(said(&["figures", "editions"]).contains("2020-e1"));
        let history = said(&["history"]);
        assert!(history.contains("first") && history.contains("memberships"), "{history}");
        assert!(
            !history.contains("editions.publish") && said(&["history", "--all"]).contains("editions.publish")
        );
    });
}
