//! The plural forms of each language are all there.

use std::path::{Path, PathBuf};

use decapolis_figures::{Answer, Figure, Shown, Worded};
use decapolis_words::Language;

use crate::support::{Register, run};

/// The files of words of a language, those of the examples too.
fn files(language: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = std::fs::read_dir(root.join("examples")).unwrap().flatten().map(|entry| entry.path());
    let folders = std::iter::once(root.to_path_buf()).chain(examples);
    let folders =
        folders.map(|folder| folder.join("locales").join(language)).filter(|folder| folder.is_dir());
    folders
        .flat_map(|folder| std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()))
        .collect()
}

#[test]
fn spanish_and_french_say_a_million_of_something() {
    for language in ["es", "fr"] {
        assert!(Language::of(language).unwrap().many.is_some());
        let mut wanting = vec![];
        for file in files(language) {
            let text = std::fs::read_to_string(&file).unwrap();
            let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
            for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("[one]")) {
                let chosen = lines[at..].iter().take_while(|line| !line.starts_with('}'));
                if !chosen.into_iter().any(|line| line.starts_with("[many]")) {
                    wanting.push(format!("{}: {line}", file.display()));
                }
            }
        }
        assert!(wanting.is_empty(), "write a form [many], “{{ $n }} de …”:\n{}", wanting.join("\n"));
    }
}

#[test]
fn a_floor_takes_the_noun_of_the_number_that_is_said() {
    run(async {
        let register = Register::on_sqlite().await;
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let members = app.figures.catalog.figure("members").unwrap();
        let floor = Figure { shown: Shown { floor: Some(1_000_000), ..members.shown }, ..members.clone() };
        let said = |language: &str, counted: i64| {
            let (locale, answer) = (app.locale(language).unwrap(), Answer::of(counted, counted));
            let noun = locale.with("figure-members", &[("n", floor.plural(answer).into())].into());
            format!("{} {noun}", Worded::of(&floor, answer, &locale).whole())
                .replace(['\u{a0}', '\u{202f}'], " ")
        };
        for counted in [1_000_000, 1_000_003, 1_999_999] {
            assert!(
                said("fr", counted).ends_with("1 000 000 de gouvernements membres"),
                "{}",
                said("fr", counted)
            );
            assert!(
                said("es", counted).ends_with("1 000 000 de gobiernos miembros"),
                "{}",
                said("es", counted)
            );
            assert!(said("en", counted).ends_with("1,000,000 member governments"), "{}", said("en", counted));
        }
        // below the floor the count itself is said
        assert!(said("fr", 2_003).ends_with("2 003 gouvernements membres"), "{}", said("fr", 2_003));
    });
}
