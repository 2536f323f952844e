//! Problems of setting a page, worded for the person who runs the program.

use std::fmt;

use typst::diag::SourceDiagnostic;
use typst::syntax::{DiagSpan, Source};

/// Why a page could not be set: one sentence each, with the file, the line and the text if known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<String>);

impl Problems {
    pub(crate) fn one(text: String) -> Problems {
        Problems(vec![text])
    }

    /// The messages of Typst, each with its line in the template.
    pub(crate) fn worded(main: &Source, named: &str, found: &[SourceDiagnostic]) -> Problems {
        Problems(
            found
                .iter()
                .map(|it| {
                    // an error deep inside the template is reported at the line of the call
                    let spans = std::iter::once(it.span).chain(it.trace.iter().map(|call| call.span.into()));
                    let place = match spans.filter_map(|span| line(main, span)).next() {
                        Some(line) => format!("{named}, line {line}"),
                        None => named.to_string(),
                    };
                    let hints: String = it.hints.iter().map(|hint| format!("; {}", hint.v)).collect();
                    format!("{place}: {}{hints}", it.message)
                })
                .collect(),
        )
    }
}

/// The line of a position in the template, from 1.
fn line(main: &Source, span: DiagSpan) -> Option<usize> {
    if span.id() != Some(main.id()) {
        return None;
    }
    let range = match span.get() {
        typst::syntax::DiagSpanKind::Number { num, sub_range, .. } => main.range(num, sub_range)?,
        typst::syntax::DiagSpanKind::Range { range, .. } => range,
        typst::syntax::DiagSpanKind::Detached => return None,
    };
    main.lines().byte_to_line(range.start).map(|line| line + 1)
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for Problems {}
