//! Who we are: the members, where they are, the balance of the year, and the three large numbers.

use decapolis_core::figures::Answer;
use decapolis_drawing::{Place, Sign, WorldMap};

use super::super::html::components::Link;
use super::super::html::sheet::{Balance, Region, Step, Who};
use super::numbers::Page;

impl Page<'_> {
    pub(super) fn who(&self) -> Who {
        Who {
            heading: self.say("page-who-we-are"),
            members: self.number("members").unwrap_or_default(),
            balance: self.balance(),
            map: (!self.data.areas.is_empty()).then(|| self.map()),
            map_list: Some(Link::new(self.say("page-map.list"), self.reader.to(&format!("/members?at={}", self.data.asked.to)))),
            map_words: Some(self.say("page-map.ring")),
            regions_heading: self.say("page-regions"),
            regions: self.regions(),
            second: ["event-people", "active-members", "women-led"].into_iter().filter_map(|key| self.second(key)).collect(),
        }
    }

    fn second(&self, key: &str) -> Option<super::super::html::number::Number> {
        let mut number = self.number(key)?;
        let answer = self.answer(key);
        match key {
            "event-people" => {
                let held = self.group("global-events", "role", "led") + self.group("global-events", "role", "co-led");
                number.caption = (answer.counted > 0 && held > 0).then(|| self.count("page-events-held", "n", held));
            }
            "women-led" if answer.base > 0 => {
                let unknown = (answer.base - self.answer("leaders-stated").counted).max(0);
                let not_stated = self.count("page-not-stated", "n", unknown);
                number.caption = Some(if unknown > 0 { format!("{}; {not_stated}", self.fraction(answer)) } else { self.fraction(answer) });
                number.details.unknown = (unknown > 0).then_some(not_stated);
                number.drawing = self.strip(answer, unknown, 47);
            }
            _ if answer.base > 0 => {
                number.caption = Some(self.fraction(answer));
                number.drawing = self.strip(answer, 0, 47);
            }
            _ => {}
        }
        Some(number)
    }

    /// How this year's members came from those of the year before. A membership whose first day is not recorded makes a step of its own.
    fn balance(&self) -> Option<Balance> {
        let (before, new, left, now) = (
            self.data.before.counted,
            self.answer("new-members").counted,
            self.answer("left-members").counted,
            self.answer("members").counted,
        );
        if before == 0 || now == 0 {
            return None;
        }
        let members = self.figure("members")?;
        let on = |answer: Answer, sign: &str, day| Step {
            shown: format!("{sign}{}", self.number_text(answer.counted)),
            words: self.with("page-balance-on", &[("day", self.reader.tongue.numerals.short_day(day).into())].into()),
            figure: Some((members.code.clone(), self.reader.to(&format!("/figures/members?at={day}")))),
            signs: vec![Sign::OnTheDay],
        };
        // each step opens the rows it is made of: those without a day among the rows left out
        let step = |sign: &str, n: i64, words: &str, key: &str, class: &str| Step {
            shown: format!("{sign}\u{202f}{}", self.number_text(n)),
            words: self.count(words, "n", n),
            figure: self.figure(key).map(|f| (f.code.clone(), self.figure_address(key, class))),
            signs: vec![Sign::DuringTheYear],
        };
        let mut steps = vec![on(self.data.before, "", self.data.eve), step("+", new, "page-balance-new", "new-members", "")];
        let undated = self.answer("undated-members").counted;
        if undated > 0 {
            steps.push(step("+", undated, "page-balance-undated", "undated-members", ""));
        }
        // a member succeeded by one that was a member already is no departure, and one member less
        let merged = before + new + undated - left - now;
        if merged > 0 {
            steps.push(step("−", merged, "page-balance-merged", "left-members", "&class=left-out"));
        }
        steps.push(step("−", left, "page-balance-left", "left-members", ""));
        steps.push(on(self.answer("members"), "=\u{202f}", self.data.asked.to));
        Some(Balance { heading: self.with("page-balance-title", &[("year", self.data.year.to_string().into())].into()), steps })
    }

    fn map(&self) -> WorldMap {
        let places = self.data.areas.iter().map(|a| Place { lat: a.latitude, lon: a.longitude, members: a.members });
        WorldMap {
            title: self.count("drawing-map", "n", self.answer("members").counted),
            land: self.site.land.clone(),
            places: places.collect(),
        }
    }

    fn regions(&self) -> Vec<Region> {
        let groups = self.groups("members", "region");
        let mut all: Vec<Region> = self
            .data
            .regions
            .iter()
            .filter_map(|id| {
                let record = self.data.labels.get(id)?;
                let count = groups.iter().find(|g| g.by.as_deref() == Some(&id.to_string()))?.answer.counted;
                let href = self.reader.to(&format!("/members?at={}&region={}", self.data.asked.to, record.code));
                Some(Region {
                    words: record.label.words(self.reader.lang()).into(),
                    shown: self.number_text(count),
                    amount: count as f64,
                    href,
                })
            })
            .collect();
        all.sort_by(|a, b| b.amount.total_cmp(&a.amount));
        all
    }
}
