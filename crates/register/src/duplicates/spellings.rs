//! The table in which the index of spellings is kept.

use crate::shape::{ColumnShape, IndexShape, Shape, Stores};

/// The table of the index: number of the spelling, record, way.
pub fn shape() -> Shape {
    let index = |name: &str, columns: &[&str]| IndexShape {
        name: name.into(),
        columns: columns.iter().map(|c| c.to_string()).collect(),
        unique: false,
    };
    Shape {
        name: "spellings".into(),
        columns: ["spelling", "record", "way"]
            .map(|name| ColumnShape::new(name, Stores::Whole, false))
            .into(),
        key: vec![],
        indexes: vec![
            index("spellings_spelling", &["spelling", "record", "way"]),
            index("spellings_record", &["record", "way"]),
        ],
    }
}
