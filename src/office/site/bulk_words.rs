//! Names and texts of several rows at once, in one language: each row has words of its own, beside what it says in the others.

use decapolis_actions::Field;
use decapolis_base::Texts;
use decapolis_register::journal::RowId;
use decapolis_register::table::Kind;
use decapolis_register::value::Cell;
use decapolis_words::errors::Result;
use maud::{Markup, html};

use super::bulk::{Bulk, What};
use super::bulk_plan::{AsItIs, Preview};
use super::desk::Desk;
use crate::records::worded::label;
use crate::web::sent::Pairs;

/// What the words of a row are called in the form, before its id. No column begins so.
pub const WORDS: &str = "words_of_row_";
/// The language of words that are the same in every language.
const EVERY: &str = "und";

/// A name or a text in one language.
#[derive(Clone)]
pub struct WordsOf {
    field: &'static Field,
    language: String,
}

/// A row with its words.
pub struct RowWordsTyped {
    id: RowId,
    name: String,
    /// The words as they were typed, or as they are.
    words: String,
    /// What it says in the other languages.
    others: Vec<(String, String)>,
}

impl WordsOf {
    /// The texts of these fields in each language of the network; a name also in none.
    pub fn all(desk: &Desk<'_>, fields: &'static [Field]) -> impl Iterator<Item = WordsOf> {
        let own: Vec<String> = desk.site.app.settings.languages.to_vec();
        let texts =
            fields.iter().filter(|field| field.column().is_some_and(|column| column.kind == Kind::Texts));
        texts.flat_map(move |field| {
            let every = (field.name == "label").then(|| EVERY.to_string());
            let languages: Vec<String> = every.into_iter().chain(own.iter().cloned()).collect();
            languages.into_iter().map(move |language| WordsOf { field, language })
        })
    }

    /// The field in a form: `label_fr`.
    pub fn name(&self) -> String {
        format!("{}_{}", self.field.name, self.language)
    }

    /// What a row says now, in all languages.
    fn texts(&self, (values, record): &AsItIs) -> Texts {
        let stored = if self.field.table.is_records() { record.as_ref() } else { Some(values) };
        let stored = stored.and_then(|values| values.get(self.field.name)).and_then(Cell::text);
        Texts::from_json(stored.unwrap_or("{}"))
    }

    /// What is written: "Name (français)".
    pub fn title(&self, desk: &Desk<'_>) -> String {
        let locale = &desk.reader.locale;
        let column = label(self.field.table.name, self.field.name, locale);
        let args = [("column", column.into()), ("language", locale.language_name(&self.language).into())];
        locale.with(if self.language == EVERY { "bulk-words-every" } else { "bulk-words" }, &args.into())
    }
}

impl Bulk<'_> {
    /// What was typed for a row; `None` where each row has its own and this one was not in the form. What the row says in other languages
    /// stands beside it: words may be missing in one language, and not in all.
    pub fn typed_for(&self, row: RowId, as_it_is: &AsItIs) -> Option<Pairs> {
        let Some(What::Words(of)) = &self.what else { return Some(self.form.typed.clone()) };
        let own = (of.name(), self.words_typed(row)?.to_string());
        let others = of.texts(as_it_is);
        let others = others.iter().filter(|(language, _)| *language != of.language);
        let others =
            others.map(|(language, words)| (format!("{}_{language}", of.field.name), words.to_string()));
        Some(others.chain([own]).collect())
    }

    fn words_typed(&self, row: RowId) -> Option<&str> {
        let name = format!("{WORDS}{row}");
        self.form.typed.iter().find(|(typed, _)| *typed == name).map(|(_, text)| text.as_str())
    }

    /// The rows with their words, where these are asked for: only those that this person may change.
    pub async fn words_of_rows(&self) -> Result<Vec<RowWordsTyped>> {
        let Some(What::Words(of)) = &self.what else { return Ok(vec![]) };
        let rows = self.rows_as_they_are().await?;
        let names = self.names(&rows).await?;
        let locale = &self.form.desk.reader.locale;
        let words = rows.iter().map(|(id, row)| {
            let texts = of.texts(row);
            let there =
                || texts.iter().find(|(language, _)| *language == of.language).map(|(_, words)| words);
            let others = texts.iter().filter(|(language, _)| *language != of.language);
            let language = |language: &str| match language {
                EVERY => locale.say("office-every-language"),
                language => locale.language_name(language),
            };
            RowWordsTyped {
                id: *id,
                name: names.get(id).cloned().unwrap_or_else(|| id.to_string()),
                words: self.words_typed(*id).or(there()).unwrap_or_default().to_string(),
                others: others.map(|(code, words)| (language(code), words.to_string())).collect(),
            }
        });
        Ok(words.collect())
    }
}

/// One input per row, with what the row says in other languages and what is wrong with what was typed.
pub fn inputs(it: &Bulk<'_>, rows: &[RowWordsTyped], preview: &Preview) -> Markup {
    let Some(What::Words(of)) = &it.what else { return html! {} };
    let locale = &it.form.desk.reader.locale;
    let lang = (of.language != EVERY).then_some(&of.language);
    html! {
        @for row in rows {
            @let (id, wrong) = (format!("{WORDS}{}", row.id), preview.row_faults.get(&row.id));
            @let about = [(!row.others.is_empty(), "hint"), (wrong.is_some(), "error")];
            @let about: Vec<String> = about.iter().filter(|(is, _)| *is).map(|(_, which)| format!("{id}-{which}")).collect();
            @let described = (!about.is_empty()).then(|| about.join(" "));
            div class=(if wrong.is_some() { "field wrong" } else { "field" }) {
                label for=(id) { bdi { (row.name) } }
                @if !row.others.is_empty() {
                    p class="hint" id={ (id) "-hint" } {
                        @for (n, (language, words)) in row.others.iter().enumerate() { @if n > 0 { " · " } (language) ": " bdi { (words) } }
                    }
                }
                @if let Some(why) = wrong { p class="error" id={ (id) "-error" } { (locale.message(why)) " " (locale.mend(why).unwrap_or_default()) } }
                @if of.field.name == "label" {
                    input id=(id) name=(id) value=(row.words) lang=[lang] dir="auto" autocomplete="off" aria-describedby=[described] aria-invalid=[wrong.map(|_| "true")];
                } @else {
                    textarea id=(id) name=(id) rows="3" lang=[lang] dir="auto" aria-describedby=[described] aria-invalid=[wrong.map(|_| "true")] { (row.words) }
                }
            }
        }
    }
}
