//! The data of a page: everything it needs, read once from one state of the register.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use decapolis_base::{Day, YearStart};
use decapolis_figures::{Answer, AnswerShown, Asked, Figure, Group, Readings, Stopped, Viewer, stopped};
use decapolis_register::journal::{Heads, JournalNo, RowId};
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;
use decapolis_register::records::{self, Record};
use decapolis_register::table::Kind;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::file::{Item, PageFile, Picture};
use super::marks::{MarkOpens, MemberMark, member_marks};
use crate::app::App;
use crate::members::on_map::{areas_of_members, places_of_members};
use crate::web::cache::Keep;
use crate::{activities, governance};

/// The answers to every figure and breakdown that a page names, and the records it shows.
pub struct Data {
    pub asked: Asked,
    /// The day before the period begins.
    pub eve: Day,
    answers: HashMap<String, Answer>,
    /// The answers of balance figures on the eve.
    before: HashMap<String, Answer>,
    /// Figures with at least one provisional row.
    provisional: HashSet<String>,
    groups: HashMap<(String, String), Vec<Group>>,
    /// Figures whose number is not public, or public only as a share.
    withheld: HashSet<String>,
    /// The records that name the groups.
    pub labels: BTreeMap<RowId, Record>,
    pub themes: Vec<RowId>,
    /// The marks of the map of members.
    pub marks: Vec<MemberMark>,
    /// The first possible day of each meeting, as yyyymmdd.
    pub meeting_days: BTreeMap<RowId, i64>,
    /// When the readings were taken, for figures of readings.
    readings: HashMap<String, Readings>,
    /// The answers of a figure at the ends of quarters.
    courses: HashMap<String, Vec<(Day, i64)>>,
    /// Whether the register has illustrative records.
    pub illustrative: bool,
    /// The tables in which nothing was ever written.
    pub unwritten: BTreeSet<&'static str>,
    /// The day of the last journal entry, if it is much earlier than the last day of the page.
    pub written: Option<Day>,
    /// The lists whose rows stop before the last day of the page.
    pub stopped: Vec<Stopped>,
    /// The last journal entry that changed a table of these figures: as known after it, every number stays the same.
    pub known: JournalNo,
}

impl Data {
    /// Reads the data of a page over these days.
    pub async fn ask(
        app: &App,
        db: &impl ConnectionTrait,
        heads: &Heads,
        page: &PageFile,
        asked: Asked,
    ) -> Result<Data> {
        let figures = &app.figures;
        let mut data = Data::empty(app, db, heads, asked).await?;
        let mut named: BTreeSet<RowId> = data.themes.iter().copied().collect();
        for (key, by) in page.named() {
            let Some(figure) = figures.catalog.figure(&key) else { continue };
            data.known = std::cmp::Ord::max(data.known, heads.of(&figures.tables(figure)));
            if !data.answers.contains_key(&key) {
                let answer = figures.number(db, heads, figure, &asked).await?;
                data.put(app, figure, &key, answer);
                if figures.provisional(db, heads, figure, &asked).await? {
                    data.provisional.insert(key.clone());
                }
                if let Some(found) = figures.readings(db, heads, figure, &asked).await? {
                    data.readings.insert(key.clone(), found);
                }
            }
            let Some(by) = by else { continue };
            if data.groups.contains_key(&(key.clone(), by.clone())) {
                continue;
            }
            let found = data.groups_of_public(app, figure, figures.by(db, heads, figure, &asked, &by).await?);
            if is_reference(app, figure, &by) {
                named.extend(found.iter().filter_map(|g| g.by.as_ref()?.parse::<RowId>().ok()));
            }
            data.groups.insert((key, by), found);
        }
        data.labels = records::by_ids(db, named).await?;
        for item in page.sections.iter().flat_map(|s| &s.show) {
            data.ask_item(app, db, heads, item).await?;
        }
        let named: Vec<&Figure> =
            page.named().iter().filter_map(|(key, _)| figures.catalog.figure(key)).collect();
        data.stopped = stopped(db, &figures.catalog, &named, &asked).await?;
        data.illustrative = has_illustrative(db).await?;
        Ok(data)
    }

