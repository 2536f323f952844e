//! Figures made in the studio: what can be expressed without code, its sentence, and saving.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use decapolis::app::App;
use decapolis::assets::{self, Network};
use decapolis::import::run::{prepare, write};
use decapolis::modules;
use decapolis::studio::address;
use decapolis::studio::draft::Draft;
use decapolis::studio::offered;
use decapolis::studio::save_figure::{SAVE_FIGURE, SaveFigure};
use decapolis::studio::saved::{self, FigureWords};
use decapolis::studio::sentence::{Names, sentence, units};
use decapolis::studio::settle::{DraftError, complete, settle, unit_of, units as units_of};
use decapolis_actions::{self as actions, Actor, Request};
use decapolis_base::Period;
use decapolis_figures::{Answer, Asked, Catalog, Figure};
use decapolis_register::known::Known;
use decapolis_register::records;
use decapolis_words::errors::Result;
use decapolis_words::{Locale, Numerals, Words};

use crate::support::{Register, both};

/// An assembly with 84 members present and one absent, from 39 countries, 20 of them new, from 16 countries; an event
/// with sessions, speakers and head counts.
fn cast() -> Vec<(String, Cow<'static, [u8]>)> {
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    let mut put = |file: &'static str, header: &str, line: String| {
        let text = files.entry(file).or_insert_with(|| format!("{header},nature\n"));
        writeln!(text, "{line},illustrative").expect("a text");
    };
    for region in ["africa", "europe"] {
        put("regions.csv", "code,label,public", format!("region-{region},Region {region},yes"));
    }
    for n in 0..85 {
        let country = if n < 20 { n % 16 } else { 16 + (n - 20) % 23 };
        let letters = decapolis_base::country::COUNTRIES[country];
        put(
            "places.csv",
            "code,label,public,country,population",
            format!("place-{n},Place {n},yes,{letters},{}", 1_000_000 + n),
        );
        put(
            "organisations.csv",
            "code,label,public,level,place",
            format!("org-{n},City {n},yes,municipal,place-{n}"),
        );
        let from = if n < 20 { "2020-03-01" } else { "2010-01-01" };
        put("memberships.csv", "organisation,from", format!("org-{n},{from}"));
        let category = if n < 54 {
            "full"
        } else if n < 83 {
            "associate"
        } else {
            "other"
        };
        put("categories.csv", "organisation,category,from", format!("org-{n},{category},{from}"));
        let region = if n < 2 { "africa" } else { "europe" };
        put("placements.csv", "organisation,region,from", format!("org-{n},region-{region},2010-01-01"));
        let attendance = if n == 84 {
            "absent"
        } else if n % 2 == 0 {
            "present"
        } else {
            "represented"
        };
        put(
            "attendances.csv",
            "meeting,organisation,attendance",
            format!("assembly-2020,org-{n},{attendance}"),
        );
    }
    put("bodies.csv", "code,label,public,body", "assembly,Assembly,yes,assembly".into());
    for (code, day) in [("assembly-2020", "2020-06-15"), ("assembly-2017", "2020-01-15")] {
        put(
            "meetings.csv",
            "code,label,public,body,day,mode,state",
            format!("{code},{code},yes,assembly,{day},in-person,held"),
        );
    }
    // another meeting of the year must not count
    put("attendances.csv", "", "assembly-2017,org-3,present".into());
    put("platforms.csv", "code,label,public,own", "exchange,Exchange,yes,yes".into());
    for (n, place, country) in
        [(1, "place-0", ""), (2, "place-0", ""), (3, "place-1", ""), (4, "place-16", "AD"), (5, "", "AE")]
    {
        let line = format!("practice-{n},Practice {n},yes,exchange,{place},published,2019-01-01,{country}");
        put("practices.csv", "code,label,public,platform,place,state,from,country", line);
    }
    let activity = "code,label,public,activity,part_of,state,role,from,until";
    for (code, kind, part_of) in [
        ("talks", "series", ""),
        ("forum", "event", "talks"),
        ("fair", "event", ""),
        ("session-1", "session", "forum"),
        ("session-2", "session", "forum"),
        ("session-3", "session", "forum"),
        ("session-4", "session", "talks"),
        ("session-5", "session", "fair"),
    ] {
        put(
            "activities.csv",
            activity,
            format!("{code},The {code},yes,{kind},{part_of},held,led,2020-05-10,2020-05-12"),
        );
    }
    for (gender, people) in [("woman", 57), ("man", 43), ("not-stated", 20)] {
        put(
            "head_counts.csv",
            "activity,count,gender,people,designated",
            format!("forum,present,{gender},{people},yes"),
        );
    }
    put("head_counts.csv", "", "fair,present,man,1000,yes".into());
    let people = "code,label,public,gender,gender_known_by";
    for (n, gender) in ["woman", "woman", "man", "man", "not-stated"].iter().enumerate() {
        put("people.csv", people, format!("p-speaker-{n},Speaker {n},no,{gender},said-so"));
        put(
            "participations.csv",
            "activity,organisation,person,role,day",
            format!("session-1,,p-speaker-{n},spoke,2020-05-10"),
        );
    }
    for n in 0..5 {
        put("people.csv", people, format!("p-leader-{n},Leader {n},no,woman,public-source"));
        put(
            "posts.csv",
            "code,label,public,post,organisation,from",
            format!("leader-{n},Leader of {n},yes,leader,org-{n},2010-01-01"),
        );
        // the fifth took office after the forum
        let from = if n == 4 { "2020-09-01" } else { "2019-01-01" };
        put(
            "mandates.csv",
            "post,holder,person,from,way",
            format!("leader-{n},person,p-leader-{n},{from},elected"),
        );
    }
    for (organisation, person) in
        [(0, "p-leader-0"), (1, "p-leader-1"), (2, "p-leader-2"), (3, "p-speaker-0"), (4, "p-leader-4")]
    {
        put("participations.csv", "", format!("forum,org-{organisation},{person},attended,2020-05-10"));
    }
    files.into_iter().map(|(file, text)| (file.to_string(), Cow::Owned(text.into_bytes()))).collect()
}

