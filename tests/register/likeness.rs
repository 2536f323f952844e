//! Duplicates at the door: records are found by what is written alike, and what was decided about a row is remembered.

use std::collections::BTreeSet;

use decapolis::modules;
use decapolis_base::Texts;
use decapolis_core::likeness::index::{differing, respell, sharing};
use decapolis_core::likeness::spelling::{Way, of_label, of_name, of_sound};
use decapolis_core::records;
use sea_orm::{ConnectionTrait, Statement};

use crate::chain::report;
use crate::files::*;
use crate::support::{Register, both, run};

/// The codes of the records of a kind that this name finds, in one of these ways.
async fn found(register: &Register, kind: &str, name: &str, ways: &[Way]) -> Vec<String> {
    let numbers: BTreeSet<i64> = of_label(kind, &Texts::plain(name)).iter().map(|s| s.number).collect();
    let hits = sharing(register.db.reader(), &numbers, 20).await.expect("the index");
    let ids: BTreeSet<i64> =
        hits.values().flatten().filter(|(_, way)| ways.iter().any(|w| w.number() == *way)).map(|(id, _)| *id).collect();
    let mut codes: Vec<String> = records::by_ids(register.db.reader(), ids).await.unwrap().into_values().map(|r| r.code).collect();
    codes.sort();
    codes
}

const NAMES: &[Way] = &[Way::Name, Way::Sound, Way::OtherName, Way::OtherSound];

async fn rows(register: &Register) -> i64 {
    let ask = Statement::from_string(register.db.backend(), "SELECT count(*) FROM spellings");
    register.db.reader().query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

async fn as_its_rows_say(register: &Register) {
    assert_eq!(differing(register.db.reader(), modules::tables(), 10).await.unwrap(), [0i64; 0]);
}

#[test]
fn a_record_is_found_by_its_spellings_as_long_as_it_is_called_so() {
    both(async |register| {
        import_network(register).await;
        for name in ["BERN", "Berne", "City of Bern", "Берн"] {
            assert_eq!(found(register, "organisation", name, NAMES).await, ["bern"], "{name}");
        }
        assert_eq!(found(register, "place", "bern", NAMES).await, ["place-bern"]);
        assert_eq!(found(register, "person", "Bern", NAMES).await, [""; 0]);
        // called otherwise from now on
        import(register, "renamed", 10, &[("organisations", "code,label_en,label_fr,level\nbern,Thoune,,municipal\n")]).await.unwrap();
        assert_eq!(found(register, "organisation", "Bern", NAMES).await, [""; 0]);
        assert_eq!(found(register, "organisation", "thoune", NAMES).await, ["bern"]);
        as_its_rows_say(register).await;
        // and as before
        undo(register, "renamed", 20).await.unwrap();
        assert_eq!(found(register, "organisation", "Bern", NAMES).await, ["bern"]);
        assert_eq!(found(register, "organisation", "thoune", NAMES).await, [""; 0]);
        as_its_rows_say(register).await;
        undo(register, "first", 30).await.unwrap();
        assert_eq!(rows(register).await, 0);
    });
}

#[test]
fn other_names_mail_and_web_addresses_are_spelled_and_leave_with_their_record() {
    both(async |register| {
        import_network(register).await;
        let before = rows(register).await;
        let files: &[File] = &[
            ("places", "code,label,country,other_names\nplace-moscow,Moscow,RU,Moscú|Moscou\n"),
            ("people", "code,label,gender,mail\nperson-ines,Inés,woman,Ines@Bern.example\n"),
            ("organisations", "code,label,level,address\nthun,Thun,municipal,https://www.thun.example/\n"),
        ];
        import(register, "more", 10, files).await.unwrap();
        assert_eq!(found(register, "place", "MOSCU", NAMES).await, ["place-moscow"]);
        assert_eq!(found(register, "place", "Москва", NAMES).await, ["place-moscow"]);
        as_its_rows_say(register).await;
        // the columns change and the name does not
        import(register, "less", 20, &[("places", "code,label,other_names\nplace-moscow,Moscow,\n")]).await.unwrap();
        assert_eq!(found(register, "place", "Moscou", &[Way::OtherName]).await, [""; 0]);
        assert_eq!(found(register, "place", "moscow", &[Way::Name]).await, ["place-moscow"]);
        as_its_rows_say(register).await;
        let gone: &[File] = &[
            ("places", "code,label,revision\nplace-moscow,Moscow,removal\n"),
            ("people", "code,label,gender,revision\nperson-ines,Inés,woman,removal\n"),
            ("organisations", "code,label,level,revision\nthun,Thun,municipal,removal\n"),
        ];
        import(register, "gone", 30, gone).await.unwrap();
        assert_eq!(rows(register).await, before);
        as_its_rows_say(register).await;
    });
}

#[test]
fn a_spelling_that_many_share_finds_nobody_and_is_not_read_to_its_end() {
    both(async |register| {
        let people: String = (0..60).map(|n| format!("person-{n},Ama Mensah,woman\n")).collect();
        import(register, "many", 0, &[("people", &format!("code,label,gender\n{people}person-x,Xu,woman\n"))]).await.unwrap();
        assert_eq!(found(register, "person", "Ama Mensah", NAMES).await, [""; 0]);
        let numbers =
            BTreeSet::from([of_name("person", "ama mensah").number, of_name("person", "XU").number, of_sound("person", "xu").number]);
        let hits = sharing(register.db.reader(), &numbers, 60).await.unwrap();
        assert_eq!(hits[&of_name("person", "Ama Mensah").number].len(), 60);
        assert_eq!(hits[&of_name("person", "Xu").number].len(), 1);
    });
}

#[test]
fn a_wrong_index_is_named_and_made_anew() {
    both(async |register| {
        import_network(register).await;
        assert!(report(register).await.intact());
        let (before, wrong) =
            (rows(register).await, "UPDATE spellings SET spelling = 7 WHERE record = (SELECT id FROM records WHERE code = 'bern')");
        register.db.run_unjournaled(wrong).await.unwrap();
        register.db.run_unjournaled("INSERT INTO spellings (spelling, record, way) VALUES (1, 99999999, 1)").await.unwrap();
        let report_of_it = report(register).await;
        let named: Vec<_> = report_of_it.differences.iter().map(|d| (d.what.key(), d.code.as_deref())).collect();
        assert_eq!(named, [("verify-spellings-differ", Some("bern")), ("verify-spellings-differ", None)]);
        respell(&register.db, modules::tables()).await.unwrap();
        assert_eq!(rows(register).await, before);
        assert!(report(register).await.intact());
    });
}

#[test]
fn an_older_register_is_spelled_when_it_opens() {
    run(async {
        for (address, folder) in crate::older::older().await {
            let (db, _) = decapolis::app::open_and_migrate(&address).await.unwrap();
            let register = Register { db, on_postgres: address.starts_with("postgres"), address, folder };
            assert!(rows(&register).await > 500);
            as_its_rows_say(&register).await;
            register.db.clone().close().await;
        }
    });
}
