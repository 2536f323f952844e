//! One name, one meaning: a public type name exists once in a crate and hides no name that every Rust file knows.
//!
//! Public is what a whole crate can name: `pub` and `pub(crate)`. What only one folder or one file can name may repeat a name, since its
//! reader has both at hand. Tests do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use decapolis::assets;

/// The types and traits that every file knows without an import. The usual alias `Result<T>` is allowed.
const PRELUDE: &str = "AsMut AsRef Box Clone Copy Debug Default DoubleEndedIterator Drop Eq Err \
    ExactSizeIterator Extend Fn FnMut FnOnce From FromIterator Hash Into IntoIterator Iterator None Ok \
    Option Ord PartialEq PartialOrd Result Send Sized Some String Sync ToOwned ToString TryFrom TryInto Unpin Vec";

#[test]
fn a_public_type_name_exists_once_in_a_crate_and_is_not_in_the_prelude() {
    let crates = std::fs::read_dir(root().join("crates")).expect("the crates");
    let mut folders: Vec<String> =
        crates.flatten().map(|e| format!("crates/{}/src", e.file_name().to_string_lossy())).collect();
    folders.push("src".to_string());
    folders.sort();
    let mut wrong = vec![];
    for folder in &folders {
        let files = sources(folder);
        for (name, files) in wrong_names(files.iter().map(|(file, text)| (file.as_str(), text.as_str()))) {
            wrong.push(format!("{folder}: {name} needs another name in one of {files:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_name_is_wrong_when_it_is_public_twice_or_in_the_prelude() {
    let found = wrong_names([
        (
            "a.rs",
            "pub struct Place<'a>;\n/// pub struct Note;\npub(crate) enum Column { Wide }\nstruct Line;\npub type Result<T> = X;",
        ),
        (
            "b.rs",
            "pub trait Place {}\npub(super) struct Column;\npub struct Line;\npub struct Note(u8);\npub fn columns() -> Column {}",
        ),
        ("c.rs", "pub struct Into;\npub enum Column {}\n#[cfg(test)]\nmod tests { pub struct Note; }"),
    ]);
    let files: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|(name, files)| (name.as_str(), files.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        files,
        [("Column", vec!["a.rs", "c.rs"]), ("Into", vec!["c.rs"]), ("Place", vec!["a.rs", "b.rs"])]
    );
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder with their texts.
fn sources(folder: &str) -> Vec<(String, String)> {
    let files = assets::files_under(&root().join(folder)).expect("sources");
    let rust = files
        .iter()
        .filter(|file| file.extension().is_some_and(|e| e == "rs") && !file.ends_with("tests.rs"));
    let name =
        |file: &Path| file.strip_prefix(root()).expect("under the root").to_string_lossy().into_owned();
    rust.map(|file| (name(file), std::fs::read_to_string(file).expect("a source file"))).collect()
}

/// The names that break the rule, with the files that define them.
fn wrong_names<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> BTreeMap<String, Vec<String>> {
    let mut defined: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in files {
        for name in public_types(text) {
            defined.entry(name.to_string()).or_default().push(file.to_string());
        }
    }
    let prelude: BTreeSet<&str> = PRELUDE.split_whitespace().collect();
    defined.retain(|name, files| files.len() > 1 || prelude.contains(name.as_str()));
    defined
}

/// The names of the types and traits that a source file offers to its crate. Tests come last in a file.
fn public_types(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter_map(|line| {
        let line = line.trim_start();
        let item = line.strip_prefix("pub ").or_else(|| line.strip_prefix("pub(crate) "))?;
        let (kind, rest) = item.strip_prefix("unsafe ").unwrap_or(item).split_once(' ')?;
        let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
        let is_type = matches!(kind, "struct" | "enum" | "union" | "trait" | "type");
        (is_type && (kind, name) != ("type", "Result")).then_some(name)
    })
}
