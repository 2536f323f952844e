//! Jobs: written with the data they belong to, done by one worker at a time, and done again when they fail.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use decapolis::app::App;
use decapolis::jobs::kind::JobKind;
use decapolis::jobs::store::{LEASE, claim, dead, forget, job, plan_repeated, try_again};
use decapolis::jobs::table::JOBS;
use decapolis::jobs::worker::{Worker, do_next};
use decapolis_register::unversioned::{self, Beside};
use decapolis_words::errors::Error;
use jiff::{SignedDuration, Timestamp};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use crate::register::files::import_network;
use crate::support::{Register, both};

/// What the jobs of these tests were asked to do, in the order in which they were done.
static DONE: Mutex<Vec<String>> = Mutex::new(vec![]);

static NOTE: JobKind = JobKind {
    name: "tests.note",
    run: |_, input| {
        Box::pin(async move {
            match input.rsplit_once(' ').map_or("", |(_, word)| word) {
                "later" => Err(Error::Unavailable("not now".into())),
                "never" => Err(Error::refused("error-nothing-to-do")),
                "busy" => Err(Error::refused("error-busy")),
                "breaks" => panic!("it breaks"),
                _ => {
                    DONE.lock().unwrap().push(input);
                    Ok(())
                }
            }
        })
    },
    gave_up: None,
    again_after: None,
};

static NOTES: &[&JobKind] = &[&NOTE];

fn noted(of: &str) -> usize {
    DONE.lock().unwrap().iter().filter(|done| done.starts_with(of)).count()
}

fn now() -> Timestamp {
    "2026-11-30T12:00:00Z".parse().unwrap()
}

fn later(ms: i64) -> Timestamp {
    now() + SignedDuration::from_millis(ms)
}

async fn app(register: &Register) -> Arc<App> {
    import_network(register).await;
    Arc::new(decapolis::opening::over(register.db.clone(), None).await.expect("an app"))
}

async fn queue(register: &Register, input: &str) {
    unversioned::write(&register.db, [job(&NOTE, input, now()).unwrap()]).await.unwrap();
}

async fn count(register: &Register) -> usize {
    let ask = Query::select().column("code").from(JOBS.name).to_owned();
    register.db.reader().query_all(&ask).await.unwrap().len()
}

#[test]
fn a_job_is_done_once_and_is_gone() {
    both(async |register| {
        let app = app(register).await;
        let of = format!("once on {}", register.database());
        queue(register, &of).await;
        assert!(do_next(&app, NOTES, now()).await.unwrap());
        assert!(!do_next(&app, NOTES, now()).await.unwrap(), "nothing else is due");
        assert_eq!((noted(&of), count(register).await), (1, 0));
    });
}

#[test]
fn a_job_of_a_batch_that_was_rolled_back_does_not_exist() {
    both(async |register| {
        app(register).await;
        let lost = Condition::all().add(Expr::col("code").eq("nobody has it"));
        let writes = [
            job(&NOTE, "never written", now()).unwrap(),
            Beside::delete(&JOBS, lost).or_refused("error-nothing-to-do"),
        ];
        assert!(unversioned::write(&register.db, writes).await.is_err());
        assert_eq!(claim(&register.db, NOTES, later(LEASE)).await.unwrap(), None);
        assert_eq!(count(register).await, 0);
    });
}

#[test]
fn two_workers_never_have_one_job_at_the_same_time() {
    both(async |register| {
        app(register).await;
        for n in 0..12 {
            queue(register, &format!("shared {n}")).await;
        }
        let mut workers = vec![];
        for _ in 0..6 {
            let db = register.db.clone();
            workers.push(tokio::spawn(async move {
                let mut mine = vec![];
                for _ in 0..12 {
                    mine.extend(claim(&db, NOTES, now()).await.unwrap().map(|job| job.input));
                }
                mine
            }));
        }
        let mut all = vec![];
        for worker in workers {
            all.extend(worker.await.unwrap());
        }
        all.sort();
        let each = all.len();
        all.dedup();
        assert_eq!((each, all.len()), (12, 12), "each job was claimed by one worker: {all:?}");
    });
}

