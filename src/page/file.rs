//! The file of a page: which sections it has, what stands in them, in which words and pictures. One per page, beside the figures.
//!
//! A page file names figures and words, and nothing else: what is counted stands in the figure, how a sentence is built stands in
//! the words of each language. It is checked against both before a page is made of it.

use decapolis_core::figures::{Catalog, Shown};
use decapolis_core::words::Words;
use decapolis_drawing::Fill;
use serde::Deserialize;

use super::number::Face;
use super::sheet::{Band, GroupsFace};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PageFile {
    pub key: String,
    /// How many calendar years one page spans: it stands at `/2020`, or at `/2018-2020`.
    #[serde(default = "one")]
    pub spans: i64,
    /// Whether every section must be signed off before the page is published.
    #[serde(default)]
    pub signed: bool,
    /// Whether it adds to the page of the same key that was read before, rather than stand over it.
    #[serde(default)]
    pub extends: bool,
    #[serde(default, rename = "section")]
    pub sections: Vec<SectionFile>,
    /// What it adds to the sections of the page it extends.
    #[serde(default, rename = "add")]
    pub additions: Vec<Addition>,
}

/// Items added to a section of the page that is extended.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Addition {
    /// The key of the section.
    pub section: String,
    /// The figure of the number after which they stand; without one at the end.
    pub after: Option<String>,
    pub show: Vec<Item>,
}

fn one() -> i64 {
    1
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SectionFile {
    /// A word for addresses: the section stands at `#key`.
    pub key: String,
    /// The words of its heading.
    pub heading: String,
    pub band: Band,
    pub show: Vec<Item>,
}

/// What a section shows, in the order of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Item {
    Number(Box<NumberItem>),
    Balance(BalanceItem),
    Map(MapItem),
    Groups(GroupsItem),
    Whole(WholeItem),
    Stage(StageItem),
}

/// A figure with its sentence.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumberItem {
    pub figure: String,
    /// How much room it takes; without one as its band asks.
    pub face: Option<Face>,
    /// How it is written here: decimals, floor. Without it as the figure says.
    pub shown: Option<Shown>,
    /// Words in place of the figure's noun, where something is counted.
    pub noun: Option<String>,
    /// Words in place of the figure's verb.
    pub verb: Option<Phrases>,
    /// Whether no verb is shown where nothing is counted.
    #[serde(default)]
    pub silent: bool,
    /// Words under the number.
    pub caption: Option<Phrases>,
    /// Whether the fraction behind a share is its caption: "107 of 141".
    #[serde(default)]
    pub fraction: bool,
    /// The figure that counts of how many of the base it is known; the rest is "not stated".
    pub stated: Option<String>,
    /// The caption where nothing is counted.
    pub nothing: Option<String>,
    /// A figure whose number stands under this one: "16 + 6".
    pub also: Option<String>,
    /// A figure that goes on the sentence: "56 members | in 8 learning activities".
    pub with: Option<With>,
    /// A figure whose number and noun follow this noun: "4 members · 1 partner entity".
    pub and: Option<String>,
    /// Further figures of the sentence, quoted by their codes.
    #[serde(default)]
    pub within: Vec<String>,
    pub picture: Option<Picture>,
    /// Whether the picture stands over the number, in a block of its own.
    #[serde(default)]
    pub over: bool,
}

/// A figure in the sentence of another, and the words that join them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct With {
    pub figure: String,
    /// Words that are given `$what`, the number with its noun.
    pub joined: String,
}

/// One phrase or several; several are set apart by a dot.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Phrases {
    Words(String),
    One(Phrase),
    Many(Vec<Phrase>),
}

impl Phrases {
    pub fn all(&self) -> Vec<Phrase> {
        match self {
            Phrases::Words(words) => vec![Phrase { words: words.clone(), n: None, same: None }],
            Phrases::One(one) => vec![one.clone()],
            Phrases::Many(many) => many.clone(),
        }
    }
}

/// Words that are given `$counted` and `$base` of their figure, `$year`, and `$n` where it is asked for. A phrase whose `n` is 0 is
/// left out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Phrase {
    pub words: String,
    pub n: Option<Count>,
    /// Other words where another count is the same as `n`: of two meetings both were online.
    pub same: Option<Same>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Same {
    pub n: Count,
    pub words: String,
}

/// What a figure counts, or some of its groups, or how many groups it has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Count {
    pub figure: String,
    pub by: Option<String>,
    /// The values of the groups that are added up; without them the groups themselves are counted.
    #[serde(default)]
    pub of: Vec<String>,
}

