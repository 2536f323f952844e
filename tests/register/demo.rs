//! The demo makes its register again when the example has changed.

use std::path::Path;
use std::process::Command;

use crate::support::Folder;

/// Writes a small network with one member to a folder.
fn example(folder: &Path, name: &str) {
    let batch = folder.join("register/2020-12-31");
    std::fs::create_dir_all(&batch).expect("a folder");
    std::fs::write(folder.join("network.toml"), "network = \"small\"\ntitle = \"A small network\"\n")
        .expect("a file");
    let networks =
        "code,label,languages,zone,currency,years_from,years_until\nsmall,Small,en,UTC,EUR,2020,2020\n";
    std::fs::write(batch.join("networks.csv"), networks).expect("a file");
    std::fs::write(batch.join("places.csv"), format!("code,label\nplace-a,{name}\n")).expect("a file");
}

/// Starts the demo. Returns what it said.
fn demo(folder: &Folder, options: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_decapolis"))
        .args(["demo", "--make-only", "--dir"])
        .arg(folder.join("demo"))
        .arg("--example")
        .arg(folder.join("small"))
        .args(options)
        .env("LC_ALL", "C")
        .output()
        .expect("the program");
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{said}");
    said
}

/// Whether the demo makes a register when it starts.
fn makes(folder: &Folder) -> bool {
    demo(folder, &[]).contains("making the example register")
}

#[test]
fn the_example_register_is_used_again_until_the_example_changes() {
    let folder = Folder::new();
    example(&folder.join("small"), "Here");
    assert!(makes(&folder));
    assert!(!makes(&folder), "nothing has changed");
    example(&folder.join("small"), "There");
    assert!(makes(&folder), "a file has changed");
    assert!(!makes(&folder));
    std::fs::remove_file(folder.join("demo/small.db")).expect("the register");
    assert!(makes(&folder));
}

#[test]
fn what_somebody_wrote_in_the_demo_is_kept_when_the_example_changes() {
    let folder = Folder::new();
    example(&folder.join("small"), "Here");
    assert!(makes(&folder));
    let file = folder.join("demo/small.db");
    let more = folder.join("places.csv");
    std::fs::write(&more, "code,label\nplace-mine,Mine\n").expect("a file");
    let on = |file: &Path, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_decapolis"));
        let out = command.args(args).env("DECAPOLIS_DATABASE", file).env("LC_ALL", "C").output().expect("it");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    };
    on(&file, &["import", &more.to_string_lossy(), "--apply"]);
    let mine = on(&file, &["verify"]);
    example(&folder.join("small"), "There");
    let said = demo(&folder, &[]);
    assert!(!said.contains("making the example register") && said.contains("it is kept"), "{said}");
    assert_eq!(on(&file, &["verify"]), mine);
    // without its note nobody knows what was written in it: it is kept too
    std::fs::remove_file(folder.join("demo/small.example")).expect("the note");
    assert!(demo(&folder, &[]).contains("it is kept"));
    // whoever asks for a new one gets it, and the old one stays beside it
    let said = demo(&folder, &["--anew"]);
    assert!(said.contains("making the example register") && said.contains("small.kept-1.db"), "{said}");
    assert_eq!(on(&folder.join("demo/small.kept-1.db"), &["verify"]), mine);
    assert!(!makes(&folder));
}
