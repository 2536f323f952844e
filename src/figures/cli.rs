//! `figures`: prints all figures of a day or a period, or the rows of one figure.

use crate::terminal::{say, visible_json};
use clap::{Args, Subcommand};
use decapolis_base::Period;
use decapolis_figures::{Asked, Class, Figure, RowCursor, RowsAsked, Viewer, Worded, evidence};
use decapolis_register::journal::{self, Heads};
use decapolis_register::known::Known;
use decapolis_register::permissions::Audience;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;

use crate::app::App;
use crate::cli::day::one_day;
use crate::cli::register::{open_existing, terminal_language};
use crate::figures::beside::Beside;
use crate::figures::evidence::lines;
use crate::figures::object::object;
use crate::figures::question::{Question, answer_to};
use crate::page::readings::{when_read, with_stale};

#[derive(Args)]
pub struct FiguresArgs {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    when: WhenArgs,
    /// Print one JSON array of objects.
    #[arg(long)]
    json: bool,
}

#[derive(Args, Clone)]
struct WhenArgs {
    /// The day. Stocks are counted at its end, flows from the first day of its year to it. Default: today.
    #[arg(long, value_name = "DATE", global = true)]
    at: Option<String>,
    /// The first day of any other period.
    #[arg(long, value_name = "DATE", requires = "to", conflicts_with = "at", global = true)]
    from: Option<String>,
    /// The last day of any other period.
    #[arg(long, value_name = "DATE", requires = "from", global = true)]
    to: Option<String>,
    /// As the register was at the end of this day.
    #[arg(long, value_name = "DATE", global = true)]
    known: Option<String>,
    /// The language of the output: es, en, fr.
    #[arg(long, value_name = "LANGUAGE", global = true)]
    lang: Option<String>,
}

#[derive(Subcommand)]
enum What {
    /// Print a figure's rule and the rows it was counted from.
    Why {
        /// The figure's key, or its code of four characters.
        key: String,
    },
    /// Count every figure without cache, and print the times as JSON.
    #[command(hide = true)]
    Time {
        #[arg(long, value_name = "N", default_value_t = 3)]
        runs: usize,
        #[arg(long, value_name = "N", default_value_t = 2)]
        readers: usize,
    },
    /// Print the query plans of all statements of figures and pages.
    #[command(hide = true)]
    Plans {
        /// Only this figure.
        key: Option<String>,
    },
    #[command(flatten)]
    Editions(crate::editions::cli::Editions),
}

/// The period and state of the register that the options ask for.
async fn asked(app: &App, db: &impl ConnectionTrait, when: &WhenArgs) -> Result<Asked> {
    let known = match &when.known {
        Some(text) => Known::At(journal::last_by(db, one_day(text)?).await?),
        None => Known::Now,
    };
    let period = match (&when.from, &when.to) {
        (Some(from), Some(to)) => {
            let (from, to) = (one_day(from)?, one_day(to)?);
            if to < from {
                return Err(Error::refused("error-end-before-start"));
            }
            Period { from, to }
        }
        _ => {
            let at = when.at.as_deref().map(one_day).transpose()?.unwrap_or_else(|| app.settings.today());
            app.settings.year_starts.year_to(at)
        }
    };
    Ok(Asked::period(period, known))
}

pub async fn run(args: FiguresArgs) -> Result<()> {
    if let Some(What::Editions(what)) = &args.what {
        return crate::editions::cli::run(what, args.when.lang.as_deref()).await;
    }
    let app = open_existing().await?;
    match &args.what {
        Some(What::Time { runs, readers }) => {
            let asked = asked(&app, app.db.reader(), &args.when).await?;
            return crate::figures::cost::time(&app, &asked, *runs, *readers).await;
        }
        Some(What::Plans { key }) => {
            let now = asked(&app, app.db.reader(), &args.when).await?;
            let then = Asked { known: Known::At(journal::last(app.db.reader()).await?), ..now };
            return crate::figures::cost::plans(app, &[now, then], key.as_deref()).await;
        }
        _ => {}
    }
    let language = args.when.lang.clone().unwrap_or_else(|| terminal_language(&app));
    let locale = app.locale(&language).ok_or_else(|| {
        Error::refused_with(
            "error-language-unknown",
            [
                ("text", language.as_str().into()),
                ("languages", app.words.languages().collect::<Vec<_>>().join(", ").into()),
            ]
            .into(),
        )
    })?;
    let db = app.db.snapshot().await?;
    let heads = app.heads(&db).await?;
    let asked = asked(&app, &db, &args.when).await?;
    match &args.what {
        Some(What::Why { key }) => why(&app, &db, &heads, figure_of(&app, key)?, &asked, &locale).await,
        _ if args.json => all_as_json(&app, &db, &heads, &asked, args.when.known.as_deref(), &locale).await,
        _ => all(&app, &db, &heads, &asked, &locale).await,
    }
}

