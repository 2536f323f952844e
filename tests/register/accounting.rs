//! The outcome of every row of an import.

use decapolis::modules;
use decapolis_import::transfer::{self, Line, Lines, Plan, Planning, Problem, Severity};
use decapolis_register::db::Db;
use decapolis_words::message::Message;

use crate::register::cast::Dice;
use crate::register::files::*;
use crate::support::{Register, both};

/// Lines as a file of any kind could give them.
struct Given {
    table: &'static str,
    header: Vec<String>,
    lines: Vec<Line>,
}

impl Lines for Given {
    fn file(&self) -> &str {
        "cities.xlsx"
    }
    fn table(&self) -> &str {
        self.table
    }
    fn header(&self) -> &[String] {
        &self.header
    }
    fn lines(&self) -> Result<Box<dyn Iterator<Item = Result<Line, Problem>> + Send + '_>, Problem> {
        Ok(Box::new(self.lines.iter().cloned().map(Ok)))
    }
}

pub fn row(number: u64, cells: &[&str]) -> Line {
    Line::Row { number, cells: cells.iter().map(|c| c.to_string()).collect() }
}

pub fn given(table: &'static str, header: &[&str], lines: Vec<Line>) -> Box<dyn Lines> {
    Box::new(Given { table, header: header.iter().map(|c| c.to_string()).collect(), lines })
}

pub async fn plan_of_lines(db: &Db, lines: Vec<Box<dyn Lines>>) -> Plan {
    let snapshot = db.snapshot().await.unwrap();
    let plan =
        transfer::plan(&snapshot, modules::tables(), lines, vec![], &Planning::default()).await.unwrap();
    snapshot.commit().await.unwrap();
    plan
}

pub fn problems(plan: &Plan) -> Vec<(&'static str, Option<usize>)> {
    plan.problems.iter().map(|p| (p.message.key, p.row)).collect()
}

pub async fn apply(register: &Register, batch: &str, second: i64, plan: Plan) {
    transfer::apply(&register.db, plan, &about(batch), at(second), &zone()).await.unwrap();
}

#[test]
fn every_row_of_a_file_ends_as_something_and_the_sum_is_the_rows_read() {
    with_network(async |register| {
        let file = "channel,day,followers,revision\n\
                    birds,2020-06-30,1001,\nbirds,2020-12-31,2400,\nfaces,2019-01-01,7,\n,,,\nbirds,2021-01-01,9000,removal\nbirds,2018-01-01,many,\n";
        let plan = plan_of(register, &[("readings", file)]).await;
        let rows = &plan.files[0];
        assert_eq!(
            (rows.read, rows.new, rows.changed, rows.same, rows.removed, rows.refused),
            (5, 1, 1, 1, 1, 1)
        );
        assert!(rows.add_up());
        assert_eq!((plan.previews[0].refused, plan.previews[0].errors), (1, 1));
    });
}

#[test]
fn a_row_that_gives_lines_to_several_tables_counts_once_as_the_gravest() {
    with_network(async |register| {
        let skipped = |number| Line::Skipped { number, why: Message::new("warning-no-last-line-end") };
        let problem = Problem {
            file: "cities.xlsx".into(),
            row: Some(9),
            column: Some("Joined".into()),
            meant: None,
            message: Message::with("error-not-a-day", [("text", "soon".into())]),
            severity: Severity::Error,
        };
        let lines = || {
            vec![
                given(
                    "organisations",
                    &["code", "label", "level"],
                    vec![
                        row(5, &["fez", "Fez", "municipal"]),
                        skipped(6),
                        row(7, &["accra", "Accra", "metropolitan"]),
                        row(8, &["gaza", "Gaza", "city"]),
                        row(9, &["hue", "Huế", "municipal"]),
                    ],
                ),
                given(
                    "memberships",
                    &["organisation", "from"],
                    vec![
                        row(5, &["fez", "2020-01-01"]),
                        skipped(6),
                        row(7, &["accra", "2010-01-01"]),
                        row(8, &["gaza", "2020-01-01"]),
                        Line::Refused { number: 9, problem: problem.clone() },
                    ],
                ),
            ]
        };
        let mut plan = plan_of_lines(&register.db, lines()).await;
        let rows = plan.files[0].clone();
        assert_eq!(
            (rows.read, rows.new, rows.changed, rows.same, rows.skipped, rows.refused),
            (5, 1, 1, 0, 1, 2)
        );
        assert!(rows.add_up());
        // the membership of Gaza depends on a refused record
        let wanted = [
            ("error-not-a-choice", Some(8)),
            ("error-not-a-day", Some(9)),
            ("error-refers-to-refused", Some(8)),
        ];
        assert_eq!(problems(&plan), wanted);
        assert!(!plan.may_be_written());
        plan.leave_out_refused();
        apply(register, "second", 10, plan).await;
        let files = exported(register).await;
        assert!(
            files["memberships"].contains("fez")
                && files["organisations"].contains("hue")
                && !files["organisations"].contains("gaza")
        );
        // a second import of the written rows changes nothing
        let rows = plan_of_lines(&register.db, lines()).await.files[0].clone();
        assert_eq!((rows.new, rows.changed, rows.same, rows.skipped, rows.refused), (0, 0, 2, 1, 2));
    });
}

