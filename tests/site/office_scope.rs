//! Somebody who acts for one region: what they see, what they write, and what stays closed.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::register::files::everything;
use crate::site::example::text_of;
use crate::site::office::{Office, rows_of};
use crate::support::both;

#[test]
fn a_regional_secretary_writes_for_the_members_of_the_region_and_sees_of_others_what_everybody_sees() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let link = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&link).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let page = office.get("/en/office", &aya).await;
        assert!(text_of(&page.body).contains("regional secretariat (Africa)"), "{}", text_of(&page.body));
        // their own member: a leader is changed and the change is taken back
        let form = "/en/office/organisation/accra/do/people.change-leader";
        let fields = [("label_en", "Nuru Kwalande"), ("from", "2021-02")];
        let (_, saved) = office.look_and_save(form, &fields, &aya).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        let batch = saved.header("location").split("saved=").nth(1).unwrap().to_string();
        let listed = office.get("/en/office/batches", &aya).await;
        assert!(text_of(&listed.body).contains("Change the leader"));
        let undone = office.post("/en/office/batches", &[("batch", &batch)], &aya).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", text_of(&undone.body));
        // a member of another region: the public page, no action, no history
        let bern = office.get("/en/office/organisation/bern", &aya).await;
        assert_eq!(bern.status, StatusCode::OK);
        assert!(
            !bern.body.contains("/do/") && !text_of(&bern.body).contains("What was done"),
            "{}",
            bern.body
        );
        let standings = "/en/office/organisation/bern/do/standings.create";
        let (_, noted) = office
            .look_and_save(
                standings,
                &[("year", "2020"), ("standing", "contested"), ("day", "2020-05-01")],
                &officer,
            )
            .await;
        assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", text_of(&noted.body));
        let bern = office.get("/en/office/organisation/bern", &aya).await;
        assert!(!text_of(&bern.body).contains("contested"));
        let row = rows_of(register, "SELECT CAST(max(id) AS text) FROM standings").await.remove(0);
        let closed = [
            format!("/en/office/organisation/bern/standings/{row}"),
            format!("/en/office/organisation/bern/do/standings.correct?row={row}"),
            standings.to_string(),
            "/en/office/organisation/bern/do/people.change-leader".to_string(),
            "/en/office/organisation/bern/do/organisations.correct".to_string(),
            "/en/office/person/person-xu".to_string(),
            "/en/office/person/person-xu/do/people.correct".to_string(),
            "/en/office/team".to_string(),
        ];
        for address in &closed {
            let answer = office.get(address, &aya).await;
            assert!(answer.status.is_client_error(), "{address}: {}", answer.status);
            assert!(!answer.body.contains("contested") && !answer.body.contains("Xu"), "{address}");
        }
        // nor by finding, by names while typing, or by a code in a form
        for address in
            ["/en/office/find?q=xu", "/en/office/person?q=xu", "/en/office/named.json?q=xu&kind=person"]
        {
            let answer = office.get(address, &aya).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert!(!answer.body.contains("person-xu"), "{address}: {}", answer.body);
            assert!(office.get(address, &officer).await.body.contains("person-xu"), "{address}");
        }
        let named = office.post(form, &[("person", "person-xu"), ("from", "2021-03")], &aya).await;
        assert_eq!(named.status, StatusCode::BAD_REQUEST);
        assert!(named.body.contains("id=\"person-error\"") && !named.body.contains(">Xu"), "{}", named.body);
        // the member is not moved out of the region, nothing of the network is written, and what others did is not undone
        let away = [("region", "europe"), ("from", "2021-01-01")];
        let placement = rows_of(
            register,
            "SELECT CAST(p.id AS text) || '@' || CAST(p.recorded AS text) FROM placements p JOIN records r ON r.id = p.organisation WHERE r.code = 'accra'",
        )
        .await
        .remove(0);
        let id = placement.split('@').next().unwrap();
        let correct = format!("/en/office/organisation/accra/do/placements.correct?row={id}");
        let fields = [("row", placement.as_str()), ("organisation", "accra"), away[0], away[1]];
        let new =
            [("label_und", "Nowhere"), ("level", "municipal"), ("public", "yes"), ("illustrative", "yes")];
        let theme = [("label_und", "Harbours"), ("public", "yes"), ("rank", "9")];
        let (_, refused) = office.look_and_save(&correct, &fields, &aya).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        assert!(text_of(&refused.body).contains("does not belong to the members"));
        // what is new in the whole network is only proposed
        for (form, fields) in [
            ("/en/office/organisation/do/organisations.create", &new[..]),
            ("/en/office/theme/do/themes.create", &theme[..]),
        ] {
            let (_, refused) = office.look_and_save(form, fields, &aya).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{form}: {}", text_of(&refused.body));
        }
        let batch = noted.header("location").split("saved=").nth(1).unwrap().to_string();
        let refused = office.post("/en/office/batches", &[("batch", &batch)], &aya).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        let listed = office.get("/en/office/batches", &aya).await;
        assert!(!listed.body.contains(&batch), "what others did is not listed");
    });
}

