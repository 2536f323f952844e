//! What was checked before somebody comes in or changes how an account is opened. It is checked again in the write that follows from it, so a
//! reset, a withdrawal or another use that came between wins.

use decapolis_base::Day;
use decapolis_register::unversioned::Beside;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use super::grants::counts;
use super::secrets::digest;
use super::store::is;
use super::table::{ACCOUNTS, GRANTS, SECOND_FACTORS, SESSIONS};

/// The account still has this password, as it is kept.
pub fn has_password(account: &str, kept: &str) -> Beside {
    let same = is("code", account).add(Expr::col("password").eq(kept));
    Beside::if_there(&ACCOUNTS, same).or_refused("error-sign-in")
}

/// The account still has this mail address.
pub fn has_address(account: &str, mail: &str) -> Beside {
    let same = is("code", account).add(Expr::col("mail").eq(mail));
    Beside::if_there(&ACCOUNTS, same).or_refused("error-sign-in-again")
}

/// The account still has a role on this day.
pub fn has_a_role(account: &str, day: Day) -> Beside {
    let grants = Query::select()
        .column(("g", "id"))
        .from_as(GRANTS.name, "g")
        .and_where(Expr::col(("g", "account")).eq(account))
        .cond_where(counts(day))
        .to_owned();
    let with_role = is("code", account).add(Expr::exists(grants));
    Beside::if_there(&ACCOUNTS, with_role).or_refused("error-provider-unknown")
}

/// No second factor was set up since it was found that none is asked for.
pub fn asks_no_code(account: &str) -> Beside {
    let in_use = is("account", account).add(Expr::col("since").is_not_null());
    Beside::if_none(&SECOND_FACTORS, in_use).or_refused("error-sign-in-again")
}

/// The browser with this token is still signed in to the account: whatever else opens an account ends its sessions when it changes.
pub fn is_signed_in(account: &str, token: &str) -> [Beside; 2] {
    let session = is("account", account).add(Expr::col("token").eq(digest(token)));
    [held(account), Beside::if_there(&SESSIONS, session).or_refused("error-sign-in-again")]
}

/// Nobody else opens the account, or closes what opens it, before all is written. It comes first wherever that is done, so that no two
/// wait for each other.
pub fn held(account: &str) -> Beside {
    Beside::if_there(&ACCOUNTS, Condition::all().add(is("code", account)))
}
