//! Recounts the numbers of an edition today by their own rules, so that its page can mark what was corrected.

use std::sync::Arc;

use decapolis_base::Period;
use decapolis_figures::{Answer, Asked, Catalog, Figure, Gated, Measure, Viewer, Worded, number};
use decapolis_register::journal::{Heads, JournalNo};
use decapolis_register::known::Known;
use decapolis_register::table::Table;
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::{Edition, Way, store};
use crate::app::App;

/// The numbers of an edition that this program can recount.
#[derive(Clone, Default)]
pub struct Numbers {
    /// The numbers, in page order.
    pub all: Vec<Numbered>,
    /// Figures whose rule has changed. These are not corrections, because the edition's own rule still gives its number.
    pub rules: Vec<RuleChanged>,
}

/// A number of an edition with its own rule.
#[derive(Clone)]
pub struct Numbered {
    pub ordinal: i64,
    /// The figure as stored in the edition.
    pub figure: Arc<Figure>,
    pub period: Period,
    /// The counts that the edition keeps of its number. What was known beside them is not kept: see [`Numbered::as_published`].
    pub kept: Answer,
    /// The tables it is counted from. It cannot change while none of them is written.
    pub tables: Vec<&'static Table>,
}

/// A number of an edition as published and today.
#[derive(Clone, Debug)]
pub struct Recounted {
    pub ordinal: i64,
    /// The figure as stored in the edition.
    pub figure: Arc<Figure>,
    pub period: Period,
    pub old: Answer,
    pub new: Answer,
    /// The last journal entry that changed a table of this number.
    pub head: JournalNo,
}

/// A figure whose rule has changed since the edition.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleChanged {
    pub figure: String,
    pub old: i64,
    /// `None` if the figure no longer exists.
    pub new: Option<i64>,
}

/// The stored rule of a number. Errors: one sentence, if this program cannot evaluate the rule.
pub(super) fn read_rule(
    catalog: &Catalog,
    number: &store::StoredNumber,
) -> std::result::Result<Figure, String> {
    let figure: Figure = serde_json::from_str(&number.rule).map_err(|e| e.to_string())?;
    catalog.check(&figure)?;
    Ok(figure)
}

impl Numbers {
    /// Reads the numbers of an edition. An edition as printed has none that can be recounted.
    pub async fn read(app: &App, db: &impl ConnectionTrait, edition: &Edition) -> Result<Numbers> {
        let mut numbers = Numbers::default();
        if edition.way == Way::AsPrinted {
            return Ok(numbers);
        }
        let catalog = &app.figures.catalog;
        for number in store::numbers(db, edition).await? {
            let rule = read_rule(catalog, &number);
            let present = catalog.figure(&number.figure);
            if present.is_none_or(|present| !rule.as_ref().is_ok_and(|rule| rule.is_the_rule(present)))
                && !numbers.rules.iter().any(|r| r.figure == number.figure)
            {
                let new = present.map(|f| i64::from(f.version));
                numbers.rules.push(RuleChanged { figure: number.figure.clone(), old: number.version, new });
            }
            let Ok(figure) = rule else { continue };
            numbers.all.push(Numbered {
                ordinal: number.ordinal,
                tables: app.figures.tables(&figure),
                figure: Arc::new(figure),
                period: Period { from: number.from, to: number.until },
                kept: number.counts,
            });
        }
        Ok(numbers)
    }

    /// The rule by which the edition counted a figure, by key or code, and the number it published for this period. `None` if the
    /// edition has no such figure, or its rule cannot be read any more.
    pub fn published(&self, figure: &str, period: Period) -> Option<(Arc<Figure>, Option<Answer>)> {
        let of_figure = || {
            let is = |of: &&Numbered| of.figure.key == figure || of.figure.code.eq_ignore_ascii_case(figure);
            self.all.iter().filter(is)
        };
        match of_figure().rfind(|number| number.period == period) {
            Some(number) => Some((number.figure.clone(), Some(number.kept))),
            None => of_figure().next().map(|number| (number.figure.clone(), None)),
        }
    }
}

