# The office: finding, forms, what follows, batches.

office-start = Start
office-hello = Good day, { $name }
office-lately = Written lately
office-find = Find
office-found = Found for “{ $q }”
office-name = Name
office-nothing = Nothing was found.
office-first = These are the first { $n }. Type more of the name to see fewer.
office-not-public = not public
office-batches = Batches
office-public = Public site
office-sign-out = Sign out
office-saved = Saved: { $what }.
office-undo = Undo
office-reason = “{ $reason }”

actor-job = the program
actor-gone = an account that is no longer there

office-follows = When you save
    .hint = Fill in the fields and look at what follows. Nothing is written before you save.
office-follows-nothing = Nothing changes.
office-show-what-follows = Show what follows
office-look-again = Look again
office-save = Save
office-leave = Leave without saving
office-to-mend = This is to be mended before it can be saved:
office-optional = (if known)
office-choose = —
office-day-hint = As you know it: 3 Feb 2021, February 2021, 2021, or “by 2018”.
office-reference-hint = Its name or its code.

action-people-change-leader = Change the leader
field-people-change-leader-label = Name of somebody who is not in the register yet
    .hint = The person is added, with the gender “not stated”.
field-people-change-leader-person = Who leads it now?
field-people-change-leader-holder = Or nobody
    .hint = Choose “vacant” if the post is empty.
field-people-change-leader-from = In office from
field-people-change-leader-way = How did they come to office?
error-leader-nobody = Nobody is named.
    .mend = Name a person of the register, or write the name of a new one, or say that the post is vacant.
error-leader-two = Two different answers are given for who leads it now.
    .mend = Keep one: a person of the register, the name of a new one, or “vacant”.
error-leader-same = It is so already.
    .mend = To correct the day on which they took office, correct the mandate.
error-leader-later = The mandate until now begins { $day }, and not before the day you give.
    .mend = Check the day. If the earlier mandate never was, remove it first.
error-leader-follows = A mandate that begins later, { $day }, is recorded already.
    .mend = Correct or remove that mandate first, or give a day after it.
error-form-changed = The form has changed since it showed what follows, so nothing was saved.
    .mend = Look at what follows now, and save.

office-add = Add
office-new = New
office-change = Change
office-open = Open
office-history = What was done
office-lacks-words = missing
office-every-language = In every language

# What every table offers. The first is the name of the action, the second what its button says.
deed-create = New: { $table }
deed-correct = Correct: { $table }
deed-change-from = Change from a day: { $table }
deed-end = End: { $table }
deed-remove = Remove: { $table }
deed-correct-this = It was never so: correct it
deed-change-from-this = It changes from a day on
deed-end-this = It ends
deed-remove-this = Remove it
error-nothing-changes = Nothing would change.
    .mend = Change a field, or leave without saving.
error-ended-already = It has ended already; last day: { $day }.
    .mend = If that day is wrong, correct it.
error-last-day = The last day is missing.
    .mend = Write the last day on which it is so.
error-first-day = The first day is missing.
    .mend = Write the first day on which it is otherwise.
error-change-too-early = Its first day is { $day }, and it cannot be otherwise from that day on or before.
    .mend = If it was never as it is recorded, correct it instead.
error-change-too-late = Its last day is { $day }, before the day you give.
    .mend = Add a new row for what began later.
error-code-used = The code “{ $code }” is or was that of another record.
    .mend = Choose another one, or leave it empty: then one is made of the name.
site-error-fact = This row is not there, or it belongs to another record.
    .mend = Go back to the record and open it from there.

office-kinds = All records

team-title = People of the office
team-invite = Invite somebody
team-invite-button = Invite
team-link = The link, shown once
team-role = Role
team-region = For
    .optional = (a regional secretariat needs a region, a body officer a body, an editor a platform)
team-everywhere = the whole network
team-no-role = no role today
team-withdraw = Take the role away

me-title = Your account
me-done = Done.
me-sessions = Signed in since
me-this-one = this browser
me-end = Sign out there
me-end-all = Sign out everywhere else
me-password = Change your password
me-current = Password until now
me-change-password = Change the password
error-current-password = This is not your password.
    .mend = Write the one with which you sign in now.
error-not-in-scope = This does not belong to the members, the body or the platform that your role is for, so nothing was saved.
    .mend = Ask the secretariat, or somebody whose role is for it.

office-facts = Facts

list-as-of = As it was on
list-columns = Columns
list-empty-value = nothing
list-filter-hint = “-” finds what is empty, and “-fr” texts without French. Numbers may be a range: 10..50. Days may be a month or a year: 2020-05.
error-filter = “{ $text }” is not a value that this column can have.
    .mend = Choose one of the list, or write it as it stands in the column.

office-code-hint = Leave it empty and one is made.
office-label-hint = The same in every language, or one for each. One is enough.

action-members-admit = Admit as a member
field-members-admit-from = Member from
field-members-admit-category = As what
field-members-admit-region = In which region
    .hint = Needed only if it is in none yet, or in another from now on.
action-members-end = End the membership
field-members-end-until = Last day as a member
field-members-end-ending = How it ended
field-members-end-successor = Succeeded by
    .hint = Of each seat it is asked what becomes of it.
error-member-already = It is a member already, since { $day }.
    .mend = End that membership first, or correct its days.
error-member-without-region = It is in no region yet.
    .mend = Choose the region that it belongs to.
error-no-membership = It has no membership that goes on.
    .mend = Correct the days of the one that has ended, if they are wrong.
error-successor-missing = Nobody is named who succeeds it.
    .mend = Choose the government that succeeds it, or another way of ending.
error-successor-wrong = This government cannot be the successor.
    .mend = Name another government, and only where the member is succeeded.
error-filters-many = A list takes at most { $most } filters, and looks for at most { $most } words.
    .mend = Leave some out.
office-questions = To be decided for each
