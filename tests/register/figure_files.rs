//! A figure file with a mistake is refused. The message has the file, the key, and what to write instead.

use decapolis::{assets, modules};
use decapolis_base::Currency;
use decapolis_figures::Catalog;

const GOOD: &str = r#"key = "board-share"
code = "B2RD"
version = 1
shape = "share"
measure = "units"
unit = "organisation"
breakdowns = ["region"]
shown = { decimals = 1 }

[[counted]]
listing = "attendances"
when = "within"
on = "organisation"
keep = [
    { column = "attendance", is = ["present"], reason = "absent" },
]

[base]
listing = "members"
when = "at-end"
on = "organisation"
"#;

fn read(text: &str) -> Result<Catalog, String> {
    Catalog::read(modules::listings(), &[("figures/board-share.toml".into(), text.into())])
}

/// Replaces `from` by `to` in the file, and checks that the refusal contains these texts.
fn refused(from: &str, to: &str, says: &[&str]) {
    assert!(GOOD.contains(from), "{from}");
    let said = read(&GOOD.replacen(from, to, 1)).err().unwrap_or_else(|| panic!("{to}: a refusal is wanted"));
    for word in ["figures/board-share.toml"].iter().chain(says) {
        assert!(said.contains(word), "“{word}” is missing in: {said}");
    }
}

/// A total of income, by this column and with this condition.
fn income(column: &str, of: &str) -> String {
    format!(
        "key = \"own-income\"\ncode = \"Q7NC\"\nversion = 1\nshape = \"total\"\nmeasure = {{ sum = \"{column}\" }}\nunit = \"row\"\n\n\
         [[counted]]\nlisting = \"income\"\nwhen = \"within\"\non = \"row\"\nof = [{of}]\n"
    )
}

