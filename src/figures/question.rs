//! The rows of a figure and how they are shown to a reader, for its page and its files.

use decapolis_figures::{
    Access, AnswerShown, Asked, Class, Figure, Gated, Group, GroupShown, Part, Reason, Shape, Viewer, Worded,
};
use decapolis_register::journal::Heads;
use decapolis_register::records::{self, Record};
use decapolis_register::table::Kind;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use crate::editions::known::known_at;
use crate::page::data::is_reference;
use crate::records::worded::not_public;
use crate::web::context::{Reader, Site, day};
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
        /// A day or an edition (`2020-e1`): the register as known then.
        known,
        /// The column of the breakdown.
        by,
        /// Which rows: `counted`, `base` or `left-out`.
        class,
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
}

/// The number of a figure as this reader may see it.
pub async fn answer_for(
    site: &Site,
    db: &impl ConnectionTrait,
    heads: &Heads,
    figure: &Figure,
    asked: &Asked,
    viewer: Viewer,
) -> Result<Gated<AnswerShown>> {
    let figures = &site.app.figures;
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
    /// Reads the parameters. Refused with a hint if they name something that does not exist.
    pub async fn read(
        site: &'a Site,
        db: &impl ConnectionTrait,
        reader: &Reader<'_>,
        key: &str,
        asks: &FigureAsks,
    ) -> Result<Question<'a>> {
        let figure =
            site.app
                .figures
                .catalog
                .figure(key)
                .or_else(|| site.app.figures.catalog.by_code(key))
                .ok_or_else(|| Error::refused_with("site-error-figure", [("text", key.into())].into()))?;
        let given = |text: &Option<String>| text.as_deref().filter(|t| !t.is_empty()).map(day).transpose();
        let to = given(&asks.at)?.unwrap_or_else(|| site.app.settings.usual_day());
        let from = given(&asks.from)?.unwrap_or_else(|| site.app.settings.year_starts.year_to(to).from);
        if from > to {
            return Err(Error::refused("site-error-date-order"));
        }
        let known = known_at(site, db, asks.known.as_deref()).await?;
        let class = match asks.class.as_deref() {
            None | Some("" | "counted") => Class::Counted,
            Some("base") if figure.shape == Shape::Share => Class::BaseOnly,
            Some("left-out") => Class::LeftOut,
            Some(_) => return Err(Error::refused("site-error-request")),
        };
        let known_as = asks.known.clone().filter(|k| !k.is_empty());
        Ok(Question {
            figure,
            asked: Asked { from, to, known },
            known: known_as,
            class,
            viewer: site.viewer(reader),
        })
    }

    /// The reason why nothing is shown. `None` if something is.
    pub fn withheld(&self, site: &Site) -> Option<Reason> {
        site.app.figures.catalog.may_be_asked(self.figure, &self.asked, self.viewer).err()
    }

    /// How this reader may see the rows.
    pub fn access(&self, site: &Site) -> Access {
        site.app.figures.catalog.access(self.figure, self.class, self.viewer.audience)
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
    question: &Question<'_>,
) -> Result<(String, Gated<Vec<GroupShown>>)> {
    let heads = site.app.heads(db).await?;
    let (figure, asked, viewer, catalog) =
        (question.figure, &question.asked, question.viewer, &site.app.figures.catalog);
    match figure.breakdowns.iter().find(|by| catalog.may_be_grouped(figure, asked, by, viewer).is_ok()) {
        Some(column) => Ok((column.clone(), groups_for(site, db, &heads, question, column).await?)),
        None => {
            let answer = site.app.figures.number(db, &heads, figure, asked).await?;
            let whole = vec![Group { by: None, answer }];
            Ok((String::new(), catalog.groups_for(figure, asked, "", whole, viewer)))
        }
    }
}

/// Groups with their names in the reader's language.
pub async fn named(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    question: &Question<'_>,
    column: &str,
    groups: Vec<GroupShown>,
) -> Result<Vec<(String, GroupShown)>> {
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
    let name_of = |r: &Record| {
        r.name(reader.audience, reader.lang())
            .map_or_else(|| not_public(&r.kind, &reader.locale), str::to_string)
    };
    Ok(groups
        .into_iter()
        .map(|group| {
            let name = match (&group.by, kind) {
                (None, _) => {
                    reader.locale.say(if column == "region" { "word-without-region" } else { "not-stated" })
                }
                (Some(id), Some(Kind::Ref(_))) => {
                    id.parse().ok().and_then(|id: i64| labels.get(&id)).map_or_else(|| id.clone(), name_of)
                }
                (Some(code), _) if holds_codes => {
                    coded.get(code).map_or_else(|| reader.locale.say("record-not-public"), name_of)
                }
                // SQLite returns true as 1
                (Some(value), Some(Kind::Bool)) => reader.locale.say(if value == "1" || value == "true" {
                    "choice-yes"
                } else {
                    "choice-no"
                }),
                (Some(value), _) => {
                    reader.locale.maybe(&format!("choice-{value}")).unwrap_or_else(|| value.clone())
                }
            };
            (name, group)
        })
        .collect())
}

/// The number of rows by reason, for rows that are left out.
pub async fn reasons(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    question: &Question<'_>,
) -> Result<Vec<(String, i64)>> {
    if let Some(reason) = question.withheld(site) {
        return Ok(vec![(reader.locale.say(reason.key()), 0)]);
    }
    let heads = site.app.heads(db).await?;
    let tally = site.app.figures.tally(db, &heads, question.figure, &question.asked).await?;
    Ok(match question.class {
        Class::LeftOut => tally
            .reasons
            .iter()
            .map(|(reason, rows)| (crate::figures::evidence::reason(reason, &reader.locale), *rows))
            .collect(),
        Class::BaseOnly => vec![(
            reader.locale.say("class-base"),
            tally.base_rows - counted_in_base(site, db, &heads, question).await?,
        )],
        Class::Counted => vec![(reader.locale.say("class-counted"), tally.counted_rows)],
    })
}

/// The number of rows of the class asked for.
pub async fn counts(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    question: &Question<'_>,
) -> Result<i64> {
    Ok(reasons(site, db, reader, question).await?.iter().map(|(_, rows)| rows).sum())
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
    Ok(if matches!(question.figure.measure, decapolis_figures::Measure::Sum(_)) {
        tally.counted_rows
    } else {
        answer.counted
    })
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
