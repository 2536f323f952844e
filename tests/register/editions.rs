//! Editions: a published page does not change, and shows what was corrected since.

use std::sync::Arc;

use decapolis::editions::cli::publish_page;
use decapolis::editions::corrections::Corrections;
use decapolis::editions::proof::{EditionProof, Recount};
use decapolis::editions::publish::Publishing;
use decapolis::editions::recounted::{Recounted, Wording};
use decapolis::editions::site::draft;
use decapolis::editions::{Edition, as_printed, corrections, proof, sign, store};
use decapolis::page::years::Years;
use decapolis::web::context::Site;
use decapolis_actions::{Actor, Request};
use decapolis_base::YearStart;
use decapolis_figures::{Answer, Asked, Figure, Shape, Viewer};
use decapolis_import::transfer;
use decapolis_register::journal::Heads;
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;
use decapolis_words::errors::{Error, Result};

use crate::register::editions_proved::tampered;
use crate::register::files::*;
use crate::support::{Register, both};

const YEAR: Years = Years { from: 2020, to: 2020 };

/// The small network with pages of 2019 to 2021.
pub async fn site(register: &Register) -> Site {
    let mut app =
        decapolis::opening::over(register.db.clone(), None).await.expect("the program over the register");
    app.settings.years = (2019, 2021);
    Site::new(app)
}

fn how() -> Publishing {
    Publishing { by: Some("Secretariat".into()), embargo: None, signatures_demanded: false }
}

fn recorded(second: i64) -> Request {
    Request::by(Actor::Operator).recorded(at(second))
}

pub async fn publish(site: &Site, second: i64) -> Result<Edition> {
    publish_page(site, recorded(second), YEAR, how()).await
}

/// Publishes at the time of the clock.
pub async fn publish_now(site: &Site) -> Result<Edition> {
    publish_page(site, Request::by(Actor::Operator), YEAR, how()).await
}

async fn sign_all(site: &Site, sections: &[&str], by: &str, second: i64) -> Result<Vec<String>> {
    let draft = draft(site, YEAR).await?;
    let sections: Vec<String> = sections.iter().map(|s| s.to_string()).collect();
    sign::sign(&site.app, recorded(second), &draft.pages[0], &sections, by).await
}

pub async fn corrections_of(site: &Site, edition: &Edition) -> Corrections {
    corrections::of(&site.app, site.app.db.reader(), edition).await.expect("corrections")
}

pub async fn proof_of(site: &Site, edition: &Edition) -> EditionProof {
    proof::of(&site.app, site.app.db.reader(), edition).await.expect("a proof")
}

pub async fn texts(site: &Site, edition: &Edition) -> Vec<String> {
    store::pages(site.app.db.reader(), edition)
        .await
        .expect("pages")
        .into_iter()
        .map(|page| page.text)
        .collect()
}

/// Eger was a member all the time: one more member at the end of 2020, and one departure less.
const CORRECTION: &[File] =
    &[("memberships", "organisation,from,until,revision\neger,2012-01-01,,correction\n")];

pub async fn correct(register: &Register, second: i64) {
    let plan = plan_of(register, CORRECTION).await;
    assert_eq!(plan.errors(), 0, "{:?}", plan.problems);
    let about = decapolis_register::journal::About { reason: Some("Eger never left"), ..about("correction") };
    transfer::apply(&register.db, plan, &about, at(second), &zone()).await.expect("a correction");
}

#[test]
fn an_edition_stays_as_it_was_published_and_lists_what_is_corrected_later() {
    with_network(async |register| {
        let site = site(register).await;
        let edition = publish(&site, 10).await.unwrap();
        assert_eq!((edition.code().as_str(), edition.known), ("2020-e1", 1));
        let before = texts(&site, &edition).await;
        assert_eq!(before.len(), 3, "a page in each language");
        assert!(corrections_of(&site, &edition).await.numbers.is_empty());
        correct(register, 20).await;
        assert_eq!(texts(&site, &edition).await, before);
        let found = corrections_of(&site, &edition).await;
        let members = found
            .numbers
            .iter()
            .find(|c| c.number.figure.key == "members" && c.number.period.to == day("2020-12-31"))
            .unwrap();
        assert_eq!((members.number.old.counted, members.number.new.counted, members.all), (3, 4, 1));
        let [change] = &members.changes[..] else { panic!("one row: {:?}", members.changes) };
        let entry = change.entry.as_ref().unwrap();
        assert_eq!(
            (entry.actor.as_str(), entry.reason.as_deref(), change.surely),
            ("operator", Some("Eger never left"), true)
        );
        assert_eq!(entry.day, day("2021-01-01"));
        assert!(found.rules.is_empty());
        let proof = proof_of(&site, &edition).await;
        assert!(proof.stands(), "{proof:?}");
        let number =
            proof.numbers.iter().find(|n| n.figure == "members" && n.period.to == day("2020-12-31")).unwrap();
        let counted = |answer: Option<Answer>| answer.map(|a| a.counted);
        assert_eq!(
            (number.recount, counted(number.then), counted(number.now)),
            (Recount::Equal, Some(3), Some(4))
        );
        // the page has a mark at the number, and still shows the published number
        let reader = site.reader("en").unwrap();
        let sheet = decapolis::editions::site::sheet(&site, &reader, &edition).await.unwrap();
        let text = serde_json::to_string(&sheet).unwrap();
        assert!(text.contains("corrected: 3 → 4"), "{text}");
    });
}

