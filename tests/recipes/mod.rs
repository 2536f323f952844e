//! Follows the recipes of `docs/adding`, from the first table to a language, for a module that only these tests have: `gardens`, beside
//! this file. What a recipe shows as Rust is a line of that module (`tests/documents.rs` compares them); what it shows as TOML, words or
//! rows is read from the recipe and used as it stands there, as a file in a network's folder.

mod gardens;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::http::{Request as Ask, StatusCode};
use decapolis::app::{App, Offered};
use decapolis::import::foreign::lines_of;
use decapolis::import::options::ImportOptions;
use decapolis::import::recognition::Recognition;
use decapolis::modules;
use decapolis::records;
use decapolis::web::context::Site;
use decapolis::web::router::router;
use decapolis_actions::{self as actions, Actor, Description, Offer, Request, UNDO};
use decapolis_base::Period;
use decapolis_figures::{Asked, Listing};
use decapolis_import::transfer::{self, Lines, Plan, Planning, read_fields};
use decapolis_register::db::{Db, Opening};
use decapolis_register::derived::Derived;
use decapolis_register::duplicates::index::Spellings;
use decapolis_register::known::Known;
use decapolis_register::name_order::NameOrder;
use decapolis_register::panels::{OwnList, Panel};
use decapolis_register::schema::{self, Tables};
use decapolis_register::search::NameWords;
use decapolis_register::table::Table;
use decapolis_register::verify::verify;
use decapolis_words::{Language, Numerals};
use tower::ServiceExt;

use self::gardens::GARDENS;
use crate::register::files::{about, at, day, refusal, sheets, zone};
use crate::support::{Folder, Register, run};

/// The files of the network's folder, by recipe and the name that they have there.
const FILES: &[(&str, &str, &str)] = &[
    ("field", "soil.ftl", "locales/en/soil.ftl"),
    ("import-table", "gardens.ftl", "locales/en/gardens.ftl"),
    ("panel", "panels.ftl", "locales/en/panels.ftl"),
    ("listing", "listing.ftl", "locales/en/listing.ftl"),
    ("figure", "harvest.toml", "figures/harvest.toml"),
    ("figure", "figures.ftl", "locales/en/figures.ftl"),
    ("page-of-a-year", "annual.toml", "pages/annual.toml"),
    ("page-of-a-year", "page.ftl", "locales/en/page.ftl"),
    ("action", "actions.ftl", "locales/en/actions.ftl"),
    ("page", "site.ftl", "locales/en/site.ftl"),
    ("mapping", "gardeners.toml", "mappings/gardeners.toml"),
];

const NETWORKS: &str = "code,label,languages,zone,currency,years_from,years_until,home_year\ngrowers,Growing Cities,en pt,UTC,EUR,2020,2020,2020\n";
const ORGANISATIONS: &str =
    "code,label_en,original,level\naccra,Accra,en,municipal\nbern,Bern,en,municipal\n";

