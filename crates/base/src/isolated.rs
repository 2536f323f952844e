//! Keeps the signs that turn the direction of writing inside the text that they are in.

use std::borrow::Cow;

const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';
const END_OF_EMBEDDING: char = '\u{202c}';

/// Whether nobody sees a sign and it turns the direction of the writing: embeddings, overrides and isolates of Unicode turn all that follows
/// until another ends it, the marks (left-to-right, right-to-left, Arabic letter) the signs beside them.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// The text as it may stand beside others: what it turns it turns back at its end, and it ends nothing that it did not begin. A text
/// without such signs stays as it is.
pub fn isolated(text: &str) -> Cow<'_, str> {
    if !text.contains(turns) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<String> = text.split('\n').map(isolated_line).collect();
    Cow::Owned(lines.join("\n"))
}

/// A line, which Unicode reads by itself.
fn isolated_line(line: &str) -> String {
    let mut shown = String::with_capacity(line.len() + 8);
    shown.push(ISOLATE);
    // what ends each sign that is still open
    let mut open: Vec<char> = vec![];
    for c in line.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(END_OF_EMBEDDING),
            '\u{2066}'..='\u{2068}' => open.push(END_OF_ISOLATE),
            END_OF_EMBEDDING if open.last() == Some(&END_OF_EMBEDDING) => drop(open.pop()),
            END_OF_ISOLATE if open.contains(&END_OF_ISOLATE) => while open.pop() != Some(END_OF_ISOLATE) {},
            END_OF_EMBEDDING | END_OF_ISOLATE => continue,
            _ => {}
        }
        shown.push(c);
    }
    shown.extend(open.into_iter().rev());
    shown.push(END_OF_ISOLATE);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_turns_it_turns_back() {
        assert_eq!(isolated("Accra"), "Accra");
        // a mark is open to what stands beside the name
        for mark in ['\u{200e}', '\u{200f}', '\u{61c}'] {
            assert_eq!(isolated(&format!("Accra{mark}")), format!("\u{2068}Accra{mark}\u{2069}"));
        }
        assert_eq!(isolated("\u{202e}arccA"), "\u{2068}\u{202e}arccA\u{202c}\u{2069}");
        assert_eq!(isolated("a\u{2067}b\u{202a}c"), "\u{2068}a\u{2067}b\u{202a}c\u{202c}\u{2069}\u{2069}");
        assert_eq!(isolated("a\u{2067}b\u{202a}c\u{2069}d"), "\u{2068}a\u{2067}b\u{202a}c\u{2069}d\u{2069}");
    }

    #[test]
    fn a_name_ends_nothing_that_it_did_not_begin() {
        assert_eq!(isolated("a\u{202c}b\u{2069}c"), "\u{2068}abc\u{2069}");
        assert_eq!(isolated("\u{202e}a\nb"), "\u{2068}\u{202e}a\u{202c}\u{2069}\n\u{2068}b\u{2069}");
    }

    #[test]
    fn every_text_begins_and_ends_alike() {
        for n in 0..9usize.pow(4) {
            let signs: String = (0..4)
                .map(|at| {
                    char::from_u32(
                        [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]
                            [n / 9usize.pow(at) % 9],
                    )
                    .unwrap()
                })
                .collect();
            let (mut embeddings, mut isolates) = (vec![0i32], 0);
            for c in isolated(&signs).chars() {
                match c {
                    '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => *embeddings.last_mut().unwrap() += 1,
                    '\u{202c}' => *embeddings.last_mut().unwrap() -= 1,
                    '\u{2066}'..='\u{2068}' => {
                        isolates += 1;
                        embeddings.push(0);
                    }
                    _ => {
                        isolates -= 1;
                        embeddings.pop();
                    }
                }
                assert!(isolates >= 0 && embeddings.iter().all(|n| *n >= 0), "{}", signs.escape_unicode());
            }
            assert!(isolates == 0 && embeddings == [0], "{}", signs.escape_unicode());
        }
    }
}
