//! Other programs that read SQLite open a register, and the index of names of an older version is upgraded.

use decapolis_register::db::{Db, Opening};
use sea_orm::{ConnectionTrait, Statement};

use super::operation::told;
use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Register, run};

#[test]
fn datasette_and_older_versions_of_sqlite_open_a_register() {
    run(async {
        let register = Register::on_sqlite().await;
        import_network(&register).await;
        let ask = Statement::from_string(
            register.db.backend(),
            "SELECT coalesce(group_concat(sql, ' '), '') FROM sqlite_master",
        );
        let schema: String =
            register.db.reader().query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        // each needs a version after 3.40, which Debian 12 has
        for newer in ["contentless_delete", "contentless_unindexed", "jsonb", "insttoken"] {
            assert!(!schema.contains(newer), "{newer}");
        }
        let file = register.address.clone();
        register.db.clone().close().await;
        let script = "import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\nfor (name,) in db.execute(\"select name from sqlite_master where type = 'table'\").fetchall():\n    db.execute(f'select count(*) from \"{name}\"').fetchone()\n    db.execute(f'pragma table_info(\"{name}\")').fetchall()\nprint(db.execute(\"select count(*) from name_words where name_words match 'organisation_acc*'\").fetchone()[0], db.execute('pragma integrity_check').fetchone()[0])";
        let Ok(output) = std::process::Command::new("python3").args(["-c", script, &file]).output() else {
            return;
        };
        assert_eq!(told(&output), "1 ok\n");
    });
}

#[test]
fn a_register_with_the_index_of_an_older_version_is_upgraded() {
    run(async {
        let register = Register::on_sqlite().await;
        import_network(&register).await;
        for sql in [
            "DROP TABLE name_words",
            "CREATE VIRTUAL TABLE name_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars '_-'\")",
            "INSERT INTO name_words (rowid, words) SELECT id, kind || '_old' FROM records",
            "UPDATE schema_stamp SET stamp = 'older', steps = 'seal-rows-and-chain-the-journal spell-records index-words-of-names order-names-by-language'",
        ] {
            register.db.run_unjournaled(sql).await.unwrap_or_else(|e| panic!("{sql}: {e}"));
        }
        register.db.clone().close().await;
        let output = program(&register).arg("upgrade").output().unwrap();
        assert!(
            told(&output).contains("older versions of SQLite can now open the register"),
            "{}",
            told(&output)
        );
        let db = Db::open(&register.address, &Opening::default()).await.unwrap();
        for (words, found) in [("\"organisation_acc\"*", 1), ("\"organisation_old\"*", 0)] {
            let ask = Statement::from_sql_and_values(
                db.backend(),
                "SELECT count(*) FROM name_words WHERE name_words MATCH ?",
                [words.into()],
            );
            let count: i64 =
                db.reader().query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap();
            assert_eq!(count, found, "{words}");
        }
        db.close().await;
        let output = program(&register).arg("verify").output().unwrap();
        assert!(output.status.success(), "{}", told(&output));
    });
}