impl Numbered {
    /// The number as published, with what was known beside its counts: whether a zero was one, and how much was unknown. Where that does
    /// not follow from the counts, it is counted as known then, once.
    async fn as_published(
        &self,
        app: &App,
        db: &impl ConnectionTrait,
        heads: &Heads,
        edition: &Edition,
    ) -> Result<Answer> {
        let (figures, figure) = (&app.figures, &*self.figure);
        if self.kept.counted != 0 && figure.stated.is_none() && figure.whole.is_none() {
            return Ok(self.kept.in_money(figures.catalog.money(figure)));
        }
        let asked = Asked::period(self.period, Known::At(edition.known));
        Ok(self.kept.with_what_is_known(figures.number(db, heads, figure, &asked).await?))
    }

    /// Counts this number in `db`. If none of its tables was written since the edition, the published number is returned without a query.
    ///
    /// If the figure's rule is unchanged, the answer comes from the cache that the live page uses.
    pub async fn count(
        &self,
        app: &App,
        db: &impl ConnectionTrait,
        heads: &Heads,
        edition: &Edition,
    ) -> Result<Recounted> {
        let head = heads.of(&self.tables);
        let asked = Asked::period(self.period, Known::Now);
        let old = self.as_published(app, db, heads, edition).await?;
        let new = if head <= edition.known {
            old
        } else if app.figures.catalog.figure(&self.figure.key) == Some(&*self.figure) {
            app.figures.number(db, heads, &self.figure, &asked).await?
        } else {
            number(db, &self.figure, &asked, &app.figures.catalog).await?
        };
        Ok(Recounted {
            ordinal: self.ordinal,
            figure: self.figure.clone(),
            period: self.period,
            old,
            new,
            head,
        })
    }
}

impl Recounted {
    /// Whether the number differs, and not only its rows.
    pub fn differs(&self) -> bool {
        self.old != self.new
    }

    /// The short text at the number: old and new number, or only the new one if there was none.
    pub fn short(&self, wording: &Wording<'_>) -> String {
        let (old, new) = self.worded(wording);
        if let Some(shown) = self.both_shown_as(wording) {
            let args = [("old", old.into()), ("new", new.into()), ("shown", shown.into())];
            return wording.locale.with("correction-same-shown", &args.into());
        }
        match self.old.value(&self.figure) {
            Some(_) => {
                wording.locale.with("correction-short", &[("old", old.into()), ("new", new.into())].into())
            }
            None => wording.locale.with("correction-completed", &[("new", new.into())].into()),
        }
    }

    /// What the published number and today's are both printed as, if rounding hides the difference. `None` for sums of money that are
    /// withheld, and for counts without a base, whose "141" is exact.
    fn both_shown_as(&self, wording: &Wording<'_>) -> Option<String> {
        let shown = |answer| wording.of(&self.figure, self.period, answer).shown();
        let same = shown(self.old).filter(|old| self.differs() && shown(self.new).as_ref() == Some(old));
        same.filter(|_| self.figure.measure == Measure::Units)
    }

    /// The published number and today's number as this reader may see them. If both read the same because of rounding,
    /// the counts are given instead.
    pub fn worded(&self, wording: &Wording<'_>) -> (String, String) {
        let (old, new) = (
            wording.of(&self.figure, self.period, self.old),
            wording.of(&self.figure, self.period, self.new),
        );
        // rounding hides the difference: counts are shown, but a sum of money stays withheld
        let told = matches!((&old, &new, &self.figure.measure), (Gated::Shown(old), Gated::Shown(new), Measure::Units) if old == new);
        let plain = |answer: Answer| match self.figure.base {
            Some(_) => answer.fraction(wording.locale),
            None => answer.counted_in(wording.locale),
        };
        if told { (plain(self.old), plain(self.new)) } else { (wording.said(old), wording.said(new)) }
    }
}

/// Words the numbers of an edition for a reader. Numbers that the privacy gate withholds from this reader are not shown.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub catalog: &'a Catalog,
    pub viewer: Viewer,
    pub locale: &'a Locale<'a>,
}

impl Wording<'_> {
    /// The text of a figure's answer over a period, with its unit.
    pub fn of(&self, figure: &Figure, period: Period, answer: Answer) -> Gated<String> {
        // what an edition keeps is measures: their currency is that of the rule
        let answer = answer.in_money(self.catalog.money(figure));
        let shown = self.catalog.answer_for(figure, &Asked::period(period, Known::Now), answer, self.viewer);
        shown.map(|shown| Worded::of(figure, shown.answer(), self.locale).whole())
    }

    /// The text, or the text for a withheld number.
    pub fn said(&self, worded: Gated<String>) -> String {
        worded.shown().unwrap_or_else(|| self.locale.say("withheld-short"))
    }
}
