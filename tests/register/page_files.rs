//! A page file with a mistake is refused. The message has the file, the section, and what to write instead.

use decapolis::page::pages::Pages;
use decapolis::{assets, modules};
use decapolis_figures::Catalog;
use decapolis_words::{Source, Words};

const GOOD: &str = r#"key = "own"

[[section]]
key = "who"
heading = "page-who-we-are"
band = "first"

[[section.show]]
is = "number"
figure = "members"
face = "huge"

[[section.show]]
is = "number"
figure = "global-events"
caption = { words = "page-events-held", n = { figure = "global-events", by = "role", of = ["led"] } }
picture = { is = "rings", title = "drawing-pilots", by = "role" }
"#;

fn read(texts: &[&str]) -> Result<Pages, String> {
    let catalog = Catalog::read(modules::listings(), &assets::figure_files(None).unwrap()).unwrap();
    let mut sources = assets::word_files(None).unwrap();
    sources.push(Source {
        language: "es".into(),
        file: "own.ftl".into(),
        text: "own-silent = eventos celebrados\nown-said = { $n -> \n [one] un evento\n *[other] { $n } eventos\n }\n".into(),
    });
    let words = Words::load(sources).unwrap();
    let files: Vec<(String, String)> =
        texts.iter().enumerate().map(|(n, t)| (format!("pages/{n}.toml"), t.to_string())).collect();
    Pages::read(&files, &catalog, &words, &["es".into()])
}

/// Replaces `from` by `to` in the file, and checks that the refusal contains these texts.
fn refused(from: &str, to: &str, says: &[&str]) {
    assert!(GOOD.contains(from), "{from}");
    let said =
        read(&[&GOOD.replacen(from, to, 1)]).err().unwrap_or_else(|| panic!("{to}: a refusal is wanted"));
    for word in ["pages/0.toml"].iter().chain(says) {
        assert!(said.contains(word), "“{word}” is missing in: {said}");
    }
}

#[test]
fn the_page_without_a_mistake_is_read() {
    assert_eq!(read(&[GOOD]).unwrap().all().len(), 1);
}

#[test]
fn every_generic_page_is_read_in_every_language() {
    let files = assets::page_files(None).unwrap();
    let catalog = Catalog::read(modules::listings(), &assets::figure_files(None).unwrap()).unwrap();
    let words = Words::load(assets::word_files(None).unwrap()).unwrap();
    let languages: Vec<String> = words.languages().map(String::from).collect();
    let pages = Pages::read(&files, &catalog, &words, &languages).unwrap();
    assert_eq!(pages.all().len(), files.len());
    assert!(pages.spanning(1).is_some() && pages.spanning(3).is_some());
}

#[test]
fn a_figure_that_does_not_exist_is_named_with_its_section() {
    refused("figure = \"members\"", "figure = \"membres\"", &["section “who”", "“membres”", "figures/"]);
}

#[test]
fn a_breakdown_by_a_column_that_is_not_there_is_refused() {
    refused(
        "title = \"drawing-pilots\", by = \"role\"",
        "title = \"drawing-pilots\", by = \"colour\"",
        &["global-events", "“colour”"],
    );
}

#[test]
fn words_that_are_missing_in_a_language_are_named_with_it() {
    refused("page-events-held", "page-events-heeld", &["“page-events-heeld” in es"]);
}

#[test]
fn a_sentence_that_does_not_say_its_number_is_refused() {
    refused("page-events-held", "own-silent", &["own-silent", "{ $n }"]);
    assert!(
        read(&[&GOOD.replace("page-events-held", "own-said")]).is_ok(),
        "a plural may say “one” in words"
    );
}

#[test]
fn what_a_page_file_does_not_know_is_refused() {
    refused("face = \"huge\"", "size = \"huge\"", &["size"]);
    refused("is = \"rings\"", "is = \"pie\"", &["pie", "rings"]);
    refused("key = \"own\"", "key = \"own\"\nspans = 0", &["spans = 0"]);
    refused("band = \"first\"", "band = \"top\"", &["top", "first"]);
}

#[test]
fn a_network_adds_to_a_page_where_it_says_so() {
    let more = r#"key = "own"
extends = true
[[add]]
section = "who"
after = "members"
[[add.show]]
is = "number"
figure = "women-led"
"#;
    let pages = read(&[GOOD, more]).unwrap();
    let section = &pages.all()[0].sections[0];
    assert_eq!(
        decapolis::page::file::PageFile::figures_of(section),
        ["members", "women-led", "global-events"]
    );
    for (from, to, says) in [
        ("section = \"who\"", "section = \"whom\"", "“whom”"),
        ("after = \"members\"", "after = \"campaigns\"", "“campaigns”"),
        ("key = \"own\"", "key = \"other\"", "“other”"),
        ("extends = true\n", "", "extends"),
    ] {
        let said = read(&[GOOD, &more.replace(from, to)])
            .err()
            .unwrap_or_else(|| panic!("{to}: a refusal is wanted"));
        assert!(said.contains(says) && said.contains("pages/1.toml"), "{said}");
    }
}
