//! The spellings of a record, by which another row that means it can be found.

use decapolis_base::Texts;

use super::addresses::{mail, web_address};
use super::fold::{fold, latin, sound, telling_words, word_set};
use crate::table::Tells;

/// How a spelling is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// The name, folded.
    Name = 1,
    /// What is heard of its telling words; the words themselves where that is too little.
    Sound = 2,
    /// Two words that follow one another in a title.
    Pair = 3,
    /// Another name of it, folded.
    OtherName = 4,
    OtherSound = 5,
    Mail = 6,
    Address = 7,
}

impl Way {
    /// What the row of the record in `records` gives.
    pub const OF_LABEL: [Way; 3] = [Way::Name, Way::Sound, Way::Pair];
    /// What the row of its kind gives.
    pub const OF_COLUMNS: [Way; 4] = [Way::OtherName, Way::OtherSound, Way::Mail, Way::Address];

    pub fn number(self) -> i64 {
        self as i64
    }

    /// Names find other names: both are spelled with the same mark.
    fn mark(self) -> &'static str {
        match self {
            Way::Name | Way::OtherName => "name",
            Way::Sound | Way::OtherSound => "sound",
            Way::Pair => "pair",
            Way::Mail => "mail",
            Way::Address => "address",
        }
    }
}

/// One spelling, as it is stored: a number made of kind, way and text. Two texts that share a number by chance (one in 10¹⁹) make a
/// record be compared in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spelling {
    pub way: Way,
    pub number: i64,
}

/// The most spellings of a label, and of the columns, of one record.
const OF_LABEL_AT_MOST: usize = 16;
const OF_COLUMNS_AT_MOST: usize = 24;
const PAIRS_AT_MOST: usize = 10;

/// The least number of telling words in a title.
const WORDS_OF_A_TITLE: usize = 3;

/// The spellings of a label in all its languages.
pub fn of_label(kind: &str, label: &Texts) -> Vec<Spelling> {
    let folded: Vec<String> = label.iter().map(|(_, words)| fold(words)).filter(|f| !f.is_empty()).collect();
    let mut all = Bounded::new(kind, OF_LABEL_AT_MOST);
    for name in &folded {
        all.add(Way::Name, name);
    }
    for name in &folded {
        all.add(Way::Sound, &heard(name));
    }
    for pair in folded.iter().flat_map(|name| pairs(name)).take(PAIRS_AT_MOST) {
        all.add(Way::Pair, &pair);
    }
    all.spellings
}

/// The spellings of a record by the columns of its kind; `cell` gives the text of a column.
pub fn of_columns<'a>(
    kind: &str,
    known_by: &[(&'static str, Tells)],
    cell: impl Fn(&str) -> Option<&'a str>,
) -> Vec<Spelling> {
    let mut all = Bounded::new(kind, OF_COLUMNS_AT_MOST);
    let given = |wanted: Tells| {
        known_by.iter().filter(move |(_, tells)| *tells == wanted).filter_map(|(name, _)| cell(name))
    };
    for text in given(Tells::Mail) {
        all.add(Way::Mail, &mail(text).unwrap_or_default());
    }
    for text in given(Tells::Address) {
        all.add(Way::Address, &web_address(text).unwrap_or_default());
    }
    let others: Vec<String> =
        given(Tells::OtherNames).flat_map(other_names).map(fold).filter(|f| !f.is_empty()).collect();
    for name in &others {
        all.add(Way::OtherSound, &heard(name));
    }
    for name in &others {
        all.add(Way::OtherName, name);
    }
    all.spellings
}

/// The names in a cell of other names.
pub fn other_names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|name| !name.is_empty())
}

/// Whether a column of this meaning gives spellings.
pub fn is_spelled(tells: Tells) -> bool {
    matches!(tells, Tells::Mail | Tells::Address | Tells::OtherNames)
}

/// The spelling of a name that is searched for, as the index holds it if it is written exactly so.
pub fn of_name(kind: &str, name: &str) -> Spelling {
    Spelling { way: Way::Name, number: number(kind, Way::Name, &fold(name)) }
}

