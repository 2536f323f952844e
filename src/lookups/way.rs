//! How somebody was shown something of a person.

/// How somebody was shown something of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WayOfReading {
    /// The person's own page, with its forms.
    Page,
    /// A row of a list.
    List,
    /// A row of a file that was taken away.
    File,
    /// A name that is not public, where other things are shown or looked for.
    Name,
    /// As data, by a program with a token.
    Program,
}

impl WayOfReading {
    const ALL: [WayOfReading; 5] = [
        WayOfReading::Page,
        WayOfReading::List,
        WayOfReading::File,
        WayOfReading::Name,
        WayOfReading::Program,
    ];

    /// Its word in the register and in the keys of its words.
    pub fn word(self) -> &'static str {
        match self {
            WayOfReading::Page => "page",
            WayOfReading::List => "list",
            WayOfReading::File => "file",
            WayOfReading::Name => "name",
            WayOfReading::Program => "program",
        }
    }

    /// The way with this word.
    pub fn read(word: &str) -> Option<WayOfReading> {
        WayOfReading::ALL.into_iter().find(|way| way.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_is_read_back_from_its_word() {
        for way in WayOfReading::ALL {
            assert_eq!(WayOfReading::read(way.word()), Some(way));
        }
        assert_eq!(WayOfReading::read("nothing"), None);
    }
}
