//! `look`: shows the tables in a file and where they would go, and saves the match as a mapping.

use crate::terminal::say;
use std::path::PathBuf;

use clap::Args;
use console::{measure_text_width, pad_str, truncate_str};
use decapolis_import::intake::{CellSource, Mapping, Matched, Proposal};
use decapolis_register::table::{Codes, Kind};
use decapolis_spreadsheets::{DateOrder, Guess, Reads, YearsAcross, years_across};
use decapolis_words::Locale;
use decapolis_words::errors::Result;

use super::saved_mapping::save;
use crate::app::App;
use crate::cli::register::{network, open, terminal_language};
use crate::import::matching::{command, proposals};
use crate::import::opened::{FoundTable, Opened, open_file};
use crate::import::options::ImportOptions;
use crate::import::recognition::Recognition;
use crate::import::words::{missing, percent, table_name};
use crate::modules;

#[derive(Args)]
pub struct Look {
    /// A spreadsheet or a text file.
    path: PathBuf,
    #[command(flatten)]
    asked: ImportOptions,
    /// Save the proposal as a mapping with this name.
    #[arg(long, value_name = "NAME")]
    save: Option<String>,
    /// Overwrite an existing mapping.
    #[arg(long)]
    force: bool,
}

pub async fn look(args: Look) -> Result<()> {
    // `look` creates no register; without one, a temporary register describes the tables
    let nowhere = std::env::temp_dir().join(format!("decapolis-look-{}.db", std::process::id()));
    let there = crate::cli::register::must_exist(&crate::cli::register::database()).is_ok();
    let app = if there {
        open().await?
    } else {
        crate::opening::open(&nowhere.to_string_lossy(), network().as_deref()).await?
    };
    let looked = look_with(&app, args).await;
    app.db.close().await;
    if !there {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", nowhere.display()));
        }
    }
    looked
}

async fn look_with(app: &App, args: Look) -> Result<()> {
    let language = terminal_language(app);
    let locale = app.locale(&language).expect("a language with words");
    let recognition = Recognition::of(app, network().as_deref())?;
    let opened = open_file(&recognition, &args.path, &args.asked)?;
    let page = Page { locale: &locale, width: width() };
    page.file(&opened);
    let mut saved = false;
    for table in &opened.tables {
        let proposals = match &table.mapping {
            Some(_) => vec![],
            None => proposals(app, &recognition, &opened, table, &args.asked).await?,
        };
        page.table(table, &opened, proposals.first());
        page.then(table, &opened, &proposals, &args.asked, args.save.is_some());
        if let (Some(name), Some(proposal), false) = (&args.save, proposals.first(), saved) {
            save(&recognition, name, args.force, proposal, &opened, table, &args.asked, &locale)?;
            saved = true;
        }
    }
    Ok(())
}

/// Prints what was found in a file, as wide as the terminal.
pub(super) struct Page<'a> {
    pub(super) locale: &'a Locale<'a>,
    pub(super) width: usize,
}

/// The width of the terminal: `COLUMNS`, or 80.
pub(super) fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    said.unwrap_or_else(|| usize::from(console::Term::stdout().size_checked().map_or(80, |s| s.1)))
        .clamp(60, 160)
}

