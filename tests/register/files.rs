//! A small network as CSV files, and functions that import them and read what a register holds.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use decapolis::modules;
use decapolis_actions as actions;
use decapolis_base::{Day, Period};
use decapolis_figures::{Answer, Asked, Figures};
use decapolis_import::transfer::{self, CsvFile, Lines, Plan, Planning, Problem};
use decapolis_register::duplicates::candidates::{Likely, Rule};
use decapolis_register::journal::{About, Heads, JournalNo};
use decapolis_register::known::Known;
use decapolis_register::table::stored;
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::sea_query::{Alias, Asterisk, Order, Query};
use sea_orm::{ConnectionTrait, Statement};

use crate::register::asked_again::catalog;
use crate::support::{Register, Server, each, run};

/// The table and text of a file.
pub type File<'a> = (&'a str, &'a str);

/// Five governments. At the end of 2020 Accra, Bern and Cali are members, Dakar may be one, and Eger has left.
pub const NETWORK: &[File] = &[
    (
        "networks",
        "code,label,languages,zone,currency,slogan_es,slogan_en\ntencities,Ten Cities,es en fr,Europe/Madrid,EUR,Ciudades,Cities\n",
    ),
    ("regions", "code,label,rank\nafrica,Africa,1\neurope,Europe,2\namericas,Americas,3\n"),
    (
        "places",
        "code,label,country,latitude,longitude\nplace-accra,Accra,GH,5.55,-0.2\nplace-bern,Bern,CH,46.95,7.45\n",
    ),
    ("areas", "code,label,place\narea-accra,Greater Accra,place-accra\n"),
    (
        "organisations",
        "code,label_en,label_fr,original,level,place\naccra,Accra,Accra,en,metropolitan,place-accra\nbern,Bern,Berne,en,municipal,place-bern\ncali,Cali,Cali,en,municipal,\ndakar,Dakar,Dakar,en,municipal,\neger,Eger,Eger,en,municipal,\nuniversity,University,Université,en,university,\n",
    ),
    (
        "people",
        "code,label,public,gender\nperson-ama,Ama,yes,woman\nperson-beat,Beat,yes,man\nperson-xu,Xu,no,not-stated\n",
    ),
    ("bodies", "code,label,body\nassembly,Assembly,assembly\nboard,Board,board\n"),
    (
        "posts",
        "code,label,post,organisation,body,from\nleader-accra,Mayor of Accra,leader,accra,,2000\nleader-bern,Mayor of Bern,leader,bern,,2000\nleader-cali,Mayor of Cali,leader,cali,,2000\nseat-accra,Seat of Accra,seat,accra,board,2020-01-01\nintern-1,Intern,intern,,,2020-01-01\n",
    ),
    (
        "meetings",
        "code,label,body,day,mode,state\nassembly-2020,Assembly,assembly,2020-11-20,online,held\nboard-2020,Board,board,2020-05-05,online,held\n",
    ),
    ("themes", "code,label,rank\nhealth,Health,1\nhousing,Housing,2\n"),
    (
        "activities",
        "code,label_es,label_en,original,activity,state,role,scope,mode,from,until,summary_es,summary_en\nforum,Foro,Forum,es,event,held,led,global,online,2020-06-15,2020-06-16,Un foro,A forum\nclass,Clase,Class,es,learning,held,led,,online,2020-09-01,2020-09-01,,\nreport,Informe,Report,es,publication,published,led,,,2020-03-01,,,\nclimate-call,Llamada,Call,es,call,held,led,,,2020-04-01,,,\npilot-water,Agua,Water,es,pilot,under-way,led,,,2019-02-01,,,\n",
    ),
    ("platforms", "code,label,own\nexperts,Experts,yes\n"),
    ("channels", "code,label,channel\nbirds,Birds,social\nfaces,Faces,social\n"),
    (
        "agreements",
        "code,label,agreement,from,amount,currency\nagreement-1,Agreement,financing,2020-02-01,5000.00,EUR\n",
    ),
    ("indicators", "code,label,unit\nair,Air,µg/m³\n"),
    ("editions", "code,label,study,from\nair-2020,Air 2020,report,2020-03-01\n"),
    (
        "placements",
        "organisation,region,from\naccra,africa,2010-01-01\nbern,europe,2020-01-01\ncali,americas,2012\ndakar,africa,2020\neger,europe,2012-01-01\n",
    ),
    (
        "memberships",
        "organisation,from,until\naccra,2010-01-01,\nbern,2020-01-01,\ncali,2012,2020-12-31\ndakar,2020-06-01/2021-06-01,\neger,2012-01-01,2019-12-31\n",
    ),
    ("categories", "organisation,category,from\naccra,full,2010-01-01\nbern,associate,2020-01-01\n"),
    ("area_governments", "organisation,area,from\naccra,area-accra,2010-01-01\n"),
    (
        "mandates",
        "post,holder,person,from,until,way\nleader-accra,person,person-ama,2017-01-07,,elected\nleader-bern,unknown,,2020-01-01,,\nleader-cali,vacant,,2020-01-01,,\nintern-1,person,person-beat,2020-03-01,2020-06-01,\n",
    ),
    (
        "participations",
        "activity,organisation,person,role,day\nforum,accra,,spoke,2020-06-15\nforum,bern,,invited,2020-06-15\nforum,,person-ama,expert,2020-06-15\nforum,,person-beat,expert,2020-06-15\nclass,bern,,learned,2020-09-01\nclimate-call,cali,,endorsed,2020-04\npilot-water,accra,,led,2020-01-01\n",
    ),
    ("theme_marks", "record,theme\nforum,health\nclass,health\nreport,housing\n"),
    (
        "head_counts",
        "activity,count,gender,people,designated\nforum,present,woman,120,yes\nforum,present,man,80,yes\nforum,registered,not-stated,400,no\n",
    ),
    ("language_files", "publication,language,day\nreport,es,2020-03-01\nreport,en,2021-02-01\n"),
    (
        "attendances",
        "meeting,organisation,seat,attendance\nassembly-2020,accra,,present\nassembly-2020,bern,,excused\nboard-2020,accra,seat-accra,present\n",
    ),
    ("signatures", "agreement,organisation,day\nagreement-1,accra,2020-02-01\n"),
    (
        "income",
        "line,basis,stage,day,amount,currency,in_network,currency_of_network,passed_on,in_kind\ndues-2020,dues,closed,2020,600.00,EUR,600.00,EUR,no,no\ngrant-2020,other,closed,2020-07-01,400.00,EUR,400.00,EUR,no,no\nthrough-2020,other,closed,2020-07-02,900.00,EUR,900.00,EUR,yes,no\n",
    ),
    ("observations", "area,indicator,day,value,unit,edition\narea-accra,air,2019,12.5,µg/m³,air-2020\n"),
    ("partnerships", "organisation,partnership,from\nuniversity,knowledge,2015-01-01\n"),
    ("expert_profiles", "person,platform,from\nperson-ama,experts,2019-01-01\n"),
    ("mentions", "carrier,day,subject\nbirds,2020-06-16,The forum\n"),
    (
        "readings",
        "channel,day,followers\nbirds,2020-06-30,1000\nbirds,2020-12-31,2400\nbirds,2021-01-01,9000\nfaces,2020-03,500\nfaces,2020-12,700\n",
    ),
];

