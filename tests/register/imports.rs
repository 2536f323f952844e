//! Importing, undoing and exporting.

use decapolis_register::known::Known;
use decapolis_register::table::{Kind, stored};
use sea_orm::{ConnectionTrait, Statement};

use crate::register::files::*;
use crate::support::{Register, run};

/// One value of the database, as text.
async fn one(register: &Register, sql: &str) -> String {
    let row = register
        .db
        .reader()
        .query_one_raw(Statement::from_string(register.db.backend(), sql))
        .await
        .expect(sql)
        .expect("a row");
    row.try_get_by_index::<String>(0)
        .or_else(|_| row.try_get_by_index::<i64>(0).map(|n| n.to_string()))
        .expect(sql)
}

/// The present rows without the numbers of journal entries.
pub async fn facts(register: &Register) -> Vec<String> {
    let all = everything(register).await;
    let histories: Vec<&str> = decapolis::modules::tables().all().map(|t| t.history).collect();
    let present = all
        .iter()
        .filter(|line| !histories.contains(&line.split(' ').next().unwrap()) && !line.starts_with("SELECT"));
    present
        .map(|line| {
            let mut words = line.splitn(4, ' ');
            format!("{} {} {}", words.next().unwrap(), words.next().unwrap(), words.nth(1).unwrap())
        })
        .collect()
}

#[test]
fn the_small_network_says_what_it_should() {
    with_network(async |register| {
        let said = figures(register, "2020-12-31", Known::Now).await;
        let pair = |key: &str| (said[key].counted, said[key].base);
        assert_eq!(pair("members"), (3, 3));
        assert_eq!(pair("women-led"), (1, 3));
        assert_eq!(pair("active-members"), (3, 3));
        assert_eq!(pair("event-people"), (200, 200));
        assert_eq!(pair("experts-women"), (1, 2));
        assert_eq!(pair("funding-dues"), (60_000, 100_000));
        assert_eq!(pair("followers"), (2400 + 700, 3100));
        assert_eq!(pair("publications"), (1, 1));
        assert_eq!(pair("board-participation"), (1, 1));
        assert_eq!(pair("study-members"), (1, 1));
    });
}

#[test]
fn the_same_files_again_change_nothing() {
    with_network(async |register| {
        let plan = plan_of(register, NETWORK).await;
        assert!(plan.changes_nothing(), "{:?}", plan.previews);
        assert!(plan.previews.iter().all(|p| p.new + p.changed + p.removed == 0));
    });
}

/// A second batch with inserts, changes, corrections and removals, also of rows that refer to new ones.
const SECOND: &[File] = &[
    (
        "organisations",
        "code,label_en,level,revision\nfez,Fez,municipal,\nbern,Bern,metropolitan,correction\n",
    ),
    (
        "memberships",
        "organisation,from,until,ending,successor,revision\ncali,2012,2020-06-30,succeeded,fez,correction\nfez,2020-07-01,,,,\ndakar,2020-06-01/2021-06-01,,,,removal\n",
    ),
    (
        "participations",
        "activity,organisation,person,role,day,revision\nforum,accra,,spoke,2020-06-15,removal\nforum,fez,,spoke,2020-06-16,\n",
    ),
    ("readings", "channel,day,followers\nbirds,2020-12-31,2500\n"),
];

#[test]
fn an_undo_takes_a_batch_back_exactly() {
    with_network(async |register| {
        let (before, said) = (facts(register).await, figures(register, "2020-12-31", Known::Now).await);
        let files = exported(register).await;
        let number = import(register, "second", 10, SECOND).await.unwrap();
        let (changed, then) = (facts(register).await, figures(register, "2020-12-31", Known::Now).await);
        assert_ne!(before, changed);
        assert_eq!(undo(register, "second", 20).await.unwrap(), 9);
        assert_eq!(facts(register).await, before);
        assert_eq!(exported(register).await, files);
        assert_eq!(figures(register, "2020-12-31", Known::Now).await, said);
        // earlier states of the register stay known
        assert_eq!(figures(register, "2020-12-31", Known::At(number - 1)).await, said);
        assert_eq!(figures(register, "2020-12-31", Known::At(number)).await, then);
        assert_eq!(figures(register, "2020-12-31", Known::At(number + 1)).await, said);
    });
}

