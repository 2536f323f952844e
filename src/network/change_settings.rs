//! Action `network.change-settings`: changes the settings of the network. The site follows at once.

use decapolis_actions::{
    Action, Context, Deed, Description, Field, FromGiven, Given, Offer, OnRow, Register, SECRETARIAT, Turn,
    Undo, row_of,
};
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::table::{RECORDS, Table};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::address::Operator;
use super::table::NETWORKS;

/// The settings as they will be. What was not given is as it was.
#[derive(Clone, Debug)]
pub struct ChangeSettings {
    network: RowId,
    values: Values,
    record: Values,
}

impl FromGiven for ChangeSettings {
    fn from_given(given: Given) -> Result<ChangeSettings> {
        let network = given.row.ok_or_else(|| Error::refused("error-no-network"))?;
        Ok(ChangeSettings { network, values: given.values, record: given.record.unwrap_or_default() })
    }
}

/// Changes the settings: the name in each language, languages, zone, currency, the year, the address, thresholds. They were right until now,
/// so nothing is corrected. The colour and the logo have an action of their own.
///
/// Refused: there is no such network (`error-no-network`), nothing would change (`error-nothing-to-do`), the site could not be made with
/// these settings (the rules of the table), or the next start would not be with them: the pages lack words in a new language
/// (`error-language-words`), or a proxy is named and the address is taken away (`error-address-behind-a-proxy`).
pub static CHANGE_SETTINGS: Action<Register, ChangeSettings> = Action {
    about: Description {
        name: "network.change-settings",
        on: Some("network"),
        fields: &[
            Field::of(&RECORDS, "label").required(),
            Field::of(&NETWORKS, "slogan"),
            Field::of(&NETWORKS, "address"),
            Field::of(&NETWORKS, "languages").required(),
            Field::of(&NETWORKS, "zone").required(),
            Field::of(&NETWORKS, "currency").required(),
            Field::of(&NETWORKS, "year_starts"),
            Field::of(&NETWORKS, "years_from"),
            Field::of(&NETWORKS, "years_until"),
            Field::of(&NETWORKS, "home_year"),
            Field::of(&NETWORKS, "most_unknown"),
            Field::of(&NETWORKS, "licence"),
            Field::of(&NETWORKS, "two_for_many_rows"),
            Field::of(&NETWORKS, "two_for_removals"),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

/// Its form shows the network as it is, as that of a correction does. It stands on the network's page in place of the general one.
pub const OFFER: Offer = Offer {
    on_row: Some(OnRow { table: &NETWORKS, deed: Deed::Correct }),
    ..Offer::by_fields(&CHANGE_SETTINGS)
};

async fn changes(context: &Context<'_, Register>, input: ChangeSettings) -> Result<Changes> {
    let asked = |table: &Table| {
        let fields = CHANGE_SETTINGS.about.fields.iter().filter(|field| field.table.name == table.name);
        fields.map(|field| field.name).collect::<Vec<_>>()
    };
    let mut changes = Changes::default();
    for (table, given) in [(&RECORDS, input.record), (&NETWORKS, input.values)] {
        let before = row_of(context.tx, table, input.network).await?;
        let before = before.ok_or_else(|| Error::refused("error-no-network"))?;
        let asked = asked(table);
        let mut new = given;
        if table.name == NETWORKS.name {
            would_start(context.program, &before, &new)?;
        }
        new.retain(|name, cell| asked.contains(&name.as_str()) && before.get(name) != Some(cell));
        if !new.is_empty() {
            changes.change(table, input.network, new);
        }
    }
    if changes.is_empty() {
        return Err(Error::refused("error-nothing-to-do"));
    }
    Ok(changes)
}

/// Whether the next start would be with these settings: what a start leaves out or refuses is said at saving.
fn would_start(program: &Register, before: &Values, new: &Values) -> Result<()> {
    let text =
        |values: &Values, name: &str| values.get(name).and_then(Cell::text).unwrap_or_default().to_string();
    if new.contains_key("address") {
        Operator::of_environment().starts_with(&text(new, "address"))?;
    }
    let (there, languages) = (text(before, "languages"), text(new, "languages"));
    let is_new = |language: &&str| !there.split_whitespace().any(|one| one == *language);
    let added: Vec<String> = languages.split_whitespace().filter(is_new).map(str::to_string).collect();
    let Some(lacking) = program.words.as_ref().filter(|_| !added.is_empty()) else { return Ok(()) };
    let Some((language, keys)) = lacking(&added)? else { return Ok(()) };
    let words = keys.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let args = [("language", language.into()), ("n", keys.len().into()), ("words", words.into())];
    Err(Error::refused_with("error-language-words", args.into()))
}

/// The most words that a refusal names.
const MOST_NAMED: usize = 6;
