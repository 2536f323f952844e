//! Words by key and language: every sentence that a person reads.
//!
//! A message is a key with arguments until somebody reads it; only then is it put into words. Words of a
//! network replace the general ones.

use std::collections::BTreeMap;

use decapolis_base::{Currency, money};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::errors::{Error, Result};
use crate::languages::Language;
use crate::message::{Arg, Args, Message};
use crate::numerals::Numerals;

/// One file of words.
pub struct Source {
    pub language: String,
    pub file: String,
    pub text: String,
}

/// All words of all languages.
pub struct Words {
    bundles: BTreeMap<String, FluentBundle<FluentResource>>,
}

impl Words {
    /// Reads the files in their order; a later file's words stand over an earlier one's.
    ///
    /// Errors: `Broken`, naming the file and what is wrong in it.
    pub fn load(sources: Vec<Source>) -> Result<Words> {
        let mut bundles: BTreeMap<String, FluentBundle<FluentResource>> = BTreeMap::new();
        for source in sources {
            let id = source.language.parse().map_err(|_| {
                Error::Broken(format!("{}: “{}” is not a language tag", source.file, source.language))
            })?;
            let bundle = bundles.entry(source.language).or_insert_with(|| {
                let mut bundle = FluentBundle::new_concurrent(vec![id]);
                // direction marks around every name are not wanted: the pages isolate with <bdi>
                bundle.set_use_isolating(false);
                bundle.set_formatter(Some(written));
                bundle
            });
            let resource = FluentResource::try_new(by_form(&source.text)).map_err(|(_, errors)| {
                Error::Broken(format!(
                    "{}: {}",
                    source.file,
                    errors.iter().map(|e| e.to_string()).collect::<Vec<_>>().join("; ")
                ))
            })?;
            bundle.add_resource_overriding(resource);
        }
        Ok(Words { bundles })
    }

    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.bundles.keys().map(String::as_str)
    }

    /// Whether the language has words for this key (`key` or `key.attribute`).
    pub fn has(&self, language: &str, key: &str) -> bool {
        self.bundles.get(language).is_some_and(|b| pattern(b, key).is_some())
    }

    /// Whether the words of this key show `$name`, in one of their variants at least.
    pub fn mentions(&self, language: &str, key: &str, name: &str) -> bool {
        self.bundles.get(language).and_then(|b| pattern(b, key)).is_some_and(|p| says(p, name))
    }

    /// The words, or `None` where the language has none.
    pub fn find(&self, language: &str, key: &str, args: &Args) -> Option<String> {
        let bundle = self.bundles.get(language)?;
        let many = |n: i64| Language::of(language).is_some_and(|language| language.is_many(n));
        let mut given = FluentArgs::new();
        for (name, arg) in &args.0 {
            let (value, form) = match arg {
                Arg::Text(t) => (FluentValue::from(t.clone()), FluentValue::from(t.clone())),
                Arg::Number(n) if many(*n) => (FluentValue::from(*n), FluentValue::from("many")),
                Arg::Number(n) => (FluentValue::from(*n), FluentValue::from(*n)),
            };
            given.set(*name, value);
            given.set(format!("{name}{FORM}"), form);
        }
        let mut errors = vec![];
        let said = bundle.format_pattern(pattern(bundle, key)?, Some(&given), &mut errors);
        Some(said.into_owned())
    }
}

/// What is added to the name of a variable that chooses a form, so that the form can differ from the number that is written.
const FORM: &str = "-form";

/// A file of words in which forms are chosen by variables of their own: `{ $n ->` becomes `{ $n-form ->`.
fn by_form(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + text.len() / 50);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("->") {
        let head = before.trim_end();
        let name = head.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next();
        let chooses =
            name.is_some_and(|name| !name.is_empty() && head[..head.len() - name.len()].ends_with('$'));
        written.push_str(head);
        written.push_str(if chooses { FORM } else { "" });
        written.push_str(&before[head.len()..]);
        written.push_str("->");
        rest = after;
    }
    written + rest
}

