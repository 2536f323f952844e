//! Listing: publications by their first language file. A later translation adds no row.

use decapolis_figures::{About, Asked, Listing, Time, itself, of};
use decapolis_register::known::{from, rows_of, scalar, t};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use crate::activities::table::{ACTIVITIES, LANGUAGE_FILES, THEME_MARKS};

pub static PUBLICATIONS: Listing = Listing {
    about: About {
        key: "publications",
        version: 1,
        time: Time::Flow,
        wide: false,
        columns: &[
            itself(&ACTIVITIES, "record").one_row_each(),
            of(&THEME_MARKS, "theme"),
            of(&ACTIVITIES, "state").unseen(),
        ],
        dated: &[of(&LANGUAGE_FILES, "day")],
        tables: &[&ACTIVITIES, &LANGUAGE_FILES, &THEME_MARKS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&ACTIVITIES, a.known, &["state"]);
    let first_file = |column: &'static str| {
        let mut file = Query::select();
        file.column(("f", column));
        from(&mut file, &LANGUAGE_FILES, "f", a.known);
        file.and_where(Expr::col(("f", "publication")).eq(t("id")))
            .order_by(("f", "day_last"), Order::Asc)
            .order_by(("f", "day"), Order::Asc)
            .order_by(("f", "id"), Order::Asc)
            .limit(1);
        scalar(file)
    };
    select
        .expr_as(first_file("day"), "day")
        .expr_as(first_file("day_last"), "day_last")
        .expr_as(t("id"), "record");
    let mut theme = Query::select();
    theme.column(("m", "theme"));
    from(&mut theme, &THEME_MARKS, "m", a.known);
    theme.and_where(Expr::col(("m", "record")).eq(t("id"))).order_by(("m", "id"), Order::Asc).limit(1);
    select.expr_as(scalar(theme), "theme");
    select.and_where(t("activity").eq("publication"));
    select
}
