//! Invalid input: a clear error, and an unchanged register.

use std::process::{Command, Stdio};

use decapolis_import::transfer;

use crate::register::files::*;
use crate::support::{Register, both};

/// Files to refuse. One register of each database is used for all of them, because they do not change it.
#[derive(Default)]
struct Refusals(Vec<Refusal>);

struct Refusal {
    name: String,
    files: Vec<(String, Vec<u8>)>,
    /// Key, row and column of every problem.
    wanted: Vec<(String, Option<usize>, Option<String>)>,
}

impl Refusals {
    fn refused(
        &mut self,
        name: &str,
        files: &[(&str, &[u8])],
        wanted: &[(&str, Option<usize>, Option<&str>)],
    ) {
        let files = files.iter().map(|(table, bytes)| (table.to_string(), bytes.to_vec())).collect();
        let wanted = wanted
            .iter()
            .map(|(key, row, column)| (key.to_string(), *row, column.map(str::to_string)))
            .collect();
        self.0.push(Refusal { name: name.into(), files, wanted });
    }

    /// Plans the files, and checks that they are refused for these reasons at this row and column, and that nothing is written.
    fn hold(self) {
        both(async |register| {
            import_network(register).await;
            let before = (everything(register).await, exported(register).await);
            for Refusal { name, files, wanted } in &self.0 {
                let files: Vec<(&str, &[u8])> =
                    files.iter().map(|(table, bytes)| (table.as_str(), bytes.as_slice())).collect();
                let plan = plan_of_bytes(register, &files).await;
                let found: Vec<(String, Option<usize>, Option<String>)> = plan
                    .problems
                    .iter()
                    .map(|p| (p.message.key.to_string(), p.row, p.column.clone()))
                    .collect();
                assert_eq!(found, *wanted, "{name}");
                assert!(plan.errors() > 0, "{name}");
                assert!(
                    transfer::apply(&register.db, plan, &about("bad"), at(10), &zone()).await.is_err(),
                    "{name}"
                );
            }
            assert_eq!((everything(register).await, exported(register).await), before);
        });
    }
}

#[test]
fn a_file_that_is_no_text_is_refused_with_the_row() {
    let mut of = Refusals::default();
    of.refused(
        "Latin-1",
        &[("places", b"code,label\nplace-x,Montr\xe9al\n")],
        &[("error-not-utf8", Some(2), None)],
    );
    of.refused("UTF-16", &[("places", b"\xff\xfec\0o\0d\0e\0")], &[("error-not-utf8", Some(1), None)]);
    of.refused("a zip", &[("places", b"PK\x03\x04\0\0")], &[("error-not-utf8", None, None)]);
    of.refused("nothing", &[("places", b"")], &[("error-empty-file", None, None)]);
    of.hold();
}

#[test]
fn a_file_that_is_cut_is_refused() {
    let mut of = Refusals::default();
    of.refused(
        "in a quoted cell",
        &[("places", b"code,label\nplace-x,\"Mont")],
        &[("error-cut-file", Some(2), None)],
    );
    of.refused(
        "in a row",
        &[("places", b"code,label,country\nplace-x,X,CH\nplace-y,Y\n")],
        &[("error-bad-row-length", Some(3), None)],
    );
    of.refused(
        "in its last row, which has a cell too few",
        &[("places", b"code,label,country\nplace-x,X,CH\nplace-y")],
        &[("warning-no-last-line-end", None, None), ("error-bad-row-length", Some(3), None)],
    );
    of.hold();
}

#[test]
fn a_day_the_calendar_does_not_have_is_refused() {
    let mut of = Refusals::default();
    for day in ["31/02/2020", "2020-02-30", "2021-02-29", "2020-13-01", "tomorrow", "2020-1-1-1"] {
        let file = format!("organisation,from\ndakar,{day}\n");
        of.refused(
            day,
            &[
                ("placements", format!("organisation,region,from\nbern,europe,{day}\n").as_bytes()),
                ("memberships", file.as_bytes()),
            ],
            &[("error-not-a-day", Some(2), Some("from")), ("error-not-a-day", Some(2), Some("from"))],
        );
    }
    of.refused(
        "a day of an event known only as before 2018",
        &[("participations", b"activity,organisation,person,role,day\nforum,accra,,led,../2018\n")],
        &[("error-day-too-vague", Some(2), Some("day"))],
    );
    of.hold();
}

#[test]
fn an_end_before_its_beginning_is_refused() {
    let mut of = Refusals::default();
    of.refused(
        "new",
        &[("partnerships", b"organisation,partnership,from,until\naccra,private,2020-06-01,2020-05-31\n")],
        &[("error-end-before-start", Some(2), Some("until"))],
    );
    of.refused(
        "changed",
        &[("memberships", b"organisation,from,until\naccra,2010-01-01,2009\n")],
        &[("error-end-before-start", Some(2), Some("until"))],
    );
    of.hold();
}

