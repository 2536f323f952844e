//! `do`: does an action that is described by its fields, or shows what would follow.

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, Args, Command};
use decapolis_actions::{
    self as actions, Actor, Another, ByFields, Deed, Field, Given, Offer, Request, RowToken,
};
use decapolis_register::journal::RowId;
use decapolis_register::known::Known;
use decapolis_register::table::Kind;
use decapolis_words::Locale;
use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::cli::register::{open_existing, terminal_language};
use crate::modules;
use crate::records::asked::asked as asked_in_words;
use crate::records::eyes::Eyes;
use crate::records::revised::revised;
use crate::records::row_actions;
use crate::records::typed_row;
use crate::records::worded;
use crate::terminal::{Terminal, say, tell};

#[derive(Args)]
#[command(disable_help_flag = true)]
pub struct Act {
    /// The action and its fields: `decapolis do` lists the actions, `decapolis do NAME --help` the fields of one.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ACTION")]
    words: Vec<String>,
}

/// What was asked for.
struct Asked {
    offer: &'static Offer,
    by_fields: &'static dyn ByFields,
    typed: Vec<(String, String)>,
    /// The row that it is about, for an action that every table has.
    row: Option<RowId>,
    files: BTreeMap<String, Vec<u8>>,
    /// What is answered to what the action asks beside its fields.
    answers: BTreeMap<String, String>,
    reason: Option<String>,
    /// Whether a new record is another one than those that it is like.
    is_another: bool,
    apply: bool,
}

/// Does an action by its fields, or only says what would follow.
///
/// Errors: those of the action, and fields that it does not have or cannot read.
pub async fn run(args: Act) -> Result<()> {
    let terminal = Terminal::open()?;
    let mut asked = asked(&args.words, &terminal.locale())?;
    let app = open_existing().await?;
    let language = terminal_language(&app);
    let locale = app.locale(&language).expect("a language with words");
    let another = if asked.is_another { Another::ThanAny } else { Another::Than([].into()) };
    let request = Request::by(Actor::Operator).because(asked.reason.as_deref()).another(another);
    // as it is now, before it is read
    let seen = match (asked.offer.on_row, asked.row) {
        (Some(on), Some(row)) => RowToken::of(app.db.reader(), on.table, row).await?,
        _ => None,
    };
    let request = seen.map_or(request.clone(), |row| request.having_seen(row));
    let files = std::mem::take(&mut asked.files);
    let typed: Vec<(&str, &str)> = asked.typed.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    let (mut given, faults) = typed_row::read(app.db.reader(), asked.offer, &typed, files, asked.row).await?;
    given.answers = std::mem::take(&mut asked.answers);
    if !faults.is_empty() {
        for fault in &faults {
            tell!("{}", locale.named(&format!("--{}", flag(fault.field)), &locale.message(&fault.message)));
            if let Some(mend) = locale.mend(&fault.message) {
                tell!("  {mend}");
            }
        }
        return Err(Error::refused("error-fields"));
    }
    if !asked.apply {
        return show(&app, &asked, &request, given, &locale).await;
    }
    let done = asked.by_fields.run(&app.register(), request, given).await?;
    let args = [("n", done.rows.into()), ("batch", done.batch.as_str().into())].into();
    say!("{}", locale.with("do-done", &args));
    if asked.offer.about.undo == actions::Undo::Batch {
        let command = format!("decapolis undo {}", done.batch);
        say!("{}", locale.with("import-done.undo", &[("command", command.into())].into()));
    }
    Ok(())
}

/// Prints what the action would write.
async fn show(app: &App, asked: &Asked, request: &Request, given: Given, locale: &Locale<'_>) -> Result<()> {
    let register = app.register();
    let changes = asked.by_fields.plan(&register, request, given).await?;
    let likes = match asked.is_another {
        true => vec![],
        false => actions::likenesses(app.db.reader(), app.all_tables(), None, changes.writes()).await?,
    };
    let revisions = actions::revisions(app.db.reader(), changes.writes()).await?;
    let eyes = Eyes {
        audience: request.actor.audience(),
        scope: None,
        tables: app.all_tables(),
        known: Known::Now,
        named: None,
    };
    for row in revised(app.db.reader(), &revisions, &eyes, locale).await? {
        say!("{}", row.title);
        for (label, before, after) in row.columns {
            let words = if before.is_empty() { after } else { format!("{before} → {after}") };
            say!("  {}", locale.named(&label, &words));
        }
    }
    for question in asked_in_words(app.db.reader(), &eyes, locale, changes.questions()).await? {
        say!("{}", locale.named("--answer", &format!("{} ({})", question.name, question.about)));
        for answer in question.answers {
            let mark = if answer.chosen { "→" } else { " " };
            say!("  {mark} {}={}  {}", question.name, answer.word, answer.label);
        }
    }
    for one in &likes {
        say!("{}", locale.message(&one.like.message()));
    }
    if !likes.is_empty() {
        say!("  --another: {}", locale.say("do-another"));
    }
    say!("{}", locale.say("transfer-preview"));
    say!("{}", locale.with("preview-apply", &[("option", "--apply".into())].into()));
    Ok(())
}

