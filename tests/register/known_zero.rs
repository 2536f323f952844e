//! A known zero is 0; what the register cannot know is a dash; and what is unknown is not taken for no.

use decapolis::editions::cli::{publish_page, sign_sections};
use decapolis::editions::corrections;
use decapolis::editions::publish::Publishing;
use decapolis::editions::recounted::{Recounted, Wording};
use decapolis::figures::object;
use decapolis::figures::question::Question;
use decapolis::page::lines::lines;
use decapolis::page::years::Years;
use decapolis::web::context::Site;
use decapolis_actions::{Actor, Request};
use decapolis_base::{Period, YearStart};
use decapolis_figures::{Answer, Asked, Class, Scalar, Viewer, every_group, number};
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;

use crate::register::asked_again::catalog;
use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Register, both};

/// Ten members; of their leaders one is a woman, four are men, and of the others nothing is stated. The network states its threshold so.
async fn ten_members(register: &Register, most_unknown: &str) {
    let networks = format!(
        "code,label,languages,zone,currency,years_from,years_until,most_unknown\nours,Ours,en es fr,UTC,EUR,2019,2020,{most_unknown}\n"
    );
    let mut organisations = String::from("code,label,level\n");
    let mut memberships = String::from("organisation,from\n");
    let mut people = String::from("code,label,public,gender\n");
    let mut posts = String::from("code,label,post,organisation,from\n");
    let mut mandates = String::from("post,holder,person,from\n");
    for n in 0..10 {
        organisations.push_str(&format!("city-{n},City {n},municipal\n"));
        memberships.push_str(&format!("city-{n},2010-01-01\n"));
        posts.push_str(&format!("leader-{n},Leader {n},leader,city-{n},2000\n"));
        let gender = ["woman", "man", "man", "man", "man"].get(n).unwrap_or(&"not-stated");
        people.push_str(&format!("person-{n},Person {n},yes,{gender}\n"));
        mandates.push_str(&format!("leader-{n},person,person-{n},2015-01-01\n"));
    }
    let files = [
        ("networks", networks.as_str()),
        ("organisations", &organisations),
        ("memberships", &memberships),
        ("people", &people),
        ("posts", &posts),
        ("mandates", &mandates),
    ];
    import(register, "all", 0, &files).await.unwrap();
}

fn printed(register: &Register, options: &[&str]) -> String {
    let output = program(register).arg("figures").args(options).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn line<'a>(text: &'a str, key: &str) -> &'a str {
    text.lines()
        .find(|line| line.split_whitespace().next() == Some(key))
        .unwrap_or_else(|| panic!("{key}: {text}"))
}

fn object(json: &str, key: &str) -> serde_json::Value {
    let all: serde_json::Value = serde_json::from_str(json).unwrap();
    all.as_array().unwrap().iter().find(|figure| figure["key"] == key).unwrap().clone()
}

#[test]
fn a_year_without_any_is_zero_once_the_register_records_them() {
    with_network(async |register| {
        let catalog = catalog();
        let value = async |key: &str, to: &str| {
            figures(register, to, Known::Now).await[key].value(catalog.figure(key).unwrap())
        };
        // the register has activities from 2020 on: a year later there was no publication
        assert_eq!(value("publications", "2020-12-31").await, Some(1.0));
        assert_eq!(value("publications", "2021-12-31").await, Some(0.0));
        // before the first one nothing is known
        assert_eq!(value("publications", "1950-12-31").await, None);
        assert_eq!(value("members", "1950-12-31").await, None);
        // members are recorded, so nobody having left in 2022 is known; nobody can have left before
        assert_eq!(value("left-members", "2022-12-31").await, Some(0.0));
        assert_eq!(value("left-members", "1950-12-31").await, None);
        // of a share there is a base, and nothing of it counts
        assert_eq!(value("board-participation", "2020-01-31").await, None);
        let said = printed(register, &["--at", "2021-12-31", "--lang", "en"]);
        assert!(line(&said, "publications").contains(" 0 "), "{said}");
        let json = printed(register, &["--at", "2021-12-31", "--json", "--lang", "en"]);
        let none = object(&json, "publications");
        assert_eq!((none["value"].as_i64(), none["shown"].as_str()), (Some(0), Some("0")), "{none}");
        let before =
            object(&printed(register, &["--at", "1950-12-31", "--json", "--lang", "en"]), "publications");
        assert_eq!((before["value"].is_null(), before["shown"].as_str()), (true, Some("—")), "{before}");
    });
}

