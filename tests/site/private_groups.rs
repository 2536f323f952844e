//! What is told of one group, beside a number, and of amounts that are withheld: no more than the gate was asked for.

use axum::http::StatusCode;
use decapolis::web::context::Site;
use decapolis_figures::Catalog;
use decapolis_register::permissions::Audience;

use crate::register::files::{File, import};
use crate::site::example::{Example, RUNTIME, on_both, text_of};
use crate::support::Register;

/// Two events, of which the network led one and co-led the other, with the people who came by gender. Dues are more than the base, because
/// a partnership was paid back.
const LEAGUE: &[File] = &[
    (
        "networks",
        "code,label_en,languages,zone,currency,years_from,years_until\nleague,Test League,en,UTC,EUR,2020,2020\n",
    ),
    (
        "activities",
        "code,label_en,activity,state,role,scope,mode,from,until\n\
         forum,Forum,event,held,led,global,online,2020-06-15,2020-06-15\n\
         fair,Fair,event,held,co-led,global,online,2020-09-01,2020-09-01\n",
    ),
    (
        "head_counts",
        "activity,count,gender,people,designated\n\
         forum,present,woman,1361,yes\nfair,present,woman,7373,yes\nforum,present,man,8383,yes\nfair,present,man,1919,yes\n",
    ),
    (
        "income",
        "line,basis,stage,day,amount,currency,in_network,currency_of_network,passed_on,in_kind\n\
         a,dues,audited,2020-03-01,1000.00,EUR,1000.00,EUR,no,no\n\
         b,member-partnership,audited,2020-03-02,-437.00,EUR,-437.00,EUR,no,no\n\
         c,other-partnership,provisional,2020-03-03,113.00,EUR,113.00,EUR,no,no\n",
    ),
];

fn on_the_league(test: impl AsyncFn(&Example)) {
    RUNTIME.block_on(async {
        for register in [Register::on_sqlite().await, Register::on_postgres().await] {
            import(&register, "league", 0, LEAGUE).await.expect("the league");
            let app = decapolis::opening::over(register.db.clone(), None).await.expect("the league");
            let site = Site::new(app);
            test(&Example::behind("league", register, site)).await;
        }
    });
}

/// The rows of each gender in each role, as they may be written.
const CROSSED: [&str; 8] = ["1361", "1,361", "7373", "7,373", "8383", "8,383", "1919", "1,919"];

#[test]
fn one_group_of_a_private_column_tells_its_number_and_nothing_else() {
    on_the_league(async |league| {
        let women = league.get("/en/figures/event-people.json?at=2020-12-31&only=gender/woman").await.json();
        assert_eq!(women["counted"], 8734, "{women}");
        for key in ["left_out", "counted_rows", "left_out_rows", "groups", "reasons", "rows"] {
            assert!(women[key].is_null(), "{key}: {women}");
        }
        assert!(women["rows_withheld"].is_string(), "{women}");
        for more in ["", "&class=left-out", "&by=gender", "&view=rows"] {
            for ending in ["", ".csv", ".json"] {
                let address =
                    format!("/en/figures/event-people{ending}?at=2020-12-31&only=gender/woman{more}");
                let answer = league.get(&address).await;
                assert_eq!(answer.status, StatusCode::OK, "{address}");
                let told: Vec<&&str> = CROSSED.iter().filter(|n| answer.body.contains(**n)).collect();
                assert!(told.is_empty(), "{address}: {told:?}");
            }
        }
        let page = text_of(&league.page("/en/figures/event-people?at=2020-12-31&only=gender/woman").await);
        assert!(page.contains("of it only the number is told") && page.contains("8,734"), "{page}");
    });
}

#[test]
fn no_group_is_broken_down_by_a_private_column_nor_a_private_group_by_any() {
    on_the_league(async |league| {
        for crossed in ["only=gender/woman&by=role", "only=role/led&by=gender", "only=gender/-&by=role"] {
            for more in ["", "&known=j1", "&class=left-out"] {
                let address = format!("/en/figures/event-people?at=2020-12-31&{crossed}{more}");
                assert_eq!(league.get(&address).await.status, StatusCode::BAD_REQUEST, "{address}");
            }
            for ending in [".csv", ".json", "/card"] {
                let address = format!("/en/figures/event-people{ending}?at=2020-12-31&{crossed}");
                let told = league.get(&address).await.body.replace(crossed, "").to_lowercase();
                // the rows of an open group are listed, without the gender
                let tells = if crossed.starts_with("only=role") { "woman" } else { "1361" };
                assert!(!told.contains(tells), "{address}: {told}");
            }
        }
        // the group itself is a breakdown of the figure, and an open one may be crossed with an open one
        let led = league.get("/en/figures/event-people.json?at=2020-12-31&only=role/led").await.json();
        assert_eq!(led["counted"], 1361 + 8383, "{led}");
    });
}

#[test]
fn every_breakdown_of_every_figure_is_refused_within_a_group_if_one_of_them_is_private() {
    on_both(async |example| {
        let catalog = &example.site.app.figures.catalog;
        let mut private_pairs = 0;
        for figure in catalog.figures() {
            for only in &figure.breakdowns {
                for by in figure.breakdowns.iter().filter(|by| *by != only) {
                    let private = is_private(catalog, figure, only) || is_private(catalog, figure, by);
                    private_pairs += i32::from(private);
                    let address = format!("/en/figures/{}?at=2020-12-31&only={only}/-&by={by}", figure.key);
                    let status = example.get(&address).await.status;
                    let wanted = if private { StatusCode::BAD_REQUEST } else { StatusCode::OK };
                    assert_eq!(status, wanted, "{address}");
                }
            }
        }
        assert!(private_pairs > 2, "{private_pairs}");
    });
}

fn is_private(catalog: &Catalog, figure: &decapolis_figures::Figure, column: &str) -> bool {
    figure
        .main()
        .iter()
        .filter_map(|part| catalog.of(part).about.column(column))
        .any(|column| !column.is_open_to(Audience::Public))
}

#[test]
fn an_impossible_share_of_withheld_amounts_is_no_number_in_any_form() {
    on_the_league(async |league| {
        // 1000 of 676 is 147.9 %, and -437 of it -64.6 %
        let amounts = ["147", "148", "64.", "65", "1000", "437", "1,000"];
        for key in ["funding-dues", "funding-member-partnerships"] {
            let object = league.get(&format!("/en/figures/{key}.json?at=2020-12-31")).await.json();
            assert!(object["value"].is_null() && object["range"].is_null(), "{object}");
            for part in ["shown", "counted", "base", "groups"] {
                let text = object[part].to_string();
                assert!(amounts.iter().all(|amount| !text.contains(amount)), "{key} {part}: {text}");
            }
            let csv = league.get(&format!("/en/figures/{key}.csv?at=2020-12-31")).await.body;
            assert!(amounts.iter().all(|amount| !csv.contains(amount)), "{key}: {csv}");
        }
        let page = text_of(&league.page("/en/figures/funding-dues?at=2020-12-31").await);
        assert!(!page.contains("147") && !page.contains("148%"), "{page}");
    });
}
