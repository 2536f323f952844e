//! The plural forms of each language are all there.

use std::path::{Path, PathBuf};

use decapolis_words::Language;

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
