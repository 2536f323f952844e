//! What the register of the matrix holds: the rows of each table, the marks in them, and whose they are.

use std::collections::BTreeSet;

use decapolis::modules;
use decapolis_base::Day;
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::scope::Part;
use decapolis_register::table::{Kind, Privacy, Table};
use sea_orm::{ConnectionTrait, Statement};

use super::cast::Reads;
use crate::register::scopes::Walk;
use crate::site::example::Answer;
use crate::site::marked::crawl::parts;
use crate::site::marked::register::{Mark, Marked, code};
use crate::support::Register;

/// The rows of each table. Row 0 is of nobody in the network, 1 and 2 of members in regions of those numbers, 3 and 4 in region 3; 4 is
/// private.
pub const ROWS: usize = 5;

/// A row of a table.
pub struct Held {
    pub table: &'static Table,
    pub n: usize,
    pub id: RowId,
    /// The kind and code of the record: its own, or the one whose page shows the fact.
    pub of: Option<(String, String)>,
}

pub struct World {
    pub rows: Vec<Held>,
    marks: Vec<(Mark, &'static Table, usize, Privacy)>,
    walks: Vec<(Part, Walk)>,
    private: BTreeSet<RowId>,
}

/// The register with its marks: one row each of somebody's own, a neighbour's, nobody's in the network, and a private one.
pub fn marked() -> Marked {
    let mut marked = Marked::with_rows(ROWS);
    for (table, text) in &mut marked.files {
        if *table == "placements" {
            let lines = text.lines().filter(|line| !line.starts_with("organisation-0,"));
            let lines = lines.map(|line| line.replace(&code("region", 4), "region-3"));
            *text = lines.collect::<Vec<_>>().join("\n") + "\n";
        }
    }
    marked
}

async fn numbers(register: &Register, sql: &str) -> Vec<i64> {
    let ask = Statement::from_string(register.db.backend(), sql);
    let rows = register.db.reader().query_all_raw(ask).await.expect("rows");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a number")).collect()
}

/// The column that refers to the record on whose page a fact is shown.
fn refers(table: &Table) -> Option<&'static str> {
    table.columns.iter().find(|column| column.required && matches!(column.kind, Kind::Ref(_))).map(|c| c.name)
}

impl World {
    pub async fn of(register: &Register, marked: &Marked, today: Day) -> World {
        let db = register.db.reader();
        let mut rows = vec![];
        for table in modules::tables().0.iter().copied().filter(|table| table.in_files) {
            let ids = numbers(register, &format!("SELECT id FROM {} ORDER BY id", table.name)).await;
            let by = refers(table);
            for (n, id) in ids.into_iter().enumerate() {
                // nobody is placed in row 0 of the file
                let n = if table.name == "placements" { n + 1 } else { n };
                let of = match (table.kind(), by) {
                    (Some(_), _) => Some(id),
                    (None, Some(by)) => {
                        let sql = format!("SELECT {by} FROM {} WHERE id = {id}", table.name);
                        Some(numbers(register, &sql).await[0])
                    }
                    (None, None) => None,
                };
                let found = records::by_ids(db, of).await.unwrap();
                let of = found.into_values().next().map(|record| (record.kind, record.code));
                rows.push(Held { table, n, id, of });
            }
        }
        let mut walks = vec![];
        for (kind, code) in
            [("region", "region-1"), ("region", "region-3"), ("body", "body-1"), ("platform", "platform-0")]
        {
            let part = Part { kind, id: records::by_code(db, kind, code).await.unwrap().expect(code).id };
            walks.push((part, Walk::over(&register.db, vec![part], today).await));
        }
        let private = numbers(register, "SELECT id FROM records WHERE NOT public").await;
        let marks = marked.marks.iter().map(|mark| {
            let (column, n) = mark.of.split_once(' ').expect("a column and a number");
            let (name, column) = column.split_once('.').expect("a table and a column");
            let table = modules::tables().named(name).expect(name);
            let privacy = table.column(column).map_or(Privacy::Public, |column| column.privacy);
            (mark.clone(), table, n.parse().expect("a number"), privacy)
        });
        let world = World { rows, marks: marks.collect(), walks, private: private.into_iter().collect() };
        world.marks_are_where_they_are_said(register).await;
        world
    }

