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

/// Starts the demo. Returns whether it made a register.
fn makes(folder: &Folder) -> bool {
    let out = Command::new(env!("CARGO_BIN_EXE_decapolis"))
        .args(["demo", "--make-only", "--dir"])
        .arg(folder.join("demo"))
        .arg("--example")
        .arg(folder.join("small"))
        .output()
        .expect("the program");
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{said}");
    said.contains("making the example register")
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
    // a register without a stamp is made again
    std::fs::remove_file(folder.join("demo/small.example")).expect("the stamp");
    assert!(makes(&folder));
    // and so is a file that is not a register
    std::fs::remove_file(folder.join("demo/small.db")).expect("the register");
    assert!(makes(&folder));
}