/// The drawing beside a number. `title` is what it says in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Picture {
    /// One square for each of the base.
    Strip {
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
        /// The figure that counts the base, where the number has none of its own.
        base: Option<String>,
    },
    /// A bar cut by the values of a column.
    Bar { title: String, by: String, parts: Vec<BarPart> },
    /// A bar cut by shares, with what they leave over and what is not stated.
    Shares { title: String, parts: Vec<SharePart>, rest: Option<String>, unknown: Option<String> },
    /// A mark for each: circles for one figure, diamonds for another.
    Dots {
        title: String,
        diamonds: String,
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
    },
    /// A ring for each group.
    Rings { title: String, by: String },
    /// A spine for each, in the fill of its theme.
    Spines { title: String, by: String },
    /// A cell for each group of another figure, with what it holds.
    Cells {
        title: String,
        figure: String,
        by: String,
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
    },
    /// The number at the ends of quarters.
    Points { title: String },
    /// Half a circle of seats for each meeting.
    Seats { title: String, by: String },
    /// A figure for each person, of this number and another.
    People {
        title: String,
        men: String,
        #[serde(rename = "in-a-row")]
        in_a_row: u32,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarPart {
    pub of: String,
    pub words: String,
    pub fill: Fill,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharePart {
    pub figure: String,
    pub words: String,
    pub fill: Fill,
}

/// How a number that lasts came about since the eve of the period.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BalanceItem {
    pub figure: String,
    /// The words over the sum, given `$year`.
    pub heading: String,
    /// The words of its first and last line, given `$day`.
    pub on: String,
    pub steps: Vec<StepItem>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepItem {
    pub figure: String,
    pub sign: StepSign,
    /// Given `$n`.
    pub words: String,
    /// Whether it is shown only where there is something.
    #[serde(default)]
    pub optional: bool,
    /// What the other steps leave over: the rows left out of this figure explain it.
    #[serde(default)]
    pub rest: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum StepSign {
    #[serde(rename = "+")]
    Plus,
    #[serde(rename = "-")]
    Minus,
}

/// The members on the map.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MapItem {
    pub figure: String,
    /// What the map says, given `$n`.
    pub title: String,
    /// What a ring is.
    pub words: Option<String>,
    /// The words of the link to the list behind the map.
    pub list: Option<String>,
}

/// A figure by a column.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GroupsItem {
    pub figure: String,
    pub by: String,
    #[serde(default)]
    pub face: GroupsFace,
    pub heading: String,
    /// Words over the groups, given `$day`, the day of the last reading.
    pub read: Option<String>,
    /// Whether a group opens the list of members of that region, rather than the figure by this column.
    #[serde(default)]
    pub members: bool,
}

/// A whole in parts: shares of one base.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WholeItem {
    /// What the picture says, given `$list`.
    pub title: String,
    pub figures: Vec<String>,
    /// The words of what they leave over.
    pub rest: Option<String>,
}

/// In which of these states the rows of a figure are: the first that there is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StageItem {
    pub figure: String,
    pub by: String,
    /// A value of the column, and its words.
    pub stages: Vec<(String, String)>,
}

/// A figure that a page names, and the column by which it asks for groups.
type Named = (String, Option<String>);

impl PageFile {
    /// Every figure it names, with the columns it is broken down by, in the order of the page.
    pub fn named(&self) -> Vec<Named> {
        let mut all: Vec<Named> = vec![];
        for item in self.sections.iter().flat_map(|s| &s.show) {
            all.extend(item.named());
        }
        all
    }

    /// Whether a figure stands on the page by itself, rather than in the sentence of another.
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

    /// Adds the sections and items of another file: a section with a key that is there stands over it.
    fn extend(&mut self, other: PageFile) -> Result<(), String> {
        for section in other.sections {
            match self.sections.iter_mut().find(|s| s.key == section.key) {
                Some(there) => *there = section,
                None => self.sections.push(section),
            }
        }
        for addition in other.additions {
            let section = self
                .sections
                .iter_mut()
                .find(|s| s.key == addition.section)
                .ok_or_else(|| format!("there is no section “{}” to add to", addition.section))?;
            let at = match &addition.after {
                None => section.show.len(),
                Some(key) => {
                    let of = |item: &Item| matches!(item, Item::Number(n) if n.figure == *key);
                    1 + section
                        .show
                        .iter()
                        .position(of)
                        .ok_or_else(|| format!("section “{}” shows no number “{key}” to stand after", addition.section))?
                }
            };
            section.show.splice(at..at, addition.show);
        }
        Ok(())
    }

    /// Checks it against the figures there are and the words of these languages.
    ///
    /// Errors: one sentence with the section, what is missing, and what to write instead.
    pub fn check(&self, catalog: &Catalog, words: &Words, languages: &[String]) -> Result<(), String> {
        if !self.extends && !self.additions.is_empty() {
            return Err("[[add]] adds to another page: write extends = true".into());
        }
        if !(1..=20).contains(&self.spans) {
            return Err(format!("spans = {}: write from 1 to 20 years", self.spans));
        }
        let mut keys: Vec<&str> = self.sections.iter().map(|s| s.key.as_str()).collect();
        keys.sort_unstable();
        if let Some(twice) = keys.windows(2).find(|two| two[0] == two[1]) {
            return Err(format!("two sections have the key “{}”: give one of them another", twice[0]));
        }
        for section in &self.sections {
            let here = |e: String| format!("section “{}”: {e}", section.key);
            for (key, by) in section.show.iter().flat_map(Item::named) {
                let figure = catalog
                    .figure(&key)
                    .ok_or_else(|| here(format!("there is no figure “{key}”: write the key of a file in figures/, or add that file")))?;
                // a group opens the figure by its column, so it must be one of its breakdowns
                if let Some(by) = by.filter(|by| !figure.breakdowns.contains(by)) {
                    return Err(here(format!("the figure “{key}” has no breakdown “{by}”: write one of {}", figure.breakdowns.join(", "))));
                }
            }
            let said = section.show.iter().flat_map(Item::words).chain([(section.heading.clone(), None)]);
            for (key, number) in said {
                for language in languages.iter().filter(|l| words.has(l, "page-title")) {
                    if !words.has(language, &key) {
                        return Err(here(format!("there are no words “{key}” in {language}: add them to its .ftl file")));
                    }
                    if let Some(number) = number.filter(|n| !words.mentions(language, &key, n)) {
                        return Err(here(format!(
                            "the words “{key}” in {language} do not say their number: write {{ ${number} }} into the sentence"
                        )));
                    }
                }
            }
        }
        Ok(())
    }
}

