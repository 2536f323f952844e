//! How much memory, disk and time a file may take.

use serde::{Deserialize, Serialize};

/// How much a file may take. A file that takes more is refused, so that it cannot slow down or fill the machine.
///
/// The memory of the process that opens a file does not grow with its rows: it holds at most one row (`row`) and some buffers. A workbook
/// is opened by a process of its own that gets `memory` and no more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of a text file.
    pub text: u64,
    /// Bytes of a workbook, packed as it is.
    pub workbook: u64,
    /// Bytes of all parts of a workbook, unpacked. They are counted while unpacking: what the file says is not believed.
    pub unpacked: u64,
    /// Bytes of one part, unpacked.
    pub part: u64,
    /// Parts in a workbook.
    pub parts: usize,
    /// Bytes of a cell.
    pub cell: usize,
    /// Bytes of a row.
    pub row: usize,
    pub columns: usize,
    /// Bytes that cells and rows may add by being repeated: a few letters of ODS can stand for a thousand million cells.
    pub repeated: u64,
    /// Bytes of address space for the process that opens a workbook.
    pub memory: u64,
    /// Seconds of processor time for it.
    pub seconds: u64,
    /// Bytes of the rows of a workbook that are kept on disk while it is read.
    pub spool: u64,
}

const MIB: u64 = 1 << 20;
const GIB: u64 = 1 << 30;

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            text: 4 * GIB,
            workbook: 200 * MIB,
            unpacked: GIB,
            part: 700 * MIB,
            parts: 10_000,
            cell: MIB as usize,
            row: 16 * MIB as usize,
            columns: 2_000,
            repeated: 32 * MIB,
            memory: GIB,
            seconds: 60,
            spool: 2 * GIB,
        }
    }
}
