//! Checks that the paths, commands, options and names in the documents exist.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use decapolis::{assets, modules};
use decapolis_register::table::Kind;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// A fenced code block: the words after its opening fence, and its lines.
struct Block {
    info: String,
    lines: Vec<String>,
}

struct Document {
    path: String,
    blocks: Vec<Block>,
    /// Code spans outside of blocks.
    spans: Vec<String>,
    /// The targets of links within the tree.
    links: Vec<String>,
}

impl Document {
    fn read(path: &str) -> Document {
        let (mut blocks, mut prose, mut open): (Vec<Block>, String, Option<Block>) =
            (vec![], String::new(), None);
        for line in read(path).lines() {
            match (line.trim_start().strip_prefix("```"), open.take()) {
                (Some(_), Some(block)) => blocks.push(block),
                (Some(info), None) => open = Some(Block { info: info.trim().into(), lines: vec![] }),
                (None, Some(mut block)) => {
                    block.lines.push(line.into());
                    open = Some(block);
                }
                // lines of a paragraph are joined; an empty line ends it
                (None, None) if line.trim().is_empty() => prose.push('\n'),
                (None, None) => prose.extend([line.trim(), " "]),
            }
        }
        assert!(open.is_none(), "{path}: a block is not closed");
        let mut spans = vec![];
        for paragraph in prose.lines() {
            let parts: Vec<&str> = paragraph.split('`').collect();
            assert!(parts.len() % 2 == 1, "{path}: a tick is not closed: {paragraph}");
            spans.extend(parts.iter().skip(1).step_by(2).map(|s| s.to_string()));
        }
        let links = prose
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split([')', '#']).next())
            .filter(|l| !l.is_empty() && !l.contains("://"));
        Document { path: path.into(), spans, links: links.map(str::to_string).collect(), blocks }
    }

    /// The lines of command blocks, and the code spans.
    fn commands(&self) -> impl Iterator<Item = &str> {
        let lines = self
            .blocks
            .iter()
            .filter(|b| b.info.is_empty())
            .flat_map(|b| &b.lines)
            .map(|l| l.split(" #").next().unwrap_or_default());
        lines.chain(self.spans.iter().map(String::as_str)).map(str::trim)
    }
}

fn pages(folder: &str) -> Vec<String> {
    let files = assets::files_under(&root().join(folder)).expect(folder);
    let relative = files.iter().map(|p| p.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"));
    relative.filter(|p| p.ends_with(".md")).collect()
}

fn documents() -> Vec<Document> {
    let mut all: Vec<String> =
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(String::from).into();
    all.extend(pages("docs"));
    all.iter().map(|path| Document::read(path)).collect()
}

/// Every tracked file, as a path from the root.
fn tree() -> &'static BTreeSet<String> {
    static TREE: OnceLock<BTreeSet<String>> = OnceLock::new();
    TREE.get_or_init(|| {
        let mut all = BTreeSet::new();
        for entry in std::fs::read_dir(root()).unwrap().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if [".git", "target", "var"].contains(&name.as_str()) {
                continue;
            }
            for file in assets::files_under(&entry.path()).unwrap() {
                let path = file.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                if !path.contains("node_modules/") {
                    all.insert(path);
                }
            }
        }
        all
    })
}

/// Folders that a build creates.
const MADE: &[&str] = &["web/dist", "target/", "var/"];
const ENDINGS: &[&str] = &["rs", "toml", "ftl", "csv", "md", "css", "mjs", "png", "lock", "json"];

/// Whether a text looks like a path in the tree, or like a file name in it.
fn looks_like_a_path(text: &str) -> bool {
    let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    let first = text.split('/').next().unwrap_or_default();
    let folder = tree().iter().any(|p| p.starts_with(&format!("{first}/")));
    let named =
        text.rsplit_once('.').is_some_and(|(stem, ending)| !stem.is_empty() && ENDINGS.contains(&ending));
    plain && !text.starts_with(['/', '.']) && ((text.contains('/') && folder) || named)
}

