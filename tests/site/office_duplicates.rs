//! A new record that is like one of the register is asked about before it is made; a rule over several rows is told at its field.

use axum::http::StatusCode;
use decapolis_actions::Role;

use crate::register::do_action::run;
use crate::register::files::{everything, with_network};
use crate::site::example::text_of;
use crate::site::office::{Office, hidden};
use crate::support::both;

#[test]
fn a_new_record_that_is_like_another_is_asked_about_and_nothing_is_decided_in_silence() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let before = everything(register).await;
        let new = "/en/office/person/do/people.create";
        let fields = [("label_und", "Áma"), ("gender", "woman"), ("public", "yes"), ("illustrative", "yes")];
        let asks = office.post(new, &fields, &officer).await;
        let told = text_of(&asks.body);
        // with a link, why, and what tells them apart
        assert!(
            told.contains("Is it one of these?") && told.contains("perhaps in another spelling"),
            "{told}"
        );
        assert!(asks.body.contains("href=\"/en/office/person/person-ama\""), "{}", asks.body);
        assert!(told.contains("Mayor of Accra"), "{told}");
        assert!(
            !asks.body.contains("name=\"save\"") && asks.body.contains("name=\"another\""),
            "{}",
            asks.body
        );
        // a save without the answer is refused, and asks
        let page = office.get(new, &officer).await;
        assert!(!page.body.contains("name=\"another\""), "nothing is typed yet");
        let like = hidden(&asks, "like");
        assert_eq!(like.len(), 1, "{}", asks.body);
        let other = [&fields[..], &[("label_und", "Somebody Quite Different")]].concat();
        let (_, saved) = office.look_and_save(new, &other[1..], &officer).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "a name like no other is not asked about");
        assert_ne!(everything(register).await, before);
        // the answer is about what was shown
        let answered = [&fields[..], &[("like", like[0].1.as_str()), ("another", "yes")]].concat();
        let follows = office.post(new, &answered, &officer).await;
        assert!(
            follows.body.contains("name=\"save\"") && follows.body.contains("name=\"apart\""),
            "{}",
            follows.body
        );
        let mut saves: Vec<(String, String)> =
            fields.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
        saves.extend(["shown", "seen"].into_iter().flat_map(|name| hidden(&follows, name)));
        saves.push(("save".into(), "yes".into()));
        let unanswered = office.save(new, &saves, &officer).await;
        assert_eq!(unanswered.status, StatusCode::CONFLICT, "{}", text_of(&unanswered.body));
        assert!(unanswered.body.contains("name=\"another\""), "{}", unanswered.body);
        saves.extend(hidden(&follows, "apart"));
        let saved = office.save(new, &saves, &officer).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        // an action that makes a person on its way asks too
        let leader = "/en/office/organisation/bern/do/people.change-leader";
        let asks = office.post(leader, &[("label_en", "Beat"), ("from", "2021-02")], &officer).await;
        assert!(asks.body.contains("/en/office/person/person-beat\""), "{}", asks.body);
    });
}

#[test]
fn who_acts_for_a_region_is_not_told_that_a_private_person_elsewhere_has_the_name() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let aya = office.invite_for("aya@example.org", Role::RegionalSecretariat, Some("africa")).await;
        let aya = office.join(&aya).await;
        let form = "/en/office/organisation/accra/do/people.change-leader";
        let fields = [("label_en", "Xu"), ("from", "2021-02")];
        let asks = office.post(form, &fields, &officer).await;
        assert!(asks.body.contains("person-xu"), "{}", asks.body);
        let (_, saved) = office.look_and_save(form, &fields, &aya).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", text_of(&saved.body));
        // a public one elsewhere is named to everybody, with what the public reads
        let public = office.post(form, &[("label_en", "Beat"), ("from", "2021-03")], &aya).await;
        assert!(public.body.contains("/en/office/person/person-beat\""), "{}", public.body);
    });
}

#[test]
fn a_rule_over_several_rows_is_told_at_its_field() {
    both(async |register| {
        let office = Office::of(register, false).await;
        let officer = office.join(&office.invite("olga@example.org", Role::Secretariat).await).await;
        let form = "/en/office/organisation/accra/do/memberships.create";
        let twice = office.post(form, &[("from", "2021-07-04"), ("illustrative", "no")], &officer).await;
        assert_eq!(twice.status, StatusCode::BAD_REQUEST);
        let at = twice.body.split("id=\"from-error\"").nth(1).expect("an error at the field");
        let error = at.split("</p>").next().unwrap();
        assert!(error.contains("2010-01-01"), "{error}");
        assert!(twice.body.contains("href=\"#from\"") && twice.body.contains("2021-07-04"), "{}", twice.body);
    });
}

#[test]
fn on_the_command_line_the_question_is_a_refusal_that_an_option_answers() {
    with_network(async |register| {
        let words = [
            "people.create",
            "--label",
            "Ama",
            "--gender",
            "woman",
            "--public",
            "yes",
            "--illustrative",
            "yes",
        ];
        let (done, said) = run(register, &words);
        assert!(done && said.contains("(person-ama)") && said.contains("--another"), "{said}");
        let before = everything(register).await;
        let (done, said) = run(register, &[&words[..], &["--apply"]].concat());
        assert!(!done && said.contains("Ama (person-ama)") && said.contains("--another"), "{said}");
        assert_eq!(everything(register).await, before);
        let (done, said) = run(register, &[&words[..], &["--another", "--apply"]].concat());
        assert!(done, "{said}");
    });
}
