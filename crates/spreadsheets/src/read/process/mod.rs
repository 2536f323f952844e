//! A workbook is read by a process of its own.
//!
//! A workbook is a program for its reader: packed a thousandfold, with counts that lie. So the same program reads it in another process,
//! which first gives up everything that could do harm: memory, time, files. That process sends rows, and the process that started it
//! keeps them on disk. If the reader dies, the file is refused and nothing else has happened.

mod ask;
mod serve;

pub(crate) use ask::read;
pub use serve::read_workbook;
