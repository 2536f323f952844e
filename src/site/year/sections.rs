//! Voice, communication and capacity.

use decapolis_drawing::{Bar, Cells, Dots, Drawing, Fill, Part, Point, Points, Rings, Spines};

use super::super::html::number::Number;
use super::super::html::sheet::{Region, Section};
use super::numbers::Page;

impl Page<'_> {
    pub(super) fn voice(&self) -> Section {
        let numbers = [self.events(), self.declarations(), self.number("campaigns"), self.call(), self.number("partner-organisations")];
        Section {
            key: "voice".into(),
            heading: self.say("page-voice"),
            numbers: numbers.into_iter().flatten().collect(),
            ..Section::default()
        }
    }

    fn events(&self) -> Option<Number> {
        let mut number = self.number("global-events")?;
        let part = |role: &str, key: &str, fill| {
            let n = self.group("global-events", "role", role);
            (n > 0).then(|| Part { amount: n as f64, fill, words: self.count(key, "n", n) })
        };
        let parts: Vec<Part> = [
            part("led", "page-events-led", Fill::Accent),
            part("co-led", "page-events-co-led", Fill::Ink),
            part("took-part", "page-events-took-part", Fill::Quiet),
        ]
        .into_iter()
        .flatten()
        .collect();
        number.drawing = (!parts.is_empty()).then(|| Drawing::Bar(Bar { title: self.say("drawing-events-by-role"), parts }));
        Some(number)
    }

    fn declarations(&self) -> Option<Number> {
        let mut number = self.number("declarations")?;
        let (contributed, endorsed) = (self.group("declarations", "role", "contributed"), self.group("declarations", "role", "endorsed"));
        if contributed + endorsed > 0 {
            number.verb = Some(format!(
                "{} · {}",
                self.count("page-declarations-contributed", "n", contributed),
                self.count("page-declarations-endorsed", "n", endorsed)
            ));
        }
        Some(number)
    }

    fn call(&self) -> Option<Number> {
        let mut number = self.number("call-members")?;
        let (members, partners) = (self.answer("call-members").counted, self.answer("call-partners").counted);
        if members + partners > 0 {
            number.also = Some(format!("+\u{202f}{}", self.number_text(partners)));
            number.noun = self.say("page-members-and-partners");
            number.verb = Some(self.say("page-endorse-the-call"));
            let title = self.with("drawing-call", &[("members", members.into()), ("partners", partners.into())].into());
            number.drawing = Some(Drawing::Dots(Dots { title, circles: members as u32, diamonds: partners as u32, in_a_row: 22 }));
        }
        number.within = self.within("call-partners").into_iter().collect();
        Some(number)
    }

    pub(super) fn communication(&self) -> Section {
        let mut groups: Vec<_> = self.groups("followers", "channel").iter().collect();
        groups.sort_by_key(|g| std::cmp::Reverse(g.answer.counted));
        let channels = groups.into_iter().filter_map(|g| {
            let record = self.data.labels.get(&g.by.as_ref()?.parse().ok()?)?;
            let address = self.figure_address("followers", "&by=channel");
            Some(Region {
                words: record.label.words(self.reader.lang()).into(),
                shown: self.number_text(g.answer.counted),
                amount: g.answer.counted as f64,
                href: address,
            })
        });
        let read_on = self.data.read_on.filter(|_| self.answer("followers").counted > 0);
        Section {
            key: "communication".into(),
            heading: self.say("page-communication"),
            numbers: [self.number("channels"), self.number("followers")].into_iter().flatten().collect(),
            channels: channels.collect(),
            channels_words: read_on.map(|day| self.with("page-reading-day", &[("day", self.day(day).into())].into())),
        }
    }

    pub(super) fn capacity(&self) -> Section {
        let numbers = [
            self.learning(),
            self.pilots(),
            self.publications(),
            self.experts(),
            self.practices(),
            self.study(),
            self.number("observatories"),
            self.initiatives(),
        ];
        Section {
            key: "capacity".into(),
            heading: self.say("page-capacity"),
            numbers: numbers.into_iter().flatten().collect(),
            ..Section::default()
        }
    }

    /// A number whose sentence goes on with another figure: "56 members | in 8 learning activities".
    fn with_another(&self, key: &str, other: &str, joined_by: &str) -> Option<Number> {
        let mut number = self.number(key)?;
        if let Some(within) = self.within(other) {
            if number.shown.is_some() {
                number.verb = Some(self.with(joined_by, &[("what", within.words.clone().into())].into()));
            }
            number.within = vec![within];
        }
        Some(number)
    }

    fn learning(&self) -> Option<Number> {
        self.with_another("learning-members", "learning-activities", "page-in")
    }

    fn pilots(&self) -> Option<Number> {
        let mut number = self.with_another("pilot-members", "pilot-projects", "page-in")?;
        let members: Vec<i64> = self.groups("pilot-members", "record").iter().map(|g| g.answer.counted).filter(|n| *n > 0).collect();
        if !members.is_empty() {
            let list = members.iter().map(|n| self.number_text(*n)).collect::<Vec<_>>().join(", ");
            let title = self.with("drawing-pilots", &[("n", members.len().into()), ("list", list.into())].into());
            number.drawing = Some(Drawing::Rings(Rings { title, members: members.iter().map(|n| *n as u32).collect() }));
        }
        Some(number)
    }

    fn publications(&self) -> Option<Number> {
        let mut number = self.number("publications")?;
        let mut spines = vec![];
        for group in self.groups("publications", "theme") {
            let theme = group.by.as_ref().and_then(|id| self.data.themes.iter().position(|t| t.to_string() == *id));
            let fill = theme.map_or(Fill::Quiet, |at| Fill::Theme(at as u8 + 1));
            spines.extend(std::iter::repeat_n((theme.unwrap_or(usize::MAX), fill), group.answer.counted as usize));
        }
        spines.sort_by_key(|(rank, _)| *rank);
        if !spines.is_empty() {
            let title = self.count("drawing-publications", "n", spines.len() as i64);
            number.drawing = Some(Drawing::Spines(Spines { title, spines: spines.into_iter().map(|(_, fill)| fill).collect() }));
        }
        Some(number)
    }

    fn experts(&self) -> Option<Number> {
        let mut number = self.number("experts-collaborated")?;
        let (women, men, all) = (self.answer("experts-women"), self.answer("experts-men"), self.answer("experts-collaborated").counted);
        let stated = women.base;
        if stated > 0 {
            let share = |key: &str, words: &str| {
                self.with(words, &[("shown", self.shown(key).map(|w| w.whole()).unwrap_or_default().into())].into())
            };
            let (other, unstated) = (stated - women.counted - men.counted, all - stated);
            let mut parts = vec![
                Part { amount: women.counted as f64, fill: Fill::Accent, words: share("experts-women", "page-women-share") },
                Part { amount: men.counted as f64, fill: Fill::Ink, words: share("experts-men", "page-men-share") },
            ];
            if other > 0 {
                parts.push(Part { amount: other as f64, fill: Fill::Quiet, words: self.count("page-non-binary", "n", other) });
            }
            if unstated > 0 {
                parts.push(Part { amount: unstated as f64, fill: Fill::Unknown, words: self.count("page-not-stated", "n", unstated) });
            }
            number.drawing = Some(Drawing::Bar(Bar { title: self.say("drawing-experts"), parts }));
            number.details.unknown = (unstated > 0).then(|| self.count("page-not-stated", "n", unstated));
        }
        number.within = [self.within("experts-women"), self.within("experts-men")].into_iter().flatten().collect();
        Some(number)
    }

    fn practices(&self) -> Option<Number> {
        self.with_another("practices", "experts-registered", "page-with")
    }

    fn study(&self) -> Option<Number> {
        let mut number = self.with_another("study-areas", "study-members", "page-where-operate")?;
        let mut held: Vec<u32> = self.groups("study-members", "area").iter().map(|g| g.answer.counted as u32).filter(|n| *n > 0).collect();
        held.sort_by_key(|n| std::cmp::Reverse(*n));
        if !held.is_empty() {
            let title = self.with(
                "drawing-study",
                &[("areas", self.answer("study-areas").counted.into()), ("members", self.answer("study-members").counted.into())].into(),
            );
            number.drawing = Some(Drawing::Cells(Cells { title, held, in_a_row: 42 }));
        }
        Some(number)
    }

    fn initiatives(&self) -> Option<Number> {
        let mut number = self.with_another("health-initiatives", "health-cities", "page-from")?;
        let course: Vec<_> = self.data.course.iter().filter(|(_, n)| *n > 0).collect();
        if let [first, .., last] = course[..]
            && first.1 != last.1
        {
            let day = |d: decapolis_base::Day| self.reader.tongue.numerals.day_of_year(d);
            let title = self.with(
                "drawing-growth",
                &[
                    ("first", self.number_text(first.1).into()),
                    ("first_day", day(first.0).into()),
                    ("last", self.number_text(last.1).into()),
                    ("last_day", day(last.0).into()),
                ]
                .into(),
            );
            let points = course.iter().map(|(d, n)| Point {
                when: d.month() as f64 + d.day_of_month() as f64 / 31.0,
                amount: *n as f64,
                words: day(*d),
            });
            number.drawing = Some(Drawing::Points(Points { title, points: points.collect() }));
        }
        Some(number)
    }
}
