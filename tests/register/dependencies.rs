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

#[test]
fn a_dependency_is_used_where_a_path_starts_with_it() {
    assert!(calls("use sea_orm::Value;", "sea-orm") && calls("fn f() { csv::Reader }", "csv"));
    assert!(!calls("let my_csv::x", "csv") && !calls("a csv file", "csv"));
}
