//! The gate between the counts and their reader: which numbers, groups, rows and columns of a figure an
//! audience may see.
//!
//! Only this module decides it, and its results carry the decision: a [`Gated`] value cannot be written
//! without saying what to write where it is withheld, and an [`AnswerShown`] of which only the share is
//! public no longer holds amounts.

use decapolis_base::{Day, YearStart};
use decapolis_register::permissions::Audience;
use decapolis_register::table::Kind;

use super::answer::Answer;
use super::catalog::Catalog;
use super::classify::Class;
use super::figure::{Access, Figure, Measure, On, Opening, Part, Shape, Test};
use super::listing::{About, Asked, ListingColumn};
use super::number::Group;

/// Why something is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The amounts that are summed are not for this audience; a share of them is.
    Amounts,
    /// The rule tests what is private about people: for a few days it would single them out.
    People,
    /// A rule that is tried uses a private column in a way no figure of the network does.
    Column,
    /// One group of a private column is asked for: of it only the number is told.
    Group,
}

impl Reason {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Reason::Amounts => "withheld-amounts",
            Reason::People => "withheld-people",
            Reason::Column => "withheld-column",
            Reason::Group => "withheld-group",
        }
    }
}

/// Something made for an audience: shown, or withheld with the reason.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gated<T> {
    Shown(T),
    Withheld(Reason),
}

impl<T> Gated<T> {
    pub fn shown(self) -> Option<T> {
        match self {
            Gated::Shown(value) => Some(value),
            Gated::Withheld(_) => None,
        }
    }

    pub fn withheld(&self) -> Option<Reason> {
        match self {
            Gated::Shown(_) => None,
            Gated::Withheld(reason) => Some(*reason),
        }
    }

    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Gated<U> {
        match self {
            Gated::Shown(value) => Gated::Shown(make(value)),
            Gated::Withheld(reason) => Gated::Withheld(reason),
        }
    }
}

/// Who reads, and on which day of the network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewer {
    pub audience: Audience,
    pub today: Day,
    /// How the years of the network begin.
    pub years: YearStart,
}

/// The number of parts of the base of a share when the amounts are withheld.
const PARTS: i64 = 1_000_000_000_000;

/// An answer as an audience gets it.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct AnswerShown {
    answer: Answer,
    only_share: bool,
}

impl AnswerShown {
    /// What is written where nothing is shown.
    pub const NOTHING: AnswerShown = AnswerShown { answer: Answer::NOTHING, only_share: true };

    /// What makes the number. Of a share whose amounts are withheld these are parts of a million million: the share can be computed,
    /// the amounts cannot.
    pub fn answer(self) -> Answer {
        self.answer
    }

    /// The count and its base; `None` if only the share is shown.
    pub fn whole(self) -> Option<Answer> {
        (!self.only_share).then_some(self.answer)
    }

    pub fn is_only_share(self) -> bool {
        self.only_share
    }
}

/// The parts of a base that an amount is.
fn parts_of(amount: i64, base: i64) -> i64 {
    if base == 0 { 0 } else { (i128::from(amount) * i128::from(PARTS) / i128::from(base)) as i64 }
}

impl About {
    /// The columns that this audience sees beside a row.
    pub fn shown_to(&self, audience: Audience) -> impl Iterator<Item = &'static ListingColumn> {
        self.columns.iter().filter(move |c| c.shown && c.is_open_to(audience))
    }
}

impl Catalog {
    /// The number of a figure for this audience.
    pub fn answer_for(
        &self,
        figure: &Figure,
        asked: &Asked,
        answer: Answer,
        viewer: Viewer,
    ) -> Gated<AnswerShown> {
        if let Err(reason) = self.may_be_asked(figure, asked, viewer) {
            return Gated::Withheld(reason);
        }
        match (self.sums_are_open(figure, viewer.audience), figure.shape) {
            (true, _) => Gated::Shown(AnswerShown { answer, only_share: false }),
            (false, Shape::Total) => Gated::Withheld(Reason::Amounts),
            // nothing is a part of such a base, and what is shown of it would be amounts
            (false, Shape::Share) if answer.is_impossible(figure) => {
                Gated::Shown(AnswerShown { answer: Answer::NOTHING, only_share: true })
            }
            (false, Shape::Share) => {
                let parts = |measure| parts_of(measure, answer.base);
                let shares = Answer {
                    counted: parts(answer.counted),
                    base: parts(answer.base),
                    unknown: parts(answer.unknown),
                    money: None,
                    ..answer
                };
                Gated::Shown(AnswerShown { answer: shares, only_share: true })
            }
        }
    }

