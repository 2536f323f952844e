//! What the program calls columns and choices, in each of its languages.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use decapolis_register::schema::Tables;
use decapolis_register::table::{Column, FACT_COLUMNS, Kind, RECORDS, Table};
use decapolis_words::Words;
use decapolis_words::message::Args;

use super::spelling::spelled;
use super::synonyms::Synonyms;
use crate::transfer::SAME_AS;

/// The words of choices, columns and tables, spelled for comparing.
#[derive(Clone, Default)]
pub struct Vocabulary {
    /// By table and column: what a choice is called, and its value.
    choices: HashMap<(&'static str, &'static str), HashMap<String, &'static str>>,
    /// By table: what a column is called, and the column with its language where it is of texts (`label_es`).
    columns: HashMap<&'static str, HashMap<String, String>>,
    /// What a table is called.
    tables: HashMap<String, &'static str>,
    /// The headings of the columns that the report of an import adds.
    reported: BTreeSet<String>,
    /// Words that mean something only beside another word of their column.
    together: BTreeMap<String, BTreeMap<String, String>>,
}

impl Vocabulary {
    /// The words of the program, and for choices what the files of others write besides.
    pub fn of(words: &Words, synonyms: &Synonyms, tables: Tables) -> Vocabulary {
        let mut all = Vocabulary {
            reported: crate::transfer::headings(words).iter().map(|h| spelled(h)).collect(),
            together: synonyms.together().clone(),
            ..Vocabulary::default()
        };
        let languages: Vec<String> = words.languages().map(str::to_string).collect();
        let said = |key: String| -> Vec<String> {
            languages
                .iter()
                .filter_map(|l| words.find(l, &key.replace('_', "-"), &Args::default()))
                .map(|w| spelled(&w))
                .collect()
        };
        for table in tables.0.iter().copied().filter(|t| t.in_files) {
            all.tables.insert(spelled(table.name), table.name);
            for name in said(format!("table-{}", table.name)) {
                all.tables.entry(name).or_insert(table.name);
            }
            for column in table.columns {
                let Kind::Choice(values) = column.kind else { continue };
                let mut choices: HashMap<String, &'static str> = HashMap::new();
                for value in values {
                    let own = said(format!("choice-{}-{value}", table.name));
                    for word in own.into_iter().chain(said(format!("choice-{value}"))) {
                        choices.entry(word).or_insert(value);
                    }
                }
                for (value, words) in synonyms.choices() {
                    let value = values.iter().find(|v| **v == value);
                    for (word, value) in words
                        .iter()
                        .zip(std::iter::repeat(value))
                        .filter_map(|(word, value)| Some((word, value?)))
                    {
                        choices.entry(word.clone()).or_insert(value);
                    }
                }
                // a value itself stands over what another is called
                choices.extend(values.iter().map(|value| (spelled(value), *value)));
                bend(&mut choices);
                all.choices.insert((table.name, column.name), choices);
            }
            all.columns.insert(table.name, columns_of(table, &languages, &said));
        }
        all
    }

    /// The value of a choice that these words mean.
    pub fn choice(&self, table: &str, column: &str, words: &str) -> Option<&'static str> {
        chosen(self.choices_of(table, column)?, words)
    }

    pub(super) fn choices_of(&self, table: &str, column: &str) -> Option<&HashMap<String, &'static str>> {
        // the key of the map lives as long as the program, what is asked for does not
        self.choices.iter().find(|((t, c), _)| *t == table && *c == column).map(|(_, choices)| choices)
    }

    /// What choices of a column are called, with the words that the other cells of the column give a meaning: M beside F. A word that two
    /// others give different meanings has none.
    pub(super) fn choices_beside(
        &self,
        table: &str,
        column: &str,
        cells: &[String],
    ) -> Option<HashMap<String, &'static str>> {
        let mut choices = self.choices_of(table, column)?.clone();
        let said: BTreeSet<String> = cells.iter().map(|cell| spelled(cell)).collect();
        for (word, beside) in &self.together {
            let meant: BTreeSet<&String> =
                beside.iter().filter(|(other, _)| said.contains(*other)).map(|(_, m)| m).collect();
            let known = |meant: &String| choices.values().find(|value| **value == meant.as_str()).copied();
            if let ([meant], false) =
                (meant.iter().copied().collect::<Vec<_>>().as_slice(), choices.contains_key(word))
                && let Some(value) = known(meant)
            {
                choices.insert(word.clone(), value);
            }
        }
        Some(choices)
    }

    /// The column of a table that is called so, exactly as the register or an export of it calls it: `label_es`, "Nom (es)".
    pub fn column(&self, table: &str, heading: &str) -> Option<&str> {
        self.columns.get(table)?.get(&spelled(heading)).map(String::as_str)
    }

    /// The column for texts in a language that the program does not have, and for the original language: "Name (ca)", "Summary (original)".
    pub(super) fn texts_column(&self, table: &str, heading: &str) -> Option<String> {
        let (name, rest) = heading.trim().rsplit_once(" (")?;
        let tag = rest.strip_suffix(')')?;
        let known =
            (2..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let column = self.column(table, name)?;
        let texts = self
            .columns
            .get(table)?
            .values()
            .any(|c| c.strip_prefix(column).is_some_and(|rest| rest == "_en"));
        (known && texts && (tag != "original" || column != "label")).then(|| format!("{column}_{tag}"))
    }

    /// Every way a column of a table is called.
    pub(super) fn called<'a>(&'a self, table: &str, column: &'a str) -> impl Iterator<Item = &'a str> {
        let all = self.columns.get(table).into_iter().flatten();
        all.filter(move |(_, of)| *of == column).map(|(words, _)| words.as_str())
    }

    /// Whether a report of an import added this column.
    pub(super) fn is_reported(&self, heading: &str) -> bool {
        self.reported.contains(&spelled(heading))
    }

    /// The table that is called so.
    pub fn table(&self, name: &str) -> Option<&'static str> {
        self.tables.get(&spelled(name)).copied()
    }
}

