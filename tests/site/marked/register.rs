//! Makes a register from the descriptions of its tables. Every private value is a text or a number that appears nowhere
//! else, so a private column added later is marked too.

use decapolis::governance::table::MEETINGS;
use decapolis::modules;
use decapolis::network::table::NETWORKS;
use decapolis::studio::table::SAVED_FIGURES;
use decapolis_register::duplicates::candidates::Likely;
use decapolis_register::table::{ANY, Column, Kind, Privacy, Table};

use crate::register::files::import_likely;
use crate::support::Register;

/// The rows of each table.
const ROWS: usize = 12;

/// The year of all days.
pub const YEAR: i64 = 2020;

/// A private value as it may be written somewhere.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The text to search for.
    pub text: String,
    /// `table.column`, and the row's number in its file.
    pub of: String,
}

/// The files of the register and the marks in them.
#[derive(Default)]
pub struct Marked {
    /// How many rows each table has.
    rows: usize,
    pub files: Vec<(&'static str, String)>,
    pub marks: Vec<Mark>,
}

/// Whether the record with this number is public.
fn is_public(n: usize) -> bool {
    !matches!(n, 4 | 10)
}

/// Whether this row is a draft or withdrawn, and so is not public although its file says so.
fn is_draft(table: &Table, n: usize) -> bool {
    let Some((column, open)) = table.public_only_as else { return false };
    let Some(Kind::Choice(values)) = table.column(column).map(|c| c.kind) else { return false };
    !open.contains(&values[n % values.len()])
}

pub fn code(kind: &str, n: usize) -> String {
    if is_public(n) {
        format!("{kind}-{n}")
    } else {
        format!("zqprivate{kind}{n}").replace('_', "").replace('-', "")
    }
}

impl Marked {
    /// The files of every table that is imported from files.
    pub fn new() -> Marked {
        Marked::with_rows(ROWS)
    }

    /// The files with this many rows each.
    pub fn with_rows(rows: usize) -> Marked {
        let mut marked = Marked { rows, ..Marked::default() };
        let tables = modules::tables();
        for table in tables
            .0
            .iter()
            .copied()
            .filter(|t| t.in_files && t.name != SAVED_FIGURES.name && t.name != "likenesses")
        {
            let text = match table.name {
                name if name == NETWORKS.name => network(),
                _ => marked.file(table),
            };
            marked.files.push((table.name, text));
        }
        marked
    }

    pub async fn import(&self, register: &Register) {
        let files: Vec<(&str, &str)> =
            self.files.iter().map(|(table, text)| (*table, text.as_str())).collect();
        import_likely(register, "marked", 0, &files, Likely::New).await.expect("the marked register");
    }

    fn mark(&mut self, of: String) -> String {
        let text = format!("zqmark{:04}x", self.marks.len());
        self.marks.push(Mark { text: text.clone(), of });
        text
    }

    /// A number that appears nowhere else.
    fn marked_number(&mut self, of: String) -> i64 {
        let n = 86_753_000 + self.marks.len() as i64;
        self.marks.push(Mark { text: n.to_string(), of });
        n
    }

    fn file(&mut self, table: &'static Table) -> String {
        let columns: Vec<&Column> =
            table.columns.iter().filter(|c| c.kind != Kind::Ref(ANY) || c.required).collect();
        let mut heading: Vec<String> = columns
            .iter()
            .map(
                |c| if matches!(c.kind, Kind::Texts) { format!("{}_en", c.name) } else { c.name.to_string() },
            )
            .collect();
        heading.push("source".into());
        if table.kind().is_some() {
            heading.splice(0..0, ["code".to_string(), "label".into(), "public".into()]);
        }
        let mut text = heading.join(",") + "\n";
        for n in 0..self.rows {
            let mut cells: Vec<String> = vec![];
            let record_is_private = table.kind().is_some() && (!is_public(n) || is_draft(table, n));
            if let Some(kind) = table.kind() {
                cells.push(code(kind, n));
                let label = if record_is_private {
                    if !is_public(n) {
                        self.marks.push(Mark { text: code(kind, n), of: format!("{}.code {n}", table.name) });
                    }
                    self.mark(format!("{}.label {n}", table.name))
                } else {
                    format!("Plain {kind} {n}")
                };
                // for people it may be empty
                let said = match (is_public(n), table.public_unless_said) {
                    (true, _) => "yes",
                    (false, true) => "no",
                    (false, false) => "",
                };
                cells.extend([label, said.to_string()]);
            }
            for column in &columns {
                let private = column.privacy > Privacy::Public || record_is_private;
                let cell = self.cell(table, column, n, private);
                cells.push(cell);
            }
            cells.push(if record_is_private {
                self.mark(format!("{}.source {n}", table.name))
            } else {
                String::new()
            });
            text.push_str(&(cells.join(",") + "\n"));
        }
        text
    }

