//! `Table` is the one description of a table, from which follow its schema, history, import, export, record
//! pages and lists.
//!
//! The register has two sorts of rows. **Records** are things with a page (a member government, a person, an
//! event). The table `records` has the columns of all of them; each kind has a table for its own columns,
//! whose rows share the record's id. **Facts** belong to records (a membership, a mandate, a participation)
//! and are told apart by a natural key.

pub use crate::belongs::{Belongs, REGION};
pub use crate::codes::Codes;
pub use crate::kind::{ANY, Kind};
pub use crate::tells::Tells;
pub use crate::two_people::{Concern, TwoPeople};

/// Who may read a column: each level is for the audience of the same name and for those above it ([`crate::permissions::Audience`]).
/// Rows have a gate of their own besides ([`crate::permissions::may_read`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Privacy {
    Public,
    Members,
    /// Those who speak for the government that the row belongs to.
    Owner,
    Office,
}

#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// Whether a row without it is refused.
    pub required: bool,
    pub privacy: Privacy,
    /// The key of what is said of a code that is unknown here; `None` for the general sentence.
    pub unknown: Option<&'static str>,
    /// The public list whose codes are the only words it may hold; `None` where it may hold any.
    pub codes: Option<Codes>,
    /// The least whole number that it may hold: nobody counts people below zero.
    pub least: Option<i64>,
}

impl Column {
    /// It holds codes of this public list and nothing else: words that mean the same would be counted as something else.
    pub const fn codes(self, codes: Codes) -> Column {
        Column { codes: Some(codes), ..self }
    }
    /// It holds no whole number below this one.
    pub const fn at_least(self, least: i64) -> Column {
        Column { least: Some(least), ..self }
    }
    /// Says this of a code that no record has.
    pub const fn unknown_as(self, key: &'static str) -> Column {
        Column { unknown: Some(key), ..self }
    }
    /// Nobody below members may read it.
    pub const fn members(self) -> Column {
        Column { privacy: Privacy::Members, ..self }
    }
    /// Only those who speak for its government, and the office, may read it.
    pub const fn owner(self) -> Column {
        Column { privacy: Privacy::Owner, ..self }
    }
    /// Only the office may read it.
    pub const fn office(self) -> Column {
        Column { privacy: Privacy::Office, ..self }
    }
    /// The columns of the database this one is made of: a day is two, and an instant three.
    pub fn physical(&self) -> Vec<String> {
        self.stored().into_iter().map(|(name, _)| name).collect()
    }

    /// The columns of the database this one is made of, with the kind that each is stored as.
    pub fn stored(&self) -> Vec<(String, Kind)> {
        let name = self.name;
        match self.kind {
            Kind::Day | Kind::Bound => {
                vec![(name.to_string(), self.kind), (format!("{name}_last"), self.kind)]
            }
            Kind::Instant => {
                vec![
                    (name.to_string(), self.kind),
                    (format!("{name}_zone"), Kind::Text),
                    (format!("{name}_day"), Kind::Int),
                ]
            }
            _ => vec![(name.to_string(), self.kind)],
        }
    }
}

/// A column every row fills.
pub const fn req(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, required: true, privacy: Privacy::Public, unknown: None, codes: None, least: None }
}

/// A column that may be empty.
pub const fn opt(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, required: false, privacy: Privacy::Public, unknown: None, codes: None, least: None }
}

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    /// Records of this kind: each row shares its id with its row in `records`.
    Records(&'static str),
    Facts,
}

/// A span that must not overlap another of the same owner (two memberships of one government at once).
#[derive(Clone, Copy, Debug)]
pub struct NoOverlap {
    pub per: &'static [&'static str],
}

/// Of the rows of one owner only those with one and the same value may carry a mark: of an event's counts one kind is the designated one.
#[derive(Clone, Copy, Debug)]
pub struct OneMarked {
    pub per: &'static str,
    pub mark: &'static str,
    pub same: &'static str,
}

