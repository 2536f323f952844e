//! The proof of an edition: changes made directly in the database are found, and later writes are told apart from them.

use std::collections::BTreeMap;

use decapolis::editions::corrections::Corrections;
use decapolis::editions::proof::{EditionProof, Recount};
use decapolis::editions::{Edition, store};
use decapolis::web::context::Site;
use decapolis_figures::{
    Answer, Asked, Catalog, Class, Comparing, FigureRow, Figures, differing_rows, every_row,
};
use decapolis_register::journal::{Entry, Write};
use decapolis_register::known::Known;
use decapolis_register::table::Holds;
use sea_orm::{ConnectionTrait, QueryResult, Statement};

use crate::register::cast::{self, Dice};
use crate::register::editions::{corrections_of, proof_of, publish, site, texts};
use crate::register::files::*;
use crate::support::{Register, both};
/// Changes one stored value directly, and returns the proof; then restores the value.
pub async fn tampered(site: &Site, edition: &Edition, set: &str, back: &str) -> (EditionProof, Vec<String>) {
    site.app.db.run_unjournaled(set).await.unwrap_or_else(|e| panic!("{set}: {e}"));
    let stored = store::by_code(site.app.db.reader(), &edition.code()).await.unwrap().expect("the edition");
    let proof = proof_of(site, &stored).await;
    let said = proof.findings(&site.app.locale("en").unwrap());
    site.app.db.run_unjournaled(back).await.unwrap_or_else(|e| panic!("{back}: {e}"));
    assert!(!proof.stands(), "{set}");
    (proof, said)
}

async fn number(site: &Site, sql: &str) -> i64 {
    let db = site.app.db.reader();
    let row =
        db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().expect(sql);
    row.try_get_by_index(0).unwrap()
}

#[test]
fn what_a_hand_alters_is_found_and_named() {
    with_network(async |register| {
        let site = site(register).await;
        let edition = publish(&site, 10).await.unwrap();
        let of_members = "FROM edition_numbers WHERE figure = 'members' AND until = 20201231";
        let ordinal = number(&site, &format!("SELECT ordinal {of_members}")).await;
        let row =
            number(&site, &format!("SELECT min(\"row\") FROM edition_rows WHERE ordinal = {ordinal}")).await;
        let id = number(
            &site,
            &format!("SELECT id FROM edition_rows WHERE ordinal = {ordinal} AND \"row\" = {row}"),
        )
        .await;
        // a row
        let (proof, said) = tampered(
            &site,
            &edition,
            &format!("UPDATE edition_rows SET class = 2 WHERE id = {id}"),
            &format!("UPDATE edition_rows SET class = 0 WHERE id = {id}"),
        )
        .await;
        let broken: Vec<&str> =
            proof.numbers.iter().filter(|n| !n.stands()).map(|n| n.figure.as_str()).collect();
        assert_eq!(broken, ["members"]);
        assert!(said.contains(&"2020-e1, members: the stored list was altered.".to_string()), "{said:?}");
        assert!(said.iter().any(|s| s.contains(&format!("row {row} differs from the recount"))), "{said:?}");
        // a number
        let (_, said) = tampered(
            &site,
            &edition,
            "UPDATE edition_numbers SET counted = counted + 1 WHERE figure = 'members'",
            "UPDATE edition_numbers SET counted = counted - 1 WHERE figure = 'members'",
        )
        .await;
        assert!(
            said.iter().any(|s| s.starts_with("2020-e1, members: the stored number was altered")),
            "{said:?}"
        );
        assert!(said.iter().any(|s| s.contains("shows another value for “members”")), "{said:?}");
        // a page
        let (_, said) = tampered(
            &site,
            &edition,
            "UPDATE edition_pages SET text = text || ' ' WHERE language = 'es'",
            "UPDATE edition_pages SET text = substr(text, 1, length(text) - 1) WHERE language = 'es'",
        )
        .await;
        assert_eq!(said, ["2020-e1: the stored page (es) was altered."]);
        // an extra row of a number that does not exist
        let (_, said) = tampered(
            &site,
            &edition,
            &format!("UPDATE edition_rows SET ordinal = 9999 WHERE id = {id}"),
            &format!("UPDATE edition_rows SET ordinal = {ordinal} WHERE id = {id}"),
        )
        .await;
        assert!(
            said.iter().any(|s| s.contains("missing or were added"))
                && said.iter().any(|s| s.contains("members")),
            "{said:?}"
        );
        // the edition's own fields
        let (_, said) = tampered(
            &site,
            &edition,
            "UPDATE page_editions SET published = 20210102, published_last = 20210102",
            "UPDATE page_editions SET published = 20210101, published_last = 20210101",
        )
        .await;
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("2020-e1: the data of the edition itself was altered"), "{said:?}");
        assert!(proof_of(&site, &edition).await.stands(), "everything is back");
    });
}

