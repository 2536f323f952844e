//! Matches the columns of a table that no mapping recognises.

use std::path::Path;

use decapolis_import::intake::{AsFile, Mapping, Proposal};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use super::opened::{FoundTable, Opened};
use super::options::ImportOptions;
use super::recognition::Recognition;
use super::words::missing;
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
    let mapping = proposal.mapping(
        &format!("{}-match", proposal.table),
        recognition.tables,
        &table.sheet.found,
        AsFile::default(),
    )?;
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
    if !proposal.unmatched.is_empty() {
        let names: Vec<String> = proposal.unmatched.iter().map(|at| table.sheet.found.name(*at)).collect();
        said.push(locale.with("import-not-taken", &[("columns", names.join(", ").into())].into()));
    }
    Ok(Ok((mapping, said)))
}

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

/// The command that reads this table of the file.
pub fn command(verb: &str, opened: &Opened, table: &FoundTable, asked: &ImportOptions) -> String {
    let quoted = |text: &str| {
        if text.contains([' ', '\'', '(', '&']) { format!("\"{text}\"") } else { text.to_string() }
    };
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
    words.join(" ")
}
