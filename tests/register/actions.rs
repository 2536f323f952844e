//! Many actions started at the same time: each is a batch with its own name, and an undo undoes exactly its own batch.

use std::collections::BTreeSet;
use std::sync::Arc;

use decapolis::app::App;
use decapolis::editions::as_printed::{ENTER_AS_PRINTED, EnterAsPrinted, PrintedLine};
use decapolis::editions::publish::{PUBLISH_PAGE, PublishPage, Publishing};
use decapolis::editions::sign::{SIGN_SECTIONS, SignSections};
use decapolis::editions::site::draft;
use decapolis::editions::store;
use decapolis::generate::generate;
use decapolis::import::action::IMPORT;
use decapolis::modules;
use decapolis::network::change_brand::{CHANGE_BRAND, ChangeBrand};
use decapolis::page::years::Years;
use decapolis::studio::save_figure::{SAVE_FIGURE, SaveFigure};
use decapolis::studio::saved::{self, FigureWords};
use decapolis::web::context::Site;
use decapolis_actions::{self as actions, Action, Actor, Done, Program, Request};
use decapolis_base::Texts;
use decapolis_register::journal::JournalNo;
use decapolis_register::verify::verify;
use decapolis_words::errors::Result;
use futures_util::future::join_all;

use crate::register::editions::site;
use crate::register::files::*;
use crate::register::generated::FEW;
use crate::support::{Register, both};

/// How many actions are started at the same time.
const MANY: usize = 20;

/// The program over a register.
pub async fn opened(register: &Register) -> Arc<App> {
    Arc::new(
        decapolis::opening::over(register.db.clone(), None).await.expect("the program over the register"),
    )
}

/// Starts an action with each of these inputs at the same time.
pub async fn at_once<P: Program, I: Send + 'static>(
    program: &Arc<P>,
    action: &'static Action<P, I>,
    inputs: impl IntoIterator<Item = I>,
) -> Vec<Result<Done>> {
    join_all(
        inputs.into_iter().map(|input| actions::run(program, action, Request::by(Actor::Operator), input)),
    )
    .await
}

/// Checks that every batch has its own name.
fn named_apart(done: &[Done]) {
    let names: BTreeSet<&str> = done.iter().map(|done| done.batch.as_str()).collect();
    let numbers: BTreeSet<i64> = done.iter().map(|done| done.number).collect();
    assert_eq!((names.len(), numbers.len()), (done.len(), done.len()), "{names:?}");
    assert!(!names.contains(""));
}

async fn take_back(app: &App, batch: &str) -> Result<Done> {
    actions::undo_batch(&app.register(), Request::by(Actor::Operator), batch, decapolis::modules::actions())
        .await
}

pub async fn last(app: &App) -> JournalNo {
    app.heads(app.db.reader()).await.unwrap().last
}

/// The actions that were done, and the refusals of the others.
fn parted(all: Vec<Result<Done>>) -> (Vec<Done>, BTreeSet<String>) {
    let (mut done, mut refused) = (vec![], BTreeSet::new());
    for one in all {
        match one {
            Ok(one) => done.push(one),
            other => drop(refused.insert(refusal(other))),
        }
    }
    (done, refused)
}

pub async fn proves_itself(register: &Register) {
    let report = verify(&register.db, modules::tables()).await.unwrap();
    assert!(report.intact(), "{:?}", report.differences);
}

pub fn figure(app: &App, key: &str) -> SaveFigure {
    let texts = || Texts::plain(key);
    let words =
        FigureWords { title: texts(), one: texts(), many: texts(), explained: texts(), unit: texts() };
    let figure = app.figures.catalog.figure("members").expect("a generic figure").clone();
    SaveFigure { figure, key: key.into(), from: String::new(), words }
}

