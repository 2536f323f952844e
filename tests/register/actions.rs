//! Actions that many start at once: each is a batch with a name of its own, and an undo takes back exactly its own.

use std::collections::BTreeSet;
use std::sync::Arc;

use decapolis::app::App;
use decapolis::studio::save_figure::{SAVE_FIGURE, SaveFigure};
use decapolis::studio::saved::{self, FigureWords};
use decapolis_base::Texts;
use decapolis_core::actions::{self, Action, Actor, Done, Request};
use decapolis_core::errors::Result;
use decapolis_core::verify::verify;
use futures_util::future::join_all;

use crate::register::files::*;
use crate::support::{Register, both};

/// So many start at once.
const MANY: usize = 50;

async fn network(register: &Register) -> Arc<App> {
    import_network(register).await;
    Arc::new(App::over(register.db.clone(), None).await.expect("the program over the register"))
}

/// Starts an action with each of these inputs at once.
async fn at_once<I: Send + 'static>(
    app: &Arc<App>,
    action: &'static Action<App, I>,
    inputs: impl IntoIterator<Item = I>,
) -> Vec<Result<Done>> {
    join_all(inputs.into_iter().map(|input| actions::run(app, action, Request::by(Actor::Operator), input))).await
}

/// Every batch has a name that no other has.
fn named_apart(done: &[Done]) {
    let names: BTreeSet<&str> = done.iter().map(|done| done.batch.as_str()).collect();
    let numbers: BTreeSet<i64> = done.iter().map(|done| done.number).collect();
    assert_eq!((names.len(), numbers.len()), (done.len(), done.len()), "{names:?}");
    assert!(!names.contains(""));
}

async fn proves_itself(register: &Register) {
    let report = verify(&register.db, decapolis::modules::tables()).await.unwrap();
    assert!(report.intact(), "{:?}", report.differences);
}

fn figure(app: &App, key: &str) -> SaveFigure {
    let texts = || Texts::plain(key);
    let words = FigureWords { title: texts(), one: texts(), many: texts(), explained: texts(), unit: texts() };
    let figure = app.figures.catalog.figure("members").expect("a generic figure").clone();
    SaveFigure { figure, key: key.into(), from: String::new(), words }
}

#[test]
fn fifty_figures_saved_at_once_are_fifty_batches_and_each_is_taken_back_alone() {
    both(async |register| {
        let app = network(register).await;
        let keys: Vec<String> = (0..MANY).map(|n| format!("saved-{n}")).collect();
        let saved = at_once(&app, &SAVE_FIGURE, keys.iter().map(|key| figure(&app, key))).await;
        let saved: Vec<Done> = saved.into_iter().map(|done| done.expect("a figure of its own key")).collect();
        named_apart(&saved);
        let there =
            async || -> BTreeSet<String> { saved::all(app.db.reader()).await.unwrap().into_iter().map(|saved| saved.key).collect() };
        let codes: BTreeSet<String> =
            app.renewed().await.unwrap().figures.catalog.figures().iter().map(|figure| figure.code.clone()).collect();
        assert_eq!(codes.len(), app.figures.catalog.figures().len() + MANY, "no two have one code");
        let mut left: BTreeSet<String> = keys.iter().cloned().collect();
        assert_eq!(there().await, left);
        for (key, done) in keys.iter().zip(&saved).step_by(7) {
            let undone =
                actions::undo_batch(&app.register(), Request::by(Actor::Operator), &done.batch, decapolis::actions::ALL).await.unwrap();
            assert_eq!(undone.rows, 2, "the record, and what a figure has besides");
            left.remove(key);
            assert_eq!(there().await, left);
        }
        proves_itself(register).await;
    });
}

#[test]
fn of_fifty_figures_of_one_key_one_is_saved_and_the_others_are_told() {
    both(async |register| {
        let app = network(register).await;
        let saved = at_once(&app, &SAVE_FIGURE, (0..MANY).map(|_| figure(&app, "the-same"))).await;
        let (done, refused): (Vec<_>, Vec<_>) = saved.into_iter().partition(Result::is_ok);
        assert_eq!((done.len(), refused.len()), (1, MANY - 1));
        for one in refused {
            assert_eq!(refusal(one), "error-figure-key-taken key=the-same");
        }
        assert_eq!(app.heads(app.db.reader()).await.unwrap().last, done[0].as_ref().unwrap().number, "what is refused takes no number");
    });
}
