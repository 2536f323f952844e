//! Several rows of a list changed at once: what follows row by row, one batch, its undo, and who may.

use std::sync::atomic::Ordering;

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::register::files::{everything, import};
use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, hidden, rows_of};
use crate::support::{Register, both};

/// The fields of a form with those that an answer gave it, saved.
fn saving(fields: &[(&str, &str)], shown: &Answer) -> Vec<(String, String)> {
    let own = fields.iter().filter(|(name, _)| !["look", "all_rows", "chosen_row"].contains(name));
    let own = own.map(|(name, text)| (name.to_string(), text.to_string()));
    let hidden = ["chosen_row", "shown", "seen"].into_iter().flat_map(|name| hidden(shown, name));
    own.chain(hidden).chain([("save".to_string(), "yes".to_string())]).collect()
}

#[test]
fn all_rows_of_a_list_get_one_value_as_one_batch_that_is_taken_back() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let list = office.get("/en/office/organisation?is.level=municipal", &officer).await;
        assert!(
            list.body.contains("name=\"chosen_row\"") && text_of(&list.body).contains("Change all 4"),
            "{}",
            text_of(&list.body)
        );
        let form = "/en/office/bulk/organisations";
        // first what is set, then to which value
        let of = [("of_list", "is.level=municipal"), ("all_rows", "yes")];
        let which = office.post(form, &of, &officer).await;
        assert!(
            text_of(&which.body).contains("4 rows are chosen")
                && which.body.contains("<select id=\"set_what\"")
        );
        assert_eq!(hidden(&which, "chosen_row").len(), 4);
        let to = office.post(form, &[&of[..], &[("set_what", "level")]].concat(), &officer).await;
        assert!(
            to.body.contains("<select id=\"level\"") && !to.body.contains("name=\"save\""),
            "{}",
            to.body
        );
        // what follows: old and new of each row
        let fields = [
            &of[..],
            &[("set_what", "level"), ("level", "metropolitan"), ("because", "new law"), ("look", "yes")],
        ]
        .concat();
        let before = everything(register).await;
        let follows = office.post(form, &fields, &officer).await;
        let told = text_of(&follows.body);
        assert!(
            told.contains("4 rows change")
                && told.contains("municipal → metropolitan")
                && told.contains("Eger"),
            "{told}"
        );
        assert_eq!(everything(register).await, before, "nothing is written before it is saved");
        // another value, or more rows, than was shown is not saved
        let saves = saving(&fields, &follows);
        let mut other = saves.clone();
        other.iter_mut().filter(|(name, _)| name == "level").for_each(|(_, text)| *text = "national".into());
        assert_eq!(office.save(form, &other, &officer).await.status, StatusCode::CONFLICT);
        let university = rows_of(register, "SELECT CAST(id AS text) FROM records WHERE code = 'university'")
            .await
            .remove(0);
        let more = [&saves[..], &[("chosen_row".to_string(), university)]].concat();
        assert_eq!(office.save(form, &more, &officer).await.status, StatusCode::CONFLICT);
        assert_eq!(everything(register).await, before);
        let saved = office.save(form, &saves, &officer).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let place = saved.header("location");
        assert!(place.starts_with("/en/office/organisation?is.level=municipal&saved="), "{place}");
        let levels =
            "SELECT level || ' ' || CAST(count(*) AS text) FROM organisations GROUP BY level ORDER BY level";
        assert_eq!(rows_of(register, levels).await, ["metropolitan 5", "university 1"]);
        let batches =
            rows_of(register, "SELECT action || ' ' || reason FROM journal ORDER BY number DESC LIMIT 1")
                .await;
        assert_eq!(batches, ["organisations.correct new law"]);
        // the same form once more is out of date; the undo takes all of it back
        assert_eq!(office.save(form, &saves, &officer).await.status, StatusCode::CONFLICT);
        let page = office.get(place, &officer).await;
        assert!(text_of(&page.body).contains("Saved: Correct: Organisations"), "{}", text_of(&page.body));
        let batch = hidden(&page, "batch").remove(0).1;
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &officer).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        assert_eq!(rows_of(register, levels).await, ["metropolitan 1", "municipal 4", "university 1"]);
    });
}