#[test]
fn many_figures_saved_at_once_are_as_many_batches_and_each_is_taken_back_alone() {
    with_network(async |register| {
        let app = opened(register).await;
        let keys: Vec<String> = (0..MANY).map(|n| format!("saved-{n}")).collect();
        let saved = at_once(&app, &SAVE_FIGURE, keys.iter().map(|key| figure(&app, key))).await;
        let saved: Vec<Done> = saved.into_iter().map(|done| done.expect("a figure of its own key")).collect();
        named_apart(&saved);
        let there = async || -> BTreeSet<String> {
            saved::all(app.db.reader()).await.unwrap().into_iter().map(|saved| saved.key).collect()
        };
        let codes: BTreeSet<String> = app
            .renewed()
            .await
            .unwrap()
            .figures
            .catalog
            .figures()
            .iter()
            .map(|figure| figure.code.clone())
            .collect();
        assert_eq!(codes.len(), app.figures.catalog.figures().len() + MANY, "no two have one code");
        let mut left: BTreeSet<String> = keys.iter().cloned().collect();
        assert_eq!(there().await, left);
        for (key, done) in keys.iter().zip(&saved).step_by(7) {
            let undone = take_back(&app, &done.batch).await.unwrap();
            assert_eq!(undone.rows, 2, "the record, and what a figure has besides");
            left.remove(key);
            assert_eq!(there().await, left);
        }
        proves_itself(register).await;
    });
}

#[test]
fn of_many_figures_of_one_key_one_is_saved_and_the_others_are_told() {
    with_network(async |register| {
        let app = opened(register).await;
        let saved = at_once(&app, &SAVE_FIGURE, (0..MANY).map(|_| figure(&app, "the-same"))).await;
        let (done, refused): (Vec<_>, Vec<_>) = saved.into_iter().partition(Result::is_ok);
        assert_eq!((done.len(), refused.len()), (1, MANY - 1));
        for one in refused {
            assert_eq!(refusal(one), "error-figure-key-taken key=the-same");
        }
        assert_eq!(last(&app).await, done[0].as_ref().unwrap().number, "what is refused takes no number");
    });
}

#[test]
fn many_undos_at_once_take_back_as_many_batches_and_of_one_batch_only_one_does() {
    with_network(async |register| {
        let app = opened(register).await;
        let before = exported(register).await;
        let inputs = (0..MANY).map(|n| ChangeBrand { accent: Some(format!("#0000{n:02x}")), logo: None });
        let (changed, refused) = parted(at_once(&app.register(), &CHANGE_BRAND, inputs).await);
        assert_eq!((changed.len(), refused.len()), (MANY, 0), "{refused:?}");
        named_apart(&changed);
        // each batch depends on the one before: a refused undo changes nothing and succeeds when its turn comes
        let (undone, refused) =
            parted(join_all(changed.iter().map(|done| take_back(&app, &done.batch))).await);
        assert!(
            !undone.is_empty() && refused.iter().all(|said| said.starts_with("error-batch-stands-on")),
            "{refused:?}"
        );
        assert_eq!(last(&app).await, 1 + (MANY + undone.len()) as i64);
        let mut latest_first: Vec<&Done> = changed.iter().collect();
        latest_first.sort_by_key(|done| std::cmp::Reverse(done.number));
        for done in latest_first {
            let again = take_back(&app, &done.batch).await;
            assert!(again.is_ok() || refusal(again).starts_with("error-batch-unknown"));
        }
        assert_eq!(exported(register).await, before);
        proves_itself(register).await;
        // one batch, many times
        let one = at_once(
            &app.register(),
            &CHANGE_BRAND,
            [ChangeBrand { accent: Some("#0b3d91".into()), logo: None }],
        )
        .await;
        let one = one.into_iter().next().unwrap().unwrap();
        let (done, refused) = parted(join_all((0..MANY).map(|_| take_back(&app, &one.batch))).await);
        assert_eq!((done.len(), done[0].rows), (1, 1));
        assert_eq!(
            refused.into_iter().collect::<Vec<_>>(),
            [format!("error-batch-unknown batch={}", one.batch)]
        );
        assert_eq!(
            refusal(take_back(&app, &done[0].batch).await),
            format!("error-undo-of-undo batch={}", done[0].batch)
        );
        assert_eq!(exported(register).await, before);
    });
}

