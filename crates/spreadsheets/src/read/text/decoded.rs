//! Turns bytes of any encoding into UTF-8.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, Encoding};

/// Reads text of another encoding as UTF-8, without a byte order mark. Bytes that are no letter become U+FFFD.
pub(super) struct Decoded<R> {
    from: R,
    decoder: Decoder,
    raw: Box<[u8]>,
    /// What is read of `raw` and not yet decoded.
    left: (usize, usize),
    ended: bool,
    /// The decoder has given its last.
    done: bool,
    /// Decoded, not yet taken: for readers with less room than one character.
    held: Vec<u8>,
}

const AT_ONCE: usize = 32 * 1024;
/// A decoder wants room for a character and a sign for a broken one.
const ROOM: usize = 16;

impl<R: Read> Decoded<R> {
    pub(super) fn new(from: R, encoding: &'static Encoding) -> Decoded<R> {
        let decoder = encoding.new_decoder_with_bom_removal();
        Decoded {
            from,
            decoder,
            raw: vec![0; AT_ONCE].into(),
            left: (0, 0),
            ended: false,
            done: false,
            held: vec![],
        }
    }

    fn decode(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while !self.done {
            if self.left.0 == self.left.1 && !self.ended {
                let read = self.from.read(&mut self.raw)?;
                self.left = (0, read);
                self.ended = read == 0;
            }
            let (result, read, written, _) =
                self.decoder.decode_to_utf8(&self.raw[self.left.0..self.left.1], into, self.ended);
            self.left.0 += read;
            self.done = self.ended && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.held.is_empty() && into.len() >= ROOM {
            return self.decode(into);
        }
        if self.held.is_empty() {
            let mut room = [0; ROOM];
            let written = self.decode(&mut room)?;
            self.held.extend_from_slice(&room[..written]);
        }
        let n = self.held.len().min(into.len());
        into[..n].copy_from_slice(&self.held[..n]);
        self.held.drain(..n);
        Ok(n)
    }
}