#[test]
fn rows_that_cannot_be_changed_so_are_named_and_the_rest_is_saved() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let rows: String = (0..501).map(|n| format!("town-{n:03},Town {n:03},GH\n")).collect();
        let file = format!("code,label,country\n{rows}");
        import(register, "towns", 60, &[("places", file.as_str())]).await.unwrap();
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        // of five memberships two have ended already
        let form = "/en/office/bulk/memberships";
        let fields = [
            ("all_rows", "yes"),
            ("set_what", "the-end"),
            ("until", "31 Dec 2024"),
            ("ending", "resigned"),
            ("look", "yes"),
        ];
        let follows = office.post(form, &fields, &officer).await;
        let told = text_of(&follows.body);
        assert!(told.contains("3 rows change") && told.contains("2 rows cannot be changed so"), "{told}");
        assert!(
            told.contains("Eger") && told.contains("It has ended already; last day: 2019-12-31"),
            "{told}"
        );
        let saved = office.save(form, &saving(&fields, &follows), &officer).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let ended =
            rows_of(register, "SELECT CAST(count(*) AS text) FROM memberships WHERE until = 20241231").await;
        assert_eq!(ended, ["3"]);
        // a rule that a row would break names that row
        let placements = "/en/office/bulk/placements";
        let fields =
            [("all_rows", "yes"), ("set_what", "organisation"), ("organisation", "accra"), ("look", "yes")];
        let follows = office.post(placements, &fields, &officer).await;
        let told = text_of(&follows.body);
        assert!(told.contains("cannot be changed so") && told.contains("Bern"), "{told}");
        // what cannot be read is said at its field, with what was typed
        let fields = [("all_rows", "yes"), ("set_what", "the-end"), ("until", "soon"), ("look", "yes")];
        let wrong = office.post(placements, &fields, &officer).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        assert!(
            wrong.body.contains("id=\"until-error\"") && wrong.body.contains("value=\"soon\""),
            "{}",
            wrong.body
        );
        // what was typed for another column is not written
        let fields = [("all_rows", "yes"), ("set_what", "source"), ("from", "2001-01-01"), ("look", "yes")];
        let other = office.post(placements, &fields, &officer).await;
        assert!(
            !other.body.contains("name=\"save\"") && other.body.contains("id=\"source\""),
            "{}",
            other.body
        );
        for (fields, status) in [
            (&[("set_what", "source")][..], StatusCode::BAD_REQUEST),
            (&[("chosen_row", "1"), ("set_what", "nothing")], StatusCode::BAD_REQUEST),
            (&[("all_rows", "yes"), ("of_list", "is.nothing=1")], StatusCode::BAD_REQUEST),
        ] {
            assert_eq!(office.post(placements, fields, &officer).await.status, status, "{fields:?}");
        }
        assert_eq!(
            office.post("/en/office/bulk/grants", &[("chosen_row", "1")], &officer).await.status,
            StatusCode::NOT_FOUND
        );
        // at most so many rows that somebody can read them
        let many = office.post("/en/office/bulk/places", &[("all_rows", "yes")], &officer).await;
        assert!(text_of(&many.body).contains("At most 500 rows"), "{}", text_of(&many.body));
        assert!(!office.get("/en/office/place", &officer).await.body.contains("name=\"all_rows\""));
    });
}

