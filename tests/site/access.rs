//! What an account can do, and who can see a record: what the pages say, compared with what the people themselves are shown.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::site::example::{Answer, text_of};
use crate::site::office::{Office, part_of, rows_of};
use crate::support::{Register, both};

/// The text of the row of a page's table that begins with this.
fn row_of(page: &Answer, begins: &str) -> String {
    let rows = page.body.split("<tr").skip(1).filter_map(|rest| rest.split("</tr>").next());
    let texts = rows.map(|row| text_of(&format!("<p{row}</p>")).trim().to_string());
    texts
        .into_iter()
        .find(|text| text.starts_with(begins))
        .unwrap_or_else(|| panic!("{begins}: {}", text_of(&page.body)))
}

async fn account_of(register: &Register, mail: &str) -> String {
    rows_of(register, &format!("SELECT code FROM accounts WHERE mail = '{mail}'")).await.remove(0)
}

#[test]
fn an_administrator_reads_what_an_account_can_do() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let address = format!("/en/office/team/{}", account_of(register, "aya@example.org").await);
        assert_eq!(office.get(&address, &aya).await.status, StatusCode::FORBIDDEN);
        assert_eq!(office.get("/en/office/access", &aya).await.status, StatusCode::FORBIDDEN);
        assert!(office.get("/en/office/team", &chief).await.body.contains(&address));
        let page = office.get(&address, &chief).await;
        let told = text_of(&page.body);
        assert!(told.contains("regional secretariat: members of Africa · from"), "{told}");
        let memberships = row_of(&page, "Memberships");
        assert!(memberships.contains("of the region; the rest as everybody"), "{memberships}");
        assert!(memberships.contains("adds, corrects, ends, removes: of the region"), "{memberships}");
        let network = row_of(&page, "Networks");
        assert!(network.contains("what members read") && network.contains("nothing"), "{network}");
        assert!(told.contains("Change the leader of the region"), "{told}");
        assert!(!told.contains("Give somebody a role"), "{told}");
        // the administrator herself
        let own = format!("/en/office/team/{}", account_of(register, "chief@example.org").await);
        let told = text_of(&office.get(&own, &chief).await.body);
        assert!(
            told.contains("Give somebody a role all") && told.contains("Reads the whole register"),
            "{told}"
        );
        // and who has no role any more
        office.withdraw("aya@example.org").await;
        let told = text_of(&office.get(&address, &chief).await.body);
        assert!(
            told.contains("Reads nothing in the office") && !told.contains("Change the leader"),
            "{told}"
        );
    });
}