/// The figure with this key or code. Refused with all keys if there is none.
fn figure_of<'a>(app: &'a App, key: &str) -> Result<&'a Figure> {
    let catalog = &app.figures.catalog;
    catalog.figure(key).or_else(|| catalog.by_code(key)).ok_or_else(|| {
        let keys = catalog.figures().iter().map(|f| f.key.as_str()).collect::<Vec<_>>().join(", ");
        Error::refused_with("error-figure-unknown", [("key", key.into()), ("keys", keys.into())].into())
    })
}

/// Prints all figures as one JSON array.
async fn all_as_json(
    app: &App,
    db: &impl ConnectionTrait,
    heads: &Heads,
    asked: &Asked,
    known: Option<&str>,
    locale: &Locale<'_>,
) -> Result<()> {
    let mut all = vec![];
    for figure in app.figures.catalog.figures() {
        let question = Question { known: known.map(str::to_string), ..question(app, figure, asked) };
        all.push(object(app, db, heads, &question, locale).await?);
    }
    let json = serde_json::to_string_pretty(&all).map_err(|e| Error::Broken(e.to_string()))?;
    say!("{}", visible_json(&json));
    Ok(())
}

/// What the person at the machine asks, who reads as the office does.
fn question<'a>(app: &App, figure: &'a Figure, asked: &Asked) -> Question<'a> {
    let (today, years) = (app.settings.today(), app.settings.year_starts);
    let viewer = Viewer { audience: Audience::Office, today, years };
    Question { figure, asked: *asked, known: None, class: Class::Counted, viewer, published: None }
}

/// Prints a line for each figure: its key, the number, and what it counts.
async fn all(
    app: &App,
    db: &impl ConnectionTrait,
    heads: &Heads,
    asked: &Asked,
    locale: &Locale<'_>,
) -> Result<()> {
    for figure in app.figures.catalog.figures() {
        let answer = app.figures.number(db, heads, figure, asked).await?;
        let shown = Worded::of(figure, answer, locale).whole();
        let words =
            locale.with(&format!("figure-{}", figure.key), &[("n", figure.plural(answer).into())].into());
        let read = app.figures.readings(db, heads, figure, asked).await?;
        let read = read.and_then(|read| with_stale(&read, locale)).map(|read| format!(" ({read})"));
        say!("{:<28} {:>16}  {words}{}", figure.key, shown, read.unwrap_or_default());
    }
    Ok(())
}

/// Prints the rule of a figure and all its rows, by part and class.
async fn why(
    app: &App,
    db: &impl ConnectionTrait,
    heads: &Heads,
    figure: &Figure,
    asked: &Asked,
    locale: &Locale<'_>,
) -> Result<()> {
    let answer = app.figures.number(db, heads, figure, asked).await?;
    let shown = Worded::of(figure, answer, locale).whole();
    say!(
        "{} ({}, {} {})",
        locale.say(&format!("figure-{}.title", figure.key)),
        figure.code,
        locale.say("figure-version"),
        figure.version
    );
    say!("{}", locale.say(&format!("figure-{}.rule", figure.key)));
    say!("{shown}  [{} – {}]", asked.from, asked.to);
    let question = question(app, figure, asked);
    let told = answer_to(app, db, heads, &question).await?;
    let beside = Beside::of(app, db, heads, &question, told).await?;
    if let Some(values) = beside.values {
        say!("{}", values.words(locale).join(" · "));
    }
    if let Some(read) = beside.readings {
        say!("{}", with_stale(&read, locale).unwrap_or_else(|| when_read(&read, locale)));
    }
    for (n, part) in
        figure.base.iter().map(|b| (0, b)).chain(figure.counted.iter().enumerate().map(|(n, p)| (n + 1, p)))
    {
        for class in [Class::Counted, Class::BaseOnly, Class::LeftOut] {
            let mut after = None;
            let mut first = true;
            loop {
                let rows = evidence(
                    db,
                    figure,
                    asked,
                    &app.figures.catalog,
                    RowsAsked { part: n, class, after, limit: 500 },
                )
                .await?;
                let Some(last) = rows.last() else { break };
                after = Some(RowCursor { sort: last.sort, row: last.row });
                if std::mem::take(&mut first) {
                    say!("\n{} · {}", part.listing, locale.say(class_key(class)));
                }
                for line in lines(app, db, part, asked, &rows, Audience::Office, locale).await? {
                    let reason = line.reason.map(|r| format!("  ({r})")).unwrap_or_default();
                    let fields: Vec<String> =
                        line.fields.iter().filter(|f| !f.text.is_empty()).map(|f| f.text.clone()).collect();
                    say!("  {}{reason}", fields.join(" · "));
                }
            }
        }
    }
    Ok(())
}

fn class_key(class: Class) -> &'static str {
    match class {
        Class::Counted => "class-counted",
        Class::BaseOnly => "class-base",
        Class::LeftOut => "class-left-out",
    }
}