/// The text of the block with this name in a recipe: the words after its opening fence end in the name.
fn block(recipe: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/adding/{recipe}.md"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut lines =
        text.lines().skip_while(|line| !(line.starts_with("```") && line.ends_with(&format!(" {name}"))));
    assert!(lines.next().is_some(), "{recipe}.md has no block {name}");
    lines.take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect()
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// Writes the folder of a network with the files of the recipes. Portuguese is added as its recipe says: it begins as a copy of English.
fn network(folder: &Path) {
    write(&folder.join("network.toml"), "network = \"growers\"\ntitle = \"Growing Cities\"\n");
    for (recipe, name, path) in FILES {
        write(&folder.join(path), &block(recipe, name));
    }
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en");
    let translated = block("language", "words.ftl");
    for from in [english, folder.join("locales/en")] {
        for file in std::fs::read_dir(&from).expect("words").flatten() {
            let mut text = std::fs::read_to_string(file.path()).expect("words");
            for (key, line) in translated.lines().filter_map(|line| Some((line.split_once(" = ")?.0, line))) {
                let same = |old: &&str| old.starts_with(&format!("{key} = "));
                if let Some(old) = text.lines().find(same).map(str::to_string) {
                    text = text.replace(&old, line);
                }
            }
            let copy = folder.join("locales/pt").join(file.file_name());
            let before = std::fs::read_to_string(&copy).unwrap_or_default();
            write(&copy, &format!("{before}{text}"));
        }
    }
}

static DERIVED: [&dyn Derived; 3] = [&Spellings, &NameWords, &NameOrder];
static TABLES: LazyLock<Vec<&'static Table>> =
    LazyLock::new(|| modules::tables().0.iter().chain(GARDENS.tables).copied().collect());
static LISTINGS: LazyLock<Vec<&'static Listing>> =
    LazyLock::new(|| modules::listings().iter().chain(GARDENS.listings).copied().collect());
static PANELS: LazyLock<Vec<&'static Panel>> = LazyLock::new(|| {
    modules::MODULES.iter().flat_map(|module| module.panels).chain(GARDENS.panels).collect()
});
static LISTS: LazyLock<Vec<&'static OwnList>> =
    LazyLock::new(|| modules::MODULES.iter().flat_map(|module| module.lists).chain(GARDENS.lists).collect());
static ACTIONS: LazyLock<Vec<&'static Description>> =
    LazyLock::new(|| GARDENS.actions.iter().map(|offer| offer.about).chain([&UNDO]).collect());
static OFFERS: LazyLock<Vec<&'static Offer>> =
    LazyLock::new(|| modules::offers().chain(GARDENS.actions).collect());
static OFFERED: LazyLock<Offered> = LazyLock::new(|| Offered {
    tables: tables(),
    listings: &LISTINGS,
    panels: &PANELS,
    lists: &LISTS,
    actions: &OFFERS,
    descriptions: &ACTIONS,
    addresses: &[],
});

/// The tables of the program and those of the gardens.
fn tables() -> Tables {
    Tables::hand_in(&TABLES, modules::tables().1, &DERIVED)
}

/// The program with the gardens: its register and the folder of its network.
struct Grown {
    db: Db,
    folder: Folder,
}

impl Grown {
    fn network(&self) -> String {
        self.folder.join("network").to_string_lossy().into_owned()
    }

    /// The program over the register as it is now.
    async fn app(&self) -> App {
        App::over(self.db.clone(), Some(&self.network()), &OFFERED).await.unwrap_or_else(|e| panic!("{e}"))
    }

    async fn plan(&self, files: &[(&str, &str)]) -> Plan {
        let bytes: Vec<(&str, &[u8])> = files.iter().map(|(table, text)| (*table, text.as_bytes())).collect();
        let (sheets, problems) = sheets(&bytes);
        let snapshot = self.db.snapshot().await.unwrap();
        let plan = transfer::plan(&snapshot, tables(), sheets, problems, &Planning::default()).await.unwrap();
        snapshot.commit().await.unwrap();
        plan
    }

    /// Imports the rows of the recipes as the first batch.
    async fn import(&self) {
        let rows = [block("import-table", "gardens.csv"), block("import-table", "harvests.csv")];
        let files = [
            ("networks", NETWORKS),
            ("organisations", ORGANISATIONS),
            ("gardens", rows[0].as_str()),
            ("harvests", rows[1].as_str()),
        ];
        let plan = self.plan(&files).await;
        assert_eq!(plan.errors(), 0, "{:?}", plan.problems);
        transfer::apply(&self.db, plan, &about("first"), at(0), &zone()).await.unwrap();
    }

