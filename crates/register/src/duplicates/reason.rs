//! Why two things may be one.

use decapolis_words::message::Message;

/// Why two things may be one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    SameMail,
    SameAddress,
    /// Alike but for case, accents and punctuation.
    SameName,
    /// The same words in another order, or with another word for the kind of thing.
    SameWords,
    OtherScript,
    /// The name of one is another name of the other.
    OtherName,
    /// A letter or two apart, or heard alike.
    NearlySameName,
    /// Most telling words of a title.
    SameTitle,
    /// The distance in kilometres: a reason only together with another.
    Near(f64),
}

impl Reason {
    pub const ALL: [Reason; 9] = [
        Reason::SameMail,
        Reason::SameAddress,
        Reason::SameName,
        Reason::SameWords,
        Reason::OtherScript,
        Reason::OtherName,
        Reason::NearlySameName,
        Reason::SameTitle,
        Reason::Near(0.0),
    ];

    /// The name it has on the command line and in the keys of its words.
    pub fn name(self) -> &'static str {
        match self {
            Reason::SameMail => "mail",
            Reason::SameAddress => "address",
            Reason::SameName => "name",
            Reason::SameWords => "words",
            Reason::OtherScript => "script",
            Reason::OtherName => "other-name",
            Reason::NearlySameName => "nearly",
            Reason::SameTitle => "title",
            Reason::Near(_) => "near",
        }
    }

    /// The key of the words that say it of a row and a record.
    pub fn key(self) -> &'static str {
        match self {
            Reason::SameMail => "like-mail",
            Reason::SameAddress => "like-address",
            Reason::SameName => "like-name",
            Reason::SameWords => "like-words",
            Reason::OtherScript => "like-script",
            Reason::OtherName => "like-other-name",
            Reason::NearlySameName => "like-nearly",
            Reason::SameTitle => "like-title",
            Reason::Near(_) => "like-near",
        }
    }

    /// A row looks like the record with this code and this name.
    pub fn message(self, code: &str, name: &str) -> Message {
        Message::with(self.key(), [("code", code.into()), ("name", name.into())])
    }
}
