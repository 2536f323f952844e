//! The pages of a network: read from their files, merged, and checked against figures and messages.

use decapolis_figures::Catalog;
use decapolis_words::Words;

use super::file::{Item, PageFile};

/// Every page of a network.
#[derive(Clone, Debug, Default)]
pub struct Pages(Vec<PageFile>);

impl Pages {
    /// Reads page files, given as `(file name, text)`. A later page replaces an earlier one with the same key, or extends it.
    ///
    /// Errors: one sentence with the file and what to write instead.
    pub fn read(
        files: &[(String, String)],
        catalog: &Catalog,
        words: &Words,
        languages: &[String],
    ) -> Result<Pages, String> {
        let mut pages: Vec<(String, PageFile)> = vec![];
        for (file, text) in files {
            let page: PageFile =
                toml::from_str(text).map_err(|e| format!("{file}: {}", e.to_string().trim_end()))?;
            match pages.iter_mut().find(|(_, p)| p.key == page.key) {
                Some((_, there)) if page.extends => there.extend(page).map_err(|e| format!("{file}: {e}"))?,
                None if page.extends => {
                    return Err(format!(
                        "{file}: there is no page “{}” to extend: take out extends = true",
                        page.key
                    ));
                }
                Some(there) => *there = (file.clone(), page),
                None => pages.push((file.clone(), page)),
            }
        }
        for (file, page) in &pages {
            page.check(catalog, words, languages).map_err(|e| format!("{file}: {e}"))?;
        }
        Ok(Pages(pages.into_iter().map(|(_, page)| page).collect()))
    }

    /// The first page that covers this number of years.
    pub fn spanning(&self, years: i64) -> Option<&PageFile> {
        self.0.iter().find(|p| p.spans == years)
    }

    pub fn all(&self) -> &[PageFile] {
        &self.0
    }

    /// The keys of the words that the pages lack in a language, or that do not say their number there.
    pub fn lacking(&self, words: &Words, language: &str) -> Vec<String> {
        let all = self.0.iter().flat_map(|page| page.lacking(words, language));
        all.map(|lacking| lacking.key).collect()
    }
}

impl PageFile {
    /// Adds the sections and items of another file. A section replaces an existing one with the same key.
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
                    1 + section.show.iter().position(of).ok_or_else(|| {
                        format!("section “{}” shows no number “{key}” to stand after", addition.section)
                    })?
                }
            };
            section.show.splice(at..at, addition.show);
        }
        Ok(())
    }

    /// Checks the page against the catalogue and the messages of these languages.
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
                let figure = catalog.figure(&key).ok_or_else(|| {
                    here(format!(
                        "there is no figure “{key}”: write the key of a file in figures/, or add that file"
                    ))
                })?;
                // a group links to the figure by its column, so the column must be one of the figure's breakdowns
                if let Some(by) = by.filter(|by| !figure.breakdowns.contains(by)) {
                    return Err(here(format!(
                        "the figure “{key}” has no breakdown “{by}”: write one of {}",
                        figure.breakdowns.join(", ")
                    )));
                }
            }
        }
        for language in languages {
            if let Some(lacking) = self.lacking(words, language).first() {
                return Err(lacking.to_string());
            }
        }
        Ok(())
    }

    /// What the page cannot say in a language. Of a language in which the program has no words at all nothing is asked.
    fn lacking(&self, words: &Words, language: &str) -> Vec<Lacking> {
        if !words.has(language, "page-title") {
            return vec![];
        }
        let mut all = vec![];
        for section in &self.sections {
            let said = section.show.iter().flat_map(Item::words).chain([(section.heading.clone(), None)]);
            for (key, number) in said {
                let number = match words.has(language, &key) {
                    true => number.filter(|number| !words.mentions(language, &key, number)),
                    false => None,
                };
                if number.is_some() || !words.has(language, &key) {
                    let (section, language) = (section.key.clone(), language.to_string());
                    all.push(Lacking { section, language, key, number: number.map(|n| n.to_string()) });
                }
            }
        }
        all
    }
}

/// Words that a page lacks in a language.
struct Lacking {
    section: String,
    language: String,
    key: String,
    /// The number that the words do not say; `None` where the words are not there.
    number: Option<String>,
}

impl std::fmt::Display for Lacking {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Lacking { section, language, key, number } = self;
        match number {
            Some(number) => write!(
                to,
                "section “{section}”: the words “{key}” in {language} do not say their number: write {{ ${number} }} into the sentence"
            ),
            None => write!(
                to,
                "section “{section}”: there are no words “{key}” in {language}: add them to its .ftl file"
            ),
        }
    }
}
