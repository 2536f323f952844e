//! The actions that every table has whose rows are not kept for actions of their own: a row is created, corrected, changed from a day on,
//! ended or removed.

use std::collections::BTreeMap;
use std::sync::Arc;

use decapolis_actions::{
    self as actions, Action, ByFields, Context, Deed, Description, Done, Field, Given, Looked, Offer, OnRow,
    Register, Request, Turn, Undo, WRITERS,
};
use decapolis_base::Texts;
use decapolis_import::intake::slug;
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, NewRecord};
use decapolis_register::table::{Concern, RECORDS, Table, Written};
use decapolis_register::value::{self, Cell, Values};
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;
use futures_util::future::BoxFuture;
use sea_orm::ConnectionTrait;

/// What is asked of every record, besides its own columns. Its code is asked once, when it is made.
const OF_RECORDS: [Field; 5] = [
    Field::of(&RECORDS, "label").required(),
    Field::of(&RECORDS, "code"),
    Field::of(&RECORDS, "public"),
    Field::of(&RECORDS, "source"),
    Field::of(&RECORDS, "illustrative"),
];

/// One action of one table.
struct RowAction {
    on: OnRow,
    action: Action<Register, RowInput>,
}

/// The row as it will be: all stored columns, those of `records` apart.
struct RowInput {
    on: OnRow,
    row: Option<RowId>,
    values: Values,
    record: Option<Values>,
    /// More rows of the same table.
    more: Vec<RowInput>,
}

/// The actions of these tables. They are made once, when the program starts.
pub fn offers(tables: impl Iterator<Item = &'static Table>) -> Vec<Offer> {
    let open =
        tables.filter(|table| table.written == Written::ByAnyAction && !table.is_records() && table.in_files);
    open.flat_map(|table| Deed::ALL.into_iter().filter_map(move |deed| offer(OnRow { table, deed })))
        .collect()
}

/// An action of a table. A record is not changed from a day on: what changes in time is a fact of its own.
fn offer(on: OnRow) -> Option<Offer> {
    let OnRow { table, deed } = on;
    let fits = match deed {
        Deed::Create | Deed::Correct | Deed::Remove => true,
        // where a row says how it ended, it does not become another: it ends, and a new one is made
        Deed::ChangeFrom => table.span.is_some() && table.kind().is_none() && table.closing.is_none(),
        Deed::End => table.span.is_some(),
    };
    let about = Description {
        name: Box::leak(format!("{}.{}", table.name.replace('_', "-"), deed.word()).into_boxed_str()),
        on: table.kind().filter(|_| deed != Deed::Create),
        fields: Box::leak(fields(on).into_boxed_slice()),
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    };
    let action = Action { about, run: |context, input| Box::pin(changes(context, input)) };
    fits.then(|| {
        let made: &'static RowAction = Box::leak(Box::new(RowAction { on, action }));
        Offer { about: &made.action.about, by_fields: Some(made), on_row: Some(on) }
    })
}

/// The columns that an action asks for.
fn fields(OnRow { table, deed }: OnRow) -> Vec<Field> {
    let (from, until) = table.span.unwrap_or_default();
    let of = |name: &'static str, required: bool| {
        let field = Field::of(table, name);
        if required { field.required() } else { field }
    };
    let own =
        table.all_columns().map(|column| (column.name, column.required && column.name != "illustrative"));
    match deed {
        Deed::Remove => vec![],
        Deed::End => {
            let how = table
                .closing
                .map(|closing| of(closing.state, table.column(closing.state).is_some_and(|c| c.required)));
            std::iter::once(of(until, true)).chain(how).collect()
        }
        Deed::ChangeFrom => own
            .filter(|(name, _)| *name != until)
            .map(|(name, required)| of(name, required || name == from))
            .collect(),
        Deed::Create | Deed::Correct => {
            let of_records = OF_RECORDS.iter().filter(|field| deed == Deed::Create || field.name != "code");
            let of_records = of_records.filter(|_| table.kind().is_some()).copied();
            // the name first, what a record is at the end
            let (label, rest): (Vec<Field>, Vec<Field>) = of_records.partition(|field| field.name == "label");
            label.into_iter().chain(own.map(|(name, required)| of(name, required))).chain(rest).collect()
        }
    }
}

impl ByFields for RowAction {
    fn look<'a>(
        &'static self,
        register: &'a Register,
        request: &'a Request,
        given: Given,
    ) -> BoxFuture<'a, Result<Looked>> {
        Box::pin(actions::look(register, &self.action, request, self.input(given)))
    }

    fn run<'a>(
        &'static self,
        register: &'a Arc<Register>,
        request: Request,
        given: Given,
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(actions::run(register, &self.action, request, self.input(given)))
    }
}