#[test]
fn an_administrator_invites_and_withdraws_in_the_office_and_everybody_minds_their_own_account() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let root = office.join(&office.invite("root@example.org", Role::Administrator).await).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        for answer in [
            office.get("/en/office/team", &officer).await,
            office.post("/en/office/team", &[], &officer).await,
        ] {
            assert_eq!(answer.status, StatusCode::FORBIDDEN);
        }
        let fields = [("mail", "aya@example.org"), ("name", "Aya"), ("role", "regional-secretariat")];
        let without = office.post("/en/office/team", &fields, &root).await;
        assert_eq!(without.status, StatusCode::BAD_REQUEST);
        assert!(
            without.body.contains("aya@example.org")
                && text_of(&without.body).contains("is given for a region")
        );
        let fields = [&fields[..], &[("region", "africa")]].concat();
        let invited = office.post("/en/office/team", &fields, &root).await;
        let link = invited
            .body
            .split("/en/join/")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("a link")
            .to_string();
        assert!(!office.get("/en/office/team", &root).await.body.contains(&link), "the link is shown once");
        let aya = office.join(&link).await;
        // their own account
        let page = office.get("/en/office/me", &aya).await;
        assert!(text_of(&page.body).contains("this browser"), "{}", text_of(&page.body));
        let other = crate::site::office::cookie(
            &office.sign_in("aya@example.org", crate::site::office::PASSWORD).await,
        );
        let wrong = office
            .post("/en/office/me", &[("current", "no"), ("password", "harbour lantern 44 mosaic")], &aya)
            .await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        let fields = [("current", crate::site::office::PASSWORD), ("password", "harbour lantern 44 mosaic")];
        let changed = office.post("/en/office/me", &fields, &aya).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", text_of(&changed.body));
        assert_eq!(
            office.get("/en/office", &aya).await.status,
            StatusCode::OK,
            "this browser stays signed in"
        );
        assert_eq!(
            office.get("/en/office", &other).await.status,
            StatusCode::SEE_OTHER,
            "others are signed out"
        );
        // sessions of others are not ended by their digest
        let of_root = rows_of(register, "SELECT s.token FROM sign_ins s JOIN accounts a ON a.code = s.account WHERE a.mail = 'root@example.org'").await;
        office.post("/en/office/me", &[("end", &of_root[0])], &aya).await;
        assert_eq!(office.get("/en/office/team", &root).await.status, StatusCode::OK);
        let taken = office.post("/en/office/team", &[("withdraw", "aya@example.org")], &root).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", text_of(&taken.body));
        assert_eq!(office.get("/en/office", &aya).await.status, StatusCode::SEE_OTHER);
        let last = office.post("/en/office/team", &[("withdraw", "root@example.org")], &root).await;
        assert_eq!(last.status, StatusCode::BAD_REQUEST, "somebody must remain who gives roles");
    });
}

#[test]
fn every_address_of_the_office_asks_who_it_is_and_what_they_may_do() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let reader = office.join(&office.invite("ivo@example.org", Role::Intern).await).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("europe")).await;
        let aya = office.join(&aya).await;
        let nobody = office.join(&office.invite("noa@example.org", Role::Intern).await).await;
        let withdraw = decapolis::accounts::withdraw::Withdraw { mail: "noa@example.org".into(), role: None };
        let by = decapolis_actions::Request::by(decapolis_actions::Actor::Operator);
        let action = &decapolis::accounts::withdraw::WITHDRAW;
        decapolis_actions::run(&office.app.register(), action, by, withdraw).await.expect("withdrawn");
        let again = crate::site::office::cookie(
            &office.sign_in("noa@example.org", crate::site::office::PASSWORD).await,
        );
        let before = everything(register).await;
        let mut asked = 0;
        for (_, route) in decapolis::modules::routes() {
            let path = route.path.to_string();
            if !path.starts_with("/{lang}/office") {
                continue;
            }
            asked += 1;
            let mut address = path.replace("{lang}", "en");
            for (name, value) in [
                ("{kind}", "organisation"),
                ("{code}", "accra"),
                ("{table}", if path.contains("/file/") { "people" } else { "memberships" }),
                ("{row}", "48"),
                ("{action}", "memberships.create"),
                ("{ending}", "csv"),
            ] {
                address = address.replace(name, value);
            }
            // a visitor, somebody whose session has ended, and somebody without a role
            for cookie in ["", "decapolis=made-up", nobody.as_str(), again.as_str()] {
                let answer = office.get(&address, cookie).await;
                let closed = [StatusCode::SEE_OTHER, StatusCode::FORBIDDEN].contains(&answer.status);
                assert!(closed, "{address} for {cookie}: {}", answer.status);
                let sent = office.post(&address, &[("save", "yes")], cookie).await;
                assert!(sent.status.is_client_error(), "{address} for {cookie}: {}", sent.status);
            }
            // who only reads, and who acts for another region, never write
            for cookie in [reader.as_str(), aya.as_str()] {
                let answer = office.get(&address, cookie).await;
                assert!(!answer.status.is_server_error(), "{address}: {}", answer.status);
                let sent = office.post(&address, &[("from", "2022-01-01"), ("save", "yes")], cookie).await;
                assert!(sent.status.is_client_error(), "{address}: {}", sent.status);
            }
        }
        assert!(asked > 10, "{asked} addresses of the office");
        assert_eq!(everything(register).await, before, "nothing was written");
    });
}