impl Page<'_> {
    pub(super) fn file(&self, opened: &Opened) {
        let args = [("file", opened.file.as_str().into()), ("format", opened.format.to_string().into())];
        say!("{}", self.locale.with("look-file", &args.into()));
        for note in &opened.told {
            self.wrapped(2, &self.locale.message(note));
        }
    }

    pub(super) fn table(&self, table: &FoundTable, opened: &Opened, proposal: Option<&Proposal>) {
        let t = self.locale;
        let found = &table.sheet.found;
        say!("");
        if !table.name.is_empty() && opened.tables.iter().any(|other| other.name != table.name) {
            say!("{}", t.with("look-sheet", &[("sheet", table.name.as_str().into())].into()));
        }
        self.heading(table);
        say!("");
        let widths = self.widths();
        self.line(
            &widths,
            [&t.say("look-column"), &t.say("look-reads"), &t.say("look-sure"), &t.say("look-into")],
        );
        let across = years_across(found);
        let in_years =
            |at: usize| across.as_ref().is_some_and(|a| a.columns.iter().any(|(column, _)| *column == at));
        for (at, column) in found.columns.iter().enumerate() {
            if in_years(at)
                && across.as_ref().is_some_and(|a| a.columns.first().is_some_and(|first| first.0 != at))
            {
                continue;
            }
            let matched: Vec<&Matched> =
                proposal.iter().flat_map(|p| &p.matched).filter(|m| m.at == at).collect();
            let mut into: Vec<String> = matched.iter().map(|m| m.column.clone()).collect();
            into.extend(table.mapping.iter().flat_map(|mapping| mapping.reading(found, at)));
            let name = match &across {
                Some(across) if in_years(at) => self.years(across),
                _ => found.name(at),
            };
            let sure = format!("{} %", percent(column.guess.sure));
            let asked = matches!(column.guess.reads, Reads::Day { .. }) && found.days(at).is_unclear();
            let holds = if asked { t.say("reads-day-unclear") } else { self.reads(column.guess.reads) };
            self.line(&widths, [&name, &holds, &sure, &into.join(", ")]);
            self.guess(&column.guess);
            for m in matched {
                let sure = [("why", t.message(&m.why).into()), ("sure", percent(m.sure).into())];
                let why = t.with("match-sure", &sure.into());
                self.wrapped(4, &t.named(&format!("→ {}", m.column), &why));
            }
        }
        for (column, origin) in proposal.iter().flat_map(|p| &p.set) {
            if let CellSource::Fixed(words) = &origin.from {
                let why = t.with("match-set", &[("words", words.as_str().into())].into());
                self.wrapped(2, &t.named(&format!("→ {column}"), &why));
            }
        }
    }

    /// Prints where the table is, how sure that is, its heading, and the notes above it.
    fn heading(&self, table: &FoundTable) {
        let (t, found) = (self.locale, &table.sheet.found);
        let args = [
            ("n", table.number.to_string().into()),
            ("first", found.rows.0.to_string().into()),
            ("last", found.rows.1.to_string().into()),
            ("sure", percent(found.sure).into()),
        ];
        let rows: Vec<String> = found.heading.iter().map(u64::to_string).collect();
        let heading = match rows.len() {
            0 => t.say("look-no-heading"),
            n => t.with("look-heading", &[("n", n.into()), ("rows", rows.join(", ").into())].into()),
        };
        self.wrapped(0, &format!("{}; {heading}", t.with("look-table", &args.into())));
        for (row, text) in found.notes.iter().take(3) {
            self.one_line(2, &format!("{row}: {text}"));
        }
    }

    /// The words for columns that are years.
    fn years(&self, across: &YearsAcross) -> String {
        let year = |c: Option<&(usize, i32)>| c.map(|c| c.1.to_string()).unwrap_or_default();
        let (first, last) = (year(across.columns.first()), year(across.columns.last()));
        self.locale.with("look-years", &[("first", first.into()), ("last", last.into())].into())
    }

    fn guess(&self, guess: &Guess) {
        let examples: Vec<String> = guess.examples.iter().take(5).map(|e| e.replace('\n', " ⏎ ")).collect();
        if !examples.is_empty() {
            self.one_line(4, &examples.join(" · "));
        }
        let odd: Vec<String> = guess
            .odd
            .iter()
            .take(3)
            .map(|(row, text)| {
                self.locale.with(
                    "look-odd-row",
                    &[("row", row.to_string().into()), ("text", text.as_str().into())].into(),
                )
            })
            .collect();
        if !odd.is_empty() {
            self.wrapped(4, &self.locale.named(&self.locale.say("look-odd"), &odd.join("; ")));
        }
    }

    /// Prints what would happen to the table, and the commands to run next.
    pub(super) fn then(
        &self,
        table: &FoundTable,
        opened: &Opened,
        proposals: &[Proposal],
        asked: &ImportOptions,
        saving: bool,
    ) {
        let t = self.locale;
        say!("");
        let import = command("import", opened, table, asked);
        if let Some(mapping) = &table.mapping {
            match table.own {
                Some(own) => {
                    self.wrapped(0, &t.with("look-own", &[("table", self.table_name(own).into())].into()))
                }
                None => self.known(mapping),
            }
            say!("{}", t.with("look-then-import", &[("command", import.into())].into()));
            return;
        }
        let Some(best) = proposals.first() else { return say!("{}", t.say("look-no-proposal")) };
        self.proposal(best, table);
        let others: Vec<String> = proposals
            .iter()
            .skip(1)
            .take(3)
            .map(|p| format!("{} ({} %)", p.table, percent(p.sure)))
            .collect();
        if !others.is_empty() {
            self.wrapped(2, &t.with("look-proposals", &[("tables", others.join(", ").into())].into()));
        }
        if best.is_whole() && (best.sure >= 0.9 || asked.into.is_some()) {
            say!("{}", t.with("look-then-import", &[("command", import.into())].into()));
        } else if !best.is_whole() {
            let into = if asked.into.is_some() { String::new() } else { format!(" --into {}", best.table) };
            let sets: String = best.missing.iter().map(|column| say_where(best.table, column)).collect();
            say!(
                "{}",
                t.with(
                    "look-then-set",
                    &[("command", format!("{}{into}{sets}", command("look", opened, table, asked)).into())]
                        .into()
                )
            );
        }
        if !saving {
            let save = format!("{} --save …", command("look", opened, table, asked));
            say!("{}", t.with("look-then-save", &[("command", save.into())].into()));
        }
    }

    /// Prints the proposal, and the columns on either side that it has no place for.
    fn proposal(&self, best: &Proposal, table: &FoundTable) {
        let t = self.locale;
        let args = [
            ("table", self.table_name(best.table).into()),
            ("name", best.table.into()),
            ("sure", percent(best.sure).into()),
        ];
        self.wrapped(0, &t.with("look-proposal", &args.into()));
        if !best.unmatched.is_empty() {
            let names: Vec<String> = best.unmatched.iter().map(|at| table.sheet.found.name(*at)).collect();
            self.wrapped(2, &t.with("look-nowhere", &[("columns", names.join(", ").into())].into()));
        }
        if !best.is_whole() {
            self.wrapped(
                2,
                &t.with("look-missing", &[("columns", missing(best, modules::tables(), t).into())].into()),
            );
        }
    }

    fn known(&self, mapping: &Mapping) {
        let t = self.locale;
        let note = mapping.note.words(t.language);
        self.wrapped(
            0,
            &t.with("look-known", &[("mapping", mapping.name.as_str().into()), ("note", note.into())].into()),
        );
        if let Some(source) = &mapping.source {
            self.wrapped(2, &t.with("look-known-source", &[("source", source.as_str().into())].into()));
        }
        if let Some(licence) = &mapping.licence {
            self.wrapped(2, &t.with("look-known-licence", &[("licence", licence.as_str().into())].into()));
        }
        for into in &mapping.into {
            let columns: Vec<&str> = into.columns.keys().map(String::as_str).collect();
            self.wrapped(
                2,
                &format!("→ {} ({}): {}", self.table_name(&into.table), into.table, columns.join(", ")),
            );
        }
    }

    fn table_name(&self, table: &str) -> String {
        table_name(table, self.locale)
    }

    fn reads(&self, reads: Reads) -> String {
        let key = match reads {
            Reads::Text => "reads-text",
            Reads::Code => "reads-code",
            Reads::Whole { .. } => "reads-whole",
            Reads::Number { .. } => "reads-number",
            Reads::Percent { .. } => "reads-percent",
            Reads::Year => "reads-year",
            Reads::Day { order: DateOrder::YearMonthDay } => "reads-day-y-m-d",
            Reads::Day { order: DateOrder::DayMonthYear } => "reads-day-d-m-y",
            Reads::Day { order: DateOrder::MonthDayYear } => "reads-day-m-d-y",
            Reads::YesNo => "reads-yes-no",
            Reads::Degrees => "reads-degrees",
            Reads::Coordinates => "reads-coordinates",
            Reads::List { separator: '\n' } => "reads-list-lines",
            Reads::List { separator } => {
                return self.locale.with("reads-list", &[("separator", separator.to_string().into())].into());
            }
        };
        self.locale.say(key)
    }

    /// The widths of the columns: name, content, certainty, target.
    fn widths(&self) -> [usize; 4] {
        let (holds, sure, into) = if self.width >= 100 { (26, 9, 30) } else { (22, 9, 20) };
        [self.width - holds - sure - into, holds, sure, into]
    }

    fn line(&self, widths: &[usize; 4], cells: [&str; 4]) {
        let mut line = String::new();
        for (width, cell) in widths.iter().zip(cells) {
            let flat = cell.replace('\n', " ");
            let cut = truncate_str(&flat, width - 2, "…").into_owned();
            line.push_str(&pad_str(&cut, *width, console::Alignment::Left, None));
        }
        say!("{}", line.trim_end());
    }

    fn one_line(&self, indent: usize, text: &str) {
        let flat = text.replace(['\n', '\t'], " ");
        say!("{}{}", " ".repeat(indent), truncate_str(&flat, self.width - indent, "…"));
    }

    /// Prints text over as many lines as it needs.
    fn wrapped(&self, indent: usize, text: &str) {
        let mut line = String::new();
        let mut begun = indent;
        for word in text.split_whitespace() {
            if !line.is_empty()
                && begun + measure_text_width(&line) + 1 + measure_text_width(word) > self.width
            {
                say!("{}{line}", " ".repeat(begun));
                line.clear();
                begun = indent + 2;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        say!("{}{line}", " ".repeat(begun));
    }
}

/// The option that says where a column comes from that cannot be empty. Only what may well be the same in every row is set.
fn say_where(table: &str, column: &str) -> String {
    let of = modules::tables().named(table).and_then(|table| table.column(column));
    let settable = of.is_some_and(|column| {
        matches!(column.kind, Kind::Choice(_) | Kind::Bool) || matches!(column.codes, Some(Codes::Currency))
    });
    if settable { format!(" --set {column}=…") } else { format!(" --match …={column}") }
}
