//! Questions to the tables of accounts, and what is written there apart from any entry.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_actions::{Grant, Role};
use decapolis_base::Day;
use decapolis_register::db::Db;
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, Record};
use decapolis_register::scope::Part;
use decapolis_register::unversioned::{self, Beside, Unversioned};
use decapolis_register::value::{Cell, Values};
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Order, Query, SelectStatement};

use super::checked::{held, is_signed_in};
use super::cookie::LASTS;
use super::grants::{counts, on, part_of};
use super::secrets::digest;
use super::table::{
    ACCOUNTS, ADDRESS_CHANGES, API_TOKENS, GRANTS, HALF_SIGN_INS, LINKS, PROVIDER_SIGN_INS, REQUIRED_FACTORS,
    SECOND_FACTORS, SESSIONS,
};
use super::{cast, second_factor};

/// An account with the roles it has on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub code: String,
    pub name: String,
    pub mail: String,
    pub has_password: bool,
    pub has_second_factor: bool,
    /// Whether the network asks a second factor of one of its roles.
    pub needs_second_factor: bool,
    pub grants: Vec<Grant>,
}

impl Account {
    /// Whether it has this role, for this part of the network or for the whole.
    pub fn has(&self, role: Role, part: Option<Part>) -> bool {
        self.grants.contains(&Grant { role, part })
    }

    /// Whether the person must set up a second factor before anything else.
    pub fn lacks_second_factor(&self) -> bool {
        self.needs_second_factor && !self.has_second_factor
    }

    /// What the person may do, in words: the roles, each with the part of the network that it reaches.
    pub fn roles(&self, parts: &BTreeMap<RowId, Record>, locale: &Locale<'_>) -> String {
        let words = |grant: &Grant| {
            let role = locale.say(&format!("choice-{}", grant.role.word()));
            match grant.part.and_then(|part| parts.get(&part.id)) {
                Some(part) => format!("{role} ({})", part.label.words(locale.language)),
                None => role,
            }
        };
        self.grants.iter().map(words).collect::<Vec<_>>().join(" · ")
    }

    /// How the person is called on pages.
    pub fn name(&self, locale: &Locale<'_>) -> String {
        cast::name(&self.code, locale).unwrap_or_else(|| self.name.clone())
    }
}

/// A mail address as accounts are found by it.
pub fn written_small(mail: &str) -> String {
    mail.trim().to_lowercase()
}

/// The rows of an account, one for each grant that it has on this day, or one without a role.
fn accounts_on(day: Day) -> SelectStatement {
    let has_role = Condition::all().add(Expr::col(("g", "account")).equals(("a", "code"))).add(counts(day));
    let is_required = Condition::all().add(Expr::col(("r", "role")).equals(("g", "role"))).add(on("r", day));
    Query::select()
        .columns([("a", "code"), ("a", "name"), ("a", "mail")])
        .expr(Expr::col(("a", "password")).is_not_null())
        .column(("g", "role"))
        .column(("g", "region"))
        .expr(Expr::col(("f", "since")).is_not_null())
        .expr(Expr::col(("r", "role")).is_not_null())
        .column(("g", "part"))
        .from_as(ACCOUNTS.name, "a")
        .join_as(JoinType::LeftJoin, GRANTS.name, "g", has_role)
        .join_as(
            JoinType::LeftJoin,
            SECOND_FACTORS.name,
            "f",
            Expr::col(("f", "account")).equals(("a", "code")),
        )
        .join_as(JoinType::LeftJoin, REQUIRED_FACTORS.name, "r", is_required)
        .order_by(("a", "name"), Order::Asc)
        .order_by(("a", "code"), Order::Asc)
        .order_by(("g", "role"), Order::Asc)
        .order_by(("g", "region"), Order::Asc)
        .order_by(("g", "part"), Order::Asc)
        .to_owned()
}

async fn read(db: &impl ConnectionTrait, ask: &SelectStatement) -> Result<Vec<Account>> {
    let mut all: Vec<Account> = vec![];
    for row in db.query_all(ask).await? {
        let code: String = row.try_get_by_index(0)?;
        let role: Option<String> = row.try_get_by_index(4)?;
        if all.last().is_none_or(|last| last.code != code) {
            all.push(Account {
                code,
                name: row.try_get_by_index(1)?,
                mail: row.try_get_by_index(2)?,
                has_password: row.try_get_by_index(3)?,
                has_second_factor: row.try_get_by_index(6)?,
                needs_second_factor: false,
                grants: vec![],
            });
        }
        let account = all.last_mut().expect("one was just added");
        account.needs_second_factor |= row.try_get_by_index::<bool>(7)?;
        let (region, part) = (row.try_get_by_index(5)?, row.try_get_by_index(8)?);
        let role = role.as_deref().and_then(Role::read);
        let grant = role.map(|role| Grant { role, part: part_of(role, region, part) });
        account.grants.extend(grant.filter(|grant| !account.grants.contains(grant)));
    }
    Ok(all)
}

/// All accounts by name, with the roles they have on this day.
pub async fn all(db: &impl ConnectionTrait, day: Day) -> Result<Vec<Account>> {
    read(db, &accounts_on(day)).await
}