#[test]
fn a_state_that_ends_something_is_refused_without_its_last_day() {
    let mut of = Refusals::default();
    let without_end = [("error-closed-without-end", Some(2), Some("until"))];
    for table in ["practices", "initiatives"] {
        let file = "code,label,platform,state,from\nx,X,experts,withdrawn,2018-01-01\n";
        of.refused(table, &[(table, file.as_bytes())], &without_end);
    }
    for kind in ["pilot", "campaign", "observatory", "study", "series"] {
        let file = format!("code,label,activity,state,from\nx,X,{kind},cancelled,2018-01-01\n");
        of.refused(kind, &[("activities", file.as_bytes())], &without_end);
    }
    of.refused(
        "changed",
        &[("activities", b"code,label,activity,state,from\npilot-water,Agua,pilot,cancelled,2019-02-01\n")],
        &without_end,
    );
    of.refused(
        "a membership with an ending",
        &[("memberships", b"organisation,from,ending\naccra,2010-01-01,resigned\n")],
        &without_end,
    );
    of.refused(
        "called off before it began",
        &[(
            "activities",
            b"code,label,activity,state,from,until\nx,X,pilot,cancelled,2020-03-01,2020-02-01\n",
        )],
        &[("error-closed-before-start", Some(2), Some("until"))],
    );
    of.hold();
}

#[test]
fn memberships_that_surely_overlap_are_refused() {
    let mut of = Refusals::default();
    of.refused(
        "inside another",
        &[("memberships", b"organisation,from,until\naccra,2015-01-01,2016-01-01\n")],
        &[("error-overlap", Some(2), Some("from"))],
    );
    of.refused(
        "on the last day of another",
        &[("memberships", b"organisation,from\ncali,2020-12-31\n")],
        &[("error-overlap", Some(2), Some("from"))],
    );
    of.refused(
        "another that is made longer",
        &[("memberships", b"organisation,from,until\neger,2021-01-01,\neger,2012-01-01,2021-01-01\n")],
        &[("error-overlap", Some(3), Some("from"))],
    );
    of.hold();
}

#[test]
fn memberships_that_only_perhaps_overlap_are_accepted() {
    both(async |register| {
        import_network(register).await;
        for (n, file) in
            ["cali,2021-01-01,2021-06", "cali,2021-06-15,", "eger,2019-06/2020-06,2020-07", "eger,2020,"]
                .iter()
                .enumerate()
        {
            import(
                register,
                &format!("b{n}"),
                n as i64 + 1,
                &[("memberships", &format!("organisation,from,until\n{file}\n"))],
            )
            .await
            .unwrap();
        }
    });
}

#[test]
fn a_mandate_needs_its_post_and_its_holder() {
    let mut of = Refusals::default();
    of.refused(
        "no such post",
        &[("mandates", b"post,holder,person,from\nleader-nowhere,person,person-ama,2020-01-01\n")],
        &[("error-mandate-without-post", Some(2), Some("post"))],
    );
    of.refused(
        "no post",
        &[("mandates", b"post,holder,person,from\n,person,person-ama,2020-01-01\n")],
        &[("error-required", Some(2), Some("post"))],
    );
    of.refused(
        "a person in a vacancy",
        &[("mandates", b"post,holder,person,from\nseat-accra,vacant,person-ama,2020-01-01\n")],
        &[("error-person-without-holder", Some(2), Some("person"))],
    );
    of.refused(
        "nobody in a post that is held",
        &[("mandates", b"post,holder,person,from\nseat-accra,person,,2020-01-01\n")],
        &[("error-person-without-holder", Some(2), Some("person"))],
    );
    of.hold();
}

#[test]
fn a_reference_must_say_which_record_it_means() {
    let mut of = Refusals::default();
    of.refused(
        "unknown",
        &[("elections", b"organisation,day\nnowhere,2020-01-01\n")],
        &[("error-unknown-code", Some(2), Some("organisation"))],
    );
    of.refused(
        "of another kind",
        &[("elections", b"organisation,day\nforum,2020-01-01\n")],
        &[("error-code-of-other-kind", Some(2), Some("organisation"))],
    );
    of.refused(
        "two of a name",
        &[
            ("organisations", b"code,label,level\nsecond-bern,Bern,company\n"),
            ("elections", b"organisation,day\nBern,2020-01-01\n"),
        ],
        &[("error-ambiguous-name", Some(2), Some("organisation"))],
    );
    of.refused(
        "a code that is taken by another kind",
        &[("people", b"code,label,gender\naccra,Accra,woman\n")],
        &[("error-code-of-other-kind", Some(2), Some("code"))],
    );
    of.refused(
        "no code",
        &[("places", b"code,label\nZ\xc3\xbcrich,Z\xc3\xbcrich\n")],
        &[("error-bad-code", Some(2), Some("code"))],
    );
    of.hold();
}