/// A state that ends what lasts: a practice is withdrawn, a pilot is cancelled, a member resigns. Such a row says its last day, and until
/// then it was what it was before.
#[derive(Clone, Copy, Debug)]
pub struct Closing {
    /// The column of the state.
    pub state: &'static str,
    /// Its values that end it.
    pub closed: &'static [&'static str],
    /// The state in which it was until its last day; `None` where the column says only how it ended.
    pub lasted_as: Option<&'static str>,
    /// Only rows with one of these values in this column last; of all others the state says that they never happened.
    pub of: Option<(&'static str, &'static [&'static str])>,
}

/// The currency in which a table states amounts so that they can be added.
#[derive(Clone, Copy)]
pub struct OneCurrency {
    /// The table whose one record names that currency, and its column.
    pub of: &'static Table,
    pub named_in: &'static str,
    /// The columns that must hold it.
    pub columns: &'static [&'static str],
}

/// Which actions write in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    ByAnyAction,
    /// Only these: its rows prove something, and nothing else may touch them. Not even an undo takes them back.
    OnlyBy(&'static [&'static str]),
}

impl Written {
    /// Whether an action may write here; otherwise the one that does.
    pub fn by(self, action: &str) -> Result<(), &'static str> {
        match self {
            Written::OnlyBy(own) if !own.contains(&action) => Err(own.first().copied().unwrap_or_default()),
            Written::OnlyBy(_) | Written::ByAnyAction => Ok(()),
        }
    }
}

/// A day of a row that is expected within the span of a record: of a participation, within the days of its activity.
#[derive(Clone, Copy)]
pub struct Within {
    pub day: &'static str,
    /// The column that refers to the record.
    pub refers: &'static str,
    /// The table of the record; it has a span.
    pub to: &'static Table,
}

/// Checks a row by itself; gives the column at fault and the key of the message.
pub type RowCheck = fn(&crate::value::Values) -> Option<(&'static str, &'static str)>;

