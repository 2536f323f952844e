//! Who is named on pages of an earlier day: nobody who was private then or is private today, to who may not see it.

use decapolis_actions::Role;

use crate::register::files::import;
use crate::site::example::text_of;
use crate::site::office::Office;
use crate::support::both;

/// The last day of each state is in spring 2021.
const DAY: i64 = 24 * 60 * 60;

#[test]
fn a_name_that_was_private_then_or_is_private_today_is_not_told_on_a_page_of_then() {
    both(async |register| {
        let office = Office::of(register, false).await;
        // the mayor of Dakar is private at first and public from May on; the mayor of Eger is the other way round
        let first = [
            ("people", "code,label,public,gender\nperson-nana,Nana,no,woman\nperson-ola,Ola,yes,man\n"),
            (
                "posts",
                "code,label,post,organisation,from\nseat-dakar,Seat of Dakar,seat,dakar,2010\nseat-eger,Seat of Eger,seat,eger,2010\n",
            ),
            (
                "mandates",
                "post,holder,person,from,until\nseat-dakar,person,person-nana,2020-01-01,\nseat-eger,person,person-ola,2020-01-01,\n",
            ),
        ];
        import(register, "first-names", 10 * DAY, &first).await.expect("the first state");
        let then = [(
            "people",
            "code,label,public,gender,revision\nperson-nana,Nana,yes,woman,change\nperson-ola,Ola,no,man,change\n",
        )];
        import(register, "later-names", 120 * DAY, &then).await.expect("the later state");
        // of the Americas, where neither is
        let link = office.invite_for("ada@example.org", Role::RegionalSecretariat, Some("americas")).await;
        let ada = office.join(&link).await;
        let olga = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let page = async |address: &str, session: &str| {
            text_of(&office.get(&format!("/en/office/{address}"), session).await.body)
        };
        // today: the one is named, the other is not
        assert!(page("post/seat-dakar", &ada).await.contains("Nana"));
        assert!(!page("post/seat-eger", &ada).await.contains("Ola"));
        for address in ["post/seat-dakar?known=2021-02-01", "post/seat-eger?known=2021-02-01"] {
            let told = page(address, &ada).await;
            assert!(!told.contains("Nana") && !told.contains("Ola"), "{address}: {told}");
            assert!(told.contains("not public"), "{address}: {told}");
            let whole = page(address, &olga).await;
            assert!(whole.contains("Nana") || whole.contains("Ola"), "{address}: {whole}");
        }
        for person in ["person-nana", "person-ola"] {
            let answer = office.get(&format!("/en/office/person/{person}?known=2021-02-01"), &ada).await;
            assert!(answer.status.is_client_error(), "{person}: {}", text_of(&answer.body));
        }
    });
}
