//! The figure that an address asks for: by today's rule, or by that of an edition; the whole, or one group of it.

use std::sync::Arc;

use decapolis_base::Period;
use decapolis_figures::{Answer, Asked, Class, Figure, Scalar, Shape, Viewer};
use decapolis_register::journal::Heads;
use decapolis_register::records;
use decapolis_register::table::{ANY, Kind};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use super::question::{FigureAsks, Question};
use crate::editions::Kept;
use crate::editions::known::State;
use crate::page::permanent::{Part, WITHOUT, context, days};
use crate::web::context::{Reader, Site, day};

/// A figure as an address asks for it, with everything that its pages and files need to know of the question.
pub struct Sought {
    /// The figure, counted only where [`Sought::only`] says.
    figure: Arc<Figure>,
    asked: Asked,
    pub state: State,
    known: Option<String>,
    class: Class,
    viewer: Viewer,
    /// The number as an edition published it, if the address asks for that edition and its days.
    pub published: Option<Answer>,
    /// The group of a breakdown that is asked for.
    pub only: Option<Only>,
}

/// A group of a breakdown.
#[derive(Clone, Debug, PartialEq)]
pub struct Only {
    pub column: String,
    /// The value as addresses write it.
    pub value: String,
    /// Its name in the reader's language.
    pub name: String,
}

impl Sought {
    /// Reads the parameters. Refused with a hint if they name something that does not exist.
    pub async fn read(
        site: &Site,
        db: &impl ConnectionTrait,
        reader: &Reader<'_>,
        key: &str,
        asks: &FigureAsks,
    ) -> Result<Sought> {
        let given = |text: &Option<String>| text.as_deref().filter(|t| !t.is_empty()).map(day).transpose();
        let to = given(&asks.at)?.unwrap_or_else(|| site.app.settings.usual_day());
        let from = given(&asks.from)?.unwrap_or_else(|| site.app.settings.year_starts.year_to(to).from);
        if from > to {
            return Err(Error::refused("site-error-date-order"));
        }
        let state = State::read(site, db, asks.known.as_deref()).await?;
        let catalog = &site.app.figures.catalog;
        let present = catalog.figure(key).or_else(|| catalog.by_code(key));
        let (rule, published) = match &state {
            State::Edition(edition) => {
                let heads = site.app.heads(db).await?;
                let numbers = site.own::<Kept>().numbers(&site.app, db, &heads, edition).await?;
                numbers.published(key, Period { from, to }).unzip()
            }
            _ => (None, None),
        };
        let figure = match (rule, present) {
            // who may open the rows is decided by today's figure
            (Some(rule), Some(present)) => Figure { opens: present.opens, ..Figure::clone(&rule) },
            (Some(rule), None) => Figure::clone(&rule),
            (None, Some(present)) => present.clone(),
            (None, None) => {
                return Err(Error::refused_with("site-error-figure", [("text", key.into())].into()));
            }
        };
        let class = match asks.class.as_deref() {
            None | Some("" | "counted") => Class::Counted,
            Some("base") if figure.shape == Shape::Share => Class::BaseOnly,
            Some("left-out") => Class::LeftOut,
            Some(_) => return Err(Error::refused("site-error-request")),
        };
        let asked = Asked { from, to, known: state.known() };
        let mut sought = Sought {
            figure: Arc::new(figure),
            asked,
            known: state.text(),
            state,
            class,
            viewer: site.viewer(reader),
            published: published.flatten(),
            only: None,
        };
        if let Some(group) = asks.only.as_deref().filter(|t| !t.is_empty()) {
            sought.take_only(site, db, reader, group).await?;
        }
        Ok(sought)
    }