pub struct Table {
    /// The name in the database, of the file in an import, and of the words `table-<name>`.
    pub name: &'static str,
    pub history: &'static str,
    pub holds: Holds,
    pub columns: &'static [Column],
    /// The natural key of a fact. Records have their code.
    pub key: &'static [&'static str],
    /// Covering indexes: each is given `id` and `recorded` at its end, and `superseded` in the history.
    pub indexes: &'static [&'static [&'static str]],
    /// The pair of columns that are the span of the row, where it has one.
    pub span: Option<(&'static str, &'static str)>,
    /// The states that end its span.
    pub closing: Option<Closing>,
    pub no_overlap: Option<NoOverlap>,
    pub one_marked: Option<OneMarked>,
    /// A rule of the field that a row must keep.
    pub check: Option<RowCheck>,
    /// Whether a day of the row is expected within the span of a record that it refers to.
    pub within: Option<Within>,
    /// The columns that must hold the currency of the network.
    pub one_currency: Option<OneCurrency>,
    /// Stored columns that speak of a person. Seals and chain cover their veil, a salted digest, in their place: what they say can be
    /// erased, and the register still proves itself ([`crate::chain`]).
    pub personal: &'static [&'static str],
    /// The columns that show whether a new row means an existing record. If empty, rows are not compared.
    pub known_by: &'static [(&'static str, Tells)],
    /// To which owner a row belongs. Who may act for some owners only writes and reads rows that belong to one of them by any of these.
    pub belongs: &'static [Belongs],
    /// To which other record a row belongs besides, by the kind of that record: a meeting, to its body.
    pub belongs_besides: Option<(&'static str, &'static [Belongs])>,
    /// Where its rows place an owner in a region on the days of their span: the columns of the owner and of the region.
    pub places: Option<(&'static str, &'static str)>,
    /// Whether its rows come and go as files. What names rows by their id, as an edition does, would name others in another register.
    pub in_files: bool,
    pub written: Written,
    /// Whether its records are public where a file does not say so.
    pub public_unless_said: bool,
    /// The only values of this column with which a record can be public: a draft is not, whatever its file says.
    pub public_only_as: Option<(&'static str, &'static [&'static str])>,
    /// Where its record says what needs two people: of the network's own.
    pub two_people: Option<TwoPeople>,
}

impl Table {
    /// A table of records of a kind. Their key is the code.
    pub const fn records(
        name: &'static str,
        history: &'static str,
        kind: &'static str,
        columns: &'static [Column],
    ) -> Table {
        Table {
            name,
            history,
            holds: Holds::Records(kind),
            columns,
            key: &["code"],
            indexes: &[],
            span: None,
            closing: None,
            no_overlap: None,
            one_marked: None,
            check: None,
            within: None,
            one_currency: None,
            personal: &[],
            known_by: &[],
            belongs: &[],
            belongs_besides: None,
            places: None,
            in_files: true,
            written: Written::ByAnyAction,
            public_unless_said: true,
            public_only_as: None,
            two_people: None,
        }
    }
    /// A table of facts, found by the columns of their key.
    pub const fn facts(
        name: &'static str,
        history: &'static str,
        key: &'static [&'static str],
        columns: &'static [Column],
    ) -> Table {
        Table { holds: Holds::Facts, key, ..Table::records(name, history, "", columns) }
    }
    /// With an index over each of these lists of columns, besides that of its key.
    pub const fn indexed(self, indexes: &'static [&'static [&'static str]]) -> Table {
        Table { indexes, ..self }
    }
    /// Its rows last from the day in one column to the day in the other.
    pub const fn lasting(self, from: &'static str, until: &'static str) -> Table {
        Table { span: Some((from, until)), ..self }
    }
    /// These states end its span.
    pub const fn closing(self, closing: Closing) -> Table {
        Table { closing: Some(closing), ..self }
    }
    /// Of the rows with the same values in these columns, no two may surely last on one day.
    pub const fn without_overlap(self, per: &'static [&'static str]) -> Table {
        Table { no_overlap: Some(NoOverlap { per }), ..self }
    }
    /// Of the rows of one owner (`per`) that are the same in `same`, one may have the mark.
    pub const fn with_one_marked(self, per: &'static str, mark: &'static str, same: &'static str) -> Table {
        Table { one_marked: Some(OneMarked { per, mark, same }), ..self }
    }
    /// The day in this column should lie within the span of the record that the other column refers to, a row of this table. A row for
    /// which it surely does not is written, with a warning.
    pub const fn expected_within(self, day: &'static str, refers: &'static str, to: &'static Table) -> Table {
        Table { within: Some(Within { day, refers, to }), ..self }
    }
    /// With a rule that looks at one row.
    pub const fn checked(self, check: RowCheck) -> Table {
        Table { check: Some(check), ..self }
    }
    /// These columns name a currency, and it must be the one that the record of this other table names: only so can the amounts of all
    /// rows be added.
    pub const fn in_the_currency_of(
        self,
        of: &'static Table,
        named_in: &'static str,
        columns: &'static [&'static str],
    ) -> Table {
        Table { one_currency: Some(OneCurrency { of, named_in, columns }), ..self }
    }
    /// These stored columns are personal. Say so when the table is made: what a veil covers is fixed with the row.
    pub const fn veiling(self, personal: &'static [&'static str]) -> Table {
        Table { personal, ..self }
    }
    /// These columns tell whether a new row means a record that is there already.
    pub const fn known_by(self, known_by: &'static [(&'static str, Tells)]) -> Table {
        Table { known_by, ..self }
    }
    /// Its rows belong, besides, to a record of this kind: for who acts for one such record only.
    pub const fn belonging_besides(self, kind: &'static str, by: &'static [Belongs]) -> Table {
        Table { belongs_besides: Some((kind, by)), ..self }
    }
    /// How its rows belong to parts of this kind: to owners in a region, or to a record of another kind.
    pub fn belongs_to(&self, part: &str) -> &'static [Belongs] {
        match self.belongs_besides {
            _ if part == REGION => self.belongs,
            Some((kind, by)) if kind == part => by,
            _ => &[],
        }
    }
    /// Its rows belong to an owner by any of these.
    pub const fn belonging(self, belongs: &'static [Belongs]) -> Table {
        Table { belongs, ..self }
    }
    /// Its rows place the owner in one column in the region in the other.
    pub const fn placing(self, owner: &'static str, region: &'static str) -> Table {
        Table { places: Some((owner, region)), ..self }
    }
    /// Written by the program alone: no file brings its rows, and none takes them.
    pub const fn kept_out_of_files(self) -> Table {
        Table { in_files: false, ..self }
    }
    /// Only these actions write in it; a batch of theirs is taken back only where `register.undo` is one of them.
    pub const fn only_by(self, actions: &'static [&'static str]) -> Table {
        Table { written: Written::OnlyBy(actions), ..self }
    }
    /// Records of it are public only with one of these values in this column.
    pub const fn public_only_as(self, column: &'static str, values: &'static [&'static str]) -> Table {
        Table { public_only_as: Some((column, values)), ..self }
    }
    /// Records of it are public only where it is said: of people.
    pub const fn private_unless_said(self) -> Table {
        Table { public_unless_said: false, ..self }
    }
    /// Its record says in these columns what needs two people.
    pub const fn two_people(self, columns: TwoPeople) -> Table {
        Table { two_people: Some(columns), ..self }
    }
    /// Its own column of this name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|c| c.name == name)
    }
    /// The kind of its records; `None` for facts, and for the table that has what every record has.
    pub fn kind(&self) -> Option<&'static str> {
        match self.holds {
            Holds::Records(kind) => Some(kind),
            Holds::Facts => None,
        }
    }
    /// Whether it is [`RECORDS`], which has what every record has.
    pub fn is_records(&self) -> bool {
        self.name == RECORDS.name
    }
    /// Whether a row of it is a record, or a part of one: what is no fact.
    pub fn is_of_records(&self) -> bool {
        self.kind().is_some() || self.is_records()
    }
    /// Its own columns, and those of every fact where it holds facts.
    pub fn all_columns(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.columns.iter().chain(if self.is_of_records() { [].as_slice() } else { FACT_COLUMNS })
    }
}