#[test]
fn no_woman_among_leaders_who_are_all_known_is_zero_percent() {
    both(async |register| {
        ten_members(register, "").await;
        let men: String = (0..10).map(|n| format!("person-{n},Person {n},yes,man,correction\n")).collect();
        import(register, "men", 10, &[("people", &format!("code,label,public,gender,revision\n{men}"))])
            .await
            .unwrap();
        let women =
            object(&printed(register, &["--at", "2020-12-31", "--json", "--lang", "en"]), "women-led");
        assert_eq!((women["value"].as_f64(), women["shown"].as_str()), (Some(0.0), Some("0%")), "{women}");
        // without any leader on record nothing is known
        let before =
            object(&printed(register, &["--at", "2012-12-31", "--json", "--lang", "en"]), "women-led");
        assert!(before["value"].is_null(), "{before}");
    });
}

#[test]
fn a_share_with_many_unknowns_is_printed_with_its_range_in_every_form() {
    both(async |register| {
        ten_members(register, "").await;
        let said = printed(register, &["--at", "2020-12-31", "--lang", "en"]);
        assert!(line(&said, "women-led").contains("10% (between 10 and 60%)"), "{said}");
        let women =
            object(&printed(register, &["--at", "2020-12-31", "--json", "--lang", "es"]), "women-led");
        assert_eq!(women["value"].as_f64(), Some(10.0));
        assert_eq!((women["unknown"].as_i64(), &women["range"]), (Some(5), &serde_json::json!([10.0, 60.0])));
        assert_eq!(
            (women["shown"].as_str(), women["range_shown"].as_str()),
            (Some("10\u{202f}%"), Some("entre 10 y 60\u{202f}%"))
        );
        let site = Site::new(decapolis::opening::over(register.db.clone(), None).await.unwrap());
        let draft = decapolis::editions::site::draft(&site, YEAR).await.unwrap();
        let english = draft.pages.iter().find(|page| page.lang == "en").unwrap();
        let line = lines(english).into_iter().find(|line| line.figure == "women-led").unwrap();
        assert_eq!((line.exact, line.unknown, line.range), (Some(10.0), 5, Some([10.0, 60.0])));
        let text = serde_json::to_string(english).unwrap();
        assert!(text.contains("5 not stated: between 10 and 60%"), "{text}");
    });
}

const YEAR: Years = Years { from: 2020, to: 2020 };

#[test]
fn a_threshold_of_the_network_decides_and_publishing_above_it_takes_a_signature() {
    both(async |register| {
        ten_members(register, "50").await;
        let said = printed(register, &["--at", "2020-12-31", "--lang", "en"]);
        assert!(!line(&said, "women-led").contains("between"), "{said}");
        import(register, "stricter", 10, &[("networks", "code,most_unknown,revision\nours,20,change\n")])
            .await
            .unwrap();
        let site = Site::new(decapolis::opening::over(register.db.clone(), None).await.unwrap());
        let how = || Publishing { by: None, embargo: None, signatures_demanded: false };
        let by = |second| Request::by(Actor::Operator).recorded(at(second));
        let refused = refusal(publish_page(&site, by(20), YEAR, how()).await);
        assert!(refused.starts_with("error-unknowns-unsigned"), "{refused}");
        sign_sections(&site, by(30), YEAR, &[], "Secretariat").await.unwrap();
        publish_page(&site, by(40), YEAR, how()).await.unwrap();
        // the signature is of these unknowns: when another becomes unknown it no longer holds
        import(
            register,
            "gone",
            50,
            &[("people", "code,label,public,gender,revision\nperson-1,Person 1,yes,not-stated,correction\n")],
        )
        .await
        .unwrap();
        let refused = refusal(publish_page(&site, by(60), YEAR, how()).await);
        assert!(refused.starts_with("error-unknowns-unsigned"), "{refused}");
    });
}

