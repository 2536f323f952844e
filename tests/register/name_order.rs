//! Names are sorted as they are shown, in every language and on both databases.

use std::collections::BTreeMap;

use decapolis::members::store::{ListAsked, members_on};
use decapolis::members::table::{MEMBERSHIPS, ORGANISATIONS};
use decapolis::records::of_kind::OfKind;
use decapolis_base::{Day, Period, Texts};
use decapolis_figures::Asked;
use decapolis_register::duplicates::index::respell;
use decapolis_register::journal::{About, Entry, RowId, Write};
use decapolis_register::known::Known;
use decapolis_register::name_order::{LANGUAGES, OrderKey, collator};
use decapolis_register::records::{NewRecord, by_ids};
use decapolis_register::table::RECORDS;
use decapolis_register::value::{Cell, Values};
use proptest::prelude::*;

use crate::register::files::{at, zone};
use crate::support::{Register, both};

/// Names that are hard to sort because of language, letters, capitals or script.
const NAMES: &[&str] = &[
    "Ñuñoa",
    "Nuuk",
    "Nzérékoré",
    "nuuk",
    "Nûuk",
    "Ñ",
    "N",
    "Zürich",
    "Zurich",
    "zurich",
    "Ávila",
    "Avila",
    "avilés",
    "Çorum",
    "Corum",
    "Chillán",
    "Córdoba",
    "Cordoba",
    "Côte",
    "Coté",
    "Cote",
    "Llobregat",
    "Lyon",
    "L’Hospitalet",
    "L'Hospitalet",
    "Île-de-France",
    "Iles",
    "São Paulo",
    "Sao Paulo",
    "Şanlıurfa",
    "Łódź",
    "Lodz",
    "Ångström",
    "Œuvre",
    "Oeuvre",
    "ß",
    "ss",
    "北京",
    "Москва",
    "الدار البيضاء",
    "2020",
    "10",
    "9",
    "-",
    "…",
    "San José",
    "San-José",
    "SanJosé",
    "é",
    "e\u{301}",
    "z",
    "a b",
    "ab",
    "a  b",
];

fn label() -> impl Strategy<Value = Texts> {
    let name = || prop::sample::select(NAMES);
    prop::collection::vec((prop::sample::select(&["und", "es", "en", "fr", "pt"][..]), name()), 1..4)
        .prop_map(|of| {
            let mut texts = Texts::new();
            of.iter().for_each(|(language, name)| texts.set(language, name));
            texts
        })
}

#[derive(Clone, Debug)]
struct Change {
    which: prop::sample::Index,
    label: Texts,
    public: bool,
}

fn change() -> impl Strategy<Value = Change> {
    (any::<prop::sample::Index>(), label(), prop::bool::weighted(0.7))
        .prop_map(|(which, label, public)| Change { which, label, public })
}

async fn open(register: &Register, second: i64) -> Entry {
    let about = About { actor: "test", action: "test", batch: None, reason: None, undoes: None };
    Entry::open(&register.db, &about, at(second), &zone()).await.unwrap()
}

/// Writes an organisation that has been a member since 2010.
async fn organisation(entry: &mut Entry, n: usize, label: &Texts) -> RowId {
    let record = NewRecord::of("organisation", format!("org-{n}"), label.clone()).values();
    let id = entry.revise(&RECORDS, vec![Write::Insert(None, record)]).await.unwrap()[0];
    let own = [("level".to_string(), Cell::Text("municipal".into()))].into();
    entry.revise(&ORGANISATIONS, vec![Write::Insert(Some(id), own)]).await.unwrap();
    let cells =
        [("organisation", Cell::Int(id)), ("from", Cell::Int(20100101)), ("from_last", Cell::Int(20100101))];
    let membership: Values = cells
        .into_iter()
        .chain([("illustrative", Cell::Bool(true))])
        .map(|(name, cell)| (name.to_string(), cell))
        .collect();
    entry.revise(&MEMBERSHIPS, vec![Write::Insert(None, membership)]).await.unwrap();
    id
}

/// Both lists, page by page, for a reader of this language.
async fn lists(register: &Register, language: &str) -> [Vec<OrderKey>; 2] {
    let db = register.db.reader();
    let of_kind = OfKind::with("organisation", None);
    let asked = Asked::period(Period::year_to(Day::last_of_year(2020)), Known::Now);
    let (mut all, mut members): (Vec<OrderKey>, Vec<OrderKey>) = (vec![], vec![]);
    loop {
        let page = of_kind.page(db, language, all.last().cloned(), 3, 0).await.unwrap();
        if page.is_empty() {
            break;
        }
        all.extend(page);
    }
    loop {
        let list = ListAsked {
            language: language.into(),
            after: members.last().cloned(),
            limit: 3,
            ..ListAsked::default()
        };
        let page = members_on(db, &asked, &list).await.unwrap();
        if page.is_empty() {
            break;
        }
        members.extend(page.into_iter().map(|member| (member.key, member.organisation)));
    }
    [all, members]
}

async fn hold(register: &Register, expected: &BTreeMap<RowId, (Texts, bool)>) {
    for language in ["es", "en", "fr", "ar"] {
        for list in lists(register, language).await {
            let labels = by_ids(register.db.reader(), list.iter().map(|(_, id)| *id)).await.unwrap();
            let shown: Vec<&str> = list.iter().map(|(_, id)| labels[id].label.words(language)).collect();
            for (n, pair) in shown.windows(2).enumerate() {
                let order = collator(language).compare(pair[0], pair[1]);
                let sorted = order.is_lt() || (order.is_eq() && list[n].1 < list[n + 1].1);
                // a language without an order of its own sorts by other names than it shows
                assert!(
                    sorted || !LANGUAGES.contains(&language),
                    "{language} on {}: {pair:?} in {shown:?}",
                    register.database()
                );
            }
            let mut ids: Vec<RowId> = list.iter().map(|(_, id)| *id).collect();
            ids.sort();
            let public: Vec<RowId> =
                expected.iter().filter(|(_, (_, public))| *public).map(|(id, _)| *id).collect();
            assert_eq!(ids, public, "{language} on {}", register.database());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_are_in_the_order_of_the_names_that_are_shown(
        labels in prop::collection::vec(label(), 2..24),
        changes in prop::collection::vec(change(), 1..8),
    ) {
        both(async |register| {
            let mut expected = BTreeMap::new();
            let mut entry = open(register, 1).await;
            for (n, label) in labels.iter().enumerate() {
                let id = organisation(&mut entry, n, label).await;
                expected.insert(id, (label.clone(), true));
            }
            entry.commit().await.unwrap();
            hold(register, &expected).await;
            let ids: Vec<RowId> = expected.keys().copied().collect();
            let mut entry = open(register, 2).await;
            for Change { which, label, public } in &changes {
                let id = *which.get(&ids);
                let at = ids.iter().position(|other| *other == id).unwrap();
                let record = NewRecord { public: *public, ..NewRecord::of("organisation", format!("org-{at}"), label.clone()) }.values();
                entry.revise(&RECORDS, vec![Write::Change(id, record)]).await.unwrap();
                expected.insert(id, (label.clone(), *public));
            }
            entry.commit().await.unwrap();
            hold(register, &expected).await;
            respell(&register.db, decapolis::modules::tables()).await.unwrap();
            hold(register, &expected).await;
        });
    }
}

#[test]
fn every_language_of_the_program_has_an_order_of_names() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    for entry in std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
        let language = entry.file_name().to_string_lossy().into_owned();
        assert!(LANGUAGES.contains(&language.as_str()), "{language}");
    }
}
