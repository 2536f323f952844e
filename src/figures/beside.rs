//! What is told beside a number: when its readings were taken, and of which years and from where the values are that it adds up.

use decapolis_figures::{AnswerShown, Gated, Readings};
use decapolis_register::journal::Heads;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::question::Question;
use super::values::ValuesTold;
use crate::app::App;

/// What is told beside a number.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    pub readings: Option<Readings>,
    pub values: Option<ValuesTold>,
}

impl Beside {
    /// What this reader may read beside the number that a question asks for; nothing where the number itself is withheld, or only its
    /// share is told. `told` is that number.
    pub async fn of(
        app: &App,
        db: &impl ConnectionTrait,
        heads: &Heads,
        question: &Question<'_>,
        told: Gated<AnswerShown>,
    ) -> Result<Beside> {
        let withheld = told.shown().and_then(AnswerShown::whole).is_none();
        if withheld || question.rows_withheld(app).is_some() {
            return Ok(Beside::default());
        }
        let readings = app.figures.readings(db, heads, question.figure, &question.asked).await?;
        let values = ValuesTold::of(app, db, heads, question).await?;
        Ok(Beside { readings, values })
    }
}
