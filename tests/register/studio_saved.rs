//! Figures that were saved in the studio: in the catalogue, with their versions, and taken back.

use super::studio::{load, made, save, year};
use crate::support::both;
use decapolis::modules;
use decapolis::studio::saved::FigureWords;
use decapolis_actions::{self as actions, Actor};
use decapolis_base::Texts;
use decapolis_figures::{Figure, Figures};
use decapolis_register::journal::About;
use decapolis_words::errors::Error;
use jiff::Timestamp;
use std::sync::Arc;

fn words(title: &str) -> FigureWords {
    let texts = || Texts::plain(title);
    FigureWords { title: texts(), one: texts(), many: texts(), explained: texts(), unit: texts() }
}

#[test]
fn a_saved_figure_is_in_the_catalogue_with_its_version_until_it_is_taken_back() {
    both(async |register| {
        let app = load(register).await;
        let figure = made(&app, "c1=admissions&c1.on=country").await.unwrap();
        let saved = save(&app, Actor::Operator, figure.clone(), "new-countries", "", words("Countries"))
            .await
            .unwrap();
        assert_eq!(
            (saved.figure.version, app.figures.catalog.by_code(&saved.figure.code).is_none()),
            (1, true)
        );
        let app = Arc::new(app.renewed().await.unwrap());
        assert_eq!(app.figures.catalog.figure("new-countries"), Some(&saved.figure));
        let locale = app.locale("en").unwrap();
        assert_eq!(locale.say("figure-new-countries.title"), "Countries");
        // saving the same again changes nothing; another rule is the next version, other words are not
        let refused = async |figure: &Figure, key: &str, from: &str, actor| {
            let saved = save(&app, actor, figure.clone(), key, from, words("Countries")).await;
            match saved.expect_err(key) {
                Error::Refused(message) => message.key,
                Error::NotAllowed(reason) => reason,
                other => panic!("{key}: {other}"),
            }
        };
        assert_eq!(
            refused(&figure, "new-countries", "new-countries", Actor::Operator).await,
            "error-figure-same"
        );
        assert_eq!(refused(&figure, "new-countries", "", Actor::Operator).await, "error-figure-key-taken");
        assert_eq!(refused(&figure, "members", "", Actor::Operator).await, "error-figure-key-taken");
        assert_eq!(refused(&figure, "org-1", "", Actor::Operator).await, "error-figure-key-taken");
        assert_eq!(refused(&figure, "New countries", "", Actor::Operator).await, "error-figure-key");
        assert_eq!(
            refused(&figure, "other", "", Actor::account("k7fq3m", [])).await,
            "only-the-office-writes"
        );
        let other =
            save(&app, Actor::Operator, figure.clone(), "new-countries", "new-countries", words("States"))
                .await
                .unwrap();
        assert_eq!(other.figure.version, 1);
        let changed = made(&app, "c1=admissions&c1.on=country&c1.as.succession=keep&c1.is.succession=no")
            .await
            .unwrap();
        assert_eq!(
            changed.counted[0].keep[0].reason.as_deref(),
            Some("succession"),
            "a reason that another figure gives is given again"
        );
        let next = save(&app, Actor::Operator, changed, "new-countries", "new-countries", words("States"))
            .await
            .unwrap();
        assert_eq!((next.figure.version, &next.figure.code), (2, &saved.figure.code));
        // a generic figure can be changed too: the saved one replaces its file
        let generic = app.figures.catalog.figure("members").unwrap().clone();
        let rule =
            Figure { shown: decapolis_figures::Shown { floor: Some(5), decimals: 0 }, ..generic.clone() };
        let over = save(&app, Actor::Operator, rule, "members", "members", words("Members")).await.unwrap();
        assert_eq!((over.figure.version, over.figure.code.as_str()), (2, "M4TK"));
        // but not in a way that a page showing it could not be made
        let unlike = Figure { breakdowns: vec![], ..generic };
        assert_eq!(refused(&unlike, "members", "members", Actor::Operator).await, "error-figure-page");
        // undone one by one, each earlier figure is back
        let undo = async |batch: &str| {
            let about = About {
                actor: "operator",
                action: "register.undo",
                batch: None,
                reason: None,
                undoes: Some(batch),
            };
            actions::undo(
                &register.db,
                modules::tables(),
                batch,
                &about,
                Timestamp::now(),
                &jiff::tz::TimeZone::UTC,
            )
            .await
            .unwrap();
        };
        let version =
            async |key: &str| app.renewed().await.unwrap().figures.catalog.figure(key).map(|f| f.version);
        assert_eq!((version("members").await, version("new-countries").await), (Some(2), Some(2)));
        undo(&over.batch).await;
        undo(&next.batch).await;
        assert_eq!((version("members").await, version("new-countries").await), (Some(1), Some(1)));
        undo(&other.batch).await;
        undo(&saved.batch).await;
        assert_eq!(version("new-countries").await, None);
    });
}

#[test]
fn a_saved_figure_that_cannot_be_counted_any_more_leaves_the_others_alone() {
    both(async |register| {
        let app = load(register).await;
        let figure = made(&app, "c1=members").await.unwrap();
        save(&app, Actor::Operator, figure, "my-members", "", words("Mine")).await.unwrap();
        let broken = "UPDATE saved_figures SET rule = replace(rule, 'organisation', 'nothing')";
        register.db.run_unjournaled(broken).await.unwrap();
        let app = Arc::new(app.renewed().await.unwrap());
        assert!(
            app.figures.catalog.figure("my-members").is_none()
                && app.figures.catalog.figure("members").is_some()
        );
        let heads = app.heads(app.db.reader()).await.unwrap();
        let figures: &Figures = &app.figures;
        assert_eq!(
            figures
                .number(app.db.reader(), &heads, figures.catalog.figure("members").unwrap(), &year())
                .await
                .unwrap()
                .counted,
            85
        );
    });
}
