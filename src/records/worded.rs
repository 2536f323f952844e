//! The values of records in a reader's words, with links to the records that the reader may open.

use decapolis_base::{Currency, Texts, isolated, money};
use decapolis_register::permissions::Audience;
use decapolis_register::records::Record;
use decapolis_register::table::Kind;
use decapolis_register::value::{self, Cell, Values};
use decapolis_words::Locale;

use crate::web::context::Reader;
use crate::web::table::Cell as TableCell;

/// One field of a row as text.
#[derive(Clone, Debug, PartialEq)]
pub struct WordedField {
    /// The column of the listing.
    pub column: String,
    pub text: String,
    /// Kind and code of the record it refers to, if the reader may open that record.
    pub record: Option<(String, String)>,
    pub illustrative: bool,
}

/// The text in place of the name of a record that is not public: a person, an organisation, or another record.
pub fn not_public(kind: &str, locale: &Locale<'_>) -> String {
    match kind {
        "person" => locale.say("person-not-public"),
        "organisation" => locale.say("organisation-not-public"),
        _ => locale.say("record-not-public"),
    }
}

/// The name of a record with its link, or the text for a record that this reader may not see.
pub fn reference(column: &str, record: &Record, audience: Audience, locale: &Locale<'_>) -> WordedField {
    let name = record.name(audience, locale.language);
    WordedField {
        column: column.to_string(),
        text: name.map_or_else(|| not_public(&record.kind, locale), str::to_string),
        // one whose name is withheld has no code either
        record: name.filter(|_| !record.code.is_empty()).map(|_| (record.kind.clone(), record.code.clone())),
        illustrative: record.illustrative,
    }
}

/// The text of a value that is not a reference. `values` is its row: an amount of money is shown with the currency that stands there.
pub fn value(kind: Kind, cell: &Cell, values: &Values, locale: &Locale<'_>) -> String {
    match (kind, cell) {
        (Kind::Money(beside), Cell::Int(minor)) => {
            let code = values.get(beside).and_then(Cell::text).unwrap_or_default();
            match Currency::of(code) {
                Some(currency) => locale.money(*minor, currency),
                None => format!("{} {code}", money::write(*minor, code)),
            }
        }
        (Kind::Choice(_), Cell::Text(t)) => locale.maybe(&format!("choice-{t}")).unwrap_or_else(|| t.clone()),
        (Kind::Texts, Cell::Text(t)) => Texts::from_json(t).words(locale.language).to_string(),
        (_, Cell::Text(t)) => isolated(t).into_owned(),
        (_, Cell::Int(n)) => locale.number(*n),
        (_, Cell::Number(n)) => locale.numerals.rounded(*n, 6),
        (_, Cell::Bool(b)) => locale.say(if *b { "choice-yes" } else { "choice-no" }),
        (_, Cell::Null) => String::new(),
    }
}

/// The text of a column's day, as precisely as it is known.
pub fn day_text(values: &Values, column: &str, locale: &Locale<'_>) -> String {
    value::day(values, column).map(|day| locale.numerals.partial(day)).unwrap_or_default()
}

/// The label of a table's column: the table's own words for it, or those that all tables share.
pub fn label(table: &str, column: &str, locale: &Locale<'_>) -> String {
    let (table, column) = (table.replace('_', "-"), column.replace('_', "-"));
    let own = locale.maybe(&format!("column-{table}-{column}"));
    own.unwrap_or_else(|| locale.say(&format!("column-{column}")))
}

/// The label of a listing's column.
pub fn column_words(reader: &Reader<'_>, column: &str) -> String {
    reader.locale.say(&format!("column-{}", column.replace('_', "-")))
}

/// The label of a column of this listing, which may mean something else than the column of that name in a table: the
/// activity of a participation is a record in its table, and the type of that record in its listing.
pub fn listed_column_words(listing: &str, column: &str, locale: &Locale<'_>) -> String {
    let column = column.replace('_', "-");
    locale
        .maybe(&format!("listed-{listing}-{column}"))
        .or_else(|| locale.maybe(&format!("column-{listing}-{column}")))
        .unwrap_or_else(|| locale.say(&format!("column-{column}")))
}

/// A field of a row as a cell: with a link if the reader may open the record, and with its tag.
pub fn cell(reader: &Reader<'_>, field: &WordedField) -> TableCell {
    TableCell {
        text: field.text.clone(),
        href: field.record.as_ref().map(|(kind, code)| reader.to(&format!("/{kind}/{code}"))),
        tag: field.illustrative.then(|| reader.locale.say("illustrative")),
        ..TableCell::default()
    }
}
