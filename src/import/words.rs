//! Words about tables and columns, for messages of an import.

use decapolis_import::intake::Proposal;
use decapolis_register::schema::Tables;
use decapolis_words::Locale;

/// The required columns of the register that nothing is matched to yet.
pub fn missing(proposal: &Proposal, tables: Tables, locale: &Locale<'_>) -> String {
    let table = tables.named(proposal.table).map_or("", |t| t.name).replace('_', "-");
    let said = |name: &str| {
        let name = name.replace('_', "-");
        locale
            .maybe(&format!("column-{table}-{name}"))
            .unwrap_or_else(|| locale.say(&format!("column-{name}")))
    };
    proposal.missing.iter().map(|name| format!("{} ({name})", said(name))).collect::<Vec<_>>().join(", ")
}

/// A certainty in percent, cut and not rounded: what is below a limit is never shown as having reached it.
pub fn percent(sure: f64) -> String {
    // 0.95 is a little less than 95 hundredths
    format!("{:.0}", (sure * 100.0 + 1e-6).floor())
}

/// The name of a table for readers.
pub fn table_name(table: &str, locale: &Locale<'_>) -> String {
    locale.say(&format!("table-{}", table.replace('_', "-")))
}