/// Words that differ only in how they end mean the same: terminé, terminée, terminés. What would then mean two things is left as it is.
fn bend(choices: &mut HashMap<String, &'static str>) {
    let mut stems: HashMap<String, Option<&'static str>> = HashMap::new();
    for (word, value) in choices.iter() {
        let of = stems.entry(stem(word)).or_insert(Some(value));
        if *of != Some(*value) {
            *of = None;
        }
    }
    for (stem, value) in stems {
        if let (Some(value), false) = (value, stem.is_empty()) {
            choices.entry(format!("{stem}{BENT}")).or_insert(value);
        }
    }
}

/// Stands behind a word without its ending.
const BENT: char = '~';

/// Words of more than four letters without the ending that gender and number change.
fn stem(words: &str) -> String {
    let bare = |word: &str| {
        if word.len() > 4 {
            word.trim_end_matches(['a', 'e', 'o', 's']).to_string()
        } else {
            word.to_string()
        }
    };
    words.split(' ').map(bare).collect::<Vec<_>>().join(" ")
}

/// The value that these words mean.
pub(super) fn chosen(choices: &HashMap<String, &'static str>, words: &str) -> Option<&'static str> {
    let said = spelled(words);
    choices.get(&said).or_else(|| choices.get(&format!("{}{BENT}", stem(&said)))).copied()
}

/// The columns a file for this table may have besides its own.
pub(super) fn common(table: &Table) -> Vec<&'static Column> {
    match table.kind() {
        Some(_) => RECORDS
            .columns
            .iter()
            .filter(|c| matches!(c.name, "code" | "label" | "public" | "source"))
            .collect(),
        None => FACT_COLUMNS.iter().filter(|c| c.name == "source").collect(),
    }
}

/// Languages that texts of the register often have besides those of the program, and the column that names the original.
const BESIDES: &[&str] = &[
    "original", "am", "ar", "bn", "ca", "cs", "da", "de", "el", "eu", "fa", "fi", "gl", "he", "hi", "hu",
    "id", "it", "ja", "ko", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sv", "sw", "th", "tr", "uk", "ur",
    "vi", "zh",
];

fn columns_of(
    table: &Table,
    languages: &[String],
    said: &dyn Fn(String) -> Vec<String>,
) -> HashMap<String, String> {
    let languages: Vec<&str> = languages.iter().map(String::as_str).chain(BESIDES.iter().copied()).collect();
    let mut all = HashMap::new();
    let mut put = |words: String, column: String| {
        all.entry(words).or_insert(column);
    };
    // names first: what a column is called in words never stands over another's name
    let own = table.columns.iter().chain(common(table));
    for column in own.clone() {
        put(spelled(column.name), column.name.to_string());
        if column.kind == Kind::Texts {
            for language in &languages {
                put(spelled(&format!("{}_{language}", column.name)), format!("{}_{language}", column.name));
            }
        }
    }
    for name in
        ["nature", "revision"].into_iter().chain(table.kind().into_iter().flat_map(|_| ["original", SAME_AS]))
    {
        put(spelled(name), name.to_string());
        for words in said(format!("column-{}", name.replace('_', "-"))) {
            put(words, name.to_string());
        }
    }
    // a list of ports has a column "Port": what records of a kind are called is their name
    for words in table.kind().into_iter().flat_map(|kind| said(format!("kind-{kind}"))) {
        put(words, "label".into());
    }
    for column in own {
        for words in said(format!("column-{}-{}", table.name, column.name))
            .into_iter()
            .chain(said(format!("column-{}", column.name)))
        {
            if column.kind == Kind::Texts {
                for language in &languages {
                    put(format!("{words} {}", spelled(language)), format!("{}_{language}", column.name));
                }
            }
            put(words, column.name.to_string());
        }
    }
    all
}
