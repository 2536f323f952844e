//! Asks a figure and checks the answer against its own rows.

use std::collections::{HashMap, HashSet};

use decapolis_base::{Day, Period};
use decapolis_figures::{
    Answer, Asked, Catalog, Class, EvidenceRow, Figure, Figures, Group, Measure, On, RowCursor, RowsAsked,
    Scope, classify, evidence, fields,
};
use decapolis_register::journal::{Heads, RowId};
use decapolis_register::permissions::Audience;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

/// A row of a figure, without the day that rows are sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    part: usize,
    unit: RowId,
    row: RowId,
    amount: i64,
    class: Class,
    reason: Option<String>,
}

impl From<&EvidenceRow> for Row {
    fn from(r: &EvidenceRow) -> Row {
        Row {
            part: r.part,
            unit: r.unit.unwrap_or(r.row),
            row: r.row,
            amount: r.amount,
            class: r.class,
            reason: r.reason.clone(),
        }
    }
}

/// Every row of a figure, with its class.
pub async fn all_rows(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    catalog: &Catalog,
) -> Result<Vec<Row>> {
    let select =
        classify(figure, asked, catalog, Scope { evidence: true, left_out: true, ..Scope::default() });
    let mut rows = db
        .query_all(&select)
        .await?
        .iter()
        .map(|r| {
            Ok(Row {
                part: r.try_get::<i64>("", "part")? as usize,
                unit: r.try_get("", "unit")?,
                row: r.try_get("", "row")?,
                amount: r.try_get::<Option<i64>>("", "amount")?.unwrap_or(0),
                class: Class::from_number(r.try_get("", "class")?),
                reason: r.try_get("", "reason")?,
            })
        })
        .collect::<Result<Vec<Row>>>()?;
    rows.sort();
    Ok(rows)
}

/// The answer computed from the rows.
pub fn answer_of(figure: &Figure, rows: &[Row]) -> Answer {
    let main: Vec<&Row> =
        rows.iter().filter(|r| (figure.base.is_none() || r.part == 0) && r.class != Class::LeftOut).collect();
    let counted: Vec<&Row> = main.iter().copied().filter(|r| r.class == Class::Counted).collect();
    let measure = |rows: &[&Row]| match figure.measure {
        Measure::Units => rows.iter().map(|r| r.unit).collect::<HashSet<_>>().len() as i64,
        Measure::Sum(_) => rows.iter().map(|r| r.amount).sum(),
    };
    Answer::of(measure(&counted), measure(&main))
}

/// The class of a unit is the lowest class of its rows, in any part.
fn answer_of_least_classes(rows: &[Row]) -> Answer {
    let mut units: HashMap<RowId, Class> = HashMap::new();
    for row in rows {
        let class = units.entry(row.unit).or_insert(row.class);
        *class = (*class).min(row.class);
    }
    let up_to = |class: Class| units.values().filter(|c| **c <= class).count() as i64;
    Answer::of(up_to(Class::Counted), up_to(Class::BaseOnly))
}

fn folds(figure: &Figure) -> bool {
    figure.base.as_ref().is_some_and(|base| {
        base.on == On::Row
            && figure
                .counted
                .iter()
                .all(|c| c.listing == base.listing && c.on == On::Row && c.when == base.when)
    })
}