fn stands(path: &str) -> bool {
    let path = path.trim_end_matches('/');
    let own = |p: &String| p == path || p.starts_with(&format!("{path}/"));
    // a bare name such as "table.rs" matches any file of that name
    let bare = |p: &String| !path.contains('/') && p.rsplit('/').next() == Some(path);
    MADE.iter().any(|m| path.starts_with(m.trim_end_matches('/'))) || tree().iter().any(|p| own(p) || bare(p))
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let mut missing = vec![];
    for document in documents() {
        for span in document.spans.iter().filter(|s| looks_like_a_path(s) && !stands(s)) {
            missing.push(format!("{}: {span}", document.path));
        }
        let folder = Path::new(&document.path).parent().map(PathBuf::from).unwrap_or_default();
        for link in document.links.iter().filter(|l| !root().join(&folder).join(l).exists()) {
            missing.push(format!("{}: the link to {link}", document.path));
        }
    }
    assert_eq!(missing, [""; 0]);
}

#[test]
fn a_path_is_told_from_other_words() {
    for path in ["src/modules.rs", "src/web", "docs/adding/nothing.md", "table.rs", "figures/nothing.toml"] {
        assert!(looks_like_a_path(path), "{path}");
    }
    for other in ["es/2020", "/n/W3LE", "../2019", "33 000", "figure-<key>", "base", "--at", "Entry::revise"]
    {
        assert!(!looks_like_a_path(other), "{other}");
    }
    assert!(stands("src/modules.rs") && stands("src/web") && stands("table.rs") && !stands("src/nothing.rs"));
}

#[test]
fn every_page_on_adding_names_the_files_in_their_order() {
    let wanted =
        ["action", "module", "listing", "figure", "field", "page", "language", "panel", "import-table"];
    let found: BTreeSet<String> = pages("docs/adding").into_iter().collect();
    for name in wanted {
        let path = format!("docs/adding/{name}.md");
        assert!(found.contains(&path), "{path}");
    }
    for path in found {
        let document = Document::read(&path);
        let files = document.spans.iter().filter(|s| looks_like_a_path(s) && s.contains('/')).count();
        let steps = read(&path).lines().filter(|l| l.starts_with(|c: char| c.is_ascii_digit())).count();
        assert!(files >= 2 && steps >= 2, "{path} names {files} files in {steps} steps");
    }
}

#[test]
fn every_decision_has_its_day_and_its_reason() {
    for path in pages("docs/decisions") {
        let (name, text) = (path.rsplit('/').next().unwrap(), read(&path));
        let day: decapolis_base::Day =
            name.get(..10).unwrap_or_default().parse().unwrap_or_else(|e| panic!("{path}: {e}"));
        assert!(text.contains(&format!("\n{day}.")), "{path} does not say its day");
        for part in ["**Why.**", "**Decided.**", "**Instead of**", "**Remains.**"] {
            assert!(text.contains(part), "{path} lacks {part}");
        }
    }
}

#[test]
fn every_target_of_make_that_is_named_exists() {
    let makefile = read("Makefile");
    let targets: BTreeSet<&str> = makefile
        .lines()
        .filter_map(|l| l.split_once(':'))
        .map(|(name, _)| name)
        .filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
        .collect();
    let mut wrong = vec![];
    let mut named = 0;
    for document in documents() {
        for target in document
            .commands()
            .filter_map(|c| c.strip_prefix("make "))
            .filter_map(|rest| rest.split_whitespace().next())
        {
            named += 1;
            if !targets.contains(target) {
                wrong.push(format!("{}: make {target}", document.path));
            }
        }
    }
    assert!(named >= 4, "the documents name {named} targets");
    assert_eq!(wrong, [""; 0]);
}

fn help(verb: &[&str]) -> String {
    let told = Command::new(env!("CARGO_BIN_EXE_decapolis"))
        .args(verb)
        .arg("--help")
        .output()
        .expect("the program runs");
    assert!(told.status.success(), "decapolis {} --help", verb.join(" "));
    String::from_utf8(told.stdout).expect("the help is text")
}

