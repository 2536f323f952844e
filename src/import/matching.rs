//! Matches the columns of a table that no mapping recognises.

use std::path::Path;

use decapolis_import::intake::{self, AsFile, CellSource, Mapping, Matched, Proposal};
use decapolis_register::table::Kind;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use super::opened::{FoundTable, Opened};
use super::options::ImportOptions;
use super::recognition::Recognition;
use super::words::{missing, percent};
use crate::app::App;

/// The certainty from which a file is read without asking.
const SURE: f64 = 0.9;

/// The mapping of a match that is certain, or why there is none.
pub async fn matched(
    app: &App,
    recognition: &Recognition,
    opened: &Opened,
    table: &FoundTable,
    asked: &ImportOptions,
    locale: &Locale<'_>,
) -> Result<std::result::Result<(Mapping, Vec<String>), Error>> {
    let proposals = proposals(app, recognition, opened, table, asked).await?;
    let command = command("look", opened, table, asked);
    let sure = proposals.first().filter(|p| asked.into.is_some() || p.sure >= SURE);
    let Some(proposal) = sure else {
        let args = [("file", table.sheet.file.as_str().into()), ("command", command.into())];
        return Ok(Err(Error::refused_with("error-mapping-unsure", args.into())));
    };
    if !proposal.is_whole() {
        let args = [
            ("file", table.sheet.file.as_str().into()),
            ("table", proposal.table.into()),
            ("columns", missing(proposal, recognition.tables, locale).into()),
            ("command", format!("{command} --save …").into()),
        ];
        return Ok(Err(Error::refused_with("error-mapping-missing", args.into())));
    }
    let weak: Vec<&Matched> = proposal.matched.iter().filter(|m| is_weak(m, table, asked)).collect();
    if !weak.is_empty() {
        return Ok(Err(unsure_of(&weak, table, locale)));
    }
    let mut mapping = proposal.mapping(
        &format!("{}-match", proposal.table),
        recognition.tables,
        &table.sheet.found,
        AsFile::default(),
    )?;
    say_values(&mut mapping, recognition, table, asked)?;
    let mut said = vec![
        locale.with(
            "import-by-match",
            &[
                ("file", table.sheet.file.as_str().into()),
                ("table", locale.say(&format!("table-{}", proposal.table.replace('_', "-"))).into()),
                ("command", command.into()),
            ]
            .into(),
        ),
    ];
    said.push(all_matched(proposal, table, locale));
    if !proposal.unmatched.is_empty() {
        let names: Vec<String> = proposal.unmatched.iter().map(|at| table.sheet.found.name(*at)).collect();
        said.push(locale.with("import-not-taken", &[("columns", names.join(", ").into())].into()));
    }
    Ok(Ok((mapping, said)))
}

/// The refusal of a match with columns that are not certain: says which, and how to say them.
fn unsure_of(weak: &[&Matched], table: &FoundTable, locale: &Locale<'_>) -> Error {
    let said = weak
        .iter()
        .map(|m| format!(" --match {}", quoted(&format!("{}={}", table.sheet.found.name(m.at), m.column))));
    let columns = weak.iter().map(|m| {
        let goes = goes(&table.sheet.found.name(m.at), &m.column, Some(m.sure), locale);
        locale.named(&goes, &locale.message(&m.why))
    });
    let args = [
        ("file", table.sheet.file.as_str().into()),
        ("columns", columns.collect::<Vec<_>>().join("; ").into()),
        ("match", said.collect::<String>().trim().into()),
        ("heading", table.sheet.found.name(weak[0].at).into()),
    ];
    Error::refused_with("error-match-unsure", args.into())
}

/// The tables that these columns may belong to, the most certain first.
pub async fn proposals(
    app: &App,
    recognition: &Recognition,
    opened: &Opened,
    table: &FoundTable,
    asked: &ImportOptions,
) -> Result<Vec<Proposal>> {
    let stem =
        Path::new(&opened.file).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    // a sheet with the name of a table says more than the name of its file
    let called = if recognition.vocabulary.table(&table.name).is_some() { &table.name } else { &stem };
    let (proposer, found) = (recognition.proposer(), &*table.sheet.found);
    let mut all =
        proposer.propose(app.db.reader(), &*table.sheet.grid, found, called, asked.into.as_deref()).await?;
    if let Some(first) = all.first_mut() {
        for text in &asked.matches {
            let (heading, column) = parted(text, "--match")?;
            proposer.match_with(first, found, heading, column)?;
        }
        for text in &asked.sets {
            let (column, words) = parted(text, "--set")?;
            proposer.set(first, found, column, words)?;
        }
    }
    Ok(all)
}