    /// A breakdown of a figure for this audience. Where only shares are shown, each group is the part that it has in its own base, and
    /// the second answer the part that it has in the base of all groups: those add up to the number.
    pub fn groups_for(
        &self,
        figure: &Figure,
        asked: &Asked,
        by: &str,
        groups: Vec<Group>,
        viewer: Viewer,
    ) -> Gated<Vec<GroupShown>> {
        if let Err(reason) = self.may_be_grouped(figure, asked, by, viewer) {
            return Gated::Withheld(reason);
        }
        let whole: i64 = groups.iter().map(|g| g.answer.base).sum();
        // refunds make groups that are no parts of the whole: then what each adds to it would tell amounts
        let are_parts = whole > 0 && groups.iter().all(|g| (0..=g.answer.base).contains(&g.answer.counted));
        let of_all = |answer: Answer| match are_parts {
            true => Answer::of(parts_of(answer.counted, whole), PARTS),
            false => Answer::NOTHING,
        };
        let mut shown = vec![];
        for Group { by, answer } in groups {
            match self.answer_for(figure, asked, answer, viewer) {
                Gated::Shown(of_itself) => {
                    shown.push(GroupShown { by, answer: of_itself, of_all: of_all(answer) })
                }
                Gated::Withheld(reason) => return Gated::Withheld(reason),
            }
        }
        Gated::Shown(shown)
    }

    /// How the rows of a class open to this audience. A figure that does not say so lists neither people nor amounts.
    pub fn access(&self, figure: &Figure, class: Class, audience: Audience) -> Access {
        let opening = self.opening(figure, audience);
        let opened = match class {
            Class::Counted => opening.counted,
            Class::BaseOnly => opening.base,
            Class::LeftOut => opening.left_out,
        };
        // a list would say who has the value
        if self.counts_a_private_group(figure, audience) { opened.max(Access::Number) } else { opened }
    }

    /// Whether a figure counts one group of a column that this audience may not read.
    fn counts_a_private_group(&self, figure: &Figure, audience: Audience) -> bool {
        figure
            .group
            .as_ref()
            .is_some_and(|group| self.private(figure, &group.column, audience).next().is_some())
    }

