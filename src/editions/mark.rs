//! What is added to the page of an edition: the line about the edition, and marks at numbers that were corrected since.

use std::collections::BTreeMap;

use super::recounted::{Recounted, Wording};
use super::{Edition, Way};
use crate::app::App;
use crate::page::number::Number;
use crate::page::permanent;
use crate::page::sheet::{Link, Section, Sheet, Show};

/// The parts of the line under the headline: the day of the data, the edition, its day, and what it lacks.
pub(super) fn state(app: &App, edition: &Edition, sheet: &Sheet) -> Vec<String> {
    let Some(locale) = app.locale(&sheet.lang).or_else(|| app.locale("en")) else {
        return sheet.state.clone();
    };
    let with =
        |key: &str, name: &'static str, value: String| locale.with(key, &[(name, value.into())].into());
    let published = with("edition-published-on", "day", locale.numerals.day(edition.published));
    let number = locale.with("edition-number", &[("number", edition.number.into())].into());
    match edition.way {
        Way::Counted => {
            let mut state: Vec<String> =
                sheet.state.iter().take(1).cloned().chain([number, published]).collect();
            if !edition.unsigned.is_empty() {
                let headings =
                    edition.unsigned.iter().map(|key| heading(sheet, key)).collect::<Vec<_>>().join(", ");
                state.push(with("edition-unsigned", "sections", headings));
            }
            state
        }
        Way::AsPrinted => {
            vec![
                number,
                locale.say("edition-as-printed"),
                with("edition-source", "source", edition.source.clone().unwrap_or_default()),
            ]
        }
    }
}

/// The heading of a section on this page.
fn heading(sheet: &Sheet, key: &str) -> String {
    let of = |section: &&Section| section.key == key && !section.heading.is_empty();
    sheet.sections.iter().find(of).map_or(key, |section| section.heading.as_str()).to_string()
}

/// Puts a mark at every number of an edition that has another value today. The mark links to `told`, which explains it.
/// The numbers stay as published.
pub fn mark(sheet: &mut Sheet, edition: &Edition, today: &[Recounted], wording: &Wording<'_>, told: &str) {
    let corrected: BTreeMap<&str, &Recounted> = today
        .iter()
        .filter(|c| c.differs() && (c.period.from, c.period.to) == (edition.from, edition.until))
        .map(|c| (c.figure.key.as_str(), c))
        .collect();
    let link = |key: &str| corrected.get(key).map(|c| Link::new(c.short(wording), told));
    for show in sheet.sections.iter_mut().flat_map(|section| &mut section.shows) {
        let numbers = match show {
            Show::Number { number, .. } => vec![&mut **number],
            Show::Whole { numbers, .. } => numbers.iter_mut().collect(),
            _ => vec![],
        };
        for number in numbers {
            number.corrected = link(&number.key);
            number.within.iter_mut().for_each(|within| within.corrected = link(&within.key));
        }
    }
}

/// Changes the links of a page to figures and lists so that they show the data as known when the edition was counted.
/// The codes of the page open the edition too, and its legend says so.
pub(super) fn open_as_known(sheet: &mut Sheet, code: &str) {
    let years = code.rsplit_once("-e").map_or(code, |(years, _)| years);
    let live = std::mem::replace(&mut sheet.codes, permanent::context(years, code));
    for line in sheet.legend.lines.iter_mut().filter(|_| !live.is_empty()) {
        *line = line.replace(&format!("{live}/"), &format!("{}/", sheet.codes));
    }
    let prefixes = ["figures/", "members?"].map(|path| format!("/{}/{path}", sheet.lang));
    let known = |href: &mut String| {
        if !prefixes.iter().any(|prefix| href.starts_with(prefix)) || !href.contains("?") {
            return;
        }
        let (address, place) =
            href.split_once('#').map_or((href.as_str(), ""), |(address, place)| (address, place));
        let place = if place.is_empty() { String::new() } else { format!("#{place}") };
        *href = format!("{address}&known={code}{place}");
    };
    for show in sheet.sections.iter_mut().flat_map(|section| &mut section.shows) {
        match show {
            Show::Number { number, .. } => of_number(number, &known),
            Show::Whole { numbers, .. } => numbers.iter_mut().for_each(|number| of_number(number, &known)),
            Show::Balance(balance) => balance.steps.iter_mut().for_each(|step| known(&mut step.href)),
            Show::Groups(groups) => groups.groups.iter_mut().for_each(|group| known(&mut group.href)),
            Show::Map(map) => {
                map.list.iter_mut().chain(&mut map.links).for_each(|link| known(&mut link.href))
            }
            Show::Drawings(_) | Show::Words(_) => {}
        }
    }
}

fn of_number(number: &mut Number, known: &impl Fn(&mut String)) {
    known(&mut number.href);
    number.within.iter_mut().for_each(|within| known(&mut within.href));
    number.details.links.iter_mut().for_each(|link| known(&mut link.href));
}