/// Says the values that a person gave words of the file.
///
/// Errors: no column is called so (`error-value-column`), no cell says the word (`error-value-unused`), or the column of the register has
/// no such value (`error-not-a-choice`).
pub fn say_values(
    mapping: &mut Mapping,
    recognition: &Recognition,
    table: &FoundTable,
    asked: &ImportOptions,
) -> Result<()> {
    for text in &asked.values {
        let (place, value) = parted(text, "--value")?;
        let (column, word) = place.split_once('.').unwrap_or((place, ""));
        let said = mapping.say_value(column.trim(), word.trim(), value);
        if said.is_empty() || word.is_empty() {
            return Err(Error::refused_with("error-value-column", [("text", text.as_str().into())].into()));
        }
        if !mapping.has_word(&table.sheet, &said, word.trim())? {
            let args =
                [("text", text.as_str().into()), ("word", word.trim().into()), ("column", column.into())];
            return Err(Error::refused_with("error-value-unused", args.into()));
        }
        for (table, name) in said {
            let kind = recognition.tables.named(&table).and_then(|table| intake::column_of(table, &name));
            if let Some(Kind::Choice(values)) = kind.filter(|_| !value.is_empty())
                && !values.contains(&value)
            {
                let args = [("text", value.into()), ("choices", values.join(", ").into())];
                return Err(Error::refused_with("error-not-a-choice", args.into()));
            }
        }
    }
    Ok(())
}

/// Whether a column is asked about: not sure enough, and not empty.
fn is_weak(matched: &Matched, table: &FoundTable, asked: &ImportOptions) -> bool {
    let empty = table.sheet.found.columns[matched.at].guess.examples.is_empty();
    // a column with the register's own name is the one that is meant: cells that do not fit it refuse their rows
    let named = matched.why.key == "match-own-name";
    matched.sure < SURE && !empty && !named && !has_words_said(matched, table, asked)
}

/// Whether a person says what words of the column mean: then it is the column that is meant.
fn has_words_said(matched: &Matched, table: &FoundTable, asked: &ImportOptions) -> bool {
    let heading = table.sheet.found.name(matched.at);
    asked.values.iter().filter_map(|text| text.split_once('.')).any(|(column, _)| {
        column.trim() == matched.column || intake::spelled(column) == intake::spelled(&heading)
    })
}

/// Which columns go where, and how sure that is.
fn all_matched(proposal: &Proposal, table: &FoundTable, locale: &Locale<'_>) -> String {
    let found = &table.sheet.found;
    let one = |m: &Matched| match &m.origin.from {
        CellSource::Template(words) => goes(words, &m.column, Some(m.sure), locale),
        _ => goes(&found.name(m.at), &m.column, Some(m.sure), locale),
    };
    let all: Vec<String> = proposal.matched.iter().map(one).collect();
    locale.with("import-match", &[("columns", all.join(", ").into())].into())
}

/// Which columns of a file a mapping reads, and where they go.
pub fn all_mapped(mapping: &Mapping, table: &FoundTable, locale: &Locale<'_>) -> String {
    let found = &table.sheet.found;
    let columns = (0..found.columns.len()).map(|at| (found.name(at), mapping.reading(found, at)));
    let all: Vec<String> = columns
        .filter(|(_, into)| !into.is_empty())
        .map(|(name, into)| goes(&name, &into.join(" + "), None, locale))
        .collect();
    locale.with("import-match", &[("columns", all.join(", ").into())].into())
}

fn goes(heading: &str, column: &str, sure: Option<f64>, locale: &Locale<'_>) -> String {
    let sure = sure.map_or(String::new(), percent);
    let args = [
        ("heading", heading.replace('\n', " ").into()),
        ("column", column.into()),
        ("sure", sure.as_str().into()),
    ];
    locale.with(if sure.is_empty() { "import-goes" } else { "import-goes-sure" }, &args.into())
}

/// The two sides of the last equals sign, because a heading may contain one.
fn parted<'a>(text: &'a str, option: &str) -> Result<(&'a str, &'a str)> {
    let sign = if option == "--set" { text.split_once('=') } else { text.rsplit_once('=') };
    sign.map(|(a, b)| (a.trim(), b.trim())).ok_or_else(|| {
        Error::refused_with(
            "error-match-without-sign",
            [("text", text.into()), ("option", option.into())].into(),
        )
    })
}

fn quoted(text: &str) -> String {
    if text.contains([' ', '\'', '(', '&', ';', '*']) { format!("\"{text}\"") } else { text.to_string() }
}

/// The command that reads this table of the file.
pub fn command(verb: &str, opened: &Opened, table: &FoundTable, asked: &ImportOptions) -> String {
    let mut words = vec!["decapolis".to_string(), verb.to_string(), quoted(&opened.file)];
    if opened.tables.iter().any(|t| t.name != table.name) {
        words.push(format!("--sheet {}", quoted(&table.name)));
    }
    if opened.tables.iter().filter(|t| t.name == table.name).count() > 1 {
        words.push(format!("--table {}", table.number));
    }
    words.extend(asked.into.iter().map(|into| format!("--into {into}")));
    words.extend(asked.matches.iter().map(|pair| format!("--match {}", quoted(pair))));
    words.extend(asked.sets.iter().map(|pair| format!("--set {}", quoted(pair))));
    words.extend(asked.values.iter().map(|pair| format!("--value {}", quoted(pair))));
    words.extend(asked.decimal.iter().map(|mark| format!("--decimal {mark}")));
    words.extend(asked.days.iter().map(|order| format!("--days {order}")));
    words.extend(asked.years.iter().map(|years| format!("--years {years}")));
    words.join(" ")
}