#[test]
fn without_its_refused_rows_an_import_writes_the_others() {
    with_network(async |register| {
        // the place is refused, so the organisation is, so its election is; the mayor of Bern is not affected
        let files = [
            ("places", "code,label,latitude\nplace-x,X,north\nplace-y,Y,1\n"),
            ("organisations", "code,label,level,place\nx,X,municipal,place-x\ny,Y,municipal,place-y\n"),
            ("elections", "organisation,day\nx,2020-01-01\ny,2020-01-01\nbern,2020-11-29\n"),
        ];
        let before = everything(register).await;
        let plan = plan_of(register, &files).await;
        let wanted = [
            ("error-not-a-number", Some(2)),
            ("error-refers-to-refused", Some(2)),
            ("error-refers-to-refused", Some(2)),
        ];
        assert_eq!(problems(&plan), wanted);
        assert!(transfer::apply(&register.db, plan, &about("all"), at(10), &zone()).await.is_err());
        assert_eq!(everything(register).await, before);
        let mut plan = plan_of(register, &files).await;
        plan.leave_out_refused();
        apply(register, "others", 10, plan).await;
        let files = exported(register).await;
        assert!(
            files["elections"].contains("y,2020-01-01")
                && files["elections"].contains("bern")
                && !files["elections"].contains("\nx,")
        );
    });
}

#[test]
fn what_is_wrong_with_a_file_as_a_whole_is_not_left_out() {
    both(async |register| {
        let mut plan = plan_of(register, &[("places", "code,label,mayor\nplace-x,X,Y\n")]).await;
        plan.leave_out_refused();
        assert!(!plan.may_be_written());
    });
}

#[test]
fn a_row_that_relies_on_a_refused_change_is_refused_too() {
    with_network(async |register| {
        // the end of Accra's membership is invalid; its second membership would begin during the first
        let file = "organisation,from,until,ending\naccra,2010-01-01,2015-12-31,left\naccra,2016-01-01,,\n";
        let plan = plan_of(register, &[("memberships", file)]).await;
        assert_eq!(problems(&plan), [("error-not-a-choice", Some(2)), ("error-overlap", Some(3))]);
        // a post of a refused body: what refers to the post is refused, and then what depends on that
        let files = [
            ("bodies", "code,label,body\nclub,Club,club\n"),
            ("posts", "code,label,post,organisation,body,from\nseat-club,Seat,seat,accra,club,2020\n"),
            ("mandates", "post,holder,person,from\nseat-club,vacant,,2020\n"),
        ];
        let plan = plan_of(register, &files).await;
        let wanted = [
            ("error-not-a-choice", Some(2)),
            ("error-refers-to-refused", Some(2)),
            ("error-refers-to-refused", Some(2)),
        ];
        assert_eq!(problems(&plan), wanted);
    });
}

#[test]
fn a_control_character_refuses_its_row_and_no_other() {
    with_network(async |register| {
        let lines = vec![given(
            "places",
            &["code", "label"],
            vec![
                row(2, &["place-x", "X\0"]),
                row(3, &["place-\0", "Y"]),
                row(4, &["place-z", "Z\tof\r\nlines"]),
                row(5, &["place-e", "\u{1b}[31mE"]),
                row(6, &["place-d", "D\u{7f}"]),
                row(7, &["place-c", "C\u{85}"]),
            ],
        )];
        let mut plan = plan_of_lines(&register.db, lines).await;
        let wanted = [2, 3, 5, 6, 7].map(|row| ("error-control-character", Some(row)));
        assert_eq!(problems(&plan), wanted);
        let named: Vec<_> = plan
            .problems
            .iter()
            .map(|p| (p.column.as_deref().unwrap_or_default(), p.message.plain()))
            .collect();
        assert_eq!(named[1], ("code", "error-control-character character=U+0000".into()));
        assert_eq!(named[2], ("label", "error-control-character character=U+001B".into()));
        plan.leave_out_refused();
        apply(register, "one", 10, plan).await;
        assert!(exported(register).await["places"].contains("place-z"));
    });
}