    async fn marks_are_where_they_are_said(&self, register: &Register) {
        for (mark, table, n, _) in self.marks.iter().filter(|(mark, ..)| mark.text.starts_with("zqmark")) {
            let (_, column) = mark.of.split(' ').next().unwrap().split_once('.').unwrap();
            let rows = if ["label", "source"].contains(&column) && table.kind().is_some() {
                "records"
            } else {
                table.name
            };
            let sql = format!("SELECT id FROM {rows} WHERE CAST({column} AS text) LIKE '%{}%'", mark.text);
            assert_eq!(numbers(register, &sql).await, [self.row(table, *n).id], "{mark:?}");
        }
    }

    pub fn row(&self, table: &Table, n: usize) -> &Held {
        let mut rows = self.rows.iter().filter(|row| row.table.name == table.name);
        rows.find(|row| row.n == n).unwrap_or_else(|| panic!("row {n} of {}", table.name))
    }

    /// Whether a plain walk over the rows finds this one among those of a part of the network.
    pub fn is_of(&self, part: Part, table: &Table, id: RowId) -> bool {
        let (_, walk) = self.walks.iter().find(|(of, _)| *of == part).expect("a part that somebody acts for");
        let row = walk.rows[table.name].iter().find(|row| row["id"] == Some(id)).expect("a row");
        walk.has(table, row)
    }

    /// The marks that somebody may see: what belongs to their region, and of what belongs to the whole network what members read.
    pub fn may_see(&self, reads: Reads) -> BTreeSet<&str> {
        let seen = |(_, table, n, privacy): &&(Mark, &'static Table, usize, Privacy)| match reads {
            Reads::Public => false,
            Reads::Everything => true,
            Reads::Part(part) => {
                let id = self.row(table, *n).id;
                let of_network = table.belongs.is_empty()
                    && *privacy == Privacy::Members
                    && !(table.kind().is_some() && self.private.contains(&id));
                of_network || self.is_of(part, table, id)
            }
        };
        self.marks.iter().filter(seen).map(|(mark, ..)| mark.text.as_str()).collect()
    }

    /// The people of whom marks tell what not everybody reads.
    pub fn people_of<'a>(&self, marks: impl Iterator<Item = &'a String>) -> BTreeSet<RowId> {
        let of = |mark: &'a String| {
            self.marks
                .iter()
                .filter(move |(own, table, ..)| own.text == *mark && table.kind() == Some("person"))
        };
        marks.flat_map(of).map(|(_, table, n, _)| self.row(table, *n).id).collect()
    }

    /// Of what a mark is, for a message.
    pub fn words(&self, text: &str) -> String {
        let of = self.marks.iter().filter(|(mark, ..)| mark.text == text).map(|(mark, ..)| mark.of.as_str());
        of.collect::<Vec<_>>().join(" or ")
    }

    /// The marks in an answer. What the address itself says is left out: a refusal repeats it.
    pub fn told(&self, address: &str, answer: &Answer) -> BTreeSet<String> {
        let mut texts = vec![answer.body.clone(), answer.header("location").to_string()];
        if answer.bytes.starts_with(b"PK") {
            texts = parts(&answer.bytes);
        }
        let known: BTreeSet<&str> = self.marks.iter().map(|(mark, ..)| mark.text.as_str()).collect();
        let mut told = BTreeSet::new();
        for text in texts {
            // 86 753 001, 86,753,001 and 86.753.001 are one number
            let separators = ['\u{202f}', '\u{a0}', '\u{2009}', ','];
            let plain: String = text.chars().filter(|c| !separators.contains(c)).collect();
            told.extend(candidates(&plain).into_iter().filter(|found| known.contains(found.as_str())));
        }
        told.retain(|found| !address.contains(found.as_str()));
        told
    }
}

/// What looks like a mark.
fn candidates(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let take = |at: usize, length: usize| text.get(at..at + length).map(str::to_string);
    found.extend(text.match_indices("zqmark").filter_map(|(at, _)| take(at, 11)));
    found.extend(text.match_indices("86753").filter_map(|(at, _)| take(at, 8)));
    let code = |at: usize| text[at..].chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
    found.extend(text.match_indices("zqprivate").map(|(at, _)| code(at)));
    // a year by itself, not in the middle of a digest
    let bytes = text.as_bytes();
    let alone = |at: usize| {
        let beside = [at.checked_sub(1).map(|at| bytes[at]), bytes.get(at + 4).copied()];
        beside.iter().flatten().all(|byte| !byte.is_ascii_alphanumeric())
    };
    found.extend(text.match_indices("175").filter(|(at, _)| alone(*at)).filter_map(|(at, _)| take(at, 4)));
    found
}
