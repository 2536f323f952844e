//! Records are found by the words of their names while they have these names and are public.

use decapolis_register::duplicates::index::respell;
use decapolis_register::records;
use decapolis_register::search::Search;
use sea_orm::ConnectionTrait;

use crate::register::files::*;
use crate::support::Register;

/// The codes of the records of a kind that this text finds.
async fn found(register: &Register, kind: &str, typed: &str) -> Vec<String> {
    let ask = Search::read(typed).ids(register.db.backend(), kind);
    let rows = register.db.reader().query_all(&ask).await.expect("the index of words");
    let ids: Vec<i64> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    let mut codes: Vec<String> =
        records::by_ids(register.db.reader(), ids).await.unwrap().into_values().map(|r| r.code).collect();
    codes.sort();
    codes
}

const NOBODY: [&str; 0] = [];

#[test]
fn a_record_is_found_by_its_words_as_long_as_it_is_called_so() {
    with_network(async |register| {
        assert_eq!(found(register, "organisation", "BÉR").await, ["bern"]);
        assert_eq!(found(register, "organisation", "ern").await, NOBODY, "only the beginnings of words");
        assert_eq!(found(register, "person", "bern").await, NOBODY, "another kind");
        let files: &[File] = &[(
            "organisations",
            "code,label_en,label_fr,level\nbern,Thun on the Aare,L’Hôtel de Thoune,municipal\n",
        )];
        import(register, "renamed", 10, files).await.unwrap();
        assert_eq!(found(register, "organisation", "bern").await, NOBODY);
        for typed in ["aare thun", "hotel", "thou", "T'hôt"] {
            assert_eq!(
                found(register, "organisation", typed).await.len(),
                usize::from(typed != "T'hôt"),
                "{typed}"
            );
        }
        undo(register, "renamed", 20).await.unwrap();
        assert_eq!(found(register, "organisation", "bern").await, ["bern"]);
        assert_eq!(found(register, "organisation", "thun").await, NOBODY);
        respell(&register.db, decapolis::modules::tables()).await.unwrap();
        assert_eq!(found(register, "organisation", "bern").await, ["bern"], "made anew");
        undo(register, "first", 30).await.unwrap();
        assert_eq!(found(register, "organisation", "bern").await, NOBODY);
    });
}

#[test]
fn who_is_not_public_is_not_in_the_index_of_words() {
    with_network(async |register| {
        let files: &[File] = &[(
            "people",
            "code,label,gender,public\nperson-x,Ximena Quiroga,woman,no\nperson-y,Yara Quispe,woman,yes\n",
        )];
        import(register, "people", 10, files).await.unwrap();
        assert_eq!(found(register, "person", "qui").await, ["person-y"]);
        let hidden: &[File] =
            &[("people", "code,label,public\nperson-x,Ximena Quiroga,yes\nperson-y,Yara Quispe,no\n")];
        import(register, "hidden", 20, hidden).await.unwrap();
        assert_eq!(found(register, "person", "qui").await, ["person-x"]);
    });
}

#[test]
fn what_is_typed_is_never_read_as_an_operator() {
    with_network(async |register| {
        for typed in [
            "\" OR 1",
            "bern*",
            "(bern)",
            "be:rn",
            "'",
            "NOT",
            "a & b | !c",
            "bern\u{0}",
            "\\",
            "%",
            "北",
            "ber\u{300}n",
        ] {
            let found = found(register, "organisation", typed).await;
            assert!(found.len() <= 1, "{typed}: {found:?}");
        }
    });
}
