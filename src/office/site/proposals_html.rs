//! The HTML of proposals: their list, and one with what would follow and the decision.

use decapolis_actions::{Accepting, ProposalState};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};

use super::act::ActionForm;
use super::act_html::{ActPage, follows};
use super::actor_names::ActorNames;
use super::batches::said;
use super::bulk::Bulk;
use super::bulk_html::what_follows;
use super::bulk_plan::Preview;
use super::desk::Desk;
use super::follows::Outcome;
use super::list_address::heading;
use super::opened::{OpenedProposal, moved, open, proposer_stands};
use super::undo_proposed::entry_of;
use crate::accounts::site::html::worded;
use crate::office::proposals::{DoneOn, Proposal};
use crate::records::asked::ANSWER;
use crate::records::revised::RevisedRow;
use crate::records::row_actions::title;
use crate::web::sent::Pairs;

/// A proposal as one line.
pub struct ListedProposal {
    pub proposal: Proposal,
    /// The action, and what it is done on.
    pub title: String,
    /// Who proposed it, and when.
    pub made: String,
    /// What has become of it.
    pub state: String,
}

impl ListedProposal {
    pub async fn of(desk: &Desk<'_>, names: &ActorNames, proposal: Proposal) -> Result<ListedProposal> {
        let locale = &desk.reader.locale;
        let zone = &desk.site.app.settings.zone;
        let day = |at: jiff::Timestamp| locale.numerals.day(at.to_zoned(zone.clone()).date().into());
        let title = title_of(desk, &proposal).await?;
        let made = [("name", names.of(desk, &proposal.account).into()), ("day", day(proposal.made).into())];
        let made = locale.with("proposal-made", &made.into());
        let who = proposal.decided_by.as_deref().map(|by| names.of(desk, by)).unwrap_or_default();
        let decided = proposal.decided.map(day).unwrap_or_default();
        let key = format!("proposal-{}", proposal.state.word());
        let state = locale.with(&key, &[("name", who.into()), ("day", decided.into())].into());
        Ok(ListedProposal { proposal, title, made, state })
    }
}

/// What a proposal is about, in the words of who reads it.
async fn title_of(desk: &Desk<'_>, proposal: &Proposal) -> Result<String> {
    let locale = &desk.reader.locale;
    let db = desk.site.app.db.reader();
    let what = title(&proposal.action, locale).unwrap_or_else(|| proposal.action.clone());
    let of: Option<String> = match &proposal.on {
        DoneOn::Record { kind, code: Some(code) } => {
            let record = records::by_code(db, kind, code).await?;
            let ids: Vec<RowId> = record.map(|record| record.id).into_iter().collect();
            let seen = desk.records(ids).await?.into_values().next();
            seen.and_then(|record| record.name(desk.reader.audience, desk.reader.lang()).map(str::to_string))
        }
        DoneOn::Rows { table } => desk.site.app.all_tables().named(table).map(|table| heading(desk, table)),
        DoneOn::Batch { name } => {
            let entry = entry_of(db, name).await?;
            Some(entry.map_or_else(|| name.clone(), |entry| format!("{} ({name})", said(desk, &entry))))
        }
        DoneOn::Record { code: None, .. } | DoneOn::Apart => None,
    };
    Ok(match of {
        Some(of) => format!("{what} · {of}"),
        None => what,
    })
}

/// The list: those to decide, and one's own.
pub fn listed(desk: &Desk<'_>, waiting: &[ListedProposal], own: &[ListedProposal]) -> Markup {
    let one = |it: &ListedProposal, of_others: bool| {
        html! {
            li {
                a href=(desk.reader.to(&format!("/proposals/{}", it.proposal.code))) { (it.title) }
                span { @if of_others { (it.made) } @else { (it.state) } }
                @if let Some(why) = &it.proposal.why { span { (desk.reader.locale.with("office-reason", &[("reason", why.as_str().into())].into())) } }
            }
        }
    };
    html! {
        h1 { (desk.say("proposals-title")) }
        h2 { (desk.say("proposals-to-decide")) }
        @if waiting.is_empty() { p { (desk.say("proposals-none")) } }
        ul class="rows" { @for it in waiting { (one(it, true)) } }
        @if !own.is_empty() {
            h2 { (desk.say("proposals-own")) }
            ul class="rows" { @for it in own { (one(it, false)) } }
        }
    }
}

