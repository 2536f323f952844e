//! Roles for a body and for a platform: what they write, what they see, and what stays closed.

use axum::http::StatusCode;
use decapolis::accounts::require_factor::{REQUIRE_FACTOR, RequireFactor};
use decapolis_actions::{self as actions, Actor, Request, Role};

use crate::register::files::{everything, import};
use crate::site::example::text_of;
use crate::site::office::{Office, rows_of};
use crate::support::both;

#[test]
fn a_body_officer_keeps_the_meetings_of_the_body_and_no_others() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let link = office.invite_for("bo@example.org", Role::BodyOfficer, Some("board")).await;
        let bo = office.join(&link).await;
        let start = text_of(&office.get("/en/office", &bo).await.body);
        assert!(start.contains("body officer (Board)"), "{start}");
        // a new meeting of the board, with who came
        let form = "/en/office/meeting/do/meetings.create";
        let fields = [
            ("label_und", "Board in May"),
            ("body", "board"),
            ("day", "2021-05-05"),
            ("mode", "online"),
            ("state", "called"),
            ("public", "no"),
            ("illustrative", "yes"),
        ];
        let (_, saved) = office.look_and_save(form, &fields, &bo).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let page = saved.header("location").split('?').next().unwrap().to_string();
        // it is not public, and theirs
        let shown = office.get(&page, &bo).await;
        assert!(text_of(&shown.body).contains("What was done"), "{}", text_of(&shown.body));
        let came = [("organisation", "accra"), ("seat", "seat-accra"), ("attendance", "present")];
        let (_, saved) = office.look_and_save(&format!("{page}/do/attendances.create"), &came, &bo).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let before = everything(register).await;
        // no meeting of the assembly, and none is moved there
        let other = fields.map(|(name, text)| (name, if name == "body" { "assembly" } else { text }));
        let refused = office.post(form, &other, &bo).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", text_of(&refused.body));
        let correct = format!("{page}/do/meetings.correct");
        let token = rows_of(register, "SELECT CAST(m.id AS text) || '@' || CAST(m.recorded AS text) FROM meetings m ORDER BY m.id DESC LIMIT 1").await.remove(0);
        let moved = [&[("row", token.as_str())], &other[..]].concat();
        let refused = office.post(&correct, &moved, &bo).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", text_of(&refused.body));
        assert!(text_of(&refused.body).contains("does not belong to the members"), "{}", refused.body);
        for closed in [
            "/en/office/meeting/assembly-2020/do/meetings.correct",
            "/en/office/organisation/accra/do/people.change-leader",
            "/en/office/organisation/accra/do/memberships.create",
            "/en/office/person/person-xu",
            "/en/office/person/person-ama/do/people.correct",
            "/en/office/theme/do/themes.create",
        ] {
            let sent = office.post(closed, &[("save", "yes")], &bo).await;
            assert!(sent.status.is_client_error(), "{closed}: {}", sent.status);
        }
        assert_eq!(everything(register).await, before, "nothing was written");
        // others' meetings are read as members read them, the members of the network as everybody does
        let assembly = office.get("/en/office/meeting/assembly-2020", &bo).await;
        assert!(assembly.status == StatusCode::OK && !text_of(&assembly.body).contains("What was done"));
        let meetings = text_of(&office.get("/en/office/meeting", &bo).await.body);
        assert!(meetings.contains("Board in May") && !meetings.contains("assembly-2020"), "{meetings}");
        let memberships = text_of(&office.get("/en/office/list/memberships", &bo).await.body);
        assert!(!memberships.contains("Accra"), "{memberships}");
    });
}