/// Checks that the pages of every part and class together are the complete list, each row once, in order.
pub async fn pages_make_the_list(
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    catalog: &Catalog,
    all: &[Row],
) -> Result<()> {
    let parts =
        figure.base.iter().map(|b| (0, b)).chain(figure.counted.iter().enumerate().map(|(n, p)| (n + 1, p)));
    for (number, part) in parts {
        for class in [Class::Counted, Class::BaseOnly, Class::LeftOut] {
            let mut got: Vec<EvidenceRow> = vec![];
            let mut after = None;
            loop {
                let page =
                    evidence(db, figure, asked, catalog, RowsAsked { part: number, class, after, limit: 2 })
                        .await?;
                let Some(last) = page.last() else { break };
                after = Some(RowCursor { sort: last.sort, row: last.row });
                got.extend(page);
            }
            assert!(
                got.windows(2).all(|w| (w[0].sort, w[0].row) < (w[1].sort, w[1].row)),
                "{}: the rows of part {number} stand in order, each once: {got:?}",
                figure.key
            );
            let ids: Vec<RowId> = got.iter().map(|r| r.row).collect();
            let said = fields(db, part, asked, catalog, &ids, Audience::Office).await?;
            assert!(
                said.rows.iter().all(|v| !v.is_empty()),
                "{}: the listing says something of every row of part {number}",
                figure.key
            );
            let mut got: Vec<Row> = got.iter().map(Row::from).collect();
            got.sort();
            let mut wanted: Vec<Row> =
                all.iter().filter(|r| r.part == number && r.class == class).cloned().collect();
            if number > 0 && folds(figure) {
                if class != Class::Counted {
                    continue;
                }
                // the count is a condition on rows of the base, so its rows are those of the base
                wanted = all
                    .iter()
                    .filter(|r| r.part == 0 && r.class == class)
                    .map(|r| Row { part: number, amount: 1, ..r.clone() })
                    .collect();
                got.iter_mut().for_each(|r| r.amount = 1);
            }
            assert_eq!(got, wanted, "{}: pages of part {number}, {class:?}", figure.key);
        }
    }
    Ok(())
}

pub fn periods() -> [Period; 2] {
    [
        Period::year(2020),
        Period { from: Day::from_number(20191231).unwrap(), to: Day::from_number(20200615).unwrap() },
    ]
}

/// The answer, rows and groups of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub answer: Answer,
    pub rows: Vec<Row>,
    pub groups: Vec<(String, Vec<Group>)>,
}

/// Asks a figure and checks the answer against its own rows. `closely` also checks its tally and groups.
pub async fn ask(
    db: &impl ConnectionTrait,
    heads: &Heads,
    figures: &Figures,
    figure: &Figure,
    asked: &Asked,
    closely: bool,
) -> Result<Said> {
    let answer = figures.number(db, heads, figure, asked).await?;
    let rows = all_rows(db, figure, asked, &figures.catalog).await?;
    assert_eq!(
        answer,
        answer_of(figure, &rows),
        "{} {asked:?}: the number is that of its rows {rows:?}",
        figure.key
    );
    if figure.measure == Measure::Units {
        assert_eq!(
            answer,
            answer_of_least_classes(&rows),
            "{} {asked:?}: a unit's class is the least of its rows' {rows:?}",
            figure.key
        );
    }
    assert!(
        rows.iter().all(|r| (r.class == Class::LeftOut) == r.reason.is_some()),
        "{} {asked:?}: what is left out has a reason, and nothing else {rows:?}",
        figure.key
    );
    if !closely {
        return Ok(Said { answer, rows, groups: vec![] });
    }
    let tally = figures.tally(db, heads, figure, asked).await?;
    assert_eq!(
        tally.left_out_rows,
        rows.iter().filter(|r| r.class == Class::LeftOut).count() as i64,
        "{}: left-out rows",
        figure.key
    );
    assert_eq!(
        tally.left_out_rows,
        tally.reasons.iter().map(|r| r.1).sum::<i64>(),
        "{}: every left-out row is under its reason",
        figure.key
    );
    let mut groups = vec![];
    for by in &figure.breakdowns {
        let of = figures.by(db, heads, figure, asked, by).await?;
        if let Measure::Sum(_) = figure.measure {
            assert_eq!(
                of.iter().map(|g| g.answer.counted).sum::<i64>(),
                answer.counted,
                "{} by {by}: sums of groups make the sum",
                figure.key
            );
        } else {
            assert!(
                of.iter().map(|g| g.answer.counted).sum::<i64>() >= answer.counted,
                "{} by {by}: every unit is in some group",
                figure.key
            );
        }
        groups.push((by.clone(), of));
    }
    Ok(Said { answer, rows, groups })
}
