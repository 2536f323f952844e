//! The records whose codes stand in the conditions of figures.

use std::collections::BTreeSet;

use decapolis_register::table::{ANY, Kind};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::catalog::Catalog;
use super::figure::{Figure, Scalar};

/// A code in a condition on a reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedRecord {
    pub column: String,
    /// The kind the column refers to; empty for any.
    pub kind: &'static str,
    pub code: String,
}

impl Catalog {
    /// Every record that the conditions of a figure name.
    pub fn named_records(&self, figure: &Figure) -> BTreeSet<NamedRecord> {
        let mut named = BTreeSet::new();
        for part in figure.counted.iter().chain(&figure.base) {
            for test in part.of.iter().chain(&part.keep) {
                let Some(Kind::Ref(kind)) = self.of(part).about.column(&test.column).map(|c| c.kind) else {
                    continue;
                };
                for value in &test.is {
                    if let Scalar::Text(code) = value {
                        named.insert(NamedRecord { column: test.column.clone(), kind, code: code.clone() });
                    }
                }
            }
        }
        named
    }

    /// What the figures name and the register does not have, one sentence each with figure, column and code.
    pub async fn unknown_records(&self, db: &impl ConnectionTrait) -> Result<Vec<String>> {
        let mut unknown = vec![];
        for figure in self.figures() {
            for named in self.named_records(figure) {
                let mut ask = Query::select();
                ask.column("id").from("records").and_where(Expr::col("code").eq(named.code.as_str()));
                if named.kind != ANY {
                    ask.and_where(Expr::col("kind").eq(named.kind));
                }
                if db.query_one(&ask).await?.is_none() {
                    let kind = if named.kind == ANY { "record" } else { named.kind };
                    unknown.push(format!(
                        "figure “{}”: the condition on “{}” names the {kind} “{}”, which is not in the register: write the code of one that is",
                        figure.key, named.column, named.code
                    ));
                }
            }
        }
        Ok(unknown)
    }
}
