//! Rules about the code: which module may call which, and that no network is named.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use decapolis::{assets, modules};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let built = ["node_modules", "dist", "target"];
    let files = assets::files_under(&root().join(folder)).unwrap_or_default();
    let kept = files
        .into_iter()
        .filter(|p| !p.components().any(|c| built.contains(&c.as_os_str().to_string_lossy().as_ref())));
    kept.filter_map(|p| {
        Some((p.strip_prefix(root()).ok()?.to_path_buf(), String::from_utf8(std::fs::read(&p).ok()?).ok()?))
    })
    .collect()
}

/// What every module may call: the ground of pages, the network itself, and records of any kind.
const GROUND: &[&str] = &["web", "network", "records"];

/// For each module, the modules that it may call besides the ground.
const MAY_CALL: &[(&str, &[&str])] = &[
    ("network", &[]),
    ("people", &[]),
    // the list of members can be asked as known when an edition was counted
    ("members", &["people", "editions"]),
    ("activities", &["people", "members"]),
    ("partnerships", &["people", "members", "activities"]),
    ("funding", &["people", "members", "activities", "partnerships"]),
    ("governance", &["people", "members", "activities", "partnerships", "funding"]),
    ("knowledge", &["people", "members", "activities"]),
    ("observatory", &["people", "members", "activities"]),
    ("channels", &["people", "members", "activities"]),
    ("page", &["members", "activities", "governance"]),
    ("editions", &["page"]),
    ("figures", &["page", "editions"]),
    ("studio", &["figures"]),
    ("import", &["editions"]),
    (
        "generate",
        &[
            "people",
            "members",
            "activities",
            "partnerships",
            "funding",
            "governance",
            "knowledge",
            "observatory",
            "channels",
        ],
    ),
    ("jobs", &[]),
    ("mail", &["jobs"]),
    ("lookups", &["jobs"]),
    ("health", &["files", "jobs", "mail"]),
    // a role may hang on a mandate
    ("accounts", &["mail", "people"]),
    ("files", &["people"]),
    ("office", &["accounts", "files", "health", "jobs", "lookups", "mail"]),
    ("api", &["accounts", "editions", "lookups", "office"]),
    ("web", &[]),
];

/// The modules named after `crate::`, also in braces.
fn called(text: &str) -> Vec<String> {
    let mut all = vec![];
    for rest in text.split("crate::").skip(1) {
        let name = |s: &str| {
            s.trim().chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>()
        };
        match rest.strip_prefix('{') {
            Some(list) => all.extend(list.split('}').next().unwrap_or_default().split(',').map(name)),
            None => all.push(name(rest)),
        }
    }
    all
}

