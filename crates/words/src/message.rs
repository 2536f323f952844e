//! A sentence that is not yet in a language: a key and its arguments. [`crate`] says it in a language.

/// An argument of a message. Numbers choose plurals; a number to be read is passed again, formatted, as text.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    Text(String),
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_string())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Arg {
        Arg::Number(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(number as i64)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Args(pub Vec<(&'static str, Arg)>);

impl<const N: usize> From<[(&'static str, Arg); N]> for Args {
    fn from(list: [(&'static str, Arg); N]) -> Args {
        Args(list.into())
    }
}

/// A sentence not yet worded.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub key: &'static str,
    pub args: Args,
}

impl Message {
    /// A message whose words name nothing.
    pub fn new(key: &'static str) -> Message {
        Message { key, args: Args::default() }
    }
    /// A message with what its words name.
    pub fn with(key: &'static str, args: impl Into<Args>) -> Message {
        Message { key, args: args.into() }
    }
    /// For logs and tests: the key and what it was given.
    pub fn plain(&self) -> String {
        let args: Vec<String> = self
            .args
            .0
            .iter()
            .map(|(name, arg)| match arg {
                Arg::Text(t) => format!("{name}={t}"),
                Arg::Number(n) => format!("{name}={n}"),
            })
            .collect();
        format!("{} {}", self.key, args.join(" ")).trim_end().to_string()
    }
}
