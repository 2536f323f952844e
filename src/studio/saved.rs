//! Reads saved figures: their rules for the catalogue, their words for the pages.

use decapolis_base::Texts;
use decapolis_figures::{Catalog, Figure, Shape};
use decapolis_register::journal::RowId;
use decapolis_words::Source;
use decapolis_words::errors::Result;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, JoinType, Order, Query};
use sea_orm::{ConnectionTrait, QueryResult};

/// The words of a figure, in the languages of the network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureWords {
    pub title: Texts,
    /// The noun of what is counted, beside the number 1 and beside other numbers.
    pub one: Texts,
    pub many: Texts,
    pub explained: Texts,
    pub unit: Texts,
}

/// A saved figure, as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    pub id: RowId,
    pub key: String,
    /// The rule, as the text that a figure file would hold.
    pub rule: String,
    pub version: i64,
    pub words: FigureWords,
}

/// All saved figures, oldest first.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Saved>> {
    let ask = Query::select()
        .expr(Expr::col(("s", Asterisk)))
        .column(("r", "code"))
        .column(("r", "label"))
        .from_as("saved_figures", "s")
        .join_as(JoinType::InnerJoin, "records", "r", Expr::col(("r", "id")).equals(("s", "id")))
        .order_by(("s", "id"), Order::Asc)
        .to_owned();
    db.query_all(&ask).await?.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<Saved> {
    let texts = |name: &str| -> Result<Texts> { Ok(Texts::from_json(&row.try_get::<String>("", name)?)) };
    Ok(Saved {
        id: row.try_get("", "id")?,
        key: row.try_get("", "code")?,
        rule: row.try_get("", "rule")?,
        version: row.try_get("", "version")?,
        words: FigureWords {
            title: texts("label")?,
            one: texts("one")?,
            many: texts("many")?,
            explained: texts("explained")?,
            unit: texts("unit")?,
        },
    })
}

/// Adds saved figures to the catalogue, replacing those of files with the same key, and returns their words. A figure
/// that cannot be counted is skipped and logged, so that the others and the pages still work.
pub fn stand_over(catalog: &mut Catalog, saved: &[Saved], languages: &[String]) -> Vec<Source> {
    let mut sources = vec![];
    for one in saved {
        let figure = toml::from_str::<Figure>(&one.rule).map_err(|e| e.to_string());
        let added = figure.and_then(|figure| {
            let of_a_key = figure.key == one.key && is_key(&one.key);
            of_a_key.then_some(()).ok_or_else(|| format!("the rule is that of “{}”", figure.key))?;
            let words = (figure.shape, figure.of_a_period());
            catalog.add(figure).map(|()| words)
        });
        match added {
            Ok((shape, of_a_period)) => sources.extend(languages.iter().map(|language| Source {
                language: language.clone(),
                file: format!("the saved figure {}", one.key),
                text: fluent(&one.key, &one.words, language, shape, of_a_period),
            })),
            Err(why) => {
                tracing::warn!(key = one.key, why, "a saved figure cannot be counted and is left out")
            }
        }
    }
    sources
}

/// Whether a text can be the key of a figure: lower-case letters, digits and hyphens, beginning with a letter.
pub fn is_key(key: &str) -> bool {
    key.len() <= 60
        && key.starts_with(|c: char| c.is_ascii_lowercase())
        && !key.ends_with('-')
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The words of a figure as a Fluent file would hold them.
pub fn fluent(key: &str, words: &FigureWords, language: &str, shape: Shape, of_a_period: bool) -> String {
    let said = |texts: &Texts| literal(texts.words(language));
    let (one, many) = (said(&words.one), said(&words.many));
    let noun = match shape {
        Shape::Total => format!("\n    {{ $n ->\n        [one] {one}\n       *[other] {many}\n    }}"),
        Shape::Share => format!(" {many}"),
    };
    let when = if of_a_period { "studio-said-in-period" } else { "studio-said-on-day" };
    let sentence = match shape {
        Shape::Total => format!("{{ $shown }} {{ figure-{key} }}, {{ {when} }}."),
        Shape::Share => format!("{{ studio-said-share }} {{ figure-{key} }}, {{ {when} }}."),
    };
    format!(
        "figure-{key} ={noun}\n    .verb = {{ \"\" }}\n    .sentence = {sentence}\n    .rule = {}\n    .unit = {}\n    .title = {}\n",
        said(&words.explained),
        said(&words.unit),
        said(&words.title)
    )
}

/// A text as a Fluent literal in which no character is special.
fn literal(words: &str) -> String {
    let plain: String =
        words.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).collect();
    format!("{{ \"{}\" }}", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use decapolis_words::Words;
    use decapolis_words::message::{Arg, Args};

    #[test]
    fn words_are_said_as_they_were_written_whatever_is_in_them() {
        let odd = "a \"b\" { $n } \\ *[other] .x = y\nfigure-members = no";
        let plain = |text: &str| Texts::plain(text);
        let words = FigureWords {
            title: plain(odd),
            one: plain("one"),
            many: plain(odd),
            explained: plain(odd),
            unit: plain(""),
        };
        let text = fluent("a-key", &words, "en", Shape::Total, true);
        let source = Source { language: "en".into(), file: "x".into(), text };
        let all = Words::load(vec![source]).unwrap();
        let said = |key: &str, n: i64| all.find("en", key, &Args(vec![("n", Arg::Number(n))])).unwrap();
        assert_eq!(said("figure-a-key", 1), "one");
        assert_eq!(said("figure-a-key", 2), "a \"b\" { $n } \\ *[other] .x = y figure-members = no");
        assert_eq!(said("figure-a-key.title", 2), said("figure-a-key", 2));
        assert!(!all.has("en", "figure-members"));
    }

    #[test]
    fn a_key_is_what_an_address_and_a_file_can_be_called() {
        assert!(is_key("members-2") && is_key("a"));
        for no in ["", "2-members", "Members", "a b", "a-", "é", "a/b", &"a".repeat(61)] {
            assert!(!is_key(no), "{no}");
        }
    }
}