    /// The kilos of 2020, all together and by soil, as the figure of the recipe counts them.
    async fn harvest(&self) -> (i64, Vec<i64>) {
        let app = self.app().await;
        let heads = app.heads(self.db.reader()).await.unwrap();
        let figure = app.figures.catalog.figure("harvest").expect("the figure of the recipe");
        let asked = Asked::period(Period::year_to(day("2020-12-31")), Known::Now);
        let all = app.figures.number(self.db.reader(), &heads, figure, &asked).await.unwrap();
        let mut by: Vec<i64> = app
            .figures
            .by(self.db.reader(), &heads, figure, &asked, "soil")
            .await
            .unwrap()
            .iter()
            .map(|g| g.answer.counted)
            .collect();
        by.sort_unstable();
        (all.counted, by)
    }

    /// The page at this address, asked of a site with the routes of all modules and of the gardens.
    async fn page(&self, address: &str) -> String {
        let general = records::site::routes(std::iter::once(("garden", true)));
        let routes = modules::routes()
            .into_iter()
            .map(|(_, route)| route)
            .chain((GARDENS.routes)())
            .chain(general)
            .collect();
        let router = router(Arc::new(Site::new(self.app().await)), routes);
        let response = router.oneshot(Ask::get(address).body(Body::empty()).unwrap()).await.unwrap();
        let status = response.status();
        let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(status, StatusCode::OK, "{address}: {text}");
        text
    }

    async fn proves_itself(&self) {
        let report = verify(&self.db, tables()).await.unwrap();
        assert!(report.intact(), "{:?}", report.differences);
    }
}

/// Runs a test on a new register of each database with the rows of the recipes.
fn on_both(test: impl AsyncFn(&Grown)) {
    run(async {
        for on_postgres in [false, true] {
            let folder = Folder::new();
            network(&folder.join("network"));
            let address = if on_postgres {
                Register::nothing_on_postgres().await
            } else {
                folder.join("register.db").to_string_lossy().into_owned()
            };
            let db = Db::open(&address, &Opening::default()).await.unwrap();
            schema::make(&db, tables()).await.unwrap();
            let grown = Grown { db, folder };
            grown.import().await;
            test(&grown).await;
            grown.db.clone().close().await;
        }
    });
}

fn says(page: &str, all: &[&str]) {
    for words in all {
        assert!(page.contains(words), "{words} is not in {page}");
    }
}

#[test]
fn a_table_and_its_fields_are_imported_checked_shown_and_exported() {
    on_both(async |grown| {
        let page = grown.page("/en/garden/north-garden").await;
        says(&page, &["North Garden", "Soil", "Clay", "Accra", "Plots"]);
        // the panel of its harvests
        says(&page, &["Harvests", "85"]);
        says(&grown.page("/en/garden").await, &["North Garden", "Hill Garden"]);
        let refused = grown.plan(&[("harvests", "garden,day,kilos\nhill-garden,2020-08-01,0\n")]).await;
        assert_eq!(
            refused.problems.iter().map(|problem| problem.message.key).collect::<Vec<_>>(),
            ["error-no-harvest"]
        );
        transfer::export(grown.db.reader(), tables(), &grown.folder.join("exported")).await.unwrap();
        let exported = std::fs::read_to_string(grown.folder.join("exported/gardens.csv")).unwrap();
        says(&exported, &["soil", "loam"]);
        grown.proves_itself().await;
    });
}

#[test]
fn a_panel_is_on_the_page_of_its_record() {
    on_both(async |grown| {
        says(&grown.page("/en/organisation/accra").await, &["Gardens", "North Garden", "Clay"])
    });
}

#[test]
fn a_figure_counts_the_rows_of_its_listing() {
    on_both(async |grown| {
        assert_eq!(grown.harvest().await, (215, vec![40, 175]));
        says(
            &grown.page("/en/figures/harvest?at=2020-12-31").await,
            &["215", "were harvested in the gardens", "Clay", "Loam"],
        );
    });
}

#[test]
fn a_section_of_the_page_of_a_year_shows_the_figure() {
    on_both(async |grown| says(&grown.page("/en/2020").await, &["From the gardens", "215", "harvested"]));
}