#[test]
fn who_acts_for_a_region_changes_together_only_what_is_theirs() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let intern = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        let form = "/en/office/bulk/organisations";
        let fields = [("all_rows", "yes"), ("set_what", "level"), ("level", "national"), ("look", "yes")];
        let follows = office.post(form, &fields, &aya).await;
        let told = text_of(&follows.body);
        assert!(told.contains("2 rows change") && !told.contains("cannot be changed so"), "{told}");
        // also where the form is made up
        let bern =
            rows_of(register, "SELECT CAST(id AS text) FROM records WHERE code = 'bern'").await.remove(0);
        let mut made_up = saving(&fields, &follows);
        made_up.push(("chosen_row".into(), bern.clone()));
        let saved = office.save(form, &made_up, &aya).await;
        // of the rows that were shown nothing differs
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let alone = [("chosen_row", bern.as_str()), fields[1], fields[2], fields[3]];
        let alone = office.post(form, &alone, &aya).await;
        assert!(
            text_of(&alone.body).contains("No row changes") && !alone.body.contains("name=\"save\""),
            "{}",
            text_of(&alone.body)
        );
        let levels = "SELECT level FROM organisations o JOIN records r ON r.id = o.id WHERE r.code IN ('bern', 'cali', 'eger')";
        assert!(rows_of(register, levels).await.iter().all(|level| level == "municipal"));
        // private rows of others are not in the list, so they are neither shown nor counted
        let people = [("all_rows", "yes"), ("set_what", "source"), ("source", "letter"), ("look", "yes")];
        let people = office.post("/en/office/bulk/people", &people, &aya).await;
        assert!(!text_of(&people.body).contains("Xu"), "{}", text_of(&people.body));
        let xu = rows_of(register, "SELECT CAST(id AS text) FROM records WHERE code = 'person-xu'")
            .await
            .remove(0);
        let made_up =
            [("chosen_row", xu.as_str()), ("set_what", "source"), ("source", "letter"), ("look", "yes")];
        let made_up = office.post("/en/office/bulk/people", &made_up, &aya).await;
        assert!(text_of(&made_up.body).contains("cannot be changed so"), "{}", text_of(&made_up.body));
        assert!(!text_of(&made_up.body).contains("Xu"), "{}", text_of(&made_up.body));
        // an intern proposes, and a treasurer reads
        let proposes = office.post(form, &fields, &intern).await;
        assert!(!proposes.body.contains("name=\"save\""), "{}", text_of(&proposes.body));
        let treasurer = office.join(&office.invite("tess@example.org", Role::Treasurer).await).await;
        assert_eq!(office.post(form, &fields, &treasurer).await.status, StatusCode::FORBIDDEN);
        let list = office.get("/en/office/organisation", &treasurer).await;
        assert!(!list.body.contains("name=\"chosen_row\""));
    });
}

/// The ids of records with codes like this, in the order of their codes.
async fn ids(register: &Register, like: &str) -> Vec<String> {
    let ask = format!("SELECT CAST(id AS text) FROM records WHERE code LIKE '{like}' ORDER BY code");
    rows_of(register, &ask).await
}

#[test]
fn words_in_one_language_are_written_row_by_row_as_one_batch() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let towns = "code,label,label_es,country\ntown-a,The Hague,,NL\ntown-b,Geneva,Ginebra,CH\ntown-c,,Brujas,BE\ntown-d,Ghent,,BE\n";
        import(register, "towns", 60, &[("places", towns)]).await.unwrap();
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let form = "/en/office/bulk/places";
        let rows = ids(register, "town-%").await;
        let chosen: Vec<(&str, &str)> = rows.iter().map(|row| ("chosen_row", row.as_str())).collect();
        let which = office.post(form, &chosen, &olga).await;
        assert!(
            which.body.contains("value=\"label_fr\"") && text_of(&which.body).contains("Name (français)"),
            "{}",
            which.body
        );
        // each row has its own words, beside what it says in other languages
        let of = [&chosen[..], &[("set_what", "label_es")]].concat();
        let asked = office.post(form, &of, &olga).await;
        let name = |row: usize| format!("words_of_row_{}", rows[row]);
        assert!(asked.body.contains(&format!("name=\"{}\" value=\"Ginebra\"", name(1))), "{}", asked.body);
        assert!(asked.body.contains(&format!("name=\"{}\" value=\"\"", name(0))), "{}", asked.body);
        assert!(text_of(&asked.body).contains("In every language: The Hague"), "{}", text_of(&asked.body));
        assert!(!asked.body.contains("name=\"save\""));
        // old and new; a row whose words stay does not change, and one that would lose its only words is told so at its own input
        let names = [name(0), name(1), name(2), name(3)];
        let words =
            [(names[0].as_str(), "La Haya"), (&names[1], "Ginebra"), (&names[2], ""), (&names[3], "")];
        let look = [&of[..], &words, &[("because", "a list from Madrid"), ("look", "yes")]].concat();
        let before = everything(register).await;
        let follows = office.post(form, &look, &olga).await;
        let told = text_of(&follows.body);
        assert!(told.contains("One row changes") && told.contains("Name (español) La Haya"), "{told}");
        assert!(told.contains("2 are so already"), "{told}");
        assert!(follows.body.contains(&format!("id=\"{}-error\"", names[2])), "{}", follows.body);
        for row in [0, 1, 3] {
            assert!(!follows.body.contains(&format!("id=\"{}-error\"", names[row])), "{}", follows.body);
        }
        assert_eq!(everything(register).await, before);
        // other words than were shown are not saved
        let saves = saving(&look, &follows);
        let mut other = saves.clone();
        other.iter_mut().filter(|(name, _)| *name == names[0]).for_each(|(_, text)| *text = "Haya".into());
        assert_eq!(office.save(form, &other, &olga).await.status, StatusCode::CONFLICT);
        let saved = office.save(form, &saves, &olga).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let labels = "SELECT label FROM records WHERE code LIKE 'town-%' ORDER BY code";
        let now = rows_of(register, labels).await;
        assert!(now[0].contains("La Haya") && now[0].contains("The Hague"), "{now:?}");
        assert!(now[1].contains("Ginebra") && now[2].contains("Brujas"), "{now:?}");
        let page = office.get(saved.header("location"), &olga).await;
        let batch = hidden(&page, "batch").remove(0).1;
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &olga).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        assert!(!rows_of(register, labels).await[0].contains("La Haya"));
        // words of records out of scope are neither shown nor written
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let bern = ids(register, "bern").await.remove(0);
        let of = [("chosen_row", bern.as_str()), ("set_what", "label_fr")];
        let theirs = office.post("/en/office/bulk/organisations", &of, &aya).await;
        assert!(!theirs.body.contains("name=\"words_of_row_"), "{}", theirs.body);
        let name = format!("words_of_row_{bern}");
        let made_up = [&of[..], &[(name.as_str(), "Berne"), ("look", "yes")]].concat();
        let theirs = office.post("/en/office/bulk/organisations", &made_up, &aya).await;
        assert!(text_of(&theirs.body).contains("cannot be changed so"), "{}", text_of(&theirs.body));
    });
}

