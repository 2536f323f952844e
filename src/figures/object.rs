//! A number as JSON, for the site and the command line.

use decapolis_figures::{Answer, AnswerShown, Asked, Figure, Reason, Shape, Viewer, Worded, readings};
use decapolis_register::journal::Heads;
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::app::App;
use crate::figures::values::ValuesTold;
use crate::page::readings::as_json;
use crate::records::measured::data;

/// The answer of a figure as JSON, as in the API. `published` is the number of an edition, if that is asked for.
pub async fn object(
    app: &App,
    db: &impl ConnectionTrait,
    heads: &Heads,
    figure: &Figure,
    asked: &Asked,
    known: Option<&str>,
    published: Option<Answer>,
    locale: &Locale<'_>,
    viewer: Viewer,
) -> Result<serde_json::Value> {
    let answer = match published {
        Some(answer) => answer,
        None => app.figures.number(db, heads, figure, asked).await?,
    };
    let told = app.figures.catalog.answer_for(figure, asked, answer, viewer);
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
    let tally = app.figures.tally(db, heads, figure, asked).await?;
    let values = ValuesTold::of(app, db, figure, asked).await?.filter(|_| whole.is_some());
    let read = readings(db, figure, asked, &app.figures.catalog).await?;
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
        "left_out": tally.left_out,
        "counted_rows": tally.counted_rows,
        "base_rows": share.then_some(tally.base_rows),
        "left_out_rows": tally.left_out_rows,
        "values": values.as_ref().map(ValuesTold::as_json),
        "readings": read.as_ref().map(as_json),
    }))
}
