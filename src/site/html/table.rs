//! Tables of rows, with their pages.

use super::components::{Link, link, tag};
use decapolis_drawing::thin_bar;
use maud::{Markup, html};

/// A table of rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What the table holds; only heard, since a heading stands above it.
    pub caption: String,
    /// The columns in order.
    pub columns: Vec<Column>,
    /// The rows in order; a row has a cell for each column, and its first cell names it.
    pub rows: Vec<Vec<Cell>>,
    /// What is said when there are no rows.
    pub empty: String,
}

/// A column of a table.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Its heading; may be empty for a column of bars.
    pub label: String,
    /// Whether it holds numbers, which are set against the end of the line.
    pub numeric: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// A mark behind the text: illustrative.
    pub tag: Option<String>,
    /// A thin bar in place of the text: how much of how much.
    pub bar: Option<(f64, f64)>,
}

impl Cell {
    /// A cell with text alone.
    pub fn text(text: impl Into<String>) -> Self {
        Cell { text: text.into(), ..Cell::default() }
    }

    /// A cell that leads to a record.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Cell { text: text.into(), href: Some(href.into()), ..Cell::default() }
    }

    /// The same cell with a mark behind it.
    pub fn tagged(self, words: impl Into<String>) -> Self {
        Cell { tag: Some(words.into()), ..self }
    }
}

/// Shows a table; on a narrow screen each row becomes a card and each cell repeats the heading of its column.
pub fn table(it: &Table) -> Markup {
    if it.rows.is_empty() {
        return html! { p class="empty" { (it.empty) } };
    }
    html! {
        table class="rows" {
            caption class="heard" { (it.caption) }
            thead {
                tr {
                    @for column in &it.columns {
                        @if column.label.is_empty() { td {} } @else {
                            th scope="col" class=[column.numeric.then_some("numeric")] { (column.label) }
                        }
                    }
                }
            }
            tbody {
                @for row in &it.rows {
                    tr {
                        @for (at, cell) in row.iter().enumerate() {
                            @let column = it.columns.get(at);
                            @let numeric = column.is_some_and(|column| column.numeric);
                            @if at == 0 {
                                th scope="row" { (cell_of(cell)) }
                            } @else {
                                td class=[numeric.then_some("numeric")] data-label=[column.map(|column| column.label.as_str()).filter(|label| !label.is_empty())] { (cell_of(cell)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell_of(cell: &Cell) -> Markup {
    html! {
        @if let Some((amount, most)) = cell.bar {
            (thin_bar(amount, most))
        } @else if let Some(href) = &cell.href {
            a href=(href) { (cell.text) }
        } @else {
            (cell.text)
        }
        @if let Some(words) = &cell.tag { " " (tag(words)) }
    }
}

/// The links between the pages of a long table. Pages have no numbers: each begins where the one before it ended.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// The name of the navigation, only heard; it differs from that of the main pages.
    pub label: String,
    /// Which rows are shown: "1–50 of 140".
    pub shown: String,
    /// Back to the first page, when one is beyond it.
    pub first: Option<Link>,
    /// The page after this one.
    pub next: Option<Link>,
}

/// Shows the links between pages; nothing when everything is on one.
pub fn pager(it: &Pager) -> Markup {
    html! {
        @if it.first.is_some() || it.next.is_some() || !it.shown.is_empty() {
            nav class="pager" aria-label=(it.label) {
                span { (it.shown) }
                @if let Some(first) = &it.first { (link(first)) }
                @if let Some(next) = &it.next { a rel="next" href=(next.href) { (next.words) } }
            }
        }
    }
}