/// What would follow if it were accepted now.
enum Follows<'a> {
    Form(Box<ActionForm<'a>>, Box<Outcome>),
    Rows(Box<Bulk<'a>>, Preview),
    Batch,
    /// It cannot be opened any more.
    Nothing,
}

/// The page of a proposal.
pub struct ProposalPage<'a> {
    pub listed: ListedProposal,
    /// Whether it was made a moment ago.
    pub just: bool,
    pub own: bool,
    /// Whether who reads the page decides it.
    pub decides: bool,
    pub wrong: Option<[String; 2]>,
    /// Why it cannot be accepted, whoever reads it.
    refused: Option<[String; 2]>,
    moved: Vec<RevisedRow>,
    follows: Follows<'a>,
}

impl<'a> ProposalPage<'a> {
    pub fn of(listed: ListedProposal) -> ProposalPage<'a> {
        ProposalPage {
            listed,
            just: false,
            own: false,
            decides: false,
            wrong: None,
            refused: None,
            moved: vec![],
            follows: Follows::Nothing,
        }
    }

    /// Works out what would follow today, as who reads the page.
    pub async fn fill(&mut self, desk: &Desk<'a>, proposal: &Proposal, typed: Pairs) -> Result<()> {
        let locale = &desk.reader.locale;
        let mut opened = match open(desk, proposal, typed).await {
            Ok(opened) => opened,
            Err(Error::Refused(why)) => {
                self.refused = Some(worded(locale, &why));
                return Ok(());
            }
            // a role that was taken away since
            Err(Error::NotFound(_) | Error::NotAllowed(_)) => return Ok(()),
            Err(error) => return Err(error),
        };
        let mut needs_two = matches!(opened, OpenedProposal::Batch(_));
        self.follows = match &mut opened {
            OpenedProposal::Form(form) => {
                if self.decides {
                    form.accepting = Some(accepting(proposal));
                }
                let (given, faults) = form.given().await?;
                let mut outcome = match faults.is_empty() {
                    true => form.follows(given).await?,
                    false => Outcome { faults, ..Outcome::default() },
                };
                needs_two = outcome.needs_two;
                let answered = proposal.typed.iter().filter_map(|(name, _)| name.strip_prefix(ANSWER));
                outcome.fixed = answered.map(str::to_string).collect();
                self.refused = outcome
                    .refused
                    .clone()
                    .or_else(|| outcome.faults.first().map(|fault| worded(locale, &fault.message)));
                let OpenedProposal::Form(form) = opened else { unreachable!("it was a form") };
                Follows::Form(form, Box::new(outcome))
            }
            OpenedProposal::Rows(bulk) => {
                let (preview, _) = bulk.preview().await?;
                needs_two = preview.needs_two;
                let OpenedProposal::Rows(bulk) = opened else { unreachable!("it was of rows") };
                Follows::Rows(bulk, preview)
            }
            OpenedProposal::Batch(_) => Follows::Batch,
        };
        if needs_two && let Err(Error::Refused(why)) = proposer_stands(desk, proposal).await {
            self.refused = Some(worded(locale, &why));
        }
        self.moved = moved(desk, proposal).await?;
        Ok(())
    }
}

fn accepting(proposal: &Proposal) -> Accepting {
    Accepting { code: proposal.code.clone(), by: proposal.account.clone(), answer: None }
}

