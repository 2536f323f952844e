//! Many rows read as one value are the rows read one by one, on both databases.

use decapolis_register::at_once::{all_at_once, is_one_of};
use decapolis_register::table::Kind;
use decapolis_register::value::Cell;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend};

use crate::support::{Register, both};

const COLUMNS: [(&str, Kind); 5] = [
    ("number", Kind::Int),
    ("words", Kind::Text),
    ("measured", Kind::Number),
    ("yes", Kind::Bool),
    ("place", Kind::Int),
];

/// Values that a text between the database and the program might change.
fn difficult() -> Vec<(Option<i64>, Option<&'static str>, Option<f64>, Option<bool>)> {
    vec![
        (Some(i64::MAX), Some("a \"quoted\" \\ back\\slash"), Some(0.1 + 0.2), Some(true)),
        (Some(i64::MIN), Some("two\nlines\tand a tab"), Some(-1.0e-30), Some(false)),
        (Some(0), Some(""), Some(0.0), None),
        (None, None, None, Some(true)),
        (
            Some(9_007_199_254_740_993),
            Some("東京 \u{202e}\u{feff} \u{1f3d9} é"),
            Some(6.022_140_76e23),
            Some(false),
        ),
        (Some(-1), Some("\u{1}\u{7f}</script>null"), Some(123_456_789.123_456_79), None),
    ]
}

/// A connection that may make a table of its own.
async fn connected(register: &Register) -> DatabaseConnection {
    let sqlite = format!("sqlite://{}", register.address);
    let address = if register.on_postgres { &register.address } else { &sqlite };
    Database::connect(address).await.expect("the register answers")
}

async fn filled(db: &impl ConnectionTrait) -> SelectStatement {
    let double = if db.get_database_backend() == DbBackend::Sqlite { "REAL" } else { "DOUBLE PRECISION" };
    let make = format!(
        "CREATE TABLE difficult (number BIGINT, words TEXT, measured {double}, yes BOOLEAN, place BIGINT)"
    );
    db.execute_unprepared(&make).await.expect("a table of its own");
    for (place, (number, words, measured, yes)) in difficult().into_iter().enumerate() {
        let insert = Query::insert()
            .into_table("difficult")
            .columns(COLUMNS.map(|(name, _)| name))
            .values_panic([
                number.into(),
                words.map(str::to_string).into(),
                measured.into(),
                yes.into(),
                (place as i64).into(),
            ])
            .to_owned();
        db.execute(&insert).await.expect("a row");
    }
    Query::select()
        .columns(COLUMNS.map(|(name, _)| name))
        .from("difficult")
        .order_by("place", Order::Desc)
        .limit(100)
        .to_owned()
}

#[test]
fn rows_read_at_once_are_the_rows_read_one_by_one() {
    both(async |register| {
        let db = connected(register).await;
        let ask = filled(&db).await;
        let mut alone = vec![];
        for row in db.query_all(&ask).await.unwrap() {
            let read = |(at, (_, kind)): (usize, &(&str, Kind))| Cell::read_at(&row, at, *kind).unwrap();
            alone.push(COLUMNS.iter().enumerate().map(read).collect::<Vec<Cell>>());
        }
        assert_eq!(alone.len(), difficult().len());
        assert_eq!(all_at_once(&db, ask.clone(), &COLUMNS).await.unwrap(), alone);
        let nothing = ask.clone().and_where(Expr::col("place").lt(0)).to_owned();
        assert!(all_at_once(&db, nothing, &COLUMNS).await.unwrap().is_empty());
    });
}

#[test]
fn rows_are_chosen_by_any_number_of_ids_with_one_statement() {
    both(async |register| {
        let db = connected(register).await;
        let ask = filled(&db).await;
        let of = |ids: Vec<i64>| {
            ask.clone().and_where(is_one_of(db.get_database_backend(), Expr::col("place"), ids)).to_owned()
        };
        let mut texts = std::collections::BTreeSet::new();
        for (ids, found) in [(vec![], 0), (vec![2], 1), (vec![0, 4, 4, 99, -7], 2), ((0..5_000).collect(), 6)]
        {
            let ask = of(ids);
            texts.insert(db.get_database_backend().build(&ask).sql);
            assert_eq!(all_at_once(&db, ask, &COLUMNS).await.unwrap().len(), found);
        }
        assert_eq!(texts.len(), 1, "{texts:?}");
    });
}
