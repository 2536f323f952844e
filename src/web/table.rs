//! Tables of rows, with links to further pages.

use crate::web::components::{Link, link, tag};
use decapolis_drawing::thin_bar;
use maud::{Markup, html};

/// A table of rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The caption, for screen readers, because a heading is above the table.
    pub caption: String,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in order. A row has a cell for each column; the first cell is the row's header.
    pub rows: Vec<Vec<Cell>>,
    /// The text if there are no rows.
    pub empty: String,
}

/// A column of a table.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The heading; may be empty for a column of bars.
    pub label: String,
    /// Whether it holds numbers, which are aligned to the end of the cell.
    pub numeric: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub text: String,
    /// The URL it links to.
    pub href: Option<String>,
    /// A tag after the text: illustrative.
    pub tag: Option<String>,
    /// A thin bar instead of the text: (amount, most).
    pub bar: Option<(f64, f64)>,
}

impl Cell {
    /// A cell with text only.
    pub fn text(text: impl Into<String>) -> Self {
        Cell { text: text.into(), ..Cell::default() }
    }

    /// A cell with a link.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Cell { text: text.into(), href: Some(href.into()), ..Cell::default() }
    }

    /// Adds a tag.
    pub fn tagged(self, words: impl Into<String>) -> Self {
        Cell { tag: Some(words.into()), ..self }
    }
}

/// Renders a table. On a narrow screen each row becomes a card, and each cell repeats the heading of its column.
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

/// The links between the pages of a long table. Pages are not numbered: each starts after the last row of the page before.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// The name of the navigation, for screen readers. It differs from that of the main navigation.
    pub label: String,
    /// Which rows are shown: "1–50 of 140".
    pub shown: String,
    /// A link to the first page, on later pages.
    pub first: Option<Link>,
    /// A link to the next page.
    pub next: Option<Link>,
}

/// Renders the links between pages. Empty if there is only one page.
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
