//! Pages of an earlier day: what was so on a day, what the register knew on a day, and what stays closed whichever day is asked for.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::register::files::import;
use crate::site::example::text_of;
use crate::site::office::{Office, rows_of};
use crate::support::{Register, both};

/// A register with two batches of January 2021, and what an officer corrected today. Gives the officer's cookie.
async fn corrected(register: &Register) -> (Office, String) {
    let office = Office::of(register, false).await;
    let standings = "organisation,year,standing,day\nbern,2020,contested,2020-05-01\n";
    import(register, "standings", 60, &[("standings", standings)]).await.expect("standings");
    let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
    let token = async |table: &str, which: &str| {
        let ask = format!(
            "SELECT CAST(t.id AS text) || '@' || CAST(t.recorded AS text) FROM {table} t WHERE {which}"
        );
        rows_of(register, &ask).await.remove(0)
    };
    let of = |code: &str| format!("organisation = (SELECT id FROM records WHERE code = '{code}')");
    let membership = token("memberships", &of("accra")).await;
    let standing = token("standings", &of("bern")).await;
    let accra = token("records", "code = 'accra'").await;
    let (xu, beat) =
        (token("records", "code = 'person-xu'").await, token("records", "code = 'person-beat'").await);
    let id = |token: &str| token.split('@').next().unwrap().to_string();
    for (form, fields) in [
        (
            format!("organisation/accra/do/memberships.correct?row={}", id(&membership)),
            vec![("row", membership.as_str()), ("organisation", "accra"), ("from", "2012-02-01")],
        ),
        (
            format!("organisation/bern/do/standings.correct?row={}", id(&standing)),
            vec![
                ("row", standing.as_str()),
                ("organisation", "bern"),
                ("year", "2020"),
                ("standing", "settled"),
                ("day", "2020-05-01"),
            ],
        ),
        (
            "organisation/accra/do/organisations.correct".to_string(),
            vec![
                ("row", accra.as_str()),
                ("label_en", "Accra Metropolis"),
                ("label_fr", "Accra"),
                ("level", "metropolitan"),
                ("place", "place-accra"),
                ("public", "yes"),
            ],
        ),
        (
            "person/person-xu/do/people.correct".to_string(),
            vec![("row", xu.as_str()), ("label_und", "Xu"), ("gender", "not-stated"), ("public", "yes")],
        ),
        (
            "person/person-beat/do/people.correct".to_string(),
            vec![("row", beat.as_str()), ("label_und", "Beat"), ("gender", "man"), ("public", "no")],
        ),
    ] {
        let form = format!("/en/office/{form}");
        let (_, saved) = office.look_and_save(&form, &fields, &officer).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{form}: {}", text_of(&saved.body));
    }
    (office, officer)
}

