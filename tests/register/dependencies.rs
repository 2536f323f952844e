//! Every dependency of a package is used: an unused one costs build time and advisories.
//!
//! A dependency that is only there to enable a feature says so on its line: `# its feature "sync": …`.

use std::path::{Path, PathBuf};

use decapolis::assets;
use toml::{Table, Value};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(folder: &Path) -> String {
    let file = folder.join("Cargo.toml");
    std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

fn manifest(folder: &Path) -> Table {
    text(folder).parse().unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
}

/// Whether a package has this dependency only for one of its features.
fn is_for_a_feature(package: &Path, dependency: &str) -> bool {
    text(package)
        .lines()
        .any(|line| line.starts_with(&format!("{dependency}.")) && line.contains("# its feature "))
}

/// The names in a section of a manifest.
fn named(manifest: &Table, section: &str) -> Vec<String> {
    manifest
        .get(section)
        .and_then(Value::as_table)
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone())
        .collect()
}

/// The folders of all packages of the workspace, the program's own first.
fn packages() -> Vec<PathBuf> {
    let workspace = manifest(root());
    let members = workspace["workspace"]["members"].as_array().expect("members");
    let members = members.iter().map(|m| root().join(m.as_str().expect("a folder")));
    std::iter::once(root().to_path_buf()).chain(members).collect()
}

/// The text of the sources in these folders of a package.
fn sources(package: &Path, folders: &[&str]) -> String {
    let files =
        folders.iter().flat_map(|folder| assets::files_under(&package.join(folder)).unwrap_or_default());
    let rust = files.filter(|file| file.extension().is_some_and(|e| e == "rs"));
    rust.map(|file| std::fs::read_to_string(file).unwrap_or_default()).collect()
}

/// Whether the sources use a package: in a path or in an attribute.
fn calls(sources: &str, package: &str) -> bool {
    let name = package.replace('-', "_");
    let starts = |at: usize| !sources[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let goes_on = |at: usize| {
        ["::", ";", " as ", "(", "!"].iter().any(|next| sources[at + name.len()..].starts_with(next))
    };
    sources.match_indices(&name).any(|(at, _)| starts(at) && goes_on(at))
}

#[test]
fn no_package_names_a_dependency_that_it_does_not_use() {
    let mut unused = vec![];
    for package in packages() {
        let manifest = manifest(&package);
        let name = manifest["package"]["name"].as_str().unwrap_or_default().to_string();
        for (section, folders) in
            [("dependencies", &["src"][..]), ("dev-dependencies", &["src", "tests", "examples"])]
        {
            let sources = sources(&package, folders);
            let uncalled = named(&manifest, section)
                .into_iter()
                .filter(|d| !calls(&sources, d) && !is_for_a_feature(&package, d));
            unused.extend(uncalled.map(|d| format!("{name}: {d}")));
        }
    }
    assert_eq!(unused, [""; 0], "take them out of Cargo.toml");
}

#[test]
fn the_workspace_names_no_dependency_that_no_package_takes() {
    let packages = packages();
    let sections = ["dependencies", "dev-dependencies", "build-dependencies"];
    let taken: Vec<String> = packages
        .iter()
        .flat_map(|p| sections.map(|section| named(&manifest(p), section)))
        .flatten()
        .collect();
    let workspace = manifest(root());
    let offered = workspace["workspace"]["dependencies"].as_table().expect("dependencies").keys();
    let unused: Vec<&String> = offered.filter(|name| !taken.contains(name)).collect();
    assert!(unused.is_empty(), "take them out of Cargo.toml: {unused:?}");
}

/// Every package that is built, as cargo reads it from `Cargo.lock`, without a network.
fn built() -> Vec<serde_json::Value> {
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let output = std::process::Command::new(cargo)
        .args(["metadata", "--offline", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let all: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    all["packages"].as_array().expect("packages").clone()
}

/// What `deny.toml` says.
fn denied() -> Table {
    std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml").parse().expect("TOML")
}

/// Whether one way to read a licence expression of SPDX needs only licences that are allowed. `/` is how old packages write OR.
fn allows(allowed: &[&str], expression: &str) -> bool {
    /// The place of a word outside brackets.
    fn outside(text: &str, word: &str) -> Option<usize> {
        let depth =
            |at: usize| text[..at].matches('(').count() as i64 - text[..at].matches(')').count() as i64;
        text.match_indices(word).map(|(at, _)| at).find(|at| depth(*at) == 0)
    }
    let text = expression.trim();
    for (word, all) in [(" OR ", false), ("/", false), (" AND ", true)] {
        if let Some(at) = outside(text, word) {
            let (left, right) = (allows(allowed, &text[..at]), allows(allowed, &text[at + word.len()..]));
            return if all { left && right } else { left || right };
        }
    }
    match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => allows(allowed, inner),
        None => allowed.contains(&text),
    }
}

#[test]
fn every_package_has_a_licence_that_is_allowed_and_a_source_that_is_known() {
    let deny = denied();
    let texts = |section: &str, key: &str| -> Vec<String> {
        let list = deny[section][key].as_array().expect("a list");
        list.iter().map(|text| text.as_str().expect("a text").to_string()).collect()
    };
    let licences = texts("licenses", "allow");
    let licences: Vec<&str> = licences.iter().map(String::as_str).collect();
    let sources = texts("sources", "allow-registry");
    let banned: Vec<String> = deny["bans"]["deny"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|ban| ban["name"].as_str().expect("a name").to_string())
        .collect();
    let mut wrong = vec![];
    let packages = built();
    for package in &packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        let name = format!("{} {}", text("name"), text("version"));
        if !allows(&licences, text("license")) {
            wrong.push(format!("{name}: the licence {}", text("license")));
        }
        // a package without a source is one of the workspace
        let source = text("source");
        if !source.is_empty() && !sources.iter().any(|s| source == format!("registry+{s}")) {
            wrong.push(format!("{name}: the source {source}"));
        }
        if banned.iter().any(|ban| ban == text("name")) {
            wrong.push(format!("{name}: it is banned"));
        }
    }
    assert!(packages.len() > 300, "{}", packages.len());
    assert_eq!(wrong, [""; 0], "see deny.toml");
}

#[test]
fn a_licence_is_read_as_it_is_meant() {
    let allowed = ["MIT", "Apache-2.0", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"];
    for (expression, expected) in [
        ("MIT", true),
        ("MIT OR GPL-3.0-only", true),
        ("GPL-3.0-only/MIT", true),
        ("MIT AND GPL-3.0-only", false),
        ("(MIT OR GPL-3.0-only) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND GPL-3.0-only", false),
        ("GPL-2.0-only OR (MIT AND MPL-2.0)", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0-only", true),
        ("", false),
    ] {
        assert_eq!(allows(&allowed, expression), expected, "{expression}");
    }
}

#[test]
fn a_dependency_is_used_where_a_path_starts_with_it() {
    assert!(calls("use sea_orm::Value;", "sea-orm") && calls("fn f() { csv::Reader }", "csv"));
    assert!(!calls("let my_csv::x", "csv") && !calls("a csv file", "csv"));
}