#[test]
fn a_write_counts_only_those_numbers_of_an_edition_again_that_read_its_table() {
    with_network(async |register| {
        let site = site(register).await;
        let edition = publish(&site, 10).await.unwrap();
        let today = async || {
            let heads = site.app.heads(register.db.reader()).await.unwrap();
            site.own::<decapolis::editions::Kept>().today(&site.app, &heads, &edition).await.unwrap()
        };
        let before = today().await;
        assert!(before.numbers.len() > 20 && before.numbers.iter().all(|number| !number.differs()));
        let counted = site.app.figures.evaluations();
        import(
            register,
            "standings",
            20,
            &[("standings", "organisation,year,standing,day\neger,2020,due,2020-12-14\n")],
        )
        .await
        .unwrap();
        assert!(std::sync::Arc::ptr_eq(&before, &today().await), "no number is counted from standings");
        assert_eq!(site.app.figures.evaluations(), counted);
        correct(register, 30).await;
        let after = today().await;
        let heads = site.app.heads(register.db.reader()).await.unwrap();
        let memberships = heads.of(&[&decapolis::members::table::MEMBERSHIPS]);
        let again = after.numbers.iter().filter(|number| number.head == memberships).count();
        assert!((1..after.numbers.len()).contains(&again), "{again} of {}", after.numbers.len());
        assert!(site.app.figures.evaluations() - counted <= again as u64);
        let changed: Vec<&str> =
            after.numbers.iter().filter(|n| n.differs()).map(|n| n.figure.key.as_str()).collect();
        assert!(changed.contains(&"members") && !changed.contains(&"followers"), "{changed:?}");
    });
}

#[test]
fn a_new_edition_replaces_one_and_the_old_one_stays() {
    with_network(async |register| {
        let site = site(register).await;
        let first = publish(&site, 10).await.unwrap();
        assert_eq!(refusal(publish(&site, 11).await), "error-edition-unchanged year=2020 number=1");
        correct(register, 20).await;
        let second = publish(&site, 30).await.unwrap();
        assert_eq!((second.number, second.known), (2, 3));
        let newest =
            store::newest(site.app.db.reader(), (2020, 2020), day("2021-02-01")).await.unwrap().unwrap();
        assert_eq!(newest, second);
        assert_eq!(store::by_code(site.app.db.reader(), "2020-e1").await.unwrap(), Some(first.clone()));
        assert!(proof_of(&site, &first).await.stands() && proof_of(&site, &second).await.stands());
        assert!(corrections_of(&site, &second).await.numbers.is_empty());
    });
}

#[test]
fn an_embargo_holds_an_edition_back_until_its_day() {
    with_network(async |register| {
        let site = site(register).await;
        let embargo = Some(day("2021-04-15"));
        let edition = publish_page(&site, recorded(10), YEAR, Publishing { embargo, ..how() }).await.unwrap();
        let newest =
            async |today: &str| store::newest(site.app.db.reader(), (2020, 2020), day(today)).await.unwrap();
        assert_eq!(newest("2021-04-14").await, None);
        assert_eq!(newest("2021-04-15").await, Some(edition.clone()));
        assert!(
            !edition.is_open_to(Audience::Public, day("2021-04-14"))
                && edition.is_open_to(Audience::Office, day("2021-04-14"))
        );
    });
}

