//! An upgrade adds what is missing in a register; any other difference is refused.

use decapolis::modules;
use decapolis_register::db::Db;
use decapolis_register::migrate::{Keep, migrate};
use decapolis_register::schema::{Standing, standing};
use decapolis_register::verify::verify;
use decapolis_words::errors::Result;

use crate::register::files::{refusal, with_network};
use crate::support::{Register, both};

/// Marks the register as written by another program.
async fn stamped_by_another(db: &Db) {
    db.run_unjournaled("UPDATE schema_stamp SET stamp = 'another'").await.unwrap();
}

async fn upgraded(register: &Register) -> Result<Option<usize>> {
    Ok(migrate(&register.db, modules::tables(), Keep::Nothing).await?.map(|m| m.changes))
}

#[test]
fn tables_columns_and_indexes_that_are_missing_are_added() {
    with_network(async |register| {
        for sql in [
            // a table that nothing refers to, optional columns, indexes, and an index with other columns
            "DROP TABLE elections",
            "DROP TABLE elections_history",
            "ALTER TABLE organisations DROP COLUMN address",
            "ALTER TABLE organisations_history DROP COLUMN address",
            "ALTER TABLE posts_history DROP COLUMN body",
            "DROP INDEX organisations_ref_place",
            "DROP INDEX mentions_recorded",
            "DROP INDEX readings_recorded",
            "CREATE INDEX readings_recorded ON readings (followers)",
        ] {
            register.db.run_unjournaled(sql).await.expect(sql);
        }
        stamped_by_another(&register.db).await;
        assert!(upgraded(register).await.unwrap().expect("an upgrade") > 8);
        // nothing is missing any more
        stamped_by_another(&register.db).await;
        assert_eq!(upgraded(register).await.unwrap(), Some(0));
        crate::register::files::import(
            register,
            "more",
            10,
            &[("elections", "organisation,day\naccra,2020-12-07\n")],
        )
        .await
        .unwrap();
        // adding a column that was never filled changes no seal
        assert!(verify(&register.db, modules::tables()).await.unwrap().intact());
    });
}

#[test]
fn a_table_that_never_held_a_row_is_made_anew() {
    both(async |register| {
        for sql in [
            "ALTER TABLE elections RENAME COLUMN day TO date",
            "ALTER TABLE elections_history RENAME COLUMN day TO date",
        ] {
            register.db.run_unjournaled(sql).await.expect(sql);
        }
        stamped_by_another(&register.db).await;
        assert!(upgraded(register).await.unwrap().is_some());
        stamped_by_another(&register.db).await;
        assert_eq!(upgraded(register).await.unwrap(), Some(0));
    });
}

#[test]
fn a_register_whose_tables_differ_otherwise_is_refused_with_what_differs() {
    with_network(async |register| {
        register.db.run_unjournaled("ALTER TABLE readings RENAME COLUMN followers TO readers").await.unwrap();
        stamped_by_another(&register.db).await;
        let refused = refusal(upgraded(register).await);
        assert!(refused.starts_with("error-register-differs what=readings.followers: missing"), "{refused}");
        assert!(refused.contains("readings.readers: unknown"), "{refused}");
        assert_eq!(
            standing(register.db.reader(), modules::tables()).await.unwrap(),
            Standing::Other("another".into())
        );
    });
}

#[test]
fn a_register_of_a_newer_version_is_refused() {
    both(async |register| {
        stamped_by_another(&register.db).await;
        for (done, mended, what) in [
            (
                "UPDATE schema_stamp SET version = '99.1.0'",
                "UPDATE schema_stamp SET version = '0.0.1'",
                "99.1.0",
            ),
            (
                "UPDATE schema_stamp SET steps = 'seal-rows-and-chain-the-journal weigh-rows'",
                "UPDATE schema_stamp SET steps = 'seal-rows-and-chain-the-journal'",
                "weigh-rows",
            ),
        ] {
            register.db.run_unjournaled(done).await.unwrap();
            assert_eq!(refusal(upgraded(register).await), format!("error-register-newer what={what}"));
            register.db.run_unjournaled(mended).await.unwrap();
        }
        for table in ["tramways", "tramways_history"] {
            register
                .db
                .run_unjournaled(&format!("CREATE TABLE {table} (id bigint, recorded bigint)"))
                .await
                .unwrap();
        }
        assert_eq!(refusal(upgraded(register).await), "error-register-newer what=tramways");
    });
}