/// What every record has. Its kind is fixed when it is made; its code is never reused.
pub static RECORDS: Table = Table {
    indexes: &[&["kind", "code"], &["kind", "public", "sorting"]],
    // which kinds are people is not known here: what any record is called can be erased
    personal: &["label", "sorting", "finding", "source"],
    ..Table::facts(
        "records",
        "records_history",
        &["code"],
        &[
            req("kind", Kind::Text),
            req("code", Kind::Text),
            req("label", Kind::Texts),
            req("public", Kind::Bool),
            opt("source", Kind::Text),
            req("illustrative", Kind::Bool),
        ],
    )
};

/// What every fact has besides its own columns: where it is known from, and whether it is invented for an example.
pub const FACT_COLUMNS: &[Column] = &[opt("source", Kind::Text), req("illustrative", Kind::Bool)];

/// The columns of a row that are stored, without `id` and `recorded`: a day is two, an instant three, and
/// facts have their source and nature.
pub fn stored(table: &Table) -> Vec<(String, Kind, bool)> {
    let extra = table
        .is_records()
        .then(|| ["sorting", "finding"].map(|name| (name.to_string(), Kind::Text, false)))
        .into_iter()
        .flatten();
    table
        .all_columns()
        .flat_map(|c| c.stored().into_iter().map(move |(name, kind)| (name, kind, !c.required)))
        .chain(extra)
        .collect()
}
