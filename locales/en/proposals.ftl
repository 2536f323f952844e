# Proposals: what one person proposes and another accepts.

proposals-title = Proposals
proposals-to-decide = For you to decide
proposals-none = Nothing waits for you.
proposals-own = Proposed by you
proposals-wait =
    { $n ->
        [one] One proposal waits for you to decide.
       *[other] { $n } proposals wait for you to decide.
    }
proposal-made = Proposed by { $name } on { $day }.
proposal-waiting = It waits for a decision.
proposal-accepted = { $name } accepted it on { $day }.
proposal-declined = { $name } declined it on { $day }.
proposal-withdrawn = Withdrawn on { $day }.
proposal-sent = It has been proposed. Nothing has changed yet.
    .hint = Somebody who may do it decides. What becomes of it is shown on this page.
proposal-moved = Changed since it was proposed
    .hint = As it was then, and as it is now. What follows below is planned on what is there now.
proposal-follows = When it is accepted
proposal-undo = Everything that the batch wrote will be taken back.
proposal-accept = Accept
proposal-decline = Decline
proposal-later = Decide later
proposal-answer = Why not? Who proposed it will read this.
proposal-withdraw = Withdraw the proposal
propose-button = Propose
propose-by-role = Your role proposes: somebody who may do this looks at it and accepts it. Nothing changes before.
propose-for-all = This belongs to the whole network: the secretariat looks at it and accepts it. Nothing changes before.
propose-two-people = Your network asks for two people here: somebody else who may do this accepts it. Nothing changes before.
access-proposes = proposes
actor-by-two = { $name }, proposed by { $other }

error-two-people = Your network asks for two people for this, so nothing was saved.
    .mend = Propose it, and somebody else who may do it accepts it.
error-only-proposes = Your role does not do this, and it can propose it.
    .mend = Send it again as a proposal, with "propose": true.
error-proposal-decided = This proposal no longer waits: it was decided or withdrawn meanwhile.
    .mend = Open it again to see what has become of it.
error-proposal-own = This is your own proposal, and somebody else decides it.
    .mend = Wait for the decision, or withdraw it.
error-proposer-gone = Who proposed this has no role for it any more, so it would not be done by two people.
    .mend = Propose it yourself, and somebody else accepts it; or decline it.
error-decline-reason = Nothing was declined: the reason is missing.
    .mend = Say in a few words why not.
error-proposals-many = { $most } of your proposals wait already.
    .mend = Wait until some are decided, or withdraw those that are not needed.
site-error-proposal = There is no such proposal, or it is not yours to decide.
    .title = Proposal not found
    .hint = Look for it in the list of proposals.

column-two-for-many-rows = Two people when many rows change at once
column-two-for-removals = Two people for removals and ends of memberships
