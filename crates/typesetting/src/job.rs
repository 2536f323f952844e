//! A page to be set: everything that this takes, and the format to write it in.

use crate::document::{Day, Document};
use crate::engine::Engine;
use crate::files::Files;
use crate::problems::Problems;

/// A format that a page is written in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Output {
    /// PDF/UA-1, see [`Document::pdf`].
    Pdf,
    /// SVG with live text, see [`Document::svg`].
    Svg,
    /// PNG, see [`Document::png`].
    Png { pixels_per_inch: f64 },
}

/// A page to be set. It holds all input, so that another process can do the work.
#[derive(Clone, Debug)]
pub struct Job {
    pub template: String,
    /// The template's name in problems.
    pub named: String,
    /// The files that the template may read, besides the data file.
    pub files: Files,
    /// The name of the data file.
    pub data: String,
    /// The data file for each attempt: the same page at smaller and smaller scales. The first attempt that fits one
    /// sheet of paper is used; if none fits, the last.
    pub attempts: Vec<Vec<u8>>,
    /// The date of the document.
    pub day: Day,
    pub output: Output,
}

impl Engine {
    /// Sets a page and writes it in the format of the job.
    ///
    /// Errors: those of [`Engine::set`] and of the format.
    pub fn write(&self, job: &Job) -> Result<Vec<u8>, Problems> {
        let document = self.set_to_fit(job)?;
        match job.output {
            Output::Pdf => document.pdf(),
            Output::Svg => Ok(document.svg().into_bytes()),
            Output::Png { pixels_per_inch } => document.png(pixels_per_inch),
        }
    }

    /// Sets a page with the first attempt that fits one sheet of paper, or else the last.
    ///
    /// Errors: those of [`Engine::set`], and a job without attempts.
    pub fn set_to_fit(&self, job: &Job) -> Result<Document, Problems> {
        let mut files = job.files.clone();
        let mut last = None;
        for attempt in &job.attempts {
            files.add(&job.data, attempt.clone());
            let document = self.set(&job.template, &job.named, &files, job.day)?;
            if document.pages() == 1 {
                return Ok(document);
            }
            last = Some(document);
        }
        last.ok_or_else(|| Problems::one(format!("{}: there is no data to set the page with", job.named)))
    }
}