#[test]
fn an_administrator_reads_who_can_see_a_record_and_it_is_so() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let mut people = vec![("chief", chief.clone())];
        for (name, role, region) in [
            ("aya", Role::RegionalSecretariat, Some("africa")),
            ("eva", Role::RegionalSecretariat, Some("europe")),
            ("ivo", Role::Intern, None),
            ("ines", Role::Secretariat, Some("africa")),
            ("noa", Role::Treasurer, None),
        ] {
            let link = office.invite_for(&format!("{name}@example.org"), role, region).await;
            people.push((name, office.join(&link).await));
        }
        office.withdraw("noa@example.org").await;
        let noa = office.sign_in("noa@example.org", crate::site::office::PASSWORD).await;
        people.retain(|(name, _)| *name != "noa");
        people.push(("noa", crate::site::office::cookie(&noa)));
        // one's own, a neighbour's, private ones, and the network's
        let mut said = vec![];
        for record in [
            "organisation/accra",
            "organisation/bern",
            "person/person-ama",
            "person/person-xu",
            "person/person-beat",
            "post/leader-accra",
            "activity/forum",
            "region/africa",
        ] {
            let address = format!("/en/office/{record}");
            let page = office.get(&format!("{address}/who"), &chief).await;
            assert_eq!(page.status, StatusCode::OK, "{record}: {}", text_of(&page.body));
            for (name, session) in &people {
                let told = row_of(&page, name);
                let told = told.trim_start_matches(name).trim();
                let shown = office.get(&address, session).await;
                let whole = text_of(&shown.body).contains("What was done");
                let is_so = match told {
                    told if told.starts_with("everything") => shown.status == StatusCode::OK && whole,
                    told if told.starts_with("what") => shown.status == StatusCode::OK && !whole,
                    told if told.starts_with("nothing") => shown.status != StatusCode::OK,
                    _ => false,
                };
                // who has no role today is told so in the office, and reads the public page
                let outside = *name == "noa" && shown.status == StatusCode::FORBIDDEN;
                assert!(is_so || outside, "{record} for {name}: {told}; {}", text_of(&shown.body));
                said.push(format!("{record} {name}: {told}"));
            }
            for (name, session) in &people {
                let who = office.get(&format!("{address}/who"), session).await;
                assert_eq!(who.status == StatusCode::OK, *name == "chief", "{name}");
            }
        }
        let answer = |record: &str, name: &str| {
            let begins = format!("{record} {name}: ");
            said.iter().find(|text| text.starts_with(&begins)).expect(&begins).clone()
        };
        let through = answer("person/person-ama", "aya");
        for row in [
            "regional secretariat (Africa), through",
            "Mandates (",
            "Posts (Mayor of Accra)",
            "Regions of organisations (",
        ] {
            assert!(through.contains(row), "{row}: {through}");
        }
        assert!(answer("person/person-ama", "eva").contains("belongs to no member of that region"));
        assert!(answer("region/africa", "aya").contains("belongs to the whole network"));
        assert!(answer("organisation/bern", "ivo").contains("intern: reaches the whole network"));
        assert!(answer("organisation/accra", "noa").contains("No role counts today"));
        assert!(
            office
                .get("/en/office/organisation/accra", &chief)
                .await
                .body
                .contains("/organisation/accra/who")
        );
    });
}

#[test]
fn the_page_of_roles_says_of_every_table_what_its_forms_do() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let chief = office.join(&office.invite("chief@example.org", Role::Administrator).await).await;
        let page = office.get("/en/office/access", &chief).await;
        assert_eq!(page.status, StatusCode::OK);
        let english = office.app.locale("en").expect("English");
        let mut sessions = vec![];
        for role in Role::ALL {
            let region = part_of(role);
            let mail = format!("{}@example.org", role.word());
            let link = office.invite_for(&mail, role, region).await;
            sessions.push((role, office.join(&link).await));
        }
        let (mut asked, mut seen) = (0, std::collections::BTreeSet::new());
        for table in decapolis::modules::tables().0.iter().filter(|table| table.in_files) {
            let words = english.say(&format!("table-{}", table.name.replace('_', "-")));
            // "reads: all writes: all reads: …", one after the other
            let row = row_of(&page, &words);
            let cells: Vec<&str> = row.split("reads: ").skip(1).collect();
            assert_eq!(cells.len(), Role::ALL.len(), "{row}");
            let deed = decapolis_actions::Deed::Create;
            let Some(offer) = office.app.row_action(table, deed) else { continue };
            let kind = table.kind().unwrap_or("organisation");
            let at = |code: &str| match table.kind() {
                Some(_) => format!("/en/office/{kind}/do/{}", offer.about.name),
                None => format!("/en/office/organisation/{code}/do/{}", offer.about.name),
            };
            for ((role, session), cell) in sessions.iter().zip(&cells) {
                asked += 1;
                let form = office.get(&at("accra"), session).await;
                let writes = cell.split("writes: ").nth(1).unwrap_or("nothing");
                seen.insert(writes.split_whitespace().next().unwrap_or_default().to_string());
                // a table that nobody of a region may write has no form for them, or one that saves nothing: the scope is asked at the end
                if writes.starts_with("all") {
                    assert_ne!(form.status, StatusCode::FORBIDDEN, "{} {role:?}: {cell}", table.name);
                } else if cell.contains("proposes") {
                    assert_ne!(form.status, StatusCode::FORBIDDEN, "{} {role:?}: {cell}", table.name);
                } else if writes.starts_with("nothing") && role.needs().is_none() {
                    assert_eq!(form.status, StatusCode::FORBIDDEN, "{} {role:?}: {cell}", table.name);
                }
            }
        }
        assert!(asked > 100, "{asked}");
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["all", "nothing", "of"]);
    });
}
