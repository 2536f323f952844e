//! Lists what a page file refers to: figures with their breakdowns, and message keys with the arguments they must use.

use super::file::{Count, Item, PageFile, Phrases, Picture, SectionFile};

/// A figure of a page, and the column it is broken down by, if any.
pub(super) type Named = (String, Option<String>);

impl PageFile {
    /// Every figure of the page with its breakdown columns, in page order.
    pub fn named(&self) -> Vec<Named> {
        let mut all: Vec<Named> = vec![];
        for item in self.sections.iter().flat_map(|s| &s.show) {
            all.extend(item.named());
        }
        all
    }

    /// Whether a figure is an item of the page itself, rather than part of another figure's sentence.
    pub fn shows(&self, key: &str) -> bool {
        self.sections.iter().flat_map(|s| &s.show).any(|item| match item {
            Item::Number(it) => it.figure == key,
            Item::Whole(it) => it.figures.iter().any(|figure| figure == key),
            _ => false,
        })
    }

    /// The keys of the figures of a section, in order, each once.
    pub fn figures_of(section: &SectionFile) -> Vec<String> {
        let mut keys: Vec<String> = vec![];
        for (key, _) in section.show.iter().flat_map(Item::named) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }
}

impl Count {
    pub(super) fn named(&self) -> Named {
        (self.figure.clone(), self.by.clone())
    }
}

impl Phrases {
    pub(super) fn named(&self) -> Vec<Named> {
        let counts = self.all().into_iter().flat_map(|p| p.n.into_iter().chain(p.same.map(|s| s.n)));
        counts.map(|n| n.named()).collect()
    }

    pub(super) fn words(&self) -> Vec<(String, Option<&'static str>)> {
        let number = |n: &Option<Count>| n.as_ref().map(|_| "n");
        self.all()
            .into_iter()
            .flat_map(|p| [Some((p.words.clone(), number(&p.n))), p.same.map(|s| (s.words, Some("n")))])
            .flatten()
            .collect()
    }
}

impl Item {
    pub(super) fn named(&self) -> Vec<Named> {
        let whole = |key: &String| (key.clone(), None);
        match self {
            Item::Number(it) => {
                let mut all = vec![whole(&it.figure)];
                all.extend(it.with.iter().map(|w| whole(&w.figure)));
                all.extend(it.also.iter().chain(&it.and).chain(&it.within).map(whole));
                all.extend(it.verb.iter().chain(&it.caption).flat_map(Phrases::named));
                all.extend(it.picture.iter().flat_map(|p| p.named(&it.figure)));
                all
            }
            Item::Balance(it) => {
                [whole(&it.figure)].into_iter().chain(it.steps.iter().map(|s| whole(&s.figure))).collect()
            }
            Item::Map(it) => vec![whole(&it.figure)],
            Item::Groups(it) => vec![whole(&it.figure), (it.figure.clone(), Some(it.by.clone()))],
            Item::Whole(it) => it.figures.iter().map(whole).collect(),
            Item::Stage(it) => vec![(it.figure.clone(), Some(it.by.clone()))],
        }
    }

    /// The message keys of the page, each with the argument it must use.
    pub(super) fn words(&self) -> Vec<(String, Option<&'static str>)> {
        let plain = |key: &String| (key.clone(), None);
        match self {
            Item::Number(it) => {
                let mut all: Vec<_> = it.noun.iter().chain(&it.nothing).map(plain).collect();
                all.extend(it.with.iter().map(|w| (w.joined.clone(), Some("what"))));
                all.extend(it.verb.iter().chain(&it.caption).flat_map(Phrases::words));
                all.extend(it.picture.iter().flat_map(Picture::words));
                all
            }
            Item::Balance(it) => {
                let mut all = vec![plain(&it.heading), (it.on.clone(), Some("day"))];
                all.extend(it.steps.iter().map(|s| plain(&s.words)));
                all
            }
            Item::Map(it) => [(it.title.clone(), Some("n"))]
                .into_iter()
                .chain(it.words.iter().chain(&it.list).map(plain))
                .collect(),
            Item::Groups(it) => [plain(&it.heading)]
                .into_iter()
                .chain(it.read.iter().map(|w| (w.clone(), Some("day"))))
                .collect(),
            Item::Whole(it) => {
                [(it.title.clone(), Some("list"))].into_iter().chain(it.rest.iter().map(plain)).collect()
            }
            Item::Stage(it) => it.stages.iter().map(|(_, words)| plain(words)).collect(),
        }
    }
}

impl Picture {
    pub(super) fn named(&self, figure: &str) -> Vec<Named> {
        let whole = |key: &String| (key.clone(), None);
        let by = |by: &String| vec![(figure.to_string(), Some(by.clone()))];
        match self {
            Picture::Strip { base, .. } => base.iter().map(whole).collect(),
            Picture::Bar { by: column, .. }
            | Picture::Rings { by: column, .. }
            | Picture::Spines { by: column, .. }
            | Picture::Seats { by: column, .. } => by(column),
            Picture::Shares { parts, .. } => parts.iter().map(|p| whole(&p.figure)).collect(),
            Picture::Dots { diamonds, .. } => vec![whole(diamonds)],
            Picture::Cells { figure, by, .. } => vec![whole(figure), (figure.clone(), Some(by.clone()))],
            Picture::Points { .. } => vec![],
            Picture::People { men, .. } => vec![whole(men)],
        }
    }

    pub(super) fn words(&self) -> Vec<(String, Option<&'static str>)> {
        let plain = |key: &String| (key.clone(), None);
        match self {
            Picture::Strip { .. } => vec![],
            Picture::Bar { title, parts, .. } => {
                [plain(title)].into_iter().chain(parts.iter().map(|p| (p.words.clone(), Some("n")))).collect()
            }
            Picture::Shares { title, parts, rest, unknown } => [plain(title)]
                .into_iter()
                .chain(parts.iter().map(|p| (p.words.clone(), Some("shown"))))
                .chain(rest.iter().chain(unknown).map(|w| (w.clone(), Some("n"))))
                .collect(),
            Picture::Dots { title, .. }
            | Picture::Rings { title, .. }
            | Picture::Spines { title, .. }
            | Picture::Cells { title, .. }
            | Picture::Points { title, .. }
            | Picture::Seats { title, .. }
            | Picture::People { title, .. } => vec![plain(title)],
        }
    }
}
