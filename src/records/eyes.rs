//! What somebody sees of the records that rows refer to: whose names and codes.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_base::Texts;
use decapolis_register::at_once::is_one_of;
use decapolis_register::journal::RowId;
use decapolis_register::known::{self, Known};
use decapolis_register::permissions::{Audience, Subject, may_read};
use decapolis_register::records::{self, Record};
use decapolis_register::schema::Tables;
use decapolis_register::scope::Scope;
use decapolis_register::table::RECORDS;
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::worded::not_public;

/// The kind of record that is a person.
pub const PERSON: &str = "person";

/// Is told of which people somebody saw the name although it is not public.
pub type TellsNames<'a> = Box<dyn Fn(Vec<RowId>) + Send + Sync + 'a>;

/// A person's eyes: what their audience reads, of the rows in their scope.
pub struct Eyes<'a> {
    pub audience: Audience,
    /// The rows that they read whole, where that is not all of the register.
    pub scope: Option<&'a Scope>,
    pub tables: Tables,
    /// As the register knew the rows that are shown: a record that was private then is private in them, and so is one that is private today.
    pub known: Known,
    /// Where it is noted that they saw the name of a person that is not public; `None` for who is nobody's account.
    pub named: Option<TellsNames<'a>>,
}

impl Eyes<'_> {
    /// The records with these ids. A private one out of scope has no code, and "a person who is not public" in place of its name.
    pub async fn records(
        &self,
        db: &impl ConnectionTrait,
        locale: &Locale<'_>,
        ids: impl IntoIterator<Item = RowId>,
    ) -> Result<BTreeMap<RowId, Record>> {
        let mut found = records::by_ids(db, ids).await?;
        for id in self.private_then(db, found.keys().copied()).await? {
            if let Some(record) = found.get_mut(&id) {
                record.public = false;
            }
        }
        let Some(scope) = self.scope else {
            self.note(&found);
            return Ok(found);
        };
        let private: Vec<RowId> =
            found.values().filter(|record| !record.public).map(|record| record.id).collect();
        if private.is_empty() {
            return Ok(found);
        }
        let ask = Query::select()
            .column("id")
            .from("records")
            .and_where(is_one_of(db.get_database_backend(), Expr::col("id"), private.iter().copied()))
            .cond_where(scope.of_records(db, self.tables))
            .to_owned();
        let mut own = BTreeSet::new();
        for row in db.query_all(&ask).await? {
            own.insert(row.try_get_by_index::<RowId>(0)?);
        }
        for id in private.into_iter().filter(|id| !own.contains(id)) {
            if let Some(record) = found.get_mut(&id) {
                record.label = Texts::plain(&not_public(&record.kind, locale));
                record.code.clear();
                record.source = None;
            }
        }
        self.note(&found);
        Ok(found)
    }

    /// Those of these records that were private as the register knew them.
    async fn private_then(
        &self,
        db: &impl ConnectionTrait,
        ids: impl Iterator<Item = RowId>,
    ) -> Result<Vec<RowId>> {
        let ids: Vec<RowId> = ids.collect();
        if self.known == Known::Now || ids.is_empty() {
            return Ok(vec![]);
        }
        let mut ask = Query::select();
        known::from(&mut ask, &RECORDS, "r", self.known);
        ask.column(("r", "id")).and_where(Expr::col(("r", "public")).eq(false)).and_where(is_one_of(
            db.get_database_backend(),
            Expr::col(("r", "id")),
            ids,
        ));
        let mut private = vec![];
        for row in db.query_all(&ask).await? {
            private.push(row.try_get_by_index(0)?);
        }
        Ok(private)
    }

    /// Notes whose names were seen that not everybody sees.
    fn note(&self, seen: &BTreeMap<RowId, Record>) {
        let Some(named) = &self.named else { return };
        if may_read(self.audience, Subject::Record { public: false }).is_ok() {
            let people = seen.values().filter(|it| it.kind == PERSON && !it.public && !it.code.is_empty());
            named(people.map(|person| person.id).collect());
        }
    }
}
