//! Everything the page of a year needs, asked at once and kept until the register changes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use decapolis_base::{Day, Period};
use decapolis_core::errors::Result;
use decapolis_core::figures::{Answer, Asked, Class, Figure, Group, RowsAsked, evidence};
use decapolis_core::journal::{Heads, RowId};
use decapolis_core::known::Known;
use decapolis_core::records::{self, Record};
use decapolis_core::table::Kind;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::super::context::Site;
use crate::members::store::{AreaOfMembers, areas_of_members};
use crate::{activities, governance, members};

/// The breakdowns that the page draws: figure and column.
const BREAKDOWNS: &[(&str, &str)] = &[
    ("members", "region"),
    ("global-events", "role"),
    ("declarations", "role"),
    ("pilot-members", "record"),
    ("publications", "theme"),
    ("study-members", "area"),
    ("followers", "channel"),
    ("funding-dues", "stage"),
    ("board-participation", "meeting"),
    ("assembly-members", "attendance"),
    ("theme-activities", "theme"),
];

/// A figure whose course over the year is drawn.
pub const COURSE: &str = "health-initiatives";

pub struct Year {
    pub year: i64,
    pub asked: Asked,
    /// The day before the year begins.
    pub eve: Day,
    pub answers: HashMap<String, Answer>,
    /// The members on the eve.
    pub before: Answer,
    groups: HashMap<(&'static str, &'static str), Vec<Group>>,
    pub labels: BTreeMap<RowId, Record>,
    pub regions: Vec<RowId>,
    pub themes: Vec<RowId>,
    pub areas: Vec<AreaOfMembers>,
    pub meeting_days: BTreeMap<RowId, i64>,
    /// The latest day on which followers were read.
    pub read_on: Option<Day>,
    /// [`COURSE`] at the ends of quarters.
    pub course: Vec<(Day, i64)>,
    /// Whether the register holds invented records.
    pub illustrative: bool,
}

impl Year {
    /// The page's data: kept while the register stands as it was, asked anew otherwise.
    pub async fn of(site: &Site, year: i64) -> Result<Arc<Year>> {
        let heads = Heads::read(site.app.db.reader()).await?;
        let today = site.app.settings.today();
        let key = (year, today.min(Day::last_of_year(year)));
        if let Some((at, data)) = site.years.lock().expect("the kept years are whole").get(&key)
            && *at == heads.last
        {
            return Ok(data.clone());
        }
        let snapshot = site.app.db.snapshot().await?;
        let heads = Heads::read(&snapshot).await?;
        let data = Arc::new(Year::ask(site, &snapshot, &heads, year, key.1).await?);
        snapshot.commit().await?;
        let mut kept = site.years.lock().expect("the kept years are whole");
        kept.retain(|_, (at, _)| *at == heads.last);
        kept.insert(key, (heads.last, data.clone()));
        Ok(data)
    }

    async fn ask(site: &Site, db: &impl ConnectionTrait, heads: &Heads, year: i64, to: Day) -> Result<Year> {
        let figures = &site.app.figures;
        let from = Day::first_of_year(year);
        let asked = Asked { from, to: to.max(from), known: Known::Now };
        let eve = from.before();
        let mut answers = HashMap::new();
        for figure in figures.catalog.figures() {
            answers.insert(figure.key.clone(), figures.number(db, heads, figure, &asked).await?);
        }
        let mut before = Answer::default();
        if let Some(members) = figures.catalog.figure("members") {
            before = figures.number(db, heads, members, &Asked::period(Period::year_to(eve), Known::Now)).await?;
        }
        let mut groups = HashMap::new();
        let mut named: BTreeSet<RowId> = BTreeSet::new();
        for (key, column) in BREAKDOWNS {
            let Some(figure) = figures.catalog.figure(key) else { continue };
            let found = figures.by(db, heads, figure, &asked, column).await?;
            if is_reference(site, figure, column) {
                named.extend(found.iter().filter_map(|g| g.by.as_ref()?.parse::<RowId>().ok()));
            }
            groups.insert((*key, *column), found);
        }
        let regions = members::store::regions(db).await?;
        let themes = activities::store::themes(db).await?;
        named.extend(regions.iter().chain(&themes));
        let meetings: Vec<RowId> =
            groups.get(&("board-participation", "meeting")).into_iter().flatten().filter_map(|g| g.by.as_ref()?.parse().ok()).collect();
        let mut read_on = None;
        if let Some(figure) = figures.catalog.figure("followers") {
            let rows =
                evidence(db, figure, &asked, &figures.catalog, RowsAsked { part: 1, class: Class::Counted, after: None, limit: 1_000 })
                    .await?;
            read_on = rows.iter().map(|r| r.sort).max().and_then(Day::from_number);
        }
        let mut course = vec![];
        if let Some(figure) = figures.catalog.figure(COURSE) {
            for month in [3, 6, 9, 12] {
                let day = [(3, 31), (6, 30), (9, 30), (12, 31)]
                    .iter()
                    .find(|(m, _)| *m == month)
                    .and_then(|(m, d)| Day::of(year, *m, *d))
                    .unwrap_or(to)
                    .min(to);
                let answer = figures.number(db, heads, figure, &Asked { from, to: day, known: Known::Now }).await?;
                if course.last().is_none_or(|(last, _)| *last < day) {
                    course.push((day, answer.counted));
                }
            }
        }
        let invented =
            Query::select().expr(Expr::val(1i64)).from("records").and_where(Expr::col("illustrative").eq(true)).limit(1).to_owned();
        Ok(Year {
            year,
            asked,
            eve,
            answers,
            before,
            groups,
            labels: records::by_ids(db, named).await?,
            regions,
            themes,
            areas: areas_of_members(db, &asked).await?,
            meeting_days: governance::store::days_of_meetings(db, &meetings).await?,
            read_on,
            course,
            illustrative: db.query_one(&invented).await?.is_some(),
        })
    }

    /// The groups of a figure by a column; none where the register has no such figure.
    pub fn groups(&self, key: &str, column: &str) -> &[Group] {
        self.groups.iter().find(|((k, c), _)| *k == key && *c == column).map_or(&[], |(_, groups)| groups)
    }

    pub fn answer(&self, key: &str) -> Answer {
        self.answers.get(key).copied().unwrap_or_default()
    }
}

/// Whether groups by this column are records.
pub fn is_reference(site: &Site, figure: &Figure, column: &str) -> bool {
    let part = figure.main()[0];
    site.app.figures.catalog.of(part).about.column(column).is_some_and(|c| matches!(c.kind, Kind::Ref(_)))
}
