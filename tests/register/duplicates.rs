//! Duplicates: records are found by their spelling, and decisions about rows are remembered.

use std::collections::BTreeSet;

use decapolis::modules;
use decapolis_base::Texts;
use decapolis_import::transfer::{self, Plan, Planning, Severity};
use decapolis_register::duplicates::candidates::{Likely, Rule};
use decapolis_register::duplicates::compare::Reason;
use decapolis_register::duplicates::index::{differing, respell, sharing};
use decapolis_register::duplicates::spelling::{Way, of_label, of_name, of_sound};
use decapolis_register::records;
use sea_orm::{ConnectionTrait, Statement};

use crate::register::chain::report;
use crate::register::files::*;
use crate::support::{Register, both, run};

/// The codes of the records of a kind that this name finds, in one of these ways.
async fn found(register: &Register, kind: &str, name: &str, ways: &[Way]) -> Vec<String> {
    let numbers: BTreeSet<i64> = of_label(kind, &Texts::plain(name)).iter().map(|s| s.number).collect();
    let hits = sharing(register.db.reader(), &numbers, 20).await.expect("the index");
    let ids: BTreeSet<i64> = hits
        .values()
        .flatten()
        .filter(|(_, way)| ways.iter().any(|w| w.number() == *way))
        .map(|(id, _)| *id)
        .collect();
    let mut codes: Vec<String> =
        records::by_ids(register.db.reader(), ids).await.unwrap().into_values().map(|r| r.code).collect();
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
    with_network(async |register| {
        for name in ["BERN", "Berne", "City of Bern", "Берн"] {
            assert_eq!(found(register, "organisation", name, NAMES).await, ["bern"], "{name}");
        }
        assert_eq!(found(register, "place", "bern", NAMES).await, ["place-bern"]);
        assert_eq!(found(register, "person", "Bern", NAMES).await, [""; 0]);
        // with another name from now on
        import(
            register,
            "renamed",
            10,
            &[("organisations", "code,label_en,label_fr,level\nbern,Thoune,,municipal\n")],
        )
        .await
        .unwrap();
        assert_eq!(found(register, "organisation", "Bern", NAMES).await, [""; 0]);
        assert_eq!(found(register, "organisation", "thoune", NAMES).await, ["bern"]);
        as_its_rows_say(register).await;
        // and with the old name again
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
    with_network(async |register| {
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
        import(register, "less", 20, &[("places", "code,label,other_names\nplace-moscow,Moscow,\n")])
            .await
            .unwrap();
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
        let file = format!("code,label,gender\n{people}person-x,Xu,woman\n");
        import_by(register, "many", 0, &[("people", &file)], &Rule { likely: Likely::New, same_by: vec![] })
            .await;
        assert_eq!(found(register, "person", "Ama Mensah", NAMES).await, [""; 0]);
        let numbers = BTreeSet::from([
            of_name("person", "ama mensah").number,
            of_name("person", "XU").number,
            of_sound("person", "xu").number,
        ]);
        let hits = sharing(register.db.reader(), &numbers, 60).await.unwrap();
        assert_eq!(hits[&of_name("person", "Ama Mensah").number].len(), 60);
        assert_eq!(hits[&of_name("person", "Xu").number].len(), 1);
    });
}

#[test]
fn a_wrong_index_is_named_and_made_anew() {
    with_network(async |register| {
        assert!(report(register).await.intact());
        let (before, wrong) = (
            rows(register).await,
            "UPDATE spellings SET spelling = 7 WHERE record = (SELECT id FROM records WHERE code = 'bern')",
        );
        register.db.run_unjournaled(wrong).await.unwrap();
        register
            .db
            .run_unjournaled("INSERT INTO spellings (spelling, record, way) VALUES (1, 99999999, 1)")
            .await
            .unwrap();
        let report_of_it = report(register).await;
        let named: Vec<_> =
            report_of_it.differences.iter().map(|d| (d.what.key(), d.code.as_deref())).collect();
        assert_eq!(named, [("verify-spellings-differ", Some("bern")), ("verify-spellings-differ", None)]);
        respell(&register.db, modules::tables()).await.unwrap();
        assert_eq!(rows(register).await, before);
        assert!(report(register).await.intact());
    });
}

#[test]
fn an_older_register_is_spelled_when_it_opens() {
    run(async {
        for (address, folder) in crate::register::older::older().await {
            let (db, _) = decapolis::opening::open_and_migrate(&address).await.unwrap();
            let register = Register { db, on_postgres: address.starts_with("postgres"), address, folder };
            assert!(rows(&register).await > 500);
            as_its_rows_say(&register).await;
            register.db.clone().close().await;
        }
    });
}

/// The questions of an import: row, column and key of each error.
async fn asked(register: &Register, files: &[File<'_>]) -> Vec<(usize, String, &'static str)> {
    let plan = plan_of(register, files).await;
    let errors = plan.problems.iter().filter(|p| p.severity == Severity::Error);
    errors.map(|p| (p.row.unwrap_or_default(), p.message.plain(), p.message.key)).collect()
}

/// Imports these files by a rule, and returns the plan; nothing may be asked.
async fn import_by(register: &Register, batch: &str, second: i64, files: &[File<'_>], rule: &Rule) -> Plan {
    let plan = plan_with(register, files, rule).await;
    assert_eq!(plan.errors(), 0, "{:?}", plan.problems);
    let shown = plan_with(register, files, rule).await;
    transfer::apply(&register.db, plan, &about(batch), at(second), &zone()).await.unwrap();
    shown
}

async fn plan_with(register: &Register, files: &[File<'_>], rule: &Rule) -> Plan {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(table, text)| (*table, text.as_bytes())).collect();
    let (sheets, problems) = sheets(&bytes);
    let snapshot = register.db.snapshot().await.unwrap();
    let how = Planning { rule: rule.clone(), ..Planning::default() };
    let plan = transfer::plan(&snapshot, modules::tables(), sheets, problems, &how).await.unwrap();
    snapshot.commit().await.unwrap();
    plan
}

/// The exported rows of a table, without the header.
async fn exported_rows(register: &Register, table: &str) -> Vec<String> {
    exported(register)
        .await
        .get(table)
        .map(|text| text.lines().skip(1).map(str::to_string).collect())
        .unwrap_or_default()
}

/// The exported row of the area that a file makes. The import is undone.
async fn exported_after(register: &Register, file: &str) -> String {
    static TURN: std::sync::atomic::AtomicI64 = std::sync::atomic::AtomicI64::new(100);
    let turn = TURN.fetch_add(2, std::sync::atomic::Ordering::Relaxed);
    let batch = format!("area-{turn}");
    import(register, &batch, turn, &[("areas", file)]).await.unwrap();
    let rows = exported_rows(register, "areas").await;
    undo(register, &batch, turn + 1).await.unwrap();
    rows.into_iter().find(|row| row.starts_with("area-x,")).expect("the area")
}

const ORGANISATIONS: &str = "code,label,level,place,same_as\n";

fn organisation(row: &str) -> String {
    format!("{ORGANISATIONS}{row}\n")
}

#[test]
fn a_row_that_looks_like_a_record_is_asked_about_with_the_reason() {
    with_network(async |register| {
        let likes = [
            ("city-of-bern,City of BERN,municipal,,", "like-words code=bern name=Bern"),
            ("berne-2,BÈRNE,municipal,,", "like-name code=bern name=Bern"),
            ("bern-ru,Берн,municipal,,", "like-script code=bern name=Bern"),
        ];
        for (row, like) in likes {
            assert_eq!(
                asked(register, &[("organisations", &organisation(row))]).await,
                [(2, like.into(), like.split(' ').next().unwrap())]
            );
        }
        // another level, another place or another name: a new record, without a question
        let others = "bern-region,Bern,metropolitan,,\nbern-accra,Bern,municipal,place-accra,\nbergen,Bergen,municipal,,\n";
        let rows = format!("{ORGANISATIONS}{}", others);
        assert!(asked(register, &[("organisations", &rows)]).await.is_empty());
        // and no question for a kind without spellings
        assert!(asked(register, &[("bodies", "code,label,body\nboard-2,Board,board\n")]).await.is_empty());
    });
}

#[test]
fn a_row_that_is_the_same_adds_what_the_record_lacks_and_changes_nothing() {
    with_network(async |register| {
        let file = "code,label_en,label_es,level,place,address,same_as\nbernstadt,Stadt Bern,Berna,agency,,https://bern.example/,bern\n";
        let plan = plan_of(register, &[("organisations", file)]).await;
        let said: Vec<String> = plan.problems.iter().map(|p| p.message.plain()).collect();
        assert_eq!(said, ["warning-kept-as-it-was code=bern name=Bern columns=level"]);
        assert_eq!(plan.previews[0].changed, 1);
        import(register, "same", 10, &[("organisations", file)]).await.unwrap();
        let rows = exported_rows(register, "organisations").await;
        assert_eq!(rows.iter().filter(|r| r.to_lowercase().contains("bern")).count(), 1, "{rows:?}");
        let bern = rows.iter().find(|r| r.starts_with("bern,")).unwrap();
        for part in ["Bern", "Berna", "municipal", "https://bern.example/"] {
            assert!(bern.contains(part), "{bern}");
        }
        assert_eq!(
            exported_rows(register, "likenesses").await,
            [
                "organisation,berna,bern,same,,real",
                "organisation,bernstadt,bern,same,,real",
                "organisation,stadt bern,bern,same,,real"
            ]
        );
        as_its_rows_say(register).await;
        assert!(report(register).await.intact());
    });
}

#[test]
fn what_was_decided_is_not_asked_again_until_it_is_taken_back() {
    with_network(async |register| {
        let silent = "code,label,level\nbernstadt,City of Bern,municipal\n";
        assert_eq!(asked(register, &[("organisations", silent)]).await.len(), 1);
        import(
            register,
            "same",
            10,
            &[("organisations", "code,label,level,same_as\nbernstadt,City of Bern,municipal,bern\n")],
        )
        .await
        .unwrap();
        let plan = plan_of(register, &[("organisations", silent)]).await;
        assert_eq!((plan.errors(), plan.previews[0].same, plan.changes_nothing()), (0, 1, true));
        // the other code and the other name mean the record in other files too
        let facts = [("elections", "organisation,day\nbernstadt,2021-01-01\nCity of Bern,2021-02-01\n")];
        import(register, "facts", 20, &facts).await.unwrap();
        let elections = exported_rows(register, "elections").await;
        assert_eq!(elections, ["bern,2021-01-01,,real", "bern,2021-02-01,,real"]);
        undo(register, "facts", 30).await.unwrap();
        undo(register, "same", 40).await.unwrap();
        assert_eq!(asked(register, &[("organisations", silent)]).await.len(), 1);
        assert!(exported_rows(register, "likenesses").await.is_empty());
    });
}

#[test]
fn a_row_that_is_another_is_new_and_its_decision_travels_with_an_export() {
    with_network(async |register| {
        let file = "code,label,level,same_as\nbern-2,City of Bern,municipal,new\n";
        import(register, "new", 10, &[("organisations", file)]).await.unwrap();
        assert_eq!(exported_rows(register, "likenesses").await, ["organisation,bern-2,bern,different,,real"]);
        // the complete register into an empty one: no questions, and the result is the same
        let files = exported(register).await;
        let texts: Vec<File> = files.iter().map(|(table, text)| (table.as_str(), text.as_str())).collect();
        let there =
            if register.on_postgres { Register::on_sqlite().await } else { Register::on_postgres().await };
        import(&there, "all", 0, &texts).await.unwrap();
        assert_eq!(exported(&there).await, files);
        there.db.clone().close().await;
    });
}

#[test]
fn a_rule_decides_for_all_rows_of_an_import() {
    let rule = |likely, same_by: &[Reason]| Rule { likely, same_by: same_by.to_vec() };
    with_network(async |register| {
        import(
            register,
            "mail",
            5,
            &[("people", "code,label,gender,mail\nperson-ines,Inés Ruiz,woman,ines@bern.example\n")],
        )
        .await
        .unwrap();
        let people: &[File] = &[(
            "people",
            "code,label,gender,mail\np-1,I. Ruiz,woman,INES@bern.example\np-2,Ruiz Inés,woman,\n",
        )];
        assert_eq!(asked(register, people).await.len(), 2);
        // by mail only the first is taken; the second still gives a question
        let by_mail = plan_with(register, people, &rule(Likely::Ask, &[Reason::SameMail])).await;
        assert_eq!((by_mail.errors(), by_mail.previews[0].refused, by_mail.previews[0].same), (1, 1, 1));
        let all_new = plan_with(register, people, &rule(Likely::New, &[])).await;
        assert_eq!((all_new.errors(), all_new.previews[0].new), (0, 2));
        let plan = import_by(register, "same", 10, people, &rule(Likely::Same, &[])).await;
        assert_eq!((plan.previews[0].same, plan.previews[0].new), (2, 0));
        let codes: Vec<String> = exported_rows(register, "likenesses").await;
        assert_eq!(codes.iter().filter(|row| row.contains(",person-ines,same")).count(), 4, "{codes:?}");
        assert!(asked(register, people).await.is_empty());
    });
}

#[test]
fn two_rows_of_one_file_that_look_alike_are_asked_about() {
    with_network(async |register| {
        let file = |said: &str| {
            format!(
                "code,label,gender,mail,same_as\np-1,Ines Ruiz,woman,ines@bern.example,\np-2,I. R.,woman,Ines@bern.example,{said}\np-3,RUIZ Inés,woman,,{said}\n"
            )
        };
        let found = asked(register, &[("people", &file(""))]).await;
        let said: Vec<_> = found.iter().map(|(row, said, _)| (*row, said.as_str())).collect();
        assert_eq!(
            said,
            [(3, "like-mail code=p-1 name=Ines Ruiz"), (4, "like-words code=p-1 name=Ines Ruiz")]
        );
        import(register, "twins", 10, &[("people", &file("p-1"))]).await.unwrap();
        assert_eq!(
            exported_rows(register, "people").await.iter().filter(|row| row.starts_with("p-")).count(),
            1
        );
        assert!(asked(register, &[("people", &file(""))]).await.is_empty());
    });
}

#[test]
fn what_a_row_says_it_is_must_be_there() {
    with_network(async |register| {
        for (said, key) in [
            ("nobody", "error-same-as-unknown text=nobody"),
            ("person-ama", "error-same-as-unknown text=person-ama"),
            ("thun", "error-same-as-itself"),
        ] {
            let found =
                asked(register, &[("organisations", &organisation(&format!("thun,Thun,municipal,,{said}")))])
                    .await;
            assert_eq!(found.iter().map(|f| f.1.as_str()).collect::<Vec<_>>(), [key]);
        }
        let found =
            asked(register, &[("organisations", &organisation("accra,Accra,metropolitan,place-accra,bern"))])
                .await;
        assert_eq!(found[0].1, "error-same-as-of-a-record text=accra");
        // the other rows are written; what refers to the row in question is refused with it
        let files: &[File] = &[
            ("organisations", "code,label,level\nbern-2,City of Bern,municipal\nthun,Thun,municipal\n"),
            ("elections", "organisation,day\nbern-2,2021-01-01\nthun,2021-01-01\n"),
        ];
        let plan = plan_of(register, files).await;
        let counts: Vec<_> = plan.previews.iter().map(|p| (p.table, p.new, p.refused)).collect();
        assert_eq!(counts, [("organisations", 1, 1), ("elections", 1, 1)]);
        assert!(plan.files.iter().all(|f| f.add_up()));
    });
}

#[test]
fn a_name_in_place_of_a_code_is_understood_where_one_record_alone_is_called_so() {
    with_network(async |register| {
        let places = "code,label,country,other_names\ncordoba-ar,Córdoba,AR,\ncordoba-es,Cordoba,ES,\nmoscow,Moscow,RU,Moscú|Moscou\n";
        import_by(
            register,
            "places",
            5,
            &[("places", places)],
            &Rule { likely: Likely::New, same_by: vec![] },
        )
        .await;
        let areas = |place: &str| format!("code,label,place\narea-x,Somewhere,{place}\n");
        for (name, meant) in [
            ("MOSCOW", Ok("moscow")),
            ("moscú", Ok("moscow")),
            ("Córdoba", Ok("cordoba-ar")),
            ("place-bern", Ok("place-bern")),
            ("CÓRDOBA ", Ok("cordoba-ar")),
            ("Cordóba", Err("error-ambiguous-name")),
            ("Москва", Err("error-unknown-name-like")),
            ("Nowhere", Err("error-unknown-code")),
        ] {
            let plan = plan_of(register, &[("areas", &areas(name))]).await;
            let said: Vec<&str> = plan.problems.iter().map(|p| p.message.key).collect();
            assert_eq!(said, meant.err().into_iter().collect::<Vec<_>>(), "{name}");
            if let Ok(code) = meant {
                let shown = exported_after(register, &areas(name)).await;
                assert!(shown.contains(&format!(",{code},")), "{name}: {shown}");
            }
        }
        let found = asked(register, &[("areas", &areas("Москва"))]).await;
        assert!(found[0].1.ends_with("names=Moscow (moscow)"), "{found:?}");
    });
}