/// Renders a proposal.
pub fn shown(desk: &Desk<'_>, it: &ProposalPage<'_>) -> Markup {
    let proposal = &it.listed.proposal;
    let reason = |text: &str| desk.reader.locale.with("office-reason", &[("reason", text.into())].into());
    let waits = proposal.state == ProposalState::Waiting;
    html! {
        nav class="trail" aria-label=(desk.say("site-trail")) { ol { li { a href=(desk.reader.to("/proposals")) { (desk.say("proposals-title")) } } } }
        h1 { (it.listed.title) }
        @if it.just { div class="answer" role="status" { p { b { (desk.say("proposal-sent")) } } p { (desk.say("proposal-sent.hint")) } } }
        @for [what, mend] in it.wrong.iter().chain(&it.refused) {
            div class="answer wrong" role="alert" { p { b { (what) } } p { (mend) } }
        }
        p { (it.listed.made) @if let Some(why) = &proposal.why { " " (reason(why)) } }
        @if !waits || it.own {
            p { b { (it.listed.state) } @if let Some(answer) = &proposal.answer { " " (reason(answer)) } }
        }
        @if let Some(batch) = &proposal.batch { p { a href=(desk.reader.to(&format!("/batches?saved={batch}"))) { (desk.say("office-batches")) } " · " span class="code" { (batch) } } }
        @if waits {
            @if !it.moved.is_empty() { (what_moved(desk, &it.moved)) }
            (decision(desk, it))
        }
    }
}

/// The rows that somebody has changed since: as they were when it was proposed, and as they are.
fn what_moved(desk: &Desk<'_>, moved: &[RevisedRow]) -> Markup {
    html! {
        section class="follows" aria-labelledby="moved" {
            h2 id="moved" { (desk.say("proposal-moved")) }
            p class="hint" { (desk.say("proposal-moved.hint")) }
            ol {
                @for row in moved {
                    li {
                        p { b { (row.title) } }
                        dl { @for (label, before, after) in &row.columns { div { dt { (label) } dd { del { (before) } " → " (after) } } } }
                    }
                }
            }
        }
    }
}

/// What would follow, with the buttons of who decides and of who proposed.
fn decision(desk: &Desk<'_>, it: &ProposalPage<'_>) -> Markup {
    let here = desk.reader.to(&format!("/proposals/{}", it.listed.proposal.code));
    html! {
        form class="work" method="post" action=(here) {
            button type="submit" hidden {}
            @match &it.follows {
                Follows::Form(act, outcome) => { (follows(&ActPage { act, title: &it.listed.title, outcome })) }
                Follows::Rows(bulk, preview) => {
                    section class="follows" aria-labelledby="follows" {
                        h2 id="follows" { (desk.say("proposal-follows")) }
                        (what_follows(bulk, preview))
                    }
                }
                Follows::Batch => { p { (desk.say("proposal-undo")) } }
                Follows::Nothing => {}
            }
            @if it.decides && it.can_be_accepted() {
                div class="save" {
                    button class="main" type="submit" name="decide" value="accept" { (desk.say("proposal-accept")) }
                    a href=(desk.reader.to("/proposals")) { (desk.say("proposal-later")) }
                }
            }
        }
        @if it.decides {
            form class="form" method="post" action=(here) {
                div class="field" {
                    label for="answer" { (desk.say("proposal-answer")) }
                    input id="answer" name="answer" required;
                }
                button type="submit" name="decide" value="decline" { (desk.say("proposal-decline")) }
            }
        }
        @if it.own {
            form method="post" action=(here) { button type="submit" name="decide" value="withdraw" { (desk.say("proposal-withdraw")) } }
        }
    }
}

impl ProposalPage<'_> {
    fn can_be_accepted(&self) -> bool {
        let follows = match &self.follows {
            Follows::Form(_, outcome) => outcome.follows.as_ref().is_some_and(|rows| !rows.is_empty()),
            Follows::Rows(_, preview) => !preview.changed.is_empty(),
            Follows::Batch => true,
            Follows::Nothing => false,
        };
        follows && self.refused.is_none()
    }
}