#[test]
fn of_many_that_choose_the_same_colour_one_changes_the_brand() {
    with_network(async |register| {
        let app = opened(register).await;
        let inputs = (0..MANY).map(|_| ChangeBrand { accent: Some("#0b3d91".into()), logo: None });
        let (done, refused) = parted(at_once(&app.register(), &CHANGE_BRAND, inputs).await);
        assert_eq!((done.len(), last(&app).await), (1, 2));
        assert_eq!(refused.into_iter().collect::<Vec<_>>(), ["error-nothing-to-do"]);
        for (colour, said) in
            [("#ffdd00", "error-colour-too-pale text=#ffdd00"), ("blue", "error-colour text=blue")]
        {
            let input = ChangeBrand { accent: Some(colour.into()), logo: None };
            assert_eq!(refusal(at_once(&app.register(), &CHANGE_BRAND, [input]).await.remove(0)), said);
        }
    });
}

#[test]
fn of_fifty_imports_planned_at_once_one_is_written_and_those_planned_again_are_too() {
    with_network(async |register| {
        let app = opened(register).await;
        let before = exported(register).await;
        let file =
            |n: usize| format!("channel,day,followers\nbirds,2019-{:02}-{:02},{n}\n", n / 28 + 1, n % 28 + 1);
        let mut plans = vec![];
        for n in 0..MANY {
            plans.push(plan_of(register, &[("readings", &file(n))]).await);
        }
        let (done, refused) = parted(at_once(&app.register(), &IMPORT, plans).await);
        assert_eq!((done.len(), last(&app).await), (1, 2));
        assert_eq!(refused.into_iter().collect::<Vec<_>>(), ["error-moved"]);
        take_back(&app, &done[0].batch).await.unwrap();
        assert_eq!(exported(register).await, before);
        let mut done = vec![];
        for n in 0..MANY / 5 {
            let plan = plan_of(register, &[("readings", &file(n))]).await;
            done.extend(parted(at_once(&app.register(), &IMPORT, [plan]).await).0);
        }
        named_apart(&done);
        let (undone, refused) = parted(join_all(done.iter().map(|done| take_back(&app, &done.batch))).await);
        assert_eq!((undone.len(), refused.len()), (MANY / 5, 0), "{refused:?}");
        assert!(undone.iter().all(|undone| undone.rows == 1));
        assert_eq!(exported(register).await, before);
        proves_itself(register).await;
    });
}

const YEAR: Years = Years { from: 2020, to: 2020 };

async fn page(register: &Register) -> (Site, decapolis::editions::publish::PageDraft) {
    let site = site(register).await;
    let draft = draft(&site, YEAR).await.unwrap();
    (site, draft)
}

#[test]
fn many_signatures_at_once_are_as_many_batches_of_which_the_last_holds_and_none_is_undone() {
    with_network(async |register| {
        let (site, draft) = page(register).await;
        let inputs = (0..MANY).map(|n| SignSections {
            sheet: draft.pages[0].clone(),
            wanted: vec![],
            by: format!("Signer {n}"),
        });
        let (done, refused) = parted(at_once(&site.app, &SIGN_SECTIONS, inputs).await);
        assert_eq!((done.len(), refused.len()), (MANY, 0), "{refused:?}");
        named_apart(&done);
        let signed = store::sign_offs(site.app.db.reader(), (2020, 2020)).await.unwrap();
        assert!(
            signed.len() > 3 && signed.iter().all(|s| s.by == signed[0].by),
            "all sections by one of them"
        );
        let before = everything(register).await;
        let said = format!("error-undo-own-action batch={} action=editions.sign-section", done[0].batch);
        assert_eq!(refusal(take_back(&site.app, &done[0].batch).await), said);
        assert_eq!(everything(register).await, before);
        proves_itself(register).await;
    });
}

