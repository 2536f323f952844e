//! What an address asks of the list of members.

use std::collections::BTreeMap;

use decapolis_base::Day;
use decapolis_drawing::Square;
use decapolis_figures::Asked;
use decapolis_register::journal::RowId;
use decapolis_register::name_order::OrderKey;
use decapolis_register::records::{self, Record};
use decapolis_register::search::Search;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use crate::editions::known::State;
use crate::members::store::{self, ListAsked};
use crate::records::lists::searched;
use crate::web::address::encoded;
use crate::web::context::{Reader, Site, day};
use crate::web::visit::asks;

asks! {
    /// What an address asks of the list of members.
    pub struct MembersAsks {
        /// The day; as the usual day where it is not given.
        at,
        /// A day, an edition (`2020-e1`) or a journal entry (`j4123`): the register as known then.
        known,
        /// The code of a region.
        region,
        /// A square of the map, as a mark on the page of a year links to it: the south, the west and the side, in degrees.
        within,
        /// Words to search for.
        q,
        /// The position of the last row of the page before.
        after,
    }
}

/// The parameters of the list of members, parsed.
#[derive(Clone)]
pub struct MembersAsked {
    pub at: Day,
    pub asked: Asked,
    pub state: State,
    /// The network's regions in order, and their records.
    pub regions: Vec<RowId>,
    pub region_records: BTreeMap<RowId, Record>,
    pub region: Option<RowId>,
    pub within: Option<Square>,
    pub words: Option<String>,
}

impl MembersAsked {
    /// Reads the parameters. Refused with a hint if a day or a region does not exist.
    pub async fn read(site: &Site, db: &impl ConnectionTrait, asks: &MembersAsks) -> Result<MembersAsked> {
        let at = match asks.at.as_deref().filter(|t| !t.is_empty()) {
            Some(text) => day(text)?,
            None => site.app.settings.usual_day(),
        };
        let state = State::read(site, db, asks.known.as_deref()).await?;
        let regions = store::regions(db).await?;
        let region_records = records::by_ids(db, regions.iter().copied()).await?;
        let region = match asks.region.as_deref().filter(|r| !r.is_empty()) {
            Some(code) => Some(
                region_records
                    .values()
                    .find(|r| r.public && r.code == code)
                    .map(|r| r.id)
                    .ok_or_else(|| Error::refused("site-error-request"))?,
            ),
            None => None,
        };
        let within = asks.within.as_deref().filter(|text| !text.is_empty());
        let within = within.map(|text| text.parse().map_err(|()| Error::refused("site-error-request")));
        Ok(MembersAsked {
            at,
            asked: Asked::period(site.app.settings.year_starts.year_to(at), state.known()),
            state,
            regions,
            region_records,
            region,
            within: within.transpose()?,
            words: searched(&asks.q),
        })
    }

    /// The path of the figure that counts this list, in the same state of the register, without the language.
    pub fn figure_address(&self) -> String {
        let known = self.state.text().map(|known| format!("&known={known}")).unwrap_or_default();
        format!("/figures/members?at={}{known}", self.at)
    }

    pub fn list(&self, language: &str, after: Option<OrderKey>, limit: u64) -> ListAsked {
        ListAsked {
            language: language.into(),
            region: self.region,
            within: self.within,
            search: self.words.as_deref().map(Search::read),
            after,
            limit,
        }
    }

    /// The path of this list with a file extension (`.csv`), or none.
    pub fn address(&self, reader: &Reader<'_>, ending: &str) -> String {
        let part = |name: &str, value: Option<&str>| {
            value.map(|v| format!("&{name}={}", encoded(v))).unwrap_or_default()
        };
        let region = self.region.and_then(|id| self.region_records.get(&id)).map(|r| r.code.as_str());
        let (known, within) = (self.state.text(), self.within.map(|square| square.to_string()));
        let more = [
            part("region", region),
            part("within", within.as_deref()),
            part("q", self.words.as_deref()),
            part("known", known.as_deref()),
        ]
        .concat();
        reader.to(&format!("/members{ending}?at={}{more}", self.at))
    }
}
