//! One row as typed into a form: read without a file, then checked by the rules.

use decapolis::funding::table::AGREEMENTS;
use decapolis::members::table::MEMBERSHIPS;
use decapolis_import::transfer::{Before, ReadRow, read_row};
use decapolis_register::records;
use decapolis_register::rules;
use decapolis_register::value::Cell;

use crate::register::files::*;
use crate::support::Register;

fn faults(read: &ReadRow) -> Vec<(&'static str, &'static str)> {
    read.faults.iter().map(|fault| (fault.column, fault.message.key)).collect()
}

async fn id(register: &Register, kind: &str, code: &str) -> i64 {
    records::by_code(register.db.reader(), kind, code).await.unwrap().unwrap().id
}

#[test]
fn a_fact_is_read_by_codes_or_names_and_days_known_in_part() {
    with_network(async |register| {
        let db = register.db.reader();
        let bern = id(register, "organisation", "bern").await;
        for said in ["bern", " Berne ", "BERN"] {
            let read = read_row(
                db,
                &MEMBERSHIPS,
                &[("organisation", said), ("from", "2021-03"), ("until", "")],
                None,
            )
            .await
            .unwrap();
            assert_eq!(faults(&read), []);
            let cell = |name: &str| read.values[name].clone();
            assert_eq!(cell("organisation"), Cell::Int(bern), "{said}");
            assert_eq!(
                (cell("from"), cell("from_last"), cell("until")),
                (Cell::Int(20210301), Cell::Int(20210331), Cell::Null)
            );
            assert_eq!(rules::of_row(&MEMBERSHIPS, 0, &read.values, &read.kinds), []);
        }
        let read = read_row(
            db,
            &MEMBERSHIPS,
            &[("organisation", "forum"), ("from", "31/02/2020"), ("source", "a\0b")],
            None,
        )
        .await
        .unwrap();
        let wanted = [
            ("source", "error-control-character"),
            ("organisation", "error-code-of-other-kind"),
            ("from", "error-not-a-day"),
        ];
        assert_eq!(faults(&read), wanted);
        let empty = read_row(db, &MEMBERSHIPS, &[("organisation", "")], None).await.unwrap();
        assert_eq!(faults(&empty), []);
        let missing: Vec<_> = rules::of_row(&MEMBERSHIPS, 0, &empty.values, &empty.kinds)
            .into_iter()
            .map(|f| f.column)
            .collect();
        assert_eq!(missing, ["organisation", "from"]);
        assert!(read_row(db, &MEMBERSHIPS, &[("mayor", "x")], None).await.is_err());
    });
}

#[test]
fn a_record_is_read_with_its_name_and_an_amount_in_the_currency_that_is_there() {
    with_network(async |register| {
        let db = register.db.reader();
        let fields = [
            ("code", "agreement-2"),
            ("label_es", "Acuerdo"),
            ("agreement", "financing"),
            ("from", "2020"),
            ("amount", "1200"),
            ("currency", "JPY"),
        ];
        let read = read_row(db, &AGREEMENTS, &fields, None).await.unwrap();
        assert_eq!(faults(&read), []);
        assert_eq!(read.values["amount"], Cell::Int(1200));
        let record = read.record.clone().unwrap();
        assert_eq!(record["label"], Cell::Text(r#"{"es":"Acuerdo"}"#.into()));
        assert_eq!(rules::of_row(&decapolis_register::table::RECORDS, 0, &record, &read.kinds), []);
        // a correction of the amount and a name keeps what the form does not have
        let before = Before { values: &read.values, record: Some(&record) };
        let again = read_row(db, &AGREEMENTS, &[("amount", "1300"), ("label_en", "Agreement")], Some(before))
            .await
            .unwrap();
        assert_eq!(faults(&again), []);
        assert_eq!(
            (&again.values["amount"], &again.values["from"]),
            (&Cell::Int(1300), &Cell::Int(20200101))
        );
        assert_eq!(again.record.unwrap()["label"], Cell::Text(r#"{"es":"Acuerdo","en":"Agreement"}"#.into()));
        let finer = read_row(db, &AGREEMENTS, &[("amount", "1300.5")], Some(before)).await.unwrap();
        assert_eq!(faults(&finer), [("amount", "error-not-money")]);
    });
}
