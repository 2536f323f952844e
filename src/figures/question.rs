//! The rows of a figure and how they are shown to a reader, for its page and its files.

use decapolis_figures::{
    Access, Answer, AnswerShown, Asked, Class, Figure, Gated, Group, GroupShown, Measure, On, Part, Reason,
    Viewer, Worded,
};
use decapolis_register::journal::Heads;
use decapolis_register::name_order;
use decapolis_register::records::{self, Record};
use decapolis_register::table::Kind;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::sought::without;
use crate::app::App;
use crate::page::data::is_reference;
use crate::page::permanent::WITHOUT;
use crate::records::worded::not_public;
use crate::web::context::{Reader, Site};
use crate::web::visit::asks;

asks! {
    /// What an address asks of all figures.
    pub struct DayAsks {
        /// The last day of the period; the usual day where it is not given.
        at,
    }
}

asks! {
    /// What an address asks of a figure.
    pub struct FigureAsks {
        /// The first day of the period; the first of the network's year of `at` where it is not given.
        from,
        /// The day, or the last day of the period.
        at,
        /// A day, an edition (`2020-e1`) or a journal entry (`j4123`): the register as known then.
        known,
        /// One group of a breakdown: `region/africa`.
        only,
        /// The column of the breakdown.
        by,
        /// Which rows: `counted`, `base` or `left-out`.
        class,
        /// `rows` for each row that made a unit count; otherwise one row for each unit. A file has every row unless `units` is asked for.
        view,
        /// The last row of the page before.
        after,
    }
}

/// A figure with the question asked of it.
pub struct Question<'a> {
    pub figure: &'a Figure,
    pub asked: Asked,
    /// The parameter `known` as given.
    pub known: Option<String>,
    pub class: Class,
    /// The viewer the answer is for.
    pub viewer: Viewer,
    /// The number as an edition published it, if that is asked for.
    pub published: Option<Answer>,
}

/// The number that a question asks for, as its reader may see it: of an edition, the number that it published. Pages, cards, files and the
/// command line all ask here.
pub async fn answer_to(
    app: &App,
    db: &impl ConnectionTrait,
    heads: &Heads,
    question: &Question<'_>,
) -> Result<Gated<AnswerShown>> {
    let Question { figure, asked, viewer, published, .. } = *question;
    let Some(kept) = published else { return answer_for(app, db, heads, figure, &asked, viewer).await };
    // an edition keeps the counts: what is known beside them is counted as known then
    let counted = app.figures.number(db, heads, figure, &asked).await?;
    Ok(app.figures.catalog.answer_for(figure, &asked, kept.with_what_is_known(counted), viewer))
}

/// The number of a figure as this reader may see it.
pub async fn answer_for(
    app: &App,
    db: &impl ConnectionTrait,
    heads: &Heads,
    figure: &Figure,
    asked: &Asked,
    viewer: Viewer,
) -> Result<Gated<AnswerShown>> {
    let figures = &app.figures;
    if let Err(reason) = figures.catalog.may_be_asked(figure, asked, viewer) {
        return Ok(Gated::Withheld(reason));
    }
    Ok(figures.catalog.answer_for(figure, asked, figures.number(db, heads, figure, asked).await?, viewer))
}

/// A breakdown of a figure as this reader may see it.
pub async fn groups_for(
    site: &Site,
    db: &impl ConnectionTrait,
    heads: &Heads,
    question: &Question<'_>,
    by: &str,
) -> Result<Gated<Vec<GroupShown>>> {
    let (figures, figure, asked) = (&site.app.figures, question.figure, &question.asked);
    if let Err(reason) = figures.catalog.may_be_grouped(figure, asked, by, question.viewer) {
        return Ok(Gated::Withheld(reason));
    }
    let groups = figures.by(db, heads, figure, asked, by).await?;
    Ok(figures.catalog.groups_for(figure, asked, by, groups, question.viewer))
}

impl<'a> Question<'a> {
    /// The reason why nothing is told of the rows, not even how many there are. `None` if something is.
    pub fn rows_withheld(&self, app: &App) -> Option<Reason> {
        app.figures.catalog.may_be_tallied(self.figure, &self.asked, self.viewer).err()
    }

    /// Whether this reader may ask for this breakdown, on the right days.
    pub fn is_offered(&self, app: &App, by: &str) -> bool {
        let may = app.figures.catalog.may_be_grouped(self.figure, &self.asked, by, self.viewer);
        !matches!(may, Err(Reason::Column | Reason::Group))
    }

    /// How this reader may see the rows.
    pub fn access(&self, site: &Site) -> Access {
        site.app.figures.catalog.access(self.figure, self.class, self.viewer.audience)
    }

    /// Whether the list has one row for each unit: its units are records, and it counts them.
    pub fn counts_records(&self, site: &Site) -> bool {
        let figure = self.figure;
        figure.measure == Measure::Units
            && figure.main().iter().all(|part| part.on != On::Row)
            && !site.app.figures.catalog.counts_words(&figure.counted[0])
    }

    /// The parts that have rows of this class. The base has the rows that are not counted, and the counted ones if no other part has them.
    pub fn parts(&self) -> Vec<(usize, &'a Part)> {
        let counted = self.figure.counted.iter().enumerate().map(|(n, p)| (n + 1, p));
        let base = self.figure.base.iter().map(|p| (0, p));
        match self.class {
            Class::Counted => counted.collect(),
            Class::BaseOnly => base.collect(),
            Class::LeftOut => base.chain(counted).collect(),
        }
    }
}