#[test]
fn nobody_comes_into_scope_by_what_is_written_and_no_row_is_changed_for_another() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let link = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&link).await;
        let id = async |sql: &str| rows_of(register, sql).await.remove(0);
        let xu = id("SELECT CAST(id AS text) FROM records WHERE code = 'person-xu'").await;
        let ama = "/en/office/person/person-ama/do/people.correct";
        let token = id("SELECT CAST(r.id AS text) || '@' || CAST(r.recorded AS text) FROM records r WHERE r.code = 'person-ama'").await;
        let before = everything(register).await;
        // the row in the form is not the one that was opened
        let foreign = format!("{xu}@1");
        let fields =
            [("row", foreign.as_str()), ("label_und", "Ama"), ("gender", "woman"), ("public", "yes")];
        let shown = office.post(ama, &fields, &aya).await;
        assert!(!text_of(&shown.body).contains("Xu"), "{}", text_of(&shown.body));
        let all: Vec<(String, String)> = fields
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .chain(["seen", "shown"].into_iter().flat_map(|name| crate::site::office::hidden(&shown, name)))
            .chain([("save".to_string(), "yes".to_string())])
            .collect();
        assert_eq!(office.save(ama, &all, &aya).await.status, StatusCode::CONFLICT);
        // an organisation of another region, or of none, is not placed into one's own
        for organisation in ["bern", "university"] {
            for (form, own) in [
                ("/en/office/region/africa/do/placements.create".to_string(), ("organisation", organisation)),
                (
                    format!("/en/office/organisation/{organisation}/do/placements.create"),
                    ("region", "africa"),
                ),
            ] {
                let fields = [own, ("from", "2026"), ("until", "2026")];
                let refused = office.post(&form, &fields, &aya).await;
                assert!(refused.status.is_client_error(), "{form}: {}", refused.status);
                let mut all: Vec<(String, String)> =
                    fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
                all.extend(
                    ["seen", "shown"]
                        .into_iter()
                        .flat_map(|name| crate::site::office::hidden(&refused, name)),
                );
                all.push(("save".into(), "yes".into()));
                assert!(office.save(&form, &all, &aya).await.status.is_client_error(), "{form}");
            }
        }
        // a public person who leads in another region does not become theirs by a mandate
        let form = "/en/office/organisation/accra/do/people.change-leader";
        let fields = [("person", "person-beat"), ("from", "2026-02-01")];
        let (_, refused) = office.look_and_save(form, &fields, &aya).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", text_of(&refused.body));
        // facts kept for other actions have no page, and neither has a fact of what they may not see
        let grant = id("SELECT CAST(max(id) AS text) FROM grants").await;
        let closed = office.get(&format!("/en/office/region/africa/grants/{grant}"), &aya).await;
        assert_eq!(closed.status, StatusCode::NOT_FOUND);
        // a name that is almost that of a private person tells nothing of them
        let near = office.post(form, &[("person", "Xuu"), ("from", "2026")], &aya).await;
        assert!(!near.body.contains("person-xu"), "{}", near.body);
        let filter = office.get("/en/office/list/mandates?is.person=person-xu", &aya).await;
        let nothing = office.get("/en/office/list/mandates?is.person=person-zz", &aya).await;
        assert_eq!(filter.status, nothing.status);
        // where a hidden row would stand in an order is not told either
        for address in [format!("person?sort=gender&after={xu}"), format!("person?after={xu}")] {
            let answer = office.get(&format!("/en/office/{address}"), &aya).await;
            assert!(answer.status.is_client_error(), "{address}: {}", answer.status);
        }
        // their own is still theirs
        let fields =
            [("row", token.as_str()), ("label_und", "Ama Mensah"), ("gender", "woman"), ("public", "yes")];
        let page = office.get(ama, &aya).await;
        assert_eq!(page.status, StatusCode::OK, "{}", text_of(&page.body));
        assert_eq!(everything(register).await, before);
        let (_, saved) = office.look_and_save(ama, &fields, &aya).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
    });
}