pub async fn load(register: &Register) -> Arc<App> {
    let app = decapolis::opening::over(register.db.clone(), None).await.expect("an app");
    let (plan, zone) = prepare(&app, &cast()).await.expect("a plan");
    assert_eq!(plan.problems, []);
    write(&app, decapolis_actions::Actor::Operator, plan, None, zone, None).await.expect("the cast");
    Arc::new(app)
}

/// A saved figure, and the batch to undo it.
#[derive(Debug)]
pub struct Kept {
    pub figure: Figure,
    pub batch: String,
}

pub async fn save(
    app: &Arc<App>,
    actor: Actor,
    figure: Figure,
    key: &str,
    from: &str,
    words: FigureWords,
) -> Result<Kept> {
    let input = SaveFigure { figure, key: key.into(), from: from.into(), words };
    let done = actions::run(app, &SAVE_FIGURE, Request::by(actor), input).await?;
    let saved =
        saved::all(app.db.reader()).await?.into_iter().find(|saved| saved.key == key).expect("it is saved");
    Ok(Kept { figure: toml::from_str(&saved.rule).expect("a figure"), batch: done.batch })
}

/// The figure that the studio makes of a query.
pub async fn made(app: &App, query: &str) -> std::result::Result<Figure, Vec<DraftError>> {
    let pairs: Vec<(String, String)> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(n, v)| (n.to_string(), v.to_string()))
        .collect();
    let catalog = &app.figures.catalog;
    let mut draft = address::read(&pairs, catalog);
    complete(&mut draft, catalog);
    let mut faults = offered::resolve(app.db.reader(), &mut draft, catalog, Actor::Demo.audience())
        .await
        .expect("records");
    match settle(&draft, catalog) {
        Ok(figure) if faults.is_empty() => Ok(figure),
        settled => {
            faults.extend(settled.err().unwrap_or_default());
            Err(faults)
        }
    }
}

