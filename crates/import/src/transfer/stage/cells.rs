//! Writes stored values as bytes and reads them back exactly: a number keeps every bit.

use decapolis_register::table::Kind;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

/// Columns of a table as [`decapolis_register::table::stored`] gives them.
pub type Stored = [(String, Kind, bool)];

/// Writes the values of these columns, in their order. A missing value differs from an empty one.
pub fn bytes_of(columns: &Stored, values: &Values) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(columns.len() * 9);
    for (name, ..) in columns {
        match values.get(name) {
            Some(cell) => cell_to(&mut bytes, cell),
            None => bytes.push(5),
        }
    }
    bytes
}

/// Cells one after the other: for keys and owners.
pub fn bytes_of_cells<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<u8> {
    let mut bytes = vec![];
    cells.for_each(|cell| cell_to(&mut bytes, cell));
    bytes
}

fn cell_to(bytes: &mut Vec<u8>, cell: &Cell) {
    match cell {
        Cell::Null => bytes.push(0),
        Cell::Int(n) => {
            bytes.push(1);
            bytes.extend(n.to_le_bytes());
        }
        Cell::Number(n) => {
            bytes.push(2);
            bytes.extend(n.to_bits().to_le_bytes());
        }
        Cell::Text(text) => {
            bytes.push(3);
            bytes.extend((text.len() as u64).to_le_bytes());
            bytes.extend(text.as_bytes());
        }
        Cell::Bool(b) => bytes.extend([4, u8::from(*b)]),
    }
}

/// Reads what [`bytes_of`] wrote for the same columns.
pub fn values_of(columns: &Stored, mut bytes: &[u8]) -> Result<Values> {
    let broken = || Error::Broken("a staged row cannot be read".into());
    let mut values = Values::new();
    for (name, ..) in columns {
        let cell = match take(&mut bytes, 1).ok_or_else(broken)?[0] {
            0 => Cell::Null,
            1 => Cell::Int(i64::from_le_bytes(eight(&mut bytes).ok_or_else(broken)?)),
            2 => Cell::Number(f64::from_bits(u64::from_le_bytes(eight(&mut bytes).ok_or_else(broken)?))),
            3 => {
                let length = u64::from_le_bytes(eight(&mut bytes).ok_or_else(broken)?) as usize;
                Cell::Text(
                    String::from_utf8(take(&mut bytes, length).ok_or_else(broken)?.to_vec())
                        .map_err(|_| broken())?,
                )
            }
            4 => Cell::Bool(take(&mut bytes, 1).ok_or_else(broken)?[0] == 1),
            _ => continue,
        };
        values.insert(name.clone(), cell);
    }
    Ok(values)
}

fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (head, tail) = bytes.split_at_checked(count)?;
    *bytes = tail;
    Some(head)
}

fn eight(bytes: &mut &[u8]) -> Option<[u8; 8]> {
    take(bytes, 8)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells() -> impl Strategy<Value = Option<Cell>> {
        prop_oneof![
            Just(None),
            Just(Some(Cell::Null)),
            any::<i64>().prop_map(|n| Some(Cell::Int(n))),
            any::<f64>().prop_filter("equal to itself", |n| !n.is_nan()).prop_map(|n| Some(Cell::Number(n))),
            any::<String>().prop_map(|t| Some(Cell::Text(t))),
            any::<bool>().prop_map(|b| Some(Cell::Bool(b))),
        ]
    }

    proptest! {
        #[test]
        fn what_is_staged_comes_back_exactly(cells in proptest::collection::vec(cells(), 0..12)) {
            let columns: Vec<_> = (0..cells.len()).map(|n| (format!("c{n}"), Kind::Text, true)).collect();
            let values: Values = cells.into_iter().enumerate().filter_map(|(n, cell)| Some((format!("c{n}"), cell?))).collect();
            prop_assert_eq!(values_of(&columns, &bytes_of(&columns, &values)).unwrap(), values);
        }

        #[test]
        fn bytes_that_nobody_wrote_are_an_error_and_no_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let columns: Vec<_> = (0..4).map(|n| (format!("c{n}"), Kind::Text, true)).collect();
            let _ = values_of(&columns, &bytes);
        }
    }
}
