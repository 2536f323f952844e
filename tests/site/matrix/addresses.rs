//! Every address that a route stands for: with each kind, table, action and row of the register of the matrix.

use decapolis::modules;
use decapolis_actions::Deed;

use super::held::{ROWS, World};

/// An address, and the row that it is of.
pub struct Asked {
    pub address: String,
    /// `None` for an address of no single row.
    pub row: Option<usize>,
}

/// The values of what a path leaves open and no row decides.
const USUAL: &[(&str, &str)] = &[
    ("lang", "en"),
    ("token", "nothing"),
    ("years", "2020"),
    ("days", "2020-12-31"),
    ("state", "1"),
    ("form", "card"),
    ("card", "card.svg"),
    ("key", "members"),
    ("under", "live"),
    ("page", "nothing"),
    ("name", "logo.svg"),
    ("code", "m4tk"),
    ("*rest", "nothing"),
    ("*path", "site.css"),
    ("*part", "counted"),
    ("batch", "marked"),
];

/// The addresses of a route. `account` is the code of an account.
pub fn of_route(world: &World, path: &str, account: &str) -> Vec<Asked> {
    let path = path.replace("{lang}", "en");
    let kinds = || modules::tables().0.iter().filter(|table| table.in_files).filter_map(|table| table.kind());
    let tables = || modules::tables().0.iter().filter(|table| table.in_files && table.name != "likenesses");
    let facts = || tables().filter(|table| table.kind().is_none());
    let of_all = |addresses: Vec<String>| {
        addresses.into_iter().map(|address| Asked { address, row: None }).collect::<Vec<_>>()
    };
    // private rows are asked for too, by the code that they have
    let of_rows = |wanted: &dyn Fn(&super::held::Held) -> Vec<String>| {
        let rows = world.rows.iter().filter(|row| row.n < ROWS);
        rows.flat_map(|row| {
            let all = wanted(row).into_iter();
            all.map(|address| Asked { address, row: Some(row.n) }).collect::<Vec<_>>()
        })
        .collect::<Vec<_>>()
    };
    let filled = |kind: &str, code: &str| path.replace("{kind}", kind).replace("{code}", code);
    let of_records = |more: &[&str]| {
        of_rows(&|row| match (&row.of, row.table.kind()) {
            (Some((kind, code)), Some(_)) => {
                more.iter().map(|more| format!("{}{more}", filled(kind, code))).collect()
            }
            _ => vec![],
        })
    };
    match path.as_str() {
        "/en/office/find" => of_all(["zq", "plain", "8675"].map(|q| format!("{path}?q={q}")).into()),
        "/en/office/named.json" => {
            let of_kind = kinds().map(|kind| format!("{path}?q=zqmark&kind={kind}"));
            of_all(of_kind.chain([format!("{path}?q=zq"), format!("{path}?q=plain")]).collect())
        }
        "/en/office/list/{table}" => {
            let of_table = facts().map(|table| path.replace("{table}", table.name));
            of_all(
                of_table
                    .flat_map(|it| [it.clone(), format!("{it}?known=2020-12-31&on=2020-12-31")])
                    .collect(),
            )
        }
        "/en/office/bulk/{table}" | "/en/office/views/{table}" | "/api/v1/facts/{table}" => {
            of_all(facts().map(|table| path.replace("{table}", table.name)).collect())
        }
        "/en/office/file/{table}/{ending}" => {
            let of_table = tables().enumerate().flat_map(|(n, table)| {
                // a workbook has the rows of the CSV file, so some are read as one
                let endings: &[&str] = if n % 5 == 0 { &["csv", "xlsx"] } else { &["csv"] };
                endings.iter().map(|ending| path.replace("{table}", table.name).replace("{ending}", ending))
            });
            of_all(of_table.collect())
        }
        "/en/office/{kind}" | "/api/v1/records/{kind}" => {
            of_all(kinds().map(|kind| filled(kind, "")).collect())
        }
        "/en/office/{kind}/{code}" => of_records(&["", "?known=2020-12-31&on=2020-12-31"]),
        "/en/office/{kind}/{code}/files/{row}" => of_records(&[""])
            .into_iter()
            .map(|asked| Asked { address: asked.address.replace("{row}", "1"), ..asked })
            .collect(),
        "/en/office/{kind}/{code}/who"
        | "/en/office/{kind}/{code}/files"
        | "/en/office/{kind}/{code}/lookups"
        | "/api/v1/records/{kind}/{code}"
        | "/api/v1/records/{kind}/{code}/history" => of_records(&[""]),
        "/en/office/{kind}/{code}/{table}/{row}" => of_rows(&|row| match (&row.of, row.table.kind()) {
            (Some((kind, code)), None) => {
                let it = filled(kind, code).replace("{table}", row.table.name);
                vec![it.replace("{row}", &row.id.to_string())]
            }
            _ => vec![],
        }),
        "/api/v1/facts/{table}/{row}" => of_rows(&|row| match row.table.kind() {
            None => vec![path.replace("{table}", row.table.name).replace("{row}", &row.id.to_string())],
            Some(_) => vec![],
        }),
        "/en/office/{kind}/do/{action}" => {
            let create = tables().filter_map(|table| Some((table.kind()?, format!("{}.create", table.name))));
            of_all(create.map(|(kind, action)| filled(kind, "").replace("{action}", &action)).collect())
        }
        "/en/office/{kind}/{code}/do/{action}" => of_rows(&|row| forms(&path, row)),
        "/en/office/team/{code}" => of_all(vec![path.replace("{code}", account)]),
        _ => usual(world, &path),
    }
}

/// The forms of a row: what every table has, and the actions of a kind of record.
fn forms(path: &str, row: &super::held::Held) -> Vec<String> {
    let Some((kind, code)) = &row.of else { return vec![] };
    let at = |action: &str| path.replace("{kind}", kind).replace("{code}", code).replace("{action}", action);
    let table = row.table.name;
    match row.table.kind() {
        Some(_) => {
            let own =
                modules::offers().filter(|offer| offer.on_row.is_none() && offer.about.on == Some(kind));
            let own = own.filter(|offer| offer.by_fields.is_some()).map(|offer| at(offer.about.name));
            own.chain([at(&format!("{table}.correct"))]).collect()
        }
        None => {
            let correct = format!("{}?row={}", at(&format!("{table}.{}", Deed::Correct.word())), row.id);
            vec![at(&format!("{table}.create")), correct]
        }
    }
}

/// The address with usual values; of a kind of record on the public site, one for each row.
fn usual(world: &World, path: &str) -> Vec<Asked> {
    let kind = path.strip_prefix("/en/").and_then(|rest| rest.strip_suffix("/{code}"));
    if let Some(table) = kind.and_then(|kind| modules::tables().of_kind(kind)) {
        let rows = world.rows.iter().filter(|row| row.table.name == table.name);
        let codes = rows.filter_map(|row| Some((row.n, row.of.as_ref()?.1.as_str())));
        return codes
            .map(|(n, code)| Asked { address: path.replace("{code}", code), row: Some(n) })
            .collect();
    }
    let mut address = path.to_string();
    for (name, value) in USUAL {
        address = address.replace(&format!("{{{name}}}"), value);
    }
    assert!(!address.contains('{'), "say in {} how {path} is asked", file!());
    vec![Asked { address, row: None }]
}