/// A number in a sentence is written as the language writes it.
fn written(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    memoizer.with_try_get::<Numerals, _, _>((), |numerals| numerals.whole(number.value as i64)).ok()
}

impl Memoizable for Numerals {
    type Args = ();
    type Error = Error;
    fn construct(language: unic_langid::LanguageIdentifier, _: ()) -> Result<Numerals> {
        Numerals::new(&language.to_string())
    }
}

fn pattern<'a>(bundle: &'a FluentBundle<FluentResource>, key: &str) -> Option<&'a Pattern<&'a str>> {
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
    let message = bundle.get_message(id)?;
    match attribute {
        Some(name) => message.get_attribute(name).map(|a| a.value()),
        None => message.value(),
    }
}

fn says(pattern: &Pattern<&str>, name: &str) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { .. } => false,
        PatternElement::Placeable { expression } => match expression {
            Expression::Inline(inline) => speaks_of(inline, name),
            // a plural may say "one" in words where it stands for 1, but some variant must show the number
            Expression::Select { variants, .. } => variants.iter().any(|v| says(&v.value, name)),
        },
    })
}

fn speaks_of(inline: &InlineExpression<&str>, name: &str) -> bool {
    match inline {
        InlineExpression::VariableReference { id } => id.name == name,
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().any(|a| speaks_of(a, name))
        }
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inner) => speaks_of(inner, name),
            Expression::Select { variants, .. } => variants.iter().any(|v| says(&v.value, name)),
        },
        _ => false,
    }
}

/// One reader's language: its words, and how it writes numbers and days.
#[derive(Clone, Copy)]
pub struct Locale<'a> {
    pub words: &'a Words,
    pub numerals: &'a Numerals,
    pub language: &'a str,
}

impl Locale<'_> {
    /// The words for a key. A missing one shows its key in brackets: a test fails on it, a reader still sees the page.
    pub fn say(&self, key: &str) -> String {
        self.with(key, &Args::default())
    }
    pub fn with(&self, key: &str, args: &Args) -> String {
        self.words
            .find(self.language, key, args)
            .or_else(|| self.words.find("en", key, args))
            .unwrap_or_else(|| format!("[{key}]"))
    }
    pub fn message(&self, message: &Message) -> String {
        self.with(message.key, &message.args)
    }
    /// The words for a key that is made from data; `None` if there are none.
    pub fn maybe(&self, key: &str) -> Option<String> {
        self.words
            .find(self.language, key, &Args::default())
            .or_else(|| self.words.find("en", key, &Args::default()))
    }
    /// What the reader can do about a refusal, if its words say so.
    pub fn mend(&self, message: &Message) -> Option<String> {
        let key = format!("{}.mend", message.key);
        self.words
            .find(self.language, &key, &message.args)
            .or_else(|| self.words.find("en", &key, &message.args))
    }
    /// A name and what is said of it, with the colon of the language between them.
    pub fn named(&self, name: &str, words: &str) -> String {
        self.with("named", &[("name", name.into()), ("words", words.into())].into())
    }
    pub fn number(&self, n: i64) -> String {
        self.numerals.whole(n)
    }
    /// An amount of money in minor units of a currency, as the language writes it: `25,500,000.00` and `USD`. Every amount that a person
    /// reads is written here.
    pub fn money(&self, minor: i64, currency: Currency) -> String {
        let amount = money::write(minor, currency.code());
        let sign = if minor < 0 { "−" } else { "" };
        let args = [
            ("currency", currency.code().into()),
            ("sign", sign.into()),
            ("amount", self.numerals.exactly(&amount).unwrap_or(amount).into()),
        ];
        self.with("money", &args.into())
    }
    /// Whether the language is written from right to left.
    pub fn right_to_left(&self) -> bool {
        Language::of(self.language).is_some_and(|language| language.right_to_left)
    }
    /// The name of a language in itself; its code if nobody named it.
    pub fn language_name(&self, code: &str) -> String {
        match Language::of(code) {
            Some(language) => language.name.clone(),
            None => self.maybe(&format!("language-{code}")).unwrap_or_else(|| code.to_string()),
        }
    }
}

