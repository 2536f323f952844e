//! A country is one code at every door, so one country is never counted as two.

use decapolis::modules;
use decapolis_base::Period;
use decapolis_figures::{Asked, Catalog, number};
use decapolis_register::known::Known;

use crate::register::files::*;
use crate::support::{Register, both};

/// How many countries the rows of a listing have at the end of 2020.
async fn countries(register: &Register, listing: &str) -> i64 {
    let text = format!(
        "key = \"countries\"\ncode = \"C7NT\"\nversion = 1\nshape = \"total\"\nmeasure = \"units\"\nunit = \"country\"\n\n[[counted]]\nlisting = \"{listing}\"\nwhen = \"at-end\"\non = \"country\"\n"
    );
    let catalog = Catalog::read(modules::listings(), &[("countries.toml".into(), text)]).unwrap();
    let asked = Asked::period(Period::year(2020), Known::Now);
    number(register.db.reader(), &catalog.figures()[0], &asked, &catalog).await.unwrap().counted
}

#[test]
fn small_letters_and_blanks_are_the_same_country() {
    both(async |register| {
        let places = "code,label,country\na,A,GB\nb,B,gb\nc,C, Gb \nd,D,GR\ne,E,XK\n";
        let organisations = "code,label,level,place\na-city,A,municipal,a\nb-city,B,municipal,b\nc-city,C,municipal,c\nd-city,D,municipal,d\ne-city,E,municipal,e\n";
        let memberships = "organisation,from\na-city,2010-01-01\nb-city,2010-01-01\nc-city,2010-01-01\nd-city,2010-01-01\ne-city,2010-01-01\n";
        import(
            register,
            "all",
            0,
            &[("places", places), ("organisations", organisations), ("memberships", memberships)],
        )
        .await
        .unwrap();
        assert_eq!(countries(register, "members").await, 3);
        // what was read goes out as the code, and changes nothing when it comes back
        let out = exported(register).await;
        assert!(!out["places"].contains("gb"), "{}", out["places"]);
        assert!(plan_of(register, &[("places", places)]).await.changes_nothing());
    });
}

#[test]
fn a_name_is_refused_with_the_code_that_it_means() {
    both(async |register| {
        for (said, code) in [
            ("UK", "GB"),
            ("EL", "GR"),
            ("United Kingdom", "GB"),
            ("Royaume-Uni", "GB"),
            ("ESP", "ES"),
            ("Corea del Sur", "KR"),
        ] {
            let problems =
                plan_of(register, &[("places", &format!("code,label,country\na,A,{said}\n"))]).await.problems;
            let message = &problems[0].message;
            assert_eq!(message.key, "error-written-as-a-code", "{said}");
            assert!(message.args.0.contains(&("code", code.into())), "{said}: {:?}", message.args);
        }
        for (said, key) in [
            ("EN", "error-not-a-country"),
            ("Utopia", "error-not-a-country"),
            ("ZZ", "error-not-a-country"),
            // offered, never read
            ("Korea", "error-may-be-a-country"),
            ("Deutschland", "error-may-be-a-country"),
        ] {
            let problems =
                plan_of(register, &[("places", &format!("code,label,country\na,A,{said}\n"))]).await.problems;
            assert_eq!(problems[0].message.key, key, "{said}");
        }
    });
}

#[test]
fn several_countries_of_a_practice_are_no_country_of_their_own() {
    both(async |register| {
        let practices = "code,label,platform,state,from,country\np1,One,exchange,published,2019-01-01,BE\np2,Two,exchange,published,2019-01-01,BE;NL\np3,Three,exchange,published,2019-01-01,be; nl\n";
        import(
            register,
            "all",
            0,
            &[("platforms", "code,label,own\nexchange,Exchange,yes\n"), ("practices", practices)],
        )
        .await
        .unwrap();
        assert_eq!(countries(register, "practices").await, 1);
    });
}
