//! What is printed holds no password of an address, no escape of a cell, and no sign that turns the writing.

use super::operation::told;
use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::Folder;

#[test]
fn a_password_in_an_address_is_never_printed() {
    let folder = Folder::new();
    for address in [
        "postgres://u:s3cret@127.0.0.1:1/net",
        "POSTGRES://u:s3cret@127.0.0.1:1/net",
        " postgres://u:s3cret@127.0.0.1:1/net",
        "postgres:u:s3cret@127.0.0.1:1/net",
        "postgres:/u:s3cret@127.0.0.1:1/net",
        "pgsql://u:s3cret@127.0.0.1:1/net",
        "mysql://u:s3cret@127.0.0.1/net",
        "postgres://127.0.0.1:1/net?user=u&password=s3cret",
        "postgres://127.0.0.1:1/net?user=u&pasword=s3cret",
        "postgres://u:a@b?s3cret@127.0.0.1:1/net",
        "postgres://u:a#s3cret@127.0.0.1:1/net",
        "postgres://u:a/s3cret@127.0.0.1:1/net",
        "postgres://u:1/s3cret@127.0.0.1:1/net",
        "host=127.0.0.1 user=u password=s3cret",
    ] {
        for args in [
            &["verify"][..],
            &["figures"],
            &["upgrade", "--rehearse"],
            &["generate"],
            &["serve", "--port", "1"],
        ] {
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_decapolis"))
                .args(args)
                .env("DECAPOLIS_DATABASE", address)
                .env("DECAPOLIS_LOG", "trace")
                .env("LC_ALL", "C")
                .current_dir(folder.path())
                .output()
                .unwrap();
            let said = told(&output);
            assert!(!output.status.success() && !said.contains("s3cret"), "{address} {args:?}: {said}");
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no file is named after an address");
}

#[test]
fn signs_that_turn_the_writing_are_named_at_import_and_escapes_never_reach_a_terminal() {
    with_network(async |register| {
        let file = register.folder.join("places.csv");
        std::fs::write(&file, "code,label\nplace-x,\u{202e}arccA\nplace-y,Plain\n").unwrap();
        let output = program(register).arg("import").arg(&file).arg("--apply").output().unwrap();
        let said = told(&output);
        assert!(output.status.success(), "{said}");
        assert!(said.contains("places.csv:2 [label]: warning") && said.contains("U+202E"), "{said}");
        assert!(!said.contains("places.csv:3"), "{said}");
        // what the register holds comes back as it was
        let out = register.folder.join("out");
        assert!(program(register).args(["export", "out"]).output().unwrap().status.success());
        let text = std::fs::read_to_string(out.join("places.csv")).unwrap();
        assert!(text.contains("\u{202e}arccA") && !text.contains('\u{2068}'), "{text}");
        // whatever is printed of a file
        let escapes = "\u{1b}]0;owned\u{7}\u{9b}31m\u{1b}[2J";
        for (name, text) in [
            ("places.csv", format!("code,label\nplace-z,{escapes}\n{escapes},x\n")),
            (
                "members.csv",
                format!("City{escapes},Country{escapes}\nAccra{escapes},Ghana\nBern{escapes},x\n"),
            ),
            ("readings.csv", format!("channel,day,followers\n{escapes},{escapes},{escapes}\n")),
        ] {
            let folder = register.folder.join(&format!("in {escapes}"));
            std::fs::create_dir_all(&folder).unwrap();
            let file = folder.join(name);
            std::fs::write(&file, text).unwrap();
            for args in [&["import"][..], &["import", "--apply"], &["look"]] {
                let output = program(register).args(args).arg(&file).output().unwrap();
                let said = told(&output);
                let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
                assert!(!said.is_empty() && !said.contains(obeyed), "{name} {args:?}: {said:?}");
            }
        }
    });
}