/// The records of the parts of the network that the grants of these accounts reach.
pub async fn parts(db: &impl ConnectionTrait, accounts: &[Account]) -> Result<BTreeMap<RowId, Record>> {
    let ids = accounts.iter().flat_map(|account| &account.grants).filter_map(|grant| grant.part);
    records::by_ids(db, ids.map(|part| part.id)).await
}

/// How the accounts with these codes are called on pages, by code.
pub async fn names(
    db: &impl ConnectionTrait,
    codes: impl IntoIterator<Item = &str>,
    locale: &Locale<'_>,
) -> Result<BTreeMap<String, String>> {
    let codes: BTreeSet<&str> = codes.into_iter().collect();
    let is_one = Expr::col("code").is_in(codes);
    let ask = Query::select().columns(["code", "name"]).from(ACCOUNTS.name).and_where(is_one).to_owned();
    let mut names = BTreeMap::new();
    for row in db.query_all(&ask).await? {
        let code: String = row.try_get_by_index(0)?;
        let name = cast::name(&code, locale).map_or_else(|| row.try_get_by_index(1), Ok)?;
        names.insert(code, name);
    }
    Ok(names)
}

/// The account with this mail address.
pub async fn by_mail(db: &impl ConnectionTrait, mail: &str, day: Day) -> Result<Option<Account>> {
    let ask = accounts_on(day).and_where(Expr::col(("a", "mail")).eq(written_small(mail))).to_owned();
    Ok(read(db, &ask).await?.pop())
}

/// The account with this code.
pub async fn by_code(db: &impl ConnectionTrait, code: &str, day: Day) -> Result<Option<Account>> {
    let ask = accounts_on(day).and_where(Expr::col(("a", "code")).eq(code)).to_owned();
    Ok(read(db, &ask).await?.pop())
}

