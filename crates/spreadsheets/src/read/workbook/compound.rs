//! Finds the stream of a workbook in a compound file (MS-CFB).

/// The bytes of the stream with one of these names. `None` if the file is no compound file, is broken, or has no such stream.
pub(super) fn stream(file: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let header = Header::of(file)?;
    let fat = header.fat(file)?;
    let directory = header.chain(file, &fat, header.directory)?;
    let named =
        |wanted: &str| directory.chunks_exact(ENTRY).find(|entry| name_of(entry).as_deref() == Some(wanted));
    let entry = names.iter().find_map(|name| named(name))?;
    let (start, size) = (long(entry, 116)?, long(entry, 120)? as usize);
    let mut bytes = if size >= header.least {
        header.chain(file, &fat, start)?
    } else {
        let small = header.chain(file, &fat, long(&directory, 116)?)?;
        let small_fat = longs(&header.chain(file, &fat, header.small_fat)?);
        let sector = |n: usize| small.get(n * SMALL..(n + 1) * SMALL);
        follow(&small_fat, start, sector)?
    };
    bytes.truncate(size);
    Some(bytes)
}

/// The bytes of an entry of the directory, and of a small sector.
const ENTRY: usize = 128;
const SMALL: usize = 64;
/// Sector numbers from here on end a chain.
const LAST: u32 = 0xffff_fffa;

struct Header {
    sector: usize,
    directory: u32,
    small_fat: u32,
    /// Smaller streams are in small sectors.
    least: usize,
}

impl Header {
    fn of(file: &[u8]) -> Option<Header> {
        let shift = u16::from_le_bytes([*file.get(30)?, *file.get(31)?]);
        Some(Header {
            sector: 1usize.checked_shl(shift.into()).filter(|size| (512..=4096).contains(size))?,
            directory: long(file, 48)?,
            least: long(file, 56)? as usize,
            small_fat: long(file, 60)?,
        })
    }

    /// A sector; the header takes the place of one.
    fn sector<'a>(&self, file: &'a [u8], n: usize) -> Option<&'a [u8]> {
        let start = n.checked_add(1)?.checked_mul(self.sector)?;
        file.get(start..).map(|rest| &rest[..rest.len().min(self.sector)])
    }

    /// Which sector follows each. The first 109 sectors of this table are named in the header, others in sectors of their own.
    fn fat(&self, file: &[u8]) -> Option<Vec<u32>> {
        let mut sectors = longs(file.get(76..512)?);
        let (mut more, mut left) = (long(file, 68)?, file.len() / self.sector);
        while more < LAST && left > 0 {
            let mut listed = longs(self.sector(file, more as usize)?);
            more = listed.pop()?;
            sectors.extend(listed);
            left -= 1;
        }
        let mut fat = vec![];
        for n in sectors.into_iter().filter(|n| *n < LAST) {
            fat.extend(longs(self.sector(file, n as usize)?));
        }
        Some(fat)
    }

    fn chain(&self, file: &[u8], fat: &[u32], start: u32) -> Option<Vec<u8>> {
        follow(fat, start, |n| self.sector(file, n))
    }
}

/// The bytes of a chain of sectors. A chain that goes round is broken.
fn follow<'a>(fat: &[u32], start: u32, sector: impl Fn(usize) -> Option<&'a [u8]>) -> Option<Vec<u8>> {
    let (mut bytes, mut at, mut left) = (vec![], start, fat.len() + 1);
    while at < LAST {
        left = left.checked_sub(1)?;
        bytes.extend_from_slice(sector(at as usize)?);
        at = *fat.get(at as usize)?;
    }
    Some(bytes)
}

fn name_of(entry: &[u8]) -> Option<String> {
    let bytes = usize::from(u16::from_le_bytes([entry[64], entry[65]])).checked_sub(2)?;
    let units: Vec<u16> =
        entry.get(..bytes.min(62))?.chunks_exact(2).map(|c| u16::from_le_bytes([c[0], c[1]])).collect();
    String::from_utf16(&units).ok()
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

fn longs(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}
