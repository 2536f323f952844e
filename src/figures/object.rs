//! A number as JSON, for the site and the command line.

use decapolis_figures::{AnswerShown, Reason, Shape, Worded};
use decapolis_register::journal::Heads;
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::app::App;
use crate::figures::beside::Beside;
use crate::figures::question::{Question, answer_to};
use crate::figures::values::ValuesTold;
use crate::page::readings::as_json;
use crate::records::measured::data;

/// The answer to a question as JSON, as in the API: the number that the page and the card of the figure show.
pub async fn object(
    app: &App,
    db: &impl ConnectionTrait,
    heads: &Heads,
    question: &Question<'_>,
    locale: &Locale<'_>,
) -> Result<serde_json::Value> {
    let Question { figure, asked, known, .. } = question;
    let told = answer_to(app, db, heads, question).await?;
    let (whole, answer) =
        (told.shown().and_then(AnswerShown::whole), told.shown().unwrap_or_default().answer());
    if let Some(reason @ Reason::People) = told.withheld() {
        return Ok(json!({
            "key": figure.key,
            "value": null,
            "shown": locale.say("withheld-short"),
            "from": figure.of_a_period().then(|| asked.from.to_string()),
            "at": asked.to.to_string(),
            "known": known,
            "withheld": locale.say(reason.key()),
        }));
    }
    let (tally, left_out) = match question.rows_withheld(app) {
        Some(_) => (None, None),
        None => (
            Some(app.figures.tally(db, heads, figure, asked).await?),
            Some(app.figures.left_out(db, heads, figure, asked).await?),
        ),
    };
    let tally = tally.as_ref();
    let Beside { values, readings } = Beside::of(app, db, heads, question, told).await?;
    let share = figure.shape == Shape::Share;
    let mut shown = Worded::of(figure, answer, locale);
    let range = shown.range.take();
    Ok(json!({
        "key": figure.key,
        "value": answer.value(figure).map(|v| if figure.shape == Shape::Total { data(answer, answer.counted) } else { json!(v) }),
        "shown": told.withheld().map_or_else(|| shown.whole(), |_| locale.say("withheld-short")),
        "withheld": told.withheld().map(|reason| locale.say(reason.key())),
        "from": figure.of_a_period().then(|| asked.from.to_string()),
        "at": asked.to.to_string(),
        "known": known,
        "currency": whole.and_then(|whole| whole.money).map(|money| money.code()),
        "counted": whole.map(|whole| data(whole, whole.counted)),
        "base": whole.filter(|_| share).map(|whole| data(whole, whole.base)),
        "unknown": whole.map(|whole| whole.unknown).filter(|unknown| *unknown > 0),
        "range": answer.range(figure),
        "range_shown": range,
        "left_out": left_out,
        "counted_rows": tally.map(|tally| tally.counted_rows),
        "base_rows": tally.filter(|_| share).map(|tally| tally.base_rows),
        "left_out_rows": tally.map(|tally| tally.left_out_rows),
        "values": values.as_ref().map(ValuesTold::as_json),
        "readings": readings.as_ref().map(as_json),
    }))
}
