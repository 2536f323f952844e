//! Verification of the register: changes made directly in the database are found and named.

use decapolis::cli::verify::lines;
use decapolis::modules;
use decapolis::terminal::Terminal;
use decapolis_register::journal::Heads;
use decapolis_register::migrate::{STEPS, words_of_step};
use decapolis_register::verify::{Report, What, verify};

use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Register, both, run};

pub async fn report(register: &Register) -> Report {
    verify(&register.db, modules::tables()).await.expect("a report")
}

/// Writes four entries: the small network, a change, a removal, and an insert.
pub async fn four_entries(register: &Register) {
    import_network(register).await;
    three_entries(register).await;
}

/// Writes three entries after the small network: a change, a removal, and an insert.
pub async fn three_entries(register: &Register) {
    for (n, batch, table, file) in [
        (10, "change", "readings", "channel,day,followers\nbirds,2020-12-31,2500\n"),
        (20, "removal", "readings", "channel,day,followers,revision\nbirds,2021-01-01,9000,removal\n"),
        (30, "mention", "mentions", "carrier,day,subject\nbirds,2020-06-17,Another\n"),
    ] {
        import(register, batch, n, &[(table, file)]).await.expect(batch);
    }
}

#[test]
fn what_nobody_altered_is_as_it_was_written() {
    with_network(async |register| {
        three_entries(register).await;
        undo(register, "removal", 40).await.unwrap();
        // a refused import and a refused undo write nothing
        let early = [("readings", "channel,day,followers\nbirds,2020-01-02,1\n")];
        refusal(import(register, "early", 5, &early).await);
        refusal(undo(register, "first", 50).await);
        let report = report(register).await;
        assert!(report.intact(), "{:?}", report.differences);
        assert_eq!((report.entries, report.erased), (5, 0));
        let (number, chain) = report.last.expect("a last entry");
        assert_eq!((number, chain.len()), (5, 64));
    });
}

#[test]
fn an_empty_register_is_as_it_was_written() {
    both(async |register| {
        let report = report(register).await;
        assert!(report.intact() && report.last.is_none() && report.entries == 0);
    });
}

#[test]
fn an_entry_that_writes_and_takes_away_at_once_leaves_nothing_to_miss() {
    use decapolis_register::journal::Write;
    use decapolis_register::value::{Cell, Values};
    with_network(async |register| {
        let mentions = modules::tables().named("mentions").unwrap();
        let channel: i64 = one(register, "SELECT id FROM channels ORDER BY id LIMIT 1").await;
        let row = |day: i64| -> Values {
            [("carrier", channel), ("day", day), ("day_last", day)]
                .map(|(name, n)| (name.to_string(), Cell::Int(n)))
                .into_iter()
                .chain([("illustrative".to_string(), Cell::Bool(false))])
                .collect()
        };
        let mut entry = crate::register::cast::open(&register.db, 99).await.unwrap();
        let ids = entry
            .revise(mentions, vec![Write::Insert(None, row(20200101)), Write::Insert(None, row(20200102))])
            .await
            .unwrap();
        // a revision of one column keeps the others, and the seal covers them all
        let subject = [("subject".to_string(), Cell::Text("Said later".into()))].into();
        entry.revise(mentions, vec![Write::Remove(ids[0]), Write::Change(ids[1], subject)]).await.unwrap();
        entry.commit().await.unwrap();
        let mut entry = crate::register::cast::open(&register.db, 100).await.unwrap();
        entry
            .revise(mentions, vec![Write::Correct(ids[1], [("subject".to_string(), Cell::Null)].into())])
            .await
            .unwrap();
        entry.commit().await.unwrap();
        let report = report(register).await;
        assert!(report.intact(), "{:?}", report.differences);
        assert_eq!(one(register, &format!("SELECT day FROM mentions WHERE id = {}", ids[1])).await, 20200102);
    });
}

/// The number that a statement returns.
async fn one(register: &Register, sql: &str) -> i64 {
    use sea_orm::{ConnectionTrait, Statement};
    let row = register
        .db
        .reader()
        .query_one_raw(Statement::from_string(register.db.backend(), sql))
        .await
        .expect(sql)
        .expect("a row");
    row.try_get_by_index(0).expect(sql)
}

#[test]
fn a_number_that_was_made_into_words_is_a_row_that_was_altered() {
    run(async {
        let register = Register::on_sqlite().await;
        four_entries(&register).await;
        register
            .db
            .run_unjournaled("UPDATE readings SET followers = 'many' WHERE day = 20200630")
            .await
            .unwrap();
        register.db.run_unjournaled("UPDATE journal SET day = 'one' WHERE number = 3").await.unwrap();
        let found: Vec<(What, i64)> =
            report(&register).await.differences.iter().map(|d| (d.what, d.entry)).collect();
        assert_eq!(found, [(What::EntryAltered, 3), (What::RowAltered, 1)]);
        register.db.clone().close().await;
    });
}