#[test]
fn a_lease_that_ran_out_is_taken_again_and_the_first_claim_changes_nothing_any_more() {
    both(async |register| {
        app(register).await;
        queue(register, "slow").await;
        let first = claim(&register.db, NOTES, now()).await.unwrap().expect("a job");
        assert_eq!(claim(&register.db, NOTES, later(LEASE - 1)).await.unwrap(), None, "its lease lasts");
        let second = claim(&register.db, NOTES, later(LEASE)).await.unwrap().expect("it is free again");
        assert_eq!(second.code, first.code);
        first.is_done(&register.db, &NOTE, later(LEASE)).await.unwrap();
        assert_eq!(count(register).await, 1, "the second worker has it");
        second.is_done(&register.db, &NOTE, later(LEASE)).await.unwrap();
        assert_eq!(count(register).await, 0);
    });
}

#[test]
fn what_fails_is_tried_again_later_and_dies_after_some_tries() {
    both(async |register| {
        let app = app(register).await;
        queue(register, "this will work later").await;
        assert!(do_next(&app, NOTES, now()).await.unwrap());
        assert!(!do_next(&app, NOTES, later(59_000)).await.unwrap(), "a minute has not passed");
        let (mut tries, mut at) = (1, later(60_000));
        while do_next(&app, NOTES, at).await.unwrap() {
            tries += 1;
            at += SignedDuration::from_hours(13);
        }
        assert_eq!(tries, 8);
        let dead_now = dead(register.db.reader()).await.unwrap();
        assert_eq!(dead_now.len(), 1);
        assert!(dead_now[0].fault.ends_with("not now"), "{}", dead_now[0].fault);
        try_again(&register.db, &dead_now[0].code, at).await.unwrap();
        assert!(do_next(&app, NOTES, at).await.unwrap(), "a person lets it be tried again");
    });
}

#[test]
fn what_is_refused_or_breaks_does_not_end_the_worker() {
    both(async |register| {
        let app = app(register).await;
        queue(register, "refused: never").await;
        queue(register, "it breaks").await;
        // somebody else writes at the moment: that passes
        queue(register, "it is busy").await;
        for _ in 0..3 {
            assert!(do_next(&app, NOTES, now()).await.unwrap());
        }
        let dead_now = dead(register.db.reader()).await.unwrap();
        assert_eq!(
            dead_now.len(),
            1,
            "what is refused is dead at once, what broke is tried again: {dead_now:?}"
        );
        forget(&register.db, &dead_now[0].code).await.unwrap();
        assert_eq!(count(register).await, 2);
    });
}

#[test]
fn repeated_work_is_planned_once_and_is_due_again_after_its_time() {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    static DAILY: JobKind = JobKind {
        name: "tests.daily",
        run: |_, _| {
            Box::pin(async {
                RUNS.fetch_add(1, Ordering::SeqCst);
                Ok(())
            })
        },
        gave_up: None,
        again_after: Some(std::time::Duration::from_secs(24 * 60 * 60)),
    };
    static KINDS: &[&JobKind] = &[&DAILY];
    both(async |register| {
        let app = app(register).await;
        RUNS.store(0, Ordering::SeqCst);
        for _ in 0..2 {
            plan_repeated(&register.db, KINDS, now()).await.unwrap();
        }
        assert_eq!(count(register).await, 1);
        while do_next(&app, KINDS, now()).await.unwrap() {}
        while do_next(&app, KINDS, later(23 * 60 * 60 * 1000)).await.unwrap() {}
        assert_eq!(RUNS.load(Ordering::SeqCst), 1);
        assert!(do_next(&app, KINDS, later(24 * 60 * 60 * 1000)).await.unwrap());
        assert_eq!(RUNS.load(Ordering::SeqCst), 2);
    });
}

#[test]
fn the_worker_of_a_server_does_what_is_due_and_ends_when_asked() {
    both(async |register| {
        let app = app(register).await;
        let of = format!("by the worker on {}", register.database());
        unversioned::write(&register.db, [job(&NOTE, of.as_str(), Timestamp::now()).unwrap()]).await.unwrap();
        let worker = Worker::begin(app, NOTES);
        for _ in 0..100 {
            if noted(&of) == 1 && count(register).await == 0 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(noted(&of), 1);
        let asked = std::time::Instant::now();
        worker.end().await;
        assert!(asked.elapsed() < std::time::Duration::from_secs(1), "an idle worker ends at once");
    });
}
