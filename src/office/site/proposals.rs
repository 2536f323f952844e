//! Proposals: those that wait for this person to decide, what has become of their own, and the decision.

use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{Accepting, ProposalState, Request};
use decapolis_words::errors::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::actor_names::ActorNames;
use super::batches::undone;
use super::desk::{Desk, at_the_desk, sent_to_the_desk};
use super::html::document;
use super::opened::{OpenedProposal, may_decide, open, proposer_stands};
use super::proposals_html::{ListedProposal, ProposalPage, listed, shown};
use crate::accounts::site::html::worded;
use crate::office::proposals::{self, Proposal};
use crate::records::asked::ANSWER;
use crate::web::sent::{Pairs, Sent, field, fields};
use crate::web::visit::{Visit, asks};

#[derive(Deserialize)]
pub struct ProposalPath {
    code: String,
}

asks! {
    /// What was done a moment ago.
    pub struct ProposalAsks {
        done,
    }
}

/// What who decides sends beside their decision.
const SENT: [&str; 5] = ["seen", "shown", "another", "like", "apart"];

/// The proposals of others that this person may decide.
async fn to_decide(desk: &Desk<'_>) -> Result<Vec<Proposal>> {
    let mut all = vec![];
    for proposal in proposals::waiting(desk.site.app.db.reader()).await? {
        if proposal.account != desk.who.account.code && can_decide(desk, &proposal).await? {
            all.push(proposal);
        }
    }
    Ok(all)
}

