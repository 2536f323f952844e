//! Everything that people read has words in every language of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use decapolis::{assets, modules};
use decapolis_figures::Catalog;
use decapolis_register::table::{FACT_COLUMNS, Kind, RECORDS};
use decapolis_words::languages;
use fluent_syntax::ast::Entry;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    assets::files_under(folder)
        .unwrap_or_default()
        .into_iter()
        .filter(|p| p.to_string_lossy().ends_with(ending))
        .collect()
}

/// The keys of a language, attributes as `key.attribute`, with the variables that each uses.
fn keys(folder: &Path, language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for file in files(&folder.join(language), ".ftl") {
        let text = std::fs::read_to_string(&file).unwrap();
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let key = message.id.name.to_string();
                let mut put = |key: String, pattern: String| {
                    assert!(
                        all.insert(key.clone(), variables(&pattern)).is_none(),
                        "{}: {key} stands there twice",
                        file.display()
                    );
                };
                if let Some(value) = &message.value {
                    put(key.clone(), format!("{value:?}"));
                }
                for attribute in &message.attributes {
                    put(format!("{key}.{}", attribute.id.name), format!("{:?}", attribute.value));
                }
            }
        }
    }
    all
}

/// The names after `VariableReference` in a pattern.
fn variables(pattern: &str) -> BTreeSet<String> {
    pattern
        .split("VariableReference { id: Identifier { name: \"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_string())
        .collect()
}

fn missing(wanted: impl IntoIterator<Item = String>) -> Vec<String> {
    let wanted: BTreeSet<String> = wanted.into_iter().collect();
    let mut missing = vec![];
    for language in languages() {
        let there = keys(&root().join("locales"), language);
        missing.extend(wanted.iter().filter(|k| !there.contains_key(*k)).map(|k| format!("{language}: {k}")));
    }
    missing
}

/// The languages of a network's own words. A network need not offer all languages of the program.
fn languages_of(folder: &Path) -> Vec<String> {
    let found = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    found.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn all_languages_have_exactly_the_same_words() {
    let mut folders = vec![(root().join("locales"), languages().map(String::from).collect::<Vec<_>>())];
    for name in assets::Network::examples() {
        let folder = root().join("examples").join(&name).join("locales");
        let languages = languages_of(&folder);
        assert!(languages.len() > 1, "{name} speaks {languages:?}");
        folders.push((folder, languages));
    }
    for (folder, languages) in folders {
        let of: Vec<_> = languages.iter().map(|language| keys(&folder, language)).collect();
        let first = &languages[0];
        for (n, language) in languages.iter().enumerate().skip(1) {
            let [here, there] = [&of[0], &of[n]].map(|keys| keys.keys().collect::<BTreeSet<_>>());
            assert_eq!(
                here.symmetric_difference(&there).collect::<Vec<_>>(),
                [&&String::new(); 0],
                "{}: {first} and {language}",
                folder.display()
            );
            // a proper name in one language that is missing in another is a mistake
            let odd: Vec<_> = of[0]
                .iter()
                .filter(|(key, said)| of[n][*key] != **said)
                .map(|(key, said)| format!("{key}: {said:?}, {:?}", of[n][key]))
                .collect();
            assert_eq!(odd, [""; 0], "{}: what {first} and {language} speak of", folder.display());
        }
    }
}

#[test]
fn every_table_column_and_choice_has_words() {
    let mut wanted = vec![];
    let spelled = |name: &str| name.replace('_', "-");
    for table in modules::tables().0 {
        wanted.push(format!("table-{}", spelled(table.name)));
        if let Some(kind) = table.kind() {
            wanted.push(format!("kind-{}", spelled(kind)));
        }
    }
    let all = modules::tables()
        .0
        .iter()
        .flat_map(|t| t.columns)
        .chain(FACT_COLUMNS)
        .chain(RECORDS.columns.iter().filter(|c| c.name != "kind"));
    for column in all {
        if column.name != "illustrative" {
            wanted.push(format!("column-{}", spelled(column.name)));
        }
        if let Kind::Choice(values) = column.kind {
            wanted.extend(values.iter().map(|v| format!("choice-{v}")));
        }
    }
    assert_eq!(missing(wanted), [""; 0]);
}

#[test]
fn every_column_and_choice_of_a_listing_has_words() {
    let mut wanted = vec![];
    for column in modules::listings().iter().flat_map(|l| l.about.columns).filter(|c| c.shown) {
        wanted.push(format!("column-{}", column.name.replace('_', "-")));
        if let Kind::Choice(values) = column.kind {
            wanted.extend(values.iter().map(|v| format!("choice-{v}")));
        }
    }
    for day in modules::listings().iter().flat_map(|l| l.about.days()) {
        wanted.push(format!("column-{day}"));
    }
    assert_eq!(missing(wanted), [""; 0]);
}

#[test]
fn every_figure_and_reason_has_words() {
    let generic = Catalog::read(modules::listings(), &assets::figure_files(None).unwrap()).unwrap();
    // the keys of the first figure are required of every figure
    let spanish = keys(&root().join("locales"), "es");
    let attributes: Vec<&str> = spanish.keys().filter_map(|k| k.strip_prefix("figure-members.")).collect();
    assert!(attributes.contains(&"title") && attributes.contains(&"rule"), "{attributes:?}");
    let mut wanted = vec![];
    for figure in generic.figures() {
        wanted.push(format!("figure-{}", figure.key));
        wanted.extend(attributes.iter().map(|a| format!("figure-{}.{a}", figure.key)));
        for test in figure.counted.iter().chain(&figure.base).flat_map(|p| &p.keep) {
            wanted.push(format!(
                "reason-{}",
                test.reason.clone().unwrap_or_else(|| format!("not-{}", test.column))
            ));
        }
    }
    wanted.extend(["date-too-vague", "no-unit", "not-in-the-base", "other"].map(|r| format!("reason-{r}")));
    assert_eq!(missing(wanted), [""; 0]);
}

#[test]
fn every_figure_of_an_example_has_words_in_its_languages() {
    let generic = Catalog::read(modules::listings(), &assets::figure_files(None).unwrap()).unwrap();
    for name in assets::Network::examples() {
        let network = assets::Network::named(&name).unwrap();
        let catalog =
            Catalog::read(modules::listings(), &assets::figure_files(Some(&network)).unwrap()).unwrap();
        let own: Vec<_> = catalog.figures().iter().filter(|f| generic.figure(&f.key).is_none()).collect();
        assert!(own.len() >= 4, "{name} has {} figures of its own", own.len());
        let folder = root().join("examples").join(&name).join("locales");
        for language in languages_of(&folder) {
            let mut there = keys(&root().join("locales"), &language);
            there.extend(keys(&folder, &language));
            let mut wanted = vec![];
            for figure in &own {
                wanted.extend(
                    ["", ".verb", ".sentence", ".rule", ".unit", ".title"]
                        .map(|a| format!("figure-{}{a}", figure.key)),
                );
                wanted.extend(
                    figure
                        .breakdowns
                        .iter()
                        .flat_map(|by| ["", ".heading"].map(|a| format!("site-by-{by}{a}"))),
                );
                let tests = figure.counted.iter().chain(&figure.base).flat_map(|p| &p.keep);
                wanted.extend(tests.map(|t| {
                    format!("reason-{}", t.reason.clone().unwrap_or_else(|| format!("not-{}", t.column)))
                }));
            }
            wanted.retain(|key| !there.contains_key(key));
            assert_eq!(wanted, [""; 0], "{name} in {language}");
        }
    }
}

#[test]
fn every_refusal_says_what_is_wrong_and_how_to_mend_it() {
    let mut wanted = BTreeSet::new();
    for file in files(&root().join("src"), ".rs").into_iter().chain(files(&root().join("crates"), ".rs")) {
        let text = std::fs::read_to_string(&file).unwrap();
        for rest in text.split("\"error-").skip(1) {
            let key = rest.split('"').next().unwrap();
            if key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
                wanted.insert(format!("error-{key}"));
            }
        }
    }
    assert!(wanted.len() > 25, "{wanted:?}");
    assert_eq!(missing(wanted.iter().flat_map(|key| [key.clone(), format!("{key}.mend")])), [""; 0]);
}

/// What is wrong and what to do are printed on one line, one after the other.
#[test]
fn what_is_wrong_ends_before_what_to_do_begins() {
    for language in languages() {
        for file in files(&root().join("locales").join(language), ".ftl") {
            let text = std::fs::read_to_string(&file).unwrap();
            let lines: Vec<&str> = text.lines().collect();
            for (n, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("    .mend =")) {
                // the last words before it: a sentence, or the variants of one
                let before = lines[..n].iter().rev().take_while(|line| !line.trim().is_empty());
                let last = before.map(|line| line.trim()).find(|line| *line != "}").unwrap_or_default();
                assert!(last.ends_with(['.', '!', '?']), "{}: {last} | {line}", file.display());
            }
        }
    }
}

#[test]
fn every_message_that_another_refers_to_exists() {
    for language in languages() {
        let (mut there, mut referred) = (BTreeSet::new(), BTreeSet::new());
        for file in files(&root().join("locales").join(language), ".ftl") {
            let text = std::fs::read_to_string(&file).unwrap();
            let resource = fluent_syntax::parser::parse(text.as_str())
                .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
            for entry in &resource.body {
                let name = match entry {
                    Entry::Message(message) => message.id.name.to_string(),
                    Entry::Term(term) => format!("-{}", term.id.name),
                    _ => continue,
                };
                there.insert(name);
                let written = format!("{entry:?}");
                for (sign, kind) in [("", "MessageReference"), ("-", "TermReference")] {
                    let references = written
                        .split(&format!("{kind} {{ id: Identifier {{ name: \""))
                        .skip(1)
                        .collect::<Vec<_>>();
                    referred.extend(
                        references.iter().map(|rest| format!("{sign}{}", rest.split('"').next().unwrap())),
                    );
                }
            }
        }
        assert!(referred.contains("-likeness-mend"), "{language}: {referred:?}");
        let missing: Vec<&String> = referred.difference(&there).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

/// A key is used if the sources, pages, figures or mappings name it or its message, or if a format string
/// (`"choice-{value}"`) can make it. Format strings that could make anything are checked more closely: the figure,
/// column or choice must exist.
#[test]
fn every_message_is_used() {
    let (named, patterns) = named_in_sources();
    let exact = exact_keys();
    let unused: Vec<String> = keys(&root().join("locales"), "en")
        .into_keys()
        .filter(|key| {
            let message = key.split('.').next().unwrap_or(key);
            let of_list = exact.iter().find(|(prefix, _)| message.starts_with(prefix));
            let listed = of_list.map_or_else(
                || patterns.iter().any(|p| fits(p, key) || fits(p, message)),
                |(_, all)| all.contains(message),
            );
            !listed && !named.contains(key.as_str()) && !named.contains(message)
        })
        .collect();
    assert_eq!(unused, [""; 0], "take them out of locales/*, or use them");
}

#[test]
fn a_text_with_gaps_fits_only_keys_with_its_fixed_parts() {
    assert!(fits("site-by-{}{attribute}", "site-by-region.heading") && fits("{}.mend", "error-busy.mend"));
    assert!(
        !fits("site-by-{}", "site-by-")
            && !fits("panel-{}-{name}", "panel-activities")
            && !fits("unit-{}", "units-members")
    );
}

/// Words in the sources that may be keys, and format strings with at least three fixed letters.
fn named_in_sources() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut named, mut patterns) = (BTreeSet::new(), BTreeSet::new());
    let folders = ["src", "crates", "pages", "figures", "mappings", "typst", "examples"];
    let all = folders.iter().flat_map(|folder| assets::files_under(&root().join(folder)).unwrap_or_default());
    let read = [".rs", ".toml", ".typ"];
    for file in all.filter(|f| {
        read.iter().any(|e| f.to_string_lossy().ends_with(e))
            && !f.components().any(|c| c.as_os_str() == "tests")
    }) {
        let text = std::fs::read_to_string(&file).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let of_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.{}".contains(c);
            for word in line.split(|c| !of_key(c)).map(|word| word.trim_matches(['-', '.', '_'])) {
                let gaps = word.matches('{').count();
                if gaps > 0 && word.matches('}').count() == gaps && fixed_letters(word) >= 3 {
                    patterns.insert(word.to_string());
                } else if gaps == 0 {
                    named.insert(word.trim_matches(['{', '}']).to_string());
                }
            }
        }
    }
    (named, patterns)
}