async fn asked(app: &App, query: &str) -> (Figure, Answer) {
    let figure = made(app, query).await.unwrap_or_else(|faults| panic!("{query}: {faults:?}"));
    let figure = Figure { key: figure.text(), ..figure };
    let heads = app.heads(app.db.reader()).await.unwrap();
    let answer = app.figures.number(app.db.reader(), &heads, &figure, &year()).await.unwrap();
    (figure, answer)
}

pub fn year() -> Asked {
    Asked::period(Period::year(2020), Known::Now)
}

/// A breakdown, with records by their codes.
pub async fn by(app: &App, figure: &Figure, column: &str) -> Vec<(String, i64)> {
    let heads = app.heads(app.db.reader()).await.unwrap();
    let groups = app.figures.by(app.db.reader(), &heads, figure, &year(), column).await.unwrap();
    let labels = records::by_ids(app.db.reader(), groups.iter().filter_map(|g| g.by.as_ref()?.parse().ok()))
        .await
        .unwrap();
    let code = |by: &str| {
        by.parse().ok().and_then(|id: i64| labels.get(&id)).map_or_else(|| by.to_string(), |r| r.code.clone())
    };
    groups
        .iter()
        .filter(|g| g.answer.counted > 0)
        .map(|g| (g.by.as_deref().map(code).unwrap_or_default(), g.answer.counted))
        .collect()
}

const THERE: &str = "c1=attendances&c1.as.meeting=of&c1.is.meeting=assembly-2020&c1.as.attendance=keep&c1.is.attendance=present&c1.is.attendance=represented";

#[test]
fn eight_questions_of_a_secretariat_are_answered_without_code() {
    both(async |register| {
        let app = load(register).await;
        // people attending, with 57 % women of those whose gender is stated
        let heads = "measure=sum:people&c1=head-counts&c1.as.record=of&c1.is.record=forum&c1.as.covered=keep&c1.is.covered=no";
        assert_eq!(asked(&app, heads).await.1.counted, 120);
        let women = format!(
            "{heads}&shape=share&c1.as.gender=of&c1.is.gender=woman&b=head-counts&b.as.record=of&b.is.record=forum&b.as.covered=keep&b.is.covered=no&b.as.gender=keep&b.is.gender=woman&b.is.gender=man&b.is.gender=non-binary"
        );
        let (figure, answer) = asked(&app, &women).await;
        assert_eq!((answer, answer.value(&figure)), (Answer::of(57, 100), Some(57.0)));
        // members by category at a meeting
        let (figure, answer) = asked(&app, &format!("{THERE}&c1.on=organisation&by=category")).await;
        assert_eq!(answer.counted, 84);
        let categories = [("associate", 29), ("full", 54), ("other", 1)].map(|(c, n)| (c.to_string(), n));
        assert_eq!(by(&app, &figure, "category").await, categories);
        // the inhabitants they represent, from 39 countries
        let inhabitants: i64 = (0..84).map(|n| 1_000_000 + n).sum();
        assert_eq!(asked(&app, &format!("{THERE}&measure=sum:population")).await.1.counted, inhabitants);
        let (figure, answer) = asked(&app, &format!("{THERE}&c1.on=country")).await;
        assert_eq!((answer.counted, figure.unit.as_str()), (39, "country"));
        // new members from 16 countries
        assert_eq!(asked(&app, "c1=admissions&c1.on=country").await.1.counted, 16);
        assert_eq!(asked(&app, "c1=admissions&c1.on=organisation").await.1.counted, 20);
        // cities and countries of practices: one has no city, two state their country themselves
        let practices = "c1=practices&c1.as.state=keep&c1.is.state=published";
        assert_eq!(asked(&app, &format!("{practices}&c1.on=place")).await.1.counted, 3);
        let (figure, answer) = asked(&app, &format!("{practices}&c1.on=country&by=country")).await;
        assert_eq!(answer.counted, 2);
        assert_eq!(by(&app, &figure, "country").await, [("AD".to_string(), 1), ("AE".to_string(), 1)]);
        // sessions of a series, including those of its events
        let sessions = "c1=activities&c1.on=record&c1.as.activity=of&c1.is.activity=session";
        assert_eq!(asked(&app, sessions).await.1.counted, 5);
        assert_eq!(asked(&app, &format!("{sessions}&c1.as.series=of&c1.is.series=talks")).await.1.counted, 4);
        // speakers half and half, of those whose gender is stated
        let speakers = |part: &str| {
            format!(
                "{part}=participations&{part}.on=person&{part}.as.role=of&{part}.is.role=spoke&{part}.as.gender=keep"
            )
        };
        let half = format!(
            "shape=share&{}&c1.is.gender=woman&{}&b.is.gender=woman&b.is.gender=man&b.is.gender=non-binary",
            speakers("c1"),
            speakers("b")
        );
        let (figure, answer) = asked(&app, &half).await;
        assert_eq!((answer, answer.value(&figure)), (Answer::of(2, 4), Some(50.0)));
        // members whose leader attended an event, by region
        let leaders = "c1=participations&c1.on=organisation&c1.as.record=of&c1.is.record=forum&c1.as.leader=of&c1.is.leader=yes&c1.as.member=keep&c1.is.member=yes&by=region";
        let (figure, answer) = asked(&app, leaders).await;
        assert_eq!(answer.counted, 3);
        assert_eq!(
            by(&app, &figure, "region").await,
            [("region-africa".to_string(), 2), ("region-europe".to_string(), 1)]
        );
    });
}

