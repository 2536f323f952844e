//! A sum adds everything once.

use decapolis::app::App;
use decapolis::figures::beside::Beside;
use decapolis::figures::question::{Question, answer_to};
use decapolis::figures::values::ValuesTold;
use decapolis::{assets, modules};
use decapolis_base::{Period, YearStart};
use decapolis_figures::{
    Answer, AnswerShown, Asked, Catalog, Class, Figure, Gated, Reason, Viewer, every_group, every_row, number,
};
use decapolis_register::journal::last;
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;

use crate::register::files::*;
use crate::support::{Register, both};

/// Accra and its metropolitan authority share a place and an area; nobody knows the population of the place of Dakar.
const SHARED: &[File] = &[
    (
        "places",
        "code,label,country,population,population_year,population_source\n\
         place-accra,Accra,GH,1000000,2015,census\nplace-bern,Bern,CH,130000,2019,office of statistics\n",
    ),
    ("areas", "code,label,place,population\narea-accra,Greater Accra,place-accra,4000000\n"),
    (
        "organisations",
        "code,label_en,original,level,place\nauthority,Authority of Accra,en,metropolitan,place-accra\n",
    ),
    ("memberships", "organisation,from\nauthority,2011-01-01\n"),
    ("placements", "organisation,region,from\nauthority,europe,2011-01-01\n"),
    ("area_governments", "organisation,area,from\nauthority,area-accra,2010-01-01\n"),
    (
        "attendances",
        "meeting,organisation,seat,attendance\nassembly-2020,authority,,present\nboard-2020,authority,,present\n",
    ),
];

const HEAD: &str = "key = \"people-of-members\"\ncode = \"PPLM\"\nversion = 1\n";

fn listings() -> Catalog {
    Catalog::read(modules::listings(), &assets::figure_files(None).unwrap()).unwrap()
}

/// A total of this column over rows of this listing.
fn total(sum: &str, part: &str) -> String {
    format!(
        "{HEAD}shape = \"total\"\nmeasure = {{ sum = {sum}\nunit = \"organisation\"\n[[counted]]\n{part}\n"
    )
}

async fn answer(register: &Register, text: &str) -> Answer {
    let (all, figure) = (listings(), toml::from_str::<Figure>(text).unwrap());
    all.check(&figure).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let asked = Asked::period(Period::year(2020), Known::Now);
    let db = register.db.reader();
    let answer = number(db, &figure, &asked, &all).await.unwrap();
    // the rows, as an edition keeps them, and the groups make the same number
    let rows = every_row(db, &figure, &asked, &all).await.unwrap();
    assert_eq!(Answer::of_rows(&figure, &rows), answer, "{rows:?}");
    let groups = every_group(db, &figure, &asked, &all, "region").await.unwrap();
    assert_eq!(groups.iter().map(|g| g.answer.counted).sum::<i64>(), answer.counted, "{groups:?}");
    answer
}

#[test]
fn the_population_of_a_place_is_added_once_however_many_members_share_it() {
    with_network(async |register| {
        import(register, "shared", 1, SHARED).await.unwrap();
        let members = "listing = \"members\"\nwhen = \"at-end\"\non = \"organisation\"";
        let once = |once: &str| total(&format!("\"population\" }}\nonce = \"{once}\""), members);
        assert_eq!(answer(register, &once("place")).await.counted, 1_130_000);
        // a figure may say that each government counts what it governs
        assert_eq!(answer(register, &once("organisation")).await.counted, 2_130_000);
        // two meetings of one government add it once, too
        let meetings = "listing = \"attendances\"\nwhen = \"within\"\non = \"organisation\"";
        let attended = |once: &str| total(&format!("\"population\" }}\nonce = \"{once}\""), meetings);
        assert_eq!(answer(register, &attended("place")).await.counted, 1_130_000);
        assert_eq!(answer(register, &attended("organisation")).await.counted, 2_130_000);
        let studied = "listing = \"governments-of-studied-areas\"\nwhen = \"at-end\"\non = \"organisation\"";
        let areas = total("\"population\" }\nonce = \"area\"", studied);
        assert_eq!(answer(register, &areas).await.counted, 4_000_000);
    });
}