#[test]
fn an_editor_keeps_the_practices_of_the_platform_and_no_others() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let more = [
            ("platforms", "code,label,own\natlas,Atlas,yes\n"),
            (
                "practices",
                "code,label,platform,state,from,public\ndraft-atlas,Rain gardens,atlas,draft,,no\ndraft-experts,Night buses,experts,draft,,no\n",
            ),
        ];
        import(register, "practices", 60, &more).await.expect("practices");
        let link = office.invite_for("ed@example.org", Role::Editor, Some("experts")).await;
        let ed = office.join(&link).await;
        let list = text_of(&office.get("/en/office/practice", &ed).await.body);
        assert!(list.contains("Night buses") && !list.contains("Rain gardens"), "{list}");
        assert_eq!(office.get("/en/office/practice/draft-experts", &ed).await.status, StatusCode::OK);
        let other = office.get("/en/office/practice/draft-atlas", &ed).await;
        assert!(other.status.is_client_error() && !other.body.contains("Rain gardens"), "{}", other.body);
        let form = "/en/office/practice/do/practices.create";
        let fields = [
            ("label_und", "Cargo bicycles"),
            ("platform", "experts"),
            ("state", "draft"),
            ("public", "no"),
            ("illustrative", "yes"),
        ];
        let (_, saved) = office.look_and_save(form, &fields, &ed).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let elsewhere = fields.map(|(name, text)| (name, if name == "platform" { "atlas" } else { text }));
        let refused = office.post(form, &elsewhere, &ed).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", text_of(&refused.body));
        for address in
            ["/en/office/find?q=rain", "/en/office/named.json?q=rain", "/en/office/file/practices/csv"]
        {
            let answer = office.get(address, &ed).await;
            assert!(!answer.body.contains("Rain gardens"), "{address}: {}", answer.body);
        }
    });
}

#[test]
fn a_role_for_a_body_is_given_in_the_office_and_the_pages_of_access_say_why() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let team = office.get("/en/office/team", &chief).await;
        assert!(
            team.body.contains("value=\"body:board\"") && team.body.contains("value=\"platform:experts\"")
        );
        let fields = [("mail", "bo@example.org"), ("name", "Bo"), ("role", "body-officer")];
        for (part, why) in [
            ("", "is given for a body"),
            ("africa", "is given for a body"),
            ("body:nothing", "There is no body"),
        ] {
            let refused =
                office.post("/en/office/team", &[&fields[..], &[("region", part)]].concat(), &chief).await;
            assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{part}");
            assert!(text_of(&refused.body).contains(why), "{part}: {}", text_of(&refused.body));
        }
        let invited = office
            .post("/en/office/team", &[&fields[..], &[("region", "body:board")]].concat(), &chief)
            .await;
        let told = text_of(&invited.body);
        assert!(invited.status == StatusCode::OK && told.contains("body officer (Board)"), "{told}");
        // a second time says that they have it
        let account =
            rows_of(register, "SELECT code FROM accounts WHERE mail = 'bo@example.org'").await.remove(0);
        let can = text_of(&office.get(&format!("/en/office/team/{account}"), &chief).await.body);
        assert!(
            can.contains("body officer: “Board”")
                && can.contains("of the body; of the rest what members read"),
            "{can}"
        );
        assert!(!can.contains("Change the leader"), "{can}");
        let who =
            async |record: &str| text_of(&office.get(&format!("/en/office/{record}/who"), &chief).await.body);
        let told = who("meeting/board-2020").await;
        assert!(told.contains("body officer (Board), through Statutory bodies (Board)"), "{told}");
        let told = who("meeting/assembly-2020").await;
        assert!(told.contains("body officer (Board): the record does not belong to it"), "{told}");
        let told = who("body/board").await;
        assert!(told.contains("body officer (Board): it is this record"), "{told}");
        // who must have a second factor and has none sees nothing yet
        let require = RequireFactor { roles: vec![Role::BodyOfficer], seen: None, reason: None };
        let by = Request::by(Actor::Operator);
        actions::run(&office.app.register(), &REQUIRE_FACTOR, by, require).await.expect("required");
        let told = who("meeting/board-2020").await;
        assert!(told.contains("what everybody reads Must set up a second factor first."), "{told}");
        let can = text_of(&office.get(&format!("/en/office/team/{account}"), &chief).await.body);
        assert!(can.contains("can do none of this"), "{can}");
    });
}