/// An instant this many seconds after the end of 2020, in the network's zone.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_609_455_600 + second).expect("an instant")
}

pub fn zone() -> TimeZone {
    TimeZone::get("Europe/Madrid").expect("a zone")
}

pub fn about(batch: &str) -> About<'_> {
    About { actor: "operator", action: "register.import", batch: Some(batch), reason: None, undoes: None }
}

/// Reads files as sheets, with the problems of those that cannot be read.
pub fn sheets(files: &[(&str, &[u8])]) -> (Vec<Box<dyn Lines>>, Vec<Problem>) {
    let (mut sheets, mut problems): (Vec<Box<dyn Lines>>, _) = (vec![], vec![]);
    for (table, bytes) in files {
        match CsvFile::read(&format!("{table}.csv"), table, bytes) {
            Ok((sheet, found)) => {
                sheets.push(Box::new(sheet));
                problems.extend(found);
            }
            Err(found) => problems.extend(found),
        }
    }
    (sheets, problems)
}

pub async fn plan_of_bytes(register: &Register, files: &[(&str, &[u8])]) -> Plan {
    let (sheets, problems) = sheets(files);
    let snapshot = register.db.snapshot().await.expect("a snapshot");
    let plan = transfer::plan(&snapshot, modules::tables(), sheets, problems, &Planning::default())
        .await
        .expect("a plan");
    snapshot.commit().await.expect("closed");
    plan
}