#[test]
fn a_page_is_asked_at_its_route() {
    on_both(async |grown| {
        says(&grown.page("/en/harvest").await, &["<h1>The harvest of the year</h1>", "215"])
    });
}

#[test]
fn a_mapping_recognises_its_file_and_its_rows_are_imported() {
    on_both(async |grown| {
        let file = grown.folder.join("gardeners.csv");
        write(&file, &block("mapping", "gardeners.csv"));
        let app = grown.app().await;
        let recognition =
            Recognition { apart: None, ..Recognition::of(&app, Some(&grown.network())).unwrap() };
        let locale = app.locale("en").unwrap();
        let read = lines_of(&app, &recognition, &file, &ImportOptions::default(), &locale, &mut vec![]).await;
        let (lines, _, _): (Vec<Box<dyn Lines>>, _, _) = read.unwrap_or_else(|e| panic!("{e}"));
        let snapshot = grown.db.snapshot().await.unwrap();
        let plan = transfer::plan(&snapshot, tables(), lines, vec![], &Planning::default()).await.unwrap();
        snapshot.commit().await.unwrap();
        assert_eq!(plan.errors(), 0, "{:?}", plan.problems);
        transfer::apply(&grown.db, plan, &about("gardeners"), at(10), &zone()).await.unwrap();
        assert_eq!(grown.harvest().await.0, 215 + 12 + 7);
    });
}

#[test]
fn an_action_writes_refuses_and_is_taken_back() {
    on_both(async |grown| {
        let register = grown.app().await.register();
        let offer = &GARDENS.actions[0];
        let read = async |fields: [(&str, &str); 3]| {
            read_fields(grown.db.reader(), offer.about, &fields, BTreeMap::new()).await.unwrap()
        };
        let by = || Request::by(Actor::Operator);
        let action = offer.by_fields.expect("an action that is done by its fields");
        let (given, faults) = read([("garden", "hill-garden"), ("day", "2020-10-01"), ("kilos", "30")]).await;
        assert_eq!(faults, []);
        let done = action.run(&register, by(), given).await.unwrap();
        assert_eq!((done.rows, grown.harvest().await.0), (1, 245));
        let (_, faults) = read([("garden", "no-garden"), ("day", "2020-13-01"), ("kilos", "")]).await;
        let said: Vec<_> = faults.iter().map(|fault| (fault.field, fault.message.key)).collect();
        let unread =
            [("garden", "error-unknown-code"), ("day", "error-not-a-day"), ("kilos", "error-field-required")];
        assert_eq!(said, unread);
        for (day, kilos, why) in
            [("2999-10-01", "30", "error-harvest-ahead"), ("2020-10-02", "0", "error-no-harvest")]
        {
            let (given, _) = read([("garden", "north-garden"), ("day", day), ("kilos", kilos)]).await;
            let said = refusal(action.run(&register, by(), given).await);
            assert!(said.contains(why), "{said}");
            assert!(grown.app().await.locale("en").unwrap().maybe(&format!("{why}.mend")).is_some(), "{why}");
        }
        actions::undo_batch(&register, by(), &done.batch, &ACTIONS).await.unwrap();
        assert_eq!(grown.harvest().await.0, 215);
        grown.proves_itself().await;
    });
}

#[test]
fn a_language_is_a_folder_of_words_and_one_line() {
    let line = block("language", "languages.toml");
    assert_eq!(line.lines().count(), 1);
    let program =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/languages.toml"))
            .unwrap();
    let languages = Language::read(&format!("{program}{line}")).unwrap();
    assert_eq!(languages["pt"].name, "português");
    assert_eq!(Numerals::new("pt").unwrap().day(day("2020-12-31")), "31 de dezembro de 2020");
    on_both(async |grown| {
        says(&grown.page("/pt/garden/north-garden").await, &["lang=\"pt\"", "Membros", "Hortas"]);
        says(&grown.page("/pt/2020").await, &["31 de dezembro de 2020", "From the gardens"]);
    });
}