/// The first words of the lines under `Commands:`.
fn verbs(help: &str) -> BTreeSet<String> {
    let under = help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty());
    under.filter_map(|l| l.split_whitespace().next()).map(str::to_string).collect()
}

/// The options in a help text.
fn options(help: &str) -> BTreeSet<String> {
    let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|w| w.starts_with("--")).map(str::to_string).collect()
}

#[test]
fn every_verb_and_option_that_is_named_is_told_by_the_help() {
    let top = help(&[]);
    let (mut all, mut wrong, mut named) = (options(&top), vec![], 0);
    for verb in verbs(&top).iter().filter(|v| *v != "help") {
        all.extend(options(&help(&[verb.as_str()])));
    }
    for document in documents() {
        for command in document.commands() {
            let words: Vec<&str> = command.split_whitespace().collect();
            let Some((program, rest)) = words.split_first() else { continue };
            if program.starts_with("--") && rest.is_empty() {
                // cargo is the only other program whose options are mentioned
                if *program != "--workspace" && !all.contains(*program) {
                    wrong.push(format!("{}: {program}", document.path));
                }
                continue;
            }
            let runs = *program == "decapolis" || program.ends_with("/decapolis");
            let Some((verb, rest)) = rest.split_first().filter(|_| runs) else { continue };
            named += 1;
            if !verbs(&top).contains(*verb) {
                wrong.push(format!("{}: decapolis {verb}", document.path));
                continue;
            }
            let told = help(&[verb]);
            let under = rest.first().filter(|w| verbs(&told).contains(**w));
            let told = under.map_or(told, |under| help(&[verb, under]));
            let takes_a_verb = !verbs(&told).is_empty();
            for word in rest {
                let word = word.split('=').next().unwrap_or_default();
                if word.starts_with("--") && !options(&told).contains(word) {
                    wrong.push(format!("{}: decapolis {verb} {word}", document.path));
                }
            }
            if takes_a_verb && rest.first().is_some_and(|w| !w.starts_with("--")) {
                wrong.push(format!("{}: decapolis {verb} {}", document.path, rest[0]));
            }
        }
    }
    assert!(named >= 8, "the documents run {named} commands");
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_variable_of_the_environment_is_read_somewhere() {
    for document in documents() {
        let words = document
            .commands()
            .flat_map(|c| c.split(|c: char| !(c.is_ascii_uppercase() || c == '_')))
            .collect::<Vec<_>>();
        for name in words.into_iter().filter(|w| w.starts_with("DECAPOLIS_")) {
            let read = sources().iter().any(|text| text.contains(&format!("\"{name}\"")));
            assert!(read, "{}: {name}", document.path);
        }
    }
}

#[test]
fn the_readme_fits_one_screen() {
    let lines = read("README.md").lines().count();
    assert!(lines <= 80, "{lines} lines");
    let picture = std::fs::metadata(root().join("docs/page.png")).expect("the picture").len();
    assert!(picture <= 300 * 1024, "the picture has {picture} bytes");
}

/// The text of all source files except this one.
fn sources() -> &'static [String] {
    static SOURCES: OnceLock<Vec<String>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let kept = tree().iter().filter(|p| p.ends_with(".rs") && *p != "tests/documents.rs");
        kept.map(|p| read(p)).collect()
    })
}

/// Whether a source declares a type, function, constant or variant of this name.
fn declares(text: &str, name: &str) -> bool {
    let declared = ["struct", "enum", "type", "trait", "fn", "static", "const", "mod"].iter().any(|word| {
        text.match_indices(&format!("{word} {name}")).any(|(at, found)| {
            let before = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
            let after =
                text[at + found.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '_');
            before && after
        })
    });
    let variant = |line: &str| {
        let rest = line.trim().strip_prefix(name);
        name.starts_with(|c: char| c.is_ascii_uppercase())
            && rest.is_some_and(|r| r.starts_with([',', '(']) || r.starts_with(" {") || r.is_empty())
    };
    declared || text.lines().any(variant)
}

