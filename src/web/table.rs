//! Tables of rows, with links to further pages.

use crate::web::components::{Link, invented, link};
use decapolis_drawing::thin_bar;
use maud::{Markup, html};

/// A table of rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The caption, for screen readers, because a heading is above the table.
    pub caption: String,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in order. A row has a cell for each column; the first with a text is the row's header.
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
    /// What is invented about it: "illustrative". A row is marked once, with a diamond.
    pub tag: Option<String>,
    /// A thin bar instead of the text: (amount, most).
    pub bar: Option<(f64, f64)>,
    /// Lines below the text: what made a unit count.
    pub lines: Vec<Cell>,
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
    whole(it, None)
}

/// Renders a table of which each row takes one line on a wide screen: short columns get what they need, and a text that
/// is longer than a long column is cut with an ellipsis. It is whole under the pointer, on a narrow screen and in print.
pub fn table_in_lines(it: &Table) -> Markup {
    whole(it, Some(&shares(it)))
}

/// The table. With `shares`, in lines: the percentage of each long column, `None` for a short one.
fn whole(it: &Table, shares: Option<&[Option<f64>]>) -> Markup {
    if it.rows.is_empty() {
        return html! { p class="empty" { (it.empty) } };
    }
    html! {
        @if let Some(words) = it.rows.iter().flatten().find_map(|cell| cell.tag.as_ref()) {
            p class="hint invented-key" { (invented(words)) " " span aria-hidden="true" { (words) } }
        }
        table class=(if shares.is_some() { "rows in-lines" } else { "rows" }) {
            caption class="heard" { (it.caption) }
            @if let Some(shares) = shares {
                colgroup { @for share in shares { col width=[share.map(|share| format!("{share:.0}%"))]; } }
            }
            thead {
                tr {
                    @for column in &it.columns {
                        @if column.label.is_empty() { td {} } @else {
                            th scope="col" class=[column.numeric.then_some("numeric")] { (column.label) }
                        }
                    }
                }
            }
            tbody { @for row in &it.rows { (row_of(&it.columns, row, shares)) } }
        }
    }
}

fn row_of(columns: &[Column], row: &[Cell], shares: Option<&[Option<f64>]>) -> Markup {
    let marked = marked(row);
    // a header without words says nothing, so the first text of the row is its header
    let header = row.iter().position(|cell| !cell.text.is_empty()).unwrap_or(0);
    html! {
        tr {
            @for (at, cell) in row.iter().enumerate() {
                @let column = columns.get(at);
                @let numeric = column.is_some_and(|column| column.numeric);
                @let mark = marked.filter(|(cell, _)| *cell == at).map(|(_, words)| words);
                @let long = shares.and_then(|shares| shares.get(at)).is_some_and(Option::is_some);
                @let class = if long { Some("long") } else if numeric { Some("numeric") } else { None };
                @if at == header {
                    th scope="row" class=[class] { (cell_of(cell, mark, long)) }
                } @else {
                    td class=[class] data-label=[column.map(|column| column.label.as_str()).filter(|label| !label.is_empty())] { (cell_of(cell, mark, long)) }
                }
            }
        }
    }
}

/// The cell that has the mark of an invented row: its first invented name, or else its first text. A row is marked once.
fn marked(row: &[Cell]) -> Option<(usize, &str)> {
    let words = row.iter().find_map(|cell| cell.tag.as_deref())?;
    let named = |cell: &Cell| !cell.text.is_empty();
    let at = row
        .iter()
        .position(|cell| cell.tag.is_some() && named(cell))
        .or_else(|| row.iter().position(named))
        .unwrap_or(0);
    Some((at, words))
}

/// A cell. In a long column its text may be cut, but not the mark after it.
fn cell_of(cell: &Cell, mark: Option<&str>, long: bool) -> Markup {
    let inside = html! {
        @if let Some((amount, most)) = cell.bar {
            (thin_bar(amount, most))
        } @else if let Some(href) = &cell.href {
            a href=(href) { (cell.text) }
        } @else if long {
            span { (cell.text) }
        } @else {
            (cell.text)
        }
        @if let Some(words) = mark { (invented(words)) }
    };
    let cut = letters(cell) > SURELY_FITS;
    html! {
        @if long { div class="in-line" title=[cut.then_some(&cell.text)] { (inside) } } @else { (inside) }
        @if !cell.lines.is_empty() {
            ul class="lines" { @for line in &cell.lines { li { (cell_of(line, None, false)) } } }
        }
    }
}

