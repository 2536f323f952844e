//! The kind of a file, as words that can be stored and read back.

use std::fmt;
use std::str::FromStr;

use encoding_rs::Encoding;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    Text(TextFormat),
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

/// How a text file is written: its letters and its cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextFormat {
    pub encoding: &'static Encoding,
    pub separator: Separator,
    pub quote: Quote,
}

/// What separates the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
    Pipe,
    /// The file has one column.
    None,
}

/// Whether a quotation mark begins and ends a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quote {
    Double,
    /// Quotation marks are ordinary signs.
    None,
}

impl Separator {
    /// All separators. If two fit equally well, the first in this list is taken.
    pub const ALL: [Separator; 5] =
        [Separator::Tab, Separator::Semicolon, Separator::Pipe, Separator::Comma, Separator::None];

    pub fn byte(self) -> Option<u8> {
        match self {
            Separator::Comma => Some(b','),
            Separator::Semicolon => Some(b';'),
            Separator::Tab => Some(b'\t'),
            Separator::Pipe => Some(b'|'),
            Separator::None => None,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Separator::Comma => "comma",
            Separator::Semicolon => "semicolon",
            Separator::Tab => "tab",
            Separator::Pipe => "pipe",
            Separator::None => "one-column",
        }
    }
}

impl Format {
    /// The word for the kind, without encoding and separator.
    pub fn kind(&self) -> &'static str {
        match self {
            Format::Text(_) => "text",
            Format::Xlsx => "xlsx",
            Format::Xlsb => "xlsb",
            Format::Xls => "xls",
            Format::Ods => "ods",
        }
    }

    /// Whether the name of such a file may have this ending. An ending that says nothing suits every kind.
    pub(crate) fn may_end_in(&self, ending: &str) -> bool {
        match self {
            Format::Text(_) => {
                !["xlsx", "xlsm", "xltx", "xlsb", "xls", "xlt", "ods", "ots"].contains(&ending)
            }
            Format::Xlsx => ["xlsx", "xlsm", "xltx", "xltm"].contains(&ending),
            Format::Xlsb => ending == "xlsb",
            Format::Xls => ["xls", "xlt", "xla"].contains(&ending),
            Format::Ods => ["ods", "ots"].contains(&ending),
        }
    }
}

impl fmt::Display for Format {
    /// Writes `xlsx`, or `text windows-1252 semicolon`, with `no-quotes` at the end if quotation marks are ordinary signs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())?;
        let Format::Text(text) = self else { return Ok(()) };
        write!(f, " {} {}", text.encoding.name().to_lowercase(), text.separator.word())?;
        if text.quote == Quote::None { f.write_str(" no-quotes") } else { Ok(()) }
    }
}

impl FromStr for Format {
    type Err = ();

    /// Reads what [`Display`](fmt::Display) wrote. Errors: any other words.
    fn from_str(words: &str) -> Result<Format, ()> {
        let words: Vec<&str> = words.split_whitespace().collect();
        Ok(match words[..] {
            ["xlsx"] => Format::Xlsx,
            ["xlsb"] => Format::Xlsb,
            ["xls"] => Format::Xls,
            ["ods"] => Format::Ods,
            ["text", encoding, separator, ref rest @ ..] => Format::Text(TextFormat {
                encoding: Encoding::for_label(encoding.as_bytes()).ok_or(())?,
                separator: Separator::ALL.into_iter().find(|s| s.word() == separator).ok_or(())?,
                quote: match rest {
                    [] => Quote::Double,
                    ["no-quotes"] => Quote::None,
                    _ => return Err(()),
                },
            }),
            _ => return Err(()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_reads_back_from_its_words() {
        let mut all = vec![Format::Xlsx, Format::Xlsb, Format::Xls, Format::Ods];
        for encoding in [
            encoding_rs::UTF_8,
            encoding_rs::WINDOWS_1252,
            encoding_rs::UTF_16LE,
            encoding_rs::UTF_16BE,
            encoding_rs::GBK,
        ] {
            for separator in Separator::ALL {
                all.extend(
                    [Quote::Double, Quote::None]
                        .map(|quote| Format::Text(TextFormat { encoding, separator, quote })),
                );
            }
        }
        for format in all {
            assert_eq!(format.to_string().parse(), Ok(format), "{format}");
        }
        assert_eq!(
            "text iso-8859-1 semicolon".parse::<Format>().map(|f| f.to_string()),
            Ok("text windows-1252 semicolon".into())
        );
        for odd in
            ["", "pdf", "text", "text utf-8", "text klingon comma", "text utf-8 comma quotes", "xlsx utf-8"]
        {
            assert_eq!(odd.parse::<Format>(), Err(()), "{odd}");
        }
    }
}