/// Files made from small pools of values, so that rows are related. Some values are wrong.
fn drawn(dice: &mut Dice) -> Vec<(&'static str, String)> {
    let cities = ["c0", "c1", "c2", "c3", "c4", "nowhere"];
    let days = ["2000", "2005-06", "2010-01-01", "2015-12-31", "2020", "../2018", "", "soon"];
    let revisions = ["", "", "", "change", "correction", "removal"];
    let mut organisations = String::from("code,label,level,place,revision\n");
    let mut places = String::from("code,label,latitude\n");
    let mut memberships = String::from("organisation,from,until,revision\n");
    let mut counts = String::from("activity,count,gender,people,designated\n");
    for _ in 0..dice.below(5) {
        let level = dice.pick(&["municipal", "municipal", "village"]);
        let place = dice.pick(&["", "p0", "p1", "place 2", "nowhere"]);
        // an organisation that other rows refer to is not removed
        organisations.push_str(&format!(
            "{},City,{level},{place},{}\n",
            dice.pick(&cities[..5]),
            dice.pick(&revisions[..5])
        ));
    }
    for _ in 0..dice.below(4) {
        let number = dice.below(3);
        places.push_str(&format!("p{number},Place {number},{}\n", dice.pick(&["", "1.5", "north"])));
    }
    for _ in 0..dice.below(12) {
        memberships.push_str(&format!(
            "{},{},{},{}\n",
            dice.pick(&cities),
            dice.pick(&days),
            dice.pick(&days),
            dice.pick(&revisions)
        ));
    }
    for _ in 0..dice.below(6) {
        let count = dice.pick(&["present", "registered", "peak-online"]);
        counts.push_str(&format!(
            "forum,{count},{},{},{}\n",
            dice.pick(&["woman", "man"]),
            dice.below(9),
            dice.pick(&["yes", "no"])
        ));
    }
    vec![
        ("organisations", organisations),
        ("places", places),
        ("memberships", memberships),
        ("head_counts", counts),
    ]
}

/// How many times files are drawn.
const ROUNDS: i64 = 24;

#[test]
fn whatever_the_files_say_every_row_is_accounted_for_and_the_rest_can_be_written() {
    with_network(async |register| {
        let mut dice = Dice(4);
        let (mut written, mut refused) = (0, 0);
        for round in 0..ROUNDS {
            let files = drawn(&mut dice);
            let files: Vec<File> = files.iter().map(|(table, text)| (*table, text.as_str())).collect();
            let mut plan = plan_of(register, &files).await;
            for of in &plan.files {
                assert!(of.add_up(), "{round}: {of:?}");
                let lines = files
                    .iter()
                    .find(|(table, _)| of.file == format!("{table}.csv"))
                    .unwrap()
                    .1
                    .lines()
                    .count()
                    - 1;
                assert_eq!(of.read, lines, "{round}");
            }
            assert_eq!(plan.errors() > 0, plan.refused() > 0, "{round}: {:?}", plan.problems);
            let left_out = plan.refused();
            refused += left_out;
            plan.leave_out_refused();
            if !plan.changes_nothing() {
                written += 1;
                apply(register, &format!("b{round}"), round, plan).await;
            }
            // what was written is unchanged; what was refused may be accepted now, but nothing is changed twice
            let again = plan_of(register, &files).await;
            let (new, changed) =
                again.previews.iter().fold((0, 0), |sum, p| (sum.0 + p.new, sum.1 + p.changed));
            assert!(new + changed <= left_out, "{round}: {:?}", again.previews);
        }
        assert!(written > ROUNDS / 2 && refused > ROUNDS as usize, "{written}, {refused}");
        // two memberships of one organisation must not certainly overlap
        let memberships = &exported(register).await["memberships"];
        let spans: Vec<Vec<&str>> =
            memberships.lines().skip(1).map(|line| line.split(',').collect()).collect();
        let plan = plan_of(register, &[("memberships", memberships)]).await;
        assert!(plan.changes_nothing() && plan.errors() == 0, "{:?} {:?}", plan.problems, spans);
    });
}