/// Reads the words after `do`.
fn asked(words: &[String], locale: &Locale<'_>) -> Result<Asked> {
    let command = command(locale);
    let line = std::iter::once("decapolis do").chain(words.iter().map(String::as_str));
    // help, the list of actions and what cannot be read are printed by clap, which ends the program
    let matches = command.try_get_matches_from(line).unwrap_or_else(|said| said.exit());
    let (name, given) = matches.subcommand().expect("an action is required");
    let offer = modules::offers().find(|offer| offer.about.name == name).expect("an action that is offered");
    let by_fields = offer.by_fields.expect("an action that is done by fields");
    let (mut typed, mut files) = (vec![], BTreeMap::new());
    for field in offer.about.fields {
        for text in given.get_many::<String>(field.name).into_iter().flatten() {
            match (field.is_file, kind(field)) {
                (true, _) => {
                    let read = std::fs::read(text);
                    let unreadable = |e| Error::Broken(format!("cannot read {text}: {e}"));
                    files.insert(field.name.to_string(), read.map_err(unreadable)?);
                }
                (false, Some(Kind::Texts)) => {
                    let (language, words) = text.split_once('=').unwrap_or((locale.language, text));
                    typed.push((format!("{}_{language}", field.name), words.to_string()));
                }
                _ => typed.push((field.name.to_string(), text.clone())),
            }
        }
    }
    let reason = given.get_one::<String>("because").cloned();
    let row = offer.on_row.filter(|on| on.deed != Deed::Create);
    let row = row.and_then(|_| given.get_one::<RowId>("the row").copied());
    let answers = given.get_many::<String>("an answer").into_iter().flatten();
    let answers = answers.filter_map(|text| text.split_once('='));
    let answers = answers.map(|(name, word)| (name.to_string(), word.to_string())).collect();
    Ok(Asked {
        offer,
        by_fields,
        typed,
        row,
        files,
        answers,
        reason,
        is_another: given.get_flag("another record"),
        apply: given.get_flag("write it"),
    })
}

/// The command line of all actions that are done by fields, made from their descriptions.
fn command(locale: &Locale<'_>) -> Command {
    let all = modules::offers().filter(|offer| offer.by_fields.is_some());
    Command::new("decapolis do")
        .bin_name("decapolis do")
        .about(locale.say("do-about"))
        .subcommand_value_name("ACTION")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommands(all.map(|offer| of_action(offer, locale)))
        .after_help(locale.say("do-every-table"))
}

fn of_action(offer: &'static Offer, locale: &Locale<'_>) -> Command {
    let about = offer.about;
    // a table may have a column that is called like the option of every action
    let reason = if about.fields.iter().any(|field| field.name == "reason") { "because" } else { "reason" };
    let row = offer.on_row.filter(|on| on.deed != Deed::Create).map(|_| {
        let help = locale.say("do-row");
        Arg::new("the row")
            .long("row")
            .value_name("ID")
            .required(true)
            .value_parser(clap::value_parser!(i64))
            .help(help)
    });
    Command::new(about.name)
        .about(row_actions::title(about.name, locale).unwrap_or_default())
        .hide(offer.on_row.is_some())
        .args(row)
        .args(about.fields.iter().map(|field| of_field(field, locale)))
        .arg(
            Arg::new("an answer")
                .long("answer")
                .value_name("NAME=WORD")
                .action(ArgAction::Append)
                .help(locale.say("do-answer"))
                .hide(offer.on_row.is_some()),
        )
        .arg(Arg::new("because").long(reason).value_name("TEXT").help(locale.say("do-reason")))
        .arg(
            Arg::new("another record")
                .long("another")
                .action(ArgAction::SetTrue)
                // only an action that asks for a name makes a record
                .hide(!about.fields.iter().any(|field| field.table.is_records() && field.name == "label"))
                .help(locale.say("do-another")),
        )
        .arg(Arg::new("write it").long("apply").action(ArgAction::SetTrue).help(locale.say("do-apply")))
}

fn of_field(field: &'static Field, locale: &Locale<'_>) -> Arg {
    let label = worded::label(field.table.name, field.name, locale);
    let (value, help) = match kind(field) {
        _ if field.is_file => ("FILE", label),
        Some(Kind::Choice(choices)) => ("WORD", locale.named(&label, &choices.join(", "))),
        Some(Kind::Bool) => ("YES/NO", label),
        Some(Kind::Day | Kind::Bound) => ("DAY", label),
        Some(Kind::Int | Kind::Number | Kind::Money(_)) => ("NUMBER", label),
        Some(Kind::Ref(_)) => ("CODE", label),
        Some(Kind::Texts) => ("LANGUAGE=TEXT", label),
        Some(Kind::Text | Kind::Instant) | None => ("TEXT", label),
    };
    let action = match kind(field) {
        Some(Kind::Texts) => ArgAction::Append,
        _ => ArgAction::Set,
    };
    Arg::new(field.name)
        .long(flag(field.name))
        .value_name(value)
        .help(help)
        .action(action)
        .allow_hyphen_values(true)
}

fn kind(field: &Field) -> Option<Kind> {
    field.column().map(|column| column.kind)
}

fn flag(field: &str) -> String {
    field.replace('_', "-")
}
