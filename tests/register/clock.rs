//! Leaps of the machine's clock: nothing is written until an operator accepts the clock.

use decapolis_base::Day;
use decapolis_import::transfer;
use decapolis_register::journal::{self, JournalNo};
use decapolis_words::errors::{Error, Result};
use jiff::{SignedDuration, Timestamp};
use sea_orm::{ConnectionTrait, Statement};

use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::Register;

/// Imports one reading at this instant, or at the time of the clock.
async fn record(register: &Register, batch: &str, at: Option<Timestamp>) -> Result<JournalNo> {
    let plan = plan_of(
        register,
        &[(
            "readings",
            &format!(
                "channel,day,followers\nbirds,2019-01-01,{}\n",
                batch.bytes().map(u32::from).sum::<u32>()
            ),
        )],
    )
    .await;
    transfer::apply(&register.db, plan, &about(batch), at, &zone()).await
}

async fn the_register_saw_the_clock_at(register: &Register, at: Timestamp) {
    register
        .db
        .run_unjournaled(&format!("UPDATE counter SET clock = {}", at.as_millisecond()))
        .await
        .unwrap();
}

async fn accept(register: &Register) -> String {
    let output = program(register).args(["clock", "accept", "--reason", "I looked at it"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// The instants and days of all entries, in order.
async fn times(register: &Register) -> Vec<(i64, i64)> {
    let sql = "SELECT instant, day FROM journal ORDER BY number";
    let rows =
        register.db.reader().query_all_raw(Statement::from_string(register.db.backend(), sql)).await.unwrap();
    rows.iter().map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap())).collect()
}

#[test]
fn after_a_clock_that_once_ran_ahead_nothing_is_written_until_it_is_accepted() {
    with_network(async |register| {
        let ahead: Timestamp = "2045-06-01T10:00:00Z".parse().unwrap();
        record(register, "ahead", Some(ahead)).await.unwrap();
        the_register_saw_the_clock_at(register, ahead).await;
        let before = everything(register).await;
        let refused = refusal(record(register, "refused", None).await);
        assert!(
            refused.starts_with("error-clock-behind") && refused.contains("2045-06-01 10:00 UTC"),
            "{refused}"
        );
        assert_eq!(everything(register).await, before);
        let said = accept(register).await;
        assert!(
            said.contains("number 2, recorded at 2045-06-01 10:00 UTC")
                && said.contains("Accepted as entry 3"),
            "{said}"
        );
        for batch in ["after", "and again"] {
            record(register, batch, None).await.unwrap();
        }
        // now there is nothing to accept, and nothing is written
        assert!(accept(register).await.contains("nothing to accept"));
        let times = times(register).await;
        assert_eq!(times.len(), 5);
        assert!(times.is_sorted() && times.iter().map(|(_, day)| day).is_sorted(), "{times:?}");
        for (number, (_, day)) in (1..).zip(&times) {
            // as known on its day, an entry is included and none of a later day is
            let known =
                journal::last_by(register.db.reader(), Day::from_number(*day).unwrap()).await.unwrap();
            assert!(known >= number && times[known as usize - 1].1 == *day, "{number}: {known} of {times:?}");
        }
        let verified = program(register).arg("verify").output().unwrap();
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    });
}

#[test]
fn a_clock_that_runs_400_days_ahead_is_refused_and_a_named_day_is_no_leap() {
    with_network(async |register| {
        // the last entry is years old, but the clock was seen today
        record(register, "today", None).await.unwrap();
        the_register_saw_the_clock_at(register, Timestamp::now() - SignedDuration::from_hours(401 * 24))
            .await;
        let before = everything(register).await;
        assert!(refusal(record(register, "refused", None).await).starts_with("error-clock-ahead"));
        assert_eq!(everything(register).await, before);
        record(register, "named", Some(Timestamp::now())).await.unwrap();
        assert!(accept(register).await.contains("Accepted as entry 4"));
        record(register, "after", None).await.unwrap();
        // an entry written by a clock that is an hour slow keeps the instant of the entry before
        let last = times(register).await.last().unwrap().0;
        record(register, "an hour ahead", Some(Timestamp::from_millisecond(last + 3_600_000).unwrap()))
            .await
            .unwrap();
        record(register, "now", None).await.unwrap();
        let times = times(register).await;
        assert_eq!(times.last().unwrap().0, last + 3_600_000);
        match record(register, "earlier", Some(at(0))).await {
            Err(Error::Refused(message)) => assert_eq!(message.key, "error-recorded-too-early"),
            other => panic!("{other:?}"),
        }
    });
}
