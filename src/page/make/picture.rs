//! Makes the drawings beside numbers.

use decapolis_base::Day;
use decapolis_drawing::{
    Bar, Cells, Dots, Drawing, Fill, Part, People, Point, Points, Rings, Seats, Spines, Strip,
};
use decapolis_figures::Answer;
use decapolis_words::message::Args;

use super::super::file::{BarPart, NumberItem, Picture, SharePart};
use super::Maker;

impl Maker<'_> {
    /// The drawings of a number: none if there is nothing to draw, several if there is one for each meeting.
    pub(super) fn pictures(&self, it: &NumberItem, answer: Answer) -> Vec<Drawing> {
        let Some(picture) = &it.picture else { return vec![] };
        let one = match picture {
            Picture::Strip { in_a_row, base } => self.strip(it, answer, *in_a_row, base.as_deref()),
            Picture::Bar { title, by, parts } => self.bar(title, &it.figure, by, parts),
            Picture::Shares { title, parts, rest, unknown } => {
                self.shares(title, answer, parts, rest.as_deref(), unknown.as_deref())
            }
            Picture::Dots { title, diamonds, in_a_row } => {
                self.dots(title, answer.counted, diamonds, *in_a_row)
            }
            Picture::Rings { title, by } => self.rings(title, &it.figure, by),
            Picture::Spines { title, by } => self.spines(title, &it.figure, by),
            Picture::Cells { title, figure, by, in_a_row } => {
                self.cells(title, answer.counted, figure, by, *in_a_row)
            }
            Picture::Points { title } => self.points(title, &it.figure),
            Picture::Seats { title, by } => return self.seats(title, &it.figure, by),
            Picture::People { title, men, in_a_row } => self.people(title, answer.counted, men, *in_a_row),
        };
        one.into_iter().collect()
    }

    /// The sizes of the groups of a figure, without the empty ones.
    fn sizes(&self, figure: &str, by: &str) -> Vec<u32> {
        self.data.groups(figure, by).iter().map(|g| g.answer.counted as u32).filter(|n| *n > 0).collect()
    }

    fn dots(&self, title: &str, circles: i64, diamonds: &str, in_a_row: u32) -> Option<Drawing> {
        let diamonds = self.data.answer(diamonds).counted;
        (circles + diamonds > 0).then(|| {
            let title =
                self.with(title, &[("circles", circles.into()), ("diamonds", diamonds.into())].into());
            Drawing::Dots(Dots { title, circles: circles as u32, diamonds: diamonds as u32, in_a_row })
        })
    }

    fn rings(&self, title: &str, figure: &str, by: &str) -> Option<Drawing> {
        let members = self.sizes(figure, by);
        (!members.is_empty()).then(|| {
            let list =
                members.iter().map(|n| self.locale.number(i64::from(*n))).collect::<Vec<_>>().join(", ");
            Drawing::Rings(Rings {
                title: self.with(title, &[("n", members.len().into()), ("list", list.into())].into()),
                members,
            })
        })
    }

    fn cells(&self, title: &str, cells: i64, figure: &str, by: &str, in_a_row: u32) -> Option<Drawing> {
        let mut held = self.sizes(figure, by);
        held.sort_by_key(|n| std::cmp::Reverse(*n));
        (!held.is_empty()).then(|| {
            let args: Args =
                [("cells", cells.into()), ("held", self.data.answer(figure).counted.into())].into();
            Drawing::Cells(Cells { title: self.with(title, &args), held, in_a_row })
        })
    }

    fn people(&self, title: &str, women: i64, men: &str, in_a_row: u32) -> Option<Drawing> {
        let men = self.data.answer(men).counted;
        (women + men > 0).then(|| {
            let title = self.with(title, &[("women", women.into()), ("men", men.into())].into());
            Drawing::People(People {
                title,
                women: women as u32,
                men: men as u32,
                in_a_row,
                ..People::default()
            })
        })
    }

    /// One square for each unit of the base.
    fn strip(&self, it: &NumberItem, answer: Answer, in_a_row: u32, base: Option<&str>) -> Option<Drawing> {
        let all = base.map_or(answer.base, |key| self.data.answer(key).counted);
        let unknown = self.unknown(&it.figure);
        // a strip for a total is drawn only if something is counted
        if all <= 0 || (base.is_some() && answer.counted == 0) {
            return None;
        }
        let mut args: Args = [("counted", answer.counted.into()), ("base", all.into())].into();
        let key = if unknown > 0 { "drawing-strip-unknown" } else { "drawing-strip" };
        args.0.push(("n", unknown.into()));
        Some(Drawing::Strip(Strip {
            title: self.with(key, &args),
            filled: answer.counted as u32,
            unknown: unknown as u32,
            all: all as u32,
            in_a_row,
        }))
    }

    fn bar(&self, title: &str, figure: &str, by: &str, parts: &[BarPart]) -> Option<Drawing> {
        let part = |it: &BarPart| {
            let n = self.data.group(figure, by, &it.of);
            (n > 0).then(|| Part { amount: n as f64, fill: it.fill, words: self.count(&it.words, "n", n) })
        };
        let parts: Vec<Part> = parts.iter().filter_map(part).collect();
        (!parts.is_empty()).then(|| Drawing::Bar(Bar { title: self.say(title), parts }))
    }

    /// The shares of those with a stated value, then the remainder, then those without one.
    fn shares(
        &self,
        title: &str,
        answer: Answer,
        parts: &[SharePart],
        rest: Option<&str>,
        unknown: Option<&str>,
    ) -> Option<Drawing> {
        let stated = self.data.answer(&parts.first()?.figure).base;
        if stated <= 0 {
            return None;
        }
        let mut drawn: Vec<Part> = parts
            .iter()
            .map(|it| {
                let shown = self.shown(&it.figure, None).map(|w| w.whole()).unwrap_or_default();
                Part {
                    amount: self.data.answer(&it.figure).counted as f64,
                    fill: it.fill,
                    words: self.with(&it.words, &[("shown", shown.into())].into()),
                }
            })
            .collect();
        let others = stated - parts.iter().map(|it| self.data.answer(&it.figure).counted).sum::<i64>();
        let silent = answer.counted - stated;
        let mut add = |n: i64, fill: Fill, words: Option<&str>| {
            if let Some(words) = words.filter(|_| n > 0) {
                drawn.push(Part { amount: n as f64, fill, words: self.count(words, "n", n) });
            }
        };
        add(others, Fill::Quiet, rest);
        add(silent, Fill::Unknown, unknown);
        Some(Drawing::Bar(Bar { title: self.say(title), parts: drawn }))
    }

    fn spines(&self, title: &str, figure: &str, by: &str) -> Option<Drawing> {
        let mut spines = vec![];
        for group in self.data.groups(figure, by) {
            let theme =
                group.by.as_ref().and_then(|id| self.data.themes.iter().position(|t| t.to_string() == *id));
            let fill = theme.map_or(Fill::Quiet, |at| Fill::Theme(at as u8 + 1));
            spines.extend(std::iter::repeat_n(
                (theme.unwrap_or(usize::MAX), fill),
                group.answer.counted as usize,
            ));
        }
        spines.sort_by_key(|(rank, _)| *rank);
        (!spines.is_empty()).then(|| {
            let title = self.count(title, "n", spines.len() as i64);
            Drawing::Spines(Spines { title, spines: spines.into_iter().map(|(_, fill)| fill).collect() })
        })
    }

    fn points(&self, title: &str, figure: &str) -> Option<Drawing> {
        let course: Vec<_> = self.data.course(figure).iter().filter(|(_, n)| *n > 0).collect();
        let [first, .., last] = course[..] else { return None };
        if first.1 == last.1 {
            return None;
        }
        let day = |d: Day| self.locale.numerals.day_of_year(d);
        let title = self.with(
            title,
            &[
                ("first", self.data.answer(figure).written(first.1, &self.locale).into()),
                ("first_day", day(first.0).into()),
                ("last", self.data.answer(figure).written(last.1, &self.locale).into()),
                ("last_day", day(last.0).into()),
            ]
            .into(),
        );
        let points = course.iter().map(|(d, n)| Point {
            when: (d.year() * 12 + d.month()) as f64 + d.day_of_month() as f64 / 31.0,
            amount: *n as f64,
            words: day(*d),
        });
        Some(Drawing::Points(Points { title, points: points.collect() }))
    }

    fn seats(&self, title: &str, figure: &str, by: &str) -> Vec<Drawing> {
        let mut meetings: Vec<(i64, Answer)> = self
            .data
            .groups(figure, by)
            .iter()
            .filter_map(|g| Some((*self.data.meeting_days.get(&g.by.as_ref()?.parse().ok()?)?, g.answer)))
            .collect();
        meetings.sort_by_key(|m| m.0);
        meetings
            .iter()
            .filter_map(|(day, answer)| {
                let day = self.locale.numerals.day_of_year(Day::from_number(*day)?);
                let args: Args = [
                    ("day", day.clone().into()),
                    ("taken", answer.counted.into()),
                    ("seats", answer.base.into()),
                ]
                .into();
                Some(Drawing::Seats(Seats {
                    title: self.with(title, &args),
                    taken: answer.counted as u32,
                    seats: answer.base as u32,
                    words: day,
                }))
            })
            .collect()
    }
}
