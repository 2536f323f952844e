//! Action `register.import`: writes a planned import.

use decapolis_actions::{Action, Description, Register, SECRETARIAT, Turn, Undo};
use decapolis_import::transfer::Plan;

/// Writes a plan that has no errors, or whose refused rows are left out.
///
/// Refused: the register has changed since the plan was made (`error-moved`), and a removed record is referred to by
/// other rows (`error-record-in-use`).
pub static IMPORT: Action<Register, Plan> = Action {
    about: Description {
        name: "register.import",
        on: None,
        fields: &[],
        turn: Turn::Prepared,
        undo: Undo::Batch,
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |_, plan| Box::pin(async { plan.changes() }),
};