#[test]
fn what_a_person_was_called_can_be_erased_and_the_register_still_proves_itself() {
    with_network(async |register| {
        import(
            register,
            "named",
            10,
            &[("people", "code,label,gender,revision\nperson-xu,Xu Li,woman,correction\n")],
        )
        .await
        .unwrap();
        let xu = one(register, "SELECT id FROM records WHERE code = 'person-xu'").await;
        for table in ["records", "records_history"] {
            let sql = format!(
                "UPDATE {table} SET label = '{{}}', sorting = '', finding = '', source = NULL, salt = NULL WHERE id = {xu}"
            );
            register.db.run_unjournaled(&sql).await.unwrap();
        }
        for table in ["people", "people_history"] {
            let sql = format!(
                "UPDATE {table} SET gender = 'not-stated', gender_known_by = NULL, salt = NULL WHERE id = {xu}"
            );
            register.db.run_unjournaled(&sql).await.unwrap();
        }
        // the index of spellings would still contain the name
        let spelled = report(register).await.differences;
        assert!(spelled.iter().all(|d| d.what == What::SpellingsDiffer) && spelled.len() == 1, "{spelled:?}");
        register.db.run_unjournaled(&format!("DELETE FROM spellings WHERE record = {xu}")).await.unwrap();
        let erased = report(register).await;
        assert!(erased.intact(), "{:?}", erased.differences);
        assert_eq!(erased.erased, 4);
        // what was not erased is still protected: the code, and the digest itself
        for (done, mended) in [
            (
                "UPDATE records SET code = 'person-x' WHERE code = 'person-xu'",
                "UPDATE records SET code = 'person-xu' WHERE code = 'person-x'",
            ),
            (
                "UPDATE people SET veil = upper(veil) WHERE salt IS NULL",
                "UPDATE people SET veil = lower(veil) WHERE salt IS NULL",
            ),
            // and a row cannot be erased in part
            (
                "UPDATE people SET gender = 'man' WHERE gender = 'woman'",
                "UPDATE people SET gender = 'woman' WHERE gender = 'man' AND id = (SELECT id FROM records WHERE code = 'person-ama')",
            ),
        ] {
            register.db.run_unjournaled(done).await.unwrap();
            let found = report(register).await.differences;
            assert!(found.iter().any(|d| d.what == What::RowAltered), "{done}: {found:?}");
            register.db.run_unjournaled(mended).await.unwrap();
            assert!(report(register).await.intact(), "{mended}");
        }
    });
}

#[test]
fn two_rows_of_the_same_words_have_different_veils() {
    with_network(async |register| {
        let veils = one(register, "SELECT count(DISTINCT veil) FROM records").await;
        assert_eq!(veils, one(register, "SELECT count(*) FROM records").await);
        assert_eq!(one(register, "SELECT count(*) FROM people WHERE salt IS NULL OR veil IS NULL").await, 0);
    });
}

#[test]
fn both_databases_chain_the_same_entries_alike() {
    // salts are random, so digests are the same only where no table has personal columns
    run(async {
        let mut said = vec![];
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            four_entries(&register).await;
            let sql = "SELECT CAST(sum(length(\"rows\")) AS bigint) FROM touched";
            let seals = "SELECT seal FROM observations ORDER BY id LIMIT 1";
            said.push((one(&register, sql).await, one(&register, seals).await));
            register.db.clone().close().await;
        }
        assert_eq!(said[0], said[1]);
    });
}

#[test]
fn the_command_says_what_it_checked_and_what_is_different() {
    with_network(async |register| {
        three_entries(register).await;
        let verify = || program(register).arg("verify").output().unwrap();
        let whole = verify();
        let said = String::from_utf8_lossy(&whole.stdout).into_owned();
        assert!(
            whole.status.success()
                && said.contains("4 journal entries checked")
                && said.contains("Chain of entry 4: "),
            "{said}"
        );
        register.db.run_unjournaled("UPDATE readings SET followers = 7 WHERE day = 20200630").await.unwrap();
        let altered = verify();
        let said = String::from_utf8_lossy(&altered.stdout).into_owned();
        assert_eq!(altered.status.code(), Some(1), "{said}");
        assert!(
            said.contains("birds, entry 1, ")
                && said.contains("batch first: the row differs from what was recorded"),
            "{said}"
        );
        assert_eq!(Heads::read(register.db.reader()).await.unwrap().last, 4, "looking writes nothing");
    });
}

#[test]
fn every_difference_and_every_step_has_words() {
    let terminal = Terminal::open().unwrap();
    let locale = terminal.locale();
    for key in
        What::ALL.iter().map(|w| w.key().to_string()).chain(STEPS.iter().map(|s| words_of_step(s.name)))
    {
        assert!(locale.maybe(&key).is_some(), "{key}");
    }
    let report = Report { erased: 2, more: 3, ..Report::default() };
    assert!(lines(&report, &locale).iter().all(|line| !line.contains('[')), "{:?}", lines(&report, &locale));
}