#[test]
fn rows_of_words_and_rows_of_named_records_are_left_out_with_their_reasons() {
    both(async |register| {
        let app = load(register).await;
        let heads = app.heads(app.db.reader()).await.unwrap();
        let (figure, _) = asked(&app, &format!("{THERE}&c1.on=country")).await;
        let tally = app.figures.tally(app.db.reader(), &heads, &figure, &year()).await.unwrap();
        assert_eq!((tally.counted_rows, tally.reasons), (84, vec![("not-attendance".to_string(), 1)]));
        // a condition on records that leaves rows out instead of not listing them
        let keep = "c1=attendances&c1.on=organisation&c1.as.meeting=keep&c1.is.meeting=assembly-2017";
        let (figure, answer) = asked(&app, keep).await;
        let tally = app.figures.tally(app.db.reader(), &heads, &figure, &year()).await.unwrap();
        assert_eq!((answer.counted, tally.reasons), (1, vec![("not-meeting".to_string(), 85)]));
        // as known before the first entry, there is nothing
        let before = Asked { known: Known::At(0), ..year() };
        assert_eq!(app.figures.number(app.db.reader(), &heads, &figure, &before).await.unwrap().counted, 0);
        let then = Asked { known: Known::At(heads.last), ..year() };
        assert_eq!(app.figures.number(app.db.reader(), &heads, &figure, &then).await.unwrap().counted, 1);
    });
}

#[test]
fn a_record_is_named_by_its_code_or_its_name_and_an_unknown_one_is_told_at_its_field() {
    both(async |register| {
        let app = load(register).await;
        let sessions = "c1=activities&c1.as.series=of";
        assert_eq!(asked(&app, &format!("{sessions}&c1.more.series=the TALKS")).await.1.counted, 6);
        for (query, field, key) in [
            (format!("{sessions}&c1.is.series=nothing"), "c1.is.series", "studio-wrong-record"),
            (format!("{sessions}&c1.more.series=nothing"), "c1.more.series", "studio-wrong-record"),
            (sessions.to_string(), "c1.is.series", "studio-wrong-no-record"),
            // records that are not public cannot be chosen
            (
                "c1=participations&c1.as.person=of&c1.is.person=p-speaker-0".to_string(),
                "c1.is.person",
                "studio-wrong-record",
            ),
            ("c1=members&c1.as.category=of".to_string(), "c1.is.category", "studio-wrong-no-value"),
            (
                "c1=members&c1.as.category=of&c1.is.category=golden".to_string(),
                "c1.is.category",
                "studio-wrong-value",
            ),
            ("c1=nothing".to_string(), "c1", "studio-wrong-listing"),
            ("c1=members&measure=sum:followers".to_string(), "measure", "studio-wrong-sum"),
            ("c1=members&floor=many".to_string(), "floor", "studio-wrong-floor"),
            ("c1=members&decimals=9".to_string(), "decimals", "studio-wrong-decimals"),
            ("c1=members&c2=income".to_string(), "c2.on", "studio-wrong-unit"),
        ] {
            let faults = made(&app, &query).await.expect_err(&query);
            assert!(faults.iter().any(|f| f.field == field && f.message.key == key), "{query}: {faults:?}");
        }
        // the message about a file that names it has figure, column and code
        let mut catalog = Catalog::read(modules::listings(), &[]).unwrap();
        let mut figure = made(&app, &format!("{sessions}&c1.is.series=talks")).await.unwrap();
        catalog.add(figure.clone()).unwrap();
        assert_eq!(catalog.unknown_records(app.db.reader()).await.unwrap(), [""; 0]);
        figure.counted[0].of[0].is = vec![decapolis_figures::Scalar::Text("walks".into())];
        catalog.add(figure).unwrap();
        let told = catalog.unknown_records(app.db.reader()).await.unwrap().join("\n");
        assert!(
            ["“unnamed”", "“series”", "activity", "“walks”"].iter().all(|word| told.contains(word)),
            "{told}"
        );
    });
}

