//! Invalid input: a clear error, and an unchanged register.

use std::process::{Command, Stdio};

use decapolis_import::transfer;

use crate::register::files::*;
use crate::support::Register;

/// Files to refuse. One register of each database is used for all of them, because they do not change it.
#[derive(Default)]
pub(super) struct Refusals(Vec<Refusal>);

struct Refusal {
    name: String,
    files: Vec<(String, Vec<u8>)>,
    /// Key, row and column of every problem.
    wanted: Vec<(String, Option<usize>, Option<String>)>,
}

impl Refusals {
    pub(super) fn refused(
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
    pub(super) fn hold(self) {
        with_network(async |register| {
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
    with_network(async |register| {
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
    with_network(async |register| {
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
