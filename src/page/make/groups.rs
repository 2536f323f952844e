//! Makes the items that break a figure down: groups, the map and the balance.

use decapolis_drawing::{Sign, WorldMap};
use decapolis_figures::{Answer, Readings};
use decapolis_register::journal::RowId;
use decapolis_register::name_order;
use decapolis_register::permissions::Audience;

use super::super::data::is_reference;
use super::super::file::{BalanceItem, GroupsItem, MapItem, StepItem, StepSign};
use super::super::marks::{MarkOpens, MemberMark};
use super::super::sheet::{Balance, Group, Groups, GroupsFace, Link, Map, Step};
use super::Maker;
use crate::page::permanent::Part;
use crate::page::readings::with_stale;
use crate::records::worded::not_public;
use crate::web::address::encoded;

impl Maker<'_> {
    pub(super) fn groups_of(&self, it: &GroupsItem) -> Option<Groups> {
        // amounts that are not public are not on a page, so their groups are not either
        let figure = self.figure(&it.figure).filter(|_| !self.data.is_withheld(&it.figure))?;
        let mut groups: Vec<Group> = if it.face == GroupsFace::Themes {
            let counted = |id: &RowId| self.data.group(&it.figure, &it.by, &id.to_string());
            self.data.themes.iter().filter_map(|id| self.record(it, *id, counted(id))).collect()
        } else {
            let all = self.data.groups(&it.figure, &it.by).iter();
            let reference = is_reference(self.app, figure, &it.by);
            all.filter_map(|group| {
                let by = group.by.as_ref()?;
                if reference {
                    return self.record(it, by.parse().ok()?, group.answer.counted);
                }
                let words = self.locale.maybe(&format!("choice-{by}")).unwrap_or_else(|| by.clone());
                Some(self.group(it, by, words, group.answer.counted))
            })
            .collect()
        };
        if it.face != GroupsFace::Themes {
            groups.sort_by_cached_key(|g| {
                (std::cmp::Reverse(g.counted), name_order::key(self.locale.language, &g.words))
            });
        }
        let read = self.data.readings(&it.figure).filter(|_| it.read.is_some());
        (!groups.is_empty()).then(|| Groups {
            key: it.figure.clone(),
            by: it.by.clone(),
            face: it.face,
            heading: self.say(&it.heading),
            words: read.and_then(|readings| self.when_read(it, readings)),
            groups,
        })
    }

    fn record(&self, it: &GroupsItem, id: RowId, counted: i64) -> Option<Group> {
        let record = self.data.labels.get(&id)?;
        match record.name(Audience::Public, self.locale.language) {
            Some(name) => Some(self.group(it, &record.code, self.named_with_its_day(it, id, name), counted)),
            None => Some(self.group(it, "", not_public(&record.kind, &self.locale), counted)),
        }
    }

    /// The line over the groups: when all were read. Of readings of several days the number itself says it, if the page shows it.
    fn when_read(&self, it: &GroupsItem, readings: &Readings) -> Option<String> {
        match with_stale(readings, &self.locale) {
            Some(days) => (!self.file.shows(&it.figure)).then_some(days),
            None => {
                let words = it.read.as_ref()?;
                Some(self.with(words, &[("day", self.day(readings.newest()).into())].into()))
            }
        }
    }

    /// The name of what was read, with the day of its reading if that is stale.
    fn named_with_its_day(&self, it: &GroupsItem, id: RowId, name: &str) -> String {
        let reading = self.data.readings(&it.figure).filter(|_| it.read.is_some()).and_then(|all| all.of(id));
        match reading.filter(|reading| reading.stale) {
            Some(stale) => {
                let args = [("name", name.into()), ("day", self.locale.numerals.short_day(stale.day).into())];
                self.with("page-reading-of", &args.into())
            }
            None => name.to_string(),
        }
    }

    fn group(&self, it: &GroupsItem, is: &str, words: String, counted: i64) -> Group {
        let href = if it.members {
            self.to(&format!("/members?at={}&region={is}", self.data.asked.to))
        } else {
            self.figure_address(&it.figure, &format!("&only={}/{}#rows", it.by, encoded(is)))
        };
        let href =
            if is.is_empty() { self.figure_address(&it.figure, &format!("&by={}", it.by)) } else { href };
        let part = Part::Group(it.by.clone(), is.to_string());
        let figure = self.figure(&it.figure).filter(|_| !is.is_empty());
        let code = figure.map(|figure| part.after(&figure.code)).unwrap_or_default();
        let shown = match counted {
            0 if !self.data.answer(&it.figure).recorded => self.say("page-no-data.sign"),
            counted => self.data.answer(&it.figure).written(counted, &self.locale),
        };
        Group { is: is.to_string(), words, shown, counted, code, href }
    }

    /// The map of the members. Its marks are links, in the order of their words.
    pub(super) fn map(&self, it: &MapItem) -> Option<Map> {
        let link = |mark: &MemberMark| {
            let count = || {
                let members = i64::from(mark.place.members);
                let noun = self.with(&format!("figure-{}", it.figure), &[("n", members.into())].into());
                let shown = self.locale.number(members);
                self.with("page-counted-noun", &[("shown", shown.into()), ("noun", noun.into())].into())
            };
            match mark.opens {
                MarkOpens::Record(id) => {
                    let record = self.data.labels.get(&id)?;
                    let name = record.name(Audience::Public, self.locale.language)?;
                    let words = if mark.place.members > 1 {
                        self.locale.named(name, &count())
                    } else {
                        name.to_string()
                    };
                    Some(Link::new(words, self.to(&format!("/{}/{}", record.kind, record.code))))
                }
                MarkOpens::Members(square) => {
                    let at = self.data.asked.to;
                    Some(Link::new(count(), self.to(&format!("/members?at={at}&within={square}"))))
                }
            }
        };
        let mut marks: Vec<(&MemberMark, Link)> =
            self.data.marks.iter().filter_map(|mark| Some((mark, link(mark)?))).collect();
        marks.sort_by_cached_key(|(_, link)| name_order::key(self.locale.language, &link.words));
        (!marks.is_empty()).then(|| Map {
            key: it.figure.clone(),
            list: it.list.as_ref().map(|words| {
                Link::new(self.say(words), self.to(&format!("/members?at={}", self.data.asked.to)))
            }),
            // a ring is explained if there is one
            words: it
                .words
                .as_ref()
                .filter(|_| marks.iter().any(|(mark, _)| mark.place.members > 1))
                .map(|words| self.say(words)),
            map: WorldMap {
                title: self.count(&it.title, "n", self.data.answer(&it.figure).counted),
                land: String::new(),
                places: marks.iter().map(|(mark, _)| mark.place.clone()).collect(),
            },
            links: marks.into_iter().map(|(_, link)| link).collect(),
        })
    }

    /// The steps from the number on the eve to the number now. `None` if either is 0.
    pub(super) fn balance(&self, it: &BalanceItem) -> Option<Balance> {
        let figure = self.figure(&it.figure)?;
        let (before, now) = (self.data.before(&it.figure), self.data.answer(&it.figure));
        if before.counted == 0 || now.counted == 0 {
            return None;
        }
        let on = |answer: Answer, sign: &str, day: decapolis_base::Day| Step {
            key: figure.key.clone(),
            shown: format!("{sign}{}", answer.counted_in(&self.locale)),
            counted: answer.counted,
            words: self.with(&it.on, &[("day", self.locale.numerals.short_day(day).into())].into()),
            code: if day == self.data.asked.to {
                figure.code.clone()
            } else {
                let period = self.app.settings.year_starts.year_to(day);
                Part::On(period.from, period.to).after(&figure.code)
            },
            href: self.to(&format!("/figures/{}?at={day}", figure.key)),
            at: day.to_string(),
            signs: vec![Sign::OnTheDay],
            adds: Some(answer.counted),
        };
        let mut steps = vec![on(before, "", self.data.eve)];
        for item in &it.steps {
            let n = self.data.answer(&item.figure).counted;
            if n != 0 || !item.optional {
                steps.extend(self.step(item, n));
            }
        }
        steps.push(on(now, "=\u{202f}", self.data.asked.to));
        let years = self.years();
        Some(Balance { heading: self.with(&it.heading, &[("year", years.into())].into()), steps })
    }

    /// A line of the balance. It links to its rows.
    fn step(&self, it: &StepItem, n: i64) -> Option<Step> {
        let figure = self.figure(&it.figure)?;
        let sign = if it.sign == StepSign::Plus { "+" } else { "−" };
        Some(Step {
            key: figure.key.clone(),
            shown: format!("{sign}\u{202f}{}", self.data.answer(&it.figure).written(n, &self.locale)),
            counted: n,
            words: self.count(&it.words, "n", n),
            code: figure.code.clone(),
            href: self.figure_address(&it.figure, ""),
            at: self.data.asked.to.to_string(),
            signs: vec![Sign::DuringTheYear],
            adds: Some(if it.sign == StepSign::Plus { n } else { -n }),
        })
    }
}