impl RowAction {
    fn input(&self, given: Given) -> RowInput {
        let more = given.more.into_iter().map(|given| self.input(given)).collect();
        RowInput { on: self.on, row: given.row, values: given.values, record: given.record, more }
    }
}

async fn changes(context: &Context<'_, Register>, mut input: RowInput) -> Result<Changes> {
    let mut changes = Changes::default();
    let more = std::mem::take(&mut input.more);
    if !more.is_empty() {
        changes.may_need_two(Concern::ManyRows);
    }
    let all: Vec<RowInput> = std::iter::once(input).chain(more).collect();
    let mut before = match all.first() {
        Some(input) => of_rows(context.tx, input.on.table, all.iter().filter_map(|input| input.row)).await?,
        None => BTreeMap::new(),
    };
    for input in all {
        match input.on.deed {
            Deed::Create => create(context, &mut changes, input.on.table, input).await?,
            _ => {
                let before = input.row.and_then(|row| before.remove(&row));
                revise(&mut changes, before.as_ref(), input)?;
            }
        }
    }
    if changes.is_empty() {
        return Err(Error::refused("error-nothing-changes"));
    }
    Ok(changes)
}

/// Why one row alone cannot be revised so; `None` where it can. `before` is the row as it is.
pub fn refusal(on: OnRow, before: Option<&(Values, Option<Values>)>, given: &Given) -> Option<Message> {
    let Given { row, values, record, .. } = given.clone();
    let input = RowInput { on, row, values, record, more: vec![] };
    match revise(&mut Changes::default(), before, input) {
        Err(Error::Refused(why)) => Some(why),
        _ => None,
    }
}

/// The changes of a row that is there.
fn revise(changes: &mut Changes, before: Option<&(Values, Option<Values>)>, input: RowInput) -> Result<()> {
    let OnRow { table, deed } = input.on;
    let gone = || Error::refused("error-row-moved");
    let row = input.row.ok_or_else(gone)?;
    let (before, record) = before.ok_or_else(gone)?;
    match deed {
        Deed::Create => {}
        Deed::Correct => correct(changes, row, (before, record.as_ref()), input)?,
        Deed::ChangeFrom => change_from(changes, table, row, before, input.values)?,
        Deed::End => end(changes, row, (before, record.as_ref()), input)?,
        Deed::Remove => changes.remove(table, row),
    }
    Ok(())
}

/// What differs was never so. A record keeps its kind and its code.
fn correct(
    changes: &mut Changes,
    row: RowId,
    (before, record_before): (&Values, Option<&Values>),
    input: RowInput,
) -> Result<()> {
    let OnRow { table, .. } = input.on;
    let mut record = input.record.unwrap_or_default();
    if table.kind().is_some() {
        let record_before = record_before.ok_or_else(|| Error::refused("error-row-moved"))?;
        // a record keeps its kind and its code
        record.retain(|name, cell| {
            !["kind", "code"].contains(&name.as_str()) && record_before.get(name) != Some(cell)
        });
        if !record.is_empty() {
            changes.correct(&RECORDS, row, record);
        }
    }
    let own = differing(before, input.values);
    if !own.is_empty() {
        changes.correct(table, row, own);
    }
    Ok(())
}

/// The row has a last day, and says how it ended where its table has a word for that.
fn end(
    changes: &mut Changes,
    row: RowId,
    (before, record_before): (&Values, Option<&Values>),
    input: RowInput,
) -> Result<()> {
    let OnRow { table, .. } = input.on;
    let (_, until) = table.span.unwrap_or_default();
    if let Some(day) = value::day(before, until) {
        return Err(Error::refused_with("error-ended-already", [("day", day.to_string().into())].into()));
    }
    let last = value::day(&input.values, until).ok_or_else(|| Error::refused("error-last-day"))?;
    changes.end(table, row, last)?;
    // what is withdrawn may not stay public
    let is_public = |record: Option<&Values>| record?.get("public").map(|is| *is == Cell::Bool(true));
    if is_public(input.record.as_ref()) == Some(false) && is_public(record_before) == Some(true) {
        changes.change(&RECORDS, row, [("public".to_string(), Cell::Bool(false))].into());
    }
    let how: Values =
        differing(before, input.values).into_iter().filter(|(name, _)| !name.starts_with(until)).collect();
    if !how.is_empty() {
        changes.change(table, row, how);
    }
    Ok(())
}

