//! The statement of a figure is the same whether its text is kept or built: for every figure, every question and any days.

use decapolis_base::Day;
use decapolis_figures::{Asked, KeptText, askings};
use decapolis_register::db::limits_in_text;
use decapolis_register::known::Known;
use sea_orm::DbBackend;

use crate::register::asked_again;
use crate::support::{Register, run};

const DAYS: [(i64, i64); 4] =
    [(2020_01_01, 2020_12_31), (2020_02_29, 2020_02_29), (1999_12_31, 2030_01_01), (2019_04_01, 2020_03_31)];

#[test]
fn a_text_that_is_kept_is_the_text_that_would_be_built() {
    run(async {
        for network in ["metropolis-2020", "harbour-cities"] {
            let register = Register::on_sqlite().await;
            let app = decapolis::opening::over(register.db.clone(), Some(network)).await.expect("a network");
            let catalog = &app.figures.catalog;
            let mut kept = 0;
            // the generic figures are the same in every network
            let generic = asked_again::catalog();
            for figure in catalog.figures() {
                if network != "metropolis-2020" && generic.figure(&figure.key).is_some() {
                    continue;
                }
                for backend in [DbBackend::Sqlite, DbBackend::Postgres] {
                    for known in [Known::Now, Known::At(42)] {
                        let count = {
                            let asked = asked(DAYS[0], known);
                            askings(figure, &asked, catalog).len()
                        };
                        for n in 0..count {
                            let build = |asked: &Asked| askings(figure, asked, catalog).swap_remove(n).sql;
                            let text = KeptText::of(backend, known != Known::Now, build);
                            let text = text
                                .unwrap_or_else(|| panic!("{} {n} differs by more than days", figure.key));
                            // as known earlier, only the tables read are others
                            let many = if known == Known::Now { DAYS.len() } else { 1 };
                            for days in DAYS.into_iter().rev().take(many) {
                                let asked = asked(days, known);
                                let built = limits_in_text(backend.build(&build(&asked)));
                                assert_eq!(
                                    text.asked(&asked),
                                    built,
                                    "{} {n} {days:?} {known:?}",
                                    figure.key
                                );
                                kept += 1;
                            }
                        }
                    }
                }
            }
            assert!(kept > 10, "{kept} statements of {network}");
        }
    });
}

fn asked((from, to): (i64, i64), known: Known) -> Asked {
    let day = |number| Day::from_number(number).expect("a day");
    Asked { from: day(from), to: day(to), known }
}