#[test]
fn many_rows_cost_as_many_statements_as_a_few() {
    both(async |register| {
        let (office, asked) = Office::counting(register).await;
        let towns: String = (0..150).map(|n| format!("town-{n:03},Town {n:03},GH\n")).collect();
        let towns = format!("code,label,country\n{towns}");
        let days: String = (0..150)
            .map(|n| format!("forum,accra,spoke,2001-{:02}-{:02}\n", n / 28 + 1, n % 28 + 1))
            .collect();
        let days = format!("activity,organisation,role,day\n{days}");
        import(register, "towns", 60, &[("places", towns.as_str())]).await.unwrap();
        import(register, "days", 61, &[("participations", days.as_str())]).await.unwrap();
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let facts =
            rows_of(register, "SELECT CAST(id AS text) FROM participations WHERE day < 20100101 ORDER BY id")
                .await;
        let towns = ids(register, "town-%").await;
        // looks at these rows and saves them, and counts each
        let count = async |table: &str, rows: &[String], set: &[(&str, &str)], who: &str| {
            let form = format!("/en/office/bulk/{table}");
            let chosen: Vec<(&str, &str)> = rows.iter().map(|row| ("chosen_row", row.as_str())).collect();
            let fields = [&chosen[..], set, &[("look", "yes")]].concat();
            let begin = asked.load(Ordering::Relaxed);
            let follows = office.post(&form, &fields, who).await;
            let told = text_of(&follows.body);
            assert!(told.contains(&format!("{} rows change", rows.len())), "{told}");
            let looked = asked.load(Ordering::Relaxed) - begin;
            let saved = office.save(&form, &saving(&fields, &follows), who).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
            (looked, asked.load(Ordering::Relaxed) - begin - looked)
        };
        for (table, rows, set, who) in [
            ("places", &towns, [("set_what", "country"), ("country", "BE")], &olga),
            ("participations", &facts, [("set_what", "activity"), ("activity", "class")], &olga),
            ("participations", &facts, [("set_what", "source"), ("source", "a letter")], &aya),
        ] {
            let few = count(table, &rows[..5], &set, who).await;
            let many = count(table, &rows[5..], &set, who).await;
            assert!(many.0 <= few.0 + 2 && many.1 <= few.1 + 4, "{table}: {few:?} and {many:?}");
            assert!(many.0 + many.1 < 90, "{table}: {many:?}");
        }
    });
}