#[test]
fn a_signature_holds_while_the_numbers_of_its_section_are_the_same() {
    with_network(async |register| {
        let site = site(register).await;
        let signed = sign_all(&site, &[], "Secretariat, membership", 5).await.unwrap();
        assert!(signed.len() > 3, "{signed:?}");
        let state = async || {
            let draft = draft(&site, YEAR).await.unwrap();
            sign::standings(site.app.db.reader(), &draft.pages[1]).await.unwrap()
        };
        assert!(state().await.iter().all(|s| s.holds), "in whatever language");
        correct(register, 20).await;
        let changed: Vec<bool> = state().await.iter().map(|s| s.holds).collect();
        assert!(changed.contains(&true) && changed.contains(&false), "{changed:?}");
        let edition = publish(&site, 30).await.unwrap();
        assert_eq!(edition.unsigned.len(), changed.iter().filter(|holds| !**holds).count());
        let key = state().await.into_iter().find(|s| !s.holds).unwrap().section;
        sign_all(&site, &[&key], "Secretariat, again", 40).await.unwrap();
        let again = state().await.into_iter().find(|s| s.section == key).unwrap();
        assert_eq!((again.holds, again.signed.unwrap().by.as_str()), (true, "Secretariat, again"));
    });
}

#[test]
fn what_cannot_be_signed_or_published_is_refused_and_writes_nothing() {
    both(async |register| {
        let empty = site(register).await;
        assert_eq!(refusal(publish(&empty, 0).await), "error-page-empty year=2020");
        assert_eq!(refusal(sign_all(&empty, &[], "Somebody", 0).await), "error-page-empty year=2020");
        import_network(register).await;
        let site = site(register).await;
        let before = everything(register).await;
        assert_eq!(refusal(sign_all(&site, &[], "  ", 1).await), "error-signer-missing");
        assert!(
            refusal(sign_all(&site, &["weather"], "Somebody", 1).await)
                .starts_with("error-section-unknown text=weather")
        );
        let demanded =
            publish_page(&site, recorded(1), YEAR, Publishing { signatures_demanded: true, ..how() }).await;
        assert!(refusal(demanded).starts_with("error-sections-unsigned year=2020"));
        let stale = draft(&site, YEAR).await.unwrap();
        let moved = decapolis::editions::publish::PageDraft { heads: Heads::default(), ..stale.clone() };
        let publish = async |actor, draft| {
            let request = Request::by(actor).recorded(at(1));
            decapolis::editions::publish::publish(&site.app, request, draft, &how()).await
        };
        assert_eq!(refusal(publish(Actor::Operator, &moved).await), "error-moved");
        for actor in [Actor::Demo, Actor::account("k7fq3m", [])] {
            assert!(matches!(publish(actor.clone(), &stale).await, Err(Error::NotAllowed(_))), "{actor:?}");
        }
        assert_eq!(
            refusal(publish_page(&site, recorded(-100_000), YEAR, how()).await),
            "error-recorded-too-early day=2021-01-01"
        );
        assert_eq!(everything(register).await, before);
    });
}