#[test]
fn a_group_of_a_share_has_the_unknowns_of_its_own() {
    both(async |register| {
        ten_members(register, "").await;
        let mut placements = String::from("organisation,region,from\n");
        let mut categories = String::from("organisation,category,from\n");
        for n in 0..10 {
            let region = if n < 6 { "north" } else { "south" };
            placements.push_str(&format!("city-{n},{region},2010-01-01\n"));
            categories
                .push_str(&format!("city-{n},{},2010-01-01\n", if n < 8 { "full" } else { "associate" }));
        }
        let files = [
            ("regions", "code,label,rank\nnorth,North,1\nsouth,South,2\n"),
            ("placements", &placements),
            ("categories", &categories),
        ];
        import(register, "placed", 1, &files).await.unwrap();
        let (all, db) = (catalog(), register.db.reader());
        let figure = all.figure("women-led").unwrap();
        let asked = Asked::period(Period::year(2020), Known::Now);
        let groups = every_group(db, figure, &asked, &all, "region").await.unwrap();
        let mut in_groups: Vec<_> = groups.iter().map(|g| (g.answer.base, g.answer.unknown)).collect();
        in_groups.sort_unstable();
        assert_eq!(in_groups, [(4, 4), (6, 1)]);
        // the leaders know no category, and still the group has unknowns of its own
        for (column, value, wanted) in [
            ("region", "north", (6, 1)),
            ("region", "south", (4, 4)),
            ("category", "full", (8, 3)),
            ("category", "associate", (2, 2)),
        ] {
            let group = figure.only(column, Some(Scalar::Text(value.into())));
            let answer = number(db, &group, &asked, &all).await.unwrap();
            assert_eq!((answer.base, answer.unknown), wanted, "{column}/{value}");
            assert!(answer.ranged, "{column}/{value}");
        }
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let (heads, locale) = (app.heads(db).await.unwrap(), app.locale("en").unwrap());
        let viewer = Viewer { audience: Audience::Public, today: asked.to, years: YearStart::JANUARY };
        for (region, unknown) in [("north", 1), ("south", 4)] {
            let group = &figure.only("region", Some(Scalar::Text(region.into())));
            let (class, known, published) = (Class::Counted, None, None);
            let question = Question { figure: group, asked, known, class, viewer, published };
            let object = object::object(&app, db, &heads, &question, &locale).await.unwrap();
            assert_eq!(object["unknown"], unknown, "{object}");
        }
    });
}

#[test]
fn people_who_came_in_an_earlier_year_make_nobody_a_known_zero() {
    both(async |register| {
        import_network(register).await;
        let named = "code,label_en,activity,state,role,scope,mode,from,until\n\
                     talk,Talk,event,held,led,global,online,2018-06-15,2018-06-15\n";
        let came = "activity,organisation,person,role,day\ntalk,,person-ama,expert,2018-06-15\n";
        import(register, "talk", 1, &[("activities", named), ("participations", came)]).await.unwrap();
        let catalog = catalog();
        let figure = catalog.figure("event-people").unwrap();
        let value = async |from: &str, to: &str| {
            let asked = Asked { from: day(from), to: day(to), known: Known::Now };
            number(register.db.reader(), figure, &asked, &catalog).await.unwrap().value(figure)
        };
        assert_eq!(value("2018-01-01", "2018-12-31").await, Some(1.0));
        // in whatever year the period begins
        for from in ["2019-01-01", "2018-12-31", "2015-01-01"] {
            let expected = if from == "2015-01-01" { Some(1.0) } else { Some(0.0) };
            assert_eq!(value(from, "2019-12-31").await, expected, "{from}");
        }
        assert_eq!(value("2017-01-01", "2017-12-31").await, None);
    });
}

#[test]
fn a_correction_of_a_known_zero_says_zero_and_one_of_a_range_says_its_counts() {
    both(async |register| {
        import_network(register).await;
        let of_2021 = Years { from: 2021, to: 2021 };
        let mut app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        app.settings.years = (2019, 2021);
        let site = Site::new(app);
        let how = Publishing { by: None, embargo: None, signatures_demanded: false };
        let by = Request::by(Actor::Operator).recorded(at(10));
        let edition = publish_page(&site, by, of_2021, how).await.unwrap();
        let more = "code,label_en,activity,state,role,from\nbook,Book,publication,published,led,2021-05-01\n";
        let file = "publication,language,day\nbook,en,2021-05-01\n";
        import(register, "book", 20, &[("activities", more), ("language_files", file)]).await.unwrap();
        let found = corrections::of(&site.app, site.app.db.reader(), &edition).await.unwrap();
        let locale = site.app.locale("en").unwrap();
        let viewer =
            Viewer { audience: Audience::Public, today: day("2021-12-31"), years: YearStart::JANUARY };
        let wording = Wording { catalog: &site.app.figures.catalog, viewer, locale: &locale };
        let said = found.numbers.iter().find(|c| c.number.figure.key == "publications").unwrap();
        let said = said.number.short(&wording);
        assert!(said.contains('0') && said.contains('1'), "{said}");
        assert!(!said.contains("completed"), "{said}");
        // 10 % of a hundred thousand, of whom half are unknown: one more changes nothing that is printed
        let figure = site.app.figures.catalog.figure("women-led").unwrap();
        let answer = |counted, base, unknown| Answer { unknown, ranged: true, ..Answer::of(counted, base) };
        let number = Recounted {
            ordinal: 1,
            figure: std::sync::Arc::new(figure.clone()),
            period: Period::year(2020),
            old: answer(10_000, 100_000, 50_000),
            new: answer(10_001, 100_010, 50_005),
            head: 1,
        };
        let said = number.short(&wording);
        assert!(said.contains("10,000") && said.contains("10,001") && said.contains("both"), "{said}");
    });
}
