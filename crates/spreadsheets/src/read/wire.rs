//! The messages of the process that reads a workbook, as bytes: sent to another process, and kept on disk.
//!
//! A frame is the length of its message (four bytes, the lowest first) and the message. What comes in is not believed: a length is checked
//! against its limit before anything is kept, and a message that cannot be read is an error.

use std::io::{self, Read, Write};

use jiff::civil::{Date, DateTime};

use super::format::Format;
use super::notes::{NOTES, Note};
use super::refuse::{ARGS, REFUSALS};
use crate::grid::{Merge, Refusal, Row, Value};

/// What is sent about a workbook, in this order: its format, then each sheet with its rows and its merged cells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Message {
    Format(Format),
    Note(Note),
    Sheet(String),
    Row(Row),
    Merges(Vec<Merge>),
    Refused(Refusal),
    /// Everything was sent. If this is missing, the messages were cut off.
    Done,
}

/// The longest frame: a row may have [`Limits::row`](super::Limits) bytes, and its cells take some more.
const LONGEST: usize = 64 * 1024 * 1024;

pub(crate) fn write(to: &mut impl Write, message: &Message) -> io::Result<()> {
    let mut bytes = vec![0; 4];
    put(&mut bytes, message);
    let length = (bytes.len() - 4) as u32;
    bytes[..4].copy_from_slice(&length.to_le_bytes());
    to.write_all(&bytes)
}

/// The next frame; none at a clean end.
pub(crate) fn read(from: &mut impl Read) -> io::Result<Option<Message>> {
    let mut length = [0; 4];
    match from.read(&mut length)? {
        0 => return Ok(None),
        n => from.read_exact(&mut length[n..])?,
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![];
    from.take(length as u64).read_to_end(&mut bytes)?;
    if bytes.len() < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    take(&mut Bytes(&bytes)).map(Some).ok_or(io::ErrorKind::InvalidData.into())
}

fn put(to: &mut Vec<u8>, message: &Message) {
    match message {
        Message::Format(format) => {
            to.push(0);
            put_text(to, &format.to_string());
        }
        Message::Note(Note { key, args }) => {
            to.push(1);
            put_keyed(to, key, args);
        }
        Message::Sheet(name) => {
            to.push(2);
            put_text(to, name);
        }
        Message::Row(row) => {
            to.push(3);
            to.extend(row.number.to_le_bytes());
            put_number(to, row.cells.len());
            row.cells.iter().for_each(|cell| put_value(to, cell));
        }
        Message::Merges(merges) => {
            to.push(4);
            put_number(to, merges.len());
            for merge in merges {
                for number in [merge.rows.0, merge.rows.1, merge.columns.0 as u64, merge.columns.1 as u64] {
                    to.extend(number.to_le_bytes());
                }
            }
        }
        Message::Refused(refusal) => {
            to.push(5);
            put_keyed(to, refusal.key, &refusal.args);
            to.extend(refusal.row.map_or(u64::MAX, |row| row).to_le_bytes());
        }
        Message::Done => to.push(6),
    }
}

fn take(from: &mut Bytes) -> Option<Message> {
    Some(match from.byte()? {
        0 => Message::Format(from.text()?.parse().ok()?),
        1 => {
            let (key, args) = take_keyed(from, &NOTES)?;
            Message::Note(Note { key, args })
        }
        2 => Message::Sheet(from.text()?),
        3 => {
            let number = from.long()?;
            Message::Row(Row { number, cells: from.list(take_value)? })
        }
        4 => Message::Merges(from.list(|from| {
            let mut four = [0; 4];
            for number in &mut four {
                *number = from.long()?;
            }
            let column = |n: u64| usize::try_from(n).ok();
            Some(Merge { rows: (four[0], four[1]), columns: (column(four[2])?, column(four[3])?) })
        })?),
        5 => {
            let (key, args) = take_keyed(from, &REFUSALS)?;
            let row = Some(from.long()?).filter(|row| *row != u64::MAX);
            Message::Refused(Refusal { key, args, row })
        }
        6 => Message::Done,
        _ => return None,
    })
}

fn put_value(to: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Empty => to.push(0),
        Value::Text(text) => {
            to.push(1);
            put_text(to, text);
        }
        Value::Number(number) => {
            to.push(2);
            to.extend(number.to_le_bytes());
        }
        Value::Bool(yes) => to.extend([3, u8::from(*yes)]),
        Value::Day(day) => {
            to.push(4);
            put_text(to, &day.to_string());
        }
        Value::Instant(instant) => {
            to.push(5);
            put_text(to, &instant.to_string());
        }
        Value::Wrong(text) => {
            to.push(6);
            put_text(to, text);
        }
    }
}

