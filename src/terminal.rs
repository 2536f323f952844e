//! Texts on the terminal before a register is open, in the language that the environment asks for.

use decapolis_register::db::without_secret;
use decapolis_register::migrate::{Migrated, words_of_step};
use decapolis_words::errors::Result;
use decapolis_words::message::Args;
use decapolis_words::{Locale, Numerals, Words};

use crate::assets;

/// The generic words and the numerals of one language.
pub struct Terminal {
    words: Words,
    numerals: Numerals,
    language: String,
}

impl Terminal {
    /// The words of the language that the environment asks for, or English if the program does not have it.
    pub fn open() -> Result<Terminal> {
        let words = Words::load(assets::word_files(None)?)?;
        let spoken = spoken();
        let language = if words.languages().any(|l| l == spoken) { spoken } else { "en".into() };
        Ok(Terminal { numerals: Numerals::new(&language)?, words, language })
    }

    pub fn locale(&self) -> Locale<'_> {
        Locale { words: &self.words, numerals: &self.numerals, language: &self.language }
    }
}

/// Reports on stderr that a register was upgraded, and where its copy is.
pub fn tell_migrated(address: &str, migrated: &Migrated) -> Result<()> {
    let terminal = Terminal::open()?;
    for line in said_of(address, migrated, &terminal.locale()) {
        eprintln!("{line}");
    }
    Ok(())
}

/// What an upgrade did, as lines of text.
pub fn said_of(address: &str, migrated: &Migrated, locale: &Locale<'_>) -> Vec<String> {
    let args: Args = [
        ("register", without_secret(address).into()),
        ("n", migrated.changes.into()),
        ("count", locale.numerals.whole(migrated.changes as i64).into()),
    ]
    .into();
    let mut lines = vec![locale.with("upgrade-done", &args)];
    lines.extend(migrated.steps.iter().map(|step| locale.say(&words_of_step(step))));
    if let Some(copy) = &migrated.copy {
        lines.push(locale.with("upgrade-copy", &[("file", copy.display().to_string().into())].into()));
    }
    lines
}

/// The language that the environment asks for.
pub fn spoken() -> String {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
        .unwrap_or_default();
    named.split(['_', '.', '-']).next().unwrap_or_default().to_lowercase()
}

/// Prints a line. If the reader stops reading (`| head`), the program ends.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        if writeln!(std::io::stdout(), $($words)*).is_err() {
            std::process::exit(0);
        }
    }};
}
pub(crate) use say;
