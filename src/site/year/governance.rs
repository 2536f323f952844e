//! Funding, the Board, the Assembly and the secretariat.

use decapolis_core::figures::Answer;
use decapolis_drawing::{Drawing, Fill, Part, People, Seats};

use super::super::html::number::Number;
use super::super::html::sheet::{Block, Shown};
use super::numbers::Page;

impl Page<'_> {
    pub(super) fn funding(&self) -> Block {
        let keys = ["funding-dues", "funding-member-partnerships", "funding-other-partnerships"];
        let mut shows = vec![];
        let answers = keys.map(|key| self.answer(key));
        let base = answers[0].base;
        if base > 0 {
            let shown = |key: &str| self.shown(key).map(|w| w.whole()).unwrap_or_default();
            let mut parts: Vec<Part> = keys
                .iter()
                .zip(answers)
                .zip([Fill::Ink, Fill::Accent, Fill::Quiet])
                .map(|((key, answer), fill)| Part { amount: answer.counted as f64, fill, words: shown(key) })
                .collect();
            let mut numbers: Vec<Number> = keys.iter().filter_map(|key| self.number(key)).collect();
            for number in &mut numbers {
                number.verb = None;
            }
            let rest = base - answers.iter().map(|a| a.counted).sum::<i64>();
            if rest * 200 >= base {
                parts.push(Part { amount: rest as f64, fill: Fill::Empty, words: self.say("page-rest") });
                numbers.push(Number {
                    shown: Some(self.reader.tongue.numerals.percent(rest as f64 * 100.0 / base as f64, 0)),
                    noun: self.say("page-rest"),
                    ..Number::default()
                });
            }
            let list = keys.iter().map(|key| format!("{} {}", shown(key), self.noun(key))).collect::<Vec<_>>().join(", ");
            shows.push(Shown::Whole { title: self.with("drawing-funding", &[("list", list.into())].into()), parts, numbers });
        } else {
            shows.extend(keys.iter().filter_map(|key| self.number(key)).map(|n| Shown::Number(Box::new(n))));
        }
        shows.extend(self.agreements().map(|n| Shown::Number(Box::new(n))));
        let stage =
            ["provisional", "closed", "audited", "ratified"].into_iter().find(|stage| self.group("funding-dues", "stage", stage) > 0);
        shows.extend(stage.map(|stage| Shown::Words(self.say(&format!("page-accounts-{stage}")))));
        Block { key: "funding".into(), heading: self.say("page-funding"), shows }
    }

    fn agreements(&self) -> Option<Number> {
        let mut number = self.number("agreements-members")?;
        let (members, partners) = (self.answer("agreements-members").counted, self.answer("agreements-partners").counted);
        if members + partners > 0 {
            number.noun = format!("{} · {}", self.noun("agreements-members"), self.counted_noun("agreements-partners"));
        }
        number.within = self.within("agreements-partners").into_iter().collect();
        Some(number)
    }

    pub(super) fn board(&self) -> Block {
        let mut meetings: Vec<(i64, Answer)> = self
            .groups("board-participation", "meeting")
            .iter()
            .filter_map(|g| Some((*self.data.meeting_days.get(&g.by.as_ref()?.parse().ok()?)?, g.answer)))
            .collect();
        meetings.sort_by_key(|m| m.0);
        let drawings: Vec<Drawing> = meetings
            .iter()
            .filter_map(|(day, answer)| {
                let day = self.reader.tongue.numerals.day_of_year(decapolis_base::Day::from_number(*day)?);
                let title = self.with(
                    "drawing-seats",
                    &[("day", day.clone().into()), ("taken", answer.counted.into()), ("seats", answer.base.into())].into(),
                );
                Some(Drawing::Seats(Seats { title, taken: answer.counted as u32, seats: answer.base as u32, words: day }))
            })
            .collect();
        let mut shows = vec![];
        if !drawings.is_empty() {
            shows.push(Shown::Drawings(drawings));
        }
        if let Some(mut number) = self.number("board-participation") {
            let answer = self.answer("board-participation");
            if answer.base > 0 {
                let online = self.answer("board-meetings").counted;
                let meetings = if online == meetings.len() as i64 {
                    self.count("page-board-meetings-online", "n", online)
                } else {
                    self.count("page-board-meetings", "n", meetings.len() as i64)
                };
                number.verb = Some(meetings);
                number.caption =
                    Some(self.with("page-board-seats", &[("taken", answer.counted.into()), ("seats", answer.base.into())].into()));
            }
            number.within = self.within("board-meetings").into_iter().collect();
            shows.push(Shown::Number(Box::new(number)));
        }
        Block { key: "board".into(), heading: self.say("page-board.short"), shows }
    }

    pub(super) fn assembly(&self) -> Block {
        let mut shows = vec![];
        let there = Answer { counted: self.answer("assembly-members").counted, base: self.answer("members").counted };
        if there.counted > 0 {
            shows.extend(self.strip(there, 0, 24).map(|strip| Shown::Drawings(vec![strip])));
        }
        if let Some(mut number) = self.number("assembly-members") {
            let meetings = self.answer("assembly-meetings").counted;
            if there.counted > 0 {
                number.verb = Some(self.count("page-assembly-meetings", "n", meetings));
                number.caption = Some(self.say("page-present-or-represented"));
            } else {
                number.verb = None;
                number.caption = Some(self.with("page-no-assembly", &[("year", self.data.year.to_string().into())].into()));
            }
            number.within = self.within("assembly-meetings").into_iter().collect();
            shows.push(Shown::Number(Box::new(number)));
        }
        Block { key: "assembly".into(), heading: self.say("page-assembly"), shows }
    }

    pub(super) fn secretariat(&self) -> Block {
        let mut shows = vec![];
        for (women, men, words) in [("staff-women", "staff-men", "page-professionals"), ("interns-women", "interns-men", "page-interns")] {
            let (w, m) = (self.answer(women).counted, self.answer(men).counted);
            let Some(mut number) = self.number(women) else { continue };
            if w + m > 0 {
                let title = self.with("page-women-and-men", &[("women", w.into()), ("men", m.into())].into());
                shows.push(Shown::Drawings(vec![Drawing::People(People {
                    title,
                    women: w as u32,
                    men: m as u32,
                    in_a_row: 16,
                    ..People::default()
                })]));
                number.verb = Some(self.say(words));
                number.noun = format!("{} · {}", self.noun(women), self.counted_noun(men));
            }
            number.within = self.within(men).into_iter().collect();
            shows.push(Shown::Number(Box::new(number)));
        }
        Block { key: "secretariat".into(), heading: self.say("page-secretariat"), shows }
    }
}
