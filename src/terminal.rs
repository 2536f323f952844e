//! Texts on the terminal before a register is open, in the language that the environment asks for.

use std::borrow::Cow;
use std::io::Write as _;

use decapolis_base::turns;
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
        tell!("{line}");
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

/// The text with every sign that a terminal would obey made visible: escapes, and signs that turn the direction of writing. Lines and
/// tabs stay. What comes from a cell or a file can say anything.
pub fn visible(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || turns(c);
    if !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            // the pictures of the control characters: ␛ for an escape
            '\0'..='\u{1f}' if obeyed(c) => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => shown.push('␡'),
            c if obeyed(c) => shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(c))),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// JSON in which no sign is left that a terminal would obey; it says the same.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let obeyed = |c: char| matches!(c, '\u{7f}'..='\u{9f}') || turns(c);
    if !json.contains(obeyed) {
        return Cow::Borrowed(json);
    }
    let escaped = |c: char| if obeyed(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    Cow::Owned(json.chars().map(escaped).collect())
}

/// Prints a line. If the reader has stopped reading (`| head`), what is being done is done to its end without it.
pub fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{}", visible(line));
}

/// Prints a line to the error output.
pub fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", visible(line));
}

/// Prints a line of formatted text: see [`print`].
macro_rules! say {
    ($($words:tt)*) => { $crate::terminal::print(&format!($($words)*)) };
}
pub(crate) use say;

/// Prints a line of formatted text to the error output: see [`complain`].
macro_rules! tell {
    ($($words:tt)*) => { $crate::terminal::complain(&format!($($words)*)) };
}
pub(crate) use tell;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_that_a_terminal_obeys_is_printed_raw() {
        assert_eq!(visible("Accra\tGhana\n"), "Accra\tGhana\n");
        assert_eq!(visible("a\u{1b}]0;owned\u{7}b\r\u{7f}"), "a␛]0;owned␇b␍␡");
        assert_eq!(visible("a\u{9b}31mb"), "a⟨U+009B⟩31mb");
        assert_eq!(visible("\u{202e}arccA\u{2066}"), "⟨U+202E⟩arccA⟨U+2066⟩");
        for c in ('\0'..='\u{9f}').filter(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            assert!(!visible(&format!("a{c}b")).contains(c), "{c:?}");
        }
    }

    #[test]
    fn json_says_the_same_without_such_signs() {
        let text = "a\u{9b}b\u{7f}\u{202e}\u{1b}é";
        let json = serde_json::to_string(text).unwrap();
        let shown = visible_json(&json);
        assert_eq!(shown, "\"a\\u009bb\\u007f\\u202e\\u001bé\"");
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), text);
    }
}