#[test]
fn a_share_of_a_sum_adds_each_place_once_above_and_below() {
    with_network(async |register| {
        import(register, "shared", 1, SHARED).await.unwrap();
        let text = format!(
            "{HEAD}shape = \"share\"\nmeasure = {{ sum = \"population\" }}\nonce = \"place\"\nunit = \"organisation\"\n\
             [[counted]]\nlisting = \"members\"\nwhen = \"at-end\"\non = \"organisation\"\n\
             of = [{{ column = \"region\", is = [\"europe\"] }}]\n\
             [base]\nlisting = \"members\"\nwhen = \"at-end\"\non = \"organisation\"\n"
        );
        // the authority, in Europe here, shares the place with Accra, in Africa
        assert_eq!(answer(register, &text).await, Answer::of(1_130_000, 1_130_000));
    });
}

#[test]
fn what_has_no_value_is_left_out_of_a_sum_with_the_reason() {
    with_network(async |register| {
        import(register, "shared", 1, SHARED).await.unwrap();
        let members = "listing = \"members\"\nwhen = \"at-end\"\non = \"organisation\"";
        let figure: Figure = toml::from_str(&total("\"population\" }\nonce = \"place\"", members)).unwrap();
        let asked = Asked::period(Period::year(2020), Known::Now);
        let rows = every_row(register.db.reader(), &figure, &asked, &listings()).await.unwrap();
        let of = |reason: &str| rows.iter().filter(|r| r.reason.as_deref() == Some(reason)).count();
        // Cali has no place; Dakar may not be a member yet
        assert_eq!((of("no-value"), of("date-too-vague")), (1, 1), "{rows:?}");
    });
}

#[test]
fn a_sum_that_could_multiply_is_refused() {
    let refused = |text: &str, wanted: &[&str]| {
        let figure: Figure = toml::from_str(text).unwrap_or_else(|e| panic!("{e}\n{text}"));
        let said = listings().check(&figure).err().unwrap_or_else(|| panic!("accepted:\n{text}"));
        assert!(wanted.iter().all(|words| said.contains(words)), "{said}");
    };
    let rows =
        |listing: &str, when: &str| format!("listing = \"{listing}\"\nwhen = {when}\non = \"organisation\"");
    for (listing, when) in [("members", "\"at-end\""), ("attendances", "\"within\"")] {
        let part = rows(listing, when);
        refused(&total("\"population\" }", &part), &["once = \"place\"", "once = \"organisation\""]);
        refused(&total("\"population\" }\nonce = \"region\"", &part), &["“population”", "once = \"place\""]);
        refused(&total("\"population\" }\nonce = \"row\"", &part), &["once = \"place\""]);
    }
    let studied = rows("governments-of-studied-areas", "\"at-end\"");
    refused(&total("\"population\" }", &studied), &["once = \"area\""]);
    let members = rows("members", "\"at-end\"");
    refused(
        &total("\"population\" }\nonce = \"place\"", &format!("{members}\n[[counted]]\n{members}")),
        &["“members” twice", "one [[counted]]"],
    );
    let income = "listing = \"income\"\nwhen = \"within\"\non = \"row\"";
    refused(&total("\"in_network\" }\nonce = \"row\"", income), &["of its own", "take `once` out"]);
    refused(&total("\"in_network\" }", &format!("{income}\n[[counted]]\n{income}")), &["“income” twice"]);
    let units = total("\"population\" }\nonce = \"place\"", &members)
        .replace("{ sum = \"population\" }", "\"units\"");
    refused(&units, &["take `once` out"]);
    // registered and present, named and counted: the same people several times
    let heads = "listing = \"head-counts\"\nwhen = \"within\"\non = \"record\"";
    let people = total("\"people\" }", heads).replace("\"organisation\"", "\"activity\"");
    refused(&people, &["“head-counts”", "covered"]);
    let all = "{ column = \"covered\", is = [false] }, { column = \"designated\", is = [true] }";
    refused(&format!("{people}keep = [{all}]\n"), &["“head-counts”", "repeated"]);
    let all = format!("{people}keep = [{all}, {{ column = \"repeated\", is = [false] }}]\n");
    assert_eq!(listings().check(&toml::from_str(&all).unwrap()), Ok(()));
}