/// The row ends the day before the first day given, and another begins.
fn change_from(
    changes: &mut Changes,
    table: &'static Table,
    row: RowId,
    before: &Values,
    mut values: Values,
) -> Result<()> {
    let (from, until) = table.span.unwrap_or_default();
    let day = value::day(&values, from).ok_or_else(|| Error::refused("error-first-day"))?;
    let began = value::day(before, from);
    let args = || [("day", began.map(|day| day.to_string()).unwrap_or_default().into())].into();
    if began.is_some_and(|began| day.last <= began.first) {
        return Err(Error::refused_with("error-change-too-early", args()));
    }
    if let Some(ended) = value::day(before, until)
        && day.first > ended.last
    {
        return Err(Error::refused_with("error-change-too-late", [("day", ended.to_string().into())].into()));
    }
    values.retain(|name, _| !name.starts_with(until) || (name != until && *name != format!("{until}_last")));
    let stays = values.iter().all(|(name, cell)| {
        name == from || *name == format!("{from}_last") || name == "source" || before.get(name) == Some(cell)
    });
    if stays {
        return Err(Error::refused("error-nothing-changes"));
    }
    changes.change_from(table, row, before, day, values)
}

async fn create(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    table: &'static Table,
    input: RowInput,
) -> Result<()> {
    let Some(kind) = table.kind() else {
        changes.fact(table, input.values);
        return Ok(());
    };
    let record = input.record.unwrap_or_default();
    let text = |name: &str| record.get(name).and_then(Cell::text).unwrap_or_default().to_string();
    let label = Texts::from_json(&text("label"));
    let is = |name: &str| record.get(name) == Some(&Cell::Bool(true));
    let code = code(context, table, &text("code"), &label).await?;
    let source = Some(text("source")).filter(|source| !source.is_empty());
    let record = NewRecord {
        public: is("public"),
        illustrative: is("illustrative"),
        source,
        ..NewRecord::of(kind, code, label)
    };
    changes.record(table, record, input.values);
    Ok(())
}

/// The code of a new record: the one that was typed, one drawn where records are private unless it is said (of people), else one made of the
/// name, and drawn where that is taken.
async fn code(
    context: &Context<'_, Register>,
    table: &'static Table,
    typed: &str,
    label: &Texts,
) -> Result<String> {
    let prefix = if table.kind() == Some("person") { "p" } else { table.kind().unwrap_or_default() };
    let wanted = match typed {
        "" if !table.public_unless_said => String::new(),
        "" => slug(label.words("und")),
        typed => typed.to_string(),
    };
    let taken = records::is_taken(context.tx, &wanted).await?;
    match (wanted.as_str(), typed) {
        (wanted, _) if !wanted.is_empty() && !taken => Ok(wanted.to_string()),
        (_, "") => records::drawn_code(context.tx, prefix).await,
        (wanted, _) => Err(Error::refused_with("error-code-used", [("code", wanted.into())].into())),
    }
}

/// All stored columns of a row, and those of `records` where the table holds records; `None` where it is gone.
pub async fn of_row(
    db: &impl ConnectionTrait,
    table: &'static Table,
    row: RowId,
) -> Result<Option<(Values, Option<Values>)>> {
    let Some(values) = actions::row_of(db, table, row).await? else { return Ok(None) };
    let record = match table.kind() {
        Some(_) => actions::row_of(db, &RECORDS, row).await?,
        None => None,
    };
    Ok(Some((values, record)))
}

/// The same of several rows, by id, in one statement, or two of a table of records.
pub async fn of_rows(
    db: &impl ConnectionTrait,
    table: &'static Table,
    rows: impl IntoIterator<Item = RowId>,
) -> Result<BTreeMap<RowId, (Values, Option<Values>)>> {
    let own = actions::rows_of(db, table, rows).await?;
    let mut records = match table.kind() {
        Some(_) => actions::rows_of(db, &RECORDS, own.keys().copied()).await?,
        None => BTreeMap::new(),
    };
    Ok(own.into_iter().map(|(id, values)| (id, (values, records.remove(&id)))).collect())
}

/// The values that are not as before.
fn differing(before: &Values, values: Values) -> Values {
    values.into_iter().filter(|(name, cell)| before.get(name) != Some(cell)).collect()
}

/// What an action is called in a list of what can be done; `None` for one that nobody describes any more.
pub fn title(name: &str, locale: &Locale<'_>) -> Option<String> {
    locale.maybe(&super::action_words(name)).or_else(|| {
        let (table, deed) = name.split_once('.')?;
        let table = locale.maybe(&format!("table-{table}"))?;
        locale.maybe(&format!("deed-{deed}"))?;
        Some(locale.with(&format!("deed-{deed}"), &[("table", table.into())].into()))
    })
}
