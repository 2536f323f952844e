//! What a reader must know of the question itself: the number was corrected since, the day is still to come.

use decapolis_figures::{AnswerShown, Asked, Gated, Measure, Shape};
use decapolis_register::known::Known;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::figure_address::FigureAddress;
use super::page::View;
use crate::editions::known::State;
use crate::figures::question::{answer_to, worded};
use crate::page::data::last_written;
use crate::web::components::Link;

impl View<'_> {
    pub(super) async fn notices(&self, db: &impl ConnectionTrait) -> Result<Vec<Link>> {
        let mut notices = vec![];
        let (asked, today) = (&self.question.asked, self.site.app.settings.today());
        let known = self.sought.state.day().unwrap_or(today);
        let day = |day| [("day", self.day(day).into())];
        if asked.to > today {
            notices.push(Link::new(self.with("site-to-come", &day(today).into()), ""));
        } else if asked.to > known {
            notices.push(Link::new(self.with("site-not-over", &day(known).into()), ""));
        }
        if self.sought.state == State::Now
            && let Some(last) = last_written(self.heads, asked.to.min(today))
        {
            notices.push(Link::new(self.with("site-last-written", &day(last).into()), ""));
        }
        if let Some(only) = &self.sought.only {
            let whole = FigureAddress { only: None, ..self.addressed() }.path(&[]);
            notices.push(Link::new(
                self.with("site-only", &[("name", only.name.clone().into())].into()),
                self.reader.to(&whole),
            ));
        }
        notices.extend(self.corrected_since(db).await?);
        Ok(notices)
    }

    /// Links from a number as it was known to the one of today; of an edition also to the corrections, if the number differs.
    async fn corrected_since(&self, db: &impl ConnectionTrait) -> Result<Vec<Link>> {
        if self.sought.state == State::Now {
            return Ok(vec![]);
        }
        let figure = self.question.figure;
        let then = answer_to(&self.site.app, db, self.heads, self.question).await?;
        let asked = Asked { known: Known::Now, ..self.question.asked };
        let now = self.number(db, &asked).await?;
        let today = FigureAddress { known: None, ..self.addressed() };
        let today = self.reader.to(&today.path(&[]));
        let (Gated::Shown(then), Gated::Shown(now)) = (then, now) else { return Ok(vec![]) };
        if then == now {
            return Ok(vec![Link::new(self.say("site-known-now"), today)]);
        }
        let words = |answer| worded(self.reader, figure, Gated::Shown(answer)).whole();
        let (old, new) = (words(then), words(now));
        let change = if old == new && figure.measure == Measure::Units {
            // rounding hides the difference
            let plain = |answer: AnswerShown| match figure.shape {
                Shape::Share => answer.answer().fraction(&self.reader.locale),
                Shape::Total => answer.answer().counted_in(&self.reader.locale),
            };
            let args = [("old", plain(then).into()), ("new", plain(now).into()), ("shown", old.into())];
            self.with("correction-same-shown", &args.into())
        } else {
            self.with("correction-short", &[("old", old.into()), ("new", new.into())].into())
        };
        let mut links = vec![Link::new(change, today)];
        if let State::Edition(edition) = &self.sought.state {
            let list = self.reader.to(&format!("/{}/editions#e{}", edition.years(), edition.number));
            links.push(Link::new(self.say("editions-title"), list));
        }
        Ok(links)
    }
}