/// Families of keys whose second half is the name of something, each with the keys that exist.
fn exact_keys() -> Vec<(&'static str, BTreeSet<String>)> {
    let spelled = |name: &str| name.replace('_', "-");
    let tables = modules::tables().0;
    let listings = modules::listings();
    let columns = tables.iter().flat_map(|t| t.columns).chain(FACT_COLUMNS).chain(RECORDS.columns);
    let of_listings =
        listings.iter().flat_map(|l| l.about.columns.iter().map(move |c| (l.about.key, c.name, c.kind)));
    let (mut names, mut choices) = (BTreeSet::new(), BTreeSet::new());
    let mut take = |of: &str, name: &str, kind: Kind| {
        names.extend([spelled(name), format!("{}-{}", spelled(of), spelled(name))]);
        if let Kind::Choice(values) = kind {
            choices.extend(values.iter().flat_map(|v| [v.to_string(), format!("{}-{v}", spelled(of))]));
        }
    };
    for table in tables {
        table.columns.iter().for_each(|c| take(table.name, c.name, c.kind));
    }
    columns.for_each(|c| take("", c.name, c.kind));
    // the words of a listing's column are not those of the table's column of that name: they may mean something else
    let listed: BTreeSet<String> =
        of_listings.clone().map(|(of, name, _)| format!("{}-{}", spelled(of), spelled(name))).collect();
    for (of, name, kind) in of_listings {
        names.insert(spelled(name));
        if let Kind::Choice(values) = kind {
            choices.extend(values.iter().flat_map(|v| [v.to_string(), format!("{}-{v}", spelled(of))]));
        }
    }
    names.extend(listings.iter().flat_map(|l| l.about.days()).map(|day| spelled(day)));
    // the columns that a file has besides those of its table
    choices.extend(["yes", "no", "change", "correction", "removal"].map(String::from));
    names.extend(["original", "revision", "same-as"].map(String::from));
    let figures = Catalog::read(listings, &assets::figure_files(None).unwrap()).unwrap();
    let with = |prefix: &str, all: BTreeSet<String>| {
        all.iter().map(|name| format!("{prefix}{name}")).collect::<BTreeSet<_>>()
    };
    vec![
        ("column-", with("column-", names)),
        ("listed-", with("listed-", listed)),
        ("choice-", with("choice-", choices)),
        ("figure-", with("figure-", figures.figures().iter().map(|f| f.key.clone()).collect())),
    ]
}

/// The number of fixed letters of a format string.
fn fixed_letters(pattern: &str) -> usize {
    pattern.split('{').map(|part| part.split_once('}').map_or(part, |(_, fixed)| fixed).len()).sum()
}

/// Whether a format string can make this key. Every placeholder takes at least one letter.
fn fits(pattern: &str, key: &str) -> bool {
    let Some((fixed, rest)) = pattern.split_once('{') else { return pattern == key };
    let rest = rest.split_once('}').map_or("", |(_, rest)| rest);
    key.strip_prefix(fixed)
        .is_some_and(|key| (1..=key.len()).any(|gap| key.is_char_boundary(gap) && fits(rest, &key[gap..])))
}