#[test]
fn a_name_that_one_record_has_stands_for_its_code() {
    both(async |register| {
        import_network(register).await;
        import(
            register,
            "names",
            10,
            &[("elections", "organisation,day\nBerne,2020-11-29\nACCRA,2020-12-07\n")],
        )
        .await
        .unwrap();
        let elections = &exported(register).await["elections"];
        assert!(
            elections.contains("accra,2020-12-07") && elections.contains("bern,2020-11-29"),
            "{elections}"
        );
    });
}

#[test]
fn the_same_fact_twice_in_the_files_is_refused_with_both_rows() {
    let mut of = Refusals::default();
    of.refused(
        "a fact",
        &[(
            "readings",
            b"channel,day,followers\nbirds,2020-01-01,1\nfaces,2020-01-01,1\nbirds,2020-01-01,2\n",
        )],
        &[("error-key-twice", Some(4), Some("channel"))],
    );
    of.refused(
        "a record",
        &[("places", b"code,label\nplace-x,X\nplace-x,Y\n")],
        &[("error-key-twice", Some(3), Some("code"))],
    );
    of.refused(
        "in two files",
        &[
            ("readings", b"channel,day,followers\nbirds,2020-01-01,1\n"),
            ("readings", b"channel,day,followers\nbirds,2020-01-01,1\n"),
        ],
        &[("error-key-twice", Some(2), Some("channel"))],
    );
    of.hold();
}

#[test]
fn one_kind_of_count_of_an_event_is_designated() {
    let mut of = Refusals::default();
    of.refused(
        "a second kind",
        &[("head_counts", b"activity,count,gender,people,designated\nforum,registered,not-stated,400,yes\n")],
        &[("error-marked-twice", Some(2), Some("designated"))],
    );
    of.hold();
}

#[test]
fn a_cell_that_must_not_be_empty_is_refused_also_in_a_change() {
    let mut of = Refusals::default();
    of.refused(
        "new",
        &[("readings", b"channel,day,followers\nbirds,2020-01-01,\n")],
        &[("error-required", Some(2), Some("followers"))],
    );
    of.refused(
        "changed",
        &[("readings", b"channel,day,followers\nbirds,2020-12-31,\n")],
        &[("error-required", Some(2), Some("followers"))],
    );
    of.refused(
        "a new name",
        &[("places", b"code,label\nplace-x,\n")],
        &[("error-required", Some(2), Some("label"))],
    );
    of.refused(
        "a name that is taken away",
        &[("places", b"code,label\nplace-accra,\n")],
        &[("error-required", Some(2), Some("label"))],
    );
    of.refused(
        "a kind",
        &[("posts", b"code,label,post,from\nseat-accra,Seat,,2020\n")],
        &[("error-required", Some(2), Some("post"))],
    );
    of.refused(
        "a day that is gone",
        &[("meetings", b"code,day\nboard-2020,\n")],
        &[("error-required", Some(2), Some("day"))],
    );
    of.hold();
}