    /// The data of a page over these days, still without answers.
    async fn empty(app: &App, db: &impl ConnectionTrait, heads: &Heads, asked: Asked) -> Result<Data> {
        Ok(Data {
            asked,
            eve: asked.from.before(),
            answers: HashMap::new(),
            before: HashMap::new(),
            provisional: HashSet::new(),
            groups: HashMap::new(),
            withheld: HashSet::new(),
            labels: BTreeMap::new(),
            themes: activities::store::themes(db).await?,
            marks: vec![],
            meeting_days: BTreeMap::new(),
            readings: HashMap::new(),
            courses: HashMap::new(),
            illustrative: false,
            unwritten: app
                .all_tables()
                .0
                .iter()
                .filter(|table| heads.of(&[**table]) == 0)
                .map(|table| table.name)
                .collect(),
            written: last_written(heads, asked.to),
            stopped: vec![],
            known: 0,
        })
    }

    /// Stores an answer as the public may see it, because a page is public.
    fn put(&mut self, app: &App, figure: &Figure, key: &str, answer: Answer) {
        let told = self.for_everybody(app, figure, answer);
        // where nothing is recorded, nothing is kept back
        if told.whole().is_none() && (answer.base > 0 || answer.counted > 0) {
            self.withheld.insert(key.to_string());
        }
        self.answers.insert(key.to_string(), told.answer());
    }

    /// The answer as the public may see it. A page covers whole years, so counts of people may be shown.
    fn for_everybody(&self, app: &App, figure: &Figure, answer: Answer) -> AnswerShown {
        let years = app.settings.year_starts;
        let viewer = Viewer { audience: Audience::Public, today: self.asked.to, years };
        let whole_years = Asked { from: years.first_day(years.year_of(self.asked.from)), ..self.asked };
        app.figures
            .catalog
            .answer_for(figure, &whole_years, answer, viewer)
            .shown()
            .unwrap_or(AnswerShown::NOTHING)
    }

    fn groups_of_public(&self, app: &App, figure: &Figure, groups: Vec<Group>) -> Vec<Group> {
        groups
            .into_iter()
            .map(|Group { by, answer }| Group {
                by,
                answer: self.for_everybody(app, figure, answer).answer(),
            })
            .collect()
    }

    /// Whether the number is not public, or public only as a share.
    pub fn is_withheld(&self, key: &str) -> bool {
        self.withheld.contains(key)
    }