/// The looser spelling of a name that is looked for.
pub fn of_sound(kind: &str, name: &str) -> Spelling {
    Spelling { way: Way::Sound, number: number(kind, Way::Sound, &heard(&fold(name))) }
}

struct Bounded<'a> {
    kind: &'a str,
    most: usize,
    spellings: Vec<Spelling>,
}

impl Bounded<'_> {
    fn new(kind: &str, most: usize) -> Bounded<'_> {
        Bounded { kind, most, spellings: vec![] }
    }

    fn add(&mut self, way: Way, text: &str) {
        let spelling = Spelling { way, number: number(self.kind, way, text) };
        if !text.is_empty() && self.spellings.len() < self.most && !self.spellings.contains(&spelling) {
            self.spellings.push(spelling);
        }
    }
}

/// Too few consonants say nothing: "Cali" and "Cully" are not heard alike.
fn heard(folded: &str) -> String {
    let sound = sound(folded);
    if sound.len() < 3 { latin(&word_set(folded)) } else { sound }
}

/// Neighbouring words of a title, by how they begin: "Mentorship Programme" and "mentorship program" are one pair.
fn pairs(folded: &str) -> Vec<String> {
    let latin = latin(folded);
    let begins = |word: &str| word.chars().take(5).collect::<String>();
    let words: Vec<String> = telling_words(&latin).into_iter().map(begins).collect();
    if words.len() < WORDS_OF_A_TITLE {
        return vec![];
    }
    words
        .windows(2)
        .map(|two| if two[0] <= two[1] { two.join(" ") } else { format!("{} {}", two[1], two[0]) })
        .collect()
}

/// FNV-1a, 64 bits, stirred at the end so that neighbouring texts lie far apart.
fn number(kind: &str, way: Way, text: &str) -> i64 {
    let bytes = kind.bytes().chain([0]).chain(way.mark().bytes()).chain([0]).chain(text.bytes());
    let mut hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash ^ (hash >> 29)).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(one: &str, two: &str) -> Vec<Way> {
        let of = |name: &str| of_label("place", &Texts::plain(name));
        let there = of(two);
        let mut ways: Vec<Way> = of(one).into_iter().filter(|s| there.contains(s)).map(|s| s.way).collect();
        ways.dedup();
        ways
    }

    #[test]
    fn a_name_is_found_by_what_is_written_alike() {
        assert_eq!(shared("Montréal", "MONTREAL"), [Way::Name, Way::Sound]);
        assert_eq!(shared("Moscow", "Москва"), [Way::Sound]);
        assert_eq!(shared("City of Cali", "Cali"), [Way::Sound]);
        assert_eq!(shared("Cali", "Cully"), []);
        assert_eq!(
            shared("Educational Parks for Youth", "Educational Parks: A Space for 21st Century Citizens"),
            [Way::Pair]
        );
    }

    #[test]
    fn a_kind_does_not_find_another() {
        let label = Texts::plain("Accra");
        assert!(of_label("place", &label).iter().all(|s| !of_label("area", &label).contains(s)));
    }

    #[test]
    fn a_record_has_a_bounded_number_of_spellings() {
        let names: Vec<String> = (0..200).map(|n| format!("Some Long Name of Number {n}x")).collect();
        let all = names.join("|");
        assert_eq!(
            of_columns("place", &[("other_names", Tells::OtherNames)], |_| Some(&all)).len(),
            OF_COLUMNS_AT_MOST
        );
        let mut label = Texts::new();
        for (n, name) in names.iter().enumerate() {
            label.set(&format!("l{n}"), name);
        }
        assert_eq!(of_label("place", &label).len(), OF_LABEL_AT_MOST);
    }

    #[test]
    fn another_name_finds_the_name() {
        let others = of_columns("place", &[("other_names", Tells::OtherNames)], |_| Some("Moscou| Moscú |"));
        let name = of_name("place", "Moscu");
        assert!(others.iter().any(|s| s.number == name.number && s.way == Way::OtherName));
    }
}