#[test]
fn what_a_column_does_not_take_is_refused() {
    let mut of = Refusals::default();
    of.refused(
        "choice",
        &[("categories", b"organisation,category,from\ncali,half,2012\n")],
        &[("error-not-a-choice", Some(2), Some("category"))],
    );
    of.refused(
        "whole number",
        &[("readings", b"channel,day,followers\nbirds,2020-01-01,1.5\n")],
        &[("error-not-a-whole-number", Some(2), Some("followers"))],
    );
    of.refused(
        "number",
        &[("places", b"code,label,latitude\nplace-x,X,NaN\n")],
        &[("error-not-a-number", Some(2), Some("latitude"))],
    );
    of.refused(
        "yes or no",
        &[("platforms", b"code,label,own\np,P,perhaps\n")],
        &[("error-not-yes-or-no", Some(2), Some("own"))],
    );
    of.refused(
        "money",
        &[("agreements", b"code,label,agreement,from,amount,currency\na-2,A,financing,2020,1.234,EUR\n")],
        &[("error-not-money", Some(2), Some("amount"))],
    );
    of.refused(
        "money without its currency",
        &[("agreements", b"code,label,agreement,from,amount\na-2,A,financing,2020,12\n")],
        &[("error-missing-column", Some(1), Some("currency"))],
    );
    const LINE: &str = "line,basis,stage,day,amount,currency,in_network,currency_of_network,passed_on,in_kind\nl,dues,closed,2020,";
    let income = |cells: &str| format!("{LINE}{cells},no,no\n");
    of.refused(
        "an amount in another currency than the network's",
        &[("income", income("100.00,USD,100.00,USD").as_bytes())],
        &[("error-other-currency", Some(2), Some("currency_of_network"))],
    );
    of.refused(
        "an amount of another number of decimals in another currency",
        &[("income", income("100,JPY,100,JPY").as_bytes())],
        &[("error-other-currency", Some(2), Some("currency_of_network"))],
    );
    of.refused(
        "a converted amount without its rate",
        &[("income", income("100.00,USD,88.00,EUR").as_bytes())],
        &[("error-rate-missing", Some(2), Some("rate"))],
    );
    of.refused(
        "two amounts in one currency",
        &[("income", income("100.00,EUR,88.00,EUR").as_bytes())],
        &[("error-amounts-differ", Some(2), Some("in_network"))],
    );
    of.refused(
        "a sign in place of the code of a currency",
        &[("agreements", "code,label,agreement,from,amount,currency\na-2,A,financing,2020,1.23,€\na-3,A,financing,2020,1.23,pesos\n".as_bytes())],
        &[
            ("error-written-as-a-code", Some(2), Some("currency")),
            ("error-not-a-currency", Some(3), Some("currency")),
        ],
    );
    of.refused(
        "another currency under amounts that are there",
        &[(
            "networks",
            b"code,label,languages,zone,currency\ntencities,Ten Cities,es en fr,Europe/Madrid,USD\n",
        )],
        &[("error-currency-in-use", Some(2), Some("currency"))],
    );
    of.refused(
        "countries by name",
        &[("places", "code,label,country\na,A,UK\nb,B,EL\nc,C,España\nd,D,GBR\ne,E,EN\n".as_bytes())],
        &[
            ("error-written-as-a-code", Some(2), Some("country")),
            ("error-written-as-a-code", Some(3), Some("country")),
            ("error-written-as-a-code", Some(4), Some("country")),
            ("error-written-as-a-code", Some(5), Some("country")),
            ("error-not-a-country", Some(6), Some("country")),
        ],
    );
    of.refused(
        "nature",
        &[("platforms", b"code,label,own,nature\np,P,yes,invented\n")],
        &[("error-not-a-choice", Some(2), Some("nature"))],
    );
    of.refused(
        "revision",
        &[("platforms", b"code,label,own,revision\np,P,yes,delete\n")],
        &[("error-not-a-choice", Some(2), Some("revision"))],
    );
    of.refused(
        "public",
        &[("platforms", b"code,label,own,public\np,P,yes,perhaps\n")],
        &[("error-not-yes-or-no", Some(2), Some("public"))],
    );
    of.hold();
}

#[test]
fn a_header_that_is_not_the_tables_is_refused() {
    let mut of = Refusals::default();
    of.refused("unknown table", &[("members", b"code,label\na,A\n")], &[("error-unknown-table", None, None)]);
    of.refused(
        "unknown column",
        &[("places", b"code,label,mayor\nplace-x,X,Y\n")],
        &[("error-unknown-column", Some(1), Some("mayor"))],
    );
    of.refused(
        "missing key",
        &[("readings", b"channel,followers\nbirds,1\n")],
        &[("error-missing-column", Some(1), Some("day")), ("error-required", Some(2), Some("day"))],
    );
    of.refused(
        "twice",
        &[("places", b"code,label,label\nplace-x,X,Y\n")],
        &[("error-header-twice", Some(1), None)],
    );
    of.refused(
        "too many",
        &[("places", (0..501).map(|n| format!("c{n},")).collect::<String>().as_bytes())],
        &[("error-too-many-columns", Some(1), None)],
    );
    of.hold();
}

#[test]
fn a_removal_of_what_is_not_there_is_refused() {
    let mut of = Refusals::default();
    of.refused(
        "fact",
        &[("readings", b"channel,day,followers,revision\nbirds,2020-01-01,1,removal\n")],
        &[("error-removal-of-unknown", Some(2), Some("revision"))],
    );
    of.refused(
        "record",
        &[("places", b"code,label,revision\nplace-x,X,removal\n")],
        &[("error-removal-of-unknown", Some(2), Some("revision"))],
    );
    of.hold();
}

/// The program, with this register.
pub fn program(register: &Register) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_decapolis"));
    command
        .env("DECAPOLIS_DATABASE", &register.address)
        .env_remove("DECAPOLIS_NETWORK")
        .env("LC_ALL", "C")
        .current_dir(register.folder.path())
        .stdin(Stdio::null());
    command
}