pub async fn plan_of(register: &Register, files: &[File<'_>]) -> Plan {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(table, text)| (*table, text.as_bytes())).collect();
    plan_of_bytes(register, &bytes).await
}

/// Imports files as one batch.
pub async fn import(register: &Register, batch: &str, second: i64, files: &[File<'_>]) -> Result<JournalNo> {
    import_likely(register, batch, second, files, Likely::Ask).await
}

/// Imports files as one batch, with this rule for rows that look like records.
pub async fn import_likely(
    register: &Register,
    batch: &str,
    second: i64,
    files: &[File<'_>],
    likely: Likely,
) -> Result<JournalNo> {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(table, text)| (*table, text.as_bytes())).collect();
    let (sheets, problems) = sheets(&bytes);
    let snapshot = register.db.snapshot().await.expect("a snapshot");
    let how = Planning { rule: Rule { likely, same_by: vec![] }, ..Planning::default() };
    let plan = transfer::plan(&snapshot, modules::tables(), sheets, problems, &how).await.expect("a plan");
    snapshot.commit().await.expect("closed");
    assert_eq!(plan.errors(), 0, "{batch}: {:?}", plan.problems);
    transfer::apply(&register.db, plan, &about(batch), at(second), &zone()).await
}

pub async fn import_network(register: &Register) {
    import(register, "first", 0, NETWORK).await.expect("the small network");
}

/// The small network, imported once on each database: the bytes of its file, and the name of its database.
fn networks() -> &'static (Vec<u8>, &'static str) {
    static NETWORKS: OnceLock<(Vec<u8>, &'static str)> = OnceLock::new();
    NETWORKS.get_or_init(|| {
        let name = "template_network";
        let made = || {
            run(async {
                let here = Register::on_sqlite().await;
                import_network(&here).await;
                let server = Server::running();
                server.make(name, "template_register").await;
                let there = server.register(name).await;
                import_network(&there).await;
                there.db.close().await;
                here.bytes().await
            })
        };
        // connections belong to the runtime they were opened in, so the templates have their own
        (std::thread::scope(|scope| scope.spawn(made).join().expect("the small network")), name)
    })
}

/// Runs a test on a register of each database that holds the small network. Importing it for every test took most of their time.
pub fn with_network(test: impl AsyncFn(&Register)) {
    let (file, database) = networks();
    run(async { each([Register::in_file(file).await, Register::like(database).await], test).await });
}

pub async fn undo(register: &Register, batch: &str, second: i64) -> Result<usize> {
    let about =
        About { actor: "operator", action: "register.undo", batch: None, reason: None, undoes: Some(batch) };
    Ok(actions::undo(&register.db, modules::tables(), batch, &about, at(second), &zone()).await?.1)
}

/// The key of a refusal.
pub fn refusal<T>(result: Result<T>) -> String {
    match result {
        Err(Error::Refused(message)) => message.plain(),
        Err(other) => panic!("a refusal is wanted, not: {other}"),
        Ok(_) => panic!("a refusal is wanted"),
    }
}

/// The files of an export.
pub async fn exported(register: &Register) -> BTreeMap<String, String> {
    let folder = register.folder.join("exported");
    let _ = std::fs::remove_dir_all(&folder);
    transfer::export(register.db.reader(), modules::tables(), &folder).await.expect("an export");
    std::fs::read_dir(&folder)
        .expect("a folder")
        .flatten()
        .map(|e| {
            (
                e.path().file_stem().expect("a name").to_string_lossy().into_owned(),
                std::fs::read_to_string(e.path()).expect("a file"),
            )
        })
        .collect()
}

/// The content of the register as text, with its history and journal.
pub async fn everything(register: &Register) -> Vec<String> {
    let db = register.db.reader();
    let mut all = vec![];
    for table in modules::tables().all() {
        for (name, history) in [(table.name, false), (table.history, true)] {
            let mut ask = Query::select()
                .column(Asterisk)
                .from(Alias::new(name))
                .order_by("id", Order::Asc)
                .order_by("recorded", Order::Asc)
                .to_owned();
            if history {
                ask.order_by("superseded", Order::Asc);
            }
            for row in db.query_all(&ask).await.expect("rows") {
                let values: Vec<Cell> = stored(table)
                    .iter()
                    .map(|(column, kind, _)| Cell::read(&row, column, *kind).expect("a cell"))
                    .collect();
                let (id, recorded): (i64, i64) =
                    (row.try_get("", "id").unwrap(), row.try_get("", "recorded").unwrap());
                let superseded: Option<i64> =
                    if history { row.try_get("", "superseded").unwrap() } else { None };
                all.push(format!("{name} {id} {recorded} {superseded:?} {values:?}"));
            }
        }
    }
    for (sql, columns) in [
        ("SELECT number, instant, day FROM journal ORDER BY number", 3),
        ("SELECT journal, row FROM counter", 2),
    ] {
        for row in
            db.query_all_raw(Statement::from_string(register.db.backend(), sql)).await.expect("bookkeeping")
        {
            let numbers: Vec<i64> = (0..columns).map(|n| row.try_get_by_index(n).unwrap()).collect();
            all.push(format!("{sql} {numbers:?}"));
        }
    }
    all
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The answers of all generic figures from 1 January to this day.
pub async fn figures(register: &Register, to: &str, known: Known) -> BTreeMap<String, Answer> {
    let figures = Figures::new(catalog());
    let heads = Heads::read(register.db.reader()).await.expect("heads");
    let asked = Asked::period(Period::year_to(day(to)), known);
    let mut all = BTreeMap::new();
    for figure in figures.catalog.figures() {
        all.insert(
            figure.key.clone(),
            figures.number(register.db.reader(), &heads, figure, &asked).await.expect("an answer"),
        );
    }
    all
}