/// How rows are grouped if they are not listed: by the first breakdown that this reader may see, or else all in one group.
pub async fn groups(
    site: &Site,
    db: &impl ConnectionTrait,
    heads: &Heads,
    question: &Question<'_>,
) -> Result<(String, Gated<Vec<GroupShown>>)> {
    let (figure, asked, viewer, catalog) =
        (question.figure, &question.asked, question.viewer, &site.app.figures.catalog);
    match figure.breakdowns.iter().find(|by| catalog.may_be_grouped(figure, asked, by, viewer).is_ok()) {
        Some(column) => Ok((column.clone(), groups_for(site, db, heads, question, column).await?)),
        None => {
            let answer = site.app.figures.number(db, heads, figure, asked).await?;
            let whole = vec![Group { by: None, answer }];
            Ok((String::new(), catalog.groups_for(figure, asked, "", whole, viewer)))
        }
    }
}

/// A group with its name in the reader's language.
pub struct NamedGroup {
    pub name: String,
    /// Its value as addresses write it. `None` if this reader may not ask for the group.
    pub is: Option<String>,
    pub shown: GroupShown,
}

/// Groups with their names in the reader's language, in the order of these names.
pub async fn named(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    question: &Question<'_>,
    column: &str,
    groups: Vec<GroupShown>,
) -> Result<Vec<NamedGroup>> {
    let part = question.figure.main()[0];
    let reference = !column.is_empty() && is_reference(&site.app, question.figure, column);
    let labels = if reference {
        records::by_ids(db, groups.iter().filter_map(|g| g.by.as_ref()?.parse().ok())).await?
    } else {
        Default::default()
    };
    let found = site.app.figures.catalog.of(part).about.column(column);
    let kind = found.map(|c| c.kind);
    let holds_codes = found.is_some_and(|c| c.holds_codes());
    let coded = if holds_codes {
        records::by_codes(db, groups.iter().filter_map(|g| g.by.clone())).await?
    } else {
        Default::default()
    };
    let of_record = |r: &Record| {
        let name = r.name(reader.audience, reader.lang());
        (
            name.map_or_else(|| not_public(&r.kind, &reader.locale), str::to_string),
            name.map(|_| r.code.clone()),
        )
    };
    let name_of = |by: &Option<String>| match (by, kind) {
        (None, _) => (without(reader, column), Some(WITHOUT.to_string())),
        (Some(id), Some(Kind::Ref(_))) => {
            let record = id.parse().ok().and_then(|id: i64| labels.get(&id));
            record.map_or_else(|| (id.clone(), None), of_record)
        }
        (Some(code), _) if holds_codes => {
            coded.get(code).map_or_else(|| (reader.locale.say("record-not-public"), None), of_record)
        }
        // SQLite returns true as 1
        (Some(value), Some(Kind::Bool)) => {
            let word = if value == "1" || value == "true" { "yes" } else { "no" };
            (reader.locale.say(&format!("choice-{word}")), Some(word.to_string()))
        }
        (Some(value), _) => {
            let words = reader.locale.maybe(&format!("choice-{value}"));
            (words.unwrap_or_else(|| value.clone()), Some(value.clone()))
        }
    };
    let mut named: Vec<NamedGroup> = groups
        .into_iter()
        .map(|shown| {
            let (name, is) = name_of(&shown.by);
            NamedGroup { name, is, shown }
        })
        .collect();
    // those without a value come last
    named.sort_by_cached_key(|g| (g.shown.by.is_none(), name_order::key(reader.lang(), &g.name)));
    Ok(named)
}

/// The number of rows by reason, for rows that are left out.
pub async fn reasons(
    site: &Site,
    db: &impl ConnectionTrait,
    heads: &Heads,
    reader: &Reader<'_>,
    question: &Question<'_>,
) -> Result<Vec<(String, i64)>> {
    if let Some(reason) = question.rows_withheld(&site.app) {
        return Ok(vec![(reader.locale.say(reason.key()), 0)]);
    }
    let tally = site.app.figures.tally(db, heads, question.figure, &question.asked).await?;
    Ok(match question.class {
        Class::LeftOut => tally
            .reasons
            .iter()
            .map(|(reason, rows)| (crate::figures::evidence::reason(reason, &reader.locale), *rows))
            .collect(),
        Class::BaseOnly => vec![(
            reader.locale.say("class-base"),
            tally.base_rows - counted_in_base(site, db, heads, question).await?,
        )],
        Class::Counted => vec![(reader.locale.say("class-counted"), tally.counted_rows)],
    })
}

/// The number of rows of the class asked for.
pub async fn counts(
    site: &Site,
    db: &impl ConnectionTrait,
    heads: &Heads,
    reader: &Reader<'_>,
    question: &Question<'_>,
) -> Result<i64> {
    Ok(reasons(site, db, heads, reader, question).await?.iter().map(|(_, rows)| rows).sum())
}

/// The number of rows of the base that are counted.
async fn counted_in_base(
    site: &Site,
    db: &impl ConnectionTrait,
    heads: &Heads,
    question: &Question<'_>,
) -> Result<i64> {
    let answer = site.app.figures.number(db, heads, question.figure, &question.asked).await?;
    let tally = site.app.figures.tally(db, heads, question.figure, &question.asked).await?;
    // a share of sums counts rows, not units
    Ok(if matches!(question.figure.measure, Measure::Sum(_)) { tally.counted_rows } else { answer.counted })
}

/// A number in words, for a page and a file. A withheld number has none.
pub fn worded(reader: &Reader<'_>, figure: &Figure, answer: Gated<AnswerShown>) -> Worded {
    Worded::of(figure, answer.shown().unwrap_or_default().answer(), &reader.locale)
}

/// The value of a class in a URL.
pub fn class_word(class: Class) -> &'static str {
    match class {
        Class::Counted => "counted",
        Class::BaseOnly => "base",
        Class::LeftOut => "left-out",
    }
}
