//! Jobs and answers as bytes, for the pipes between two processes.
//!
//! A frame is its length (four bytes, the lowest first) and its content. A frame that is too long, cut or malformed is
//! an error; it never makes the reader panic or take more memory than the limit.

use std::io::{self, Read, Write};

use crate::files::Files;
use crate::job::{Job, Output};
use crate::problems::Problems;

/// The answer to a job: the file that was asked for, or why there is none.
pub(crate) type Answer = Result<Vec<u8>, Problems>;

/// The maximum length of a frame. A page with its drawings takes less than 1 MiB, a picture of it too.
const MOST: usize = 64 << 20;

/// Writes the content as a frame.
///
/// Errors: `InvalidInput` if it is longer than the limit, or that of the writer.
pub(crate) fn write_frame(to: &mut impl Write, content: &[u8]) -> io::Result<()> {
    if content.len() > MOST {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("{} bytes are too many for a page", content.len()),
        ));
    }
    to.write_all(&(content.len() as u32).to_le_bytes())?;
    to.write_all(content)?;
    to.flush()
}

/// The content of the next frame. `None` if the input ended before it.
pub(crate) fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match from.read(&mut length)? {
        0 => return Ok(None),
        n => from.read_exact(&mut length[n..])?,
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > MOST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut content = vec![];
    from.take(length as u64).read_to_end(&mut content)?;
    if content.len() < length { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(Some(content)) }
}

/// A job as the content of a frame.
pub(crate) fn of_job(job: &Job) -> Vec<u8> {
    let mut to = vec![];
    put(&mut to, job.template.as_bytes());
    put(&mut to, job.named.as_bytes());
    put_number(&mut to, job.files.all().len());
    for (name, bytes) in job.files.all() {
        put(&mut to, name.as_bytes());
        to.push(u8::from(job.files.drawings().contains(bytes)));
        put(&mut to, bytes);
    }
    put(&mut to, job.data.as_bytes());
    put_number(&mut to, job.attempts.len());
    job.attempts.iter().for_each(|attempt| put(&mut to, attempt));
    let (year, month, day) = job.day;
    to.extend(year.to_le_bytes());
    to.extend([month, day]);
    match job.output {
        Output::Pdf => to.push(0),
        Output::Svg => to.push(1),
        Output::Png { pixels_per_inch } => {
            to.push(2);
            to.extend(pixels_per_inch.to_le_bytes());
        }
    }
    to
}

/// The job in the content of a frame. `None` if it is not one.
pub(crate) fn to_job(content: &[u8]) -> Option<Job> {
    let mut from = Content(content);
    let (template, named) = (from.text()?, from.text()?);
    let mut files = Files::default();
    for _ in 0..from.number()? {
        let name = from.text()?;
        match from.some()? {
            [0] => files.add(&name, from.bytes()?.to_vec()),
            [1] => files.add_drawing(&name, from.text()?),
            _ => return None,
        }
    }
    let data = from.text()?;
    let mut attempts = vec![];
    for _ in 0..from.number()? {
        attempts.push(from.bytes()?.to_vec());
    }
    let year = i32::from_le_bytes(from.some()?);
    let [month, day, output] = from.some()?;
    let output = match output {
        0 => Output::Pdf,
        1 => Output::Svg,
        2 => Output::Png { pixels_per_inch: f64::from_le_bytes(from.some()?) },
        _ => return None,
    };
    from.0.is_empty().then_some(Job {
        template,
        named,
        files,
        data,
        attempts,
        day: (year, month, day),
        output,
    })
}

/// An answer as the content of a frame.
pub(crate) fn of_answer(answer: &Answer) -> Vec<u8> {
    let mut to = vec![];
    match answer {
        Ok(file) => {
            to.push(0);
            to.extend(file);
        }
        Err(Problems(sentences)) => {
            to.push(1);
            put_number(&mut to, sentences.len());
            sentences.iter().for_each(|sentence| put(&mut to, sentence.as_bytes()));
        }
    }
    to
}

/// The answer in the content of a frame. `None` if it is not one.
pub(crate) fn to_answer(mut content: Vec<u8>) -> Option<Answer> {
    let (kind, rest) = content.split_first()?;
    match kind {
        0 => {
            content.remove(0);
            Some(Ok(content))
        }
        1 => {
            let mut from = Content(rest);
            let mut sentences = vec![];
            for _ in 0..from.number()? {
                sentences.push(from.text()?);
            }
            from.0.is_empty().then_some(Err(Problems(sentences)))
        }
        _ => None,
    }
}

fn put(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len());
    to.extend(bytes);
}

/// A number that does not fit four bytes makes a frame that is refused for its length.
fn put_number(to: &mut Vec<u8>, number: usize) {
    to.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

/// The rest of a content that is being read.
struct Content<'a>(&'a [u8]);

impl<'a> Content<'a> {
    fn some<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        self.some().map(|bytes| u32::from_le_bytes(bytes) as usize)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn text(&mut self) -> Option<String> {
        String::from_utf8(self.bytes()?.to_vec()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(output: Output) -> Job {
        let mut files = Files::default();
        files.add("logo.png", vec![0, 159, 255]);
        files.add_drawing("drawings/0.svg", "<svg/>".into());
        let attempts = vec![b"{\"scale\":1}".to_vec(), vec![]];
        Job {
            template: "#let".into(),
            named: "página.typ".into(),
            files,
            data: "page.json".into(),
            attempts,
            day: (-1, 2, 29),
            output,
        }
    }

    fn frame(content: &[u8]) -> Vec<u8> {
        let mut bytes = vec![];
        write_frame(&mut bytes, content).unwrap();
        bytes
    }

    #[test]
    fn a_job_arrives_as_it_was_sent() {
        for output in [Output::Pdf, Output::Svg, Output::Png { pixels_per_inch: 150.0 }] {
            let sent = job(output);
            let content = read_frame(&mut &frame(&of_job(&sent))[..]).unwrap().unwrap();
            assert_eq!(format!("{:?}", to_job(&content).unwrap()), format!("{sent:?}"));
        }
    }

    #[test]
    fn an_answer_arrives_as_it_was_sent() {
        for answer in [
            Ok(vec![]),
            Ok(vec![1, 0, 1]),
            Err(Problems(vec![])),
            Err(Problems(vec!["línea 1".into(), "".into()])),
        ] {
            assert_eq!(to_answer(of_answer(&answer)), Some(answer));
        }
    }

    #[test]
    fn a_frame_that_is_cut_or_changed_is_an_error_and_nothing_worse() {
        let all = [
            of_job(&job(Output::Png { pixels_per_inch: 150.0 })),
            of_answer(&Err(Problems(vec!["why".into()]))),
        ];
        for content in all {
            let bytes = frame(&content);
            for length in 1..bytes.len() {
                assert!(read_frame(&mut &bytes[..length]).is_err(), "cut to {length}");
            }
            for length in 0..content.len() {
                assert!(to_job(&content[..length]).is_none(), "cut to {length}");
            }
            for at in 0..content.len() {
                for flip in [0xff, 0x01, 0x80] {
                    let mut changed = content.clone();
                    changed[at] ^= flip;
                    let _ = to_job(&changed);
                    let _ = to_answer(changed);
                }
            }
        }
        assert!(read_frame(&mut &[0xff; 64][..]).is_err());
        assert!(read_frame(&mut &[][..]).unwrap().is_none(), "the input has ended");
    }
}
