//! Files that import each other in a circle: no more than a few, so that each can be read and changed by itself.
//!
//! A path that starts with `crate`, `super`, `self` or a child module counts as an import of the file that defines its
//! item. Re-exports are followed but are not imports, so a `mod.rs` that only re-exports its files does not connect
//! them. Tests inside a file are ignored.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use decapolis::assets;

/// The most files of a ring. If a change makes a larger one, move what two of them share into a file of its own, or hand it in.
const MOST: usize = 5;

type ModulePath = Vec<String>;

/// A source file: its code without comments, strings, tests and re-exports.
struct Source {
    code: String,
    /// Its re-exports: item (or `*`), and the path it comes from.
    re_exports: Vec<(String, ModulePath)>,
}

#[test]
fn no_more_than_five_files_import_each_other_in_a_circle() {
    let mut large = vec![];
    let mut folders = vec!["src".to_string()];
    let crates = std::fs::read_dir(root().join("crates")).expect("the crates");
    folders.extend(crates.flatten().map(|e| format!("crates/{}/src", e.file_name().to_string_lossy())));
    folders.sort();
    for folder in &folders {
        let rings = rings(&imports(&sources(folder)));
        large
            .extend(rings.iter().filter(|ring| ring.len() > MOST).map(|ring| format!("{folder}: {ring:#?}")));
    }
    assert!(large.is_empty(), "{}", large.join("\n"));
}

#[test]
fn a_ring_is_found_through_braces_parents_and_re_exports() {
    let file = |path: &str, text: &str| {
        let path: ModulePath =
            if path.is_empty() { vec![] } else { path.split("::").map(str::to_string).collect() };
        (path, read(text))
    };
    let sources: BTreeMap<ModulePath, Source> = [
        file("", "mod a; mod b; mod c;"),
        file("a", "use crate::{b::{deep::Thing, Other}}; fn f() { super::c::go() }"),
        file("b", "mod deep; pub use deep::Other;"),
        file("b::deep", "// use crate::c;\nuse super::super::a::f; #[cfg(test)] mod tests { use crate::c; }"),
        file("c", "const T: &str = \"crate::a\";"),
    ]
    .into();
    let ring: Vec<Vec<String>> = vec![vec!["a".into(), "b::deep".into()]];
    assert_eq!(rings(&imports(&sources)), ring);
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a crate by module path. The crate root has the empty path.
fn sources(folder: &str) -> BTreeMap<ModulePath, Source> {
    let base = root().join(folder);
    let files = assets::files_under(&base).expect("sources");
    let rust =
        files.iter().filter(|file| file.extension().is_some_and(|e| e == "rs") && !file.ends_with("main.rs"));
    rust.map(|file| {
        let relative = file.strip_prefix(&base).expect("under its folder").with_extension("");
        let mut path: ModulePath =
            relative.components().map(|c| c.as_os_str().to_string_lossy().into_owned()).collect();
        if path.last().is_some_and(|last| last == "mod" || last == "lib") {
            path.pop();
        }
        (path, read(&std::fs::read_to_string(file).expect("a source file")))
    })
    .collect()
}

fn read(text: &str) -> Source {
    let mut code = without_tests(&without_comments_and_strings(text));
    let mut re_exports = vec![];
    for visible in ["pub use ", "pub(crate) use ", "pub(super) use "] {
        while let Some(at) = code.find(visible) {
            let end = code[at..].find(';').map_or(code.len(), |end| at + end);
            let offered = expand(&code[at + visible.len()..end]);
            re_exports
                .extend(offered.into_iter().map(|path| (path.last().cloned().unwrap_or_default(), path)));
            code.replace_range(at..end, "");
        }
    }
    Source { code, re_exports }
}

fn without_comments_and_strings(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(['"', '/', '\'']) {
        out.push_str(&rest[..at]);
        let here = &rest[at..];
        let skip = if here.starts_with("//") {
            here.find('\n').unwrap_or(here.len())
        } else if here.starts_with("/*") {
            here.find("*/").map_or(here.len(), |end| end + 2)
        } else if here.starts_with("'\"'") || here.starts_with("'/'") {
            3
        } else if here.starts_with("'\\\"'") {
            4
        } else if here.starts_with('"') {
            end_of_string(here)
        } else {
            out.push_str(&here[..1]);
            1
        };
        rest = &here[skip..];
    }
    out + rest
}

/// The length of a string with its quotes. Raw strings are read the same way, because none of ours contains a path.
fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The code without tests, which are at the end of a file.
fn without_tests(code: &str) -> String {
    code.split("#[cfg(test)]").next().unwrap_or_default().to_string()
}

/// The paths of an import tree: `a::{b, c::d}` is `a::b` and `a::c::d`. A renamed item keeps its own name, `self` is dropped.
fn expand(tree: &str) -> Vec<ModulePath> {
    let tree = tree.trim();
    let Some((head, list)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        let path: ModulePath =
            path.split("::").map(|s| s.trim().to_string()).filter(|s| !s.is_empty() && s != "self").collect();
        return if path.is_empty() { vec![] } else { vec![path] };
    };
    let head: ModulePath = head.split("::").map(|s| s.trim().to_string()).filter(|s| !s.is_empty()).collect();
    let (mut depth, mut parts, mut part) = (0, vec![], String::new());
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => parts.push(std::mem::take(&mut part)),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                part.push(c);
            }
        }
    }
    parts.push(part);
    let with_head = |rest: ModulePath| head.iter().cloned().chain(rest).collect();
    let parts = parts.iter().filter(|p| !p.trim().is_empty());
    parts.flat_map(|p| if p.trim() == "self" { vec![vec![]] } else { expand(p) }).map(with_head).collect()
}