/// Whether this person may decide it: who may not even open what it is done on, does not see that it is there.
async fn can_decide(desk: &Desk<'_>, proposal: &Proposal) -> Result<bool> {
    match open(desk, proposal, proposal.typed.clone()).await {
        Ok(mut opened) => may_decide(desk, &mut opened).await,
        // what it is done on is gone: who may do anything there can still decline it
        Err(Error::Refused(why)) if why.key == "error-row-moved" => Ok(desk.scope.is_none() && {
            let action = desk.site.app.action(&proposal.action);
            action.is_some_and(|offer| decapolis_actions::may(&desk.who.actor, offer.about).is_ok())
        }),
        Err(Error::Refused(_) | Error::NotFound(_) | Error::NotAllowed(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// On the start page: how many wait for this person; nothing where none does.
pub async fn waiting_note(desk: &Desk<'_>) -> Result<Markup> {
    let n = to_decide(desk).await?.len() as i64;
    let words = desk.reader.locale.with("proposals-wait", &[("n", n.into())].into());
    Ok(html! {
        @if n > 0 { p class="answer" { a href=(desk.reader.to("/proposals")) { (words) } } }
    })
}

pub async fn list(visit: Visit, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, (), ()| {
        let to_decide = to_decide(&desk).await?;
        let own = proposals::of_account(desk.site.app.db.reader(), &desk.who.account.code).await?;
        let actors = to_decide.iter().chain(&own).flat_map(Proposal::actors).collect();
        let names = ActorNames::read(&desk, actors).await?;
        let (waiting, own) =
            (listed_all(&desk, &names, to_decide).await?, listed_all(&desk, &names, own).await?);
        let title = desk.say("proposals-title");
        Ok(document(&desk, &title, "/proposals", &listed(&desk, &waiting, &own)).into_response())
    })
    .await
}

async fn listed_all(desk: &Desk<'_>, names: &ActorNames, all: Vec<Proposal>) -> Result<Vec<ListedProposal>> {
    let mut shown = vec![];
    for proposal in all {
        shown.push(ListedProposal::of(desk, names, proposal).await?);
    }
    Ok(shown)
}

pub async fn show(visit: Visit<ProposalPath, ProposalAsks>, headers: HeaderMap, uri: Uri) -> Response {
    at_the_desk(visit, &headers, &uri, async |desk, path, asks| {
        let proposal = found(&desk, &path.code).await?;
        let just = asks.done.as_deref() == Some("proposed") && proposal.account == desk.who.account.code;
        Ok(page(&desk, &proposal, &vec![], just, None).await?.into_response())
    })
    .await
}

/// Accepts, declines or withdraws a proposal.
pub async fn decide(visit: Visit<ProposalPath, ProposalAsks>, headers: HeaderMap, sent: Sent) -> Response {
    sent_to_the_desk(visit, &headers, async |desk, path, _| {
        let sent = fields(&headers, sent)?;
        let proposal = found(&desk, &path.code).await?;
        match decided(&desk, &proposal, &sent).await {
            Ok(Some(to)) => Ok(Redirect::to(&to).into_response()),
            // another question first: whether a new record is one that is there
            Ok(None) => Ok(page(&desk, &proposal, &sent, false, None).await?.into_response()),
            Err(Error::Refused(why)) => {
                // by somebody else meanwhile: what it has become
                let proposal = found(&desk, &path.code).await?;
                let wrong = Some(worded(&desk.reader.locale, &why));
                Ok((StatusCode::CONFLICT, page(&desk, &proposal, &sent, false, wrong).await?).into_response())
            }
            Err(error) => Err(error),
        }
    })
    .await
}

/// The proposal with this code, where it is this person's or they may decide it.
async fn found(desk: &Desk<'_>, code: &str) -> Result<Proposal> {
    let missing = || Error::refused("site-error-proposal");
    let proposal = proposals::by_code(desk.site.app.db.reader(), code).await?.ok_or_else(missing)?;
    let own = proposal.account == desk.who.account.code;
    let decided = proposal.decided_by.as_deref() == Some(&desk.who.account.code);
    match own || decided || can_decide(desk, &proposal).await? {
        true => Ok(proposal),
        false => Err(missing()),
    }
}

/// Does what was decided, and gives where it leads; `None` where nothing was decided yet.
async fn decided(desk: &Desk<'_>, proposal: &Proposal, sent: &Pairs) -> Result<Option<String>> {
    let db = &desk.site.app.db;
    let me = &desk.who.account.code;
    let here = desk.reader.to(&format!("/proposals/{}", proposal.code));
    let answer = Some(field(sent, "answer")).filter(|text| !text.is_empty());
    match field(sent, "decide") {
        "withdraw" if proposal.account == *me => {
            proposals::decide(db, &proposal.code, ProposalState::Withdrawn, me, None).await?;
            Ok(Some(here))
        }
        "decline" if proposal.account != *me && can_decide(desk, proposal).await? => {
            let why = answer.ok_or_else(|| Error::refused("error-decline-reason"))?;
            proposals::decide(db, &proposal.code, ProposalState::Declined, me, Some(why)).await?;
            Ok(Some(desk.reader.to("/proposals")))
        }
        "accept" => accepted(desk, proposal, sent, answer).await.map(Some),
        "" => Ok(None),
        _ => Err(Error::NotAllowed("not-by-this-role")),
    }
}

/// Does what was proposed, as who accepts it: it is asked of them whether they may, and within which scope.
async fn accepted(
    desk: &Desk<'_>,
    proposal: &Proposal,
    sent: &Pairs,
    answer: Option<&str>,
) -> Result<String> {
    if proposal.state != ProposalState::Waiting {
        return Err(Error::refused("error-proposal-decided"));
    }
    let accepting = Accepting {
        code: proposal.code.clone(),
        by: proposal.account.clone(),
        answer: answer.map(str::to_string),
    };
    let mut opened = open(desk, proposal, merged(proposal, sent)).await?;
    if !may_decide(desk, &mut opened).await? {
        return Err(Error::NotAllowed("not-by-this-role"));
    }
    let saved = |batch: &str| desk.reader.to(&format!("/batches?saved={batch}"));
    match opened {
        OpenedProposal::Form(mut form) => {
            form.accepting = Some(accepting);
            let (given, faults) = form.given().await?;
            if let Some(fault) = faults.into_iter().next() {
                return Err(Error::Refused(fault.message));
            }
            let outcome = form.follows(given.clone()).await?;
            if outcome.needs_two {
                proposer_stands(desk, proposal).await?;
            }
            // what is no longer asked needs no answer
            let asked = |name: &str| outcome.questions.iter().any(|question| question.name == name);
            form.typed.retain(|(name, _)| name.strip_prefix(ANSWER).is_none_or(asked));
            let (given, _) = form.given().await?;
            let done = form.save(given).await?;
            form.address_after(&done).await
        }
        OpenedProposal::Rows(mut bulk) => {
            bulk.form.accepting = Some(accepting);
            let (preview, given) = bulk.preview().await?;
            let given = given.filter(|_| !preview.changed.is_empty());
            let given = given.ok_or_else(|| Error::refused("error-nothing-changes"))?;
            if preview.needs_two {
                proposer_stands(desk, proposal).await?;
            }
            if field(&bulk.form.typed, "shown") != bulk.mark(&preview) {
                return Err(Error::refused("error-form-changed"));
            }
            Ok(saved(&bulk.save(given).await?.batch))
        }
        OpenedProposal::Batch(name) => {
            proposer_stands(desk, proposal).await?;
            let request = Request::by(desk.who.actor.clone()).because(answer).accepting(accepting);
            Ok(saved(&undone(desk, request, &name).await?.batch))
        }
    }
}

/// What was proposed, with what who decides has sent: the rows that the page has shown, and answers to what nobody has answered.
fn merged(proposal: &Proposal, sent: &Pairs) -> Pairs {
    let mut typed = proposal.typed.clone();
    let is_open = |name: &str| {
        SENT.contains(&name)
            || name.starts_with(ANSWER) && !proposal.typed.iter().any(|(answered, _)| answered == name)
    };
    typed.extend(sent.iter().filter(|(name, _)| is_open(name)).cloned());
    typed
}

/// The page of a proposal: what it is, what would follow today, and what this person can do with it.
async fn page(
    desk: &Desk<'_>,
    proposal: &Proposal,
    sent: &Pairs,
    just: bool,
    wrong: Option<[String; 2]>,
) -> Result<Markup> {
    let names = ActorNames::read(desk, proposal.actors().collect()).await?;
    let listed = ListedProposal::of(desk, &names, proposal.clone()).await?;
    let own = proposal.account == desk.who.account.code;
    let waits = proposal.state == ProposalState::Waiting;
    let mut it = ProposalPage::of(listed);
    (it.just, it.own, it.wrong) = (just, own, wrong);
    if waits {
        let decides = !own && can_decide(desk, proposal).await?;
        it.decides = decides;
        it.fill(desk, proposal, merged(proposal, sent)).await?;
    }
    let title = it.listed.title.clone();
    Ok(document(desk, &title, &format!("/proposals/{}", proposal.code), &shown(desk, &it)))
}
