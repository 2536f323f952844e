//! Amounts of money: divided by the digits of their currency and shown with it, in every form, and never added across currencies.

use std::fs;

use decapolis_base::Currency;

use crate::register::files::*;
use crate::register::refusals::program;
use crate::support::{Register, both};

const LINE: &str = "line,basis,stage,day,amount,currency,in_network,currency_of_network,rate,rate_day,rate_source,passed_on,in_kind\n";

/// A network that counts in this currency, with one figure of its own: the total of its income.
async fn network(register: &Register, currency: &str, lines: &str) {
    let record = format!(
        "code,label,languages,zone,currency,years_from,years_until\nours,Ours,en es fr,UTC,{currency},2020,2020\n"
    );
    let income = format!("{LINE}{lines}");
    import(register, "all", 0, &[("networks", &record), ("income", &income)]).await.unwrap();
    let folder = register.folder.join("network");
    let put = |path: &str, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("network.toml", "network = \"ours\"\ntitle = \"Ours\"\n");
    put(
        "figures/own-income.toml",
        "key = \"own-income\"\ncode = \"Q7NC\"\nversion = 1\nshape = \"total\"\nmeasure = { sum = \"in_network\" }\nunit = \"row\"\n\n\
         [[counted]]\nlisting = \"income\"\nwhen = \"within\"\non = \"row\"\n",
    );
    for language in ["en", "es", "fr"] {
        let words = "figure-own-income = of income\n    .verb = came in\n    .sentence = { $shown } came in.\n    .rule = All income.\n    .unit = income\n    .title = Income\n";
        put(&format!("locales/{language}/figures.ftl"), words);
    }
}

fn printed(register: &Register, options: &[&str]) -> String {
    let output = program(register)
        .env("DECAPOLIS_NETWORK", register.folder.join("network"))
        .args(["figures", "--at", "2020-12-31"])
        .args(options)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn line<'a>(text: &'a str, key: &str) -> &'a str {
    text.lines().find(|line| line.starts_with(key)).unwrap_or_else(|| panic!("{key} is missing in: {text}"))
}

#[test]
fn an_amount_is_shown_in_whole_units_with_its_currency_in_the_readers_language() {
    for (currency, amount, en, es, fr, value) in [
        (
            "USD",
            "25500000.00",
            "USD\u{a0}25,500,000.00",
            "25\u{202f}500\u{202f}000,00\u{a0}USD",
            "25\u{202f}500\u{202f}000,00\u{a0}USD",
            25_500_000.0,
        ),
        ("EUR", "1234.05", "€1,234.05", "1234,05\u{a0}€", "1\u{202f}234,05\u{a0}€", 1234.05),
        (
            "JPY",
            "1234567",
            "JPY\u{a0}1,234,567",
            "1\u{202f}234\u{202f}567\u{a0}JPY",
            "1\u{202f}234\u{202f}567\u{a0}JPY",
            1_234_567.0,
        ),
        ("TND", "-1.005", "−TND\u{a0}1.005", "−1,005\u{a0}TND", "−1,005\u{a0}TND", -1.005),
    ] {
        both(async |register| {
            network(
                register,
                currency,
                &format!("l,dues,closed,2020-03-01,{amount},{currency},{amount},{currency},,,,no,no\n"),
            )
            .await;
            for (language, wanted) in [("en", en), ("es", es), ("fr", fr)] {
                let all = printed(register, &["--lang", language]);
                assert!(line(&all, "own-income").contains(wanted), "{language}: {all}");
            }
            let json: serde_json::Value =
                serde_json::from_str(&printed(register, &["--json", "--lang", "en"])).unwrap();
            let all = json.as_array().unwrap();
            let own = all.iter().find(|figure| figure["key"] == "own-income").unwrap();
            assert_eq!((own["value"].as_f64(), own["counted"].as_f64()), (Some(value), Some(value)), "{own}");
            assert_eq!(
                (own["currency"].as_str(), own["shown"].as_str()),
                (Some(currency), Some(en)),
                "{own}"
            );
            let why = program(register)
                .env("DECAPOLIS_NETWORK", register.folder.join("network"))
                .args(["figures", "why", "own-income", "--at", "2020-12-31", "--lang", "en"])
                .output()
                .unwrap();
            let why = String::from_utf8(why.stdout).unwrap();
            assert!(why.contains(en), "{why}");
        });
    }
}