impl Count {
    fn named(&self) -> Named {
        (self.figure.clone(), self.by.clone())
    }
}

impl Phrases {
    fn named(&self) -> Vec<Named> {
        let counts = self.all().into_iter().flat_map(|p| p.n.into_iter().chain(p.same.map(|s| s.n)));
        counts.map(|n| n.named()).collect()
    }

    fn words(&self) -> Vec<(String, Option<&'static str>)> {
        let number = |n: &Option<Count>| n.as_ref().map(|_| "n");
        self.all()
            .into_iter()
            .flat_map(|p| [Some((p.words.clone(), number(&p.n))), p.same.map(|s| (s.words, Some("n")))])
            .flatten()
            .collect()
    }
}

impl Item {
    fn named(&self) -> Vec<Named> {
        let whole = |key: &String| (key.clone(), None);
        match self {
            Item::Number(it) => {
                let mut all = vec![whole(&it.figure)];
                all.extend(it.with.iter().map(|w| whole(&w.figure)));
                all.extend(it.also.iter().chain(&it.and).chain(&it.within).chain(&it.stated).map(whole));
                all.extend(it.verb.iter().chain(&it.caption).flat_map(Phrases::named));
                all.extend(it.picture.iter().flat_map(|p| p.named(&it.figure)));
                all
            }
            Item::Balance(it) => [whole(&it.figure)].into_iter().chain(it.steps.iter().map(|s| whole(&s.figure))).collect(),
            Item::Map(it) => vec![whole(&it.figure)],
            Item::Groups(it) => vec![whole(&it.figure), (it.figure.clone(), Some(it.by.clone()))],
            Item::Whole(it) => it.figures.iter().map(whole).collect(),
            Item::Stage(it) => vec![(it.figure.clone(), Some(it.by.clone()))],
        }
    }

    /// The words it uses, each with the number it must say.
    fn words(&self) -> Vec<(String, Option<&'static str>)> {
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
            Item::Map(it) => [(it.title.clone(), Some("n"))].into_iter().chain(it.words.iter().chain(&it.list).map(plain)).collect(),
            Item::Groups(it) => [plain(&it.heading)].into_iter().chain(it.read.iter().map(|w| (w.clone(), Some("day")))).collect(),
            Item::Whole(it) => [(it.title.clone(), Some("list"))].into_iter().chain(it.rest.iter().map(plain)).collect(),
            Item::Stage(it) => it.stages.iter().map(|(_, words)| plain(words)).collect(),
        }
    }
}

impl Picture {
    fn named(&self, figure: &str) -> Vec<Named> {
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

    fn words(&self) -> Vec<(String, Option<&'static str>)> {
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

/// Every page of a network.
#[derive(Clone, Debug, Default)]
pub struct Pages(Vec<PageFile>);

impl Pages {
    /// Reads page files, `(name of the file, its text)`. A later page with the same key stands over an earlier one.
    ///
    /// Errors: one sentence with the file, and what to write instead.
    pub fn read(files: &[(String, String)], catalog: &Catalog, words: &Words, languages: &[String]) -> Result<Pages, String> {
        let mut pages: Vec<(String, PageFile)> = vec![];
        for (file, text) in files {
            let page: PageFile = toml::from_str(text).map_err(|e| format!("{file}: {}", e.to_string().trim_end()))?;
            match pages.iter_mut().find(|(_, p)| p.key == page.key) {
                Some((_, there)) if page.extends => there.extend(page).map_err(|e| format!("{file}: {e}"))?,
                None if page.extends => return Err(format!("{file}: there is no page “{}” to extend: take out extends = true", page.key)),
                Some(there) => *there = (file.clone(), page),
                None => pages.push((file.clone(), page)),
            }
        }
        for (file, page) in &pages {
            page.check(catalog, words, languages).map_err(|e| format!("{file}: {e}"))?;
        }
        Ok(Pages(pages.into_iter().map(|(_, page)| page).collect()))
    }

    /// The page that spans so many years; the first of them.
    pub fn spanning(&self, years: i64) -> Option<&PageFile> {
        self.0.iter().find(|p| p.spans == years)
    }

    pub fn all(&self) -> &[PageFile] {
        &self.0
    }
}