/// Words as they are searched: in lower case and without accents, alike in both databases. Several texts stand on lines of their own.
pub fn finding<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let decompose = icu_normalizer::DecomposingNormalizer::new_nfd();
    let folded = |text: &str| {
        decompose
            .normalize(&text.to_lowercase())
            .chars()
            .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
            .collect::<String>()
    };
    let mut lines: Vec<String> = texts.map(folded).collect();
    lines.dedup();
    lines.join("\n")
}

/// A key by which names sort as a reader of any language expects (Unicode root collation), as text that sorts the same in both
/// databases.
pub fn sorting(name: &str) -> String {
    static COLLATOR: std::sync::OnceLock<icu_collator::CollatorBorrowed<'static>> =
        std::sync::OnceLock::new();
    let collator = COLLATOR.get_or_init(|| {
        icu_collator::Collator::try_new(Default::default(), Default::default())
            .expect("the root collation is compiled in")
    });
    let mut key = Vec::new();
    let _ = collator.write_sort_key_to(name, &mut key);
    key.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_network_stand_over_the_generic_ones() {
        let source = |text: &str| Source { language: "es".into(), file: "x.ftl".into(), text: text.into() };
        let words = Words::load(vec![
            source("members = miembros\n    .rule = Se cuenta.\nleft = { $n ->\n    [one] una baja\n   *[other] { $shown } bajas\n }\n"),
            source("members = gobiernos\n"),
        ])
        .unwrap();
        assert_eq!(words.find("es", "members", &Args::default()).unwrap(), "gobiernos");
        assert_eq!(
            words.find("es", "left", &[("n", 3i64.into()), ("shown", "3".into())].into()).unwrap(),
            "3 bajas"
        );
        assert!(!words.has("es", "nothing") && !words.has("en", "members"));
    }

    #[test]
    fn a_million_of_something_takes_the_form_of_many() {
        let text = "left = { $n ->\n    [one] una baja\n    [many] { $n } de bajas\n   *[other] { $n } bajas\n }\nstate = { $state ->\n    [held] celebrado\n   *[other] otro\n }\n";
        let words = |language: &str| {
            let source = Source { language: language.into(), file: "x.ftl".into(), text: text.into() };
            Words::load(vec![source]).unwrap()
        };
        let said = |language: &str, n: i64| {
            words(language).find(language, "left", &[("n", n.into())].into()).unwrap()
        };
        assert_eq!(said("es", 1), "una baja");
        assert_eq!(said("es", 1_000_000), "1\u{202f}000\u{202f}000 de bajas");
        assert_eq!(said("fr", 3_000_000), "3\u{202f}000\u{202f}000 de bajas");
        assert_eq!(said("es", 1_000_001), "1\u{202f}000\u{202f}001 bajas");
        assert_eq!(said("fr", 0), "una baja", "nothing is one in French");
        assert_eq!(said("en", 1_000_000), "1,000,000 bajas");
        assert_eq!(words("es").find("es", "state", &[("state", "held".into())].into()).unwrap(), "celebrado");
    }

    #[test]
    fn a_name_is_found_without_its_accents_and_capitals() {
        assert_eq!(
            finding(["Montréal", "Montreal", "Île-de-France", "Şanlıurfa"].into_iter()),
            "montreal\nile-de-france\nsanlıurfa"
        );
    }

    #[test]
    fn a_file_with_a_mistake_is_named() {
        let error = Words::load(vec![Source {
            language: "es".into(),
            file: "es/page.ftl".into(),
            text: "members = { $n ->\n".into(),
        }])
        .err()
        .unwrap();
        assert!(error.to_string().starts_with("es/page.ftl"), "{error}");
    }
}
