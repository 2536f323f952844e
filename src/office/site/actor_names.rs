//! How who did something is called in the office.

use std::collections::BTreeMap;

use decapolis_register::journal::BY_TWO;
use decapolis_words::errors::Result;

use super::desk::Desk;
use crate::accounts::store;

/// The names of the accounts, by their codes.
pub struct ActorNames(BTreeMap<String, String>);

impl ActorNames {
    /// The names of these actors of the journal.
    pub async fn read(desk: &Desk<'_>, actors: Vec<&str>) -> Result<ActorNames> {
        let codes: Vec<&str> = actors.into_iter().flat_map(|actor| actor.split(BY_TWO)).collect();
        Ok(ActorNames(store::names(desk.site.app.db.reader(), codes, &desk.reader.locale).await?))
    }

    /// The name of an actor of the journal; both, where one person accepted what another proposed.
    pub fn of(&self, desk: &Desk<'_>, actor: &str) -> String {
        if let Some((by, proposed)) = actor.split_once(BY_TWO) {
            let args = [("name", self.one(desk, by).into()), ("other", self.one(desk, proposed).into())];
            return desk.reader.locale.with("actor-by-two", &args.into());
        }
        self.one(desk, actor)
    }

    fn one(&self, desk: &Desk<'_>, actor: &str) -> String {
        match self.0.get(actor) {
            Some(name) => name.clone(),
            None if actor == "operator" => desk.say("actor-operator"),
            None if actor == "demo" => desk.say("actor-demo"),
            None if actor.starts_with("job:") => desk.say("actor-job"),
            None => desk.say("actor-gone"),
        }
    }
}
