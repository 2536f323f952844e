//! `decapolis do`: an action by its fields shows what follows, writes when told to, and is taken back.

use std::process::Output;

use super::actions::proves_itself;
use super::refusals::program;
use crate::register::files::{everything, with_network};
use crate::support::{Register, both};

const SQUARE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z" fill="#0b3d91"/></svg>"##;

pub fn run(register: &Register, words: &[&str]) -> (bool, String) {
    let Output { status, stdout, stderr } = program(register).arg("do").args(words).output().unwrap();
    (status.success(), String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned())
}

#[test]
fn what_follows_is_shown_before_it_is_written() {
    with_network(async |register| {
        let logo = register.folder.join("logo.svg");
        std::fs::write(&logo, SQUARE).unwrap();
        let words = ["network.change-brand", "--accent", "#0b3d91", "--logo", logo.to_str().unwrap()];
        let before = everything(register).await;
        let (done, said) = run(register, &words);
        assert!(
            done && said.contains("Main colour: #0b3d91") && said.contains("nothing has been written"),
            "{said}"
        );
        // a picture is not printed whole
        assert!(said.lines().all(|line| line.chars().count() < 120), "{said}");
        assert_eq!(everything(register).await, before);
        let (done, said) = run(register, &[&words[..], &["--reason", "new brand", "--apply"]].concat());
        assert!(done && said.contains("decapolis undo ") && !said.contains("Restart"), "{said}");
        let batch = said.split("decapolis undo ").nth(1).unwrap().split_whitespace().next().unwrap();
        let (_, said) = run(register, &["network.change-brand", "--accent", "#1f7d4a"]);
        assert!(said.contains("#0b3d91 → #1f7d4a"), "{said}");
        assert!(program(register).args(["undo", batch]).output().unwrap().status.success());
        proves_itself(register).await;
    });
}

#[test]
fn what_cannot_be_done_is_refused_and_the_register_stays_as_it_is() {
    with_network(async |register| {
        let before = everything(register).await;
        for (words, why) in [
            (vec!["network.change-brand", "--accent", "#fff799", "--apply"], "too pale"),
            (vec!["network.change-brand", "--apply"], "othing"),
            (vec!["network.change-brand", "--colour", "red"], "--colour"),
            (vec!["network.change-brand", "--logo", "/no/such/file", "--apply"], "cannot read"),
            (vec!["network.change-name"], "network.change-name"),
            // only by a verb of its own
            (vec!["editions.publish"], "editions.publish"),
        ] {
            let (done, said) = run(register, &words);
            assert!(!done && said.contains(why), "{words:?}: {said}");
        }
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn the_help_of_an_action_is_made_from_its_description() {
    both(async |register| {
        let (done, said) = run(register, &["--help"]);
        assert!(
            done && said.contains("network.change-brand")
                && said.contains("Change the network’s main colour"),
            "{said}"
        );
        let (done, said) = run(register, &["network.change-brand", "--help"]);
        assert!(done && said.contains("--accent <TEXT>") && said.contains("--logo <FILE>"), "{said}");
        let spanish =
            program(register).env("LC_ALL", "es").args(["do", "network.change-brand", "--help"]).output();
        assert!(String::from_utf8_lossy(&spanish.unwrap().stdout).contains("Motivo, para el diario"));
    });
}