/// About how many letters fit in a line of a table on a wide screen.
const LETTERS: f64 = 166.0;
/// How many letters the space beside a column takes, and a mark.
const BESIDE: f64 = 2.5;
/// A text as short as this needs no copy under the pointer.
const SURELY_FITS: f64 = 20.0;

fn letters(cell: &Cell) -> f64 {
    cell.text.chars().count() as f64
}

/// How many letters a column needs for its heading and nine of ten of its texts: one very long name does not decide for all.
fn need(it: &Table, at: usize) -> f64 {
    let mut texts: Vec<f64> = it.rows.iter().filter_map(|row| row.get(at)).map(letters).collect();
    texts.sort_by(f64::total_cmp);
    let most = texts.get(texts.len() * 9 / 10).copied().unwrap_or(0.0);
    let marked = it.rows.iter().any(|row| marked(row).is_some_and(|(cell, _)| cell == at));
    most.max(it.columns[at].label.chars().count() as f64) + BESIDE + if marked { BESIDE } else { 0.0 }
}

/// The percentage of each long column in a table in lines. From the shortest on, a column that needs no more than its
/// equal part of the remaining line is short and gets what it needs; the others are long and share the rest.
fn shares(it: &Table) -> Vec<Option<f64>> {
    let mut needs: Vec<(usize, f64)> = (0..it.columns.len()).map(|at| (at, need(it, at))).collect();
    needs.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut rest = LETTERS;
    let mut short = 0;
    while short < needs.len() && needs[short].1 <= rest / (needs.len() - short) as f64 {
        rest -= needs[short].1;
        short += 1;
    }
    let all: f64 = needs[short..].iter().map(|(_, need)| need).sum();
    let mut shares = vec![None; it.columns.len()];
    for (at, need) in &needs[short..] {
        shares[*at] = Some(need * 100.0 / all);
    }
    shares
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
        let columns =
            columns.iter().map(|label| Column { label: label.to_string(), numeric: false }).collect();
        Table { caption: "rows".into(), columns, rows, empty: String::new() }
    }

    #[test]
    fn an_invented_row_is_marked_once_at_its_first_invented_name() {
        let row = vec![
            Cell::text("Berlin"),
            Cell::link("A forum", "/forum").tagged("illustrative"),
            Cell::text("a person").tagged("illustrative"),
        ];
        let shown = table(&of(&["Member", "Activity", "Person"], vec![row.clone(), row])).into_string();
        let rows: Vec<&str> = shown.split("<tr>").skip(2).collect();
        for row in rows {
            assert_eq!(row.matches("<title>illustrative</title>").count(), 1, "{row}");
            assert!(
                row.find("A forum") < row.find("illustrative")
                    && row.find("illustrative") < row.find("a person")
            );
        }
        assert_eq!(shown.matches("invented-key").count(), 1, "one line says what the diamond means");
    }

    #[test]
    fn an_empty_cell_has_no_mark_of_its_own() {
        let row = vec![Cell::text("").tagged("illustrative"), Cell::text("attended")];
        let shown = table(&of(&["Member", "Role"], vec![row])).into_string();
        assert!(shown.contains("<td data-label=\"Member\"></td>"), "{shown}");
        assert!(shown.contains("<th scope=\"row\">attended\u{a0}<svg class=\"invented\""), "{shown}");
    }

    #[test]
    fn in_lines_short_columns_are_never_cut_and_long_ones_share_the_rest() {
        let long = "Exchange between peers on the informal work of women in metropolitan areas".to_string();
        let row =
            || vec![Cell::text(&long), Cell::text(&long), Cell::text(&long), Cell::text("15 January 2020")];
        let it = of(&["Activity", "Part of", "Series", "Date"], vec![row(), row()]);
        let shares = shares(&it);
        assert_eq!(shares[3], None, "a day is never cut");
        assert!((shares.iter().flatten().sum::<f64>() - 100.0).abs() < 0.1, "{shares:?}");
        let shown = table_in_lines(&it).into_string();
        assert_eq!(
            shown.matches("title=\"Exchange").count(),
            6,
            "what is cut is shown under the pointer: {shown}"
        );
        assert!(!shown.contains("title=\"15"));
    }

    #[test]
    fn in_lines_nothing_is_cut_if_everything_fits() {
        let it = of(&["Channel", "Date"], vec![vec![Cell::text("Facebook"), Cell::text("28 December 2020")]]);
        assert_eq!(shares(&it), [None, None]);
    }
}
