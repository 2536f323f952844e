//! What a page has no data for yet, and which files of the register fill it. A new register has few tables: its page shows
//! what it has, and folds the rest instead of printing one dash below the other.

use std::collections::BTreeSet;

use decapolis_register::table::{Kind, Table};

use super::super::file::{Item, SectionFile};
use super::super::number::{Face, Number};
use super::super::sheet::{Band, Folded, Show, Unfilled};
use super::Maker;

impl Maker<'_> {
    /// The sections without any data, and the big numbers of the first band without a value, in the order of the page.
    pub(super) fn unfilled(&self, shown: &[(&SectionFile, Vec<Show>)]) -> Option<Folded> {
        let parts = self.parts_without_data(shown);
        (!parts.is_empty()).then(|| Folded {
            summary: self.count("page-unfilled", "n", parts.len() as i64),
            hint: self.say("page-unfilled.hint"),
            no_rows: self.say("page-unfilled.no-rows"),
            parts,
        })
    }

    fn parts_without_data(&self, shown: &[(&SectionFile, Vec<Show>)]) -> Vec<Unfilled> {
        let mut all = vec![];
        for (section, shows) in shown {
            if section.band != Band::First && shows.iter().all(Show::is_empty) {
                let figures: Vec<String> =
                    section.show.iter().flat_map(Item::named).map(|(key, _)| key).collect();
                all.push(Unfilled { words: self.say(&section.heading), files: self.files_of(&figures) });
                continue;
            }
            for show in shows.iter().filter(|show| section.band == Band::First && show.is_empty()) {
                if let Show::Number { face: Face::Big, number } = show {
                    all.push(Unfilled {
                        words: self.say(&format!("figure-{}.title", number.key)),
                        files: self.files_of(std::slice::from_ref(&number.key)),
                    });
                }
            }
        }
        all
    }

    /// The files of tables that were never written and that these figures are counted from: each after those that its
    /// rows refer to, which is the order in which one fills them.
    fn files_of(&self, figures: &[String]) -> Vec<String> {
        let mut files: Vec<String> = vec![];
        let mut seen: BTreeSet<&'static str> = BTreeSet::new();
        for figure in figures.iter().filter_map(|key| self.figure(key)) {
            for part in &figure.counted {
                if let Some(table) = self.app.figures.catalog.of(part).about.tables.first() {
                    self.add_files(table, &mut seen, &mut files);
                }
            }
        }
        files
    }

    fn add_files(&self, table: &'static Table, seen: &mut BTreeSet<&'static str>, files: &mut Vec<String>) {
        if !seen.insert(table.name) || !self.data.unwritten.contains(table.name) {
            return;
        }
        for column in table.columns.iter().filter(|column| column.required) {
            if let Kind::Ref(kind) = column.kind
                && let Some(table) = self.app.all_tables().of_kind(kind)
            {
                self.add_files(table, seen, files);
            }
        }
        files.push(format!("{}.csv", table.name));
    }
}

impl Show {
    /// Whether there is nothing to show but dashes. A number that is not public is not missing.
    pub fn is_empty(&self) -> bool {
        let nothing = |it: &Number| {
            it.shown.is_none()
                && it.also.is_none()
                && it.pair.is_none()
                && it.within.iter().all(|within| within.shown.is_none())
                && !it.counted.withheld
        };
        match self {
            Show::Number { number, .. } => nothing(number),
            Show::Whole { numbers, .. } => numbers.iter().all(nothing),
            Show::Groups(groups) => groups.groups.iter().all(|group| group.counted == 0),
            Show::Drawings(all) => all.is_empty(),
            Show::Balance(_) | Show::Map(_) => false,
            // a line of text says something only beside a number
            Show::Words(_) => true,
        }
    }
}