/// The password that is kept of an account, and its code; nothing for an unknown address.
pub async fn password(db: &impl ConnectionTrait, mail: &str) -> Result<Option<(String, Option<String>)>> {
    let ask = Query::select()
        .columns(["code", "password"])
        .from(ACCOUNTS.name)
        .and_where(Expr::col("mail").eq(written_small(mail)))
        .to_owned();
    let Some(row) = db.query_one(&ask).await? else { return Ok(None) };
    Ok(Some((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
}

/// The account that has signed in with this token, where the session has not ended.
pub async fn of_session(
    db: &impl ConnectionTrait,
    token: &str,
    now: Timestamp,
    day: Day,
) -> Result<Option<Account>> {
    of_token(db, SESSIONS.name, token, now, day).await
}

/// The account that this link is for, where it has not been used and not ended.
pub async fn of_link(
    db: &impl ConnectionTrait,
    token: &str,
    now: Timestamp,
    day: Day,
) -> Result<Option<Account>> {
    of_token(db, LINKS.name, token, now, day).await
}

/// The account whose password was right, and that is asked for its second factor.
pub async fn of_half_sign_in(
    db: &impl ConnectionTrait,
    token: &str,
    now: Timestamp,
    day: Day,
) -> Result<Option<Account>> {
    of_token(db, HALF_SIGN_INS.name, token, now, day).await
}

/// How long a sign-in waits for the second factor, in minutes.
const WAITS: i64 = 10;

/// Begins a sign-in that waits for the second factor, with what is written before it; what nobody ended is cleared away.
pub async fn begin_half_sign_in(
    db: &Db,
    account: &str,
    token: &str,
    now: Timestamp,
    before: Vec<Beside>,
) -> Result<()> {
    begin(db, &HALF_SIGN_INS, (account, token), (now, WAITS * 60 * 1000), before).await
}

/// Ends a sign-in that waited for the second factor. Refused (`error-sign-in-again`): it has ended already.
pub fn half_sign_in_ended(token: &str) -> Beside {
    Beside::delete(&HALF_SIGN_INS, is("token", digest(token))).or_refused("error-sign-in-again")
}

async fn of_token(
    db: &impl ConnectionTrait,
    table: &'static str,
    token: &str,
    now: Timestamp,
    day: Day,
) -> Result<Option<Account>> {
    let ask = accounts_on(day)
        .join_as(JoinType::InnerJoin, table, "s", Expr::col(("s", "account")).equals(("a", "code")))
        .and_where(Expr::col(("s", "token")).eq(digest(token)))
        .and_where(Expr::col(("s", "ends")).gt(now.as_millisecond()))
        .to_owned();
    Ok(read(db, &ask).await?.pop())
}

/// Begins a session, with what is written before it: what was checked holds still, or nothing is written ([`super::checked`]). What has
/// ended is cleared away.
pub async fn begin_session(
    db: &Db,
    account: &str,
    token: &str,
    now: Timestamp,
    before: Vec<Beside>,
) -> Result<()> {
    begin(db, &SESSIONS, (account, token), (now, LASTS * 1000), before).await
}

/// Keeps the token of an account in this table for so many milliseconds, in one write with what goes before it and with what is over.
async fn begin(
    db: &Db,
    table: &'static Unversioned,
    (account, token): (&str, &str),
    (now, lasts): (Timestamp, i64),
    before: Vec<Beside>,
) -> Result<()> {
    let over = all_over(now);
    let now = now.as_millisecond();
    let kept = row([
        ("token", Cell::Text(digest(token))),
        ("account", Cell::Text(account.into())),
        ("made", Cell::Int(now)),
        ("ends", Cell::Int(now + lasts)),
    ]);
    let begins = [Beside::insert(table, kept)];
    unversioned::write(db, before.into_iter().chain(over).chain(begins)).await
}

/// Clears away whatever opens an account for a while and has ended, with every sign-in.
fn all_over(now: Timestamp) -> impl Iterator<Item = Beside> {
    let tables = [&SESSIONS, &LINKS, &HALF_SIGN_INS, &ADDRESS_CHANGES, &API_TOKENS, &PROVIDER_SIGN_INS];
    let ended = move || Condition::all().add(Expr::col("ends").lte(now.as_millisecond()));
    let ended = tables.into_iter().map(move |table| Beside::delete(table, ended()));
    ended.chain([second_factor::given_up(now)])
}

/// Ends the session with this token.
pub async fn end_session(db: &Db, token: &str) -> Result<()> {
    unversioned::write(db, [Beside::delete(&SESSIONS, is("token", digest(token)))]).await
}

/// A browser that has signed in.
#[derive(Clone, Debug)]
pub struct Session {
    /// The digest of its token.
    pub token: String,
    pub made: Timestamp,
}

/// The browsers that have signed in to an account, the newest first.
pub async fn sessions(db: &impl ConnectionTrait, account: &str, now: Timestamp) -> Result<Vec<Session>> {
    let ask = Query::select()
        .columns(["token", "made"])
        .from(SESSIONS.name)
        .and_where(Expr::col("account").eq(account))
        .and_where(Expr::col("ends").gt(now.as_millisecond()))
        .order_by("made", Order::Desc)
        .to_owned();
    let mut all = vec![];
    for row in db.query_all(&ask).await? {
        let made = Timestamp::from_millisecond(row.try_get_by_index(1)?).unwrap_or(now);
        all.push(Session { token: row.try_get_by_index(0)?, made });
    }
    Ok(all)
}

/// Ends the sessions of an account but the one with this token; with `only`, only the one with that digest.
pub async fn end_others(db: &Db, account: &str, token: &str, only: Option<&str>) -> Result<()> {
    let mut others = is("account", account).add(Expr::col("token").ne(digest(token)));
    if let Some(only) = only {
        others = others.add(Expr::col("token").eq(only));
    }
    unversioned::write(db, [Beside::delete(&SESSIONS, others)]).await
}

/// Ends what people open an account with besides its password: its sessions, but for the one with this token, its links, half sign-ins, and
/// a change of its address that waits.
pub fn doors_ended(account: &str, but: Option<&str>) -> impl Iterator<Item = Beside> {
    let sessions = is("account", account);
    let sessions = match but {
        Some(token) => sessions.add(Expr::col("token").ne(digest(token))),
        None => sessions,
    };
    let others = [&HALF_SIGN_INS, &LINKS, &ADDRESS_CHANGES];
    let others = others.map(|table| Beside::delete(table, is("account", account)));
    [held(account), Beside::delete(&SESSIONS, sessions)].into_iter().chain(others)
}

/// Ends those, and the tokens with which programs speak for the account.
pub fn all_ended(account: &str, but: Option<&str>) -> impl Iterator<Item = Beside> {
    doors_ended(account, but).chain([Beside::delete(&API_TOKENS, is("account", account))])
}

/// Gives an account another password from the browser with this token; what else opened it ends ([`all_ended`]).
///
/// Refused (`error-sign-in-again`): the browser was signed out meanwhile.
pub async fn change_password(db: &Db, account: &str, token: &str, password: String) -> Result<()> {
    let fresh = row([("password", Cell::Text(password))]);
    let writes = is_signed_in(account, token).into_iter().chain(all_ended(account, Some(token)));
    unversioned::write(db, writes.chain([Beside::update(&ACCOUNTS, is("code", account), fresh)])).await
}

/// What gives an account its password by a link, which is used up; what else opened it ends ([`all_ended`]).
///
/// Refuses to be written: the link has been used meanwhile (`site-error-link`).
pub fn password_chosen(account: &str, link: &str, password: String) -> Vec<Beside> {
    let used = Beside::delete(&LINKS, is("token", digest(link))).or_refused("site-error-link");
    let fresh = Beside::update(&ACCOUNTS, is("code", account), row([("password", Cell::Text(password))]));
    [held(account), used].into_iter().chain(all_ended(account, None)).chain([fresh]).collect()
}

/// The rows with this text in this column.
pub fn is(column: &'static str, text: impl Into<String>) -> Condition {
    Condition::all().add(Expr::col(column).eq(text.into()))
}

/// The values of a row of a table without versions.
pub fn row<const N: usize>(cells: [(&str, Cell); N]) -> Values {
    cells.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect()
}
