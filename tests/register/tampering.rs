//! Changes made directly in the database are found and named.

use decapolis_register::verify::{Difference, What};

use crate::register::chain::{report, three_entries};
use crate::register::files::with_network;

/// A change made directly in the database, how to undo it, and how it must be named.
struct Tampering {
    what: What,
    table: Option<&'static str>,
    entry: i64,
    code: Option<&'static str>,
    batch: Option<&'static str>,
    done: &'static [&'static str],
    mended: &'static [&'static str],
}

fn tamperings() -> Vec<Tampering> {
    let readings = |what, entry, batch, done, mended| Tampering {
        what,
        table: Some("readings"),
        entry,
        code: Some("birds"),
        batch: Some(batch),
        done,
        mended,
    };
    let journal = |what, entry, batch, done, mended| Tampering {
        what,
        table: None,
        entry,
        code: None,
        batch,
        done,
        mended,
    };
    vec![
        readings(
            What::RowAltered,
            1,
            "first",
            &["UPDATE readings SET followers = followers + 1 WHERE day = 20200630"],
            &["UPDATE readings SET followers = followers - 1 WHERE day = 20200630"],
        ),
        readings(
            What::VersionAltered,
            1,
            "first",
            &["UPDATE readings_history SET followers = followers + 1 WHERE day = 20201231"],
            &["UPDATE readings_history SET followers = followers - 1 WHERE day = 20201231"],
        ),
        Tampering {
            table: Some("records"),
            code: Some("bern"),
            ..readings(
                What::RowAltered,
                1,
                "first",
                &["UPDATE records SET label = '{\"en\":\"Bârn\",\"fr\":\"Berne\"}' WHERE code = 'bern'"],
                &["UPDATE records SET label = '{\"en\":\"Bern\",\"fr\":\"Berne\"}' WHERE code = 'bern'"],
            )
        },
        readings(
            What::RowAltered,
            1,
            "first",
            &["UPDATE readings SET source = 'x' WHERE day = 20200630"],
            &["UPDATE readings SET source = NULL WHERE day = 20200630"],
        ),
        readings(
            What::RowUnsealed,
            1,
            "first",
            &[
                "CREATE TABLE stash AS SELECT id, seal FROM readings WHERE day = 20200630",
                "UPDATE readings SET seal = NULL WHERE day = 20200630",
            ],
            &["UPDATE readings SET seal = (SELECT seal FROM stash) WHERE day = 20200630", "DROP TABLE stash"],
        ),
        // moved to another entry
        readings(
            What::RowMissing,
            1,
            "first",
            &["UPDATE readings SET recorded = 3 WHERE day = 20200630"],
            &["UPDATE readings SET recorded = 1 WHERE day = 20200630"],
        ),
        Tampering {
            code: None, // no row is left that has the code
            ..readings(
                What::RowMissing,
                1,
                "first",
                &[
                    "CREATE TABLE stash AS SELECT * FROM readings WHERE day = 20200630",
                    "DELETE FROM readings WHERE day = 20200630",
                ],
                &["INSERT INTO readings SELECT * FROM stash", "DROP TABLE stash"],
            )
        },
        readings(
            What::EndMissing,
            2,
            "change",
            &[
                "CREATE TABLE stash AS SELECT * FROM readings_history WHERE day = 20201231",
                "DELETE FROM readings_history WHERE day = 20201231",
            ],
            &["INSERT INTO readings_history SELECT * FROM stash", "DROP TABLE stash"],
        ),
        readings(
            What::RowAdded,
            1,
            "first",
            &[
                "INSERT INTO readings (id, channel, day, day_last, followers, source, illustrative, recorded, seal) SELECT 2, channel, 20200701, 20200701, followers, source, illustrative, recorded, seal FROM readings WHERE day = 20200630",
            ],
            &["DELETE FROM readings WHERE day = 20200701"],
        ),
        // a change recorded as a correction
        Tampering {
            code: None,
            ..readings(
                What::ContentsDiffer,
                2,
                "change",
                &["UPDATE readings_history SET revision = 'corrected' WHERE revision = 'changed'"],
                &["UPDATE readings_history SET revision = 'changed' WHERE revision = 'corrected'"],
            )
        },
        journal(
            What::EntryAltered,
            2,
            Some("change"),
            &["UPDATE journal SET reason = 'another' WHERE number = 2"],
            &["UPDATE journal SET reason = NULL WHERE number = 2"],
        ),
        journal(
            What::EntryAltered,
            3,
            Some("removal"),
            &["UPDATE journal SET instant = instant + 1 WHERE number = 3"],
            &["UPDATE journal SET instant = instant - 1 WHERE number = 3"],
        ),
        // two entries swapped
        journal(
            What::EntryAltered,
            2,
            Some("removal"),
            &[
                "UPDATE journal SET number = 99 WHERE number = 2",
                "UPDATE journal SET number = 2 WHERE number = 3",
                "UPDATE journal SET number = 3 WHERE number = 99",
            ],
            &[
                "UPDATE journal SET number = 99 WHERE number = 2",
                "UPDATE journal SET number = 2 WHERE number = 3",
                "UPDATE journal SET number = 3 WHERE number = 99",
            ],
        ),
        journal(
            What::EntryUnchained,
            4,
            Some("mention"),
            &[
                "CREATE TABLE stash AS SELECT chain FROM journal WHERE number = 4",
                "UPDATE journal SET chain = NULL WHERE number = 4",
            ],
            &["UPDATE journal SET chain = (SELECT chain FROM stash) WHERE number = 4", "DROP TABLE stash"],
        ),
        journal(
            What::EntryMissing,
            2,
            None,
            &[
                "CREATE TABLE stash AS SELECT * FROM journal WHERE number = 2",
                "DELETE FROM journal WHERE number = 2",
            ],
            &["INSERT INTO journal SELECT * FROM stash", "DROP TABLE stash"],
        ),
        journal(
            What::LastEntriesMissing,
            4,
            None,
            &[
                "CREATE TABLE stash AS SELECT * FROM journal WHERE number = 4",
                "DELETE FROM journal WHERE number = 4",
            ],
            &["INSERT INTO journal SELECT * FROM stash", "DROP TABLE stash"],
        ),
        Tampering {
            table: Some("mentions"),
            ..journal(
                What::NoSuchEntry,
                4,
                None,
                &[
                    "CREATE TABLE stash AS SELECT * FROM journal WHERE number = 4",
                    "DELETE FROM journal WHERE number = 4",
                ],
                &["INSERT INTO journal SELECT * FROM stash", "DROP TABLE stash"],
            )
        },
        journal(
            What::EntryAdded,
            4,
            Some("mention"),
            &["UPDATE counter SET journal = 3"],
            &["UPDATE counter SET journal = 4"],
        ),
        journal(
            What::EntryAltered,
            4,
            Some("mention"),
            &[
                "CREATE TABLE stash AS SELECT * FROM touched WHERE number = 4",
                "UPDATE touched SET digest = 'x' WHERE number = 4",
            ],
            &[
                "DELETE FROM touched WHERE number = 4",
                "INSERT INTO touched SELECT * FROM stash",
                "DROP TABLE stash",
            ],
        ),
    ]
}

#[test]
fn what_was_altered_by_hand_is_found_and_named() {
    with_network(async |register| {
        three_entries(register).await;
        for Tampering { what, table, entry, code, batch, done, mended } in tamperings() {
            for sql in done {
                register.db.run_unjournaled(sql).await.expect(sql);
            }
            let found = report(register).await.differences;
            let named = |d: &&Difference| (d.what, d.table, d.entry) == (what, table, entry);
            let difference =
                found.iter().find(named).unwrap_or_else(|| panic!("{what:?} after {done:?}: {found:?}"));
            assert_eq!((difference.code.as_deref(), difference.batch.as_deref()), (code, batch), "{done:?}");
            assert_eq!(difference.day.is_some(), batch.is_some(), "{done:?}");
            for sql in mended {
                register.db.run_unjournaled(sql).await.expect(sql);
            }
            let found = report(register).await.differences;
            assert!(found.is_empty(), "mended after {done:?}: {found:?}");
        }
    });
}