#[test]
fn a_total_over_several_currencies_is_refused() {
    let said = read(&income("amount", "")).err().unwrap();
    for word in ["“own-income”", "several currencies", "in_network", "column = \"currency\""] {
        assert!(said.contains(word), "“{word}” is missing in: {said}");
    }
    let two = read(&income("amount", r#"{ column = "currency", is = ["EUR", "USD"] }"#));
    assert!(two.err().unwrap().contains("several currencies"));
    let money = |text: String| {
        let catalog = read(&text).unwrap().counting_in(Currency::of("JPY").unwrap());
        catalog.money(&catalog.figures()[0]).map(Currency::code)
    };
    assert_eq!(money(income("amount", r#"{ column = "currency", is = ["TND"] }"#)), Some("TND"));
    assert_eq!(money(income("in_network", "")), Some("JPY"));
    assert_eq!(money(GOOD.into()), None);
}

#[test]
fn the_figure_without_a_mistake_is_read() {
    assert_eq!(read(GOOD).unwrap().figures().len(), 1);
}

#[test]
fn every_generic_figure_is_read() {
    let files = assets::figure_files(None).unwrap();
    let catalog = Catalog::read(modules::listings(), &files).unwrap();
    assert_eq!(catalog.figures().len(), files.len());
    for (file, _) in &files {
        let key = file.rsplit('/').next().unwrap().trim_end_matches(".toml");
        assert!(catalog.figure(key).is_some(), "{file} holds the figure it is named after");
    }
}

#[test]
fn a_listing_that_does_not_exist_is_named_with_those_that_do() {
    refused(
        r#"listing = "attendances""#,
        r#"listing = "attendance""#,
        &["“board-share”", "listing “attendance” does not exist", "attendances", "participations"],
    );
}

#[test]
fn a_column_that_does_not_exist_is_named_with_those_that_do() {
    refused(
        r#"column = "attendance""#,
        r#"column = "presence""#,
        &["“board-share”", "no column “presence”", "attendance, region"],
    );
    refused(
        r#"on = "organisation""#,
        r#"on = "member""#,
        &["“board-share”", "no column “member”", "meeting, organisation"],
    );
}

#[test]
fn a_value_a_column_does_not_take_is_named_with_those_it_takes() {
    refused(
        r#"is = ["present"]"#,
        r#"is = ["here"]"#,
        &["“board-share”", "“attendance”", "here", "present, represented, excused, absent"],
    );
    refused(
        r#"is = ["present"]"#,
        "is = [true]",
        &["“board-share”", "“attendance”", "present, represented, excused, absent"],
    );
    refused(r#"is = ["present"]"#, "is = []", &["“board-share”", "“attendance”", "at least one value"]);
    refused(
        r#"column = "attendance", is = ["present"]"#,
        r#"column = "region", is = [3]"#,
        &["“board-share”", "“region” cannot be", "the code of a record (region)"],
    );
}

#[test]
fn a_when_that_does_not_suit_the_listing_is_told_what_does() {
    refused(
        r#"when = "within""#,
        r#"when = "at-end""#,
        &["“board-share”", "“attendances” happen on a day", "within"],
    );
    refused(
        r#"when = "at-end""#,
        r#"when = "within""#,
        &["“board-share”", "“members” last", "at-end", "overlapping"],
    );
    refused(r#"when = "within""#, r#"when = { last = "meeting" }"#, &["“board-share”", "within"]);
    refused(
        r#"when = "within""#,
        r#"when = "sometimes""#,
        &["sometimes", "at-end", "within", "overlapping", "last"],
    );
    let readings = r#"key = "f"
code = "F2LW"
version = 1
shape = "total"
measure = { sum = "followers" }
unit = "channel"
[[counted]]
listing = "readings"
when = "within"
on = "channel"
"#;
    let said = Catalog::read(modules::listings(), &[("f.toml".into(), readings.into())]).err().unwrap();
    assert!(said.contains("f.toml") && said.contains("readings") && said.contains("last ="), "{said}");
    let said = Catalog::read(
        modules::listings(),
        &[("f.toml".into(), readings.replace("\"within\"", "{ last = \"chanel\" }"))],
    )
    .err()
    .unwrap();
    assert!(said.contains("chanel") && said.contains("channel, followers"), "{said}");
}

#[test]
fn a_unit_that_is_not_what_is_counted_is_refused() {
    refused(r#"unit = "organisation""#, r#"unit = "person""#, &["“board-share”", "organisation", "“person”"]);
    refused(r#"on = "organisation""#, r#"on = "meeting""#, &["“board-share”", "meeting", "“organisation”"]);
    refused(
        r#"on = "organisation""#,
        r#"on = "attendance""#,
        &["“board-share”", "no reference", "meeting, organisation, region"],
    );
    refused(r#"on = "organisation""#, r#"on = "row""#, &["“board-share”", "unit = \"row\""]);
}

#[test]
fn a_breakdown_that_is_no_column_is_named_with_the_columns() {
    refused(
        r#"breakdowns = ["region"]"#,
        r#"breakdowns = ["continent"]"#,
        &["“board-share”", "“continent”", "organisation, region, category"],
    );
}

#[test]
fn a_condition_may_name_records_by_their_codes() {
    let text = GOOD.replacen(
        r#"column = "attendance", is = ["present"]"#,
        r#"column = "region", is = ["region-africa"]"#,
        1,
    );
    assert_eq!(read(&text).unwrap().figures().len(), 1);
}

#[test]
fn a_unit_may_be_a_word_of_a_column_where_every_part_counts_such_words() {
    let text = GOOD
        .replace(r#"on = "organisation""#, r#"on = "country""#)
        .replace(r#"unit = "organisation""#, r#"unit = "country""#);
    assert_eq!(read(&text).unwrap().figures()[0].unit, "country");
    let mixed = text.replacen(r#"on = "country""#, r#"on = "organisation""#, 1);
    assert!(read(&mixed).err().unwrap().contains("“country”"));
}

#[test]
fn a_measure_that_cannot_be_summed_is_refused() {
    refused(
        r#"measure = "units""#,
        r#"measure = { sum = "attendance" }"#,
        &["“board-share”", "attendance", "cannot be summed"],
    );
    refused(
        r#"measure = "units""#,
        r#"measure = { sum = "people" }"#,
        &["“board-share”", "no column “people”"],
    );
    refused(r#"measure = "units""#, r#"measure = "heads""#, &["heads", "units", "sum"]);
}

#[test]
fn a_share_has_a_base_and_a_total_has_none() {
    refused(&GOOD[GOOD.find("[base]").unwrap()..], "", &["“board-share”", "a share needs a [base]"]);
    refused(
        r#"shape = "share""#,
        r#"shape = "total""#,
        &["“board-share”", "a total has no [base]", "shape = \"share\""],
    );
    refused(r#"shape = "share""#, r#"shape = "ratio""#, &["ratio", "total", "share"]);
}

#[test]
fn a_figure_counts_something() {
    let (head, rest) = GOOD.split_once("[[counted]]").unwrap();
    let base = &rest[rest.find("[base]").unwrap()..];
    let said = read(&format!("counted = []\n{head}{base}")).err().unwrap();
    assert!(said.contains("“board-share”") && said.contains("[[counted]]"), "{said}");
    let said = read(&format!("{head}{base}")).err().unwrap();
    assert!(said.contains("board-share.toml") && said.contains("counted"), "{said}");
}

#[test]
fn a_code_has_four_characters_that_cannot_be_mistaken_and_is_given_once() {
    for code in ["B2R", "B2RDX", "b2rd", "B0RD", "BIRD", "BÉR"] {
        refused("B2RD", code, &["“board-share”", code, "four capital letters or digits"]);
    }
    let other = GOOD.replace("board-share", "other-share");
    let said =
        Catalog::read(modules::listings(), &[("a.toml".into(), GOOD.into()), ("b.toml".into(), other)])
            .err()
            .unwrap();
    assert!(["“board-share”", "“other-share”", "B2RD", "another"].iter().all(|w| said.contains(w)), "{said}");
}

#[test]
fn a_field_that_is_not_known_or_missing_is_named() {
    refused("version = 1", "version = 1\nlegend = 2", &["legend", "expected one of", "version"]);
    refused("version = 1\n", "", &["version"]);
    refused("decimals = 1", "digits = 1", &["digits", "floor", "decimals"]);
    refused("reason = \"absent\"", "why = \"absent\"", &["why", "reason"]);
    refused("listing = \"attendances\"\n", "", &["listing"]);
    refused("version = 1", "version = \"one\"", &["version", "u32"]);
    refused("version = 1", "version = ", &["line 3"]);
}

#[test]
fn a_floor_is_above_nothing() {
    for floor in ["0", "-50"] {
        refused("decimals = 1", &format!("floor = {floor}"), &["“board-share”", "floor", floor]);
    }
}

#[test]
fn what_is_stated_must_be_of_the_same_measure_and_of_the_same_rows() {
    let share = "key = \"led\"\ncode = \"LEDW\"\nversion = 1\nshape = \"share\"\nmeasure = \"units\"\nunit = \"organisation\"\n\
                 stated = \"known\"\n\
                 [[counted]]\nlisting = \"leaders\"\nwhen = \"at-end\"\non = \"organisation\"\n\
                 of = [{ column = \"gender\", is = [\"woman\"] }]\n\
                 [base]\nlisting = \"members\"\nwhen = \"at-end\"\non = \"organisation\"\n";
    let total = |measure: &str, part: &str| {
        format!(
            "key = \"known\"\ncode = \"KNWN\"\nversion = 1\nshape = \"total\"\n{measure}\nunit = \"organisation\"\n\
             [[counted]]\n{part}\n"
        )
    };
    let read = |stated: &str| {
        let files = [("led.toml".to_string(), share.to_string()), ("known.toml".into(), stated.to_string())];
        Catalog::read(modules::listings(), &files).map(drop)
    };
    let units = "measure = \"units\"";
    let leaders = "listing = \"leaders\"\nwhen = \"at-end\"\non = \"organisation\"";
    let members = "listing = \"members\"\nwhen = \"at-end\"\non = \"organisation\"";
    assert_eq!(read(&total(units, leaders)), Ok(()));
    assert_eq!(read(&total(units, members)), Ok(()));
    let people = "measure = { sum = \"population\" }\nonce = \"place\"";
    assert!(read(&total(people, members)).unwrap_err().contains("measures something else"));
    let others = "listing = \"partnerships\"\nwhen = \"at-end\"\non = \"organisation\"";
    let said = read(&total(units, others)).unwrap_err();
    assert!(said.contains("“partnerships”") && said.contains("“led”"), "{said}");
    let said = read(&total(units, leaders).replace("\"known\"", "\"other\"")).unwrap_err();
    assert!(said.contains("is no figure"), "{said}");
}