    /// The columns with this name that make the number and that this audience may not read.
    fn private(
        &self,
        figure: &Figure,
        column: &str,
        audience: Audience,
    ) -> impl Iterator<Item = &'static ListingColumn> {
        let columns: Vec<_> =
            figure.main().into_iter().filter_map(|part| self.of(part).about.column(column)).collect();
        columns.into_iter().filter(move |column| !column.is_open_to(audience))
    }

    /// Whether this audience may read how many rows are counted, are in the base or are left out, and why. Of one group of a private
    /// column that would break the number down further.
    pub fn may_be_tallied(&self, figure: &Figure, asked: &Asked, viewer: Viewer) -> Result<(), Reason> {
        self.may_be_asked(figure, asked, viewer)?;
        if self.counts_a_private_group(figure, viewer.audience) { Err(Reason::Group) } else { Ok(()) }
    }

    fn opening(&self, figure: &Figure, audience: Audience) -> Opening {
        if audience == Audience::Office {
            return Opening { counted: Access::List, base: Access::List, left_out: Access::List };
        }
        if let Some(said) = figure.opens.to(audience) {
            return said;
        }
        let grouped = |base| Opening { counted: Access::Grouped, base, left_out: Access::Number };
        if self.sums_money(figure) || !self.sums_are_open(figure, audience) {
            grouped(Access::Grouped)
        } else if self.lists_people(figure) {
            grouped(Access::Number)
        } else {
            // nobody is shown as inactive
            Opening { counted: Access::List, base: Access::Number, left_out: Access::Number }
        }
    }

    /// Whether this figure can be asked over these days. What is private about people is counted for whole years, as pages do it: the
    /// number of a day with one event would tell it of whoever came.
    pub fn may_be_asked(&self, figure: &Figure, asked: &Asked, viewer: Viewer) -> Result<(), Reason> {
        let tests_people = figure.counted.iter().chain(&figure.base).any(|part| {
            let about = &self.of(part).about;
            let used =
                part.of.iter().chain(&part.keep).map(|test| test.column.as_str()).chain([part.on.name()]);
            used.filter_map(|name| about.column(name)).any(|c| c.personal && !c.is_open_to(viewer.audience))
        });
        if tests_people { whole_years(asked, viewer) } else { Ok(()) }
    }

    /// Whether this figure can be broken down by this column over these days. A private column makes groups only where the figure says
    /// so, and nothing is said of such a group but its number: one group of a column is broken down by another only where both are open.
    pub fn may_be_grouped(
        &self,
        figure: &Figure,
        asked: &Asked,
        by: &str,
        viewer: Viewer,
    ) -> Result<(), Reason> {
        self.may_be_asked(figure, asked, viewer)?;
        let private: Vec<_> = self.private(figure, by, viewer.audience).collect();
        let of_another = figure.group.as_ref().is_some_and(|group| group.column != by);
        if of_another && (!private.is_empty() || self.counts_a_private_group(figure, viewer.audience)) {
            return Err(Reason::Group);
        }
        if !private.is_empty() && !figure.breakdowns.iter().any(|b| b == by) {
            return Err(Reason::Column);
        }
        if private.iter().any(|c| c.personal) { whole_years(asked, viewer) } else { Ok(()) }
    }

    /// Whether this column of the values that a figure adds up may be told beside the number: of which years they are. It is told of all
    /// of them together, so the figure need not offer it as a breakdown.
    pub fn may_be_told_beside(
        &self,
        figure: &Figure,
        asked: &Asked,
        column: &str,
        viewer: Viewer,
    ) -> Result<(), Reason> {
        self.may_be_tallied(figure, asked, viewer)?;
        if !self.sums_are_open(figure, viewer.audience) {
            return Err(Reason::Amounts);
        }
        match self.private(figure, column, viewer.audience).next() {
            Some(_) => Err(Reason::Column),
            None => Ok(()),
        }
    }

    /// Whether the studio may answer a rule: it is a figure of the network, unchanged, or it uses private columns only in conditions that
    /// figures of the network have too.
    pub fn may_be_tried(
        &self,
        tried: &Figure,
        from: Option<&Figure>,
        audience: Audience,
    ) -> Result<(), Reason> {
        if from.is_some_and(|from| {
            from.counts_as(tried) && tried.breakdowns.iter().all(|by| from.breakdowns.contains(by))
        }) {
            return Ok(());
        }
        let adopted = |part: &Part, test: &Test| {
            let parts = self
                .figures()
                .iter()
                .flat_map(|f| f.counted.iter().chain(&f.base))
                .filter(|p| p.listing == part.listing);
            parts.flat_map(|p| p.of.iter().chain(&p.keep)).any(|t| t.column == test.column && t.is == test.is)
        };
        for part in tried.counted.iter().chain(&tried.base) {
            let about = &self.of(part).about;
            let private = |name: &str| about.column(name).filter(|c| !c.is_open_to(audience));
            let tests = part.of.iter().chain(&part.keep);
            let tested = tests.filter_map(|test| Some((test, private(&test.column)?)));
            if tested.into_iter().any(|(test, column)| column.personal || !adopted(part, test)) {
                return Err(Reason::Column);
            }
            if let On::Column(name) = &part.on
                && private(name).is_some()
            {
                return Err(Reason::Column);
            }
            if tried.breakdowns.iter().any(|by| private(by).is_some()) {
                return Err(Reason::Column);
            }
        }
        Ok(())
    }

    /// Whether this audience may read what a figure sums.
    pub fn sums_are_open(&self, figure: &Figure, audience: Audience) -> bool {
        let Measure::Sum(column) = &figure.measure else { return true };
        figure
            .main()
            .iter()
            .filter_map(|part| self.of(part).about.column(column))
            .all(|c| c.is_open_to(audience))
    }

    fn sums_money(&self, figure: &Figure) -> bool {
        self.money(figure).is_some()
    }

    /// Whether its rows are people.
    fn lists_people(&self, figure: &Figure) -> bool {
        let of_people = || {
            let abouts = figure.counted.iter().chain(&figure.base).map(|part| &self.of(part).about);
            abouts.flat_map(|about| about.columns).any(|c| c.shown && c.kind == Kind::Ref("person"))
        };
        figure.unit == "person" || (figure.unit == "row" && of_people())
    }
}

/// From the first day of a year of the network to the last day of one, or to today.
fn whole_years(asked: &Asked, viewer: Viewer) -> Result<(), Reason> {
    let years = viewer.years;
    let begins = asked.from == years.first_day(years.year_of(asked.from));
    let ends = asked.to == years.last_day(years.year_of(asked.to)) || asked.to == viewer.today;
    if begins && ends { Ok(()) } else { Err(Reason::People) }
}

/// One group of a breakdown as an audience gets it.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupShown {
    /// The value as text; the id where the column refers to a record.
    pub by: Option<String>,
    pub answer: AnswerShown,
    /// What the group adds to the number of all, in parts of the base of all.
    pub of_all: Answer,
}
