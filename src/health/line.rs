//! One line of a check.

use decapolis_words::Locale;
use decapolis_words::message::Args;

/// How much a line matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// In order.
    Good,
    /// Somebody should know of it.
    Look,
    /// It must be mended.
    Mend,
}

impl Grade {
    /// The key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Grade::Good => "health-good",
            Grade::Look => "health-look",
            Grade::Mend => "health-mend",
        }
    }

    /// The word of its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Grade::Good => "good",
            Grade::Look => "look",
            Grade::Mend => "mend",
        }
    }
}

/// What was found of one subject. Its words are `health-SUBJECT-FOUND`, and what to do its `.mend`.
#[derive(Clone, Debug, PartialEq)]
pub struct HealthLine {
    pub subject: &'static str,
    pub found: &'static str,
    pub grade: Grade,
    pub args: Args,
}

impl HealthLine {
    /// A line whose words name nothing.
    pub fn new(subject: &'static str, found: &'static str, grade: Grade) -> HealthLine {
        HealthLine { subject, found, grade, args: Args::default() }
    }

    /// With what its words name.
    pub fn with(self, args: impl Into<Args>) -> HealthLine {
        HealthLine { args: args.into(), ..self }
    }

    /// What it is about.
    pub fn title(&self, locale: &Locale<'_>) -> String {
        locale.say(&format!("health-{}", self.subject))
    }

    /// What was found, as a sentence.
    pub fn words(&self, locale: &Locale<'_>) -> String {
        locale.with(&self.key(), &self.args)
    }

    /// What to do; nothing where all is in order.
    pub fn mend(&self, locale: &Locale<'_>) -> Option<String> {
        (self.grade != Grade::Good).then(|| locale.with(&format!("{}.mend", self.key()), &self.args))
    }

    fn key(&self) -> String {
        format!("health-{}-{}", self.subject, self.found)
    }
}
