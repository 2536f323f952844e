//! A sheet held in memory.

use crate::grid::{Grid, Merge, Refusal, Row, Value};

/// A small sheet that is already in memory, such as the rows of a form or of a test.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemoryGrid {
    pub name: String,
    pub rows: Vec<Row>,
    pub merges: Vec<Merge>,
}

impl MemoryGrid {
    /// A sheet of text cells. Rows are numbered from 1; an empty text is an empty cell.
    pub fn of_texts<R, C>(rows: R) -> MemoryGrid
    where
        R: IntoIterator<Item = C>,
        C: IntoIterator<Item: Into<String>>,
    {
        let cell = |text: String| if text.is_empty() { Value::Empty } else { Value::Text(text) };
        let rows = rows.into_iter().zip(1..);
        let rows = rows.map(|(cells, number)| Row {
            number,
            cells: cells.into_iter().map(|c| cell(c.into())).collect(),
        });
        MemoryGrid { rows: rows.collect(), ..MemoryGrid::default() }
    }
}

impl Grid for MemoryGrid {
    fn name(&self) -> &str {
        &self.name
    }

    fn merges(&self) -> &[Merge] {
        &self.merges
    }

    fn rows(&self) -> Result<Box<dyn Iterator<Item = Result<Row, Refusal>> + Send + '_>, Refusal> {
        Ok(Box::new(self.rows.iter().cloned().map(Ok)))
    }
}