/// Every path in the code that starts with `crate`, `super`, `self` or a module declared there.
fn paths(code: &str) -> Vec<ModulePath> {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut all = vec![];
    let children =
        code.split("mod ").skip(1).filter_map(|rest| rest.split_once(';').map(|(name, _)| name.trim()));
    let mut starts: Vec<&str> = children.filter(|name| !name.is_empty() && name.chars().all(word)).collect();
    starts.extend(["crate", "super", "self"]);
    for start in starts {
        for (at, _) in code.match_indices(&format!("{start}::")) {
            if code[..at].ends_with(|c: char| word(c) || c == ':') {
                continue;
            }
            let rest = &code[at..];
            let end = rest.find(|c: char| !word(c) && c != ':').unwrap_or(rest.len());
            let tree = if rest[end..].starts_with('{') {
                rest.split(';').next().unwrap_or_default()
            } else {
                &rest[..end]
            };
            all.extend(expand(tree));
        }
    }
    all
}

/// For each file, the files that define what it imports.
fn imports(sources: &BTreeMap<ModulePath, Source>) -> BTreeMap<ModulePath, BTreeSet<ModulePath>> {
    let of = |(module, source): (&ModulePath, &Source)| {
        let paths = paths(&source.code);
        let defined =
            paths.iter().filter_map(|path| definer(sources, module, path, 0)).filter(|file| file != module);
        (module.clone(), defined.collect())
    };
    sources.iter().map(of).collect()
}

/// The file that defines `path`, as written in `module`.
fn definer(
    sources: &BTreeMap<ModulePath, Source>,
    module: &ModulePath,
    path: &[String],
    depth: usize,
) -> Option<ModulePath> {
    let mut at = module.clone();
    let mut rest = path;
    match rest.first()?.as_str() {
        "crate" => (at, rest) = (vec![], &rest[1..]),
        "self" => rest = &rest[1..],
        "super" => {}
        child => {
            at.push(child.to_string());
            sources.get(&at)?;
            rest = &rest[1..];
        }
    }
    while rest.first().is_some_and(|s| s == "super") {
        at.pop();
        rest = &rest[1..];
    }
    while let Some(next) = rest.first() {
        at.push(next.clone());
        if !sources.contains_key(&at) {
            at.pop();
            break;
        }
        rest = &rest[1..];
    }
    let source = sources.get(&at)?;
    let Some(item) = rest.first().filter(|_| depth < 8) else { return Some(at) };
    let offered = source.re_exports.iter().filter(|(name, _)| name == item || name == "*");
    let from =
        offered.filter_map(|(_, path)| definer(sources, &at, path, depth + 1)).find(|file| *file != at);
    Some(from.unwrap_or(at))
}

/// The rings: groups of files that reach each other, largest first, named by module.
fn rings(imports: &BTreeMap<ModulePath, BTreeSet<ModulePath>>) -> Vec<Vec<String>> {
    let reached = |from: &ModulePath| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(file) = next.pop() {
            for imported in imports.get(&file).into_iter().flatten() {
                if seen.insert(imported.clone()) {
                    next.push(imported.clone());
                }
            }
        }
        seen
    };
    let reach: BTreeMap<&ModulePath, BTreeSet<ModulePath>> =
        imports.keys().map(|file| (file, reached(file))).collect();
    let (mut placed, mut rings) = (BTreeSet::new(), vec![]);
    for (file, reaches) in &reach {
        if !reaches.contains(*file) || placed.contains(*file) {
            continue;
        }
        let ring: Vec<&ModulePath> = reaches.iter().filter(|other| reach[other].contains(*file)).collect();
        placed.extend(ring.iter().copied());
        rings.push(ring.iter().map(|path| path.join("::")).collect::<Vec<_>>());
    }
    rings.sort_by_key(|ring| std::cmp::Reverse(ring.len()));
    rings
}