/// Whether the code has `Type::member`, `NAME`, `Type` or `word_with_more`.
fn is_in_the_code(name: &str) -> bool {
    if let Some((of, member)) = name.rsplit_once("::") {
        let of = of.rsplit("::").next().unwrap_or_default();
        return sources().iter().any(|text| {
            (declares(text, of) || text.contains(&format!("impl {of}"))) && declares(text, member)
        });
    }
    if name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return sources().iter().any(|text| declares(text, name));
    }
    // a function, a column or a choice
    let word = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    sources().iter().any(|text| text.split(word).any(|w| w == name))
}

/// Whether a text is a name of the code: `Entry::revise`, `Catalog`, `MANDATES`, `on_the_day`.
fn is_a_name(text: &str) -> bool {
    let word = |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let capital = text.starts_with(|c: char| c.is_ascii_uppercase()) && text.len() > 2;
    let other =
        ["README", "LICENSE", "NOTICE", "BATCH", "EXISTS"].contains(&text) || text.starts_with("DECAPOLIS_");
    // the columns of a text in several languages end in a language code
    let of_a_language = text.starts_with("label_") || text.starts_with("summary_");
    (text.contains("::") && text.split("::").all(word))
        || (word(text) && !other && !of_a_language && (capital || text.contains('_')))
}

#[test]
fn every_name_of_the_code_that_is_spoken_of_is_there() {
    let (mut missing, mut named) = (BTreeSet::new(), 0);
    for document in documents() {
        for span in document.spans.iter().filter(|s| is_a_name(s)) {
            named += 1;
            if !is_in_the_code(span) {
                missing.insert(format!("{}: {span}", document.path));
            }
        }
    }
    assert!(named >= 50, "the documents speak of {named} names");
    assert_eq!(missing, BTreeSet::new());
    assert!(
        is_in_the_code("Entry::revise") && is_in_the_code("Write::Correct") && is_in_the_code("on_the_day")
    );
    assert!(
        !is_in_the_code("Entry::forget")
            && !is_in_the_code("Forgetting")
            && !is_in_the_code("forget_the_entry")
    );
}

#[test]
fn what_is_quoted_from_a_file_stands_in_it() {
    let mut quoted = 0;
    for document in documents() {
        for block in &document.blocks {
            let Some(file) = block.info.split_whitespace().nth(1).filter(|f| f.contains('/')) else {
                continue;
            };
            let text = read(file);
            let there: Vec<&str> = text.lines().map(str::trim).collect();
            for line in block.lines.iter().map(|l| l.trim()).filter(|l| !l.is_empty()) {
                assert!(there.contains(&line), "{}: {file} does not say: {line}", document.path);
            }
            quoted += 1;
        }
    }
    assert!(quoted >= 4, "{quoted} quotations");
}

#[test]
fn the_files_to_start_with_fit_their_tables() {
    let mut tables = BTreeSet::new();
    for block in Document::read("README.md").blocks.iter().filter(|b| b.info.starts_with("csv ")) {
        let name = block.info["csv ".len()..].strip_suffix(".csv").expect("a file of a table");
        let table = modules::tables().named(name).unwrap_or_else(|| panic!("{name} is no table"));
        let mut reader = csv::Reader::from_reader(
            block.lines.iter().map(|l| format!("{l}\n")).collect::<String>().into_bytes().leak() as &[u8],
        );
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_string).collect();
        assert!(reader.records().all(|r| r.is_ok_and(|r| r.len() == header.len())), "{name}: a row is short");
        let common: &[&str] = if table.kind().is_some() { &["code", "label", "source"] } else { &["source"] };
        for column in &header {
            let known = common.contains(&column.as_str())
                || table.column(column).is_some_and(|c| c.kind != Kind::Texts)
                || column == "label_en";
            assert!(known, "{name} has no column {column}");
        }
        for column in table.columns.iter().filter(|c| c.required) {
            assert!(header.iter().any(|h| h == column.name), "{name} needs {}", column.name);
        }
        tables.insert(name.to_string());
    }
    assert_eq!(tables, ["memberships", "networks", "organisations", "places"].map(String::from).into());
}