#[test]
fn a_report_from_before_the_register_stands_as_it_was_printed() {
    with_network(async |register| {
        let site = site(register).await;
        let csv = "figure,label_es,label_en,printed,note_en,page\nmembers,,,about 1.350,as of May,3\n,Visitas,Visits,\"más de 2,5 M\",,4\n";
        let lines = as_printed::read(csv.as_bytes(), &site.app.figures.catalog).unwrap();
        assert_eq!(lines.len(), 2);
        let enter =
            async |source: &str, year| as_printed::enter(&site.app, recorded(10), year, &lines, source).await;
        assert_eq!(refusal(enter(" ", 2016).await), "error-source-missing");
        assert_eq!(refusal(enter("Report", 2031).await), "error-printed-year year=2031");
        let edition = enter("Annual report 2016", 2016).await.unwrap();
        assert_eq!(edition.code(), "2016-e1");
        let sheet = decapolis::editions::sheet(site.app.db.reader(), &edition, "es").await.unwrap();
        let text = serde_json::to_string(&sheet).unwrap();
        for said in [
            "about 1.350",
            "más de 2,5 M",
            "Visitas",
            "tal como se imprimió; no se ha recalculado",
            "Annual report 2016",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let proof = proof_of(&site, &edition).await;
        assert!(proof.stands() && proof.numbers.is_empty());
        assert!(corrections_of(&site, &edition).await.numbers.is_empty());
        let (_, said) = tampered(
            &site,
            &edition,
            "UPDATE edition_lines SET printed = 'about 1.360' WHERE ordinal = 1",
            "UPDATE edition_lines SET printed = 'about 1.350' WHERE ordinal = 1",
        )
        .await;
        assert!(said[0].contains("2016-e1"), "{said:?}");
    });
}

#[test]
fn a_report_that_is_not_understood_is_refused_with_its_line() {
    let catalog = crate::register::asked_again::catalog();
    for (text, said) in [
        ("figure,printed\n", "error-printed-empty"),
        ("figure,printed\nweather,3\n", "error-printed-line row=2 text=weather"),
        ("figure,printed\nmembers,\n", "error-printed-line row=2 text=members,"),
        ("label,printed\n,3\n", "error-printed-line row=2 text=,3"),
        ("figure,colour\nmembers,red\n", "error-printed-line row=1 text=colour"),
        ("label_english,printed\na,3\n", "error-printed-line row=1 text=label_english"),
    ] {
        assert_eq!(refusal(as_printed::read(text.as_bytes(), &catalog)), said, "{text}");
    }
    assert!(
        refusal(as_printed::read(b"figure,printed\nmembers,3,4\n", &catalog))
            .starts_with("error-printed-line row=2")
    );
    assert!(refusal(as_printed::read(&[0xff, 0xfe, 0x00], &catalog)).starts_with("error-printed-line row=1"));
}

#[test]
fn editions_neither_come_nor_go_as_files() {
    with_network(async |register| {
        publish(&site(register).await, 10).await.unwrap();
        let files = exported(register).await;
        assert!(
            files.contains_key("memberships")
                && !files.keys().any(|name| name.contains("edition_") || name.contains("sign_offs"))
        );
        let plan = plan_of(
            register,
            &[("sign_offs", "first_year,year,section,signer,day\n2020,2020,voice,Nobody,2020-01-01\n")],
        )
        .await;
        assert_eq!(plan.problems.len(), 1);
        assert_eq!(plan.problems[0].message.key, "error-table-not-in-files");
    });
}

#[test]
fn a_figure_is_provisional_while_one_of_its_rows_is() {
    with_network(async |register| {
        let site = site(register).await;
        let provisional = async |key: &str| {
            let heads = site.app.heads(register.db.reader()).await.unwrap();
            let asked = Asked::period(decapolis_base::Period::year(2020), Known::Now);
            let figure = site.app.figures.catalog.figure(key).unwrap();
            site.app.figures.provisional(register.db.reader(), &heads, figure, &asked).await.unwrap()
        };
        assert!(!provisional("funding-dues").await && !provisional("members").await);
        let line = "line,basis,stage,day,amount,currency,in_network,currency_of_network,passed_on,in_kind\n";
        // rows that the figure leaves out do not make it provisional
        let through = format!("{line}through-2,other,provisional,2020-07-03,1.00,EUR,1.00,EUR,yes,no\n");
        import(register, "through", 10, &[("income", &through)]).await.unwrap();
        assert!(!provisional("funding-dues").await);
        let grant = format!("{line}grant-2,other,provisional,2020-07-03,1.00,EUR,1.00,EUR,no,no\n");
        import(register, "grant", 20, &[("income", &grant)]).await.unwrap();
        assert!(provisional("funding-dues").await && !provisional("members").await);
    });
}

#[test]
fn a_correction_says_no_sum_that_its_reader_may_not_see() {
    with_network(async |register| {
        let site = site(register).await;
        let catalog = &site.app.figures.catalog;
        let share = catalog.figure("funding-dues").unwrap();
        let total = Figure { shape: Shape::Total, base: None, ..share.clone() };
        let locale = site.app.locale("en").unwrap();
        let said = |figure: &Figure, audience: Audience| {
            let (old, new) = (Answer::of(60_000, 100_000), Answer::of(70_000, 100_000));
            let period = decapolis_base::Period::year(2020);
            let number =
                Recounted { ordinal: 1, figure: Arc::new(figure.clone()), period, old, new, head: 1 };
            let viewer = Viewer { audience, today: period.to, years: YearStart::JANUARY };
            number.short(&Wording { catalog, viewer, locale: &locale })
        };
        let of =
            |figure, audience| (said(figure, audience).contains("60"), said(figure, audience).contains("70"));
        assert_eq!(of(&total, Audience::Public), (false, false), "{}", said(&total, Audience::Public));
        assert_eq!(of(share, Audience::Public), (true, true), "{}", said(share, Audience::Public));
        assert_eq!(of(&total, Audience::Office), (true, true), "{}", said(&total, Audience::Office));
    });
}