#[test]
fn a_record_is_shown_as_it_was_on_a_day_and_as_the_register_knew_it_on_a_day() {
    both(async |register| {
        let (office, officer) = corrected(register).await;
        let page = async |address: &str| {
            let answer = office.get(&format!("/en/office/{address}"), &officer).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}: {}", text_of(&answer.body));
            answer.body
        };
        let now = page("organisation/accra").await;
        assert!(now.contains("1 February 2012") && now.contains("/do/") && now.contains("name=\"known\""));
        // as the register knew it: the day of before, the name of then beside that of today, and nothing to change
        let known = page("organisation/accra?known=2021-06-30").await;
        let told = text_of(&known);
        assert!(told.contains("You see what the register knew on 30 June 2021"), "{told}");
        assert!(told.contains("1 January 2010") && !told.contains("1 February 2012"), "{told}");
        assert!(told.contains("Accra Metropolis") && told.contains("Name at that time Accra"), "{told}");
        let past = |body: &str| !body.contains("/do/") && !body.contains("name=\"batch\"");
        assert!(past(&known) && known.contains("href=\"/en/office/organisation/accra\""), "{known}");
        // its facts keep the day
        let membership = known.split("/en/office/organisation/accra/memberships/").nth(1).unwrap();
        let row = membership.split('"').next().unwrap();
        assert!(row.ends_with("?known=2021-06-30"), "{row}");
        let fact = page(&format!("organisation/accra/memberships/{row}")).await;
        assert!(text_of(&fact).contains("1 January 2010") && past(&fact), "{}", text_of(&fact));
        // what was so on a day: before the membership, and while it lasts
        let before = page("organisation/accra?on=2011-05-01").await;
        assert!(!text_of(&before).contains("1 February 2012") && past(&before), "{}", text_of(&before));
        let during = page("organisation/accra?on=2018-05-01").await;
        assert!(text_of(&during).contains("1 February 2012"), "{}", text_of(&during));
        // both
        let both_days = page("organisation/accra?on=2011-05-01&known=2021-06-30").await;
        assert!(text_of(&both_days).contains("1 January 2010"), "{}", text_of(&both_days));
        let id = row.split('?').next().unwrap();
        let not_then = page(&format!("organisation/accra/memberships/{id}?on=2011-05-01")).await;
        assert!(text_of(&not_then).contains("On that day this did not hold"), "{}", text_of(&not_then));
        // lists and their files
        let list = page("list/memberships?known=2021-06-30&is.from=2010-01-01").await;
        assert!(
            list.contains("/en/office/organisation/accra\"") && list.contains("?known=2021-06-30"),
            "{list}"
        );
        assert!(!page("list/memberships?is.from=2010-01-01").await.contains("organisation/accra\""));
        let file = office.get("/en/office/file/memberships/csv?known=2021-06-30", &officer).await;
        assert!(file.body.contains("2010-01-01") && !file.body.contains("2012-02-01"), "{}", file.body);
        // before the register began nothing was known; a day that is none is refused
        for address in
            ["organisation/accra?known=2020-12-31", "organisation/accra/memberships/1?known=2020-12-31"]
        {
            let answer = office.get(&format!("/en/office/{address}"), &officer).await;
            assert!(answer.status.is_client_error(), "{address}");
        }
        let wrong = office.get("/en/office/organisation/accra?on=2020-02-31", &officer).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    });
}

#[test]
fn an_earlier_day_shows_nobody_more_than_today_does() {
    both(async |register| {
        let (office, officer) = corrected(register).await;
        let link = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&link).await;
        let standing = rows_of(register, "SELECT CAST(max(id) AS text) FROM standings").await.remove(0);
        for address in [
            "organisation/bern?known=2021-06-30".to_string(),
            "organisation/bern?on=2020-06-01&known=2021-06-30".into(),
            format!("organisation/bern/standings/{standing}?known=2021-06-30"),
            "list/standings?known=2021-06-30".into(),
            "file/standings/csv?known=2021-06-30".into(),
            // private then, private now
            "person?known=2021-06-30".into(),
            "list/mandates?known=2021-06-30".into(),
            "person/person-xu?known=2021-06-30".into(),
            "person/person-beat?known=2021-06-30".into(),
            "file/people/csv?known=2021-06-30".into(),
        ] {
            let address = format!("/en/office/{address}");
            let theirs = office.get(&address, &aya).await;
            for hidden in [
                "contested</td",
                "contested</dd",
                "contested,",
                ">Xu",
                ">Beat",
                "Xu,",
                "Beat,",
                "person-xu\"",
                "person-beat\"",
            ] {
                let own = format!("href=\"/es{}", &address[3..]);
                let body = theirs.body.replace(&own, "");
                assert!(!body.contains(hidden), "{address} shows {hidden}: {}", text_of(&body));
            }
            assert_ne!(office.get(&address, &officer).await.body, theirs.body, "{address}");
        }
        let all = office.get("/en/office/list/standings?known=2021-06-30", &officer).await;
        assert!(all.body.contains("contested</td"), "{}", text_of(&all.body));
        // their own member's past is theirs
        let own = office.get("/en/office/organisation/accra?known=2021-06-30", &aya).await;
        assert!(text_of(&own.body).contains("1 January 2010"), "{}", text_of(&own.body));
        let known = "/en/office/organisation/accra?known=2021-06-30";
        assert_eq!(office.get(known, "").await.status, StatusCode::SEE_OTHER, "a visitor signs in first");
    });
}