#[test]
fn a_batch_is_undone_once() {
    with_network(async |register| {
        import(register, "second", 10, SECOND).await.unwrap();
        undo(register, "second", 20).await.unwrap();
        let before = everything(register).await;
        assert!(refusal(undo(register, "second", 30).await).starts_with("error-batch-unknown"));
        assert!(refusal(undo(register, "never", 30).await).starts_with("error-batch-unknown"));
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn a_batch_that_was_undone_can_be_imported_again() {
    with_network(async |register| {
        import(register, "second", 10, SECOND).await.unwrap();
        let files = exported(register).await;
        undo(register, "second", 20).await.unwrap();
        import(register, "third", 30, SECOND).await.unwrap();
        assert_eq!(exported(register).await, files);
        undo(register, "third", 40).await.unwrap();
        undo(register, "first", 50).await.unwrap();
        assert_eq!(facts(register).await, [""; 0]);
    });
}

#[test]
fn a_batch_on_which_something_stands_is_not_undone() {
    let stands = |table: &str| format!("error-batch-stands-on batch=first table={table}");
    with_network(async |register| {
        // a row of the batch was changed
        import(register, "change", 10, &[("readings", "channel,day,followers\nbirds,2020-12-31,2500\n")])
            .await
            .unwrap();
        let before = everything(register).await;
        assert_eq!(refusal(undo(register, "first", 20).await), stands("readings"));
        assert_eq!(everything(register).await, before);
        undo(register, "change", 30).await.unwrap();
    });
    with_network(async |register| {
        // a row of the batch was removed
        import(
            register,
            "removal",
            10,
            &[("readings", "channel,day,followers,revision\nbirds,2020-12-31,2400,removal\n")],
        )
        .await
        .unwrap();
        assert_eq!(refusal(undo(register, "first", 20).await), stands("readings"));
    });
    with_network(async |register| {
        // another row refers to a record of the batch
        import(register, "reference", 10, &[("elections", "organisation,day\naccra,2020-12-07\n")])
            .await
            .unwrap();
        let before = everything(register).await;
        assert!(
            refusal(undo(register, "first", 20).await)
                .starts_with("error-batch-stands-on batch=first table=")
        );
        assert_eq!(everything(register).await, before);
        undo(register, "reference", 30).await.unwrap();
    });
}

#[test]
fn an_undo_is_refused_where_what_it_brings_back_is_there_again() {
    with_network(async |register| {
        import(
            register,
            "removal",
            10,
            &[("readings", "channel,day,followers,revision\nbirds,2020-12-31,2400,removal\n")],
        )
        .await
        .unwrap();
        import(register, "again", 20, &[("readings", "channel,day,followers\nbirds,2020-12-31,2600\n")])
            .await
            .unwrap();
        let before = everything(register).await;
        assert_eq!(
            refusal(undo(register, "removal", 30).await),
            "error-batch-stands-on batch=removal table=readings"
        );
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn an_undo_is_refused_where_what_it_brings_back_refers_to_what_is_gone() {
    with_network(async |register| {
        import(
            register,
            "removal",
            10,
            &[("signatures", "agreement,organisation,day,revision\nagreement-1,accra,2020-02-01,removal\n")],
        )
        .await
        .unwrap();
        import(
            register,
            "gone",
            20,
            &[(
                "agreements",
                "code,label,agreement,from,revision\nagreement-1,Agreement,financing,2020-02-01,removal\n",
            )],
        )
        .await
        .unwrap();
        let before = everything(register).await;
        assert_eq!(
            refusal(undo(register, "removal", 30).await),
            "error-batch-stands-on batch=removal table=signatures"
        );
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn an_export_into_an_empty_register_holds_the_same() {
    run(async {
        for (here, there) in [
            (Register::on_sqlite().await, Register::on_postgres().await),
            (Register::on_postgres().await, Register::on_sqlite().await),
        ] {
            import_network(&here).await;
            import(&here, "second", 10, SECOND).await.unwrap();
            let files = exported(&here).await;
            let texts: Vec<File> =
                files.iter().map(|(table, text)| (table.as_str(), text.as_str())).collect();
            import(&there, "all", 0, &texts).await.unwrap();
            assert_eq!(exported(&there).await, files);
            for to in ["2019-12-31", "2020-06-30", "2020-12-31"] {
                assert_eq!(figures(&there, to, Known::Now).await, figures(&here, to, Known::Now).await);
            }
            here.db.clone().close().await;
            there.db.clone().close().await;
        }
    });
}

#[test]
fn a_change_a_correction_and_a_removal_are_told_apart() {
    with_network(async |register| {
        let file = "channel,day,followers,revision\nbirds,2020-06-30,1001,change\nbirds,2020-12-31,2401,correction\nbirds,2021-01-01,9000,removal\nfaces,2020-03,500,\n";
        let plan = plan_of(register, &[("readings", file)]).await;
        let preview = &plan.previews[0];
        assert_eq!((preview.new, preview.changed, preview.removed, preview.same), (0, 2, 1, 1));
        import(register, "revisions", 10, &[("readings", file)]).await.unwrap();
        let sql = |day: i64| format!("SELECT revision FROM readings_history WHERE day = {day}");
        for (day, revision) in [(20200630, "changed"), (20201231, "corrected"), (20210101, "removed")] {
            assert_eq!(one(register, &sql(day)).await, revision);
        }
        assert_eq!(one(register, "SELECT count(*) FROM readings").await, "4");
    });
}

#[test]
fn a_record_that_is_used_is_not_removed() {
    with_network(async |register| {
        let before = everything(register).await;
        let file = [("channels", "code,channel,revision\nbirds,social,removal\n")];
        assert_eq!(refusal(import(register, "removal", 10, &file).await), "error-record-in-use");
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn texts_keep_the_languages_a_file_does_not_have() {
    with_network(async |register| {
        let summary = "SELECT summary FROM activities t JOIN records r ON r.id = t.id WHERE r.code = 'forum'";
        let label = "SELECT label FROM records WHERE code = 'forum'";
        import(register, "fr", 10, &[("activities", "code,label_fr,summary_fr\nforum,Le forum,Un forum\n")])
            .await
            .unwrap();
        assert_eq!(one(register, summary).await, r#"{"es":"Un foro","en":"A forum","fr":"Un forum"}"#);
        assert_eq!(one(register, label).await, r#"{"es":"Foro","en":"Forum","fr":"Le forum"}"#);
        import(register, "es", 20, &[("activities", "code,summary_es\nforum,Otro foro\n")]).await.unwrap();
        assert_eq!(one(register, summary).await, r#"{"es":"Otro foro","en":"A forum","fr":"Un forum"}"#);
        // an empty cell removes the text of its language only
        import(register, "none", 30, &[("activities", "code,summary_fr,label_fr\nforum,,\n")]).await.unwrap();
        assert_eq!(one(register, summary).await, r#"{"es":"Otro foro","en":"A forum"}"#);
        assert_eq!(one(register, label).await, r#"{"es":"Foro","en":"Forum"}"#);
    });
}

#[test]
fn columns_a_file_does_not_have_stay_as_they_are() {
    with_network(async |register| {
        import(register, "until", 10, &[("posts", "code,until\nseat-accra,2021-12-31\n")]).await.unwrap();
        let posts = &exported(register).await["posts"];
        assert!(
            posts.contains("seat-accra,Seat of Accra,und,yes,seat,accra,board,2020-01-01,2021-12-31"),
            "{posts}"
        );
    });
}

#[test]
fn every_kind_of_column_comes_back_from_an_export() {
    let kinds = decapolis::modules::tables()
        .0
        .iter()
        .flat_map(|t| stored(t))
        .map(|c| std::mem::discriminant(&c.1))
        .collect::<Vec<_>>();
    for kind in [
        Kind::Ref(""),
        Kind::Text,
        Kind::Texts,
        Kind::Choice(&[]),
        Kind::Int,
        Kind::Number,
        Kind::Money(""),
        Kind::Bool,
        Kind::Day,
        Kind::Bound,
    ] {
        assert!(kinds.contains(&std::mem::discriminant(&kind)), "{kind:?}");
    }
    with_network(async |register| {
        let odd = "code,label,country,latitude,longitude,population,zone,other_names\nplace-odd,\"Ódd, \"\"name\"\"\nof two lines\",NA,-0.000001,1e-7,5,Asia/Kathmandu,=1+1|@x\n";
        import(register, "odd", 10, &[("places", odd)]).await.unwrap();
        let files = exported(register).await;
        let plan = plan_of(register, &[("places", files["places"].as_str())]).await;
        assert!(plan.changes_nothing() && plan.errors() == 0, "{:?}", plan.problems);
    });
}
