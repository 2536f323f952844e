//! Action `network.change-brand`: changes the network's colour and logo.

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, SECRETARIAT, Turn, Undo,
};
use decapolis_register::changes::Changes;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Order, Query};

use super::table::NETWORKS;
use crate::network::logo::Logo;

/// The new brand. Fields that are `None` stay as they are.
#[derive(Clone, Debug, Default)]
pub struct ChangeBrand {
    /// A colour as `#rrggbb`.
    pub accent: Option<String>,
    pub logo: Option<Logo>,
}

impl FromGiven for ChangeBrand {
    fn from_given(mut given: Given) -> Result<ChangeBrand> {
        let logo = given
            .file("logo")
            .map(|bytes| Logo::of(bytes).and_then(Logo::on_paper).map_err(Error::refused))
            .transpose()?;
        Ok(ChangeBrand { accent: given.text("accent"), logo })
    }
}

/// Changes the network's colour, its logo, or both.
///
/// Refused: there is no network (`error-no-network`), the colour is not readable on white (`error-colour`,
/// `error-colour-too-pale`), or nothing would change (`error-nothing-to-do`).
pub static CHANGE_BRAND: Action<Register, ChangeBrand> = Action {
    about: Description {
        name: "network.change-brand",
        on: Some("network"),
        fields: &[Field::of(&NETWORKS, "accent"), Field::of(&NETWORKS, "logo").as_file()],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: ChangeBrand) -> Result<Changes> {
    let ask = Query::select()
        .columns(["id", "accent", "logo"])
        .from(NETWORKS.name)
        .order_by("id", Order::Asc)
        .limit(1)
        .to_owned();
    let network = context.tx.query_one(&ask).await?.ok_or_else(|| Error::refused("error-no-network"))?;
    let mut values = Values::new();
    for (name, new) in [("accent", input.accent), ("logo", input.logo.map(|logo| logo.written()))] {
        let before: Option<String> = network.try_get("", name)?;
        if let Some(new) = new.filter(|new| before.as_ref() != Some(new)) {
            values.insert(name.into(), Cell::Text(new));
        }
    }
    if values.is_empty() {
        return Err(Error::refused("error-nothing-to-do"));
    }
    let mut changes = Changes::default();
    changes.change(&NETWORKS, network.try_get("", "id")?, values);
    Ok(changes)
}