#[test]
fn an_amount_goes_out_as_it_came_in() {
    both(async |register| {
        let lines = "l1,dues,closed,2020-03-01,1.500,TND,2.00,USD,1.3333,2020-03-01,Central bank,no,no\nl2,other,closed,2020-04-01,-5,JPY,-0.05,USD,0.0093,2020-04-01,Central bank,no,no\n";
        network(register, "USD", lines).await;
        let out = exported(register).await;
        assert!(
            out["income"].contains("1.500,TND,2.00,USD") && out["income"].contains("-5,JPY,-0.05,USD"),
            "{}",
            out["income"]
        );
        let again: Vec<(&str, &str)> =
            out.iter().map(|(table, text)| (table.as_str(), text.as_str())).collect();
        assert!(plan_of(register, &again).await.changes_nothing());
    });
}

#[test]
fn all_currencies_are_read_and_written_with_their_own_digits() {
    for code in decapolis_base::money::CURRENCIES {
        let currency = Currency::of(code).unwrap();
        for minor in [0, 1, -7, 100, 123_456] {
            let text = decapolis_base::money::write(minor, code);
            assert_eq!(decapolis_base::money::read(&text, code), Some(minor), "{code} {text}");
            assert_eq!(
                text.split_once('.').map_or(0, |(_, digits)| digits.len()),
                currency.digits() as usize
            );
        }
    }
}

/// A row of income of this amount in this currency, which is not converted.
fn paid(line: &str, amount: &str, currency: &str) -> String {
    format!("{line},dues,closed,2020-03-01,{amount},{currency},{amount},{currency},,,,no,no\n")
}

#[test]
fn a_second_currency_is_refused_until_a_record_names_that_of_the_network() {
    both(async |register| {
        let refused = async |text: &str| {
            let plan = plan_of(register, &[("income", text)]).await;
            let found = plan.problems.iter().map(|problem| problem.message.plain()).collect::<Vec<_>>();
            found.into_iter().find(|message| message.starts_with("error-second-currency"))
        };
        // in one file, and after the first was written
        let both_in_one = format!("{LINE}{}{}", paid("a", "1.00", "USD"), paid("b", "1.00", "EUR"));
        assert!(refused(&both_in_one).await.is_some_and(|said| said.contains("EUR") && said.contains("USD")));
        import(register, "first", 0, &[("income", &format!("{LINE}{}", paid("a", "1.00", "USD")))])
            .await
            .unwrap();
        let second = format!("{LINE}{}", paid("b", "1.00", "EUR"));
        assert!(refused(&second).await.is_some());
        assert_eq!(refused(&format!("{LINE}{}", paid("c", "2.00", "USD"))).await, None);
        // with the record of the network, that one counts
        let record = "code,label,languages,zone,currency\nours,Ours,en,UTC,USD\n";
        import(register, "network", 1, &[("networks", record)]).await.unwrap();
        let plan = plan_of(register, &[("income", &second)]).await;
        let said: Vec<String> = plan.problems.iter().map(|problem| problem.message.plain()).collect();
        assert!(said.iter().any(|message| message.starts_with("error-other-currency")), "{said:?}");
    });
}

#[test]
fn no_amount_is_called_euro_that_nobody_called_so() {
    both(async |register| {
        let counts_in = async || {
            let app = decapolis::opening::over(register.db.clone(), None).await.unwrap();
            app.figures.catalog.currency()
        };
        assert_eq!(counts_in().await, Currency::NONE, "nothing is known of an empty register");
        let yen = format!("{LINE}{}", paid("a", "1234", "JPY"));
        import(register, "first", 0, &[("income", &yen)]).await.unwrap();
        assert_eq!(counts_in().await.code(), "JPY", "that of its amounts");
        let record = "code,label,languages,zone,currency\nours,Ours,en,UTC,JPY\n";
        import(register, "network", 1, &[("networks", record)]).await.unwrap();
        assert_eq!(counts_in().await.code(), "JPY");
    });
}