fn take_value(from: &mut Bytes) -> Option<Value> {
    Some(match from.byte()? {
        0 => Value::Empty,
        1 => Value::Text(from.text()?),
        2 => Value::Number(f64::from_bits(from.long()?)),
        3 => Value::Bool(from.byte()? == 1),
        4 => Value::Day(from.text()?.parse::<Date>().ok()?),
        5 => Value::Instant(from.text()?.parse::<DateTime>().ok()?),
        6 => Value::Wrong(from.text()?),
        _ => return None,
    })
}

fn put_keyed(to: &mut Vec<u8>, key: &str, args: &[(&'static str, String)]) {
    put_text(to, key);
    put_number(to, args.len());
    for (name, value) in args {
        put_text(to, name);
        put_text(to, value);
    }
}

type Keyed = (&'static str, Vec<(&'static str, String)>);

fn take_keyed(from: &mut Bytes, keys: &[&'static str]) -> Option<Keyed> {
    let known = |of: &[&'static str], word: String| of.iter().find(|known| **known == word).copied();
    let key = known(keys, from.text()?)?;
    let args = from.list(|from| Some((known(&ARGS, from.text()?)?, from.text()?)))?;
    Some((key, args))
}

fn put_text(to: &mut Vec<u8>, text: &str) {
    put_number(to, text.len());
    to.extend(text.as_bytes());
}

fn put_number(to: &mut Vec<u8>, number: usize) {
    // a frame is far shorter than four bytes can say
    to.extend((number as u32).to_le_bytes());
}

struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn some<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*first)
    }

    fn byte(&mut self) -> Option<u8> {
        self.some::<1>().map(|[byte]| byte)
    }

    fn long(&mut self) -> Option<u64> {
        self.some().map(u64::from_le_bytes)
    }

    fn number(&mut self) -> Option<usize> {
        self.some().map(|bytes| u32::from_le_bytes(bytes) as usize)
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    /// As many as are said to follow; room is made only for what is there.
    fn list<T>(&mut self, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let n = self.number()?;
        if n > self.0.len() {
            return None;
        }
        (0..n).map(|_| one(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    fn all() -> Vec<Message> {
        let cells = vec![
            Value::Empty,
            Value::Text("Bogotá\n\"D.C.\"".into()),
            Value::Number(0.1 + 0.2),
            Value::Number(f64::MIN_POSITIVE),
            Value::Bool(true),
            Value::Day(date(2020, 2, 29)),
            Value::Instant(datetime(1999, 12, 31, 23, 59, 59, 123_000_000)),
            Value::Wrong("#N/A".into()),
        ];
        let mut all: Vec<Message> =
            [Format::Xlsx, Format::Xlsb, Format::Xls, Format::Ods].map(Message::Format).into();
        all.extend([
            Message::Note(Note { key: "note-hidden-sheet", args: vec![("sheet", "Hoja 2".into())] }),
            Message::Sheet("Hoja 1".into()),
            Message::Row(Row { number: 1_048_576, cells }),
            Message::Merges(vec![Merge { rows: (1, 2), columns: (0, 16_383) }]),
            Message::Refused(Refusal {
                key: "error-long-cell",
                args: vec![("file", "a.xlsx".into()), ("most", "1 MiB".into())],
                row: Some(7),
            }),
            Message::Done,
        ]);
        all
    }

    #[test]
    fn what_is_told_is_what_is_heard() {
        let mut bytes = vec![];
        for message in all() {
            write(&mut bytes, &message).unwrap();
        }
        let mut from = &bytes[..];
        for message in all() {
            assert_eq!(read(&mut from).unwrap(), Some(message));
        }
        assert_eq!(read(&mut from).unwrap(), None);
    }

    #[test]
    fn a_frame_that_is_cut_or_changed_is_an_error_and_nothing_worse() {
        for message in all() {
            let mut bytes = vec![];
            write(&mut bytes, &message).unwrap();
            for length in 1..bytes.len() {
                assert!(read(&mut &bytes[..length]).is_err(), "{message:?} cut to {length}");
            }
            for at in 0..bytes.len() {
                for flip in [0xff, 0x01, 0x80] {
                    let mut changed = bytes.clone();
                    changed[at] ^= flip;
                    let _ = read(&mut &changed[..]);
                }
            }
        }
        assert!(read(&mut &[0xff; 64][..]).is_err());
    }
}