#[test]
fn modules_call_only_those_before_them() {
    let may: BTreeMap<&str, &[&str]> = MAY_CALL.iter().copied().collect();
    let names: Vec<&str> = modules::MODULES.iter().map(|m| m.name).collect();
    assert_eq!(names.len(), may.len());
    let mut wrong = vec![];
    for module in &names {
        for (file, text) in sources(&format!("src/{module}")) {
            for name in called(&text) {
                if names.contains(&name.as_str())
                    && name != *module
                    && !may[module].contains(&name.as_str())
                    && !GROUND.contains(&name.as_str())
                {
                    wrong.push(format!("{} calls {name}", file.display()));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn the_ground_of_pages_knows_no_module_but_the_network() {
    let mut wrong = vec![];
    for (file, text) in sources("src/web").into_iter().chain(sources("src/records")) {
        let own = file.starts_with("src/records");
        let names = modules::MODULES.iter().map(|m| m.name).filter(|name| !["web", "network"].contains(name));
        let known: Vec<&str> =
            names.filter(|name| called(&text).iter().any(|called| called == name)).collect();
        wrong.extend(known.into_iter().map(|name| format!("{} calls {name}", file.display())));
        if !own && called(&text).iter().any(|name| name == "records") {
            wrong.push(format!("{} calls records", file.display()));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn the_crates_of_the_core_know_no_module_of_the_program() {
    let mut wrong = vec![];
    let core = ["base", "words", "register", "figures", "actions", "import"];
    for (file, text) in core.iter().flat_map(|name| sources(&format!("crates/{name}/src"))) {
        let code: String = text
            .split("#[cfg(test)]")
            .next()
            .unwrap_or_default()
            .lines()
            .filter(|l| !l.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        for module in modules::MODULES {
            for named in [format!("decapolis::{}", module.name), format!("crate::{}", module.name)] {
                if code.contains(&named) {
                    wrong.push(format!("{}: {named}", file.display()));
                }
            }
        }
        // and no table of one
        for table in modules::MODULES.iter().flat_map(|m| m.tables) {
            if code.contains(&format!("\"{}\"", table.name)) {
                wrong.push(format!("{}: “{}”", file.display(), table.name));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// Functions that make a year of the calendar. What readers see are the years of the network (`YearStart`).
const YEARS_OF_THE_CALENDAR: &[&str] =
    &["Period::year(", "Period::year_to(", "Day::first_of_year(", "Day::last_of_year("];

#[test]
fn every_year_that_is_shown_is_a_year_of_the_network() {
    let mut wrong = vec![];
    // an invented register has years of the calendar, and so has a cell of a spreadsheet; a permanent address means the same days
    // whatever a network says later
    let kept_out = [
        "src/generate/",
        "src/import/",
        "src/page/forms/document.rs",
        "src/samples/",
        "src/page/permanent.rs",
    ];
    for (file, text) in sources("src").into_iter().chain(sources("crates/figures/src")) {
        let path = file.to_string_lossy().replace('\\', "/");
        if kept_out.iter().any(|own| path.contains(own)) {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for call in YEARS_OF_THE_CALENDAR.iter().filter(|call| code.contains(**call)) {
            wrong.push(format!("{path}: {call}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// Calls that open a journal entry, or write without going through an action.
const PAST_THE_ORDER: &[&str] =
    &["Entry::open", "transfer::apply(", "actions::undo(", "actions::write(", "journal::take_back("];

#[test]
fn nothing_is_written_but_by_an_action() {
    let mut wrong = vec![];
    for (file, text) in sources("src").into_iter().chain(sources("crates")) {
        let path = file.to_string_lossy().replace('\\', "/");
        // the actions and the journal themselves, and functions that tests use to write an import
        if ["crates/actions/src/", "crates/register/src/journal/", "crates/import/src/transfer/apply.rs"]
            .iter()
            .any(|own| path.contains(own))
        {
            continue;
        }
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            wrong.extend(
                PAST_THE_ORDER
                    .iter()
                    .filter(|past| line.contains(*past))
                    .map(|past| format!("{path}:{}: {past}", n + 1)),
            );
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// Names that only the examples may contain, in lower case.
const NETWORKS: &[&str] = &[
    "metropolis.org",
    "metrogovernance",
    "cities for global health",
    "citiesforglobalhealth",
    "use.metropolis",
    "halyard",
    "ligue de la drisse",
    "open harbour day",
    "shore power map",
    "tide letter",
];

/// Proper names of a network are searched. The common noun and the adjective are words of the field.
#[test]
fn no_network_is_named_outside_its_example() {
    let mut named = vec![];
    for folder in ["src", "crates", "web", "locales", "figures", "pages"] {
        for (file, text) in sources(folder) {
            for (n, line) in text.lines().enumerate() {
                let lower = line.to_lowercase();
                let proper = NETWORKS.iter().any(|name| lower.contains(name));
                if proper || names_it(line) {
                    named.push(format!("{}:{}: {}", file.display(), n + 1, line.trim()));
                }
            }
        }
    }
    assert_eq!(named, [""; 0]);
}

/// Whether a line contains "Metropolis" with a capital letter that does not begin a sentence.
fn names_it(line: &str) -> bool {
    line.match_indices("Metropolis").any(|(at, _)| {
        !line[..at].ends_with(char::is_alphanumeric) && !line[..at].trim_end().ends_with(['.', '!', '?'])
    })
}

#[test]
fn a_proper_name_is_told_from_the_common_noun() {
    assert!(names_it("the network Metropolis was founded"));
    assert!(names_it("slogan = Metropolis for all"));
    assert!(!names_it("A large city. Metropolis comes from Greek"));
    assert!(!names_it("a metropolitan area, a metropolis"));
}