async fn published_at_once(register: &Register, many: usize) {
    let (site, draft) = page(register).await;
    let inputs = || (0..many).map(|_| PublishPage { draft: draft.clone(), how: Publishing::default() });
    let (done, refused) = parted(at_once(&site.app, &PUBLISH_PAGE, inputs()).await);
    assert_eq!(done.len(), 1);
    assert!(
        refused
            .iter()
            .all(|said| said == "error-moved" || said == "error-edition-unchanged year=2020 number=1"),
        "{refused:?}"
    );
    assert_eq!(last(&site.app).await, 2, "what is refused takes no number");
    let before = everything(register).await;
    assert_eq!(
        refusal(take_back(&site.app, &done[0].batch).await),
        format!("error-undo-edition batch={}", done[0].batch)
    );
    assert_eq!(everything(register).await, before);
    proves_itself(register).await;
}

#[test]
fn of_many_that_publish_one_page_at_once_one_does_and_it_is_not_undone() {
    with_network(async |register| published_at_once(register, 5).await);
}

#[test]
#[ignore = "trial: fifty pages are counted row by row"]
fn of_fifty_that_publish_one_page_at_once_one_does_and_it_is_not_undone() {
    with_network(async |register| published_at_once(register, 50).await);
}

#[test]
fn a_page_is_published_while_tables_are_written_that_its_figures_do_not_read() {
    with_network(async |register| {
        let (site, draft) = page(register).await;
        let brand = ChangeBrand { accent: Some("#0b3d91".into()), logo: None };
        at_once(&site.app.register(), &CHANGE_BRAND, [brand]).await.remove(0).unwrap();
        let input = || PublishPage { draft: draft.clone(), how: Publishing::default() };
        let done = at_once(&site.app, &PUBLISH_PAGE, [input()]).await.remove(0).unwrap();
        let edition = store::by_id(site.app.db.reader(), done.records[0]).await.unwrap().unwrap();
        assert_eq!((edition.code().as_str(), edition.known), ("2020-e1", 2));
        import(
            register,
            "members",
            400_000_000,
            &[("memberships", "organisation,from,until\neger,2020-02-01,\n")],
        )
        .await
        .unwrap();
        assert_eq!(refusal(at_once(&site.app, &PUBLISH_PAGE, [input()]).await.remove(0)), "error-moved");
    });
}

#[test]
fn many_reports_entered_at_once_are_as_many_editions() {
    with_network(async |register| {
        let site = site(register).await;
        let line = PrintedLine {
            figure: Some("members".into()),
            printed: "about 1.350".into(),
            ..PrintedLine::default()
        };
        let inputs = (0..MANY).map(|_| EnterAsPrinted {
            year: 2016,
            lines: vec![line.clone()],
            source: "Report".into(),
        });
        let (done, refused) = parted(at_once(&site.app, &ENTER_AS_PRINTED, inputs).await);
        assert_eq!((done.len(), refused.len()), (MANY, 0), "{refused:?}");
        named_apart(&done);
        let numbers: BTreeSet<i64> = store::of_page(site.app.db.reader(), (2016, 2016))
            .await
            .unwrap()
            .iter()
            .map(|e| e.number)
            .collect();
        assert_eq!(numbers, (1..=MANY as i64).collect());
        assert_eq!(
            refusal(take_back(&site.app, &done[0].batch).await),
            format!("error-undo-edition batch={}", done[0].batch)
        );
        proves_itself(register).await;
    });
}

#[test]
fn of_many_that_invent_a_register_at_once_one_does() {
    both(async |register| {
        let all = join_all(
            (0..MANY).map(|_| generate(&register.db, decapolis::modules::tables(), FEW, Box::new(|_| ()))),
        )
        .await;
        let (made, refused): (Vec<_>, Vec<_>) = all.into_iter().partition(Result::is_ok);
        assert_eq!((made.len(), refused.len()), (1, MANY - 1));
        for one in refused {
            assert_eq!(refusal(one), "error-generate-not-empty");
        }
    });
}