fn shipped() -> Catalog {
    let network = Network::named("metropolis-2020").unwrap();
    Catalog::read(modules::listings(), &assets::figure_files(Some(&network)).unwrap()).unwrap()
}

#[test]
fn every_figure_that_ships_is_read_into_the_studio_and_out_again() {
    let catalog = shipped();
    for figure in catalog.figures() {
        let text: Figure = toml::from_str(&figure.text()).unwrap_or_else(|e| panic!("{}: {e}", figure.key));
        assert_eq!(text, *figure);
        let draft = Draft::of(figure).unwrap_or_else(|column| panic!("{} tests {column} twice", figure.key));
        let again = address::read(&address::pairs(&draft), &catalog);
        assert_eq!(again, draft, "{}", figure.key);
        let mut completed = again.clone();
        complete(&mut completed, &catalog);
        let settled =
            settle(&completed, &catalog).unwrap_or_else(|faults| panic!("{}: {faults:?}", figure.key));
        let (key, code, version) = (figure.key.clone(), figure.code.clone(), figure.version);
        assert_eq!(Figure { key, code, version, ..settled }, *figure);
    }
}

#[test]
fn every_figure_that_ships_says_itself_in_a_sentence_of_each_language() {
    let words = Words::load(assets::word_files(None).unwrap()).unwrap();
    let catalog = shipped();
    for language in ["es", "en", "fr"] {
        let numerals = Numerals::new(language).unwrap();
        let locale = Locale { words: &words, numerals: &numerals, language };
        for figure in catalog.figures() {
            let said = sentence(figure, &catalog, &Names::new(), &locale);
            assert!(
                said.len() > 40 && said.ends_with('.') && !said.contains(['[', '{', '}']),
                "{} in {language}: {said}",
                figure.key
            );
        }
        for listing in catalog.listings() {
            let about = &listing.about;
            for key in [
                format!("listing-{}", about.key),
                format!("listing-{}.row", about.key),
                format!("rows-{}", about.key),
            ] {
                assert!(words.has(language, &key), "{language}: {key}");
            }
            for on in units_of(about) {
                let said = units(&unit_of(about, &on).unwrap(), &locale);
                assert!(!said.contains('['), "{language}: {said}");
            }
            for column in about.columns {
                let said = decapolis::records::worded::listed_column_words(about.key, column.name, &locale);
                assert!(!said.contains('['), "{language}: {} {said}", about.key);
            }
        }
    }
    let numerals = Numerals::new("en").unwrap();
    let locale = Locale { words: &words, numerals: &numerals, language: "en" };
    assert_eq!(
        sentence(catalog.figure("women-led").unwrap(), &catalog, &Names::new(), &locale),
        "The share of distinct organisations among memberships in effect on the last day of the period that are also found among mandates of leaders on the last day of the period, where “Gender” is woman."
    );
}