#[test]
fn a_sum_says_of_which_years_its_values_are_and_from_where() {
    with_network(async |register| {
        import(register, "shared", 1, SHARED).await.unwrap();
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let members = "listing = \"members\"\nwhen = \"at-end\"\non = \"organisation\"";
        let figure: Figure = toml::from_str(&total("\"population\" }\nonce = \"place\"", members)).unwrap();
        let asked = Asked::period(Period::year(2020), Known::Now);
        let told = told_of(&app, &figure, &asked, Audience::Public).await.unwrap();
        let sources = ["census", "office of statistics"].map(String::from).to_vec();
        assert_eq!(told, ValuesTold { years: vec![2015, 2019], sources, without_year: 0 });
        let said = told.words(&app.locale("en").unwrap());
        assert_eq!(said, ["values of 2015 to 2019", "source: census; office of statistics"]);
        // followers are the channel's own reading: nothing is told of them here
        let followers = app.figures.catalog.figure("followers").unwrap();
        assert_eq!(told_of(&app, followers, &asked, Audience::Office).await, None);
    });
}

/// What is told to this audience of the values that a figure adds up.
async fn told_of(app: &App, figure: &Figure, asked: &Asked, audience: Audience) -> Option<ValuesTold> {
    let viewer = Viewer { audience, today: asked.to, years: YearStart::JANUARY };
    let question =
        Question { figure, asked: *asked, known: None, class: Class::Counted, viewer, published: None };
    let heads = app.heads(app.db.reader()).await.unwrap();
    ValuesTold::of(app, app.db.reader(), &heads, &question).await.unwrap()
}

#[test]
fn nothing_is_told_of_the_values_of_a_place_that_is_not_public() {
    both(async |register| {
        import_network(register).await;
        import(register, "shared", 1, SHARED).await.unwrap();
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let members = "listing = \"members\"\nwhen = \"at-end\"\non = \"organisation\"";
        let figure: Figure = toml::from_str(&total("\"population\" }\nonce = \"place\"", members)).unwrap();
        let now = Asked::period(Period::year(2020), Known::Now);
        let then = Asked { known: Known::At(last(register.db.reader()).await.unwrap()), ..now };
        let years =
            async |asked: &Asked, audience| told_of(&app, &figure, asked, audience).await.unwrap().years;
        assert_eq!(years(&now, Audience::Public).await, [2015, 2019]);
        assert_eq!(years(&then, Audience::Public).await, [2015, 2019]);
        let hidden = "code,label,public,revision\nplace-bern,Bern,no,change\n";
        import(register, "hidden", 2, &[("places", hidden)]).await.unwrap();
        // what was known earlier is no way around it
        for asked in [now, then] {
            assert_eq!(years(&asked, Audience::Public).await, [2015]);
            let told = told_of(&app, &figure, &asked, Audience::Public).await.unwrap();
            assert_eq!((told.sources, told.without_year), (vec!["census".to_string()], 0));
            assert_eq!(years(&asked, Audience::Office).await, [2015, 2019]);
        }
        // the sum is the same for everybody
        assert_eq!(answer(register, &figure.text()).await.counted, 1_130_000);
    });
}

#[test]
fn what_stands_beside_a_number_is_withheld_with_it_and_counted_once() {
    both(async |register| {
        import_network(register).await;
        let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
        let figure = app.figures.catalog.figure("followers").unwrap();
        let asked = Asked::period(Period::year(2020), Known::Now);
        let viewer = Viewer { audience: Audience::Public, today: asked.to, years: YearStart::JANUARY };
        let question =
            Question { figure, asked, known: None, class: Class::Counted, viewer, published: None };
        let (db, heads) = (app.db.reader(), app.heads(app.db.reader()).await.unwrap());
        let told = answer_to(&app, db, &heads, &question).await.unwrap();
        let beside = Beside::of(&app, db, &heads, &question, told).await.unwrap();
        assert_eq!(beside.readings.map(|read| read.all()), Some(2));
        let before = app.figures.evaluations();
        Beside::of(&app, db, &heads, &question, told).await.unwrap();
        assert_eq!(app.figures.evaluations(), before, "what was counted is kept");
        for told in [Gated::Withheld(Reason::Amounts), Gated::Shown(AnswerShown::NOTHING)] {
            let beside = Beside::of(&app, db, &heads, &question, told).await.unwrap();
            assert!(beside.readings.is_none() && beside.values.is_none());
        }
    });
}
