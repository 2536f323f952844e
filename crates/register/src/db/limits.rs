//! The limits of a statement, written into its text.
//!
//! SQLite plans by the number in a LIMIT. Where that number is a parameter, it prepares the statement again whenever it is run, because
//! another number may be bound to it: for the pages of figures and records that was a fifth of their processor time. There are few
//! different limits, so each may have a text of its own.

use sea_orm::sea_query::Values;
use sea_orm::{DbBackend, Statement, Value};

const LIMIT: &str = "LIMIT ";

/// The statement with the numbers of its limits in the text, for SQLite; PostgreSQL keeps its plan either way. Done once where a text is
/// kept, and otherwise by every connection.
pub fn limits_in_text(mut statement: Statement) -> Statement {
    let applies = statement.db_backend == DbBackend::Sqlite && statement.sql.contains("LIMIT ?");
    let Some(Values(values)) = statement.values.as_mut().filter(|_| applies) else { return statement };
    let mut text = String::with_capacity(statement.sql.len() + 8);
    let mut others = Vec::with_capacity(values.len());
    let mut values = std::mem::take(values).into_iter();
    let (mut rest, mut quote) = (statement.sql.as_str(), None);
    while let Some(at) = rest.find(['?', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let found = from.chars().next().unwrap_or_default();
        rest = &from[1..];
        match (found, quote) {
            ('?', None) => match values.next() {
                Some(value) => match limit(&value).filter(|_| text.ends_with(LIMIT)) {
                    Some(most) => text.push_str(&most.to_string()),
                    None => {
                        text.push('?');
                        others.push(value);
                    }
                },
                None => text.push('?'),
            },
            ('?', _) => text.push('?'),
            (mark, _) => {
                text.push(mark);
                // a doubled quote inside a name ends it and begins it again: the same in the end
                quote = match quote {
                    None => Some(mark),
                    Some(open) => Some(open).filter(|open| *open != mark),
                };
            }
        }
    }
    text.push_str(rest);
    others.extend(values);
    Statement { sql: text, values: Some(Values(others)), db_backend: statement.db_backend }
}

/// A number that may stand in the text.
fn limit(value: &Value) -> Option<u64> {
    match value {
        Value::BigUnsigned(most) => *most,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(backend: DbBackend, sql: &str, values: Vec<Value>) -> (String, Vec<Value>) {
        let it = limits_in_text(Statement::from_sql_and_values(backend, sql, values));
        (it.sql, it.values.map_or(vec![], |values| values.0))
    }

    #[test]
    fn limits_stand_in_the_text_and_all_other_values_stay_in_their_order() {
        let sql =
            r#"SELECT "a?" FROM (SELECT '?''LIMIT ?' WHERE b = ? LIMIT ?) WHERE c = ? LIMIT ? OFFSET ?"#;
        let values = vec![1i64.into(), 50u64.into(), "x".into(), 51u64.into(), 7u64.into()];
        let (text, others) = written(DbBackend::Sqlite, sql, values.clone());
        assert_eq!(
            text,
            r#"SELECT "a?" FROM (SELECT '?''LIMIT ?' WHERE b = ? LIMIT 50) WHERE c = ? LIMIT 51 OFFSET ?"#
        );
        assert_eq!(others, [1i64.into(), "x".into(), 7u64.into()]);
        let (text, others) = written(DbBackend::Postgres, sql, values.clone());
        assert_eq!((text.as_str(), others), (sql, values));
    }

    #[test]
    fn a_statement_without_limits_is_left_as_it_is() {
        let (text, others) = written(DbBackend::Sqlite, "SELECT ? WHERE a = 'LIMIT'", vec![1i64.into()]);
        assert_eq!((text.as_str(), others), ("SELECT ? WHERE a = 'LIMIT'", vec![1i64.into()]));
    }
}