#[test]
fn a_rule_that_has_changed_is_no_correction() {
    with_network(async |register| {
        let mut site = site(register).await;
        let edition = publish(&site, 10).await.unwrap();
        let files = decapolis::assets::figure_files(None).unwrap().into_iter().map(|(name, text)| {
            let text = if name.ends_with("/members.toml") {
                text.replace("version = 1", "version = 2")
            } else {
                text
            };
            let gone = text.replace("key = \"campaigns\"", "key = \"campaigns-2\"");
            (name, gone)
        });
        let catalog = Catalog::read(decapolis::modules::listings(), &files.collect::<Vec<_>>()).unwrap();
        std::sync::Arc::get_mut(&mut site.app).unwrap().figures = Figures::new(catalog);
        let found = corrections_of(&site, &edition).await;
        assert!(found.numbers.is_empty(), "{:?}", found.numbers);
        let rules: Vec<(&str, Option<i64>)> =
            found.rules.iter().map(|r| (r.figure.as_str(), r.new)).collect();
        assert_eq!(rules, [("members", Some(2)), ("campaigns", None)]);
        let proof = proof_of(&site, &edition).await;
        assert!(proof.stands());
        let members = proof.numbers.iter().find(|n| n.figure == "members").unwrap();
        assert_eq!((members.recount, members.other_rule.map(|r| r.0)), (Recount::Equal, Some(2)));
    });
}

#[test]
fn after_whatever_is_written_an_edition_proves_itself_and_lists_just_what_differs() {
    both(async |register| {
        // the network's record is generated after the program is opened
        let site = site(register).await;
        for seed in 1..4u64 {
            let mut dice = Dice(seed);
            let second = seed as i64 * 10_000;
            if seed == 1 {
                cast::make(&register.db, &mut dice).await.unwrap();
            }
            let mut cast = cast::Cast::new();
            for table in decapolis::modules::tables().0.iter().filter_map(|t| t.kind()) {
                let records =
                    decapolis_register::records::of_kind(register.db.reader(), table).await.unwrap();
                cast.insert(table, records.into_iter().map(|r| r.id).collect());
            }
            let mut touched = vec![];
            scatter(register, &cast, &mut dice, second, 60, &mut touched).await;
            let edition = publish(&site, second + 4_000).await.unwrap();
            let before = texts(&site, &edition).await;
            scatter(register, &cast, &mut dice, second + 5_000, 40, &mut touched).await;
            assert_eq!(texts(&site, &edition).await, before);
            let proof = proof_of(&site, &edition).await;
            assert!(proof.stands(), "{:?}", proof.findings(&site.app.locale("en").unwrap()));
            assert!(proof.numbers.iter().all(|n| n.recount == Recount::Equal));
            let found = corrections_of(&site, &edition).await;
            let listed: Vec<(&str, i64)> = found
                .numbers
                .iter()
                .map(|c| &c.number)
                .filter(|n| n.differs())
                .map(|n| (n.figure.key.as_str(), n.period.to.number()))
                .collect();
            let mut differing = vec![];
            let heads = site.app.heads(register.db.reader()).await.unwrap();
            let figures = Figures::new(crate::register::asked_again::catalog());
            for number in store::numbers(register.db.reader(), &edition).await.unwrap() {
                let figure = figures.catalog.figure(&number.figure).unwrap();
                let asked = Asked { from: number.from, to: number.until, known: Known::Now };
                if figures.number(register.db.reader(), &heads, figure, &asked).await.unwrap()
                    != number.counts
                {
                    differing.push((figure.key.as_str(), number.until.number()));
                }
            }
            assert_eq!(listed, differing);
            assert!(
                found.numbers.iter().flat_map(|c| &c.changes).all(|change| change.entry.is_some()),
                "every change is explained"
            );
            the_database_finds_what_a_comparison_row_by_row_finds(&site, &edition, &found).await;
            assert!(!differing.is_empty(), "something was written that counts");
        }
    });
}