    fn cell(&mut self, table: &'static Table, column: &Column, n: usize, private: bool) -> String {
        let of = || format!("{}.{} {n}", table.name, column.name);
        match column.kind {
            // so that both amounts of a line may have marks of their own
            Kind::Text if (table.name, column.name) == ("income", "currency") => "USD".into(),
            Kind::Text if column.name.starts_with("currency") => "EUR".into(),
            Kind::Text if column.name == "colour" => "#204080".into(),
            Kind::Text if column.name == "zone" => String::new(),
            // a country is for groups, not a place
            Kind::Text if column.name == "country" => ["ES", "FR", "DE"][n % 3].into(),
            Kind::Int if column.name == "population" => (n + 1).to_string(),
            Kind::Text | Kind::Texts if private => self.mark(of()),
            Kind::Text | Kind::Texts => format!("plain {n}"),
            Kind::Int if private => self.marked_number(of()).to_string(),
            Kind::Int => (n + 1).to_string(),
            Kind::Money(_) if private => format!("{}.00", self.marked_number(of())),
            Kind::Money(_) => format!("{}.00", n + 1),
            // 41.867530011: a latitude, a longitude or a value
            Kind::Number if private => format!("41.{}1", self.marked_number(of())),
            Kind::Number => format!("{}.5", n + 1),
            // true on one row of an owner only
            Kind::Bool => if n % 2 == 0 { "yes" } else { "no" }.into(),
            Kind::Choice(values) => self.choice(table, column, values, n),
            Kind::Ref(kind) => self.reference(table, column, kind, n),
            Kind::Day | Kind::Bound if private && column.privacy > Privacy::Public => {
                let text = format!("{}", 1753 + n);
                self.marks.push(Mark { text: text.clone(), of: of() });
                format!("{text}-03-{:02}", n + 1)
            }
            // a state that ends a row needs its last day
            Kind::Bound if column.name == "until" && table.closing.is_some() => format!("{}-12-31", YEAR + 1),
            Kind::Day | Kind::Bound if column.name == "until" || column.name == "ended" => String::new(),
            Kind::Instant => format!("{YEAR}-06-{:02}T10:00:00+00:00", n + 1),
            Kind::Day => format!("{YEAR}-06-{:02}", n + 1),
            Kind::Bound => format!("{}-01-{:02}", YEAR - 1, n + 1),
        }
    }

    fn choice(&self, table: &'static Table, column: &Column, values: &[&'static str], n: usize) -> String {
        match (table.name, column.name) {
            ("mandates", "holder") => "person".into(),
            // a leader of a government is named whatever their record says: see
            // `a_leader_is_named_among_leaders_and_nowhere_else`
            ("posts", "post") if !is_public(n) => "intern".into(),
            (name, "state") if name == MEETINGS.name => "held".into(),
            _ => values[n % values.len()].into(),
        }
    }

    fn reference(&self, table: &'static Table, column: &Column, kind: &'static str, n: usize) -> String {
        // one public record refers to a private one
        let to = if table.kind().is_some() && n == 3 { 4 } else { n };
        match kind {
            ANY if column.name == "carrier" => code("channel", to),
            ANY => code("activity", to),
            kind if table.kind() == Some(kind) => {
                if n == 3 {
                    code(kind, 4)
                } else {
                    String::new()
                }
            }
            kind => code(kind, to),
        }
    }
}

fn network() -> String {
    format!(
        "code,label,languages,zone,currency,years_from,years_until,home_year,licence\nmarked,Marked Network,en es fr,UTC,EUR,{},{YEAR},{YEAR},free\n",
        YEAR - 1
    )
}