    /// Reads what an item needs besides numbers and groups.
    async fn ask_item(
        &mut self,
        app: &App,
        db: &impl ConnectionTrait,
        heads: &Heads,
        item: &Item,
    ) -> Result<()> {
        let figures = &app.figures;
        match item {
            Item::Map(_) => {
                let mut areas = areas_of_members(db, &self.asked).await?;
                areas.extend(places_of_members(db, &self.asked).await?);
                self.marks = member_marks(&areas);
                let named = self.marks.iter().filter_map(|mark| match mark.opens {
                    MarkOpens::Record(id) => Some(id),
                    MarkOpens::Members(_) => None,
                });
                self.labels.extend(records::by_ids(db, named).await?);
            }
            Item::Balance(it) => {
                if let Some(figure) = figures.catalog.figure(&it.figure) {
                    let eve = Asked::period(app.settings.year_starts.year_to(self.eve), self.asked.known);
                    let before = figures.number(db, heads, figure, &eve).await?;
                    self.before.insert(it.figure.clone(), self.for_everybody(app, figure, before).answer());
                }
            }
            Item::Number(it) => match &it.picture {
                Some(Picture::Seats { by, .. }) => {
                    let meetings: Vec<RowId> = self
                        .groups(&it.figure, by)
                        .iter()
                        .filter_map(|g| g.by.as_ref()?.parse().ok())
                        .collect();
                    self.meeting_days.extend(governance::store::days_of_meetings(db, &meetings).await?);
                }
                Some(Picture::Points { .. }) => {
                    if let Some(figure) = figures.catalog.figure(&it.figure) {
                        let mut course = vec![];
                        for day in ends_of_quarters(&self.asked, app.settings.year_starts) {
                            let answer =
                                figures.number(db, heads, figure, &Asked { to: day, ..self.asked }).await?;
                            course.push((day, self.for_everybody(app, figure, answer).answer().counted));
                        }
                        self.courses.insert(it.figure.clone(), course);
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    pub fn answer(&self, key: &str) -> Answer {
        self.answers.get(key).copied().unwrap_or_default()
    }

    /// The answer of a figure on the eve of the period.
    pub fn before(&self, key: &str) -> Answer {
        self.before.get(key).copied().unwrap_or_default()
    }

    /// The groups of a figure by a column; empty if the page did not ask for them.
    pub fn groups(&self, key: &str, column: &str) -> &[Group] {
        self.groups.get(&(key.to_string(), column.to_string())).map_or(&[], Vec::as_slice)
    }

    /// The count of one group of a breakdown.
    pub fn group(&self, key: &str, column: &str, value: &str) -> i64 {
        self.groups(key, column)
            .iter()
            .find(|g| g.by.as_deref() == Some(value))
            .map_or(0, |g| g.answer.counted)
    }

    pub fn is_provisional(&self, key: &str) -> bool {
        self.provisional.contains(key)
    }

    /// When the readings of a figure were taken; nothing if it counts none.
    pub fn readings(&self, key: &str) -> Option<&Readings> {
        self.readings.get(key)
    }

    pub fn course(&self, key: &str) -> &[(Day, i64)] {
        self.courses.get(key).map_or(&[], Vec::as_slice)
    }

    /// Whether the page covers one year, from its first day.
    pub fn of_a_year(&self, years: YearStart) -> bool {
        self.asked.from == years.first_day(years.year_of(self.asked.to))
    }
}

/// The day of the last journal entry, if it is more than a month before this day: what happened in between is probably not written yet.
pub fn last_written(heads: &Heads, day: Day) -> Option<Day> {
    const HOURS: i64 = 31 * 24;
    heads.last_day.filter(|last| day.date().duration_since(last.date()).as_hours() > HOURS)
}

/// Whether the register has illustrative records.
pub async fn has_illustrative(db: &impl ConnectionTrait) -> Result<bool> {
    let invented = Query::select()
        .expr(Expr::val(1i64))
        .from("records")
        .and_where(Expr::col("illustrative").eq(true))
        .limit(1)
        .to_owned();
    Ok(db.query_one(&invented).await?.is_some())
}

/// The period of a page over whole years, as known now. A period that is not over ends today.
pub fn period(years: YearStart, from_year: i64, year: i64, today: Day) -> Asked {
    let from = years.first_day(from_year);
    Asked { from, to: today.min(years.last_day(year)).max(from), known: Known::Now }
}

/// The quarter ends of the last year asked; the last one is not after the last day asked.
fn ends_of_quarters(asked: &Asked, years: YearStart) -> Vec<Day> {
    let ends = years.quarters(years.year_of(asked.to));
    let mut days: Vec<Day> = ends.into_iter().map(|day| day.min(asked.to)).collect();
    days.dedup();
    days
}

impl Keep for Data {
    fn bytes(&self) -> usize {
        let groups: usize = self.groups.values().map(|groups| groups.len() * 120).sum();
        let readings: usize = self.readings.values().map(|readings| readings.all() * 40).sum();
        let courses: usize = self.courses.values().map(|course| course.len() * 40).sum();
        let marks: usize = self.marks.len() * 200;
        size_of::<Data>()
            + groups
            + readings
            + courses
            + marks
            + self.labels.len() * 600
            + self.meeting_days.len() * 40
            + self.answers.len() * 200
    }
}

/// Whether the values of this column refer to records.
pub fn is_reference(app: &App, figure: &Figure, column: &str) -> bool {
    let part = figure.main()[0];
    app.figures.catalog.of(part).about.column(column).is_some_and(|c| matches!(c.kind, Kind::Ref(_)))
}