/// Compares all rows of the edition and of today one by one, and expects the same result from the database.
async fn the_database_finds_what_a_comparison_row_by_row_finds(
    site: &Site,
    edition: &Edition,
    found: &Corrections,
) {
    let db = site.app.db.reader();
    let catalog = &site.app.figures.catalog;
    let mut found = found.numbers.iter();
    for number in store::numbers(db, edition).await.unwrap() {
        let figure = catalog.figure(&number.figure).unwrap();
        let stored = db.query_all(&store::rows_of_number(edition, number.ordinal)).await.unwrap();
        let read = |row: &QueryResult| FigureRow {
            part: row.try_get("", "part").unwrap(),
            row: row.try_get("", "row").unwrap(),
            unit: row.try_get("", "unit").unwrap(),
            amount: row.try_get("", "amount").unwrap(),
            class: Class::from_number(row.try_get("", "class").unwrap()),
            reason: row.try_get("", "reason").unwrap(),
        };
        let asked = Asked { from: number.from, to: number.until, known: Known::Now };
        let new = every_row(db, figure, &asked, catalog).await.unwrap();
        let mut rows: BTreeMap<(i64, i64), (Option<FigureRow>, Option<FigureRow>)> = BTreeMap::new();
        for row in stored.iter().map(read) {
            let key = (row.part, row.row);
            rows.entry(key).or_default().0 = Some(row);
        }
        for row in &new {
            rows.entry((row.part, row.row)).or_default().1 = Some(row.clone());
        }
        rows.retain(|_, (old, new)| {
            old != new && old.iter().chain(new.iter()).any(|row| row.class != Class::LeftOut)
        });
        if rows.is_empty() {
            continue;
        }
        let one = Comparing { left_out: false, most: 1 };
        let first =
            differing_rows(db, figure, &asked, catalog, store::rows_of_number(edition, number.ordinal), one)
                .await
                .unwrap();
        assert_eq!(
            (first.all, first.rows.len()),
            (rows.len() as i64, 1),
            "{}: the first of so many",
            figure.key
        );
        let correction = found.next().unwrap_or_else(|| panic!("{}: {rows:?}", figure.key));
        assert_eq!(
            (correction.number.ordinal, correction.all),
            (number.ordinal, rows.len() as i64),
            "{}",
            figure.key
        );
        assert_eq!(correction.number.new, Answer::of_rows(figure, &new), "{}", figure.key);
        let listed = correction.changes.iter().map(|c| ((c.part, c.row), (c.old.clone(), c.new.clone())));
        assert_eq!(listed.collect::<BTreeMap<_, _>>(), rows, "{}", figure.key);
    }
    assert!(found.next().is_none(), "nothing else is corrected");
}

/// Makes random writes to tables of facts that figures read.
async fn scatter(
    register: &Register,
    cast: &cast::Cast,
    dice: &mut Dice,
    second: i64,
    times: i64,
    touched: &mut Vec<(&'static str, i64)>,
) {
    let tables: Vec<_> = decapolis::modules::tables()
        .0
        .iter()
        .copied()
        .filter(|t| t.holds == Holds::Facts && t.in_files)
        .collect();
    for n in 0..times {
        let table = *dice.pick(&tables);
        let row = cast::row(table, cast, dice);
        let there: Vec<i64> =
            touched.iter().filter(|(name, _)| *name == table.name).map(|(_, id)| *id).collect();
        let write = match (dice.below(4), there.is_empty()) {
            (0, false) => Write::Correct(*dice.pick(&there), row),
            (1, false) => Write::Remove(*dice.pick(&there)),
            _ => Write::Insert(None, row),
        };
        let mut entry: Entry = cast::open(&register.db, second + n).await.unwrap();
        match entry.revise(table, vec![write.clone()]).await {
            Ok(ids) => {
                entry.commit().await.unwrap();
                match write {
                    Write::Insert(..) => touched.extend(ids.into_iter().map(|id| (table.name, id))),
                    Write::Remove(id) => touched.retain(|(_, there)| *there != id),
                    _ => {}
                }
            }
            // the same fact exists
            Err(_) => entry.give_up().await.unwrap(),
        }
    }
}
