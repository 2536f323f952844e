//! Detects the encoding of a text, from all of its bytes.

use std::collections::BTreeSet;
use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::grid::Refusal;
use crate::read::file_section::{AT_ONCE, FileSection};
use crate::read::refuse::FileName;

pub(super) struct DetectedEncoding {
    pub encoding: &'static Encoding,
    /// From 0 to 1.
    pub sure: f64,
    /// The line of the first letter that cannot be read in UTF-8, and how many there are.
    pub broken: Option<(u64, u64)>,
}

/// The bytes with letters beyond ASCII that are enough to decide.
const EVIDENCE: usize = 2 * 1024 * 1024;

/// Reads the whole text once, because one letter in its last line may decide. `hint` is believed unless the bytes say otherwise.
///
/// Errors: the file is not text.
pub(super) fn detect(
    section: &FileSection,
    hint: Option<&'static Encoding>,
    file_name: &FileName,
) -> Result<DetectedEncoding, Refusal> {
    let start = section.start().map_err(|error| file_name.io(&error))?;
    let known = |encoding, sure| Ok(DetectedEncoding { encoding, sure, broken: None });
    if let Some((encoding, _)) = Encoding::for_bom(&start)
        && encoding != UTF_8
    {
        return known(encoding, 1.0);
    }
    if let Some(encoding) = sixteen_bits(&start) {
        return known(encoding, 0.95);
    }
    // no table is without a separator or a line end, and their other half is zero
    let wide = |encoding: &&'static Encoding| *encoding == UTF_16LE || *encoding == UTF_16BE;
    if let Some(encoding) = hint.filter(wide).filter(|_| start.contains(&0)) {
        return known(encoding, 1.0);
    }
    if start
        .iter()
        .filter(|byte| byte.is_ascii_control() && !b"\t\n\r\x0b\x0c\x1a\x1b".contains(byte))
        .count()
        * 50
        > start.len()
    {
        return Err(file_name.refuse("error-not-text"));
    }
    let mut eight = EightBits::new();
    let (mut from, mut bytes) = (section.again(), vec![0; AT_ONCE]);
    loop {
        let read = from.read(&mut bytes).map_err(|error| file_name.io(&error))?;
        if read == 0 {
            break;
        }
        if memchr::memchr(0, &bytes[..read]).is_some() {
            return Err(file_name.refuse("error-not-text"));
        }
        eight.feed(&bytes[..read]);
    }
    let letters = eight.letters > 0;
    let detected = eight.end();
    Ok(match hint.filter(|encoding| !wide(encoding)) {
        // The hint may come from last year's file. Letters in UTF-8 are in no other encoding, and other letters are not in UTF-8.
        Some(encoding)
            if (detected.encoding == UTF_8) == (encoding == UTF_8) || !letters && encoding != UTF_8 =>
        {
            DetectedEncoding { encoding, sure: 1.0, broken: detected.broken }
        }
        _ => detected,
    })
}

/// UTF-16 without a mark: every other byte of Latin letters, digits and separators is zero, and no other text has zeros.
fn sixteen_bits(start: &[u8]) -> Option<&'static Encoding> {
    let pairs = start.as_chunks::<2>().0;
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = |n: usize| n * 4 > pairs.len();
    let few = |n: usize| n * 100 <= pairs.len();
    match () {
        () if many(second) && few(first) => Some(UTF_16LE),
        () if many(first) && few(second) => Some(UTF_16BE),
        () => None,
    }
}

/// What is known so far of a text in UTF-8 or in an encoding of one byte for each letter.
struct EightBits {
    detector: EncodingDetector,
    fed: usize,
    /// The start of a letter that the last bytes cut.
    cut: Vec<u8>,
    line: u64,
    /// There is a CR; without a second line, LF never followed one.
    carriage_returns: bool,
    letters: u64,
    broken: Option<(u64, u64)>,
    western: Western,
}

impl EightBits {
    fn new() -> EightBits {
        EightBits {
            detector: EncodingDetector::new(Iso2022JpDetection::Deny),
            fed: 0,
            cut: vec![],
            line: 1,
            carriage_returns: false,
            letters: 0,
            broken: None,
            western: Western::default(),
        }
    }

