//! Listing: governments that run an area with a value in the edition in force.

use decapolis_figures::{About, Asked, Listing, Time, computed, of};
use decapolis_register::known::{from, of_row, on_the_day, rows_of, span, stands_on_the_day, t};
use decapolis_register::table::Kind::Bool;
use decapolis_register::table::Privacy::Public;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};

use crate::members::table::{AREA_GOVERNMENTS, AREAS, MEMBERSHIPS, PLACEMENTS};
use crate::observatory::table::{EDITIONS, OBSERVATIONS};

pub static OF_STUDIED_AREAS: Listing = Listing {
    about: About {
        key: "governments-of-studied-areas",
        version: 2,
        time: Time::Stock,
        wide: true,
        columns: &[
            of(&AREA_GOVERNMENTS, "organisation"),
            of(&AREA_GOVERNMENTS, "area"),
            of(&PLACEMENTS, "region"),
            of(&AREAS, "population")
                .unseen()
                .once_per(&["area"])
                .told_by("population_year", "population_source"),
            of(&AREAS, "population_year").unseen(),
            of(&AREAS, "population_source").unseen(),
            computed("member", Bool, Public).unseen(),
        ],
        dated: &[of(&AREA_GOVERNMENTS, "from"), of(&AREA_GOVERNMENTS, "until")],
        tables: &[&AREA_GOVERNMENTS, &AREAS, &OBSERVATIONS, &EDITIONS, &MEMBERSHIPS, &PLACEMENTS],
    },
    rows,
};

fn rows(a: &Asked) -> SelectStatement {
    let mut select = rows_of(&AREA_GOVERNMENTS, a.known, &["organisation", "area"]);
    span(&mut select, "t");
    select.expr_as(
        on_the_day(&PLACEMENTS, a.known, ("organisation", t("organisation")), "region", a.to.number()),
        "region",
    );
    select.expr_as(
        stands_on_the_day(&MEMBERSHIPS, a.known, ("organisation", t("organisation")), a.to.number()),
        "member",
    );
    for column in ["population", "population_year", "population_source"] {
        select.expr_as(of_row(&AREAS, a.known, t("area"), column), column);
    }
    let to = a.to.number();
    let mut in_force = Query::select();
    in_force.expr(Expr::val(1i64));
    from(&mut in_force, &EDITIONS, "e", a.known);
    in_force
        .and_where(Expr::col(("e", "id")).equals(("o", "edition")))
        .and_where(Expr::col(("e", "from_last")).lte(to))
        .and_where(Expr::col(("e", "until")).is_null().or(Expr::col(("e", "until")).gte(to)));
    let mut studied = Query::select();
    studied.expr(Expr::val(1i64));
    from(&mut studied, &OBSERVATIONS, "o", a.known);
    studied.and_where(Expr::col(("o", "area")).eq(t("area"))).and_where(Expr::exists(in_force));
    select.and_where(Expr::exists(studied));
    select
}
