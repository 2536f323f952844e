//! The match of a table, saved as a mapping that the next import uses.

use std::path::Path;

use decapolis_import::intake::{self, AsFile, Mapping, Proposal};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use crate::import::matching::say_values;
use crate::import::opened::{FoundTable, Opened};
use crate::import::options::ImportOptions;
use crate::import::recognition::Recognition;
use crate::import::words::missing;
use crate::modules;
use crate::terminal::say;

/// Saves the proposal as a mapping in the network's folder, or in the current one.
#[allow(clippy::too_many_arguments, reason = "what a person asked, and what was found")]
pub(super) fn save(
    recognition: &Recognition,
    name: &str,
    force: bool,
    proposal: &Proposal,
    opened: &Opened,
    table: &FoundTable,
    asked: &ImportOptions,
    locale: &Locale<'_>,
) -> Result<()> {
    let name = intake::slug(name.trim_end_matches(".toml"));
    let folder =
        recognition.network.as_ref().and_then(|n| n.folder()).unwrap_or(Path::new(".")).join("mappings");
    let path = folder.join(format!("{name}.toml"));
    let shown = path.display().to_string();
    if path.exists() && !force {
        return Err(Error::refused_with("error-mapping-there", [("file", shown.into())].into()));
    }
    let file = AsFile {
        format: Some(opened.format.to_string()),
        sheet: Some(table.name.clone()).filter(|n| !n.is_empty()),
        table: asked.table,
        ..AsFile::default()
    };
    let mut mapping = proposal.mapping(&name, modules::tables(), &table.sheet.found, file)?;
    say_values(&mut mapping, recognition, table, asked)?;
    let unwritable = |_| Error::refused_with("error-cannot-write", [("file", shown.as_str().into())].into());
    std::fs::create_dir_all(&folder).map_err(unwritable)?;
    std::fs::write(&path, as_file(&mapping, proposal, table)).map_err(unwritable)?;
    let command = format!("decapolis import {} --mapping {name}", opened.file);
    say!(
        "{}",
        locale.with("look-saved", &[("file", shown.as_str().into()), ("command", command.into())].into())
    );
    if !proposal.is_whole() {
        say!(
            "  {}",
            locale.with(
                "look-saved-missing",
                &[("columns", missing(proposal, modules::tables(), locale).into())].into()
            )
        );
    }
    Ok(())
}

/// The text of a mapping file, with comments at its end about what is missing and what is not imported.
pub(super) fn as_file(mapping: &Mapping, proposal: &Proposal, table: &FoundTable) -> String {
    let mut text = mapping.write();
    if !proposal.missing.is_empty() {
        text.push_str("\n# These cannot be empty: say in [into.columns] where they come from, as a column of the file,\n");
        text.push_str("# or as { fixed = \"…\" }, { template = \"{Country}-{City}\" }, { column = \"…\", values = { \"x\" = \"y\" } }.\n");
        for name in &proposal.missing {
            text.push_str(&format!("# {name} = \n"));
        }
    }
    if !proposal.unmatched.is_empty() {
        let names: Vec<String> =
            proposal.unmatched.iter().map(|at| table.sheet.found.name(*at).replace('\n', " ")).collect();
        text.push_str(&format!("\n# Go nowhere: {}\n", names.join(", ")));
    }
    text
}