    fn feed(&mut self, bytes: &[u8]) {
        self.carriage_returns |= memchr::memchr(b'\r', bytes).is_some();
        if bytes.is_ascii() && self.cut.is_empty() {
            self.line += lines(bytes);
            return;
        }
        if self.fed < EVIDENCE {
            self.fed += bytes.len();
            self.detector.feed(bytes, false);
            self.western.feed(bytes);
        }
        let mut all = std::mem::take(&mut self.cut);
        all.extend_from_slice(bytes);
        self.cut = self.walk(&all);
    }

    /// Counts the letters of UTF-8 and the bytes that are none; gives the start of a letter at the end.
    fn walk(&mut self, mut bytes: &[u8]) -> Vec<u8> {
        loop {
            let (good, rest) = match std::str::from_utf8(bytes) {
                Ok(_) => (bytes, &[][..]),
                Err(error) => bytes.split_at(error.valid_up_to()),
            };
            self.line += lines(good);
            // the first byte of every letter
            self.letters += good.iter().filter(|byte| **byte >= 0xc0).count() as u64;
            if rest.is_empty() {
                return vec![];
            }
            let Some(odd) = std::str::from_utf8(rest).err().and_then(|error| error.error_len()) else {
                return rest.to_vec();
            };
            self.break_letter();
            bytes = &rest[odd..];
        }
    }

    fn break_letter(&mut self) {
        let (row, n) = self.broken.unwrap_or((self.line, 0));
        self.broken = Some((row, n + 1));
    }

    fn end(mut self) -> DetectedEncoding {
        if !self.cut.is_empty() {
            self.break_letter();
        }
        let Some((_, n)) = self.broken else {
            return DetectedEncoding { encoding: UTF_8, sure: 1.0, broken: None };
        };
        // nothing else gives so many letters of UTF-8 by chance
        if self.letters > 9 * n {
            return DetectedEncoding { encoding: UTF_8, sure: 0.8, broken: self.broken };
        }
        self.detector.feed(b"", true);
        let guess = self.detector.guess(None, Utf8Detection::Deny);
        let (encoding, sure) = match () {
            // only the Macintosh of old ended lines with CR alone
            () if self.line == 1
                && self.carriage_returns
                && self.western.reads(MACINTOSH)
                && !self.western.reads(WINDOWS_1252) =>
            {
                (MACINTOSH, 0.8)
            }
            () if guess == WINDOWS_1252 => (guess, 0.95),
            () if self.western.likely() => (WINDOWS_1252, 0.7),
            () => (guess, 0.75),
        };
        DetectedEncoding { encoding, sure, broken: None }
    }
}

fn lines(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

/// The letters beyond ASCII of a text. If they are few, or few different ones, and all of them are letters of Spanish, French, Portuguese,
/// Catalan, Italian or German, the text is a western one, whatever else so few letters would allow.
#[derive(Default)]
struct Western {
    different: BTreeSet<u8>,
    all: usize,
}

/// With more letters than this the detector knows better.
const FEW: usize = 40;
const FEW_DIFFERENT: usize = 8;
const OF_THE_WEST: &str =
    "áéíóúñüçàèêâîôûëïöäãõìòùßæœÁÉÍÓÚÑÜÇÀÈÊÂÎÔÛËÏÖÄÃÕÌÒÙŒÆÿŸøØåÅ«»‹›„‚“”‘’–—…•·¿¡ºª°€£§²³½®©™±´µ\u{a0}";

impl Western {
    fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().filter(|byte| !byte.is_ascii()) {
            self.all += 1;
            self.different.insert(*byte);
        }
    }

    /// Whether this encoding makes only western letters and signs of them.
    fn reads(&self, encoding: &'static Encoding) -> bool {
        let bytes: Vec<u8> = self.different.iter().copied().collect();
        encoding.decode_without_bom_handling(&bytes).0.chars().all(|letter| OF_THE_WEST.contains(letter))
    }

    fn likely(&self) -> bool {
        (self.all <= FEW || self.different.len() <= FEW_DIFFERENT) && self.reads(WINDOWS_1252)
    }
}