    /// Counts only one group: `region/africa`.
    async fn take_only(
        &mut self,
        site: &Site,
        db: &impl ConnectionTrait,
        reader: &Reader<'_>,
        group: &str,
    ) -> Result<()> {
        let catalog = &site.app.figures.catalog;
        let wrong = || Error::refused("site-error-breakdown");
        let Some(Part::Group(column, value)) = Part::read(group) else { return Err(wrong()) };
        let may = catalog.may_be_grouped(&self.figure, &self.asked, &column, self.viewer);
        if !self.figure.breakdowns.contains(&column) || may.is_err() {
            return Err(wrong());
        }
        let mut columns = self.figure.main().into_iter().filter_map(|p| catalog.of(p).about.column(&column));
        let found = columns.next().ok_or_else(wrong)?;
        let name = name_of(db, reader, &column, found.kind, found.holds_codes(), &value).await?;
        let scalar = match found.kind {
            _ if value == WITHOUT => None,
            Kind::Bool => Some(Scalar::Bool(value == "yes")),
            Kind::Int => Some(Scalar::Int(value.parse().map_err(|_| wrong())?)),
            _ => Some(Scalar::Text(value.clone())),
        };
        self.figure = Arc::new(self.figure.only(&column, scalar));
        self.only = Some(Only { column, value, name: name.ok_or_else(wrong)? });
        self.published = None;
        Ok(())
    }

    pub fn question(&self) -> Question<'_> {
        Question {
            figure: &self.figure,
            asked: self.asked,
            known: self.known.clone(),
            class: self.class,
            viewer: self.viewer,
            published: self.published,
        }
    }

    /// The part of the figure that is asked for, as addresses write it.
    fn part(&self) -> Part {
        match (&self.only, self.class) {
            (Some(only), _) => Part::Group(only.column.clone(), only.value.clone()),
            (None, Class::Counted) => Part::Whole,
            (None, class) => Part::Class(super::question::class_word(class).into()),
        }
    }

    /// The parameter `known` that gives this number for ever: of the present state the last entry that could have changed it.
    pub fn known_for_ever(&self, site: &Site, heads: &Heads) -> String {
        let last = || format!("j{}", heads.of(&site.app.figures.tables(&self.figure)));
        match &self.state {
            // more may be written on a day that is not over
            State::Day(day, number) if *day >= site.app.settings.today() => format!("j{number}"),
            state => state.text().unwrap_or_else(last),
        }
    }

    /// The path of the number for ever: `/n/2020/e1/M4TK`.
    pub fn path_for_ever(&self, site: &Site, heads: &Heads) -> String {
        let (from, to) = (self.asked.from, self.asked.to);
        let mut days = days(from, to);
        if let State::Edition(edition) = &self.state {
            // the years of an edition are its own, wherever the network's year begins
            if (from, to) == (edition.from, edition.until) {
                days = edition.years();
            } else if days == edition.years() {
                days = format!("{from}_{to}");
            }
        }
        format!(
            "{}/{}",
            context(&days, &self.known_for_ever(site, heads)),
            self.part().after(&self.figure.code)
        )
    }
}

/// The name of a group. `None` if there is no such group, or none that this reader may see.
async fn name_of(
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    column: &str,
    kind: Kind,
    holds_codes: bool,
    value: &str,
) -> Result<Option<String>> {
    let locale = &reader.locale;
    let record = match kind {
        _ if value == WITHOUT => return Ok(Some(without(reader, column))),
        Kind::Ref(kind) if kind != ANY => records::by_code(db, kind, value).await?,
        _ if holds_codes || matches!(kind, Kind::Ref(_)) => {
            records::by_codes(db, [value.to_string()]).await?.into_values().next()
        }
        Kind::Bool => return Ok(Some(locale.say(if value == "yes" { "choice-yes" } else { "choice-no" }))),
        Kind::Choice(values) if !values.contains(&value) => return Ok(None),
        _ => return Ok(Some(locale.maybe(&format!("choice-{value}")).unwrap_or_else(|| value.into()))),
    };
    Ok(record.and_then(|r| r.name(reader.audience, reader.lang()).map(str::to_string)))
}

/// The name of the group that has no value in this column.
pub fn without(reader: &Reader<'_>, column: &str) -> String {
    reader.locale.say(if column == "region" { "word-without-region" } else { "not-stated" })
}
