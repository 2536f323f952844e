//! Through which rows a row belongs to a region, for every row of every table.

use decapolis::modules;
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::scope::{Part, Scope};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;

use crate::register::files::{day, with_network};

#[test]
fn every_row_in_scope_has_a_way_to_the_placement_that_brings_it_there_and_no_other_row_has() {
    with_network(async |register| {
        let (db, tables) = (register.db.reader(), modules::tables());
        let region = records::by_code(db, "region", "africa").await.unwrap().expect("africa").id;
        let scope = Scope { parts: vec![Part::region(region)], day: day("2020-12-31") };
        let mut longest = 0;
        for table in tables.0.iter().copied() {
            let ask = Query::select().column("id").from(table.name).to_owned();
            for row in db.query_all(&ask).await.unwrap() {
                let id: RowId = row.try_get_by_index(0).unwrap();
                let has = scope.has(db, tables, table, id).await.unwrap();
                let way = scope.way(db, tables, table, id).await.unwrap();
                assert_eq!(way.is_some(), has, "{} {id}", table.name);
                let Some(way) = way else { continue };
                longest = longest.max(way.len());
                let last = way.last().map_or(table, |(last, _)| *last);
                assert!(last.places.is_some(), "{} {id}: the way ends at {}", table.name, last.name);
                for (of, id) in &way {
                    assert!(scope.has(db, tables, of, *id).await.unwrap(), "{} {id} on the way", of.name);
                }
            }
        }
        // a person, by a mandate, by a post, to a government that is placed there
        let ama = records::by_code(db, "person", "person-ama").await.unwrap().expect("a person").id;
        let people = tables.of_kind("person").expect("people");
        let way = scope.way(db, tables, people, ama).await.unwrap().expect("in Africa");
        let names: Vec<&str> = way.iter().map(|(table, _)| table.name).collect();
        assert_eq!(names, ["mandates", "posts", "placements"]);
        // what is said of a person is one row longer
        assert_eq!(longest, 4);
    });
}
