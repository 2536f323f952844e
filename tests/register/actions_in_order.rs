//! The order in which an action is done: who may, what was looked at, the rules, and what is written.

use super::actions::{at_once, figure, last, opened, proves_itself};
use crate::register::files::*;
use crate::support::Register;
use decapolis::app::App;
use decapolis::assets;
use decapolis::modules;
use decapolis::network::change_brand::{CHANGE_BRAND, ChangeBrand};
use decapolis::network::table::NETWORKS;
use decapolis::studio::save_figure::SAVE_FIGURE;
use decapolis::studio::saved::{self};
use decapolis_actions::{
    self as actions, Action, Actor, Description, Done, Request, RowToken, SECRETARIAT, Turn, Undo,
};
use decapolis_base::{PartialDay, Texts};
use decapolis_register::changes::Changes;
use decapolis_register::records::NewRecord;
use decapolis_register::table::{Table, Written};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use decapolis_words::{Locale, Numerals, Words};
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeSet;
use std::time::Duration;

#[test]
fn an_action_goes_on_when_nobody_waits_for_it_any_more() {
    with_network(async |register| {
        let app = opened(register).await;
        let hung_up = actions::run(&app, &SAVE_FIGURE, Request::by(Actor::Operator), figure(&app, "goes-on"));
        // a request whose time limit ends at once
        let _ = tokio::time::timeout(Duration::from_micros(1), hung_up).await;
        for _ in 0..200 {
            if last(&app).await == 2 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(saved::all(app.db.reader()).await.unwrap().len(), 1);
        // the writer is free again
        let next = at_once(&app, &SAVE_FIGURE, [figure(&app, "the-next")]).await;
        assert_eq!(next[0].as_ref().unwrap().number, 3);
    });
}

#[test]
fn what_changed_since_it_was_looked_at_is_not_written_over() {
    with_network(async |register| {
        let app = opened(register).await;
        let network = sea_orm::Statement::from_string(register.db.backend(), "SELECT id FROM networks");
        let id: i64 =
            register.db.reader().query_one_raw(network).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        let seen = RowToken::of(register.db.reader(), &NETWORKS, id).await.unwrap().unwrap();
        assert_eq!(seen.to_string(), format!("{id}@1"));
        let change = async |seen: RowToken, colour: &str| {
            let request = Request::by(Actor::Operator).having_seen(seen);
            actions::run(
                &app.register(),
                &CHANGE_BRAND,
                request,
                ChangeBrand { accent: Some(colour.into()), logo: None },
            )
            .await
        };
        change(seen, "#0b3d91").await.unwrap();
        let before = everything(register).await;
        assert_eq!(refusal(change(seen, "#1f7d4a").await), "error-row-moved");
        assert_eq!(everything(register).await, before);
        let now = RowToken::read(&NETWORKS, &format!("{id}@2")).unwrap();
        change(now, "#1f7d4a").await.unwrap();
    });
}

#[test]
fn a_plan_of_an_action_writes_nothing() {
    with_network(async |register| {
        let app = opened(register).await;
        let before = everything(register).await;
        let request = Request::by(Actor::Operator);
        let input = ChangeBrand { accent: Some("#0b3d91".into()), logo: None };
        let changes = actions::plan(&*app.register(), &CHANGE_BRAND, &request, input).await.unwrap();
        assert_eq!(changes.writes().len(), 1);
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn who_acts_is_in_the_journal_and_who_may_not_leaves_nothing() {
    with_network(async |register| {
        let app = opened(register).await;
        let save = async |actor: Actor, key: &str| {
            actions::run(&app, &SAVE_FIGURE, Request::by(actor), figure(&app, key)).await
        };
        save(Actor::Demo, "tried").await.unwrap();
        save(Actor::Job("night"), "at-night").await.unwrap();
        assert!(matches!(
            save(Actor::account("k7fq3m", []), "mine").await,
            Err(Error::NotAllowed("only-the-office-writes"))
        ));
        let brand = ChangeBrand { accent: Some("#0b3d91".into()), logo: None };
        let demo = actions::run(&app.register(), &CHANGE_BRAND, Request::by(Actor::Demo), brand).await;
        assert!(matches!(demo, Err(Error::NotAllowed("only-the-office-writes"))));
        let sql = "SELECT actor FROM journal ORDER BY number";
        let rows = register
            .db
            .reader()
            .query_all_raw(Statement::from_string(register.db.backend(), sql))
            .await
            .unwrap();
        let actors: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        assert_eq!(actors, ["operator", "demo", "job:night"]);
    });
}

#[test]
fn an_action_is_named_once_asks_for_columns_that_are_there_and_writes_where_its_tables_let_it() {
    let names: BTreeSet<&str> = decapolis::modules::actions().iter().map(|action| action.name).collect();
    assert_eq!(names.len(), decapolis::modules::actions().len());
    let words = Words::load(assets::word_files(None).unwrap()).unwrap();
    let numerals = Numerals::new("en").unwrap();
    let locale = Locale { words: &words, numerals: &numerals, language: "en" };
    for action in decapolis::modules::actions() {
        let (module, verb) = action.name.split_once('.').expect("module.verb-noun");
        assert!(
            verb.chars().chain(module.chars()).all(|c| c.is_ascii_lowercase() || c == '-'),
            "{}",
            action.name
        );
        let titled = decapolis::records::row_actions::title(action.name, &locale);
        assert!(titled.is_some(), "{} has no words in locales/en", action.name);
        for field in action.fields {
            assert!(field.column().is_some(), "{} asks for {}", action.name, field.name);
        }
    }
    for table in modules::tables().all() {
        let Written::OnlyBy(own) = table.written else { continue };
        for name in own {
            let action = decapolis::modules::actions()
                .iter()
                .find(|action| action.name == *name)
                .unwrap_or_else(|| panic!("{} is written by {name}", table.name));
            let is_taken_back = own.contains(&"register.undo");
            assert!(
                is_taken_back || action.undo != Undo::Batch,
                "{name} writes in {}, which no undo takes back",
                table.name
            );
        }
    }
}

/// Writes the changes it is given.
static WRITE: Action<actions::Register, Changes> = Action {
    about: Description {
        name: "test.write",
        on: None,
        fields: &[],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |_, changes| Box::pin(async { Ok(changes) }),
};

async fn write(app: &App, changes: Changes) -> Result<Done> {
    actions::run(&app.register(), &WRITE, Request::by(Actor::Operator), changes).await
}

fn table(name: &str) -> &'static Table {
    modules::tables().named(name).expect("a table")
}

fn row<const N: usize>(cells: [(&str, Cell); N]) -> Values {
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}

/// A row with this first day.
fn since<const N: usize>(from: i64, cells: [(&str, Cell); N]) -> Values {
    let mut values = row(cells);
    values.extend(row([("from", Cell::Int(from)), ("from_last", Cell::Int(from))]));
    values
}

/// The ids that a statement returns.
async fn ids(register: &Register, sql: &str) -> Vec<i64> {
    let rows =
        register.db.reader().query_all_raw(Statement::from_string(register.db.backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

#[test]
fn changes_of_one_entry_may_come_in_any_order_and_refer_to_records_that_are_new() {
    with_network(async |register| {
        let app = opened(register).await;
        let before = exported(register).await;
        let (organisations, memberships, categories) =
            (table("organisations"), table("memberships"), table("categories"));
        let mut changes = Changes::default();
        let record = NewRecord::of("organisation", "fes", Texts::plain("Fes"));
        let fes = changes.record(organisations, record, row([("level", Cell::Text("municipal".into()))]));
        changes.fact(memberships, since(20200101, [("organisation", Cell::Int(fes))]));
        changes.fact(
            categories,
            since(20200101, [("organisation", Cell::Int(fes)), ("category", Cell::Text("full".into()))]),
        );
        let done = write(&app, changes).await.unwrap();
        assert_eq!((done.rows, done.records.len()), (4, 1));
        let fes = done.records[0];
        let category =
            ids(register, &format!("SELECT id FROM categories WHERE organisation = {fes}")).await[0];
        // changed from a day on
        let mut changes = Changes::default();
        let full =
            since(20200101, [("organisation", Cell::Int(fes)), ("category", Cell::Text("full".into()))]);
        changes
            .change_from(
                categories,
                category,
                &full,
                PartialDay::exactly(day("2020-07-01")),
                row([("category", Cell::Text("associate".into()))]),
            )
            .unwrap();
        write(&app, changes).await.unwrap();
        let lines = exported(register).await["categories"].clone();
        for line in ["fes,full,2020-01-01,2020-06-30", "fes,associate,2020-07-01,"] {
            assert!(lines.contains(line), "{lines}");
        }
        // a record cannot be removed while another refers to it
        let mut changes = Changes::default();
        changes.remove(organisations, fes);
        assert_eq!(refusal(write(&app, changes).await), "error-record-in-use");
        let mut changes = Changes::default();
        changes.remove(organisations, fes);
        for (name, table) in [("memberships", memberships), ("categories", categories)] {
            for id in ids(register, &format!("SELECT id FROM {name} WHERE organisation = {fes}")).await {
                changes.remove(table, id);
            }
        }
        write(&app, changes).await.unwrap();
        assert_eq!(exported(register).await, before);
        proves_itself(register).await;
    });
}

#[test]
fn the_rules_are_asked_of_what_an_action_writes_before_it_is_written() {
    with_network(async |register| {
        let app = opened(register).await;
        let accra = ids(register, "SELECT id FROM records WHERE code = 'accra'").await[0];
        let (ama, birds) = (
            ids(register, "SELECT id FROM records WHERE code = 'person-ama'").await[0],
            ids(register, "SELECT id FROM records WHERE code = 'birds'").await[0],
        );
        let before = everything(register).await;
        let fact = |name: &str, values: Values| {
            let mut changes = Changes::default();
            changes.fact(table(name), values);
            changes
        };
        let mut taken = Changes::default();
        taken.record(
            table("regions"),
            NewRecord::of("region", "accra", Texts::plain("Accra")),
            Values::new(),
        );
        let reading = row([
            ("channel", Cell::Int(birds)),
            ("day", Cell::Int(20200630)),
            ("day_last", Cell::Int(20200630)),
            ("followers", Cell::Int(1)),
        ]);
        let signature = row([
            ("first_year", Cell::Int(2020)),
            ("year", Cell::Int(2020)),
            ("section", Cell::Text("members".into())),
            ("signer", Cell::Text("Somebody".into())),
            ("day", Cell::Int(20210101)),
            ("day_last", Cell::Int(20210101)),
            ("digest", Cell::Text("0".into())),
        ]);
        for (changes, said) in [
            (fact("memberships", since(20150101, [("organisation", Cell::Int(accra))])), "error-overlap"),
            (fact("memberships", since(20150101, [("organisation", Cell::Int(ama))])), "error-"),
            (fact("memberships", row([("organisation", Cell::Int(accra))])), "error-"),
            (
                fact(
                    "categories",
                    since(
                        20300101,
                        [("organisation", Cell::Int(accra)), ("category", Cell::Text("golden".into()))],
                    ),
                ),
                "error-",
            ),
            (fact("readings", reading), "error-key-there"),
            (taken, "error-code-taken"),
            (
                fact("sign_offs", signature),
                "error-table-own-action table=sign_offs action=editions.sign-section",
            ),
        ] {
            let refused = refusal(write(&app, changes).await);
            assert!(refused.starts_with(said), "{refused}, not {said}");
            assert_eq!(everything(register).await, before);
        }
    });
}
