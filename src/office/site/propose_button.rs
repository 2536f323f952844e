//! The button that proposes, and the address to which it leads.

use decapolis_words::errors::Result;
use maud::{Markup, html};

use super::desk::Desk;
use crate::accounts::secrets::signs;

/// The button, with why this person does not save.
pub fn propose_button(desk: &Desk<'_>, why: &str) -> Markup {
    html! {
        p class="hint" id="propose-why" { (desk.say(why)) }
        button class="main" type="submit" name="propose" value="yes" aria-describedby="propose-why" { (desk.say("propose-button")) }
    }
}

/// The address of a proposal that was made a moment ago.
pub fn of_proposal(desk: &Desk<'_>, code: &str) -> String {
    desk.reader.to(&format!("/proposals/{code}?done=proposed"))
}

/// The code of a new proposal: drawn, because its address has it.
pub fn new_code() -> Result<String> {
    Ok(format!("v-{}", signs::<10>()?))
}
